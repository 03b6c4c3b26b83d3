//! At the door: who came.

use chrono::TimeDelta;
use reqwest::{Method, StatusCode};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use uuid::Uuid;
use vliegwiel_persistence::rows;
use vliegwiel_tests::meetings::symposium;
use vliegwiel_tests::{Reply, World};

use super::{MEETINGS, REGISTRATIONS, id, register};

#[tokio::test]
async fn people_are_checked_in_at_the_door() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let zorg = world.network(&drenthe, "Zorg").await;
    let meeting = world.meeting(&zorg, symposium(Some(1))).await;
    let (member, waiting) = (world.member_of(&drenthe).await, world.member_of(&drenthe).await);
    let (seat, wait) = (register(&member, &meeting).await, register(&waiting, &meeting).await);
    let host = world.core_group_of(&drenthe, &zorg).await;
    let path = format!("{REGISTRATIONS}/{}/check-ins", id(&seat));
    let closed = host.post(&path, json!({})).await;
    world.clock.set(meeting.plan.starts_at - TimeDelta::hours(1));
    let host = world.refreshed(&host).await;

    let came = host.post(&path, json!({})).await.expect(StatusCode::OK);
    let again = host.post(&path, json!({})).await.expect(StatusCode::OK);
    let blind = Reply::of(host.request(Method::DELETE, &path).send().await.unwrap()).await;
    let stale = host.delete(&path, &seat.etag()).await;
    let undone = host.delete(&path, "\"v2\"").await.expect(StatusCode::OK);
    let twice = host.delete(&path, "\"v3\"").await;
    let walked = host.post(&format!("{REGISTRATIONS}/{}/check-ins", id(&wait)), json!({})).await.expect(StatusCode::OK);

    closed.expect_problem(StatusCode::CONFLICT, "registrations/check-in-closed");
    assert_eq!(came["counts"], json!({ "registered": 1, "waitlisted": 1, "attended": 1, "walkIns": 0 }));
    assert_eq!(again["counts"], came["counts"]);
    blind.expect_problem(StatusCode::PRECONDITION_REQUIRED, "house/version-required");
    stale.expect_problem(StatusCode::PRECONDITION_FAILED, "house/stale");
    assert_eq!(undone["counts"]["attended"], 0);
    twice.expect_problem(StatusCode::CONFLICT, "registrations/not-attended");
    assert_eq!(walked["counts"], json!({ "registered": 1, "waitlisted": 0, "attended": 0, "walkIns": 1 }));
    assert_eq!(walked["attendee"]["isWalkIn"], true);
    assert_eq!(world.deeds(id(&seat)).await, ["registrations.register", "registrations.check-in", "registrations.undo-check-in"]);
    let member = world.refreshed(&member).await;
    member.post(&path, json!({})).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
}

#[tokio::test]
async fn who_does_not_stand_at_the_door_is_not_told_that_someone_registered_s05() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let zorg = world.network(&drenthe, "Zorg").await;
    let meeting = world.meeting(&zorg, symposium(Some(1))).await;
    let seat = register(&world.member_of(&drenthe).await, &meeting).await;
    let path = format!("{REGISTRATIONS}/{}/check-ins", id(&seat));

    for curious in [world.member_of(&drenthe).await, world.office_of(&drenthe).await, world.outsider().await] {
        curious.get(&format!("{REGISTRATIONS}/{}", id(&seat))).await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
        curious.post(&path, json!({})).await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
        curious.delete(&path, "\"v1\"").await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
    }
}

#[tokio::test]
async fn who_walks_in_is_let_in_above_capacity_and_kept_as_a_guest() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let zorg = world.network(&drenthe, "Zorg").await;
    let meeting = world.meeting(&zorg, symposium(Some(1))).await;
    let member = world.member_of(&drenthe).await;
    register(&member, &meeting).await.expect(StatusCode::CREATED);
    let host = world.core_group_of(&drenthe, &zorg).await;
    world.clock.set(meeting.plan.starts_at);
    let host = world.refreshed(&host).await;
    let path = format!("{MEETINGS}/{}/walk-ins", meeting.id);
    let walk_in = json!({ "name": "Inloop Voorbeeld", "consent": { "textVersion": "2026-03" } });

    let came = host.post_once(&path, walk_in.clone(), "een").await;
    let repeated = host.post_once(&path, walk_in, "een").await;
    let known = json!({ "name": "Anders geschreven", "email": world.address_of(&member), "consent": { "textVersion": "2026-03" } });
    let member_came = host.post(&path, known).await.expect(StatusCode::CREATED);
    let unasked = host.post(&path, json!({ "name": "Zonder" })).await;

    let body = came.expect(StatusCode::CREATED);
    assert_eq!((&body["attendee"]["name"], &body["counts"]["walkIns"]), (&json!("Inloop Voorbeeld"), &json!(1)));
    assert_eq!(repeated.text, came.text);
    assert_eq!(member_came["counts"], json!({ "registered": 1, "waitlisted": 0, "attended": 1, "walkIns": 1 }));
    unasked.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
    let guest =
        rows::persons::Entity::find().filter(rows::persons::Column::Name.eq("Inloop Voorbeeld")).one(world.rows()).await.unwrap().unwrap();
    assert_eq!(guest.expires_on.map(|day| day.to_string()).as_deref(), Some("2026-05-02"));
    let consents = rows::consents::Entity::find().filter(rows::consents::Column::PersonId.eq(guest.id)).all(world.rows()).await.unwrap();
    assert_eq!((consents[0].purpose.as_str(), consents[0].channel.as_str()), ("guest-of-meeting", "office"));
}

