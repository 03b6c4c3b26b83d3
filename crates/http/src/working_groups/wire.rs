//! What goes out and comes in about working groups.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;
use vliegwiel_application::networks::place_of;
use vliegwiel_application::working_groups as application;
use vliegwiel_domain::access::{Action, Actor};
use vliegwiel_domain::ids::{NetworkId, OrganizationId, WorkingGroupId};
use vliegwiel_domain::networks::Network;
use vliegwiel_domain::working_groups as domain;

use crate::input::patch;

/// What can be done with a working group.
const ACTIONS: [Action; 4] =
    [Action::WorkingGroupsChange, Action::WorkingGroupsClose, Action::WorkingGroupsAddMember, Action::WorkingGroupsRemoveMember];

/// Who takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum WorkingGroupKind {
    /// Members of the network.
    Members,
    /// Experts by knowledge or by experience, who need not be members of the network.
    Experts,
}

/// Which working group.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
pub struct WorkingGroupPath {
    /// Slug of the organisation.
    #[param(example = "drenthe", min_length = 2, max_length = 60)]
    pub organization: String,
    /// Id of the network.
    pub network: Uuid,
    /// Id of the working group.
    pub group: Uuid,
}

impl WorkingGroupPath {
    /// The network and the group.
    pub(super) fn at(&self) -> (NetworkId, WorkingGroupId) {
        (self.network.into(), self.group.into())
    }
}

/// Which seat in a working group.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
pub struct WorkingGroupMemberPath {
    /// Slug of the organisation.
    #[param(example = "drenthe", min_length = 2, max_length = 60)]
    pub organization: String,
    /// Id of the network.
    pub network: Uuid,
    /// Id of the working group.
    pub group: Uuid,
    /// Id of the seat, as in the list of people.
    pub member: Uuid,
}

/// Some people of a network who work on something together.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct WorkingGroup {
    /// Its id.
    pub id: Uuid,
    /// The network.
    pub network_id: Uuid,
    /// Who takes part.
    pub kind: WorkingGroupKind,
    /// Its name.
    #[schema(example = "Jeugdzorg")]
    pub name: String,
    /// What it works on.
    #[schema(example = "Advies over wachtlijsten.")]
    pub purpose: String,
    /// People in it now.
    #[schema(example = 6)]
    pub members: u32,
    /// When it was closed.
    pub closed_at: Option<DateTime<Utc>>,
    /// Its version, as in `ETag`.
    pub version: u32,
    /// When it was founded.
    pub created_at: DateTime<Utc>,
    /// What you may do with it.
    #[schema(example = json!(["working-groups.add-member"]))]
    pub actions: Vec<String>,
}

/// A page of working groups.
#[derive(Debug, Serialize, ToSchema)]
pub struct WorkingGroupPage {
    /// The working groups, by name.
    pub items: Vec<WorkingGroup>,
    /// Cursor of the next page; `null` on the last.
    pub next: Option<String>,
}

/// A person in a working group.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct WorkingGroupMember {
    /// Id of the seat.
    pub id: Uuid,
    /// The person.
    pub person_id: Uuid,
    /// The name of the person.
    #[schema(example = "Anna Veldkamp")]
    pub name: String,
    /// What the person knows; may be empty in a group of members.
    #[schema(example = "Huisarts")]
    pub expertise: String,
    /// From when.
    pub joined_at: DateTime<Utc>,
    /// Version of the seat, for `If-Match` as `"v…"`.
    pub version: u32,
}

/// The people in a working group.
#[derive(Debug, Serialize, ToSchema)]
pub struct WorkingGroupMemberList {
    /// The people, by name.
    pub items: Vec<WorkingGroupMember>,
}

/// A working group to found.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewWorkingGroup {
    /// Who takes part.
    kind: WorkingGroupKind,
    /// Its name.
    #[validate(length(min = 1, max = 120))]
    #[schema(min_length = 1, max_length = 120, example = "Jeugdzorg")]
    name: String,
    /// What it works on.
    #[validate(length(min = 1, max = 1_000))]
    #[schema(min_length = 1, max_length = 1_000, example = "Advies over wachtlijsten.")]
    purpose: String,
}

impl NewWorkingGroup {
    /// The group of the use case.
    pub(super) fn of(self, organization_id: OrganizationId, network_id: NetworkId) -> domain::NewWorkingGroup {
        let Self { kind, name, purpose } = self;
        let kind = match kind {
            WorkingGroupKind::Members => domain::WorkingGroupKind::Members,
            WorkingGroupKind::Experts => domain::WorkingGroupKind::Experts,
        };
        domain::NewWorkingGroup { organization_id, network_id, kind, name, purpose }
    }
}

/// What changes about a working group; what is left out stays.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WorkingGroupChange {
    /// Another name.
    #[serde(default, deserialize_with = "patch::present")]
    #[validate(length(min = 1, max = 120))]
    #[schema(min_length = 1, max_length = 120, nullable = false)]
    name: Option<String>,
    /// Another purpose.
    #[serde(default, deserialize_with = "patch::present")]
    #[validate(length(min = 1, max = 1_000))]
    #[schema(min_length = 1, max_length = 1_000, nullable = false)]
    purpose: Option<String>,
}

impl From<WorkingGroupChange> for application::Change {
    fn from(change: WorkingGroupChange) -> Self {
        let WorkingGroupChange { name, purpose } = change;
        Self { name, purpose }
    }
}

/// Somebody to take into a working group.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewWorkingGroupMember {
    /// Id of the person, who has an affiliation with the organisation and is not a guest of one meeting.
    person_id: Uuid,
    /// What the person knows; needed in a group of experts.
    #[serde(default)]
    #[validate(length(max = 200))]
    #[schema(max_length = 200, example = "Huisarts")]
    expertise: String,
}

impl From<NewWorkingGroupMember> for application::Newcomer {
    fn from(new: NewWorkingGroupMember) -> Self {
        let NewWorkingGroupMember { person_id, expertise } = new;
        Self { person_id: person_id.into(), expertise }
    }
}

impl WorkingGroup {
    /// A working group of `network` as `actor` sees it.
    pub(super) fn of(actor: &Actor, group: domain::WorkingGroup, network: &Network) -> Self {
        let domain::WorkingGroup { id, organization_id: _, network_id, kind, name, purpose, members, closed_at, version, created_at } =
            group;
        let offered: &[Action] = if closed_at.is_none() { &ACTIONS } else { &[] };
        Self {
            id: id.uuid(),
            network_id: network_id.uuid(),
            kind: match kind {
                domain::WorkingGroupKind::Members => WorkingGroupKind::Members,
                domain::WorkingGroupKind::Experts => WorkingGroupKind::Experts,
            },
            name,
            purpose,
            members,
            closed_at,
            version,
            created_at,
            actions: actor.may(&place_of(network), offered).into_iter().map(|action| action.code().to_owned()).collect(),
        }
    }
}

impl From<application::Listed> for WorkingGroupMember {
    fn from(listed: application::Listed) -> Self {
        let application::Listed { member, name } = listed;
        let domain::WorkingGroupMember {
            id,
            organization_id: _,
            working_group_id: _,
            person_id,
            expertise,
            joined_at,
            left_at: _,
            version,
        } = member;
        Self { id: id.uuid(), person_id: person_id.uuid(), name, expertise, joined_at, version }
    }
}
