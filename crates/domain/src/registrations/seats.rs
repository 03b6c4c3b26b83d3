//! Who gets a seat.

use chrono::{DateTime, Utc};
use strum::IntoEnumIterator;

use super::{CountChange, NEEDS_MAX, Registration, RegistrationCommand, RegistrationError, RegistrationState};
use crate::ids::{PersonId, RegistrationId};
use crate::meetings::{Attendance, Audience, Meeting, MeetingState};
use crate::mutants::{Hole, planted};
use crate::text::prose_of;

/// What the database answered to the request for a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seat {
    /// One was free and is taken now.
    Taken,
    /// None was free.
    None,
}

/// What the database gave to who registers, in one statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Given {
    /// A seat, or none.
    pub seat: Seat,
    /// The next place of the meeting.
    pub place: u32,
}

/// What someone who wants to come is to the meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entrant {
    /// Guest of this meeting: no affiliation but that.
    Guest,
    /// Has another active affiliation with the organisation.
    Affiliated,
    /// Active member of the network.
    NetworkMember,
}

/// What a cancellation frees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Freed {
    /// No seat, or nobody waits for it.
    Nothing,
    /// A seat for the first in line, in the same transaction: of those who wait the lowest place, strictly in order of acceptance.
    ForFirstInLine,
    /// A seat on the last day: everyone waitlisted is told, and who comes first has it.
    ForWhoComesFirst,
}

impl Audience {
    /// Whether someone who is `entrant` may register.
    #[must_use]
    pub const fn admits(self, entrant: Entrant) -> bool {
        match (self, entrant) {
            (Self::Public, _)
            | (Self::Organization, Entrant::Affiliated | Entrant::NetworkMember)
            | (Self::Network, Entrant::NetworkMember) => true,
            (Self::Organization | Self::Network, Entrant::Guest) | (Self::Network, Entrant::Affiliated) => false,
        }
    }

    /// The audiences that `entrant` is not of.
    #[must_use]
    pub fn closed_to(entrant: Entrant) -> Vec<Self> {
        Self::iter().filter(|audience| !audience.admits(entrant)).collect()
    }
}

impl Meeting {
    /// Whether `entrant` may register now.
    ///
    /// # Errors
    /// [`RegistrationError::CountOnly`], [`RegistrationError::NotOpen`], [`RegistrationError::AlreadyStarted`] or
    /// [`RegistrationError::NotForYou`].
    pub fn admit(&self, entrant: Entrant, now: DateTime<Utc>) -> Result<(), RegistrationError> {
        if self.plan.attendance == Attendance::CountOnly && self.state == MeetingState::Published {
            return Err(RegistrationError::CountOnly);
        }
        self.check_before_start(now)?;
        if self.plan.audience.admits(entrant) || planted(Hole::Audience) { Ok(()) } else { Err(RegistrationError::NotForYou) }
    }

    /// Whether a newcomer gets a seat: one is free, and nobody waits for it unless it is first come, first served.
    ///
    /// Who stands on the waitlist gets a seat by promotion, or by registering again on the last day. Source: domain.md, Meetings ("Seats").
    #[must_use]
    pub fn offers_seat(&self, now: DateTime<Utc>) -> bool {
        let is_free = self.free_seats().is_none_or(|seats| seats > 0);
        is_free && (self.counts.waitlisted == 0 || self.is_first_come(now))
    }
}

/// Someone who registers for the first time.
#[derive(Clone, PartialEq, Eq)]
pub struct NewRegistration {
    /// Who.
    pub person_id: PersonId,
    /// What the person needs to take part, 0 to [`NEEDS_MAX`] characters; sensitive.
    pub needs: String,
}

/// Hides what someone needs, so that no log holds it (privacy.md P40).
impl std::fmt::Debug for NewRegistration {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewRegistration").field("person_id", &self.person_id).finish_non_exhaustive()
    }
}

impl NewRegistration {
    /// Accept the person for `meeting`, with what the database gave.
    ///
    /// # Errors
    /// [`RegistrationError::Field`].
    pub fn accept(
        self,
        id: RegistrationId,
        meeting: &Meeting,
        given: Given,
        now: DateTime<Utc>,
    ) -> Result<(Registration, CountChange), RegistrationError> {
        let registration = Registration {
            id,
            organization_id: meeting.organization_id,
            meeting_id: meeting.id,
            person_id: self.person_id,
            state: given.seat.state(),
            place: given.place,
            needs: prose_of("needs", &self.needs, NEEDS_MAX)?,
            is_walk_in: false,
            registered_at: now,
            cancelled_at: None,
            promoted_at: None,
            attended_at: None,
            version: 1,
        };
        let change = CountChange::of(&registration);
        Ok((registration, change))
    }
}

impl Seat {
    const fn state(self) -> RegistrationState {
        match self {
            Self::Taken => RegistrationState::Registered,
            Self::None => RegistrationState::Waitlisted,
        }
    }
}

impl Registration {
    /// Whether registering again asks for a seat: after a cancellation, and from the waitlist on the last day.
    ///
    /// Who is registered, or waits on another day, gets the same registration again: nothing happens.
    #[must_use]
    pub fn asks_again(&self, meeting: &Meeting, now: DateTime<Utc>) -> bool {
        match self.state {
            RegistrationState::Registered => false,
            RegistrationState::Waitlisted => meeting.is_first_come(now),
            RegistrationState::Cancelled => true,
        }
    }

    /// Register again after a cancellation, on a new place at the end.
    ///
    /// # Errors
    /// [`RegistrationError::WrongState`], [`RegistrationError::Field`].
    pub fn return_on(self, needs: &str, given: Given, now: DateTime<Utc>) -> Result<(Self, CountChange), RegistrationError> {
        let needs = prose_of("needs", needs, NEEDS_MAX)?;
        let command = match given.seat {
            Seat::Taken => RegistrationCommand::TakeSeat,
            Seat::None => RegistrationCommand::Wait,
        };
        self.moved(command, |back| Self {
            place: given.place,
            needs,
            is_walk_in: false,
            registered_at: now,
            cancelled_at: None,
            promoted_at: None,
            attended_at: None,
            ..back
        })
    }

    /// Move up from the waitlist: as first in line, or by registering again on the last day. The seat was taken in the database.
    ///
    /// # Errors
    /// [`RegistrationError::WrongState`].
    pub fn promote(self, now: DateTime<Utc>) -> Result<(Self, CountChange), RegistrationError> {
        self.moved(RegistrationCommand::Promote, |up| Self { promoted_at: Some(now), ..up })
    }

    /// Say not to come, and what that frees.
    ///
    /// # Errors
    /// [`RegistrationError::NotOpen`], [`RegistrationError::AlreadyStarted`], [`RegistrationError::AlreadyAttended`],
    /// [`RegistrationError::WrongState`].
    pub fn cancel(self, meeting: &Meeting, now: DateTime<Utc>) -> Result<(Self, CountChange, Freed), RegistrationError> {
        meeting.check_before_start(now)?;
        if self.attended_at.is_some() {
            return Err(RegistrationError::AlreadyAttended);
        }
        let had_seat = self.state == RegistrationState::Registered && !self.is_walk_in;
        let (cancelled, change) = self.moved(RegistrationCommand::Cancel, |gone| Self { cancelled_at: Some(now), ..gone })?;
        let freed = if !had_seat || meeting.counts.waitlisted == 0 {
            Freed::Nothing
        } else if meeting.is_first_come(now) {
            Freed::ForWhoComesFirst
        } else {
            Freed::ForFirstInLine
        };
        Ok((cancelled, change, freed))
    }
}
