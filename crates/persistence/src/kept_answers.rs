//! Answers kept for 24 hours under an Idempotency-Key.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter};

use crate::error::Result;
use crate::rows::kept_answers as row;
pub use crate::rows::kept_answers::Model as KeptAnswer;

/// The answer kept for a key, if any. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn find(db: &impl ConnectionTrait, scope: &str, key: &str) -> Result<Option<KeptAnswer>> {
    Ok(row::Entity::find_by_id((scope.to_owned(), key.to_owned())).one(db).await?)
}

/// Keep an answer. One statement.
///
/// # Errors
/// [`crate::Error::Duplicate`] when another request with this key was faster.
pub async fn insert(db: &impl ConnectionTrait, answer: KeptAnswer) -> Result<()> {
    row::Entity::insert(answer.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Forget what was kept before `before`. One statement. Returns how many.
///
/// # Errors
/// When the database refuses.
pub async fn purge(db: &impl ConnectionTrait, before: DateTime<Utc>) -> Result<u64> {
    Ok(row::Entity::delete_many().filter(row::Column::CreatedAt.lt(before)).exec(db).await?.rows_affected)
}
