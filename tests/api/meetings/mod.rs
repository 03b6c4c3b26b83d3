//! Meetings: found, scheduled, changed, published, called off and held.

mod hosts;

use chrono::{DateTime, TimeDelta, Utc};
use reqwest::{Method, StatusCode};
use sea_orm::{ActiveModelTrait, IntoActiveModel};
use serde_json::{Value, json};
use vliegwiel_domain::ids::{AreaId, NetworkId};
use vliegwiel_domain::meetings::{Attendance, Audience, MeetingKind, MeetingPlan};
use vliegwiel_domain::networks::{NetworkProfile, Openness, Sensitivity};
use vliegwiel_persistence::rows::areas;
use vliegwiel_tests::meetings::symposium;
use vliegwiel_tests::networks::path_of;
use vliegwiel_tests::{Caller, Reply, World};

const MEETINGS: &str = "/organizations/drenthe/meetings";

fn new_meeting(network: NetworkId) -> Value {
    json!({
        "networkId": network.to_string(),
        "kind": "local-meeting",
        "title": "Eenzaamheid in de buurt",
        "startsAt": "2026-04-02T17:30:00Z",
        "endsAt": "2026-04-02T20:00:00Z",
        "venue": { "name": "Buurthuis", "address": "Meerdijk 1, Emmen" },
        "audience": "public",
        "capacity": 40,
    })
}

async fn municipality(world: &World, code: &str, name: &str) -> AreaId {
    let id = world.app.new_id();
    let row = areas::Model {
        id: AreaId::uuid(id),
        code: code.to_owned(),
        kind: "municipality".to_owned(),
        name: name.to_owned(),
        parent_id: None,
        valid_from: None,
        valid_to: None,
        successor_id: None,
    };
    row.into_active_model().insert(world.app.db.maintenance()).await.unwrap();
    id
}

fn titles(list: &Value) -> Vec<&str> {
    list["items"].as_array().unwrap().iter().map(|item| item["title"].as_str().unwrap()).collect()
}

fn titled(title: &str) -> MeetingPlan {
    MeetingPlan { title: title.to_owned(), ..symposium(None) }
}

fn starting(title: &str, starts_at: DateTime<Utc>) -> MeetingPlan {
    MeetingPlan { starts_at, ends_at: starts_at + TimeDelta::hours(2), ..titled(title) }
}

#[tokio::test]
async fn the_core_group_schedules_and_publishes_a_meeting() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let zorg = world.network(&drenthe, "Zorg").await;
    let host = world.core_group_of(&drenthe, &zorg).await;

    let scheduled = host.post(MEETINGS, new_meeting(zorg.id)).await;
    let id = scheduled.expect(StatusCode::CREATED)["id"].as_str().unwrap().to_owned();
    let path = format!("{MEETINGS}/{id}");
    let hidden = world.anonymous().get(&path).await;
    let published = host.post_once(&format!("{path}/publications"), json!({}), "een").await;
    let repeated = host.post_once(&format!("{path}/publications"), json!({}), "een").await;
    let seen = world.anonymous().get(&path).await;

    assert_eq!(scheduled.header("Location"), format!("/api/v1{path}"));
    assert_eq!(scheduled.etag(), "\"v1\"");
    hidden.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
    assert_eq!(published.expect(StatusCode::OK)["state"], "published");
    assert_eq!((repeated.status, &repeated.text, repeated.etag()), (200, &published.text, published.etag()));
    let seen = seen.expect(StatusCode::OK);
    assert_eq!(
        (&seen["title"], &seen["freeSeats"], &seen["network"]["name"]),
        (&json!("Eenzaamheid in de buurt"), &json!(40), &json!("Zorg"))
    );
    assert_eq!(seen["actions"], json!(["registrations.register-guest"]));
    assert_eq!(world.deeds(id.parse().unwrap()).await, ["meetings.schedule", "meetings.publish"]);
}

