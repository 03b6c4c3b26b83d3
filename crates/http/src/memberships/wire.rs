//! What goes out and comes in about memberships.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;
use vliegwiel_application::memberships as application;
use vliegwiel_domain::access::{Action, Actor, Place};
use vliegwiel_domain::memberships as domain;
use vliegwiel_domain::networks::Network;

use crate::input::Page;
use crate::input::words::name_and_id;

/// What can be done with a membership.
const ACTIONS: [Action; 3] = [Action::MembershipsLeave, Action::MembershipsDecide, Action::MembershipsRemove];

/// Most people that a search finds. Our choice.
const FOUND_MAX: u64 = 50;

/// Where a membership is in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MembershipState {
    /// The core group has not answered.
    Requested,
    /// It holds.
    Active,
    /// The person left, withdrew the request, or was let go.
    Left,
    /// The core group said no.
    Declined,
}

/// Memberships that are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ListedState {
    /// The core group has not answered.
    Requested,
    /// It holds.
    Active,
}

/// Which membership.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
pub struct MembershipPath {
    /// Slug of the organisation.
    #[param(example = "drenthe", min_length = 2, max_length = 60)]
    pub organization: String,
    /// Id of the network.
    pub network: Uuid,
    /// Id of the membership.
    pub membership: Uuid,
}

/// Which memberships.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct MembershipFilter {
    /// In this state only.
    #[param(inline)]
    state: Option<ListedState>,
}

impl MembershipFilter {
    /// The filter of the use case, for this page.
    pub(super) fn of(self, page: &Page) -> application::Filter {
        application::Filter {
            state: self.state.map(Into::into),
            words: None,
            after: page.after.as_deref().and_then(name_and_id),
            most: page.most(),
        }
    }
}

impl From<ListedState> for domain::MembershipState {
    fn from(state: ListedState) -> Self {
        match state {
            ListedState::Requested => Self::Requested,
            ListedState::Active => Self::Active,
        }
    }
}

/// Whom to look for in a network.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MembershipSearch {
    /// Part of the name, in any case.
    #[validate(length(min = 1, max = 120))]
    #[schema(min_length = 1, max_length = 120, example = "veldkamp")]
    name: String,
    /// In this state only.
    #[schema(inline)]
    state: Option<ListedState>,
}

impl MembershipSearch {
    /// The filter of the use case.
    pub(super) fn filter(self) -> application::Filter {
        let words = Some(self.name.trim().to_owned());
        application::Filter { state: self.state.map(Into::into), words, after: None, most: FOUND_MAX }
    }
}

/// A person in a network.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Membership {
    /// Its id.
    pub id: Uuid,
    /// The network.
    pub network_id: Uuid,
    /// The person.
    pub person_id: Uuid,
    /// The name of the person; in lists only.
    #[schema(example = "Anna Veldkamp")]
    pub name: Option<String>,
    /// Where it is in its life.
    pub state: MembershipState,
    /// When the person last stated support of the purpose.
    pub supports_purpose_at: DateTime<Utc>,
    /// When it last became active.
    pub joined_at: Option<DateTime<Utc>>,
    /// When it last ended.
    pub left_at: Option<DateTime<Utc>>,
    /// Why the core group declined or let go, in plain language.
    pub reason: Option<String>,
    /// Its version, as in `ETag`.
    pub version: u32,
    /// What you may do with it now.
    #[schema(example = json!(["memberships.leave"]))]
    pub actions: Vec<String>,
}

/// A page of memberships.
#[derive(Debug, Serialize, ToSchema)]
pub struct MembershipPage {
    /// The memberships, by name.
    pub items: Vec<Membership>,
    /// Cursor of the next page; `null` on the last.
    pub next: Option<String>,
}

/// A wish to join.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewMembership {
    /// That you support the purpose of the network: must be `true`.
    #[schema(example = true)]
    supports_purpose: bool,
}

impl NewMembership {
    /// Whether support is stated.
    pub(super) const fn support(&self) -> domain::Support {
        if self.supports_purpose { domain::Support::Stated } else { domain::Support::NotStated }
    }
}

/// Yes or no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MembershipAnswer {
    /// Yes.
    Approve,
    /// No.
    Decline,
}

/// The answer to a request to join.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MembershipDecision {
    /// Yes or no.
    decision: MembershipAnswer,
    /// Why not, in plain language; the person reads it. Needed to decline.
    #[serde(default)]
    #[validate(length(max = 1_000))]
    #[schema(max_length = 1_000)]
    reason: String,
}

impl From<MembershipDecision> for application::Decision {
    fn from(decision: MembershipDecision) -> Self {
        match decision.decision {
            MembershipAnswer::Approve => Self::Approve,
            MembershipAnswer::Decline => Self::Decline(decision.reason),
        }
    }
}

/// The end of somebody's membership.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MembershipRemoval {
    /// Why, in plain language; the person reads it.
    #[validate(length(min = 1, max = 1_000))]
    #[schema(min_length = 1, max_length = 1_000)]
    pub reason: String,
}

impl Membership {
    /// A membership in a list of its core group.
    pub(super) fn listed(actor: &Actor, network: &Network, listed: application::Listed) -> Self {
        let application::Listed { membership, name } = listed;
        let place = application::place_of(&membership, network.profile.sensitivity);
        Self { name: Some(name), ..Self::of(actor, membership, &place) }
    }

    /// A membership on its own.
    pub(super) fn seen(actor: &Actor, seen: application::Seen) -> Self {
        let application::Seen { membership, place } = seen;
        Self::of(actor, membership, &place)
    }

    fn of(actor: &Actor, membership: domain::Membership, place: &Place) -> Self {
        let fits = |action: &Action| application::fits(*action, membership.state);
        let actions = actor.may(place, &ACTIONS).into_iter().filter(fits).map(|action| action.code().to_owned()).collect();
        let domain::Membership {
            id,
            organization_id: _,
            network_id,
            person_id,
            state,
            supports_purpose_at,
            joined_at,
            left_at,
            reason,
            version,
            created_at: _,
        } = membership;
        Self {
            id: id.uuid(),
            network_id: network_id.uuid(),
            person_id: person_id.uuid(),
            name: None,
            state: state.into(),
            supports_purpose_at,
            joined_at,
            left_at,
            reason,
            version,
            actions,
        }
    }
}

impl From<domain::MembershipState> for MembershipState {
    fn from(state: domain::MembershipState) -> Self {
        match state {
            domain::MembershipState::Requested => Self::Requested,
            domain::MembershipState::Active => Self::Active,
            domain::MembershipState::Left => Self::Left,
            domain::MembershipState::Declined => Self::Declined,
        }
    }
}
