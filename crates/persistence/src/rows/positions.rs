//! Rows of `positions`.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "positions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub organization_id: Uuid,
    pub body: String,
    pub network_id: Option<Uuid>,
    pub unit_id: Option<Uuid>,
    pub area_id: Option<Uuid>,
    pub kind: String,
    pub title: String,
    pub vacancy_text: String,
    pub term_months: Option<i32>,
    pub sequence: i32,
    pub closed_at: Option<DateTimeUtc>,
    pub version: i32,
    pub created_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
