//! Everything that an operation can be asked of, once in each state that one of them needs: for one network of one organisation.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use reqwest::StatusCode;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Statement, Value as Sql};
use serde_json::{Value, json};
use uuid::Uuid;
use vliegwiel_domain::access::Role;
use vliegwiel_domain::ids::AreaId;
use vliegwiel_domain::networks::Network;
use vliegwiel_domain::organizations::Organization;
use vliegwiel_persistence::rows;
use vliegwiel_tests::build::PASSWORD;
use vliegwiel_tests::founding_plans::Proposal;
use vliegwiel_tests::meetings::symposium;
use vliegwiel_tests::networks::path_of;
use vliegwiel_tests::{Caller, World};

/// Where the things stand, and who puts them there.
pub struct Ground<'a> {
    /// The product.
    pub world: &'a World,
    /// The tenant.
    pub organization: &'a Organization,
    /// Someone of the office, of the board, and an administrator.
    pub staff: &'a [Caller; 3],
    /// Where the meetings are.
    pub area: AreaId,
}

/// Things by their keys, such as `meeting.draft`.
pub struct Objects {
    /// Their ids, and tokens.
    pub ids: BTreeMap<&'static str, String>,
    /// The networks in all their states.
    pub networks: Vec<Network>,
    /// Whom everything is about: a member of the organisation and of the network who drafts plans, registers and holds a seat.
    pub participant: Caller,
    name: String,
}

/// Change a column of a row, past every rule.
pub async fn alter(world: &World, table: &str, id: &str, change: (&str, Sql)) {
    let db = world.app.db.maintenance();
    let sql = format!("UPDATE {table} SET {} = $1 WHERE id = $2", change.0);
    let values = [change.1, Sql::from(id.parse::<Uuid>().unwrap())];
    let done = db.execute_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await.unwrap();
    assert_eq!(done.rows_affected(), 1, "{table} {id}");
}

fn id_of(value: &Value) -> String {
    value["id"].as_str().unwrap().to_owned()
}

impl Objects {
    /// Put everything of a network with this name on the ground.
    pub async fn of(ground: &Ground<'_>, name: &str) -> Self {
        let participant = ground.world.member_of(ground.organization).await;
        let mut objects = Self { ids: BTreeMap::new(), networks: Vec::new(), participant, name: name.to_owned() };
        objects.keep("slug", &ground.organization.slug);
        objects.keep("area", ground.area.to_string());
        objects.put_networks(ground).await;
        let host = ground.world.core_group_of(ground.organization, &objects.networks[0]).await;
        for network in &objects.networks[1..] {
            ground.world.grant(ground.organization.id, host.person(), Role::CoreGroup, Some(network.id)).await;
        }
        objects.put_evaluations(ground).await;
        objects.put_people(ground).await;
        objects.put_groups(ground, &host).await;
        objects.put_positions(ground, &host).await;
        objects.put_meetings(ground).await;
        objects.put_plans(ground).await;
        objects.put_units(ground).await;
        objects.put_tokens(ground).await;
        objects
    }

    fn keep(&mut self, key: &'static str, id: impl std::fmt::Display) {
        assert!(self.ids.insert(key, id.to_string()).is_none(), "two things are called {key}");
    }

    async fn put_networks(&mut self, ground: &Ground<'_>) {
        let world = ground.world;
        for (key, state) in [
            ("network", "active"),
            ("network.pilot", "pilot"),
            ("network.dormant", "dormant"),
            ("network.evaluating", "active"),
            ("network.decided", "active"),
            ("network.over", "ended"),
            ("network.waiting", "proposed"),
        ] {
            let name = format!("{} {key}", self.name);
            let network = match state {
                // with what was agreed about it
                "ended" | "proposed" => world.waiting_network(ground.organization, &name).await,
                _ => world.network(ground.organization, &name).await,
            };
            let id = network.id.to_string();
            alter(world, "networks", &id, ("state", state.into())).await;
            alter(world, "networks", &id, ("core_group", 4.into())).await;
            if state == "ended" {
                alter(world, "networks", &id, ("ended_on", world.app.today().into())).await;
            }
            self.keep(key, id);
            self.networks.push(network);
        }
    }

