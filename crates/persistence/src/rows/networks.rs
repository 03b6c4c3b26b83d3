//! Rows of `networks`.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "networks")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub organization_id: Uuid,
    pub unit_id: Option<Uuid>,
    pub founding_plan_id: Option<Uuid>,
    pub slug: String,
    pub kind: String,
    pub name: String,
    pub purpose: String,
    pub about: String,
    pub sensitivity: String,
    pub openness: String,
    pub state: String,
    pub starts_on: Option<Date>,
    pub ends_on: Option<Date>,
    pub evaluation_on: Option<Date>,
    pub evaluation_told_on: Option<Date>,
    pub goal_members: Option<i32>,
    pub goal_from: Option<Date>,
    pub goal_by: Option<Date>,
    pub goal_members_at_start: Option<i32>,
    pub ended_on: Option<Date>,
    pub end_reason: Option<String>,
    pub members: i32,
    pub core_group: i32,
    pub below_minimum_since: Option<DateTimeUtc>,
    pub version: i32,
    pub created_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
