//! What can go wrong with a founding plan.

use super::sections::SectionKind;
use super::states::{PlanCommand, PlanState};
use crate::networks::NetworkError;
use crate::text::FieldError;

/// Why a plan refuses.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FoundingPlanError {
    /// The state does not allow the command.
    #[error("a plan that is {} cannot do this: {}", .state.as_str(), .command.as_str())]
    WrongState {
        /// State of the plan.
        state: PlanState,
        /// What was asked.
        command: PlanCommand,
    },
    /// Content and members change while the plan is with the proposers only.
    #[error("the plan is not with the proposers")]
    NotWritable,
    /// Comments are made under review only.
    #[error("the plan is not under review")]
    NotUnderReview,
    /// A proposer reviews, comments on, advises or decides.
    #[error("who proposes a plan can neither review nor decide it")]
    FourEyes,
    /// Another has written this section; holds its version now.
    #[error("someone else has changed this section")]
    SectionChanged {
        /// Version that it has now.
        version: u32,
    },
    /// The plan changed after it was read; holds its revision now.
    #[error("the plan has changed since it was read")]
    PlanChanged {
        /// Revision that it has now.
        revision: u32,
    },
    /// Only the person named answers, and only who takes part writes.
    #[error("only the people named in the plan do this, each for themselves")]
    NotYours,
    /// The person is named.
    #[error("the person is named already")]
    AlreadyNamed,
    /// More than [`super::MEMBERS_MAX`].
    #[error("a plan names at most 15 people")]
    TooManyMembers,
    /// The core group has no seats of this kind.
    #[error("a core group has no such position")]
    WrongSeat,
    /// The person is no member of the organisation.
    #[error("the core group are members of the organisation")]
    NotAMember,
    /// More than [`super::OPEN_PLANS_MAX`].
    #[error("one person drafts at most 10 plans at a time")]
    TooManyOpen,
    /// Required texts are empty.
    #[error("these sections are empty: {}", list(.0))]
    SectionsMissing(Vec<SectionKind>),
    /// Someone named has not answered, or not since the plan changed.
    #[error("not everyone named has confirmed the plan as it stands")]
    Unconfirmed,
    /// Fewer stand behind the plan than a core group needs.
    #[error("{found} people stand behind the plan, at least {needed} are needed")]
    TooFewMembers {
        /// How many do.
        found: u32,
        /// How many are needed.
        needed: u32,
    },
    /// After today, or before the plan was submitted.
    #[error("the day of the decision lies between the submission and today")]
    InvalidDecisionDay,
    /// The evaluation would come after the end.
    #[error("the evaluation does not come after the end")]
    EvaluationAfterEnd,
    /// A number outside its bounds.
    #[error("{field} is {min} to {max}")]
    OutOfRange {
        /// Name of the field.
        field: &'static str,
        /// Smallest value.
        min: u32,
        /// Largest value.
        max: u32,
    },
    /// The agreed terms were refused.
    #[error(transparent)]
    Terms(#[from] NetworkError),
    /// A text was refused.
    #[error(transparent)]
    Field(#[from] FieldError),
}

fn list(sections: &[SectionKind]) -> String {
    let names: Vec<&str> = sections.iter().map(|section| section.as_str()).collect();
    names.join(", ")
}

impl FoundingPlanError {
    /// Stable code of the problem type.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::WrongState { .. } => "founding-plans/wrong-state",
            Self::NotWritable => "founding-plans/not-writable",
            Self::NotUnderReview => "founding-plans/not-under-review",
            Self::FourEyes => "founding-plans/four-eyes",
            Self::SectionChanged { .. } => "founding-plans/section-changed",
            Self::PlanChanged { .. } => "founding-plans/plan-changed",
            Self::NotYours => "founding-plans/not-yours",
            Self::AlreadyNamed => "founding-plans/already-named",
            Self::TooManyMembers => "founding-plans/too-many-members",
            Self::WrongSeat => "founding-plans/wrong-seat",
            Self::NotAMember => "founding-plans/not-a-member",
            Self::TooManyOpen => "founding-plans/too-many-open",
            Self::SectionsMissing(_) => "founding-plans/sections-missing",
            Self::Unconfirmed => "founding-plans/unconfirmed",
            Self::TooFewMembers { .. } => "founding-plans/too-few-members",
            Self::InvalidDecisionDay => "founding-plans/invalid-decision-day",
            Self::EvaluationAfterEnd => "founding-plans/evaluation-after-end",
            Self::OutOfRange { .. } => "founding-plans/out-of-range",
            Self::Terms(error) => error.code(),
            Self::Field(_) => "founding-plans/invalid-text",
        }
    }
}
