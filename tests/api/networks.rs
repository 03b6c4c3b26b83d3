//! Networks: found, entered, described, started, ended, and how they are doing.

use reqwest::StatusCode;
use serde_json::{Value, json};
use vliegwiel_domain::meetings::MeetingState;
use vliegwiel_domain::networks::NetworkState;
use vliegwiel_tests::meetings::symposium;
use vliegwiel_tests::networks::{path_of, special};
use vliegwiel_tests::{Caller, World};

const NETWORKS: &str = "/organizations/drenthe/networks";
const HEALTH: &str = "/organizations/drenthe/network-health";

fn names(list: &Value) -> Vec<&str> {
    list["items"].as_array().unwrap().iter().map(|item| item["name"].as_str().unwrap()).collect()
}

fn entry(core_group: &[&Caller]) -> Value {
    let member = |caller: &&Caller| json!({ "personId": caller.person().to_string(), "kind": "member", "title": "Kerngroeplid" });
    json!({
        "kind": "theme",
        "name": "V/M Sociale Innovatie",
        "purpose": "Sociale innovatie bevorderen.",
        "sensitivity": "normal",
        "openness": "open",
        "startsOn": "1996-05-01",
        "terms": { "purpose": "Sociale innovatie bevorderen.", "goalMembers": 50, "goalMonths": 12, "evaluationMonths": 12 },
        "coreGroup": core_group.iter().map(member).collect::<Vec<_>>(),
    })
}

#[tokio::test]
async fn networks_come_by_name_and_those_that_wait_are_for_insiders() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    for name in ["Zorg", "Energie"] {
        world.network(&drenthe, name).await;
    }
    world.waiting_network(&drenthe, "Wonen").await;
    let member = world.member_of(&drenthe).await;

    let public = world.anonymous().get(NETWORKS).await.expect(StatusCode::OK);
    let inside = member.get(NETWORKS).await.expect(StatusCode::OK);
    let waiting = member.get(&format!("{NETWORKS}?state=proposed")).await.expect(StatusCode::OK);
    let found = world.anonymous().get(&format!("{NETWORKS}?q=ENER&kind=theme")).await.expect(StatusCode::OK);

    assert_eq!(names(&public), ["Energie", "Zorg"]);
    assert_eq!(names(&inside), ["Energie", "Wonen", "Zorg"]);
    assert_eq!(names(&waiting), ["Wonen"]);
    assert_eq!(names(&found), ["Energie"]);
}

#[tokio::test]
async fn my_networks_are_those_i_am_in_or_answer_for() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let (zorg, energie) = (world.network(&drenthe, "Zorg").await, world.network(&drenthe, "Energie").await);
    world.network(&drenthe, "Wonen").await;
    let person = world.core_group_of(&drenthe, &energie).await;
    world.make_member(&zorg, &person).await;

    let mine = person.get(&format!("{NETWORKS}?choice=mine")).await.expect(StatusCode::OK);

    assert_eq!(names(&mine), ["Energie", "Zorg"]);
}

#[tokio::test]
async fn networks_come_in_pages() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    for name in ["Zorg", "Energie", "Wonen"] {
        world.network(&drenthe, name).await;
    }

    let first = world.anonymous().get(&format!("{NETWORKS}?pageSize=2")).await.expect(StatusCode::OK);
    let cursor = first["next"].as_str().unwrap();
    let second = world.anonymous().get(&format!("{NETWORKS}?pageSize=2&cursor={cursor}")).await.expect(StatusCode::OK);
    let elsewhere = world.anonymous().get(&format!("{NETWORKS}?q=z&cursor={cursor}")).await;

    assert_eq!((names(&first), names(&second)), (vec!["Energie", "Wonen"], vec!["Zorg"]));
    elsewhere.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
}

#[tokio::test]
async fn a_network_is_found_by_its_id_and_by_its_slug() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let zorg = world.network(&drenthe, "Netwerk zorg").await;
    world.meeting(&zorg, symposium(None)).await;

    let by_id = world.anonymous().get(&path_of(&drenthe, &zorg)).await;
    let by_slug = world.anonymous().get(&format!("{NETWORKS}/netwerk-zorg")).await.expect(StatusCode::OK);

    assert_eq!(by_id.etag(), "\"v1\"");
    let network = by_id.expect(StatusCode::OK);
    assert_eq!(network, by_slug);
    assert_eq!((&network["meetingsAhead"], &network["membership"], &network["actions"]), (&json!(1), &Value::Null, &json!([])));
    assert_eq!(
        network["goal"],
        json!({ "members": 50, "fromOn": "2026-03-04", "byOn": "2027-03-04", "membersAtStart": 0, "status": "on-course", "forecast": null })
    );
}

