//! The document is the contract: what is checked in is what is served, and every operation is described in full.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;
use vliegwiel_tests::contract::NAMED;

fn document() -> Value {
    serde_json::to_value(vliegwiel_http::openapi().unwrap()).unwrap()
}

fn operations(document: &Value) -> Vec<(String, Value)> {
    let mut operations = Vec::new();
    for (path, methods) in document["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            if ["get", "post", "put", "patch", "delete"].contains(&method.as_str()) {
                operations.push((format!("{method} {path}"), operation.clone()));
            }
        }
    }
    operations
}

#[test]
fn the_checked_in_document_is_the_served_one() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("openapi/openapi.json");
    let checked_in: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();

    assert!(checked_in == document(), "openapi/openapi.json is out of date: run `make openapi`");
}

#[test]
fn every_operation_has_a_name_a_summary_a_description_and_a_tag() {
    let mut names = BTreeSet::new();

    for (at, operation) in operations(&document()) {
        let name = operation["operationId"].as_str().unwrap_or_else(|| panic!("{at} has no operationId"));
        assert!(names.insert(name.to_owned()), "two operations are called {name}");
        assert!(
            name.starts_with(|first: char| first.is_ascii_lowercase()) && name.bytes().all(|byte| byte.is_ascii_alphanumeric()),
            "{name}"
        );
        for text in ["summary", "description"] {
            assert!(operation[text].as_str().is_some_and(|text| text.len() > 5), "{at} has no {text}");
        }
        assert!(operation["tags"].as_array().is_some_and(|tags| tags.len() == 1), "{at} needs one tag");
    }
}

#[test]
fn every_response_has_a_description_and_every_operation_its_problems() {
    for (at, operation) in operations(&document()) {
        let responses = operation["responses"].as_object().unwrap();
        for (status, response) in responses {
            assert!(response.get("$ref").is_some() || response["description"].is_string(), "{at} {status} has no description");
        }
        for status in ["400", "429", "500", "503"] {
            assert!(responses.contains_key(status), "{at} does not tell about {status}");
        }
    }
}

#[test]
fn every_body_has_a_whole_example() {
    for (at, operation) in operations(&document()) {
        let answers = operation["responses"].as_object().unwrap().iter().filter(|(status, _)| status.starts_with('2'));
        for body in answers.map(|(_, answer)| answer).chain(operation.get("requestBody")) {
            for content in body["content"].as_object().into_iter().flat_map(serde_json::Map::values) {
                let examples = content["examples"].as_object().into_iter().flat_map(|all| all.values().map(|one| &one["value"]));
                let mut examples = examples.chain(content.get("example")).peekable();
                assert!(examples.peek().is_some(), "{at} has a body without an example");
                examples.for_each(|example| assert_whole(&at, example));
            }
        }
    }
}

/// A field that stays empty in an example shows nobody what goes there.
fn assert_whole(at: &str, example: &Value) {
    match example {
        Value::Null => panic!("an example of {at} has an empty place"),
        Value::Array(items) => items.iter().for_each(|item| assert_whole(at, item)),
        Value::Object(fields) => fields.iter().for_each(|(name, value)| assert_whole(&format!("{at}.{name}"), value)),
        _ => {}
    }
}

#[test]
fn paths_are_plural_kebab_case_without_verbs_or_slash_at_the_end() {
    for path in document()["paths"].as_object().unwrap().keys() {
        assert!(path.starts_with("/api/v1/") && !path.ends_with('/'), "{path}");
        for segment in path.trim_start_matches("/api/v1/").split('/').filter(|segment| !segment.starts_with('{')) {
            let is_kebab = segment.trim_start_matches('_').bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
            assert!(is_kebab, "{path}: {segment}");
        }
    }
}

#[test]
fn no_personal_data_stands_in_a_query_s31() {
    for (at, operation) in operations(&document()) {
        for parameter in operation["parameters"].as_array().into_iter().flatten() {
            let name = parameter["name"].as_str().unwrap().to_lowercase();
            for word in ["email", "token", "phone", "password", "birth", "postcode"] {
                assert!(!name.contains(word), "{at} takes {name} in its address");
            }
            // words to search people with are names
            let is_about_people =
                ["persons", "affiliations", "memberships", "registrations"].contains(&operation["tags"][0].as_str().unwrap());
            assert!(!is_about_people || name != "q", "{at} takes names in its address");
        }
    }
}

