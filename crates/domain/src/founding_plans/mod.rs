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

use crate::access::Standing;
use crate::ids::{FoundingPlanId, NetworkId, OrganizationId, PersonId};

pub use comments::{COMMENT_MAX, NewPlanComment, PlanComment};
pub use course::{ADVICE_MAX, Gap, PlanBody, PlanStep};
pub use decisions::{Dossier, Founding, FoundingMember, PlanDecision, PlanVerdict, Start};
pub use errors::FoundingPlanError;
pub use facts::{BUDGET_CENTS_MAX, EVALUATION_MONTHS_DEFAULT, GOAL_MONTHS_DEFAULT, PlanFacts};
pub use members::{MEMBERS_MAX, Named, NewPlanMember, PlanMember, PlanMemberState, confirmed, void_confirmations};
pub use sections::{PlanSection, SectionKind};
pub use states::{PlanCommand, PlanState};

/// Most plans that one person may have open as a drafter, so that nobody mails invitations without end. Our choice.
pub const OPEN_PLANS_MAX: u32 = 10;

/// Who begins a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Drafter {
    /// The tenant.
    pub organization_id: OrganizationId,
    /// Who.
    pub person_id: PersonId,
    /// Plans that the person began and that are not decided or withdrawn.
    pub open_plans: u32,
}

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
    /// [`FoundingPlanError::TooManyOpen`] for a drafter with [`OPEN_PLANS_MAX`] open plans; what [`PlanFacts::checked`] refuses.
    pub fn draft(id: FoundingPlanId, drafter: Drafter, facts: PlanFacts, now: DateTime<Utc>) -> Result<Self, FoundingPlanError> {
        let Drafter { organization_id, person_id: drafted_by, open_plans } = drafter;
        if open_plans >= OPEN_PLANS_MAX {
            return Err(FoundingPlanError::TooManyOpen);
        }
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

    /// Other facts. Confirmations of the old revision are void: see [`void_confirmations`]. The same facts change nothing.
    ///
    /// # Errors
    /// [`FoundingPlanError::NotWritable`], or what [`PlanFacts::checked`] refuses.
    pub fn change(self, facts: PlanFacts, now: DateTime<Utc>) -> Result<Self, FoundingPlanError> {
        self.check_writable()?;
        let facts = facts.checked()?;
        if facts == self.facts {
            return Ok(self);
        }
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

    /// The proposers: everyone who ever had a hand in the plan (`hands`: who drafted it, wrote in it, named or confirmed), and everyone named
    /// who did not decline.
    ///
    /// Being named bars from reviewing until one declines; having had a hand in it bars for good, also for who was taken off the plan (our
    /// choice: else one could step back to decide).
    #[must_use]
    pub fn proposers(&self, hands: &[PersonId], members: &[PlanMember]) -> Vec<PersonId> {
        let named = members.iter().filter(|member| member.state != PlanMemberState::Declined).filter_map(|member| member.person_id);
        let mut proposers: Vec<PersonId> = std::iter::once(self.drafted_by).chain(hands.iter().copied()).chain(named).collect();
        proposers.sort_unstable();
        proposers.dedup();
        proposers
    }

    /// Only proposers who are members of the organisation write, name, submit and withdraw: the drafter, and everyone named who said yes, also
    /// where the plan changed after. Who has not answered reads and answers, no more.
    ///
    /// # Errors
    /// [`FoundingPlanError::NotYours`].
    ///
    /// Source: domain.md, "drafted by a core group to be"; that one is of it from the first yes on is our choice.
    pub fn check_author(&self, members: &[PlanMember], by: Named) -> Result<(), FoundingPlanError> {
        let said_yes = |member: &PlanMember| member.person_id == Some(by.person_id) && member.is_known();
        let takes_part = self.drafted_by == by.person_id || members.iter().any(said_yes);
        if takes_part && by.standing == Standing::Member { Ok(()) } else { Err(FoundingPlanError::NotYours) }
    }

    /// Who may know of the plan as a proposer: the drafter, and everyone named who did not decline. To a reader with the standing
    /// [`Standing::None`] nobody: the part in a plan ends with the affiliation. Who declined can be named again (our choice).
    #[must_use]
    pub fn participants(&self, members: &[PlanMember], standing: Standing) -> Vec<PersonId> {
        if standing == Standing::None { Vec::new() } else { self.proposers(&[], members) }
    }

    /// Four eyes: who is among the `proposers` ([`FoundingPlan::proposers`]) may not review, comment on, advise or decide.
    ///
    /// # Errors
    /// [`FoundingPlanError::FourEyes`].
    ///
    /// Source: domain.md, Founding plan ("four eyes").
    pub fn check_four_eyes(&self, proposers: &[PersonId], by: PersonId) -> Result<(), FoundingPlanError> {
        if proposers.contains(&by) { Err(FoundingPlanError::FourEyes) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests;
