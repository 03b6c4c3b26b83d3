//! A change of a plan: what is absent stays as it is.

use chrono::{DateTime, Utc};
use vliegwiel_domain::ids::AreaId;
use vliegwiel_domain::meetings::{Attendance, Audience, CoHost, MeetingKind, MeetingPlan, Venue};

/// What changes of a meeting; `None` stays, `Some(None)` goes away.
#[derive(Debug, Clone, Default)]
pub struct MeetingPatch {
    /// Another title.
    pub title: Option<String>,
    /// Another summary.
    pub summary: Option<String>,
    /// Another note on language.
    pub language_note: Option<String>,
    /// Another kind.
    pub kind: Option<MeetingKind>,
    /// Another start.
    pub starts_at: Option<DateTime<Utc>>,
    /// Another end.
    pub ends_at: Option<DateTime<Utc>>,
    /// Another area.
    pub area_id: Option<Option<AreaId>>,
    /// Another room.
    pub venue: Option<Option<Venue>>,
    /// Another note on accessibility.
    pub accessibility_note: Option<String>,
    /// Another link.
    pub online_url: Option<Option<String>>,
    /// Another audience.
    pub audience: Option<Audience>,
    /// Another number of seats.
    pub capacity: Option<Option<u32>>,
    /// Names, or a number.
    pub attendance: Option<Attendance>,
    /// Other co-hosts.
    pub hosts: Option<Vec<CoHost>>,
}

impl MeetingPatch {
    /// The plan after the change, and the co-hosts if they change.
    pub(super) fn applied_to(self, plan: MeetingPlan) -> (MeetingPlan, Option<Vec<CoHost>>) {
        let changed = MeetingPlan {
            title: self.title.unwrap_or(plan.title),
            summary: self.summary.unwrap_or(plan.summary),
            language_note: self.language_note.unwrap_or(plan.language_note),
            kind: self.kind.unwrap_or(plan.kind),
            starts_at: self.starts_at.unwrap_or(plan.starts_at),
            ends_at: self.ends_at.unwrap_or(plan.ends_at),
            area_id: self.area_id.unwrap_or(plan.area_id),
            venue: self.venue.unwrap_or(plan.venue),
            accessibility_note: self.accessibility_note.unwrap_or(plan.accessibility_note),
            online_url: self.online_url.unwrap_or(plan.online_url),
            audience: self.audience.unwrap_or(plan.audience),
            capacity: self.capacity.unwrap_or(plan.capacity),
            attendance: self.attendance.unwrap_or(plan.attendance),
        };
        (changed, self.hosts)
    }
}
