//! The outbox: what must leave the process because of a change, stored in the transaction of the change.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, LockBehavior, LockType, Query};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter};
use serde_json::Value;
use uuid::Uuid;

use crate::error::Result;
use crate::rows::outbox as row;

/// A message that waits for its turn.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// Its id, also the Message-ID of a mail.
    pub id: Uuid,
    /// The tenant, absent for account matters.
    pub organization: Option<Uuid>,
    /// What to send.
    pub payload: Value,
    /// How often it was claimed, this time included; whoever reports must name it.
    pub attempts: i32,
}

/// Store a mail to send. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn insert(db: &impl ConnectionTrait, id: Uuid, organization: Option<Uuid>, payload: Value, now: DateTime<Utc>) -> Result<()> {
    insert_all(db, vec![(id, payload)], organization, now).await
}

/// Mails in one statement: a statement carries a bounded number of values.
const BATCH: usize = 500;

/// Store several mails to send, each to one recipient. One statement for each 500.
///
/// # Errors
/// When the database refuses.
pub async fn insert_all(
    db: &impl ConnectionTrait,
    mails: Vec<(Uuid, Value)>,
    organization: Option<Uuid>,
    now: DateTime<Utc>,
) -> Result<()> {
    let row = |(id, payload): &(Uuid, Value)| row::ActiveModel {
        id: Set(*id),
        organization_id: Set(organization),
        topic: Set("mail".to_owned()),
        payload: Set(Some(payload.clone())),
        state: Set("waiting".to_owned()),
        attempts: Set(0),
        due_at: Set(now),
        error: Set(None),
        created_at: Set(now),
        done_at: Set(None),
    };
    for batch in mails.chunks(BATCH) {
        row::Entity::insert_many(batch.iter().map(row)).exec_without_returning(db).await?;
    }
    Ok(())
}

/// Claim at most `most` due messages until `lease_until`. One statement.
///
/// The attempt counter is the fencing token: a worker that lost its lease cannot report any more.
///
/// # Errors
/// When the database refuses.
pub async fn claim(db: &impl ConnectionTrait, now: DateTime<Utc>, lease_until: DateTime<Utc>, most: u64) -> Result<Vec<Waiting>> {
    let due = Query::select()
        .column(row::Column::Id)
        .from(row::Entity)
        .and_where(row::Column::State.eq("waiting"))
        .and_where(row::Column::DueAt.lte(now))
        .order_by(row::Column::DueAt, sea_orm::Order::Asc)
        .limit(most)
        .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
        .to_owned();
    let claimed = row::Entity::update_many()
        .col_expr(row::Column::Attempts, Expr::col(row::Column::Attempts).add(1))
        .col_expr(row::Column::DueAt, Expr::value(lease_until))
        .filter(row::Column::Id.in_subquery(due))
        .exec_with_returning(db)
        .await?;
    let waiting = |row: row::Model| {
        let payload = row.payload?;
        Some(Waiting { id: row.id, organization: row.organization_id, payload, attempts: row.attempts })
    };
    Ok(claimed.into_iter().filter_map(waiting).collect())
}

/// What became of an attempt.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// Sent: the payload is erased.
    Done,
    /// Not now: again at this time.
    Later(DateTime<Utc>, String),
    /// Never: the payload is erased, the reason stays.
    Failed(String),
}

/// Report an attempt. One statement. Returns whether the lease was still ours.
///
/// # Errors
/// When the database refuses.
pub async fn report(db: &impl ConnectionTrait, message: &Waiting, outcome: Outcome, now: DateTime<Utc>) -> Result<bool> {
    let changed = match outcome {
        Outcome::Done => row::ActiveModel {
            state: Set("done".to_owned()),
            payload: Set(None),
            error: Set(None),
            done_at: Set(Some(now)),
            ..Default::default()
        },
        Outcome::Later(due, error) => row::ActiveModel { due_at: Set(due), error: Set(Some(error)), ..Default::default() },
        Outcome::Failed(error) => row::ActiveModel {
            state: Set("failed".to_owned()),
            payload: Set(None),
            error: Set(Some(error)),
            done_at: Set(Some(now)),
            ..Default::default()
        },
    };
    let done = row::Entity::update_many()
        .set(changed)
        .filter(row::Column::Id.eq(message.id))
        .filter(row::Column::Attempts.eq(message.attempts))
        .filter(row::Column::State.eq("waiting"))
        .exec(db)
        .await?;
    Ok(done.rows_affected == 1)
}

/// Put aside what was written before `moment` and still waits: its payload is erased and nobody sends it. For a demo only. One statement.
///
/// Returns how many.
///
/// # Errors
/// When the database refuses.
pub async fn put_aside(db: &impl ConnectionTrait, moment: DateTime<Utc>) -> Result<u64> {
    let aside = row::ActiveModel { state: Set("done".to_owned()), payload: Set(None), done_at: Set(Some(moment)), ..Default::default() };
    let done = row::Entity::update_many()
        .set(aside)
        .filter(row::Column::State.eq("waiting"))
        .filter(row::Column::CreatedAt.lt(moment))
        .exec(db)
        .await?;
    Ok(done.rows_affected)
}
