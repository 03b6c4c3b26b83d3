//! Builders: networks that wait or have a core group, and the people in them, arranged through the API itself where it can.

use chrono::TimeDelta;
use reqwest::StatusCode;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::{Value, json};
use uuid::Uuid;
use vliegwiel_domain::networks::{Agreement, Network, NetworkKind, NetworkProfile, NewNetwork, Openness, Sensitivity, Terms, slug_for};
use vliegwiel_domain::organizations::Organization;
use vliegwiel_persistence::{networks, organizations, rows};

use crate::caller::Caller;
use crate::world::World;

/// Path of a network, below `/api/v1`.
#[must_use]
pub fn path_of(organization: &Organization, network: &Network) -> String {
    format!("/organizations/{}/networks/{}", organization.slug, network.id)
}

/// A profile with this name, open to everyone.
#[must_use]
pub fn profile(name: &str) -> NetworkProfile {
    NetworkProfile {
        name: name.to_owned(),
        purpose: "Elkaar ontmoeten en meedenken.".to_owned(),
        about: String::new(),
        sensitivity: Sensitivity::Normal,
        openness: Openness::Open,
    }
}

/// A profile of a network where being in it says something about someone; its core group answers who asks to join.
#[must_use]
pub fn special(name: &str) -> NetworkProfile {
    NetworkProfile { sensitivity: Sensitivity::Special, openness: Openness::Approval, ..profile(name) }
}

impl World {
    /// A network that waits for its start.
    pub async fn waiting_network(&self, organization: &Organization, name: &str) -> Network {
        let (slug, kind) = (slug_for(name), NetworkKind::Theme);
        let new = NewNetwork { organization_id: organization.id, unit_id: None, slug, kind, profile: profile(name) };
        let network = new.propose(self.app.new_id(), self.app.new_id(), self.app.now()).unwrap();
        let terms = Terms {
            purpose: network.profile.purpose.clone(),
            organisation: String::new(),
            duration_months: Some(24),
            goal_members: 50,
            goal_months: 12,
            evaluation_months: Some(12),
            conditions: String::new(),
        };
        let agreement = Agreement {
            id: self.app.new_id(),
            organization_id: organization.id,
            network_id: network.id,
            founding_plan_id: network.founding_plan_id,
            evaluation_id: None,
            terms,
            agreed_on: self.app.today(),
            created_at: self.app.now(),
        };
        networks::insert(self.app.db.maintenance(), &network).await.unwrap();
        networks::insert_agreement(self.app.db.maintenance(), &agreement).await.unwrap();
        network
    }

    /// So many members of the organisation who are in the network and hold a seat in its core group each, appointed by someone of the core
    /// group who is gone afterwards.
    pub async fn seated(&self, organization: &Organization, network: &Network, size: usize) -> Vec<Caller> {
        let founder = self.core_group_of(organization, network).await;
        let mut people = Vec::with_capacity(size);
        for _ in 0..size {
            let person = self.member_of(organization).await;
            self.make_member(network, &person).await;
            let position = self.open_position(organization, network, &founder).await;
            self.appoint(organization, &position, &person, &founder).await;
            people.push(person);
        }
        rows::grants::Entity::delete_many()
            .filter(rows::grants::Column::PersonId.eq(founder.person().uuid()))
            .exec(self.app.db.maintenance())
            .await
            .unwrap();
        rows::outbox::Entity::delete_many().exec(self.app.db.maintenance()).await.unwrap();
        people
    }

    /// Make a person an active member of a network without asking anyone.
    pub async fn make_member(&self, network: &Network, person: &Caller) {
        use vliegwiel_domain::memberships::{Joining, NewMembership};
        use vliegwiel_persistence::memberships;
        use vliegwiel_persistence::networks::{MembersChange, count_members};

        let new = NewMembership { organization_id: network.organization_id, network_id: network.id, person_id: person.person() };
        let membership = new.begin(self.app.new_id(), Joining::AtOnce, self.app.now());
        memberships::insert(self.app.db.maintenance(), &membership).await.unwrap();
        count_members(self.app.db.maintenance(), network.organization_id, network.id, MembersChange::Joined).await.unwrap();
    }

