//! Networks.

use vliegwiel_domain::access::{Action, Actor, Visible};
use vliegwiel_domain::ids::NetworkId;
use vliegwiel_domain::networks::Network;
use vliegwiel_persistence::networks;
pub use vliegwiel_persistence::networks::{Filter, place_of};

use crate::app::{App, require};
use crate::error::{Error, Result};

/// Networks by name, as far as the actor may know of them. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn list(app: &App, actor: &Actor, filter: &Filter) -> Result<Vec<Network>> {
    Ok(networks::list(app.db.read(), &Visible::to(actor, app.now()), filter).await?)
}

/// One network. One statement.
///
/// # Errors
/// [`Error::NotFound`] where the actor may not know of it.
pub async fn get(app: &App, actor: &Actor, network: NetworkId) -> Result<Network> {
    let network = networks::one(app.db.read(), actor.organization, network).await?.ok_or(Error::NotFound)?;
    require(actor, Action::NetworksRead, &place_of(&network))?;
    Ok(network)
}
