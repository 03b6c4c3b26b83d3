//! Handing in, reviewing, returning, advising and taking back.

use chrono::{DateTime, Utc};
use strum::{EnumIter, EnumString, IntoEnumIterator, IntoStaticStr};

use super::errors::FoundingPlanError;
use super::{FoundingPlan, PlanCommand, PlanMember, PlanMemberState, PlanSection, SectionKind, confirmed};
use crate::ids::{PersonId, PlanStepId};
use crate::text::told;

/// Longest advice, reason or condition, in characters. Our choice.
pub const ADVICE_MAX: usize = 4_000;

/// For whom a step was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, EnumIter)]
#[strum(serialize_all = "kebab-case")]
pub enum PlanBody {
    /// The core group to be.
    CoreGroup,
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
            Self::Submit | Self::Withdraw => PlanBody::CoreGroup,
            Self::Review | Self::Return | Self::Advise => PlanBody::Office,
            Self::Approve | Self::Reject => PlanBody::Board,
        }
    }
}

/// Something that a plan lacks before it can be handed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// This required section is empty.
    Section(SectionKind),
    /// So many named people have not answered, or not since the plan changed.
    Answers(u32),
    /// Fewer people stand behind the plan than a core group needs.
    Members {
        /// How many do.
        found: u32,
        /// How many are needed.
        needed: u32,
    },
}

impl Gap {
    /// The section, for a section that is empty.
    #[must_use]
    pub const fn section(&self) -> Option<SectionKind> {
        match self {
            Self::Section(kind) => Some(*kind),
            Self::Answers(_) | Self::Members { .. } => None,
        }
    }
}

/// One step in the course of a plan, kept for everyone who may read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanStep {
    /// Its id.
    pub id: PlanStepId,
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
        let moved = self.clone().moved(PlanCommand::Submit, now)?;
        let gaps = self.gaps(sections, members, core_group_min);
        let empty: Vec<SectionKind> = gaps.iter().filter_map(Gap::section).collect();
        match gaps.first() {
            None => {}
            Some(Gap::Section(_)) => return Err(FoundingPlanError::SectionsMissing(empty)),
            Some(Gap::Answers(_)) => return Err(FoundingPlanError::Unconfirmed),
            Some(Gap::Members { found, needed }) => return Err(FoundingPlanError::TooFewMembers { found: *found, needed: *needed }),
        }
        Ok(Self { round: moved.round.saturating_add(1), submitted_at: moved.submitted_at.or(Some(now)), ..moved })
    }

    /// What the plan still lacks before it can be handed in: sections first, then answers, then people.
    #[must_use]
    pub fn gaps(&self, sections: &[PlanSection], members: &[PlanMember], core_group_min: u32) -> Vec<Gap> {
        let is_written = |kind: SectionKind| sections.iter().any(|section| section.kind == kind && !section.text.is_empty());
        let empty = SectionKind::iter().filter(|kind| kind.is_required() && !is_written(*kind));
        let is_open = |member: &&PlanMember| member.state != PlanMemberState::Declined && !member.stands_behind(self);
        let open = u32::try_from(members.iter().filter(is_open).count()).unwrap_or(u32::MAX);
        let found = confirmed(self, members);
        let answers = (open > 0).then_some(Gap::Answers(open));
        let people = (found < core_group_min).then_some(Gap::Members { found, needed: core_group_min });
        empty.map(Gap::Section).chain(answers).chain(people).collect()
    }

    /// Begin to read (office).
    ///
    /// # Errors
    /// [`FoundingPlanError::WrongState`], [`FoundingPlanError::FourEyes`].
    pub fn review(self, proposers: &[PersonId], by: PersonId, now: DateTime<Utc>) -> Result<Self, FoundingPlanError> {
        self.check_four_eyes(proposers, by)?;
        self.moved(PlanCommand::Review, now)
    }

    /// Send back (office); the reason goes into the [`PlanStep`]. Returns the plan and the clean reason.
    ///
    /// # Errors
    /// [`FoundingPlanError::WrongState`], [`FoundingPlanError::FourEyes`], [`FoundingPlanError::Field`].
    pub fn send_back(
        self,
        proposers: &[PersonId],
        by: PersonId,
        reason: &str,
        now: DateTime<Utc>,
    ) -> Result<(Self, String), FoundingPlanError> {
        self.check_four_eyes(proposers, by)?;
        let returned = self.moved(PlanCommand::Return, now)?;
        Ok((returned, told("reason", reason, ADVICE_MAX)?))
    }

    /// Forward to the board with advice (office).
    ///
    /// # Errors
    /// [`FoundingPlanError::WrongState`], [`FoundingPlanError::FourEyes`], [`FoundingPlanError::Field`].
    pub fn advise(self, proposers: &[PersonId], by: PersonId, advice: &str, now: DateTime<Utc>) -> Result<Self, FoundingPlanError> {
        self.check_four_eyes(proposers, by)?;
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
