//! Counting guesses before they are looked at, and knowing devices again (security.md S16).

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use vliegwiel_domain::ids::AccountId;
use vliegwiel_persistence::accounts::Credentials;
use vliegwiel_persistence::{Tx, sign_ins};

use super::SignIn;
use crate::app::{App, commit};
use crate::error::Result;
use crate::secrets::token_hash;

/// Longest device token that is looked at, in bytes.
const TOKEN_MAX: usize = 64;

/// Under which name the attempt is counted: the address, or the address on a device that its owner signed in with before.
pub(super) async fn counter(app: &App, sign_in: &SignIn, found: Option<&Credentials>) -> Result<String> {
    let address = sign_in.email.as_str();
    let (Some(token), Some(found)) = (sign_in.device.token.as_deref().filter(|token| token.len() <= TOKEN_MAX), found) else {
        return Ok(app.secrets.address_hash(address));
    };
    let is_known = sign_ins::is_known(app.db.read(), &token_hash(token), found.account.id).await?;
    Ok(app.secrets.address_hash(&if is_known { format!("{address}\n{token}") } else { address.to_owned() }))
}

/// Count an attempt as a failure until it succeeds. Returns whether it may be looked at.
pub(super) async fn count(app: &App, counter: &str) -> Result<bool> {
    let tx = app.begin_write().await?;
    let guesses = sign_ins::lock(&tx, counter, app.now()).await?;
    let may_try = guesses.may_try(app.now());
    if may_try {
        sign_ins::replace(&tx, counter, guesses.failed(app.now())).await?;
    }
    commit(tx).await?;
    Ok(may_try)
}

/// Remember the device: by the token it has, or by a new one. Returns the token to keep.
pub(super) async fn remember(tx: &Tx, app: &App, account: AccountId, token: Option<String>) -> Result<String> {
    let kept = token.filter(|token| token.len() <= TOKEN_MAX);
    let token = kept.unwrap_or_else(|| URL_SAFE_NO_PAD.encode(app.random::<32>()));
    sign_ins::remember(tx, &token_hash(&token), account, app.now()).await?;
    Ok(token)
}
