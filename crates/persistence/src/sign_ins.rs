//! Guesses at passwords, and the devices that signed in before.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter};
use vliegwiel_domain::ids::AccountId;
use vliegwiel_domain::sessions::Guesses;

use crate::error::{Error, Result};
use crate::mapping::{count, signed};
use crate::rows::{known_devices, sign_in_attempts as row};

/// The guesses counted under this hash, locked until the transaction ends. One statement, which also begins the count.
///
/// # Errors
/// When the database refuses.
pub async fn lock(db: &impl ConnectionTrait, hash: &str, now: DateTime<Utc>) -> Result<Guesses> {
    let none = model(hash, Guesses::none(now)).into_active_model();
    // an update that changes nothing takes the row lock on both databases
    let touch = OnConflict::column(row::Column::AddressHash)
        .value(row::Column::Failures, Expr::col((row::Entity, row::Column::Failures)))
        .to_owned();
    let kept = row::Entity::insert(none).on_conflict(touch).exec_with_returning(db).await?;
    Guesses::try_from(kept)
}

/// Store the count; the caller holds its lock. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn replace(db: &impl ConnectionTrait, hash: &str, guesses: Guesses) -> Result<()> {
    let changed = model(hash, guesses).into_active_model().reset_all();
    row::Entity::update_many().set(changed).filter(row::Column::AddressHash.eq(hash)).exec(db).await?;
    Ok(())
}

/// Forget the count: the password was right. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn forget(db: &impl ConnectionTrait, hash: &str) -> Result<()> {
    row::Entity::delete_many().filter(row::Column::AddressHash.eq(hash)).exec(db).await?;
    Ok(())
}

/// Forget counts that began before `before`. One statement. Returns how many.
///
/// # Errors
/// When the database refuses.
pub async fn purge(db: &impl ConnectionTrait, before: DateTime<Utc>) -> Result<u64> {
    Ok(row::Entity::delete_many().filter(row::Column::WindowStartedAt.lt(before)).exec(db).await?.rows_affected)
}

/// Whether the device signed in to this account before. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn is_known(db: &impl ConnectionTrait, device_hash: &str, account: AccountId) -> Result<bool> {
    Ok(known_devices::Entity::find_by_id((device_hash.to_owned(), account.uuid())).one(db).await?.is_some())
}

/// Remember that the device signed in to this account. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn remember(db: &impl ConnectionTrait, device_hash: &str, account: AccountId, now: DateTime<Utc>) -> Result<()> {
    let device = known_devices::Model { device_hash: device_hash.to_owned(), account_id: account.uuid(), last_used_at: now };
    let again = OnConflict::columns([known_devices::Column::DeviceHash, known_devices::Column::AccountId])
        .update_column(known_devices::Column::LastUsedAt)
        .to_owned();
    known_devices::Entity::insert(device.into_active_model()).on_conflict(again).exec_without_returning(db).await?;
    Ok(())
}

/// Forget all devices of an account. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn forget_devices(db: &impl ConnectionTrait, account: AccountId) -> Result<()> {
    known_devices::Entity::delete_many().filter(known_devices::Column::AccountId.eq(account.uuid())).exec(db).await?;
    Ok(())
}

/// Forget devices that did not sign in since `before`. One statement. Returns how many.
///
/// # Errors
/// When the database refuses.
pub async fn purge_devices(db: &impl ConnectionTrait, before: DateTime<Utc>) -> Result<u64> {
    Ok(known_devices::Entity::delete_many().filter(known_devices::Column::LastUsedAt.lt(before)).exec(db).await?.rows_affected)
}

fn model(hash: &str, guesses: Guesses) -> row::Model {
    let Guesses { failures, window_started_at, not_before } = guesses;
    row::Model { address_hash: hash.to_owned(), failures: signed(failures), window_started_at, not_before }
}

impl TryFrom<row::Model> for Guesses {
    type Error = Error;

    fn try_from(row: row::Model) -> Result<Self> {
        Ok(Self {
            failures: count(row.failures, "sign_in_attempts.failures")?,
            window_started_at: row.window_started_at,
            not_before: row.not_before,
        })
    }
}
