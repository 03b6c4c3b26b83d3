//! A field that only the answer of a write has is refused in its body, and nothing changes (security.md S08).

use serde_json::json;

use super::document::operations;
use super::stage::Stage;

#[tokio::test]
async fn a_write_takes_no_field_that_only_the_answer_has_s08() {
    let stage = Stage::new().await;
    let (mut tried, mut taken) = (0, Vec::new());
    for operation in operations(&stage.world).await.iter().filter(|one| one.is_write() && one.body.is_some()) {
        let Some(principal) = stage.granted(operation).await else {
            taken.push(format!("{}: nobody may do it", operation.id));
            continue;
        };
        let (known, answered) = &operation.fields;
        let strangers = answered.iter().map(|(name, value)| (name.as_str(), value.clone()));
        let strangers = strangers.chain([("organizationId", json!("019b0000-0000-7000-8000-000000000000")), ("isAdmin", json!(true))]);
        for (name, value) in strangers.filter(|(name, _)| !known.contains_key(*name)) {
            let reply = stage.ask_with(operation, principal, (name, value)).await;
            tried += 1;
            if reply.status != 400 {
                taken.push(format!("{} {name}: {} {}", operation.id, reply.status, reply.text));
                stage.snapshot.restore().await;
            }
        }
        if stage.snapshot.differs().await {
            taken.push(format!("{}: something changed", operation.id));
            stage.snapshot.restore().await;
        }
    }

    assert!(tried > 200 && taken.is_empty(), "{tried} tried\n{}", taken.join("\n"));
}
