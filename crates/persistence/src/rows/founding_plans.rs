//! Rows of `founding_plans`.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "founding_plans")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub organization_id: Uuid,
    pub state: String,
    pub drafted_by: Uuid,
    pub name: String,
    pub kind: String,
    pub sensitivity: String,
    pub openness: String,
    pub goal_members: i32,
    pub goal_months: i32,
    pub duration_months: Option<i32>,
    pub evaluation_months: i32,
    pub budget_cents: i32,
    pub revision: i32,
    pub round: i32,
    pub submitted_at: Option<DateTimeUtc>,
    pub advice: Option<String>,
    pub decided_on: Option<Date>,
    pub decision_reason: Option<String>,
    pub conditions: Option<String>,
    pub network_id: Option<Uuid>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub changed_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
