//! Meetings on the wire.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use vliegwiel_application::meetings as application;
use vliegwiel_domain::access::Actor;
use vliegwiel_domain::areas::Area;
use vliegwiel_domain::meetings as domain;

use super::codes::{Attendance, Audience, MeetingKind, MeetingState};
use crate::registrations::wire::Registration;

/// Time zone in which the hosts think of their meetings.
const TIME_ZONE: &str = "Europe/Amsterdam";

/// The network that answers for a meeting.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MeetingNetwork {
    /// Its id.
    pub id: Uuid,
    /// Its name in addresses.
    #[schema(example = "zorg-en-welzijn")]
    pub slug: String,
    /// Its name.
    #[schema(example = "Zorg en welzijn")]
    pub name: String,
}

/// The area a meeting is for.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MeetingArea {
    /// Its id.
    pub id: Uuid,
    /// Its official code.
    #[schema(example = "GM0106")]
    pub code: String,
    /// Its name.
    #[schema(example = "Assen")]
    pub name: String,
}

/// What sort of co-host.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MeetingHostKind {
    /// Another network.
    Network,
    /// A unit of the organisation, such as a chapter.
    Unit,
}

/// Who else hosts a meeting.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MeetingHost {
    /// What sort of co-host.
    pub kind: MeetingHostKind,
    /// Id of the network or unit.
    pub id: Uuid,
    /// Its name.
    #[schema(example = "Afdeling Assen")]
    pub name: String,
}

/// A room to meet in.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Venue {
    /// Name.
    #[schema(min_length = 1, max_length = 200, example = "Provinciehuis")]
    pub name: String,
    /// Street, number and town.
    #[schema(min_length = 1, max_length = 200, example = "Westerbrink 1, Assen")]
    pub address: String,
}

/// A meeting in a list.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MeetingSummary {
    /// Its id.
    pub id: Uuid,
    /// The network that answers for it.
    pub network: MeetingNetwork,
    /// What sort of meeting.
    pub kind: MeetingKind,
    /// Where it is in its life.
    pub state: MeetingState,
    /// Title.
    #[schema(example = "Wie zorgt er straks voor ons?")]
    pub title: String,
    /// First moment.
    pub starts_at: DateTime<Utc>,
    /// Last moment.
    pub ends_at: DateTime<Utc>,
    /// Time zone of the people who meet, by its name in the IANA database.
    #[schema(example = "Europe/Amsterdam")]
    pub time_zone: String,
    /// The area it is for; `null` for a meeting for everyone.
    pub area: Option<MeetingArea>,
    /// The room; `null` for a meeting that is only online.
    pub venue: Option<Venue>,
    /// Whether one can take part online.
    pub is_online: bool,
    /// Who may know of it and register.
    pub audience: Audience,
    /// What is kept of who came.
    pub attendance: Attendance,
    /// Seats; `null` without a limit.
    #[schema(example = 120)]
    pub capacity: Option<u32>,
    /// Seats taken: registrations in state `registered` that are no walk-ins.
    #[schema(example = 68)]
    pub registered: u32,
    /// Registrations in state `waitlisted`.
    #[schema(example = 0)]
    pub waitlisted: u32,
    /// Of `registered`: those who were checked in. Where no names are kept: the number of people present, told by the hosts.
    #[schema(example = 49)]
    pub attended: u32,
    /// People who came without having registered, above capacity too.
    #[schema(example = 3)]
    pub walk_ins: u32,
    /// Your own registration; `null` when you have none.
    pub registration: Option<Registration>,
    /// What you may do now.
    #[schema(example = json!(["registrations.register"]))]
    pub actions: Vec<String>,
}

/// A meeting.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Meeting {
    /// Everything that lists show too.
    #[serde(flatten)]
    pub summary: MeetingSummary,
    /// What happens, in plain text. Empty lines separate paragraphs.
    #[serde(rename = "summary")]
    pub about: String,
    /// How hard the language is and what help there is, in plain text.
    pub language_note: String,
    /// Who can get in and how, in plain text.
    pub accessibility_note: String,
    /// Link to take part online; `null` for who has no seat and does not organise it.
    #[schema(example = "https://meet.example/zorg")]
    pub online_url: Option<String>,
    /// Who else hosts it, in the order they were named; left out are those you may not know of.
    pub hosts: Vec<MeetingHost>,
    /// Why it was called off; `null` otherwise.
    pub state_reason: Option<String>,
    /// Free seats; `null` without a limit.
    #[schema(example = 52)]
    pub free_seats: Option<u32>,
    /// Whether a freed seat goes to who comes first, as on the last day, instead of to the waitlist.
    pub is_first_come: bool,
    /// Attended of the registered, as a whole percentage; `null` when nobody registered or the meeting was not held.
    #[schema(example = 72)]
    pub show_rate: Option<u32>,
    /// When its audience was told.
    pub published_at: Option<DateTime<Utc>>,
    /// When the hosts said that it took place.
    pub held_at: Option<DateTime<Utc>>,
    /// When it was scheduled.
    pub created_at: DateTime<Utc>,
    /// Its version, as in `ETag`.
    pub version: u32,
}

