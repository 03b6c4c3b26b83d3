//! Organisations: the tenants.

use vliegwiel_domain::access::{Action, Actor, Place};
use vliegwiel_domain::organizations::{Organization, OrganizationError, Settings};
use vliegwiel_persistence::organizations;

use crate::app::{App, commit, require};
use crate::audit::{self, Deed};
use crate::error::{Error, Result};
use crate::networks::core_group;

/// What is wrong with a setting is bad input.
impl From<OrganizationError> for Error {
    fn from(error: OrganizationError) -> Self {
        let detail = error.to_string();
        match error {
            OrganizationError::InvalidSlug => Self::flaw("/slug", "invalid-slug", &detail),
            OrganizationError::ReservedSlug => Self::flaw("/slug", "reserved-slug", &detail),
            OrganizationError::InvalidColour => Self::flaw("/theme", "invalid-colour", &detail),
            OrganizationError::InvalidRadius => Self::flaw("/theme/radius", "out-of-range", &detail),
            OrganizationError::InvalidLogo => Self::flaw("/theme/logoUrl", "invalid-logo", &detail),
            OrganizationError::OutOfRange { .. } => Self::flaw("/rules", "out-of-range", &detail),
            OrganizationError::Field(refused) => refused.into(),
        }
    }
}

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

/// Change what the organisation decides about itself. Another minimum for core groups holds for all its networks at once.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::Stale`], or what the settings refuse.
pub async fn configure(
    app: &App,
    actor: &Actor,
    version: u32,
    with: impl FnOnce(Settings) -> Result<Settings> + Send,
) -> Result<Organization> {
    let place = Place::organization(actor.organization);
    require(actor, Action::OrganizationsConfigure, &place)?;
    let before = organizations::by_id(app.db.read(), actor.organization).await?.ok_or(Error::NotFound)?;
    if before.version != version {
        return Err(Error::Stale);
    }
    let settings = with(before.settings.clone())?;
    let configured = before.clone().configure(settings)?;
    let tx = app.begin_write().await?;
    if !organizations::replace(&tx, &configured).await? {
        return Err(Error::Stale);
    }
    if configured.settings.rules.core_group_min != before.settings.rules.core_group_min {
        core_group::settle_all(&tx, app, &configured).await?;
    }
    audit::record(&tx, app, actor, Deed::new(Action::OrganizationsConfigure.code(), configured.id.uuid())).await?;
    commit(tx).await?;
    Ok(configured)
}