#[tokio::test]
async fn what_one_may_do_with_a_network_depends_on_who_asks_and_on_its_state() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let (zorg, wonen) = (world.network(&drenthe, "Zorg").await, world.waiting_network(&drenthe, "Wonen").await);
    let (member, office) = (world.member_of(&drenthe).await, world.office_of(&drenthe).await);

    let for_member = member.get(&path_of(&drenthe, &zorg)).await.expect(StatusCode::OK);
    let for_office = office.get(&path_of(&drenthe, &wonen)).await.expect(StatusCode::OK);

    assert_eq!(for_member["actions"], json!(["memberships.join"]));
    let actions = for_office["actions"].as_array().unwrap();
    assert!(actions.contains(&json!("networks.start")) && !actions.contains(&json!("networks.revive")), "{actions:?}");
}

#[tokio::test]
async fn names_of_the_core_group_are_public_with_consent_only() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let zorg = world.network(&drenthe, "Zorg").await;
    let seated = world.seated(&drenthe, &zorg, 2).await;
    world.agrees_to_public_role(&seated[0]).await;
    let member = world.member_of(&drenthe).await;
    let named = |network: &Value| network["coreGroup"]["seats"].as_array().unwrap().iter().filter(|seat| !seat["name"].is_null()).count();

    let public = world.anonymous().get(&path_of(&drenthe, &zorg)).await.expect(StatusCode::OK);
    let outside = member.get(&path_of(&drenthe, &zorg)).await.expect(StatusCode::OK);
    let inside = seated[1].get(&path_of(&drenthe, &zorg)).await.expect(StatusCode::OK);

    assert_eq!((named(&public), named(&outside), named(&inside)), (1, 1, 2));
    assert_eq!(public["coreGroup"]["size"], 2);
}

#[tokio::test]
async fn names_of_the_core_group_of_a_special_network_stay_inside_it() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let gebed = world.network_with(&drenthe, special("Gebed")).await;
    let seated = world.seated(&drenthe, &gebed, 2).await;
    // a consent for another seat opens nothing here
    world.agrees_to_public_role(&seated[0]).await;
    let (outside, member) = (world.member_of(&drenthe).await, world.member_of(&drenthe).await);
    world.make_member(&gebed, &member).await;
    let ambassador = world.ambassador_of(&drenthe, &gebed).await;
    let paths = [path_of(&drenthe, &gebed), format!("/organizations/drenthe/positions?network={}", gebed.id)];

    for path in &paths {
        let staff = [world.office_of(&drenthe).await, world.board_of(&drenthe).await, world.administrator_of(&drenthe).await];
        for caller in [world.anonymous(), outside.clone(), member.clone(), ambassador.clone()].into_iter().chain(staff) {
            let seen = caller.get(path).await;
            seen.expect(StatusCode::OK);
            assert!(!seen.text.contains("Proefpersoon") && !seen.text.contains(&seated[0].person().to_string()), "{}", seen.text);
        }
        assert_eq!(seated[1].get(path).await.text.matches("Proefpersoon").count(), 2, "{path}");
    }
}

#[tokio::test]
async fn the_office_enters_an_existing_network_with_its_core_group() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let office = world.office_of(&drenthe).await;
    let people = world.crowd(&drenthe, 4).await;

    let entered = office.post(NETWORKS, entry(&people.iter().collect::<Vec<_>>())).await;
    let again = office.post(NETWORKS, entry(&[])).await.expect(StatusCode::CREATED);

    let network = entered.expect(StatusCode::CREATED);
    assert_eq!((&network["slug"], &again["slug"]), (&json!("v-m-sociale-innovatie"), &json!("v-m-sociale-innovatie-2")));
    assert_eq!(entered.header("Location"), format!("/api/v1{NETWORKS}/{}", network["id"].as_str().unwrap()));
    let path = format!("{NETWORKS}/{}", network["id"].as_str().unwrap());
    let seen = people[0].get(&path).await.expect(StatusCode::OK);
    assert_eq!((&seen["state"], &seen["members"], &seen["coreGroup"]["size"]), (&json!("active"), &json!(4), &json!(4)));
    assert_eq!(seen["membership"]["state"], "active");
    people[0].get(&format!("{path}/memberships")).await.expect(StatusCode::OK);
    let agreed = world.anonymous().get(&format!("{path}/agreements")).await.expect(StatusCode::OK);
    assert_eq!(agreed["items"][0]["goalMembers"], 50);
    assert_eq!(world.deeds_to(&network).await, ["networks.enter", "memberships.list"]);
}

