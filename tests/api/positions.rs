//! Positions: seats with a name, vacant or held, and the access that goes with them.

use std::collections::BTreeSet;

use reqwest::StatusCode;
use serde_json::{Value, json};
use vliegwiel_domain::networks::Network;
use vliegwiel_domain::organizations::Organization;
use vliegwiel_tests::networks::{path_of, special};
use vliegwiel_tests::{Caller, Reply, World};

const POSITIONS: &str = "/organizations/drenthe/positions";

struct Scene {
    world: World,
    drenthe: Organization,
    zorg: Network,
    host: Caller,
}

impl Scene {
    async fn new() -> Self {
        let world = World::new().await;
        let drenthe = world.organization("drenthe").await;
        let zorg = world.network(&drenthe, "Zorg").await;
        let host = world.core_group_of(&drenthe, &zorg).await;
        Self { world, drenthe, zorg, host }
    }

    fn secretary(&self) -> Value {
        json!({
            "body": "core-group",
            "networkId": self.zorg.id.to_string(),
            "kind": "secretary",
            "title": "Secretaris en penningmeester",
            "vacancyText": "In afwachting van permanente invulling.",
            "termMonths": 24,
        })
    }

    async fn open(&self) -> String {
        let opened = self.host.post(POSITIONS, self.secretary()).await.expect(StatusCode::CREATED);
        format!("{POSITIONS}/{}", opened["id"].as_str().unwrap())
    }

    async fn insider(&self) -> Caller {
        let person = self.world.member_of(&self.drenthe).await;
        self.world.make_member(&self.zorg, &person).await;
        person
    }

    async fn appoint(&self, position: &str, person: &Caller, capacity: &str) -> Reply {
        let wish = json!({ "personId": person.person().to_string(), "capacity": capacity });
        self.host.post(&format!("{position}/appointments"), wish).await
    }

    fn ending(position: &str, seen: &Value) -> String {
        format!("{position}/appointments/{}/endings", seen["holders"][0]["appointmentId"].as_str().unwrap())
    }
}

#[tokio::test]
async fn a_vacancy_is_public_with_its_text() {
    let scene = Scene::new().await;

    let opened = scene.host.post(POSITIONS, scene.secretary()).await;
    let vacancies =
        scene.world.anonymous().get(&format!("{POSITIONS}?choice=vacancies&network={}", scene.zorg.id)).await.expect(StatusCode::OK);

    let position = opened.expect(StatusCode::CREATED);
    assert_eq!(opened.header("Location"), format!("/api/v1{POSITIONS}/{}", position["id"].as_str().unwrap()));
    let vacancy = &vacancies["items"][0];
    assert_eq!((&vacancy["occupation"], &vacancy["vacancyText"]), (&json!("vacant"), &json!("In afwachting van permanente invulling.")));
    assert_eq!((&vacancy["network"]["slug"], &vacancy["actions"], &vacancy["holders"]), (&json!("zorg"), &json!([]), &json!([])));
    assert_eq!(scene.world.deeds_to(&position).await, ["positions.open"]);
}

#[tokio::test]
async fn who_is_appointed_gets_the_access_of_the_seat_and_is_told() {
    let scene = Scene::new().await;
    let (position, person) = (scene.open().await, scene.insider().await);
    let memberships = format!("{}/memberships", path_of(&scene.drenthe, &scene.zorg));
    person.get(&memberships).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");

    let appointed = scene.appoint(&position, &person, "regular").await.expect(StatusCode::CREATED);

    assert_eq!(appointed["occupation"], "held");
    assert_eq!((&appointed["holders"][0]["fromOn"], &appointed["holders"][0]["untilOn"]), (&json!("2026-03-04"), &json!("2028-03-03")));
    person.get(&memberships).await.expect(StatusCode::OK);
    let mut told = scene.world.subjects_to(&person).await;
    told.sort();
    assert_eq!(told, ["De kerngroep zoekt mensen", "Je hebt een nieuwe functie"]);
    assert_eq!(scene.world.network_now(&scene.zorg).await.core_group, 1);
    assert_eq!(scene.world.deeds_to(&appointed).await, ["positions.open", "positions.appoint"]);
}

#[tokio::test]
async fn the_core_group_are_members_of_the_network() {
    let scene = Scene::new().await;
    let (position, outsider) = (scene.open().await, scene.world.member_of(&scene.drenthe).await);
    let vooruit = scene.world.organization("vooruit").await;
    let stranger = scene.world.member_of(&vooruit).await;

    scene.appoint(&position, &outsider, "regular").await.expect_problem(StatusCode::CONFLICT, "positions/not-a-member");
    let refused = scene.appoint(&position, &stranger, "regular").await;

    refused.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
    assert_eq!(refused.json()["errors"][0]["pointer"], "/personId");
}

