//! What, when, where and for whom.

use chrono::{DateTime, TimeDelta, Utc};

use super::errors::MeetingError;
use super::{Attendance, Audience, MeetingKind};
use crate::ids::AreaId;
use crate::text::{line_of, prose_of};

/// Longest title, in characters. Our choice.
pub const TITLE_MAX: usize = 160;
/// Longest summary, in characters. Our choice.
pub const SUMMARY_MAX: usize = 8_000;
/// Longest note on language or accessibility, in characters. Our choice.
pub const NOTE_MAX: usize = 1_000;
/// Longest name or address of a venue, in characters. Our choice.
pub const VENUE_LINE_MAX: usize = 200;
/// Longest online link, in characters. Our choice.
pub const URL_MAX: usize = 500;
/// Most seats. Our choice.
pub const CAPACITY_MAX: u32 = 100_000;
/// Longest meeting, in days. Our choice: it catches a wrong month.
pub const LENGTH_DAYS_MAX: i64 = 7;
/// Furthest start, in days from now. Our choice: it catches a wrong year.
pub const AHEAD_DAYS_MAX: i64 = 3 * 366;

/// A room to meet in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Venue {
    /// Name, 1 to [`VENUE_LINE_MAX`] characters.
    pub name: String,
    /// Street, number and town, 1 to [`VENUE_LINE_MAX`] characters.
    pub address: String,
}

impl Venue {
    fn checked(self) -> Result<Self, MeetingError> {
        Ok(Self {
            name: line_of("venue_name", &self.name, VENUE_LINE_MAX)?,
            address: line_of("venue_address", &self.address, VENUE_LINE_MAX)?,
        })
    }
}

/// What, when, where and for whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingPlan {
    /// Title, 1 to [`TITLE_MAX`] characters.
    pub title: String,
    /// What happens, 0 to [`SUMMARY_MAX`] characters.
    pub summary: String,
    /// How hard the language is and what help there is, 0 to [`NOTE_MAX`] characters.
    pub language_note: String,
    /// What sort of meeting it is.
    pub kind: MeetingKind,
    /// First moment.
    pub starts_at: DateTime<Utc>,
    /// Last moment.
    pub ends_at: DateTime<Utc>,
    /// The area it is for.
    pub area_id: Option<AreaId>,
    /// The room.
    pub venue: Option<Venue>,
    /// Who can get in and how: lift, hearing loop, parking; 0 to [`NOTE_MAX`] characters.
    pub accessibility_note: String,
    /// Link to take part online, only ever shown to who is registered.
    pub online_url: Option<String>,
    /// Who may know of it and register.
    pub audience: Audience,
    /// Seats, 1 to [`CAPACITY_MAX`]; absent without a limit.
    pub capacity: Option<u32>,
    /// What is kept of who came.
    pub attendance: Attendance,
}

impl MeetingPlan {
    /// The plan with clean texts, for a meeting that has yet to begin at `now`.
    ///
    /// # Errors
    /// [`MeetingError::StartsInPast`], [`MeetingError::StartsTooFarAhead`], [`MeetingError::EndsBeforeStart`], [`MeetingError::TooLong`],
    /// [`MeetingError::InvalidCapacity`], [`MeetingError::InvalidUrl`] or [`MeetingError::Field`].
    pub fn checked(self, now: DateTime<Utc>) -> Result<Self, MeetingError> {
        self.check_times(now)?;
        if self.capacity.is_some_and(|seats| !(1..=CAPACITY_MAX).contains(&seats)) {
            return Err(MeetingError::InvalidCapacity);
        }
        Ok(Self {
            title: line_of("title", &self.title, TITLE_MAX)?,
            summary: prose_of("summary", &self.summary, SUMMARY_MAX)?,
            language_note: prose_of("language_note", &self.language_note, NOTE_MAX)?,
            accessibility_note: prose_of("accessibility_note", &self.accessibility_note, NOTE_MAX)?,
            venue: self.venue.map(Venue::checked).transpose()?,
            online_url: self.online_url.map(|link| checked_url(&link)).transpose()?,
            ..self
        })
    }

    /// Whether people know where to go: a room or an online link.
    #[must_use]
    pub const fn has_place(&self) -> bool {
        self.venue.is_some() || self.online_url.is_some()
    }

    /// Whether a freed seat now goes to who comes first: from [`super::FIRST_COME_HOURS`] before the start.
    #[must_use]
    pub fn is_first_come(&self, now: DateTime<Utc>) -> bool {
        now >= self.starts_at - TimeDelta::hours(super::FIRST_COME_HOURS)
    }

    /// Whether someone who registered for `other` has to be told: another time or another place.
    #[must_use]
    pub fn moves(&self, other: &Self) -> bool {
        self.starts_at != other.starts_at
            || self.ends_at != other.ends_at
            || self.venue != other.venue
            || self.online_url != other.online_url
    }

    fn check_times(&self, now: DateTime<Utc>) -> Result<(), MeetingError> {
        if self.starts_at <= now {
            return Err(MeetingError::StartsInPast);
        }
        if self.starts_at - now > TimeDelta::days(AHEAD_DAYS_MAX) {
            return Err(MeetingError::StartsTooFarAhead);
        }
        if self.ends_at <= self.starts_at {
            return Err(MeetingError::EndsBeforeStart);
        }
        if self.ends_at - self.starts_at > TimeDelta::days(LENGTH_DAYS_MAX) {
            return Err(MeetingError::TooLong);
        }
        Ok(())
    }
}

fn checked_url(text: &str) -> Result<String, MeetingError> {
    let link = line_of("online_url", text, URL_MAX)?;
    let host = link.strip_prefix("https://").unwrap_or_default();
    let odd = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '\\' | '`');
    if !host.starts_with(|c: char| c.is_alphanumeric()) || link.contains(odd) {
        return Err(MeetingError::InvalidUrl);
    }
    Ok(link)
}
