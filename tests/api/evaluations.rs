//! Evaluations: frozen numbers, two views, one decision.

use reqwest::StatusCode;
use serde_json::{Value, json};
use vliegwiel_domain::access::Role;
use vliegwiel_domain::networks::Network;
use vliegwiel_domain::organizations::Organization;
use vliegwiel_tests::networks::path_of;
use vliegwiel_tests::{Caller, World};

const EVALUATIONS: &str = "/organizations/drenthe/evaluations";

struct Scene {
    world: World,
    drenthe: Organization,
    zorg: Network,
    seated: Vec<Caller>,
    office: Caller,
    board: Caller,
}

impl Scene {
    async fn new() -> Self {
        let world = World::new().await;
        let drenthe = world.organization("drenthe").await;
        let zorg = world.network(&drenthe, "Zorg").await;
        let seated = world.seated(&drenthe, &zorg, 4).await;
        let (office, board) = (world.office_of(&drenthe).await, world.board_of(&drenthe).await);
        Self { world, drenthe, zorg, seated, office, board }
    }

    fn of_network(&self) -> String {
        format!("{}/evaluations", path_of(&self.drenthe, &self.zorg))
    }

    async fn open(&self) -> String {
        let opened =
            self.office.post(&self.of_network(), json!({ "reason": "De kerngroep vraagt erom." })).await.expect(StatusCode::CREATED);
        format!("{EVALUATIONS}/{}", opened["id"].as_str().unwrap())
    }

    async fn viewed(&self) -> String {
        let evaluation = self.open().await;
        let text = || json!({ "text": "Het loopt goed." });
        self.seated[0].put(&format!("{evaluation}/core-group-view"), "\"v1\"", text()).await.expect(StatusCode::OK);
        self.office.put(&format!("{evaluation}/office-view"), "\"v2\"", text()).await.expect(StatusCode::OK);
        evaluation
    }

    async fn decide(&self, evaluation: &str, decision: Value) -> vliegwiel_tests::Reply {
        self.board.post(&format!("{evaluation}/decisions"), decision).await
    }
}

#[tokio::test]
async fn an_evaluation_waits_for_each_body_until_it_has_spoken() {
    let scene = Scene::new().await;
    let colleague = scene.world.office_of(&scene.drenthe).await;
    scene.world.grant(scene.drenthe.id, colleague.person(), Role::CoreGroup, Some(scene.zorg.id)).await;
    let evaluation = scene.open().await;
    let waits = async |who: &Caller| {
        let me = who.get("/accounts/me").await.expect(StatusCode::OK);
        let kinds = me["waiting"].as_array().unwrap().iter().map(|one| one["kind"].as_str().unwrap().to_owned());
        kinds.collect::<Vec<_>>().join(" ")
    };

    assert_eq!(waits(&scene.office).await, "evaluations.view-as-office");
    assert_eq!(waits(&scene.seated[0]).await, "evaluations.view-as-core-group");
    assert_eq!(waits(&colleague).await, "evaluations.view-as-core-group", "who sits in the core group judges it for no other body");
    assert_eq!(waits(&scene.board).await, "");

    let text = || json!({ "text": "Het loopt goed." });
    scene.seated[0].put(&format!("{evaluation}/core-group-view"), "\"v1\"", text()).await.expect(StatusCode::OK);
    scene.office.put(&format!("{evaluation}/office-view"), "\"v2\"", text()).await.expect(StatusCode::OK);

    assert_eq!((waits(&scene.office).await.as_str(), waits(&scene.board).await.as_str()), ("", "evaluations.decide"));
    let board = scene.board.get("/accounts/me").await.expect(StatusCode::OK);
    assert_eq!(board["waiting"][0]["path"], format!("/api/v1{evaluation}"));
    scene.decide(&evaluation, json!({ "outcome": "continue", "reason": "Ga zo door." })).await.expect(StatusCode::OK);
    assert_eq!(waits(&scene.board).await, "");
}

