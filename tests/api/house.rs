//! What holds for every operation: headers, problems, methods, limits, and being signed in.

use chrono::TimeDelta;
use reqwest::{Method, StatusCode};
use vliegwiel_tests::{Reply, World};

#[tokio::test]
async fn every_answer_carries_the_headers_of_the_house_s30() {
    let world = World::new().await;

    for path in ["/organizations", "/organizations/nergens", "/nergens", "/health/live"] {
        let reply = world.anonymous().get(path).await;
        for header in ["X-Request-Id", "X-Content-Type-Options", "Content-Security-Policy", "Strict-Transport-Security", "Referrer-Policy"]
        {
            assert!(reply.headers.contains_key(header), "{path} has no {header}");
        }
    }
}

#[tokio::test]
async fn a_path_that_is_not_there_is_a_problem() {
    let world = World::new().await;

    world.anonymous().get("/nergens").await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
    world.anonymous().get("/organizations/").await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
}

#[tokio::test]
async fn another_method_is_refused_with_the_ones_that_are() {
    let world = World::new().await;

    let reply = Reply::of(world.anonymous().request(Method::PUT, "/organizations").send().await.unwrap()).await;

    assert_eq!(reply.status, 405, "{}", reply.text);
    assert!(reply.header("Allow").contains("GET"));
}

#[tokio::test]
async fn an_unknown_query_parameter_is_refused() {
    let world = World::new().await;

    world.anonymous().get("/organizations?sorteer=naam").await.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
}

#[tokio::test]
async fn page_sizes_out_of_bounds_are_refused_s35() {
    let world = World::new().await;

    for size in ["0", "-1", "101", "9223372036854775808", "x"] {
        let reply = world.anonymous().get(&format!("/organizations?pageSize={size}")).await;
        reply.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
    }
}

#[tokio::test]
async fn a_cursor_that_was_tampered_with_is_refused_s35() {
    let world = World::new().await;

    world.anonymous().get("/organizations?cursor=aGFsbG8.AAAA").await.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
}

#[tokio::test]
async fn a_token_is_good_for_five_minutes_s24() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let member = world.member_of(&drenthe).await;

    let fresh = member.get("/organizations/drenthe").await;
    world.clock.pass(TimeDelta::minutes(7));
    let stale = member.get("/organizations/drenthe").await;

    fresh.expect(StatusCode::OK);
    stale.expect_problem(StatusCode::UNAUTHORIZED, "house/unauthenticated");
}

#[tokio::test]
async fn the_document_is_served_without_signing_in() {
    let world = World::new().await;

    let document = world.anonymous().get("/openapi.json").await.expect(StatusCode::OK);

    assert_eq!(document["openapi"], "3.1.0");
    assert_eq!(document["info"]["title"], "Vliegwiel");
}

#[tokio::test]
async fn a_path_in_disguise_is_not_found_s54() {
    let world = World::new().await;
    world.organization("drenthe").await;

    for path in ["/api/v1/organizati%6Fns/drenthe", "/%61pi/v1/organizations/drenthe"] {
        let reply = Reply::of(reqwest::get(format!("{}{path}", world.address)).await.unwrap()).await;
        reply.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
    }
}
