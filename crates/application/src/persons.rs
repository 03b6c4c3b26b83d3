//! Persons: one organisation's records of people, and what they agreed to.

use chrono::NaiveDate;
use vliegwiel_domain::access::{Action, Actor, Place, Visible};
use vliegwiel_domain::accounts::Account;
use vliegwiel_domain::affiliations::{Affiliation, AffiliationState, ConsentGiven};
use vliegwiel_domain::ids::{OrganizationId, PersonId};
use vliegwiel_domain::organizations::Organization;
use vliegwiel_domain::persons::{Consent, ConsentChannel, ConsentPurpose, NewPerson, Person, PersonError, PersonProfile};
use vliegwiel_domain::text::Language;
pub use vliegwiel_persistence::persons::{Filter, Joined, Listed};
use vliegwiel_persistence::{Tx, affiliations, consents, organizations, persons};

use crate::app::{App, commit, require};
use crate::audit::{self, Deed};
use crate::error::{Error, Result};

/// A person as far as the caller may see.
#[derive(Debug, Clone)]
pub struct Record {
    /// The person.
    pub person: Person,
    /// What the person is and was to the organisation, the oldest first.
    pub affiliations: Vec<Affiliation>,
    /// What the person agreed to and took back, the newest first.
    pub consents: Vec<Consent>,
    /// Networks that the person is in or asked to join. For the person alone: which networks someone is in can tell what someone believes.
    pub memberships: Option<Vec<Joined>>,
}

/// What is wrong with a field is bad input; everything else is a rule.
impl From<PersonError> for Error {
    fn from(error: PersonError) -> Self {
        let detail = error.to_string();
        match error {
            PersonError::InvalidPostcode => Self::flaw("/postcode", "invalid-postcode", &detail),
            PersonError::InvalidBirthYear => Self::flaw("/birthYear", "invalid-birth-year", &detail),
            PersonError::HasAccount => Self::rule(error.code(), &error),
            PersonError::Field(refused) => refused.into(),
        }
    }
}

/// Where a person's record stands: known to the person, the office, the board and administrators.
#[must_use]
pub fn place_of(person: &Person) -> Place {
    Place::person(person.organization_id, person.id)
}

/// Persons by name. Reading about other people is kept in the audit trail (security.md S50).
///
/// # Errors
/// [`Error::Forbidden`] for who is not of the office.
pub async fn list(app: &App, actor: &Actor, filter: &Filter) -> Result<Vec<Listed>> {
    require(actor, Action::PersonsList, &Place::organization(actor.organization))?;
    let found = persons::list(app.db.read(), &Visible::to(actor, app.now()), filter).await?;
    audit::record_reading(app, actor, Deed::new(Action::PersonsList.code(), actor.organization.uuid())).await?;
    Ok(found)
}

/// One person: the own record, or as the office.
///
/// # Errors
/// [`Error::NotFound`] where the caller may not know of the person.
pub async fn get(app: &App, actor: &Actor, person: PersonId) -> Result<Record> {
    let person = persons::one(app.db.read(), actor.organization, person).await?.ok_or(Error::NotFound)?;
    require(actor, Action::PersonsRead, &place_of(&person))?;
    if actor.person != Some(person.id) {
        audit::record_reading(app, actor, Deed::new(Action::PersonsRead.code(), person.id.uuid()).for_body("office")).await?;
    }
    record(app, actor, person).await
}

async fn record(app: &App, actor: &Actor, person: Person) -> Result<Record> {
    let db = app.db.read();
    let affiliations = affiliations::of_person(db, person.organization_id, person.id).await?;
    let consents = consents::history(db, person.organization_id, person.id).await?;
    let memberships = match actor.person {
        Some(own) if own == person.id => Some(persons::joined(db, person.organization_id, person.id).await?),
        _ => None,
    };
    Ok(Record { person, affiliations, consents, memberships })
}

/// Change what is recorded about a person. The address stays as it is.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Forbidden`], [`Error::Stale`], or what the profile refuses.
pub async fn change(
    app: &App,
    actor: &Actor,
    person: PersonId,
    version: u32,
    with: impl FnOnce(PersonProfile) -> Result<PersonProfile> + Send,
) -> Result<Record> {
    let before = persons::one(app.db.read(), actor.organization, person).await?.ok_or(Error::NotFound)?;
    require(actor, Action::PersonsChange, &place_of(&before))?;
    if before.version != version {
        return Err(Error::Stale);
    }
    let profile = with(before.profile.clone())?;
    let changed = before.change(profile, app.now())?;
    let tx = app.begin_write().await?;
    if !persons::replace(&tx, &changed).await? {
        return Err(Error::Stale);
    }
    audit::record(&tx, app, actor, Deed::new(Action::PersonsChange.code(), person.uuid())).await?;
    commit(tx).await?;
    record(app, actor, changed).await
}

/// Someone agrees to something.
#[derive(Debug, Clone)]
pub struct NewConsent {
    /// To what.
    pub purpose: ConsentPurpose,
    /// Version of the text that was read.
    pub text_version: String,
    /// Language of that text.
    pub language: Language,
}