#[tokio::test]
async fn an_evaluation_freezes_the_numbers_and_asks_for_two_views() {
    let scene = Scene::new().await;
    let evaluation = scene.open().await;
    let late = scene.world.member_of(&scene.drenthe).await;
    late.post(&format!("{}/memberships", path_of(&scene.drenthe, &scene.zorg)), json!({ "supportsPurpose": true }))
        .await
        .expect(StatusCode::CREATED);

    let seen = scene.seated[0].get(&evaluation).await.expect(StatusCode::OK);

    assert_eq!(
        (&seen["numbers"]["members"], &seen["numbers"]["coreGroup"], &seen["numbers"]["goalMembers"]),
        (&json!(4), &json!(4), &json!(50))
    );
    assert_eq!((&seen["numbers"]["meetingsHeld"], &seen["numbers"]["showRate"]), (&json!(0), &Value::Null));
    assert_eq!((&seen["network"]["state"], &seen["actions"]), (&json!("evaluating"), &json!(["evaluations.view-as-core-group"])));
    let asked = ["Hoe gaat het? Jullie kijk is nodig".to_owned()];
    assert_eq!(
        (scene.world.subjects_to(&scene.seated[3]).await, scene.world.subjects_to(&scene.office).await),
        (asked.to_vec(), asked.to_vec())
    );
    assert_eq!(scene.world.deeds_to(&seen).await, ["evaluations.open"]);
}

#[tokio::test]
async fn an_evaluation_before_the_agreed_day_needs_a_reason() {
    let scene = Scene::new().await;

    let early = scene.office.post(&scene.of_network(), json!({})).await;
    scene.world.days_pass(365).await;
    let office = scene.world.office_of(&scene.drenthe).await;
    let due = office.post(&scene.of_network(), json!({})).await;
    let again = office.post(&scene.of_network(), json!({ "reason": "Nog eens" })).await;

    early.expect_problem(StatusCode::CONFLICT, "evaluations/reason-missing");
    due.expect(StatusCode::CREATED);
    again.expect_problem(StatusCode::CONFLICT, "networks/wrong-state");
}

#[tokio::test]
async fn core_group_and_office_write_their_own_view_only() {
    let scene = Scene::new().await;
    let evaluation = scene.open().await;
    let text = || json!({ "text": "Het loopt goed." });
    let energie = scene.world.network(&scene.drenthe, "Energie").await;
    let neighbour = scene.world.core_group_of(&scene.drenthe, &energie).await;

    let viewed = scene.seated[0].put(&format!("{evaluation}/core-group-view"), "\"v1\"", text()).await;
    let stale = scene.seated[1].put(&format!("{evaluation}/core-group-view"), "\"v1\"", text()).await;

    assert_eq!(viewed.expect(StatusCode::OK)["coreGroupView"]["text"], "Het loopt goed.");
    stale.expect_problem(StatusCode::PRECONDITION_FAILED, "house/stale");
    scene.seated[0]
        .put(&format!("{evaluation}/office-view"), "\"v2\"", text())
        .await
        .expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    scene
        .office
        .put(&format!("{evaluation}/core-group-view"), "\"v2\"", text())
        .await
        .expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    neighbour
        .put(&format!("{evaluation}/core-group-view"), "\"v2\"", text())
        .await
        .expect_problem(StatusCode::NOT_FOUND, "house/not-found");
}

#[tokio::test]
async fn who_is_in_the_core_group_does_not_judge_it_for_the_office() {
    let scene = Scene::new().await;
    let evaluation = scene.open().await;
    scene.world.grant(scene.drenthe.id, scene.seated[0].person(), vliegwiel_domain::access::Role::Office, None).await;
    scene.world.grant(scene.drenthe.id, scene.seated[1].person(), vliegwiel_domain::access::Role::Board, None).await;

    let as_office = scene.seated[0].put(&format!("{evaluation}/office-view"), "\"v1\"", json!({ "text": "Prima." })).await;
    let as_board = scene.seated[1].post(&format!("{evaluation}/decisions"), json!({ "outcome": "continue", "reason": "Prima." })).await;

    as_office.expect_problem(StatusCode::CONFLICT, "evaluations/four-eyes");
    as_board.expect_problem(StatusCode::CONFLICT, "evaluations/four-eyes");
}

