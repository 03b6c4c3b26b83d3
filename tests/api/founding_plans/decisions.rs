//! The decision of the board, and what comes of it.

use chrono::TimeDelta;
use reqwest::StatusCode;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use serde_json::{Value, json};
use uuid::Uuid;
use vliegwiel_domain::access::Role;
use vliegwiel_persistence::rows;
use vliegwiel_tests::founding_plans::Proposal;
use vliegwiel_tests::{Caller, World};

fn approval() -> Value {
    json!({ "decision": "approve", "decidedOn": "2026-03-04", "reason": "Past bij de partij.", "conditions": "Zoek een penningmeester." })
}

async fn decide(proposal: &Proposal, caller: &Caller, decision: Value) -> vliegwiel_tests::Reply {
    caller.post(&format!("{}/decisions", proposal.path), decision).await
}

async fn network_of(world: &World, plan: &Value) -> rows::networks::Model {
    let id: Uuid = plan["decision"]["networkId"].as_str().unwrap().parse().unwrap();
    rows::networks::Entity::find_by_id(id).one(world.rows()).await.unwrap().unwrap()
}

#[tokio::test]
async fn an_approval_brings_the_network_its_agreement_and_its_core_group() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let (office, board) = (world.office_of(&party).await, world.board_of(&party).await);
    let proposal = world.advised(&party, &office).await;

    let reply = decide(&proposal, &board, approval()).await;

    let plan = reply.expect(StatusCode::CREATED);
    assert_eq!((&plan["state"], &plan["decision"]["networkSlug"]), (&json!("approved"), &json!("netwerk-zorg")));
    assert_eq!(plan["decision"]["conditions"], "Zoek een penningmeester.");
    let network = network_of(&world, &plan).await;
    assert_eq!((network.state.as_str(), network.members, network.core_group), ("pilot", 4, 4));
    assert_eq!((network.purpose.as_str(), network.about.as_str()), ("Onze tekst over purpose.", "Onze tekst over shared-ground."));
    assert_eq!((network.goal_members, network.goal_members_at_start, network.starts_on), (Some(50), Some(4), Some(world.app.today())));
    let agreement = rows::agreements::Entity::find().one(world.rows()).await.unwrap().unwrap();
    assert_eq!((agreement.network_id, agreement.conditions.as_str()), (network.id, "Zoek een penningmeester."));
    assert_eq!(agreement.founding_plan_id.map(|id| id.to_string()).as_deref(), plan["id"].as_str());
    for person in &proposal.people {
        let grants = rows::grants::Entity::find()
            .filter(rows::grants::Column::PersonId.eq(person.person().uuid()))
            .filter(rows::grants::Column::NetworkId.eq(network.id));
        assert_eq!(grants.all(world.rows()).await.unwrap().iter().map(|grant| grant.role.as_str()).collect::<Vec<_>>(), ["core-group"]);
    }
    let seats = rows::positions::Entity::find().order_by_asc(rows::positions::Column::Sequence).all(world.rows()).await.unwrap();
    assert_eq!(seats.iter().map(|seat| seat.title.as_str()).collect::<Vec<_>>(), ["Kerngroeplid"; 4]);
    assert_eq!(rows::appointments::Entity::find().count(world.rows()).await.unwrap(), 4);
}

#[tokio::test]
async fn a_decision_is_told_to_everyone_who_proposed_and_leaves_a_trace() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let (office, board) = (world.office_of(&party).await, world.board_of(&party).await);
    let proposal = world.advised(&party, &office).await;
    let before = world.letters().await.len();
    world.clock.pass(TimeDelta::milliseconds(1));

    let plan = decide(&proposal, &board, approval()).await.expect(StatusCode::CREATED);

    let letters = world.letters().await.split_off(before);
    let mut told: Vec<_> = letters.iter().map(|letter| letter["to"].as_str().unwrap().to_owned()).collect();
    let mut people: Vec<_> = proposal.people.iter().map(|person| world.address_of(person)).collect();
    told.sort();
    people.sort();
    assert_eq!(told, people);
    assert!(letters[0]["text"].as_str().unwrap().contains("Past bij de partij."));
    let events = world.audit_of(plan["id"].as_str().unwrap().parse().unwrap()).await;
    let decision = events.last().unwrap();
    assert_eq!((decision.action.as_str(), decision.body.as_deref()), ("founding-plans.decide", Some("board")));
    assert_eq!((decision.reason.as_deref(), decision.person_id), (Some("Past bij de partij."), Some(board.person().uuid())));
    let chain = vliegwiel_application::audit::first_break(&world.app, party.id.uuid()).await.unwrap();
    assert_eq!(chain, None);
}

