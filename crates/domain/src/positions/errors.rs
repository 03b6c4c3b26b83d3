//! What can go wrong with a position or an appointment.

use crate::text::FieldError;

/// Why a position refuses.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PositionError {
    /// The body has no such seats, or the network is missing or too much.
    #[error("this body has no such position")]
    WrongPlace,
    /// An ambassador without an area or a unit.
    #[error("an ambassador has an area or a unit")]
    AreaMissing,
    /// A term of no months, or of more than [`super::TERM_MONTHS_MAX`].
    #[error("a term is 1 to 120 months")]
    InvalidTerm,
    /// The seat was abolished.
    #[error("the position is closed")]
    Closed,
    /// Someone holds it, or was appointed to it.
    #[error("someone holds this position")]
    Held,
    /// The person is no active member of the network.
    #[error("the core group are members of the network")]
    NotAMember,
    /// The person is appointed to the same seat in the other capacity.
    #[error("the person is appointed to this position already")]
    AlreadyAppointed,
    /// The last day is before the first, or the first more than a year away.
    #[error("an appointment ends after it begins, and begins within a year")]
    InvalidPeriod,
    /// The appointment was ended before.
    #[error("the appointment has ended")]
    AlreadyEnded,
    /// Nobody would keep the settings.
    #[error("the organisation needs an administrator")]
    LastAdministrator,
    /// A text was refused.
    #[error(transparent)]
    Field(#[from] FieldError),
}

impl PositionError {
    /// Stable code of the problem type.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::WrongPlace => "positions/wrong-place",
            Self::AreaMissing => "positions/area-missing",
            Self::InvalidTerm => "positions/invalid-term",
            Self::Closed => "positions/closed",
            Self::Held => "positions/held",
            Self::NotAMember => "positions/not-a-member",
            Self::AlreadyAppointed => "positions/already-appointed",
            Self::InvalidPeriod => "positions/invalid-period",
            Self::AlreadyEnded => "positions/already-ended",
            Self::LastAdministrator => "positions/last-administrator",
            Self::Field(_) => "positions/invalid-text",
        }
    }
}
