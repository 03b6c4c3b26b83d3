//! Whole examples beside every body, made from the schemas, so that none can fall behind them.

use serde_json::{Map, Value, json};

/// How deep a schema is followed; no body is deeper, and a schema that holds itself ends here.
const DEEPEST: usize = 20;

/// What a text looks like whose field has no example of its own, by the name of the field.
const TEXTS: &[(&str, &str)] = &[
    ("about", "Wij komen vier keer per jaar bij elkaar, op wisselende plekken."),
    ("accessToken", "eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiIwMTliMTc2YyJ9.c2lnbmF0dXJl"),
    ("accessibilityNote", "De zaal is gelijkvloers en heeft een ringleiding."),
    ("advice", "Positief: een brede kerngroep en een helder plan."),
    ("changedBy", "Marit Veenhuis"),
    ("conditions", "Zoek binnen een half jaar een penningmeester."),
    ("description", "Leden zoeken elkaar op rond wat zij belangrijk vinden."),
    ("email", "naam@voorbeeld.nl"),
    ("endReason", "Het netwerk heeft zijn doel bereikt."),
    ("languageNote", "We praten Nederlands; er is een tolk Engels."),
    ("logoUrl", "https://voorbeeld.nl/logo.svg"),
    ("name", "Netwerk zorg"),
    ("needs", "Een plek voor een rolstoel."),
    ("next", "bmV4dC1wYWdl"),
    ("onlineUrl", "https://voorbeeld.nl/deelnemen"),
    ("organisation", "We overleggen elke maand een uur."),
    ("organizationName", "Netwerkpartij"),
    ("password", "paarse trampoline zeven oesters"),
    ("personName", "Marit Veenhuis"),
    ("postcode", "9401 HV"),
    ("purpose", "Wij verbinden leden die in de zorg werken met onze politici."),
    ("reason", "Het past bij onze agenda."),
    ("refreshToken", "b3BhcXVlLXJlZnJlc2gtdG9rZW4"),
    ("requestId", "019b176c-8f3a-7c21-9d4e-1f2a3b4c5d6e"),
    ("stateReason", "De zaal is die avond dicht."),
    ("slug", "netwerk-zorg"),
    ("summary", "We luisteren naar twee mensen uit de praktijk, en praten daarna in groepen."),
    ("takenBy", "Marit Veenhuis"),
    ("text", "Het netwerk groeit, en de avonden lopen vol."),
    ("title", "Samen aan tafel met de gemeente"),
    ("token", "b3BhcXVlLW1haWxlZC10b2tlbg"),
    ("vacancyText", "Je spreekt elke maand iemand van de gemeente."),
    ("writtenBy", "Marit Veenhuis"),
];

/// Puts an example beside every body that goes in, or comes out with success, and has none of its own.
pub fn fill(document: &mut Value) {
    let schemas = document.pointer("/components/schemas").cloned().unwrap_or_default();
    let operations = document.get_mut("paths").and_then(Value::as_object_mut).into_iter().flat_map(Map::values_mut);
    for operation in operations.filter_map(Value::as_object_mut).flat_map(Map::values_mut) {
        if let Some(body) = operation.get_mut("requestBody") {
            fill_contents(body, &schemas);
        }
        let answers = operation.get_mut("responses").and_then(Value::as_object_mut);
        for (_, answer) in answers.into_iter().flatten().filter(|(status, _)| status.starts_with('2')) {
            fill_contents(answer, &schemas);
        }
    }
}

fn fill_contents(body: &mut Value, schemas: &Value) {
    let contents = body.get_mut("content").and_then(Value::as_object_mut);
    for content in contents.into_iter().flat_map(Map::values_mut).filter_map(Value::as_object_mut) {
        if !content.contains_key("example") && !content.contains_key("examples") {
            let schema = content.get("schema").cloned().unwrap_or_default();
            content.insert("example".to_owned(), example_of("", &schema, schemas, 0));
        }
    }
}

/// What a value of this schema looks like; null when nothing fits.
fn example_of(name: &str, schema: &Value, schemas: &Value, depth: usize) -> Value {
    if depth > DEEPEST {
        return Value::Null;
    }
    if let Some(own) = schema.get("example").or_else(|| schema.get("const")) {
        return own.clone();
    }
    if let Some(first) = schema.get("enum").or_else(|| schema.get("examples")).and_then(|values| values.get(0)) {
        return first.clone();
    }
    if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
        let named = reference.rsplit('/').next().and_then(|name| schemas.get(name)).unwrap_or(&Value::Null);
        return example_of(name, named, schemas, depth + 1);
    }
    if let Some(choices) = schema.get("oneOf").or_else(|| schema.get("anyOf")).and_then(Value::as_array) {
        let something = choices.iter().find(|choice| choice.get("type") != Some(&json!("null")));
        return something.map_or(Value::Null, |choice| example_of(name, choice, schemas, depth + 1));
    }
    match kind_of(schema) {
        "string" => text_of(name, schema),
        "integer" => schema.get("minimum").cloned().unwrap_or_else(|| json!(1)),
        "number" => json!(0.72),
        "boolean" => json!(true),
        "array" => json!([schema.get("items").map_or(Value::Null, |item| example_of(name, item, schemas, depth + 1))]),
        _ => object_of(schema, schemas, depth),
    }
}

/// The type of a schema, of one that may also be null the other type.
fn kind_of(schema: &Value) -> &str {
    match schema.get("type") {
        Some(Value::String(kind)) => kind,
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).find(|kind| *kind != "null").unwrap_or_default(),
        _ => "object",
    }
}

fn text_of(name: &str, schema: &Value) -> Value {
    match schema.get("format").and_then(Value::as_str) {
        Some("uuid") => json!("019b176c-8f3a-7c21-9d4e-1f2a3b4c5d6e"),
        Some("date-time") => json!("2026-12-08T18:30:00Z"),
        Some("date") => json!("2026-12-08"),
        Some("uri") => json!("https://voorbeeld.nl/"),
        _ => TEXTS.iter().find(|(known, _)| *known == name).map_or(Value::Null, |(_, text)| json!(text)),
    }
}

/// An object with every field; the parts of `allOf` are one object.
fn object_of(schema: &Value, schemas: &Value, depth: usize) -> Value {
    let parts = schema.get("allOf").and_then(Value::as_array).into_iter().flatten();
    let mut whole: Map<String, Value> =
        parts.filter_map(|part| example_of("", part, schemas, depth + 1).as_object().cloned()).flatten().collect();
    let fields = schema.get("properties").and_then(Value::as_object).into_iter().flatten();
    whole.extend(fields.map(|(name, field)| (name.clone(), example_of(name, field, schemas, depth + 1))));
    Value::Object(whole)
}
