//! The decision of the board, and the network that comes from it.

use chrono::{DateTime, NaiveDate, Utc};

use super::course::ADVICE_MAX;
use super::errors::FoundingPlanError;
use super::{FoundingPlan, PlanCommand, PlanMember, PlanSection, SectionKind, confirmed};
use crate::ids::{NetworkId, PersonId};
use crate::networks::{NetworkProfile, NewNetwork, StartCapacity, Terms, slug_for};
use crate::positions::PositionKind;
use crate::text::{prose_of, told};

/// What the board decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanVerdict {
    /// The network may be founded, under these conditions; may be empty.
    Approve {
        /// Conditions in plain language.
        conditions: String,
        /// What is agreed, where that differs from what the plan asks for; their conditions are those above.
        terms: Option<Terms>,
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
    /// It waits, in order of decision, until the organisation can carry one more and it is the first in line.
    Waits,
}

/// Someone to be appointed in the core group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundingMember {
    /// Who; becomes a member of the network too.
    pub person_id: PersonId,
    /// The seat.
    pub kind: PositionKind,
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
    /// Everyone who ever had a hand in the plan.
    pub hands: &'a [PersonId],
    /// What the organisation can carry.
    pub capacity: StartCapacity,
    /// Smallest core group of the organisation.
    pub core_group_min: u32,
}

impl FoundingPlan {
    /// Decide (board). `today` is the day in the organisation's time zone.
    ///
    /// An approval brings a [`Founding`]; set the id of its network with [`FoundingPlan::founds`].
    ///
    /// # Errors
    /// [`FoundingPlanError::WrongState`]; [`FoundingPlanError::FourEyes`]; [`FoundingPlanError::InvalidDecisionDay`] for a day after today
    /// or before the first submission; [`FoundingPlanError::TooFewMembers`] when people stepped back since the plan was handed in;
    /// [`FoundingPlanError::Terms`]; [`FoundingPlanError::Field`].
    ///
    /// Source: domain.md, Founding plan. That a network waits while the organisation has no capacity is our reading of "we start with five".
    pub fn decide(
        self,
        decision: PlanDecision,
        dossier: Dossier<'_>,
        today: NaiveDate,
        now: DateTime<Utc>,
    ) -> Result<(Self, Option<Founding>), FoundingPlanError> {
        self.check_four_eyes(&self.proposers(dossier.hands, dossier.members), decision.by)?;
        let command = match decision.verdict {
            PlanVerdict::Approve { .. } => PlanCommand::Approve,
            PlanVerdict::Reject => PlanCommand::Reject,
        };
        let decided = self.moved(command, now)?;
        let earliest = decided.submitted_at.map(|at| at.date_naive());
        if decision.decided_on > today || earliest.is_some_and(|day| decision.decided_on < day) {
            return Err(FoundingPlanError::InvalidDecisionDay);
        }
        let reason = told("reason", &decision.reason, ADVICE_MAX)?;
        let founding = match decision.verdict {
            PlanVerdict::Approve { conditions, terms } => Some(decided.founding(&conditions, terms, dossier)?),
            PlanVerdict::Reject => None,
        };
        let conditions = founding.as_ref().map(|founding| founding.terms.conditions.clone());
        let plan = Self { decided_on: Some(decision.decided_on), decision_reason: Some(reason), conditions, ..decided };
        Ok((plan, founding))
    }

    /// The plan with the network that came from it.
    #[must_use]
    pub fn founds(self, network: NetworkId) -> Self {
        Self { network_id: Some(network), ..self }
    }

    /// The terms that the plan itself asks for.
    #[must_use]
    pub fn asked_terms(&self, sections: &[PlanSection]) -> Terms {
        Terms {
            purpose: text(sections, SectionKind::Purpose),
            organisation: text(sections, SectionKind::Organisation),
            duration_months: self.facts.duration_months,
            goal_members: self.facts.goal_members,
            goal_months: self.facts.goal_months,
            evaluation_months: Some(self.facts.evaluation_months),
            conditions: String::new(),
        }
    }

    fn founding(&self, conditions: &str, terms: Option<Terms>, dossier: Dossier<'_>) -> Result<Founding, FoundingPlanError> {
        let (found, needed) = (confirmed(self, dossier.members), dossier.core_group_min);
        if found < needed {
            return Err(FoundingPlanError::TooFewMembers { found, needed });
        }
        let conditions = prose_of("conditions", conditions, ADVICE_MAX)?;
        let terms = Terms { conditions, ..terms.unwrap_or_else(|| self.asked_terms(dossier.sections)) }.checked()?;
        let behind = dossier.members.iter().filter(|member| member.stands_behind(self));
        let seat = |one: &PlanMember| Some(FoundingMember { person_id: one.person_id?, kind: one.kind, title: one.title.clone() });
        Ok(Founding {
            network: self.network(&terms, dossier.sections)?,
            terms,
            core_group: behind.filter_map(seat).collect(),
            start: if dossier.capacity.takes_newcomer() { Start::Now } else { Start::Waits },
        })
    }

    fn network(&self, terms: &Terms, sections: &[PlanSection]) -> Result<NewNetwork, FoundingPlanError> {
        let profile = NetworkProfile {
            name: self.facts.name.clone(),
            purpose: terms.purpose.clone(),
            about: text(sections, SectionKind::SharedGround),
            sensitivity: self.facts.sensitivity,
            openness: self.facts.openness,
        };
        Ok(NewNetwork {
            organization_id: self.organization_id,
            unit_id: None,
            slug: slug_for(&self.facts.name),
            kind: self.facts.kind,
            profile: profile.checked()?,
        })
    }
}

fn text(sections: &[PlanSection], kind: SectionKind) -> String {
    sections.iter().find(|section| section.kind == kind).map_or_else(String::new, |section| section.text.clone())
}
