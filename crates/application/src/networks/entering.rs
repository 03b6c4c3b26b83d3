//! A network that existed before comes in: active, under an agreement, with its core group.

use chrono::NaiveDate;
use vliegwiel_domain::access::{Action, Actor, Place};
use vliegwiel_domain::ids::{PersonId, UnitId};
use vliegwiel_domain::memberships::Joining;
use vliegwiel_domain::networks::{Agreement, Existing, Network, NetworkKind, NetworkProfile, NewNetwork, Terms, numbered_slug, slug_for};
use vliegwiel_domain::organizations::Organization;
use vliegwiel_domain::positions::{Body, Capacity, NewPosition, PositionDescription, PositionKind};
use vliegwiel_persistence::{Tx, networks, organizations};

use super::core_group;
use crate::app::{App, commit, require};
use crate::audit::{self, Deed};
use crate::error::{Error, Flaw, Result};
use crate::memberships::{add_in, check_may_serve};
use crate::positions::{Wish, appoint_in, open_in};
use crate::receipts::{Answer, Receipt};

/// Somebody of the core group that comes in with the network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoreMember {
    /// Who; has an affiliation with the organisation.
    pub person_id: PersonId,
    /// What the seat is for.
    pub kind: PositionKind,
    /// What the seat is called.
    pub title: String,
}

/// An existing network as the office enters it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The unit it belongs to.
    pub unit_id: Option<UnitId>,
    /// What sort of network it is.
    pub kind: NetworkKind,
    /// What it says about itself.
    pub profile: NetworkProfile,
    /// The day it began.
    pub starts_on: NaiveDate,
    /// What is agreed with it from today.
    pub terms: Terms,
    /// Its core group, who become its first members.
    pub core_group: Vec<CoreMember>,
}

/// Enter an existing network, without a plan. Its core group may still be too small: that is told at once.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::Invalid`] for a person without an affiliation or a guest or named twice; a rule such as `networks/starts-in-future`.
///
/// Source: `ChristenUnie`, "bestaande netwerken die nu binnen de gezamenlijke aanpak gaan werken".
pub async fn enter(app: &App, actor: &Actor, entry: Entry, receipt: &Receipt<'_, Network>) -> Result<Answer> {
    require(actor, Action::NetworksEnter, &Place::organization(actor.organization))?;
    check_named_once(&entry.core_group)?;
    let persons: Vec<PersonId> = entry.core_group.iter().map(|member| member.person_id).collect();
    check_may_serve(app, actor.organization, &persons, "/coreGroup").await?;
    let tx = app.begin_write().await?;
    // held, so that the minimum does not change before the network is there to be held against it
    let organization = organizations::lock(&tx, actor.organization).await?.ok_or(Error::NotFound)?;
    let network = store(&tx, app, &organization, &entry).await?;
    for (sequence, member) in (1_u32..).zip(&entry.core_group) {
        seat(&tx, app, &network, member, sequence).await?;
    }
    let network = core_group::settle(&tx, app, organization.id, network.id).await?;
    let deed = Deed::new(Action::NetworksEnter.code(), network.id.uuid()).for_body("office");
    audit::record(&tx, app, actor, deed).await?;
    let answer = receipt.keep(&tx, app, &network).await?;
    commit(tx).await?;
    Ok(answer)
}

async fn store(tx: &Tx, app: &App, organization: &Organization, entry: &Entry) -> Result<Network> {
    let slug = free_slug_in(tx, organization, &entry.profile.name).await?;
    let Entry { unit_id, kind, profile, starts_on, terms, core_group: _ } = entry.clone();
    let new = NewNetwork { organization_id: organization.id, unit_id, slug, kind, profile };
    let existing = Existing { starts_on, terms: terms.clone().checked()? };
    let network = new.enter(app.new_id(), &existing, app.today(), app.now())?;
    networks::insert(tx, &network).await?;
    let agreement = Agreement {
        id: app.new_id(),
        organization_id: organization.id,
        network_id: network.id,
        founding_plan_id: None,
        evaluation_id: None,
        terms: existing.terms,
        agreed_on: app.today(),
        created_at: app.now(),
    };
    networks::insert_agreement(tx, &agreement).await?;
    Ok(network)
}

/// A slug for a network with this name that no network of the organisation has. One statement.
pub(crate) async fn free_slug_in(tx: &Tx, organization: &Organization, name: &str) -> Result<String> {
    let slug = slug_for(name);
    let taken = networks::slugs_like(tx, organization.id, &slug).await?;
    Ok(numbered_slug(&slug, &taken))
}

/// Let someone into a network and give them a seat of its own in the core group. The caller counts the core group afterwards.
///
/// Eight statements for each person, on purpose one by one: a network begins once, and a request names at most 30.
pub(crate) async fn seat(tx: &Tx, app: &App, network: &Network, member: &CoreMember, sequence: u32) -> Result<()> {
    add_in(tx, app, network, member.person_id, Joining::AtOnce).await?;
    let new = NewPosition {
        organization_id: network.organization_id,
        body: Body::CoreGroup,
        network_id: Some(network.id),
        unit_id: None,
        area_id: None,
        kind: member.kind,
        description: PositionDescription { title: member.title.clone(), vacancy_text: String::new(), term_months: None, sequence },
    };
    let position = open_in(tx, app, new).await?;
    let wish = Wish { person_id: member.person_id, capacity: Capacity::Regular, from_on: app.today(), until_on: None };
    appoint_in(tx, app, &position, wish).await?;
    Ok(())
}

fn check_named_once(core_group: &[CoreMember]) -> Result<()> {
    let is_again = |index: usize, member: &CoreMember| core_group.iter().take(index).any(|earlier| earlier.person_id == member.person_id);
    let again = core_group.iter().enumerate().filter(|(index, member)| is_again(*index, member));
    let flaws: Vec<Flaw> = again
        .map(|(index, _)| Flaw {
            pointer: format!("/coreGroup/{index}/personId"),
            code: "duplicate",
            detail: "this person is named twice".to_owned(),
        })
        .collect();
    if flaws.is_empty() { Ok(()) } else { Err(Error::Invalid(flaws)) }
}
