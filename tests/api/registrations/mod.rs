//! Registrations: seats, the waitlist, guests, and who came.

use chrono::TimeDelta;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use uuid::Uuid;
use vliegwiel_application::jobs;
use vliegwiel_domain::meetings::{Audience, Meeting, MeetingPlan};
use vliegwiel_tests::meetings::symposium;
use vliegwiel_tests::{Caller, Reply, World};

mod crowds;
mod door;
mod guests;

const MEETINGS: &str = "/organizations/drenthe/meetings";
const REGISTRATIONS: &str = "/organizations/drenthe/registrations";

fn of(meeting: &Meeting) -> String {
    format!("{MEETINGS}/{}/registrations", meeting.id)
}

fn id(reply: &Reply) -> Uuid {
    reply.json()["id"].as_str().unwrap().parse().unwrap()
}

async fn register(caller: &Caller, meeting: &Meeting) -> Reply {
    caller.post(&of(meeting), json!({})).await
}

async fn states(world: &World, meeting: &Meeting) -> Vec<(i32, String)> {
    world.registrations_of(meeting.id).await.into_iter().map(|row| (row.place, row.state)).collect()
}

#[tokio::test]
async fn a_member_takes_a_seat_and_hears_of_it() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let meeting = world.meeting(&world.network(&drenthe, "Zorg").await, symposium(Some(2))).await;
    let member = world.member_of(&drenthe).await;

    let reply = member.post(&of(&meeting), json!({ "needs": "Een plek voor een rolstoel." })).await;

    let body = reply.expect(StatusCode::CREATED);
    assert_eq!((&body["state"], &body["place"], &body["ahead"]), (&json!("registered"), &json!(1), &Value::Null));
    assert_eq!(body["actions"], json!(["registrations.cancel"]));
    assert_eq!(reply.header("Location"), format!("/api/v1{REGISTRATIONS}/{}", id(&reply)));
    let seen = member.get(&format!("{MEETINGS}/{}", meeting.id)).await.expect(StatusCode::OK);
    assert_eq!((&seen["registered"], &seen["registration"]["needs"]), (&json!(1), &json!("Een plek voor een rolstoel.")));
    assert_eq!(world.deeds(id(&reply)).await, ["registrations.register"]);
    let letters = world.letters_to(&world.address_of(&member)).await;
    assert_eq!(letters.len(), 1);
    let text = letters[0]["text"].as_str().unwrap();
    for words in ["donderdag 2 april 2026, 19:30–22:00", "Provinciehuis, Westerbrink 1, Assen", "https://meet.example/zorg"] {
        assert!(text.contains(words), "{text}");
    }
    assert_eq!(letters[0]["link"]["page"], format!("/drenthe/bijeenkomsten/{}", meeting.id));
}

#[tokio::test]
async fn who_may_not_register_is_told_why() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let zorg = world.network(&drenthe, "Zorg").await;
    let public = world.meeting(&zorg, symposium(None)).await;
    let inside = world.meeting(&zorg, MeetingPlan { audience: Audience::Network, ..symposium(None) }).await;
    let draft = world.draft(&zorg, symposium(None)).await;
    let (member, host) = (world.member_of(&drenthe).await, world.core_group_of(&drenthe, &zorg).await);

    register(&world.anonymous(), &public).await.expect_problem(StatusCode::UNAUTHORIZED, "house/unauthenticated");
    register(&world.outsider().await, &public).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    register(&member, &inside).await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
    register(&member, &draft).await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
    register(&host, &draft).await.expect_problem(StatusCode::CONFLICT, "registrations/not-open");
    let long = member.post(&of(&public), json!({ "needs": "x".repeat(501) })).await;
    long.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
    let keyless = member.request(Method::POST, &of(&public)).json(&json!({})).send().await.unwrap();
    Reply::of(keyless).await.expect_problem(StatusCode::BAD_REQUEST, "house/key-required");
    world.clock.set(public.plan.starts_at);
    let late = world.refreshed(&member).await;
    register(&late, &public).await.expect_problem(StatusCode::CONFLICT, "registrations/already-started");
    assert_eq!(states(&world, &public).await, []);
}