#[tokio::test]
async fn a_core_group_member_may_do_what_the_seat_allows_from_then_on() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let (office, board) = (world.office_of(&party).await, world.board_of(&party).await);
    let proposal = world.advised(&party, &office).await;

    let plan = decide(&proposal, &board, approval()).await.expect(StatusCode::CREATED);

    let network = network_of(&world, &plan).await;
    let actor = vliegwiel_application::sessions::actor(&world.app, Some(proposal.people[3].token()), "netwerkpartij").await.unwrap();
    assert!(actor.holds(Role::CoreGroup, Some(network.id.into())));
    assert!(actor.memberships.contains(&network.id.into()));
}

#[tokio::test]
async fn other_terms_can_be_agreed() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let (office, board) = (world.office_of(&party).await, world.board_of(&party).await);
    let proposal = world.advised(&party, &office).await;
    let terms = json!({
        "purpose": "Zorg dichtbij.", "organisation": "Vier mensen.", "durationMonths": 24,
        "goalMembers": 30, "goalMonths": 6, "evaluationMonths": null,
    });
    let mut decision = approval();
    decision["terms"] = terms;

    let plan = decide(&proposal, &board, decision).await.expect(StatusCode::CREATED);

    let network = network_of(&world, &plan).await;
    assert_eq!((network.purpose.as_str(), network.goal_members, network.evaluation_on), ("Zorg dichtbij.", Some(30), None));
    assert!(network.ends_on.is_some());
}

#[tokio::test]
async fn an_approved_network_waits_its_turn_while_the_capacity_is_used() {
    let world = World::new().await;
    let party = world.organization_that_starts("netwerkpartij", 1).await;
    let (office, board) = (world.office_of(&party).await, world.board_of(&party).await);
    let first = world.advised(&party, &office).await;
    let second = world.advised(&party, &office).await;

    let pilot = decide(&first, &board, approval()).await.expect(StatusCode::CREATED);
    let waiting = decide(&second, &board, approval()).await.expect(StatusCode::CREATED);

    assert_eq!(network_of(&world, &pilot).await.state, "pilot");
    let network = network_of(&world, &waiting).await;
    assert_eq!((network.state.as_str(), network.slug.as_str(), network.core_group), ("proposed", "netwerk-zorg-2", 4));
    let queue = office.get("/organizations/netwerkpartij/founding-plan-queue").await.expect(StatusCode::OK);
    assert_eq!((&queue["startCapacity"], &queue["startsUsed"]), (&json!(1), &json!(1)));
    assert_eq!(queue["waitingNetworks"][0]["id"].as_str(), Some(network.id.to_string().as_str()));
}

#[tokio::test]
async fn an_approval_does_not_jump_the_queue_when_room_comes_free() {
    let world = World::new().await;
    let party = world.organization_that_starts("netwerkpartij", 1).await;
    let (office, board) = (world.office_of(&party).await, world.board_of(&party).await);
    let (first, second) = (world.advised(&party, &office).await, world.advised(&party, &office).await);
    let third = world.advised(&party, &office).await;
    let of = |network: &rows::networks::Model| format!("/organizations/netwerkpartij/networks/{}", network.id);
    let pilot = network_of(&world, &decide(&first, &board, approval()).await.expect(StatusCode::CREATED)).await;
    let waiting = network_of(&world, &decide(&second, &board, approval()).await.expect(StatusCode::CREATED)).await;
    board.post(&format!("{}/activations", of(&pilot)), json!({})).await.expect(StatusCode::OK);
    world.clock.pass(TimeDelta::seconds(1));

    let late = network_of(&world, &decide(&third, &board, approval()).await.expect(StatusCode::CREATED)).await;
    let before_its_turn = office.post(&format!("{}/starts", of(&late)), json!({})).await;
    let in_turn = office.post(&format!("{}/starts", of(&waiting)), json!({})).await;

    assert_eq!(late.state, "proposed");
    before_its_turn.expect_problem(StatusCode::CONFLICT, "networks/not-first");
    assert_eq!(in_turn.expect(StatusCode::OK)["state"], "pilot");
}

#[tokio::test]
async fn two_approvals_at_once_start_no_more_than_the_capacity() {
    let world = World::new().await;
    let party = world.organization_that_starts("netwerkpartij", 1).await;
    let (office, board) = (world.office_of(&party).await, world.board_of(&party).await);
    let (first, second) = (world.advised(&party, &office).await, world.advised(&party, &office).await);

    let (one, other) = tokio::join!(decide(&first, &board, approval()), decide(&second, &board, approval()));

    one.expect(StatusCode::CREATED);
    other.expect(StatusCode::CREATED);
    let networks = rows::networks::Entity::find().all(world.rows()).await.unwrap();
    let mut states: Vec<_> = networks.iter().map(|network| network.state.as_str()).collect();
    states.sort_unstable();
    assert_eq!(states, ["pilot", "proposed"]);
}

