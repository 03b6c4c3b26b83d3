//! Who sees which plan, and at what cost.

use reqwest::StatusCode;
use serde_json::{Value, json};
use uuid::Uuid;
use vliegwiel_tests::World;

const PLANS: &str = "/organizations/netwerkpartij/founding-plans";

fn ids(list: &Value) -> Vec<String> {
    list["items"].as_array().unwrap().iter().map(|plan| plan["id"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn people_see_the_plans_they_have_a_part_in_and_the_office_those_that_were_handed_in() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let (office, stranger) = (world.office_of(&party).await, world.member_of(&party).await);
    let one = world.proposal(&party).await;
    let other = world.submitted(&party).await;

    let own = one.people[3].get(PLANS).await.expect(StatusCode::OK);
    let all = office.get(PLANS).await.expect(StatusCode::OK);
    let submitted = office.get(&format!("{PLANS}?state=submitted")).await.expect(StatusCode::OK);
    let none = stranger.get(PLANS).await.expect(StatusCode::OK);

    assert_eq!(ids(&own).len(), 1);
    assert_eq!(own["items"][0]["ownAnswer"], "confirmed");
    assert_eq!((ids(&all).len(), ids(&submitted).len()), (1, 1));
    assert!(other.path.ends_with(submitted["items"][0]["id"].as_str().unwrap()));
    assert_eq!(none["items"], json!([]));
}

#[tokio::test]
async fn the_office_can_ask_for_the_plans_it_has_a_part_in_itself() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let office = world.office_of(&party).await;
    world.submitted(&party).await;
    let draft = json!({ "name": "Netwerk van het kantoor", "kind": "theme", "sensitivity": "normal", "openness": "open" });
    let own = office.post(PLANS, draft).await.expect(StatusCode::CREATED);

    let mine = office.get(&format!("{PLANS}?choice=mine")).await.expect(StatusCode::OK);

    assert_eq!(ids(&mine), [own["id"].as_str().unwrap()]);
    assert_eq!(ids(&office.get(PLANS).await.expect(StatusCode::OK)).len(), 2);
}

/// Being in the core group of a network to be can say as much as being a member of one (privacy.md P10, P12).
#[tokio::test]
async fn nobody_but_the_proposers_knows_of_a_plan_before_it_is_handed_in() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let (office, board) = (world.office_of(&party).await, world.board_of(&party).await);
    let administrator = world.administrator_of(&party).await;
    let proposal = world.proposal(&party).await;
    let withdrawn = world.proposal(&party).await;
    withdrawn.step(withdrawn.drafter(), "withdrawals", json!({ "reason": "Toch niet." })).await;

    for staff in [&office, &board, &administrator] {
        for path in [&proposal.path, &withdrawn.path] {
            staff.get(path).await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
        }
    }
    for staff in [&office, &board] {
        assert_eq!(staff.get(PLANS).await.expect(StatusCode::OK)["items"], json!([]));
        let queue = staff.get("/organizations/netwerkpartij/founding-plan-queue").await.expect(StatusCode::OK);
        assert_eq!(queue["plans"], json!([]));
    }
    let early = office.post(&format!("{}/reviews", proposal.path), json!({})).await;
    early.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
    proposal.step(proposal.drafter(), "submissions", Value::Null).await;
    proposal.step(&office, "reviews", Value::Null).await;
    proposal.step(&office, "returns", json!({ "reason": "Vertel meer." })).await;
    for staff in [&office, &board] {
        assert_eq!(proposal.seen_by(staff).await["state"], "returned");
        assert_eq!(ids(&staff.get(PLANS).await.expect(StatusCode::OK)).len(), 1);
    }
}

#[tokio::test]
async fn reading_a_plan_for_office_or_board_is_kept_on_record_s50() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let (office, board) = (world.office_of(&party).await, world.board_of(&party).await);
    let proposal = world.submitted(&party).await;
    let id: Uuid = proposal.seen_by(proposal.drafter()).await["id"].as_str().unwrap().parse().unwrap();

    proposal.seen_by(&office).await;
    proposal.seen_by(&board).await;

    let readings: Vec<_> = world.audit_of(id).await.into_iter().filter(|event| event.action == "founding-plans.read").collect();
    let readers: Vec<_> = readings.iter().map(|event| (event.person_id, event.body.as_deref())).collect();
    assert_eq!(readers, [(Some(office.person().uuid()), Some("office")), (Some(board.person().uuid()), Some("board"))]);
}

