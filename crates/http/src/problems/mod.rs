//! Answers that say what went wrong and what to do: RFC 9457, `application/problem+json`, in Dutch or English.

pub mod flaw;
pub mod page;
mod texts;
pub mod wire;

use std::error::Error as StdError;
use std::fmt;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};
use vliegwiel_application::Error;
use vliegwiel_domain::text::Language;

pub use flaw::Flaw;
pub use wire::{PROBLEM_JSON, ProblemBody};

/// Something went wrong. Its cause is logged once, at the border of the house, and never sent.
#[derive(Debug)]
pub struct Problem {
    /// Status of the answer.
    pub(crate) status: StatusCode,
    /// Stable code `<capability>/<code>`; `house` where it belongs to no capability.
    pub(crate) code: &'static str,
    /// What a rule says, in plain English, for codes without a text of their own.
    pub(crate) detail: Option<String>,
    /// All that is wrong with the input.
    pub(crate) flaws: Vec<Flaw>,
    /// Seconds after which it makes sense to ask again.
    pub(crate) retry_after: Option<u32>,
    /// Methods that the path knows.
    pub(crate) allow: Option<String>,
    /// For the log only.
    pub(crate) cause: Option<Box<dyn StdError + Send + Sync>>,
}

/// Seconds after which a caller tries again when the database was away. Our choice.
const RETRY_AFTER: u32 = 2;

impl Problem {
    /// A problem with this status and code, for what no use case answers.
    #[must_use]
    pub(crate) fn new(status: StatusCode, code: &'static str) -> Self {
        Self { status, code, detail: None, flaws: Vec::new(), retry_after: None, allow: None, cause: None }
    }

