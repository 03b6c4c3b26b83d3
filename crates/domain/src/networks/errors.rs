//! What can go wrong with a network.

use super::states::{NetworkCommand, NetworkState};
use crate::text::FieldError;

/// Why a network refuses.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NetworkError {
    /// The state does not allow the command.
    #[error("a network that is {} cannot do this: {}", .state.as_str(), .command.as_str())]
    WrongState {
        /// State of the network.
        state: NetworkState,
        /// What was asked.
        command: NetworkCommand,
    },
    /// As many networks are in their pilot as the organisation can carry.
    #[error("as many networks are starting as the organisation can carry: {0}")]
    NoCapacity(u32),
    /// Another network was approved before and waits still.
    #[error("another network was approved before this one and waits for its start")]
    NotFirst,
    /// The core group is not below its minimum, or not for long enough.
    #[error("the core group is not below its minimum for long enough")]
    NotBelowMinimum,
    /// The core group has fewer persons than the minimum.
    #[error("the core group has {size} persons, at least {minimum} are needed")]
    CoreGroupTooSmall {
        /// Persons in the core group.
        size: u32,
        /// Minimum of the organisation.
        minimum: u32,
    },
    /// The network has ended.
    #[error("the network has ended")]
    Ended,
    /// An existing network that begins after today.
    #[error("an existing network cannot begin in the future")]
    StartsInFuture,
    /// From `special` to `normal`.
    #[error("the sensitivity of a network can be raised, never lowered")]
    SensitivityLowered,
    /// A next date that has passed, or dates in the wrong order.
    #[error("the agreed dates lie in the future, the evaluation not after the end")]
    InvalidDates,
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
    /// A text was refused.
    #[error(transparent)]
    Field(#[from] FieldError),
}

impl NetworkError {
    /// Stable code of the problem type.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::WrongState { .. } => "networks/wrong-state",
            Self::NoCapacity(_) => "networks/no-capacity",
            Self::NotFirst => "networks/not-first",
            Self::NotBelowMinimum => "networks/not-below-minimum",
            Self::CoreGroupTooSmall { .. } => "networks/core-group-too-small",
            Self::Ended => "networks/ended",
            Self::StartsInFuture => "networks/starts-in-future",
            Self::SensitivityLowered => "networks/sensitivity-lowered",
            Self::InvalidDates => "networks/invalid-dates",
            Self::OutOfRange { .. } => "networks/out-of-range",
            Self::Field(_) => "networks/invalid-text",
        }
    }
}