#[tokio::test]
async fn a_network_that_enters_with_too_few_people_is_told_so_at_once() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let office = world.office_of(&drenthe).await;
    let person = world.member_of(&drenthe).await;

    office.post(NETWORKS, entry(&[&person])).await.expect(StatusCode::CREATED);

    assert_eq!(world.subjects_to(&person).await, ["De kerngroep zoekt mensen"]);
    assert_eq!(world.subjects_to(&office).await, ["De kerngroep zoekt mensen"]);
}

#[tokio::test]
async fn only_the_office_enters_networks_and_only_with_its_own_people() {
    let world = World::new().await;
    let (drenthe, vooruit) = (world.organization("drenthe").await, world.organization("vooruit").await);
    let (office, foreign_office) = (world.office_of(&drenthe).await, world.office_of(&vooruit).await);
    let (member, stranger) = (world.member_of(&drenthe).await, world.member_of(&vooruit).await);

    world.anonymous().post(NETWORKS, entry(&[])).await.expect_problem(StatusCode::UNAUTHORIZED, "house/unauthenticated");
    member.post(NETWORKS, entry(&[])).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    foreign_office.post(NETWORKS, entry(&[])).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    let refused = office.post(NETWORKS, entry(&[&member, &stranger])).await;
    refused.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
    assert_eq!(refused.json()["errors"][0]["pointer"], "/coreGroup/1/personId");
    let twice = office.post(NETWORKS, entry(&[&member, &member])).await;
    assert_eq!(twice.json()["errors"][0]["pointer"], "/coreGroup/1/personId");
    let mut tomorrow = entry(&[]);
    tomorrow["startsOn"] = json!("2026-03-05");
    office.post(NETWORKS, tomorrow).await.expect_problem(StatusCode::CONFLICT, "networks/starts-in-future");

    assert_eq!(names(&office.get(NETWORKS).await.expect(StatusCode::OK)), [""; 0]);
}

#[tokio::test]
async fn the_core_group_describes_its_network_and_members_keep_being_counted() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let zorg = world.network(&drenthe, "Zorg").await;
    let (host, member) = (world.core_group_of(&drenthe, &zorg).await, world.member_of(&drenthe).await);
    let path = path_of(&drenthe, &zorg);
    world.make_member(&zorg, &member).await;

    let changed = host.patch(&path, "\"v1\"", json!({ "name": "Netwerk zorg", "openness": "approval" })).await;

    let network = changed.expect(StatusCode::OK);
    assert_eq!(changed.etag(), "\"v2\"");
    assert_eq!((&network["name"], &network["openness"], &network["members"]), (&json!("Netwerk zorg"), &json!("approval"), &json!(1)));
    assert_eq!(world.deeds(zorg.id.uuid()).await, ["networks.describe"]);
    host.patch(&path, "\"v1\"", json!({ "name": "Te laat" })).await.expect_problem(StatusCode::PRECONDITION_FAILED, "house/stale");
    host.request(reqwest::Method::PATCH, &path).json(&json!({})).send().await.map(|reply| assert_eq!(reply.status(), 428)).unwrap();
}

#[tokio::test]
async fn who_does_not_answer_for_a_network_does_not_describe_it() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let (zorg, energie) = (world.network(&drenthe, "Zorg").await, world.network(&drenthe, "Energie").await);
    let (neighbour, member) = (world.core_group_of(&drenthe, &energie).await, world.member_of(&drenthe).await);
    let change = || json!({ "name": "Overgenomen" });
    let path = path_of(&drenthe, &zorg);

    neighbour.patch(&path, "\"v1\"", change()).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    member.patch(&path, "\"v1\"", change()).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    world.anonymous().patch(&path, "\"v1\"", change()).await.expect_problem(StatusCode::UNAUTHORIZED, "house/unauthenticated");

    assert_eq!(world.network_now(&zorg).await, zorg);
}

