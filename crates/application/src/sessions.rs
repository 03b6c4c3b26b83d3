//! Signing in, staying signed in, signing out; and who a request comes from.

use vliegwiel_domain::access::Actor;
use vliegwiel_persistence::actors;

use crate::access_tokens;
use crate::app::App;
use crate::error::{Error, Result};

/// The caller of a request, as this organisation knows them. One statement.
///
/// # Errors
/// [`Error::Unauthenticated`] for a token that does not hold or a session that is over; [`Error::NotFound`] for an organisation that does
/// not exist.
pub async fn actor(app: &App, bearer: Option<&str>, organization_slug: &str) -> Result<Actor> {
    let bearer = bearer.map(|token| access_tokens::verify(app, token)).transpose()?;
    let session = bearer.map(|bearer| bearer.session);
    let found = actors::find(app.db.read(), organization_slug, session, app.now(), app.today()).await?;
    let actor = found.ok_or(Error::NotFound)?;
    if bearer.is_some_and(|bearer| actor.account != Some(bearer.account)) {
        return Err(Error::Unauthenticated);
    }
    Ok(actor)
}
