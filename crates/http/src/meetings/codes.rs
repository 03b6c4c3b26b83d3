//! The codes of meetings.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vliegwiel_application::meetings as application;
use vliegwiel_domain::meetings as domain;

/// What sort of meeting it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
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
    /// Learning from each other.
    KnowledgeAtelier,
    /// Working together on the spot.
    WorkSession,
    /// Only online.
    Online,
}

/// Where a meeting is in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MeetingState {
    /// Known to its organisers only.
    Draft,
    /// Known to its audience, open for registration.
    Published,
    /// Called off.
    Cancelled,
    /// It took place.
    Held,
}

/// Who may know of a meeting and register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// Everyone, guests too.
    Public,
    /// Everyone with an active affiliation.
    Organization,
    /// Active members of the network.
    Network,
}

/// What is kept of who came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Attendance {
    /// Names, by registration.
    Named,
    /// Only a number: nobody registers.
    CountOnly,
}

/// In which order a list of meetings goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub enum MeetingSort {
    /// The first to begin comes first.
    #[serde(rename = "startsAt")]
    StartsAt,
    /// The last to begin comes first.
    #[serde(rename = "-startsAt")]
    StartsAtDescending,
}

/// Both ways between a code on the wire and one of the domain, exhaustively.
macro_rules! both_ways {
    ($wire:ident { $($code:ident),+ $(,)? }) => {
        impl From<domain::$wire> for $wire {
            fn from(code: domain::$wire) -> Self {
                match code {
                    $(domain::$wire::$code => Self::$code,)+
                }
            }
        }

        impl From<$wire> for domain::$wire {
            fn from(code: $wire) -> Self {
                match code {
                    $($wire::$code => Self::$code,)+
                }
            }
        }
    };
}

both_ways!(MeetingKind { Symposium, LocalMeeting, Evening, NetworkDay, CongressSession, KnowledgeAtelier, WorkSession, Online });
both_ways!(MeetingState { Draft, Published, Cancelled, Held });
both_ways!(Audience { Public, Organization, Network });
both_ways!(Attendance { Named, CountOnly });

impl From<MeetingSort> for application::Direction {
    fn from(sort: MeetingSort) -> Self {
        match sort {
            MeetingSort::StartsAt => Self::Forward,
            MeetingSort::StartsAtDescending => Self::Backward,
        }
    }
}
