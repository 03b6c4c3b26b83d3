//! Rows of `affiliations`.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "affiliations")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub organization_id: Uuid,
    pub person_id: Uuid,
    pub kind: String,
    pub legal_basis: String,
    pub state: String,
    pub source: String,
    pub started_on: Option<Date>,
    pub ended_on: Option<Date>,
    pub reason: Option<String>,
    pub decided_by: Option<Uuid>,
    pub version: i32,
    pub created_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