#[tokio::test]
async fn members_of_the_network_register_for_its_own_meetings() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let zorg = world.network(&drenthe, "Zorg").await;
    let inside = world.meeting(&zorg, MeetingPlan { audience: Audience::Network, ..symposium(None) }).await;
    let member = world.network_member_of(&drenthe, &zorg).await;
    let host = world.core_group_of(&drenthe, &zorg).await;

    register(&member, &inside).await.expect(StatusCode::CREATED);
    register(&host, &inside).await.expect_problem(StatusCode::CONFLICT, "registrations/not-for-you");
}

#[tokio::test]
async fn registering_twice_gives_the_same_registration() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let meeting = world.meeting(&world.network(&drenthe, "Zorg").await, symposium(Some(1))).await;
    let [first, second] = [world.member_of(&drenthe).await, world.member_of(&drenthe).await];

    let seat = register(&first, &meeting).await;
    let again = register(&first, &meeting).await;
    let waiting = register(&second, &meeting).await;
    let waiting_again = register(&second, &meeting).await;

    seat.expect(StatusCode::CREATED);
    again.expect(StatusCode::OK);
    assert_eq!(id(&seat), id(&again));
    assert_eq!((&waiting.expect(StatusCode::CREATED)["state"], &waiting.json()["ahead"]), (&json!("waitlisted"), &json!(0)));
    assert_eq!(id(&waiting), id(&waiting_again));
    assert_eq!(states(&world, &meeting).await, [(1, "registered".to_owned()), (2, "waitlisted".to_owned())]);
    assert_eq!(world.letters().await.len(), 2);
    assert_eq!(world.deeds(id(&seat)).await, ["registrations.register"]);
}

#[tokio::test]
async fn a_cancellation_gives_the_seat_to_the_first_in_line_at_once() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let meeting = world.meeting(&world.network(&drenthe, "Zorg").await, symposium(Some(1))).await;
    let crowd = world.crowd(&drenthe, 3).await;
    let mut replies = Vec::new();
    for caller in &crowd {
        replies.push(register(caller, &meeting).await);
    }
    let path = format!("{REGISTRATIONS}/{}", id(&replies[0]));

    let stale = crowd[0].delete(&path, "\"v9\"").await;
    let done = crowd[0].delete(&path, &replies[0].etag()).await;
    let twice = crowd[0].delete(&path, "\"v2\"").await;

    stale.expect_problem(StatusCode::PRECONDITION_FAILED, "house/stale");
    done.expect(StatusCode::NO_CONTENT);
    twice.expect_problem(StatusCode::CONFLICT, "registrations/wrong-state");
    let expected = [(1, "cancelled"), (2, "registered"), (3, "waitlisted")].map(|(place, state)| (place, state.to_owned()));
    assert_eq!(states(&world, &meeting).await, expected);
    let counts = world.meeting_now(&meeting).await.counts;
    assert_eq!((counts.registered, counts.waitlisted, counts.places_given), (1, 1, 3));
    assert_eq!(world.deeds(id(&replies[0])).await, ["registrations.register", "registrations.cancel"]);
    assert_eq!(world.deeds(id(&replies[1])).await, ["registrations.register", "registrations.promote"]);
    let told = world.letters_to(&world.address_of(&crowd[1])).await;
    assert_eq!(told.last().unwrap()["subject"], "Er is plek voor je op donderdag 2 april 2026");
    let still = crowd[2].get(&format!("{MEETINGS}/{}", meeting.id)).await.expect(StatusCode::OK);
    assert_eq!((&still["registration"]["state"], &still["registration"]["ahead"]), (&json!("waitlisted"), &json!(0)));
}

