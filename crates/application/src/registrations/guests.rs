//! Guests: people without an account, known by the link in the mail. What we answer never tells whether we knew the address (security.md S17).

use chrono::NaiveDate;
use chrono_tz::Europe::Amsterdam;
use vliegwiel_domain::access::{Action, Actor};
use vliegwiel_domain::affiliations::{AffiliationKind, AffiliationSource, AffiliationState, ConsentGiven, NewAffiliation, guest_until};
use vliegwiel_domain::ids::{MeetingId, PersonId};
use vliegwiel_domain::persons::{Consent, ConsentChannel, ConsentPurpose, NewPerson, Person, PersonProfile};
use vliegwiel_domain::registrations::{Entrant, GuestRequest, NewGuestRequest, RegistrationError};
use vliegwiel_domain::text::{EmailAddress, Language};
use vliegwiel_persistence::meetings::place_of;
use vliegwiel_persistence::registrations::{self, Desk, Reach, desk, desk_of};
use vliegwiel_persistence::{Tx, affiliations, consents, persons};

use super::attendance::NewWalkIn;
use super::seating::{Accepted, Applicant, GivingUp, Outcome, accept, give_up};
use crate::app::{App, commit, require};
use crate::audit::{self, Deed};
use crate::error::{Error, Result};
use crate::mail::Letter;
use crate::meetings::{MeetingOccasion, guest_letter};
use crate::outbox;
use crate::receipts::{Answer, Receipt};
use crate::secrets::token_hash;

/// What a guest sends.
#[derive(Debug, Clone)]
pub struct NewGuest {
    /// Name, address, needs and language.
    pub request: NewGuestRequest,
    /// Version of the text that the guest agreed to.
    pub consent_text: String,
}

/// Ask for a place as a guest: a link goes to the address, and nothing else happens until it is followed.
///
/// # Errors
/// As [`require`]; [`Error::Rule`] such as `registrations/not-for-you`, which do not depend on the address.
pub async fn ask_as_guest(app: &App, actor: &Actor, meeting: MeetingId, guest: NewGuest, receipt: &Receipt<'_, ()>) -> Result<Answer> {
    let desk = desk(app.db.read(), actor.organization, meeting, None).await?.ok_or(Error::NotFound)?;
    require(actor, Action::RegistrationsRegisterGuest, &place_of(&desk.meeting))?;
    let request = guest.request.ask(app.new_id(), &desk.meeting, app.now())?;
    let tx = app.begin_write().await?;
    if outbox::may_write_unasked(&tx, app, &request.guest.email).await? {
        let token = app.secrets.mailed_token(request.id.uuid());
        registrations::insert_request(&tx, &request, &guest.consent_text, &token_hash(&token)).await?;
        let deed = Deed::new(Action::RegistrationsRegisterGuest.code(), request.id.uuid());
        audit::record(&tx, app, actor, deed).await?;
        outbox::post(&tx, app, Some(actor.organization), vec![guest_letter(&desk, &request)]).await?;
    }
    let answer = receipt.keep(&tx, app, &()).await?;
    commit(tx).await?;
    Ok(answer)
}

/// Follow the link: the guest is registered like anyone. Following it again shows the same registration.
///
/// # Errors
/// [`Error::Rule`] `registrations/link-expired` for a link that is too old or was never sent, and others such as `registrations/not-open`.
pub async fn confirm_as_guest(app: &App, actor: &Actor, token: &str, receipt: &Receipt<'_, Accepted>) -> Result<Answer> {
    match try_confirm(app, actor, token, receipt).await {
        // the link was followed twice at once, or the person was just recorded by another link: look again
        Err(Error::Conflict { code: "house/duplicate", .. }) => try_confirm(app, actor, token, receipt).await,
        outcome => outcome,
    }
}

async fn try_confirm(app: &App, actor: &Actor, token: &str, receipt: &Receipt<'_, Accepted>) -> Result<Answer> {
    let (request, consent_text) = sent(app, actor, token).await?;
    let tx = app.begin_write().await?;
    let (accepted, letters) = match request.registration_id {
        Some(registration) => {
            let desk = desk_of(&tx, actor.organization, registration).await?.ok_or(RegistrationError::LinkExpired)?;
            (known(desk)?, Vec::new())
        }
        None => confirmed(&tx, app, actor, request, consent_text).await?,
    };
    outbox::post(&tx, app, Some(actor.organization), letters).await?;
    let answer = receipt.keep(&tx, app, &accepted).await?;
    commit(tx).await?;
    Ok(answer)
}

