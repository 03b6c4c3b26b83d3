//! The audit trail: append-only, one hash chain for each organisation.

use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::error::Result;
pub use crate::rows::audit_events::Model as AuditEvent;
use crate::rows::{audit_events, audit_heads};

/// Head of a chain: the number and the hash of its last event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Number of the last event; 0 for an empty chain.
    pub sequence: i64,
    /// Its hash, in hexadecimal; empty for an empty chain.
    pub hash: String,
}

/// The head of a chain, locked until the transaction ends, so that no two events get one number.
///
/// One statement, which also begins the chain.
///
/// # Errors
/// When the database refuses.
pub async fn lock_head(db: &impl ConnectionTrait, chain: Uuid) -> Result<Head> {
    let first = audit_heads::ActiveModel { chain_id: Set(chain), sequence: Set(0), hash: Set(String::new()) };
    // an update that changes nothing takes the row lock on both databases
    let touch = OnConflict::column(audit_heads::Column::ChainId)
        .value(audit_heads::Column::Sequence, Expr::col((audit_heads::Entity, audit_heads::Column::Sequence)))
        .to_owned();
    let head = audit_heads::Entity::insert(first).on_conflict(touch).exec_with_returning(db).await?;
    Ok(Head { sequence: head.sequence, hash: head.hash })
}

/// The head of a chain as it is; `None` for a chain that never began. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn head(db: &impl ConnectionTrait, chain: Uuid) -> Result<Option<Head>> {
    let head = audit_heads::Entity::find_by_id(chain).one(db).await?;
    Ok(head.map(|head| Head { sequence: head.sequence, hash: head.hash }))
}

/// Append an event; a trigger moves the head to it. One statement.
///
/// # Errors
/// [`crate::Error::Duplicate`] when the number was given before.
pub async fn append(db: &impl ConnectionTrait, event: AuditEvent) -> Result<()> {
    audit_events::Entity::insert(event.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Events in one statement: a statement carries a bounded number of values.
const BATCH: usize = 500;

/// Append events that follow each other, in their order; a trigger moves the head to the last. One statement for each 500.
///
/// # Errors
/// [`crate::Error::Duplicate`] when a number was given before.
pub async fn append_all(db: &impl ConnectionTrait, events: Vec<AuditEvent>) -> Result<()> {
    for batch in events.chunks(BATCH) {
        let rows = batch.iter().cloned().map(IntoActiveModel::into_active_model);
        audit_events::Entity::insert_many(rows).exec_without_returning(db).await?;
    }
    Ok(())
}

/// The events of a chain in order, from after `after`, at most `most`. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn events(db: &impl ConnectionTrait, chain: Uuid, after: i64, most: u64) -> Result<Vec<AuditEvent>> {
    Ok(audit_events::Entity::find()
        .filter(audit_events::Column::ChainId.eq(chain))
        .filter(audit_events::Column::Sequence.gt(after))
        .order_by_asc(audit_events::Column::Sequence)
        .limit(most)
        .all(db)
        .await?)
}