#[tokio::test]
async fn who_comes_back_after_a_cancellation_stands_at_the_end() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let meeting = world.meeting(&world.network(&drenthe, "Zorg").await, symposium(Some(1))).await;
    let [first, second] = [world.member_of(&drenthe).await, world.member_of(&drenthe).await];
    let seat = register(&first, &meeting).await;
    register(&second, &meeting).await.expect(StatusCode::CREATED);
    first.delete(&format!("{REGISTRATIONS}/{}", id(&seat)), &seat.etag()).await.expect(StatusCode::NO_CONTENT);

    let back = register(&first, &meeting).await;

    let body = back.expect(StatusCode::CREATED);
    assert_eq!((&body["state"], &body["place"], id(&back)), (&json!("waitlisted"), &json!(3), id(&seat)));
}

#[tokio::test]
async fn on_the_last_day_a_freed_seat_goes_to_who_comes_first() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let meeting = world.meeting(&world.network(&drenthe, "Zorg").await, symposium(Some(1))).await;
    let crowd = world.crowd(&drenthe, 3).await;
    let mut replies = Vec::new();
    for caller in &crowd {
        replies.push(register(caller, &meeting).await);
    }
    world.clock.set(meeting.plan.starts_at - TimeDelta::hours(23));
    let [first, second, third] = [&crowd[0], &crowd[1], &crowd[2]];
    let (first, second, third) = (world.refreshed(first).await, world.refreshed(second).await, world.refreshed(third).await);

    let too_early = register(&third, &meeting).await;
    first.delete(&format!("{REGISTRATIONS}/{}", id(&replies[0])), &replies[0].etag()).await.expect(StatusCode::NO_CONTENT);
    let between = states(&world, &meeting).await;
    let taken = register(&third, &meeting).await;
    let too_late = register(&second, &meeting).await;

    assert_eq!(too_early.expect(StatusCode::OK)["state"], "waitlisted");
    let waited = [(1, "cancelled"), (2, "waitlisted"), (3, "waitlisted")].map(|(place, state)| (place, state.to_owned()));
    assert_eq!(between, waited);
    assert_eq!((&taken.expect(StatusCode::OK)["state"], &taken.json()["place"]), (&json!("registered"), &json!(3)));
    assert_eq!(too_late.expect(StatusCode::OK)["state"], "waitlisted");
    for caller in [&second, &third] {
        let letters = world.letters_to(&world.address_of(caller)).await;
        assert!(letters.iter().any(|letter| letter["subject"] == "Er is een plek vrij op donderdag 2 april 2026"), "{letters:#?}");
    }
    assert_eq!(world.meeting_now(&meeting).await.counts.registered, 1);
}

#[tokio::test]
async fn only_the_person_and_the_core_group_know_of_a_registration_abuse_1_and_2() {
    let world = World::new().await;
    let (drenthe, vooruit) = (world.organization("drenthe").await, world.organization("vooruit").await);
    let (zorg, wonen) = (world.network(&drenthe, "Zorg").await, world.network(&drenthe, "Wonen").await);
    let elsewhere = world.network(&vooruit, "Zorg").await;
    let meeting = world.meeting(&zorg, symposium(Some(5))).await;
    let member = world.member_of(&drenthe).await;
    let seat = register(&member, &meeting).await;
    let path = format!("{REGISTRATIONS}/{}", id(&seat));
    let foreign = world.core_group_of(&vooruit, &elsewhere).await;

    for caller in [
        world.member_of(&drenthe).await,
        world.core_group_of(&drenthe, &wonen).await,
        world.office_of(&drenthe).await,
        world.board_of(&drenthe).await,
        world.outsider().await,
        foreign.clone(),
    ] {
        caller.get(&path).await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
        caller.delete(&path, "\"v1\"").await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
        let status = caller.post(&format!("{path}/check-ins"), json!({})).await.status;
        assert!([403, 404].contains(&status), "{status}");
    }
    foreign.get(&path.replace("drenthe", "vooruit")).await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
    world.anonymous().get(&path).await.expect_problem(StatusCode::UNAUTHORIZED, "house/unauthenticated");
    let host = world.core_group_of(&drenthe, &zorg).await;
    member.get(&path).await.expect(StatusCode::OK);
    assert_eq!(world.deeds(id(&seat)).await, ["registrations.register"], "what is one's own is read without a trace");
    host.get(&path).await.expect(StatusCode::OK);
    host.delete(&path, "\"v1\"").await.expect(StatusCode::NO_CONTENT);
    assert_eq!(world.deeds(id(&seat)).await, ["registrations.register", "registrations.read", "registrations.cancel"]);
}

