//! Sessions: signing in, staying signed in, signing out.

use argon2::{Algorithm, Argon2, Params, PasswordHasher, Version};
use chrono::TimeDelta;
use reqwest::{Method, StatusCode};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};
use vliegwiel_persistence::rows::{accounts, sessions, sign_in_attempts};
use vliegwiel_tests::build::PASSWORD;
use vliegwiel_tests::{Caller, Reply, World};

const REFRESH: &str = "__Host-vliegwiel-refresh";
const DEVICE: &str = "__Host-vliegwiel-device";
const EMAIL: &str = "jantje@voorbeeld.example";

/// A browser on a page of the installation, with these cookies.
async fn browse(world: &World, method: Method, path: &str, cookies: &[(&str, &str)], body: Option<Value>) -> Reply {
    let cookies: Vec<String> = cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let request = world.anonymous().request(method, path).header("Sec-Fetch-Site", "same-origin").header("Cookie", cookies.join("; "));
    let request = match body {
        Some(body) => request.json(&body),
        None => request,
    };
    Reply::of(request.send().await.unwrap()).await
}

async fn sign_in(world: &World, password: &str, cookies: &[(&str, &str)]) -> Reply {
    browse(world, Method::POST, "/sessions", cookies, Some(json!({ "email": EMAIL, "password": password }))).await
}

async fn renew(world: &World, refresh: &str) -> Reply {
    browse(world, Method::POST, "/sessions/current/access-tokens", &[(REFRESH, refresh)], None).await
}

async fn with_account() -> World {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    world.registered(&drenthe, EMAIL).await;
    world
}

fn cookie(reply: &Reply, name: &str) -> String {
    let set = reply.headers.get_all("Set-Cookie").iter().map(|value| value.to_str().unwrap().to_owned());
    let set: Vec<String> = set.filter(|value| value.starts_with(&format!("{name}="))).collect();
    assert_eq!(set.len(), 1, "{name} in {:?}", reply.headers);
    for attribute in ["; Path=/", "; HttpOnly", "; Secure", "; SameSite=Strict"] {
        assert!(set[0].contains(attribute), "{} lacks {attribute}", set[0]);
    }
    assert!(!set[0].contains("Domain"));
    set[0].split(';').next().unwrap().split_once('=').unwrap().1.to_owned()
}

fn caller(world: &World, reply: &Reply) -> Caller {
    Caller::new(&world.address, Some(reply.json()["accessToken"].as_str().unwrap().to_owned()))
}

#[tokio::test]
async fn the_web_app_signs_in_and_never_sees_its_refresh_token() {
    let world = with_account().await;

    let reply = sign_in(&world, PASSWORD, &[]).await;

    let body = reply.expect(StatusCode::CREATED);
    assert_eq!(body.get("refreshToken"), None);
    assert!(!cookie(&reply, REFRESH).is_empty() && !cookie(&reply, DEVICE).is_empty());
    assert_eq!(reply.header("Cache-Control"), "no-store");
    let me = caller(&world, &reply).get("/accounts/me").await.expect(StatusCode::OK);
    assert_eq!(me["email"], EMAIL);
    assert_eq!(world.trail(None).await.last().map(String::as_str), Some("sessions.open"));
}

