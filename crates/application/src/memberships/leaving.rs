//! Leaving, which takes effect at once, and being let go.

use vliegwiel_domain::access::{Action, Actor};
use vliegwiel_domain::ids::{MembershipId, NetworkId, PersonId};
use vliegwiel_domain::memberships::{Membership, MembershipState};
use vliegwiel_domain::networks::Network;
use vliegwiel_domain::organizations::Organization;
use vliegwiel_persistence::networks::{MembersChange, count_members};
use vliegwiel_persistence::working_groups::Leaving;
use vliegwiel_persistence::{Tx, memberships, networks, recipients, working_groups};

use super::joining::replaced;
use super::{Seen, found, letters, under_lock};
use crate::app::{App, commit, require};
use crate::audit::{self, Deed};
use crate::error::{Error, Result};
use crate::networks::{core_group, organization_of};
use crate::receipts::{Answer, Receipt};
use crate::registrations::{Lost, release_in};
use crate::{outbox, positions};

/// Leave a network, or take back the request to join it: one action, at once, without a reason.
///
/// Seats in its core group, in its working groups of members and at its own meetings end with it.
///
/// # Errors
/// [`Error::NotFound`] where the actor may not know of it, [`Error::Forbidden`] for another person's, [`Error::Stale`],
/// `memberships/wrong-state`.
pub async fn leave(app: &App, actor: &Actor, network: NetworkId, membership: MembershipId, version: u32) -> Result<()> {
    let (_, seen) = found(app, actor, network, membership).await?;
    require(actor, Action::MembershipsLeave, &seen.place)?;
    let organization = organization_of(app, actor).await?;
    let tx = app.begin_write().await?;
    let (_, before) = under_lock(&tx, actor, network, membership).await?;
    if before.version != version {
        return Err(Error::Stale);
    }
    let state = before.state;
    let left = replaced(&tx, before.leave(app.now())?).await?;
    if state == MembershipState::Active {
        let reason = "left the network";
        count_out(&tx, app, &organization, &left, reason).await?;
        release_in(&tx, app, (organization.id, left.person_id), Lost::Network(network), reason).await?;
    }
    audit::record(&tx, app, actor, Deed::new(Action::MembershipsLeave.code(), left.id.uuid())).await?;
    commit(tx).await
}

/// Let someone go, with a reason in plain language that the person is told.
///
/// # Errors
/// [`Error::NotFound`] where the actor may not know of it, [`Error::Forbidden`] for anyone but the core group, or a rule:
/// `memberships/wrong-state`, `memberships/invalid-text`.
pub async fn remove(app: &App, actor: &Actor, at: (NetworkId, MembershipId), reason: &str, receipt: &Receipt<'_, Seen>) -> Result<Answer> {
    let (_, seen) = found(app, actor, at.0, at.1).await?;
    require(actor, Action::MembershipsRemove, &seen.place)?;
    let organization = organization_of(app, actor).await?;
    let tx = app.begin_write().await?;
    let (network, before) = under_lock(&tx, actor, at.0, at.1).await?;
    let removed = replaced(&tx, before.remove(reason, app.now())?).await?;
    let reason = removed.reason.clone().unwrap_or_default();
    count_out(&tx, app, &organization, &removed, &reason).await?;
    release_in(&tx, app, (organization.id, removed.person_id), Lost::Network(network.id), "let go from the network").await?;
    tell(&tx, app, &organization, &network, &removed).await?;
    let deed = Deed::new(Action::MembershipsRemove.code(), removed.id.uuid()).for_body("core-group");
    audit::record(&tx, app, actor, deed.because(&reason)).await?;
    let answer = receipt.keep(&tx, app, &Seen { membership: removed, ..seen }).await?;
    commit(tx).await?;
    Ok(answer)
}

/// Leave every network, and take back every request to join one, in the transaction of the caller, who ends the seats and counts the core groups.
/// Four statements.
pub(crate) async fn leave_all_in(tx: &Tx, app: &App, organization: &Organization, person: PersonId) -> Result<()> {
    networks::lock_of_person(tx, organization.id, person).await?;
    let open = memberships::open_of_person(tx, organization.id, person).await?;
    let in_them: Vec<NetworkId> = open.iter().filter(|one| one.state == MembershipState::Active).map(|one| one.network_id).collect();
    let left: std::result::Result<Vec<Membership>, _> = open.into_iter().map(|one| one.leave(app.now())).collect();
    let left: Vec<MembershipId> = left?.into_iter().map(|one| one.id).collect();
    memberships::leave_all(tx, organization.id, &left, app.now()).await?;
    Ok(networks::count_out_of_all(tx, organization.id, &in_them).await?)
}

/// What ends with an active membership: the count, the seats in the core group, the seats in working groups of members.
async fn count_out(tx: &Tx, app: &App, organization: &Organization, left: &Membership, reason: &str) -> Result<()> {
    count_members(tx, organization.id, left.network_id, MembersChange::Left).await?;
    let groups = Leaving::OfMembersIn(left.network_id);
    working_groups::leave_all(tx, organization.id, left.person_id, groups, app.now()).await?;
    if positions::end_core_group_seats_in(tx, app, left, reason).await? > 0 {
        core_group::settle(tx, app, organization.id, left.network_id).await?;
    }
    Ok(())
}

async fn tell(tx: &Tx, app: &App, organization: &Organization, network: &Network, removed: &Membership) -> Result<()> {
    let to = recipients::person(tx, organization.id, removed.person_id).await?;
    let letters = to.iter().map(|to| letters::removed(organization, network, removed, to)).collect();
    outbox::post(tx, app, Some(organization.id), letters).await
}
