//! Organisations: the tenants.

use vliegwiel_domain::access::{Action, Actor, Place};
use vliegwiel_domain::organizations::Organization;
use vliegwiel_persistence::organizations;

use crate::app::{App, require};
use crate::error::{Error, Result};

/// All organisations by slug, after the slug `after`; everyone may know which organisations are here. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn list(app: &App, after: Option<&str>, most: u64) -> Result<Vec<Organization>> {
    Ok(organizations::list(app.db.read(), after, most).await?)
}

/// The organisation of the actor. One statement.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn get(app: &App, actor: &Actor) -> Result<Organization> {
    require(actor, Action::OrganizationsRead, &Place::organization(actor.organization))?;
    organizations::by_id(app.db.read(), actor.organization).await?.ok_or(Error::NotFound)
}
