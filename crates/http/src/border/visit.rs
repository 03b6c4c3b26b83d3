//! One request from its arrival to its answer.

use std::fmt;
use std::time::Instant;

use actix_cors::CorsError;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{
    ACCEPT_LANGUAGE, ALLOW, AUTHORIZATION, CACHE_CONTROL, CONTENT_LANGUAGE, CONTENT_TYPE, COOKIE, HeaderMap, HeaderName, HeaderValue,
    RETRY_AFTER, VARY, WWW_AUTHENTICATE,
};
use actix_web::http::{Method, StatusCode};
use actix_web::{HttpResponse, ResponseError, web};
use uuid::Uuid;
use vliegwiel_application::App;
use vliegwiel_domain::ids::Id;
use vliegwiel_domain::text::Language;

use super::limits::Allowance;
use super::{client, headers};
use crate::House;
use crate::problems::{PROBLEM_JSON, Problem, ProblemBody};

/// What must be known of a request when its answer is there and the request is gone.
#[derive(Debug)]
pub struct Visit {
    request_id: String,
    language: Language,
    method: Method,
    path: String,
    route: String,
    is_personal: bool,
    allowance: Option<Allowance>,
    began: Instant,
}

impl Visit {
    pub fn of(request: &ServiceRequest) -> Self {
        let headers = request.headers();
        Self {
            request_id: request_id(request),
            language: language(headers),
            method: request.method().clone(),
            path: request.path().to_owned(),
            route: request.match_pattern().unwrap_or_else(|| "unmatched".to_owned()),
            is_personal: headers.contains_key(AUTHORIZATION) || headers.contains_key(COOKIE),
            allowance: None,
            began: Instant::now(),
        }
    }

    /// Everything logged while the request is worked on carries its id.
    pub fn span(&self) -> tracing::Span {
        tracing::info_span!("request", id = %self.request_id)
    }

    /// Count the request against what its address may send to the API.
    pub fn admit(&mut self, request: &ServiceRequest) -> Result<(), Problem> {
        let Some(house) = request.app_data::<web::Data<House>>() else { return Ok(()) };
        let Some(address) = client::address(request, &house.options().trusted_proxies) else { return Ok(()) };
        if self.path.starts_with("/api/") {
            self.allowance = house.limits().admit_address(address)?;
        }
        Ok(())
    }

    /// Complete an answer: problems in the language of the caller, headers, log and metrics.
    pub fn finish(self, response: ServiceResponse) -> ServiceResponse {
        let (request, mut response) = response.into_parts();
        if let Some(answer) = self.problem_of(&response) {
            response = answer.over(&response);
        }
        headers::complete(response.headers_mut(), &self.path);
        self.own_headers(response.headers_mut());
        self.account(response.status());
        ServiceResponse::new(request, response)
    }

    /// The answer to a request that never came to a response.
    pub fn refuse(&self, error: &actix_web::Error) -> actix_web::Error {
        let fallback = Problem::of_status(error.as_response_error().status_code());
        let mut answer = self.render(error.as_error::<Problem>().unwrap_or(&fallback));
        headers::complete(&mut answer.headers, &self.path);
        self.own_headers(&mut answer.headers);
        self.account(answer.status);
        answer.into()
    }

    fn problem_of(&self, response: &HttpResponse) -> Option<Answered> {
        let status = response.status();
        if let Some(problem) = response.error().and_then(|error| error.as_error::<Problem>()) {
            return Some(self.render(problem));
        }
        if response.error().is_some_and(|error| error.as_error::<CorsError>().is_some()) {
            return Some(self.render(&Problem::foreign_site()));
        }
        let is_bare = !response.headers().contains_key(CONTENT_TYPE) || response.error().is_some();
        (is_bare && (status.is_client_error() || status.is_server_error())).then(|| self.render(&Problem::of_status(status)))
    }

    fn render(&self, problem: &Problem) -> Answered {
        if let Some(cause) = &problem.cause {
            tracing::error!(request_id = %self.request_id, route = %self.route, cause = %Chain(cause.as_ref()), "a request failed");
        }
        let body = ProblemBody::of(problem, self.language, Some(&self.path), Some(&self.request_id)).to_json();
        let mut headers = HeaderMap::new();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(PROBLEM_JSON));
        headers.insert(CONTENT_LANGUAGE, HeaderValue::from_static(self.language.as_str()));
        headers.insert(VARY, HeaderValue::from_static("accept-language"));
        insert(&mut headers, RETRY_AFTER, problem.retry_after.map(|seconds| seconds.to_string()).as_deref());
        insert(&mut headers, ALLOW, problem.allow.as_deref());
        if problem.status == StatusCode::UNAUTHORIZED {
            headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        Answered { status: problem.status, headers, body }
    }

    fn own_headers(&self, headers: &mut HeaderMap) {
        insert(headers, headers::REQUEST_ID_HEADER, Some(&self.request_id));
        // what a POST answers may hold a token, also for who sends none
        let is_read = self.method == Method::GET || self.method == Method::HEAD;
        if self.is_personal || (self.path.starts_with("/api/") && !is_read) {
            headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        } else if self.path.starts_with("/api/") && !headers.contains_key(CACHE_CONTROL) {
            headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        }
        if let Some(allowance) = &self.allowance {
            insert(headers, HeaderName::from_static("ratelimit-policy"), Some(&allowance.policy()));
            insert(headers, HeaderName::from_static("ratelimit"), Some(&allowance.state()));
        }
    }

