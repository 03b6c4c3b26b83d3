//! Mails that someone without a session caused, counted by address.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter};

use crate::error::Result;
use crate::mapping::{count, signed};
use crate::rows::unasked_mails as row;

/// What an address got since its hour began.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unasked {
    /// How many mails.
    pub sent: u32,
    /// When the first of them was.
    pub window_started_at: DateTime<Utc>,
}

/// The count of an address, locked until the transaction ends. One statement, which also begins the count.
///
/// # Errors
/// When the database refuses.
pub async fn lock(db: &impl ConnectionTrait, address_hash: &str, now: DateTime<Utc>) -> Result<Unasked> {
    let none = row::Model { address_hash: address_hash.to_owned(), sent: 0, window_started_at: now };
    // an update that changes nothing takes the row lock on both databases
    let touch =
        OnConflict::column(row::Column::AddressHash).value(row::Column::Sent, Expr::col((row::Entity, row::Column::Sent))).to_owned();
    let kept = row::Entity::insert(none.into_active_model()).on_conflict(touch).exec_with_returning(db).await?;
    Ok(Unasked { sent: count(kept.sent, "unasked_mails.sent")?, window_started_at: kept.window_started_at })
}

/// Store the count; the caller holds its lock. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn replace(db: &impl ConnectionTrait, address_hash: &str, unasked: Unasked) -> Result<()> {
    let Unasked { sent, window_started_at } = unasked;
    row::Entity::update_many()
        .set(row::ActiveModel { sent: Set(signed(sent)), window_started_at: Set(window_started_at), ..Default::default() })
        .filter(row::Column::AddressHash.eq(address_hash))
        .exec(db)
        .await?;
    Ok(())
}

/// Forget counts that began before `before`. One statement. Returns how many.
///
/// # Errors
/// When the database refuses.
pub async fn purge(db: &impl ConnectionTrait, before: DateTime<Utc>) -> Result<u64> {
    Ok(row::Entity::delete_many().filter(row::Column::WindowStartedAt.lt(before)).exec(db).await?.rows_affected)
}