#[tokio::test]
async fn a_guest_of_one_meeting_holds_no_seat() {
    let scene = Scene::new().await;
    let (position, guest, office) = (scene.open().await, scene.insider().await, scene.world.office_of(&scene.drenthe).await);
    scene.world.becomes(&guest, "guest").await;
    let id = guest.person().to_string();
    let groups = format!("{}/working-groups", path_of(&scene.drenthe, &scene.zorg));
    let new = json!({ "kind": "experts", "name": "Jeugdzorg", "purpose": "Advies." });
    let group = scene.host.post(&groups, new).await.expect(StatusCode::CREATED);
    let entry = json!({
        "kind": "theme", "name": "Energie", "purpose": "Energie.", "sensitivity": "normal", "openness": "open", "startsOn": "2020-05-01",
        "terms": { "purpose": "Energie.", "goalMembers": 50, "goalMonths": 12 },
        "coreGroup": [{ "personId": id, "kind": "member", "title": "Kerngroeplid" }],
    });

    let appointed = scene.appoint(&position, &guest, "regular").await;
    let expert = json!({ "personId": id, "expertise": "Huisarts" });
    let taken_in = scene.host.post(&format!("{groups}/{}/members", group["id"].as_str().unwrap()), expert).await;
    let entered = office.post("/organizations/drenthe/networks", entry).await;

    for (refused, pointer) in [(appointed, "/personId"), (taken_in, "/personId"), (entered, "/coreGroup/0/personId")] {
        refused.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
        let error = &refused.json()["errors"][0];
        assert_eq!((&error["pointer"], &error["code"]), (&json!(pointer), &json!("unknown-reference")));
    }
}

#[tokio::test]
async fn a_seat_has_one_regular_holder_who_relieves_who_stood_in() {
    let scene = Scene::new().await;
    let (position, acting, regular, third) = (scene.open().await, scene.insider().await, scene.insider().await, scene.insider().await);

    let stands_in = scene.appoint(&position, &acting, "acting").await.expect(StatusCode::CREATED);
    let vacancies = scene.world.anonymous().get(&format!("{POSITIONS}?choice=vacancies")).await.expect(StatusCode::OK);
    let held = scene.appoint(&position, &regular, "regular").await.expect(StatusCode::CREATED);
    let full = scene.appoint(&position, &third, "regular").await;

    assert_eq!((&stands_in["occupation"], vacancies["items"].as_array().unwrap().len()), (&json!("acting"), 1));
    assert_eq!((&held["occupation"], held["holders"].as_array().unwrap().len()), (&json!("held"), 1));
    full.expect_problem(StatusCode::CONFLICT, "positions/held");
    let memberships = format!("{}/memberships", path_of(&scene.drenthe, &scene.zorg));
    acting.get(&memberships).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    assert_eq!(scene.world.network_now(&scene.zorg).await.core_group, 1);
}

#[tokio::test]
async fn an_appointment_ends_with_a_reason_and_its_access_at_once() {
    let scene = Scene::new().await;
    let (position, person) = (scene.open().await, scene.insider().await);
    let appointed = scene.appoint(&position, &person, "regular").await.expect(StatusCode::CREATED);
    let ending = Scene::ending(&position, &appointed);

    scene.host.post(&ending, json!({ "reason": "" })).await.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
    let ended = scene.host.post(&ending, json!({ "reason": "Verhuisd naar Groningen." })).await.expect(StatusCode::OK);
    let twice = scene.host.post(&ending, json!({ "reason": "Nog eens" })).await;

    assert_eq!((&ended["occupation"], &ended["holders"]), (&json!("vacant"), &json!([])));
    twice.expect_problem(StatusCode::CONFLICT, "positions/already-ended");
    let memberships = format!("{}/memberships", path_of(&scene.drenthe, &scene.zorg));
    person.get(&memberships).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    assert!(scene.world.subjects_to(&person).await.contains(&"Je functie is beëindigd".to_owned()));
    assert_eq!(scene.world.network_now(&scene.zorg).await.core_group, 0);
}

#[tokio::test]
async fn a_term_that_ends_soon_is_announced_once_and_lapses_by_itself() {
    let scene = Scene::new().await;
    let person = scene.insider().await;
    let position = scene.open().await;
    let until = json!({ "personId": person.person().to_string(), "capacity": "regular", "untilOn": "2026-05-01" });
    scene.host.post(&format!("{position}/appointments"), until).await.expect(StatusCode::CREATED);
    let reminders = |subjects: Vec<String>| subjects.iter().filter(|subject| *subject == "Je termijn loopt bijna af").count();

    scene.world.days_pass(27).await;
    let early = reminders(scene.world.subjects_to(&person).await);
    scene.world.days_pass(1).await;
    scene.world.days_pass(1).await;
    let announced = reminders(scene.world.subjects_to(&person).await);
    let before = scene.world.network_now(&scene.zorg).await.core_group;
    scene.world.days_pass(30).await;

    assert_eq!((early, announced), (0, 1));
    assert_eq!((before, scene.world.network_now(&scene.zorg).await.core_group), (1, 0));
    let seat = scene.world.anonymous().get(&position).await.expect(StatusCode::OK);
    assert_eq!((&seat["occupation"], &seat["holders"]), (&json!("vacant"), &json!([])));
    let subjects = scene.world.subjects_to(&scene.host).await;
    assert_eq!(subjects.iter().filter(|subject| *subject == "Een termijn loopt bijna af").count(), 1, "{subjects:?}");
}

