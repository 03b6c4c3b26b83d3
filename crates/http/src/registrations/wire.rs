//! Registrations on the wire.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use vliegwiel_application::registrations as application;
use vliegwiel_domain::access::{Action, Actor};
use vliegwiel_domain::meetings as meetings_domain;
use vliegwiel_domain::registrations as domain;

/// Where a registration is in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RegistrationState {
    /// Has a seat, or walked in.
    Registered,
    /// Waits for a seat.
    Waitlisted,
    /// Does not come.
    Cancelled,
}

/// Your own registration for a meeting.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Registration {
    /// Its id.
    pub id: Uuid,
    /// Id of the meeting.
    pub meeting_id: Uuid,
    /// Where it is in its life.
    pub state: RegistrationState,
    /// Order of acceptance for this meeting, from 1.
    #[schema(example = 51)]
    pub place: u32,
    /// How many wait before, for who waits; `null` otherwise and in lists.
    #[schema(example = 2)]
    pub ahead: Option<u32>,
    /// What was needed to take part; empty when nothing was asked.
    pub needs: String,
    /// Whether the person came without a seat.
    pub is_walk_in: bool,
    /// When it was last accepted.
    pub registered_at: DateTime<Utc>,
    /// When it moved up from the waitlist.
    pub promoted_at: Option<DateTime<Utc>>,
    /// When it was cancelled.
    pub cancelled_at: Option<DateTime<Utc>>,
    /// When the person was checked in.
    pub attended_at: Option<DateTime<Utc>>,
    /// Its version, as in `ETag`.
    pub version: u32,
    /// What you may do with it now.
    #[schema(example = json!(["registrations.cancel"]))]
    pub actions: Vec<String>,
}

/// Someone on the list of a meeting.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Attendee {
    /// Id of the registration.
    pub id: Uuid,
    /// Name.
    #[schema(example = "Fenna Voorbeeld")]
    pub name: String,
    /// Where the registration is in its life.
    pub state: RegistrationState,
    /// Order of acceptance, from 1.
    #[schema(example = 12)]
    pub place: u32,
    /// What the person needs to take part; absent when nothing was asked. Sensitive, and forgotten half a year after the meeting.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "Een plek voor een rolstoel.")]
    pub needs: Option<String>,
    /// Whether the person came without a seat.
    pub is_walk_in: bool,
    /// When it was last accepted.
    pub registered_at: DateTime<Utc>,
    /// When the person was checked in; `null` for who has not come.
    pub attended_at: Option<DateTime<Utc>>,
    /// Version of the registration, as in `ETag`.
    pub version: u32,
    /// What you may do with it now.
    #[schema(example = json!(["registrations.cancel"]))]
    pub actions: Vec<String>,
}

/// A page of a list of attendees.
#[derive(Debug, Serialize, ToSchema)]
pub struct AttendeePage {
    /// The people, in order of acceptance.
    pub items: Vec<Attendee>,
    /// Cursor of the next page; `null` on the last.
    pub next: Option<String>,
}

/// People on the list of a meeting with a name that was searched for.
#[derive(Debug, Serialize, ToSchema)]
pub struct AttendeesFound {
    /// The people, in order of acceptance; at most 100.
    pub items: Vec<Attendee>,
}

/// How full a meeting is and how many came.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DoorCounts {
    /// Seats taken, without walk-ins.
    #[schema(example = 68)]
    pub registered: u32,
    /// People who wait for a seat.
    #[schema(example = 0)]
    pub waitlisted: u32,
    /// Of `registered`: those who were checked in.
    #[schema(example = 49)]
    pub attended: u32,
    /// People who came without having registered.
    #[schema(example = 3)]
    pub walk_ins: u32,
}

/// Someone at the door, and how many came so far.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CheckedAttendee {
    /// The person.
    pub attendee: Attendee,
    /// The counts of the meeting.
    pub counts: DoorCounts,
}

