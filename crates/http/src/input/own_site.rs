//! Operations that a cookie opens are open to our own pages only (security.md S28).

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::http::header::{self, HeaderMap};
use actix_web::{FromRequest, HttpRequest};

use crate::House;
use crate::problems::Problem;

/// Name of the cookie that holds the refresh token of the web app.
pub const REFRESH_COOKIE: &str = "__Host-vliegwiel-refresh";

/// The request comes from a page of this installation, by `Sec-Fetch-Site` or else by `Origin`; anything else answers 403.
#[derive(Debug, Clone, Copy)]
pub struct OwnSite;

impl OwnSite {
    /// Check a request of which only the body tells that a cookie will come of it.
    ///
    /// # Errors
    /// 403 for a page of another site.
    pub fn check(request: &HttpRequest) -> Result<Self, Problem> {
        if is_own(request) { Ok(Self) } else { Err(Problem::foreign_site()) }
    }
}

impl FromRequest for OwnSite {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Self::check(request))
    }
}

/// The refresh token in the cookie of the web app, if there is one. With a cookie the request must come from our own pages.
#[derive(Clone)]
pub struct RefreshCookie(pub Option<String>);

impl FromRequest for RefreshCookie {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(match refresh_token(request.headers()) {
            None => Ok(Self(None)),
            Some(_) if !is_own(request) => Err(Problem::foreign_site()),
            Some(token) => Ok(Self(Some(token))),
        })
    }
}

/// Value of `Set-Cookie` that keeps a refresh token for `seconds`. The token holds no character that a cookie may not hold.
#[must_use]
pub fn keep_refresh_token(token: &str, seconds: i64) -> String {
    format!("{REFRESH_COOKIE}={token}; Path=/; Max-Age={seconds}; HttpOnly; Secure; SameSite=Strict")
}

/// Value of `Set-Cookie` that makes the browser forget the refresh token.
#[must_use]
pub fn forget_refresh_token() -> String {
    keep_refresh_token("", 0)
}

fn refresh_token(headers: &HeaderMap) -> Option<String> {
    cookie(headers, REFRESH_COOKIE)
}

/// The value of a cookie, unless it is empty.
pub(crate) fn cookie(headers: &HeaderMap, wanted: &str) -> Option<String> {
    headers
        .get_all(header::COOKIE)
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, _)| *name == wanted)
        .map(|(_, token)| token.to_owned())
        .filter(|token| !token.is_empty())
}

fn is_own(request: &HttpRequest) -> bool {
    let own_origin = request.app_data::<actix_web::web::Data<House>>().map(|house| house.own_origin().to_owned());
    let text = |name: &str| request.headers().get(name).map(|value| value.to_str().unwrap_or_default().to_owned());
    comes_from(text("sec-fetch-site").as_deref(), text("origin").as_deref(), own_origin.as_deref())
}

fn comes_from(fetch_site: Option<&str>, origin: Option<&str>, own: Option<&str>) -> bool {
    match (fetch_site, origin) {
        (Some(site), _) => site == "same-origin",
        (None, Some(origin)) => own == Some(origin),
        (None, None) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: Option<&str> = Some("https://netwerken.example");

    #[test]
    fn the_browser_knows_best() {
        assert!(comes_from(Some("same-origin"), None, OWN));
        for site in ["cross-site", "same-site", "none", ""] {
            assert!(!comes_from(Some(site), OWN, OWN), "{site}");
        }
    }

    #[test]
    fn an_old_browser_is_known_by_its_origin() {
        assert!(comes_from(None, OWN, OWN));
        for origin in ["null", "http://netwerken.example", "https://netwerken.example.evil.example", "https://netwerken.example:444"] {
            assert!(!comes_from(None, Some(origin), OWN), "{origin}");
        }
    }

    #[test]
    fn who_says_nothing_is_refused() {
        assert!(!comes_from(None, None, OWN));
    }
}
