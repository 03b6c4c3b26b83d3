//! Facts of this installation, in no tenant.

use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};

use crate::error::Result;
use crate::rows::installation as row;

const DEMO: &str = "demo";

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
    let fact = row::ActiveModel { fact: Set(DEMO.to_owned()), value: Set("true".to_owned()) };
    let again = OnConflict::column(row::Column::Fact).update_column(row::Column::Value).to_owned();
    row::Entity::insert(fact).on_conflict(again).exec_without_returning(db).await?;
    Ok(())
}
