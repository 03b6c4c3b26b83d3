//! The course of a plan, as far as states decide.

use strum::{EnumIter, EnumString, IntoStaticStr};

use super::errors::FoundingPlanError;

/// Where a plan is in its course.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, EnumIter)]
#[strum(serialize_all = "kebab-case")]
pub enum PlanState {
    /// Being written.
    Draft,
    /// Waits in the queue of the office.
    Submitted,
    /// The office reads it.
    InReview,
    /// Back with the proposers, with comments.
    Returned,
    /// With the board, with the office's advice.
    Advised,
    /// The network may be founded.
    Approved,
    /// The network may not be founded.
    Rejected,
    /// The proposers took it back.
    Withdrawn,
}

impl PlanState {
    /// Stable code, such as `in-review`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// Whether the proposers can change content and members.
    #[must_use]
    pub const fn is_writable(self) -> bool {
        match self {
            Self::Draft | Self::Returned => true,
            Self::Submitted | Self::InReview | Self::Advised | Self::Approved | Self::Rejected | Self::Withdrawn => false,
        }
    }

    /// Whether it is decided or withdrawn: nothing follows.
    #[must_use]
    pub const fn is_final(self) -> bool {
        match self {
            Self::Approved | Self::Rejected | Self::Withdrawn => true,
            Self::Draft | Self::Submitted | Self::InReview | Self::Returned | Self::Advised => false,
        }
    }

    /// The state after `command`. Source: domain.md, Founding plan.
    ///
    /// # Errors
    /// [`FoundingPlanError::WrongState`].
    pub const fn after(self, command: PlanCommand) -> Result<Self, FoundingPlanError> {
        match (command, self) {
            (PlanCommand::Submit, Self::Draft | Self::Returned) => Ok(Self::Submitted),
            (PlanCommand::Review, Self::Submitted) => Ok(Self::InReview),
            (PlanCommand::Return, Self::InReview) => Ok(Self::Returned),
            (PlanCommand::Advise, Self::InReview) => Ok(Self::Advised),
            (PlanCommand::Approve, Self::Advised) => Ok(Self::Approved),
            (PlanCommand::Reject, Self::Advised) => Ok(Self::Rejected),
            (PlanCommand::Withdraw, Self::Draft | Self::Submitted | Self::InReview | Self::Returned | Self::Advised) => Ok(Self::Withdrawn),
            (command, state) => Err(FoundingPlanError::WrongState { state, command }),
        }
    }
}

/// What can be asked of the course of a plan; also the name of the step in its history.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, EnumIter)]
#[strum(serialize_all = "kebab-case")]
pub enum PlanCommand {
    /// Hand in (proposers).
    Submit,
    /// Begin to read (office).
    Review,
    /// Send back with comments (office).
    Return,
    /// Forward to the board with advice (office).
    Advise,
    /// Decide that the network may be founded (board).
    Approve,
    /// Decide that it may not (board).
    Reject,
    /// Take back (proposers).
    Withdraw,
}

impl PlanCommand {
    /// Stable code, such as `submit`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}