#[tokio::test]
async fn a_term_that_begins_later_counts_from_its_first_day() {
    let scene = Scene::new().await;
    let (position, person) = (scene.open().await, scene.insider().await);
    let later = json!({ "personId": person.person().to_string(), "capacity": "regular", "fromOn": "2026-03-10" });

    let appointed = scene.host.post(&format!("{position}/appointments"), later).await.expect(StatusCode::CREATED);
    let before = scene.world.network_now(&scene.zorg).await.core_group;
    scene.world.days_pass(6).await;

    assert_eq!((&appointed["occupation"], &appointed["holders"][0]["isCurrent"]), (&json!("vacant"), &json!(false)));
    assert_eq!((before, scene.world.network_now(&scene.zorg).await.core_group), (0, 1));
}

#[tokio::test]
async fn a_position_changes_and_closes_when_nobody_holds_it() {
    let scene = Scene::new().await;
    let (position, person) = (scene.open().await, scene.insider().await);

    let changed = scene.host.patch(&position, "\"v1\"", json!({ "title": "Secretaris", "termMonths": null })).await;
    let stale = scene.host.patch(&position, "\"v1\"", json!({ "title": "Te laat" })).await;
    let appointed = scene.appoint(&position, &person, "regular").await.expect(StatusCode::CREATED);
    let held = scene.host.delete(&position, "\"v2\"").await;
    scene.host.post(&Scene::ending(&position, &appointed), json!({ "reason": "Klaar" })).await.expect(StatusCode::OK);
    let closed = scene.host.delete(&position, "\"v2\"").await;

    assert_eq!((&changed.expect(StatusCode::OK)["title"], &changed.json()["termMonths"]), (&json!("Secretaris"), &Value::Null));
    stale.expect_problem(StatusCode::PRECONDITION_FAILED, "house/stale");
    held.expect_problem(StatusCode::CONFLICT, "positions/held");
    assert_eq!(closed.status, 204);
    let listed = scene.world.anonymous().get(POSITIONS).await.expect(StatusCode::OK);
    assert_eq!(listed["items"], json!([]));
}

#[tokio::test]
async fn only_core_group_and_office_of_this_organization_fill_seats_abuse_2() {
    let scene = Scene::new().await;
    let energie = scene.world.network(&scene.drenthe, "Energie").await;
    let vooruit = scene.world.organization("vooruit").await;
    let (position, member) = (scene.open().await, scene.insider().await);
    let neighbour = scene.world.core_group_of(&scene.drenthe, &energie).await;
    let (board, foreign) = (scene.world.board_of(&scene.drenthe).await, scene.world.office_of(&vooruit).await);
    let wish = json!({ "personId": member.person().to_string(), "capacity": "regular" });

    for caller in [&member, &neighbour, &board] {
        caller.post(POSITIONS, scene.secretary()).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
        caller.post(&format!("{position}/appointments"), wish.clone()).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
        caller.patch(&position, "\"v1\"", json!({ "title": "X" })).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
        caller.delete(&position, "\"v1\"").await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    }
    let at_home = position.replace("drenthe", "vooruit");
    foreign.get(&at_home).await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
    foreign.post(&format!("{at_home}/appointments"), wish).await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
    assert_eq!(scene.world.network_now(&scene.zorg).await.core_group, 0);
}

#[tokio::test]
async fn in_a_special_network_only_the_core_group_appoints_to_itself() {
    let scene = Scene::new().await;
    let gebed = scene.world.network_with(&scene.drenthe, special("Gebed")).await;
    let (office, host) = (scene.world.office_of(&scene.drenthe).await, scene.world.core_group_of(&scene.drenthe, &gebed).await);
    let position = format!("{POSITIONS}/{}", scene.world.open_position(&scene.drenthe, &gebed, &host).await);
    let person = scene.world.member_of(&scene.drenthe).await;
    scene.world.make_member(&gebed, &person).await;
    let wish = || json!({ "personId": person.person().to_string(), "capacity": "regular" });

    let by_office = office.post(&format!("{position}/appointments"), wish()).await;
    let by_core_group = host.post(&format!("{position}/appointments"), wish()).await;

    by_office.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    let appointed = by_core_group.expect(StatusCode::CREATED);
    let seen = office.get(&position).await.expect(StatusCode::OK);
    assert_eq!(
        (&seen["holders"][0]["name"], &seen["holders"][0]["appointmentId"], &seen["actions"]),
        (&Value::Null, &Value::Null, &json!(["positions.change", "positions.close"]))
    );
    let ended = office.post(&Scene::ending(&position, &appointed), json!({ "reason": "Weg" })).await;
    ended.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    host.post(&Scene::ending(&position, &appointed), json!({ "reason": "Weg" })).await.expect(StatusCode::OK);
}

