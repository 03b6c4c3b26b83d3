//! The demo organisations. People are invented; what organisations say about themselves follows the source texts.

use chrono_tz::Europe::Amsterdam;
use vliegwiel_application::audit::{self, Deed};
use vliegwiel_application::{App, Error, Result};
use vliegwiel_domain::organizations::{Organization, OrganizationKind, Rules, Settings, Theme};
use vliegwiel_domain::text::Language;
use vliegwiel_persistence::organizations;

/// Load the demo organisations that are not there yet. Only for a demo database: see [`crate::opening::Ground::become_demo`].
///
/// # Errors
/// [`Error`] when the database refuses; then nothing of the organisation in question is kept.
pub async fn load(app: &App) -> Result<()> {
    load_organization(app, "drenthe", OrganizationKind::Civic, drenthe()).await
}

async fn load_organization(app: &App, slug: &str, kind: OrganizationKind, settings: Settings) -> Result<()> {
    if organizations::by_slug(app.db.read(), slug).await?.is_some() {
        return Ok(());
    }
    let organization = Organization::found(app.new_id(), slug, kind, settings, app.now()).map_err(Error::internal)?;
    let tx = app.begin_write().await?;
    organizations::insert(&tx, &organization).await?;
    audit::record_for(&tx, app, organization.id, Deed::new("demo.load", organization.id.uuid())).await?;
    tx.commit().await.map_err(Error::internal)
}

/// Source: Politiek Netwerk Drenthe 2018-2022, sections 1 and 2.
fn drenthe() -> Settings {
    Settings {
        name: "Politiek Netwerk Drenthe".to_owned(),
        description:
            "Netwerk voor actief burgerschap, meer diversiteit en inclusiviteit in de politiek. Het brengt politiek en inwoners bijeen en \
                      organiseert het gesprek: alle inzichten en wijsheden komen op tafel."
                .to_owned(),
        time_zone: Amsterdam,
        language: Language::Nl,
        theme: Theme::plain(),
        rules: Rules::default(),
    }
}
