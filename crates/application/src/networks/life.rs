//! The life of a network, as far as office and board move it.

use vliegwiel_domain::access::{Action, Actor};
use vliegwiel_domain::ids::NetworkId;
use vliegwiel_domain::networks::{Network, NetworkError};
use vliegwiel_persistence::{Tx, networks};

use super::closing::close_in;
use super::{Key, Page, held, known, letters, on_behalf, organization_of, page, place_of};
use crate::app::{App, commit, require};
use crate::audit::{self, Deed};
use crate::error::{Error, Result};
use crate::outbox;
use crate::receipts::{Answer, Receipt};

/// Start the network that waits longest, when the organisation has room for one more pilot. Its agreed terms count from today.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Forbidden`], or a rule: `networks/wrong-state`, `networks/no-capacity`, `networks/not-first`.
pub async fn start(app: &App, actor: &Actor, network: NetworkId, receipt: &Receipt<'_, Page>) -> Result<Answer> {
    let before = known(app, actor, network).await?;
    require(actor, Action::NetworksStart, &place_of(&before))?;
    let organization = organization_of(app, actor).await?;
    let tx = app.begin_write().await?;
    networks::lock_starts(&tx, organization.id).await?;
    let agreement = networks::newest_agreement(&tx, organization.id, network).await?.ok_or(Error::NotFound)?;
    let capacity = networks::capacity(&tx, organization.id).await?.ok_or(Error::NotFound)?.start;
    let started = moved(&tx, actor, network, |network| network.start(&agreement.terms, capacity, app.today())).await?;
    audit::record(&tx, app, actor, Deed::new(Action::NetworksStart.code(), network.uuid()).for_body("office")).await?;
    let to = super::core_group::core_group_and_office(&tx, app, &started).await?;
    let letters = to.iter().map(|to| letters::started(&organization, &started, to)).collect();
    outbox::post(&tx, app, Some(organization.id), letters).await?;
    let answer = receipt.keep(&tx, app, &page(&tx, app, actor, &Key::Id(network)).await?).await?;
    commit(tx).await?;
    Ok(answer)
}

/// End the pilot of a network well.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Forbidden`], or a rule: `networks/wrong-state`, `networks/core-group-too-small`.
pub async fn activate(app: &App, actor: &Actor, network: NetworkId, receipt: &Receipt<'_, Page>) -> Result<Answer> {
    let before = known(app, actor, network).await?;
    require(actor, Action::NetworksActivate, &place_of(&before))?;
    let minimum = organization_of(app, actor).await?.settings.rules.core_group_min;
    let tx = app.begin_write().await?;
    moved(&tx, actor, network, |network| network.activate(minimum)).await?;
    audit::record(&tx, app, actor, on_behalf(Deed::new(Action::NetworksActivate.code(), network.uuid()), actor, network)).await?;
    let answer = receipt.keep(&tx, app, &page(&tx, app, actor, &Key::Id(network)).await?).await?;
    commit(tx).await?;
    Ok(answer)
}

/// Wake up a dormant network that has a core group again.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Forbidden`], or a rule: `networks/wrong-state`, `networks/core-group-too-small`.
pub async fn revive(app: &App, actor: &Actor, network: NetworkId, receipt: &Receipt<'_, Page>) -> Result<Answer> {
    let before = known(app, actor, network).await?;
    require(actor, Action::NetworksRevive, &place_of(&before))?;
    let minimum = organization_of(app, actor).await?.settings.rules.core_group_min;
    let tx = app.begin_write().await?;
    moved(&tx, actor, network, |network| network.revive(minimum)).await?;
    audit::record(&tx, app, actor, on_behalf(Deed::new(Action::NetworksRevive.code(), network.uuid()), actor, network)).await?;
    let answer = receipt.keep(&tx, app, &page(&tx, app, actor, &Key::Id(network)).await?).await?;
    commit(tx).await?;
    Ok(answer)
}

/// End a network, with a reason in plain language. Its seats and working groups close, what it had ahead is called off, requests to join it are
/// declined, and everyone concerned is told.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Forbidden`], or a rule: `networks/wrong-state`, `networks/invalid-text`.
pub async fn end(app: &App, actor: &Actor, network: NetworkId, reason: &str, receipt: &Receipt<'_, Page>) -> Result<Answer> {
    let before = known(app, actor, network).await?;
    require(actor, Action::NetworksEnd, &place_of(&before))?;
    let organization = organization_of(app, actor).await?;
    let tx = app.begin_write().await?;
    let ended = moved(&tx, actor, network, |network| network.end(reason, app.today())).await?;
    close_in(&tx, app, actor, &organization, &ended).await?;
    let deed = Deed::new(Action::NetworksEnd.code(), network.uuid()).for_body("board");
    audit::record(&tx, app, actor, deed.because(ended.end_reason.as_deref().unwrap_or_default())).await?;
    let answer = receipt.keep(&tx, app, &page(&tx, app, actor, &Key::Id(network)).await?).await?;
    commit(tx).await?;
    Ok(answer)
}

/// The network after `step`, stored; locked first, so that the step is taken from what it is now.
pub(crate) async fn moved(
    tx: &Tx,
    actor: &Actor,
    network: NetworkId,
    step: impl FnOnce(Network) -> std::result::Result<Network, NetworkError>,
) -> Result<Network> {
    let before = held(tx, actor.organization, network).await?;
    let after = step(before)?;
    if networks::replace(tx, &after).await? { Ok(after) } else { Err(Error::Stale) }
}