#[tokio::test]
async fn sensitivity_is_raised_and_never_lowered() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let gebed = world.network(&drenthe, "Gebed").await;
    let office = world.office_of(&drenthe).await;
    let path = path_of(&drenthe, &gebed);

    office.patch(&path, "\"v1\"", json!({ "sensitivity": "special" })).await.expect(StatusCode::OK);
    let lowered = office.patch(&path, "\"v2\"", json!({ "sensitivity": "normal" })).await;

    lowered.expect_problem(StatusCode::CONFLICT, "networks/sensitivity-lowered");
}

#[tokio::test]
async fn a_waiting_network_starts_when_the_organization_has_room() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    world.with_start_capacity(&drenthe, 1).await;
    let (wonen, zorg) = (world.waiting_network(&drenthe, "Wonen").await, world.waiting_network(&drenthe, "Zorg").await);
    let (office, member) = (world.office_of(&drenthe).await, world.member_of(&drenthe).await);
    let start = |network| format!("{}/starts", path_of(&drenthe, network));

    member.post(&start(&wonen), json!({})).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    world.anonymous().post(&start(&wonen), json!({})).await.expect_problem(StatusCode::UNAUTHORIZED, "house/unauthenticated");
    let started = office.post(&start(&wonen), json!({})).await.expect(StatusCode::OK);
    let full = office.post(&start(&zorg), json!({})).await;
    let twice = office.post(&start(&wonen), json!({})).await;

    assert_eq!(
        (&started["state"], &started["startsOn"], &started["endsOn"]),
        (&json!("pilot"), &json!("2026-03-04"), &json!("2028-03-04"))
    );
    full.expect_problem(StatusCode::CONFLICT, "networks/no-capacity");
    twice.expect_problem(StatusCode::CONFLICT, "networks/wrong-state");
    assert_eq!(world.deeds(wonen.id.uuid()).await, ["networks.start"]);
    assert_eq!(world.subjects_to(&office).await, ["Jullie kunnen van start"]);
}

#[tokio::test]
async fn starting_is_offered_only_where_it_is_accepted() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    world.with_start_capacity(&drenthe, 1).await;
    let (wonen, zorg) = (world.waiting_network(&drenthe, "Wonen").await, world.waiting_network(&drenthe, "Zorg").await);
    let office = world.office_of(&drenthe).await;
    let offered = async |network| {
        let seen = office.get(&path_of(&drenthe, network)).await.expect(StatusCode::OK);
        seen["actions"].as_array().unwrap().contains(&json!("networks.start"))
    };
    let start = |network| format!("{}/starts", path_of(&drenthe, network));

    assert_eq!((offered(&wonen).await, offered(&zorg).await), (true, false), "who waits longest goes first");
    office.post(&start(&zorg), json!({})).await.expect_problem(StatusCode::CONFLICT, "networks/not-first");
    office.post(&start(&wonen), json!({})).await.expect(StatusCode::OK);
    assert_eq!((offered(&wonen).await, offered(&zorg).await), (false, false), "no room is left");
    world.with_start_capacity(&drenthe, 2).await;
    assert!(offered(&zorg).await);
}

#[tokio::test]
async fn the_last_room_to_start_goes_to_one_network() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    world.with_start_capacity(&drenthe, 1).await;
    let office = world.office_of(&drenthe).await;
    let mut starts = Vec::new();
    for name in ["A1", "B2", "C3", "D4", "E5"] {
        let network = world.waiting_network(&drenthe, name).await;
        let (office, path) = (office.clone(), format!("{}/starts", path_of(&drenthe, &network)));
        starts.push(tokio::spawn(async move { office.post(&path, json!({})).await.status }));
    }

    let mut statuses = Vec::new();
    for start in starts {
        statuses.push(start.await.unwrap());
    }

    assert_eq!(statuses.iter().filter(|status| **status == 200).count(), 1, "{statuses:?}");
}

#[tokio::test]
async fn a_pilot_becomes_active_with_a_whole_core_group() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let zorg = world.waiting_network(&drenthe, "Zorg").await;
    let (office, board) = (world.office_of(&drenthe).await, world.board_of(&drenthe).await);
    let path = path_of(&drenthe, &zorg);
    office.post(&format!("{path}/starts"), json!({})).await.expect(StatusCode::OK);

    let too_small = board.post(&format!("{path}/activations"), json!({})).await;
    world.seated(&drenthe, &zorg, 4).await;
    let active = board.post(&format!("{path}/activations"), json!({})).await.expect(StatusCode::OK);

    too_small.expect_problem(StatusCode::CONFLICT, "networks/core-group-too-small");
    assert_eq!(active["state"], "active");
    assert_eq!(world.deeds(zorg.id.uuid()).await, ["networks.start", "networks.activate"]);
}

