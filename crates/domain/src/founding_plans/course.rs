//! Handing in, reviewing, returning, advising and taking back.

use chrono::{DateTime, Utc};
use strum::{EnumIter, EnumString, IntoStaticStr};

use super::errors::FoundingPlanError;
use super::{FoundingPlan, PlanCommand, PlanMember, PlanMemberState, PlanSection, SectionKind, confirmed};
use crate::ids::{FoundingPlanId, OrganizationId, PersonId, PlanStepId};
use crate::text::told;

/// Longest advice, reason or condition, in characters. Our choice.
pub const ADVICE_MAX: usize = 4_000;

/// For whom a step was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, EnumIter)]
#[strum(serialize_all = "kebab-case")]
pub enum PlanBody {
    /// The core group to be.
    Proposers,
    /// The party office.
    Office,
    /// The national board.
    Board,
}

impl PlanBody {
    /// Stable code, such as `office`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

impl PlanCommand {
    /// The body that takes this step.
    #[must_use]
    pub const fn body(self) -> PlanBody {
        match self {
            Self::Submit | Self::Withdraw => PlanBody::Proposers,
            Self::Review | Self::Return | Self::Advise => PlanBody::Office,
            Self::Approve | Self::Reject => PlanBody::Board,
        }
    }
}

/// One step in the course of a plan, kept for everyone who may read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanStep {
    /// Its id.
    pub id: PlanStepId,
    /// The tenant.
    pub organization_id: OrganizationId,
    /// The plan.
    pub founding_plan_id: FoundingPlanId,
    /// What was done; [`PlanCommand::body`] says for whom.
    pub command: PlanCommand,
    /// Who did it.
    pub taken_by: PersonId,
    /// Why, in plain language; empty where no reason is asked.
    pub reason: String,
    /// When.
    pub taken_at: DateTime<Utc>,
}

impl FoundingPlan {
    /// Hand in. Everyone named has answered, at least `core_group_min` stand behind the plan as it is, and the required texts are there.
    ///
    /// # Errors
    /// [`FoundingPlanError::WrongState`]; [`FoundingPlanError::SectionsMissing`]; [`FoundingPlanError::Unconfirmed`] while someone named has
    /// not answered; [`FoundingPlanError::TooFewMembers`].
    ///
    /// Source: domain.md, "Each of the ≥ 4 named members confirms by own account before submission"; who declined does not stand in the way
    /// (our choice).
    pub fn submit(
        self,
        sections: &[PlanSection],
        members: &[PlanMember],
        core_group_min: u32,
        now: DateTime<Utc>,
    ) -> Result<Self, FoundingPlanError> {
        let state = self.state.after(PlanCommand::Submit)?;
        check_sections(sections)?;
        if members.iter().any(|member| member.state != PlanMemberState::Declined && !member.stands_behind(&self)) {
            return Err(FoundingPlanError::Unconfirmed);
        }
        let (found, needed) = (confirmed(&self, members), usize::try_from(core_group_min).unwrap_or(usize::MAX));
        if found < needed {
            return Err(FoundingPlanError::TooFewMembers { found, needed });
        }
        let moved = self.moved(PlanCommand::Submit, now)?;
        Ok(Self { state, round: moved.round.saturating_add(1), submitted_at: moved.submitted_at.or(Some(now)), ..moved })
    }

    /// Begin to read (office).
    ///
    /// # Errors
    /// [`FoundingPlanError::WrongState`], [`FoundingPlanError::FourEyes`].
    pub fn review(self, members: &[PlanMember], by: PersonId, now: DateTime<Utc>) -> Result<Self, FoundingPlanError> {
        self.check_four_eyes(members, by)?;
        self.moved(PlanCommand::Review, now)
    }

    /// Send back (office); the reason goes into the [`PlanStep`]. Returns the plan and the clean reason.
    ///
    /// # Errors
    /// [`FoundingPlanError::WrongState`], [`FoundingPlanError::FourEyes`], [`FoundingPlanError::Field`].
    pub fn send_back(
        self,
        members: &[PlanMember],
        by: PersonId,
        reason: &str,
        now: DateTime<Utc>,
    ) -> Result<(Self, String), FoundingPlanError> {
        self.check_four_eyes(members, by)?;
        let returned = self.moved(PlanCommand::Return, now)?;
        Ok((returned, told("reason", reason, ADVICE_MAX)?))
    }

    /// Forward to the board with advice (office).
    ///
    /// # Errors
    /// [`FoundingPlanError::WrongState`], [`FoundingPlanError::FourEyes`], [`FoundingPlanError::Field`].
    pub fn advise(self, members: &[PlanMember], by: PersonId, advice: &str, now: DateTime<Utc>) -> Result<Self, FoundingPlanError> {
        self.check_four_eyes(members, by)?;
        let advised = self.moved(PlanCommand::Advise, now)?;
        Ok(Self { advice: Some(told("advice", advice, ADVICE_MAX)?), ..advised })
    }

    /// Take back (proposers), with a reason in plain language: it is an end.
    ///
    /// # Errors
    /// [`FoundingPlanError::WrongState`], [`FoundingPlanError::Field`].
    pub fn withdraw(self, reason: &str, now: DateTime<Utc>) -> Result<Self, FoundingPlanError> {
        let withdrawn = self.moved(PlanCommand::Withdraw, now)?;
        Ok(Self { decision_reason: Some(told("reason", reason, ADVICE_MAX)?), ..withdrawn })
    }

    pub(super) fn moved(self, command: PlanCommand, now: DateTime<Utc>) -> Result<Self, FoundingPlanError> {
        let state = self.state.after(command)?;
        Ok(Self { state, version: self.version.saturating_add(1), changed_at: now, ..self })
    }
}

fn check_sections(sections: &[PlanSection]) -> Result<(), FoundingPlanError> {
    use strum::IntoEnumIterator;

    let is_written = |kind: SectionKind| sections.iter().any(|section| section.kind == kind && !section.text.is_empty());
    let missing: Vec<SectionKind> = SectionKind::iter().filter(|kind| kind.is_required() && !is_written(*kind)).collect();
    if missing.is_empty() { Ok(()) } else { Err(FoundingPlanError::SectionsMissing(missing)) }
}
