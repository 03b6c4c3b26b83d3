//! What goes out.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::codes::{PlanBody, PlanCommand, PlanMemberState, PlanSide, PlanState, SectionKind};
use crate::networks::codes::{NetworkKind, Openness, Sensitivity};
use crate::positions::PositionKind;

/// A founding plan as you may see it.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct FoundingPlan {
    /// Its id.
    pub id: Uuid,
    /// Where it is in its course.
    pub state: PlanState,
    /// Name of who began it.
    #[schema(example = "Noor de Wit")]
    pub drafted_by: String,
    /// What it asks for, in figures and choices.
    #[serde(flatten)]
    pub facts: PlanFacts,
    /// Rises by one with every change of facts or sections; a confirmation counts for one revision.
    #[schema(example = 7)]
    pub revision: u32,
    /// How often it was submitted.
    #[schema(example = 1)]
    pub round: u32,
    /// Version of its facts and its state, for `If-Match`; a section and a member have versions of their own.
    #[schema(example = 2)]
    pub version: u32,
    /// When it was first submitted.
    pub submitted_at: Option<DateTime<Utc>>,
    /// When it was begun.
    pub created_at: DateTime<Utc>,
    /// When it or a section of it last changed.
    pub changed_at: DateTime<Utc>,
    /// What it says in words.
    pub sections: Vec<PlanSection>,
    /// The core group to be.
    pub members: Vec<PlanMember>,
    /// Smallest core group of the organisation, in persons.
    #[schema(example = 4)]
    pub core_group_min: u32,
    /// What it lacks before it can be submitted; empty for a plan that is not being written.
    pub gaps: Vec<PlanGap>,
    /// Remarks of office and board. Proposers read those of a round once the plan comes back.
    pub comments: Vec<PlanComment>,
    /// Its course so far.
    pub steps: Vec<PlanStep>,
    /// Advice of the office to the board; for proposers once the board decided.
    pub advice: Option<String>,
    /// What the board decided.
    pub decision: Option<PlanDecision>,
    /// From which side you read it.
    pub read_as: PlanSide,
    /// You, as a named member.
    pub own_member: Option<Uuid>,
    /// What you may do with it now.
    #[schema(example = json!(["founding-plans.write", "founding-plans.confirm"]))]
    pub actions: Vec<String>,
}

/// What a plan asks for, in figures and choices.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PlanFacts {
    /// Name of the network.
    #[schema(example = "Netwerk zorg")]
    pub name: String,
    /// What sort of network.
    pub kind: NetworkKind,
    /// What membership will say about someone.
    pub sensitivity: Sensitivity,
    /// How people will join.
    pub openness: Openness,
    /// Members wanted.
    #[schema(example = 50)]
    pub goal_members: u32,
    /// Months until they are wanted.
    #[schema(example = 12)]
    pub goal_months: u32,
    /// How long the network runs, in months; `null` for no end.
    pub duration_months: Option<u32>,
    /// Months until the evaluation.
    #[schema(example = 12)]
    pub evaluation_months: u32,
    /// Budget wished for, in euro cents.
    #[schema(example = 150_000)]
    pub budget_cents: u32,
}

/// A section of a plan.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PlanSection {
    /// What it is about.
    pub section: SectionKind,
    /// The text, with line breaks.
    pub text: String,
    /// Its own version, for `If-Match`: version 3 is `"v3"`.
    #[schema(example = 3)]
    pub version: u32,
    /// Longest text, in characters.
    #[schema(example = 4_000)]
    pub max_length: u32,
    /// Whether a plan without it cannot be submitted.
    pub is_required: bool,
    /// Name of who wrote it last; `null` while nobody has written in it.
    pub changed_by: Option<String>,
    /// When it was last written.
    pub changed_at: DateTime<Utc>,
}

/// A section after it was written.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct WrittenSection {
    /// What it is about.
    pub section: SectionKind,
    /// The text as it is kept.
    pub text: String,
    /// Its new version.
    pub version: u32,
    /// When it was written.
    pub changed_at: DateTime<Utc>,
}

