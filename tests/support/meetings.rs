//! Builders: meetings, crowds that come to them, and what they leave behind.

use chrono::{TimeDelta, TimeZone, Utc};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};
use uuid::Uuid;
use vliegwiel_application::access_tokens::{self, Bearer};
use vliegwiel_application::sessions::{self, Device};
use vliegwiel_domain::ids::{AccountId, MeetingId, PersonId, SessionId};
use vliegwiel_domain::meetings::{Attendance, Audience, Meeting, MeetingKind, MeetingPlan, NewMeeting, Venue};
use vliegwiel_domain::networks::Network;
use vliegwiel_domain::organizations::Organization;
use vliegwiel_domain::sessions::SessionClient;
use vliegwiel_persistence::{meetings, rows};

use crate::caller::Caller;
use crate::world::World;

/// Rows in one statement, below what a database takes as values of one.
const BATCH: usize = 200;

/// A symposium for everyone on Thursday 2 April 2026, 19:30 to 22:00 in the Netherlands: four weeks after the beginning of a world.
#[must_use]
pub fn symposium(capacity: Option<u32>) -> MeetingPlan {
    let starts_at = Utc.with_ymd_and_hms(2026, 4, 2, 17, 30, 0).unwrap();
    MeetingPlan {
        title: "Wie zorgt er straks voor ons?".to_owned(),
        summary: "Over zorg in de buurt.".to_owned(),
        language_note: String::new(),
        kind: MeetingKind::Symposium,
        starts_at,
        ends_at: starts_at + TimeDelta::minutes(150),
        area_id: None,
        venue: Some(Venue { name: "Provinciehuis".to_owned(), address: "Westerbrink 1, Assen".to_owned() }),
        accessibility_note: String::new(),
        online_url: Some("https://meet.example/zorg".to_owned()),
        audience: Audience::Public,
        capacity,
        attendance: Attendance::Named,
    }
}

impl World {
    /// A draft of a meeting.
    pub async fn draft(&self, network: &Network, plan: MeetingPlan) -> Meeting {
        let new = NewMeeting { organization_id: network.organization_id, network_id: network.id, plan };
        let meeting = new.schedule(self.app.new_id(), self.app.now()).unwrap();
        meetings::insert(self.app.db.maintenance(), &meeting).await.unwrap();
        meeting
    }

    /// A published meeting.
    pub async fn meeting(&self, network: &Network, plan: MeetingPlan) -> Meeting {
        let published = self.draft(network, plan).await.publish(network.state, self.app.now()).unwrap();
        assert!(meetings::replace(self.app.db.maintenance(), &published).await.unwrap());
        published
    }

    /// The meeting as it is now.
    pub async fn meeting_now(&self, meeting: &Meeting) -> Meeting {
        meetings::one(self.rows(), meeting.organization_id, meeting.id).await.unwrap().unwrap()
    }

    /// So many signed-in members at once.
    pub async fn crowd(&self, organization: &Organization, size: usize) -> Vec<Caller> {
        let (mut accounts, mut sessions, mut persons, mut affiliations, mut callers) = (vec![], vec![], vec![], vec![], vec![]);
        for _ in 0..size {
            let (account, token, account_row, session_row) = self.someone();
            let person = PersonId::new(self.app.new_id::<()>().uuid());
            accounts.push(account_row.into_active_model());
            sessions.push(session_row.into_active_model());
            persons.push(self.person_row(organization, person, account).into_active_model());
            affiliations.push(self.affiliation_row(organization, person).into_active_model());
            callers.push(Caller::new(&self.address, Some(token)).known_as(person));
        }
        let db = self.app.db.maintenance();
        for batch in accounts.chunks(BATCH) {
            rows::accounts::Entity::insert_many(batch.to_vec()).exec_without_returning(db).await.unwrap();
        }
        for batch in sessions.chunks(BATCH) {
            rows::sessions::Entity::insert_many(batch.to_vec()).exec_without_returning(db).await.unwrap();
        }
        for batch in persons.chunks(BATCH) {
            rows::persons::Entity::insert_many(batch.to_vec()).exec_without_returning(db).await.unwrap();
        }
        for batch in affiliations.chunks(BATCH) {
            rows::affiliations::Entity::insert_many(batch.to_vec()).exec_without_returning(db).await.unwrap();
        }
        callers
    }

