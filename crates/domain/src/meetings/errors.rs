//! What can go wrong with a meeting.

use super::states::{MeetingCommand, MeetingState};
use crate::text::FieldError;

/// Why a meeting refuses.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MeetingError {
    /// The state does not allow the command.
    #[error("a meeting that is {} cannot do this: {}", .state.as_str(), .command.as_str())]
    WrongState {
        /// State of the meeting.
        state: MeetingState,
        /// What was asked.
        command: MeetingCommand,
    },
    /// The start is not after now.
    #[error("the meeting would start in the past")]
    StartsInPast,
    /// The start is more than [`super::AHEAD_DAYS_MAX`] days away.
    #[error("the meeting would start more than three years from now")]
    StartsTooFarAhead,
    /// The end is not after the start.
    #[error("the meeting would end before it starts")]
    EndsBeforeStart,
    /// Longer than [`super::LENGTH_DAYS_MAX`] days.
    #[error("a meeting lasts at most seven days")]
    TooLong,
    /// It has begun.
    #[error("the meeting has begun")]
    AlreadyStarted,
    /// It has not begun.
    #[error("the meeting has not begun")]
    NotStarted,
    /// It is over.
    #[error("the meeting is over")]
    AlreadyOver,
    /// Neither a room nor an online link.
    #[error("people need a room or an online link to come to")]
    NoPlace,
    /// Fewer seats than are taken; holds how many are taken.
    #[error("{0} seats are taken already")]
    CapacityBelowRegistered(u32),
    /// No seats, or more than [`super::CAPACITY_MAX`].
    #[error("a meeting has 1 to 100000 seats, or no limit")]
    InvalidCapacity,
    /// From names to a number, or back, after publishing.
    #[error("what is kept of who came cannot change after publishing")]
    AttendanceFixed,
    /// A count-only meeting was held without a number.
    #[error("tell how many people were present")]
    CountMissing,
    /// A number was told where names are kept.
    #[error("this meeting counts its registrations, not a number told")]
    CountUnwanted,
    /// Not an `https` address.
    #[error("an online link begins with https://")]
    InvalidUrl,
    /// The network cannot meet in its state.
    #[error("this network has no meetings in its present state")]
    NetworkAsleep,
    /// More than [`super::CO_HOSTS_MAX`].
    #[error("a meeting has at most 20 co-hosts")]
    TooManyHosts,
    /// A host named twice.
    #[error("a host is named twice")]
    DuplicateHost,
    /// A text was refused.
    #[error(transparent)]
    Field(#[from] FieldError),
}

impl MeetingError {
    /// Stable code of the problem type.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::WrongState { .. } => "meetings/wrong-state",
            Self::StartsInPast => "meetings/starts-in-past",
            Self::StartsTooFarAhead => "meetings/starts-too-far-ahead",
            Self::EndsBeforeStart => "meetings/ends-before-start",
            Self::TooLong => "meetings/too-long",
            Self::AlreadyStarted => "meetings/already-started",
            Self::NotStarted => "meetings/not-started",
            Self::AlreadyOver => "meetings/already-over",
            Self::NoPlace => "meetings/no-place",
            Self::CapacityBelowRegistered(_) => "meetings/capacity-below-registered",
            Self::InvalidCapacity => "meetings/invalid-capacity",
            Self::AttendanceFixed => "meetings/attendance-fixed",
            Self::CountMissing => "meetings/count-missing",
            Self::CountUnwanted => "meetings/count-unwanted",
            Self::InvalidUrl => "meetings/invalid-url",
            Self::NetworkAsleep => "meetings/network-asleep",
            Self::TooManyHosts => "meetings/too-many-hosts",
            Self::DuplicateHost => "meetings/duplicate-host",
            Self::Field(_) => "meetings/invalid-text",
        }
    }
}
