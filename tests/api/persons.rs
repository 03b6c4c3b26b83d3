//! Persons: one organisation's records of people, and what they agreed to.

use chrono::{Days, TimeDelta};
use reqwest::StatusCode;
use sea_orm::EntityTrait;
use serde_json::json;
use vliegwiel_application::jobs;
use vliegwiel_persistence::rows::{consents, persons};
use vliegwiel_tests::{Caller, Reply, World};

const PERSONS: &str = "/organizations/drenthe/persons";

fn path(caller: &Caller) -> String {
    format!("{PERSONS}/{}", caller.person())
}

#[tokio::test]
async fn i_read_and_change_my_own_record() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let member = world.member_of(&drenthe).await;
    let before = member.get(&path(&member)).await;

    let changed =
        member.patch(&path(&member), &before.etag(), json!({ "name": "Jantje Nieuwenaam", "postcode": "9401ab", "birthYear": 1956 })).await;

    assert_eq!(before.expect(StatusCode::OK)["actions"], json!(["persons.change", "persons.consent", "affiliations.end"]));
    let body = changed.expect(StatusCode::OK);
    assert_eq!((&body["name"], &body["postcode"], &body["birthYear"]), (&json!("Jantje Nieuwenaam"), &json!("9401 AB"), &json!(1956)));
    let cleared = member.patch(&path(&member), &changed.etag(), json!({ "postcode": null })).await.expect(StatusCode::OK);
    assert_eq!((&cleared["postcode"], &cleared["birthYear"]), (&json!(null), &json!(1956)));
    assert_eq!(world.trail(Some(drenthe.id.uuid())).await, ["persons.change", "persons.change"]);
}

#[tokio::test]
async fn a_stale_or_bad_change_is_refused_as_a_whole() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let member = world.member_of(&drenthe).await;
    let before = member.get(&path(&member)).await;

    let bad = member.patch(&path(&member), &before.etag(), json!({ "name": "Ander", "postcode": "ABC" })).await;
    let stale = member.patch(&path(&member), "\"v9\"", json!({ "name": "Ander" })).await;
    let unknown = member.patch(&path(&member), &before.etag(), json!({ "hasPublicRole": true })).await;

    bad.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
    assert_eq!(bad.json()["errors"][0]["pointer"], "/postcode");
    stale.expect_problem(StatusCode::PRECONDITION_FAILED, "house/stale");
    unknown.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
    assert_eq!(member.get(&path(&member)).await.text, before.text);
}

#[tokio::test]
async fn another_person_does_not_exist_for_me_p14() {
    let world = World::new().await;
    let (drenthe, vooruit) = (world.organization("drenthe").await, world.organization("vooruit").await);
    let zorg = world.network(&drenthe, "Netwerk Zorg").await;
    let member = world.member_of(&drenthe).await;
    let absent = format!("{PERSONS}/01890000-0000-7000-8000-000000000000");

    for caller in [
        world.member_of(&drenthe).await,
        world.core_group_of(&drenthe, &zorg).await,
        world.outsider().await,
        world.office_of(&vooruit).await,
    ] {
        let reply = caller.get(&path(&member)).await;
        reply.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
        assert_eq!(reply.text, caller.get(&absent).await.text);
        let etag = "\"v1\"";
        caller.patch(&path(&member), etag, json!({ "name": "X" })).await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
    }
    world.anonymous().get(&path(&member)).await.expect_problem(StatusCode::UNAUTHORIZED, "house/unauthenticated");
    let through = format!("/organizations/vooruit/persons/{}", member.person());
    world.office_of(&vooruit).await.get(&through).await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
}

#[tokio::test]
async fn the_office_reads_a_person_and_the_trail_says_so_s50() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let (office, member) = (world.office_of(&drenthe).await, world.member_of(&drenthe).await);

    let person = office.get(&path(&member)).await.expect(StatusCode::OK);

    assert_eq!(person["memberships"], json!(null), "networks are for the person alone");
    assert_eq!(person["affiliations"][0]["kind"], "member");
    assert_eq!(world.trail(Some(drenthe.id.uuid())).await, ["persons.read"]);
    assert_eq!(member.get(&path(&member)).await.expect(StatusCode::OK)["memberships"], json!([]));
}

