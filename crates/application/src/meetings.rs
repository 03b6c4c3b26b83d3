//! Meetings.

use vliegwiel_domain::access::{Action, Actor, Visible};
use vliegwiel_domain::ids::MeetingId;
use vliegwiel_domain::meetings::{Meeting, MeetingError, NewMeeting};
use vliegwiel_persistence::{meetings, networks};
pub use vliegwiel_persistence::meetings::{Direction, Filter, place_of};

use crate::app::{App, commit, require};
use crate::audit::{self, Deed};
use crate::error::{Error, Result};
use crate::receipts::{Answer, Receipt};

impl From<MeetingError> for Error {
    fn from(error: MeetingError) -> Self {
        Self::rule(error.code(), &error)
    }
}

/// Meetings by start, as far as the actor may know of them. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn list(app: &App, actor: &Actor, filter: &Filter) -> Result<Vec<Meeting>> {
    Ok(meetings::list(app.db.read(), &Visible::to(actor, app.now()), filter).await?)
}

/// One meeting. One statement.
///
/// # Errors
/// [`Error::NotFound`] where the actor may not know of it.
pub async fn get(app: &App, actor: &Actor, meeting: MeetingId) -> Result<Meeting> {
    let meeting = meetings::one(app.db.read(), actor.organization, meeting).await?.ok_or(Error::NotFound)?;
    require(actor, Action::MeetingsRead, &place_of(&meeting))?;
    Ok(meeting)
}

/// Schedule a meeting of a network, as a draft.
///
/// # Errors
/// [`Error::NotFound`] where the actor may not know the network, [`Error::Forbidden`] without the right to schedule, [`Error::Rule`] such as
/// `meetings/starts-in-past`.
pub async fn schedule(app: &App, actor: &Actor, new: NewMeeting, receipt: &Receipt<'_, Meeting>) -> Result<Answer> {
    let place = networks::place(app.db.read(), actor.organization, new.network_id).await?.ok_or(Error::NotFound)?;
    require(actor, Action::MeetingsSchedule, &place)?;
    let meeting = new.schedule(app.new_id(), app.now())?;
    let tx = app.begin_write().await?;
    meetings::insert(&tx, &meeting).await?;
    audit::record(&tx, app, actor, Deed::new(Action::MeetingsSchedule.code(), meeting.id.uuid())).await?;
    let answer = receipt.keep(&tx, app, &meeting).await?;
    commit(tx).await?;
    Ok(answer)
}
