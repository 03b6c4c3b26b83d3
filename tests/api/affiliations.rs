//! Affiliations: what persons are to the organisation.

use chrono::TimeDelta;
use reqwest::StatusCode;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};
use vliegwiel_application::administrators::{self, NewOrganization};
use vliegwiel_domain::access::Role;
use vliegwiel_domain::meetings::{Audience, Meeting, MeetingPlan};
use vliegwiel_domain::organizations::OrganizationKind;
use vliegwiel_domain::text::EmailAddress;
use vliegwiel_persistence::rows::{affiliations, appointments, consents, grants, networks, persons};
use vliegwiel_tests::build::PASSWORD;
use vliegwiel_tests::meetings::symposium;
use vliegwiel_tests::{Caller, Reply, World};

const EMAIL: &str = "deskundige@voorbeeld.example";
const AFFILIATIONS: &str = "/organizations/drenthe/affiliations";

fn invitation(kind: &str) -> Value {
    json!({ "name": "Dr. Voorbeeld", "email": EMAIL, "kind": kind })
}

async fn follow(world: &World, body: Value) -> Reply {
    world.anonymous().post("/accounts/confirmations", body).await
}

async fn signed_in(world: &World, email: &str) -> Caller {
    let reply = world.anonymous().post("/sessions", json!({ "email": email, "password": PASSWORD, "client": "mobile" })).await;
    Caller::new(&world.address, Some(reply.expect(StatusCode::CREATED)["accessToken"].as_str().unwrap().to_owned()))
}

/// Someone registered and says to be a member. Returns the id of the request.
async fn requested(world: &World, office: &Caller, email: &str) -> String {
    let body = json!({ "name": "Jantje Voorbeeld", "email": email, "language": "nl", "isMember": true });
    world.anonymous().post("/organizations/drenthe/self-registrations", body).await.expect(StatusCode::ACCEPTED);
    follow(world, json!({ "token": world.token_to(email).await, "password": PASSWORD })).await.expect(StatusCode::OK);
    let list = office.get(&format!("{AFFILIATIONS}?state=requested")).await.expect(StatusCode::OK);
    let mine = list["items"].as_array().unwrap().iter().find(|item| item["email"] == email).unwrap().clone();
    mine["affiliation"]["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn who_is_invited_chooses_a_password_and_takes_part() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let office = world.office_of(&drenthe).await;

    let invited = office.post(AFFILIATIONS, invitation("external")).await;
    let mail = world.mail_to(EMAIL).await;
    let token = vliegwiel_tests::post::token_in(&mail);
    let asked = follow(&world, json!({ "token": token })).await;
    let accepted = follow(&world, json!({ "token": token, "password": PASSWORD, "name": "Dr. A. Voorbeeld" })).await;

    assert_eq!(invited.expect(StatusCode::CREATED)["affiliation"]["state"], "invited");
    assert!(mail.text.contains("https://vliegwiel.example/drenthe/uitnodiging#"), "{}", mail.text);
    asked.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
    assert_eq!(asked.json()["errors"][0]["pointer"], "/password");
    accepted.expect(StatusCode::OK);
    let me = signed_in(&world, EMAIL).await.get("/accounts/me").await.expect(StatusCode::OK);
    assert_eq!(me["organizations"][0]["affiliation"], "external");
    assert_eq!(me["organizations"][0]["personName"], "Dr. A. Voorbeeld");
    let consent = consents::Entity::find().one(world.rows()).await.unwrap().unwrap();
    assert_eq!((consent.purpose.as_str(), consent.channel.as_str()), ("external-contact", "mail"));
    assert!(world.trail(Some(drenthe.id.uuid())).await.contains(&"affiliations.invite".to_owned()));
}

#[tokio::test]
async fn who_has_an_account_accepts_without_another_password() {
    let world = World::new().await;
    let (drenthe, vooruit) = (world.organization("drenthe").await, world.organization("vooruit").await);
    world.registered(&vooruit, EMAIL).await;
    let office = world.office_of(&drenthe).await;

    office.post(AFFILIATIONS, invitation("member")).await.expect(StatusCode::CREATED);
    follow(&world, json!({ "token": world.token_to(EMAIL).await })).await.expect(StatusCode::OK);

    let me = signed_in(&world, EMAIL).await.get("/accounts/me").await.expect(StatusCode::OK);
    assert_eq!(me["organizations"][0]["affiliation"], "member");
    assert_eq!(me["organizations"][1]["affiliation"], "supporter");
}

#[tokio::test]
async fn inviting_again_sends_a_new_link_and_the_old_one_is_dead() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let office = world.office_of(&drenthe).await;

    let first = office.post(AFFILIATIONS, invitation("supporter")).await.expect(StatusCode::CREATED);
    let old = world.token_to(EMAIL).await;
    let second = office.post(AFFILIATIONS, invitation("supporter")).await.expect(StatusCode::CREATED);
    let new = world.token_to(EMAIL).await;

    assert_eq!(first["affiliation"]["id"], second["affiliation"]["id"]);
    follow(&world, json!({ "token": old, "password": PASSWORD })).await.expect_problem(StatusCode::CONFLICT, "accounts/link-expired");
    follow(&world, json!({ "token": new, "password": PASSWORD })).await.expect(StatusCode::OK);
    let third = office.post(AFFILIATIONS, invitation("supporter")).await;
    third.expect_problem(StatusCode::CONFLICT, "affiliations/already-there");
}

