//! Naming the core group to be, and answering.

use chrono::TimeDelta;
use reqwest::StatusCode;
use serde_json::{Value, json};
use uuid::Uuid;
use vliegwiel_tests::World;

fn member_at(plan: &Value, index: usize) -> Value {
    plan["members"][index].clone()
}

#[tokio::test]
async fn a_named_address_gets_one_letter_and_the_answer_is_the_same_whoever_has_it() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let drafter = world.member_of(&party).await;
    let proposal = world.proposal_of(&party, vec![drafter]).await;
    let known = world.address_of(&world.member_of(&party).await);
    let supporter = world.address_of(&world.supporter_of(&party).await);
    let before = world.letters().await.len();

    let mut answers = Vec::new();
    for email in [known.as_str(), supporter.as_str(), "niemand@elders.example"] {
        let member = json!({ "email": email, "kind": "treasurer", "title": "Penningmeester" });
        let plan = proposal.step(proposal.drafter(), "members", member).await;
        let mut named = plan["members"].as_array().unwrap().last().unwrap().clone();
        assert_eq!(named["email"], email);
        for field in ["id", "email"] {
            named[field] = Value::Null;
        }
        answers.push(named);
    }

    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
    let letters = world.letters().await.split_off(before);
    let told: Vec<_> = letters.iter().map(|letter| letter["to"].as_str().unwrap()).collect();
    assert_eq!(told, [known.as_str(), supporter.as_str(), "niemand@elders.example"]);
    assert!(letters.iter().all(|letter| letter["subject"] == "Organisatie netwerkpartij: wil je meedoen in een kerngroep?"));
    assert_eq!(letters[0]["text"], letters[2]["text"]);
}

#[tokio::test]
async fn an_address_gets_five_letters_in_an_hour_at_most() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let proposal = world.proposal_of(&party, vec![world.member_of(&party).await]).await;
    let name = async || {
        let member = json!({ "email": "iemand@elders.example", "kind": "chair", "title": "Voorzitter" });
        let plan = proposal.step(proposal.drafter(), "members", member).await;
        let of_member = format!("{}/members/{}", proposal.path, member_at(&plan, 1)["id"].as_str().unwrap());
        proposal.drafter().delete(&of_member, "\"v1\"").await.expect(StatusCode::NO_CONTENT);
    };

    for _ in 0..7 {
        name().await;
    }
    let within_the_hour = world.letters_to("iemand@elders.example").await.len();
    world.clock.pass(TimeDelta::minutes(61));
    let drafter = world.refreshed(proposal.drafter()).await;
    let member = json!({ "email": "iemand@elders.example", "kind": "chair", "title": "Voorzitter" });
    proposal.step(&drafter, "members", member).await;

    assert_eq!(within_the_hour, 5);
    assert_eq!(world.letters_to("iemand@elders.example").await.len(), 6);
}

#[tokio::test]
async fn an_address_is_named_once_and_for_a_seat_that_a_core_group_has() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let proposal = world.proposal(&party).await;
    let name = async |email: &str, kind: &str| {
        let member = json!({ "email": email, "kind": kind, "title": "Rol" });
        proposal.drafter().post(&format!("{}/members", proposal.path), member).await
    };

    let again = name(&world.address_of(&proposal.people[1]).to_uppercase(), "member").await;
    let ambassador = name("iemand@elders.example", "ambassador").await;
    let nonsense = name("geen adres", "member").await;

    again.expect_problem(StatusCode::CONFLICT, "founding-plans/already-named");
    ambassador.expect_problem(StatusCode::CONFLICT, "founding-plans/wrong-seat");
    nonsense.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
    assert_eq!(nonsense.json()["errors"][0]["pointer"], "/email");
}

