//! Problems on the wire.

use serde::Serialize;
use utoipa::ToSchema;
use vliegwiel_domain::text::Language;

use super::{Problem, texts};

/// Content type of a problem.
pub const PROBLEM_JSON: &str = "application/problem+json";

/// What went wrong and what to do, as RFC 9457 writes it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Problem)]
#[serde(rename_all = "camelCase")]
pub struct ProblemBody {
    /// Which problem it is: an address on this server with an explanation in Dutch and English. Programs decide by this.
    #[serde(rename = "type")]
    #[schema(example = "/problems/house/invalid")]
    kind: String,
    /// The problem in a few words, in the language of the caller.
    #[schema(example = "Dit klopt nog niet")]
    title: String,
    /// Status of the answer.
    #[schema(minimum = 400, maximum = 599, example = 400)]
    status: u16,
    /// What to do, in the language of the caller.
    #[schema(example = "Kijk bij de velden hieronder wat er anders moet.")]
    detail: String,
    /// Path of the request. Left out with 404, where answers may not differ.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "/api/v1/organizations/drenthe/meetings")]
    instance: Option<String>,
    /// With 500 only: the number of this request, for whoever looks into it.
    #[serde(skip_serializing_if = "Option::is_none")]
    request_id: Option<String>,
    /// With 400: all that is wrong with the input.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    errors: Vec<InputError>,
}

/// One thing that is wrong with the input.
#[derive(Debug, Serialize, ToSchema)]
pub struct InputError {
    /// JSON pointer to the member of the body, or `?name` for a query parameter; empty for the whole.
    #[schema(example = "/email")]
    pointer: String,
    /// Stable code. Programs decide by this.
    #[schema(example = "not-an-email-address")]
    code: String,
    /// What to do, in the language of the caller.
    #[schema(example = "Vul een geldig e-mailadres in, bijvoorbeeld naam@voorbeeld.nl.")]
    detail: String,
}

impl ProblemBody {
    /// The problem in a language, with what the request knows: its path and its id.
    #[must_use]
    pub fn of(problem: &Problem, language: Language, path: Option<&str>, request_id: Option<&str>) -> Self {
        let text = texts::problem(language, problem.code, problem.detail.as_deref());
        let status = problem.status.as_u16();
        Self {
            kind: format!("/problems/{}", problem.code),
            title: text.title.to_owned(),
            status,
            detail: text.detail.into_owned(),
            instance: path.filter(|_| status != 404).map(str::to_owned),
            request_id: request_id.filter(|_| status == 500).map(str::to_owned),
            errors: problem
                .flaws
                .iter()
                .map(|flaw| InputError { pointer: flaw.pointer.clone(), code: flaw.code.to_string(), detail: flaw.text(language) })
                .collect(),
        }
    }

    /// The body as JSON.
    #[must_use]
    pub fn to_json(&self) -> String {
        // texts and numbers only: serialising cannot fail, and a problem has no better answer than its own status
        serde_json::to_string(self).unwrap_or_default()
    }
}