#[tokio::test]
async fn a_plan_is_hidden_from_everyone_who_has_no_part_in_it() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let elsewhere = world.office_of(&world.organization("vooruit").await).await;
    let proposal = world.submitted(&party).await;
    let absent = format!("{PLANS}/{}", Uuid::now_v7());

    let missing = world.member_of(&party).await.get(&absent).await;
    for stranger in [world.member_of(&party).await, world.supporter_of(&party).await, elsewhere.clone(), world.outsider().await] {
        let reply = stranger.get(&proposal.path).await;
        reply.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
        assert_eq!(reply.json()["title"], missing.json()["title"]);
    }
    world.anonymous().get(&proposal.path).await.expect_problem(StatusCode::UNAUTHORIZED, "house/unauthenticated");
    let under_another = proposal.path.replace("netwerkpartij", "vooruit");
    elsewhere.get(&under_another).await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
    proposal.drafter().get(&under_another).await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
}

#[tokio::test]
async fn a_member_or_section_of_another_plan_is_not_found_s06() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let (one, other) = (world.proposal(&party).await, world.proposal(&party).await);
    let foreign = other.seen_by(other.drafter()).await["members"][0]["id"].as_str().unwrap().to_owned();

    let removed = one.drafter().delete(&format!("{}/members/{foreign}", one.path), "\"v2\"").await;
    let answered = one.drafter().post(&format!("{}/members/{foreign}/confirmations", one.path), json!({ "decision": "decline" })).await;

    removed.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
    answered.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
}

#[tokio::test]
async fn plans_come_in_pages_the_newest_first() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let member = world.member_of(&party).await;
    for name in ["Een", "Twee", "Drie"] {
        member.post(PLANS, json!({ "name": name, "kind": "community" })).await.expect(StatusCode::CREATED);
        world.clock.pass(chrono::TimeDelta::seconds(1));
    }

    let first = member.get(&format!("{PLANS}?pageSize=2")).await.expect(StatusCode::OK);
    let second = member.get(&format!("{PLANS}?pageSize=2&cursor={}", first["next"].as_str().unwrap())).await.expect(StatusCode::OK);

    let names =
        |list: &Value| list["items"].as_array().unwrap().iter().map(|plan| plan["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>();
    assert_eq!((names(&first), names(&second)), (vec!["Drie".to_owned(), "Twee".to_owned()], vec!["Een".to_owned()]));
    assert_eq!(second["next"], Value::Null);
}

#[tokio::test]
async fn actions_tell_what_each_may_do_now() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let (office, board) = (world.office_of(&party).await, world.board_of(&party).await);
    let proposal = world.proposal(&party).await;
    let writing = json!([
        "founding-plans.write",
        "founding-plans.name-member",
        "founding-plans.remove-member",
        "founding-plans.submit",
        "founding-plans.withdraw",
        "founding-plans.confirm",
    ]);

    assert_eq!(proposal.seen_by(proposal.drafter()).await["actions"], writing);
    proposal.step(proposal.drafter(), "submissions", Value::Null).await;
    assert_eq!(proposal.seen_by(proposal.drafter()).await["actions"], json!(["founding-plans.withdraw", "founding-plans.confirm"]));
    assert_eq!(proposal.seen_by(&office).await["actions"], json!(["founding-plans.review"]));
    proposal.step(&office, "reviews", Value::Null).await;
    assert_eq!(
        proposal.seen_by(&office).await["actions"],
        json!(["founding-plans.comment", "founding-plans.return", "founding-plans.advise"])
    );
    proposal.step(&office, "advices", json!({ "advice": "Ja." })).await;
    assert_eq!(proposal.seen_by(&board).await["actions"], json!(["founding-plans.comment", "founding-plans.decide"]));
}

#[tokio::test]
async fn names_of_the_office_are_for_office_and_board() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let office = world.office_of(&party).await;
    let proposal = world.in_review(&party, &office).await;
    proposal.step(&office, "comments", json!({ "section": "purpose", "text": "Mooi." })).await;
    proposal.step(&office, "returns", json!({ "reason": "Vertel meer." })).await;

    let as_drafter = proposal.seen_by(proposal.drafter()).await;
    let as_office = proposal.seen_by(&office).await;

    assert!(as_drafter["steps"][0]["takenBy"].is_string());
    assert_eq!((&as_drafter["steps"][1]["takenBy"], &as_drafter["comments"][0]["writtenBy"]), (&Value::Null, &Value::Null));
    assert!(as_office["steps"][1]["takenBy"].is_string() && as_office["comments"][0]["writtenBy"].is_string());
}

#[tokio::test]
async fn a_list_takes_two_statements_a_plan_three_and_six_on_record_and_the_queue_four() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let office = world.office_of(&party).await;
    let proposal = world.in_review(&party, &office).await;
    world.submitted(&party).await;

    let (drafter, queue) = (proposal.drafter(), "/organizations/netwerkpartij/founding-plan-queue");
    let plan = proposal.path.as_str();
    for (caller, path, budget) in [(&office, PLANS, 2), (drafter, plan, 3), (&office, plan, 6), (&office, queue, 4)] {
        let _ = world.statements();
        caller.get(path).await.expect(StatusCode::OK);
        let sent = world.statements();
        assert!(sent.len() <= budget, "{path}: {} statements\n{}", sent.len(), sent.join("\n"));
    }
}
