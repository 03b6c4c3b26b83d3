//! Organisations: the tenants.

use std::path::Path;
use std::time::Duration;

use reqwest::StatusCode;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use vliegwiel_domain::organizations::{Organization, OrganizationError, OrganizationKind, Settings};
use vliegwiel_persistence::{networks, organizations, rows};
use vliegwiel_tests::World;
use vliegwiel_tests::networks::path_of;

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

#[tokio::test]
async fn the_office_configures_its_organization() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let office = world.office_of(&drenthe).await;
    let change = serde_json::json!({ "name": "Netwerk Drenthe", "theme": { "brand": "#005BA9" }, "rules": { "startCapacity": 7 } });

    let configured = office.patch("/organizations/drenthe", "\"v1\"", change).await;

    let body = configured.expect(StatusCode::OK);
    assert_eq!(body["name"], "Netwerk Drenthe");
    assert_eq!((&body["theme"]["brand"], &body["theme"]["accent"]), (&serde_json::json!("#005ba9"), &serde_json::json!("#e9a23b")));
    assert_eq!((&body["rules"]["startCapacity"], &body["rules"]["coreGroupMin"]), (&serde_json::json!(7), &serde_json::json!(4)));
    assert_eq!(configured.etag(), "\"v2\"");
    assert_eq!(world.trail(Some(drenthe.id.uuid())).await, ["organizations.configure"]);
}

#[tokio::test]
async fn another_minimum_holds_for_the_core_groups_of_all_networks_at_once() {
    let world = World::new().await;
    let (drenthe, vooruit) = (world.organization("drenthe").await, world.organization("vooruit").await);
    let (zorg, energie) = (world.network(&drenthe, "Zorg").await, world.network(&drenthe, "Energie").await);
    let theirs = world.network(&vooruit, "Els Borst").await;
    let seated = world.seated(&drenthe, &zorg, 4).await;
    world.seated(&drenthe, &energie, 5).await;
    world.seated(&vooruit, &theirs, 4).await;
    let (administrator, office) = (world.administrator_of(&drenthe).await, world.office_of(&drenthe).await);
    let minimum = |size: u32| serde_json::json!({ "rules": { "coreGroupMin": size } });

    let raised = administrator.patch("/organizations/drenthe", "\"v1\"", minimum(5)).await;
    raised.expect(StatusCode::OK);
    let below = world.network_now(&zorg).await.below_minimum_since;
    let others = (world.network_now(&energie).await.below_minimum_since, world.network_now(&theirs).await.below_minimum_since);
    administrator.patch("/organizations/drenthe", &raised.etag(), minimum(4)).await.expect(StatusCode::OK);

    assert_eq!((below, others), (Some(world.app.now()), (None, None)));
    assert_eq!(world.network_now(&zorg).await.below_minimum_since, None);
    for caller in [&seated[0], &office] {
        assert_eq!(world.subjects_to(caller).await, ["De kerngroep zoekt mensen", "De kerngroep is weer compleet"]);
    }
}

#[tokio::test]
async fn who_leaves_a_core_group_while_its_minimum_rises_is_held_against_the_new_one() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let zorg = world.network(&drenthe, "Zorg").await;
    let seated = world.seated(&drenthe, &zorg, 5).await;
    let mine = rows::memberships::Column::PersonId.eq(seated[0].person().uuid());
    let mine = rows::memberships::Entity::find().filter(mine).one(world.rows()).await.unwrap().unwrap();
    let path = format!("{}/memberships/{}", path_of(&drenthe, &zorg), mine.id);

    let tx = world.app.begin_write().await.unwrap();
    networks::lock(&tx, drenthe.id, zorg.id).await.unwrap();
    let leaver = seated[0].clone();
    let leaving = tokio::spawn(async move { leaver.delete(&path, "\"v1\"").await });
    // it has read what it reads before its transaction, and waits
    tokio::time::sleep(Duration::from_millis(500)).await;
    let configured = drenthe.clone().configure(with_minimum(&drenthe, 5)).unwrap();
    assert!(organizations::replace(&tx, &configured).await.unwrap());
    tx.commit().await.unwrap();

    leaving.await.unwrap().expect(StatusCode::NO_CONTENT);
    let now = world.network_now(&zorg).await;
    assert_eq!((now.core_group, now.below_minimum_since), (4, Some(world.app.now())));
}