#[tokio::test]
async fn who_may_not_schedule_is_refused_by_what_they_may_know() {
    let world = World::new().await;
    let (drenthe, vooruit) = (world.organization("drenthe").await, world.organization("vooruit").await);
    let (zorg, wonen) = (world.network(&drenthe, "Zorg").await, world.network(&drenthe, "Wonen").await);
    let elsewhere = world.network(&vooruit, "Zorg").await;
    let ambassador = world.ambassador_of(&drenthe, &zorg).await;

    ambassador.post(MEETINGS, new_meeting(zorg.id)).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    world.office_of(&drenthe).await.post(MEETINGS, new_meeting(zorg.id)).await.expect(StatusCode::CREATED);
    for caller in [
        world.member_of(&drenthe).await,
        world.outsider().await,
        world.core_group_of(&drenthe, &wonen).await,
        world.board_of(&drenthe).await,
    ] {
        caller.post(MEETINGS, new_meeting(zorg.id)).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    }
    world.anonymous().post(MEETINGS, new_meeting(zorg.id)).await.expect_problem(StatusCode::UNAUTHORIZED, "house/unauthenticated");
    ambassador.post(MEETINGS, new_meeting(elsewhere.id)).await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
}

#[tokio::test]
async fn the_areas_that_a_network_offers_an_ambassador_are_those_that_are_accepted() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let zorg = world.network(&drenthe, "Zorg").await;
    let province = world.area("province", "PV22", None).await;
    let assen = world.area("municipality", "GM0106", Some(province)).await;
    let elsewhere = world.area("municipality", "GM0363", None).await;
    let ambassador = world.ambassador_in(&drenthe, &zorg, province).await;
    let path = path_of(&drenthe, &zorg);
    let in_area = |area: Option<AreaId>| {
        let mut new = new_meeting(zorg.id);
        new["areaId"] = json!(area.map(|area| area.to_string()));
        new
    };

    let seen = ambassador.get(&path).await.expect(StatusCode::OK);

    let mut offered: Vec<&str> = seen["meetingAreas"].as_array().unwrap().iter().map(|area| area["id"].as_str().unwrap()).collect();
    offered.sort_unstable();
    let mut own = [province.to_string(), assen.to_string()];
    own.sort_unstable();
    assert_eq!(offered, own);
    for area in [province, assen] {
        ambassador.post(MEETINGS, in_area(Some(area))).await.expect(StatusCode::CREATED);
    }
    for area in [Some(elsewhere), None] {
        ambassador.post(MEETINGS, in_area(area)).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    }
    for caller in [world.core_group_of(&drenthe, &zorg).await, world.office_of(&drenthe).await, world.member_of(&drenthe).await] {
        assert_eq!(caller.get(&path).await.expect(StatusCode::OK)["meetingAreas"], Value::Null);
    }
}

#[tokio::test]
async fn a_meeting_that_cannot_be_is_refused_with_what_to_do() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let zorg = world.network(&drenthe, "Zorg").await;
    let host = world.core_group_of(&drenthe, &zorg).await;
    let with = |field: &str, value: Value| {
        let mut body = new_meeting(zorg.id);
        body[field] = value;
        body
    };

    for (body, kind) in [
        (with("startsAt", json!("2026-03-04T10:00:00Z")), "meetings/starts-in-past"),
        (with("endsAt", json!("2026-04-02T17:30:00Z")), "meetings/ends-before-start"),
        (with("endsAt", json!("2026-05-02T17:30:00Z")), "meetings/too-long"),
        (with("startsAt", json!("2036-04-02T17:30:00Z")), "meetings/starts-too-far-ahead"),
        (with("onlineUrl", json!("http://meet.example")), "meetings/invalid-url"),
        (with("hosts", json!([{ "kind": "network", "id": zorg.id.to_string() }])), "meetings/duplicate-host"),
    ] {
        host.post(MEETINGS, body).await.expect_problem(StatusCode::CONFLICT, kind);
    }
    for (body, pointer) in [
        (with("title", json!("")), "/title"),
        (with("title", json!("   ")), "/title"),
        (with("title", json!("x".repeat(161))), "/title"),
        (with("capacity", json!(0)), "/capacity"),
        (with("kind", json!("borrel")), "/kind"),
        (with("audience", json!("invited")), "/audience"),
        (with("geheim", json!(1)), "/geheim"),
        (with("summary", json!("een\u{0}twee")), "/summary"),
        (with("summary", json!("x".repeat(8_001))), "/summary"),
    ] {
        let reply = host.post(MEETINGS, body).await;
        reply.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
        assert_eq!(reply.json()["errors"][0]["pointer"], pointer, "{}", reply.text);
    }
    assert_eq!(host.get(MEETINGS).await.expect(StatusCode::OK)["items"], json!([]));
}

