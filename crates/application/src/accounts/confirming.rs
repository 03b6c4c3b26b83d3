//! Following the link in a mail: the address is its owner's, and what was waiting happens.

use vliegwiel_domain::access::{Actor, Grant, Role};
use vliegwiel_domain::accounts::{Account, AccountError, AccountState, TokenPurpose};
use vliegwiel_domain::organizations::Organization;
use vliegwiel_domain::persons::Person;
use vliegwiel_domain::text::{EmailAddress, Language};
use vliegwiel_persistence::account_tokens::Token;
use vliegwiel_persistence::accounts::{self, Credentials};
use vliegwiel_persistence::grants::{self, NewGrant};
use vliegwiel_persistence::{Tx, organizations};

use super::links;
use super::registering::{Pending, forbidden_words};
use crate::app::{App, commit};
use crate::audit::{self, Deed};
use crate::error::{Error, Result};
use crate::receipts::{Answer, Receipt};
use crate::{affiliations, passwords, persons};

/// Someone follows a link.
#[derive(Debug, Clone)]
pub struct Confirmation {
    /// The token of the link.
    pub token: String,
    /// The password to sign in with: needed where the account has none yet, not looked at otherwise.
    pub password: Option<String>,
    /// The own name, where the office wrote it differently.
    pub name: Option<String>,
}

/// What became of it.
#[derive(Debug, Clone)]
pub struct Confirmed {
    /// The organisation that the link was about.
    pub organization: Organization,
    /// The address to sign in with.
    pub email: EmailAddress,
}

/// Confirm an address, accept an invitation, or become the first administrator of an organisation.
///
/// # Errors
/// [`Error::Rule`] `accounts/link-used` or `accounts/link-expired`; [`Error::Invalid`] at `/password` where one is needed.
pub async fn confirm(app: &App, confirmation: Confirmation, receipt: &Receipt<'_, Confirmed>) -> Result<Answer> {
    let token = links::read(app, &confirmation.token).await?;
    let organization_id = token.organization_id.ok_or(AccountError::LinkExpired)?;
    let organization = organizations::by_id(app.db.read(), organization_id).await?.ok_or(AccountError::LinkExpired)?;
    let found = accounts::one(app.db.read(), token.account_id).await?.ok_or(AccountError::LinkExpired)?;
    let pending = pending(&token)?;
    let hash = new_hash(app, &organization, &found, confirmation.password.as_deref()).await?;

    let tx = app.begin_write().await?;
    links::use_up(&tx, app, &token).await?;
    let locked = accounts::lock(&tx, token.account_id).await?.ok_or(AccountError::LinkExpired)?;
    // a password that was chosen meanwhile stays
    let hash = hash.filter(|_| locked.password_hash.is_none());
    let account = open(&tx, app, locked.account, hash.as_deref()).await?;
    let email = account.email.clone();
    let name = confirmation.name.or_else(|| pending.as_ref().map(|pending| pending.name.clone()));
    let person = fulfil(&tx, app, &organization, Follower { account: &account, name, pending, token: &token }).await?;
    let actor = Actor { person: Some(person.id), ..Actor::stranger(organization.id, Some(account.id)) };
    let deed = Deed::new("accounts.confirm", account.id.uuid()).because(token.purpose.as_str());
    audit::record(&tx, app, &actor, deed).await?;
    let answer = receipt.keep(&tx, app, &Confirmed { organization, email }).await?;
    commit(tx).await?;
    Ok(answer)
}

/// Who follows a link, and what was kept for them.
struct Follower<'a> {
    account: &'a Account,
    name: Option<String>,
    pending: Option<Pending>,
    token: &'a Token,
}

fn pending(token: &Token) -> Result<Option<Pending>> {
    let details = token.details.clone().filter(|_| token.purpose == TokenPurpose::Confirm);
    details.map(serde_json::from_value).transpose().map_err(Error::internal)
}

/// The hash that the account gets: none when it has one.
async fn new_hash(app: &App, organization: &Organization, found: &Credentials, password: Option<&str>) -> Result<Option<String>> {
    if found.password_hash.is_some() {
        return Ok(None);
    }
    let password = password.ok_or_else(|| Error::flaw("/password", "missing", "choose a password"))?;
    let words = forbidden_words(organization, &found.account.email);
    passwords::choose(app, password, &words.iter().map(String::as_str).collect::<Vec<_>>()).await.map(Some)
}

async fn open(tx: &Tx, app: &App, account: Account, hash: Option<&str>) -> Result<Account> {
    let account = match account.state {
        AccountState::Active if hash.is_none() => return Ok(account),
        AccountState::Active => Account { version: account.version.saturating_add(1), ..account },
        AccountState::Suspended => return Err(AccountError::LinkExpired.into()),
        AccountState::Unconfirmed => account.confirm(app.now())?,
    };
    let account = Account { password_changed_at: hash.map(|_| app.now()).or(account.password_changed_at), ..account };
    if accounts::replace(tx, &account, hash).await? { Ok(account) } else { Err(AccountError::LinkUsed.into()) }
}

async fn fulfil(tx: &Tx, app: &App, organization: &Organization, follower: Follower<'_>) -> Result<Person> {
    let Follower { account, name, pending, token } = follower;
    match (token.purpose, token.affiliation_id, pending) {
        (TokenPurpose::Confirm, _, Some(pending)) => {
            let language = pending.language.parse::<Language>().unwrap_or_default();
            let person = persons::of_account(tx, app, organization.id, account, (&pending.name, language)).await?;
            affiliations::begin_as(tx, app, &person, pending.claim).await?;
            Ok(person)
        }
        (TokenPurpose::Invitation, Some(affiliation), _) => {
            affiliations::accept(tx, app, (organization.id, affiliation), account, name).await
        }
        (TokenPurpose::Administrator, _, _) => {
            let name = name.unwrap_or_else(|| account.email.as_str().split('@').next().unwrap_or_default().to_owned());
            let person = persons::of_account(tx, app, organization.id, account, (&name, account.language)).await?;
            affiliations::begin_as_external(tx, app, &person).await?;
            grant_administration(tx, app, &person).await?;
            Ok(person)
        }
        (TokenPurpose::Confirm | TokenPurpose::Invitation | TokenPurpose::ResetPassword, _, _) => Err(AccountError::LinkExpired.into()),
    }
}

async fn grant_administration(tx: &Tx, app: &App, person: &Person) -> Result<()> {
    let grant = NewGrant {
        id: app.new_id::<()>().uuid(),
        organization_id: person.organization_id,
        person_id: person.id,
        grant: Grant { role: Role::Administrator, network: None, area: None },
        unit_id: None,
        appointment_id: None,
        from_on: app.today(),
        until_on: None,
    };
    Ok(grants::insert(tx, &grant, app.now()).await?)
}
