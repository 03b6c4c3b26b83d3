//! The first administrator of an organisation: a link that works once, and no password that anyone else knows (security.md S22).

use chrono_tz::Tz;
use vliegwiel_domain::accounts::TokenPurpose;
use vliegwiel_domain::organizations::{Organization, OrganizationKind, Rules, Settings, Theme};
use vliegwiel_domain::text::{EmailAddress, Language};
use vliegwiel_persistence::{Tx, organizations};

use crate::accounts::{INVITATION_PAGE, NewLink, find_or_begin, issue};
use crate::app::{App, commit};
use crate::audit::{self, Deed};
use crate::error::{Error, Result};

/// An organisation that comes with its first administrator.
#[derive(Debug, Clone)]
pub struct NewOrganization {
    /// Its name.
    pub name: String,
    /// What sort of organisation it is.
    pub kind: OrganizationKind,
}

/// A link with which the owner of an address becomes administrator of the organisation. `founding` makes the organisation when there is none.
///
/// The link works once, for seven days. Only the operator of the installation can ask for it, on the command line.
///
/// # Errors
/// [`Error::NotFound`] for an organisation that does not exist and is not to be made; what the slug or the name refuses.
pub async fn invite(app: &App, slug: &str, email: &EmailAddress, founding: Option<NewOrganization>) -> Result<String> {
    let tx = app.begin_write().await?;
    let organization = match (organizations::by_slug(&tx, slug).await?, founding) {
        (Some(known), _) => known,
        (None, Some(new)) => found(&tx, app, slug, new).await?,
        (None, None) => return Err(Error::NotFound),
    };
    let account = find_or_begin(&tx, app, email, organization.settings.language).await?.account;
    let link = NewLink {
        account: account.id,
        purpose: TokenPurpose::Administrator,
        organization: Some(organization.id),
        affiliation: None,
        details: None,
    };
    let token = issue(&tx, app, link).await?;
    audit::record_for(&tx, app, organization.id, Deed::new("administrators.invite", account.id.uuid())).await?;
    commit(tx).await?;
    Ok(format!("{}/{slug}/{INVITATION_PAGE}#{}", app.settings.public_url, app.secrets.mailed_token(token)))
}

async fn found(tx: &Tx, app: &App, slug: &str, new: NewOrganization) -> Result<Organization> {
    let settings = Settings {
        name: new.name,
        description: String::new(),
        time_zone: Tz::Europe__Amsterdam,
        language: Language::Nl,
        theme: Theme::plain(),
        rules: Rules::default(),
    };
    let organization = Organization::found(app.new_id(), slug, new.kind, settings, app.now())?;
    organizations::insert(tx, &organization).await?;
    audit::record_for(tx, app, organization.id, Deed::new("organizations.found", organization.id.uuid())).await?;
    Ok(organization)
}