#[tokio::test]
async fn scheduling_twice_with_one_key_makes_one_meeting_r06() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let zorg = world.network(&drenthe, "Zorg").await;
    let host = world.core_group_of(&drenthe, &zorg).await;

    let first = host.post_once(MEETINGS, new_meeting(zorg.id), "een").await;
    let again = host.post_once(MEETINGS, new_meeting(zorg.id), "een").await;
    let mut other = new_meeting(zorg.id);
    other["title"] = json!("Iets anders");
    let reused = host.post_once(MEETINGS, other, "een").await;

    first.expect(StatusCode::CREATED);
    assert_eq!((again.status, &again.text, again.header("Location")), (201, &first.text, first.header("Location")));
    reused.expect_problem(StatusCode::UNPROCESSABLE_ENTITY, "house/key-reused");
    assert_eq!(titles(&host.get(MEETINGS).await.expect(StatusCode::OK)), ["Eenzaamheid in de buurt"]);
}

#[tokio::test]
async fn a_change_names_its_version_and_keeps_what_it_does_not_name() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let zorg = world.network(&drenthe, "Zorg").await;
    let host = world.core_group_of(&drenthe, &zorg).await;
    let meeting = world.draft(&zorg, symposium(Some(50))).await;
    let path = format!("{MEETINGS}/{}", meeting.id);

    let changed = host.patch(&path, "\"v1\"", json!({ "title": "Zorg dichtbij", "capacity": null })).await;
    let stale = host.patch(&path, "\"v1\"", json!({ "title": "Te laat" })).await;
    let blind = host.request(Method::PATCH, &path).json(&json!({ "title": "Blind" })).send().await.unwrap();
    let cleared = host.patch(&path, "\"v2\"", json!({ "title": null })).await;

    let changed_body = changed.expect(StatusCode::OK);
    assert_eq!((&changed_body["title"], &changed_body["capacity"]), (&json!("Zorg dichtbij"), &Value::Null));
    assert_eq!((&changed_body["kind"], changed.etag().as_str()), (&json!("symposium"), "\"v2\""));
    stale.expect_problem(StatusCode::PRECONDITION_FAILED, "house/stale");
    Reply::of(blind).await.expect_problem(StatusCode::PRECONDITION_REQUIRED, "house/version-required");
    cleared.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
    assert_eq!(world.deeds(meeting.id.uuid()).await, ["meetings.change"]);
}

