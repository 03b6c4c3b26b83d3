//! Accounts: registering, confirming, choosing a password, and what is waiting for me.

use chrono::TimeDelta;
use reqwest::StatusCode;
use sea_orm::EntityTrait;
use serde_json::{Value, json};
use vliegwiel_application::jobs;
use vliegwiel_domain::access::Role;
use vliegwiel_persistence::rows::{account_tokens, accounts, affiliations};
use vliegwiel_tests::build::PASSWORD;
use vliegwiel_tests::post::token_in;
use vliegwiel_tests::{Caller, Reply, World};

const EMAIL: &str = "jantje@voorbeeld.example";
const OTHER_PASSWORD: &str = "paars trampoline zeven oester";

fn registration(is_member: bool) -> Value {
    json!({ "name": "Jantje Voorbeeld", "email": EMAIL, "language": "nl", "isMember": is_member })
}

async fn register(world: &World, slug: &str, body: Value) -> Reply {
    world.anonymous().post(&format!("/organizations/{slug}/self-registrations"), body).await
}

async fn confirm(world: &World, token: &str) -> Reply {
    world.anonymous().post("/accounts/confirmations", json!({ "token": token, "password": PASSWORD })).await
}

async fn sign_in(world: &World, password: &str) -> Reply {
    world.anonymous().post("/sessions", json!({ "email": EMAIL, "password": password, "client": "mobile" })).await
}

async fn signed_in(world: &World) -> Caller {
    let reply = sign_in(world, PASSWORD).await;
    Caller::new(&world.address, Some(reply.expect(StatusCode::CREATED)["accessToken"].as_str().unwrap().to_owned()))
}

#[tokio::test]
async fn who_registers_and_follows_the_link_is_a_supporter() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;

    register(&world, "drenthe", registration(false)).await.expect(StatusCode::ACCEPTED);
    let mail = world.mail_to(EMAIL).await;
    let confirmed = confirm(&world, &token_in(&mail)).await.expect(StatusCode::OK);

    assert_eq!(mail.subject, "Bevestig je e-mailadres");
    assert!(mail.text.contains("https://vliegwiel.example/drenthe/bevestigen#"), "{}", mail.text);
    assert_eq!(confirmed["organization"], "drenthe");
    assert_eq!(confirmed["email"], EMAIL);
    let me = signed_in(&world).await.get("/accounts/me").await.expect(StatusCode::OK);
    assert_eq!(me["organizations"][0]["slug"], "drenthe");
    assert_eq!(me["organizations"][0]["affiliation"], "supporter");
    assert_eq!(me["organizations"][0]["personName"], "Jantje Voorbeeld");
    assert_eq!(world.trail(Some(drenthe.id.uuid())).await, ["accounts.self-register", "accounts.confirm"]);
}

#[tokio::test]
async fn who_says_to_be_a_member_waits_for_the_office() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let office = world.office_of(&drenthe).await;

    register(&world, "drenthe", registration(true)).await.expect(StatusCode::ACCEPTED);
    confirm(&world, &world.token_to(EMAIL).await).await.expect(StatusCode::OK);

    let me = signed_in(&world).await.get("/accounts/me").await.expect(StatusCode::OK);
    assert_eq!(me["organizations"][0]["affiliation"], "supporter");
    let waiting = office.get("/accounts/me").await.expect(StatusCode::OK)["waiting"].clone();
    assert_eq!(waiting[0]["kind"], "affiliations.decide");
    assert_eq!(waiting[0]["count"], 1);
    assert_eq!(waiting[0]["path"], "/api/v1/organizations/drenthe/affiliations?state=requested");
}

#[tokio::test]
async fn nothing_tells_a_stranger_that_an_address_is_known_s17() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let fresh = register(&world, "drenthe", registration(false)).await;
    let _ = world.post().await;
    world.registered(&drenthe, "bekend@voorbeeld.example").await;

    let known =
        register(&world, "drenthe", json!({ "name": "X", "email": "bekend@voorbeeld.example", "language": "nl", "isMember": true })).await;

    assert_eq!((fresh.status, &fresh.text), (known.status, &known.text));
    let names = |reply: &Reply| reply.headers.keys().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(names(&fresh), names(&known));
    assert_eq!(world.mail_to("bekend@voorbeeld.example").await.subject, "Je hebt al een account");
}

