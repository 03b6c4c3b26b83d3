//! Two networks of one organisation, one of another, everything in them, and everyone who may ask.

use chrono::TimeDelta;
use reqwest::Method;
use sea_orm::{ConnectionTrait, EntityTrait, Statement};
use serde_json::Value;
use uuid::Uuid;
use vliegwiel_domain::access::{Role, Who};
use vliegwiel_domain::organizations::{Organization, Rules, Settings};
use vliegwiel_persistence::{organizations, rows};
use vliegwiel_tests::{Caller, Reply, World};

use super::document::Operation;
use super::objects::{Ground, Objects, alter, session_of};
use super::recipes;
use super::snapshot::Snapshot;

/// An id, and a token, that nothing has.
const NOBODY: &str = "019b0000-0000-7000-8000-000000000000";

/// Of which thing is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::EnumIter, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum At {
    /// Of the own network.
    Own,
    /// Of another network of the organisation; a session of someone else.
    Sibling,
    /// Of the own network, and over: ended, closed, cancelled, left.
    Over,
    /// Of another organisation, below its own path.
    Tenant,
    /// Of another organisation, below the path of ours.
    Foreign,
    /// Of none: the id is made up.
    Absent,
}

/// Everyone who asks, in the order of the columns.
pub const PRINCIPALS: [&str; 18] = [
    "anonymous",
    "outsider",
    "guest",
    "supporter",
    "member",
    "network-member",
    "participant",
    "ambassador",
    "ambassador-else",
    "core-group",
    "core-group-else",
    "office",
    "board",
    "administrator",
    "admin-elsewhere",
    "session-ended",
    "token-expired",
    "suspended",
];

/// What a principal is to a thing, by the words of the policy.
pub fn roles(principal: &str, at: At) -> Vec<Who> {
    let is_out = ["anonymous", "outsider", "session-ended", "token-expired", "suspended"].contains(&principal);
    if at == At::Tenant {
        let elsewhere = [Who::Anyone, Who::Affiliated, Who::Member, Who::Administrator];
        return if principal == "admin-elsewhere" { elsewhere.to_vec() } else { vec![Who::Anyone] };
    }
    let mut roles = vec![Who::Anyone];
    if is_out || principal == "admin-elsewhere" {
        return roles;
    }
    roles.push(Who::Affiliated);
    if !["guest", "supporter"].contains(&principal) {
        roles.push(Who::Member);
    }
    let is_own = matches!(at, At::Own | At::Over);
    match principal {
        "network-member" if is_own => roles.push(Who::NetworkMember),
        "participant" if is_own => roles.extend([Who::NetworkMember, Who::Participant]),
        "ambassador" if is_own => roles.push(Who::Ambassador),
        "core-group" if is_own => roles.push(Who::CoreGroup),
        "core-group-else" if at == At::Sibling => roles.push(Who::CoreGroup),
        "office" => roles.push(Who::Office),
        "board" => roles.push(Who::Board),
        "administrator" => roles.push(Who::Administrator),
        _ => {}
    }
    roles
}

/// The things and the people.
pub struct Stage {
    /// The product.
    pub world: World,
    /// The rows as they were put.
    pub snapshot: Snapshot,
    /// Who asks, by the order of [`PRINCIPALS`].
    pub principals: Vec<Caller>,
    sessions: Vec<Option<String>>,
    own: Objects,
    sibling: Objects,
    tenant: Objects,
}

impl Stage {
    /// Put everything and everyone in place.
    pub async fn new() -> Self {
        let world = World::without_limits().await;
        let (ours, theirs) = (small(&world, "drenthe").await, small(&world, "vooruit").await);
        let expired = world.office_of(&ours).await;
        world.clock.pass(TimeDelta::hours(1));
        let staff = [world.office_of(&ours).await, world.board_of(&ours).await, world.administrator_of(&ours).await];
        let their_staff = [world.office_of(&theirs).await, world.board_of(&theirs).await, world.administrator_of(&theirs).await];
        let area = world.area("municipality", "GM0106", None).await;
        let here = Ground { world: &world, organization: &ours, staff: &staff, area };
        let there = Ground { world: &world, organization: &theirs, staff: &their_staff, area };
        let (own, sibling) = (Objects::of(&here, "Zorg").await, Objects::of(&here, "Boeren").await);
        let tenant = Objects::of(&there, "Onderwijs").await;
        let principals = principals(&here, (&own, &sibling), &their_staff, expired).await;
        let mut sessions = Vec::new();
        for (name, caller) in PRINCIPALS.iter().zip(&principals) {
            let is_in = !["anonymous", "session-ended", "token-expired", "suspended"].contains(name);
            sessions.push(if is_in { Some(session_of(caller).await) } else { None });
        }
        let snapshot = Snapshot::of(&world).await;
        Self { world, snapshot, principals, sessions, own, sibling, tenant }
    }