#[tokio::test]
async fn a_plan_is_decided_once_however_many_try() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let (office, board) = (world.office_of(&party).await, world.board_of(&party).await);
    let colleague = world.board_of(&party).await;
    let proposal = world.advised(&party, &office).await;
    let rejection = json!({ "decision": "reject", "decidedOn": "2026-03-04", "reason": "Nee." });

    let (one, other) = tokio::join!(decide(&proposal, &board, approval()), decide(&proposal, &colleague, rejection));

    let refused = if one.status == 201 { other } else { one };
    refused.expect_problem(StatusCode::CONFLICT, "founding-plans/wrong-state");
    let networks = rows::networks::Entity::find().count(world.rows()).await.unwrap();
    let approved = proposal.seen_by(&board).await["state"] == "approved";
    assert_eq!(networks, u64::from(approved));
}

#[tokio::test]
async fn a_rejection_brings_nothing_but_its_reason() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let (office, board) = (world.office_of(&party).await, world.board_of(&party).await);
    let proposal = world.advised(&party, &office).await;
    let rejection = json!({ "decision": "reject", "decidedOn": "2026-03-04", "reason": "Er is al zo'n netwerk." });

    let plan = decide(&proposal, &board, rejection).await.expect(StatusCode::CREATED);

    assert_eq!((&plan["state"], &plan["decision"]["reason"]), (&json!("rejected"), &json!("Er is al zo'n netwerk.")));
    assert_eq!(plan["decision"]["networkId"], Value::Null);
    assert_eq!(rows::networks::Entity::find().count(world.rows()).await.unwrap(), 0);
    assert_eq!(proposal.seen_by(proposal.drafter()).await["advice"], "Positief: een stevige kerngroep.");
}

#[tokio::test]
async fn the_board_decides_between_submission_and_today_with_a_reason() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let (office, board) = (world.office_of(&party).await, world.board_of(&party).await);
    let proposal = world.advised(&party, &office).await;
    let on = |day: &str| {
        let mut decision = approval();
        decision["decidedOn"] = json!(day);
        decision
    };
    let mut silent = approval();
    silent["reason"] = json!("  ");

    for day in ["2026-03-03", "2026-03-05"] {
        decide(&proposal, &board, on(day)).await.expect_problem(StatusCode::CONFLICT, "founding-plans/invalid-decision-day");
    }
    decide(&proposal, &board, silent).await.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
    decide(&proposal, &board, on("2026-02-30")).await.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
    assert_eq!(rows::networks::Entity::find().count(world.rows()).await.unwrap(), 0);
    assert_eq!(proposal.seen_by(&board).await["state"], "advised");
}

#[tokio::test]
async fn only_the_board_decides() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let office = world.office_of(&party).await;
    let elsewhere = world.board_of(&world.organization("vooruit").await).await;
    let proposal = world.advised(&party, &office).await;

    decide(&proposal, &office, approval()).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    decide(&proposal, proposal.drafter(), approval()).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    decide(&proposal, &elsewhere, approval()).await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
    decide(&proposal, &world.outsider().await, approval()).await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
    decide(&proposal, &world.anonymous(), approval()).await.expect_problem(StatusCode::UNAUTHORIZED, "house/unauthenticated");
}

/// Abuse case 4: decide one's own plan.
#[tokio::test]
async fn nobody_reviews_or_decides_their_own_plan_s10() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let office = world.office_of(&party).await;
    let mut people = vec![world.board_of(&party).await, world.office_of(&party).await];
    people.extend([world.member_of(&party).await, world.member_of(&party).await]);
    let proposal = world.proposal_of(&party, people).await;
    for person in &proposal.people {
        proposal.confirm(person).await;
    }
    let (of_board, of_office) = (&proposal.people[0], &proposal.people[1]);
    let refused = async |caller: &Caller, step: &str, body: Value| {
        caller.post(&format!("{}/{step}", proposal.path), body).await.expect_problem(StatusCode::FORBIDDEN, "founding-plans/four-eyes");
    };

    proposal.step(of_board, "submissions", Value::Null).await;
    refused(of_office, "reviews", json!({})).await;
    proposal.step(&office, "reviews", Value::Null).await;
    refused(of_office, "returns", json!({ "reason": "Terug." })).await;
    refused(of_office, "advices", json!({ "advice": "Goed." })).await;
    refused(of_office, "comments", json!({ "section": "purpose", "text": "Mooi." })).await;
    refused(of_board, "comments", json!({ "section": "purpose", "text": "Mooi." })).await;
    proposal.step(&office, "advices", json!({ "advice": "Positief." })).await;
    refused(of_board, "decisions", approval()).await;

    let plan = proposal.seen_by(of_board).await;
    assert_eq!((&plan["state"], &plan["readAs"]), (&json!("advised"), &json!("proposer")));
    assert!(!plan["actions"].as_array().unwrap().iter().any(|action| action == "founding-plans.decide"));
    assert_eq!(plan["advice"], Value::Null, "a proposer reads the advice after the decision, whatever else they are");
}

