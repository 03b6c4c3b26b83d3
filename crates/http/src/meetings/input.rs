//! What comes in about meetings.

use chrono::{DateTime, SubsecRound, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;
use vliegwiel_application::meetings::{Filter, MeetingPatch};
use vliegwiel_domain::ids::OrganizationId;
use vliegwiel_domain::meetings as domain;

use super::codes::{Attendance, Audience, MeetingKind, MeetingSort, MeetingState};
use super::wire::{MeetingHostKind, Venue};
use crate::input::moments::in_range;
use crate::input::{Page, patch};
use crate::problems::Problem;

/// Which meeting.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
pub struct MeetingPath {
    /// Slug of the organisation.
    #[param(example = "drenthe", min_length = 2, max_length = 60)]
    pub organization: String,
    /// Id of the meeting.
    pub meeting: Uuid,
}

/// Which meetings.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct MeetingFilter {
    /// Of this network only, by its id.
    network: Option<Uuid>,
    /// For this area or one inside it only, by its id.
    area: Option<Uuid>,
    /// Of this kind only.
    #[param(inline)]
    kind: Option<MeetingKind>,
    /// In this state only.
    #[param(inline)]
    state: Option<MeetingState>,
    /// Ending at this moment or later.
    from: Option<DateTime<Utc>>,
    /// Starting before this moment.
    before: Option<DateTime<Utc>>,
    /// With these words in the title or the text, in any case.
    #[param(max_length = 100)]
    q: Option<String>,
    /// The order, by start.
    #[param(inline)]
    sort: Option<MeetingSort>,
}

impl MeetingFilter {
    /// The filter of the use case, for this page.
    pub(super) fn of(self, page: &Page) -> Result<Filter, Problem> {
        Ok(Filter {
            network: self.network.map(Into::into),
            area: self.area.map(Into::into),
            kind: self.kind.map(Into::into),
            state: self.state.map(Into::into),
            from: in_range("?from", self.from)?,
            before: in_range("?before", self.before)?,
            words: super::words(self.q)?,
            direction: self.sort.map(Into::into).unwrap_or_default(),
            after: page.after.as_deref().and_then(super::position),
            most: page.most(),
        })
    }
}

/// A co-host to name.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NamedHost {
    /// What sort of co-host.
    kind: MeetingHostKind,
    /// Id of a network that runs, or of a unit.
    id: Uuid,
}

/// A meeting to schedule.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewMeeting {
    /// Id of the network that answers for it.
    network_id: Uuid,
    /// What sort of meeting.
    kind: MeetingKind,
    /// Title.
    #[validate(length(min = 1, max = 160))]
    #[schema(min_length = 1, max_length = 160, example = "Wie zorgt er straks voor ons?")]
    title: String,
    /// What happens, in plain text.
    #[serde(default)]
    #[validate(length(max = 8_000))]
    #[schema(max_length = 8_000)]
    summary: String,
    /// How hard the language is and what help there is.
    #[serde(default)]
    #[validate(length(max = 1_000))]
    #[schema(max_length = 1_000, example = "Klare taal, met een tolk gebarentaal.")]
    language_note: String,
    /// First moment.
    starts_at: DateTime<Utc>,
    /// Last moment.
    ends_at: DateTime<Utc>,
    /// Id of the area it is for.
    area_id: Option<Uuid>,
    /// The room.
    venue: Option<Venue>,
    /// Who can get in and how.
    #[serde(default)]
    #[validate(length(max = 1_000))]
    #[schema(max_length = 1_000, example = "Lift en ringleiding aanwezig.")]
    accessibility_note: String,
    /// Link to take part online, beginning with `https://`; shown only to who has a seat and to the organisers.
    #[validate(length(max = 500))]
    #[schema(max_length = 500, example = "https://meet.example/zorg")]
    online_url: Option<String>,
    /// Who may know of it and register.
    audience: Audience,
    /// Seats; left out or `null` without a limit.
    #[validate(range(min = 1, max = 100_000))]
    #[schema(minimum = 1, maximum = 100_000, example = 120)]
    capacity: Option<u32>,
    /// What is kept of who came; names unless you say otherwise.
    #[serde(default = "named")]
    #[schema(default = "named")]
    attendance: Attendance,
    /// Who else hosts it.
    #[serde(default)]
    #[validate(length(max = 20))]
    #[schema(max_items = 20)]
    hosts: Vec<NamedHost>,
}

fn named() -> Attendance {
    Attendance::Named
}

impl NewMeeting {
    /// The meeting to schedule and its co-hosts.
    pub(super) fn of(self, organization: OrganizationId) -> (domain::NewMeeting, Vec<domain::CoHost>) {
        let hosts = self.hosts.into_iter().map(Into::into).collect();
        let plan = domain::MeetingPlan {
            title: self.title,
            summary: self.summary,
            language_note: self.language_note,
            kind: self.kind.into(),
            starts_at: self.starts_at.trunc_subsecs(0),
            ends_at: self.ends_at.trunc_subsecs(0),
            area_id: self.area_id.map(Into::into),
            venue: self.venue.map(Into::into),
            accessibility_note: self.accessibility_note,
            online_url: self.online_url,
            audience: self.audience.into(),
            capacity: self.capacity,
            attendance: self.attendance.into(),
        };
        (domain::NewMeeting { organization_id: organization, network_id: self.network_id.into(), plan }, hosts)
    }
}

