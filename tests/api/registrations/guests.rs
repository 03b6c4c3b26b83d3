//! Guests: registered by the link in the mail.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use reqwest::StatusCode;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::{Value, json};
use uuid::Uuid;
use vliegwiel_application::jobs;
use vliegwiel_domain::meetings::{Audience, MeetingPlan};
use vliegwiel_persistence::rows;
use vliegwiel_tests::meetings::symposium;
use vliegwiel_tests::{Caller, World};

use super::{MEETINGS, register, states};

fn guest(email: &str) -> Value {
    json!({
        "name": "Gast Voorbeeld",
        "email": email,
        "needs": "Een tolk.",
        "language": "nl",
        "consent": { "textVersion": "2026-03" },
    })
}

/// The token in the link of the newest letter to an address.
async fn token_for(world: &World, email: &str) -> String {
    let letters = world.letters_to(email).await;
    let request: Uuid = letters.last().unwrap()["link"]["token"].as_str().unwrap().parse().unwrap();
    world.app.secrets.mailed_token(request)
}

#[tokio::test]
async fn a_guest_is_registered_once_the_link_is_followed() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let zorg = world.network(&drenthe, "Zorg").await;
    let meeting = world.meeting(&zorg, symposium(Some(1))).await;
    let (anonymous, email) = (world.anonymous(), "gast@drenthe.example");
    let asked = anonymous.post(&format!("{MEETINGS}/{}/guest-registrations", meeting.id), guest(email)).await;
    let before = states(&world, &meeting).await;
    let token = json!({ "token": token_for(&world, email).await });

    let confirmed = anonymous.post("/organizations/drenthe/guest-registrations/confirmations", token.clone()).await;
    let again = anonymous.post("/organizations/drenthe/guest-registrations/confirmations", token.clone()).await;

    asked.expect(StatusCode::ACCEPTED);
    assert_eq!((asked.text.as_str(), before), ("", vec![]));
    let body = confirmed.expect(StatusCode::OK);
    assert_eq!(
        (&body["state"], &body["place"], &body["title"]),
        (&json!("registered"), &json!(1), &json!("Wie zorgt er straks voor ons?"))
    );
    assert_eq!(again.expect(StatusCode::OK)["place"], 1);
    let letters = world.letters_to(email).await;
    assert_eq!(letters.len(), 2);
    assert_eq!(
        (letters[0]["link"]["page"].as_str(), letters[1]["link"]["page"].as_str()),
        (Some("/drenthe/aanmelding"), Some("/drenthe/aanmelding/afzeggen"))
    );
    let person = rows::persons::Entity::find().filter(rows::persons::Column::Email.eq(email)).one(world.rows()).await.unwrap().unwrap();
    assert_eq!(person.expires_on.map(|day| day.to_string()).as_deref(), Some("2026-05-02"));
    let affiliations =
        rows::affiliations::Entity::find().filter(rows::affiliations::Column::PersonId.eq(person.id)).all(world.rows()).await.unwrap();
    assert_eq!((affiliations[0].kind.as_str(), affiliations[0].legal_basis.as_str()), ("guest", "explicit-consent"));
    let consents = rows::consents::Entity::find().filter(rows::consents::Column::PersonId.eq(person.id)).all(world.rows()).await.unwrap();
    assert_eq!((consents[0].text_version.as_str(), consents[0].channel.as_str()), ("2026-03", "mail"));

    let member = world.member_of(&drenthe).await;
    register(&member, &meeting).await.expect(StatusCode::CREATED);
    let cancelled = anonymous.post("/organizations/drenthe/guest-registrations/cancellations", token.clone()).await;
    let twice = anonymous.post("/organizations/drenthe/guest-registrations/cancellations", token).await;

    assert_eq!(cancelled.expect(StatusCode::OK)["state"], "cancelled");
    twice.expect_problem(StatusCode::CONFLICT, "registrations/wrong-state");
    let after = [(1, "cancelled"), (2, "registered")].map(|(place, state)| (place, state.to_owned()));
    assert_eq!(states(&world, &meeting).await, after);
}

