//! Links that we mail: one use, a short life, and only a hash of them in the database (security.md S20).

use serde_json::Value;
use uuid::Uuid;
use vliegwiel_domain::accounts::{AccountError, TokenPurpose, follow};
use vliegwiel_domain::ids::{AccountId, AffiliationId, OrganizationId};
use vliegwiel_persistence::Tx;
use vliegwiel_persistence::account_tokens::{self, Token};

use crate::app::App;
use crate::error::Result;
use crate::secrets::token_hash;

/// A link about to be made.
#[derive(Debug, Clone)]
pub(crate) struct NewLink {
    /// Whose.
    pub account: AccountId,
    /// What it is for.
    pub purpose: TokenPurpose,
    /// The organisation that it concerns.
    pub organization: Option<OrganizationId>,
    /// The affiliation that it accepts.
    pub affiliation: Option<AffiliationId>,
    /// What to keep until it is followed.
    pub details: Option<Value>,
}

/// Make a link. Returns its id, from which the token follows.
pub(crate) async fn issue(tx: &Tx, app: &App, new: NewLink) -> Result<Uuid> {
    let id = app.new_id::<()>().uuid();
    let token = Token {
        id,
        account_id: new.account,
        purpose: new.purpose,
        organization_id: new.organization,
        affiliation_id: new.affiliation,
        details: new.details,
        expires_at: app.now() + new.purpose.lifetime(),
        used_at: None,
        created_at: app.now(),
    };
    account_tokens::insert(tx, &token, &token_hash(&app.secrets.mailed_token(id))).await?;
    Ok(id)
}

/// What a token stands for, if it still works. One that we do not know is like one that has expired: expired ones are forgotten.
pub(super) async fn read(app: &App, token: &str) -> Result<Token> {
    let found = account_tokens::by_hash(app.db.read(), &token_hash(token)).await?.ok_or(AccountError::LinkExpired)?;
    follow(found.expires_at, found.used_at, app.now())?;
    Ok(found)
}

/// Use a link up, unless another request was faster.
pub(super) async fn use_up(tx: &Tx, app: &App, token: &Token) -> Result<()> {
    let is_ours = account_tokens::follow(tx, token.id, app.now()).await?;
    if is_ours { Ok(()) } else { Err(AccountError::LinkUsed.into()) }
}
