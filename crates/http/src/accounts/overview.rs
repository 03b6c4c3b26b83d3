//! The own account on the wire.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;
use vliegwiel_application::accounts;
use vliegwiel_domain::access;
use vliegwiel_domain::accounts::Account;

use crate::affiliations::AffiliationKind;
use crate::input::patch;
use crate::organizations::Language;

/// Your account.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Me {
    /// The address that you sign in with.
    #[schema(example = "lid@drenthe.example")]
    pub email: String,
    /// Language of the mails that are about your account.
    pub language: Language,
    /// What you are to each organisation, by slug.
    pub organizations: Vec<Participation>,
    /// What waits for you, by organisation.
    pub waiting: Vec<Waiting>,
}

/// What you are to one organisation.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Participation {
    /// Its name in addresses.
    #[schema(example = "drenthe")]
    pub slug: String,
    /// Its name.
    #[schema(example = "Politiek Netwerk Drenthe")]
    pub name: String,
    /// Id of the person that you are there.
    pub person_id: Uuid,
    /// Your name there.
    pub person_name: String,
    /// What you are to it; `null` when nothing any more.
    pub affiliation: Option<AffiliationKind>,
    /// The roles that you hold today.
    pub grants: Vec<Grant>,
    /// Networks that you are an active member of.
    pub memberships: u32,
}

/// A role that you hold.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Grant {
    /// The role.
    pub role: Role,
    /// Id of the network it holds for; `null` for the whole organisation.
    pub network_id: Option<Uuid>,
}

/// What someone may act as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Keeps the organisation's settings, units and bodies.
    Administrator,
    /// The party office.
    Office,
    /// The national board.
    Board,
    /// Answers, with others, for one network.
    CoreGroup,
    /// Starts meetings for one network in an area.
    Ambassador,
}

/// What sort of thing waits; the action that answers it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub enum WaitingKind {
    /// A founding plan names you in its core group.
    #[serde(rename = "founding-plans.confirm")]
    ConfirmFoundingPlan,
    /// A founding plan came back to you.
    #[serde(rename = "founding-plans.submit")]
    ResubmitFoundingPlan,
    /// A founding plan waits for the office to take it up.
    #[serde(rename = "founding-plans.review")]
    ReviewFoundingPlan,
    /// A founding plan waits for the advice of the office.
    #[serde(rename = "founding-plans.advise")]
    AdviseFoundingPlan,
    /// A founding plan waits for the decision of the board.
    #[serde(rename = "founding-plans.decide")]
    DecideFoundingPlan,
    /// People ask to join your network.
    #[serde(rename = "memberships.decide")]
    DecideMemberships,
    /// People say to be members of the organisation.
    #[serde(rename = "affiliations.decide")]
    DecideAffiliations,
    /// An evaluation waits for the view of the core group.
    #[serde(rename = "evaluations.view-as-core-group")]
    JudgeAsCoreGroup,
    /// An evaluation waits for the view of the office.
    #[serde(rename = "evaluations.view-as-office")]
    JudgeAsOffice,
    /// An evaluation waits for the decision of the board.
    #[serde(rename = "evaluations.decide")]
    DecideEvaluation,
}

/// Something that waits for you.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Waiting {
    /// What sort of thing.
    pub kind: WaitingKind,
    /// Slug of the organisation.
    #[schema(example = "drenthe")]
    pub organization: String,
    /// Id of the thing: of the plan, the network or the organisation.
    pub id: Uuid,
    /// What it is called.
    #[schema(example = "Netwerk Zorg")]
    pub title: String,
    /// How many wait there.
    #[schema(example = 1)]
    pub count: u32,
    /// Path of the thing in this API.
    #[schema(example = "/api/v1/organizations/drenthe/founding-plans/0196f1d2-7c5e-7d30-9a53-0f6c1b1d2e3f")]
    pub path: String,
}

