//! Registrations: who comes, who waits, who came.

mod attendance;
mod guests;
mod lists;
mod purge;
mod releasing;
mod seating;

use chrono::{DateTime, Utc};
use vliegwiel_domain::access::{Action, Actor, Place, Visibility, body_of};
use vliegwiel_domain::ids::{MeetingId, RegistrationId};
use vliegwiel_domain::meetings::Meeting;
use vliegwiel_domain::networks::Sensitivity;
use vliegwiel_domain::registrations::{Entrant, Registration, RegistrationError};
use vliegwiel_persistence::meetings::place_of;
use vliegwiel_persistence::registrations::{Desk, desk, desk_of};

pub use attendance::{AtDoor, NewWalkIn, check_in, let_in, undo_check_in};
pub use guests::{NewGuest, ask_as_guest, cancel_as_guest, confirm_as_guest};
pub use lists::{list, mine};
pub use purge::{NEEDS_KEPT_DAYS, purge};
pub(crate) use releasing::{Lost, release_in};
pub(crate) use seating::move_up;
pub use seating::{Accepted, Outcome};
pub use vliegwiel_persistence::registrations::{Attendee, AttendeeFilter};

use crate::app::{App, commit, require};
use crate::audit::{self, Deed};
use crate::error::{Error, Result};
use crate::meetings::MeetingOccasion;
use crate::outbox;
use crate::receipts::{Answer, Receipt};
use seating::{Applicant, GivingUp, accept, give_up};

impl From<RegistrationError> for Error {
    fn from(error: RegistrationError) -> Self {
        match error {
            RegistrationError::Field(refused) => refused.into(),
            rule => Self::rule(rule.code(), &rule),
        }
    }
}

/// What the actor is to the meeting, for the rule about its audience.
pub(crate) fn entrant(actor: &Actor, meeting: &Meeting) -> Entrant {
    if actor.memberships.contains(&meeting.network_id) { Entrant::NetworkMember } else { Entrant::Affiliated }
}

/// Where the list of a meeting stands. The names of a network of special sensitivity are for its core group only.
pub(crate) fn desk_place(meeting: &Meeting, sensitivity: Sensitivity) -> Place {
    let place = place_of(meeting);
    match sensitivity {
        Sensitivity::Normal => place,
        Sensitivity::Special => Place { visibility: Visibility::Confidential, ..place },
    }
}

/// Where one registration stands: with the person and the core group.
#[must_use]
pub fn place_of_registration(registration: &Registration, meeting: &Meeting) -> Place {
    Place { visibility: Visibility::Confidential, participants: vec![registration.person_id], ..place_of(meeting) }
}

/// Where one registration stands for who takes a call that someone cannot come: with the person and who stands at the door. The names of a network
/// of special sensitivity are for its core group only.
///
/// Source: domain.md, Organisation ("ambassador … starts meetings there"); that taking such calls is part of it is our choice.
fn door_place(registration: &Registration, meeting: &Meeting, sensitivity: Sensitivity) -> Place {
    let place = place_of_registration(registration, meeting);
    match sensitivity {
        Sensitivity::Normal => Place { visibility: Visibility::Door, ..place },
        Sensitivity::Special => place,
    }
}

/// Someone on the list of a meeting, with what the actor may do now.
fn listed(actor: &Actor, attendee: Attendee, (meeting, sensitivity): (&Meeting, Sensitivity), now: DateTime<Utc>) -> Listed {
    let place = door_place(&attendee.registration, meeting, sensitivity);
    let can_cancel = attendee.registration.clone().cancel(meeting, now).is_ok();
    let possible: &[Action] = if can_cancel { &[Action::RegistrationsCancel] } else { &[] };
    Listed { actions: actor.may(&place, possible), attendee }
}

/// Someone on the list of a meeting, as one caller sees it.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The registration with the name.
    pub attendee: Attendee,
    /// What the caller may do with it now.
    pub actions: Vec<Action>,
}

