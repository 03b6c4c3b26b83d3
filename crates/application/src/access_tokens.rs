//! Access tokens: five minutes of being signed in, without a role or an opinion in them (security.md S24).

use chrono::TimeDelta;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};
use vliegwiel_domain::ids::{AccountId, SessionId};
use vliegwiel_domain::mutants::{Hole, planted};

use crate::app::App;
use crate::error::{Error, Result};

/// Seconds that an access token is good for. Source: security.md S24.
pub const LIFETIME_SECONDS: i64 = 300;
/// Seconds that clocks of two nodes may differ. Source: reliability.md R19.
const LEEWAY_SECONDS: i64 = 60;
const ISSUER: &str = "vliegwiel";
const TYPE: &str = "at+jwt";
/// Longest token that is looked at, in bytes.
const LENGTH_MAX: usize = 1_024;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Claims {
    iss: String,
    aud: String,
    sub: uuid::Uuid,
    sid: uuid::Uuid,
    jti: uuid::Uuid,
    iat: i64,
    nbf: i64,
    exp: i64,
}

/// Who a token stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bearer {
    /// The login.
    pub account: AccountId,
    /// The session, which must still be open.
    pub session: SessionId,
}

/// A token for this session, good for [`LIFETIME_SECONDS`].
///
/// # Errors
/// [`Error::Internal`] when the crypto library refuses.
pub fn issue(app: &App, bearer: Bearer) -> Result<String> {
    let now = app.now();
    let claims = Claims {
        iss: ISSUER.to_owned(),
        aud: ISSUER.to_owned(),
        sub: bearer.account.uuid(),
        sid: bearer.session.uuid(),
        jti: app.new_id::<()>().uuid(),
        iat: now.timestamp(),
        nbf: now.timestamp(),
        exp: (now + TimeDelta::seconds(LIFETIME_SECONDS)).timestamp(),
    };
    let header = Header { typ: Some(TYPE.to_owned()), kid: Some(app.secrets.key_id().to_owned()), ..Header::new(Algorithm::EdDSA) };
    let key = EncodingKey::from_ed_der(app.secrets.signing_document());
    jsonwebtoken::encode(&header, &claims, &key).map_err(Error::internal)
}

/// Who a token stands for, if we issued it and its time has not passed by the injected clock.
///
/// # Errors
/// [`Error::Unauthenticated`] for anything else: another algorithm, type, key, issuer or audience, a changed bit, another time.
pub fn verify(app: &App, token: &str) -> Result<Bearer> {
    if token.len() > LENGTH_MAX {
        return Err(Error::Unauthenticated);
    }
    let header = jsonwebtoken::decode_header(token).map_err(|_| Error::Unauthenticated)?;
    let has_our_head = header.typ.as_deref() == Some(TYPE) && header.kid.as_deref() == Some(app.secrets.key_id());
    if !has_our_head || header.jku.is_some() || header.jwk.is_some() || header.x5u.is_some() {
        return Err(Error::Unauthenticated);
    }
    let mut validation = Validation::new(Algorithm::EdDSA);
    validation.set_issuer(&[ISSUER]);
    validation.set_audience(&[ISSUER]);
    validation.set_required_spec_claims(&["iss", "aud", "sub", "exp", "nbf"]);
    // the injected clock decides about time, below
    validation.validate_exp = false;
    validation.validate_nbf = false;
    let key = DecodingKey::from_ed_der(app.secrets.verifying_key());
    let claims = jsonwebtoken::decode::<Claims>(token, &key, &validation).map_err(|_| Error::Unauthenticated)?.claims;
    let now = app.now().timestamp();
    let is_over = now >= claims.exp.saturating_add(LEEWAY_SECONDS) || now < claims.nbf.saturating_sub(LEEWAY_SECONDS);
    if is_over && !planted(Hole::TokenLifetime) {
        return Err(Error::Unauthenticated);
    }
    Ok(Bearer { account: AccountId::new(claims.sub), session: SessionId::new(claims.sid) })
}