#[tokio::test]
async fn a_name_is_shown_once_its_owner_said_yes_and_the_address_to_the_drafter_only() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let people = vec![world.member_of(&party).await, world.member_of(&party).await, world.member_of(&party).await];
    let proposal = world.proposal_of(&party, people).await;
    let office = world.office_of(&party).await;
    proposal.confirm(&proposal.people[1]).await;

    let as_drafter = proposal.seen_by(&proposal.people[0]).await;
    let as_second = proposal.seen_by(&proposal.people[1]).await;
    let as_office = world.submitted(&party).await.seen_by(&office).await;

    assert_eq!(member_at(&as_drafter, 2)["email"], world.address_of(&proposal.people[2]));
    assert_eq!((&member_at(&as_drafter, 2)["name"], member_at(&as_drafter, 1)["name"].is_string()), (&Value::Null, true));
    assert_eq!(member_at(&as_second, 1)["email"], world.address_of(&proposal.people[1]));
    assert_eq!((&member_at(&as_second, 2)["email"], &member_at(&as_second, 2)["name"]), (&Value::Null, &Value::Null));
    for index in 0..3 {
        assert_eq!(member_at(&as_office, index)["email"], Value::Null);
    }
}

#[tokio::test]
async fn only_the_person_named_answers() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let proposal = world.proposal(&party).await;
    let (office, stranger) = (world.office_of(&party).await, world.member_of(&party).await);
    let plan = proposal.seen_by(proposal.drafter()).await;
    let of_second = format!("{}/members/{}/confirmations", proposal.path, member_at(&plan, 1)["id"].as_str().unwrap());
    let yes = json!({ "decision": "confirm", "revision": plan["revision"] });

    let by_another = proposal.people[2].post(&of_second, yes.clone()).await;
    let by_office = office.post(&of_second, yes.clone()).await;
    let by_stranger = stranger.post(&of_second, yes.clone()).await;
    let by_nobody = world.anonymous().post(&of_second, yes.clone()).await;
    let of_nobody = format!("{}/members/{}/confirmations", proposal.path, Uuid::now_v7());
    let unknown = proposal.people[1].post(&of_nobody, yes).await;

    by_another.expect_problem(StatusCode::FORBIDDEN, "founding-plans/not-yours");
    for unseen in [by_office, by_stranger] {
        unseen.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
    }
    by_nobody.expect_problem(StatusCode::UNAUTHORIZED, "house/unauthenticated");
    unknown.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
}

#[tokio::test]
async fn one_confirms_the_plan_one_has_read() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let people = vec![world.member_of(&party).await, world.member_of(&party).await];
    let proposal = world.proposal_of(&party, people).await;
    let second = &proposal.people[1];
    let read = proposal.seen_by(second).await;
    let own = format!("{}/members/{}/confirmations", proposal.path, read["ownMember"].as_str().unwrap());
    proposal.write(proposal.drafter(), "growth", "Anders dan je las.").await;

    let old = second.post(&own, json!({ "decision": "confirm", "revision": read["revision"] })).await;
    let without = second.post(&own, json!({ "decision": "confirm" })).await;
    let new = proposal.confirm(second).await;

    old.expect_problem(StatusCode::CONFLICT, "founding-plans/plan-changed");
    without.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
    assert_eq!(without.json()["errors"][0]["pointer"], "/revision");
    assert_eq!(member_at(&new, 1)["state"], "confirmed");
}

#[tokio::test]
async fn a_supporter_who_is_named_reads_the_plan_and_cannot_confirm() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let people = vec![world.member_of(&party).await, world.supporter_of(&party).await];
    let proposal = world.proposal_of(&party, people).await;
    let supporter = &proposal.people[1];
    let plan = proposal.seen_by(supporter).await;
    let own = format!("{}/members/{}/confirmations", proposal.path, plan["ownMember"].as_str().unwrap());

    let yes = supporter.post(&own, json!({ "decision": "confirm", "revision": plan["revision"] })).await;
    let no = supporter.post(&own, json!({ "decision": "decline" })).await;

    yes.expect_problem(StatusCode::CONFLICT, "founding-plans/not-a-member");
    assert_eq!(member_at(&no.expect(StatusCode::CREATED), 1)["state"], "declined");
}

