//! Whether they came.

use chrono::{DateTime, TimeDelta, Utc};

use super::{CountChange, Registration, RegistrationCommand, RegistrationError, RegistrationState};
use crate::ids::{PersonId, RegistrationId};
use crate::meetings::{Attendance, Meeting, MeetingState};

/// Hours before the start from which people are checked in. Our choice: hosts come early, and nobody comes the day before.
pub const CHECK_IN_OPENS_HOURS: i64 = 12;

impl Meeting {
    /// Whether people can be checked in now: by name, from [`CHECK_IN_OPENS_HOURS`] before the start, and after the meeting was held too, to
    /// put the list right.
    ///
    /// # Errors
    /// [`RegistrationError::CountOnly`], [`RegistrationError::CheckInClosed`].
    pub fn check_door(&self, now: DateTime<Utc>) -> Result<(), RegistrationError> {
        if self.plan.attendance == Attendance::CountOnly {
            return Err(RegistrationError::CountOnly);
        }
        let opens_at = self.plan.starts_at - TimeDelta::hours(CHECK_IN_OPENS_HOURS);
        match self.state {
            MeetingState::Held => Ok(()),
            MeetingState::Published if now >= opens_at => Ok(()),
            MeetingState::Published | MeetingState::Draft | MeetingState::Cancelled => Err(RegistrationError::CheckInClosed),
        }
    }

    /// Let in someone who has no registration, on `place`, above capacity too.
    ///
    /// # Errors
    /// What [`Meeting::check_door`] refuses.
    pub fn let_in(
        &self,
        id: RegistrationId,
        person_id: PersonId,
        place: u32,
        now: DateTime<Utc>,
    ) -> Result<(Registration, CountChange), RegistrationError> {
        self.check_door(now)?;
        let registration = Registration {
            id,
            organization_id: self.organization_id,
            meeting_id: self.id,
            person_id,
            state: RegistrationState::Registered,
            place,
            needs: String::new(),
            is_walk_in: true,
            registered_at: now,
            cancelled_at: None,
            promoted_at: None,
            attended_at: Some(now),
            version: 1,
        };
        let change = CountChange::of(&registration);
        Ok((registration, change))
    }
}

impl Registration {
    /// Say that the person came. Said twice, the first time counts. Who had no seat, or had cancelled, is let in as a walk-in.
    ///
    /// # Errors
    /// What [`Meeting::check_door`] refuses.
    pub fn check_in(self, meeting: &Meeting, now: DateTime<Utc>) -> Result<(Self, CountChange), RegistrationError> {
        meeting.check_door(now)?;
        match self.state {
            RegistrationState::Registered if self.attended_at.is_some() => Ok((self, CountChange::default())),
            RegistrationState::Registered => self.moved(RegistrationCommand::CheckIn, |present| Self { attended_at: Some(now), ..present }),
            RegistrationState::Waitlisted | RegistrationState::Cancelled => self.moved(RegistrationCommand::WalkIn, |present| Self {
                is_walk_in: true,
                cancelled_at: None,
                attended_at: Some(now),
                ..present
            }),
        }
    }

    /// Say that checking in was a mistake. A walk-in who did not come has no registration left.
    ///
    /// # Errors
    /// What [`Meeting::check_door`] refuses; [`RegistrationError::NotAttended`]; [`RegistrationError::WrongState`].
    pub fn undo_check_in(self, meeting: &Meeting, now: DateTime<Utc>) -> Result<(Self, CountChange), RegistrationError> {
        meeting.check_door(now)?;
        if self.attended_at.is_none() {
            return Err(RegistrationError::NotAttended);
        }
        if self.is_walk_in {
            return self.moved(RegistrationCommand::Cancel, |absent| Self { attended_at: None, cancelled_at: Some(now), ..absent });
        }
        self.moved(RegistrationCommand::UndoCheckIn, |absent| Self { attended_at: None, ..absent })
    }
}
