//! Handing in, reviewing, returning, advising and taking back.

use reqwest::StatusCode;
use serde_json::{Value, json};
use uuid::Uuid;
use vliegwiel_tests::World;
use vliegwiel_tests::founding_plans::Proposal;

fn id_of(plan: &Value) -> Uuid {
    plan["id"].as_str().unwrap().parse().unwrap()
}

async fn steps_of(proposal: &Proposal, caller: &vliegwiel_tests::Caller) -> Vec<(String, String, String)> {
    let plan = proposal.seen_by(caller).await;
    let text = |step: &Value, field: &str| step[field].as_str().unwrap().to_owned();
    plan["steps"].as_array().unwrap().iter().map(|step| (text(step, "command"), text(step, "body"), text(step, "reason"))).collect()
}

#[tokio::test]
async fn a_plan_says_what_it_lacks_until_it_can_be_submitted() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let people = vec![world.member_of(&party).await, world.member_of(&party).await];
    let proposal = world.proposal_of(&party, people).await;
    proposal.write(proposal.drafter(), "activities", "").await;
    proposal.confirm(proposal.drafter()).await;

    let plan = proposal.seen_by(proposal.drafter()).await;
    let refused = proposal.drafter().post(&format!("{}/submissions", proposal.path), json!({})).await;

    assert_eq!(
        plan["gaps"],
        json!([
            { "code": "section-empty", "section": "activities", "count": null },
            { "code": "answers-missing", "section": null, "count": 1 },
            { "code": "members-missing", "section": null, "count": 3 },
        ])
    );
    refused.expect_problem(StatusCode::CONFLICT, "founding-plans/sections-missing");
}

#[tokio::test]
async fn three_who_confirm_are_too_few() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let proposal = world.proposal(&party).await;
    let plan = proposal.seen_by(&proposal.people[3]).await;
    let own = format!("{}/members/{}/confirmations", proposal.path, plan["ownMember"].as_str().unwrap());
    proposal.people[3].post(&own, json!({ "decision": "decline" })).await.expect(StatusCode::CREATED);

    let refused = proposal.drafter().post(&format!("{}/submissions", proposal.path), json!({})).await;

    refused.expect_problem(StatusCode::CONFLICT, "founding-plans/too-few-members");
}

#[tokio::test]
async fn who_left_the_organisation_does_not_count() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let proposal = world.proposal(&party).await;
    world.leaves_the_organization(&proposal.people[2]).await;

    let refused = proposal.drafter().post(&format!("{}/submissions", proposal.path), json!({})).await;

    refused.expect_problem(StatusCode::CONFLICT, "founding-plans/unconfirmed");
}

#[tokio::test]
async fn a_plan_goes_to_the_office_back_with_comments_and_to_the_board() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let (office, board) = (world.office_of(&party).await, world.board_of(&party).await);
    let proposal = world.proposal(&party).await;
    let drafter = proposal.drafter();

    proposal.step(drafter, "submissions", Value::Null).await;
    proposal.step(&office, "reviews", Value::Null).await;
    proposal.step(&office, "comments", json!({ "section": "activities", "text": "Hoe vaak komen jullie bij elkaar?" })).await;
    let during_review = proposal.seen_by(drafter).await;
    let returned = proposal.step(&office, "returns", json!({ "reason": "Vertel meer over het eerste jaar." })).await;
    let after_return = proposal.seen_by(drafter).await;
    proposal.write(drafter, "activities", "Acht avonden in het land.").await;
    for person in &proposal.people {
        proposal.confirm(person).await;
    }
    proposal.step(drafter, "submissions", Value::Null).await;
    proposal.step(&office, "reviews", Value::Null).await;
    proposal.step(&office, "advices", json!({ "advice": "Positief." })).await;

    assert_eq!(returned["state"], "returned");
    assert_eq!(during_review["comments"], json!([]));
    let comment = &after_return["comments"][0];
    assert_eq!((&comment["section"], &comment["text"]), (&json!("activities"), &json!("Hoe vaak komen jullie bij elkaar?")));
    assert_eq!((&comment["writtenBy"], &comment["round"]), (&Value::Null, &json!(1)));
    let with_board = proposal.seen_by(&board).await;
    assert_eq!((&with_board["state"], &with_board["round"], &with_board["advice"]), (&json!("advised"), &json!(2), &json!("Positief.")));
    assert_eq!(proposal.seen_by(drafter).await["advice"], Value::Null);
    let step = |command: &str, body: &str, reason: &str| (command.to_owned(), body.to_owned(), reason.to_owned());
    assert_eq!(
        steps_of(&proposal, drafter).await,
        [
            step("submit", "core-group", ""),
            step("review", "office", ""),
            step("return", "office", "Vertel meer over het eerste jaar."),
            step("submit", "core-group", ""),
            step("review", "office", ""),
            step("advise", "office", ""),
        ]
    );
}

