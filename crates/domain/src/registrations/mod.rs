//! Registrations: someone's intent to come to a meeting, the seat it takes, and whether they came.
//!
//! A transition returns the registration and the [`CountChange`] of the meeting, which are written together. The database gives the seats:
//! [`Meeting::offers_seat`] is the rule, its conditional update and constraint are the guard.

mod attendance;
mod counting;
mod errors;
mod guests;
mod seats;

use chrono::{DateTime, Utc};
use strum::{EnumIter, EnumString, IntoStaticStr};

use crate::ids::{MeetingId, OrganizationId, PersonId, RegistrationId};
use crate::meetings::Meeting;

pub use attendance::CHECK_IN_OPENS_HOURS;
pub use counting::CountChange;
pub use errors::RegistrationError;
pub use guests::{GUEST_LINK_HOURS, GuestRequest, NewGuestRequest};
pub use seats::{Entrant, Freed, Given, NewRegistration, Seat};

/// Longest text about what someone needs, in characters. Our choice.
pub const NEEDS_MAX: usize = 500;

/// Where a registration is in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, EnumIter)]
#[strum(serialize_all = "kebab-case")]
pub enum RegistrationState {
    /// Has a seat, or walked in.
    Registered,
    /// Waits for a seat.
    Waitlisted,
    /// Does not come.
    Cancelled,
}

impl RegistrationState {
    /// Stable code, such as `waitlisted`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// The state after `command`.
    ///
    /// # Errors
    /// [`RegistrationError::WrongState`].
    pub const fn after(self, command: RegistrationCommand) -> Result<Self, RegistrationError> {
        match (command, self) {
            (RegistrationCommand::Promote, Self::Waitlisted)
            | (RegistrationCommand::CheckIn | RegistrationCommand::UndoCheckIn, Self::Registered)
            | (RegistrationCommand::WalkIn, Self::Waitlisted | Self::Cancelled)
            | (RegistrationCommand::TakeSeat, Self::Cancelled) => Ok(Self::Registered),
            (RegistrationCommand::Wait, Self::Cancelled) => Ok(Self::Waitlisted),
            (RegistrationCommand::Cancel, Self::Registered | Self::Waitlisted) => Ok(Self::Cancelled),
            (command, state) => Err(RegistrationError::WrongState { state, command }),
        }
    }
}

/// What can be asked of the life of a registration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, EnumIter)]
#[strum(serialize_all = "kebab-case")]
pub enum RegistrationCommand {
    /// Register again after a cancellation, on a seat.
    TakeSeat,
    /// Register again after a cancellation, without a seat.
    Wait,
    /// Move up from the waitlist.
    Promote,
    /// Say not to come.
    Cancel,
    /// Say that the person came.
    CheckIn,
    /// Say that this was a mistake.
    UndoCheckIn,
    /// Let someone in who had no seat.
    WalkIn,
}

impl RegistrationCommand {
    /// Stable code, such as `check-in`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// Someone's intent to come to a meeting. There is one for each person and meeting; cancelling and coming back happen to the same one.
#[derive(Clone, PartialEq, Eq)]
pub struct Registration {
    /// Its id.
    pub id: RegistrationId,
    /// The tenant.
    pub organization_id: OrganizationId,
    /// The meeting.
    pub meeting_id: MeetingId,
    /// Who.
    pub person_id: PersonId,
    /// Where it is in its life.
    pub state: RegistrationState,
    /// Order of acceptance for this meeting, from 1: the lowest waits shortest. Given anew after a cancellation.
    pub place: u32,
    /// What someone needs to take part, 0 to [`NEEDS_MAX`] characters; sensitive.
    pub needs: String,
    /// Whether the person came without a seat: counted apart, above capacity too.
    pub is_walk_in: bool,
    /// When it was last accepted.
    pub registered_at: DateTime<Utc>,
    /// When it was cancelled.
    pub cancelled_at: Option<DateTime<Utc>>,
    /// When it moved up from the waitlist.
    pub promoted_at: Option<DateTime<Utc>>,
    /// When the person was checked in.
    pub attended_at: Option<DateTime<Utc>>,
    /// Rises by one with every change.
    pub version: u32,
}

/// Hides what someone needs, so that no log holds it (privacy.md P40).
impl std::fmt::Debug for Registration {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Registration")
            .field("id", &self.id)
            .field("state", &self.state)
            .field("place", &self.place)
            .field("is_walk_in", &self.is_walk_in)
            .field("attended_at", &self.attended_at)
            .finish_non_exhaustive()
    }
}

impl Registration {
    /// The registration in the state after `command`, and what changes in the counts.
    fn moved(self, command: RegistrationCommand, how: impl FnOnce(Self) -> Self) -> Result<(Self, CountChange), RegistrationError> {
        let state = self.state.after(command)?;
        let before = CountChange::of(&self);
        let version = self.version.saturating_add(1);
        let moved = how(Self { state, version, ..self });
        let change = CountChange::of(&moved).less(before);
        Ok((moved, change))
    }
}

impl Meeting {
    /// Whether this registration still counts as an intent that can be changed: the meeting is published and has not begun.
    fn check_before_start(&self, now: DateTime<Utc>) -> Result<(), RegistrationError> {
        if self.state != crate::meetings::MeetingState::Published {
            return Err(RegistrationError::NotOpen);
        }
        if now >= self.plan.starts_at { Err(RegistrationError::AlreadyStarted) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests;
