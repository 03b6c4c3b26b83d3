//! What happens once, in order, and with a trace.

use reqwest::Method;
use serde_json::{Value, json};
use vliegwiel_application::audit;
use vliegwiel_domain::meetings::{Audience, Meeting, MeetingPlan};
use vliegwiel_domain::organizations::Organization;
use vliegwiel_tests::meetings::symposium;
use vliegwiel_tests::{Caller, Reply, World};

struct Scene {
    world: World,
    drenthe: Organization,
    meeting: Meeting,
}

impl Scene {
    async fn with(plan: MeetingPlan) -> Self {
        let world = World::new().await;
        let drenthe = world.organization("drenthe").await;
        let meeting = world.meeting(&world.network(&drenthe, "Zorg").await, plan).await;
        Self { world, drenthe, meeting }
    }

    async fn register(&self, caller: &Caller) -> Reply {
        caller.post(&format!("/organizations/drenthe/meetings/{}/registrations", self.meeting.id), json!({})).await
    }
}

/// A field of the answer; a mutant answers with anything, so nothing is expected of it.
fn field(reply: &Reply, name: &str) -> Option<Value> {
    serde_json::from_str::<Value>(&reply.text).ok()?.get(name).cloned()
}

pub async fn registering_twice_is_registering_once() -> bool {
    let scene = Scene::with(symposium(None)).await;
    let member = scene.world.member_of(&scene.drenthe).await;
    let (first, second) = (scene.register(&member).await, scene.register(&member).await);

    field(&first, "id").is_some() && field(&first, "id") == field(&second, "id")
}

pub async fn the_last_seat_goes_to_one() -> bool {
    let scene = Scene::with(symposium(Some(1))).await;
    let mut states = Vec::new();
    for caller in scene.world.crowd(&scene.drenthe, 2).await {
        states.push(field(&scene.register(&caller).await, "state"));
    }

    states == [Some(json!("registered")), Some(json!("waitlisted"))]
}

pub async fn a_meeting_is_for_its_audience() -> bool {
    let scene = Scene::with(MeetingPlan { audience: Audience::Network, ..symposium(None) }).await;
    // who may know of it without being of the audience
    let office = scene.world.office_of(&scene.drenthe).await;

    scene.register(&office).await.status != 201
}

pub async fn one_key_has_one_effect() -> bool {
    let world = World::new().await;
    let administrator = world.administrator_of(&world.organization("drenthe").await).await;
    let mut ids = Vec::new();
    for _ in 0..2 {
        let unit = json!({ "kind": "chapter", "name": "Assen" });
        ids.push(field(&administrator.post_once("/organizations/drenthe/units", unit, "sleutel").await, "id"));
    }

    ids[0].is_some() && ids[0] == ids[1]
}

pub async fn a_change_names_its_version() -> bool {
    let world = World::new().await;
    let administrator = world.administrator_of(&world.organization("drenthe").await).await;
    let change = administrator.request(Method::PATCH, "/organizations/drenthe");
    let change = change.header("Content-Type", "application/merge-patch+json").body(json!({ "name": "Anders" }).to_string());

    Reply::of(change.send().await.unwrap()).await.status == 428
}

pub async fn a_registration_is_recorded() -> bool {
    let scene = Scene::with(symposium(None)).await;
    let member = scene.world.member_of(&scene.drenthe).await;
    let registered = scene.register(&member).await.json();

    scene.world.deeds_to(&registered).await == ["registrations.register"]
}

pub async fn the_audit_trail_is_chained() -> bool {
    let scene = Scene::with(symposium(None)).await;
    for caller in scene.world.crowd(&scene.drenthe, 2).await {
        scene.register(&caller).await;
    }

    audit::first_break(&scene.world.app, scene.drenthe.id.uuid()).await.unwrap().is_none()
}

pub async fn a_registration_is_confirmed_by_mail() -> bool {
    let scene = Scene::with(symposium(None)).await;
    let member = scene.world.member_of(&scene.drenthe).await;
    scene.register(&member).await;

    scene.world.letters_to(&scene.world.address_of(&member)).await.len() == 1
}
