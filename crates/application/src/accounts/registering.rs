//! Self-registration: the same answer to everyone, and a mail that says the rest (security.md S17).

use serde::{Deserialize, Serialize};
use vliegwiel_domain::access::Actor;
use vliegwiel_domain::accounts::{Account, AccountState, TokenPurpose};
use vliegwiel_domain::organizations::Organization;
use vliegwiel_domain::persons::NAME_MAX;
use vliegwiel_domain::text::{EmailAddress, Language, line_of};
use vliegwiel_persistence::accounts::{self, Credentials};
use vliegwiel_persistence::{Tx, organizations, persons};

use super::{NewLink, issue, letters};
use crate::app::{App, commit};
use crate::audit::{self, Deed};
use crate::error::{Error, Result};
use crate::mail::Letter;
use crate::outbox;
use crate::receipts::{Answer, Receipt};

/// What someone says to be when registering.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Claim {
    /// A member of the organisation: the office checks it.
    Member,
    /// Someone who wants to stay in touch.
    Supporter,
}

/// Someone registers.
#[derive(Debug, Clone)]
pub struct SelfRegistration {
    /// Name, as the person writes it.
    pub name: String,
    /// Address to confirm, and to sign in with.
    pub email: EmailAddress,
    /// Language of the mails.
    pub language: Language,
    /// What the person says to be.
    pub claim: Claim,
}

/// What a registration keeps until its address is confirmed.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Pending {
    pub name: String,
    pub language: String,
    pub claim: Claim,
}

/// Register with an organisation: mails a link to confirm the address. The password is chosen there, by who reads the mail: so nobody can
/// choose one for an address that is not theirs.
///
/// Who has an account gets a link that ties it to the organisation; who is registered here already is told so, by mail. The answer and the
/// work are the same for all.
///
/// # Errors
/// [`Error::Invalid`] for a name that will not do.
pub async fn self_register(app: &App, actor: &Actor, new: SelfRegistration, receipt: &Receipt<'_, ()>) -> Result<Answer> {
    let organization = organizations::by_id(app.db.read(), actor.organization).await?.ok_or(Error::NotFound)?;
    let name = line_of("name", &new.name, NAME_MAX)?;
    let pending = Pending { name, language: new.language.as_str().to_owned(), claim: new.claim };

    let tx = app.begin_write().await?;
    let may_write = outbox::may_write_unasked(&tx, app, &new.email).await?;
    let found = find_or_begin(&tx, app, &new.email, new.language).await?;
    if let Some(letter) = letter(&tx, app, &organization, &found, &pending).await?.filter(|_| may_write) {
        outbox::post(&tx, app, Some(organization.id), vec![letter]).await?;
    }
    audit::record_for(&tx, app, organization.id, Deed::new("accounts.self-register", found.account.id.uuid())).await?;
    let answer = receipt.keep(&tx, app, &()).await?;
    commit(tx).await?;
    Ok(answer)
}

/// The account with this address, or a new one that nobody can sign in to yet.
pub(crate) async fn find_or_begin(tx: &Tx, app: &App, email: &EmailAddress, language: Language) -> Result<Credentials> {
    if let Some(found) = accounts::by_email(tx, email).await? {
        return Ok(found);
    }
    let account = Account::register(app.new_id(), email.clone(), language, app.now());
    accounts::insert(tx, &account, None).await?;
    Ok(Credentials { account, password_hash: None })
}

async fn letter(tx: &Tx, app: &App, organization: &Organization, found: &Credentials, pending: &Pending) -> Result<Option<Letter>> {
    let account = &found.account;
    if account.state == AccountState::Suspended {
        return Ok(None);
    }
    if persons::by_account(tx, organization.id, account.id).await?.is_some() {
        return Ok(Some(letters::registered_before(account, organization)));
    }
    let link = NewLink {
        account: account.id,
        purpose: TokenPurpose::Confirm,
        organization: Some(organization.id),
        affiliation: None,
        details: Some(serde_json::to_value(pending).map_err(Error::internal)?),
    };
    let token = issue(tx, app, link).await?;
    Ok(Some(match found.password_hash {
        None => letters::confirm(account, organization, token),
        Some(_) => letters::join_with_account(account, organization, token),
    }))
}

/// Words that say little in a password: the product, the organisation and the own address.
pub(super) fn forbidden_words(organization: &Organization, email: &EmailAddress) -> Vec<String> {
    let parts = |text: &str| text.split(|letter: char| !letter.is_alphanumeric()).map(str::to_owned).collect::<Vec<_>>();
    let mut words = vec!["vliegwiel".to_owned(), organization.slug.clone()];
    words.extend(parts(&organization.settings.name));
    words.extend(parts(email.as_str()));
    words
}
