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
    pub person_id: Uuid,
    pub title: String,
    pub state: String,
    pub confirmed_revision: Option<i32>,
    pub answered_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
