//! Every refusal in a test is held against the document: an operation gives the problems that it names, and no other.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use actix_web::body::{BoxBody, MessageBody, to_bytes};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{StatusCode, header};
use actix_web::middleware::Next;
use actix_web::{Error, HttpResponse};
use serde_json::Value;

/// The problems that each operation names, by `<method> <path>`: for each status their codes.
pub static NAMED: LazyLock<BTreeMap<String, Value>> = LazyLock::new(|| {
    let document = serde_json::to_value(vliegwiel_http::openapi().unwrap()).unwrap();
    let operations = document["paths"].as_object().unwrap().iter().flat_map(|(path, methods)| {
        let methods = methods.as_object().unwrap().iter();
        methods.map(move |(method, operation)| (format!("{method} {path}"), operation["x-problems"].clone()))
    });
    operations.collect()
});

/// Answers 418 instead of a problem that the operation does not name, so that the test that got it fails and says why.
pub(crate) async fn keep(request: ServiceRequest, next: Next<impl MessageBody + 'static>) -> Result<ServiceResponse<BoxBody>, Error> {
    let response = next.call(request).await?.map_into_boxed_body();
    let is_problem =
        response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"application/problem+json"));
    let Some(pattern) = response.request().match_pattern().filter(|_| is_problem) else {
        return Ok(response);
    };
    let operation = format!("{} {pattern}", response.request().method().as_str().to_lowercase());
    let (request, response) = response.into_parts();
    let (head, body) = response.into_parts();
    let bytes = to_bytes(body).await.unwrap_or_default();
    let answer = match unnamed(&operation, head.status(), &bytes) {
        Some(fault) => HttpResponse::build(StatusCode::IM_A_TEAPOT).body(fault),
        None => head.set_body(BoxBody::new(bytes)),
    };
    Ok(ServiceResponse::new(request, answer))
}

fn unnamed(operation: &str, status: StatusCode, body: &[u8]) -> Option<String> {
    let named = NAMED.get(operation)?;
    let problem: Value = serde_json::from_slice(body).ok()?;
    let code = problem["type"].as_str()?.trim_start_matches("/problems/");
    if let Ok(path) = std::env::var("RECORD_PROBLEMS") {
        use std::io::Write;
        let mut file = std::fs::OpenOptions::new().create(true).append(true).open(path).unwrap();
        writeln!(file, "{operation} {} {code}", status.as_u16()).unwrap();
        return None;
    }
    let codes = named[status.as_str()].as_array().map(Vec::as_slice).unwrap_or_default();
    (!codes.iter().any(|known| known == code)).then(|| format!("`{operation}` does not name `{code}` for {status} in the document"))
}
