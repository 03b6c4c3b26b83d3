//! Giving seats and giving them up, inside a transaction of someone else.

use chrono::{DateTime, Utc};
use vliegwiel_domain::ids::RegistrationId;
use vliegwiel_domain::meetings::Meeting;
use vliegwiel_domain::mutants::{Hole, planted};
use vliegwiel_domain::registrations::{
    CountChange, Entrant, Freed, Given, NewRegistration, Registration, RegistrationError, RegistrationState, Seat,
};
use vliegwiel_persistence::registrations::{self, Desk, Recipient, Whom};
use vliegwiel_persistence::{Tx, meetings};

use crate::app::App;
use crate::error::{Error, Result};
use crate::mail::Letter;
use crate::meetings::{MeetingOccasion as Occasion, letter, tell, write};

/// A registration as it was accepted.
#[derive(Debug, Clone)]
pub struct Accepted {
    /// The registration.
    pub registration: Registration,
    /// Its meeting.
    pub meeting: Meeting,
    /// How many wait before, for who waits.
    pub ahead: Option<u32>,
    /// Whether it is new.
    pub outcome: Outcome,
}

/// What became of registering.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// There is a new registration, or a cancelled one came back.
    New,
    /// Someone on the waitlist took a seat that came free.
    Moved,
    /// There was one already; nothing happened.
    Known,
}

/// Who wants to come, and with what.
#[derive(Debug, Clone, Copy)]
pub(super) struct Applicant<'a> {
    /// What the person is to the meeting.
    pub entrant: Entrant,
    /// What the person needs.
    pub needs: &'a str,
}

/// Accept the person at the desk. Two statements for who is new.
pub(super) async fn accept(tx: &Tx, app: &App, desk: &Desk, applicant: Applicant<'_>) -> Result<(Accepted, Vec<Letter>)> {
    let now = app.now();
    let person = desk.person.as_ref().ok_or(Error::Forbidden)?;
    let accepted = match desk.registration.clone().filter(|_| !planted(Hole::Dedupe)) {
        Some(known) if !known.asks_again(&desk.meeting, now) => return Ok((again(desk, known), Vec::new())),
        known => {
            desk.meeting.admit(applicant.entrant, now)?;
            match known {
                Some(waiting) if waiting.state == RegistrationState::Waitlisted => take_free_seat(tx, desk, waiting, now).await?,
                known => give_place(tx, app, &desk.meeting, Comer { person, known, needs: applicant.needs }).await?,
            }
        }
    };
    let occasion = match (accepted.outcome, accepted.registration.state) {
        (Outcome::Known, _) | (_, RegistrationState::Cancelled) => return Ok((accepted, Vec::new())),
        (_, RegistrationState::Registered) => Occasion::Registered,
        (_, RegistrationState::Waitlisted) => Occasion::Waitlisted,
    };
    let letters = letter(desk, occasion, person).into_iter().collect();
    Ok((accepted, letters))
}

fn again(desk: &Desk, known: Registration) -> Accepted {
    Accepted { registration: known, meeting: desk.meeting.clone(), ahead: None, outcome: Outcome::Known }
}

/// Who gets a place, with the registration that was cancelled before.
struct Comer<'a> {
    person: &'a Recipient,
    known: Option<Registration>,
    needs: &'a str,
}

async fn give_place(tx: &Tx, app: &App, meeting: &Meeting, comer: Comer<'_>) -> Result<Accepted> {
    let (Comer { person, known, needs }, now) = (comer, app.now());
    let (meeting, given) = meetings::give_place(tx, meeting.organization_id, meeting.id, now).await?.ok_or(RegistrationError::NotOpen)?;
    let registration = if let Some(cancelled) = known {
        let (back, _) = cancelled.return_on(needs, given, now)?;
        stored(tx, &back).await?;
        back
    } else {
        let new = NewRegistration { person_id: person.person, needs: needs.to_owned() };
        let (registration, _) = new.accept(app.new_id(), &meeting, given, now)?;
        registrations::insert(tx, &registration).await?;
        registration
    };
    let ahead = match given {
        Given { seat: Seat::Taken, .. } => None,
        // the newest stands at the end of the line
        Given { seat: Seat::None, .. } => Some(meeting.counts.waitlisted.saturating_sub(1)),
    };
    Ok(Accepted { registration, meeting, ahead, outcome: Outcome::New })
}

