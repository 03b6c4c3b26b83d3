//! Rows of `persons`.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "persons")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub organization_id: Uuid,
    pub account_id: Option<Uuid>,
    pub name: String,
    pub email: Option<String>,
    pub postcode: Option<String>,
    pub birth_year: Option<i32>,
    pub language: String,
    pub has_public_role: bool,
    pub expires_on: Option<Date>,
    pub version: i32,
    pub created_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
