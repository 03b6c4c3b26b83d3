//! Affiliations on the wire.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;
use vliegwiel_application::affiliations::{self, Decision, Filter, Listed, place_of};
use vliegwiel_domain::access::{Action, Actor};
use vliegwiel_domain::affiliations as domain;
use vliegwiel_domain::text::EmailAddress;

use crate::answers::Created;
use crate::input::Page;
use crate::problems::{Flaw, Problem};

/// What the caller may do with an affiliation.
const ACTIONS: [Action; 2] = [Action::AffiliationsDecide, Action::AffiliationsEnd];

/// Which affiliation.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
pub struct AffiliationPath {
    /// Id of the affiliation.
    pub affiliation: Uuid,
}

/// Which affiliations of a list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct AffiliationFilter {
    /// In this state only.
    state: Option<AffiliationState>,
    /// Of this kind only.
    kind: Option<AffiliationKind>,
}

impl AffiliationFilter {
    /// The filter of this page.
    pub(super) fn chosen(&self, page: &Page) -> Result<Filter, Problem> {
        Ok(Filter { state: self.state.map(Into::into), kind: self.kind.map(Into::into), after: page.after_id()?, most: page.most() })
    }
}

/// What a person is to the organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AffiliationKind {
    /// Member of the organisation.
    Member,
    /// Was a member.
    FormerMember,
    /// In regular contact, without being a member.
    Supporter,
    /// Guest of one meeting.
    Guest,
    /// Expert, politician or partner from outside.
    External,
}

/// What someone can be invited to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum InvitedKind {
    /// Member of the organisation.
    Member,
    /// Was a member.
    FormerMember,
    /// In regular contact, without being a member.
    Supporter,
    /// Expert, politician or partner from outside.
    External,
}

/// Where an affiliation is in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AffiliationState {
    /// The office invited; the person has not answered.
    Invited,
    /// The person asked; the office has not answered.
    Requested,
    /// It holds.
    Active,
    /// It held.
    Ended,
    /// Someone said no.
    Declined,
}

/// Ground on which the organisation keeps this.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub enum LegalBasis {
    /// GDPR article 9(2)(d): members and former members.
    #[serde(rename = "art-9-2-d")]
    OwnMembers,
    /// GDPR article 9(2)(d): persons in regular contact.
    #[serde(rename = "art-9-2-d-regular-contact")]
    RegularContact,
    /// GDPR article 9(2)(a): explicit consent.
    #[serde(rename = "explicit-consent")]
    ExplicitConsent,
}

/// What a person is to the organisation, from a day to a day.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Affiliation {
    /// Id of the affiliation.
    pub id: Uuid,
    /// What.
    pub kind: AffiliationKind,
    /// Where it is in its life.
    pub state: AffiliationState,
    /// On which ground it is kept.
    pub legal_basis: LegalBasis,
    /// First day it held.
    pub started_on: Option<NaiveDate>,
    /// Last day it held.
    pub ended_on: Option<NaiveDate>,
    /// Why it ended or was declined, in plain language.
    pub reason: Option<String>,
    /// When it was recorded.
    pub created_at: DateTime<Utc>,
    /// What you may do with it, as far as its state allows.
    #[schema(example = json!(["affiliations.decide"]))]
    pub actions: Vec<String>,
}

/// An affiliation with the person it is about.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AffiliationWithPerson {
    /// The affiliation.
    pub affiliation: Affiliation,
    /// Id of the person.
    pub person_id: Uuid,
    /// Name of the person.
    #[schema(example = "Jantje Voorbeeld")]
    pub name: String,
    /// Address of the person; `null` for who has none.
    #[schema(example = "jantje@voorbeeld.example")]
    pub email: Option<String>,
}

/// A page of affiliations.
#[derive(Serialize, ToSchema)]
pub struct AffiliationPage {
    /// The affiliations, the oldest first.
    pub items: Vec<AffiliationWithPerson>,
    /// Cursor of the next page; `null` on the last.
    pub next: Option<String>,
}

impl AffiliationPage {
    /// The page, with what the caller may do.
    pub(super) fn seen_by(actor: &Actor, found: Vec<Listed>, next: Option<String>) -> Self {
        Self { items: found.into_iter().map(|listed| AffiliationWithPerson::seen_by(actor, listed)).collect(), next }
    }
}

/// The office invites someone.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Invitation {
    /// Name, as the office knows it; the person can correct it.
    #[validate(length(min = 1, max = 120))]
    #[schema(min_length = 1, max_length = 120, example = "Jantje Voorbeeld")]
    name: String,
    /// Where the invitation goes.
    #[validate(length(min = 1, max = 254))]
    #[schema(format = Email, min_length = 1, max_length = 254, example = "jantje@voorbeeld.example")]
    email: String,
    /// What the person is to be.
    kind: InvitedKind,
}

impl Invitation {
    /// The invitation.
    pub(super) fn invitation(self) -> Result<affiliations::Invitation, Problem> {
        let Self { name, email, kind } = self;
        let email = EmailAddress::parse(&email).map_err(|error| Problem::invalid(vec![Flaw::new("/email", error.code())]))?;
        Ok(affiliations::Invitation { name, email, kind: kind.into() })
    }
}