/// A guest's registration, for who followed the link in the mail.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct GuestRegistration {
    /// Id of the meeting.
    pub meeting_id: Uuid,
    /// Title of the meeting.
    #[schema(example = "Wie zorgt er straks voor ons?")]
    pub title: String,
    /// First moment of the meeting.
    pub starts_at: DateTime<Utc>,
    /// Last moment of the meeting.
    pub ends_at: DateTime<Utc>,
    /// Where the registration is in its life.
    pub state: RegistrationState,
    /// Order of acceptance, from 1.
    #[schema(example = 51)]
    pub place: u32,
    /// How many wait before, for who just came on the waitlist; `null` otherwise.
    #[schema(example = 2)]
    pub ahead: Option<u32>,
}

impl Registration {
    /// The registration as its person or the core group sees it.
    pub(crate) fn of(
        actor: &Actor,
        registration: &domain::Registration,
        meeting: &meetings_domain::Meeting,
        ahead: Option<u32>,
        now: DateTime<Utc>,
    ) -> Self {
        let can_cancel = registration.clone().cancel(meeting, now).is_ok();
        let place = application::place_of_registration(registration, meeting);
        let possible: &[Action] = if can_cancel { &[Action::RegistrationsCancel] } else { &[] };
        let actions = actor.may(&place, possible).into_iter().map(|action| action.code().to_owned()).collect();
        let domain::Registration {
            id,
            organization_id: _,
            meeting_id,
            person_id: _,
            state,
            place,
            needs,
            is_walk_in,
            registered_at,
            cancelled_at,
            promoted_at,
            attended_at,
            version,
        } = registration.clone();
        Self {
            id: id.uuid(),
            meeting_id: meeting_id.uuid(),
            state: state.into(),
            place,
            ahead,
            needs,
            is_walk_in,
            registered_at,
            promoted_at,
            cancelled_at,
            attended_at,
            version,
            actions,
        }
    }
}

impl From<application::Listed> for Attendee {
    fn from(listed: application::Listed) -> Self {
        let application::Listed { attendee: application::Attendee { registration, name }, actions } = listed;
        let domain::Registration {
            id,
            organization_id: _,
            meeting_id: _,
            person_id: _,
            state,
            place,
            needs,
            is_walk_in,
            registered_at,
            cancelled_at: _,
            promoted_at: _,
            attended_at,
            version,
        } = registration;
        let needs = Some(needs).filter(|needs| !needs.is_empty());
        let actions = actions.into_iter().map(|action| action.code().to_owned()).collect();
        Self { id: id.uuid(), name, state: state.into(), place, needs, is_walk_in, registered_at, attended_at, version, actions }
    }
}

impl From<application::AtDoor> for CheckedAttendee {
    fn from(at_door: application::AtDoor) -> Self {
        let application::AtDoor { listed, meeting } = at_door;
        let meetings_domain::Counts { registered, waitlisted, attended, walk_ins, places_given: _ } = meeting.counts;
        Self { attendee: listed.into(), counts: DoorCounts { registered, waitlisted, attended, walk_ins } }
    }
}

impl From<application::Accepted> for GuestRegistration {
    fn from(accepted: application::Accepted) -> Self {
        let application::Accepted { registration, meeting, ahead, outcome: _ } = accepted;
        Self {
            meeting_id: meeting.id.uuid(),
            title: meeting.plan.title,
            starts_at: meeting.plan.starts_at,
            ends_at: meeting.plan.ends_at,
            state: registration.state.into(),
            place: registration.place,
            ahead,
        }
    }
}

impl From<domain::RegistrationState> for RegistrationState {
    fn from(state: domain::RegistrationState) -> Self {
        match state {
            domain::RegistrationState::Registered => Self::Registered,
            domain::RegistrationState::Waitlisted => Self::Waitlisted,
            domain::RegistrationState::Cancelled => Self::Cancelled,
        }
    }
}

impl From<RegistrationState> for domain::RegistrationState {
    fn from(state: RegistrationState) -> Self {
        match state {
            RegistrationState::Registered => Self::Registered,
            RegistrationState::Waitlisted => Self::Waitlisted,
            RegistrationState::Cancelled => Self::Cancelled,
        }
    }
}
