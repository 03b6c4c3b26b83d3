//! What comes in.

use chrono::NaiveDate;
use serde::Deserialize;
use utoipa::ToSchema;
use validator::Validate;
use vliegwiel_application::founding_plans::PlanAnswer;
use vliegwiel_application::{Error, Flaw};
use vliegwiel_domain::founding_plans::{NewPlanMember, PlanDecision, PlanFacts, PlanVerdict};
use vliegwiel_domain::ids::PersonId;
use vliegwiel_domain::networks::Terms;
use vliegwiel_domain::text::EmailAddress;

use super::codes::SectionKind;
use crate::input::patch;
use crate::networks::codes::{NetworkKind, Openness, Sensitivity};
use crate::positions::PositionKind;

/// A plan to begin. What is left out gets a usual value.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DraftFoundingPlan {
    /// Name of the network.
    #[validate(length(min = 1, max = 120))]
    #[schema(min_length = 1, max_length = 120, example = "Netwerk zorg")]
    pub name: String,
    /// What sort of network.
    pub kind: NetworkKind,
    /// What membership will say about someone; `normal` unless you say otherwise.
    pub sensitivity: Option<Sensitivity>,
    /// How people will join; `members-only` unless you say otherwise.
    pub openness: Option<Openness>,
    /// Members wanted; what the organisation usually asks unless you say otherwise.
    #[validate(range(min = 1, max = 1_000_000))]
    #[schema(minimum = 1, maximum = 1_000_000, example = 50)]
    pub goal_members: Option<u32>,
    /// Months until they are wanted; 12 unless you say otherwise.
    #[validate(range(min = 1, max = 120))]
    #[schema(minimum = 1, maximum = 120, example = 12)]
    pub goal_months: Option<u32>,
    /// How long the network runs, in months; without an end unless you say otherwise.
    #[validate(range(min = 1, max = 120))]
    #[schema(minimum = 1, maximum = 120, example = 24)]
    pub duration_months: Option<u32>,
    /// Months until the evaluation, at most the duration; 12 unless you say otherwise.
    #[validate(range(min = 1, max = 120))]
    #[schema(minimum = 1, maximum = 120, example = 12)]
    pub evaluation_months: Option<u32>,
    /// Budget wished for, in euro cents; none unless you say otherwise.
    #[validate(range(max = 100_000_000))]
    #[schema(maximum = 100_000_000, example = 150_000)]
    pub budget_cents: Option<u32>,
}

/// Other facts of a plan, as a JSON merge patch.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[expect(clippy::option_option, reason = "absent and null differ in a merge patch")]
pub struct WriteFoundingPlan {
    /// Name of the network.
    #[serde(default, deserialize_with = "patch::present")]
    #[validate(length(min = 1, max = 120))]
    #[schema(min_length = 1, max_length = 120, nullable = false)]
    pub name: Option<String>,
    /// What sort of network.
    #[serde(default, deserialize_with = "patch::present")]
    #[schema(nullable = false)]
    pub kind: Option<NetworkKind>,
    /// What membership will say about someone.
    #[serde(default, deserialize_with = "patch::present")]
    #[schema(nullable = false)]
    pub sensitivity: Option<Sensitivity>,
    /// How people will join.
    #[serde(default, deserialize_with = "patch::present")]
    #[schema(nullable = false)]
    pub openness: Option<Openness>,
    /// Members wanted.
    #[serde(default, deserialize_with = "patch::present")]
    #[validate(range(min = 1, max = 1_000_000))]
    #[schema(minimum = 1, maximum = 1_000_000, nullable = false)]
    pub goal_members: Option<u32>,
    /// Months until they are wanted.
    #[serde(default, deserialize_with = "patch::present")]
    #[validate(range(min = 1, max = 120))]
    #[schema(minimum = 1, maximum = 120, nullable = false)]
    pub goal_months: Option<u32>,
    /// How long the network runs, in months; `null` for no end.
    #[serde(default, deserialize_with = "patch::clearable")]
    #[validate(range(min = 1, max = 120))]
    #[schema(minimum = 1, maximum = 120)]
    pub duration_months: Option<Option<u32>>,
    /// Months until the evaluation, at most the duration.
    #[serde(default, deserialize_with = "patch::present")]
    #[validate(range(min = 1, max = 120))]
    #[schema(minimum = 1, maximum = 120, nullable = false)]
    pub evaluation_months: Option<u32>,
    /// Budget wished for, in euro cents.
    #[serde(default, deserialize_with = "patch::present")]
    #[validate(range(max = 100_000_000))]
    #[schema(maximum = 100_000_000, nullable = false)]
    pub budget_cents: Option<u32>,
}

