//! What a registration adds to the counts of its meeting.

use super::{Registration, RegistrationState};
use crate::meetings::Counts;

/// What to add to the counts of the meeting, in the transaction that writes the registration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CountChange {
    /// To [`Counts::registered`]; the guarded counter of seats.
    pub registered: i32,
    /// To [`Counts::waitlisted`].
    pub waitlisted: i32,
    /// To [`Counts::attended`].
    pub attended: i32,
    /// To [`Counts::walk_ins`].
    pub walk_ins: i32,
}

impl CountChange {
    /// What this registration counts for.
    #[must_use]
    pub fn of(registration: &Registration) -> Self {
        let one = |counts: bool| i32::from(counts);
        let is_in = registration.state == RegistrationState::Registered;
        Self {
            registered: one(is_in && !registration.is_walk_in),
            waitlisted: one(registration.state == RegistrationState::Waitlisted),
            attended: one(is_in && !registration.is_walk_in && registration.attended_at.is_some()),
            walk_ins: one(is_in && registration.is_walk_in),
        }
    }

    /// This change without `other`.
    #[must_use]
    pub const fn less(self, other: Self) -> Self {
        Self {
            registered: self.registered.saturating_sub(other.registered),
            waitlisted: self.waitlisted.saturating_sub(other.waitlisted),
            attended: self.attended.saturating_sub(other.attended),
            walk_ins: self.walk_ins.saturating_sub(other.walk_ins),
        }
    }

    /// The counts after this change. Never below zero.
    #[must_use]
    pub const fn applied_to(self, counts: Counts) -> Counts {
        Counts {
            registered: counts.registered.saturating_add_signed(self.registered),
            waitlisted: counts.waitlisted.saturating_add_signed(self.waitlisted),
            attended: counts.attended.saturating_add_signed(self.attended),
            walk_ins: counts.walk_ins.saturating_add_signed(self.walk_ins),
            places_given: counts.places_given,
        }
    }
}