#[tokio::test]
async fn hosts_see_who_comes_and_what_they_need() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let zorg = world.network(&drenthe, "Zorg").await;
    let assen = world.area("municipality", "GM0106", None).await;
    let meeting = world.meeting(&zorg, MeetingPlan { area_id: Some(assen), ..symposium(Some(2)) }).await;
    let crowd = world.crowd(&drenthe, 3).await;
    crowd[0].post(&of(&meeting), json!({ "needs": "Een tolk." })).await.expect(StatusCode::CREATED);
    for caller in &crowd[1..] {
        register(caller, &meeting).await.expect(StatusCode::CREATED);
    }
    let ambassador = world.ambassador_in(&drenthe, &zorg, assen).await;

    let first = ambassador.get(&format!("{}?pageSize=2", of(&meeting))).await.expect(StatusCode::OK);
    let cursor = first["next"].as_str().unwrap();
    let second = ambassador.get(&format!("{}?pageSize=2&cursor={cursor}", of(&meeting))).await.expect(StatusCode::OK);
    let waiting = ambassador.get(&format!("{}?state=waitlisted", of(&meeting))).await.expect(StatusCode::OK);
    let name = first["items"][1]["name"].as_str().unwrap();
    let search = ambassador.post(&format!("{}/_search", of(&meeting)), json!({ "name": name.to_uppercase() })).await;

    assert_eq!(first["items"][0]["needs"], "Een tolk.");
    assert!(first["items"][1].get("needs").is_none());
    assert_eq!((&second["items"][0]["place"], &second["next"]), (&json!(3), &Value::Null));
    assert_eq!(waiting["items"][0]["place"], 3);
    assert_eq!(search.expect(StatusCode::OK)["items"][0]["place"], 2);
    assert_eq!(world.deeds(meeting.id.uuid()).await, ["registrations.list"; 4]);
    for caller in [world.member_of(&drenthe).await, world.office_of(&drenthe).await, crowd[0].clone()] {
        caller.get(&of(&meeting)).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    }
}

#[tokio::test]
async fn an_ambassador_cancels_for_who_called_in_the_own_area_and_nowhere_else() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let zorg = world.network(&drenthe, "Zorg").await;
    let (assen, emmen) = (world.area("municipality", "GM0106", None).await, world.area("municipality", "GM0114", None).await);
    let here = world.meeting(&zorg, MeetingPlan { area_id: Some(assen), ..symposium(None) }).await;
    let there = world.meeting(&zorg, MeetingPlan { area_id: Some(emmen), ..symposium(None) }).await;
    let (caller, other) = (world.member_of(&drenthe).await, world.member_of(&drenthe).await);
    let (seat, elsewhere) = (register(&caller, &here).await, register(&caller, &there).await);
    register(&other, &here).await.expect(StatusCode::CREATED);
    let ambassador = world.ambassador_in(&drenthe, &zorg, assen).await;

    let list = ambassador.get(&of(&here)).await.expect(StatusCode::OK);
    let done = ambassador.delete(&format!("{REGISTRATIONS}/{}", id(&seat)), &seat.etag()).await;
    let gone = ambassador.get(&format!("{}?state=cancelled", of(&here))).await.expect(StatusCode::OK);
    let refused = ambassador.delete(&format!("{REGISTRATIONS}/{}", id(&elsewhere)), &elsewhere.etag()).await;
    world.clock.set(here.plan.starts_at);
    let begun = world.refreshed(&ambassador).await.get(&of(&here)).await.expect(StatusCode::OK);

    assert_eq!(list["items"][0]["actions"], json!(["registrations.cancel"]));
    done.expect(StatusCode::NO_CONTENT);
    assert_eq!(gone["items"][0]["actions"], json!([]));
    refused.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
    assert_eq!(begun["items"][1]["actions"], json!([]));
    assert_eq!(world.deeds(id(&seat)).await, ["registrations.register", "registrations.cancel"]);
    let told = world.letters_to(&world.address_of(&caller)).await;
    assert!(told.iter().any(|letter| letter["subject"] == "Je bent afgemeld voor donderdag 2 april 2026"), "{told:#?}");
}