#[tokio::test]
async fn one_account_serves_two_organizations_that_do_not_see_each_other() {
    let world = World::new().await;
    let (drenthe, _) = (world.organization("drenthe").await, world.organization("vooruit").await);
    world.registered(&drenthe, EMAIL).await;

    register(&world, "vooruit", json!({ "name": "J. Voorbeeld", "email": EMAIL, "language": "nl", "isMember": false })).await;
    let mail = world.mail_to(EMAIL).await;
    let body = json!({ "token": token_in(&mail), "password": OTHER_PASSWORD });
    world.anonymous().post("/accounts/confirmations", body).await.expect(StatusCode::OK);

    assert_eq!(mail.subject, "Bevestig je aanmelding");
    sign_in(&world, OTHER_PASSWORD).await.expect_problem(StatusCode::UNAUTHORIZED, "sessions/not-signed-in");
    let me = signed_in(&world).await.get("/accounts/me").await.expect(StatusCode::OK);
    assert_eq!(me["organizations"].as_array().unwrap().len(), 2);
    assert_ne!(me["organizations"][0]["personId"], me["organizations"][1]["personId"]);
    assert_eq!(me["organizations"][1]["personName"], "J. Voorbeeld");
}

#[tokio::test]
async fn nobody_chooses_the_password_of_an_address_that_is_not_theirs() {
    let world = World::new().await;
    world.organization("drenthe").await;
    let with_password = json!({ "name": "Aanvaller", "email": EMAIL, "password": OTHER_PASSWORD, "language": "nl", "isMember": false });
    register(&world, "drenthe", with_password).await.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
    register(&world, "drenthe", registration(false)).await.expect(StatusCode::ACCEPTED);
    let token = world.token_to(EMAIL).await;

    let without = world.anonymous().post("/accounts/confirmations", json!({ "token": token })).await;
    confirm(&world, &token).await.expect(StatusCode::OK);

    without.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
    assert_eq!(without.json()["errors"][0]["pointer"], "/password");
    sign_in(&world, PASSWORD).await.expect(StatusCode::CREATED);
}

#[tokio::test]
async fn a_password_that_is_easy_to_guess_is_refused_with_the_reason_and_the_link_still_works_s14() {
    let world = World::new().await;
    world.organization("drenthe").await;
    register(&world, "drenthe", registration(false)).await;
    let token = world.token_to(EMAIL).await;

    for (password, code) in [
        ("kort", "password-too-short"),
        ("wachtwoord2026!", "password-weak"),
        ("drenthe-2026", "password-forbidden"),
        ("jantje.voorbeeld", "password-forbidden"),
    ] {
        let reply = world.anonymous().post("/accounts/confirmations", json!({ "token": token, "password": password })).await;

        reply.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
        assert_eq!(reply.json()["errors"][0]["pointer"], "/password");
        assert_eq!(reply.json()["errors"][0]["code"], code, "{password}");
    }
    confirm(&world, &token).await.expect(StatusCode::OK);
}

#[tokio::test]
async fn bad_input_is_named_all_at_once() {
    let world = World::new().await;
    world.organization("drenthe").await;
    let body = json!({ "name": "", "email": "", "language": "nl", "isMember": false });

    let reply = register(&world, "drenthe", body).await;

    reply.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
    let pointers: Vec<String> =
        reply.json()["errors"].as_array().unwrap().iter().map(|error| error["pointer"].as_str().unwrap().to_owned()).collect();
    assert_eq!(pointers, ["/email", "/name"]);
}

#[tokio::test]
async fn the_same_registration_sent_twice_is_one_mail_r06() {
    let world = World::new().await;
    world.organization("drenthe").await;
    let path = "/organizations/drenthe/self-registrations";

    for _ in 0..2 {
        world.anonymous().post_once(path, registration(false), "een-sleutel").await.expect(StatusCode::ACCEPTED);
    }
    let token = world.token_to(EMAIL).await;
    let body = json!({ "token": token, "password": PASSWORD });
    let first = world.anonymous().post_once("/accounts/confirmations", body.clone(), "nog-een").await;
    let second = world.anonymous().post_once("/accounts/confirmations", body, "nog-een").await;

    assert_eq!((first.status, &first.text), (200, &second.text));
}

