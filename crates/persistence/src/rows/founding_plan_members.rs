//! Rows of `founding_plan_members`.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "founding_plan_members")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub organization_id: Uuid,
    pub founding_plan_id: Uuid,
    pub email: String,
    pub person_id: Option<Uuid>,
    pub kind: String,
    pub title: String,
    pub state: String,
    pub confirmed_revision: Option<i32>,
    pub answered_at: Option<DateTimeUtc>,
    pub version: i32,
    pub created_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