    async fn put_evaluations(&mut self, ground: &Ground<'_>) {
        let [office, board, _] = ground.staff;
        for (at, key) in [(3, "evaluation"), (4, "evaluation.over")] {
            let path = format!("{}/evaluations", path_of(ground.organization, &self.networks[at]));
            let opened = office.post(&path, json!({ "reason": "De kerngroep vraagt erom." })).await.expect(StatusCode::CREATED);
            for view in ["core_group_view", "office_view"] {
                let by = Sql::from(self.participant.person().uuid());
                alter(ground.world, "evaluations", &id_of(&opened), (view, "Het loopt goed.".into())).await;
                alter(ground.world, "evaluations", &id_of(&opened), (&format!("{view}_by"), by)).await;
                alter(ground.world, "evaluations", &id_of(&opened), (&format!("{view}_at"), ground.world.app.now().into())).await;
            }
            if key == "evaluation.over" {
                let path = format!("/organizations/{}/evaluations/{}/decisions", ground.organization.slug, id_of(&opened));
                let decision = json!({ "outcome": "continue", "reason": "Goed werk.", "evaluationOn": "2027-03-04" });
                board.post(&path, decision).await.expect(StatusCode::OK);
            }
            self.keep(key, id_of(&opened));
        }
    }

    async fn put_people(&mut self, ground: &Ground<'_>) {
        let world = ground.world;
        let zorg = self.networks[0].clone();
        let [candidate, asking, gone] = [
            world.member_of(ground.organization).await,
            world.member_of(ground.organization).await,
            world.member_of(ground.organization).await,
        ];
        for person in [&self.participant, &candidate, &asking, &gone] {
            world.make_member(&zorg, person).await;
        }
        self.keep("person", self.participant.person());
        self.keep("person.candidate", candidate.person());
        let consents = format!("/organizations/{}/persons/{}/consents", ground.organization.slug, self.participant.person());
        let text = json!({ "language": "nl", "textVersion": "2026-03" });
        self.participant.put(&format!("{consents}/network-directory"), "\"v1\"", text).await.expect(StatusCode::OK);
        self.keep("session", session_of(&self.participant.clone()).await);
        for (key, of, person, state) in [
            ("affiliation", "membership", self.participant.clone(), "active"),
            ("affiliation.requested", "membership.requested", asking, "requested"),
            ("affiliation.over", "membership.over", gone, "ended"),
        ] {
            let affiliation = rows::affiliations::Entity::find().filter(rows::affiliations::Column::PersonId.eq(person.person().uuid()));
            let affiliation = affiliation.one(world.rows()).await.unwrap().unwrap().id.to_string();
            let membership = rows::memberships::Entity::find().filter(rows::memberships::Column::PersonId.eq(person.person().uuid()));
            let membership = membership.one(world.rows()).await.unwrap().unwrap().id.to_string();
            alter(world, "affiliations", &affiliation, ("state", state.into())).await;
            let state = if state == "ended" { "left" } else { state };
            alter(world, "memberships", &membership, ("state", state.into())).await;
            self.keep(key, affiliation);
            self.keep(of, membership);
        }
    }

    async fn put_groups(&mut self, ground: &Ground<'_>, host: &Caller) {
        let path = format!("{}/working-groups", path_of(ground.organization, &self.networks[0]));
        for key in ["group", "group.over"] {
            let new = json!({ "kind": "members", "name": key, "purpose": "Advies over wachtlijsten." });
            let founded = host.post(&path, new).await.expect(StatusCode::CREATED);
            self.keep(key, id_of(&founded));
        }
        let members = format!("{path}/{}/members", self.ids["group"]);
        let added = host.post(&members, json!({ "personId": self.participant.person().to_string(), "expertise": "" })).await;
        added.expect(StatusCode::CREATED);
        self.keep("group-member", id_of(&host.get(&members).await.expect(StatusCode::OK)["items"][0]));
        host.delete(&format!("{path}/{}", self.ids["group.over"]), "\"v1\"").await.expect(StatusCode::NO_CONTENT);
    }