#[test]
fn every_post_that_changes_something_can_be_repeated_without_a_second_effect() {
    for (at, operation) in operations(&document()) {
        // an answer that holds a token is not kept, and a search changes nothing
        if !at.starts_with("post ") || at.ends_with("/_search") || at.contains("/sessions") {
            continue;
        }
        let takes_key = operation["parameters"].as_array().into_iter().flatten().any(|parameter| parameter["name"] == "Idempotency-Key");
        assert!(takes_key, "{at} takes no Idempotency-Key");
    }
}

#[test]
fn every_text_that_comes_in_has_a_longest_length() {
    let document = document();
    for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
        // what comes in refuses unknown fields, and only that
        if schema["additionalProperties"] != Value::Bool(false) {
            continue;
        }
        for (property, shape) in schema["properties"].as_object().into_iter().flatten() {
            let is_free_text = shape["type"] == "string" && shape["format"].is_null() && shape["enum"].is_null();
            assert!(!is_free_text || shape["maxLength"].is_u64(), "{name}.{property} has no maxLength");
        }
    }
}

/// Problems that no operation gives.
const OF_NO_OPERATION: &[&str] = &[
    // a path answers it, for a method that is no operation
    "house/method-not-allowed",
    // the operator gets it from a command
    "areas/invalid-code",
    "areas/invalid-day",
    "areas/invalid-period",
    "areas/invalid-successor",
    "areas/not-a-municipality",
    "areas/unknown-province",
    "organizations/invalid-slug",
    "organizations/reserved-slug",
    // the use case, or the worker, asks first
    "accounts/wrong-state",
    "affiliations/consent-missing",
    "affiliations/not-requestable",
    "networks/not-below-minimum",
    // 412 says it to who names a version
    "founding-plans/section-changed",
    // the bounds of the input are narrower, or a flaw at the field says it
    "accounts/password-forbidden",
    "accounts/password-too-long",
    "accounts/password-too-short",
    "accounts/password-weak",
    "meetings/invalid-capacity",
    "meetings/too-many-hosts",
    "organizations/invalid-colour",
    "organizations/invalid-logo",
    "organizations/invalid-radius",
    "organizations/out-of-range",
    "persons/invalid-birth-year",
    "persons/invalid-postcode",
    "positions/invalid-term",
];

#[test]
fn every_problem_is_named_by_an_operation_and_every_name_is_a_problem() {
    let texts = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("crates/http/src/problems/en.txt");
    let texts = std::fs::read_to_string(texts).unwrap();
    // a text that is refused is a flaw at its field
    let known = texts.lines().filter_map(|line| line.split(" | ").next()).filter(|code| !code.ends_with("/invalid-text"));
    let known: BTreeSet<&str> = known.filter(|code| !OF_NO_OPERATION.contains(code)).collect();

    let named = NAMED.values().flat_map(|problems| problems.as_object().unwrap().values());
    let named: BTreeSet<&str> = named.flat_map(|codes| codes.as_array().unwrap()).map(|code| code.as_str().unwrap()).collect();

    assert_eq!(known.difference(&named).collect::<Vec<_>>(), Vec::<&&str>::new(), "no operation names these");
    assert_eq!(named.difference(&known).collect::<Vec<_>>(), Vec::<&&str>::new(), "these have no text, or are of no operation");
}

#[test]
fn every_refusal_names_its_problems() {
    for (at, operation) in operations(&document()) {
        let refusals = operation["responses"].as_object().unwrap().keys().filter(|status| status.starts_with(['4', '5']));
        let named = operation["x-problems"].as_object().unwrap();

        assert!(named.keys().eq(refusals), "{at}");
        assert!(named.values().all(|codes| !codes.as_array().unwrap().is_empty()), "{at}");
    }
}
