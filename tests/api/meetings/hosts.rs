//! Who else hosts a meeting.

use reqwest::StatusCode;
use serde_json::{Value, json};
use vliegwiel_domain::meetings::CoHost;
use vliegwiel_tests::World;
use vliegwiel_tests::meetings::symposium;
use vliegwiel_tests::networks::path_of;

use super::{MEETINGS, new_meeting};

#[tokio::test]
async fn co_hosts_are_named_in_order_and_exist_in_the_organization() {
    let world = World::new().await;
    let (drenthe, vooruit) = (world.organization("drenthe").await, world.organization("vooruit").await);
    let (zorg, wonen) = (world.network(&drenthe, "Zorg").await, world.network(&drenthe, "Wonen").await);
    let elsewhere = world.network(&vooruit, "Elders").await;
    let host = world.core_group_of(&drenthe, &zorg).await;
    let meeting = world.draft(&zorg, symposium(None)).await;
    let path = format!("{MEETINGS}/{}", meeting.id);
    let hosts = |id: String| json!({ "hosts": [{ "kind": "network", "id": id }] });

    let named = host.patch(&path, "\"v1\"", hosts(wonen.id.to_string())).await;
    let foreign = host.patch(&path, "\"v2\"", hosts(elsewhere.id.to_string())).await;

    assert_eq!(named.expect(StatusCode::OK)["hosts"], json!([{ "kind": "network", "id": wonen.id.to_string(), "name": "Wonen" }]));
    foreign.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
    assert_eq!(host.get(&path).await.expect(StatusCode::OK)["hosts"][0]["name"], "Wonen");
}

#[tokio::test]
async fn a_co_host_that_does_not_run_or_is_hidden_answers_like_an_absent_one() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let (zorg, ended) = (world.network(&drenthe, "Zorg").await, world.network(&drenthe, "Voorbij").await);
    let waiting = world.waiting_network(&drenthe, "Wacht").await;
    let host = world.core_group_of(&drenthe, &zorg).await;
    let meeting = world.draft(&zorg, symposium(None)).await;
    let path = format!("{MEETINGS}/{}", meeting.id);
    let over = world.board_of(&drenthe).await.post(&format!("{}/endings", path_of(&drenthe, &ended)), json!({ "reason": "Klaar." })).await;
    over.expect(StatusCode::OK);

    let mut answers = Vec::new();
    for id in [waiting.id.to_string(), ended.id.to_string(), "0196f1d2-7c5e-7d30-9a53-0f6c1b1d2e3f".to_owned()] {
        let hosts = json!([{ "kind": "network", "id": id }]);
        let mut new = new_meeting(zorg.id);
        new["hosts"] = hosts.clone();
        for refused in [host.post(MEETINGS, new).await, host.patch(&path, "\"v1\"", json!({ "hosts": hosts })).await] {
            refused.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
            answers.push(refused.json()["errors"].clone());
        }
    }
    let unit = json!({ "hosts": [{ "kind": "unit", "id": "0196f1d2-7c5e-7d30-9a53-0f6c1b1d2e3f" }] });
    answers.push(host.patch(&path, "\"v1\"", unit).await.json()["errors"].clone());

    assert_eq!((&answers[0][0]["pointer"], &answers[0][0]["code"]), (&json!("/hosts/0/id"), &json!("unknown-reference")));
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:#?}");
    assert_eq!(world.deeds(meeting.id.uuid()).await, Vec::<String>::new());
}

#[tokio::test]
async fn the_name_of_a_hidden_co_host_is_for_who_may_know_of_it() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let (zorg, wonen) = (world.network(&drenthe, "Zorg").await, world.network(&drenthe, "Wonen").await);
    let waiting = world.waiting_network(&drenthe, "Geheim").await;
    let meeting = world.meeting(&zorg, symposium(None)).await;
    let hosts = [CoHost::Network(waiting.id), CoHost::Network(wonen.id)];
    vliegwiel_persistence::meetings::replace_hosts(world.app.db.maintenance(), drenthe.id, meeting.id, &hosts).await.unwrap();
    let path = format!("{MEETINGS}/{}", meeting.id);
    let names = |seen: Value| seen["hosts"].as_array().unwrap().iter().map(|host| host["name"].clone()).collect::<Vec<_>>();

    for caller in [world.anonymous(), world.outsider().await] {
        let seen = caller.get(&path).await;
        assert_eq!(names(seen.expect(StatusCode::OK)), ["Wonen"]);
        assert!(!seen.text.contains("Geheim") && !seen.text.contains(&waiting.id.to_string()), "{}", seen.text);
    }
    let host = world.core_group_of(&drenthe, &zorg).await;
    assert_eq!(names(host.get(&path).await.expect(StatusCode::OK)), ["Geheim", "Wonen"]);
    let kept = json!({ "hosts": [{ "kind": "network", "id": waiting.id.to_string() }] });
    assert_eq!(names(host.patch(&path, "\"v2\"", kept).await.expect(StatusCode::OK)), ["Geheim"], "who was named before stays");
}
