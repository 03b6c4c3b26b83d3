//! Facts of this installation, in no tenant.

use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};

use crate::error::Result;
use crate::rows::installation as row;

const DEMO: &str = "demo";
const DEMO_PROGRESS: &str = "demo-progress";

/// Whether this database holds invented people only. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn is_demo(db: &impl ConnectionTrait) -> Result<bool> {
    Ok(row::Entity::find_by_id(DEMO).one(db).await?.is_some_and(|fact| fact.value == "true"))
}

/// From now on this database holds invented people only. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn become_demo(db: &impl ConnectionTrait) -> Result<()> {
    note(db, DEMO, "true").await
}

/// How far loading the demo came, in the words of [`note_demo_progress`]. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn demo_progress(db: &impl ConnectionTrait) -> Result<Option<String>> {
    Ok(row::Entity::find_by_id(DEMO_PROGRESS).one(db).await?.map(|fact| fact.value))
}

/// Note how far loading the demo came. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn note_demo_progress(db: &impl ConnectionTrait, progress: &str) -> Result<()> {
    note(db, DEMO_PROGRESS, progress).await
}

async fn note(db: &impl ConnectionTrait, fact: &str, value: &str) -> Result<()> {
    let fact = row::ActiveModel { fact: Set(fact.to_owned()), value: Set(value.to_owned()) };
    let again = OnConflict::column(row::Column::Fact).update_column(row::Column::Value).to_owned();
    row::Entity::insert(fact).on_conflict(again).exec_without_returning(db).await?;
    Ok(())
}