/// Take a seat that came free on the last day; without one everything stays as it is.
async fn take_free_seat(tx: &Tx, desk: &Desk, waiting: Registration, now: DateTime<Utc>) -> Result<Accepted> {
    let meeting = meetings::lock(tx, desk.meeting.organization_id, desk.meeting.id).await?.ok_or(Error::NotFound)?;
    if !meeting.offers_seat(now) {
        return Ok(again(desk, waiting));
    }
    let (registration, change) = waiting.promote(now)?;
    stored(tx, &registration).await?;
    meetings::change_counts(tx, meeting.organization_id, meeting.id, change, 0).await?;
    Ok(Accepted { registration, meeting: after(meeting, change), ahead: None, outcome: Outcome::Moved })
}

/// What a cancellation leaves behind.
#[derive(Debug)]
pub(super) struct GivenUp {
    /// Who moved up.
    pub promoted: Option<RegistrationId>,
    /// Whom we tell.
    pub letters: Vec<Letter>,
}

/// Which registration is cancelled, and how.
#[derive(Debug, Clone, Copy)]
pub(super) struct GivingUp {
    /// Which.
    pub registration: RegistrationId,
    /// The version that was seen, where one was.
    pub version: Option<u32>,
    /// What the person is told.
    pub occasion: Occasion,
}

/// Cancel a registration under the lock of its meeting; the first in line moves up, and on the last day everyone who waits is told.
pub(super) async fn give_up(tx: &Tx, app: &App, desk: &Desk, how: GivingUp) -> Result<GivenUp> {
    let (organization, now) = (desk.meeting.organization_id, app.now());
    let GivingUp { registration: id, version, occasion } = how;
    let meeting = meetings::lock(tx, organization, desk.meeting.id).await?.ok_or(Error::NotFound)?;
    let known = registrations::one(tx, organization, id).await?.ok_or(Error::NotFound)?;
    if version.is_some_and(|version| version != known.version) {
        return Err(Error::Stale);
    }
    let (cancelled, change, freed) = known.cancel(&meeting, now)?;
    stored(tx, &cancelled).await?;
    let meeting = after(meeting, change);
    let (moved, promoted) = match freed {
        Freed::ForFirstInLine => move_up(tx, &meeting, 1, now).await?,
        Freed::Nothing | Freed::ForWhoComesFirst => (CountChange::default(), Vec::new()),
    };
    meetings::change_counts(tx, organization, meeting.id, sum(change, moved), 0).await?;
    let mut letters: Vec<Letter> = desk.person.iter().filter_map(|person| letter(desk, occasion, person)).collect();
    if !promoted.is_empty() {
        letters.extend(write(tx, &meeting, Occasion::Promoted, Whom::With(&promoted)).await?);
    }
    if freed == Freed::ForWhoComesFirst {
        letters.extend(tell(tx, &meeting, Occasion::SeatsFree, &[RegistrationState::Waitlisted]).await?);
    }
    Ok(GivenUp { promoted: promoted.first().copied(), letters })
}

/// Give `seats` seats to those who wait longest, under the lock of the meeting; the counts are left to the caller. Two statements.
pub(crate) async fn move_up(tx: &Tx, meeting: &Meeting, seats: u32, now: DateTime<Utc>) -> Result<(CountChange, Vec<RegistrationId>)> {
    let first = registrations::first_in_line(tx, meeting.organization_id, meeting.id, seats).await?;
    let mut change = CountChange::default();
    let mut promoted = Vec::with_capacity(first.len());
    for waiting in first {
        let (registration, one) = waiting.promote(now)?;
        change = sum(change, one);
        promoted.push(registration.id);
    }
    let moved = registrations::promote_all(tx, meeting.organization_id, &promoted, now).await?;
    if usize::try_from(moved).ok() == Some(promoted.len()) { Ok((change, promoted)) } else { Err(Error::Unavailable) }
}

/// Store a changed registration, unless someone was faster.
pub(super) async fn stored(tx: &Tx, registration: &Registration) -> Result<()> {
    if registrations::replace(tx, registration).await? { Ok(()) } else { Err(Error::Stale) }
}

/// The meeting with its counts after a change.
pub(super) fn after(meeting: Meeting, change: CountChange) -> Meeting {
    Meeting { counts: change.applied_to(meeting.counts), ..meeting }
}

fn sum(one: CountChange, other: CountChange) -> CountChange {
    one.less(CountChange::default().less(other))
}