    /// 404: absent, or not for the caller to know.
    #[must_use]
    pub fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "house/not-found")
    }

    /// 401: nobody is signed in.
    #[must_use]
    pub fn unauthenticated() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "house/unauthenticated")
    }

    /// 400: the body is not JSON.
    pub(crate) fn unreadable(line: usize, column: usize) -> Self {
        let place = Flaw { bounds: Some(format!("{line}:{column}")), ..Flaw::new("", "not-json") };
        Self { flaws: vec![place], ..Self::new(StatusCode::BAD_REQUEST, "house/unreadable") }
    }

    /// 400: the input breaks the schema or a bound.
    #[must_use]
    pub fn invalid(flaws: Vec<Flaw>) -> Self {
        Self { flaws, ..Self::new(StatusCode::BAD_REQUEST, "house/invalid") }
    }

    /// 400: the body stopped before its end.
    pub(crate) fn interrupted() -> Self {
        Self::new(StatusCode::BAD_REQUEST, "house/interrupted")
    }

    /// 403: a page of another site asks with our cookie.
    pub(crate) fn foreign_site() -> Self {
        Self::new(StatusCode::FORBIDDEN, "house/foreign-site")
    }

    /// 405, with what the path does know.
    pub(crate) fn method_not_allowed(allow: &str) -> Self {
        Self { allow: Some(allow.to_owned()), ..Self::new(StatusCode::METHOD_NOT_ALLOWED, "house/method-not-allowed") }
    }

    /// 406: the caller accepts no JSON.
    pub(crate) fn not_acceptable() -> Self {
        Self::new(StatusCode::NOT_ACCEPTABLE, "house/not-acceptable")
    }

    /// 408: the deadline of the request passed.
    pub(crate) fn deadline_passed() -> Self {
        Self { retry_after: Some(RETRY_AFTER), ..Self::new(StatusCode::REQUEST_TIMEOUT, "house/deadline-passed") }
    }

    /// 413: the body is larger than we take.
    pub(crate) fn too_large() -> Self {
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "house/too-large")
    }

    /// 415: the body is not sent as JSON.
    pub(crate) fn unsupported_media_type() -> Self {
        Self::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "house/unsupported-media-type")
    }

    /// 428: a change must name the version it was made from.
    pub(crate) fn version_required() -> Self {
        Self::new(StatusCode::PRECONDITION_REQUIRED, "house/version-required")
    }

    /// 400: the operation asks for an Idempotency-Key.
    pub(crate) fn key_required() -> Self {
        Self::new(StatusCode::BAD_REQUEST, "house/key-required")
    }

    /// 400: the Idempotency-Key is not one.
    pub(crate) fn key_invalid() -> Self {
        Self::new(StatusCode::BAD_REQUEST, "house/key-invalid")
    }

    /// 422: the Idempotency-Key was used for another request.
    pub(crate) fn key_reused() -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, "house/key-reused")
    }

    /// 429: more requests than one caller may send.
    pub(crate) fn too_many(retry_after: u32) -> Self {
        Self { retry_after: Some(retry_after), ..Self::new(StatusCode::TOO_MANY_REQUESTS, "house/too-many-requests") }
    }

    /// 500, with the cause for the log.
    pub(crate) fn failed(cause: Box<dyn StdError + Send + Sync>) -> Self {
        Self { cause: Some(cause), ..Self::new(StatusCode::INTERNAL_SERVER_ERROR, "house/failed") }
    }

    fn unavailable(code: &'static str, status: StatusCode, retry_after: u32) -> Self {
        Self { retry_after: Some(retry_after), ..Self::new(status, code) }
    }

    /// What the server library answered without saying more.
    pub(crate) fn of_status(status: StatusCode) -> Self {
        match status {
            StatusCode::NOT_FOUND => Self::not_found(),
            StatusCode::METHOD_NOT_ALLOWED => Self::new(status, "house/method-not-allowed"),
            StatusCode::REQUEST_TIMEOUT => Self::deadline_passed(),
            StatusCode::PAYLOAD_TOO_LARGE => Self::too_large(),
            StatusCode::SERVICE_UNAVAILABLE => Self::unavailable("house/unavailable", status, RETRY_AFTER),
            status if status.is_server_error() => Self::new(StatusCode::INTERNAL_SERVER_ERROR, "house/failed"),
            status => Self::new(status, "house/unreadable"),
        }
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        let told = |status, code, detail| Self { detail: Some(detail), ..Self::new(status, code) };
        match error {
            Error::NotFound => Self::not_found(),
            Error::Forbidden => Self::new(StatusCode::FORBIDDEN, "house/forbidden"),
            Error::Barred { code, detail } => told(StatusCode::FORBIDDEN, code, detail),
            Error::Unauthenticated => Self::unauthenticated(),
            Error::Rejected { code, detail } => told(StatusCode::UNAUTHORIZED, code, detail),
            Error::Rule { code, detail } | Error::Conflict { code, detail } => told(StatusCode::CONFLICT, code, detail),
            Error::Invalid(flaws) => Self::invalid(flaws.into_iter().map(Flaw::from).collect()),
            Error::Stale => Self::new(StatusCode::PRECONDITION_FAILED, "house/stale"),
            Error::Busy { retry_after_seconds } => Self::unavailable("house/busy", StatusCode::SERVICE_UNAVAILABLE, retry_after_seconds),
            Error::Unavailable => Self::unavailable("house/unavailable", StatusCode::SERVICE_UNAVAILABLE, RETRY_AFTER),
            Error::Full => Self::new(StatusCode::INSUFFICIENT_STORAGE, "house/full"),
            Error::Internal(cause) => Self::failed(cause),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code)
    }
}

impl StdError for Problem {}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        self.status
    }

    /// The answer as far as the problem itself knows it; the border of the house writes it again with what the request knows.
    fn error_response(&self) -> HttpResponse {
        HttpResponse::build(self.status).content_type(PROBLEM_JSON).body(ProblemBody::of(self, Language::Nl, None, None).to_json())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_and_absent_look_the_same() {
        let body = |problem: &Problem| ProblemBody::of(problem, Language::Nl, Some("/api/v1/x"), Some("1")).to_json();

        assert_eq!(body(&Problem::from(Error::NotFound)), body(&Problem::not_found()));
        assert!(!body(&Problem::not_found()).contains("/api/v1/x"));
    }

    #[test]
    fn a_cause_is_never_sent() {
        let problem = Problem::from(Error::internal("secret of the database"));

        let body = ProblemBody::of(&problem, Language::En, Some("/api/v1/x"), Some("0195-request")).to_json();

        assert!(!body.contains("secret"), "{body}");
        assert!(body.contains("0195-request"), "{body}");
    }

    #[test]
    fn who_must_wait_is_told_how_long() {
        assert_eq!(Problem::from(Error::Busy { retry_after_seconds: 7 }).retry_after, Some(7));
        assert!(Problem::from(Error::Unavailable).retry_after.is_some());
    }
}
