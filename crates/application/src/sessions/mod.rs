//! Signing in, staying signed in, signing out; and who a request comes from.

mod guesses;
mod letters;
mod refresh;

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;
use vliegwiel_domain::access::Actor;
use vliegwiel_domain::accounts::AccountState;
use vliegwiel_domain::ids::{AccountId, SessionId};
use vliegwiel_domain::sessions::{Session, SessionClient, SessionEnd, SessionError};
use vliegwiel_domain::text::{EmailAddress, line};
use vliegwiel_persistence::accounts::{self, Credentials};
use vliegwiel_persistence::{Tx, actors, sessions, sign_ins};

use crate::access_tokens::{self, Bearer, LIFETIME_SECONDS};
use crate::app::{App, commit};
use crate::audit::{self, Deed};
use crate::error::{Error, Result};
use crate::passwords::{self, Verdict};

pub use refresh::refresh;

/// Longest name of a device, in characters. Our choice.
const DEVICE_MAX: usize = 60;

/// Someone who is signed in, apart from any organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignedIn {
    /// The login.
    pub account: AccountId,
    /// The device.
    pub session: SessionId,
}

/// What someone signs in with.
#[derive(Debug, Clone)]
pub struct SignIn {
    /// The address.
    pub email: EmailAddress,
    /// The password, as typed.
    pub password: String,
    /// The device.
    pub device: Device,
}

/// The device that someone signs in with.
#[derive(Debug, Clone)]
pub struct Device {
    /// What sort of client it is.
    pub client: SessionClient,
    /// What its owner recognises it by, such as `Firefox, Linux`.
    pub name: String,
    /// What it was given when someone signed in with it before.
    pub token: Option<String>,
}

/// What a device holds while someone is signed in.
#[derive(Clone)]
pub struct Opened {
    /// The session.
    pub session: Session,
    /// To send with every request.
    pub access_token: String,
    /// When the access token stops working.
    pub access_until: DateTime<Utc>,
    /// To ask for the next access token.
    pub refresh_token: String,
    /// To be recognised by when signing in again.
    pub device_token: Option<String>,
}

impl From<SessionError> for Error {
    fn from(error: SessionError) -> Self {
        Self::Rejected { code: error.code(), detail: error.to_string() }
    }
}

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

/// The caller of a request about an account. One statement.
///
/// # Errors
/// [`Error::Unauthenticated`] without a token that holds, for a session that is over, or an account that is closed.
pub async fn account(app: &App, bearer: Option<&str>) -> Result<SignedIn> {
    let bearer = access_tokens::verify(app, bearer.ok_or(Error::Unauthenticated)?)?;
    let holder = sessions::holder(app.db.read(), bearer.session, app.now()).await?;
    if holder != Some(bearer.account) {
        return Err(Error::Unauthenticated);
    }
    Ok(SignedIn { account: bearer.account, session: bearer.session })
}

/// Sign in with an address and a password.
///
/// Each attempt is counted before it is looked at, so that many at once are not looked at all. Too many attempts, a wrong password, an
/// address without an account and a closed account answer the same, after the same work (security.md S16, S17).
///
/// # Errors
/// [`Error::Rejected`] `sessions/not-signed-in`; [`Error::Busy`] when too many sign in at once.
pub async fn open(app: &App, sign_in: SignIn) -> Result<Opened> {
    // before it is counted: who is sent away did not guess
    let place = passwords::place(app)?;
    let found = accounts::by_email(app.db.read(), &sign_in.email).await?;
    let claimed = found.as_ref().map(|found| found.account.id);
    let counter = guesses::counter(app, &sign_in, found.as_ref()).await?;
    let may_try = guesses::count(app, &counter).await?;
    let candidate = found.filter(|found| may_try && may_sign_in(app, found));
    let kept = candidate.as_ref().and_then(|found| found.password_hash.as_deref());
    let verdict = passwords::verify(app, place, &sign_in.password, kept).await?;
    let Some(Credentials { account, password_hash: Some(before) }) = candidate.filter(|_| verdict != Verdict::Wrong) else {
        return refuse(app, claimed).await;
    };
    let tx = app.begin_write().await?;
    check_unchanged(&tx, account.id, &before).await?;
    sign_ins::forget(&tx, &counter).await?;
    if let Verdict::Outdated(after) = &verdict {
        accounts::rehash(&tx, account.id, &before, after).await?;
    }
    let opened = begin(&tx, app, account.id, sign_in.device).await?;
    commit(tx).await?;
    Ok(opened)
}

