//! What loading a demo needs beside the use cases, because four hundred people and two years do not pass through the front door one by one.
//! Works in a demo database only, and is behind no route.

use chrono::{DateTime, Utc};
use vliegwiel_domain::access::{Actor, Grant, Role};
use vliegwiel_domain::accounts::Account;
use vliegwiel_domain::affiliations::{AffiliationKind, AffiliationSource, ConsentGiven, NewAffiliation};
use vliegwiel_domain::ids::{OrganizationId, PersonId};
use vliegwiel_domain::organizations::Organization;
use vliegwiel_domain::persons::Person;
use vliegwiel_domain::text::{EmailAddress, Language};
use vliegwiel_persistence::grants::{self, NewGrant};
use vliegwiel_persistence::{Tx, accounts, actors, organizations};

use crate::app::{App, commit};
use crate::audit::{self, Deed};
use crate::error::{Error, Result};
use crate::{affiliations, passwords, persons};

/// The password of the demo accounts, as it is kept.
#[derive(Debug, Clone)]
pub struct KeptPassword(String);

/// Hash the password of the demo accounts.
///
/// # Errors
/// [`Error::Forbidden`] outside a demo; [`Error::Invalid`] for a password that will not do.
pub async fn keep_password(app: &App, password: &str) -> Result<KeptPassword> {
    check(app)?;
    Ok(KeptPassword(passwords::choose(app, password, &[]).await?))
}

/// Give all demo accounts another password.
///
/// # Errors
/// [`Error::Forbidden`] outside a demo; [`Error::Invalid`] for a password that will not do.
pub async fn renew_password(app: &App, password: &str) -> Result<()> {
    let KeptPassword(hash) = keep_password(app, password).await?;
    let tx = app.begin_write().await?;
    accounts::rehash_demo(&tx, &hash).await?;
    audit::record_installation(&tx, app, Deed::new("demo.renew-password", uuid::Uuid::nil())).await?;
    commit(tx).await
}

/// Found an organisation.
///
/// # Errors
/// [`Error::Forbidden`] outside a demo; [`Error::Conflict`] when the slug is taken.
pub async fn found(app: &App, organization: &Organization) -> Result<()> {
    check(app)?;
    let tx = app.begin_write().await?;
    organizations::insert(&tx, organization).await?;
    audit::record_for(&tx, app, organization.id, Deed::new("demo.found", organization.id.uuid())).await?;
    commit(tx).await
}

/// Someone invented, with an account.
#[derive(Debug, Clone)]
pub struct Arrival {
    /// Name.
    pub name: String,
    /// Address, which signs in.
    pub email: EmailAddress,
    /// What the person is to the organisation; a guest is known by a meeting already.
    pub kind: AffiliationKind,
}

/// Someone invented comes to know the organisation.
///
/// # Errors
/// [`Error::Forbidden`] outside a demo; [`Error::Conflict`] when the address has an account.
pub async fn arrive(app: &App, organization: OrganizationId, arrival: &Arrival, password: &KeptPassword) -> Result<PersonId> {
    check(app)?;
    let tx = app.begin_write().await?;
    let account = Account::register(app.new_id(), arrival.email.clone(), Language::Nl, app.now()).confirm(app.now())?;
    let account = Account { is_demo: true, password_changed_at: Some(app.now()), ..account };
    accounts::insert(&tx, &account, Some(&password.0)).await?;
    let person = persons::of_account(&tx, app, organization, &account, (&arrival.name, Language::Nl)).await?;
    affiliate(&tx, app, &person, arrival.kind).await?;
    audit::record_for(&tx, app, organization, Deed::new("demo.arrive", person.id.uuid())).await?;
    commit(tx).await?;
    Ok(person.id)
}

async fn affiliate(tx: &Tx, app: &App, person: &Person, kind: AffiliationKind) -> Result<()> {
    match kind {
        AffiliationKind::Guest => Ok(()),
        AffiliationKind::External => affiliations::begin_as_external(tx, app, person).await,
        AffiliationKind::Member | AffiliationKind::FormerMember | AffiliationKind::Supporter => {
            let source = AffiliationSource::Office;
            let new = NewAffiliation { organization_id: person.organization_id, person_id: person.id, kind, source };
            let affiliation = new.record(app.new_id(), ConsentGiven::No, app.today(), app.now())?;
            Ok(vliegwiel_persistence::affiliations::insert(tx, &affiliation).await?)
        }
    }
}

/// Make someone the first administrator, as following the link of `admin create` does.
///
/// # Errors
/// [`Error::Forbidden`] outside a demo.
pub async fn entrust(app: &App, organization: OrganizationId, person: PersonId) -> Result<()> {
    check(app)?;
    let tx = app.begin_write().await?;
    let grant = NewGrant {
        id: app.new_id::<()>().uuid(),
        organization_id: organization,
        person_id: person,
        grant: Grant { role: Role::Administrator, network: None, area: None },
        unit_id: None,
        appointment_id: None,
        from_on: app.today(),
        until_on: None,
    };
    grants::insert(&tx, &grant, app.now()).await?;
    audit::record_for(&tx, app, organization, Deed::new("demo.entrust", person.uuid())).await?;
    commit(tx).await
}

/// A person as the actor that a session of theirs would be. One statement.
///
/// # Errors
/// [`Error::Forbidden`] outside a demo; [`Error::NotFound`] for a person without an account.
pub async fn actor(app: &App, organization: OrganizationId, person: PersonId) -> Result<Actor> {
    check(app)?;
    actors::of_person(app.db.read(), organization, person, app.today()).await?.ok_or(Error::NotFound)
}

/// Put letters written before `moment` aside, as if they were read long ago. Returns how many.
///
/// # Errors
/// [`Error::Forbidden`] outside a demo.
pub async fn put_letters_aside(app: &App, moment: DateTime<Utc>) -> Result<u64> {
    check(app)?;
    let tx = app.begin_write().await?;
    let count = vliegwiel_persistence::outbox::put_aside(&tx, moment).await?;
    commit(tx).await?;
    Ok(count)
}

const fn check(app: &App) -> Result<()> {
    if app.settings.is_demo { Ok(()) } else { Err(Error::Forbidden) }
}
