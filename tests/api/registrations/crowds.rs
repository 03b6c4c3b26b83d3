//! Many at once: seats, places and answers.

use std::collections::BTreeSet;
use std::time::Duration;

use reqwest::StatusCode;
use sea_orm::{ConnectionTrait, DatabaseBackend};
use serde_json::json;
use uuid::Uuid;
use vliegwiel_application::audit;
use vliegwiel_domain::meetings::Meeting;
use vliegwiel_tests::meetings::symposium;
use vliegwiel_tests::{Caller, Reply, World};

use super::{id, of, register, states};

#[tokio::test]
async fn a_registration_takes_eight_statements() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let meeting = world.meeting(&world.network(&drenthe, "Zorg").await, symposium(Some(1))).await;
    for caller in world.crowd(&drenthe, 2).await {
        let _ = world.statements();

        register(&caller, &meeting).await.expect(StatusCode::CREATED);

        let sent = world.statements();
        assert!(sent.len() <= 8, "{}: {sent:#?}", sent.len());
    }
}

#[tokio::test]
async fn fifty_requests_with_one_key_have_one_effect_and_one_answer_r06() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let meeting = world.meeting(&world.network(&drenthe, "Zorg").await, symposium(Some(50))).await;
    let member = world.member_of(&drenthe).await;

    let requests = (0..50).map(|_| {
        let (member, path) = (member.clone(), of(&meeting));
        tokio::spawn(async move { until_answered(&member, &path, "dezelfde").await })
    });
    let mut answers = BTreeSet::new();
    for request in requests.collect::<Vec<_>>() {
        let reply = request.await.unwrap();
        answers.insert((reply.status, reply.text.clone(), reply.header("Location").to_owned(), reply.etag()));
    }

    assert_eq!(answers.len(), 1, "{answers:#?}");
    assert_eq!(answers.first().unwrap().0, 201);
    assert_eq!(states(&world, &meeting).await, [(1, "registered".to_owned())]);
    assert_eq!(world.letters().await.len(), 1);
    assert_eq!(world.meeting_now(&meeting).await.counts.places_given, 1);
}

#[tokio::test]
async fn one_key_for_two_meetings_or_two_people_is_told_apart_r06() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let zorg = world.network(&drenthe, "Zorg").await;
    let (one, other) = (world.meeting(&zorg, symposium(None)).await, world.meeting(&zorg, symposium(None)).await);
    let (first, second) = (world.member_of(&drenthe).await, world.member_of(&drenthe).await);

    let seat = first.post_once(&of(&one), json!({}), "sleutel").await;
    let other_meeting = first.post_once(&of(&other), json!({}), "sleutel").await;
    let other_body = first.post_once(&of(&one), json!({ "needs": "Een tolk." }), "sleutel").await;
    let other_person = second.post_once(&of(&one), json!({}), "sleutel").await;

    seat.expect(StatusCode::CREATED);
    other_meeting.expect_problem(StatusCode::UNPROCESSABLE_ENTITY, "house/key-reused");
    other_body.expect_problem(StatusCode::UNPROCESSABLE_ENTITY, "house/key-reused");
    assert_ne!(id(&other_person), id(&seat));
    assert_eq!(states(&world, &other).await, []);
}