#[tokio::test]
async fn the_board_ends_a_network_and_its_seats_and_access_end_with_it() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let zorg = world.network(&drenthe, "Zorg").await;
    let seated = world.seated(&drenthe, &zorg, 1).await;
    let (board, office) = (world.board_of(&drenthe).await, world.office_of(&drenthe).await);
    let path = path_of(&drenthe, &zorg);

    office.post(&format!("{path}/endings"), json!({ "reason": "Klaar" })).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    board.post(&format!("{path}/endings"), json!({ "reason": " " })).await.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
    let ended = board.post(&format!("{path}/endings"), json!({ "reason": "Het doel is bereikt." })).await.expect(StatusCode::OK);

    assert_eq!(
        (&ended["state"], &ended["endReason"], &ended["endedOn"]),
        (&json!("ended"), &json!("Het doel is bereikt."), &json!("2026-03-04"))
    );
    assert_eq!(ended["coreGroup"]["seats"], json!([]));
    seated[0].get(&format!("{path}/memberships")).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    assert_eq!(world.subjects_to(&seated[0]).await, ["Een netwerk is gestopt"]);
    assert_eq!(world.deeds(zorg.id.uuid()).await, ["networks.end"]);
    let joining = world.member_of(&drenthe).await.post(&format!("{path}/memberships"), json!({ "supportsPurpose": true })).await;
    joining.expect_problem(StatusCode::CONFLICT, "memberships/network-not-running");
}

#[tokio::test]
async fn what_a_network_has_open_ends_with_it_and_everyone_concerned_is_told() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let (zorg, energie) = (world.network(&drenthe, "Zorg").await, world.network(&drenthe, "Energie").await);
    let (draft, ahead) = (world.draft(&zorg, symposium(None)).await, world.meeting(&zorg, symposium(Some(1))).await);
    let elsewhere = world.meeting(&energie, symposium(None)).await;
    let (host, board) = (world.core_group_of(&drenthe, &zorg).await, world.board_of(&drenthe).await);
    let path = path_of(&drenthe, &zorg);
    let new = json!({ "kind": "experts", "name": "Jeugdzorg", "purpose": "Advies." });
    let group = host.post(&format!("{path}/working-groups"), new).await.expect(StatusCode::CREATED);
    let people = world.crowd(&drenthe, 3).await;
    for person in &people[..2] {
        let register = format!("/organizations/drenthe/meetings/{}/registrations", ahead.id);
        person.post(&register, json!({})).await.expect(StatusCode::CREATED);
    }
    let page = host.get(&path).await;
    host.patch(&path, &page.etag(), json!({ "openness": "approval" })).await.expect(StatusCode::OK);
    let request = people[2].post(&format!("{path}/memberships"), json!({ "supportsPurpose": true })).await.expect(StatusCode::CREATED);

    board.post(&format!("{path}/endings"), json!({ "reason": "Het doel is bereikt." })).await.expect(StatusCode::OK);

    for meeting in [&draft, &ahead] {
        let now = world.meeting_now(meeting).await;
        assert_eq!((now.state, now.state_reason.as_deref()), (MeetingState::Cancelled, Some("Het doel is bereikt.")));
        assert_eq!(world.deeds(meeting.id.uuid()).await, ["meetings.cancel"]);
    }
    assert_eq!(world.meeting_now(&elsewhere).await, elsewhere);
    let closed = world.anonymous().get(&format!("{path}/working-groups/{}", group["id"].as_str().unwrap())).await.expect(StatusCode::OK);
    assert_eq!((closed["closedAt"].is_string(), world.deeds_to(&closed).await.pop()), (true, Some("working-groups.close".to_owned())));
    let own = people[2].get(&format!("{path}/memberships/{}", request["id"].as_str().unwrap())).await.expect(StatusCode::OK);
    assert_eq!((&own["state"], &own["reason"]), (&json!("declined"), &json!("Het doel is bereikt.")));
    for person in &people[..2] {
        let subjects = world.subjects_to(person).await;
        assert!(subjects.last().unwrap().starts_with("Gaat niet door"), "{subjects:?}");
    }
    assert_eq!(world.subjects_to(&people[2]).await, ["Antwoord op je aanvraag"]);
    assert_eq!(vliegwiel_application::audit::first_break(&world.app, drenthe.id.uuid()).await.unwrap(), None);
}

