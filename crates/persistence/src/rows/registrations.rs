//! Rows of `registrations`.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "registrations")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub organization_id: Uuid,
    pub meeting_id: Uuid,
    pub person_id: Uuid,
    pub state: String,
    pub place: i32,
    pub needs: String,
    pub is_walk_in: bool,
    pub registered_at: DateTimeUtc,
    pub cancelled_at: Option<DateTimeUtc>,
    pub promoted_at: Option<DateTimeUtc>,
    pub attended_at: Option<DateTimeUtc>,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