#[tokio::test]
async fn a_minimum_that_rises_while_a_core_group_shrinks_sees_what_is_left_of_it() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let zorg = world.network(&drenthe, "Zorg").await;
    world.seated(&drenthe, &zorg, 5).await;
    let administrator = world.administrator_of(&drenthe).await;

    let tx = world.app.begin_write().await.unwrap();
    let before = networks::lock(&tx, drenthe.id, zorg.id).await.unwrap().unwrap();
    let (smaller, _) = before.with_core_group(4, 4, world.app.now());
    assert!(networks::replace(&tx, &smaller).await.unwrap());
    let minimum = serde_json::json!({ "rules": { "coreGroupMin": 5 } });
    let rising = tokio::spawn(async move { administrator.patch("/organizations/drenthe", "\"v1\"", minimum).await });
    tokio::time::sleep(Duration::from_millis(500)).await;
    tx.commit().await.unwrap();

    rising.await.unwrap().expect(StatusCode::OK);
    assert_eq!(world.network_now(&zorg).await.below_minimum_since, Some(world.app.now()));
}

fn with_minimum(organization: &Organization, size: u32) -> Settings {
    let mut settings = organization.settings.clone();
    settings.rules.core_group_min = size;
    settings
}

#[tokio::test]
async fn a_setting_out_of_bounds_is_named_and_nothing_changes() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let office = world.office_of(&drenthe).await;
    let bad = [
        (serde_json::json!({ "theme": { "brand": "rood" } }), "/theme/brand"),
        (serde_json::json!({ "theme": { "radius": 25 } }), "/theme/radius"),
        (serde_json::json!({ "theme": { "logoUrl": "https://elders.example/logo.svg" } }), "/theme/logoUrl"),
        (serde_json::json!({ "rules": { "coreGroupMin": 0 } }), "/rules/coreGroupMin"),
        (serde_json::json!({ "slug": "anders" }), "/slug"),
        (serde_json::json!({ "name": null }), "/name"),
    ];

    for (change, pointer) in bad {
        let refused = office.patch("/organizations/drenthe", "\"v1\"", change).await;
        refused.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
        assert_eq!(refused.json()["errors"][0]["pointer"], pointer, "{}", refused.text);
    }
    assert_eq!(office.get("/organizations/drenthe").await.etag(), "\"v1\"");
}

#[tokio::test]
async fn nobody_else_configures_an_organization() {
    let world = World::new().await;
    let (drenthe, vooruit) = (world.organization("drenthe").await, world.organization("vooruit").await);
    let change = serde_json::json!({ "name": "Gekaapt" });

    for caller in [world.member_of(&drenthe).await, world.outsider().await, world.office_of(&vooruit).await] {
        let refused = caller.patch("/organizations/drenthe", "\"v1\"", change.clone()).await;
        refused.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    }
    let anonymous = world.anonymous().patch("/organizations/drenthe", "\"v1\"", change.clone()).await;
    anonymous.expect_problem(StatusCode::UNAUTHORIZED, "house/unauthenticated");
    let stale = world.administrator_of(&drenthe).await.patch("/organizations/drenthe", "\"v4\"", change).await;
    stale.expect_problem(StatusCode::PRECONDITION_FAILED, "house/stale");
}

/// First segments of the addresses of the web app that stand beside an organisation: folders that begin with `_` have no segment of their own.
fn paths_of_the_web_app(folder: &Path) -> Vec<String> {
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().split('.').next().unwrap().to_owned();
        match name.as_str() {
            "index" | "route" | "__root" => {}
            name if name.starts_with('$') => {}
            name if name.starts_with('_') => paths.extend(paths_of_the_web_app(&path)),
            _ => paths.push(name),
        }
    }
    paths
}

#[tokio::test]
async fn no_organization_takes_an_address_of_the_product() {
    let world = World::new().await;
    let routes = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("frontend/src/routes");
    let of_the_web_app = paths_of_the_web_app(&routes);
    let of_the_server = ["api", "assets", "dev", "embed", "feeds", "health", "maps", "metrics", "problems"].map(str::to_owned);

    assert!(of_the_web_app.contains(&"stijlgids".to_owned()), "{of_the_web_app:?}");
    for slug in of_the_web_app.iter().chain(&of_the_server) {
        let settings = world.organization(&format!("buiten-{slug}")).await.settings;
        let founded = Organization::found(world.app.new_id(), slug, OrganizationKind::Party, settings, world.app.now());
        assert_eq!(founded, Err(OrganizationError::ReservedSlug), "{slug}");
    }
}
