//! The decision of the board, and the network that comes from it.

use chrono::{DateTime, NaiveDate, Utc};

use super::course::ADVICE_MAX;
use super::errors::FoundingPlanError;
use super::{FoundingPlan, PlanCommand, PlanMember, PlanSection, SectionKind};
use crate::ids::{NetworkId, PersonId};
use crate::networks::{NetworkProfile, NewNetwork, StartCapacity, Terms, slug_for};
use crate::text::{prose_of, told};

/// What the board decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanVerdict {
    /// The network may be founded, under these conditions; may be empty.
    Approve {
        /// Conditions in plain language.
        conditions: String,
    },
    /// It may not.
    Reject,
}

/// The decision of the board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanDecision {
    /// What.
    pub verdict: PlanVerdict,
    /// Why, at least one line.
    pub reason: String,
    /// The day the board decided.
    pub decided_on: NaiveDate,
    /// Who records it, for the board.
    pub by: PersonId,
}

/// Whether the new network starts at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// Its pilot begins today.
    Now,
    /// It waits, in order of decision, until the organisation can carry one more.
    Waits,
}

/// Someone to be appointed in the core group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundingMember {
    /// Who; becomes a member of the network too.
    pub person_id: PersonId,
    /// Title of the position.
    pub title: String,
}

/// What an approval brings, to be written in the transaction of the decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Founding {
    /// The network.
    pub network: NewNetwork,
    /// What is agreed with it.
    pub terms: Terms,
    /// The core group: everyone who stands behind the plan.
    pub core_group: Vec<FoundingMember>,
    /// Whether it starts at once.
    pub start: Start,
}

/// What a decision rests on beside the plan.
#[derive(Debug, Clone, Copy)]
pub struct Dossier<'a> {
    /// All texts of the plan.
    pub sections: &'a [PlanSection],
    /// Everyone named.
    pub members: &'a [PlanMember],
    /// What the organisation can carry.
    pub capacity: StartCapacity,
}

impl FoundingPlan {
    /// Decide (board). `today` is the day in the organisation's time zone.
    ///
    /// An approval brings a [`Founding`]; set the id of its network with [`FoundingPlan::founds`].
    ///
    /// # Errors
    /// [`FoundingPlanError::WrongState`]; [`FoundingPlanError::FourEyes`]; [`FoundingPlanError::InvalidDecisionDay`] for a day after today
    /// or before the first submission; [`FoundingPlanError::Field`].
    ///
    /// Source: domain.md, Founding plan. That a network waits while the organisation has no capacity is our reading of "we start with five".
    pub fn decide(
        self,
        decision: PlanDecision,
        dossier: Dossier<'_>,
        today: NaiveDate,
        now: DateTime<Utc>,
    ) -> Result<(Self, Option<Founding>), FoundingPlanError> {
        self.check_four_eyes(dossier.members, decision.by)?;
        let (command, conditions) = match decision.verdict {
            PlanVerdict::Approve { conditions } => (PlanCommand::Approve, Some(prose_of("conditions", &conditions, ADVICE_MAX)?)),
            PlanVerdict::Reject => (PlanCommand::Reject, None),
        };
        let decided = self.moved(command, now)?;
        let earliest = decided.submitted_at.map(|at| at.date_naive());
        if decision.decided_on > today || earliest.is_some_and(|day| decision.decided_on < day) {
            return Err(FoundingPlanError::InvalidDecisionDay);
        }
        let reason = told("reason", &decision.reason, ADVICE_MAX)?;
        let founding = conditions.as_ref().map(|conditions| decided.founding(conditions, dossier));
        let plan = Self { decided_on: Some(decision.decided_on), decision_reason: Some(reason), conditions, ..decided };
        Ok((plan, founding))
    }

    /// The plan with the network that came from it.
    #[must_use]
    pub fn founds(self, network: NetworkId) -> Self {
        Self { network_id: Some(network), ..self }
    }

    fn founding(&self, conditions: &str, dossier: Dossier<'_>) -> Founding {
        let text = |kind: SectionKind| {
            let section = dossier.sections.iter().find(|section| section.kind == kind);
            section.map_or_else(String::new, |section| section.text.clone())
        };
        let facts = &self.facts;
        let behind = dossier.members.iter().filter(|member| member.stands_behind(self));
        Founding {
            network: NewNetwork {
                organization_id: self.organization_id,
                unit_id: None,
                slug: slug_for(&facts.name),
                kind: facts.kind,
                profile: NetworkProfile {
                    name: facts.name.clone(),
                    purpose: text(SectionKind::Purpose),
                    about: text(SectionKind::SharedGround),
                    sensitivity: facts.sensitivity,
                    openness: facts.openness,
                },
            },
            terms: Terms {
                purpose: text(SectionKind::Purpose),
                organisation: text(SectionKind::Organisation),
                duration_months: facts.duration_months,
                goal_members: facts.goal_members,
                goal_months: facts.goal_months,
                evaluation_months: Some(facts.evaluation_months),
                conditions: conditions.to_owned(),
            },
            core_group: behind.map(|one| FoundingMember { person_id: one.person_id, title: one.title.clone() }).collect(),
            start: if dossier.capacity.is_free() { Start::Now } else { Start::Waits },
        }
    }
}