#[tokio::test]
async fn the_office_lists_by_name_in_pages_and_by_affiliation() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let office = world.office_of(&drenthe).await;
    for _ in 0..3 {
        world.supporter_of(&drenthe).await;
    }

    let first = office.get(&format!("{PERSONS}?affiliation=supporter&pageSize=2")).await.expect(StatusCode::OK);
    let cursor = first["next"].as_str().unwrap();
    let second = office.get(&format!("{PERSONS}?affiliation=supporter&pageSize=2&cursor={cursor}")).await.expect(StatusCode::OK);

    let names: Vec<String> = [&first, &second]
        .iter()
        .flat_map(|page| page["items"].as_array().unwrap())
        .map(|item| item["name"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(names.len(), 3);
    assert!(names.is_sorted());
    assert!(first["items"].as_array().unwrap().iter().all(|item| item["affiliation"] == "supporter"));
    assert_eq!(office.get(PERSONS).await.expect(StatusCode::OK)["items"].as_array().unwrap().len(), 4);
}

#[tokio::test]
async fn a_search_finds_part_of_a_name_or_address_and_nothing_of_others() {
    let world = World::new().await;
    let (drenthe, vooruit) = (world.organization("drenthe").await, world.organization("vooruit").await);
    let (office, member) = (world.office_of(&drenthe).await, world.member_of(&drenthe).await);
    let elsewhere = world.member_of(&vooruit).await;
    let etag = member.get(&path(&member)).await.etag();
    member.patch(&path(&member), &etag, json!({ "name": "Truus 100% Zeker" })).await.expect(StatusCode::OK);

    let search = async |words: &str| {
        office.post(&format!("{PERSONS}/_search"), json!({ "name": words })).await.expect(StatusCode::OK)["items"].clone()
    };

    assert_eq!(search("TRUUS").await[0]["id"], member.person().to_string());
    assert_eq!(search("100%").await.as_array().unwrap().len(), 1);
    assert_eq!(search("_").await.as_array().unwrap().len(), 0, "no wildcards");
    assert_eq!(search(&elsewhere.person().to_string()).await.as_array().unwrap().len(), 0);
    assert_eq!(search(&format!("{}@proef", member.person())).await.as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn nobody_but_the_office_lists_people() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let zorg = world.network(&drenthe, "Netwerk Zorg").await;

    for caller in [
        world.member_of(&drenthe).await,
        world.core_group_of(&drenthe, &zorg).await,
        world.board_of(&drenthe).await,
        world.outsider().await,
    ] {
        caller.get(PERSONS).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
        let searched = caller.post(&format!("{PERSONS}/_search"), json!({ "name": "a" })).await;
        searched.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    }
    world.anonymous().get(PERSONS).await.expect_problem(StatusCode::UNAUTHORIZED, "house/unauthenticated");
}

#[tokio::test]
async fn consent_is_given_and_withdrawn_by_the_person_and_the_history_stays_p3_p4() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let member = world.member_of(&drenthe).await;
    let consent = format!("{}/consents/public-role", path(&member));
    let text = json!({ "textVersion": "2026-03", "language": "nl" });

    let reply = member.put(&consent, "\"v1\"", text.clone()).await;
    let withdrawn = member.delete(&consent, &reply.etag()).await;
    let again = member.delete(&consent, &withdrawn.etag()).await;
    let after = member.get(&path(&member)).await.expect(StatusCode::OK);

    let given = reply.expect(StatusCode::OK);
    assert_eq!(withdrawn.expect(StatusCode::OK)["hasPublicRole"], false);
    again.expect(StatusCode::OK);
    member.delete(&consent, "\"v1\"").await.expect_problem(StatusCode::PRECONDITION_FAILED, "house/stale");
    let unnamed = Reply::of(member.request(reqwest::Method::DELETE, &consent).send().await.unwrap()).await;
    unnamed.expect_problem(StatusCode::PRECONDITION_REQUIRED, "house/version-required");
    assert_eq!(given["hasPublicRole"], true);
    assert_eq!(given["consents"][0]["withdrawnAt"], json!(null));
    assert_eq!(after["hasPublicRole"], false);
    assert!(after["consents"][0]["withdrawnAt"].is_string());
    assert_eq!(consents::Entity::find().all(world.rows()).await.unwrap().len(), 1);
    assert_eq!(world.trail(Some(drenthe.id.uuid())).await, ["persons.give-consent", "persons.withdraw-consent"]);
}

#[tokio::test]
async fn consent_names_the_text_that_was_read_p3() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let member = world.member_of(&drenthe).await;

    let silent = member.put(&format!("{}/consents/public-role", path(&member)), "\"v1\"", json!({ "language": "nl" })).await;
    let unknown = member.put(&format!("{}/consents/alles", path(&member)), "\"v1\"", json!({ "textVersion": "1", "language": "nl" })).await;

    silent.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
    unknown.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
}

#[tokio::test]
async fn nobody_consents_for_someone_else() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let (office, member) = (world.office_of(&drenthe).await, world.member_of(&drenthe).await);
    let consent = format!("{}/consents/public-role", path(&member));
    let text = json!({ "textVersion": "2026-03", "language": "nl" });

    office.put(&consent, "\"v1\"", text.clone()).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    let stranger = world.member_of(&drenthe).await;
    stranger.put(&consent, "\"v1\"", text).await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
}

#[tokio::test]
async fn a_guest_who_became_more_is_not_forgotten() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let member = world.member_of(&drenthe).await;
    world.clock.pass(TimeDelta::days(400));

    jobs::run_due(&world.app).await.unwrap();

    let record = persons::Entity::find_by_id(member.person().uuid()).one(world.rows()).await.unwrap().unwrap();
    assert!(record.email.is_some() && record.account_id.is_some());
}

#[tokio::test]
async fn a_guest_is_forgotten_when_the_time_has_passed_p5() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let guest = world.supporter_of(&drenthe).await;
    let until = world.app.today() + Days::new(30);
    let kept =
        persons::ActiveModel { id: sea_orm::Set(guest.person().uuid()), expires_on: sea_orm::Set(Some(until)), ..Default::default() };
    persons::Entity::update(kept).exec(world.app.db.maintenance()).await.unwrap();
    let record = async || persons::Entity::find_by_id(guest.person().uuid()).one(world.rows()).await.unwrap().unwrap();

    world.clock.pass(TimeDelta::days(30));
    jobs::run_due(&world.app).await.unwrap();
    let before = record().await;
    world.clock.pass(TimeDelta::days(1));
    jobs::run_due(&world.app).await.unwrap();
    jobs::run_due(&world.app).await.unwrap();
    let after = record().await;

    assert!(before.email.is_some());
    assert_eq!((after.name.as_str(), after.email, after.account_id), ("Oud-gast", None, None));
    assert_eq!(world.trail(Some(drenthe.id.uuid())).await, ["persons.forget"]);
}