/// Yes or no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = AffiliationVerdict)]
pub enum Verdict {
    /// The person is a member.
    Approve,
    /// The person is not, or the invitation is taken back.
    Decline,
}

/// What the office decides.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AffiliationDecision {
    /// Yes or no.
    decision: Verdict,
    /// Why, in plain language; asked for when declining, and mailed to the person.
    #[serde(default)]
    #[validate(length(max = 1000))]
    #[schema(max_length = 1000)]
    reason: String,
}

impl From<AffiliationDecision> for Decision {
    fn from(decision: AffiliationDecision) -> Self {
        match decision.decision {
            Verdict::Approve => Self::Approve,
            Verdict::Decline => Self::Decline(decision.reason),
        }
    }
}

/// Why it ends.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AffiliationEnding {
    /// Why, in plain language. The person may leave it empty.
    #[serde(default)]
    #[validate(length(max = 1000))]
    #[schema(max_length = 1000)]
    pub(super) reason: String,
}

impl Affiliation {
    /// The affiliation, with what the caller may do: only what its state allows too.
    pub(crate) fn seen_by(actor: &Actor, affiliation: domain::Affiliation) -> Self {
        let fits = |action: &Action| match affiliation.state {
            domain::AffiliationState::Requested | domain::AffiliationState::Invited => *action == Action::AffiliationsDecide,
            domain::AffiliationState::Active => *action == Action::AffiliationsEnd,
            domain::AffiliationState::Ended | domain::AffiliationState::Declined => false,
        };
        let actions = actor.may(&place_of(&affiliation), &ACTIONS).into_iter().filter(fits);
        let actions = actions.map(|action| action.code().to_owned()).collect();
        let domain::Affiliation {
            id,
            organization_id: _,
            person_id: _,
            kind,
            state,
            source: _,
            started_on,
            ended_on,
            reason,
            decided_by: _,
            version: _,
            created_at,
        } = affiliation;
        let legal_basis = kind.legal_basis().into();
        Self { id: id.uuid(), kind: kind.into(), state: state.into(), legal_basis, started_on, ended_on, reason, created_at, actions }
    }
}

impl AffiliationWithPerson {
    /// The affiliation and its person, with what the caller may do.
    pub(super) fn seen_by(actor: &Actor, listed: Listed) -> Self {
        let Listed { affiliation, person } = listed;
        let email = person.profile.email.map(|email| email.as_str().to_owned());
        Self { affiliation: Affiliation::seen_by(actor, affiliation), person_id: person.id.uuid(), name: person.profile.name, email }
    }

    /// The answer to an invitation.
    pub(super) fn created(actor: &Actor, organization: &str, listed: Listed) -> Created<Self> {
        let (person, version) = (listed.person.id, listed.affiliation.version);
        let location = format!("/api/v1/organizations/{organization}/persons/{person}");
        Created { location, version, body: Self::seen_by(actor, listed) }
    }
}

impl From<domain::AffiliationKind> for AffiliationKind {
    fn from(kind: domain::AffiliationKind) -> Self {
        match kind {
            domain::AffiliationKind::Member => Self::Member,
            domain::AffiliationKind::FormerMember => Self::FormerMember,
            domain::AffiliationKind::Supporter => Self::Supporter,
            domain::AffiliationKind::Guest => Self::Guest,
            domain::AffiliationKind::External => Self::External,
        }
    }
}

impl From<AffiliationKind> for domain::AffiliationKind {
    fn from(kind: AffiliationKind) -> Self {
        match kind {
            AffiliationKind::Member => Self::Member,
            AffiliationKind::FormerMember => Self::FormerMember,
            AffiliationKind::Supporter => Self::Supporter,
            AffiliationKind::Guest => Self::Guest,
            AffiliationKind::External => Self::External,
        }
    }
}

impl From<InvitedKind> for domain::AffiliationKind {
    fn from(kind: InvitedKind) -> Self {
        match kind {
            InvitedKind::Member => Self::Member,
            InvitedKind::FormerMember => Self::FormerMember,
            InvitedKind::Supporter => Self::Supporter,
            InvitedKind::External => Self::External,
        }
    }
}

impl From<domain::AffiliationState> for AffiliationState {
    fn from(state: domain::AffiliationState) -> Self {
        match state {
            domain::AffiliationState::Invited => Self::Invited,
            domain::AffiliationState::Requested => Self::Requested,
            domain::AffiliationState::Active => Self::Active,
            domain::AffiliationState::Ended => Self::Ended,
            domain::AffiliationState::Declined => Self::Declined,
        }
    }
}

impl From<AffiliationState> for domain::AffiliationState {
    fn from(state: AffiliationState) -> Self {
        match state {
            AffiliationState::Invited => Self::Invited,
            AffiliationState::Requested => Self::Requested,
            AffiliationState::Active => Self::Active,
            AffiliationState::Ended => Self::Ended,
            AffiliationState::Declined => Self::Declined,
        }
    }
}

impl From<domain::LegalBasis> for LegalBasis {
    fn from(basis: domain::LegalBasis) -> Self {
        match basis {
            domain::LegalBasis::OwnMembers => Self::OwnMembers,
            domain::LegalBasis::RegularContact => Self::RegularContact,
            domain::LegalBasis::ExplicitConsent => Self::ExplicitConsent,
        }
    }
}