async fn confirmed(tx: &Tx, app: &App, actor: &Actor, request: GuestRequest, consent_text: String) -> Result<(Accepted, Vec<Letter>)> {
    let empty = desk(tx, actor.organization, request.meeting_id, None).await?.ok_or(RegistrationError::LinkExpired)?;
    let placeholder = app.new_id();
    request.clone().confirm(&empty.meeting, placeholder, app.now())?;
    let person = person_for(tx, app, &empty, Newcomer::by_link(&request, consent_text)).await?;
    let mut desk = desk(tx, actor.organization, request.meeting_id, Some(person.id)).await?.ok_or(RegistrationError::LinkExpired)?;
    if let Some(guest) = desk.person.as_mut().filter(|guest| guest.reach != Reach::Account) {
        guest.reach = Reach::Link(request.id);
    }
    let applicant = Applicant { entrant: Entrant::Guest, needs: &request.guest.needs };
    let (accepted, letters) = accept(tx, app, &desk, applicant).await?;
    let used = request.confirm(&desk.meeting, accepted.registration.id, app.now())?;
    if !registrations::use_request(tx, &used).await? {
        return Err(Error::Conflict { code: "house/duplicate", detail: "this link was just followed".to_owned() });
    }
    audit::record(tx, app, actor, Deed::new("registrations.confirm-guest", accepted.registration.id.uuid())).await?;
    Ok((accepted, letters))
}

fn known(desk: Desk) -> Result<Accepted> {
    let registration = desk.registration.ok_or(RegistrationError::LinkExpired)?;
    Ok(Accepted { registration, meeting: desk.meeting, ahead: None, outcome: Outcome::Known })
}

/// Cancel with the link in the mail.
///
/// # Errors
/// [`Error::Rule`] `registrations/link-expired` for a link that was never sent or never followed, and others such as
/// `registrations/already-started`.
pub async fn cancel_as_guest(app: &App, actor: &Actor, token: &str, receipt: &Receipt<'_, Accepted>) -> Result<Answer> {
    let (request, _) = sent(app, actor, token).await?;
    let registration = request.registration_id.ok_or(RegistrationError::LinkExpired)?;
    let desk = desk_of(app.db.read(), actor.organization, registration).await?.ok_or(RegistrationError::LinkExpired)?;
    let tx = app.begin_write().await?;
    let given_up = give_up(&tx, app, &desk, GivingUp { registration, version: None, occasion: MeetingOccasion::Cancelled }).await?;
    audit::record(&tx, app, actor, Deed::new("registrations.cancel-guest", registration.uuid())).await?;
    if let Some(promoted) = given_up.promoted {
        audit::record(&tx, app, actor, Deed::new("registrations.promote", promoted.uuid())).await?;
    }
    outbox::post(&tx, app, Some(actor.organization), given_up.letters).await?;
    let cancelled = known(desk_of(&tx, actor.organization, registration).await?.ok_or(RegistrationError::LinkExpired)?)?;
    let answer = receipt.keep(&tx, app, &cancelled).await?;
    commit(tx).await?;
    Ok(answer)
}

/// The request whose link this is. One statement.
async fn sent(app: &App, actor: &Actor, token: &str) -> Result<(GuestRequest, String)> {
    let found = registrations::find_request(app.db.read(), actor.organization, &token_hash(token)).await?;
    Ok(found.ok_or(RegistrationError::LinkExpired)?)
}

/// Someone who takes part without belonging to the organisation.
pub(super) struct Newcomer {
    name: String,
    email: Option<EmailAddress>,
    language: Language,
    consent_text: String,
    channel: ConsentChannel,
    recorded_by: Option<PersonId>,
}

impl Newcomer {
    /// Someone who followed the link.
    fn by_link(request: &GuestRequest, consent_text: String) -> Self {
        let NewGuestRequest { name, email, needs: _, language } = request.guest.clone();
        Self { name, email: Some(email), language, consent_text, channel: ConsentChannel::Mail, recorded_by: None }
    }