async fn invited_person(world: &World) -> persons::Model {
    persons::Entity::find().filter(persons::Column::Name.eq("Dr. Voorbeeld")).one(world.rows()).await.unwrap().unwrap()
}

#[tokio::test]
async fn who_does_not_follow_an_invitation_is_forgotten_thirty_days_after_the_link_died_p5() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let office = world.office_of(&drenthe).await;
    let invited = office.post(AFFILIATIONS, invitation("external")).await.expect(StatusCode::CREATED);
    let person = invited_person(&world).await.id;
    let record = async || persons::Entity::find_by_id(person).one(world.rows()).await.unwrap().unwrap();

    world.days_pass(37).await;
    let before = record().await;
    world.days_pass(1).await;
    let after = record().await;

    assert_eq!((before.name.as_str(), before.email.as_deref()), ("Dr. Voorbeeld", Some(EMAIL)));
    assert_eq!((after.name.as_str(), after.email, after.expires_on), ("Oud-gast", None, None));
    let id: uuid::Uuid = invited["affiliation"]["id"].as_str().unwrap().parse().unwrap();
    let affiliation = affiliations::Entity::find_by_id(id).one(world.rows()).await.unwrap().unwrap();
    assert_eq!((affiliation.state.as_str(), affiliation.started_on), ("ended", None));
    let again = world.refreshed(&office).await.post(AFFILIATIONS, invitation("external")).await;
    assert_ne!(again.expect(StatusCode::CREATED)["affiliation"]["id"], invited["affiliation"]["id"]);
}

#[tokio::test]
async fn an_invitation_sent_again_is_kept_longer_and_an_accepted_one_without_end() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let office = world.office_of(&drenthe).await;
    office.post(AFFILIATIONS, invitation("external")).await.expect(StatusCode::CREATED);
    let first = invited_person(&world).await.expires_on.unwrap();
    world.post().await;
    world.days_pass(10).await;

    world.refreshed(&office).await.post(AFFILIATIONS, invitation("external")).await.expect(StatusCode::CREATED);
    let second = invited_person(&world).await.expires_on.unwrap();
    follow(&world, json!({ "token": world.token_to(EMAIL).await, "password": PASSWORD })).await.expect(StatusCode::OK);
    let accepted = invited_person(&world).await.expires_on;
    world.days_pass(60).await;

    assert_eq!((second - first).num_days(), 10);
    assert_eq!(accepted, None);
    assert_eq!(invited_person(&world).await.email.as_deref(), Some(EMAIL));
}

#[tokio::test]
async fn an_invitation_is_kept_on_behalf_of_the_body_that_sends_it() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let (office, administrator) = (world.office_of(&drenthe).await, world.administrator_of(&drenthe).await);
    let mut bodies = Vec::new();
    for (caller, kind) in [(&office, "supporter"), (&administrator, "external")] {
        let invited = caller.post(AFFILIATIONS, invitation(kind)).await.expect(StatusCode::CREATED);
        let affiliation: uuid::Uuid = invited["affiliation"]["id"].as_str().unwrap().parse().unwrap();
        let decision = format!("{AFFILIATIONS}/{affiliation}/decisions");
        caller.post(&decision, json!({ "decision": "decline", "reason": "Toch niet." })).await.expect(StatusCode::OK);
        bodies.push(world.audit_of(affiliation).await.into_iter().map(|event| event.body.unwrap()).collect::<Vec<_>>());
    }

    assert_eq!(bodies, [["office", "office"], ["administration", "administration"]]);
}