#[tokio::test]
async fn a_draft_that_was_called_off_is_known_to_nobody_more_than_before() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let zorg = world.network(&drenthe, "Zorg").await;
    let draft = world.draft(&zorg, symposium(None)).await;
    let (board, member) = (world.board_of(&drenthe).await, world.member_of(&drenthe).await);

    board.post(&format!("{}/endings", path_of(&drenthe, &zorg)), json!({ "reason": "Klaar." })).await.expect(StatusCode::OK);

    let listed = member.get("/organizations/drenthe/meetings?state=cancelled").await.expect(StatusCode::OK);
    assert_eq!(listed["items"], json!([]));
    member.get(&format!("/organizations/drenthe/meetings/{}", draft.id)).await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
}

#[tokio::test]
async fn a_network_below_its_minimum_for_sixty_days_falls_asleep_and_wakes_with_a_core_group() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let zorg = world.network(&drenthe, "Zorg").await;
    let seated = world.seated(&drenthe, &zorg, 3).await;

    world.days_pass(59).await;
    let after_59 = world.network_now(&zorg).await.state;
    world.days_pass(1).await;
    world.days_pass(1).await;

    assert_eq!((after_59, world.network_now(&zorg).await.state), (NetworkState::Active, NetworkState::Dormant));
    assert_eq!(world.subjects_to(&seated[0]).await, ["Een netwerk gaat in rust"]);
    assert_eq!(world.deeds(zorg.id.uuid()).await, ["networks.fall-dormant"]);
    // sessions of two months ago are over
    let (office, path) = (world.office_of(&drenthe).await, path_of(&drenthe, &zorg));
    office.post(&format!("{path}/revivals"), json!({})).await.expect_problem(StatusCode::CONFLICT, "networks/core-group-too-small");
    world.seated(&drenthe, &zorg, 1).await;
    assert_eq!(office.post(&format!("{path}/revivals"), json!({})).await.expect(StatusCode::OK)["state"], "active");
}

#[tokio::test]
async fn the_office_hears_once_that_an_evaluation_is_due() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let zorg = world.network(&drenthe, "Zorg").await;
    let office = world.office_of(&drenthe).await;

    world.days_pass(364).await;
    let before = world.subjects_to(&office).await;
    world.days_pass(1).await;
    world.days_pass(1).await;

    let due = |subjects: &[String]| subjects.iter().filter(|subject| *subject == "Tijd voor een evaluatie").count();
    assert_eq!((due(&before), due(&world.subjects_to(&office).await)), (0, 1));
    assert!(world.deeds(zorg.id.uuid()).await.contains(&"networks.announce-evaluation".to_owned()));
}

#[tokio::test]
async fn office_and_board_see_how_all_networks_are_doing() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let (zorg, energie) = (world.network(&drenthe, "Zorg").await, world.network(&drenthe, "Energie").await);
    world.waiting_network(&drenthe, "Wonen").await;
    world.seated(&drenthe, &zorg, 4).await;
    world.meeting(&zorg, symposium(None)).await;
    let (office, host) = (world.office_of(&drenthe).await, world.core_group_of(&drenthe, &energie).await);

    let health = office.get(HEALTH).await.expect(StatusCode::OK);

    let codes = |index: usize| -> Vec<&str> {
        health["items"][index]["reasons"].as_array().unwrap().iter().map(|reason| reason["code"].as_str().unwrap()).collect()
    };
    assert_eq!(health["startCapacity"], json!({ "pilots": 0, "limit": 5, "isFree": true }));
    assert_eq!(health["items"][0]["network"]["name"], "Energie");
    assert_eq!((codes(0), codes(1), codes(2)), (vec!["core-group-below-minimum", "no-meeting-planned"], vec![], vec![]));
    let reason = &health["items"][0]["reasons"][0];
    assert_eq!((&reason["severity"], &reason["count"], &reason["wanted"]), (&json!("warning"), &json!(0), &json!(4)));
    assert_eq!(reason["path"], "/netwerken/energie/beheer/functies");
    assert_eq!(health["items"][2]["nextMeetingAt"], "2026-04-02T17:30:00Z");
    host.get(HEALTH).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    world.anonymous().get(HEALTH).await.expect_problem(StatusCode::UNAUTHORIZED, "house/unauthenticated");
}