    /// Someone at the door, who agreed by word.
    pub(super) fn at_the_door(new: NewWalkIn, host: Option<PersonId>) -> Self {
        let NewWalkIn { name, email, consent_text } = new;
        Self { name, email, language: Language::Nl, consent_text, channel: ConsentChannel::Office, recorded_by: host }
    }
}

/// The person with the address of a guest who followed the link, or a new one; recorded as guest where nothing else holds.
async fn person_for(tx: &Tx, app: &App, desk: &Desk, newcomer: Newcomer) -> Result<Person> {
    let known = match &newcomer.email {
        Some(email) => persons::by_email(tx, desk.meeting.organization_id, email).await?,
        None => None,
    };
    match known {
        Some(known) => take_in(tx, app, desk, known, newcomer).await,
        None => record(tx, app, desk, newcomer).await,
    }
}

/// The person for someone at the door: one who is on the list of this meeting or was a guest before has the address; for anyone else the
/// address is left out, so that the hosts cannot find out whose it is.
pub(super) async fn walk_in(tx: &Tx, app: &App, desk: &Desk, newcomer: Newcomer) -> Result<Person> {
    let meeting = &desk.meeting;
    let Some(email) = &newcomer.email else {
        return record(tx, app, desk, newcomer).await;
    };
    let Some(known) = persons::by_email(tx, meeting.organization_id, email).await? else {
        return record(tx, app, desk, newcomer).await;
    };
    let held = affiliations::of_person(tx, known.organization_id, known.id).await?;
    let is_guest = known.account_id.is_none() && held.iter().any(|held| held.kind == AffiliationKind::Guest);
    let is_listed = registrations::of_person(tx, meeting.organization_id, meeting.id, known.id).await?.is_some();
    if is_guest || is_listed {
        take_in(tx, app, desk, known, newcomer).await
    } else {
        record(tx, app, desk, Newcomer { email: None, ..newcomer }).await
    }
}

/// A new person, guest of the meeting.
async fn record(tx: &Tx, app: &App, desk: &Desk, newcomer: Newcomer) -> Result<Person> {
    let profile = PersonProfile {
        name: newcomer.name.clone(),
        email: newcomer.email.clone(),
        postcode: None,
        birth_year: None,
        language: newcomer.language,
    };
    let new = NewPerson { organization_id: desk.meeting.organization_id, account_id: None, profile, expires_on: Some(last_day(desk)) };
    let person = new.record(app.new_id(), app.now())?;
    persons::insert(tx, &person).await?;
    admit_guest(tx, app, &person, newcomer).await?;
    Ok(person)
}

/// Someone we know, who is guest of the meeting where nothing else holds.
async fn take_in(tx: &Tx, app: &App, desk: &Desk, known: Person, newcomer: Newcomer) -> Result<Person> {
    let held = affiliations::of_person(tx, known.organization_id, known.id).await?;
    if !held.iter().any(|affiliation| affiliation.state == AffiliationState::Active) {
        admit_guest(tx, app, &known, newcomer).await?;
    }
    crate::persons::keep_until(tx, known, last_day(desk)).await
}

fn last_day(desk: &Desk) -> NaiveDate {
    guest_until(desk.meeting.plan.ends_at.with_timezone(&Amsterdam).date_naive(), desk.organization.guest_retention_days)
}

/// Record the explicit consent, and the affiliation that rests on it.
async fn admit_guest(tx: &Tx, app: &App, person: &Person, newcomer: Newcomer) -> Result<()> {
    let consent = Consent {
        id: app.new_id(),
        person_id: person.id,
        purpose: ConsentPurpose::GuestOfMeeting,
        text_version: newcomer.consent_text,
        language: newcomer.language,
        channel: newcomer.channel,
        given_by: newcomer.recorded_by,
        given_at: app.now(),
        withdrawn_at: None,
    };
    let consent = consent.give()?;
    consents::withdraw(tx, person.organization_id, person.id, ConsentPurpose::GuestOfMeeting, app.now()).await?;
    consents::insert(tx, person.organization_id, &consent).await?;
    let new = NewAffiliation {
        organization_id: person.organization_id,
        person_id: person.id,
        kind: AffiliationKind::Guest,
        source: AffiliationSource::GuestRegistration,
    };
    let guest = new.record(app.new_id(), ConsentGiven::Yes, app.today(), app.now())?;
    affiliations::insert(tx, &guest).await?;
    Ok(())
}
