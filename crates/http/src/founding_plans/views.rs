//! From what a use case tells to what goes out.

use vliegwiel_application::founding_plans::{
    CommentEntry, Contents, Listed, MemberEntry, PlanReading, Queue, SectionEntry, Side, StepEntry, Waiting,
};
use vliegwiel_domain::founding_plans as domain;
use vliegwiel_domain::ids::{Id, PlanMemberId};

use super::codes::{PlanSide, SectionKind};
use super::wire::{
    FoundingPlan, FoundingPlanQueue, FoundingPlanSummary, PlanComment, PlanDecision, PlanFacts, PlanGap, PlanGapCode, PlanMember,
    PlanSection, PlanStep, WaitingNetwork, WrittenSection,
};

impl From<PlanReading> for FoundingPlan {
    fn from(reading: PlanReading) -> Self {
        let PlanReading { plan, contents, side, is_drafter, own_member, gaps, actions } = reading;
        let Contents {
            organization_slug: _,
            organization_name: _,
            core_group_min,
            drafted_by,
            network_slug,
            sections,
            members,
            hands: _,
            comments,
            steps,
        } = contents;
        let seen_by = Reader { own_member, is_drafter };
        let decision = PlanDecision::of(&plan, network_slug);
        Self {
            id: plan.id.uuid(),
            state: plan.state.into(),
            drafted_by,
            facts: plan.facts.into(),
            revision: plan.revision,
            round: plan.round,
            version: plan.version,
            submitted_at: plan.submitted_at,
            created_at: plan.created_at,
            changed_at: plan.changed_at,
            sections: sections.into_iter().map(PlanSection::from).collect(),
            members: members.into_iter().map(|member| PlanMember::seen_by(seen_by, member)).collect(),
            core_group_min,
            gaps: gaps.into_iter().map(PlanGap::from).collect(),
            comments: comments.into_iter().map(|comment| PlanComment::seen_from(side, comment)).collect(),
            steps: steps.into_iter().map(|step| PlanStep::seen_from(side, step)).collect(),
            advice: plan.advice,
            decision,
            read_as: side.into(),
            own_member: own_member.map(Id::uuid),
            actions: actions.into_iter().map(|action| action.code().to_owned()).collect(),
        }
    }
}

impl PlanDecision {
    fn of(plan: &domain::FoundingPlan, network_slug: Option<String>) -> Option<Self> {
        Some(Self {
            decided_on: plan.decided_on?,
            reason: plan.decision_reason.clone().unwrap_or_default(),
            conditions: plan.conditions.clone().unwrap_or_default(),
            network_id: plan.network_id.map(Id::uuid),
            network_slug,
        })
    }
}

impl From<domain::PlanFacts> for PlanFacts {
    fn from(facts: domain::PlanFacts) -> Self {
        let domain::PlanFacts {
            name,
            kind,
            sensitivity,
            openness,
            goal_members,
            goal_months,
            duration_months,
            evaluation_months,
            budget_cents,
        } = facts;
        Self {
            name,
            kind: kind.into(),
            sensitivity: sensitivity.into(),
            openness: openness.into(),
            goal_members,
            goal_months,
            duration_months,
            evaluation_months,
            budget_cents,
        }
    }
}

impl From<SectionEntry> for PlanSection {
    fn from(entry: SectionEntry) -> Self {
        let SectionEntry { section: domain::PlanSection { kind, text, version, changed_by: _, changed_at }, changed_by } = entry;
        Self {
            section: kind.into(),
            text,
            version,
            max_length: u32::try_from(kind.limit()).unwrap_or(u32::MAX),
            is_required: kind.is_required(),
            changed_by: (version > 1).then_some(changed_by),
            changed_at,
        }
    }
}

impl From<domain::PlanSection> for WrittenSection {
    fn from(section: domain::PlanSection) -> Self {
        let domain::PlanSection { kind, text, version, changed_by: _, changed_at } = section;
        Self { section: kind.into(), text, version, changed_at }
    }
}