    /// The same person, signed in again: a token is good for minutes, and a session for two weeks without use.
    pub async fn refreshed(&self, caller: &Caller) -> Caller {
        let person = rows::persons::Entity::find_by_id(caller.person().uuid()).one(self.rows()).await.unwrap().unwrap();
        let account = person.account_id.unwrap();
        let device = Device { client: SessionClient::Web, name: "proef".to_owned(), token: None };
        let token = sessions::open_for(&self.app, AccountId::new(account), device).await.unwrap().access_token;
        Caller::new(&self.address, Some(token)).known_as(caller.person())
    }

    /// The registrations of a meeting, in order of acceptance.
    pub async fn registrations_of(&self, meeting: MeetingId) -> Vec<rows::registrations::Model> {
        rows::registrations::Entity::find()
            .filter(rows::registrations::Column::MeetingId.eq(meeting.uuid()))
            .order_by_asc(rows::registrations::Column::Place)
            .all(self.rows())
            .await
            .unwrap()
    }

    /// What was done to a thing, in order.
    pub async fn deeds(&self, object: Uuid) -> Vec<String> {
        let events = rows::audit_events::Entity::find()
            .filter(rows::audit_events::Column::ObjectId.eq(object))
            .order_by_asc(rows::audit_events::Column::Sequence)
            .all(self.rows())
            .await
            .unwrap();
        events.into_iter().map(|event| event.action).collect()
    }

    /// The letters in the outbox to an address, the oldest first.
    pub async fn letters_to(&self, email: &str) -> Vec<serde_json::Value> {
        let letters = self.letters().await;
        letters.into_iter().filter(|letter| letter["to"] == email).collect()
    }

    /// All letters in the outbox, the oldest first.
    pub async fn letters(&self) -> Vec<serde_json::Value> {
        let all = rows::outbox::Entity::find().order_by_asc(rows::outbox::Column::CreatedAt).order_by_asc(rows::outbox::Column::Id);
        all.all(self.rows()).await.unwrap().into_iter().filter_map(|row| row.payload).collect()
    }

    /// The address of a person that a builder made.
    #[must_use]
    pub fn address_of(&self, caller: &Caller) -> String {
        format!("{}@proef.example", caller.person())
    }

    fn someone(&self) -> (AccountId, String, rows::accounts::Model, rows::sessions::Model) {
        let (account, session) = (AccountId::new(self.app.new_id::<()>().uuid()), SessionId::new(self.app.new_id::<()>().uuid()));
        let (now, far) = (self.app.now(), self.app.now() + TimeDelta::days(30));
        let account_row = rows::accounts::Model {
            id: account.uuid(),
            email: format!("{account}@proef.example"),
            password_hash: None,
            state: "active".to_owned(),
            language: "nl".to_owned(),
            is_demo: false,
            confirmed_at: Some(now),
            password_changed_at: None,
            version: 1,
            created_at: now,
        };
        let session_row = rows::sessions::Model {
            id: session.uuid(),
            account_id: account.uuid(),
            client: "web".to_owned(),
            device: "proef".to_owned(),
            generation: 1,
            rotated_at: now,
            last_used_at: now,
            idle_until: far,
            absolute_until: far,
            ended_at: None,
            end_reason: None,
            created_at: now,
        };
        let token = access_tokens::issue(&self.app, Bearer { account, session }).unwrap();
        (account, token, account_row, session_row)
    }

    fn person_row(&self, organization: &Organization, person: PersonId, account: AccountId) -> rows::persons::Model {
        rows::persons::Model {
            id: person.uuid(),
            organization_id: organization.id.uuid(),
            account_id: Some(account.uuid()),
            name: format!("Proefpersoon {}", &person.to_string()[30..]),
            email: Some(format!("{person}@proef.example")),
            postcode: None,
            birth_year: None,
            language: "nl".to_owned(),
            has_public_role: false,
            expires_on: None,
            version: 1,
            created_at: self.app.now(),
        }
    }

    fn affiliation_row(&self, organization: &Organization, person: PersonId) -> rows::affiliations::Model {
        rows::affiliations::Model {
            id: self.app.new_id::<()>().uuid(),
            organization_id: organization.id.uuid(),
            person_id: person.uuid(),
            kind: "member".to_owned(),
            legal_basis: "art-9-2-d".to_owned(),
            state: "active".to_owned(),
            source: "office".to_owned(),
            started_on: Some(self.app.today()),
            ended_on: None,
            reason: None,
            decided_by: None,
            version: 1,
            created_at: self.app.now(),
        }
    }
}
