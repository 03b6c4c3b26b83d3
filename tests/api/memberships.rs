//! Memberships: joining a network, being admitted, leaving.

use reqwest::StatusCode;
use serde_json::{Value, json};
use vliegwiel_domain::meetings::{Audience, Meeting, MeetingPlan};
use vliegwiel_domain::networks::{Network, NetworkProfile, Openness};
use vliegwiel_domain::organizations::Organization;
use vliegwiel_tests::meetings::symposium;
use vliegwiel_tests::networks::{path_of, profile, special};
use vliegwiel_tests::{Caller, Reply, World};

struct Scene {
    world: World,
    drenthe: Organization,
    network: Network,
}

impl Scene {
    async fn with(openness: Openness) -> Self {
        Self::of(NetworkProfile { openness, ..profile("Zorg") }).await
    }

    async fn of(profile: NetworkProfile) -> Self {
        let world = World::new().await;
        let drenthe = world.organization("drenthe").await;
        let network = world.network_with(&drenthe, profile).await;
        Self { world, drenthe, network }
    }

    fn memberships(&self) -> String {
        format!("{}/memberships", path_of(&self.drenthe, &self.network))
    }

    async fn join(&self, caller: &Caller) -> Reply {
        caller.post(&self.memberships(), json!({ "supportsPurpose": true })).await
    }

    async fn member(&self) -> Caller {
        self.world.member_of(&self.drenthe).await
    }

    async fn host(&self) -> Caller {
        self.world.core_group_of(&self.drenthe, &self.network).await
    }

    fn at(&self, membership: &Value) -> String {
        format!("{}/{}", self.memberships(), membership["id"].as_str().unwrap())
    }

    async fn states(&self, meeting: &Meeting) -> Vec<String> {
        self.world.registrations_of(meeting.id).await.into_iter().map(|row| row.state).collect()
    }

    async fn members(&self) -> u32 {
        self.world.network_now(&self.network).await.members
    }
}

#[tokio::test]
async fn an_open_network_takes_who_supports_its_purpose_at_once() {
    let scene = Scene::with(Openness::Open).await;
    let supporter = scene.world.supporter_of(&scene.drenthe).await;

    let joined = scene.join(&supporter).await;

    let membership = joined.expect(StatusCode::CREATED);
    assert_eq!((&membership["state"], &membership["joinedAt"]), (&json!("active"), &json!("2026-03-04T11:00:00Z")));
    assert_eq!(membership["actions"], json!(["memberships.leave"]));
    assert_eq!(joined.header("Location"), format!("/api/v1{}", scene.at(&membership)));
    assert_eq!(supporter.get(&scene.at(&membership)).await.expect(StatusCode::OK)["state"], "active");
    assert_eq!(scene.members().await, 1);
    assert_eq!(scene.world.deeds_to(&membership).await, ["memberships.join"]);
}

#[tokio::test]
async fn who_does_not_support_the_purpose_or_is_nobody_here_does_not_join() {
    let scene = Scene::with(Openness::Open).await;
    let (member, outsider) = (scene.member().await, scene.world.outsider().await);
    let silent = member.post(&scene.memberships(), json!({ "supportsPurpose": false })).await;

    silent.expect_problem(StatusCode::CONFLICT, "memberships/support-missing");
    scene.join(&outsider).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    scene.join(&scene.world.anonymous()).await.expect_problem(StatusCode::UNAUTHORIZED, "house/unauthenticated");

    assert_eq!(scene.members().await, 0);
}

#[tokio::test]
async fn a_network_for_members_takes_members_of_the_organization_only() {
    let scene = Scene::with(Openness::MembersOnly).await;
    let (member, supporter) = (scene.member().await, scene.world.supporter_of(&scene.drenthe).await);

    scene.join(&supporter).await.expect_problem(StatusCode::CONFLICT, "memberships/members-only");
    scene.join(&member).await.expect(StatusCode::CREATED);
}

