//! At the door: who came.

use vliegwiel_domain::access::{Action, Actor};
use vliegwiel_domain::ids::{MeetingId, RegistrationId};
use vliegwiel_domain::meetings::Meeting;
use vliegwiel_domain::registrations::{CountChange, Registration};
use vliegwiel_domain::text::EmailAddress;
use vliegwiel_persistence::registrations::{self, Desk, desk};
use vliegwiel_persistence::{Tx, meetings};

use super::guests::{Newcomer, walk_in};
use super::seating::{after, stored};
use super::{Attendee, Listed, desk_place, door_place, found, listed};
use crate::app::{App, commit, require};
use crate::audit::{self, Deed};
use crate::error::{Error, Result};
use crate::receipts::{Answer, Receipt};

/// Someone at the door, and how many came.
#[derive(Debug, Clone)]
pub struct AtDoor {
    /// The person, with what the caller may do now.
    pub listed: Listed,
    /// The meeting with the counts of after.
    pub meeting: Meeting,
}

/// Someone who comes without having registered.
#[derive(Clone)]
pub struct NewWalkIn {
    /// Name.
    pub name: String,
    /// Address, for who wants to be found again.
    pub email: Option<EmailAddress>,
    /// Version of the text that the hosts read to the person, who agreed.
    pub consent_text: String,
}

/// Hides who it is, so that no log holds it (privacy.md P40).
impl std::fmt::Debug for NewWalkIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("NewWalkIn(…)")
    }
}

/// Say that someone came. Said twice, the first time counts.
///
/// # Errors
/// As [`require`]; [`Error::Rule`] such as `registrations/check-in-closed`.
pub async fn check_in(app: &App, actor: &Actor, registration: RegistrationId, receipt: &Receipt<'_, AtDoor>) -> Result<Answer> {
    let desk = door_of(app, actor, registration).await?;
    let tx = app.begin_write().await?;
    let (meeting, known) = under_lock(&tx, actor, &desk, registration).await?;
    let before = known.version;
    let (present, change) = known.check_in(&meeting, app.now())?;
    if present.version != before {
        note(&tx, &present, change).await?;
        audit::record(&tx, app, actor, Deed::new("registrations.check-in", registration.uuid())).await?;
    }
    let answer = receipt.keep(&tx, app, &at_door(app, actor, desk, (present, after(meeting, change)))).await?;
    commit(tx).await?;
    Ok(answer)
}

/// Say that checking in was a mistake.
///
/// # Errors
/// As [`require`]; [`Error::Stale`] when `version` is not the newest; [`Error::Rule`] such as `registrations/not-attended`.
pub async fn undo_check_in(app: &App, actor: &Actor, registration: RegistrationId, version: u32) -> Result<AtDoor> {
    let desk = door_of(app, actor, registration).await?;
    let tx = app.begin_write().await?;
    let (meeting, known) = under_lock(&tx, actor, &desk, registration).await?;
    if known.version != version {
        return Err(Error::Stale);
    }
    let (absent, change) = known.undo_check_in(&meeting, app.now())?;
    note(&tx, &absent, change).await?;
    audit::record(&tx, app, actor, Deed::new("registrations.undo-check-in", registration.uuid())).await?;
    commit(tx).await?;
    Ok(at_door(app, actor, desk, (absent, after(meeting, change))))
}

async fn door_of(app: &App, actor: &Actor, registration: RegistrationId) -> Result<Desk> {
    let (desk, known) = found(app, actor, registration).await?;
    require(actor, Action::RegistrationsCheckIn, &door_place(&known, &desk.meeting, desk.network.sensitivity))?;
    Ok(desk)
}

async fn under_lock(tx: &Tx, actor: &Actor, desk: &Desk, registration: RegistrationId) -> Result<(Meeting, Registration)> {
    let meeting = meetings::lock(tx, actor.organization, desk.meeting.id).await?.ok_or(Error::NotFound)?;
    let known = registrations::one(tx, actor.organization, registration).await?.ok_or(Error::NotFound)?;
    Ok((meeting, known))
}

async fn note(tx: &Tx, registration: &Registration, change: CountChange) -> Result<()> {
    stored(tx, registration).await?;
    Ok(meetings::change_counts(tx, registration.organization_id, registration.meeting_id, change, 0).await?)
}

fn at_door(app: &App, actor: &Actor, desk: Desk, (registration, meeting): (Registration, Meeting)) -> AtDoor {
    let name = desk.person.map(|person| person.name).unwrap_or_default();
    let attendee = Attendee { registration, name };
    AtDoor { listed: listed(actor, attendee, (&meeting, desk.network.sensitivity), app.now()), meeting }
}

/// Let in someone who did not register, above capacity too. Who turns out to be on the list of this meeting is checked in.
///
/// The answer has the name as the hosts typed it: it tells nothing about whether we knew the address.
///
/// # Errors
/// As [`require`]; [`Error::Rule`] such as `registrations/check-in-closed`.
pub async fn let_in(app: &App, actor: &Actor, meeting: MeetingId, new: NewWalkIn, receipt: &Receipt<'_, AtDoor>) -> Result<Answer> {
    let desk = desk(app.db.read(), actor.organization, meeting, None).await?.ok_or(Error::NotFound)?;
    require(actor, Action::RegistrationsCheckIn, &desk_place(&desk.meeting, desk.network.sensitivity))?;
    let tx = app.begin_write().await?;
    let locked = meetings::lock(&tx, actor.organization, meeting).await?.ok_or(Error::NotFound)?;
    locked.check_door(app.now())?;
    let name = new.name.clone();
    let person = walk_in(&tx, app, &desk, Newcomer::at_the_door(new, actor.person)).await?;
    let (registration, meeting) = welcome(&tx, app, locked, person.id).await?;
    audit::record(&tx, app, actor, Deed::new("registrations.let-in", registration.id.uuid())).await?;
    let listed = listed(actor, Attendee { registration, name }, (&meeting, desk.network.sensitivity), app.now());
    let answer = receipt.keep(&tx, app, &AtDoor { listed, meeting }).await?;
    commit(tx).await?;
    Ok(answer)
}

async fn welcome(tx: &Tx, app: &App, meeting: Meeting, person: vliegwiel_domain::ids::PersonId) -> Result<(Registration, Meeting)> {
    let now = app.now();
    let known = registrations::of_person(tx, meeting.organization_id, meeting.id, person).await?;
    let (registration, change, places) = if let Some(known) = known {
        let version = known.version;
        let (present, change) = known.check_in(&meeting, now)?;
        if present.version != version {
            stored(tx, &present).await?;
        }
        (present, change, 0)
    } else {
        let place = meeting.counts.places_given.saturating_add(1);
        let (present, change) = meeting.let_in(app.new_id(), person, place, now)?;
        registrations::insert(tx, &present).await?;
        (present, change, 1)
    };
    meetings::change_counts(tx, meeting.organization_id, meeting.id, change, places).await?;
    Ok((registration, after(meeting, change)))
}
