//! Meetings: planned, published, held or cancelled. Who comes is in [`crate::registrations`].

mod counts;
mod errors;
mod hosts;
mod plan;
mod quarters;
mod states;

use chrono::{DateTime, Utc};
use strum::{EnumIter, EnumString, IntoStaticStr};

use crate::ids::{MeetingId, NetworkId, OrganizationId};

pub use counts::Counts;
pub use errors::MeetingError;
pub use hosts::{CO_HOSTS_MAX, CoHost, checked_co_hosts};
pub use plan::{
    AHEAD_DAYS_MAX, CAPACITY_MAX, LENGTH_DAYS_MAX, MeetingPlan, NOTE_MAX, SUMMARY_MAX, TITLE_MAX, URL_MAX, VENUE_LINE_MAX, Venue,
};
pub use quarters::{Figures, Quarter};
pub use states::{MeetingCommand, MeetingFact, MeetingState};

/// Hours before the start from which a freed seat goes to who comes first. Source: domain.md, Meetings, "Seats".
pub const FIRST_COME_HOURS: i64 = 24;

/// What sort of meeting it is.
///
/// Source: Drenthe (symposium, local meeting, knowledge atelier, work session), V/M (evening, congress session), Els Borst Netwerk (network day).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, EnumIter)]
#[strum(serialize_all = "kebab-case")]
pub enum MeetingKind {
    /// Half a day for the whole province or country.
    Symposium,
    /// For one municipality.
    LocalMeeting,
    /// An evening with a researcher and a practice expert.
    Evening,
    /// The yearly day of a network.
    NetworkDay,
    /// A session at a congress.
    CongressSession,
    /// Learning from each other (kennisatelier).
    KnowledgeAtelier,
    /// Working together on the spot.
    WorkSession,
    /// Only online.
    Online,
}

impl MeetingKind {
    /// Stable code, such as `local-meeting`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// Who may know of a meeting and register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, EnumIter)]
#[strum(serialize_all = "kebab-case")]
pub enum Audience {
    /// Everyone, guests too.
    Public,
    /// Everyone with an active affiliation.
    Organization,
    /// Active members of the network.
    Network,
}

impl Audience {
    /// Stable code, such as `public`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// What is kept of who came. Source: privacy.md P6.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, EnumIter)]
#[strum(serialize_all = "kebab-case")]
pub enum Attendance {
    /// Names, by registration.
    Named,
    /// Only a number: nobody registers.
    CountOnly,
}

impl Attendance {
    /// Stable code: `named` or `count-only`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// A meeting of a network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// Its id.
    pub id: MeetingId,
    /// The tenant.
    pub organization_id: OrganizationId,
    /// The network that answers for it; others are [`CoHost`]s.
    pub network_id: NetworkId,
    /// What, when, where and for whom.
    pub plan: MeetingPlan,
    /// Where it is in its life.
    pub state: MeetingState,
    /// Why it was cancelled, in plain language.
    pub state_reason: Option<String>,
    /// How many registered and came.
    pub counts: Counts,
    /// When its audience was told.
    pub published_at: Option<DateTime<Utc>>,
    /// When the hosts said that it took place.
    pub held_at: Option<DateTime<Utc>>,
    /// Rises by one with every change of the meeting itself, not with registrations.
    pub version: u32,
    /// When it was scheduled.
    pub created_at: DateTime<Utc>,
}

impl Meeting {
    /// Whether a freed seat now goes to who comes first, instead of to the waitlist.
    #[must_use]
    pub fn is_first_come(&self, now: DateTime<Utc>) -> bool {
        self.plan.is_first_come(now)
    }

    /// Whether one can register at `now`: published, by name, and not begun. Closing at the start is our choice.
    #[must_use]
    pub fn is_open(&self, now: DateTime<Utc>) -> bool {
        self.state == MeetingState::Published && self.plan.attendance == Attendance::Named && now < self.plan.starts_at
    }

    /// Free seats; absent without a limit.
    #[must_use]
    pub fn free_seats(&self) -> Option<u32> {
        self.plan.capacity.map(|capacity| capacity.saturating_sub(self.counts.registered))
    }
}

/// A meeting about to be scheduled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMeeting {
    /// The tenant.
    pub organization_id: OrganizationId,
    /// The network that answers for it.
    pub network_id: NetworkId,
    /// What, when, where and for whom.
    pub plan: MeetingPlan,
}

impl NewMeeting {
    /// Schedule the meeting as a draft.
    ///
    /// # Errors
    /// What [`MeetingPlan::checked`] refuses: among others [`MeetingError::StartsInPast`].
    pub fn schedule(self, id: MeetingId, now: DateTime<Utc>) -> Result<Meeting, MeetingError> {
        Ok(Meeting {
            id,
            organization_id: self.organization_id,
            network_id: self.network_id,
            plan: self.plan.checked(now)?,
            state: MeetingState::Draft,
            state_reason: None,
            counts: Counts::default(),
            published_at: None,
            held_at: None,
            version: 1,
            created_at: now,
        })
    }
}

#[cfg(test)]
mod tests;
