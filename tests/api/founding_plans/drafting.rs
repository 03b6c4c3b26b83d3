//! Beginning a plan and writing it together.

use reqwest::StatusCode;
use serde_json::json;
use uuid::Uuid;
use vliegwiel_tests::World;
use vliegwiel_tests::founding_plans::section_of;

const PLANS: &str = "/organizations/netwerkpartij/founding-plans";

#[tokio::test]
async fn a_member_drafts_a_plan_with_what_the_party_usually_asks() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let member = world.member_of(&party).await;

    let reply = member.post(PLANS, json!({ "name": " Netwerk zorg ", "kind": "theme" })).await;

    let plan = reply.expect(StatusCode::CREATED);
    let id: Uuid = plan["id"].as_str().unwrap().parse().unwrap();
    assert_eq!(reply.header("Location"), format!("/api/v1{PLANS}/{id}"));
    assert_eq!(reply.etag(), "\"v1\"");
    assert_eq!((&plan["name"], &plan["state"]), (&json!("Netwerk zorg"), &json!("draft")));
    assert_eq!((&plan["goalMembers"], &plan["goalMonths"], &plan["durationMonths"]), (&json!(50), &json!(12), &json!(null)));
    assert_eq!(plan["sections"].as_array().unwrap().len(), 7);
    assert_eq!(super::deeds_with(&world, id).await, ["founding-plans.draft"]);
}

#[tokio::test]
async fn only_members_draft_a_plan() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let other = world.organization("vooruit").await;
    let plan = json!({ "name": "Netwerk zorg", "kind": "theme" });

    let anonymous = world.anonymous().post(PLANS, plan.clone()).await;
    let outsider = world.outsider().await.post(PLANS, plan.clone()).await;
    let supporter = world.supporter_of(&party).await.post(PLANS, plan.clone()).await;
    let elsewhere = world.member_of(&other).await.post(PLANS, plan).await;

    anonymous.expect_problem(StatusCode::UNAUTHORIZED, "house/unauthenticated");
    for refused in [outsider, supporter, elsewhere] {
        refused.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    }
}

#[tokio::test]
async fn the_same_request_twice_drafts_one_plan() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let member = world.member_of(&party).await;
    let plan = json!({ "name": "Netwerk zorg", "kind": "theme" });

    let first = member.post_once(PLANS, plan.clone(), "eenmaal").await;
    let again = member.post_once(PLANS, plan, "eenmaal").await;

    assert_eq!((first.status, &first.text), (again.status, &again.text));
    assert_eq!(member.get(PLANS).await.expect(StatusCode::OK)["items"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn one_person_drafts_ten_plans_at_most() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let member = world.member_of(&party).await;
    let plan = json!({ "name": "Netwerk zorg", "kind": "theme" });
    for _ in 0..10 {
        member.post(PLANS, plan.clone()).await.expect(StatusCode::CREATED);
    }

    let eleventh = member.post(PLANS, plan).await;

    eleventh.expect_problem(StatusCode::CONFLICT, "founding-plans/too-many-open");
}

#[tokio::test]
async fn bad_input_is_refused_with_all_that_is_wrong() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let member = world.member_of(&party).await;

    let reply = member.post(PLANS, json!({ "name": "", "kind": "theme", "goalMembers": 0, "budgetCents": 100_000_001 })).await;

    reply.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
    let pointers: Vec<_> = reply.json()["errors"].as_array().unwrap().iter().map(|error| error["pointer"].clone()).collect();
    assert_eq!(pointers, ["/budgetCents", "/goalMembers", "/name"]);
}

