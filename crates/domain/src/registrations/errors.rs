//! What can go wrong with a registration.

use super::{RegistrationCommand, RegistrationState};
use crate::text::FieldError;

/// Why a registration is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RegistrationError {
    /// The state does not allow the command.
    #[error("a registration that is {} cannot do this: {}", .state.as_str(), .command.as_str())]
    WrongState {
        /// State of the registration.
        state: RegistrationState,
        /// What was asked.
        command: RegistrationCommand,
    },
    /// The meeting is no longer, or not yet, published.
    #[error("one cannot register for this meeting")]
    NotOpen,
    /// The meeting has begun.
    #[error("the meeting has begun")]
    AlreadyStarted,
    /// The meeting keeps no names.
    #[error("this meeting keeps no names: just come")]
    CountOnly,
    /// The audience is another.
    #[error("this meeting is for others")]
    NotForYou,
    /// Nobody is checked in so early, or at a meeting that was cancelled.
    #[error("checking in opens 12 hours before the start")]
    CheckInClosed,
    /// The person was checked in.
    #[error("the person was checked in")]
    AlreadyAttended,
    /// The person was not checked in.
    #[error("the person was not checked in")]
    NotAttended,
    /// The link in the mail is too old.
    #[error("this link has expired")]
    LinkExpired,
    /// A text was refused.
    #[error(transparent)]
    Field(#[from] FieldError),
}

impl RegistrationError {
    /// Stable code of the problem type.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::WrongState { .. } => "registrations/wrong-state",
            Self::NotOpen => "registrations/not-open",
            Self::AlreadyStarted => "registrations/already-started",
            Self::CountOnly => "registrations/count-only",
            Self::NotForYou => "registrations/not-for-you",
            Self::CheckInClosed => "registrations/check-in-closed",
            Self::AlreadyAttended => "registrations/already-attended",
            Self::NotAttended => "registrations/not-attended",
            Self::LinkExpired => "registrations/link-expired",
            Self::Field(_) => "registrations/invalid-text",
        }
    }
}
