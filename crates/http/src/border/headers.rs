//! Headers that every answer carries (security.md S30).

use actix_web::http::header::{
    CONTENT_SECURITY_POLICY, HeaderMap, HeaderName, HeaderValue, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS,
};

/// Version of the API, as `API-Version` and in the document.
pub const API_VERSION: &str = "1.0.0";
/// Name of the header with the version of the API.
pub const API_VERSION_HEADER: HeaderName = HeaderName::from_static("api-version");
/// Name of the header with the id of the request.
pub const REQUEST_ID_HEADER: HeaderName = HeaderName::from_static("x-request-id");

/// What an answer of the API may do in a browser: nothing.
const API_POLICY: HeaderValue = HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
/// What the bundled documentation page needs: its own files, and images inside its style sheet.
const DOCS_POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; \
     base-uri 'none'; form-action 'none'",
);

const ALWAYS: [(HeaderName, HeaderValue); 7] = [
    (API_VERSION_HEADER, HeaderValue::from_static(API_VERSION)),
    (STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=63072000; includeSubDomains")),
    (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (REFERRER_POLICY, HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static("camera=(self), geolocation=(), microphone=(), payment=(), usb=()"),
    ),
];

/// Add what is missing. A page that set a policy of its own, as the web app does, keeps it.
pub fn complete(headers: &mut HeaderMap, path: &str) {
    let policy = if path.starts_with("/api/docs") { DOCS_POLICY } else { API_POLICY };
    for (name, value) in ALWAYS.into_iter().chain([(CONTENT_SECURITY_POLICY, policy)]) {
        if !headers.contains_key(&name) {
            headers.insert(name, value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_keeps_its_own_policy() {
        let mut headers = HeaderMap::new();
        headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'self'"));

        complete(&mut headers, "/drenthe");

        assert_eq!(headers.get_all(CONTENT_SECURITY_POLICY).collect::<Vec<_>>(), ["default-src 'self'"]);
        assert!(headers.contains_key(STRICT_TRANSPORT_SECURITY));
    }

    #[test]
    fn an_answer_of_the_api_may_do_nothing_in_a_browser() {
        let mut headers = HeaderMap::new();

        complete(&mut headers, "/api/v1/organizations");

        assert_eq!(headers.get(CONTENT_SECURITY_POLICY), Some(&API_POLICY));
    }
}