#[tokio::test]
async fn who_declined_no_longer_knows_of_the_plan_until_named_again() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let proposal = world.proposal(&party).await;
    let second = &proposal.people[1];
    let plan = proposal.seen_by(second).await;
    let member = format!("{}/members/{}", proposal.path, plan["ownMember"].as_str().unwrap());
    let own = format!("{member}/confirmations");

    let declined = second.post(&own, json!({ "decision": "decline" })).await.expect(StatusCode::CREATED);
    let reading = second.get(&proposal.path).await;
    let list = second.get("/organizations/netwerkpartij/founding-plans").await.expect(StatusCode::OK);
    let writing = second.put(&format!("{}/sections/growth", proposal.path), "\"v1\"", json!({ "text": "Toch nog iets." })).await;
    let withdrawing = second.post(&format!("{}/withdrawals", proposal.path), json!({ "reason": "Ik wil niet." })).await;
    let answering = second.post(&own, json!({ "decision": "confirm", "revision": plan["revision"] })).await;
    proposal.drafter().delete(&member, "\"v3\"").await.expect(StatusCode::NO_CONTENT);
    let named = json!({ "email": world.address_of(second), "kind": "member", "title": "Kerngroeplid" });
    proposal.step(proposal.drafter(), "members", named).await;
    let again = proposal.confirm(second).await;

    assert_eq!((member_at(&declined, 1)["state"].as_str(), &declined["actions"]), (Some("declined"), &json!([])));
    assert_eq!(declined["readAs"], "proposer");
    assert_eq!(list["items"], json!([]));
    for unseen in [reading, writing, withdrawing, answering] {
        unseen.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
    }
    assert_eq!(member_at(&again, 3)["state"], "confirmed");
}

#[tokio::test]
async fn who_is_named_reads_and_answers_and_writes_after_saying_yes() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let people = vec![world.member_of(&party).await, world.member_of(&party).await];
    let proposal = world.proposal_of(&party, people).await;
    let (drafter, second) = (proposal.drafter(), &proposal.people[1]);
    let of_drafter = proposal.seen_by(drafter).await["ownMember"].as_str().unwrap().to_owned();
    let growth = format!("{}/sections/growth", proposal.path);

    let before = proposal.seen_by(second).await;
    let writing = second.put(&growth, "\"v1\"", json!({ "text": "Honderd leden." })).await;
    let facts = second.patch(&proposal.path, "\"v1\"", json!({ "name": "Mijn plan" })).await;
    let naming = json!({ "email": "a@b.example", "kind": "chair", "title": "Voorzitter" });
    let naming = second.post(&format!("{}/members", proposal.path), naming).await;
    let removing = second.delete(&format!("{}/members/{of_drafter}", proposal.path), "\"v1\"").await;
    let submitting = second.post(&format!("{}/submissions", proposal.path), json!({})).await;
    let withdrawing = second.post(&format!("{}/withdrawals", proposal.path), json!({ "reason": "Weg ermee." })).await;
    proposal.confirm(second).await;
    proposal.write(second, "growth", "Honderd leden.").await;
    proposal.write(second, "growth", "Tweehonderd leden.").await;

    assert_eq!(before["actions"], json!(["founding-plans.confirm"]));
    for refused in [writing, facts, naming, removing, submitting, withdrawing] {
        refused.expect_problem(StatusCode::FORBIDDEN, "founding-plans/not-yours");
    }
    let after = proposal.seen_by(second).await;
    assert_eq!(member_at(&after, 1)["state"], "named", "their own change asks for a new yes");
    assert!(after["actions"].as_array().unwrap().contains(&json!("founding-plans.withdraw")));
}

