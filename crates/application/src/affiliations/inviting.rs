//! The office invites someone, by mail.

use vliegwiel_domain::access::{Action, Actor, Place, body_of};
use vliegwiel_domain::accounts::{AccountState, TokenPurpose};
use vliegwiel_domain::affiliations::{
    Affiliation, AffiliationError, AffiliationKind, AffiliationSource, AffiliationState, NewAffiliation, guest_until,
};
use vliegwiel_domain::organizations::Organization;
use vliegwiel_domain::persons::{NewPerson, Person, PersonProfile};
use vliegwiel_domain::text::EmailAddress;
use vliegwiel_persistence::{Tx, account_tokens, affiliations, organizations, persons};

use super::{Listed, letters, store};
use crate::accounts::{NewLink, find_or_begin, issue};
use crate::app::{App, commit, require};
use crate::audit::{self, Deed};
use crate::error::{Error, Result};
use crate::outbox;
use crate::receipts::{Answer, Receipt};

/// The office invites someone.
#[derive(Debug, Clone)]
pub struct Invitation {
    /// Name, as the office knows it.
    pub name: String,
    /// Where the invitation goes.
    pub email: EmailAddress,
    /// What the person is to be.
    pub kind: AffiliationKind,
}

/// Invite someone to be something to the organisation: a link that works for a week. Inviting again sends a new link.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::Rule`] `affiliations/already-there` or `affiliations/not-invitable`.
pub async fn invite(app: &App, actor: &Actor, new: Invitation, receipt: &Receipt<'_, Listed>) -> Result<Answer> {
    let place = Place::organization(actor.organization);
    require(actor, Action::AffiliationsInvite, &place)?;
    let organization = organizations::by_id(app.db.read(), actor.organization).await?.ok_or(Error::NotFound)?;
    let tx = app.begin_write().await?;
    let person = person(&tx, app, &organization, &new).await?;
    let affiliation = affiliation(&tx, app, &person, new.kind).await?;
    send(&tx, app, &organization, &new, &affiliation).await?;
    let deed = Deed::new(Action::AffiliationsInvite.code(), affiliation.id.uuid());
    audit::record(&tx, app, actor, deed.on_behalf_of(body_of(actor, Action::AffiliationsInvite, &place))).await?;
    let answer = receipt.keep(&tx, app, &Listed { affiliation, person }).await?;
    commit(tx).await?;
    Ok(answer)
}

/// The person with the address, or a new one: kept until the link is dead for as long as guests are kept, unless it is followed.
async fn person(tx: &Tx, app: &App, organization: &Organization, new: &Invitation) -> Result<Person> {
    let link_dies_on = app.today() + TokenPurpose::Invitation.lifetime();
    let last_day = guest_until(link_dies_on, organization.settings.rules.guest_retention_days);
    if let Some(known) = persons::by_email(tx, organization.id, &new.email).await? {
        return crate::persons::keep_until(tx, known, last_day).await;
    }
    let profile = PersonProfile {
        name: new.name.clone(),
        email: Some(new.email.clone()),
        postcode: None,
        birth_year: None,
        language: organization.settings.language,
    };
    let person = NewPerson { organization_id: organization.id, account_id: None, profile, expires_on: Some(last_day) };
    let person = person.record(app.new_id(), app.now())?;
    persons::insert(tx, &person).await?;
    Ok(person)
}

/// The invitation that waits already, or a new one.
async fn affiliation(tx: &Tx, app: &App, person: &Person, kind: AffiliationKind) -> Result<Affiliation> {
    let all = affiliations::of_person(tx, person.organization_id, person.id).await?;
    for known in all.into_iter().filter(|known| known.kind == kind) {
        match known.state {
            AffiliationState::Invited => {
                account_tokens::discard_invitations(tx, known.organization_id, known.id).await?;
                return Ok(known);
            }
            AffiliationState::Requested | AffiliationState::Active => return Err(AffiliationError::AlreadyThere.into()),
            AffiliationState::Ended | AffiliationState::Declined => {}
        }
    }
    let new = NewAffiliation { organization_id: person.organization_id, person_id: person.id, kind, source: AffiliationSource::Invitation };
    let affiliation = new.invite(app.new_id(), app.now())?;
    affiliations::insert(tx, &affiliation).await?;
    Ok(affiliation)
}

/// Let go of an invitation that was not followed in time.
pub(crate) async fn lapse_in(tx: &Tx, app: &App, invited: Affiliation) -> Result<()> {
    account_tokens::discard_invitations(tx, invited.organization_id, invited.id).await?;
    store(tx, &invited.lapse(app.today())?).await
}

async fn send(tx: &Tx, app: &App, organization: &Organization, new: &Invitation, affiliation: &Affiliation) -> Result<()> {
    if !outbox::may_write_unasked(tx, app, &new.email).await? {
        return Err(AffiliationError::InvitedTooOften.into());
    }
    let account = find_or_begin(tx, app, &new.email, organization.settings.language).await?.account;
    if account.state == AccountState::Suspended {
        return Ok(());
    }
    let link = NewLink {
        account: account.id,
        purpose: TokenPurpose::Invitation,
        organization: Some(organization.id),
        affiliation: Some(affiliation.id),
        details: None,
    };
    let token = issue(tx, app, link).await?;
    outbox::post(tx, app, Some(organization.id), vec![letters::invited(&account, organization, token)]).await
}
