//! Rows of `organizations`.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "organizations")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub slug: String,
    pub name: String,
    pub kind: String,
    pub description: String,
    pub time_zone: String,
    pub language: String,
    pub brand: String,
    pub accent: String,
    pub radius: i32,
    pub logo_url: Option<String>,
    pub core_group_min: i32,
    pub start_capacity: i32,
    pub goal_members_default: i32,
    pub dormant_after_days: i32,
    pub guest_retention_days: i32,
    pub version: i32,
    pub created_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
