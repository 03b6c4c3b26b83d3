//! Rows of `appointments`.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "appointments")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub organization_id: Uuid,
    pub position_id: Uuid,
    pub person_id: Uuid,
    pub capacity: String,
    pub from_on: Date,
    pub until_on: Option<Date>,
    pub ended_at: Option<DateTimeUtc>,
    pub end_reason: Option<String>,
    pub reminded_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
