//! Who may know and do what.

use std::num::NonZeroU32;

use chrono::TimeDelta;
use sea_orm::EntityTrait;
use serde_json::json;
use vliegwiel_application::sessions::{self, Device};
use vliegwiel_domain::access::Role;
use vliegwiel_domain::ids::AccountId;
use vliegwiel_domain::sessions::SessionClient;
use vliegwiel_http::RateLimits;
use vliegwiel_persistence::rows;
use vliegwiel_tests::World;
use vliegwiel_tests::meetings::symposium;
use vliegwiel_tests::networks::{path_of, special};

pub async fn a_list_is_of_one_tenant() -> bool {
    let world = World::new().await;
    let (_, vooruit) = (world.organization("drenthe").await, world.organization("vooruit").await);
    let theirs = world.administrator_of(&vooruit).await;
    theirs.post("/organizations/vooruit/units", json!({ "kind": "national", "name": "Landelijk" })).await;

    world.anonymous().get("/organizations/drenthe/units").await.json()["items"] == json!([])
}

pub async fn a_registration_is_for_its_owner() -> bool {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let meeting = world.meeting(&world.network(&drenthe, "Zorg").await, symposium(None)).await;
    let (owner, other) = (world.member_of(&drenthe).await, world.member_of(&drenthe).await);
    let registered = owner.post(&format!("/organizations/drenthe/meetings/{}/registrations", meeting.id), json!({})).await;

    other.get(registered.header("Location")).await.status == 404
}

pub async fn only_an_administrator_adds_a_unit() -> bool {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let member = world.member_of(&drenthe).await;

    member.post("/organizations/drenthe/units", json!({ "kind": "chapter", "name": "Assen" })).await.status == 403
}

pub async fn a_draft_is_hidden() -> bool {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let draft = world.draft(&world.network(&drenthe, "Zorg").await, symposium(None)).await;
    let member = world.member_of(&drenthe).await;

    member.get(&format!("/organizations/drenthe/meetings/{}", draft.id)).await.status == 404
}

pub async fn a_draft_is_not_listed() -> bool {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    world.draft(&world.network(&drenthe, "Zorg").await, symposium(None)).await;
    let member = world.member_of(&drenthe).await;

    member.get("/organizations/drenthe/meetings?state=draft").await.json()["items"] == json!([])
}

pub async fn nobody_judges_the_own_network() -> bool {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let zorg = world.network(&drenthe, "Zorg").await;
    let seated = world.seated(&drenthe, &zorg, 1).await.remove(0);
    let office = world.office_of(&drenthe).await;
    world.grant(drenthe.id, seated.person(), Role::Office, None).await;
    let opened = office.post(&format!("{}/evaluations", path_of(&drenthe, &zorg)), json!({ "reason": "Nu." })).await;

    let view = format!("{}/office-view", opened.header("Location"));
    seated.put(&view, "\"v1\"", json!({ "text": "Prima." })).await.status == 409
}

pub async fn an_old_refresh_token_ends_the_session() -> bool {
    let world = World::new().await;
    let member = world.member_of(&world.organization("drenthe").await).await;
    let person = rows::persons::Entity::find_by_id(member.person().uuid()).one(world.rows()).await.unwrap().unwrap();
    let device = Device { client: SessionClient::Mobile, name: "proef".to_owned(), token: None };
    let opened = sessions::open_for(&world.app, AccountId::new(person.account_id.unwrap()), device).await.unwrap();
    sessions::refresh(&world.app, &opened.refresh_token).await.unwrap();
    world.clock.pass(TimeDelta::seconds(10));

    sessions::refresh(&world.app, &opened.refresh_token).await.is_err()
}

pub async fn an_access_token_has_its_time() -> bool {
    let world = World::new().await;
    let member = world.member_of(&world.organization("drenthe").await).await;
    world.clock.pass(TimeDelta::minutes(7));

    member.get("/organizations/drenthe").await.status == 401
}

pub async fn who_asks_too_much_waits() -> bool {
    let limits = RateLimits { per_address: NonZeroU32::new(3), per_account: None, per_organization: None };
    let world = World::with_limits(limits).await;
    let mut statuses = Vec::new();
    for _ in 0..5 {
        statuses.push(world.anonymous().get("/organizations").await.status);
    }

    statuses.contains(&429)
}

pub async fn strangers_fill_no_mailbox() -> bool {
    let world = World::new().await;
    world.organization("drenthe").await;
    let body = json!({ "name": "Jantje", "email": "doelwit@proef.example", "language": "nl", "isMember": false });
    for _ in 0..8 {
        world.anonymous().post("/organizations/drenthe/self-registrations", body.clone()).await;
    }

    world.letters_to("doelwit@proef.example").await.len() < 8
}

pub async fn a_letter_names_no_sensitive_network() -> bool {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let gebed = world.network_with(&drenthe, special("Gebed")).await;
    let (member, board) = (world.member_of(&drenthe).await, world.board_of(&drenthe).await);
    world.make_member(&gebed, &member).await;
    board.post(&format!("{}/endings", path_of(&drenthe, &gebed)), json!({ "reason": "Klaar." })).await;

    let letters = world.letters_to(&world.address_of(&member)).await;
    letters.len() == 1 && !letters[0].to_string().contains("Gebed")
}
