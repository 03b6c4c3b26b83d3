//! The border with routes of its own, without a database.

use actix_web::dev::ServiceResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderMap};
use actix_web::middleware::{Next, from_fn};
use actix_web::test::{TestRequest, init_service, read_body, try_call_service};
use actix_web::{App, HttpResponse, body, web};
use serde::Deserialize;
use serde_json::Value;
use uuid::Uuid;
use validator::Validate;

use super::*;
use crate::input::{IfMatch, OwnSite, Path, Valid};

#[derive(Deserialize, Validate)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct NewMeeting {
    #[validate(length(min = 1, max = 5))]
    title: String,
}

#[derive(Deserialize)]
struct MeetingPath {
    meeting: Uuid,
}

struct Seen {
    status: StatusCode,
    headers: HeaderMap,
    text: String,
}

impl Seen {
    fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap()
    }

    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(|value| value.to_str().unwrap()).unwrap_or_default()
    }
}

async fn schedule(Valid(new): Valid<NewMeeting>) -> HttpResponse {
    HttpResponse::Ok().body(new.title)
}

async fn change(_: OwnSite, path: Path<MeetingPath>, version: IfMatch) -> HttpResponse {
    HttpResponse::Ok().body(format!("{} {}", path.0.meeting, version.0))
}

async fn break_down() -> HttpResponse {
    panic!("a secret of the handler")
}

async fn linger() -> HttpResponse {
    tokio::time::sleep(Duration::from_secs(11)).await;
    HttpResponse::Ok().finish()
}

async fn refuse(_: ServiceRequest, _: Next<impl MessageBody>) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    Err(Problem::unauthenticated().into())
}

async fn visit(request: TestRequest) -> Seen {
    let guarded = web::scope("/guarded").route("", web::get().to(linger)).wrap(from_fn(refuse));
    let inner =
        web::scope("/{organization}").route("/meetings/{meeting}", web::put().to(change)).route("/meetings", web::post().to(schedule));
    let app = App::new()
        .route("/panic", web::get().to(break_down))
        .route("/slow", web::get().to(linger))
        .route("/fine", web::get().to(async || HttpResponse::Ok().body("fine")))
        .service(guarded)
        .service(web::scope("/api").service(inner))
        .wrap(crate::cross_origin(&["https://partner.example".to_owned()]))
        .wrap(from_fn(carry));
    match try_call_service(&init_service(app).await, request.to_request()).await {
        Ok(response) => {
            let (status, headers) = (response.status(), response.headers().clone());
            Seen { status, headers, text: String::from_utf8(read_body(response).await.to_vec()).unwrap() }
        }
        Err(error) => {
            let response = error.error_response();
            let (status, headers) = (response.status(), response.headers().clone());
            Seen { status, headers, text: String::from_utf8(body::to_bytes(response.into_body()).await.unwrap().to_vec()).unwrap() }
        }
    }
}

fn posted(body: impl Into<web::Bytes>) -> TestRequest {
    TestRequest::post().uri("/api/drenthe/meetings").insert_header((header::CONTENT_TYPE, "application/json")).set_payload(body)
}

fn expect_problem(seen: &Seen, status: u16, kind: &str) {
    assert_eq!((seen.status.as_u16(), seen.json()["type"].as_str().unwrap()), (status, kind), "{}", seen.text);
    assert_eq!(seen.header("content-type"), "application/problem+json");
    for name in ["x-request-id", "api-version", "content-security-policy", "strict-transport-security", "x-content-type-options"] {
        assert!(!seen.header(name).is_empty(), "{name}");
    }
}

#[actix_web::test]
async fn a_panic_is_a_problem_that_tells_nothing() {
    let seen = visit(TestRequest::get().uri("/panic").insert_header(("x-request-id", "request-0001"))).await;

    expect_problem(&seen, 500, "/problems/house/failed");
    assert_eq!(seen.json()["requestId"], "request-0001");
    assert!(!seen.text.contains("secret"));
}

#[actix_web::test]
async fn a_request_that_takes_too_long_is_a_problem() {
    tokio::time::pause();

    let seen = visit(TestRequest::get().uri("/slow")).await;

    expect_problem(&seen, 408, "/problems/house/deadline-passed");
}

#[actix_web::test]
async fn a_refusal_of_inner_middleware_has_every_header_and_the_language_of_the_caller() {
    let seen =
        visit(TestRequest::get().uri("/guarded").insert_header(("accept-language", "en")).insert_header(("authorization", "Bearer x")))
            .await;

    expect_problem(&seen, 401, "/problems/house/unauthenticated");
    assert_eq!((seen.header("content-language"), seen.json()["title"].as_str()), ("en", Some("Sign in first")));
    assert_eq!((seen.header("www-authenticate"), seen.header("cache-control")), ("Bearer", "no-store"));
}

#[actix_web::test]
async fn an_answer_without_a_body_becomes_a_problem() {
    let seen = visit(TestRequest::get().uri("/nergens")).await;

    expect_problem(&seen, 404, "/problems/house/not-found");
    assert_eq!(seen.json()["instance"], Value::Null);
}