#[tokio::test]
async fn who_left_the_organisation_no_longer_knows_of_the_plan() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let office = world.office_of(&party).await;
    let proposal = world.in_review(&party, &office).await;
    let (drafter, third) = (proposal.drafter(), &proposal.people[2]);
    for gone in [drafter, third] {
        world.leaves_the_organization(gone).await;
    }
    let before = world.letters_to(&world.address_of(drafter)).await.len();

    let reading = drafter.get(&proposal.path).await;
    let withdrawing = drafter.post(&format!("{}/withdrawals", proposal.path), json!({ "reason": "Ik ben weg." })).await;
    proposal.step(&office, "returns", json!({ "reason": "Vertel meer." })).await;
    let writing = drafter.put(&format!("{}/sections/growth", proposal.path), "\"v1\"", json!({ "text": "Meer." })).await;
    let of_third = third.get(&proposal.path).await;

    for unseen in [reading, withdrawing, writing, of_third] {
        unseen.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
    }
    assert_eq!(world.letters_to(&world.address_of(drafter)).await.len(), before);
    assert_eq!(proposal.seen_by(&proposal.people[1]).await["state"], "returned");
}

#[tokio::test]
async fn who_is_no_longer_a_member_reads_the_plan_and_does_nothing_else_with_it() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let proposal = world.proposal(&party).await;
    let drafter = proposal.drafter();
    world.becomes(drafter, "supporter").await;

    let plan = proposal.seen_by(drafter).await;
    let writing = drafter.put(&format!("{}/sections/growth", proposal.path), "\"v1\"", json!({ "text": "Meer." })).await;
    let withdrawing = drafter.post(&format!("{}/withdrawals", proposal.path), json!({ "reason": "Weg ermee." })).await;

    assert_eq!(plan["actions"], json!(["founding-plans.confirm"]));
    for refused in [writing, withdrawing] {
        refused.expect_problem(StatusCode::FORBIDDEN, "founding-plans/not-yours");
    }
}

#[tokio::test]
async fn an_answer_leaves_a_trace_with_what_was_said() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let proposal = world.proposal(&party).await;
    let id: Uuid = proposal.seen_by(proposal.drafter()).await["id"].as_str().unwrap().parse().unwrap();

    let deeds = super::deeds_with(&world, id).await;

    assert_eq!(deeds.iter().filter(|deed| *deed == "founding-plans.name-member").count(), 4);
    assert_eq!(deeds.iter().filter(|deed| *deed == "founding-plans.confirm").count(), 4);
    let reasons: Vec<_> = world.audit_of(id).await.into_iter().filter_map(|event| event.reason).collect();
    assert_eq!(reasons, ["confirmed", "confirmed", "confirmed", "confirmed"]);
}

#[tokio::test]
async fn a_member_is_taken_off_by_version() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let proposal = world.proposal(&party).await;
    let (second, third) = (&proposal.people[1], &proposal.people[2]);
    let plan = proposal.seen_by(second).await;
    let of_third = format!("{}/members/{}", proposal.path, member_at(&plan, 2)["id"].as_str().unwrap());

    let stale = second.delete(&of_third, "\"v1\"").await;
    let removed = second.delete(&of_third, "\"v2\"").await;
    let again = second.delete(&of_third, "\"v2\"").await;

    stale.expect_problem(StatusCode::PRECONDITION_FAILED, "house/stale");
    removed.expect(StatusCode::NO_CONTENT);
    again.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
    third.get(&proposal.path).await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
    let office = world.office_of(&party).await;
    office.delete(&of_third, "\"v2\"").await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
}

#[tokio::test]
async fn who_registers_with_the_named_address_later_finds_the_plan() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let proposal = world.proposal_of(&party, vec![world.member_of(&party).await]).await;
    let newcomer = world.supporter_of(&party).await;
    newcomer.get(&proposal.path).await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");

    let member = json!({ "email": world.address_of(&newcomer), "kind": "secretary", "title": "Secretaris" });
    proposal.step(proposal.drafter(), "members", member).await;

    let plan = proposal.seen_by(&newcomer).await;
    assert_eq!(plan["members"][1]["isYou"], true);
    let list = newcomer.get("/organizations/netwerkpartij/founding-plans").await.expect(StatusCode::OK);
    assert_eq!(list["items"][0]["ownAnswer"], "named");
    let waiting = newcomer.get("/accounts/me").await.expect(StatusCode::OK);
    assert_eq!(waiting["waiting"][0]["kind"], "founding-plans.confirm");
}