/// The new text of a section.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WriteSection {
    /// The text, in plain text with line breaks. The purpose is at most 600 characters, as `maxLength` of the section says.
    #[validate(length(max = 4_000))]
    #[schema(max_length = 4_000, example = "Wij verbinden leden die in de zorg werken met onze politici.")]
    pub text: String,
}

/// Someone to name for the core group.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NamePlanMember {
    /// Address of the person, who gets a mail.
    #[validate(length(min = 1, max = 254))]
    #[schema(format = "email", min_length = 1, max_length = 254, example = "naam@voorbeeld.nl")]
    pub email: String,
    /// The seat wished for; no ambassador, adviser or delegate, who sit beside a core group.
    pub kind: PositionKind,
    /// Title of that seat.
    #[validate(length(min = 1, max = 80))]
    #[schema(min_length = 1, max_length = 80, example = "Voorzitter")]
    pub title: String,
}

/// What a named member says.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PlanMemberDecision {
    /// I take part, and stand behind the plan as it is.
    Confirm,
    /// I do not.
    Decline,
}

/// The answer of a named member.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AnswerFoundingPlan {
    /// Yes or no.
    pub decision: PlanMemberDecision,
    /// With `confirm`: the revision of the plan that you read.
    #[validate(range(min = 1))]
    #[schema(minimum = 1, example = 7)]
    pub revision: Option<u32>,
}

/// Why a plan is withdrawn or returned.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlanReason {
    /// The reason, in plain language.
    #[validate(length(min = 1, max = 4_000))]
    #[schema(min_length = 1, max_length = 4_000, example = "Vertel meer over de activiteiten in het eerste jaar.")]
    pub reason: String,
}

/// A comment on a section.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CommentOnFoundingPlan {
    /// The section.
    pub section: SectionKind,
    /// The comment.
    #[validate(length(min = 1, max = 2_000))]
    #[schema(min_length = 1, max_length = 2_000, example = "Hoe vaak komen jullie bij elkaar?")]
    pub text: String,
}

/// The advice of the office.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AdviseOnFoundingPlan {
    /// The advice to the board.
    #[validate(length(min = 1, max = 4_000))]
    #[schema(min_length = 1, max_length = 4_000, example = "Positief: een stevige kerngroep en een helder doel.")]
    pub advice: String,
}

/// Yes or no.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PlanVerdictCode {
    /// The network may be founded.
    Approve,
    /// It may not.
    Reject,
}

/// What is agreed with a network.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AgreedTerms {
    /// What the network is for.
    #[validate(length(min = 1, max = 600))]
    #[schema(min_length = 1, max_length = 600)]
    pub purpose: String,
    /// How it organises itself.
    #[validate(length(max = 4_000))]
    #[schema(max_length = 4_000)]
    pub organisation: String,
    /// How long it runs, in months; `null` for no end.
    #[validate(range(min = 1, max = 120))]
    #[schema(minimum = 1, maximum = 120)]
    pub duration_months: Option<u32>,
    /// Members wanted.
    #[validate(range(min = 1, max = 1_000_000))]
    #[schema(minimum = 1, maximum = 1_000_000)]
    pub goal_members: u32,
    /// Months until they are wanted.
    #[validate(range(min = 1, max = 120))]
    #[schema(minimum = 1, maximum = 120)]
    pub goal_months: u32,
    /// Months until the evaluation; `null` for none.
    #[validate(range(min = 1, max = 120))]
    #[schema(minimum = 1, maximum = 120)]
    pub evaluation_months: Option<u32>,
}