#[tokio::test]
async fn the_door_tells_nothing_about_whose_address_it_is() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let zorg = world.network(&drenthe, "Zorg").await;
    let meeting = world.meeting(&zorg, symposium(None)).await;
    let member = world.member_of(&drenthe).await;
    let host = world.core_group_of(&drenthe, &zorg).await;
    world.clock.set(meeting.plan.starts_at);
    let host = world.refreshed(&host).await;
    let let_in = async |email: &str| {
        let walk_in = json!({ "name": "Inloop Voorbeeld", "email": email, "consent": { "textVersion": "2026-03" } });
        host.post(&format!("{MEETINGS}/{}/walk-ins", meeting.id), walk_in).await.expect(StatusCode::CREATED)
    };

    let unknown = let_in("onbekend@drenthe.example").await;
    let known = let_in(&world.address_of(&member)).await;
    let again = let_in("onbekend@drenthe.example").await;

    assert_eq!((&unknown["attendee"]["name"], &known["attendee"]["name"]), (&json!("Inloop Voorbeeld"), &json!("Inloop Voorbeeld")));
    assert_eq!(
        (&unknown["counts"]["walkIns"], &known["counts"]["walkIns"], &again["counts"]["walkIns"]),
        (&json!(1), &json!(2), &json!(2))
    );
    let member = world.refreshed(&member).await;
    assert_eq!(member.get(REGISTRATIONS).await.expect(StatusCode::OK)["items"], json!([]));
    let walk_ins =
        rows::persons::Entity::find().filter(rows::persons::Column::Name.eq("Inloop Voorbeeld")).all(world.rows()).await.unwrap();
    let mut addresses: Vec<Option<String>> = walk_ins.into_iter().map(|person| person.email).collect();
    addresses.sort();
    assert_eq!(addresses, [None, Some("onbekend@drenthe.example".to_owned())]);
}

#[tokio::test]
async fn an_address_at_the_door_finds_only_who_was_a_guest_before() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let zorg = world.network(&drenthe, "Zorg").await;
    let meeting = world.meeting(&zorg, symposium(None)).await;
    let (guest, imported) = (world.member_of(&drenthe).await, world.member_of(&drenthe).await);
    world.becomes(&guest, "guest").await;
    for person in [&guest, &imported] {
        rows::persons::Entity::update_many()
            .col_expr(rows::persons::Column::AccountId, Expr::value(Option::<Uuid>::None))
            .filter(rows::persons::Column::Id.eq(person.person().uuid()))
            .exec(world.app.db.maintenance())
            .await
            .unwrap();
    }
    let host = world.core_group_of(&drenthe, &zorg).await;
    world.clock.set(meeting.plan.starts_at);
    let host = world.refreshed(&host).await;

    for person in [&guest, &imported] {
        let walk_in = json!({ "name": "Inloop Voorbeeld", "email": world.address_of(person), "consent": { "textVersion": "2026-03" } });
        host.post(&format!("{MEETINGS}/{}/walk-ins", meeting.id), walk_in).await.expect(StatusCode::CREATED);
    }

    let came: Vec<Uuid> = world.registrations_of(meeting.id).await.into_iter().map(|row| row.person_id).collect();
    assert_eq!((came.len(), came[0]), (2, guest.person().uuid()));
    assert_ne!(came[1], imported.person().uuid(), "the hosts learn nothing of a member without an account");
    let newcomer = rows::persons::Entity::find_by_id(came[1]).one(world.rows()).await.unwrap().unwrap();
    assert_eq!((newcomer.name.as_str(), newcomer.email), ("Inloop Voorbeeld", None));
    assert_eq!(world.affiliations_of(&imported).await, ["member active"]);
}
