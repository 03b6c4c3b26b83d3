//! Rows of `sign_in_attempts`.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "sign_in_attempts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub address_hash: String,
    pub failures: i32,
    pub window_started_at: DateTimeUtc,
    pub not_before: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