#[tokio::test]
async fn a_link_works_once_and_for_a_day_s20() {
    let world = World::new().await;
    world.organization("drenthe").await;
    register(&world, "drenthe", registration(false)).await;
    let token = world.token_to(EMAIL).await;

    confirm(&world, "geen-echte-link").await.expect_problem(StatusCode::CONFLICT, "accounts/link-expired");
    confirm(&world, &token).await.expect(StatusCode::OK);
    confirm(&world, &token).await.expect_problem(StatusCode::CONFLICT, "accounts/link-used");

    let late = json!({ "name": "Laat", "email": "laat@voorbeeld.example", "language": "nl", "isMember": false });
    register(&world, "drenthe", late).await;
    let token = world.token_to("laat@voorbeeld.example").await;
    world.clock.pass(TimeDelta::hours(24));
    confirm(&world, &token).await.expect_problem(StatusCode::CONFLICT, "accounts/link-expired");
}

#[tokio::test]
async fn the_database_holds_no_token_s20() {
    let world = World::new().await;
    world.organization("drenthe").await;
    register(&world, "drenthe", registration(false)).await;
    let before = format!("{:?}", account_tokens::Entity::find().all(world.rows()).await.unwrap());
    let token = world.token_to(EMAIL).await;

    confirm(&world, &token).await.expect(StatusCode::OK);

    let after = account_tokens::Entity::find().all(world.rows()).await.unwrap();
    assert!(!before.contains(&token));
    assert!(after.iter().all(|row| row.details.is_none()), "what a link kept is erased once it is followed");
}

#[tokio::test]
async fn nobody_can_fill_someone_elses_mailbox() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    world.registered(&drenthe, "bekend@voorbeeld.example").await;
    let known = json!({ "name": "X", "email": "bekend@voorbeeld.example", "language": "nl", "isMember": false });
    for _ in 0..4 {
        register(&world, "drenthe", registration(false)).await.expect(StatusCode::ACCEPTED);
        register(&world, "drenthe", known.clone()).await.expect(StatusCode::ACCEPTED);
        for email in [EMAIL, "bekend@voorbeeld.example"] {
            world.anonymous().post("/accounts/password-resets", json!({ "email": email })).await.expect(StatusCode::ACCEPTED);
        }
    }

    let mails = world.post().await;
    let to = |address: &str| mails.iter().filter(|mail| mail.to.as_str() == address).count();
    // one of its five was the mail it registered with
    assert_eq!((to(EMAIL), to("bekend@voorbeeld.example")), (5, 4));
    world.clock.pass(TimeDelta::hours(1));
    register(&world, "drenthe", registration(false)).await.expect(StatusCode::ACCEPTED);
    assert_eq!(world.post().await.len(), 1);
}

#[tokio::test]
async fn a_new_password_signs_out_every_device_and_is_told_s20() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    world.registered(&drenthe, EMAIL).await;
    let me = signed_in(&world).await;

    world
        .anonymous()
        .post("/accounts/password-resets", json!({ "email": EMAIL, "organization": "drenthe" }))
        .await
        .expect(StatusCode::ACCEPTED);
    let mail = world.mail_to(EMAIL).await;
    let body = json!({ "token": token_in(&mail), "password": OTHER_PASSWORD });
    world.anonymous().post("/accounts/passwords", body.clone()).await.expect(StatusCode::NO_CONTENT);

    assert!(mail.text.contains("https://vliegwiel.example/drenthe/wachtwoord-kiezen#"), "{}", mail.text);
    me.get("/accounts/me").await.expect_problem(StatusCode::UNAUTHORIZED, "house/unauthenticated");
    sign_in(&world, PASSWORD).await.expect_problem(StatusCode::UNAUTHORIZED, "sessions/not-signed-in");
    sign_in(&world, OTHER_PASSWORD).await.expect(StatusCode::CREATED);
    assert_eq!(world.mail_to(EMAIL).await.subject, "Je wachtwoord is veranderd");
    world.anonymous().post("/accounts/passwords", body).await.expect_problem(StatusCode::CONFLICT, "accounts/link-used");
}

#[tokio::test]
async fn a_reset_link_works_for_ten_minutes_s20() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    world.registered(&drenthe, EMAIL).await;
    world.anonymous().post("/accounts/password-resets", json!({ "email": EMAIL })).await.expect(StatusCode::ACCEPTED);
    let token = world.token_to(EMAIL).await;
    world.clock.pass(TimeDelta::minutes(10));

    let late = world.anonymous().post("/accounts/passwords", json!({ "token": token, "password": OTHER_PASSWORD })).await;

    late.expect_problem(StatusCode::CONFLICT, "accounts/link-expired");
    sign_in(&world, PASSWORD).await.expect(StatusCode::CREATED);
}