#[tokio::test]
async fn an_invitation_sent_twice_with_one_key_is_one_invitation() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let office = world.office_of(&drenthe).await;

    let first = office.post_once(AFFILIATIONS, invitation("supporter"), "een-sleutel").await;
    let second = office.post_once(AFFILIATIONS, invitation("supporter"), "een-sleutel").await;
    let other = office.post_once(AFFILIATIONS, invitation("member"), "een-sleutel").await;

    assert_eq!((first.status, &first.text), (201, &second.text));
    other.expect_problem(StatusCode::UNPROCESSABLE_ENTITY, "house/key-reused");
    assert_eq!(world.post().await.len(), 1);
}

#[tokio::test]
async fn an_invitation_works_for_a_week() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    world.office_of(&drenthe).await.post(AFFILIATIONS, invitation("member")).await.expect(StatusCode::CREATED);
    let token = world.token_to(EMAIL).await;
    world.clock.pass(TimeDelta::days(7));

    let late = follow(&world, json!({ "token": token, "password": PASSWORD })).await;

    late.expect_problem(StatusCode::CONFLICT, "accounts/link-expired");
}

#[tokio::test]
async fn nobody_is_invited_to_be_a_guest() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;

    let refused = world.office_of(&drenthe).await.post(AFFILIATIONS, invitation("guest")).await;

    refused.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
}

#[tokio::test]
async fn the_office_approves_who_is_a_member() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let office = world.office_of(&drenthe).await;
    let id = requested(&world, &office, EMAIL).await;

    let approved = office.post(&format!("{AFFILIATIONS}/{id}/decisions"), json!({ "decision": "approve" })).await;

    assert_eq!(approved.expect(StatusCode::OK)["affiliation"]["state"], "active");
    let me = signed_in(&world, EMAIL).await.get("/accounts/me").await.expect(StatusCode::OK);
    assert_eq!(me["organizations"][0]["affiliation"], "member");
    assert_eq!(world.mail_to(EMAIL).await.subject, "Je aanvraag is goedgekeurd");
    assert_eq!(world.trail(Some(drenthe.id.uuid())).await.last().map(String::as_str), Some("affiliations.decide"));
    let again = office.post(&format!("{AFFILIATIONS}/{id}/decisions"), json!({ "decision": "approve" })).await;
    again.expect_problem(StatusCode::CONFLICT, "affiliations/wrong-state");
}

#[tokio::test]
async fn the_office_declines_with_a_reason_that_is_mailed() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let office = world.office_of(&drenthe).await;
    let id = requested(&world, &office, EMAIL).await;
    let path = format!("{AFFILIATIONS}/{id}/decisions");

    let silent = office.post(&path, json!({ "decision": "decline" })).await;
    let declined = office.post(&path, json!({ "decision": "decline", "reason": "We vinden je niet in de ledenlijst." })).await;

    silent.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
    assert_eq!(silent.json()["errors"][0]["pointer"], "/reason");
    assert_eq!(declined.expect(StatusCode::OK)["affiliation"]["state"], "declined");
    assert!(world.mail_to(EMAIL).await.text.contains("We vinden je niet in de ledenlijst."));
    let me = signed_in(&world, EMAIL).await.get("/accounts/me").await.expect(StatusCode::OK);
    assert_eq!(me["organizations"][0]["affiliation"], "supporter");
}

#[tokio::test]
async fn nobody_but_the_office_invites_lists_or_decides() {
    let world = World::new().await;
    let (drenthe, vooruit) = (world.organization("drenthe").await, world.organization("vooruit").await);
    let office = world.office_of(&drenthe).await;
    let id = requested(&world, &office, EMAIL).await;
    let decisions = format!("{AFFILIATIONS}/{id}/decisions");
    let yes = json!({ "decision": "approve" });

    for caller in [world.member_of(&drenthe).await, world.supporter_of(&drenthe).await] {
        caller.get(AFFILIATIONS).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
        caller.post(AFFILIATIONS, invitation("member")).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
        caller.post(&decisions, yes.clone()).await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
    }
    for caller in [world.outsider().await, world.office_of(&vooruit).await] {
        caller.get(AFFILIATIONS).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
        caller.post(&decisions, yes.clone()).await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
    }
    let elsewhere = world.office_of(&vooruit).await.post(&format!("/organizations/vooruit/affiliations/{id}/decisions"), yes.clone()).await;
    elsewhere.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
    world.anonymous().get(AFFILIATIONS).await.expect_problem(StatusCode::UNAUTHORIZED, "house/unauthenticated");
    signed_in(&world, EMAIL).await.post(&decisions, yes).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
}