/// Ask until there is an answer: 408, 503 and 409 `in-flight` say to come back with the same key.
async fn until_answered(caller: &Caller, path: &str, key: &str) -> Reply {
    loop {
        let reply = caller.post_once(path, json!({}), key).await;
        if ![408, 503].contains(&reply.status) && !reply.text.contains("house/in-flight") {
            return reply;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_last_seat_goes_to_one_of_a_hundred_abuse_5_r05() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let meeting = world.meeting(&world.network(&drenthe, "Zorg").await, symposium(Some(1))).await;
    let crowd = world.crowd(&drenthe, 100).await;

    all_at_once(&crowd, &meeting).await;

    assert_eq!(given(&world, &meeting).await, in_order_of_acceptance(1, 100));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn five_hundred_at_once_for_fifty_seats_get_fifty_seats_in_order_of_acceptance() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let meeting = world.meeting(&world.network(&drenthe, "Zorg").await, symposium(Some(50))).await;
    let crowd = world.crowd(&drenthe, 500).await;

    let answers = tokio::time::timeout(Duration::from_mins(2), all_at_once(&crowd, &meeting)).await.unwrap();

    assert_eq!(given(&world, &meeting).await, in_order_of_acceptance(50, 500));
    let seats = answers.iter().filter(|reply| reply.json()["state"] == "registered").count();
    let places: BTreeSet<u64> = answers.iter().map(|reply| reply.json()["place"].as_u64().unwrap()).collect();
    assert_eq!((seats, places), (50, (1..=500).collect()));
    assert_eq!(world.letters().await.len(), 500);
    assert_eq!(audit::first_break(&world.app, drenthe.id.uuid()).await.unwrap(), None);
}

async fn all_at_once(crowd: &[Caller], meeting: &Meeting) -> Vec<Reply> {
    let requests: Vec<_> = crowd
        .iter()
        .map(|caller| {
            let (caller, path, key) = (caller.clone(), of(meeting), Uuid::now_v7().to_string());
            tokio::spawn(async move { until_answered(&caller, &path, &key).await })
        })
        .collect();
    let mut replies = Vec::with_capacity(requests.len());
    for request in requests {
        let reply = request.await.unwrap();
        reply.expect(StatusCode::CREATED);
        replies.push(reply);
    }
    replies
}

/// Every seat and place on the waitlist in the order it was given, and the counts of the meeting with them.
type Given = (Vec<(i32, String)>, [i32; 3]);

async fn given(world: &World, meeting: &Meeting) -> Given {
    let counts = world.meeting_now(meeting).await.counts;
    let counted = [counts.registered, counts.waitlisted, counts.places_given].map(|count| i32::try_from(count).unwrap());
    (states(world, meeting).await, counted)
}

fn in_order_of_acceptance(seats: i32, people: i32) -> Given {
    let state = |place: i32| if place <= seats { "registered" } else { "waitlisted" };
    ((1..=people).map(|place| (place, state(place).to_owned())).collect(), [seats, people - seats, people])
}

/// Takes the guard away: what keeps seats within the capacity is the condition of the statement that takes one and the constraint of the
/// table, and both go by the count of the meeting. With this trigger the count never comes in.
async fn drop_guard(world: &World) {
    let db = world.app.db.maintenance();
    let statements: &[&str] = match db.get_database_backend() {
        DatabaseBackend::Postgres => &[
            "CREATE FUNCTION uncounted() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.registered := 0; RETURN NEW; END'",
            "CREATE TRIGGER uncounted BEFORE UPDATE ON meetings FOR EACH ROW EXECUTE FUNCTION uncounted()",
        ],
        _ => &["CREATE TRIGGER uncounted AFTER UPDATE OF registered ON meetings WHEN NEW.registered > 0
             BEGIN UPDATE meetings SET registered = 0 WHERE id = NEW.id; END"],
    };
    for statement in statements {
        db.execute_unprepared(statement).await.unwrap();
    }
}

/// The control of the tests above: without the guard the same crowd takes more seats than there are, and the same look at it shows that.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_the_guard_the_same_crowd_is_seen_to_take_more_seats_than_there_are() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let meeting = world.meeting(&world.network(&drenthe, "Zorg").await, symposium(Some(5))).await;
    let crowd = world.crowd(&drenthe, 50).await;
    drop_guard(&world).await;

    all_at_once(&crowd, &meeting).await;

    let seen = given(&world, &meeting).await;
    let seats = seen.0.iter().filter(|(_, state)| state == "registered").count();
    assert_ne!(seen, in_order_of_acceptance(5, 50));
    assert!(seats > 5, "{seats} seats were given: the guard is still there");
}