#[tokio::test]
async fn who_is_on_the_list_hears_of_another_time_and_of_the_end() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let zorg = world.network(&drenthe, "Zorg").await;
    let host = world.core_group_of(&drenthe, &zorg).await;
    let meeting = world.meeting(&zorg, symposium(Some(1))).await;
    let path = format!("{MEETINGS}/{}", meeting.id);
    let [seated, waiting] = [world.member_of(&drenthe).await, world.member_of(&drenthe).await];
    for caller in [&seated, &waiting] {
        caller.post(&format!("{path}/registrations"), json!({})).await.expect(StatusCode::CREATED);
    }

    let renamed = host.patch(&path, "\"v2\"", json!({ "title": "Nieuwe titel" })).await;
    let after_rename = world.letters_to(&world.address_of(&seated)).await.len();
    let moved = host.patch(&path, "\"v3\"", json!({ "startsAt": "2026-04-03T17:30:00Z", "endsAt": "2026-04-03T20:00:00Z" })).await;
    let unreasoned = host.post(&format!("{path}/cancellations"), json!({ "reason": " " })).await;
    let cancelled = host.post(&format!("{path}/cancellations"), json!({ "reason": "De spreker is ziek." })).await;

    renamed.expect(StatusCode::OK);
    moved.expect(StatusCode::OK);
    unreasoned.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
    assert_eq!(cancelled.expect(StatusCode::OK)["stateReason"], "De spreker is ziek.");
    assert_eq!(after_rename, 1);
    let letters = world.letters_to(&world.address_of(&seated)).await;
    let subjects: Vec<&str> = letters.iter().map(|letter| letter["subject"].as_str().unwrap()).collect();
    assert_eq!(
        subjects,
        [
            "Je bent aangemeld voor donderdag 2 april 2026",
            "Gewijzigd: tijd of plek op vrijdag 3 april 2026",
            "Gaat niet door: vrijdag 3 april 2026"
        ]
    );
    assert!(letters[1]["text"].as_str().unwrap().contains("https://meet.example/zorg"));
    assert!(letters[2]["text"].as_str().unwrap().contains("De spreker is ziek."));
    let to_who_waits = world.letters_to(&world.address_of(&waiting)).await;
    assert_eq!(to_who_waits.len(), 3);
    assert!(to_who_waits.iter().all(|letter| !letter["text"].as_str().unwrap().contains("meet.example")));
    assert_eq!(world.deeds(meeting.id.uuid()).await, ["meetings.change", "meetings.change", "meetings.cancel"]);
}

#[tokio::test]
async fn more_seats_go_to_those_who_wait_longest() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let zorg = world.network(&drenthe, "Zorg").await;
    let host = world.core_group_of(&drenthe, &zorg).await;
    let meeting = world.meeting(&zorg, symposium(Some(1))).await;
    let path = format!("{MEETINGS}/{}", meeting.id);
    let crowd = world.crowd(&drenthe, 4).await;
    for caller in &crowd {
        caller.post(&format!("{path}/registrations"), json!({})).await.expect(StatusCode::CREATED);
    }

    let fewer = host.patch(&path, "\"v2\"", json!({ "capacity": 3 })).await;

    let body = fewer.expect(StatusCode::OK);
    assert_eq!((&body["registered"], &body["waitlisted"]), (&json!(3), &json!(1)));
    let states: Vec<String> = world.registrations_of(meeting.id).await.into_iter().map(|row| row.state).collect();
    assert_eq!(states, ["registered", "registered", "registered", "waitlisted"]);
    let told = world.letters_to(&world.address_of(&crowd[1])).await;
    assert_eq!(told.last().unwrap()["subject"], "Er is plek voor je op donderdag 2 april 2026");
    assert_eq!(world.letters_to(&world.address_of(&crowd[3])).await.len(), 1);
    host.patch(&path, "\"v3\"", json!({ "capacity": 2 })).await.expect_problem(StatusCode::CONFLICT, "meetings/capacity-below-registered");
}

#[tokio::test]
async fn the_link_is_for_who_has_a_seat_and_for_who_organises_it() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let (zorg, wonen) = (world.network(&drenthe, "Zorg").await, world.network(&drenthe, "Wonen").await);
    let meeting = world.meeting(&zorg, symposium(Some(1))).await;
    let path = format!("{MEETINGS}/{}", meeting.id);
    let host = world.core_group_of(&drenthe, &zorg).await;
    let co_host = world.core_group_of(&drenthe, &wonen).await;
    let [seated, waiting, other] = [world.member_of(&drenthe).await, world.member_of(&drenthe).await, world.member_of(&drenthe).await];
    for caller in [&seated, &waiting] {
        caller.post(&format!("{path}/registrations"), json!({})).await.expect(StatusCode::CREATED);
    }
    let hosts = json!({ "hosts": [{ "kind": "network", "id": wonen.id.to_string() }] });
    host.patch(&path, "\"v2\"", hosts).await.expect(StatusCode::OK);

    for caller in [&seated, &host, &co_host, &world.office_of(&drenthe).await] {
        assert_eq!(caller.get(&path).await.expect(StatusCode::OK)["onlineUrl"], "https://meet.example/zorg");
    }
    for caller in [&waiting, &other, &world.anonymous(), &world.board_of(&drenthe).await] {
        let seen = caller.get(&path).await.expect(StatusCode::OK);
        assert_eq!((&seen["onlineUrl"], &seen["isOnline"]), (&Value::Null, &json!(true)));
    }
}

