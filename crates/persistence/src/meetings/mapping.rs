//! A meeting and its row.

use vliegwiel_domain::ids::Id;
use vliegwiel_domain::meetings::{Counts, Meeting, MeetingPlan, Venue};

use crate::error::{Error, Result};
use crate::mapping::{code, count, optional_count, signed};
use crate::rows::meetings as row;

impl TryFrom<row::Model> for Meeting {
    type Error = Error;

    fn try_from(row: row::Model) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            organization_id: row.organization_id.into(),
            network_id: row.network_id.into(),
            counts: counts(&row)?,
            plan: MeetingPlan {
                kind: code(&row.kind, "meetings.kind")?,
                title: row.title,
                summary: row.summary,
                language_note: row.language_note,
                starts_at: row.starts_at,
                ends_at: row.ends_at,
                area_id: row.area_id.map(Into::into),
                venue: row.venue_name.map(|name| Venue { name, address: row.venue_address.unwrap_or_default() }),
                accessibility_note: row.accessibility_note,
                online_url: row.online_url,
                audience: code(&row.audience, "meetings.audience")?,
                capacity: optional_count(row.capacity, "meetings.capacity")?,
                attendance: code(&row.attendance, "meetings.attendance")?,
            },
            state: code(&row.state, "meetings.state")?,
            state_reason: row.state_reason,
            published_at: row.published_at,
            held_at: row.held_at,
            version: count(row.version, "meetings.version")?,
            created_at: row.created_at,
        })
    }
}

fn counts(row: &row::Model) -> Result<Counts> {
    Ok(Counts {
        registered: count(row.registered, "meetings.registered")?,
        waitlisted: count(row.waitlisted, "meetings.waitlisted")?,
        attended: count(row.attended, "meetings.attended")?,
        walk_ins: count(row.walk_ins, "meetings.walk_ins")?,
        places_given: count(row.places_given, "meetings.places_given")?,
    })
}

impl From<&Meeting> for row::Model {
    fn from(meeting: &Meeting) -> Self {
        let plan = &meeting.plan;
        let counts = &meeting.counts;
        Self {
            id: meeting.id.uuid(),
            organization_id: meeting.organization_id.uuid(),
            network_id: meeting.network_id.uuid(),
            kind: plan.kind.as_str().to_owned(),
            state: meeting.state.as_str().to_owned(),
            state_reason: meeting.state_reason.clone(),
            title: plan.title.clone(),
            summary: plan.summary.clone(),
            language_note: plan.language_note.clone(),
            starts_at: plan.starts_at,
            ends_at: plan.ends_at,
            area_id: plan.area_id.map(Id::uuid),
            venue_name: plan.venue.as_ref().map(|venue| venue.name.clone()),
            venue_address: plan.venue.as_ref().map(|venue| venue.address.clone()),
            accessibility_note: plan.accessibility_note.clone(),
            online_url: plan.online_url.clone(),
            audience: plan.audience.as_str().to_owned(),
            attendance: plan.attendance.as_str().to_owned(),
            capacity: plan.capacity.map(signed),
            registered: signed(counts.registered),
            waitlisted: signed(counts.waitlisted),
            attended: signed(counts.attended),
            walk_ins: signed(counts.walk_ins),
            places_given: signed(counts.places_given),
            last_place_has_seat: false,
            published_at: meeting.published_at,
            held_at: meeting.held_at,
            version: signed(meeting.version),
            created_at: meeting.created_at,
        }
    }
}
