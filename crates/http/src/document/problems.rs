//! Which problems each operation gives, for every status: what it names itself beside its route, and what the house says to every operation of
//! its sort.
//!
//! An operation names its own in its `#[utoipa::path]` as `extensions(("x-problems" = json!({ "409": ["meetings/already-started"] })))`. In
//! the document `x-problems` is whole, and the answers say in words what is particular. The tests hold every refusal they get against it.

use serde_json::{Map, Value, json};

/// Where an operation lists the problems it gives: codes by status.
const NAME: &str = "x-problems";

/// Lists at every operation the problems it gives, and leaves out the statuses that it never answers with.
pub fn name(document: &mut Value) {
    let shared = document.pointer("/components/responses").cloned().unwrap_or_default();
    let paths = document.get_mut("paths").and_then(Value::as_object_mut).into_iter().flatten();
    for (path, operations) in paths {
        for (method, operation) in operations.as_object_mut().into_iter().flatten() {
            if let Some(operation) = operation.as_object_mut() {
                name_at(&Route { path, method }, operation, &shared);
            }
        }
    }
}

/// Where an operation is.
struct Route<'a> {
    path: &'a str,
    method: &'a str,
}

fn name_at(route: &Route<'_>, operation: &mut Map<String, Value>, shared: &Value) {
    let own = operation.remove(NAME).unwrap_or_default();
    let mut named = Map::new();
    let refusals = operation.get("responses").and_then(Value::as_object).into_iter().flat_map(Map::keys);
    for status in refusals.filter(|status| status.starts_with(['4', '5'])) {
        let codes = own.get(status).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
        let mut codes: Vec<&str> = codes.chain(of_house(status, route, operation)).collect();
        codes.sort_unstable();
        codes.dedup();
        named.insert(status.clone(), json!(codes));
    }
    for (status, answer) in operation.get_mut("responses").and_then(Value::as_object_mut).into_iter().flatten() {
        if let Some(codes) = own.get(status).and_then(Value::as_array) {
            *answer = described(answer, shared, codes);
        }
    }
    let never: Vec<String> =
        named.iter().filter(|(_, codes)| codes.as_array().is_some_and(Vec::is_empty)).map(|(key, _)| key.clone()).collect();
    for status in never {
        named.remove(&status);
        operation.get_mut("responses").and_then(Value::as_object_mut).and_then(|answers| answers.remove(&status));
    }
    operation.insert(NAME.to_owned(), Value::Object(named));
}

/// What the house itself answers with this status to such an operation.
fn of_house(status: &str, route: &Route<'_>, operation: &Map<String, Value>) -> Vec<&'static str> {
    let reads = route.method == "get";
    let lets_everyone = operation.get("security").and_then(Value::as_array).is_none_or(|ways| ways.contains(&json!({})));
    let key = parameter(operation, "Idempotency-Key");
    let given = |code, is_given: bool| is_given.then_some(code);
    let codes = match status {
        "400" => vec![
            Some("house/invalid"),
            Some("house/unreadable"),
            given("house/interrupted", operation.contains_key("requestBody")),
            given("house/key-invalid", key.is_some()),
            given("house/key-required", key.is_some_and(|key| key.get("required") == Some(&json!(true)))),
        ],
        "401" => vec![Some("house/unauthenticated")],
        "403" => vec![given("house/forbidden", !(reads && lets_everyone))],
        "404" => vec![given("house/not-found", route.path.contains('{'))],
        "406" => vec![Some("house/not-acceptable")],
        "408" => vec![Some("house/deadline-passed")],
        "409" => vec![given("house/in-flight", key.is_some())],
        "412" => vec![Some("house/stale")],
        "413" => vec![Some("house/too-large")],
        "415" => vec![Some("house/unsupported-media-type")],
        "422" => vec![given("house/key-reused", key.is_some())],
        "428" => vec![Some("house/version-required")],
        "429" => vec![Some("house/too-many-requests")],
        "500" => vec![Some("house/failed")],
        "503" => vec![Some("house/busy"), Some("house/unavailable")],
        "507" => vec![Some("house/full")],
        _ => Vec::new(),
    };
    codes.into_iter().flatten().collect()
}

fn parameter<'a>(operation: &'a Map<String, Value>, name: &str) -> Option<&'a Value> {
    let parameters = operation.get("parameters").and_then(Value::as_array)?;
    parameters.iter().find(|parameter| parameter.get("name").and_then(Value::as_str) == Some(name))
}

/// A reference to the shared answer, with the problems that are particular to this operation in words of its own.
fn described(answer: &Value, shared: &Value, codes: &[Value]) -> Value {
    let Some(reference) = answer.get("$ref").and_then(Value::as_str) else {
        return answer.clone();
    };
    let words = reference.rsplit('/').next().and_then(|name| shared.get(name)?.get("description")?.as_str()).unwrap_or_default();
    let listed: Vec<String> = codes.iter().filter_map(Value::as_str).map(|code| format!("`{code}`")).collect();
    json!({ "$ref": reference, "description": format!("{words} Particular to this operation: {}.", listed.join(", ")) })
}