/// Register the actor for a meeting: a seat if one is free, else the waitlist. Registering twice gives the same registration; registering
/// from the waitlist on the last day takes a seat that came free.
///
/// Seven statements for a seat or a place on the waitlist.
///
/// # Errors
/// As [`require`]; [`Error::Rule`] such as `registrations/not-open`.
pub async fn register(app: &App, actor: &Actor, meeting: MeetingId, needs: &str, receipt: &Receipt<'_, Accepted>) -> Result<Answer> {
    match try_register(app, actor, meeting, needs, receipt).await {
        // the same person registered at the same moment: now there is a registration to give
        Err(Error::Conflict { code: "house/duplicate", .. } | Error::Stale) => {
            try_register(app, actor, meeting, needs, receipt).await.map_err(in_flight)
        }
        outcome => outcome,
    }
}

/// The caller named no version, so there is none to be stale.
fn in_flight(error: Error) -> Error {
    match error {
        Error::Stale => {
            Error::Conflict { code: "house/in-flight", detail: "another request of this person was faster: ask again".to_owned() }
        }
        other => other,
    }
}

async fn try_register(app: &App, actor: &Actor, meeting: MeetingId, needs: &str, receipt: &Receipt<'_, Accepted>) -> Result<Answer> {
    let desk = desk(app.db.read(), actor.organization, meeting, actor.person).await?.ok_or(Error::NotFound)?;
    require(actor, Action::RegistrationsRegister, &place_of(&desk.meeting))?;
    let tx = app.begin_write().await?;
    let applicant = Applicant { entrant: entrant(actor, &desk.meeting), needs };
    let (accepted, letters) = accept(&tx, app, &desk, applicant).await?;
    if accepted.outcome != Outcome::Known {
        let deed = Deed::new(Action::RegistrationsRegister.code(), accepted.registration.id.uuid());
        audit::record(&tx, app, actor, deed).await?;
    }
    outbox::post(&tx, app, Some(actor.organization), letters).await?;
    let answer = receipt.keep(&tx, app, &accepted).await?;
    commit(tx).await?;
    Ok(answer)
}

/// One registration. That the core group reads one of someone else is kept in the audit trail. One statement, or three.
///
/// # Errors
/// [`Error::NotFound`] for who is neither the person nor of the core group.
pub async fn get(app: &App, actor: &Actor, registration: RegistrationId) -> Result<Accepted> {
    let (desk, registration) = found(app, actor, registration).await?;
    let place = place_of_registration(&registration, &desk.meeting);
    require(actor, Action::RegistrationsRead, &place)?;
    if actor.person != Some(registration.person_id) {
        let deed = Deed::new(Action::RegistrationsRead.code(), registration.id.uuid());
        audit::record_reading(app, actor, deed.on_behalf_of(body_of(actor, Action::RegistrationsRead, &place))).await?;
    }
    Ok(Accepted { registration, meeting: desk.meeting, ahead: None, outcome: Outcome::Known })
}

/// Cancel a registration: one's own, or by the core group or an ambassador of the area for someone who called. The first in line moves up.
///
/// # Errors
/// As [`require`]; [`Error::Stale`] when `version` is not the newest; [`Error::Rule`] such as `registrations/already-started`.
pub async fn cancel(app: &App, actor: &Actor, registration: RegistrationId, version: u32) -> Result<()> {
    let (desk, known) = found(app, actor, registration).await?;
    require(actor, Action::RegistrationsCancel, &door_place(&known, &desk.meeting, desk.network.sensitivity))?;
    let tx = app.begin_write().await?;
    let given_up =
        give_up(&tx, app, &desk, GivingUp { registration, version: Some(version), occasion: MeetingOccasion::Cancelled }).await?;
    audit::record(&tx, app, actor, Deed::new(Action::RegistrationsCancel.code(), registration.uuid())).await?;
    if let Some(promoted) = given_up.promoted {
        audit::record(&tx, app, actor, Deed::new("registrations.promote", promoted.uuid())).await?;
    }
    outbox::post(&tx, app, Some(actor.organization), given_up.letters).await?;
    commit(tx).await
}

async fn found(app: &App, actor: &Actor, registration: RegistrationId) -> Result<(Desk, Registration)> {
    let mut desk = desk_of(app.db.read(), actor.organization, registration).await?.ok_or(Error::NotFound)?;
    let registration = desk.registration.take().ok_or(Error::NotFound)?;
    Ok((desk, registration))
}
