//! Someone who calls the product over HTTP.

use std::sync::LazyLock;

use reqwest::{Method, RequestBuilder, Response, StatusCode};
use serde_json::Value;
use uuid::Uuid;
use vliegwiel_domain::ids::PersonId;

/// Someone who calls, signed in or not.
#[derive(Clone)]
pub struct Caller {
    address: String,
    token: Option<String>,
    person: Option<PersonId>,
}

/// What came back.
#[derive(Debug)]
pub struct Reply {
    /// Status code.
    pub status: u16,
    /// Headers.
    pub headers: reqwest::header::HeaderMap,
    /// The body as it came.
    pub text: String,
}

impl Caller {
    /// A caller with this access token.
    #[must_use]
    pub fn new(address: &str, token: Option<String>) -> Self {
        Self { address: address.to_owned(), token, person: None }
    }

    /// The same caller, known as this person.
    #[must_use]
    pub fn known_as(self, person: PersonId) -> Self {
        Self { person: Some(person), ..self }
    }

    /// The person in the organisation of the test.
    #[must_use]
    pub fn person(&self) -> PersonId {
        self.person.unwrap()
    }

    /// The access token.
    #[must_use]
    pub fn token(&self) -> &str {
        self.token.as_deref().unwrap()
    }

    /// A request to `path` under `/api/v1`, or to an absolute path such as `/health/live`, to be changed before sending.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let under = if path.starts_with("/health") || path.starts_with("/problems") || path.starts_with("/api") { "" } else { "/api/v1" };
        let request = CLIENT.request(method, format!("{}{under}{path}", self.address));
        match &self.token {
            Some(token) => request.bearer_auth(token),
            None => request,
        }
    }

    /// GET.
    pub async fn get(&self, path: &str) -> Reply {
        Reply::of(self.request(Method::GET, path).send().await.unwrap()).await
    }

    /// POST with a fresh Idempotency-Key.
    pub async fn post(&self, path: &str, body: Value) -> Reply {
        self.post_once(path, body, &Uuid::now_v7().to_string()).await
    }

    /// POST with this Idempotency-Key.
    pub async fn post_once(&self, path: &str, body: Value, key: &str) -> Reply {
        Reply::of(self.request(Method::POST, path).header("Idempotency-Key", key).json(&body).send().await.unwrap()).await
    }

    /// PUT for the version that `etag` names.
    pub async fn put(&self, path: &str, etag: &str, body: Value) -> Reply {
        Reply::of(self.request(Method::PUT, path).header("If-Match", etag).json(&body).send().await.unwrap()).await
    }

    /// PATCH (JSON merge patch) for the version that `etag` names.
    pub async fn patch(&self, path: &str, etag: &str, body: Value) -> Reply {
        let request = self.request(Method::PATCH, path).header("If-Match", etag);
        let request = request.header("Content-Type", "application/merge-patch+json").body(body.to_string());
        Reply::of(request.send().await.unwrap()).await
    }

    /// DELETE of the version that `etag` names.
    pub async fn delete(&self, path: &str, etag: &str) -> Reply {
        Reply::of(self.request(Method::DELETE, path).header("If-Match", etag).send().await.unwrap()).await
    }
}

/// One for all; no connection stays, as it would belong to the test that made it.
static CLIENT: LazyLock<reqwest::Client> =
    LazyLock::new(|| reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).pool_max_idle_per_host(0).build().unwrap());

impl Reply {
    /// Read a response to its end.
    pub async fn of(response: Response) -> Self {
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        Self { status, headers, text: response.text().await.unwrap() }
    }

    /// The body as JSON.
    #[must_use]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {} {}", self.status, self.text))
    }

    /// The body as JSON of a reply with this status.
    #[expect(clippy::must_use_candidate, reason = "often only the status is asked for")]
    pub fn expect(&self, status: StatusCode) -> Value {
        assert_eq!(self.status, status.as_u16(), "{}", self.text);
        if self.text.is_empty() { Value::Null } else { self.json() }
    }

    /// A header.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).unwrap_or_else(|| panic!("no header {name} in {:?}", self.headers)).to_str().unwrap()
    }

    /// The version tag.
    #[must_use]
    pub fn etag(&self) -> String {
        self.header("ETag").to_owned()
    }

    /// Check that this is a problem with this status and this type, such as `meetings/starts-in-past`.
    pub fn expect_problem(&self, status: StatusCode, kind: &str) {
        assert_eq!(self.status, status.as_u16(), "{}", self.text);
        assert!(self.header("Content-Type").starts_with("application/problem+json"), "{:?}", self.headers);
        let problem = self.json();
        assert_eq!(problem["type"], format!("/problems/{kind}"), "{problem}");
        assert_eq!(problem["status"], status.as_u16());
    }
}