#[tokio::test]
async fn facts_change_by_version_and_null_takes_the_end_away() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let proposal = world.proposal(&party).await;
    let drafter = proposal.drafter();

    let ends = drafter.patch(&proposal.path, "\"v1\"", json!({ "durationMonths": 24, "name": "Zorgnetwerk" })).await;
    let stale = drafter.patch(&proposal.path, "\"v1\"", json!({ "durationMonths": 36 })).await;
    let endless = drafter.patch(&proposal.path, "\"v2\"", json!({ "durationMonths": null })).await;
    let wrong = drafter.patch(&proposal.path, "\"v3\"", json!({ "durationMonths": 6 })).await;
    let without = drafter.patch(&proposal.path, "*", json!({ "durationMonths": 36 })).await;

    assert_eq!(ends.expect(StatusCode::OK)["durationMonths"], 24);
    assert_eq!(ends.json()["name"], "Zorgnetwerk");
    stale.expect_problem(StatusCode::PRECONDITION_FAILED, "house/stale");
    assert_eq!(endless.expect(StatusCode::OK)["durationMonths"], json!(null));
    assert_eq!(endless.etag(), "\"v3\"");
    wrong.expect_problem(StatusCode::CONFLICT, "founding-plans/evaluation-after-end");
    without.expect_problem(StatusCode::PRECONDITION_REQUIRED, "house/version-required");
}

#[tokio::test]
async fn the_same_facts_and_the_same_text_change_nothing() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let proposal = world.proposal(&party).await;
    let before = proposal.seen_by(proposal.drafter()).await;

    proposal.drafter().patch(&proposal.path, "\"v1\"", json!({ "name": "Netwerk zorg" })).await.expect(StatusCode::OK);
    proposal.write(proposal.drafter(), "purpose", " Onze tekst over purpose. ").await;

    assert_eq!(proposal.seen_by(proposal.drafter()).await, before);
}

#[tokio::test]
async fn two_people_write_in_different_sections_at_once_and_both_texts_survive() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let proposal = world.proposal(&party).await;
    let [first, second, ..] = &proposal.people[..] else { panic!("four people") };
    let write = |section: &'static str, text: &'static str| (format!("{}/sections/{section}", proposal.path), json!({ "text": text }));
    let (growth, budget) = (write("growth", "Vijftig leden in een jaar."), write("budget", "Zaalhuur."));

    let (one, other) = tokio::join!(first.put(&growth.0, "\"v1\"", growth.1), second.put(&budget.0, "\"v1\"", budget.1));

    assert_eq!((one.etag(), other.etag()), ("\"v2\"".to_owned(), "\"v2\"".to_owned()));
    let plan = proposal.seen_by(first).await;
    assert_eq!(section_of(&plan, "growth")["text"], "Vijftig leden in een jaar.");
    assert_eq!(section_of(&plan, "budget")["text"], "Zaalhuur.");
}

#[tokio::test]
async fn in_the_same_section_the_second_is_told_and_loses_nothing_of_the_first() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let proposal = world.proposal(&party).await;
    let [first, second, ..] = &proposal.people[..] else { panic!("four people") };
    let growth = format!("{}/sections/growth", proposal.path);

    let (one, other) = tokio::join!(
        first.put(&growth, "\"v1\"", json!({ "text": "Vijftig leden." })),
        second.put(&growth, "\"v1\"", json!({ "text": "Honderd leden." })),
    );

    let (won, lost) = if one.status == 200 { (one, other) } else { (other, one) };
    lost.expect_problem(StatusCode::PRECONDITION_FAILED, "house/stale");
    assert!(!lost.text.contains("leden"), "a refusal holds nothing of the plan: {}", lost.text);
    assert_eq!(section_of(&proposal.seen_by(second).await, "growth")["text"], won.expect(StatusCode::OK)["text"]);
}

#[tokio::test]
async fn many_writers_at_once_lose_no_section() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let proposal = world.proposal(&party).await;
    let sections = ["duration", "growth", "budget"];

    let writes = sections.map(|section| {
        let writer = proposal.people[sections.iter().position(|one| *one == section).unwrap()].clone();
        let path = format!("{}/sections/{section}", proposal.path);
        tokio::spawn(async move { writer.put(&path, "\"v1\"", json!({ "text": format!("Over {section}.") })).await })
    });
    for write in writes {
        write.await.unwrap().expect(StatusCode::OK);
    }

    let plan = proposal.seen_by(proposal.drafter()).await;
    for section in sections {
        assert_eq!(section_of(&plan, section)["text"], format!("Over {section}."));
    }
}

