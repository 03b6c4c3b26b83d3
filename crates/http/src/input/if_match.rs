//! `If-Match` and `ETag`: a change names the version it was made from.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::{FromRequest, HttpRequest};
use utoipa::IntoParams;
use vliegwiel_domain::mutants::{Hole, planted};

use crate::problems::Problem;

/// The version that the caller saw.
///
/// Without the header, or with `*`, which names no version, the answer is 428. A tag that is weak or not ours fits no version: it becomes
/// [`IfMatch::NONE`], so that the use case answers 412 only after it has found and authorised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IfMatch(pub u32);

/// The header, as the document describes it.
#[derive(Debug, IntoParams)]
#[into_params(parameter_in = Header)]
pub struct IfMatchHeader {
    /// `ETag` of the version that you saw.
    #[param(rename = "If-Match", required, example = "\"v3\"")]
    _version: String,
}

impl IfMatch {
    /// A version that nothing has: versions begin at 1.
    pub const NONE: u32 = 0;
}

/// The entity tag of a version: `"v3"`, always strong.
#[must_use]
pub fn etag(version: u32) -> String {
    format!("\"v{version}\"")
}

impl FromRequest for IfMatch {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let mut headers = request.headers().get_all(header::IF_MATCH);
        ready(match (headers.next(), headers.next()) {
            (Some(only), None) => parse(only.to_str().unwrap_or_default()),
            (None, _) if planted(Hole::VersionRequired) => Ok(Self(1)),
            (None, _) => Err(Problem::version_required()),
            (Some(_), Some(_)) => Ok(Self(Self::NONE)),
        })
    }
}

fn parse(text: &str) -> Result<IfMatch, Problem> {
    if text.trim() == "*" || text.trim().is_empty() {
        return Err(Problem::version_required());
    }
    let number = text.trim().strip_prefix("\"v").and_then(|rest| rest.strip_suffix('"'));
    let digits = number.filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.starts_with('0'));
    Ok(IfMatch(digits.and_then(|digits| digits.parse().ok()).unwrap_or(IfMatch::NONE)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_own_tag_names_its_version() {
        assert_eq!(parse(&etag(3)).ok(), Some(IfMatch(3)));
    }

    #[test]
    fn another_tag_fits_no_version() {
        for text in ["W/\"v3\"", "v3", "\"v03\"", "\"v+3\"", "\"v3\", \"v4\"", "\"\"", "\"v\"", "\"v99999999999\""] {
            assert_eq!(parse(text).ok(), Some(IfMatch(IfMatch::NONE)), "{text}");
        }
    }

    #[test]
    fn a_star_names_no_version() {
        assert!(parse("*").is_err());
        assert!(parse(" ").is_err());
    }
}
