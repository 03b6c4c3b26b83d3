//! The API answers in JSON: 406 for who accepts none.

use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::ACCEPT;
use actix_web::middleware::Next;

use crate::problems::Problem;

/// Refuse a caller that accepts no JSON with 406.
///
/// # Errors
/// What comes from inside.
pub async fn negotiate<B: MessageBody>(request: ServiceRequest, next: Next<B>) -> Result<ServiceResponse<EitherBody<B>>, actix_web::Error> {
    let accepted: Vec<&str> = request.headers().get_all(ACCEPT).filter_map(|value| value.to_str().ok()).collect();
    if !accepted.is_empty() && !accepted.iter().flat_map(|value| value.split(',')).any(is_json) {
        return Ok(request.error_response(Problem::not_acceptable()).map_into_right_body());
    }
    next.call(request).await.map(ServiceResponse::map_into_left_body)
}

fn is_json(range: &str) -> bool {
    let mut parts = range.split(';').map(str::trim);
    let kind = parts.next().unwrap_or_default().to_ascii_lowercase();
    let is_refused = parts.filter_map(|part| part.strip_prefix("q=")).any(|weight| weight.trim_matches(['0', '.']).is_empty());
    matches!(kind.as_str(), "*/*" | "application/*" | "application/json" | "application/problem+json") && !is_refused
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_accepted_by_its_name_and_by_wildcards() {
        for range in ["*/*", "application/*", "application/json", "Application/JSON; q=0.1", "application/json;charset=utf-8"] {
            assert!(is_json(range), "{range}");
        }
    }

    #[test]
    fn other_kinds_are_not_json() {
        for range in ["text/html", "application/xml", "application/json;q=0", "*/*; q=0.0", ""] {
            assert!(!is_json(range), "{range}");
        }
    }
}
