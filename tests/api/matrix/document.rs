//! The document as the running product serves it: what there is to ask.

use std::collections::BTreeMap;

use reqwest::{Method, StatusCode};
use serde_json::Value;
use vliegwiel_tests::World;

/// An operation of the served document.
pub struct Operation {
    /// Its name, such as `decideMembership`.
    pub id: String,
    /// Its method.
    pub method: Method,
    /// Its path below `/api/v1`, with the names of what stands in it in braces.
    pub path: String,
    /// Its capability.
    pub tag: String,
    /// The names in the path of what has an id, the outermost first; the organisation is none of them.
    pub objects: Vec<String>,
    /// Media type and example of its body.
    pub body: Option<(String, Value)>,
    /// The fields of its body, and those of its answer.
    pub fields: (BTreeMap<String, Value>, BTreeMap<String, Value>),
    /// Whether it is for a version that the caller names.
    pub names_version: bool,
}

impl Operation {
    /// Whether asking changes something.
    pub fn is_write(&self) -> bool {
        self.method != Method::GET && !self.path.ends_with("/_search")
    }

    /// Whether it stands below an organisation.
    pub fn is_of_organization(&self) -> bool {
        self.path.contains("{organization}")
    }

    fn of(document: &Value, path: &str, (method, described): (&String, &Value)) -> Option<Self> {
        let method: Method = method.to_uppercase().parse().ok()?;
        let id = described["operationId"].as_str()?.to_owned();
        let parameters = described["parameters"].as_array().cloned().unwrap_or_default();
        let names = |place: &str| {
            let of_place = parameters.iter().filter(|one| one["in"] == place);
            of_place.map(|one| one["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        let objects = names("path").into_iter().filter(|name| !["organization", "section", "purpose"].contains(&name.as_str())).collect();
        let content = described["requestBody"]["content"].as_object().and_then(|all| all.iter().next());
        let answers = described["responses"].as_object().unwrap().iter().filter(|(status, _)| status.starts_with('2'));
        let mut answered = BTreeMap::new();
        for (_, answer) in answers {
            answered.extend(fields(document, &answer["content"]["application/json"]["schema"]));
        }
        Some(Self {
            id,
            method,
            path: path.trim_start_matches("/api/v1").to_owned(),
            tag: described["tags"][0].as_str()?.to_owned(),
            objects,
            body: content.map(|(kind, body)| (kind.clone(), body["example"].clone())),
            fields: (content.map(|(_, body)| fields(document, &body["schema"])).unwrap_or_default(), answered),
            names_version: names("header").contains(&"If-Match".to_owned()),
        })
    }
}

/// All operations, those of one capability together.
pub async fn operations(world: &World) -> Vec<Operation> {
    let document = world.anonymous().get("/openapi.json").await.expect(StatusCode::OK);
    let paths = document["paths"].as_object().unwrap();
    let all = paths.iter().flat_map(|(path, methods)| methods.as_object().unwrap().iter().map(move |method| (path, method)));
    let mut operations: Vec<Operation> = all.filter_map(|(path, method)| Operation::of(&document, path, method)).collect();
    operations.sort_by(|one, other| (&one.tag, &one.path, one.method.as_str()).cmp(&(&other.tag, &other.path, other.method.as_str())));
    operations
}

/// The fields of a schema, each with an example.
fn fields(document: &Value, schema: &Value) -> BTreeMap<String, Value> {
    if let Some(name) = schema["$ref"].as_str() {
        let name = name.rsplit('/').next().unwrap();
        return fields(document, &document["components"]["schemas"][name]);
    }
    let mut all = BTreeMap::new();
    for word in ["allOf", "oneOf", "anyOf"] {
        schema[word].as_array().into_iter().flatten().for_each(|part| all.extend(fields(document, part)));
    }
    for (name, shape) in schema["properties"].as_object().into_iter().flatten() {
        all.insert(name.clone(), example(shape));
    }
    all
}

fn example(shape: &Value) -> Value {
    if !shape["example"].is_null() {
        return shape["example"].clone();
    }
    match shape["type"].as_str() {
        Some("integer" | "number") => 7.into(),
        Some("boolean") => true.into(),
        Some("array") => Value::Array(Vec::new()),
        _ => shape["enum"][0].as_str().unwrap_or("anders").into(),
    }
}