/// Who reads, as far as names and addresses ask.
#[derive(Clone, Copy)]
struct Reader {
    own_member: Option<PlanMemberId>,
    is_drafter: bool,
}

impl PlanMember {
    fn seen_by(reader: Reader, entry: MemberEntry) -> Self {
        let MemberEntry { member, name } = entry;
        let is_you = reader.own_member == Some(member.id);
        let is_known = member.is_known();
        let domain::PlanMember {
            id,
            email,
            person_id: _,
            standing: _,
            kind,
            title,
            state,
            confirmed_revision: _,
            answered_at,
            version,
            created_at: _,
        } = member;
        Self {
            id: id.uuid(),
            name: name.filter(|_| is_known || is_you),
            email: (is_you || reader.is_drafter).then(|| email.as_str().to_owned()),
            kind: kind.into(),
            title,
            state: state.into(),
            is_you,
            answered_at,
            version,
        }
    }
}

impl From<domain::Gap> for PlanGap {
    fn from(gap: domain::Gap) -> Self {
        match gap {
            domain::Gap::Section(kind) => Self { code: PlanGapCode::SectionEmpty, section: Some(SectionKind::from(kind)), count: None },
            domain::Gap::Answers(open) => Self { code: PlanGapCode::AnswersMissing, section: None, count: Some(open) },
            domain::Gap::Members { found, needed } => {
                Self { code: PlanGapCode::MembersMissing, section: None, count: Some(needed.saturating_sub(found)) }
            }
        }
    }
}

impl PlanComment {
    fn seen_from(side: Side, entry: CommentEntry) -> Self {
        let CommentEntry { comment: domain::PlanComment { id, section, round, written_by: _, text, created_at }, written_by } = entry;
        let written_by = (side == Side::Staff).then_some(written_by);
        Self { id: id.uuid(), section: section.into(), round, text, written_by, created_at }
    }
}

impl PlanStep {
    fn seen_from(side: Side, entry: StepEntry) -> Self {
        let StepEntry { step: domain::PlanStep { id: _, command, taken_by: _, reason, taken_at }, taken_by } = entry;
        let is_known = side == Side::Staff || command.body() == domain::PlanBody::CoreGroup;
        let taken_by = is_known.then_some(taken_by);
        Self { command: command.into(), body: command.body().into(), reason, taken_by, taken_at }
    }
}

impl From<Side> for PlanSide {
    fn from(side: Side) -> Self {
        match side {
            Side::Proposer => Self::Proposer,
            Side::Staff => Self::Staff,
        }
    }
}

impl From<Listed> for FoundingPlanSummary {
    fn from(listed: Listed) -> Self {
        let Listed { plan, named, confirmed, own_answer } = listed;
        Self {
            id: plan.id.uuid(),
            name: plan.facts.name,
            kind: plan.facts.kind.into(),
            state: plan.state.into(),
            round: plan.round,
            named,
            confirmed,
            own_answer: own_answer.map(Into::into),
            submitted_at: plan.submitted_at,
            changed_at: plan.changed_at,
        }
    }
}

impl From<Queue> for FoundingPlanQueue {
    fn from(queue: Queue) -> Self {
        let Queue { capacity, plans, waiting } = queue;
        Self {
            start_capacity: capacity.limit,
            starts_used: capacity.pilots,
            plans: plans.into_iter().map(FoundingPlanSummary::from).collect(),
            waiting_networks: waiting.into_iter().map(WaitingNetwork::from).collect(),
        }
    }
}

impl From<Waiting> for WaitingNetwork {
    fn from(waiting: Waiting) -> Self {
        let Waiting { network_id, slug, name, founding_plan_id, since } = waiting;
        Self { id: network_id.uuid(), slug, name, founding_plan_id: founding_plan_id.map(Id::uuid), approved_at: since }
    }
}
