//! The demo: what it promises to show, and that it can be loaded again.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{DateTime, TimeZone, Utc};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use vliegwiel_application::{App, Parts, Secrets, Settings, audit, sessions};
use vliegwiel_domain::networks::{GoalStatus, Network, NetworkState};
use vliegwiel_domain::sessions::SessionClient;
use vliegwiel_domain::text::EmailAddress;
use vliegwiel_persistence::{Database, installation, networks, organizations, rows};
use vliegwiel_server::demo::{self, Ingredients, Outcome, ROLES, SLUGS};
use vliegwiel_tests::database::{self, TestDatabase};
use vliegwiel_tests::time::{Counting, TestClock};

const PASSWORD: &str = "wielen-draaien-samen-door";

/// A Sunday in the middle of a quarter, in the afternoon.
fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 22, 15, 47, 12).unwrap()
}

fn secrets() -> Secrets {
    Secrets::from_seed(&[7; 32]).unwrap()
}

async fn load(url: &str, password: Option<&str>, now: DateTime<Utc>) -> vliegwiel_application::Result<Outcome> {
    let db = Database::connect(url, &database::options()).await.unwrap();
    installation::become_demo(db.maintenance()).await.unwrap();
    let password = password.map(Into::into);
    let public_url = "http://127.0.0.1:8080".to_owned();
    demo::load(Ingredients { db, randomness: Arc::new(Counting::default()), secrets: secrets(), public_url, password, now }).await
}

/// The application on a loaded demo, at the moment it was loaded.
fn app(db: &Database) -> App {
    let clock = TestClock::default();
    clock.set(now());
    let settings = Settings { public_url: "http://127.0.0.1:8080".to_owned(), is_demo: true };
    App::new(Parts { db: db.clone(), clock: Arc::new(clock), randomness: Arc::new(Counting::default()), secrets: secrets(), settings })
}

