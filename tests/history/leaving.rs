//! A node that is told to stop answers what was asked of it first (reliability.md R24).

use std::time::{Duration, Instant};

use vliegwiel_persistence::meetings;
use vliegwiel_tests::meetings::symposium;
use vliegwiel_tests::{Caller, Reply, World};

use crate::ahead;
use crate::nodes::{Nodes, SECRET};

/// People who are being answered when the door closes.
const UNDER_WAY: usize = 20;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_is_being_answered_when_a_node_stops_gets_the_answer_r24() {
    let world = World::with_seed(&SECRET).await;
    world.clock.set(chrono::Utc::now());
    let drenthe = world.organization("drenthe").await;
    let meeting = world.meeting(&world.network(&drenthe, "Zorg").await, ahead(symposium(None))).await;
    let nodes = Nodes::start(1, world.database_url());
    let address = nodes.addresses.of(0).unwrap();
    let crowd = world.crowd(&drenthe, UNDER_WAY).await;
    let anyone = Caller::new(&address, None);

    // nobody registers while this is held, so that all are still under way when the door closes, a second after the signal
    let tx = world.app.begin_write().await.unwrap();
    meetings::lock(&tx, drenthe.id, meeting.id).await.unwrap();
    nodes.terminate(0);
    tokio::time::sleep(Duration::from_millis(500)).await;
    let ready = anyone.get("/health/ready").await.status;
    let path = format!("/organizations/drenthe/meetings/{}/registrations", meeting.id);
    let asked: Vec<_> =
        crowd.iter().map(|one| tokio::spawn(register(Caller::new(&address, Some(one.token().to_owned())), path.clone()))).collect();
    while reqwest::get(format!("{address}/health/live")).await.is_ok() {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    tx.commit().await.unwrap();

    let mut registered = 0;
    for answer in asked {
        let status = answer.await.unwrap().status;
        // 503: on a busy machine the lock may have been waited for too long, and that is an answer too
        assert!([201, 503].contains(&status), "{status}");
        registered += usize::from(status == 201);
    }
    let (begun, code) = (Instant::now(), tokio::task::spawn_blocking(move || nodes.wait(0)).await.unwrap());
    assert_eq!((ready, code), (503, Some(0)));
    assert!(begun.elapsed() < Duration::from_secs(30), "{:?}", begun.elapsed());
    assert_eq!(world.registrations_of(meeting.id).await.len(), registered);
    println!("{registered} of {UNDER_WAY} were registered after the door was closed");
}

async fn register(caller: Caller, path: String) -> Reply {
    caller.post(&path, serde_json::json!({})).await
}