/// A page of meetings.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MeetingPage)]
pub struct MeetingList {
    /// The meetings, by start.
    pub items: Vec<MeetingSummary>,
    /// Cursor of the next page; `null` on the last.
    pub next: Option<String>,
}

impl MeetingSummary {
    /// The meeting as `actor` sees it.
    pub(crate) fn of(actor: &Actor, page: application::MeetingPage, now: DateTime<Utc>) -> Self {
        let application::MeetingPage { entry, is_online, hosts: _, actions } = page;
        let application::Entry { meeting, network, area, own } = entry;
        let application::NetworkName { slug, name, sensitivity: _ } = network;
        let registration = own.map(|own| Registration::of(actor, &own.registration, &meeting, own.ahead, now));
        let domain::Meeting { id, network_id, plan, state, counts, .. } = meeting;
        Self {
            id: id.uuid(),
            network: MeetingNetwork { id: network_id.uuid(), slug, name },
            kind: plan.kind.into(),
            state: state.into(),
            title: plan.title,
            starts_at: plan.starts_at,
            ends_at: plan.ends_at,
            time_zone: TIME_ZONE.to_owned(),
            area: area.map(MeetingArea::from),
            venue: plan.venue.map(Venue::from),
            is_online,
            audience: plan.audience.into(),
            attendance: plan.attendance.into(),
            capacity: plan.capacity,
            registered: counts.registered,
            waitlisted: counts.waitlisted,
            attended: counts.attended,
            walk_ins: counts.walk_ins,
            registration,
            actions: actions.into_iter().map(|action| action.code().to_owned()).collect(),
        }
    }
}

impl Meeting {
    /// The meeting as `actor` sees it.
    pub(super) fn of(actor: &Actor, page: application::MeetingPage, now: DateTime<Utc>) -> Self {
        let meeting = page.entry.meeting.clone();
        let hosts = page.hosts.iter().cloned().map(MeetingHost::from).collect();
        let is_held = meeting.state == domain::MeetingState::Held;
        Self {
            summary: MeetingSummary::of(actor, page, now),
            about: meeting.plan.summary.clone(),
            language_note: meeting.plan.language_note.clone(),
            accessibility_note: meeting.plan.accessibility_note.clone(),
            online_url: meeting.plan.online_url.clone(),
            hosts,
            state_reason: meeting.state_reason.clone(),
            free_seats: meeting.free_seats(),
            is_first_come: meeting.is_first_come(now),
            show_rate: meeting.counts.show_rate().filter(|_| is_held),
            published_at: meeting.published_at,
            held_at: meeting.held_at,
            created_at: meeting.created_at,
            version: meeting.version,
        }
    }
}

impl From<application::AreaName> for MeetingArea {
    fn from(area: application::AreaName) -> Self {
        let application::AreaName { id, code, name } = area;
        Self { id: id.uuid(), code, name }
    }
}

impl From<Area> for MeetingArea {
    fn from(area: Area) -> Self {
        let Area { id, code, name, parent: _, valid_from: _, valid_to: _, successor: _ } = area;
        Self { id: id.uuid(), code: code.as_str().to_owned(), name }
    }
}

impl From<application::HostName> for MeetingHost {
    fn from(host: application::HostName) -> Self {
        let application::HostName { host, name, place: _ } = host;
        match host {
            domain::CoHost::Network(id) => Self { kind: MeetingHostKind::Network, id: id.uuid(), name },
            domain::CoHost::Unit(id) => Self { kind: MeetingHostKind::Unit, id: id.uuid(), name },
        }
    }
}

impl From<domain::Venue> for Venue {
    fn from(venue: domain::Venue) -> Self {
        let domain::Venue { name, address } = venue;
        Self { name, address }
    }
}

impl From<Venue> for domain::Venue {
    fn from(venue: Venue) -> Self {
        let Venue { name, address } = venue;
        Self { name, address }
    }
}
