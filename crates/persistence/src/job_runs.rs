//! Scheduled work: once for each time it is due, however many workers there are (reliability.md R28).

use chrono::{DateTime, Utc};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::error::Result;
use crate::rows::job_runs as row;

/// Whether someone began this work for this time. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn is_begun(db: &impl ConnectionTrait, job: &str, due_at: DateTime<Utc>) -> Result<bool> {
    Ok(row::Entity::find_by_id((job.to_owned(), due_at)).one(db).await?.is_some())
}

/// Begin this work for this time. One statement. Returns whether nobody was faster.
///
/// # Errors
/// When the database refuses.
pub async fn begin(db: &impl ConnectionTrait, job: &str, due_at: DateTime<Utc>, now: DateTime<Utc>) -> Result<bool> {
    let run = row::ActiveModel { job: Set(job.to_owned()), due_at: Set(due_at), started_at: Set(now), finished_at: Set(None) };
    let again = OnConflict::columns([row::Column::Job, row::Column::DueAt]).do_nothing().to_owned();
    Ok(row::Entity::insert(run).on_conflict(again).exec_without_returning(db).await? == 1)
}

/// This work is done. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn finish(db: &impl ConnectionTrait, job: &str, due_at: DateTime<Utc>, now: DateTime<Utc>) -> Result<()> {
    row::Entity::update_many()
        .set(row::ActiveModel { finished_at: Set(Some(now)), ..Default::default() })
        .filter(row::Column::Job.eq(job))
        .filter(row::Column::DueAt.eq(due_at))
        .exec(db)
        .await?;
    Ok(())
}

/// Forget work that was due before `before`. One statement. Returns how many.
///
/// # Errors
/// When the database refuses.
pub async fn purge(db: &impl ConnectionTrait, before: DateTime<Utc>) -> Result<u64> {
    Ok(row::Entity::delete_many().filter(row::Column::DueAt.lt(before)).exec(db).await?.rows_affected)
}