/// What you change about your account. What you leave out stays.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AccountChange {
    /// Language of the mails that are about your account.
    #[serde(default, deserialize_with = "patch::present")]
    #[schema(nullable = false)]
    pub(super) language: Option<Language>,
}

impl From<accounts::Overview> for Me {
    fn from(overview: accounts::Overview) -> Self {
        let accounts::Overview { account, organizations, waiting } = overview;
        let Account { id: _, email, state: _, language, is_demo: _, confirmed_at: _, password_changed_at: _, version: _, created_at: _ } =
            account;
        Self {
            email: email.as_str().to_owned(),
            language: language.into(),
            organizations: organizations.into_iter().map(Participation::from).collect(),
            waiting: waiting.into_iter().map(Waiting::from).collect(),
        }
    }
}

impl From<accounts::Participation> for Participation {
    fn from(participation: accounts::Participation) -> Self {
        let accounts::Participation { organization_id: _, slug, name, person_id, person_name, affiliation, grants, memberships } =
            participation;
        Self {
            slug,
            name,
            person_id: person_id.uuid(),
            person_name,
            affiliation: affiliation.map(Into::into),
            grants: grants.into_iter().map(Grant::from).collect(),
            memberships,
        }
    }
}

impl From<access::Grant> for Grant {
    fn from(grant: access::Grant) -> Self {
        let access::Grant { role, network, area: _ } = grant;
        Self { role: role.into(), network_id: network.map(vliegwiel_domain::ids::Id::uuid) }
    }
}

impl From<access::Role> for Role {
    fn from(role: access::Role) -> Self {
        match role {
            access::Role::Administrator => Self::Administrator,
            access::Role::Office => Self::Office,
            access::Role::Board => Self::Board,
            access::Role::CoreGroup => Self::CoreGroup,
            access::Role::Ambassador => Self::Ambassador,
        }
    }
}

impl From<accounts::WaitingKind> for WaitingKind {
    fn from(kind: accounts::WaitingKind) -> Self {
        match kind {
            accounts::WaitingKind::ConfirmFoundingPlan => Self::ConfirmFoundingPlan,
            accounts::WaitingKind::ResubmitFoundingPlan => Self::ResubmitFoundingPlan,
            accounts::WaitingKind::ReviewFoundingPlan => Self::ReviewFoundingPlan,
            accounts::WaitingKind::AdviseFoundingPlan => Self::AdviseFoundingPlan,
            accounts::WaitingKind::DecideFoundingPlan => Self::DecideFoundingPlan,
            accounts::WaitingKind::DecideMemberships => Self::DecideMemberships,
            accounts::WaitingKind::DecideAffiliations => Self::DecideAffiliations,
            accounts::WaitingKind::JudgeAsCoreGroup => Self::JudgeAsCoreGroup,
            accounts::WaitingKind::JudgeAsOffice => Self::JudgeAsOffice,
            accounts::WaitingKind::DecideEvaluation => Self::DecideEvaluation,
        }
    }
}

impl From<accounts::Waiting> for Waiting {
    fn from(waiting: accounts::Waiting) -> Self {
        let accounts::Waiting { kind, organization, id, title, count } = waiting;
        let kind = WaitingKind::from(kind);
        let path = format!("/api/v1/organizations/{organization}{}", kind.path(id));
        Self { kind, organization, id, title, count, path }
    }
}

impl WaitingKind {
    /// Where the thing is, below its organisation.
    fn path(self, id: Uuid) -> String {
        match self {
            Self::ConfirmFoundingPlan
            | Self::ResubmitFoundingPlan
            | Self::ReviewFoundingPlan
            | Self::AdviseFoundingPlan
            | Self::DecideFoundingPlan => format!("/founding-plans/{id}"),
            Self::JudgeAsCoreGroup | Self::JudgeAsOffice | Self::DecideEvaluation => format!("/evaluations/{id}"),
            Self::DecideMemberships => format!("/networks/{id}/memberships"),
            Self::DecideAffiliations => "/affiliations?state=requested".to_owned(),
        }
    }
}
