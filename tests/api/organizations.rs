//! Organisations: the tenants.

use reqwest::StatusCode;
use vliegwiel_tests::World;

#[tokio::test]
async fn everyone_may_read_an_organization() {
    let world = World::new().await;
    world.organization("drenthe").await;

    let reply = world.anonymous().get("/organizations/drenthe").await;

    let organization = reply.expect(StatusCode::OK);
    assert_eq!(organization["slug"], "drenthe");
    assert_eq!(organization["actions"], serde_json::json!([]));
    assert_eq!(reply.etag(), "\"v1\"");
}

#[tokio::test]
async fn organizations_come_in_pages_by_slug() {
    let world = World::new().await;
    for slug in ["vooruit", "drenthe", "netwerkpartij"] {
        world.organization(slug).await;
    }

    let first = world.anonymous().get("/organizations?pageSize=2").await.expect(StatusCode::OK);
    let cursor = first["next"].as_str().unwrap();
    let second = world.anonymous().get(&format!("/organizations?pageSize=2&cursor={cursor}")).await.expect(StatusCode::OK);

    assert_eq!(first["items"][0]["slug"], "drenthe");
    assert_eq!(first["items"][1]["slug"], "netwerkpartij");
    assert_eq!(second["items"][0]["slug"], "vooruit");
    assert_eq!(second["next"], serde_json::Value::Null);
}

#[tokio::test]
async fn the_office_sees_more_actions_than_a_member() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let (office, member) = (world.office_of(&drenthe).await, world.member_of(&drenthe).await);

    let for_office = office.get("/organizations/drenthe").await.expect(StatusCode::OK);
    let for_member = member.get("/organizations/drenthe").await.expect(StatusCode::OK);

    assert!(for_office["actions"].as_array().unwrap().iter().any(|action| action == "organizations.configure"));
    assert_eq!(for_member["actions"], serde_json::json!(["founding-plans.draft"]));
}

#[tokio::test]
async fn a_role_in_one_organization_counts_for_nothing_in_another() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    world.organization("vooruit").await;
    let office = world.office_of(&drenthe).await;

    let elsewhere = office.get("/organizations/vooruit").await.expect(StatusCode::OK);

    assert_eq!(elsewhere["actions"], serde_json::json!([]));
}

#[tokio::test]
async fn an_organization_that_does_not_exist_is_not_found() {
    let world = World::new().await;

    let reply = world.anonymous().get("/organizations/nergens").await;

    reply.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
}
