//! The problems of operations, described once and referred to.

use std::collections::BTreeMap;

use actix_web::http::StatusCode;
use utoipa::IntoResponses;
use utoipa::openapi::{ContentBuilder, Ref, RefOr, Response, ResponseBuilder};
use vliegwiel_domain::text::Language;

use crate::problems::{Flaw, PROBLEM_JSON, Problem, ProblemBody};

/// The problems of an operation that reads.
pub struct ReadErrors;

/// The problems of an operation that creates or acts.
pub struct CreateErrors;

/// The problems of an operation that changes or removes a version of a resource.
pub struct ChangeErrors;

/// A problem as the document describes it.
struct Described {
    status: u16,
    name: &'static str,
    description: &'static str,
    code: &'static str,
}

const READ: [u16; 9] = [400, 401, 403, 404, 406, 408, 429, 500, 503];
const CREATE: [u16; 14] = [400, 401, 403, 404, 406, 408, 409, 413, 415, 422, 429, 500, 503, 507];
const CHANGE: [u16; 15] = [400, 401, 403, 404, 406, 408, 409, 412, 413, 415, 428, 429, 500, 503, 507];

const ALL: [Described; 16] = [
    Described {
        status: 400,
        name: "Invalid",
        description: "The input cannot be read or breaks a bound. `errors` lists what is wrong.",
        code: "house/invalid",
    },
    Described { status: 401, name: "Unauthenticated", description: "Nobody is signed in, or not any more.", code: "house/unauthenticated" },
    Described { status: 403, name: "Forbidden", description: "You may know of it, but not do this.", code: "house/forbidden" },
    Described { status: 404, name: "NotFound", description: "It does not exist, or it is not for you to know.", code: "house/not-found" },
    Described { status: 406, name: "NotAcceptable", description: "`Accept` leaves out JSON.", code: "house/not-acceptable" },
    Described {
        status: 408,
        name: "DeadlinePassed",
        description: "The request took longer than 10 seconds. Nothing was half done; send it again with the same key.",
        code: "house/deadline-passed",
    },
    Described {
        status: 409,
        name: "Conflict",
        description: "A rule or the present state forbids it; `type` says which. Or a request with this key is still being answered.",
        code: "house/in-flight",
    },
    Described {
        status: 412,
        name: "Stale",
        description: "Somebody changed it since the version in `If-Match`. Load it again.",
        code: "house/stale",
    },
    Described { status: 413, name: "TooLarge", description: "The body is larger than 256 KiB.", code: "house/too-large" },
    Described {
        status: 415,
        name: "UnsupportedMediaType",
        description: "The body is not JSON, or compressed.",
        code: "house/unsupported-media-type",
    },
    Described {
        status: 422,
        name: "KeyReused",
        description: "The `Idempotency-Key` was used for another request.",
        code: "house/key-reused",
    },
    Described { status: 428, name: "VersionRequired", description: "`If-Match` is missing.", code: "house/version-required" },
    Described {
        status: 429,
        name: "TooManyRequests",
        description: "You ask more than one caller may. Come back after `Retry-After` seconds.",
        code: "house/too-many-requests",
    },
    Described { status: 500, name: "Failed", description: "A fault of ours. `requestId` finds it in our log.", code: "house/failed" },
    Described {
        status: 503,
        name: "Unavailable",
        description: "Busy or without its database. Come back after `Retry-After` seconds; nothing was half done.",
        code: "house/unavailable",
    },
    Described { status: 507, name: "Full", description: "No space is left to write. Reading still works.", code: "house/full" },
];

/// Every problem by the name it is referred to with.
pub fn all() -> Vec<(&'static str, Response)> {
    ALL.iter().map(|problem| (problem.name, response(problem))).collect()
}

fn response(described: &Described) -> Response {
    let status = StatusCode::from_u16(described.status).unwrap_or_default();
    let flaws = if described.status == 400 { vec![Flaw::new("/email", "not-an-email-address")] } else { Vec::new() };
    let problem = Problem { flaws, ..Problem::new(status, described.code) };
    let path = Some("/api/v1/organizations/drenthe");
    let example = ProblemBody::of(&problem, Language::En, path, Some("0196f1d2-7c5e-7d30-9a53-0f6c1b1d2e3f"));
    let content = ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).example(serde_json::to_value(example).ok()).build();
    ResponseBuilder::new().description(described.description).content(PROBLEM_JSON, content).build()
}

fn references(statuses: &[u16]) -> BTreeMap<String, RefOr<Response>> {
    ALL.iter()
        .filter(|problem| statuses.contains(&problem.status))
        .map(|problem| (problem.status.to_string(), RefOr::Ref(Ref::from_response_name(problem.name))))
        .collect()
}

impl IntoResponses for ReadErrors {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        references(&READ)
    }
}

impl IntoResponses for CreateErrors {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        references(&CREATE)
    }
}

impl IntoResponses for ChangeErrors {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        references(&CHANGE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_status_of_a_set_is_described() {
        for (set, size) in
            [(&READ[..], ReadErrors::responses()), (&CREATE[..], CreateErrors::responses()), (&CHANGE[..], ChangeErrors::responses())]
        {
            assert_eq!(set.len(), size.len());
        }
    }
}
