//! The life of a meeting.

use chrono::{DateTime, Utc};
use strum::{EnumIter, EnumString, IntoStaticStr};

use super::errors::MeetingError;
use super::{Attendance, Meeting, MeetingPlan};
use crate::networks::NetworkState;
use crate::text::told;

/// Longest reason for a cancellation, in characters: that of a network that ends fits. Our choice.
const REASON_MAX: usize = 2_000;

/// Where a meeting is in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, EnumIter)]
#[strum(serialize_all = "kebab-case")]
pub enum MeetingState {
    /// Known to its hosts only.
    Draft,
    /// Known to its audience, open for registration.
    Published,
    /// Called off.
    Cancelled,
    /// It took place.
    Held,
}

impl MeetingState {
    /// Stable code, such as `published`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// The state after `command`, as far as the state decides. Source: domain.md, Meetings.
    ///
    /// # Errors
    /// [`MeetingError::WrongState`].
    pub const fn after(self, command: MeetingCommand) -> Result<Self, MeetingError> {
        match (command, self) {
            (MeetingCommand::Adjust, Self::Draft) => Ok(Self::Draft),
            (MeetingCommand::Publish, Self::Draft) | (MeetingCommand::Adjust, Self::Published) => Ok(Self::Published),
            (MeetingCommand::Cancel, Self::Draft | Self::Published) => Ok(Self::Cancelled),
            (MeetingCommand::Hold, Self::Published) => Ok(Self::Held),
            (command, state) => Err(MeetingError::WrongState { state, command }),
        }
    }
}

/// What can be asked of the life of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, EnumIter)]
#[strum(serialize_all = "kebab-case")]
pub enum MeetingCommand {
    /// Change the plan.
    Adjust,
    /// Tell the audience.
    Publish,
    /// Call off.
    Cancel,
    /// Say that it took place.
    Hold,
}

impl MeetingCommand {
    /// Stable code, such as `publish`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// What a change of a meeting means to others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MeetingFact {
    /// Another time or place: everyone registered or waitlisted is told.
    Moved,
    /// So many people of the waitlist get a seat, the lowest place first.
    Promotes(u32),
    /// Seats came free on the last day: everyone waitlisted is told, and who comes first has them.
    SeatsFree,
}

impl Meeting {
    /// Change the plan. Drafts move freely; a published meeting until it begins.
    ///
    /// # Errors
    /// [`MeetingError::WrongState`], [`MeetingError::AlreadyStarted`], [`MeetingError::AttendanceFixed`], [`MeetingError::NoPlace`],
    /// [`MeetingError::CapacityBelowRegistered`], or what [`MeetingPlan::checked`] refuses.
    pub fn adjust(self, plan: MeetingPlan, now: DateTime<Utc>) -> Result<(Self, Vec<MeetingFact>), MeetingError> {
        let state = self.state.after(MeetingCommand::Adjust)?;
        let plan = plan.checked(now)?;
        let facts = match state {
            MeetingState::Published => self.facts_of(&plan, now)?,
            MeetingState::Draft | MeetingState::Cancelled | MeetingState::Held => Vec::new(),
        };
        Ok((Self { plan, state, version: self.version.saturating_add(1), ..self }, facts))
    }

    /// Tell the audience.
    ///
    /// # Errors
    /// [`MeetingError::WrongState`], [`MeetingError::StartsInPast`], [`MeetingError::NoPlace`]; [`MeetingError::NetworkAsleep`] when the
    /// network has no meetings in its state.
    pub fn publish(self, network: NetworkState, now: DateTime<Utc>) -> Result<Self, MeetingError> {
        let state = self.state.after(MeetingCommand::Publish)?;
        if self.plan.starts_at <= now {
            return Err(MeetingError::StartsInPast);
        }
        if !self.plan.has_place() {
            return Err(MeetingError::NoPlace);
        }
        if !network.may_meet() {
            return Err(MeetingError::NetworkAsleep);
        }
        Ok(Self { state, published_at: Some(now), version: self.version.saturating_add(1), ..self })
    }

    /// Call off with a reason in plain language. Possible until the end: a speaker may fail to come.
    ///
    /// # Errors
    /// [`MeetingError::WrongState`], [`MeetingError::AlreadyOver`] for a published meeting, [`MeetingError::Field`].
    pub fn cancel(self, reason: &str, now: DateTime<Utc>) -> Result<Self, MeetingError> {
        let state = self.state.after(MeetingCommand::Cancel)?;
        if self.state == MeetingState::Published && now >= self.plan.ends_at {
            return Err(MeetingError::AlreadyOver);
        }
        let reason = told("reason", reason, REASON_MAX)?;
        Ok(Self { state, state_reason: Some(reason), version: self.version.saturating_add(1), ..self })
    }

    /// Say that it took place; `counted` is the number of people present at a count-only meeting.
    ///
    /// # Errors
    /// [`MeetingError::WrongState`], [`MeetingError::NotStarted`], [`MeetingError::CountMissing`] or [`MeetingError::CountUnwanted`].
    pub fn hold(self, counted: Option<u32>, now: DateTime<Utc>) -> Result<Self, MeetingError> {
        let state = self.state.after(MeetingCommand::Hold)?;
        if now < self.plan.starts_at {
            return Err(MeetingError::NotStarted);
        }
        let attended = match (self.plan.attendance, counted) {
            (Attendance::CountOnly, None) => return Err(MeetingError::CountMissing),
            (Attendance::Named, Some(_)) => return Err(MeetingError::CountUnwanted),
            (Attendance::CountOnly, Some(present)) => present,
            (Attendance::Named, None) => self.counts.attended,
        };
        let counts = super::Counts { attended, ..self.counts };
        Ok(Self { state, counts, held_at: Some(now), version: self.version.saturating_add(1), ..self })
    }

    fn facts_of(&self, plan: &MeetingPlan, now: DateTime<Utc>) -> Result<Vec<MeetingFact>, MeetingError> {
        if self.plan.starts_at <= now {
            return Err(MeetingError::AlreadyStarted);
        }
        if plan.attendance != self.plan.attendance {
            return Err(MeetingError::AttendanceFixed);
        }
        if !plan.has_place() {
            return Err(MeetingError::NoPlace);
        }
        if plan.capacity.is_some_and(|seats| seats < self.counts.registered) {
            return Err(MeetingError::CapacityBelowRegistered(self.counts.registered));
        }
        let moved = plan.moves(&self.plan).then_some(MeetingFact::Moved);
        Ok(moved.into_iter().chain(self.seat_fact(plan, now)).collect())
    }

    fn seat_fact(&self, plan: &MeetingPlan, now: DateTime<Utc>) -> Option<MeetingFact> {
        let seats = |plan: &MeetingPlan| plan.capacity.map_or(u32::MAX, |capacity| capacity.saturating_sub(self.counts.registered));
        let waiting = seats(plan).min(self.counts.waitlisted);
        if waiting == 0 {
            None
        } else if plan.is_first_come(now) {
            (seats(plan) > seats(&self.plan)).then_some(MeetingFact::SeatsFree)
        } else {
            Some(MeetingFact::Promotes(waiting))
        }
    }
}
