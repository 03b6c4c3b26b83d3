//! Builders: founding plans and the people who write them, arranged through the API itself.

use std::sync::Arc;

use chrono::TimeDelta;
use reqwest::StatusCode;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::{Value, json};
use uuid::Uuid;
use vliegwiel_domain::organizations::{Organization, Rules, Settings};
use vliegwiel_persistence::{organizations, rows};

use crate::caller::Caller;
use crate::time::TestClock;
use crate::world::World;

/// The sections that a plan cannot be submitted without.
pub const REQUIRED: [&str; 4] = ["purpose", "shared-ground", "organisation", "activities"];

/// A plan with the people who write it.
pub struct Proposal {
    /// Path of the plan, below `/api/v1`.
    pub path: String,
    /// The organisation.
    pub organization: Organization,
    /// The people named in it; the first began it.
    pub people: Vec<Caller>,
    clock: Arc<TestClock>,
}

impl World {
    /// An organisation that carries so many pilots at once.
    pub async fn organization_that_starts(&self, slug: &str, start_capacity: u32) -> Organization {
        let organization = self.organization(slug).await;
        let rules = Rules { start_capacity, ..organization.settings.rules.clone() };
        let settings = Settings { rules, ..organization.settings.clone() };
        let changed = organization.configure(settings).unwrap();
        assert!(organizations::replace(self.app.db.maintenance(), &changed).await.unwrap());
        changed
    }

    /// Someone stops being a member of the organisation.
    pub async fn leaves_the_organization(&self, caller: &Caller) {
        rows::affiliations::Entity::update_many()
            .col_expr(rows::affiliations::Column::State, Expr::value("ended"))
            .filter(rows::affiliations::Column::PersonId.eq(caller.person().uuid()))
            .exec(self.app.db.maintenance())
            .await
            .unwrap();
    }

    /// The audit events about a thing, in order.
    pub async fn audit_of(&self, object: Uuid) -> Vec<rows::audit_events::Model> {
        rows::audit_events::Entity::find()
            .filter(rows::audit_events::Column::ObjectId.eq(object))
            .order_by_asc(rows::audit_events::Column::Sequence)
            .all(self.rows())
            .await
            .unwrap()
    }

    /// A draft with its required sections written and these people named, the first of whom began it.
    pub async fn proposal_of(&self, organization: &Organization, people: Vec<Caller>) -> Proposal {
        let drafter = people.first().unwrap();
        let plans = format!("/organizations/{}/founding-plans", organization.slug);
        let plan = drafter.post(&plans, json!({ "name": "Netwerk zorg", "kind": "theme" })).await.expect(StatusCode::CREATED);
        let path = format!("{plans}/{}", plan["id"].as_str().unwrap());
        let proposal = Proposal { path, organization: organization.clone(), people, clock: self.clock.clone() };
        for section in REQUIRED {
            proposal.write(proposal.drafter(), section, &format!("Onze tekst over {section}.")).await;
        }
        for person in &proposal.people {
            let member = json!({ "email": self.address_of(person), "kind": "member", "title": "Kerngroeplid" });
            proposal.step(proposal.drafter(), "members", member).await;
        }
        proposal
    }

    /// A draft that four members of the organisation confirmed.
    pub async fn proposal(&self, organization: &Organization) -> Proposal {
        let mut people = Vec::new();
        for _ in 0..4 {
            people.push(self.member_of(organization).await);
        }
        let proposal = self.proposal_of(organization, people).await;
        for person in &proposal.people {
            proposal.confirm(person).await;
        }
        proposal
    }

    /// A plan that was submitted.
    pub async fn submitted(&self, organization: &Organization) -> Proposal {
        let proposal = self.proposal(organization).await;
        proposal.step(proposal.drafter(), "submissions", Value::Null).await;
        proposal
    }

    /// A plan that the office reads.
    pub async fn in_review(&self, organization: &Organization, office: &Caller) -> Proposal {
        let proposal = self.submitted(organization).await;
        proposal.step(office, "reviews", Value::Null).await;
        proposal
    }

    /// A plan that waits for the board.
    pub async fn advised(&self, organization: &Organization, office: &Caller) -> Proposal {
        let proposal = self.in_review(organization, office).await;
        proposal.step(office, "advices", json!({ "advice": "Positief: een stevige kerngroep." })).await;
        proposal
    }
}

impl Proposal {
    /// Who began it.
    #[must_use]
    pub fn drafter(&self) -> &Caller {
        self.people.first().unwrap()
    }

    /// The plan as someone sees it.
    pub async fn seen_by(&self, caller: &Caller) -> Value {
        caller.get(&self.path).await.expect(StatusCode::OK)
    }

    /// Write a section over its present version.
    pub async fn write(&self, caller: &Caller, section: &str, text: &str) -> Value {
        self.clock.pass(TimeDelta::milliseconds(1));
        let version = section_of(&self.seen_by(caller).await, section)["version"].clone();
        let path = format!("{}/sections/{section}", self.path);
        caller.put(&path, &format!("\"v{version}\""), json!({ "text": text })).await.expect(StatusCode::OK)
    }

    /// Say yes to the plan as it is.
    pub async fn confirm(&self, caller: &Caller) -> Value {
        self.clock.pass(TimeDelta::milliseconds(1));
        let plan = self.seen_by(caller).await;
        let path = format!("{}/members/{}/confirmations", self.path, plan["ownMember"].as_str().unwrap());
        caller.post(&path, json!({ "decision": "confirm", "revision": plan["revision"] })).await.expect(StatusCode::CREATED)
    }

    /// Take a step in the course of the plan, which must succeed.
    pub async fn step(&self, caller: &Caller, step: &str, body: Value) -> Value {
        let body = if body.is_null() { json!({}) } else { body };
        // what happens later stands later in every list
        self.clock.pass(TimeDelta::milliseconds(1));
        caller.post(&format!("{}/{step}", self.path), body).await.expect(StatusCode::CREATED)
    }
}

/// A section in the view of a plan.
#[must_use]
pub fn section_of<'a>(plan: &'a Value, section: &str) -> &'a Value {
    plan["sections"].as_array().unwrap().iter().find(|one| one["section"] == section).unwrap()
}
