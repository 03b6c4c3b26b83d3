//! Rows of `grants`.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "grants")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub organization_id: Uuid,
    pub person_id: Uuid,
    pub role: String,
    pub network_id: Option<Uuid>,
    pub area_id: Option<Uuid>,
    pub unit_id: Option<Uuid>,
    pub appointment_id: Option<Uuid>,
    pub from_on: Date,
    pub until_on: Option<Date>,
    pub ended_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
