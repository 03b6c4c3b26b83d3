//! The size of a core group, kept in the transaction of whatever changes it.

use std::collections::BTreeSet;

use vliegwiel_domain::access::Role;
use vliegwiel_domain::ids::{NetworkId, OrganizationId, PersonId};
use vliegwiel_domain::networks::{CoreGroupNotice, Network};
use vliegwiel_domain::organizations::Organization;
use vliegwiel_domain::positions::core_group_size;
use vliegwiel_persistence::recipients::{self, Recipient};
use vliegwiel_persistence::{Tx, memberships, networks, organizations, positions};

use super::letters;
use crate::app::App;
use crate::error::{Error, Result};
use crate::outbox;

/// Count the core group of a network again, and tell the core group and the office when the minimum was crossed.
///
/// Whoever changes an appointment to a seat of the core group, or a membership of one who holds one, calls this last in the same transaction:
/// once, however many appointments changed. The minimum is that of the organisation as it is once the network is held: [`settle_all`] waits for
/// the network or has committed. Four statements; six when the size changed, three more with a notice.
///
/// # Errors
/// [`Error::NotFound`] when the network is not of this organisation.
pub(crate) async fn settle(tx: &Tx, app: &App, organization: OrganizationId, network: NetworkId) -> Result<Network> {
    let network = networks::lock(tx, organization, network).await?.ok_or(Error::NotFound)?;
    let appointments = positions::of_core_group(tx, organization, network.id).await?;
    let persons: Vec<PersonId> = appointments.iter().map(|appointment| appointment.person_id).collect();
    let members = memberships::active_among(tx, organization, network.id, &persons).await?;
    let size = core_group_size(&appointments, &members, app.today());
    let organization = organizations::by_id(tx, organization).await?.ok_or(Error::NotFound)?;
    let before = (network.core_group, network.below_minimum_since);
    let (counted, notice) = network.clone().with_core_group(size, organization.settings.rules.core_group_min, app.now());
    if before == (counted.core_group, counted.below_minimum_since) {
        return Ok(network);
    }
    if !networks::replace(tx, &counted).await? {
        return Err(Error::Stale);
    }
    if let Some(notice) = notice {
        tell(tx, app, &organization, &counted, notice).await?;
    }
    Ok(counted)
}

/// Hold the core groups of all networks against the minimum of the organisation that has just changed, and tell each core group whose network
/// crossed it, and the office. Two statements; at most seven when one crossed it, however many did.
///
/// All that run are held first and looked at afterwards: a core group that changes meanwhile is either seen here, or sees the new minimum.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn settle_all(tx: &Tx, app: &App, organization: &Organization) -> Result<()> {
    let minimum = organization.settings.rules.core_group_min;
    networks::lock_running(tx, organization.id).await?;
    let crossing = networks::crossing(tx, organization.id, minimum).await?;
    let counted = |network: Network| {
        let size = network.core_group;
        network.with_core_group(size, minimum, app.now())
    };
    let (below, enough): (Vec<_>, Vec<_>) =
        crossing.into_iter().map(counted).partition(|(network, _)| network.below_minimum_since.is_some());
    let ids = |some: &[(Network, _)]| some.iter().map(|(network, _)| network.id).collect::<Vec<NetworkId>>();
    networks::note_below_minimum(tx, organization.id, &ids(&below), Some(app.now())).await?;
    networks::note_below_minimum(tx, organization.id, &ids(&enough), None).await?;
    tell_all(tx, app, organization, below.into_iter().chain(enough).collect()).await
}

async fn tell_all(tx: &Tx, app: &App, organization: &Organization, counted: Vec<(Network, Option<CoreGroupNotice>)>) -> Result<()> {
    if counted.is_empty() {
        return Ok(());
    }
    let mut groups = recipients::core_groups(tx, organization.id, app.today()).await?;
    let office = recipients::in_role(tx, organization.id, Role::Office, None, app.today()).await?;
    let mut written = Vec::new();
    for (network, notice) in counted {
        let Some(notice) = notice else { continue };
        let to = once(groups.remove(&network.id).unwrap_or_default().into_iter().chain(office.iter().cloned()));
        written.extend(to.iter().map(|to| letters::core_group_changed(organization, &network, notice, to)));
    }
    outbox::post(tx, app, Some(organization.id), written).await
}

async fn tell(tx: &Tx, app: &App, organization: &Organization, network: &Network, notice: CoreGroupNotice) -> Result<()> {
    let letters = core_group_and_office(tx, app, network).await?;
    let letters = letters.iter().map(|to| letters::core_group_changed(organization, network, notice, to)).collect();
    outbox::post(tx, app, Some(organization.id), letters).await
}

/// The core group of a network and the office, each person once. Two statements.
pub(crate) async fn core_group_and_office(tx: &Tx, app: &App, network: &Network) -> Result<Vec<Recipient>> {
    let core_group = recipients::in_role(tx, network.organization_id, Role::CoreGroup, Some(network.id), app.today()).await?;
    let office = recipients::in_role(tx, network.organization_id, Role::Office, None, app.today()).await?;
    Ok(once(core_group.into_iter().chain(office)))
}

/// Each person once.
fn once(all: impl Iterator<Item = Recipient>) -> Vec<Recipient> {
    let mut met = BTreeSet::new();
    all.filter(|recipient| met.insert(recipient.person_id)).collect()
}