async fn networks_of(db: &Database, slug: &str) -> BTreeMap<String, Network> {
    let organization = organizations::by_slug(db.read(), slug).await.unwrap().unwrap();
    let rows = rows::networks::Entity::find().filter(rows::networks::Column::OrganizationId.eq(organization.id.uuid()));
    let mut found = BTreeMap::new();
    for row in rows.all(db.read()).await.unwrap() {
        let network = networks::one(db.read(), organization.id, row.id.into()).await.unwrap().unwrap();
        found.insert(network.slug.clone(), network);
    }
    found
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_shows_what_it_promises() {
    let test = TestDatabase::fresh().await;
    load(&test.url, Some(PASSWORD), now()).await.unwrap();
    let db = &test.database;

    people_come_in_hundreds_and_none_is_real(db).await;
    plans_are_in_every_state(db).await;
    networks_do_well_and_badly(db).await;
    a_symposium_had_68_registrations_and_49_came(db).await;
    meetings_span_eight_quarters_and_go_on(db).await;
    the_audit_chains_hold(db).await;
    the_mailbox_has_only_the_last_days(db).await;
    every_role_can_sign_in(db).await;

    repeating_changes_nothing(&test).await;
}

async fn people_come_in_hundreds_and_none_is_real(db: &Database) {
    let persons = rows::persons::Entity::find().all(db.read()).await.unwrap();
    assert!(persons.len() >= 400, "{}", persons.len());
    for person in persons {
        assert!(person.email.as_deref().is_none_or(|email| email.ends_with(".example")), "{:?}", person.email);
    }
    let accounts = rows::accounts::Entity::find().all(db.read()).await.unwrap();
    for account in accounts {
        let is_newcomer = account.email.ends_with("@post.example");
        assert!(account.is_demo || is_newcomer, "{} is no demo account", account.email);
        assert!(account.password_hash.unwrap().starts_with("$argon2id$"));
    }
}

async fn plans_are_in_every_state(db: &Database) {
    let plans = rows::founding_plans::Entity::find().all(db.read()).await.unwrap();
    let states: BTreeSet<&str> = plans.iter().map(|plan| plan.state.as_str()).collect();
    let every = ["advised", "approved", "draft", "in-review", "rejected", "returned", "submitted", "withdrawn"];
    assert_eq!(states, BTreeSet::from(every));
}

async fn networks_do_well_and_badly(db: &Database) {
    let networks = networks_of(db, "netwerkpartij").await;
    let today = now().date_naive();
    let status = |slug: &str| networks[slug].goal_status(today);
    let count = |state: NetworkState| networks.values().filter(|network| network.state == state).count();

    // ten theme networks and six others were wished for: ten are there, six are planned
    assert_eq!(networks.len(), 10);
    assert_eq!((count(NetworkState::Pilot), count(NetworkState::Proposed), count(NetworkState::Evaluating)), (5, 1, 1));
    assert_eq!(status("onderwijsnetwerk"), Some(GoalStatus::OnCourse));
    assert_eq!(status("netwerk-duurzaamheid-en-klimaat"), Some(GoalStatus::AtRisk));
    assert_eq!(status("netwerk-zorg"), Some(GoalStatus::Met));
    let below: Vec<&str> =
        networks.values().filter(|network| network.below_minimum_since.is_some()).map(|network| network.slug.as_str()).collect();
    assert_eq!(below, ["young-professional-netwerk"]);
}

async fn a_symposium_had_68_registrations_and_49_came(db: &Database) {
    let symposia = rows::meetings::Entity::find().filter(rows::meetings::Column::Kind.eq("symposium")).all(db.read()).await.unwrap();
    let held = symposia.iter().filter(|meeting| meeting.state == "held");
    let first = held.clone().min_by_key(|meeting| meeting.starts_at).unwrap();
    let going_on = symposia.iter().filter(|meeting| meeting.state == "published" && meeting.starts_at < now()).collect::<Vec<_>>();

    assert_eq!((first.registered, first.attended), (68, 49));
    assert_eq!(held.count(), 8);
    assert_eq!(going_on.iter().map(|meeting| (meeting.registered, meeting.attended)).collect::<Vec<_>>(), [(68, 45)]);
}

async fn meetings_span_eight_quarters_and_go_on(db: &Database) {
    let meetings = rows::meetings::Entity::find().all(db.read()).await.unwrap();
    let full = meetings.iter().filter(|meeting| meeting.capacity == Some(meeting.registered)).collect::<Vec<_>>();

    assert!(meetings.iter().any(|meeting| meeting.starts_at < now() - chrono::TimeDelta::days(700)));
    assert!(full.iter().any(|meeting| meeting.waitlisted > 0 && meeting.starts_at > now()));
    assert!(meetings.iter().any(|meeting| meeting.capacity == Some(meeting.registered + 1)));
    for (state, least) in [("held", 100), ("published", 20), ("cancelled", 1), ("draft", 1)] {
        assert!(meetings.iter().filter(|meeting| meeting.state == state).count() >= least, "{state}");
    }
    for meeting in &meetings {
        assert!((meeting.state == "held") == meeting.held_at.is_some() && (meeting.state != "held" || meeting.starts_at < now()));
    }
}

async fn the_audit_chains_hold(db: &Database) {
    let app = app(db);
    let heads = rows::audit_heads::Entity::find().all(db.read()).await.unwrap();
    assert_eq!(heads.len(), SLUGS.len() + 1, "a chain for each organisation, and one for accounts and the installation");
    for head in heads {
        assert_eq!(audit::first_break(&app, head.chain_id).await.unwrap(), None);
    }
}

async fn the_mailbox_has_only_the_last_days(db: &Database) {
    let outbox = rows::outbox::Entity::find();
    let waiting = outbox.clone().filter(rows::outbox::Column::State.eq("waiting")).all(db.read()).await.unwrap();
    assert!((5..150).contains(&waiting.len()), "{}", waiting.len());
    assert!(waiting.iter().all(|letter| letter.created_at > now() - chrono::TimeDelta::days(2)));
    assert!(outbox.count(db.read()).await.unwrap() > 1_000);
}

async fn every_role_can_sign_in(db: &Database) {
    let app = app(db);
    for slug in SLUGS {
        for role in ROLES {
            let email = EmailAddress::parse(&format!("{role}@{slug}.example")).unwrap();
            let device = sessions::Device { client: SessionClient::Mobile, name: "proef".to_owned(), token: None };
            let opened = sessions::open(&app, sessions::SignIn { email, password: PASSWORD.to_owned(), device }).await.unwrap();
            let actor = sessions::actor(&app, Some(&opened.access_token), slug).await.unwrap();
            assert!(actor.person.is_some(), "{role} is nobody in {slug}");
        }
    }
}

async fn repeating_changes_nothing(test: &TestDatabase) {
    let events = rows::audit_events::Entity::find().count(test.database.read()).await.unwrap();

    let again = load(&test.url, None, now()).await.unwrap();
    assert!(matches!(again, Outcome::AlreadyThere(None)));
    assert_eq!(rows::audit_events::Entity::find().count(test.database.read()).await.unwrap(), events);
}
