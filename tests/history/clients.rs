//! Clients that never give up: what got no answer is asked again with the same key.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, RwLock};
use std::time::{Duration, Instant};

use serde_json::Value;
use uuid::Uuid;

use crate::check::{Attempt, Operation};
use crate::nodes::Addresses;

/// Clients at work at the same time.
pub const CLIENTS: usize = 16;
/// Of so many operations one is asked again on purpose after its answer.
const RESENT: usize = 5;
/// Of so many operations one loses its first answer: the client hangs up before it can have come.
const HUNG_UP: usize = 7;
/// Longest wait for one answer.
const PATIENCE: Duration = Duration::from_secs(5);
/// Pause before asking again.
const PAUSE: Duration = Duration::from_millis(20);

/// Someone who may register, with an access token that is renewed in long runs.
pub struct Person {
    pub id: Uuid,
    pub token: RwLock<String>,
}

/// What the clients work on together.
pub struct Work {
    pub addresses: Addresses,
    pub persons: Vec<Person>,
    pub meetings: Vec<Uuid>,
    /// No operation is begun after this; what was begun is finished.
    pub is_enough: AtomicBool,
    /// How many operations were begun.
    pub begun: AtomicUsize,
    /// Clients that are not done.
    pub busy: AtomicUsize,
    /// No attempt is made after this.
    pub until: Instant,
}

impl Work {
    /// Every person for every meeting, the meetings one after the other, so that many want the last seat at the same time.
    fn next(&self) -> Option<(usize, &Person, Uuid)> {
        if self.is_enough.load(Ordering::Relaxed) {
            return None;
        }
        let number = self.begun.fetch_add(1, Ordering::Relaxed);
        let meeting = self.meetings.get(number / self.persons.len())?;
        Some((number, &self.persons[number % self.persons.len()], *meeting))
    }
}

/// Let all clients work until it is enough, and gather what they were told.
pub async fn work(work: &Arc<Work>) -> Vec<Operation> {
    let clients: Vec<_> = (0..CLIENTS).map(|_| tokio::spawn(client(Arc::clone(work)))).collect();
    let mut history = Vec::new();
    for client in clients {
        history.extend(client.await.unwrap());
    }
    history
}

async fn client(work: Arc<Work>) -> Vec<Operation> {
    let http = reqwest::Client::builder().timeout(PATIENCE).build().unwrap();
    let mut history = Vec::new();
    while let Some((number, person, meeting)) = work.next() {
        let mut operation = Operation { key: format!("operation-{number}"), person: person.id, meeting, attempts: Vec::new() };
        let mut wanted = if number.is_multiple_of(RESENT) { 2 } else { 1 };
        while wanted > 0 && Instant::now() < work.until {
            let turn = number + operation.attempts.len();
            let is_cut = number.is_multiple_of(HUNG_UP) && operation.attempts.is_empty();
            let attempt = match work.addresses.of(turn) {
                Some(address) => ask(&http, &address, person, &operation, is_cut).await,
                None => Attempt::Unknown,
            };
            if attempt == Attempt::Unknown {
                tokio::time::sleep(PAUSE).await;
            } else {
                wanted -= 1;
            }
            operation.attempts.push(attempt);
        }
        history.push(operation);
    }
    work.busy.fetch_sub(1, Ordering::Relaxed);
    history
}

async fn ask(http: &reqwest::Client, address: &str, person: &Person, operation: &Operation, is_cut: bool) -> Attempt {
    let token = person.token.read().unwrap().clone();
    let path = format!("{address}/api/v1/organizations/drenthe/meetings/{}/registrations", operation.meeting);
    let request = http.post(path).bearer_auth(token).header("Idempotency-Key", &operation.key).json(&serde_json::json!({}));
    let request = if is_cut { request.timeout(Duration::from_millis(8)) } else { request };
    let Ok(response) = request.send().await else {
        return Attempt::Unknown;
    };
    let status = response.status().as_u16();
    let Ok(body) = response.text().await else {
        return Attempt::Unknown;
    };
    match status {
        201 => done(body),
        // come back with the same key
        408 | 503 => Attempt::Unknown,
        409 if body.contains("house/in-flight") => Attempt::Unknown,
        _ => Attempt::Refused { status },
    }
}

fn done(body: String) -> Attempt {
    let answer: Value = serde_json::from_str(&body).unwrap();
    Attempt::Done { registration: answer["id"].as_str().unwrap().parse().unwrap(), body }
}
