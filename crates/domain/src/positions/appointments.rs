//! Who holds a seat, and until when.

use std::collections::BTreeSet;

use chrono::{DateTime, Days, Months, NaiveDate, TimeDelta, Utc};
use strum::{EnumIter, EnumString, IntoStaticStr};

use super::errors::PositionError;
use super::{Body, Position};
use crate::ids::{AppointmentId, OrganizationId, PersonId, PositionId};
use crate::text::told;
use crate::working_groups::Belonging;

/// Days before the end of a term that the holder and the body are reminded. Our choice: a month, time to find someone.
pub const REMIND_BEFORE_DAYS: i64 = 30;
/// Days ahead that someone can be appointed. Our choice.
const AHEAD_DAYS_MAX: i64 = 366;
/// Longest reason for an end, in characters. Our choice.
const REASON_MAX: usize = 1_000;

/// How someone holds a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, EnumIter)]
#[strum(serialize_all = "kebab-case")]
pub enum Capacity {
    /// As its holder.
    Regular,
    /// Standing in while it is vacant (plv., waarnemend).
    Acting,
}

impl Capacity {
    /// Stable code: `regular` or `acting`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// A person in a seat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appointment {
    /// Its id.
    pub id: AppointmentId,
    /// The tenant.
    pub organization_id: OrganizationId,
    /// The seat.
    pub position_id: PositionId,
    /// Who.
    pub person_id: PersonId,
    /// How.
    pub capacity: Capacity,
    /// First day.
    pub from_on: NaiveDate,
    /// Last day; absent without a term.
    pub until_on: Option<NaiveDate>,
    /// When it was ended, before or at the end of its term. Until then the seat counts as taken.
    pub ended_at: Option<DateTime<Utc>>,
    /// Why it was ended early, in plain language.
    pub end_reason: Option<String>,
    /// When the end of the term was announced.
    pub reminded_at: Option<DateTime<Utc>>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
}

/// Who is to be appointed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewAppointment {
    /// Who.
    pub person_id: PersonId,
    /// How.
    pub capacity: Capacity,
    /// First day.
    pub from_on: NaiveDate,
    /// Last day; absent for the term of the position, or no end.
    pub until_on: Option<NaiveDate>,
    /// Whether the person is an active member of the network of the seat; asked for the core group only.
    pub belonging: Belonging,
}

impl Position {
    /// Appoint someone. `others` are the appointments to this seat that were not ended.
    ///
    /// Returns the appointment, and those that end with it: a regular holder takes over from who stood in. One regular holder at a time, and
    /// one standing in, only while there is no regular holder. Lapsed terms are ended first: see [`Appointment::has_lapsed`].
    ///
    /// # Errors
    /// [`PositionError::Closed`], [`PositionError::NotAMember`], [`PositionError::Held`], [`PositionError::InvalidPeriod`].
    ///
    /// Source: `ChristenUnie` (core group of members); V/M, "in afwachting van permanente invulling". One acting at a time is our choice.
    pub fn appoint(
        &self,
        id: AppointmentId,
        new: NewAppointment,
        others: &[Appointment],
        now: DateTime<Utc>,
    ) -> Result<(Appointment, Vec<Appointment>), PositionError> {
        self.check_open()?;
        if self.body == Body::CoreGroup && new.belonging == Belonging::Outsider {
            return Err(PositionError::NotAMember);
        }
        let until_on = self.checked_period(&new, now)?;
        let standing: Vec<&Appointment> = others.iter().filter(|other| other.position_id == self.id && other.ended_at.is_none()).collect();
        let is_held = standing.iter().any(|other| other.capacity == new.capacity || other.capacity == Capacity::Regular);
        if is_held {
            return Err(PositionError::Held);
        }
        let relieved = standing.into_iter().map(|acting| Appointment { ended_at: Some(now), ..acting.clone() }).collect();
        Ok((self.appointment(id, new, until_on, now), relieved))
    }

