//! What goes out about networks.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;
use vliegwiel_application::networks as application;
use vliegwiel_application::positions::Seen;
use vliegwiel_domain::ids::Id;
use vliegwiel_domain::networks as domain;

use super::codes::{GoalStatus, NetworkKind, NetworkState, Openness, Sensitivity};
use crate::meetings::wire::MeetingArea;
use crate::memberships::MembershipState;
use crate::positions::{AppointmentCapacity, PositionKind};

/// The growth goal of a network: so many members by a day.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct NetworkGoal {
    /// Members wanted.
    #[schema(example = 50)]
    pub members: u32,
    /// The day it counts from.
    pub from_on: NaiveDate,
    /// The day it should be met, that day included.
    pub by_on: NaiveDate,
    /// Members on the day it counts from.
    #[schema(example = 4)]
    pub members_at_start: u32,
    /// How it stands: `met` with the members wanted, `missed` past the day, `at-risk` when the forecast stays below, else `on-course`.
    pub status: GoalStatus,
    /// Members expected on the day when growth goes on in a straight line as it went: members at the start, plus the growth so far times all
    /// days divided by the days so far, rounded. `null` in the first 14 days.
    #[schema(example = 47)]
    pub forecast: Option<u32>,
}

/// A network in a list.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct NetworkSummary {
    /// Its id.
    pub id: Uuid,
    /// Its name in addresses.
    #[schema(example = "netwerk-zorg")]
    pub slug: String,
    /// Its name.
    #[schema(example = "Netwerk zorg")]
    pub name: String,
    /// What sort of network it is.
    pub kind: NetworkKind,
    /// What it is for.
    #[schema(example = "Goede zorg dichtbij, voor iedereen.")]
    pub purpose: String,
    /// What membership says about someone.
    pub sensitivity: Sensitivity,
    /// How one joins.
    pub openness: Openness,
    /// Where it is in its life.
    pub state: NetworkState,
    /// Active memberships.
    #[schema(example = 37)]
    pub members: u32,
    /// The growth goal; `null` while it waits.
    pub goal: Option<NetworkGoal>,
}

/// Somebody who answers for a network.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CoreGroupSeat {
    /// What the seat is called.
    #[schema(example = "Voorzitter")]
    pub title: String,
    /// What it is for.
    pub kind: PositionKind,
    /// Name of who holds it, where the person agreed to a public role or you may know it without; `null` otherwise.
    #[schema(example = "Anna Veldkamp")]
    pub name: Option<String>,
    /// How it is held; `null` for a vacant seat.
    pub capacity: Option<AppointmentCapacity>,
}

/// Who answers for a network.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CoreGroup {
    /// Distinct persons who hold a seat today, acting or not, and are members of the network.
    #[schema(example = 5)]
    pub size: u32,
    /// Smallest core group of the organisation.
    #[schema(example = 4)]
    pub minimum: u32,
    /// The seats, in their own order.
    pub seats: Vec<CoreGroupSeat>,
}

/// Your membership of a network.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct OwnMembership {
    /// Its id.
    pub id: Uuid,
    /// Where it is in its life.
    pub state: MembershipState,
    /// Its version, for `If-Match` as `"v…"`.
    pub version: u32,
    /// When it last became active.
    pub joined_at: Option<DateTime<Utc>>,
}

/// A network: people with a purpose, a core group and agreements.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Network {
    /// Its id.
    pub id: Uuid,
    /// Its name in addresses; never changes.
    #[schema(example = "netwerk-zorg")]
    pub slug: String,
    /// Its name.
    #[schema(example = "Netwerk zorg")]
    pub name: String,
    /// What sort of network it is.
    pub kind: NetworkKind,
    /// What it is for; who joins supports this.
    #[schema(example = "Goede zorg dichtbij, voor iedereen.")]
    pub purpose: String,
    /// More about it, in plain text. Empty lines separate paragraphs.
    pub about: String,
    /// What membership says about someone.
    pub sensitivity: Sensitivity,
    /// How one joins.
    pub openness: Openness,
    /// Where it is in its life.
    pub state: NetworkState,
    /// The unit it belongs to; `null` for a network of the whole organisation.
    pub unit_id: Option<Uuid>,
    /// The plan it came from; `null` for a network that existed before.
    pub founding_plan_id: Option<Uuid>,
    /// First day; `null` while it waits.
    pub starts_on: Option<NaiveDate>,
    /// Last day agreed; `null` when no end was agreed.
    pub ends_on: Option<NaiveDate>,
    /// Day of the agreed evaluation.
    pub evaluation_on: Option<NaiveDate>,
    /// Day it ended.
    pub ended_on: Option<NaiveDate>,
    /// Why it ended, in plain language.
    pub end_reason: Option<String>,
    /// Active memberships.
    #[schema(example = 37)]
    pub members: u32,
    /// The growth goal; `null` while it waits.
    pub goal: Option<NetworkGoal>,
    /// Who answers for it.
    pub core_group: CoreGroup,
    /// Published meetings to come that you may know of.
    #[schema(example = 2)]
    pub meetings_ahead: u32,
    /// Open positions without a regular holder today.
    #[schema(example = 1)]
    pub vacancies: u32,
    /// Your membership; `null` when you never were in it.
    pub membership: Option<OwnMembership>,
    /// Its version, as in `ETag`.
    pub version: u32,
    /// When it was decided or entered here.
    pub created_at: DateTime<Utc>,
    /// The only areas for which you may schedule its meetings, by name: one of them is required of you. `null` when you are not bound to areas, as
    /// the core group, or schedule none.
    pub meeting_areas: Option<Vec<MeetingArea>>,
    /// What you may do with it now.
    #[schema(example = json!(["memberships.join"]))]
    pub actions: Vec<String>,
}