    /// Open a seat in the core group of a network. Returns its id.
    pub async fn open_position(&self, organization: &Organization, network: &Network, by: &Caller) -> String {
        let new = json!({ "body": "core-group", "networkId": network.id.to_string(), "kind": "member", "title": "Kerngroeplid" });
        let opened = by.post(&format!("/organizations/{}/positions", organization.slug), new).await.expect(StatusCode::CREATED);
        opened["id"].as_str().unwrap().to_owned()
    }

    /// Appoint a person as the regular holder of a position.
    pub async fn appoint(&self, organization: &Organization, position: &str, person: &Caller, by: &Caller) {
        let path = format!("/organizations/{}/positions/{position}/appointments", organization.slug);
        let wish = json!({ "personId": person.person().to_string(), "capacity": "regular" });
        by.post(&path, wish).await.expect(StatusCode::CREATED);
    }

    /// The network as it is stored now.
    pub async fn network_now(&self, network: &Network) -> Network {
        networks::one(self.rows(), network.organization_id, network.id).await.unwrap().unwrap()
    }

    /// Let the organisation carry so many pilots at once.
    pub async fn with_start_capacity(&self, organization: &Organization, start_capacity: u32) {
        let found = organizations::by_id(self.rows(), organization.id).await.unwrap().unwrap();
        let mut settings = found.settings.clone();
        settings.rules.start_capacity = start_capacity;
        let configured = found.configure(settings).unwrap();
        assert!(organizations::replace(self.app.db.maintenance(), &configured).await.unwrap());
    }

    /// From now on the name of the person may stand on public pages.
    pub async fn agrees_to_public_role(&self, person: &Caller) {
        rows::persons::Entity::update_many()
            .col_expr(rows::persons::Column::HasPublicRole, Expr::value(true))
            .filter(rows::persons::Column::Id.eq(person.person().uuid()))
            .exec(self.app.db.maintenance())
            .await
            .unwrap();
    }

    /// From now on the person is something else to the organisation, such as `guest`.
    pub async fn becomes(&self, person: &Caller, affiliation: &str) {
        rows::affiliations::Entity::update_many()
            .col_expr(rows::affiliations::Column::Kind, Expr::value(affiliation))
            .filter(rows::affiliations::Column::PersonId.eq(person.person().uuid()))
            .exec(self.app.db.maintenance())
            .await
            .unwrap();
    }

    /// What a person was and is to the organisation, the oldest first, as `kind state`.
    pub async fn affiliations_of(&self, person: &Caller) -> Vec<String> {
        let all = rows::affiliations::Entity::find()
            .filter(rows::affiliations::Column::PersonId.eq(person.person().uuid()))
            .order_by_asc(rows::affiliations::Column::Id);
        all.all(self.rows()).await.unwrap().into_iter().map(|row| format!("{} {}", row.kind, row.state)).collect()
    }

    /// Let days pass, and the worker do what is due then.
    pub async fn days_pass(&self, days: i64) {
        self.clock.pass(TimeDelta::days(days));
        vliegwiel_application::jobs::run_due(&self.app).await.unwrap();
    }

    /// Subjects of the letters to a caller.
    pub async fn subjects_to(&self, caller: &Caller) -> Vec<String> {
        let letters = self.letters_to(&self.address_of(caller)).await;
        letters.iter().map(|letter| letter["subject"].as_str().unwrap().to_owned()).collect()
    }

    /// What was done to the thing with this id, in order.
    pub async fn deeds_to(&self, thing: &Value) -> Vec<String> {
        self.deeds(thing["id"].as_str().unwrap().parse::<Uuid>().unwrap()).await
    }
}