#[tokio::test]
async fn a_guest_who_joins_an_open_network_is_a_supporter_from_then_on() {
    let scene = Scene::with(Openness::Open).await;
    let guest = scene.member().await;
    scene.world.becomes(&guest, "guest").await;

    scene.join(&guest).await.expect(StatusCode::CREATED);

    assert_eq!(scene.world.affiliations_of(&guest).await, ["guest ended", "supporter active"]);
}

#[tokio::test]
async fn a_guest_does_not_ask_to_join_a_network_with_approval() {
    let scene = Scene::with(Openness::Approval).await;
    let guest = scene.member().await;
    scene.world.becomes(&guest, "guest").await;

    scene.join(&guest).await.expect_problem(StatusCode::CONFLICT, "memberships/not-for-guests");
}

#[tokio::test]
async fn the_core_group_says_yes_and_the_person_is_in() {
    let scene = Scene::with(Openness::Approval).await;
    let (member, host) = (scene.member().await, scene.host().await);

    let asked = scene.join(&member).await.expect(StatusCode::CREATED);
    let waiting = host.get(&format!("{}?state=requested", scene.memberships())).await.expect(StatusCode::OK);
    let decided = host.post(&format!("{}/decisions", scene.at(&asked)), json!({ "decision": "approve" })).await.expect(StatusCode::OK);

    assert_eq!((&asked["state"], &waiting["items"][0]["id"]), (&json!("requested"), &asked["id"]));
    assert_eq!(waiting["items"][0]["actions"], json!(["memberships.decide"]));
    assert_eq!((&decided["state"], scene.members().await), (&json!("active"), 1));
    assert_eq!(scene.world.subjects_to(&host).await, ["Iemand wacht op jullie antwoord"]);
    assert_eq!(scene.world.subjects_to(&member).await, ["Je doet mee"]);
    assert_eq!(scene.world.deeds_to(&asked).await, ["memberships.join", "memberships.decide"]);
    let letter = scene.world.letters_to(&scene.world.address_of(&host)).await[0].to_string();
    assert!(!letter.contains(&member.person().to_string()[30..]), "{letter}");
}

#[tokio::test]
async fn the_core_group_says_no_with_a_reason_and_the_person_may_ask_again() {
    let scene = Scene::with(Openness::Approval).await;
    let (member, host) = (scene.member().await, scene.host().await);
    let asked = scene.join(&member).await.expect(StatusCode::CREATED);
    let decisions = format!("{}/decisions", scene.at(&asked));

    let silent = host.post(&decisions, json!({ "decision": "decline" })).await;
    let declined = host.post(&decisions, json!({ "decision": "decline", "reason": "We zijn nu vol." })).await.expect(StatusCode::OK);
    let twice = host.post(&decisions, json!({ "decision": "approve" })).await;
    let again = scene.join(&member).await.expect(StatusCode::CREATED);

    silent.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
    assert_eq!((&declined["state"], &declined["reason"]), (&json!("declined"), &json!("We zijn nu vol.")));
    twice.expect_problem(StatusCode::CONFLICT, "memberships/wrong-state");
    assert_eq!((&again["id"], &again["state"], &again["reason"]), (&asked["id"], &json!("requested"), &Value::Null));
    assert_eq!(scene.world.subjects_to(&member).await, ["Antwoord op je aanvraag"]);
}

#[tokio::test]
async fn only_its_own_core_group_answers_a_request_abuse_2() {
    let scene = Scene::with(Openness::Approval).await;
    let energie = scene.world.network(&scene.drenthe, "Energie").await;
    let neighbour = scene.world.core_group_of(&scene.drenthe, &energie).await;
    let (member, office) = (scene.member().await, scene.world.office_of(&scene.drenthe).await);
    let asked = scene.join(&member).await.expect(StatusCode::CREATED);
    let decisions = format!("{}/decisions", scene.at(&asked));
    let yes = || json!({ "decision": "approve" });
    let elsewhere = format!("{}/memberships/{}", path_of(&scene.drenthe, &energie), asked["id"].as_str().unwrap());

    member.post(&decisions, yes()).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    office.post(&decisions, yes()).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    neighbour.post(&decisions, yes()).await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
    neighbour.get(&scene.memberships()).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    neighbour.get(&elsewhere).await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
    neighbour.post(&format!("{elsewhere}/decisions"), yes()).await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");

    assert_eq!(scene.members().await, 0);
}