/// Keep on record that someone did not get in (security.md S50). The record names the account, if the address has one, and the work is the same
/// if it has none (S17).
async fn refuse(app: &App, claimed: Option<AccountId>) -> Result<Opened> {
    let tx = app.begin_write().await?;
    let object = claimed.map_or(Uuid::nil(), AccountId::uuid);
    audit::record_refusal(&tx, app, Deed::new("sessions.refuse", object)).await?;
    commit(tx).await?;
    Err(SessionError::NotSignedIn.into())
}

/// A password that was changed while it was compared, or an account that was closed, signs nobody in. It stays so until the transaction ends.
async fn check_unchanged(tx: &Tx, account: AccountId, compared: &str) -> Result<()> {
    let locked = accounts::lock(tx, account).await?;
    let is_same = locked.is_some_and(|now| now.account.state == AccountState::Active && now.password_hash.as_deref() == Some(compared));
    if is_same { Ok(()) } else { Err(SessionError::NotSignedIn.into()) }
}

/// Sign in without a password: for a demo and for tests, never behind a route.
///
/// # Errors
/// When the database refuses.
pub async fn open_for(app: &App, account: AccountId, device: Device) -> Result<Opened> {
    let tx = app.begin_write().await?;
    let opened = begin(&tx, app, account, device).await?;
    commit(tx).await?;
    Ok(opened)
}

async fn begin(tx: &Tx, app: &App, account: AccountId, device: Device) -> Result<Opened> {
    let now = app.now();
    let name = line(&device.name, DEVICE_MAX).unwrap_or_default();
    let session = Session::begin(app.new_id(), account, device.client, name, now);
    sessions::insert(tx, &session).await?;
    let device_token = match device.client {
        SessionClient::Web => Some(guesses::remember(tx, app, account, device.token).await?),
        SessionClient::Mobile => None,
    };
    audit::record_account(tx, app, account, Deed::new("sessions.open", session.id.uuid())).await?;
    Ok(Opened { device_token, ..opened(app, session)? })
}

fn opened(app: &App, session: Session) -> Result<Opened> {
    Ok(Opened {
        access_token: access_tokens::issue(app, Bearer { account: session.account_id, session: session.id })?,
        access_until: app.now() + TimeDelta::seconds(LIFETIME_SECONDS),
        refresh_token: app.secrets.refresh_token(session.id, session.generation),
        device_token: None,
        session,
    })
}

/// A confirmed account that is open; one of the demo in a demo only.
fn may_sign_in(app: &App, found: &Credentials) -> bool {
    found.account.state == AccountState::Active && (!found.account.is_demo || app.settings.is_demo)
}

/// The devices on which an account is signed in, the newest first. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn list(app: &App, signed_in: SignedIn) -> Result<Vec<Session>> {
    Ok(sessions::alive(app.db.read(), signed_in.account, app.now()).await?)
}

/// Sign out on another device, or on this one.
///
/// # Errors
/// [`Error::NotFound`] for a session that is over or another account's.
pub async fn end(app: &App, signed_in: SignedIn, session: SessionId) -> Result<()> {
    let why = if session == signed_in.session { SessionEnd::SignedOut } else { SessionEnd::Ended };
    end_one(app, signed_in.account, session, why).await
}

/// Who holds the session of this refresh token, to sign out with when the access token has run out. One statement.
///
/// # Errors
/// [`Error::Unauthenticated`] for anything but a token of a living session.
pub async fn holder_of(app: &App, refresh_token: &str) -> Result<SignedIn> {
    let (session, _) = app.secrets.read_refresh_token(refresh_token).ok_or(Error::Unauthenticated)?;
    let account = sessions::holder(app.db.read(), session, app.now()).await?.ok_or(Error::Unauthenticated)?;
    Ok(SignedIn { account, session })
}

async fn end_one(app: &App, account: AccountId, session: SessionId, why: SessionEnd) -> Result<()> {
    let tx = app.begin_write().await?;
    let found = sessions::lock(&tx, session).await?.filter(|found| found.account_id == account && found.is_alive(app.now()));
    let ended = found.ok_or(Error::NotFound)?.end(why, app.now());
    sessions::replace(&tx, &ended).await?;
    audit::record_account(&tx, app, account, Deed::new("sessions.end", session.uuid()).because(why.as_str())).await?;
    commit(tx).await
}