/// Give consent, from the version of the record that the person saw. Given again it is recorded again, with the text that was read this time.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Forbidden`] for anyone but the person; [`Error::Stale`].
pub async fn give_consent(app: &App, actor: &Actor, person: PersonId, version: u32, new: NewConsent) -> Result<Record> {
    let before = found_for_consent(app, actor, person, version).await?;
    let NewConsent { purpose, text_version, language } = new;
    let channel = ConsentChannel::App;
    let given_by = actor.person;
    let consent = Consent {
        id: app.new_id(),
        person_id: person,
        purpose,
        text_version,
        language,
        channel,
        given_by,
        given_at: app.now(),
        withdrawn_at: None,
    };
    let consent = consent.give()?;
    let changed = before.clone().consented(purpose, ConsentGiven::Yes);
    let tx = app.begin_write().await?;
    keep(&tx, before, changed.clone()).await?;
    consents::withdraw(&tx, actor.organization, person, purpose, app.now()).await?;
    consents::insert(&tx, actor.organization, &consent).await?;
    audit::record(&tx, app, actor, Deed::new("persons.give-consent", person.uuid()).because(purpose.as_str())).await?;
    commit(tx).await?;
    record(app, actor, changed).await
}

/// Withdraw consent, from the version of the record that the person saw: one action, which takes effect at once (privacy.md P4). Withdrawn
/// before, it stays so.
///
/// Where an affiliation may not be without this consent, the affiliation ends with it, and everything that rests on that.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Forbidden`] for anyone but the person; [`Error::Stale`].
pub async fn withdraw_consent(app: &App, actor: &Actor, person: PersonId, version: u32, purpose: ConsentPurpose) -> Result<Record> {
    let before = found_for_consent(app, actor, person, version).await?;
    let changed = before.clone().consented(purpose, ConsentGiven::No);
    let tx = app.begin_write().await?;
    let organization = organizations::lock(&tx, actor.organization).await?.ok_or(Error::NotFound)?;
    if !consents::withdraw(&tx, actor.organization, person, purpose, app.now()).await? {
        // nothing changed: what follows is read without holding up who writes
        drop(tx);
        return record(app, actor, before).await;
    }
    keep(&tx, before, changed.clone()).await?;
    end_carried(&tx, app, &organization, person, purpose).await?;
    audit::record(&tx, app, actor, Deed::new("persons.withdraw-consent", person.uuid()).because(purpose.as_str())).await?;
    commit(tx).await?;
    record(app, actor, changed).await
}

async fn found_for_consent(app: &App, actor: &Actor, person: PersonId, version: u32) -> Result<Person> {
    let found = persons::one(app.db.read(), actor.organization, person).await?.ok_or(Error::NotFound)?;
    require(actor, Action::PersonsConsent, &place_of(&found))?;
    if found.version == version { Ok(found) } else { Err(Error::Stale) }
}

async fn end_carried(tx: &Tx, app: &App, organization: &Organization, person: PersonId, purpose: ConsentPurpose) -> Result<()> {
    let all = affiliations::of_person(tx, organization.id, person).await?;
    let held = all.into_iter().find(|held| held.state == AffiliationState::Active && Some(held.kind) == purpose.carries());
    let Some(held) = held else { return Ok(()) };
    let ended = held.end(person, "", app.today())?;
    crate::affiliations::end_in(tx, app, organization, &ended).await
}

/// The person of this account: the one tied to it, else the one with its address, which is tied to it now, else a new one.
pub(crate) async fn of_account(
    tx: &Tx,
    app: &App,
    organization: OrganizationId,
    account: &Account,
    (name, language): (&str, Language),
) -> Result<Person> {
    if let Some(own) = persons::by_account(tx, organization, account.id).await? {
        return Ok(own);
    }
    if let Some(known) = persons::by_email(tx, organization, &account.email).await? {
        return tie(tx, known, account).await;
    }
    let profile = PersonProfile { name: name.to_owned(), email: Some(account.email.clone()), postcode: None, birth_year: None, language };
    let new = NewPerson { organization_id: organization, account_id: Some(account.id), profile, expires_on: None };
    let person = new.record(app.new_id(), app.now())?;
    persons::insert(tx, &person).await?;
    Ok(person)
}

/// Tie the account to a person.
pub(crate) async fn tie(tx: &Tx, person: Person, account: &Account) -> Result<Person> {
    let tied = person.clone().link(account.id)?;
    keep(tx, person, tied.clone()).await?;
    Ok(tied)
}

/// Keep the record of a guest, or of someone invited, until `last_day` at least.
pub(crate) async fn keep_until(tx: &Tx, person: Person, last_day: NaiveDate) -> Result<Person> {
    let kept = person.clone().kept_until(last_day);
    keep(tx, person, kept.clone()).await?;
    Ok(kept)
}

/// Store a person that changed, if it did.
pub(crate) async fn keep(tx: &Tx, before: Person, after: Person) -> Result<()> {
    if before.version == after.version || persons::replace(tx, &after).await? { Ok(()) } else { Err(Error::Stale) }
}