#[tokio::test]
async fn administrators_staff_the_office_and_the_last_one_stays() {
    let scene = Scene::new().await;
    let (administrator, person) = (scene.world.administrator_of(&scene.drenthe).await, scene.world.member_of(&scene.drenthe).await);
    let seat = |body: &str| json!({ "body": body, "kind": "coordinator", "title": "Coördinator partijnetwerken" });
    scene.host.post(POSITIONS, seat("office")).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    let wish = || json!({ "personId": person.person().to_string(), "capacity": "regular" });

    let office = administrator.post(POSITIONS, seat("office")).await.expect(StatusCode::CREATED);
    let office = format!("{POSITIONS}/{}", office["id"].as_str().unwrap());
    administrator.post(&format!("{office}/appointments"), wish()).await.expect(StatusCode::CREATED);
    let keeper = administrator.post(POSITIONS, seat("administration")).await.expect(StatusCode::CREATED);
    let keeper = format!("{POSITIONS}/{}", keeper["id"].as_str().unwrap());
    let kept = administrator.post(&format!("{keeper}/appointments"), wish()).await.expect(StatusCode::CREATED);
    let last = administrator.post(&Scene::ending(&keeper, &kept), json!({ "reason": "Weg" })).await;

    person.get("/organizations/drenthe/network-health").await.expect(StatusCode::OK);
    last.expect_problem(StatusCode::CONFLICT, "positions/last-administrator");
}

#[tokio::test]
async fn of_two_administrators_who_go_at_once_one_stays() {
    let scene = Scene::new().await;
    let administrator = scene.world.administrator_of(&scene.drenthe).await;
    let mut endings = Vec::new();
    for _ in 0..2 {
        let seat = json!({ "body": "administration", "kind": "coordinator", "title": "Beheerder" });
        let opened = administrator.post(POSITIONS, seat).await.expect(StatusCode::CREATED);
        let position = format!("{POSITIONS}/{}", opened["id"].as_str().unwrap());
        let person = scene.world.member_of(&scene.drenthe).await;
        let wish = json!({ "personId": person.person().to_string(), "capacity": "regular" });
        let kept = administrator.post(&format!("{position}/appointments"), wish).await.expect(StatusCode::CREATED);
        endings.push(Scene::ending(&position, &kept));
    }

    let end = async |path: String| administrator.post(&path, json!({ "reason": "Weg" })).await.status;
    let (one, other) = tokio::join!(end(endings.remove(0)), end(endings.remove(0)));

    assert_eq!(BTreeSet::from([one, other]), BTreeSet::from([200, 409]));
}

#[tokio::test]
async fn an_ambassador_has_an_area_and_schedules_meetings_of_the_network() {
    let scene = Scene::new().await;
    let nowhere = json!({ "body": "network", "networkId": scene.zorg.id.to_string(), "kind": "ambassador", "title": "Ambassadeur Assen" });

    let refused = scene.host.post(POSITIONS, nowhere).await;

    refused.expect_problem(StatusCode::CONFLICT, "positions/area-missing");
}

#[tokio::test]
async fn names_of_the_office_are_for_who_belongs_to_the_organization() {
    let scene = Scene::new().await;
    let (administrator, person) = (scene.world.administrator_of(&scene.drenthe).await, scene.world.member_of(&scene.drenthe).await);
    let seat = json!({ "body": "office", "kind": "coordinator", "title": "Coördinator" });
    let opened = administrator.post(POSITIONS, seat).await.expect(StatusCode::CREATED);
    let position = format!("{POSITIONS}/{}", opened["id"].as_str().unwrap());
    let wish = json!({ "personId": person.person().to_string(), "capacity": "regular" });
    administrator.post(&format!("{position}/appointments"), wish).await.expect(StatusCode::CREATED);

    let public = scene.world.anonymous().get(&position).await.expect(StatusCode::OK);
    let inside = scene.host.get(&position).await.expect(StatusCode::OK);

    assert_eq!((&public["holders"][0]["name"], &public["holders"][0]["personId"]), (&Value::Null, &Value::Null));
    assert!(inside["holders"][0]["name"].is_string());
}
