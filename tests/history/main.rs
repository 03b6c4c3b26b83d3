//! The history check of reliability.md (R01, R05, R07, R18): people register while nodes are killed, and afterwards what they were told is held
//! against what the tables hold.
//!
//! Beside it: what a node that is told to stop still answers (R24).
//!
//! Two nodes on PostgreSQL (`TEST_DATABASE_URL`), else one on SQLite, each the real binary. `VLIEGWIEL_SOAK_OPERATIONS` makes the run as long as
//! that many acknowledged operations; without it 20 kills are enough.

mod check;
mod clients;
mod leaving;
mod mutants;
mod nodes;

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, RwLock};
use std::time::{Duration, Instant};

use chrono::{DurationRound, TimeDelta, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;
use vliegwiel_application::audit;
use vliegwiel_domain::meetings::MeetingPlan;
use vliegwiel_domain::organizations::Organization;
use vliegwiel_persistence::rows;
use vliegwiel_tests::meetings::symposium;
use vliegwiel_tests::{Caller, World};

use check::{Attempt, Meeting, Operation, Registration, Tables, acknowledged, faults};
use clients::{Person, Work};
use nodes::Nodes;

/// Kills in the short run.
const KILLS: usize = 20;
/// Seats of each meeting.
const SEATS: u32 = 20;
/// People who want a seat at each meeting.
const PERSONS: usize = 100;
/// Meetings of the short run: more than it gets to.
const MEETINGS: usize = 60;
/// No node is killed after this in the short run, on a machine that has too much else to do for all kills.
const SHORT: Duration = Duration::from_secs(50);
/// Kills below which the short run says nothing.
const KILLS_MIN: usize = 5;
/// Who has no answer this long after the beginning never gets one.
const PATIENCE: Duration = Duration::from_mins(3);
/// How long a token is used in a long run: it is good for five minutes.
const RENEWED: Duration = Duration::from_mins(2);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_acknowledged_registration_is_lost_doubled_or_oversold_when_nodes_are_killed_r01_r05_r07_r18() {
    let soak: Option<usize> = std::env::var("VLIEGWIEL_SOAK_OPERATIONS").ok().map(|text| text.parse().unwrap());
    let world = Arc::new(World::with_seed(&nodes::SECRET).await);
    world.clock.set(Utc::now());
    let drenthe = world.organization("drenthe").await;
    let nodes = Nodes::start(if std::env::var("TEST_DATABASE_URL").is_ok() { 2 } else { 1 }, world.database_url());
    let callers = world.crowd(&drenthe, PERSONS).await;
    let work = Arc::new(Work {
        addresses: nodes.addresses.clone(),
        meetings: meetings(&world, &drenthe, soak.map_or(MEETINGS, |operations| operations.div_ceil(PERSONS))).await,
        persons: callers.iter().map(|one| Person { id: one.person().uuid(), token: RwLock::new(one.token().to_owned()) }).collect(),
        is_enough: AtomicBool::new(false),
        begun: AtomicUsize::new(0),
        busy: AtomicUsize::new(clients::CLIENTS),
        until: Instant::now() + soak.map_or(PATIENCE, |_| Duration::from_hours(12)),
    });

    let begun = Instant::now();
    let under_fire = Arc::clone(&work);
    let killer = tokio::task::spawn_blocking(move || kill_by_turns(nodes, &under_fire, soak.is_none().then_some(KILLS)));
    let renewer = tokio::spawn(renew(Arc::clone(&world), callers, Arc::clone(&work)));
    let history = clients::work(&work).await;
    work.is_enough.store(true, Ordering::Relaxed);
    let kills = killer.await.unwrap();
    renewer.abort();

    let found = faults(&history, &read(&world, &drenthe).await);
    println!("{}", summary(&history, kills, begun.elapsed()));
    assert!(found.is_empty(), "{} promises were broken: {:#?}", found.len(), &found[..found.len().min(20)]);
    assert!(kills >= KILLS_MIN, "only {kills} kills");
    assert!(acknowledged(&history) >= soak.unwrap_or(200), "only {} were acknowledged", acknowledged(&history));
}

async fn meetings(world: &World, organization: &Organization, count: usize) -> Vec<Uuid> {
    let network = world.network(organization, "Zorg").await;
    let mut meetings = Vec::with_capacity(count);
    for _ in 0..count {
        meetings.push(world.meeting(&network, ahead(symposium(Some(SEATS)))).await.id.uuid());
    }
    meetings
}

/// The same meeting, a month from the real now.
fn ahead(plan: MeetingPlan) -> MeetingPlan {
    let starts_at = Utc::now().duration_trunc(TimeDelta::hours(1)).unwrap() + TimeDelta::days(30);
    MeetingPlan { starts_at, ends_at: starts_at + TimeDelta::hours(2), ..plan }
}

/// Kill one node after the other, each some tenths of a second after all are up: so often and no longer than a short run takes, else until the
/// work is done. Returns how often it was; the nodes are gone then.
fn kill_by_turns(mut nodes: Nodes, work: &Work, most: Option<usize>) -> usize {
    let (mut kills, begun) = (0, Instant::now());
    let is_over = |kills| most.is_some_and(|most| kills >= most || begun.elapsed() >= SHORT);
    while !is_over(kills) && !work.is_enough.load(Ordering::Relaxed) {
        // from 200 to 500 milliseconds, in no order that could keep pace with the clients
        std::thread::sleep(Duration::from_millis(200 + u64::try_from(kills * 97 % 300).unwrap()));
        let node = kills % nodes.count();
        nodes.kill(node);
        nodes.revive(node);
        kills += 1;
    }
    work.is_enough.store(true, Ordering::Relaxed);
    // what was begun is finished while the nodes are up
    while work.busy.load(Ordering::Relaxed) > 0 && Instant::now() < work.until {
        std::thread::sleep(Duration::from_millis(20));
    }
    kills
}

async fn renew(world: Arc<World>, callers: Vec<Caller>, work: Arc<Work>) {
    loop {
        tokio::time::sleep(RENEWED).await;
        world.clock.set(Utc::now());
        for (caller, person) in callers.iter().zip(&work.persons) {
            let token = world.refreshed(caller).await.token().to_owned();
            *person.token.write().unwrap() = token;
        }
    }
}

async fn read(world: &World, organization: &Organization) -> Tables {
    let registrations = rows::registrations::Entity::find().all(world.rows()).await.unwrap();
    let meetings = rows::meetings::Entity::find().all(world.rows()).await.unwrap();
    let registering = rows::audit_events::Column::Action.eq("registrations.register");
    let events = rows::audit_events::Entity::find().filter(registering).all(world.rows()).await.unwrap();
    Tables {
        registrations: registrations.iter().map(registration).collect(),
        meetings: meetings.iter().map(meeting).collect(),
        letters: world.letters().await.iter().map(about).collect(),
        deeds: events.into_iter().map(|event| event.object_id).collect(),
        broken_at: audit::first_break(&world.app, organization.id.uuid()).await.unwrap(),
    }
}

fn registration(row: &rows::registrations::Model) -> Registration {
    Registration { id: row.id, person: row.person_id, meeting: row.meeting_id, has_seat: row.state == "registered", place: row.place }
}

fn meeting(row: &rows::meetings::Model) -> Meeting {
    let seats = row.capacity.unwrap();
    Meeting { id: row.id, capacity: seats, registered: row.registered, waitlisted: row.waitlisted, places_given: row.places_given }
}

/// To whom a letter goes, and about which meeting: its link leads there.
fn about(letter: &serde_json::Value) -> (Uuid, Uuid) {
    let person = letter["to"].as_str().unwrap().split('@').next().unwrap();
    let meeting = letter["link"]["page"].as_str().unwrap().rsplit('/').next().unwrap();
    (person.parse().unwrap(), meeting.parse().unwrap())
}

fn summary(history: &[Operation], kills: usize, taken: Duration) -> String {
    let attempts: usize = history.iter().map(|operation| operation.attempts.len()).sum();
    let unknown: usize = history.iter().map(unknown).sum();
    let acknowledged = acknowledged(history);
    format!("{kills} kills, {acknowledged} acknowledged in {attempts} attempts, {unknown} without an answer, {:.1} s", taken.as_secs_f64())
}

fn unknown(operation: &Operation) -> usize {
    operation.attempts.iter().filter(|attempt| **attempt == Attempt::Unknown).count()
}