async fn affiliation_of(caller: &Caller) -> String {
    let me = caller.get(&format!("/organizations/drenthe/persons/{}", caller.person())).await.expect(StatusCode::OK);
    me["affiliations"][0]["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn who_goes_owes_nobody_a_reason_and_everything_ends_at_once() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let zorg = world.network(&drenthe, "Netwerk Zorg").await;
    let office = world.office_of(&drenthe).await;
    let memberships = format!("/organizations/drenthe/networks/{}/memberships", zorg.id);
    office.post(&memberships, json!({ "supportsPurpose": true })).await.expect(StatusCode::CREATED);
    let network = format!("/organizations/drenthe/networks/{}", zorg.id);
    let before = world.anonymous().get(&network).await.expect(StatusCode::OK);

    let ended = office.post(&format!("{AFFILIATIONS}/{}/endings", affiliation_of(&office).await), json!({})).await;

    assert_eq!(ended.expect(StatusCode::OK)["affiliation"]["state"], "ended");
    office.get(AFFILIATIONS).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    let after = world.anonymous().get(&network).await.expect(StatusCode::OK);
    assert_eq!(before["members"].as_i64().unwrap() - 1, after["members"].as_i64().unwrap());
    let me = office.get("/accounts/me").await.expect(StatusCode::OK);
    assert_eq!(me["organizations"][0]["affiliation"], Value::Null);
    assert_eq!((&me["organizations"][0]["grants"], &me["organizations"][0]["memberships"]), (&json!([]), &json!(0)));
    assert_eq!(world.trail(Some(drenthe.id.uuid())).await.last().map(String::as_str), Some("affiliations.end"));
}

#[tokio::test]
async fn who_goes_from_many_networks_costs_as_much_as_who_goes_from_one() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let (one, many) = (world.member_of(&drenthe).await, world.member_of(&drenthe).await);
    let host = world.member_of(&drenthe).await;
    let mut networks = Vec::new();
    for name in ["Zorg", "Energie", "Wonen"] {
        let network = world.network(&drenthe, name).await;
        world.grant(drenthe.id, host.person(), Role::CoreGroup, Some(network.id)).await;
        let groups = format!("/organizations/drenthe/networks/{}/working-groups", network.id);
        let group =
            host.post(&groups, json!({ "kind": "members", "name": "Groep", "purpose": "Samen." })).await.expect(StatusCode::CREATED);
        let group = format!("{groups}/{}", group["id"].as_str().unwrap());
        for person in if networks.is_empty() { vec![&one, &many] } else { vec![&many] } {
            world.make_member(&network, person).await;
            host.post(&format!("{group}/members"), json!({ "personId": person.person().to_string() })).await.expect(StatusCode::CREATED);
        }
        networks.push((network, group));
    }

    let mut costs = Vec::new();
    for person in [&one, &many] {
        let path = format!("{AFFILIATIONS}/{}/endings", affiliation_of(person).await);
        let _ = world.statements();
        person.post(&path, json!({})).await.expect(StatusCode::OK);
        costs.push(world.statements().len());
    }

    assert_eq!(costs[0], costs[1]);
    for (network, group) in &networks {
        assert_eq!(world.network_now(network).await.members, 0);
        assert_eq!(world.anonymous().get(group).await.expect(StatusCode::OK)["members"], 0);
    }
}

#[tokio::test]
async fn who_goes_gives_up_the_seats_at_meetings_for_the_organization() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let zorg = world.network(&drenthe, "Zorg").await;
    let inside = world.meeting(&zorg, MeetingPlan { audience: Audience::Organization, ..symposium(Some(1)) }).await;
    let public = world.meeting(&zorg, symposium(Some(1))).await;
    let (leaver, waiter) = (world.member_of(&drenthe).await, world.member_of(&drenthe).await);
    for meeting in [&inside, &public] {
        let path = format!("/organizations/drenthe/meetings/{}/registrations", meeting.id);
        leaver.post(&path, json!({})).await.expect(StatusCode::CREATED);
        waiter.post(&path, json!({})).await.expect(StatusCode::CREATED);
    }

    leaver.post(&format!("{AFFILIATIONS}/{}/endings", affiliation_of(&leaver).await), json!({})).await.expect(StatusCode::OK);

    let states = async |meeting: &Meeting| world.registrations_of(meeting.id).await.into_iter().map(|row| row.state).collect::<Vec<_>>();
    assert_eq!(states(&inside).await, ["cancelled", "registered"]);
    assert_eq!(states(&public).await, ["registered", "waitlisted"]);
    assert_eq!(world.subjects_to(&waiter).await.last().unwrap(), "Er is plek voor je op donderdag 2 april 2026");
}