#[actix_web::test]
async fn head_is_answered_like_get() {
    let seen = visit(TestRequest::default().method(Method::HEAD).uri("/fine")).await;

    assert_eq!(seen.status, StatusCode::OK);
}

#[actix_web::test]
async fn a_good_body_is_read() {
    let seen = visit(posted(r#"{"title":"Assen"}"#)).await;

    assert_eq!((seen.status, seen.text.as_str()), (StatusCode::OK, "Assen"));
}

#[actix_web::test]
async fn a_bad_body_is_pointed_at() {
    for (body, pointer, code) in [
        (r#"{"title":"te lang"}"#, "/title", "too-long"),
        (r#"{"title":"a","isAdmin":true}"#, "/isAdmin", "unknown-field"),
        (r#"["a"]"#, "", "wrong-type"),
        ("{\"title\":\"a\\u0000\"}", "/title", "unsafe-characters"),
    ] {
        let seen = visit(posted(body)).await;

        expect_problem(&seen, 400, "/problems/house/invalid");
        assert_eq!((seen.json()["errors"][0]["pointer"].as_str(), seen.json()["errors"][0]["code"].as_str()), (Some(pointer), Some(code)));
    }
}

#[actix_web::test]
async fn what_is_not_json_is_unreadable() {
    expect_problem(&visit(posted("{")).await, 400, "/problems/house/unreadable");
    expect_problem(&visit(posted("")).await, 400, "/problems/house/unreadable");
}

#[actix_web::test]
async fn a_body_of_256_kib_is_the_largest() {
    let body = |size: usize| {
        let json = r#"{"title":"Assen"}"#;
        format!("{json}{}", " ".repeat(size - json.len()))
    };

    assert_eq!(visit(posted(body(256 * 1_024))).await.status, StatusCode::OK);
    expect_problem(&visit(posted(body(256 * 1_024 + 1))).await, 413, "/problems/house/too-large");
}

#[actix_web::test]
async fn another_kind_of_content_is_refused() {
    let text = posted("{}").insert_header((header::CONTENT_TYPE, "text/plain"));
    let patch = posted("{}").insert_header((header::CONTENT_TYPE, "application/merge-patch+json"));
    let packed = posted("{}").insert_header((header::CONTENT_ENCODING, "gzip"));

    for request in [text, patch, packed] {
        expect_problem(&visit(request).await, 415, "/problems/house/unsupported-media-type");
    }
}

fn put(id: &str) -> TestRequest {
    TestRequest::put()
        .uri(&format!("/api/drenthe/meetings/{id}"))
        .insert_header(("sec-fetch-site", "same-origin"))
        .insert_header(("if-match", "\"v2\""))
}

const ID: &str = "0196f1d2-7c5e-7d30-9a53-0f6c1b1d2e3f";

#[actix_web::test]
async fn a_change_names_its_version() {
    assert_eq!(visit(put(ID)).await.text, format!("{ID} 2"));

    let without = TestRequest::put().uri(&format!("/api/drenthe/meetings/{ID}")).insert_header(("sec-fetch-site", "same-origin"));
    expect_problem(&visit(without).await, 428, "/problems/house/version-required");
}

#[actix_web::test]
async fn an_id_has_one_spelling() {
    let absent = visit(put("x")).await;

    for id in [ID.to_uppercase(), ID.replace('-', ""), format!("urn:uuid:{ID}"), "x".to_owned()] {
        let seen = visit(put(&id)).await;
        expect_problem(&seen, 404, "/problems/house/not-found");
        assert_eq!(seen.text, absent.text);
    }
}

#[actix_web::test]
async fn another_site_is_refused() {
    let seen = visit(put(ID).insert_header(("sec-fetch-site", "cross-site"))).await;

    expect_problem(&seen, 403, "/problems/house/foreign-site");
}

#[actix_web::test]
async fn a_page_of_an_allowed_origin_may_read_problems() {
    let seen = visit(TestRequest::get().uri("/nergens").insert_header(("origin", "https://partner.example"))).await;

    expect_problem(&seen, 404, "/problems/house/not-found");
    assert_eq!(seen.header("access-control-allow-origin"), "https://partner.example");
}

#[actix_web::test]
async fn a_page_of_another_origin_is_told_nothing_s29() {
    for origin in
        ["null", "https://evil.example", "http://partner.example", "https://partner.example:444", "https://partner.example.evil.example"]
    {
        let plain = visit(TestRequest::get().uri("/fine").insert_header(("origin", origin))).await;
        let asked = TestRequest::default().method(Method::OPTIONS).uri("/fine").insert_header(("origin", origin));
        let preflight = visit(asked.insert_header(("access-control-request-method", "GET"))).await;

        assert_eq!(plain.header("access-control-allow-origin"), "", "{origin}");
        assert!(plain.header("vary").to_lowercase().contains("origin"));
        expect_problem(&preflight, 403, "/problems/house/foreign-site");
        assert_eq!(preflight.header("access-control-allow-origin"), "", "{origin}");
    }
}