#[tokio::test]
async fn a_membership_of_a_special_network_is_known_to_the_person_and_the_core_group_only() {
    let scene = Scene::of(special("Gebed")).await;
    let (member, host) = (scene.member().await, scene.host().await);
    let asked = scene.join(&member).await.expect(StatusCode::CREATED);
    host.post(&format!("{}/decisions", scene.at(&asked)), json!({ "decision": "approve" })).await.expect(StatusCode::OK);
    let staff = [scene.world.office_of(&scene.drenthe).await, scene.world.board_of(&scene.drenthe).await];

    for caller in &staff {
        caller.get(&scene.at(&asked)).await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
        caller.get(&scene.memberships()).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    }
    member.get(&scene.at(&asked)).await.expect(StatusCode::OK);
    host.get(&scene.at(&asked)).await.expect(StatusCode::OK);
    for letter in scene.world.letters().await {
        assert!(!letter.to_string().contains("het netwerk Gebed") && !letter["subject"].as_str().unwrap().contains("Gebed"), "{letter}");
    }
}

#[tokio::test]
async fn an_ambassador_does_not_know_who_is_in_the_network() {
    let scene = Scene::with(Openness::Open).await;
    let (member, ambassador) = (scene.member().await, scene.world.ambassador_of(&scene.drenthe, &scene.network).await);
    let joined = scene.join(&member).await.expect(StatusCode::CREATED);

    ambassador.get(&scene.memberships()).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    ambassador.get(&scene.at(&joined)).await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
}

#[tokio::test]
async fn who_reads_about_the_members_of_a_network_is_on_record() {
    let scene = Scene::of(special("Gebed")).await;
    let (member, host) = (scene.member().await, scene.host().await);
    let asked = scene.join(&member).await.expect(StatusCode::CREATED);

    host.get(&scene.memberships()).await.expect(StatusCode::OK);
    host.get(&scene.at(&asked)).await.expect(StatusCode::OK);
    member.get(&scene.at(&asked)).await.expect(StatusCode::OK);
    member.get(&scene.memberships()).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");

    let id = asked["id"].as_str().unwrap().parse().unwrap();
    let readings = [scene.world.audit_of(scene.network.id.uuid()).await, scene.world.audit_of(id).await].concat();
    let readings: Vec<_> = readings.iter().map(|event| (event.action.as_str(), event.person_id, event.body.as_deref())).collect();
    let (host, member) = (Some(host.person().uuid()), Some(member.person().uuid()));
    assert_eq!(
        readings,
        [
            ("memberships.list", host, Some("core-group")),
            ("memberships.join", member, None),
            ("memberships.read", host, Some("core-group")),
        ]
    );
}

#[tokio::test]
async fn a_member_is_found_by_name_without_the_name_in_an_address() {
    let scene = Scene::with(Openness::Open).await;
    let (member, other, host) = (scene.member().await, scene.member().await, scene.host().await);
    let joined = [scene.join(&member).await.expect(StatusCode::CREATED), scene.join(&other).await.expect(StatusCode::CREATED)];
    let search = format!("{}/_search", scene.memberships());
    let listed = host.get(&scene.memberships()).await.expect(StatusCode::OK);
    let name_of = |id: &Value| listed["items"].as_array().unwrap().iter().find(|item| item["id"] == *id).unwrap()["name"].clone();
    let name = name_of(&joined[0]["id"]).as_str().unwrap().to_uppercase();

    let found = host.post(&search, json!({ "name": name })).await.expect(StatusCode::OK);
    let requested = host.post(&search, json!({ "name": name, "state": "requested" })).await.expect(StatusCode::OK);
    let in_address = host.get(&format!("{}?q=Anna", scene.memberships())).await;

    let ids: Vec<&Value> = found["items"].as_array().unwrap().iter().map(|item| &item["id"]).collect();
    assert_eq!((ids, &requested["items"]), (vec![&joined[0]["id"]], &json!([])));
    in_address.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
    member.post(&search, json!({ "name": name })).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    scene.world.anonymous().post(&search, json!({ "name": name })).await.expect_problem(StatusCode::UNAUTHORIZED, "house/unauthenticated");
    assert_eq!(scene.world.deeds(scene.network.id.uuid()).await, ["memberships.list"; 3]);
}

