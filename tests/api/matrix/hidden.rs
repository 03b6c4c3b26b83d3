//! What is of another organisation, or of another parent, is answered as what is not there (security.md S05, S06).

use std::collections::BTreeMap;

use serde_json::Value;
use vliegwiel_tests::Reply;

use super::document::operations;
use super::stage::{At, PRINCIPALS, Stage};

/// What everyone may see of an answer: the status, the body but for the address asked, the headers but for what tells one request from the next.
fn seen(reply: &Reply) -> (u16, Value, BTreeMap<String, String>) {
    let mut body: Value = serde_json::from_str(&reply.text).unwrap_or_default();
    if let Some(fields) = body.as_object_mut() {
        fields.remove("instance");
    }
    // how much of the body was read when the answer was ready decides whether the connection stays
    let own = ["date", "x-request-id", "content-length", "connection"];
    let headers = reply.headers.iter().filter(|(name, _)| !own.contains(&name.as_str()));
    (reply.status, body, headers.map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned())).collect())
}

#[tokio::test]
async fn what_is_of_another_organization_is_answered_as_what_is_not_there_s05() {
    let stage = Stage::new().await;
    let mut differences = Vec::new();
    for operation in operations(&stage.world).await.iter().filter(|one| one.is_of_organization() && !one.objects.is_empty()) {
        for (principal, name) in PRINCIPALS.iter().enumerate() {
            let whole = |at| vec![stage.path(operation, principal, at)];
            let mut foreign = whole(At::Foreign);
            let mut absent = whole(At::Absent);
            foreign.extend(stage.mixed(operation, principal, At::Foreign));
            absent.extend(stage.mixed(operation, principal, At::Absent));
            for (foreign, absent) in foreign.iter().zip(&absent) {
                let foreign = stage.ask_of(operation, principal, foreign, At::Foreign).await;
                let absent = stage.ask_of(operation, principal, absent, At::Absent).await;
                if seen(&foreign) != seen(&absent) || foreign.status < 400 {
                    differences.push(format!("{} {}: {foreign:?} {absent:?}", operation.id, name));
                }
            }
        }
    }

    assert!(differences.is_empty(), "{} differences\n{}", differences.len(), differences.join("\n"));
}

#[tokio::test]
async fn a_child_of_another_parent_is_not_there_s06() {
    let stage = Stage::new().await;
    let (mut hidden, mut found) = (0, Vec::new());
    for operation in operations(&stage.world).await.iter().filter(|one| one.is_of_organization()) {
        for (principal, name) in PRINCIPALS.iter().enumerate() {
            for path in stage.mixed(operation, principal, At::Sibling) {
                let reply = stage.ask_of(operation, principal, &path, At::Own).await;
                let absent = stage.ask_of(operation, principal, &Stage::without_last(operation, &path), At::Own).await;
                hidden += usize::from(reply.status == 404);
                // who may do nothing of the kind below this parent is told so, of whatever child
                if ![401, 403, 404].contains(&reply.status) || seen(&reply) != seen(&absent) {
                    found.push(format!("{} {} {path}: {reply:?} {absent:?}", operation.id, name));
                }
            }
        }
    }

    assert!(hidden > 200 && found.is_empty(), "{hidden} hidden\n{}", found.join("\n"));
}