#[tokio::test]
async fn every_step_leaves_a_trace_with_its_body_and_reason() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let office = world.office_of(&party).await;
    let proposal = world.in_review(&party, &office).await;
    proposal.step(&office, "returns", json!({ "reason": "Nog niet af." })).await;
    let id = id_of(&proposal.seen_by(&office).await);

    let events = world.audit_of(id).await;

    let of = |action: &str| events.iter().find(|event| event.action == format!("founding-plans.{action}")).unwrap();
    assert_eq!(of("submit").body.as_deref(), Some("core-group"));
    assert_eq!((of("review").body.as_deref(), of("review").person_id), (Some("office"), Some(office.person().uuid())));
    assert_eq!((of("return").body.as_deref(), of("return").reason.as_deref()), (Some("office"), Some("Nog niet af.")));
}

#[tokio::test]
async fn a_remark_is_kept_on_behalf_of_the_body_that_made_it() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let (office, board) = (world.office_of(&party).await, world.board_of(&party).await);
    let proposal = world.in_review(&party, &office).await;
    let id = id_of(&proposal.seen_by(proposal.drafter()).await);
    let remark = json!({ "section": "activities", "text": "Hoe vaak komen jullie bij elkaar?" });

    for caller in [&office, &board] {
        proposal.step(caller, "comments", remark.clone()).await;
    }

    let comments: Vec<_> = world.audit_of(id).await.into_iter().filter(|event| event.action == "founding-plans.comment").collect();
    assert_eq!(comments.iter().map(|event| event.body.as_deref()).collect::<Vec<_>>(), [Some("office"), Some("board")]);
}

#[tokio::test]
async fn each_step_writes_to_those_who_are_next() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let (office, board) = (world.office_of(&party).await, world.board_of(&party).await);

    let proposal = world.in_review(&party, &office).await;
    proposal.step(&office, "returns", json!({ "reason": "Vertel meer." })).await;
    proposal.step(proposal.drafter(), "submissions", Value::Null).await;
    proposal.step(&office, "reviews", Value::Null).await;
    proposal.step(&office, "advices", json!({ "advice": "Positief." })).await;

    let subjects = async |caller: &vliegwiel_tests::Caller| -> Vec<String> {
        let letters = world.letters_to(&world.address_of(caller)).await;
        letters.iter().map(|letter| letter["subject"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(subjects(&office).await, ["Er is een oprichtingsplan ingediend", "Er is een oprichtingsplan ingediend"]);
    assert_eq!(subjects(&board).await, ["Een oprichtingsplan wacht op jullie besluit"]);
    for person in &proposal.people {
        assert!(subjects(person).await.contains(&"Je oprichtingsplan is terug, met opmerkingen".to_owned()));
    }
    let returned = world.letters_to(&world.address_of(proposal.drafter())).await.pop().unwrap();
    assert!(returned["text"].as_str().unwrap().contains("Vertel meer."));
    assert!(returned["link"]["page"].as_str().unwrap().starts_with("/netwerkpartij/plannen/"));
}

#[tokio::test]
async fn no_letter_names_a_network_that_says_something_about_its_people_p30() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let office = world.office_of(&party).await;
    let proposal = world.proposal(&party).await;
    let version = proposal.drafter().get(&proposal.path).await.etag();
    let special = json!({ "name": "Regenboognetwerk", "sensitivity": "special" });
    proposal.drafter().patch(&proposal.path, &version, special).await.expect(StatusCode::OK);
    let member = json!({ "email": "iemand@elders.example", "kind": "chair", "title": "Voorzitter" });
    proposal.step(proposal.drafter(), "members", member).await;
    let plan = proposal.seen_by(proposal.drafter()).await;
    let of_stranger = format!("{}/members/{}", proposal.path, plan["members"][4]["id"].as_str().unwrap());
    proposal.drafter().delete(&of_stranger, "\"v1\"").await.expect(StatusCode::NO_CONTENT);
    for person in &proposal.people {
        proposal.confirm(person).await;
    }
    proposal.step(proposal.drafter(), "submissions", Value::Null).await;
    proposal.step(&office, "reviews", Value::Null).await;
    proposal.step(&office, "returns", json!({ "reason": "Vertel meer." })).await;

    let letters = world.letters().await;

    assert!(letters.len() > 8);
    assert!(letters.iter().all(|letter| !letter.to_string().contains("Regenboog")));
}

#[tokio::test]
async fn only_the_office_reviews_returns_and_advises() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let (office, board) = (world.office_of(&party).await, world.board_of(&party).await);
    let (administrator, stranger) = (world.administrator_of(&party).await, world.member_of(&party).await);
    let elsewhere = world.office_of(&world.organization("vooruit").await).await;
    let proposal = world.in_review(&party, &office).await;
    let steps = [
        ("reviews", json!({})),
        ("returns", json!({ "reason": "Terug." })),
        ("advices", json!({ "advice": "Goed." })),
        ("comments", json!({ "section": "purpose", "text": "Mooi." })),
    ];

    for (step, body) in steps {
        let path = format!("{}/{step}", proposal.path);
        if step != "comments" {
            board.post(&path, body.clone()).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
        }
        administrator.post(&path, body.clone()).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
        proposal.drafter().post(&path, body.clone()).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
        stranger.post(&path, body.clone()).await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
        elsewhere.post(&path, body.clone()).await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
        world.anonymous().post(&path, body).await.expect_problem(StatusCode::UNAUTHORIZED, "house/unauthenticated");
    }
    assert_eq!(proposal.seen_by(&office).await["state"], "in-review");
}