#[tokio::test]
async fn asking_for_a_new_password_tells_nothing_about_an_address_s17() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    world.registered(&drenthe, EMAIL).await;

    let known = world.anonymous().post("/accounts/password-resets", json!({ "email": EMAIL })).await;
    let unknown = world.anonymous().post("/accounts/password-resets", json!({ "email": "niemand@voorbeeld.example" })).await;

    assert_eq!((known.status, &known.text), (unknown.status, &unknown.text));
    assert_eq!(world.post().await.len(), 1);
}

#[tokio::test]
async fn a_link_for_one_thing_does_no_other() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    world.registered(&drenthe, EMAIL).await;
    world.anonymous().post("/accounts/password-resets", json!({ "email": EMAIL })).await;
    let reset = world.token_to(EMAIL).await;
    register(&world, "drenthe", json!({ "name": "N", "email": "nieuw@voorbeeld.example", "language": "nl", "isMember": false })).await;
    let confirmation = world.token_to("nieuw@voorbeeld.example").await;

    confirm(&world, &reset).await.expect_problem(StatusCode::CONFLICT, "accounts/link-expired");
    let taken = world.anonymous().post("/accounts/passwords", json!({ "token": confirmation, "password": OTHER_PASSWORD })).await;
    taken.expect_problem(StatusCode::CONFLICT, "accounts/link-expired");
}

#[tokio::test]
async fn i_choose_the_language_of_my_mails() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    world.registered(&drenthe, EMAIL).await;
    let me = signed_in(&world).await;
    let etag = me.get("/accounts/me").await.etag();

    let changed = me.patch("/accounts/me", &etag, json!({ "language": "en" })).await;

    assert_eq!(changed.expect(StatusCode::OK)["language"], "en");
    me.patch("/accounts/me", &etag, json!({ "language": "nl" })).await.expect_problem(StatusCode::PRECONDITION_FAILED, "house/stale");
    world.anonymous().post("/accounts/password-resets", json!({ "email": EMAIL })).await;
    assert_eq!(world.mail_to(EMAIL).await.subject, "Choose a new password");
    assert!(world.trail(None).await.contains(&"accounts.change".to_owned()));
}

#[tokio::test]
async fn my_roles_stand_beside_my_organizations() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let zorg = world.network(&drenthe, "Netwerk Zorg").await;
    let caller = world.core_group_of(&drenthe, &zorg).await;
    world.grant(drenthe.id, caller.person(), Role::Board, None).await;

    let me = caller.get("/accounts/me").await.expect(StatusCode::OK);

    let roles: Vec<&str> =
        me["organizations"][0]["grants"].as_array().unwrap().iter().map(|grant| grant["role"].as_str().unwrap()).collect();
    assert_eq!(roles, ["core-group", "board"]);
    assert_eq!(me["organizations"][0]["grants"][0]["networkId"], zorg.id.to_string());
    assert_eq!(me["organizations"][0]["affiliation"], "member");
}

#[tokio::test]
async fn an_account_is_for_who_is_signed_in() {
    let world = World::new().await;

    world.anonymous().get("/accounts/me").await.expect_problem(StatusCode::UNAUTHORIZED, "house/unauthenticated");
    world.anonymous().patch("/accounts/me", "\"v1\"", json!({})).await.expect_problem(StatusCode::UNAUTHORIZED, "house/unauthenticated");
}

#[tokio::test]
async fn an_outsider_takes_part_in_nothing() {
    let world = World::new().await;
    world.organization("drenthe").await;

    let me = world.outsider().await.get("/accounts/me").await.expect(StatusCode::OK);

    assert_eq!(me["organizations"], json!([]));
    assert_eq!(me["waiting"], json!([]));
}

#[tokio::test]
async fn a_registration_that_is_never_confirmed_is_forgotten() {
    let world = World::new().await;
    world.organization("drenthe").await;
    register(&world, "drenthe", registration(false)).await;
    world.clock.pass(TimeDelta::days(9));

    jobs::run_due(&world.app).await.unwrap();

    assert!(accounts::Entity::find().all(world.rows()).await.unwrap().is_empty());
    assert!(account_tokens::Entity::find().all(world.rows()).await.unwrap().is_empty());
    assert!(affiliations::Entity::find().all(world.rows()).await.unwrap().is_empty());
}
