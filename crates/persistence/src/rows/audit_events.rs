//! Rows of `audit_events`.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_events")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub chain_id: Uuid,
    pub sequence: i64,
    pub organization_id: Option<Uuid>,
    pub at: DateTimeUtc,
    pub account_id: Option<Uuid>,
    pub person_id: Option<Uuid>,
    pub body: Option<String>,
    pub action: String,
    pub object_id: Uuid,
    pub reason: Option<String>,
    pub previous_hash: String,
    pub hash: String,
}

impl ActiveModelBehavior for ActiveModel {}
