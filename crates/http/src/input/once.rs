//! `Idempotency-Key`: the same request twice has one effect and one answer (reliability.md R06).

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use utoipa::IntoParams;
use vliegwiel_application::receipts::{self, Answer, Kept, Key, Receipt};
use vliegwiel_application::{App, Error};
use vliegwiel_domain::access::Actor;

use super::body::BodyHash;
use crate::answers::Sent;
use crate::problems::Problem;

/// Longest key, in characters. Our choice.
const KEY_MAX: usize = 128;

/// Renders what was created as the answer that is kept and sent.
pub type Render<'a, T> = &'a (dyn Fn(&T) -> Answer + Send + Sync);

/// The header, as the document describes it.
#[derive(Debug, IntoParams)]
#[into_params(parameter_in = Header)]
pub struct IdempotencyKeyHeader {
    /// A key of your choice, such as a UUID: the same request with the same key has one effect.
    #[param(rename = "Idempotency-Key", max_length = 128, example = "8e03978e-40d5-43dd-bc93-6894a57f9324")]
    _key: Option<String>,
}

/// A request that may carry an `Idempotency-Key`.
#[derive(Debug)]
pub struct Once {
    request: HttpRequest,
    key: Option<String>,
}

/// A request that must carry an `Idempotency-Key`: 400 without.
#[derive(Debug)]
pub struct OnceRequired(Once);

impl OnceRequired {
    /// [`Once::create`].
    ///
    /// # Errors
    /// As [`Once::create`].
    pub async fn create<T>(
        self,
        app: &App,
        render: Render<'_, T>,
        work: impl AsyncFnOnce(&Receipt<'_, T>) -> Result<Answer, Error>,
    ) -> Result<Sent, Problem> {
        self.0.create(app, render, work).await
    }
}

impl Once {
    /// Run a use case that creates, unless this key was answered before: then send that answer again, byte for byte.
    ///
    /// The scope of a key is the caller and the operation; without a session it is organisation, operation and body.
    ///
    /// # Errors
    /// 422 when the key was used for another request, or what the use case refuses.
    pub async fn create<T>(
        self,
        app: &App,
        render: Render<'_, T>,
        work: impl AsyncFnOnce(&Receipt<'_, T>) -> Result<Answer, Error>,
    ) -> Result<Sent, Problem> {
        let key = self.scoped_key();
        match work(&Receipt::new(key.clone(), render)).await {
            Ok(answer) => Ok(Sent(answer)),
            // an answer kept before makes the work fail at its last step and leaves no trace of it: so nobody looks for one first
            Err(error) => kept(app, key.as_ref()).await?.map(Sent).ok_or_else(|| overtaken(error).into()),
        }
    }

    fn scoped_key(&self) -> Option<Key> {
        let key = self.key.as_ref()?;
        let body = self.request.extensions().get::<BodyHash>().map_or([0; 32], |hash| hash.0);
        let operation = format!("{} {}", self.request.method(), self.request.match_pattern().unwrap_or_default());
        let scope = format!("{operation}\n{}", self.caller(&body));
        // the path belongs to the request: one key for two meetings is a mistake of the caller
        let sent = [self.request.path().as_bytes(), &b"\n"[..], &body[..]].concat();
        Some(Key::new(&scope, key, &sent))
    }

    fn caller(&self, body: &[u8; 32]) -> String {
        let extensions = self.request.extensions();
        let actor = extensions.get::<Actor>();
        match actor.and_then(|actor| actor.account) {
            Some(account) => format!("account {account}"),
            None => format!("organisation {:?} body {body:?}", actor.map(|actor| actor.organization)),
        }
    }
}

/// Who acts named no version that could be stale: another request was faster, which is a conflict (409) and no failed condition (412).
fn overtaken(error: Error) -> Error {
    match error {
        Error::Stale => Error::Conflict { code: "house/in-flight", detail: "another request was faster: look how it is now".to_owned() },
        other => other,
    }
}

async fn kept(app: &App, key: Option<&Key>) -> Result<Option<Answer>, Problem> {
    let Some(key) = key else { return Ok(None) };
    match receipts::kept(app, key).await? {
        Some(Kept::Same(answer)) => Ok(Some(answer)),
        Some(Kept::OtherBody) => Err(Problem::key_reused()),
        None => Ok(None),
    }
}

impl FromRequest for Once {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(key(request).map(|key| Self { request: request.clone(), key }))
    }
}

impl FromRequest for OnceRequired {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(match key(request) {
            Ok(Some(key)) => Ok(Self(Once { request: request.clone(), key: Some(key) })),
            Ok(None) => Err(Problem::key_required()),
            Err(problem) => Err(problem),
        })
    }
}

fn key(request: &HttpRequest) -> Result<Option<String>, Problem> {
    let mut headers = request.headers().get_all("idempotency-key");
    match (headers.next(), headers.next()) {
        (None, _) => Ok(None),
        (Some(only), None) => parse(only.to_str().unwrap_or_default()).map(Some).ok_or_else(Problem::key_invalid),
        (Some(_), Some(_)) => Err(Problem::key_invalid()),
    }
}

/// A key, bare or between quotes as draft-ietf-httpapi-idempotency-key-header writes it.
fn parse(text: &str) -> Option<String> {
    let bare = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(text);
    let is_key = (1..=KEY_MAX).contains(&bare.len()) && bare.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'"');
    is_key.then(|| bare.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_the_same_with_and_without_quotes() {
        assert_eq!(parse("\"8e03978e\""), parse("8e03978e"));
    }

    #[test]
    fn who_is_overtaken_meets_a_conflict() {
        let problem = overtaken(Error::Stale);

        assert!(matches!(problem, Error::Conflict { code: "house/in-flight", .. }), "{problem}");
        assert!(matches!(overtaken(Error::Forbidden), Error::Forbidden));
    }

    #[test]
    fn what_is_not_a_key_is_refused() {
        for text in ["", "\"\"", "a b", "\"a", "é", &"x".repeat(129)] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
