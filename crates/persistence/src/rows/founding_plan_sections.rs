//! Rows of `founding_plan_sections`.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "founding_plan_sections")]
pub struct Model {
    pub organization_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub founding_plan_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub section: String,
    pub text: String,
    pub version: i32,
    pub changed_by: Uuid,
    pub changed_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
