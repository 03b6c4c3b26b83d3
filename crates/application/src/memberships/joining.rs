//! Joining, at once or when the core group says yes.

use vliegwiel_domain::access::{Action, Actor, Role};
use vliegwiel_domain::affiliations::{Affiliation, AffiliationState};
use vliegwiel_domain::ids::{MembershipId, NetworkId, PersonId};
use vliegwiel_domain::memberships::{Candidate, Joining, Membership, MembershipState, NewMembership, Support, join as decide_joining};
use vliegwiel_domain::networks::Network;
use vliegwiel_domain::organizations::Organization;
use vliegwiel_persistence::networks::{MembersChange, count_members};
use vliegwiel_persistence::{Tx, affiliations, memberships, persons, recipients};

use super::{Seen, found, letters, under_lock};
use crate::accounts::Claim;
use crate::affiliations::begin_as;
use crate::app::{App, commit, require};
use crate::audit::{self, Deed};
use crate::error::{Error, Result};
use crate::networks::{held, known, organization_of, place_of};
use crate::outbox;
use crate::receipts::{Answer, Receipt};

/// Join a network, stating support of its purpose: at once, or as a request that the core group answers.
///
/// # Errors
/// [`Error::NotFound`] where the actor may not know of the network, [`Error::Forbidden`] without an affiliation, or a rule such as
/// `memberships/support-missing`, `memberships/members-only`, `memberships/wrong-state` for who is a member.
pub async fn join(app: &App, actor: &Actor, network: NetworkId, support: Support, receipt: &Receipt<'_, Seen>) -> Result<Answer> {
    let known = known(app, actor, network).await?;
    require(actor, Action::MembershipsJoin, &place_of(&known))?;
    let person = actor.person.ok_or(Error::Forbidden)?;
    let organization = organization_of(app, actor).await?;
    let tx = app.begin_write().await?;
    let network = held(&tx, organization.id, network).await?;
    let affiliation = affiliation_of(&tx, actor, person).await?;
    let candidate = Candidate { affiliation: affiliation.as_ref().map(|affiliation| affiliation.kind), support };
    let joining = decide_joining(network.state, network.profile.openness, candidate)?;
    let membership = add_in(&tx, app, &network, person, joining).await?;
    match (joining, affiliation) {
        (Joining::AtOnceAsSupporter, Some(guest)) => become_supporter(&tx, app, guest).await?,
        (Joining::AfterApproval, _) => tell_core_group(&tx, app, &organization, &network).await?,
        (Joining::AtOnce | Joining::AtOnceAsSupporter, _) => {}
    }
    audit::record(&tx, app, actor, Deed::new(Action::MembershipsJoin.code(), membership.id.uuid())).await?;
    let place = super::place_of(&membership, network.profile.sensitivity);
    let answer = receipt.keep(&tx, app, &Seen { membership, place }).await?;
    commit(tx).await?;
    Ok(answer)
}

/// Make a person a member of a network that the caller holds, or store the request, and count. Also for who left before. Three statements.
///
/// # Errors
/// `memberships/wrong-state` for who is a member or waits for an answer.
pub(crate) async fn add_in(tx: &Tx, app: &App, network: &Network, person: PersonId, joining: Joining) -> Result<Membership> {
    let before = memberships::of_person(tx, network.organization_id, network.id, person).await?;
    let membership = match before {
        None => {
            let new = NewMembership { organization_id: network.organization_id, network_id: network.id, person_id: person };
            let first = new.begin(app.new_id(), joining, app.now());
            memberships::insert(tx, &first).await?;
            first
        }
        Some(before) => replaced(tx, before.again(joining, app.now())?).await?,
    };
    if membership.state == MembershipState::Active {
        count_members(tx, network.organization_id, network.id, MembersChange::Joined).await?;
    }
    Ok(membership)
}

/// The core group's answer to a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// Yes.
    Approve,
    /// No, with the reason.
    Decline(String),
}