#[tokio::test]
async fn a_section_has_a_longest_text_and_a_known_name() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let proposal = world.proposal(&party).await;
    let put = async |section: &str, text: String| {
        proposal.drafter().put(&format!("{}/sections/{section}", proposal.path), "\"v2\"", json!({ "text": text })).await
    };

    let purpose = put("purpose", "x".repeat(601)).await;
    let activities = put("activities", "x".repeat(4_001)).await;
    let unknown = put("zomaar", "tekst".to_owned()).await;

    purpose.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
    assert_eq!(purpose.json()["errors"][0]["pointer"], "/text");
    activities.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
    unknown.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
}

#[tokio::test]
async fn a_change_voids_the_confirmations_and_tells_those_who_gave_them() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let proposal = world.proposal(&party).await;
    let writer = &proposal.people[1];
    let letters_before = world.letters().await.len();

    proposal.write(writer, "growth", "Honderd leden in een jaar.").await;

    let plan = proposal.seen_by(writer).await;
    let states: Vec<_> = plan["members"].as_array().unwrap().iter().map(|member| member["state"].clone()).collect();
    assert_eq!(states, ["named", "named", "named", "named"]);
    let letters = world.letters().await.split_off(letters_before);
    let mut told: Vec<_> = letters.iter().map(|letter| letter["to"].as_str().unwrap().to_owned()).collect();
    let mut others: Vec<_> = [0, 2, 3].map(|index| world.address_of(&proposal.people[index])).to_vec();
    told.sort();
    others.sort();
    assert_eq!(told, others, "each in a letter of their own, and not the one who wrote");
    assert!(letters.iter().all(|letter| letter["subject"] == "Een plan dat je bevestigde, is veranderd"));
    proposal
        .drafter()
        .post(&format!("{}/submissions", proposal.path), json!({}))
        .await
        .expect_problem(StatusCode::CONFLICT, "founding-plans/unconfirmed");
}

#[tokio::test]
async fn nobody_but_the_proposers_writes() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let proposal = world.proposal(&party).await;
    let office = world.office_of(&party).await;
    let stranger = world.member_of(&party).await;
    let purpose = format!("{}/sections/purpose", proposal.path);
    let text = json!({ "text": "Iets anders." });

    let by_office = office.put(&purpose, "\"v2\"", text.clone()).await;
    let by_stranger = stranger.put(&purpose, "\"v2\"", text.clone()).await;
    let by_nobody = world.anonymous().put(&purpose, "\"v2\"", text).await;
    let facts_by_office = office.patch(&proposal.path, "\"v1\"", json!({ "name": "Ons plan" })).await;

    for unseen in [by_office, by_stranger, facts_by_office] {
        unseen.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
    }
    by_nobody.expect_problem(StatusCode::UNAUTHORIZED, "house/unauthenticated");
    proposal.step(proposal.drafter(), "submissions", serde_json::Value::Null).await;
    let of_submitted = office.put(&purpose, "\"v2\"", json!({ "text": "Iets anders." })).await;
    of_submitted.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    assert_eq!(section_of(&proposal.seen_by(&office).await, "purpose")["text"], "Onze tekst over purpose.");
}

#[tokio::test]
async fn a_plan_with_the_office_is_not_written_in() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let proposal = world.submitted(&party).await;
    let drafter = proposal.drafter();

    let section = drafter.put(&format!("{}/sections/purpose", proposal.path), "\"v2\"", json!({ "text": "Anders." })).await;
    let facts = drafter.patch(&proposal.path, "\"v2\"", json!({ "name": "Anders" })).await;
    let naming =
        drafter.post(&format!("{}/members", proposal.path), json!({ "email": "a@b.example", "kind": "chair", "title": "V" })).await;

    for refused in [section, facts, naming] {
        refused.expect_problem(StatusCode::CONFLICT, "founding-plans/not-writable");
    }
}
