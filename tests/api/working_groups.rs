//! Working groups inside a network.

use reqwest::StatusCode;
use serde_json::{Value, json};
use vliegwiel_domain::networks::{Network, NetworkProfile};
use vliegwiel_domain::organizations::Organization;
use vliegwiel_tests::networks::{path_of, profile, special};
use vliegwiel_tests::{Caller, Reply, World};

struct Scene {
    world: World,
    drenthe: Organization,
    network: Network,
    host: Caller,
}

impl Scene {
    async fn new() -> Self {
        Self::of(profile("Zorg")).await
    }

    async fn of(profile: NetworkProfile) -> Self {
        let world = World::new().await;
        let drenthe = world.organization("drenthe").await;
        let network = world.network_with(&drenthe, profile).await;
        let host = world.core_group_of(&drenthe, &network).await;
        Self { world, drenthe, network, host }
    }

    fn groups(&self) -> String {
        format!("{}/working-groups", path_of(&self.drenthe, &self.network))
    }

    async fn found(&self, kind: &str) -> String {
        let new = json!({ "kind": kind, "name": "Jeugdzorg", "purpose": "Advies over wachtlijsten." });
        let founded = self.host.post(&self.groups(), new).await.expect(StatusCode::CREATED);
        format!("{}/{}", self.groups(), founded["id"].as_str().unwrap())
    }

    async fn add(&self, group: &str, person: &Caller, expertise: &str) -> Reply {
        let new = json!({ "personId": person.person().to_string(), "expertise": expertise });
        self.host.post(&format!("{group}/members"), new).await
    }

    async fn insider(&self) -> Caller {
        let person = self.world.member_of(&self.drenthe).await;
        self.world.make_member(&self.network, &person).await;
        person
    }
}

#[tokio::test]
async fn the_core_group_founds_a_group_that_everyone_may_know() {
    let scene = Scene::new().await;
    let group = scene.found("members").await;

    let listed = scene.world.anonymous().get(&scene.groups()).await.expect(StatusCode::OK);
    let seen = scene.world.anonymous().get(&group).await.expect(StatusCode::OK);

    assert_eq!((&listed["items"][0]["name"], &seen["members"], &seen["actions"]), (&json!("Jeugdzorg"), &json!(0), &json!([])));
    assert_eq!(scene.world.deeds_to(&seen).await, ["working-groups.found"]);
}

#[tokio::test]
async fn members_of_the_network_take_part_and_experts_come_from_outside() {
    let scene = Scene::new().await;
    let (members, experts) = (scene.found("members").await, scene.found("experts").await);
    let (insider, outsider) = (scene.insider().await, scene.world.member_of(&scene.drenthe).await);

    let grown = scene.add(&members, &insider, "").await.expect(StatusCode::CREATED);
    let twice = scene.add(&members, &insider, "").await;
    let refused = scene.add(&members, &outsider, "Huisarts").await;
    let unknown = scene.add(&experts, &outsider, "").await;
    scene.add(&experts, &outsider, "Huisarts").await.expect(StatusCode::CREATED);
    let people = insider.get(&format!("{experts}/members")).await.expect(StatusCode::OK);

    assert_eq!(grown["members"], 1);
    twice.expect_problem(StatusCode::CONFLICT, "working-groups/already-in");
    refused.expect_problem(StatusCode::CONFLICT, "working-groups/not-a-member");
    unknown.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
    assert_eq!((&people["items"][0]["expertise"], people["items"].as_array().unwrap().len()), (&json!("Huisarts"), 1));
}

#[tokio::test]
async fn a_person_of_another_organization_cannot_be_taken_in() {
    let scene = Scene::new().await;
    let vooruit = scene.world.organization("vooruit").await;
    let (experts, stranger) = (scene.found("experts").await, scene.world.member_of(&vooruit).await);

    let refused = scene.add(&experts, &stranger, "Huisarts").await;

    refused.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
    assert_eq!(refused.json()["errors"][0]["pointer"], "/personId");
}

#[tokio::test]
async fn who_takes_part_is_known_inside_the_network_and_in_a_special_one_to_its_core_group() {
    let (normal, gebed) = (Scene::new().await, Scene::of(special("Gebed")).await);
    let (group, hidden) = (normal.found("members").await, gebed.found("members").await);
    let (insider, believer) = (normal.insider().await, gebed.insider().await);
    let outsider = normal.world.member_of(&normal.drenthe).await;
    let office = gebed.world.office_of(&gebed.drenthe).await;

    insider.get(&format!("{group}/members")).await.expect(StatusCode::OK);
    outsider.get(&format!("{group}/members")).await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
    normal.world.anonymous().get(&format!("{group}/members")).await.expect_problem(StatusCode::UNAUTHORIZED, "house/unauthenticated");
    for caller in [&believer, &office] {
        caller.get(&format!("{hidden}/members")).await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
    }
    gebed.host.get(&format!("{hidden}/members")).await.expect(StatusCode::OK);
    let id = |group: &str| group.rsplit('/').next().unwrap().parse().unwrap();
    assert_eq!(normal.world.deeds(id(&group)).await, ["working-groups.found", "working-groups.list-members"]);
    assert_eq!(gebed.world.deeds(id(&hidden)).await, ["working-groups.found", "working-groups.list-members"]);
}

