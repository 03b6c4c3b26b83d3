//! Answers kept in the transaction of the change, so that a repeated request has no second effect and gets the same answer (reliability.md R06).

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};
use vliegwiel_domain::mutants::{Hole, planted};
use vliegwiel_persistence::Tx;
use vliegwiel_persistence::kept_answers::{self, KeptAnswer};

use crate::app::App;
use crate::error::{Error, Result};

/// What identifies a repeated request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    scope: String,
    chosen: String,
    body_hash: String,
}

impl Key {
    /// The key a caller sent. `scope` names who asks and for which operation; `body` is the request as it came in.
    #[must_use]
    pub fn new(scope: &str, key: &str, body: &[u8]) -> Self {
        let digest = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(Sha256::digest(bytes));
        Self { scope: digest(scope.as_bytes()), chosen: key.to_owned(), body_hash: digest(body) }
    }
}

/// An answer as it goes over the wire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Status code.
    pub status: u16,
    /// Where the new thing is.
    pub location: Option<String>,
    /// Its version.
    pub etag: Option<String>,
    /// The body.
    pub body: String,
}

/// What is known of a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// The same request was answered before, with this.
    Same(Answer),
    /// The key was used for another request.
    OtherBody,
}

/// What is known of this key. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn kept(app: &App, key: &Key) -> Result<Option<Kept>> {
    let found = kept_answers::find(app.db.read(), &key.scope, &key.chosen).await?;
    Ok(found.map(|answer| if answer.body_hash == key.body_hash { Kept::Same(answer.into()) } else { Kept::OtherBody }))
}

/// How a use case that creates gives its answer: rendered once, kept with the change, sent as it was kept.
pub struct Receipt<'a, T> {
    key: Option<Key>,
    render: &'a (dyn Fn(&T) -> Answer + Send + Sync),
}

impl<'a, T> Receipt<'a, T> {
    /// A receipt that renders with `render` and keeps the answer under `key`, if there is one.
    pub fn new(key: Option<Key>, render: &'a (dyn Fn(&T) -> Answer + Send + Sync)) -> Self {
        Self { key, render }
    }

    /// Render the answer and keep it in this transaction; the last step before the commit.
    ///
    /// # Errors
    /// [`Error::Conflict`] `house/in-flight` when another request with the same key was faster.
    pub async fn keep(&self, tx: &Tx, app: &App, value: &T) -> Result<Answer> {
        let answer = (self.render)(value);
        let Some(key) = self.key.as_ref().filter(|_| !planted(Hole::Idempotency)) else {
            return Ok(answer);
        };
        let kept = KeptAnswer {
            scope: key.scope.clone(),
            key: key.chosen.clone(),
            body_hash: key.body_hash.clone(),
            status: i32::from(answer.status),
            location: answer.location.clone(),
            etag: answer.etag.clone(),
            body: answer.body.clone(),
            created_at: app.now(),
        };
        match kept_answers::insert(tx, kept).await {
            Ok(()) => Ok(answer),
            Err(vliegwiel_persistence::Error::Duplicate) => Err(Error::Conflict {
                code: "house/in-flight",
                detail: "a request with this Idempotency-Key is being answered: ask again".to_owned(),
            }),
            Err(other) => Err(other.into()),
        }
    }
}

impl From<KeptAnswer> for Answer {
    fn from(kept: KeptAnswer) -> Self {
        Self { status: u16::try_from(kept.status).unwrap_or(200), location: kept.location, etag: kept.etag, body: kept.body }
    }
}