#[tokio::test]
async fn nobody_joins_twice() {
    let scene = Scene::with(Openness::Open).await;
    let member = scene.member().await;

    scene.join(&member).await.expect(StatusCode::CREATED);
    let again = scene.join(&member).await;

    again.expect_problem(StatusCode::CONFLICT, "memberships/wrong-state");
    assert_eq!(scene.members().await, 1);
}

#[tokio::test]
async fn the_same_request_sent_twice_has_one_effect_and_one_answer() {
    let scene = Scene::with(Openness::Open).await;
    let member = scene.member().await;
    let body = || json!({ "supportsPurpose": true });

    let first = member.post_once(&scene.memberships(), body(), "een-sleutel").await;
    let second = member.post_once(&scene.memberships(), body(), "een-sleutel").await;

    assert_eq!((first.status, &first.text), (second.status, &second.text));
    assert_eq!(scene.members().await, 1);
}

#[tokio::test]
async fn an_answer_and_a_removal_sent_twice_have_one_effect() {
    let scene = Scene::with(Openness::Approval).await;
    let (member, host) = (scene.member().await, scene.host().await);
    let asked = scene.join(&member).await.expect(StatusCode::CREATED);

    for (action, body) in [("decisions", json!({ "decision": "approve" })), ("removals", json!({ "reason": "Zegt lelijke dingen." }))] {
        let path = format!("{}/{action}", scene.at(&asked));
        let first = host.post_once(&path, body.clone(), action).await;
        let second = host.post_once(&path, body, action).await;

        first.expect(StatusCode::OK);
        assert_eq!((first.status, &first.text), (second.status, &second.text), "{action}");
    }
    assert_eq!(scene.members().await, 0);
    assert_eq!(scene.world.deeds_to(&asked).await, ["memberships.join", "memberships.decide", "memberships.remove"]);
}

#[tokio::test]
async fn a_request_answered_twice_at_once_counts_once() {
    let scene = Scene::with(Openness::Approval).await;
    let (member, host) = (scene.member().await, scene.host().await);
    let asked = scene.join(&member).await.expect(StatusCode::CREATED);
    let decisions = format!("{}/decisions", scene.at(&asked));

    let decide = async || host.post(&decisions, json!({ "decision": "approve" })).await;
    let (one, other) = tokio::join!(decide(), decide());

    let (done, refused) = if one.status == 200 { (one, other) } else { (other, one) };
    done.expect(StatusCode::OK);
    refused.expect_problem(StatusCode::CONFLICT, "memberships/wrong-state");
    assert_eq!(scene.members().await, 1);
}

#[tokio::test]
async fn many_who_join_at_once_are_all_counted_and_each_once() {
    let scene = Scene::with(Openness::Open).await;
    let crowd = scene.world.crowd(&scene.drenthe, 12).await;
    let mut joins = Vec::new();
    for caller in crowd.iter().chain(crowd.iter()) {
        let (caller, path) = (caller.clone(), scene.memberships());
        joins.push(tokio::spawn(async move {
            loop {
                let status = caller.post(&path, json!({ "supportsPurpose": true })).await.status;
                if status != 503 {
                    return status;
                }
            }
        }));
    }

    let mut created = 0;
    for join in joins {
        match join.await.unwrap() {
            201 => created += 1,
            409 => {}
            other => panic!("{other}"),
        }
    }

    assert_eq!((created, scene.members().await), (12, 12));
}