#[tokio::test]
async fn lists_and_pages_keep_to_their_statements() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let zorg = world.network(&drenthe, "Zorg").await;
    world.seated(&drenthe, &zorg, 4).await;
    let office = world.office_of(&drenthe).await;
    let budgets = [
        (NETWORKS.to_owned(), 2),
        (path_of(&drenthe, &zorg), 3),
        (HEALTH.to_owned(), 3),
        ("/organizations/drenthe/positions".to_owned(), 2),
    ];

    for (path, budget) in budgets {
        let _ = world.statements();
        office.get(&path).await.expect(StatusCode::OK);

        let sent = world.statements();
        assert!(sent.len() <= budget, "{path}: {sent:#?}");
    }
}

#[tokio::test]
async fn nothing_of_another_organization_can_be_walked_to_abuse_1() {
    let world = World::new().await;
    let (drenthe, vooruit) = (world.organization("drenthe").await, world.organization("vooruit").await);
    let theirs = world.network(&vooruit, "Els Borst").await;
    world.seated(&vooruit, &theirs, 1).await;
    let (office, board) = (world.office_of(&drenthe).await, world.board_of(&drenthe).await);
    let borrowed = path_of(&drenthe, &theirs);
    let absent = format!("{NETWORKS}/{}", world.app.new_id::<()>());

    for caller in [&office, &board, &world.anonymous()] {
        for below in ["", "/agreements", "/working-groups"] {
            let (there, nowhere) = (caller.get(&format!("{borrowed}{below}")).await, caller.get(&format!("{absent}{below}")).await);
            there.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
            assert_eq!(there.json()["detail"], nowhere.json()["detail"]);
        }
    }
    for below in ["/starts", "/activations", "/revivals", "/evaluations"] {
        office.post(&format!("{borrowed}{below}"), json!({})).await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
    }
    office.patch(&borrowed, "\"v1\"", json!({ "name": "X" })).await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
    board.post(&format!("{borrowed}/endings"), json!({ "reason": "X" })).await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
    assert_eq!(world.network_now(&theirs).await.profile, theirs.profile);
}

#[tokio::test]
async fn nobody_patches_oneself_into_a_core_group_abuse_3() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let zorg = world.network(&drenthe, "Zorg").await;
    let founder = world.core_group_of(&drenthe, &zorg).await;
    let seat = world.open_position(&drenthe, &zorg, &founder).await;
    let member = world.member_of(&drenthe).await;
    world.make_member(&zorg, &member).await;
    let me = member.person().to_string();

    let patched = founder.patch(&path_of(&drenthe, &zorg), "\"v1\"", json!({ "coreGroup": [me] })).await;
    let appointed = member
        .post(&format!("/organizations/drenthe/positions/{seat}/appointments"), json!({ "personId": me, "capacity": "regular" }))
        .await;

    patched.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
    appointed.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    assert_eq!(world.network_now(&zorg).await.core_group, 0);
}

#[tokio::test]
async fn what_moves_a_network_has_one_effect_and_one_answer_for_one_key() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let wonen = world.waiting_network(&drenthe, "Wonen").await;
    let (office, board) = (world.office_of(&drenthe).await, world.board_of(&drenthe).await);
    let path = path_of(&drenthe, &wonen);

    for (caller, action, body) in [(&office, "starts", json!({})), (&board, "endings", json!({ "reason": "Er is geen belangstelling." }))] {
        let first = caller.post_once(&format!("{path}/{action}"), body.clone(), action).await;
        let second = caller.post_once(&format!("{path}/{action}"), body.clone(), action).await;
        let anew = caller.post(&format!("{path}/{action}"), body).await;

        first.expect(StatusCode::OK);
        assert_eq!((first.status, &first.text, first.etag()), (second.status, &second.text, second.etag()), "{action}");
        anew.expect_problem(StatusCode::CONFLICT, "networks/wrong-state");
        let seen = caller.get(&path).await;
        assert_eq!((first.json(), first.etag()), (seen.json(), seen.etag()), "{action}");
    }
    assert_eq!(world.deeds(wonen.id.uuid()).await, ["networks.start", "networks.end"]);
}