#[tokio::test]
async fn stepping_back_from_a_plan_does_not_give_the_right_to_decide_it() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let (office, board) = (world.office_of(&party).await, world.board_of(&party).await);
    let proposal = world.proposal(&party).await;
    let member = json!({ "email": world.address_of(&board), "kind": "member", "title": "Kerngroeplid" });
    proposal.step(proposal.drafter(), "members", member).await;
    proposal.confirm(&board).await;
    let plan = proposal.seen_by(&board).await;
    let own = format!("{}/members/{}", proposal.path, plan["ownMember"].as_str().unwrap());
    proposal.drafter().delete(&own, "\"v2\"").await.expect(StatusCode::NO_CONTENT);
    for (caller, step, body) in
        [(proposal.drafter(), "submissions", json!({})), (&office, "reviews", json!({})), (&office, "advices", json!({ "advice": "Ja." }))]
    {
        proposal.step(caller, step, body).await;
    }

    let decision = decide(&proposal, &board, approval()).await;

    decision.expect_problem(StatusCode::FORBIDDEN, "founding-plans/four-eyes");
}

#[tokio::test]
async fn being_named_against_ones_will_can_be_undone_by_declining() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let (office, board) = (world.office_of(&party).await, world.board_of(&party).await);
    let proposal = world.proposal(&party).await;
    let member = json!({ "email": world.address_of(&board), "kind": "member", "title": "Kerngroeplid" });
    proposal.step(proposal.drafter(), "members", member).await;
    let plan = proposal.seen_by(&board).await;
    let own = format!("{}/members/{}/confirmations", proposal.path, plan["ownMember"].as_str().unwrap());
    board.post(&own, json!({ "decision": "decline" })).await.expect(StatusCode::CREATED);
    for (caller, step, body) in
        [(proposal.drafter(), "submissions", json!({})), (&office, "reviews", json!({})), (&office, "advices", json!({ "advice": "Ja." }))]
    {
        proposal.step(caller, step, body).await;
    }

    let decision = decide(&proposal, &board, approval()).await;

    decision.expect(StatusCode::CREATED);
}

#[tokio::test]
async fn nobody_is_seated_who_stepped_back_or_left_since() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let (office, board) = (world.office_of(&party).await, world.board_of(&party).await);
    let proposal = world.advised(&party, &office).await;
    let plan = proposal.seen_by(&proposal.people[3]).await;
    let own = format!("{}/members/{}/confirmations", proposal.path, plan["ownMember"].as_str().unwrap());
    proposal.people[3].post(&own, json!({ "decision": "decline" })).await.expect(StatusCode::CREATED);
    let other = world.advised(&party, &office).await;
    world.leaves_the_organization(&other.people[1]).await;

    for too_small in [&proposal, &other] {
        decide(too_small, &board, approval()).await.expect_problem(StatusCode::CONFLICT, "founding-plans/too-few-members");
    }
    assert_eq!(rows::networks::Entity::find().count(world.rows()).await.unwrap(), 0);
}

#[tokio::test]
async fn the_queue_shows_what_waits_in_order_of_first_submission() {
    let world = World::new().await;
    let party = world.organization("netwerkpartij").await;
    let (office, board) = (world.office_of(&party).await, world.board_of(&party).await);
    let first = world.in_review(&party, &office).await;
    world.clock.pass(TimeDelta::seconds(1));
    world.submitted(&party).await;
    world.clock.pass(TimeDelta::seconds(1));
    first.step(&office, "returns", json!({ "reason": "Vertel meer." })).await;
    world.proposal(&party).await;

    let queue = board.get("/organizations/netwerkpartij/founding-plan-queue").await.expect(StatusCode::OK);

    let states: Vec<_> = queue["plans"].as_array().unwrap().iter().map(|plan| plan["state"].clone()).collect();
    assert_eq!(states, ["returned", "submitted"]);
    assert_eq!((&queue["plans"][0]["named"], &queue["plans"][0]["confirmed"]), (&json!(4), &json!(4)));
    let member = first.drafter().get("/organizations/netwerkpartij/founding-plan-queue").await;
    member.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    let nobody = world.anonymous().get("/organizations/netwerkpartij/founding-plan-queue").await;
    nobody.expect_problem(StatusCode::UNAUTHORIZED, "house/unauthenticated");
}