/// Someone named for the core group.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PlanMember {
    /// Its id in the plan.
    pub id: Uuid,
    /// Name of the person; `null` for who did not confirm.
    pub name: Option<String>,
    /// The address that was named; for who began the plan and for the person only.
    pub email: Option<String>,
    /// The seat wished for.
    pub kind: PositionKind,
    /// Title of that seat.
    #[schema(example = "Voorzitter")]
    pub title: String,
    /// What the person answered.
    pub state: PlanMemberState,
    /// Whether it is you.
    pub is_you: bool,
    /// When the person last answered.
    pub answered_at: Option<DateTime<Utc>>,
    /// Its version, for `If-Match`.
    pub version: u32,
}

/// Something that a plan lacks before it can be submitted.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PlanGap {
    /// What is missing.
    pub code: PlanGapCode,
    /// With `section-empty`: the section.
    pub section: Option<SectionKind>,
    /// With `answers-missing` and `members-missing`: how many answers, or how many more people.
    pub count: Option<u32>,
}

/// What a plan lacks.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PlanGapCode {
    /// A required section is empty.
    SectionEmpty,
    /// Named people have not answered, or not since the plan changed.
    AnswersMissing,
    /// Fewer people stand behind the plan than a core group needs.
    MembersMissing,
}

/// A remark on a section.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PlanComment {
    /// Its id.
    pub id: Uuid,
    /// The section.
    pub section: SectionKind,
    /// The round of submission it belongs to.
    pub round: u32,
    /// The remark.
    pub text: String,
    /// Name of who made it; for office and board only.
    pub written_by: Option<String>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
}

/// A step in the course of a plan.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PlanStep {
    /// What was done.
    pub command: PlanCommand,
    /// On whose behalf.
    pub body: PlanBody,
    /// Why; empty where no reason is asked.
    pub reason: String,
    /// Name of who did it; of office and board for office and board only.
    pub taken_by: Option<String>,
    /// When.
    pub taken_at: DateTime<Utc>,
}

/// What the board decided.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PlanDecision {
    /// The day the board decided.
    pub decided_on: NaiveDate,
    /// Why.
    pub reason: String,
    /// Conditions of an approval; may be empty.
    pub conditions: String,
    /// The network that came of an approval.
    pub network_id: Option<Uuid>,
    /// Its name in addresses.
    #[schema(example = "netwerk-zorg")]
    pub network_slug: Option<String>,
}

/// A founding plan in a list.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct FoundingPlanSummary {
    /// Its id.
    pub id: Uuid,
    /// Name of the network.
    #[schema(example = "Netwerk zorg")]
    pub name: String,
    /// What sort of network.
    pub kind: NetworkKind,
    /// Where it is in its course.
    pub state: PlanState,
    /// How often it was submitted.
    pub round: u32,
    /// People named who did not decline.
    #[schema(example = 5)]
    pub named: u32,
    /// People who stand behind the plan as it is.
    #[schema(example = 4)]
    pub confirmed: u32,
    /// What you answered, where you are named.
    pub own_answer: Option<PlanMemberState>,
    /// When it was first submitted.
    pub submitted_at: Option<DateTime<Utc>>,
    /// When it last changed; for a plan with office or board, since when it waits there.
    pub changed_at: DateTime<Utc>,
}

/// A page of founding plans.
#[derive(Debug, Serialize, ToSchema)]
pub struct FoundingPlanPage {
    /// The plans, the one that changed last first.
    pub items: Vec<FoundingPlanSummary>,
    /// Cursor of the next page; `null` on the last.
    pub next: Option<String>,
}

/// What waits for the office, the board and a start.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct FoundingPlanQueue {
    /// How many networks may be in their pilot at once.
    #[schema(example = 5)]
    pub start_capacity: u32,
    /// How many are.
    #[schema(example = 3)]
    pub starts_used: u32,
    /// Plans that were submitted and not decided, in order of first submission.
    pub plans: Vec<FoundingPlanSummary>,
    /// Networks that were approved and wait for a start, in order of decision.
    pub waiting_networks: Vec<WaitingNetwork>,
}

/// A network that was approved and waits for a start.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct WaitingNetwork {
    /// Its id.
    pub id: Uuid,
    /// Its name in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// The plan it came from.
    pub founding_plan_id: Option<Uuid>,
    /// When it was approved: since then it waits.
    pub approved_at: DateTime<Utc>,
}
