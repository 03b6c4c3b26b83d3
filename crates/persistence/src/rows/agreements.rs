//! Rows of `agreements`.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "agreements")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub organization_id: Uuid,
    pub network_id: Uuid,
    pub founding_plan_id: Option<Uuid>,
    pub evaluation_id: Option<Uuid>,
    pub purpose: String,
    pub organisation: String,
    pub duration_months: Option<i32>,
    pub goal_members: i32,
    pub goal_months: i32,
    pub evaluation_months: Option<i32>,
    pub conditions: String,
    pub agreed_on: Date,
    pub created_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
