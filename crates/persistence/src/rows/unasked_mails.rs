//! Rows of `unasked_mails`.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "unasked_mails")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub address_hash: String,
    pub sent: i32,
    pub window_started_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