#[tokio::test]
async fn leaving_takes_effect_at_once_and_one_may_come_back() {
    let scene = Scene::with(Openness::Open).await;
    let member = scene.member().await;
    let joined = scene.join(&member).await.expect(StatusCode::CREATED);

    let stale = member.delete(&scene.at(&joined), "\"v9\"").await;
    let left = member.delete(&scene.at(&joined), "\"v1\"").await;
    let after = (scene.members().await, member.get(&path_of(&scene.drenthe, &scene.network)).await.expect(StatusCode::OK));
    let back = scene.join(&member).await.expect(StatusCode::CREATED);

    stale.expect_problem(StatusCode::PRECONDITION_FAILED, "house/stale");
    assert_eq!((left.status, after.0, &after.1["membership"]["state"]), (204, 0, &json!("left")));
    assert_eq!((&back["id"], &back["version"], scene.members().await), (&joined["id"], &json!(3), 1));
    assert_eq!(scene.world.deeds_to(&joined).await, ["memberships.join", "memberships.leave", "memberships.join"]);
}

#[tokio::test]
async fn nobody_leaves_for_another() {
    let scene = Scene::with(Openness::Open).await;
    let (member, other, host) = (scene.member().await, scene.member().await, scene.host().await);
    let joined = scene.join(&member).await.expect(StatusCode::CREATED);
    scene.join(&other).await.expect(StatusCode::CREATED);

    other.delete(&scene.at(&joined), "\"v1\"").await.expect_problem(StatusCode::NOT_FOUND, "house/not-found");
    host.delete(&scene.at(&joined), "\"v1\"").await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    scene.world.anonymous().delete(&scene.at(&joined), "\"v1\"").await.expect_problem(StatusCode::UNAUTHORIZED, "house/unauthenticated");

    assert_eq!(scene.members().await, 2);
}

#[tokio::test]
async fn who_leaves_gives_up_the_seat_and_the_core_group_and_office_hear_that_it_is_too_small() {
    let scene = Scene::with(Openness::Open).await;
    let office = scene.world.office_of(&scene.drenthe).await;
    let seated = scene.world.seated(&scene.drenthe, &scene.network, 4).await;
    let page = seated[0].get(&path_of(&scene.drenthe, &scene.network)).await.expect(StatusCode::OK);

    let left = seated[0].delete(&scene.at(&page["membership"]), "\"v1\"").await;

    let network = scene.world.network_now(&scene.network).await;
    assert_eq!((left.status, network.core_group, network.members, network.below_minimum_since.is_some()), (204, 3, 3, true));
    assert_eq!(scene.world.subjects_to(&seated[1]).await, ["De kerngroep zoekt mensen"]);
    assert_eq!(scene.world.subjects_to(&office).await, ["De kerngroep zoekt mensen"]);
    seated[0].get(&scene.memberships()).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
}

#[tokio::test]
async fn the_core_group_lets_someone_go_with_a_reason() {
    let scene = Scene::with(Openness::Open).await;
    let (member, host) = (scene.member().await, scene.host().await);
    let joined = scene.join(&member).await.expect(StatusCode::CREATED);
    let removals = format!("{}/removals", scene.at(&joined));

    host.post(&removals, json!({ "reason": "" })).await.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
    member.post(&removals, json!({ "reason": "Weg" })).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
    let removed = host.post(&removals, json!({ "reason": "Verstoorde drie bijeenkomsten." })).await.expect(StatusCode::OK);

    assert_eq!((&removed["state"], scene.members().await), (&json!("left"), 0));
    assert_eq!(scene.world.subjects_to(&member).await, ["Je doet niet meer mee"]);
    assert_eq!(scene.world.deeds_to(&joined).await, ["memberships.join", "memberships.remove"]);
}

