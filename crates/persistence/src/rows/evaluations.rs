//! Rows of `evaluations`.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "evaluations")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub organization_id: Uuid,
    pub network_id: Uuid,
    pub state: String,
    pub numbers: Json,
    pub core_group_view: Option<String>,
    pub core_group_view_by: Option<Uuid>,
    pub core_group_view_at: Option<DateTimeUtc>,
    pub office_view: Option<String>,
    pub office_view_by: Option<Uuid>,
    pub office_view_at: Option<DateTimeUtc>,
    pub decision: Option<String>,
    pub decision_reason: Option<String>,
    pub decided_by: Option<Uuid>,
    pub decided_on: Option<Date>,
    pub opened_at: DateTimeUtc,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