    fn checked_period(&self, new: &NewAppointment, now: DateTime<Utc>) -> Result<Option<NaiveDate>, PositionError> {
        if new.from_on - now.date_naive() > TimeDelta::days(AHEAD_DAYS_MAX) {
            return Err(PositionError::InvalidPeriod);
        }
        let term = self.term_months.map(|months| {
            let day_after = new.from_on.checked_add_months(Months::new(months))?;
            day_after.checked_sub_days(Days::new(1))
        });
        let until_on = match (new.until_on, term) {
            (Some(day), _) => Some(day),
            (None, Some(day)) => Some(day.ok_or(PositionError::InvalidPeriod)?),
            (None, None) => None,
        };
        if until_on.is_some_and(|day| day < new.from_on) { Err(PositionError::InvalidPeriod) } else { Ok(until_on) }
    }

    const fn appointment(&self, id: AppointmentId, new: NewAppointment, until_on: Option<NaiveDate>, now: DateTime<Utc>) -> Appointment {
        Appointment {
            id,
            organization_id: self.organization_id,
            position_id: self.id,
            person_id: new.person_id,
            capacity: new.capacity,
            from_on: new.from_on,
            until_on,
            ended_at: None,
            end_reason: None,
            reminded_at: None,
            created_at: now,
        }
    }
}

impl Appointment {
    /// Whether the person holds the seat on `today`.
    #[must_use]
    pub fn is_current(&self, today: NaiveDate) -> bool {
        self.ended_at.is_none() && self.from_on <= today && self.until_on.is_none_or(|last| today <= last)
    }

    /// Whether the term is over and the appointment is yet to be ended, by the worker or by who appoints the next.
    #[must_use]
    pub fn has_lapsed(&self, today: NaiveDate) -> bool {
        self.ended_at.is_none() && self.until_on.is_some_and(|last| last < today)
    }

    /// End it now, with a reason in plain language.
    ///
    /// # Errors
    /// [`PositionError::AlreadyEnded`], [`PositionError::Field`].
    pub fn end(self, reason: &str, now: DateTime<Utc>) -> Result<Self, PositionError> {
        if self.ended_at.is_some() {
            return Err(PositionError::AlreadyEnded);
        }
        Ok(Self { ended_at: Some(now), end_reason: Some(told("reason", reason, REASON_MAX)?), ..self })
    }

    /// End it because its term is over. One that runs, or was ended, stays as it is.
    #[must_use]
    pub fn lapse(self, today: NaiveDate, now: DateTime<Utc>) -> Self {
        if self.has_lapsed(today) { Self { ended_at: Some(now), ..self } } else { self }
    }
}

/// Whether someone sits there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, EnumIter)]
#[strum(serialize_all = "kebab-case")]
pub enum Occupation {
    /// Nobody.
    Vacant,
    /// Someone stands in; there is a vacancy all the same.
    Acting,
    /// Its regular holder.
    Held,
}

impl Occupation {
    /// Stable code: `vacant`, `acting` or `held`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// Whether someone sits in `position` on `today`.
#[must_use]
pub fn occupation(position: PositionId, appointments: &[Appointment], today: NaiveDate) -> Occupation {
    let mut current = appointments.iter().filter(|one| one.position_id == position && one.is_current(today)).map(|one| one.capacity);
    match current.next() {
        None => Occupation::Vacant,
        Some(Capacity::Regular) => Occupation::Held,
        Some(Capacity::Acting) if current.any(|capacity| capacity == Capacity::Regular) => Occupation::Held,
        Some(Capacity::Acting) => Occupation::Acting,
    }
}

/// Size of a core group: distinct persons with a current appointment to one of its seats, acting or not, who are `members` of the network.
///
/// `appointments` are those to the seats of the core group. Source: `ChristenUnie`, "een kerngroep van minstens vier leden".
#[must_use]
pub fn core_group_size(appointments: &[Appointment], members: &BTreeSet<PersonId>, today: NaiveDate) -> u32 {
    let current = appointments.iter().filter(|one| one.is_current(today)).map(|one| one.person_id);
    let persons: BTreeSet<PersonId> = current.filter(|person| members.contains(person)).collect();
    u32::try_from(persons.len()).unwrap_or(u32::MAX)
}

/// Whether an administrator is left when `ending` ends; `administration` are the appointments to the seats of that body.
///
/// # Errors
/// [`PositionError::LastAdministrator`].
pub fn keeps_administrator(ending: AppointmentId, administration: &[Appointment], today: NaiveDate) -> Result<(), PositionError> {
    let is_left = administration.iter().any(|one| one.id != ending && one.is_current(today));
    if is_left { Ok(()) } else { Err(PositionError::LastAdministrator) }
}
