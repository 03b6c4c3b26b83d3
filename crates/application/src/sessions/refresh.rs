//! Staying signed in: each refresh token is good for one next (security.md S25).

use vliegwiel_domain::accounts::AccountState;
use vliegwiel_domain::sessions::{Rotation, Session, SessionEnd, SessionError};
use vliegwiel_persistence::{Tx, accounts, sessions};

use super::{Opened, letters, opened};
use crate::app::{App, commit};
use crate::audit::{self, Deed};
use crate::error::Result;
use crate::outbox;

/// Give the next access token and refresh token for a refresh token.
///
/// The token before the current one gives the current one again for five seconds, for a lost answer or two requests at once. After that, or
/// for an older one, the session ends and its owner is told: someone has a copy.
///
/// # Errors
/// [`crate::Error::Rejected`] `sessions/over`: sign in again.
pub async fn refresh(app: &App, refresh_token: &str) -> Result<Opened> {
    let (session, presented) = app.secrets.read_refresh_token(refresh_token).ok_or(SessionError::Over)?;
    let tx = app.begin_write().await?;
    let found = sessions::lock(&tx, session).await?.ok_or(SessionError::Over)?;
    let account = accounts::one(&tx, found.account_id).await?.ok_or(SessionError::Over)?.account;
    if account.state != AccountState::Active {
        return Err(SessionError::Over.into());
    }
    match found.rotate(presented, app.now())? {
        Rotation::Next(session) | Rotation::Same(session) => {
            sessions::replace(&tx, &session).await?;
            commit(tx).await?;
            opened(app, session)
        }
        Rotation::Revoke(session) => {
            revoke(&tx, app, &session).await?;
            outbox::post(&tx, app, None, vec![letters::reused(&account)]).await?;
            commit(tx).await?;
            Err(SessionError::Over.into())
        }
    }
}

async fn revoke(tx: &Tx, app: &App, session: &Session) -> Result<()> {
    sessions::replace(tx, session).await?;
    let deed = Deed::new("sessions.end", session.id.uuid()).because(SessionEnd::Reused.as_str());
    audit::record_account(tx, app, session.account_id, deed).await
}