#[tokio::test]
async fn a_link_works_in_its_time_and_its_organization_only() {
    let world = World::new().await;
    let (drenthe, _vooruit) = (world.organization("drenthe").await, world.organization("vooruit").await);
    let meeting = world.meeting(&world.network(&drenthe, "Zorg").await, symposium(None)).await;
    let (anonymous, email) = (world.anonymous(), "gast@drenthe.example");
    anonymous.post(&format!("{MEETINGS}/{}/guest-registrations", meeting.id), guest(email)).await.expect(StatusCode::ACCEPTED);
    let token = json!({ "token": token_for(&world, email).await });

    let elsewhere = anonymous.post("/organizations/vooruit/guest-registrations/confirmations", token.clone()).await;
    let unconfirmed = anonymous.post("/organizations/drenthe/guest-registrations/cancellations", token.clone()).await;
    let made_up = anonymous.post("/organizations/drenthe/guest-registrations/confirmations", json!({ "token": "x" })).await;
    world.clock.pass(TimeDelta::hours(24));
    let late = anonymous.post("/organizations/drenthe/guest-registrations/confirmations", token).await;

    for reply in [elsewhere, unconfirmed, made_up, late] {
        reply.expect_problem(StatusCode::CONFLICT, "registrations/link-expired");
    }
    assert_eq!(states(&world, &meeting).await, []);
    jobs::run_due(&world.app).await.unwrap();
    assert_eq!(rows::guest_requests::Entity::find().count(world.rows()).await.unwrap(), 0);
}

#[tokio::test]
async fn guests_do_not_register_for_what_is_not_public() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let zorg = world.network(&drenthe, "Zorg").await;
    let ours = world.meeting(&zorg, MeetingPlan { audience: Audience::Organization, ..symposium(None) }).await;
    let member = world.member_of(&drenthe).await;
    let ask =
        async |caller: &Caller| caller.post(&format!("{MEETINGS}/{}/guest-registrations", ours.id), guest("gast@drenthe.example")).await;

    ask(&world.anonymous()).await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
    ask(&member).await.expect_problem(StatusCode::CONFLICT, "registrations/not-for-you");
    let bad = json!({ "name": "G", "email": "geen adres", "language": "nl", "consent": { "textVersion": "1" } });
    let public = world.meeting(&zorg, symposium(None)).await;
    let refused = world.anonymous().post(&format!("{MEETINGS}/{}/guest-registrations", public.id), bad).await;
    refused.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
    assert_eq!(refused.json()["errors"][0]["pointer"], "/email");
}

#[tokio::test]
async fn a_guest_form_tells_nothing_about_an_address_abuse_10_s17() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let meeting = world.meeting(&world.network(&drenthe, "Zorg").await, symposium(Some(10))).await;
    let member = world.member_of(&drenthe).await;
    let registered = world.member_of(&drenthe).await;
    register(&registered, &meeting).await.expect(StatusCode::CREATED);
    let path = format!("{MEETINGS}/{}/guest-registrations", meeting.id);
    let addresses = ["nieuw@drenthe.example".to_owned(), world.address_of(&member), world.address_of(&registered)];

    let mut answers = BTreeSet::new();
    for email in &addresses {
        let _ = world.statements();
        let reply = world.anonymous().post(&path, guest(email)).await;
        let mut headers: Vec<String> = reply.headers.keys().map(ToString::to_string).collect();
        headers.sort();
        answers.insert((reply.status, reply.text.clone(), headers, world.statements().len()));
    }

    assert_eq!(answers.len(), 1, "{answers:#?}");
    // the owner of the mailbox takes the place of the person that is already known
    for email in &addresses[1..] {
        let token = json!({ "token": token_for(&world, email).await });
        world.anonymous().post("/organizations/drenthe/guest-registrations/confirmations", token).await.expect(StatusCode::OK);
    }
    assert_eq!(world.meeting_now(&meeting).await.counts.registered, 2);
    assert_eq!(
        rows::persons::Entity::find().filter(rows::persons::Column::Name.eq("Gast Voorbeeld")).count(world.rows()).await.unwrap(),
        0
    );
}

#[tokio::test]
async fn nobody_fills_anothers_mailbox_with_links() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let meeting = world.meeting(&world.network(&drenthe, "Zorg").await, symposium(None)).await;
    let path = format!("{MEETINGS}/{}/guest-registrations", meeting.id);

    for _ in 0..8 {
        world.anonymous().post(&path, guest("gast@drenthe.example")).await.expect(StatusCode::ACCEPTED);
    }

    assert_eq!(world.letters_to("gast@drenthe.example").await.len(), 5);

    // whatever strangers ask for, it is one mailbox
    let body = json!({ "name": "Gast", "email": "gast@drenthe.example", "language": "nl", "isMember": false });
    world.anonymous().post("/organizations/drenthe/self-registrations", body).await.expect(StatusCode::ACCEPTED);
    assert_eq!(world.letters_to("gast@drenthe.example").await.len(), 5);
    world.clock.pass(TimeDelta::hours(1));
    world.anonymous().post(&path, guest("gast@drenthe.example")).await.expect(StatusCode::ACCEPTED);
    assert_eq!(world.letters_to("gast@drenthe.example").await.len(), 6);
}