/// Answer a request to join. The person is told.
///
/// # Errors
/// [`Error::NotFound`] where the actor may not know of it, [`Error::Forbidden`] for anyone but the core group, or a rule:
/// `memberships/wrong-state`, `memberships/invalid-text`.
pub async fn decide(
    app: &App,
    actor: &Actor,
    at: (NetworkId, MembershipId),
    decision: Decision,
    receipt: &Receipt<'_, Seen>,
) -> Result<Answer> {
    let (_, seen) = found(app, actor, at.0, at.1).await?;
    require(actor, Action::MembershipsDecide, &seen.place)?;
    let organization = organization_of(app, actor).await?;
    let tx = app.begin_write().await?;
    let (network, before) = under_lock(&tx, actor, at.0, at.1).await?;
    let decided = match decision {
        Decision::Approve => replaced(&tx, before.approve(app.now())?).await?,
        Decision::Decline(reason) => replaced(&tx, before.decline(&reason, app.now())?).await?,
    };
    if decided.state == MembershipState::Active {
        count_members(&tx, organization.id, network.id, MembersChange::Joined).await?;
    }
    let to = recipients::person(&tx, organization.id, decided.person_id).await?;
    let letters = to.iter().map(|to| letters::decided(&organization, &network, &decided, to)).collect();
    outbox::post(&tx, app, Some(organization.id), letters).await?;
    let deed = Deed::new(Action::MembershipsDecide.code(), decided.id.uuid()).for_body("core-group");
    audit::record(&tx, app, actor, deed.because(decided.reason.as_deref().unwrap_or(decided.state.as_str()))).await?;
    let answer = receipt.keep(&tx, app, &Seen { membership: decided, ..seen }).await?;
    commit(tx).await?;
    Ok(answer)
}

/// Decline every request to join a network that has just ended, for the reason it ended; who asked is told. Four statements however many; one when
/// nobody waits. Returns which.
///
/// # Errors
/// A rule of the membership, such as for the reason.
pub(crate) async fn decline_all_in(tx: &Tx, app: &App, organization: &Organization, ended: &Network) -> Result<Vec<MembershipId>> {
    let reason = ended.end_reason.as_deref().unwrap_or_default();
    let waiting = memberships::requested(tx, organization.id, ended.id).await?;
    let declined: std::result::Result<Vec<Membership>, _> = waiting.into_iter().map(|one| one.decline(reason, app.now())).collect();
    let declined: Vec<MembershipId> = declined?.into_iter().map(|one| one.id).collect();
    if declined.is_empty() {
        return Ok(declined);
    }
    let to = recipients::requesters(tx, organization.id, ended.id).await?;
    memberships::decline_all(tx, organization.id, &declined, reason).await?;
    let letters = to.iter().map(|to| letters::never_answered(organization, ended, to)).collect();
    outbox::post(tx, app, Some(organization.id), letters).await?;
    Ok(declined)
}

pub(super) async fn replaced(tx: &Tx, membership: Membership) -> Result<Membership> {
    if memberships::replace(tx, &membership).await? { Ok(membership) } else { Err(Error::Stale) }
}

async fn affiliation_of(tx: &Tx, actor: &Actor, person: PersonId) -> Result<Option<Affiliation>> {
    let all = affiliations::of_person(tx, actor.organization, person).await?;
    Ok(all.into_iter().find(|affiliation| affiliation.state == AffiliationState::Active))
}

async fn tell_core_group(tx: &Tx, app: &App, organization: &Organization, network: &Network) -> Result<()> {
    let to = recipients::in_role(tx, organization.id, Role::CoreGroup, Some(network.id), app.today()).await?;
    let letters = to.iter().map(|to| letters::requested(organization, network, to)).collect();
    outbox::post(tx, app, Some(organization.id), letters).await
}

/// A guest of one meeting who joins a network is in regular contact from now on, and kept as such.
async fn become_supporter(tx: &Tx, app: &App, guest: Affiliation) -> Result<()> {
    let person = persons::one(tx, guest.organization_id, guest.person_id).await?.ok_or(Error::NotFound)?;
    begin_as(tx, app, &person, Claim::Supporter).await
}
