//! Accounts: registering, confirming, choosing a password, and what is waiting for me.

mod confirming;
mod letters;
mod links;
mod passwords;
mod registering;

use vliegwiel_domain::accounts::{Account, AccountError};
use vliegwiel_domain::text::Language;
use vliegwiel_persistence::accounts;
use vliegwiel_persistence::waiting;
pub use vliegwiel_persistence::waiting::{Participation, Waiting, WaitingKind};

use crate::app::{App, commit};
use crate::audit::{self, Deed};
use crate::error::{Error, Result};
use crate::sessions::SignedIn;

pub use confirming::{Confirmation, Confirmed, confirm};
pub(crate) use links::{NewLink, issue};
pub use passwords::{choose_password, request_password_reset};
pub(crate) use registering::find_or_begin;
pub use registering::{Claim, SelfRegistration, self_register};

/// The page that confirms an address.
pub(crate) const CONFIRM_PAGE: &str = "bevestigen";
/// The page that accepts an invitation.
pub(crate) const INVITATION_PAGE: &str = "uitnodiging";
/// The page that takes a new password.
pub(crate) const PASSWORD_PAGE: &str = "wachtwoord-kiezen";

/// An account with everything it takes part in and everything that waits for its owner.
#[derive(Debug, Clone)]
pub struct Overview {
    /// The account.
    pub account: Account,
    /// What its owner is to each organisation.
    pub organizations: Vec<Participation>,
    /// What waits for its owner.
    pub waiting: Vec<Waiting>,
}

/// What is wrong with a password is bad input; everything else is a rule.
impl From<AccountError> for Error {
    fn from(error: AccountError) -> Self {
        let detail = error.to_string();
        match error {
            AccountError::PasswordTooShort => Self::flaw("/password", "password-too-short", &detail),
            AccountError::PasswordTooLong => Self::flaw("/password", "password-too-long", &detail),
            AccountError::PasswordForbidden => Self::flaw("/password", "password-forbidden", &detail),
            AccountError::PasswordWeak => Self::flaw("/password", "password-weak", &detail),
            AccountError::WrongState { .. } | AccountError::LinkUsed | AccountError::LinkExpired => Self::rule(error.code(), &error),
        }
    }
}

/// The own account. Four statements.
///
/// # Errors
/// [`Error::Unauthenticated`] when the account is gone.
pub async fn get(app: &App, signed_in: SignedIn) -> Result<Overview> {
    let account = accounts::one(app.db.read(), signed_in.account).await?.ok_or(Error::Unauthenticated)?.account;
    let organizations = waiting::participations(app.db.read(), signed_in.account, app.today()).await?;
    let waiting = waiting::list(app.db.read(), signed_in.account, app.today(), app.now()).await?;
    Ok(Overview { account, organizations, waiting })
}

/// Choose another language for mails.
///
/// # Errors
/// [`Error::Stale`] when the account changed since `version`.
pub async fn change(app: &App, signed_in: SignedIn, version: u32, language: Option<Language>) -> Result<Overview> {
    let tx = app.begin_write().await?;
    let account = accounts::one(&tx, signed_in.account).await?.ok_or(Error::Unauthenticated)?.account;
    if account.version != version {
        return Err(Error::Stale);
    }
    let language = language.unwrap_or(account.language);
    let changed = Account { language, version: account.version.saturating_add(1), ..account };
    if !accounts::replace(&tx, &changed, None).await? {
        return Err(Error::Stale);
    }
    audit::record_account(&tx, app, changed.id, Deed::new("accounts.change", changed.id.uuid())).await?;
    commit(tx).await?;
    get(app, signed_in).await
}