#[tokio::test]
async fn a_core_group_shrinks_when_one_of_it_goes() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let zorg = world.network(&drenthe, "Netwerk Zorg").await;
    let (office, member) = (world.office_of(&drenthe).await, world.member_of(&drenthe).await);
    let memberships = format!("/organizations/drenthe/networks/{}/memberships", zorg.id);
    member.post(&memberships, json!({ "supportsPurpose": true })).await.expect(StatusCode::CREATED);
    let seat = json!({ "body": "core-group", "networkId": zorg.id.to_string(), "kind": "chair", "title": "Voorzitter" });
    let seat = office.post("/organizations/drenthe/positions", seat).await.expect(StatusCode::CREATED)["id"].clone();
    let appointments = format!("/organizations/drenthe/positions/{}/appointments", seat.as_str().unwrap());
    let wish = json!({ "personId": member.person().to_string(), "capacity": "regular", "fromOn": world.app.today().to_string() });
    office.post(&appointments, wish).await.expect(StatusCode::CREATED);

    member.post(&format!("{AFFILIATIONS}/{}/endings", affiliation_of(&member).await), json!({})).await.expect(StatusCode::OK);

    let network = networks::Entity::find_by_id(zorg.id.uuid()).one(world.rows()).await.unwrap().unwrap();
    assert_eq!((network.core_group, network.members), (0, 0));
    let held = appointments::Entity::find().one(world.rows()).await.unwrap().unwrap();
    assert!(held.ended_at.is_some());
    let grants = grants::Entity::find().filter(grants::Column::PersonId.eq(member.person().uuid())).all(world.rows()).await.unwrap();
    assert!(grants.iter().all(|grant| grant.ended_at.is_some()));
}

#[tokio::test]
async fn roles_count_for_nothing_without_an_affiliation() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let office = world.office_of(&drenthe).await;
    let ended = affiliations::ActiveModel { state: sea_orm::Set("ended".to_owned()), ..Default::default() };
    affiliations::Entity::update_many().set(ended).exec(world.app.db.maintenance()).await.unwrap();

    let refused = office.get(AFFILIATIONS).await;

    refused.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
}

#[tokio::test]
async fn the_last_administrator_stays_until_there_is_another() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let administrator = world.administrator_of(&drenthe).await;
    let path = format!("{AFFILIATIONS}/{}/endings", affiliation_of(&administrator).await);

    let alone = administrator.post(&path, json!({})).await;
    world.administrator_of(&drenthe).await;
    let succeeded = administrator.post(&path, json!({})).await;

    alone.expect_problem(StatusCode::CONFLICT, "affiliations/last-administrator");
    succeeded.expect(StatusCode::OK);
}

#[tokio::test]
async fn an_external_who_withdraws_consent_is_no_external_any_more() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    world.office_of(&drenthe).await.post(AFFILIATIONS, invitation("external")).await.expect(StatusCode::CREATED);
    follow(&world, json!({ "token": world.token_to(EMAIL).await, "password": PASSWORD })).await.expect(StatusCode::OK);
    let external = signed_in(&world, EMAIL).await;
    let me = external.get("/accounts/me").await.expect(StatusCode::OK);
    let person = format!("/organizations/drenthe/persons/{}", me["organizations"][0]["personId"].as_str().unwrap());
    let etag = external.get(&person).await.etag();

    let withdrawn = external.delete(&format!("{person}/consents/external-contact"), &etag).await.expect(StatusCode::OK);

    assert!(withdrawn["consents"][0]["withdrawnAt"].is_string());
    assert_eq!(withdrawn["affiliations"][0]["state"], "ended");
    let me = external.get("/accounts/me").await.expect(StatusCode::OK);
    assert_eq!(me["organizations"][0]["affiliation"], Value::Null);
}