    /// One line in the access log and one count: the pattern of the route, never the path.
    fn account(&self, status: StatusCode) {
        let took = self.began.elapsed();
        let method = known_method(&self.method);
        let labels = [("route", self.route.clone()), ("method", method.to_owned()), ("status", status.as_str().to_owned())];
        metrics::counter!("http_requests_total", &labels).increment(1);
        metrics::histogram!("http_request_duration_seconds", "route" => self.route.clone(), "method" => method).record(took.as_secs_f64());
        let milliseconds = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
        tracing::info!(request_id = %self.request_id, method, route = %self.route, status = status.as_u16(), milliseconds, "answered");
    }
}

/// An answer that stands on its own, so that it can leave as an error.
#[derive(Debug)]
struct Answered {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

impl Answered {
    /// The answer in the place of another, with what CORS said about that one: a page of an allowed origin may read problems too.
    fn over(&self, other: &HttpResponse) -> HttpResponse {
        let mut response = self.error_response();
        for (name, value) in other.headers().iter().filter(|(name, _)| **name == VARY || name.as_str().starts_with("access-control-")) {
            response.headers_mut().append(name.clone(), value.clone());
        }
        response
    }
}

impl fmt::Display for Answered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.status.fmt(f)
    }
}

impl ResponseError for Answered {
    fn status_code(&self) -> StatusCode {
        self.status
    }

    fn error_response(&self) -> HttpResponse {
        let mut response = HttpResponse::build(self.status).body(self.body.clone());
        for (name, value) in &self.headers {
            response.headers_mut().append(name.clone(), value.clone());
        }
        response
    }
}

/// An error with all that caused it.
struct Chain<'a>(&'a (dyn std::error::Error + 'static));

impl fmt::Display for Chain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)?;
        self.0.source().map_or(Ok(()), |source| write!(f, ": {}", Chain(source)))
    }
}

fn insert(headers: &mut HeaderMap, name: HeaderName, value: Option<&str>) {
    if let Some(value) = value.and_then(|value| HeaderValue::from_str(value).ok()) {
        headers.insert(name, value);
    }
}

/// The id a proxy gave, when it is a sane one; else a new one.
fn request_id(request: &ServiceRequest) -> String {
    let is_sane =
        |id: &&str| (8..=64).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
    let given = request.headers().get(headers::REQUEST_ID_HEADER).and_then(|id| id.to_str().ok()).filter(is_sane);
    let fresh = || {
        let id: Option<Id<Visit>> = request.app_data::<web::Data<App>>().map(|app| app.new_id());
        id.map_or_else(Uuid::nil, Id::uuid).to_string()
    };
    given.map_or_else(fresh, str::to_owned)
}

/// English for who prefers it to Dutch, Dutch for everyone else.
fn language(headers: &HeaderMap) -> Language {
    let mut best = (Language::Nl, 0_u16);
    let accepted = headers.get_all(ACCEPT_LANGUAGE).filter_map(|value| value.to_str().ok()).flat_map(|value| value.split(','));
    for (language, weight) in accepted.filter_map(preference) {
        if weight > best.1 {
            best = (language, weight);
        }
    }
    best.0
}

/// One entry of `Accept-Language`, with its weight in thousandths.
fn preference(entry: &str) -> Option<(Language, u16)> {
    let mut parts = entry.split(';').map(str::trim);
    let tag = parts.next()?.to_ascii_lowercase();
    let language = match tag.split('-').next()? {
        "nl" | "*" => Language::Nl,
        "en" => Language::En,
        _ => return None,
    };
    let weight = parts.find_map(|part| part.strip_prefix("q=")).map_or(Some(1_000), thousandths)?;
    Some((language, weight))
}

/// A weight such as `0.8` in thousandths.
fn thousandths(weight: &str) -> Option<u16> {
    let (whole, fraction) = weight.split_once('.').unwrap_or((weight, ""));
    let digits = format!("{whole}{fraction:0<3}");
    digits.parse().ok().filter(|weight| *weight <= 1_000 && fraction.len() <= 3)
}

fn known_method(method: &Method) -> &'static str {
    match method.as_str() {
        "GET" => "GET",
        "HEAD" => "HEAD",
        "POST" => "POST",
        "PUT" => "PUT",
        "PATCH" => "PATCH",
        "DELETE" => "DELETE",
        "OPTIONS" => "OPTIONS",
        _ => "OTHER",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn preferred(accept: &'static str) -> Language {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT_LANGUAGE, HeaderValue::from_static(accept));
        language(&headers)
    }

    #[test]
    fn who_prefers_english_reads_english() {
        for accept in ["en", "en-GB,en;q=0.9,nl;q=0.8", "de, en;q=0.5", "nl;q=0.3,en;q=0.31"] {
            assert_eq!(preferred(accept), Language::En, "{accept}");
        }
    }

    #[test]
    fn everyone_else_reads_dutch() {
        for accept in ["", "nl", "fr", "*", "en;q=0", "nl,en;q=0.9", "en;q=x", "*, en;q=0.1", "en;q=0.5,nl;q=0.51"] {
            assert_eq!(preferred(accept), Language::Nl, "{accept}");
        }
    }

    #[test]
    fn a_cause_is_told_with_its_own() {
        let error = vliegwiel_application::Error::internal("the disk");

        assert_eq!(Chain(&error).to_string(), "internal error: the disk");
    }
}
