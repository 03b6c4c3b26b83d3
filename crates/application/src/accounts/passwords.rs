//! Choosing a new password through a mailed link.

use uuid::Uuid;
use vliegwiel_domain::accounts::{Account, AccountError, AccountState, TokenPurpose};
use vliegwiel_domain::ids::AccountId;
use vliegwiel_domain::organizations::Organization;
use vliegwiel_domain::sessions::SessionEnd;
use vliegwiel_domain::text::EmailAddress;
use vliegwiel_persistence::{Tx, account_tokens, accounts, organizations, sessions, sign_ins, waiting};

use super::registering::forbidden_words;
use super::{NewLink, issue, letters, links};
use crate::app::{App, commit};
use crate::audit::{self, Deed};
use crate::error::{Error, Result};
use crate::mail::Letter;
use crate::receipts::{Answer, Receipt};
use crate::{outbox, passwords};

/// Ask for a link to choose a new password. `organization` is where the link leads; any organisation of the account without it.
///
/// The answer is the same whether the address has an account or not (security.md S17).
///
/// # Errors
/// When the database refuses.
pub async fn request_password_reset(
    app: &App,
    email: &EmailAddress,
    organization: Option<&str>,
    receipt: &Receipt<'_, ()>,
) -> Result<Answer> {
    let tx = app.begin_write().await?;
    let may_write = outbox::may_write_unasked(&tx, app, email).await?;
    let found = accounts::by_email(&tx, email).await?.map(|found| found.account);
    let whose = found.as_ref().map_or(AccountId::new(Uuid::nil()), |account| account.id);
    if let Some(letter) = letter(&tx, app, found.as_ref(), organization).await?.filter(|_| may_write) {
        outbox::post(&tx, app, None, vec![letter]).await?;
    }
    audit::record_account(&tx, app, whose, Deed::new("accounts.request-password-reset", whose.uuid())).await?;
    let answer = receipt.keep(&tx, app, &()).await?;
    commit(tx).await?;
    Ok(answer)
}

async fn letter(tx: &Tx, app: &App, found: Option<&Account>, slug: Option<&str>) -> Result<Option<Letter>> {
    let Some(account) = found.filter(|account| account.state != AccountState::Suspended) else { return Ok(None) };
    let Some(organization) = landing(tx, account, slug).await? else { return Ok(None) };
    let link = NewLink {
        account: account.id,
        purpose: TokenPurpose::ResetPassword,
        organization: Some(organization.id),
        affiliation: None,
        details: None,
    };
    let token = issue(tx, app, link).await?;
    Ok(Some(letters::choose_password(account, &organization, token)))
}

/// The organisation on whose pages the password is chosen.
async fn landing(tx: &Tx, account: &Account, slug: Option<&str>) -> Result<Option<Organization>> {
    let named = match slug {
        Some(slug) => organizations::by_slug(tx, slug).await?,
        None => None,
    };
    if named.is_some() {
        return Ok(named);
    }
    match waiting::first_organization(tx, account.id).await? {
        Some(own) => Ok(organizations::by_id(tx, own).await?),
        None => Ok(organizations::list(tx, None, 1).await?.pop()),
    }
}

/// Choose a new password with the token of the link. It signs out every device, forgets which devices were known, and is told by mail (S20).
///
/// # Errors
/// [`Error::Rule`] `accounts/link-used` or `accounts/link-expired`; [`Error::Invalid`] at `/password` for one that is easy to guess.
pub async fn choose_password(app: &App, token: &str, password: &str, receipt: &Receipt<'_, ()>) -> Result<Answer> {
    let token = links::read(app, token).await?;
    let (Some(organization), TokenPurpose::ResetPassword) = (token.organization_id, token.purpose) else {
        return Err(AccountError::LinkExpired.into());
    };
    let organization = organizations::by_id(app.db.read(), organization).await?.ok_or(AccountError::LinkExpired)?;
    let account = accounts::one(app.db.read(), token.account_id).await?.ok_or(AccountError::LinkExpired)?.account;
    let words = forbidden_words(&organization, &account.email);
    let hash = passwords::choose(app, password, &words.iter().map(String::as_str).collect::<Vec<_>>()).await?;

    let tx = app.begin_write().await?;
    links::use_up(&tx, app, &token).await?;
    let locked = accounts::lock(&tx, account.id).await?.ok_or(AccountError::LinkExpired)?.account;
    let account = with_new_password(&tx, app, locked, &hash).await?;
    outbox::post(&tx, app, None, vec![letters::password_changed(&account)]).await?;
    audit::record_account(&tx, app, account.id, Deed::new("accounts.choose-password", account.id.uuid())).await?;
    let answer = receipt.keep(&tx, app, &()).await?;
    commit(tx).await?;
    Ok(answer)
}

async fn with_new_password(tx: &Tx, app: &App, account: Account, hash: &str) -> Result<Account> {
    let now = app.now();
    let account = match account.state {
        AccountState::Unconfirmed => account.confirm(now)?,
        AccountState::Active => Account { version: account.version.saturating_add(1), ..account },
        AccountState::Suspended => return Err(AccountError::LinkExpired.into()),
    };
    let account = Account { password_changed_at: Some(now), ..account };
    if !accounts::replace(tx, &account, Some(hash)).await? {
        return Err(Error::Stale);
    }
    sessions::end_all(tx, account.id, SessionEnd::PasswordChanged, now).await?;
    sign_ins::forget_devices(tx, account.id).await?;
    sign_ins::forget(tx, &app.secrets.address_hash(account.email.as_str())).await?;
    account_tokens::discard(tx, account.id, TokenPurpose::ResetPassword).await?;
    Ok(account)
}