    /// The request of a principal, and its answer.
    pub async fn ask(&self, operation: &Operation, principal: usize, at: At) -> Reply {
        self.ask_of(operation, principal, &self.path(operation, principal, at), at).await
    }

    /// The same of the thing at this path.
    pub async fn ask_of(&self, operation: &Operation, principal: usize, path: &str, at: At) -> Reply {
        let body_at = if operation.objects.is_empty() || matches!(at, At::Sibling | At::Tenant) { at } else { At::Own };
        let body = recipes::body_of(operation, &|key| self.id(key, principal, body_at));
        self.send(operation, principal, path, body).await
    }

    /// Whether a principal is granted an operation on a thing; nothing is changed by asking.
    pub async fn grants(&self, operation: &Operation, principal: usize, at: At) -> bool {
        let reply = self.ask(operation, principal, at).await;
        let is_granted = (200..300).contains(&reply.status);
        if is_granted {
            self.snapshot.restore().await;
        }
        is_granted
    }

    /// The first principal who is granted an operation on the own thing.
    pub async fn granted(&self, operation: &Operation) -> Option<usize> {
        for principal in 0..PRINCIPALS.len() {
            if self.grants(operation, principal, At::Own).await {
                return Some(principal);
            }
        }
        None
    }

    /// The request of a principal with one more field in its body.
    pub async fn ask_with(&self, operation: &Operation, principal: usize, (name, value): (&str, Value)) -> Reply {
        let mut body = recipes::body_of(operation, &|key| self.id(key, principal, At::Own)).unwrap();
        body[name] = value;
        self.send(operation, principal, &self.path(operation, principal, At::Own), Some(body)).await
    }

    /// The request of a principal with this body.
    pub async fn send(&self, operation: &Operation, principal: usize, path: &str, body: Option<Value>) -> Reply {
        let mut request = self.principals[principal].request(operation.method.clone(), path);
        if operation.method == Method::POST {
            request = request.header("Idempotency-Key", Uuid::now_v7().to_string());
        }
        if operation.names_version {
            request = request.header("If-Match", format!("\"v{}\"", self.version(operation, path).await));
        }
        if let Some(body) = body {
            let (kind, _) = operation.body.as_ref().unwrap();
            request = request.header("Content-Type", kind).body(body.to_string());
        }
        Reply::of(request.send().await.unwrap()).await
    }

    /// Where an operation is asked of a thing.
    pub fn path(&self, operation: &Operation, principal: usize, at: At) -> String {
        let last = operation.objects.last();
        let ids = operation.objects.iter().map(|name| {
            let key = recipes::key_of(operation, name);
            match at {
                At::Over if Some(name) == last => self.own.ids[recipes::over(name).unwrap()].clone(),
                at => self.id(key, principal, at),
            }
        });
        let ids: Vec<String> = ids.collect();
        let is_nowhere = at == At::Absent && operation.objects.is_empty() && !recipes::names_things(operation);
        let slug = if is_nowhere { "nergens".to_owned() } else { self.id("slug", principal, at) };
        Self::fill(operation, &slug, &ids) + recipes::query_of(operation)
    }

    /// The paths with one id that is of a sibling, or of another organisation, while the others are our own.
    pub fn mixed(&self, operation: &Operation, principal: usize, at: At) -> Vec<String> {
        let count = operation.objects.len();
        let path = |odd: usize| {
            let names = operation.objects.iter().enumerate();
            let ids: Vec<String> = names
                .map(|(index, name)| self.id(recipes::key_of(operation, name), principal, if index == odd { at } else { At::Own }))
                .collect();
            Self::fill(operation, &self.own.ids["slug"], &ids)
        };
        if count > 1 { (0..count).map(path).collect() } else { Vec::new() }
    }

    /// The same path with a made-up id in the place of the last one.
    pub fn without_last(operation: &Operation, path: &str) -> String {
        let pattern: Vec<&str> = operation.path.split('/').collect();
        let last = format!("{{{}}}", operation.objects.last().unwrap());
        let segments = path.split('/').zip(pattern).map(|(segment, name)| if name == last { NOBODY } else { segment });
        segments.collect::<Vec<_>>().join("/")
    }

