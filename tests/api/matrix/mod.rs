//! Every operation of the served document, asked by everyone of everything (security.md S01, S05–S08, S50).

mod document;
mod hidden;
mod mass_assignment;
mod objects;
mod policy;
mod recipes;
mod snapshot;
mod stage;

use strum::IntoEnumIterator;

use document::{Operation, operations};
use policy::{Answers, Cell};
use stage::{At, PRINCIPALS, Stage};

/// Stages that are asked side by side.
const STAGES: usize = 3;

/// The things that an operation can be asked of.
fn places(operation: &Operation) -> Vec<At> {
    let is_within = operation.is_of_organization();
    let names = !operation.objects.is_empty() || recipes::names_things(operation);
    let last = operation.objects.last().map(String::as_str);
    let all = At::iter().filter(|at| match at {
        At::Own => true,
        At::Sibling => names && (is_within || last == Some("session")),
        At::Over => last.and_then(recipes::over).is_some(),
        At::Tenant => is_within,
        At::Foreign => names && is_within,
        At::Absent => names || is_within,
    });
    all.collect()
}

async fn ask(stage: &Stage, operation: &Operation, principal: usize, at: At) -> Cell {
    let reply = stage.ask(operation, principal, at).await;
    let is_granted = (200..300).contains(&reply.status);
    let mut cell = Cell { status: reply.status, fields: std::collections::BTreeSet::default(), deeds: Vec::new() };
    if is_granted {
        policy::fields_of(&serde_json::from_str(&reply.text).unwrap_or_default(), "", &mut cell.fields);
        cell.deeds = stage.snapshot.deeds_since().await;
        if operation.is_write() || !cell.deeds.is_empty() {
            stage.snapshot.restore().await;
        }
    }
    cell
}

async fn answers(turn: usize) -> Answers {
    let stage = Stage::new().await;
    let mut answers = Answers::new();
    for operation in operations(&stage.world).await.iter().skip(turn).step_by(STAGES) {
        for at in places(operation) {
            let mut cells = Vec::new();
            for principal in 0..PRINCIPALS.len() {
                cells.push(ask(&stage, operation, principal, at).await);
            }
            answers.insert((operation.id.clone(), at.into()), cells);
        }
    }
    answers
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everyone_is_answered_as_the_policy_says_s01_s07_s50() {
    let turns: Vec<_> = (0..STAGES).map(|turn| tokio::spawn(answers(turn))).collect();
    let mut answers = Answers::new();
    for turn in turns {
        answers.extend(turn.await.unwrap());
    }
    let world = vliegwiel_tests::World::new().await;
    let operations = operations(&world).await;

    policy::hold("operation-matrix.txt", &policy::print_statuses(&operations, &answers));
    policy::hold("operation-fields.txt", &policy::print_fields(&operations, &answers));
    let mut surprises = policy::surprises(&operations, &answers);
    surprises.extend(policy::gaps_in_the_trail(&operations, &answers));
    assert!(surprises.is_empty(), "{} surprises\n{}", surprises.len(), surprises.join("\n"));
}