#[tokio::test]
async fn the_board_lets_a_network_go_on() {
    let scene = Scene::new().await;
    let evaluation = scene.viewed().await;

    let decided = scene.decide(&evaluation, json!({ "outcome": "continue", "reason": "Goed werk.", "evaluationOn": "2027-03-04" })).await;
    let twice = scene.decide(&evaluation, json!({ "outcome": "end", "reason": "Toch niet." })).await;

    let decided = decided.expect(StatusCode::OK);
    assert_eq!((&decided["state"], &decided["decision"]["decidedOn"]), (&json!("decided"), &json!("2026-03-04")));
    twice.expect_problem(StatusCode::CONFLICT, "evaluations/already-decided");
    let network = scene.office.get(&path_of(&scene.drenthe, &scene.zorg)).await.expect(StatusCode::OK);
    assert_eq!((&network["state"], &network["evaluationOn"]), (&json!("active"), &json!("2027-03-04")));
    assert!(scene.world.subjects_to(&scene.seated[0]).await.contains(&"Besluit over de evaluatie".to_owned()));
    let deeds = scene.world.deeds_to(&decided).await;
    assert_eq!(deeds, ["evaluations.open", "evaluations.view-as-core-group", "evaluations.view-as-office", "evaluations.decide"]);
}

#[tokio::test]
async fn a_network_that_adapts_gets_a_new_agreement() {
    let scene = Scene::new().await;
    let evaluation = scene.viewed().await;
    let terms = json!({ "purpose": "Zorg in de buurt.", "goalMembers": 80, "goalMonths": 6, "evaluationMonths": 6 });

    scene.decide(&evaluation, json!({ "outcome": "adapt", "reason": "Groter mikken.", "terms": terms })).await.expect(StatusCode::OK);

    let path = path_of(&scene.drenthe, &scene.zorg);
    let agreed = scene.world.anonymous().get(&format!("{path}/agreements")).await.expect(StatusCode::OK);
    let network = scene.world.anonymous().get(&path).await.expect(StatusCode::OK);
    assert_eq!((&agreed["items"][0]["goalMembers"], &network["state"]), (&json!(80), &json!("active")));
    assert_eq!((&network["goal"]["byOn"], &network["goal"]["membersAtStart"]), (&json!("2026-09-04"), &json!(4)));
}

#[tokio::test]
async fn a_network_that_ends_closes_and_tells_its_members() {
    let scene = Scene::new().await;
    let member = scene.world.member_of(&scene.drenthe).await;
    scene.world.make_member(&scene.zorg, &member).await;
    let evaluation = scene.viewed().await;

    scene.decide(&evaluation, json!({ "outcome": "end", "reason": "Het doel is bereikt." })).await.expect(StatusCode::OK);

    let network = scene.world.anonymous().get(&path_of(&scene.drenthe, &scene.zorg)).await.expect(StatusCode::OK);
    assert_eq!((&network["state"], &network["endReason"]), (&json!("ended"), &json!("Het doel is bereikt.")));
    assert_eq!(scene.world.subjects_to(&member).await, ["Een netwerk is gestopt"]);
    assert!(scene.world.subjects_to(&scene.seated[0]).await.contains(&"Besluit over de evaluatie".to_owned()));
}

#[tokio::test]
async fn a_network_that_is_ended_while_it_is_evaluated_leaves_no_evaluation_open() {
    let scene = Scene::new().await;
    let evaluation = scene.open().await;
    let ending = format!("{}/endings", path_of(&scene.drenthe, &scene.zorg));

    scene.board.post(&ending, json!({ "reason": "Het doel is bereikt." })).await.expect(StatusCode::OK);

    let closed = scene.board.get(&evaluation).await.expect(StatusCode::OK);
    assert_eq!((&closed["state"], &closed["decision"]["outcome"]), (&json!("decided"), &json!("end")));
    assert_eq!(closed["decision"]["reason"], "Het doel is bereikt.");
    assert_eq!(scene.world.deeds_to(&closed).await, ["evaluations.open", "evaluations.decide"]);
    let open = scene.board.get(&format!("{EVALUATIONS}?state=open")).await.expect(StatusCode::OK);
    assert_eq!(open["items"], json!([]));
}

