//! Memberships: joining a network, being admitted, leaving.

mod joining;
mod leaving;
mod letters;

use std::collections::BTreeSet;

use vliegwiel_domain::access::{Action, Actor, Place, Visible};
use vliegwiel_domain::ids::{MembershipId, NetworkId, OrganizationId, PersonId};
use vliegwiel_domain::memberships::{Membership, MembershipCommand, MembershipError, MembershipState};
use vliegwiel_domain::networks::Network;
pub use vliegwiel_persistence::memberships::{Filter, Listed, place_of};
use vliegwiel_persistence::{Tx, memberships};

use crate::app::{App, require};
use crate::audit::{self, Deed};
use crate::error::{Error, Flaw, Result};
use crate::networks::{held, known};

pub(crate) use joining::add_in;
pub(crate) use joining::decline_all_in;
pub use joining::{Decision, decide, join};
pub(crate) use leaving::leave_all_in;
pub use leaving::{leave, remove};

impl From<MembershipError> for Error {
    fn from(error: MembershipError) -> Self {
        match error {
            MembershipError::Field(refused) => refused.into(),
            rule => Self::rule(rule.code(), &rule),
        }
    }
}

/// A membership with where it stands, for who may do what with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The membership.
    pub membership: Membership,
    /// Where it stands.
    pub place: Place,
}

/// Requests and active memberships of a network by name: for its core group. Four statements: that they were read is on record.
///
/// # Errors
/// [`Error::NotFound`] where the actor may not know of the network, [`Error::Forbidden`] for anyone but the core group.
pub async fn list(app: &App, actor: &Actor, network: NetworkId, filter: &Filter) -> Result<(Network, Vec<Listed>)> {
    let network = known(app, actor, network).await?;
    require(actor, Action::MembershipsList, &crate::networks::place_of(&network))?;
    let found = memberships::list(app.db.read(), &Visible::to(actor, app.now()), network.id, filter).await?;
    let deed = Deed::new(Action::MembershipsList.code(), network.id.uuid()).for_body("core-group");
    audit::record_reading(app, actor, deed).await?;
    Ok((network, found))
}

/// One membership: for the person and the core group. Two statements; two more for another person's, which puts the reading on record.
///
/// # Errors
/// [`Error::NotFound`] where the actor may not know of it.
pub async fn get(app: &App, actor: &Actor, network: NetworkId, membership: MembershipId) -> Result<Seen> {
    let (_, seen) = found(app, actor, network, membership).await?;
    require(actor, Action::MembershipsRead, &seen.place)?;
    if actor.person != Some(seen.membership.person_id) {
        let deed = Deed::new(Action::MembershipsRead.code(), seen.membership.id.uuid()).for_body("core-group");
        audit::record_reading(app, actor, deed).await?;
    }
    Ok(seen)
}

/// A membership with its network, before anything is decided about it. Two statements.
async fn found(app: &App, actor: &Actor, network: NetworkId, membership: MembershipId) -> Result<(Network, Seen)> {
    let network = known(app, actor, network).await?;
    let membership = memberships::one(app.db.read(), actor.organization, network.id, membership).await?.ok_or(Error::NotFound)?;
    let place = place_of(&membership, network.profile.sensitivity);
    Ok((network, Seen { membership, place }))
}

/// A membership and its network as they are now, held until the transaction ends. Two statements.
async fn under_lock(tx: &Tx, actor: &Actor, network: NetworkId, membership: MembershipId) -> Result<(Network, Membership)> {
    let network = held(tx, actor.organization, network).await?;
    let membership = memberships::one(tx, actor.organization, network.id, membership).await?.ok_or(Error::NotFound)?;
    Ok((network, membership))
}

/// Check that all these people have an active affiliation and are not guests of one meeting; `pointer` is the list they stand in, with `personId` in each item. One statement.
///
/// # Errors
/// [`Error::Invalid`], naming each who has none.
pub(crate) async fn check_may_serve(app: &App, organization: OrganizationId, persons: &[PersonId], pointer: &str) -> Result<()> {
    let serving: BTreeSet<PersonId> = memberships::serving_among(app.db.read(), organization, persons).await?;
    let missing = persons.iter().enumerate().filter(|(_, person)| !serving.contains(person));
    let flaws: Vec<Flaw> = missing
        .map(|(index, _)| Flaw {
            pointer: format!("{pointer}/{index}/personId"),
            code: "unknown-reference",
            detail: "nobody with an affiliation has this id, apart from guests".to_owned(),
        })
        .collect();
    if flaws.is_empty() { Ok(()) } else { Err(Error::Invalid(flaws)) }
}

/// Whether a membership in this state lets it.
#[must_use]
pub fn fits(action: Action, state: MembershipState) -> bool {
    let takes = |command: MembershipCommand| state.after(command).is_ok();
    match action {
        Action::MembershipsLeave => takes(MembershipCommand::Leave),
        Action::MembershipsDecide => takes(MembershipCommand::Approve),
        Action::MembershipsRemove => takes(MembershipCommand::Remove),
        _ => true,
    }
}
