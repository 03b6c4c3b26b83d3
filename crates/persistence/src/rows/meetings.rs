//! Rows of `meetings`.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "meetings")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub organization_id: Uuid,
    pub network_id: Uuid,
    pub kind: String,
    pub state: String,
    pub state_reason: Option<String>,
    pub title: String,
    pub summary: String,
    pub language_note: String,
    pub starts_at: DateTimeUtc,
    pub ends_at: DateTimeUtc,
    pub area_id: Option<Uuid>,
    pub venue_name: Option<String>,
    pub venue_address: Option<String>,
    pub accessibility_note: String,
    pub online_url: Option<String>,
    pub audience: String,
    pub attendance: String,
    pub capacity: Option<i32>,
    pub registered: i32,
    pub waitlisted: i32,
    pub attended: i32,
    pub walk_ins: i32,
    pub places_given: i32,
    pub last_place_has_seat: bool,
    pub published_at: Option<DateTimeUtc>,
    pub held_at: Option<DateTimeUtc>,
    pub version: i32,
    pub created_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