#[tokio::test]
async fn without_both_views_the_board_waits_thirty_days() {
    let scene = Scene::new().await;
    let evaluation = scene.open().await;
    let continues = || json!({ "outcome": "continue", "reason": "Goed zo." });

    let early = scene.decide(&evaluation, continues()).await;
    scene.world.days_pass(30).await;
    let board = scene.world.board_of(&scene.drenthe).await;
    let late = board.post(&format!("{evaluation}/decisions"), continues()).await;

    early.expect_problem(StatusCode::CONFLICT, "evaluations/views-missing");
    late.expect(StatusCode::OK);
}

#[tokio::test]
async fn a_decision_holds_only_what_belongs_to_its_outcome() {
    let scene = Scene::new().await;
    let evaluation = scene.viewed().await;
    let terms = json!({ "purpose": "X", "goalMembers": 80, "goalMonths": 6 });
    let cases = [
        (json!({ "outcome": "adapt", "reason": "X" }), "/terms"),
        (json!({ "outcome": "end", "reason": "X", "terms": terms }), "/terms"),
        (json!({ "outcome": "end", "reason": "X", "endsOn": "2027-01-01" }), "/endsOn"),
    ];

    for (decision, pointer) in cases {
        let refused = scene.decide(&evaluation, decision).await;

        refused.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
        assert_eq!(refused.json()["errors"][0]["pointer"], pointer);
    }
    let backwards = scene.decide(&evaluation, json!({ "outcome": "continue", "reason": "X", "endsOn": "2026-01-01" })).await;
    backwards.expect_problem(StatusCode::CONFLICT, "networks/invalid-dates");
    assert_eq!(scene.office.get(&evaluation).await.expect(StatusCode::OK)["state"], "open");
}

#[tokio::test]
async fn evaluations_are_between_core_group_office_and_board() {
    let scene = Scene::new().await;
    let evaluation = scene.open().await;
    let vooruit = scene.world.organization("vooruit").await;
    let (member, foreign) = (scene.world.member_of(&scene.drenthe).await, scene.world.board_of(&vooruit).await);
    let energie = scene.world.network(&scene.drenthe, "Energie").await;
    let neighbour = scene.world.core_group_of(&scene.drenthe, &energie).await;

    for caller in [&member, &neighbour] {
        caller.get(&evaluation).await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
    }
    foreign.get(&evaluation.replace("drenthe", "vooruit")).await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
    scene.world.anonymous().get(&evaluation).await.expect_problem(StatusCode::UNAUTHORIZED, "house/unauthenticated");
    member.get(EVALUATIONS).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    let nothing = neighbour.get(EVALUATIONS).await.expect(StatusCode::OK);
    let own = scene.seated[0].get(&format!("{EVALUATIONS}?network={}", scene.zorg.id)).await.expect(StatusCode::OK);
    let open = scene.board.get(&format!("{EVALUATIONS}?state=open")).await.expect(StatusCode::OK);
    assert_eq!(
        (&nothing["items"], &own["items"][0]["id"], &open["items"][0]["id"]),
        (&json!([]), &own["items"][0]["id"], &own["items"][0]["id"])
    );
    for caller in [&member, &scene.seated[0], &scene.board] {
        caller.post(&scene.of_network(), json!({ "reason": "X" })).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    }
    scene
        .office
        .post(&format!("{evaluation}/decisions"), json!({ "outcome": "continue", "reason": "X" }))
        .await
        .expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
}

#[tokio::test]
async fn an_ambassador_knows_of_no_evaluation() {
    let scene = Scene::new().await;
    let evaluation = scene.open().await;
    let energie = scene.world.network(&scene.drenthe, "Energie").await;
    let ambassador = scene.world.ambassador_of(&scene.drenthe, &scene.zorg).await;
    let of_network = format!("{EVALUATIONS}?network={}", scene.zorg.id);

    ambassador.get(&evaluation).await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
    ambassador.get(&of_network).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    // who answers for another network may list, and sees nothing of this one
    scene.world.grant(scene.drenthe.id, ambassador.person(), Role::CoreGroup, Some(energie.id)).await;
    let listed = ambassador.get(EVALUATIONS).await.expect(StatusCode::OK);

    assert_eq!(listed["items"], json!([]));
}