/// A page of networks.
#[derive(Debug, Serialize, ToSchema)]
pub struct NetworkPage {
    /// The networks, by name.
    pub items: Vec<NetworkSummary>,
    /// Cursor of the next page; `null` on the last.
    pub next: Option<String>,
}

/// What a network and its organisation agreed.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Agreement {
    /// Its id.
    pub id: Uuid,
    /// What the network is for.
    pub purpose: String,
    /// How it organises itself; may be empty.
    pub organisation: String,
    /// How long it runs, in months; `null` without an end.
    pub duration_months: Option<u32>,
    /// Members it wants to have.
    #[schema(example = 50)]
    pub goal_members: u32,
    /// Months until it wants to have them.
    #[schema(example = 12)]
    pub goal_months: u32,
    /// Months until it is evaluated; `null` when nothing was agreed.
    pub evaluation_months: Option<u32>,
    /// Conditions of the board; may be empty.
    pub conditions: String,
    /// Day of the decision.
    pub agreed_on: NaiveDate,
    /// The plan it came from, if any.
    pub founding_plan_id: Option<Uuid>,
    /// The evaluation that adapted the terms, if any.
    pub evaluation_id: Option<Uuid>,
}

/// The agreements of a network.
#[derive(Debug, Serialize, ToSchema)]
pub struct AgreementList {
    /// The agreements, the newest first: that one holds.
    pub items: Vec<Agreement>,
}

impl NetworkGoal {
    /// The goal of a network with so many members on `today`.
    #[must_use]
    pub fn of(goal: domain::Goal, members: u32, today: NaiveDate) -> Self {
        let (status, forecast) = (goal.status(members, today).into(), goal.forecast(members, today));
        let domain::Goal { members, from, by, members_at_start } = goal;
        Self { members, from_on: from, by_on: by, members_at_start, status, forecast }
    }
}

impl NetworkSummary {
    /// A network in a list on `today`.
    #[must_use]
    pub fn of(network: domain::Network, today: NaiveDate) -> Self {
        let domain::NetworkProfile { name, purpose, about: _, sensitivity, openness } = network.profile;
        Self {
            id: network.id.uuid(),
            slug: network.slug,
            name,
            kind: network.kind.into(),
            purpose,
            sensitivity: sensitivity.into(),
            openness: openness.into(),
            state: network.state.into(),
            members: network.members,
            goal: network.goal.map(|goal| NetworkGoal::of(goal, network.members, today)),
        }
    }
}

impl Network {
    /// The page of a network on `today`.
    pub fn of(page: application::Page, today: NaiveDate) -> Self {
        let application::Page { detail, core_group, meeting_areas, actions } = page;
        let application::Detail { network, meetings_ahead, vacancies, core_group_min, start: _, membership } = detail;
        let domain::NetworkProfile { name, purpose, about, sensitivity, openness } = network.profile;
        Self {
            id: network.id.uuid(),
            slug: network.slug,
            name,
            kind: network.kind.into(),
            purpose,
            about,
            sensitivity: sensitivity.into(),
            openness: openness.into(),
            state: network.state.into(),
            unit_id: network.unit_id.map(Id::uuid),
            founding_plan_id: network.founding_plan_id.map(Id::uuid),
            starts_on: network.starts_on,
            ends_on: network.ends_on,
            evaluation_on: network.evaluation_on,
            ended_on: network.ended_on,
            end_reason: network.end_reason,
            members: network.members,
            goal: network.goal.map(|goal| NetworkGoal::of(goal, network.members, today)),
            core_group: CoreGroup {
                size: network.core_group,
                minimum: core_group_min,
                seats: core_group.into_iter().map(CoreGroupSeat::from).collect(),
            },
            meetings_ahead,
            vacancies,
            membership: membership.map(OwnMembership::from),
            version: network.version,
            created_at: network.created_at,
            meeting_areas: meeting_areas.map(|areas| areas.into_iter().map(MeetingArea::from).collect()),
            actions: actions.into_iter().map(|action| action.code().to_owned()).collect(),
        }
    }
}

impl From<Seen> for CoreGroupSeat {
    fn from(seen: Seen) -> Self {
        let holder = seen.holders.into_iter().find(|holder| holder.is_current);
        Self {
            title: seen.seat.position.title,
            kind: seen.seat.position.kind.into(),
            capacity: holder.as_ref().map(|holder| holder.capacity.into()),
            name: holder.and_then(|holder| holder.known).map(|held| held.name),
        }
    }
}

impl From<application::OwnMembership> for OwnMembership {
    fn from(own: application::OwnMembership) -> Self {
        let application::OwnMembership { id, state, version, joined_at } = own;
        Self { id: id.uuid(), state: state.into(), version, joined_at }
    }
}

impl From<domain::Agreement> for Agreement {
    fn from(agreement: domain::Agreement) -> Self {
        let domain::Agreement { id, organization_id: _, network_id: _, founding_plan_id, evaluation_id, terms, agreed_on, created_at: _ } =
            agreement;
        let domain::Terms { purpose, organisation, duration_months, goal_members, goal_months, evaluation_months, conditions } = terms;
        Self {
            id: id.uuid(),
            purpose,
            organisation,
            duration_months,
            goal_members,
            goal_months,
            evaluation_months,
            conditions,
            agreed_on,
            founding_plan_id: founding_plan_id.map(Id::uuid),
            evaluation_id: evaluation_id.map(Id::uuid),
        }
    }
}