    async fn put_positions(&mut self, ground: &Ground<'_>, host: &Caller) {
        for key in ["position", "position.vacant", "position.over"] {
            let position = ground.world.open_position(ground.organization, &self.networks[0], host).await;
            self.keep(key, position);
        }
        let path = format!("/organizations/{}/positions/{}", ground.organization.slug, self.ids["position"]);
        for key in ["appointment.over", "appointment"] {
            ground.world.appoint(ground.organization, &self.ids["position"], &self.participant.clone(), host).await;
            let seen = host.get(&path).await.expect(StatusCode::OK);
            self.keep(key, seen["holders"][0]["appointmentId"].as_str().unwrap());
            if key == "appointment.over" {
                let ending = format!("{path}/appointments/{}/endings", self.ids[key]);
                host.post(&ending, json!({ "reason": "Verhuisd." })).await.expect(StatusCode::OK);
            }
        }
        // the seat gave the participant the access of a core group, and here only the stake counts
        let person = self.participant.person().uuid();
        let grants = rows::grants::Entity::delete_many().filter(rows::grants::Column::PersonId.eq(person));
        grants.exec(ground.world.app.db.maintenance()).await.unwrap();
        let over = format!("/organizations/{}/positions/{}", ground.organization.slug, self.ids["position.over"]);
        host.delete(&over, "\"v1\"").await.expect(StatusCode::NO_CONTENT);
    }

    async fn put_meetings(&mut self, ground: &Ground<'_>) {
        let (world, zorg) = (ground.world, self.networks[0].clone());
        let plan = || vliegwiel_domain::meetings::MeetingPlan { area_id: Some(ground.area), ..symposium(Some(40)) };
        let draft = world.draft(&zorg, plan()).await;
        self.keep("meeting.draft", draft.id);
        let soon: DateTime<Utc> = world.app.now() - TimeDelta::minutes(5);
        for (key, registration) in [
            ("meeting", "registration"),
            ("meeting.started", "registration.door"),
            ("meeting.begun", "registration.attended"),
            ("meeting.other", "registration.over"),
            ("meeting.over", "registration.gone"),
        ] {
            let meeting = world.meeting(&zorg, plan()).await;
            let id = meeting.id.to_string();
            let path = format!("/organizations/{}/meetings/{id}/registrations", ground.organization.slug);
            let accepted = self.participant.post(&path, json!({})).await.expect(StatusCode::CREATED);
            if ["meeting.started", "meeting.begun"].contains(&key) {
                alter(world, "meetings", &id, ("starts_at", soon.into())).await;
            }
            if key == "meeting.over" {
                alter(world, "meetings", &id, ("state", "cancelled".into())).await;
            }
            if key == "meeting.begun" {
                alter(world, "registrations", &id_of(&accepted), ("attended_at", world.app.now().into())).await;
                alter(world, "meetings", &id, ("attended", 1.into())).await;
            }
            if key == "meeting.other" {
                alter(world, "registrations", &id_of(&accepted), ("state", "cancelled".into())).await;
                alter(world, "meetings", &id, ("registered", 0.into())).await;
            }
            self.keep(key, id);
            self.keep(registration, id_of(&accepted));
        }
    }

    async fn put_plans(&mut self, ground: &Ground<'_>) {
        let [office, ..] = ground.staff;
        for (key, steps) in [
            ("plan", &[][..]),
            ("plan.ready", &["confirm"]),
            ("plan.submitted", &["confirm", "submissions"]),
            ("plan.in-review", &["confirm", "submissions", "reviews"]),
            ("plan.advised", &["confirm", "submissions", "reviews", "advices"]),
            ("plan.over", &["confirm", "submissions", "withdrawals"]),
        ] {
            let plan = ground.world.proposal_of(ground.organization, vec![self.participant.clone()]).await;
            if key == "plan" {
                self.put_plan_members(&plan).await;
            }
            for step in steps {
                match *step {
                    "confirm" => drop(plan.confirm(plan.drafter()).await),
                    "reviews" => drop(plan.step(office, step, Value::Null).await),
                    "advices" => drop(plan.step(office, step, json!({ "advice": "Positief." })).await),
                    "withdrawals" => drop(plan.step(plan.drafter(), step, json!({ "reason": "Toch niet." })).await),
                    _ => drop(plan.step(plan.drafter(), step, Value::Null).await),
                }
            }
            let id = plan.path.rsplit('/').next().unwrap().to_owned();
            self.keep(key, id);
        }
    }