#[tokio::test]
async fn a_list_shows_what_one_may_know_of() {
    let world = World::new().await;
    let (drenthe, vooruit) = (world.organization("drenthe").await, world.organization("vooruit").await);
    let zorg = world.network(&drenthe, "Zorg").await;
    world.meeting(&zorg, titled("Open")).await;
    world.meeting(&zorg, MeetingPlan { audience: Audience::Organization, ..titled("Van ons") }).await;
    let inside = world.meeting(&zorg, MeetingPlan { audience: Audience::Network, ..titled("Van het netwerk") }).await;
    world.draft(&zorg, titled("Kladje")).await;
    world.meeting(&world.network(&vooruit, "Elders").await, titled("Elders")).await;

    let (open, ours) = (vec!["Open"], vec!["Open", "Van ons"]);
    let announced = vec!["Open", "Van ons", "Van het netwerk"];
    let everything = vec!["Open", "Van ons", "Van het netwerk", "Kladje"];
    let inside_path = format!("{MEETINGS}/{}", inside.id);
    for (caller, expected) in [
        (world.anonymous(), open.clone()),
        (world.outsider().await, open.clone()),
        (world.office_of(&vooruit).await, open),
        (world.member_of(&drenthe).await, ours.clone()),
        (world.supporter_of(&drenthe).await, ours),
        (world.core_group_of(&drenthe, &zorg).await, everything.clone()),
        (world.ambassador_of(&drenthe, &zorg).await, announced),
        (world.office_of(&drenthe).await, everything.clone()),
        (world.board_of(&drenthe).await, everything),
    ] {
        let list = caller.get(MEETINGS).await.expect(StatusCode::OK);
        assert_eq!(titles(&list), expected);
        let status = if expected.contains(&"Van het netwerk") { 200 } else { 404 };
        assert_eq!(caller.get(&inside_path).await.status, status, "{expected:?}");
    }
}

#[tokio::test]
async fn an_ambassador_organizes_in_the_own_area_and_nowhere_else() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let zorg = world.network(&drenthe, "Zorg").await;
    let province = world.area("province", "PV22", None).await;
    let [assen, emmen] =
        [world.area("municipality", "GM0106", Some(province)).await, world.area("municipality", "GM0114", Some(province)).await];
    let [of_assen, of_drenthe] = [world.ambassador_in(&drenthe, &zorg, assen).await, world.ambassador_in(&drenthe, &zorg, province).await];
    let at = |area: AreaId| MeetingPlan { area_id: Some(area), ..titled("Overleg") };
    let (here, there, everywhere) =
        (world.meeting(&zorg, at(assen)).await, world.meeting(&zorg, at(emmen)).await, world.meeting(&zorg, titled("Overal")).await);
    let draft = world.draft(&zorg, at(emmen)).await;
    let new = |area: AreaId| {
        let mut body = new_meeting(zorg.id);
        body["areaId"] = json!(area.to_string());
        body
    };

    let scheduled = of_assen.post(MEETINGS, new(assen)).await;
    scheduled.expect(StatusCode::CREATED);
    of_assen.post(MEETINGS, new(emmen)).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    of_drenthe.post(MEETINGS, new(emmen)).await.expect(StatusCode::CREATED);
    let own = format!("{MEETINGS}/{}", scheduled.json()["id"].as_str().unwrap());
    let moved = of_assen.patch(&own, &scheduled.etag(), json!({ "areaId": emmen.to_string() })).await;
    moved.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    of_assen.get(&format!("{MEETINGS}/{}/registrations", here.id)).await.expect(StatusCode::OK);
    for meeting in [&there, &everywhere] {
        let path = format!("{MEETINGS}/{}", meeting.id);
        of_assen.get(&format!("{path}/registrations")).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
        let off = of_assen.post(&format!("{path}/cancellations"), json!({ "reason": "Gaat niet door." })).await;
        off.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    }
    of_assen.get(&format!("{MEETINGS}/{}", draft.id)).await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
    of_drenthe.get(&format!("{MEETINGS}/{}", draft.id)).await.expect(StatusCode::OK);
    let drafts = async |caller: &Caller| {
        caller.get(&format!("{MEETINGS}?state=draft")).await.expect(StatusCode::OK)["items"].as_array().unwrap().len()
    };
    assert_eq!((drafts(&of_assen).await, drafts(&of_drenthe).await), (1, 3));
    let page = of_assen.get(&format!("/organizations/drenthe/networks/{}", zorg.id)).await.expect(StatusCode::OK);
    assert!(page["actions"].as_array().unwrap().contains(&json!("meetings.schedule")), "{page}");
}

