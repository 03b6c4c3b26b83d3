//! How an affiliation begins: by registering, or by accepting an invitation.

use vliegwiel_domain::accounts::{Account, AccountError};
use vliegwiel_domain::affiliations::{
    Affiliation, AffiliationKind, AffiliationSource, AffiliationState, ConsentGiven, LegalBasis, NewAffiliation,
};
use vliegwiel_domain::ids::{AffiliationId, OrganizationId};
use vliegwiel_domain::persons::{Consent, ConsentChannel, ConsentPurpose, Person, PersonProfile};
use vliegwiel_persistence::{Tx, affiliations, consents};

use super::{store, supersede};
use crate::accounts::Claim;
use crate::app::App;
use crate::error::Result;
use crate::persons;

/// Version of the text beside the button that accepts an invitation. Change it with the text.
const INVITATION_TEXT: &str = "2026-11";

/// Who registered is a supporter from now on, unless something more already; who says to be a member waits for the office in addition.
pub(crate) async fn begin_as(tx: &Tx, app: &App, person: &Person, claim: Claim) -> Result<()> {
    let all = affiliations::of_person(tx, person.organization_id, person.id).await?;
    let held = all.iter().find(|affiliation| affiliation.state == AffiliationState::Active).map(|affiliation| affiliation.kind);
    if held.is_none_or(|kind| kind == AffiliationKind::Guest) {
        let before = supersede(tx, app, person.organization_id, person.id).await?;
        persons::keep(tx, before.clone(), before.kept_without_end()).await?;
        let supporter = of(person, AffiliationKind::Supporter).record(app.new_id(), ConsentGiven::No, app.today(), app.now())?;
        affiliations::insert(tx, &supporter).await?;
    }
    let is_open = |affiliation: &Affiliation| {
        matches!(affiliation.state, AffiliationState::Active | AffiliationState::Requested | AffiliationState::Invited)
    };
    if claim == Claim::Member && !all.iter().any(|affiliation| affiliation.kind == AffiliationKind::Member && is_open(affiliation)) {
        affiliations::insert(tx, &of(person, AffiliationKind::Member).request(app.new_id(), app.now())?).await?;
    }
    Ok(())
}

/// An administrator from outside: following the link is the consent. Who is something to the organisation already stays that.
pub(crate) async fn begin_as_external(tx: &Tx, app: &App, person: &Person) -> Result<()> {
    let all = affiliations::of_person(tx, person.organization_id, person.id).await?;
    if all.iter().any(|affiliation| affiliation.state == AffiliationState::Active) {
        return Ok(());
    }
    let new = NewAffiliation { source: AffiliationSource::Invitation, ..of(person, AffiliationKind::External) };
    let external = new.record(app.new_id(), ConsentGiven::Yes, app.today(), app.now())?;
    affiliations::insert(tx, &external).await?;
    consent(tx, app, person, AffiliationKind::External).await
}

/// The person accepts an invitation with this account, and may correct the own name.
pub(crate) async fn accept(
    tx: &Tx,
    app: &App,
    (organization, affiliation): (OrganizationId, AffiliationId),
    account: &Account,
    name: Option<String>,
) -> Result<Person> {
    let invited = affiliations::one(tx, organization, affiliation).await?.ok_or(AccountError::LinkExpired)?;
    if invited.state != AffiliationState::Invited {
        return Err(AccountError::LinkUsed.into());
    }
    let accepted = invited.accept(app.today())?;
    let guest = supersede(tx, app, organization, accepted.person_id).await?;
    let kept = guest.clone().kept_without_end();
    persons::keep(tx, guest, kept.clone()).await?;
    let tied = persons::tie(tx, kept, account).await?;
    let person = named(tx, app, tied, name).await?;
    store(tx, &accepted).await?;
    consent(tx, app, &person, accepted.kind).await?;
    Ok(person)
}

async fn named(tx: &Tx, app: &App, person: Person, name: Option<String>) -> Result<Person> {
    let Some(name) = name.filter(|name| *name != person.profile.name) else { return Ok(person) };
    let profile = PersonProfile { name, ..person.profile.clone() };
    let renamed = person.clone().change(profile, app.now())?;
    persons::keep(tx, person, renamed.clone()).await?;
    Ok(renamed)
}

/// Where consent is the legal basis, following the link is giving it.
async fn consent(tx: &Tx, app: &App, person: &Person, kind: AffiliationKind) -> Result<()> {
    if kind.legal_basis() != LegalBasis::ExplicitConsent {
        return Ok(());
    }
    let purpose = ConsentPurpose::ExternalContact;
    let consent = Consent {
        id: app.new_id(),
        person_id: person.id,
        purpose,
        text_version: INVITATION_TEXT.to_owned(),
        language: person.profile.language,
        channel: ConsentChannel::Mail,
        given_by: None,
        given_at: app.now(),
        withdrawn_at: None,
    };
    consents::withdraw(tx, person.organization_id, person.id, purpose, app.now()).await?;
    Ok(consents::insert(tx, person.organization_id, &consent.give()?).await?)
}

const fn of(person: &Person, kind: AffiliationKind) -> NewAffiliation {
    NewAffiliation { organization_id: person.organization_id, person_id: person.id, kind, source: AffiliationSource::SelfRegistration }
}