#[tokio::test]
async fn two_decisions_at_once_are_one_decision() {
    let world = std::sync::Arc::new(World::new().await);
    let drenthe = world.organization("drenthe").await;
    let office = world.office_of(&drenthe).await;
    let id = requested(&world, &office, EMAIL).await;
    let path = format!("{AFFILIATIONS}/{id}/decisions");

    let (yes, no) = tokio::join!(
        office.post(&path, json!({ "decision": "approve" })),
        office.post(&path, json!({ "decision": "decline", "reason": "Niet in de ledenlijst." }))
    );

    let (done, refused) = if yes.status == 200 { (yes, no) } else { (no, yes) };
    done.expect(StatusCode::OK);
    refused.expect_problem(StatusCode::CONFLICT, "affiliations/wrong-state");
    assert_eq!(world.post().await.len(), 1);
}

#[tokio::test]
async fn the_office_cannot_fill_a_mailbox_with_invitations() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let office = world.office_of(&drenthe).await;
    for _ in 0..5 {
        office.post(AFFILIATIONS, invitation("member")).await.expect(StatusCode::CREATED);
    }

    let sixth = office.post(AFFILIATIONS, invitation("member")).await;

    sixth.expect_problem(StatusCode::CONFLICT, "affiliations/invited-too-often");
    assert_eq!(world.post().await.len(), 5);
}

#[tokio::test]
async fn the_office_ends_an_affiliation_with_a_reason() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let (office, member) = (world.office_of(&drenthe).await, world.member_of(&drenthe).await);
    let person = office.get(&format!("/organizations/drenthe/persons/{}", member.person())).await.expect(StatusCode::OK);
    let path = format!("{AFFILIATIONS}/{}/endings", person["affiliations"][0]["id"].as_str().unwrap());

    let silent = office.post(&path, json!({})).await;
    let ended = office.post(&path, json!({ "reason": "Opgezegd per brief." })).await;

    silent.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
    assert_eq!(ended.expect(StatusCode::OK)["affiliation"]["reason"], "Opgezegd per brief.");
    world.member_of(&drenthe).await.post(&path, json!({})).await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
}

#[tokio::test]
async fn affiliations_come_in_pages_and_by_state() {
    let world = World::new().await;
    let drenthe = world.organization("drenthe").await;
    let office = world.office_of(&drenthe).await;
    for _ in 0..3 {
        world.member_of(&drenthe).await;
    }

    let first = office.get(&format!("{AFFILIATIONS}?state=active&pageSize=3")).await.expect(StatusCode::OK);
    let cursor = first["next"].as_str().unwrap();
    let second = office.get(&format!("{AFFILIATIONS}?state=active&pageSize=3&cursor={cursor}")).await.expect(StatusCode::OK);

    assert_eq!(first["items"].as_array().unwrap().len(), 3);
    assert_eq!(second["items"].as_array().unwrap().len(), 1);
    assert_eq!(office.get(&format!("{AFFILIATIONS}?state=invited")).await.expect(StatusCode::OK)["items"], json!([]));
}

#[tokio::test]
async fn the_first_administrator_follows_a_link_and_chooses_a_password_s22() {
    let world = World::new().await;
    let email = EmailAddress::parse("beheer@nieuw.example").unwrap();
    let founding = NewOrganization { name: "Nieuw Netwerk".to_owned(), kind: OrganizationKind::Civic };

    let link = administrators::invite(&world.app, "nieuw", &email, Some(founding)).await.unwrap();
    let token = link.split_once('#').unwrap().1;
    follow(&world, json!({ "token": token, "password": PASSWORD, "name": "Bea Heer" })).await.expect(StatusCode::OK);

    assert!(link.starts_with("https://vliegwiel.example/nieuw/uitnodiging#"), "{link}");
    let administrator = signed_in(&world, "beheer@nieuw.example").await;
    let me = administrator.get("/accounts/me").await.expect(StatusCode::OK);
    assert_eq!(me["organizations"][0]["grants"][0]["role"], "administrator");
    assert_eq!(me["organizations"][0]["affiliation"], "external");
    let invited = administrator.post("/organizations/nieuw/affiliations", invitation("member")).await;
    invited.expect(StatusCode::CREATED);
    follow(&world, json!({ "token": token })).await.expect_problem(StatusCode::CONFLICT, "accounts/link-used");
}

#[tokio::test]
async fn an_organization_that_does_not_exist_gets_no_administrator() {
    let world = World::new().await;
    let email = EmailAddress::parse("beheer@nieuw.example").unwrap();

    let refused = administrators::invite(&world.app, "nergens", &email, None).await;

    assert!(matches!(refused, Err(vliegwiel_application::Error::NotFound)));
}