/// The decision of the board.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DecideFoundingPlan {
    /// Yes or no.
    pub decision: PlanVerdictCode,
    /// The day the board decided: not after today, not before the plan was first submitted.
    pub decided_on: NaiveDate,
    /// Why, in plain language.
    #[validate(length(min = 1, max = 4_000))]
    #[schema(min_length = 1, max_length = 4_000, example = "Past bij wat de partij wil.")]
    pub reason: String,
    /// Conditions of an approval.
    #[serde(default)]
    #[validate(length(max = 4_000))]
    #[schema(max_length = 4_000, example = "Zoek binnen een half jaar een penningmeester.")]
    pub conditions: String,
    /// With `approve`: what is agreed, where that differs from what the plan asks for.
    #[validate(nested)]
    pub terms: Option<AgreedTerms>,
}

impl DraftFoundingPlan {
    /// The facts of the new plan, in an organisation that usually asks for so many members.
    pub fn facts(self, goal_members_default: u32) -> PlanFacts {
        let usual = PlanFacts::wished(self.name, self.kind.into(), goal_members_default);
        PlanFacts {
            sensitivity: self.sensitivity.map_or(usual.sensitivity, Into::into),
            openness: self.openness.map_or(usual.openness, Into::into),
            goal_members: self.goal_members.unwrap_or(usual.goal_members),
            goal_months: self.goal_months.unwrap_or(usual.goal_months),
            duration_months: self.duration_months,
            evaluation_months: self.evaluation_months.unwrap_or(usual.evaluation_months),
            budget_cents: self.budget_cents.unwrap_or(usual.budget_cents),
            name: usual.name,
            kind: usual.kind,
        }
    }
}

impl WriteFoundingPlan {
    /// The facts with what the patch names.
    pub fn onto(self, facts: PlanFacts) -> PlanFacts {
        PlanFacts {
            name: self.name.unwrap_or(facts.name),
            kind: self.kind.map_or(facts.kind, Into::into),
            sensitivity: self.sensitivity.map_or(facts.sensitivity, Into::into),
            openness: self.openness.map_or(facts.openness, Into::into),
            goal_members: self.goal_members.unwrap_or(facts.goal_members),
            goal_months: self.goal_months.unwrap_or(facts.goal_months),
            duration_months: self.duration_months.unwrap_or(facts.duration_months),
            evaluation_months: self.evaluation_months.unwrap_or(facts.evaluation_months),
            budget_cents: self.budget_cents.unwrap_or(facts.budget_cents),
        }
    }
}

impl TryFrom<NamePlanMember> for NewPlanMember {
    type Error = Error;

    fn try_from(input: NamePlanMember) -> Result<Self, Error> {
        let email = EmailAddress::parse(&input.email).map_err(|error| Error::flaw("/email", error.code(), &error.to_string()))?;
        Ok(Self { email, kind: input.kind.into(), title: input.title })
    }
}

impl TryFrom<AnswerFoundingPlan> for PlanAnswer {
    type Error = Error;

    fn try_from(input: AnswerFoundingPlan) -> Result<Self, Error> {
        match (input.decision, input.revision) {
            (PlanMemberDecision::Confirm, Some(revision)) => Ok(Self::Confirm(revision)),
            (PlanMemberDecision::Confirm, None) => {
                let detail = "name the revision of the plan that you read".to_owned();
                Err(Error::Invalid(vec![Flaw { pointer: "/revision".to_owned(), code: "missing", detail }]))
            }
            (PlanMemberDecision::Decline, _) => Ok(Self::Decline),
        }
    }
}

impl DecideFoundingPlan {
    /// The decision, recorded by this person.
    pub fn decision(self, by: PersonId) -> PlanDecision {
        let verdict = match self.decision {
            PlanVerdictCode::Approve => PlanVerdict::Approve { conditions: self.conditions, terms: self.terms.map(Terms::from) },
            PlanVerdictCode::Reject => PlanVerdict::Reject,
        };
        PlanDecision { verdict, reason: self.reason, decided_on: self.decided_on, by }
    }
}

impl From<AgreedTerms> for Terms {
    fn from(terms: AgreedTerms) -> Self {
        let AgreedTerms { purpose, organisation, duration_months, goal_members, goal_months, evaluation_months } = terms;
        Self { purpose, organisation, duration_months, goal_members, goal_months, evaluation_months, conditions: String::new() }
    }
}
