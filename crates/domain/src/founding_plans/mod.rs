//! Founding plans: drafted by a core group to be, reviewed by the office, decided by the board. Source: `ChristenUnie`, "Netwerkpartij".

mod comments;
mod course;
mod decisions;
mod errors;
mod facts;
mod members;
mod sections;
mod states;

use chrono::{DateTime, NaiveDate, Utc};

use crate::ids::{FoundingPlanId, NetworkId, OrganizationId, PersonId};

pub use comments::{COMMENT_MAX, NewPlanComment, PlanComment};
pub use course::{ADVICE_MAX, PlanBody, PlanStep};
pub use decisions::{Dossier, Founding, FoundingMember, PlanDecision, PlanVerdict, Start};
pub use errors::FoundingPlanError;
pub use facts::{BUDGET_CENTS_MAX, EVALUATION_MONTHS_DEFAULT, GOAL_MONTHS_DEFAULT, PlanFacts};
pub use members::{MEMBERS_MAX, NewPlanMember, PlanMember, PlanMemberState, confirmed, void_confirmations};
pub use sections::{PlanSection, SectionKind};
pub use states::{PlanCommand, PlanState};

/// A plan to found a network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundingPlan {
    /// Its id.
    pub id: FoundingPlanId,
    /// The tenant.
    pub organization_id: OrganizationId,
    /// Where it is in its course.
    pub state: PlanState,
    /// Who began it.
    pub drafted_by: PersonId,
    /// What can be said in numbers and choices; the rest is in its [`PlanSection`]s.
    pub facts: PlanFacts,
    /// Rises by one with every change of facts or sections. A confirmation holds for one revision.
    pub revision: u32,
    /// How often it was submitted; comments belong to a round.
    pub round: u32,
    /// When it was first submitted: it keeps its place in the queue when it comes back. Our choice.
    pub submitted_at: Option<DateTime<Utc>>,
    /// Advice of the office to the board.
    pub advice: Option<String>,
    /// Day of the board's decision.
    pub decided_on: Option<NaiveDate>,
    /// Why the board decided so, or why the plan was withdrawn.
    pub decision_reason: Option<String>,
    /// Conditions of an approval; may be empty.
    pub conditions: Option<String>,
    /// The network that came from it.
    pub network_id: Option<NetworkId>,
    /// Rises by one with every change of the plan itself, not of its sections.
    pub version: u32,
    /// When it was begun.
    pub created_at: DateTime<Utc>,
    /// When plan or sections last changed.
    pub changed_at: DateTime<Utc>,
}

impl FoundingPlan {
    /// Begin a plan.
    ///
    /// # Errors
    /// What [`PlanFacts::checked`] refuses.
    pub fn draft(
        id: FoundingPlanId,
        organization_id: OrganizationId,
        drafted_by: PersonId,
        facts: PlanFacts,
        now: DateTime<Utc>,
    ) -> Result<Self, FoundingPlanError> {
        Ok(Self {
            id,
            organization_id,
            state: PlanState::Draft,
            drafted_by,
            facts: facts.checked()?,
            revision: 1,
            round: 0,
            submitted_at: None,
            advice: None,
            decided_on: None,
            decision_reason: None,
            conditions: None,
            network_id: None,
            version: 1,
            created_at: now,
            changed_at: now,
        })
    }

    /// Other facts. Confirmations of the old revision are void: see [`void_confirmations`].
    ///
    /// # Errors
    /// [`FoundingPlanError::NotWritable`], or what [`PlanFacts::checked`] refuses.
    pub fn change(self, facts: PlanFacts, now: DateTime<Utc>) -> Result<Self, FoundingPlanError> {
        self.check_writable()?;
        let facts = facts.checked()?;
        Ok(Self { version: self.version.saturating_add(1), facts, ..self.rewritten(now) })
    }

    /// The plan after its content changed: a new revision.
    #[must_use]
    pub fn rewritten(self, now: DateTime<Utc>) -> Self {
        Self { revision: self.revision.saturating_add(1), changed_at: now, ..self }
    }

    /// Whether content and members can change.
    ///
    /// # Errors
    /// [`FoundingPlanError::NotWritable`].
    pub const fn check_writable(&self) -> Result<(), FoundingPlanError> {
        if self.state.is_writable() { Ok(()) } else { Err(FoundingPlanError::NotWritable) }
    }

    /// The proposers: the drafter and everyone named who did not decline.
    #[must_use]
    pub fn proposers(&self, members: &[PlanMember]) -> Vec<PersonId> {
        let named = members.iter().filter(|member| member.state != PlanMemberState::Declined).map(|member| member.person_id);
        let mut proposers: Vec<PersonId> = std::iter::once(self.drafted_by).chain(named).collect();
        proposers.sort_unstable();
        proposers.dedup();
        proposers
    }

    /// Four eyes: who proposes may not review, comment on, advise or decide.
    ///
    /// # Errors
    /// [`FoundingPlanError::FourEyes`].
    ///
    /// Source: domain.md, Founding plan ("four eyes").
    pub fn check_four_eyes(&self, members: &[PlanMember], by: PersonId) -> Result<(), FoundingPlanError> {
        if self.proposers(members).contains(&by) { Err(FoundingPlanError::FourEyes) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests;