#[tokio::test]
async fn a_list_is_filtered_ordered_and_paged() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let (zorg, wonen) = (world.network(&drenthe, "Zorg").await, world.network(&drenthe, "Wonen").await);
    let start = world.app.now() + TimeDelta::days(10);
    world.meeting(&zorg, starting("Eerste", start)).await;
    world.meeting(&zorg, MeetingPlan { kind: MeetingKind::Evening, ..starting("Tweede 100%", start + TimeDelta::days(1)) }).await;
    world.meeting(&wonen, starting("Derde", start + TimeDelta::days(2))).await;

    let found = async |query: &str| {
        let list = world.anonymous().get(&format!("{MEETINGS}?{query}")).await.expect(StatusCode::OK);
        titles(&list).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(found(&format!("network={}", zorg.id)).await, ["Eerste", "Tweede 100%"]);
    assert_eq!(found("kind=evening").await, ["Tweede 100%"]);
    assert_eq!(found("q=100%25").await, ["Tweede 100%"]);
    assert_eq!(found("q=DERDE").await, ["Derde"]);
    assert_eq!(found("q=_").await, Vec::<String>::new());
    assert_eq!(found("sort=-startsAt").await, ["Derde", "Tweede 100%", "Eerste"]);
    assert_eq!(found("before=2026-03-15T10:00:00Z").await, ["Eerste"]);
    assert_eq!(found("from=2026-03-15T10:00:00Z").await, ["Tweede 100%", "Derde"]);
    assert_eq!(found("state=held").await, Vec::<String>::new());
    for sort in ["startsAt", "-startsAt"] {
        let first = world.anonymous().get(&format!("{MEETINGS}?sort={sort}&pageSize=2")).await.expect(StatusCode::OK);
        let cursor = first["next"].as_str().unwrap();
        let rest = found(&format!("sort={sort}&pageSize=2&cursor={cursor}")).await;
        assert_eq!(rest, [if sort == "startsAt" { "Derde" } else { "Eerste" }]);
        let moved = world.anonymous().get(&format!("{MEETINGS}?pageSize=2&q=e&cursor={cursor}")).await;
        moved.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
    }
    for odd in
        ["q=".to_owned() + &"x".repeat(101), "from=0001-01-01T00:00:00Z".to_owned(), "from=gisteren".to_owned(), "area=GM0106".to_owned()]
    {
        world.anonymous().get(&format!("{MEETINGS}?{odd}")).await.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
    }
}

#[tokio::test]
async fn a_meeting_without_names_tells_a_number() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let zorg = world.network(&drenthe, "Zorg").await;
    let (host, member) = (world.core_group_of(&drenthe, &zorg).await, world.member_of(&drenthe).await);
    let plan = MeetingPlan { attendance: Attendance::CountOnly, ..symposium(None) };
    let starts_at = plan.starts_at;
    let meeting = world.meeting(&zorg, plan).await;
    let path = format!("{MEETINGS}/{}", meeting.id);

    member.post(&format!("{path}/registrations"), json!({})).await.expect_problem(StatusCode::CONFLICT, "registrations/count-only");
    host.post(&format!("{path}/holdings"), json!({ "present": 35 })).await.expect_problem(StatusCode::CONFLICT, "meetings/not-started");
    world.clock.set(starts_at);
    let host = world.refreshed(&host).await;
    host.post(&format!("{path}/holdings"), json!({})).await.expect_problem(StatusCode::CONFLICT, "meetings/count-missing");
    let held = host.post(&format!("{path}/holdings"), json!({ "present": 35 })).await.expect(StatusCode::OK);

    assert_eq!((&held["state"], &held["attended"], &held["showRate"]), (&json!("held"), &json!(35), &Value::Null));
    assert_eq!(world.deeds(meeting.id.uuid()).await, ["meetings.hold"]);
    host.post(&format!("{path}/holdings"), json!({ "present": 1 })).await.expect_problem(StatusCode::CONFLICT, "meetings/wrong-state");
}