    async fn put_plan_members(&mut self, plan: &Proposal) {
        let other = json!({ "email": "ander@voorbeeld.example", "kind": "member", "title": "Kerngroeplid" });
        plan.step(plan.drafter(), "members", other).await;
        let seen = plan.seen_by(plan.drafter()).await;
        let own = seen["ownMember"].as_str().unwrap().to_owned();
        let members: Vec<String> = seen["members"].as_array().unwrap().iter().map(id_of).collect();
        self.keep("plan-member.other", members.iter().find(|id| **id != own).unwrap());
        self.keep("plan-member", own);
        self.keep("plan.revision", seen["revision"].as_u64().unwrap());
    }

    async fn put_units(&mut self, ground: &Ground<'_>) {
        let [.., administrator] = ground.staff;
        let path = format!("/organizations/{}/units", ground.organization.slug);
        let unit = administrator.post(&path, json!({ "kind": "province", "name": "Drenthe" })).await.expect(StatusCode::CREATED);
        let leaf = json!({ "kind": "chapter", "name": "Assen", "parentId": unit["id"] });
        let leaf = administrator.post(&path, leaf).await.expect(StatusCode::CREATED);
        self.keep("unit", id_of(&unit));
        self.keep("unit.leaf", id_of(&leaf));
    }

    async fn put_tokens(&mut self, ground: &Ground<'_>) {
        let (world, nobody) = (ground.world, ground.world.anonymous());
        let slug = &ground.organization.slug;
        let address = |word: &str| format!("{word}.{}@voorbeeld.example", self.name.to_lowercase());
        let (new, known, asked, coming) = (address("nieuw"), address("bekend"), address("vraagt"), address("komt"));
        world.registered(ground.organization, &known).await;
        let sign_in = json!({ "client": "mobile", "email": known, "password": PASSWORD });
        let opened = nobody.post("/sessions", sign_in).await.expect(StatusCode::CREATED);
        let applicant = json!({ "name": "Jantje Voorbeeld", "email": new, "language": "nl", "isMember": false });
        nobody.post(&format!("/organizations/{slug}/self-registrations"), applicant).await.expect(StatusCode::ACCEPTED);
        self.keep("token.account", world.token_to(&new).await);
        let reset = json!({ "email": known, "organization": slug });
        nobody.post("/accounts/password-resets", reset).await.expect(StatusCode::ACCEPTED);
        self.keep("token.password", world.token_to(&known).await);
        let path = format!("/organizations/{slug}/meetings/{}/guest-registrations", self.ids["meeting"]);
        for (key, email) in [("token.asked", &asked), ("token.registered", &coming)] {
            let guest = json!({ "name": "Gast Voorbeeld", "email": email, "language": "nl", "consent": { "textVersion": "2026-03" } });
            nobody.post(&path, guest).await.expect(StatusCode::ACCEPTED);
            self.keep(key, world.token_to(email).await);
        }
        let confirmation = json!({ "token": self.ids["token.registered"] });
        nobody.post(&format!("/organizations/{slug}/guest-registrations/confirmations"), confirmation).await.expect(StatusCode::OK);
        self.keep("token.refresh", opened["refreshToken"].as_str().unwrap());
        self.keep("email", known);
    }
}

/// The session that a caller is signed in with.
pub async fn session_of(caller: &Caller) -> String {
    id_of(&caller.get("/sessions").await.expect(StatusCode::OK)["items"][0])
}