#[tokio::test]
async fn steps_come_in_order() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let office = world.office_of(&party).await;
    let proposal = world.submitted(&party).await;

    let early_advice = office.post(&format!("{}/advices", proposal.path), json!({ "advice": "Goed." })).await;
    let early_comment = office.post(&format!("{}/comments", proposal.path), json!({ "section": "purpose", "text": "Mooi." })).await;
    let twice = proposal.drafter().post(&format!("{}/submissions", proposal.path), json!({})).await;

    early_advice.expect_problem(StatusCode::CONFLICT, "founding-plans/wrong-state");
    early_comment.expect_problem(StatusCode::CONFLICT, "founding-plans/not-under-review");
    twice.expect_problem(StatusCode::CONFLICT, "founding-plans/wrong-state");
}

#[tokio::test]
async fn a_step_sent_twice_with_one_key_is_taken_once() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let office = world.office_of(&party).await;
    let proposal = world.in_review(&party, &office).await;
    let path = format!("{}/comments", proposal.path);
    let comment = json!({ "section": "purpose", "text": "Mooi." });

    let first = office.post_once(&path, comment.clone(), "sleutel").await;
    let again = office.post_once(&path, comment, "sleutel").await;
    let other = office.post_once(&path, json!({ "section": "growth", "text": "Mooi." }), "sleutel").await;

    assert_eq!(first.text, again.text);
    other.expect_problem(StatusCode::UNPROCESSABLE_ENTITY, "house/key-reused");
    assert_eq!(proposal.seen_by(&office).await["comments"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_plan_is_withdrawn_with_a_reason_and_that_is_the_end() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let office = world.office_of(&party).await;
    let proposal = world.in_review(&party, &office).await;
    let path = format!("{}/withdrawals", proposal.path);

    let without = proposal.drafter().post(&path, json!({ "reason": " " })).await;
    let by_office = office.post(&path, json!({ "reason": "Te druk." })).await;
    let withdrawn = proposal.step(&proposal.people[2], "withdrawals", json!({ "reason": "We voegen ons bij een ander netwerk." })).await;
    let again = proposal.drafter().post(&path, json!({ "reason": "Nog eens." })).await;

    without.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
    by_office.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    assert_eq!((&withdrawn["state"], &withdrawn["actions"]), (&json!("withdrawn"), &json!([])));
    let reason = withdrawn["steps"].as_array().unwrap().last().unwrap()["reason"].clone();
    assert_eq!(reason, "We voegen ons bij een ander netwerk.");
    again.expect_problem(StatusCode::CONFLICT, "founding-plans/wrong-state");
}

#[tokio::test]
async fn what_is_submitted_is_what_was_confirmed_whatever_happens_at_once() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let proposal = world.proposal(&party).await;
    let submissions = format!("{}/submissions", proposal.path);
    let growth = format!("{}/sections/growth", proposal.path);

    let (submitted, written) = tokio::join!(
        proposal.drafter().post(&submissions, json!({})),
        proposal.people[1].put(&growth, "\"v1\"", json!({ "text": "Nog snel iets anders." })),
    );

    let plan = proposal.seen_by(proposal.drafter()).await;
    let all_confirmed = plan["members"].as_array().unwrap().iter().all(|member| member["state"] == "confirmed");
    assert_ne!(submitted.status == 201, written.status == 200, "one of the two: {} {}", submitted.text, written.text);
    assert_eq!(plan["state"] == "submitted", all_confirmed);
}