#[tokio::test]
async fn my_registrations_are_the_meetings_i_go_to() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let zorg = world.network(&drenthe, "Zorg").await;
    let [one, two, cancelled] = [
        world.meeting(&zorg, MeetingPlan { title: "Een".to_owned(), ..symposium(Some(1)) }).await,
        world
            .meeting(
                &zorg,
                MeetingPlan { title: "Twee".to_owned(), starts_at: symposium(None).starts_at - TimeDelta::days(1), ..symposium(None) },
            )
            .await,
        world.meeting(&zorg, symposium(None)).await,
    ];
    let (member, other) = (world.member_of(&drenthe).await, world.member_of(&drenthe).await);
    register(&other, &one).await.expect(StatusCode::CREATED);
    for meeting in [&one, &two, &cancelled] {
        register(&member, meeting).await.expect(StatusCode::CREATED);
    }
    let gone = member.get(&format!("{MEETINGS}/{}", cancelled.id)).await.expect(StatusCode::OK)["registration"]["id"].clone();
    member.delete(&format!("{REGISTRATIONS}/{}", gone.as_str().unwrap()), "\"v1\"").await.expect(StatusCode::NO_CONTENT);

    let mine = member.get(REGISTRATIONS).await.expect(StatusCode::OK);

    let lines: Vec<(&str, &str, Option<u64>)> = mine["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| {
            let own = &item["registration"];
            (item["title"].as_str().unwrap(), own["state"].as_str().unwrap(), own["ahead"].as_u64())
        })
        .collect();
    assert_eq!(lines, [("Een", "waitlisted", Some(0)), ("Twee", "registered", None)]);
    assert_eq!(world.outsider().await.get(REGISTRATIONS).await.expect(StatusCode::OK)["items"], json!([]));
    world.anonymous().get(REGISTRATIONS).await.expect_problem(StatusCode::UNAUTHORIZED, "house/unauthenticated");
}

#[tokio::test]
async fn what_people_need_is_forgotten_after_half_a_year_and_at_once_by_who_cancels() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let meeting = world.meeting(&world.network(&drenthe, "Zorg").await, symposium(None)).await;
    let crowd = world.crowd(&drenthe, 2).await;
    let mut replies = Vec::new();
    for caller in &crowd {
        replies.push(caller.post(&of(&meeting), json!({ "needs": "Een tolk." })).await);
    }
    crowd[0].delete(&format!("{REGISTRATIONS}/{}", id(&replies[0])), "\"v1\"").await.expect(StatusCode::NO_CONTENT);
    let needs = async || world.registrations_of(meeting.id).await.into_iter().map(|row| row.needs).collect::<Vec<_>>();

    jobs::run_due(&world.app).await.unwrap();
    let soon = needs().await;
    world.clock.set(meeting.plan.ends_at + TimeDelta::days(184));
    jobs::run_due(&world.app).await.unwrap();

    assert_eq!(soon, ["", "Een tolk."]);
    assert_eq!(needs().await, ["", ""]);
}
