//! What holds for every operation and is therefore written at none: the headers of requests and answers, and who may call.

use serde_json::{Map, Value, json};

use crate::border::API_VERSION;

/// Names the headers that every answer carries, and says of operations that ask for no session that they do not.
pub fn add(document: &mut Value) {
    let shared = document.pointer_mut("/components/responses").and_then(Value::as_object_mut);
    for (_, answer) in shared.into_iter().flatten() {
        name_headers(answer);
    }
    for name in ["TooManyRequests", "Unavailable"] {
        if let Some(headers) = document.pointer_mut(&format!("/components/responses/{name}/headers")).and_then(Value::as_object_mut) {
            let wait = json!({ "description": "Seconds to wait before you come back.", "schema": { "type": "string" }, "example": "2" });
            headers.insert("Retry-After".to_owned(), wait);
        }
    }
    let operations = document.get_mut("paths").and_then(Value::as_object_mut).into_iter().flat_map(Map::values_mut);
    for operation in operations.filter_map(Value::as_object_mut).flat_map(Map::values_mut).filter_map(Value::as_object_mut) {
        operation.entry("security").or_insert_with(|| json!([]));
        for parameter in operation.get_mut("parameters").and_then(Value::as_array_mut).into_iter().flatten() {
            bound_header(parameter);
        }
        if let Some(body) = operation.get_mut("requestBody") {
            leave_out(body);
        }
        let answers = operation.get_mut("responses").and_then(Value::as_object_mut);
        for (_, answer) in answers.into_iter().flatten() {
            name_headers(answer);
        }
    }
}

/// The form of the two headers that protect a write, as `IfMatch` and `Once` read them.
fn bound_header(parameter: &mut Value) {
    let (schema, example) = match parameter["name"].as_str() {
        Some("If-Match") => (json!({ "type": "string", "pattern": "^\"v[1-9][0-9]{0,8}\"$" }), json!("\"v3\"")),
        Some("Idempotency-Key") => (
            json!({ "type": "string", "minLength": 1, "maxLength": 128, "pattern": "^[!#-~]+$" }),
            json!("8e03978e-40d5-43dd-bc93-6894a57f9324"),
        ),
        _ => return,
    };
    if let Some(parameter) = parameter.as_object_mut() {
        parameter.insert("schema".to_owned(), schema);
        parameter.insert("example".to_owned(), example);
    }
}

/// A body that is optional may be left out, which is not the same as being `null`.
fn leave_out(body: &mut Value) {
    let contents = body.get_mut("content").and_then(Value::as_object_mut).into_iter().flat_map(Map::values_mut);
    let mut is_optional = false;
    for content in contents {
        let choices = content.pointer("/schema/oneOf").and_then(Value::as_array);
        if let Some([schema, nothing]) = choices.map(Vec::as_slice)
            && nothing["type"] == "null"
        {
            let schema = schema.clone();
            is_optional = true;
            content["schema"] = schema;
        }
    }
    if is_optional {
        body["required"] = json!(false);
    }
}

fn name_headers(answer: &mut Value) {
    let Some(answer) = answer.as_object_mut().filter(|answer| !answer.contains_key("$ref")) else {
        return;
    };
    let Some(headers) = answer.entry("headers").or_insert_with(|| json!({})).as_object_mut() else {
        return;
    };
    headers.insert(
        "API-Version".to_owned(),
        json!({ "description": "Version of the API.", "schema": { "type": "string" }, "example": API_VERSION }),
    );
    headers.insert(
        "X-Request-Id".to_owned(),
        json!({ "description": "Number of this request: name it when you report a fault.", "schema": { "type": "string" } }),
    );
}