#[tokio::test]
async fn the_core_group_lists_who_is_in_and_nobody_who_left() {
    let scene = Scene::with(Openness::Open).await;
    let (host, stays, leaves) = (scene.host().await, scene.member().await, scene.member().await);
    scene.join(&stays).await.expect(StatusCode::CREATED);
    let left = scene.join(&leaves).await.expect(StatusCode::CREATED);
    leaves.delete(&scene.at(&left), "\"v1\"").await;

    let listed = host.get(&scene.memberships()).await.expect(StatusCode::OK);
    let unlisted = host.get(&format!("{}?state=left", scene.memberships())).await;

    let persons: Vec<_> = listed["items"].as_array().unwrap().iter().map(|item| item["personId"].as_str().unwrap()).collect();
    assert_eq!(persons, [stays.person().to_string()]);
    unlisted.expect_problem(StatusCode::BAD_REQUEST, "house/invalid");
    stays.get(&scene.memberships()).await.expect_problem(StatusCode::FORBIDDEN, "house/forbidden");
}

#[tokio::test]
async fn who_leaves_gives_up_the_seats_at_meetings_of_the_network_and_who_waits_moves_up() {
    let scene = Scene::with(Openness::Open).await;
    let (leaver, waiter) = (scene.member().await, scene.member().await);
    let joined = scene.join(&leaver).await.expect(StatusCode::CREATED);
    scene.join(&waiter).await.expect(StatusCode::CREATED);
    let inside = scene.world.meeting(&scene.network, MeetingPlan { audience: Audience::Network, ..symposium(Some(1)) }).await;
    let everyone = scene.world.meeting(&scene.network, symposium(Some(1))).await;
    for meeting in [&inside, &everyone] {
        register(&leaver, meeting).await;
        register(&waiter, meeting).await;
    }

    leaver.delete(&scene.at(&joined), "\"v1\"").await;

    let mine = leaver.get("/organizations/drenthe/registrations").await.expect(StatusCode::OK);
    let going: Vec<_> = mine["items"].as_array().unwrap().iter().map(|meeting| meeting["id"].as_str().unwrap().to_owned()).collect();
    assert_eq!(going, [everyone.id.to_string()]);
    assert_eq!(scene.states(&inside).await, ["cancelled", "registered"]);
    assert_eq!(scene.states(&everyone).await, ["registered", "waitlisted"]);
    assert_eq!(scene.world.meeting_now(&inside).await.counts.registered, 1);
    assert_eq!(scene.world.subjects_to(&leaver).await.last().unwrap(), "Je bent afgemeld voor donderdag 2 april 2026");
    assert_eq!(scene.world.subjects_to(&waiter).await.last().unwrap(), "Er is plek voor je op donderdag 2 april 2026");
    let row = scene.world.registrations_of(inside.id).await[0].id;
    assert_eq!(scene.world.deeds(row).await, ["registrations.register", "registrations.release"]);
}

#[tokio::test]
async fn who_is_let_go_gives_up_the_seats_at_meetings_of_the_network() {
    let scene = Scene::with(Openness::Open).await;
    let (member, host) = (scene.member().await, scene.host().await);
    let joined = scene.join(&member).await.expect(StatusCode::CREATED);
    let inside = scene.world.meeting(&scene.network, MeetingPlan { audience: Audience::Network, ..symposium(None) }).await;
    register(&member, &inside).await;

    let removals = format!("{}/removals", scene.at(&joined));
    host.post(&removals, json!({ "reason": "Verstoorde drie bijeenkomsten." })).await.expect(StatusCode::OK);

    assert_eq!(scene.states(&inside).await, ["cancelled"]);
    assert_eq!(scene.world.meeting_now(&inside).await.counts.registered, 0);
}

async fn register(caller: &Caller, meeting: &Meeting) {
    let path = format!("/organizations/drenthe/meetings/{}/registrations", meeting.id);
    caller.post(&path, json!({})).await.expect(StatusCode::CREATED);
}