/// What changes of a meeting: what is absent stays, `null` clears.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[expect(clippy::option_option, reason = "absent and null differ in a merge patch")]
pub struct MeetingChange {
    /// What sort of meeting.
    #[serde(default, deserialize_with = "patch::present")]
    #[schema(nullable = false)]
    kind: Option<MeetingKind>,
    /// Title.
    #[serde(default, deserialize_with = "patch::present")]
    #[validate(length(min = 1, max = 160))]
    #[schema(min_length = 1, max_length = 160, nullable = false)]
    title: Option<String>,
    /// What happens, in plain text.
    #[serde(default, deserialize_with = "patch::present")]
    #[validate(length(max = 8_000))]
    #[schema(max_length = 8_000, nullable = false)]
    summary: Option<String>,
    /// How hard the language is and what help there is.
    #[serde(default, deserialize_with = "patch::present")]
    #[validate(length(max = 1_000))]
    #[schema(max_length = 1_000, nullable = false)]
    language_note: Option<String>,
    /// First moment.
    #[serde(default, deserialize_with = "patch::present")]
    #[schema(nullable = false)]
    starts_at: Option<DateTime<Utc>>,
    /// Last moment.
    #[serde(default, deserialize_with = "patch::present")]
    #[schema(nullable = false)]
    ends_at: Option<DateTime<Utc>>,
    /// Id of the area it is for.
    #[serde(default, deserialize_with = "patch::clearable")]
    #[schema(value_type = Option<Uuid>)]
    area_id: Option<Option<Uuid>>,
    /// The room, as a whole.
    #[serde(default, deserialize_with = "patch::clearable")]
    #[schema(value_type = Option<Venue>)]
    venue: Option<Option<Venue>>,
    /// Who can get in and how.
    #[serde(default, deserialize_with = "patch::present")]
    #[validate(length(max = 1_000))]
    #[schema(max_length = 1_000, nullable = false)]
    accessibility_note: Option<String>,
    /// Link to take part online.
    #[serde(default, deserialize_with = "patch::clearable")]
    #[schema(value_type = Option<String>, max_length = 500)]
    online_url: Option<Option<String>>,
    /// Who may know of it and register.
    #[serde(default, deserialize_with = "patch::present")]
    #[schema(nullable = false)]
    audience: Option<Audience>,
    /// Seats; `null` for no limit.
    #[serde(default, deserialize_with = "patch::clearable")]
    #[schema(value_type = Option<u32>, minimum = 1, maximum = 100_000)]
    capacity: Option<Option<u32>>,
    /// What is kept of who came.
    #[serde(default, deserialize_with = "patch::present")]
    #[schema(nullable = false)]
    attendance: Option<Attendance>,
    /// Who else hosts it: all of them.
    #[serde(default, deserialize_with = "patch::present")]
    #[validate(length(max = 20))]
    #[schema(max_items = 20, nullable = false)]
    hosts: Option<Vec<NamedHost>>,
}

impl From<MeetingChange> for MeetingPatch {
    fn from(change: MeetingChange) -> Self {
        Self {
            title: change.title,
            summary: change.summary,
            language_note: change.language_note,
            kind: change.kind.map(Into::into),
            starts_at: change.starts_at.map(|moment| moment.trunc_subsecs(0)),
            ends_at: change.ends_at.map(|moment| moment.trunc_subsecs(0)),
            area_id: change.area_id.map(|area| area.map(Into::into)),
            venue: change.venue.map(|venue| venue.map(Into::into)),
            accessibility_note: change.accessibility_note,
            online_url: change.online_url,
            audience: change.audience.map(Into::into),
            capacity: change.capacity,
            attendance: change.attendance.map(Into::into),
            hosts: change.hosts.map(|hosts| hosts.into_iter().map(Into::into).collect()),
        }
    }
}

impl From<NamedHost> for domain::CoHost {
    fn from(host: NamedHost) -> Self {
        match host.kind {
            MeetingHostKind::Network => Self::Network(host.id.into()),
            MeetingHostKind::Unit => Self::Unit(host.id.into()),
        }
    }
}

/// Why a meeting is called off.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MeetingCancellation {
    /// The reason, in plain language: everyone on the list reads it.
    #[validate(length(min = 1, max = 1_000))]
    #[schema(min_length = 1, max_length = 1_000, example = "De spreker is ziek.")]
    pub reason: String,
}

/// That a meeting took place.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MeetingHolding {
    /// How many people were present: required where no names are kept, refused elsewhere.
    #[validate(range(max = 100_000))]
    #[schema(maximum = 100_000, example = 35)]
    pub present: Option<u32>,
}
