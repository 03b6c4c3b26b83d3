//! Rows of `founding_plan_steps`.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "founding_plan_steps")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub organization_id: Uuid,
    pub founding_plan_id: Uuid,
    pub command: String,
    pub taken_by: Uuid,
    pub reason: String,
    pub taken_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
