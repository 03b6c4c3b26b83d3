//! Units: the organisation's own tree.

use reqwest::StatusCode;
use serde_json::{Value, json};
use vliegwiel_domain::meetings::CoHost;
use vliegwiel_persistence::meetings;
use vliegwiel_tests::meetings::symposium;
use vliegwiel_tests::{Caller, World};

const UNITS: &str = "/organizations/drenthe/units";

async fn added(administrator: &Caller, kind: &str, name: &str, parent: Option<&Value>) -> (String, String) {
    let reply = administrator.post(UNITS, json!({ "kind": kind, "name": name, "parentId": parent })).await;
    let unit = reply.expect(StatusCode::CREATED);
    (unit["id"].as_str().unwrap().to_owned(), reply.etag())
}

#[tokio::test]
async fn an_administrator_adds_a_chapter_in_a_province_and_everyone_sees_it() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let administrator = world.administrator_of(&drenthe).await;
    let (province, _) = added(&administrator, "province", "Drenthe", None).await;

    let reply = administrator.post(UNITS, json!({ "kind": "chapter", "name": " Afdeling Assen ", "parentId": province })).await;

    let unit = reply.expect(StatusCode::CREATED);
    assert_eq!(unit["name"], "Afdeling Assen");
    assert_eq!(unit["actions"], json!(["units.change", "units.remove"]));
    let path = reply.header("Location").to_owned();
    let seen = world.anonymous().get(&path).await.expect(StatusCode::OK);
    assert_eq!((&seen["id"], &seen["actions"]), (&unit["id"], &json!([])));
    let inside = world.anonymous().get(&format!("{UNITS}?parent={province}")).await.expect(StatusCode::OK);
    assert_eq!(inside["items"].as_array().unwrap().len(), 1);
    assert_eq!(world.trail(Some(drenthe.id.uuid())).await, ["units.add", "units.add"]);
}

#[tokio::test]
async fn a_province_does_not_lie_in_a_chapter() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let administrator = world.administrator_of(&drenthe).await;
    let (chapter, _) = added(&administrator, "chapter", "Assen", None).await;

    let refused = administrator.post(UNITS, json!({ "kind": "province", "name": "Drenthe", "parentId": chapter })).await;

    refused.expect_problem(StatusCode::CONFLICT, "units/wrong-parent");
}

#[tokio::test]
async fn a_unit_of_another_organization_is_no_parent() {
    let world = World::new().await;
    let (drenthe, vooruit) = (world.organization("drenthe").await, world.organization("vooruit").await);
    let administrator = world.administrator_of(&drenthe).await;
    let theirs = world.administrator_of(&vooruit).await;
    let reply = theirs.post("/organizations/vooruit/units", json!({ "kind": "national", "name": "Landelijk" })).await;
    let parent = reply.expect(StatusCode::CREATED)["id"].clone();

    let refused = administrator.post(UNITS, json!({ "kind": "chapter", "name": "Assen", "parentId": parent })).await;

    refused.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
    assert_eq!(refused.json()["errors"][0]["pointer"], "/parentId");
    administrator.get(&format!("{UNITS}/{}", parent.as_str().unwrap())).await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
}

#[tokio::test]
async fn a_unit_gets_another_name_and_place() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let administrator = world.administrator_of(&drenthe).await;
    let (region, _) = added(&administrator, "region", "Noord", None).await;
    let (chapter, etag) = added(&administrator, "chapter", "Assen", None).await;
    let path = format!("{UNITS}/{chapter}");

    let moved = administrator.patch(&path, &etag, json!({ "name": "Assen en omstreken", "parentId": region })).await;

    let body = moved.expect(StatusCode::OK);
    assert_eq!((&body["name"], &body["parentId"]), (&json!("Assen en omstreken"), &json!(region)));
    administrator.patch(&path, &etag, json!({ "name": "Te laat" })).await.expect_problem(StatusCode::PRECONDITION_FAILED, "house/stale");
    let top = administrator.patch(&path, &moved.etag(), json!({ "parentId": null })).await.expect(StatusCode::OK);
    assert_eq!(top["parentId"], json!(null));
}

#[tokio::test]
async fn only_a_unit_that_nothing_belongs_to_is_removed() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let administrator = world.administrator_of(&drenthe).await;
    let (region, region_tag) = added(&administrator, "region", "Noord", None).await;
    let (chapter, chapter_tag) = added(&administrator, "chapter", "Assen", Some(&json!(region))).await;

    let early = administrator.delete(&format!("{UNITS}/{region}"), &region_tag).await;
    administrator.delete(&format!("{UNITS}/{chapter}"), &chapter_tag).await.expect(StatusCode::NO_CONTENT);
    administrator.delete(&format!("{UNITS}/{region}"), &region_tag).await.expect(StatusCode::NO_CONTENT);

    early.expect_problem(StatusCode::CONFLICT, "units/in-use");
    assert_eq!(world.anonymous().get(UNITS).await.expect(StatusCode::OK)["items"], json!([]));
    assert_eq!(world.trail(Some(drenthe.id.uuid())).await.last().map(String::as_str), Some("units.remove"));
}

#[tokio::test]
async fn a_unit_that_hosts_a_meeting_is_in_use() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let administrator = world.administrator_of(&drenthe).await;
    let (chapter, etag) = added(&administrator, "chapter", "Assen", None).await;
    let meeting = world.draft(&world.network(&drenthe, "Zorg").await, symposium(None)).await;
    let hosts = [CoHost::Unit(chapter.parse().unwrap())];
    meetings::replace_hosts(world.app.db.maintenance(), drenthe.id, meeting.id, &hosts).await.unwrap();

    let refused = administrator.delete(&format!("{UNITS}/{chapter}"), &etag).await;

    refused.expect_problem(StatusCode::CONFLICT, "units/in-use");
}

#[tokio::test]
async fn nobody_but_an_administrator_changes_the_tree() {
    let world = World::new().await;
    let (drenthe, vooruit) = (world.organization("drenthe").await, world.organization("vooruit").await);
    let (unit, etag) = added(&world.administrator_of(&drenthe).await, "chapter", "Assen", None).await;
    let new = json!({ "kind": "chapter", "name": "Meppel" });

    for caller in
        [world.office_of(&drenthe).await, world.member_of(&drenthe).await, world.outsider().await, world.administrator_of(&vooruit).await]
    {
        caller.post(UNITS, new.clone()).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
        let path = format!("{UNITS}/{unit}");
        caller.patch(&path, &etag, json!({ "name": "X" })).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
        caller.delete(&path, &etag).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    }
    world.anonymous().post(UNITS, new).await.expect_problem(StatusCode::UNAUTHORIZED, "house/unauthenticated");
}