#[tokio::test]
async fn statistics_count_who_came_to_held_meetings() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let zorg = world.network(&drenthe, "Zorg").await;
    let assen = municipality(&world, "GM0106", "Assen").await;
    let plan = MeetingPlan { area_id: Some(assen), ..symposium(Some(3)) };
    let (starts_at, told) = (plan.starts_at, MeetingPlan { attendance: Attendance::CountOnly, ..symposium(None) });
    let (named, counted) = (world.meeting(&zorg, plan).await, world.meeting(&zorg, told).await);
    world.meeting(&zorg, starting("Later", starts_at + TimeDelta::days(30))).await;
    world.draft(&zorg, starting("Kladje", starts_at + TimeDelta::days(31))).await;
    let crowd = world.crowd(&drenthe, 3).await;
    let mut registrations = Vec::new();
    for caller in &crowd {
        let reply = caller.post(&format!("{MEETINGS}/{}/registrations", named.id), json!({})).await;
        registrations.push(reply.expect(StatusCode::CREATED)["id"].as_str().unwrap().to_owned());
    }
    let host = world.core_group_of(&drenthe, &zorg).await;
    world.clock.set(starts_at);
    let host = world.refreshed(&host).await;
    for registration in &registrations[..2] {
        host.post(&format!("/organizations/drenthe/registrations/{registration}/check-ins"), json!({})).await.expect(StatusCode::OK);
    }
    host.post(&format!("{MEETINGS}/{}/holdings", named.id), json!({})).await.expect(StatusCode::OK);
    host.post(&format!("{MEETINGS}/{}/holdings", counted.id), json!({ "present": 10 })).await.expect(StatusCode::OK);

    let path = "/organizations/drenthe/meeting-statistics?from=2026-01-01T00:00:00Z&before=2027-01-01T00:00:00Z";
    let statistics = world.anonymous().get(path).await.expect(StatusCode::OK);

    let quarter = json!({ "meetings": 3, "held": 2, "registered": 3, "attended": 2, "walkIns": 0, "present": 12, "showRate": 67 });
    assert_eq!(statistics["total"], quarter);
    assert_eq!(statistics["quarters"], json!([{ "year": 2026, "quarter": 2, "figures": quarter }]));
    let area = json!({ "id": assen.to_string(), "code": "GM0106", "name": "Assen" });
    assert_eq!(statistics["municipalities"], json!([{ "area": area, "year": 2026, "quarter": 2, "meetings": 1, "held": 1 }]));
    assert_eq!(statistics["meetings"].as_array().unwrap().len(), 3);
    for span in [
        "from=2026-01-01T00:00:00Z",
        "from=2026-01-01T00:00:00Z&before=2026-01-01T00:00:00Z",
        "from=2000-01-01T00:00:00Z&before=2026-01-01T00:00:00Z",
    ] {
        let refused = world.anonymous().get(&format!("/organizations/drenthe/meeting-statistics?{span}")).await;
        refused.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
    }
}