#[tokio::test]
async fn somebody_leaves_and_is_counted_out_once() {
    let scene = Scene::new().await;
    let (group, person) = (scene.found("members").await, scene.insider().await);
    scene.add(&group, &person, "").await.expect(StatusCode::CREATED);
    let people = scene.host.get(&format!("{group}/members")).await.expect(StatusCode::OK);
    assert_eq!(people["items"][0]["version"], 1);
    let seat = format!("{group}/members/{}", people["items"][0]["id"].as_str().unwrap());

    person.delete(&seat, "\"v1\"").await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    scene.host.request(reqwest::Method::DELETE, &seat).send().await.map(|reply| assert_eq!(reply.status(), 428)).unwrap();
    scene.host.delete(&seat, "\"v2\"").await.expect_problem(StatusCode::PRECONDITION_FAILED, "house/stale");
    scene.host.delete(&seat, "\"v1\"").await.expect(StatusCode::NO_CONTENT);
    scene.host.delete(&seat, "\"v1\"").await.expect_problem(StatusCode::PRECONDITION_FAILED, "house/stale");

    assert_eq!(scene.host.get(&group).await.expect(StatusCode::OK)["members"], 0);
}

#[tokio::test]
async fn who_leaves_the_network_leaves_its_groups_of_members_too() {
    let scene = Scene::new().await;
    let (members, experts, person) = (scene.found("members").await, scene.found("experts").await, scene.insider().await);
    scene.add(&members, &person, "").await.expect(StatusCode::CREATED);
    scene.add(&experts, &person, "Huisarts").await.expect(StatusCode::CREATED);
    let page = person.get(&path_of(&scene.drenthe, &scene.network)).await.expect(StatusCode::OK);
    let membership = format!("{}/memberships/{}", path_of(&scene.drenthe, &scene.network), page["membership"]["id"].as_str().unwrap());

    person.delete(&membership, "\"v1\"").await.expect(StatusCode::NO_CONTENT);

    let size = async |group: &str| scene.host.get(group).await.expect(StatusCode::OK)["members"].clone();
    assert_eq!((size(&members).await, size(&experts).await), (json!(0), json!(1)));
}

#[tokio::test]
async fn a_group_changes_and_closes_from_the_version_one_saw() {
    let scene = Scene::new().await;
    let (group, person) = (scene.found("members").await, scene.insider().await);
    scene.add(&group, &person, "").await.expect(StatusCode::CREATED);

    let changed = scene.host.patch(&group, "\"v2\"", json!({ "name": "Jeugd" })).await.expect(StatusCode::OK);
    scene.host.patch(&group, "\"v2\"", json!({ "name": "X" })).await.expect_problem(StatusCode::PRECONDITION_FAILED, "house/stale");
    scene.host.delete(&group, "\"v2\"").await.expect_problem(StatusCode::PRECONDITION_FAILED, "house/stale");
    let closed = scene.host.delete(&group, "\"v3\"").await;
    let late = scene.add(&group, &person, "").await;

    assert_eq!((&changed["name"], &changed["purpose"], closed.status), (&json!("Jeugd"), &json!("Advies over wachtlijsten."), 204));
    late.expect_problem(StatusCode::CONFLICT, "working-groups/closed");
    let listed = scene.host.get(&scene.groups()).await.expect(StatusCode::OK);
    assert_eq!(listed["items"], Value::Array(Vec::new()));
}

#[tokio::test]
async fn only_the_core_group_of_this_network_keeps_its_groups_abuse_2() {
    let scene = Scene::new().await;
    let energie = scene.world.network(&scene.drenthe, "Energie").await;
    let (group, member) = (scene.found("members").await, scene.insider().await);
    let neighbour = scene.world.core_group_of(&scene.drenthe, &energie).await;
    let office = scene.world.office_of(&scene.drenthe).await;
    let elsewhere = group.replace(&scene.network.id.to_string(), &energie.id.to_string());
    let new = || json!({ "kind": "members", "name": "X", "purpose": "X" });

    for caller in [&member, &neighbour, &office] {
        caller.post(&scene.groups(), new()).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
        caller.patch(&group, "\"v1\"", json!({ "name": "X" })).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
        caller.delete(&group, "\"v1\"").await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    }
    neighbour.patch(&elsewhere, "\"v1\"", json!({ "name": "X" })).await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
    assert_eq!(scene.host.get(&group).await.expect(StatusCode::OK)["name"], "Jeugdzorg");
}