    fn fill(operation: &Operation, slug: &str, ids: &[String]) -> String {
        let mut ids = ids.iter();
        let segments = operation.path.split('/').map(|segment| match segment.trim_matches(['{', '}']) {
            name if name == segment => segment,
            "organization" => slug,
            name if operation.objects.iter().any(|one| one == name) => ids.next().unwrap(),
            name => recipes::word_of(operation, name),
        });
        segments.collect::<Vec<_>>().join("/")
    }

    fn id(&self, key: &str, principal: usize, at: At) -> String {
        let things = match at {
            At::Own | At::Over => &self.own,
            At::Sibling => &self.sibling,
            At::Tenant | At::Foreign => &self.tenant,
            At::Absent => return if key == "slug" { self.own.ids["slug"].clone() } else { NOBODY.to_owned() },
        };
        match key {
            "slug" if at == At::Foreign => self.own.ids["slug"].clone(),
            "session" if at == At::Own => self.sessions[principal].clone().unwrap_or_else(|| self.own.ids["session"].clone()),
            key => things.ids[key].clone(),
        }
    }

    async fn version(&self, operation: &Operation, path: &str) -> i32 {
        let segments: Vec<&str> = path.split(['/', '?']).collect();
        let uuids: Vec<Uuid> = segments.iter().filter_map(|segment| segment.parse().ok()).collect();
        let (sql, values) = match (operation.id.as_str(), uuids.last()) {
            ("writeFoundingPlanSection", Some(plan)) => (
                "SELECT version FROM founding_plan_sections WHERE section = 'purpose' AND founding_plan_id = $1".to_owned(),
                vec![(*plan).into()],
            ),
            (_, Some(id)) => (format!("SELECT version FROM {} WHERE id = $1", recipes::table_of(operation)), vec![(*id).into()]),
            ("configureOrganization", None) => {
                ("SELECT version FROM organizations WHERE slug = $1".to_owned(), vec![segments[2].to_owned().into()])
            }
            _ => return 1,
        };
        let db = self.world.rows();
        let found = db.query_one_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await.unwrap();
        found.map_or(1, |row| row.try_get("", "version").unwrap())
    }
}

/// An organisation where one person is a core group, so that a plan and a network need few people.
async fn small(world: &World, slug: &str) -> Organization {
    let organization = world.organization(slug).await;
    let rules = Rules { start_capacity: 50, core_group_min: 1, ..organization.settings.rules.clone() };
    let changed = organization.clone().configure(Settings { rules, ..organization.settings.clone() }).unwrap();
    assert!(organizations::replace(world.app.db.maintenance(), &changed).await.unwrap());
    changed
}

/// Everyone, in the order of [`PRINCIPALS`].
async fn principals(here: &Ground<'_>, (own, sibling): (&Objects, &Objects), their_staff: &[Caller; 3], expired: Caller) -> Vec<Caller> {
    let (world, ours) = (here.world, here.organization);
    let [office, board, administrator] = here.staff.clone();
    let [.., elsewhere] = their_staff.clone();
    let guest = world.supporter_of(ours).await;
    world.becomes(&guest, "guest").await;
    let far = world.area("municipality", "GM0114", None).await;
    let mut core_groups = Vec::new();
    for objects in [own, sibling] {
        let caller = world.member_of(ours).await;
        for network in &objects.networks {
            world.grant(ours.id, caller.person(), Role::CoreGroup, Some(network.id)).await;
        }
        core_groups.push(caller);
    }
    let (ended, suspended) = (world.office_of(ours).await, world.office_of(ours).await);
    let over = ended.request(Method::DELETE, "/sessions/current").header("Sec-Fetch-Site", "same-origin").send().await.unwrap();
    assert_eq!(over.status(), 204);
    let person = rows::persons::Entity::find_by_id(suspended.person().uuid()).one(world.rows()).await.unwrap().unwrap();
    alter(world, "accounts", &person.account_id.unwrap().to_string(), ("state", "suspended".into())).await;
    let [core_group, core_group_else] = core_groups.try_into().ok().unwrap();
    vec![
        world.anonymous(),
        world.outsider().await,
        guest,
        world.supporter_of(ours).await,
        world.member_of(ours).await,
        world.network_member_of(ours, &own.networks[0]).await,
        own.participant.clone(),
        world.ambassador_in(ours, &own.networks[0], here.area).await,
        world.ambassador_in(ours, &own.networks[0], far).await,
        core_group,
        core_group_else,
        office,
        board,
        administrator,
        elsewhere,
        ended,
        expired,
        suspended,
    ]
}