#[tokio::test]
async fn nobody_changes_a_meeting_of_another_tenant_or_network_abuse_1_and_2() {
    let world = World::new().await;
    let (drenthe, vooruit) = (world.organization("drenthe").await, world.organization("vooruit").await);
    let (zorg, wonen) = (world.network(&drenthe, "Zorg").await, world.network(&drenthe, "Wonen").await);
    let elsewhere = world.network(&vooruit, "Zorg").await;
    let public = world.meeting(&zorg, symposium(None)).await;
    let draft = world.draft(&zorg, symposium(None)).await;
    let inside = world.meeting(&zorg, MeetingPlan { audience: Audience::Network, ..symposium(None) }).await;
    let foreign = world.core_group_of(&vooruit, &elsewhere).await;
    let neighbour = world.core_group_of(&drenthe, &wonen).await;

    // through the own tenant: nothing of another is there
    for meeting in [&public, &draft, &inside] {
        for reply in every_change(&foreign, &format!("/organizations/vooruit/meetings/{}", meeting.id)).await {
            reply.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
        }
    }
    // through the other tenant: what is public may be seen and not changed, the rest is not there
    for caller in [&foreign, &neighbour] {
        for (meeting, status, kind) in [
            (&public, StatusCode::FORBIDDEN, "house/forbidden"),
            (&draft, StatusCode::NOT_FOUND, "house/not-found"),
            (&inside, StatusCode::NOT_FOUND, "house/not-found"),
        ] {
            for reply in every_change(caller, &format!("{MEETINGS}/{}", meeting.id)).await {
                reply.expect_problem(status, kind);
            }
        }
    }
    for meeting in [&public, &draft, &inside] {
        assert_eq!(world.meeting_now(meeting).await, *meeting);
        assert_eq!(world.deeds(meeting.id.uuid()).await, Vec::<String>::new());
    }
}

async fn every_change(caller: &Caller, path: &str) -> Vec<Reply> {
    vec![
        caller.patch(path, "\"v1\"", json!({ "title": "Gekaapt" })).await,
        caller.post(&format!("{path}/publications"), json!({})).await,
        caller.post(&format!("{path}/cancellations"), json!({ "reason": "Gekaapt" })).await,
        caller.post(&format!("{path}/holdings"), json!({})).await,
        caller.get(&format!("{path}/registrations")).await,
        caller.post(&format!("{path}/registrations/_search"), json!({ "name": "a" })).await,
        caller.post(&format!("{path}/walk-ins"), json!({ "name": "A", "consent": { "textVersion": "1" } })).await,
    ]
}

#[tokio::test]
async fn a_list_takes_two_statements_and_a_page_three() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let zorg = world.network(&drenthe, "Zorg").await;
    let meeting = world.meeting(&zorg, symposium(None)).await;
    let member = world.member_of(&drenthe).await;
    let statistics = "/organizations/drenthe/meeting-statistics?from=2026-01-01T00:00:00Z&before=2027-01-01T00:00:00Z";
    for (path, budget) in [
        (MEETINGS.to_owned(), 2),
        (format!("{MEETINGS}/{}", meeting.id), 3),
        (statistics.to_owned(), 2),
        ("/organizations/drenthe/registrations".to_owned(), 2),
    ] {
        let _ = world.statements();

        member.get(&path).await.expect(StatusCode::OK);

        let sent = world.statements();
        assert!(sent.len() <= budget, "{path} took {}: {sent:#?}", sent.len());
    }
}

#[tokio::test]
async fn a_network_of_special_sensitivity_shows_no_names_to_ambassadors() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let profile = NetworkProfile {
        name: "Gebedskring".to_owned(),
        purpose: "Samen bidden.".to_owned(),
        about: String::new(),
        sensitivity: Sensitivity::Special,
        openness: Openness::Open,
    };
    let prayer = world.network_with(&drenthe, profile).await;
    let meeting = world.meeting(&prayer, titled("Samen bidden")).await;
    let path = format!("{MEETINGS}/{}/registrations", meeting.id);
    let member = world.member_of(&drenthe).await;
    member.post(&path, json!({})).await.expect(StatusCode::CREATED);

    world.core_group_of(&drenthe, &prayer).await.get(&path).await.expect(StatusCode::OK);
    for caller in [world.ambassador_of(&drenthe, &prayer).await, world.office_of(&drenthe).await, world.board_of(&drenthe).await] {
        caller.get(&path).await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
    }
    let letters = world.letters_to(&world.address_of(&member)).await;
    assert_eq!(letters[0]["subject"], "Je bent aangemeld voor donderdag 2 april 2026");
}