#[tokio::test]
async fn a_mobile_client_gets_its_refresh_token_in_the_answer() {
    let world = with_account().await;
    let body = json!({ "email": EMAIL, "password": PASSWORD, "client": "mobile" });

    let reply = world.anonymous().post("/sessions", body).await;

    let refresh = reply.expect(StatusCode::CREATED)["refreshToken"].as_str().unwrap().to_owned();
    assert_eq!(reply.headers.get("Set-Cookie"), None);
    let renewed = world.anonymous().post("/sessions/current/access-tokens", json!({ "refreshToken": refresh })).await;
    assert_ne!(renewed.expect(StatusCode::OK)["refreshToken"], refresh);
    caller(&world, &renewed).get("/accounts/me").await.expect(StatusCode::OK);
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_address_answer_the_same_s17() {
    let world = with_account().await;
    let unknown = json!({ "email": "niemand@voorbeeld.example", "password": PASSWORD });

    let wrong = sign_in(&world, "een-heel-ander-wachtwoord", &[]).await;
    let nobody = browse(&world, Method::POST, "/sessions", &[], Some(unknown)).await;

    wrong.expect_problem(StatusCode::UNAUTHORIZED, "sessions/not-signed-in");
    assert_eq!(wrong.text, nobody.text);
    let trail = world.trail(None).await;
    assert_eq!(trail.iter().filter(|deed| *deed == "sessions.refuse").count(), 2, "{trail:?}");
    assert_eq!(wrong.headers.get("Set-Cookie"), None);
}

#[tokio::test]
async fn an_account_of_the_demo_signs_in_nowhere_else() {
    let world = with_account().await;
    sign_in(&world, PASSWORD, &[]).await.expect(StatusCode::CREATED);
    let demo = accounts::ActiveModel { is_demo: Set(true), ..Default::default() };
    accounts::Entity::update_many().set(demo).filter(accounts::Column::Email.eq(EMAIL)).exec(world.app.db.maintenance()).await.unwrap();

    let refused = sign_in(&world, PASSWORD, &[]).await;

    assert!(!world.app.settings.is_demo);
    refused.expect_problem(StatusCode::UNAUTHORIZED, "sessions/not-signed-in");
}

#[tokio::test]
async fn an_address_that_is_not_confirmed_cannot_sign_in() {
    let world = World::new().await;
    world.organization("drenthe").await;
    let body = json!({ "name": "Jantje", "email": EMAIL, "language": "nl", "isMember": false });
    world.anonymous().post("/organizations/drenthe/self-registrations", body).await.expect(StatusCode::ACCEPTED);

    sign_in(&world, PASSWORD, &[]).await.expect_problem(StatusCode::UNAUTHORIZED, "sessions/not-signed-in");
}

#[tokio::test]
async fn a_page_of_another_site_cannot_sign_anyone_in_s28() {
    let world = with_account().await;
    let signed_in = sign_in(&world, PASSWORD, &[]).await;
    let refresh = format!("{REFRESH}={}", cookie(&signed_in, REFRESH));
    let from = |site: &'static str, path: &'static str| {
        world.anonymous().request(Method::POST, path).header("Sec-Fetch-Site", site).header("Cookie", &refresh)
    };

    for site in ["cross-site", "same-site", "none"] {
        let opened = from(site, "/sessions").json(&json!({ "email": EMAIL, "password": PASSWORD })).send().await.unwrap();
        let renewed = from(site, "/sessions/current/access-tokens").send().await.unwrap();

        Reply::of(opened).await.expect_problem(StatusCode::FORBIDDEN, "house/foreign-site");
        Reply::of(renewed).await.expect_problem(StatusCode::FORBIDDEN, "house/foreign-site");
    }
}

#[tokio::test]
async fn each_refresh_token_is_good_for_one_next_s25() {
    let world = with_account().await;
    let first = cookie(&sign_in(&world, PASSWORD, &[]).await, REFRESH);

    let second = cookie(&renew(&world, &first).await, REFRESH);
    world.clock.pass(TimeDelta::hours(2));
    let third = cookie(&renew(&world, &second).await, REFRESH);

    assert!(first != second && second != third);
}

#[tokio::test]
async fn a_lost_answer_is_given_again_and_the_session_lives_r07() {
    let world = with_account().await;
    let first = cookie(&sign_in(&world, PASSWORD, &[]).await, REFRESH);

    let lost = cookie(&renew(&world, &first).await, REFRESH);
    world.clock.pass(TimeDelta::seconds(5));
    let again = cookie(&renew(&world, &first).await, REFRESH);

    assert_eq!(lost, again);
    renew(&world, &again).await.expect(StatusCode::OK);
}

#[tokio::test]
async fn twenty_renewals_at_once_sign_nobody_out_s25() {
    let world = std::sync::Arc::new(with_account().await);
    let first = cookie(&sign_in(&world, PASSWORD, &[]).await, REFRESH);

    let all: Vec<_> = (0..20)
        .map(|_| {
            let (world, first) = (world.clone(), first.clone());
            tokio::spawn(async move { renew(&world, &first).await })
        })
        .collect();
    let mut tokens = std::collections::BTreeSet::new();
    for renewed in all {
        let renewed = renewed.await.unwrap();
        renewed.expect(StatusCode::OK);
        tokens.insert(cookie(&renewed, REFRESH));
    }

    assert_eq!(tokens.len(), 1);
    renew(&world, tokens.first().unwrap()).await.expect(StatusCode::OK);
}

#[tokio::test]
async fn an_old_refresh_token_that_comes_back_ends_the_session_and_its_owner_is_told_s25() {
    let world = with_account().await;
    let first = cookie(&sign_in(&world, PASSWORD, &[]).await, REFRESH);
    let renewed = renew(&world, &first).await;
    world.clock.pass(TimeDelta::seconds(6));

    let replayed = renew(&world, &first).await;

    replayed.expect_problem(StatusCode::UNAUTHORIZED, "sessions/over");
    renew(&world, &cookie(&renewed, REFRESH)).await.expect_problem(StatusCode::UNAUTHORIZED, "sessions/over");
    caller(&world, &renewed).get("/accounts/me").await.expect_problem(StatusCode::UNAUTHORIZED, "house/unauthenticated");
    assert_eq!(world.mail_to(EMAIL).await.subject, "We hebben je uitgelogd");
    assert_eq!(world.trail(None).await.last().map(String::as_str), Some("sessions.end"));
}

#[tokio::test]
async fn a_refresh_token_that_was_made_up_signs_nobody_in() {
    let world = with_account().await;
    let real = cookie(&sign_in(&world, PASSWORD, &[]).await, REFRESH);

    for token in ["x", &real[1..], &format!("Z{}", &real[1..]), &"A".repeat(70)] {
        renew(&world, token).await.expect_problem(StatusCode::UNAUTHORIZED, "sessions/over");
    }
    renew(&world, "").await.expect_problem(StatusCode::UNAUTHORIZED, "house/unauthenticated");
}

#[tokio::test]
async fn a_session_ends_after_two_weeks_unused() {
    let world = with_account().await;
    let first = cookie(&sign_in(&world, PASSWORD, &[]).await, REFRESH);
    world.clock.pass(TimeDelta::days(14));

    renew(&world, &first).await.expect_problem(StatusCode::UNAUTHORIZED, "sessions/over");
}

#[tokio::test]
async fn the_database_holds_nothing_to_sign_in_with_s13_s25() {
    let world = with_account().await;
    let signed_in = sign_in(&world, PASSWORD, &[]).await;

    let account = accounts::Entity::find().filter(accounts::Column::Email.eq(EMAIL)).one(world.rows()).await.unwrap().unwrap();
    let session = sessions::Entity::find().one(world.rows()).await.unwrap().unwrap();

    assert!(account.password_hash.unwrap().starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
    assert!(!format!("{session:?}").contains(&cookie(&signed_in, REFRESH)));
}

#[tokio::test]
async fn a_hash_of_less_cost_is_renewed_at_the_next_sign_in_s13() {
    let world = with_account().await;
    let cheap = Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(8_192, 1, 1, None).unwrap());
    let hash = cheap.hash_password_with_salt(PASSWORD.as_bytes(), &[7; 16]).unwrap().to_string();
    let before = accounts::ActiveModel { password_hash: sea_orm::Set(Some(hash)), ..Default::default() };
    accounts::Entity::update_many().set(before).exec(world.app.db.maintenance()).await.unwrap();

    sign_in(&world, PASSWORD, &[]).await.expect(StatusCode::CREATED);

    let account = accounts::Entity::find().one(world.rows()).await.unwrap().unwrap();
    assert!(account.password_hash.unwrap().starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
    sign_in(&world, PASSWORD, &[]).await.expect(StatusCode::CREATED);
}

#[tokio::test]
async fn guessing_is_slowed_down_and_a_known_device_gets_in_s16() {
    let world = with_account().await;
    let device = cookie(&sign_in(&world, PASSWORD, &[]).await, DEVICE);
    for _ in 0..6 {
        sign_in(&world, "fout-fout-fout-fout", &[]).await.expect_problem(StatusCode::UNAUTHORIZED, "sessions/not-signed-in");
    }

    let elsewhere = sign_in(&world, PASSWORD, &[]).await;
    let at_home = sign_in(&world, PASSWORD, &[(DEVICE, &device)]).await;
    world.clock.pass(TimeDelta::seconds(31));
    let later = sign_in(&world, PASSWORD, &[]).await;

    elsewhere.expect_problem(StatusCode::UNAUTHORIZED, "sessions/not-signed-in");
    at_home.expect(StatusCode::CREATED);
    later.expect(StatusCode::CREATED);
}

#[tokio::test]
async fn a_stolen_device_cookie_is_slowed_down_too_s16() {
    let world = with_account().await;
    let device = cookie(&sign_in(&world, PASSWORD, &[]).await, DEVICE);
    for _ in 0..6 {
        sign_in(&world, "fout-fout-fout-fout", &[(DEVICE, &device)]).await;
    }

    let guessed = sign_in(&world, PASSWORD, &[(DEVICE, &device)]).await;

    guessed.expect_problem(StatusCode::UNAUTHORIZED, "sessions/not-signed-in");
    sign_in(&world, PASSWORD, &[]).await.expect(StatusCode::CREATED);
}

#[tokio::test]
async fn a_storm_of_sign_ins_is_answered_or_sent_away_s15() {
    let world = std::sync::Arc::new(with_account().await);

    let storm: Vec<_> = (0..80)
        .map(|number| {
            let world = world.clone();
            let body = json!({ "email": format!("storm{number}@voorbeeld.example"), "password": PASSWORD, "client": "mobile" });
            tokio::spawn(async move { world.anonymous().post("/sessions", body).await })
        })
        .collect();
    let mut sent_away = 0;
    for reply in storm {
        let reply = reply.await.unwrap();
        match reply.status {
            401 => {}
            503 => {
                assert!(reply.header("Retry-After").parse::<u32>().unwrap() > 0);
                sent_away += 1;
            }
            other => panic!("{other}: {}", reply.text),
        }
    }

    assert!(sent_away > 0, "nobody was sent away");
    sign_in(&world, PASSWORD, &[]).await.expect(StatusCode::CREATED);
}

#[tokio::test]
async fn who_is_sent_away_did_not_guess_s15_s16() {
    let world = std::sync::Arc::new(with_account().await);

    let storm: Vec<_> = (0..60)
        .map(|number| {
            let world = world.clone();
            let email = if number % 12 == 11 { EMAIL.to_owned() } else { format!("storm{number}@voorbeeld.example") };
            let body = json!({ "email": email, "password": "fout-fout-fout-fout", "client": "mobile" });
            tokio::spawn(async move { (email, world.anonymous().post("/sessions", body).await.status) })
        })
        .collect();
    let mut guessed = 0;
    for reply in storm {
        let (email, status) = reply.await.unwrap();
        guessed += i32::from(email == EMAIL && status == 401);
    }

    let counts = sign_in_attempts::Entity::find().all(world.rows()).await.unwrap();
    let counted: i32 = counts.iter().map(|row| row.failures).sum();
    let evaluated = counts.len();
    assert!(counted < 60, "{counted} of 60 were counted");
    assert!(guessed <= 5 && evaluated < 60);
}

#[tokio::test]
async fn a_password_that_changes_while_it_is_compared_signs_nobody_in() {
    let world = std::sync::Arc::new(with_account().await);
    let before = accounts::Entity::find().one(world.rows()).await.unwrap().unwrap().password_hash.unwrap();
    let changed = before.replacen("m=19456", "m=19457", 1);

    let changing = world.clone();
    let (tell, told) = tokio::sync::oneshot::channel();
    let change = tokio::spawn(async move {
        // holds the account while the password is compared
        let tx = changing.app.db.begin_write().await.unwrap();
        let row = accounts::ActiveModel { password_hash: sea_orm::Set(Some(changed)), ..Default::default() };
        accounts::Entity::update_many().set(row).exec(&tx).await.unwrap();
        tell.send(()).unwrap();
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        tx.commit().await.unwrap();
    });
    told.await.unwrap();
    let signed_in = sign_in(&world, PASSWORD, &[]).await;
    change.await.unwrap();

    signed_in.expect_problem(StatusCode::UNAUTHORIZED, "sessions/not-signed-in");
}

#[tokio::test]
async fn i_see_my_devices_and_end_one_s26() {
    let world = with_account().await;
    let phone = sign_in(&world, PASSWORD, &[]).await;
    let laptop = sign_in(&world, PASSWORD, &[]).await;
    let me = caller(&world, &laptop);

    let list = me.get("/sessions").await.expect(StatusCode::OK);
    let current: Vec<bool> = list["items"].as_array().unwrap().iter().map(|item| item["isCurrent"].as_bool().unwrap()).collect();
    let phone_id = phone.json()["sessionId"].as_str().unwrap().to_owned();
    let ended = Reply::of(me.request(Method::DELETE, &format!("/sessions/{phone_id}")).send().await.unwrap()).await;

    assert_eq!(current.iter().filter(|is_current| **is_current).count(), 1);
    assert_eq!(list["items"].as_array().unwrap().len(), 2);
    ended.expect(StatusCode::NO_CONTENT);
    caller(&world, &phone).get("/accounts/me").await.expect_problem(StatusCode::UNAUTHORIZED, "house/unauthenticated");
    renew(&world, &cookie(&phone, REFRESH)).await.expect_problem(StatusCode::UNAUTHORIZED, "sessions/over");
    me.get("/accounts/me").await.expect(StatusCode::OK);
}

#[tokio::test]
async fn nobody_ends_the_session_of_someone_else() {
    let world = with_account().await;
    let mine = sign_in(&world, PASSWORD, &[]).await;
    let path = format!("/sessions/{}", mine.json()["sessionId"].as_str().unwrap());
    let outsider = world.outsider().await;

    let theirs = Reply::of(outsider.request(Method::DELETE, &path).send().await.unwrap()).await;
    let anonymous = Reply::of(world.anonymous().request(Method::DELETE, &path).send().await.unwrap()).await;

    theirs.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
    anonymous.expect_problem(StatusCode::UNAUTHORIZED, "house/unauthenticated");
    caller(&world, &mine).get("/accounts/me").await.expect(StatusCode::OK);
}

#[tokio::test]
async fn signing_out_works_when_the_access_token_has_run_out() {
    let world = with_account().await;
    let signed_in = sign_in(&world, PASSWORD, &[]).await;
    let refresh = cookie(&signed_in, REFRESH);
    world.clock.pass(TimeDelta::minutes(20));

    let out = browse(&world, Method::DELETE, "/sessions/current", &[(REFRESH, &refresh)], None).await;

    out.expect(StatusCode::NO_CONTENT);
    assert!(cookie(&out, REFRESH).is_empty());
    renew(&world, &refresh).await.expect_problem(StatusCode::UNAUTHORIZED, "sessions/over");
}

#[tokio::test]
async fn who_is_not_signed_in_has_nothing_to_list_or_end() {
    let world = World::new().await;

    world.anonymous().get("/sessions").await.expect_problem(StatusCode::UNAUTHORIZED, "house/unauthenticated");
    let out = Reply::of(world.anonymous().request(Method::DELETE, "/sessions/current").send().await.unwrap()).await;
    out.expect_problem(StatusCode::UNAUTHORIZED, "house/unauthenticated");
}
