//! Who comes, for the hosts; where one goes, for oneself.

use chrono::{DateTime, Utc};
use uuid::Uuid;
use vliegwiel_domain::access::{Action, Actor};
use vliegwiel_domain::ids::MeetingId;
use vliegwiel_persistence::registrations::{self, AttendeeFilter, desk};

use super::{Listed, desk_place, listed};
use crate::app::{App, require};
use crate::audit::{self, Deed};
use crate::error::{Error, Result};
use crate::meetings::{MeetingPage, page};

/// Those who registered for a meeting, in order of acceptance, for the core group and ambassadors; for the core group only where the network
/// is of special sensitivity. Four statements: that they were read is on record (security.md S50).
///
/// # Errors
/// As [`require`].
pub async fn list(app: &App, actor: &Actor, meeting: MeetingId, filter: &AttendeeFilter) -> Result<Vec<Listed>> {
    let desk = desk(app.db.read(), actor.organization, meeting, None).await?.ok_or(Error::NotFound)?;
    require(actor, Action::RegistrationsList, &desk_place(&desk.meeting, desk.network.sensitivity))?;
    let found = registrations::attendees(app.db.read(), actor.organization, meeting, filter).await?;
    audit::record_reading(app, actor, Deed::new(Action::RegistrationsList.code(), meeting.uuid())).await?;
    let of = (&desk.meeting, desk.network.sensitivity);
    Ok(found.into_iter().map(|attendee| listed(actor, attendee, of, app.now())).collect())
}

/// The meetings that the actor goes to, or waits for, and went to; the last to begin first. One statement.
///
/// # Errors
/// [`Error::Unauthenticated`] when nobody is signed in.
pub async fn mine(app: &App, actor: &Actor, after: Option<(DateTime<Utc>, Uuid)>, most: u64) -> Result<Vec<MeetingPage>> {
    let Some(person) = actor.person else {
        return if actor.account.is_some() { Ok(Vec::new()) } else { Err(Error::Unauthenticated) };
    };
    let found = registrations::registered(app.db.read(), actor.organization, person, after, most).await?;
    Ok(found.into_iter().map(|entry| page(actor, entry, Vec::new(), app.now())).collect())
}
