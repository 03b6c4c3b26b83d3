//! Meetings as lists and pages show them: with the names of network and area, and the registration of who asks. One joined statement.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Cond, Expr, Func, IntoCondition, Query, SimpleExpr};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, FromQueryResult, JoinType, Order, QueryFilter, QueryOrder,
    QuerySelect, RelationDef, Select,
};
use uuid::Uuid;
use vliegwiel_domain::access::Visible;
use vliegwiel_domain::ids::{AreaId, MeetingId, NetworkId, OrganizationId, PersonId, RegistrationId};
use vliegwiel_domain::meetings::{Audience, Meeting, MeetingKind, MeetingState};
use vliegwiel_domain::networks::Sensitivity;
use vliegwiel_domain::registrations::{Registration, RegistrationState};

use crate::error::{Error, Result};
use crate::mapping::{code, count};
use crate::rows::{areas, meetings as row, networks, registrations};

/// In which direction of time a list goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Direction {
    /// The first to begin comes first.
    #[default]
    Forward,
    /// The last to begin comes first.
    Backward,
}

/// Which meetings of a list.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Of this network only.
    pub network: Option<NetworkId>,
    /// For this area, or one inside it, only.
    pub area: Option<AreaId>,
    /// Of this kind only.
    pub kind: Option<MeetingKind>,
    /// In this state only.
    pub state: Option<MeetingState>,
    /// Ending at this moment or later.
    pub from: Option<DateTime<Utc>>,
    /// Starting before this moment.
    pub before: Option<DateTime<Utc>>,
    /// With these words in the title or the summary, in any case.
    pub words: Option<String>,
    /// The order, by start.
    pub direction: Direction,
    /// After this start and id, in the order of the list.
    pub after: Option<(DateTime<Utc>, Uuid)>,
    /// At most so many.
    pub most: u64,
}

/// A meeting with what a reader wants to know beside it.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The meeting.
    pub meeting: Meeting,
    /// The network that answers for it.
    pub network: NetworkName,
    /// The area it is for.
    pub area: Option<AreaName>,
    /// The registration of who asks, if there is one.
    pub own: Option<OwnRegistration>,
}

/// Which network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NetworkName {
    /// Its slug.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// What taking part says about someone.
    pub sensitivity: Sensitivity,
}

/// Which area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreaName {
    /// Its id.
    pub id: AreaId,
    /// Its official code.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// The registration of who asks.
#[derive(Debug, Clone)]
pub struct OwnRegistration {
    /// The registration.
    pub registration: Registration,
    /// How many wait before; set for who waits, on the page of one meeting.
    pub ahead: Option<u32>,
}

impl OwnRegistration {
    /// Its id.
    #[must_use]
    pub const fn id(&self) -> RegistrationId {
        self.registration.id
    }
}

#[derive(Debug, FromQueryResult)]
struct Line {
    #[sea_orm(nested)]
    meeting: row::Model,
    network_slug: String,
    network_name: String,
    network_sensitivity: String,
    area_code: Option<String>,
    area_name: Option<String>,
    #[sea_orm(nested(prefix = "own_"))]
    own: Option<registrations::Model>,
    ahead: Option<i64>,
}

/// One meeting of the organisation as `person` sees it. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn entry(
    db: &impl ConnectionTrait,
    organization: OrganizationId,
    meeting: MeetingId,
    person: Option<PersonId>,
) -> Result<Option<Entry>> {
    let line = lines(person)
        .expr_as(ahead(), "ahead")
        .filter(row::Column::OrganizationId.eq(organization.uuid()))
        .filter(row::Column::Id.eq(meeting.uuid()))
        .into_model::<Line>()
        .one(db)
        .await?;
    line.map(Entry::try_from).transpose()
}

/// Meetings by start. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn list(db: &impl ConnectionTrait, visible: &Visible, filter: &Filter) -> Result<Vec<Entry>> {
    let order = match filter.direction {
        Direction::Forward => Order::Asc,
        Direction::Backward => Order::Desc,
    };
    lines(visible.person())
        .expr_as(Expr::cust("NULL"), "ahead")
        .filter(scope(visible))
        .filter(chosen(filter))
        .order_by(row::Column::StartsAt, order.clone())
        .order_by(row::Column::Id, order)
        .limit(filter.most)
        .into_model::<Line>()
        .all(db)
        .await?
        .into_iter()
        .map(Entry::try_from)
        .collect()
}

/// Meetings that `person` registered for and did not cancel, the last to begin first. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn registered(
    db: &impl ConnectionTrait,
    organization: OrganizationId,
    person: PersonId,
    after: Option<(DateTime<Utc>, Uuid)>,
    most: u64,
) -> Result<Vec<Entry>> {
    let page = Filter { after, direction: Direction::Backward, ..Filter::default() };
    let kept = [RegistrationState::Registered.as_str(), RegistrationState::Waitlisted.as_str()];
    lines(Some(person))
        .expr_as(ahead(), "ahead")
        .filter(row::Column::OrganizationId.eq(organization.uuid()))
        .filter(registrations::Column::State.is_in(kept))
        .filter(chosen(&page))
        .order_by(row::Column::StartsAt, Order::Desc)
        .order_by(row::Column::Id, Order::Desc)
        .limit(most)
        .into_model::<Line>()
        .all(db)
        .await?
        .into_iter()
        .map(Entry::try_from)
        .collect()
}

fn lines(person: Option<PersonId>) -> Select<row::Entity> {
    let network: RelationDef = row::Entity::belongs_to(networks::Entity)
        .from((row::Column::OrganizationId, row::Column::NetworkId))
        .to((networks::Column::OrganizationId, networks::Column::Id))
        .into();
    let area: RelationDef = row::Entity::belongs_to(areas::Entity).from(row::Column::AreaId).to(areas::Column::Id).into();
    let own: RelationDef = row::Entity::belongs_to(registrations::Entity)
        .from((row::Column::OrganizationId, row::Column::Id))
        .to((registrations::Column::OrganizationId, registrations::Column::MeetingId))
        .into();
    let mine = person.map(PersonId::uuid);
    let own = own.on_condition(move |_, right| Expr::col((right, registrations::Column::PersonId)).eq(mine).into_condition());
    crate::registrations::prefixed("own_", row::Entity::find())
        .expr_as(Expr::col((networks::Entity, networks::Column::Slug)), "network_slug")
        .expr_as(Expr::col((networks::Entity, networks::Column::Name)), "network_name")
        .expr_as(Expr::col((networks::Entity, networks::Column::Sensitivity)), "network_sensitivity")
        .expr_as(Expr::col((areas::Entity, areas::Column::Code)), "area_code")
        .expr_as(Expr::col((areas::Entity, areas::Column::Name)), "area_name")
        .join(JoinType::InnerJoin, network)
        .join(JoinType::LeftJoin, area)
        .join(JoinType::LeftJoin, own)
}

/// How many wait before who asks.
fn ahead() -> SimpleExpr {
    let before = sea_orm::sea_query::Alias::new("before");
    let of = |column: registrations::Column| Expr::col((before.clone(), column));
    let own = |column: registrations::Column| Expr::col((registrations::Entity, column));
    let waiting = Query::select()
        .expr(Expr::cust("COUNT(*)"))
        .from_as(registrations::Entity, before.clone())
        .and_where(of(registrations::Column::OrganizationId).eq(own(registrations::Column::OrganizationId)))
        .and_where(of(registrations::Column::MeetingId).eq(own(registrations::Column::MeetingId)))
        .and_where(of(registrations::Column::State).eq(RegistrationState::Waitlisted.as_str()))
        .and_where(of(registrations::Column::Place).lt(own(registrations::Column::Place)))
        .to_owned();
    SimpleExpr::SubQuery(None, Box::new(waiting.into()))
}

pub(super) fn scope(visible: &Visible) -> Condition {
    let own = Condition::all().add(row::Column::OrganizationId.eq(visible.organization().uuid()));
    if visible.includes_everything() {
        return own;
    }
    let ids = |networks: &[NetworkId]| networks.iter().map(|network| network.uuid()).collect::<Vec<_>>();
    let audience = |audience: Audience| row::Column::Audience.eq(audience.as_str());
    let mut announced = Condition::any().add(audience(Audience::Public));
    if visible.includes_organization() {
        announced = announced.add(audience(Audience::Organization));
    }
    announced = announced.add(row::Column::NetworkId.is_in(ids(visible.memberships())));
    announced = announced.add(row::Column::NetworkId.is_in(ids(visible.organizes())));
    let mut works_in = Condition::any();
    for (network, areas) in by_network(visible) {
        works_in = works_in.add(Condition::all().add(row::Column::NetworkId.eq(network)).add(row::Column::AreaId.is_in(areas)));
    }
    own.add(
        Condition::any()
            .add(row::Column::NetworkId.is_in(ids(visible.answers_for())))
            .add_option((!works_in.is_empty()).then_some(works_in))
            .add(Condition::all().add(row::Column::PublishedAt.is_not_null()).add(announced)),
    )
}

/// The areas that who asks is ambassador in, for each network.
fn by_network(visible: &Visible) -> BTreeMap<Uuid, Vec<Uuid>> {
    let mut areas: BTreeMap<Uuid, Vec<Uuid>> = BTreeMap::new();
    for (network, area) in visible.works_in() {
        areas.entry(network.uuid()).or_default().push(area.uuid());
    }
    areas
}

fn chosen(filter: &Filter) -> Condition {
    let later = |start: DateTime<Utc>, id: Uuid| match filter.direction {
        Direction::Forward => Condition::any()
            .add(row::Column::StartsAt.gt(start))
            .add(Condition::all().add(row::Column::StartsAt.eq(start)).add(row::Column::Id.gt(id))),
        Direction::Backward => Condition::any()
            .add(row::Column::StartsAt.lt(start))
            .add(Condition::all().add(row::Column::StartsAt.eq(start)).add(row::Column::Id.lt(id))),
    };
    Condition::all()
        .add_option(filter.network.map(|network| row::Column::NetworkId.eq(network.uuid())))
        .add_option(filter.area.map(within))
        .add_option(filter.kind.map(|kind| row::Column::Kind.eq(kind.as_str())))
        .add_option(filter.state.map(|state| row::Column::State.eq(state.as_str())))
        .add_option(filter.from.map(|from| row::Column::EndsAt.gte(from)))
        .add_option(filter.before.map(|before| row::Column::StartsAt.lt(before)))
        .add_option(filter.words.as_deref().map(holds))
        .add_option(filter.after.map(|(start, id)| later(start, id)))
}

/// In the area or one directly inside it.
fn within(area: AreaId) -> Cond {
    let inside =
        Query::select().column(areas::Column::Id).from(areas::Entity).and_where(areas::Column::ParentId.eq(area.uuid())).to_owned();
    Cond::any().add(row::Column::AreaId.eq(area.uuid())).add(row::Column::AreaId.in_subquery(inside))
}

fn holds(words: &str) -> Cond {
    let pattern = crate::search::contains(words);
    let lower = |column: row::Column| Expr::expr(Func::lower(Expr::col((row::Entity, column))));
    Cond::any().add(lower(row::Column::Title).like(pattern.clone())).add(lower(row::Column::Summary).like(pattern))
}

impl TryFrom<Line> for Entry {
    type Error = Error;

    fn try_from(line: Line) -> Result<Self> {
        let meeting = Meeting::try_from(line.meeting)?;
        let area = match (meeting.plan.area_id, line.area_code, line.area_name) {
            (Some(id), Some(code), Some(name)) => Some(AreaName { id, code, name }),
            _ => None,
        };
        let network = NetworkName {
            slug: line.network_slug,
            name: line.network_name,
            sensitivity: code(&line.network_sensitivity, "networks.sensitivity")?,
        };
        let ahead = line.ahead.and_then(|ahead| i32::try_from(ahead).ok());
        let own = line.own.map(|own| own_of(own, ahead)).transpose()?;
        Ok(Self { meeting, network, area, own })
    }
}

fn own_of(own: registrations::Model, ahead: Option<i32>) -> Result<OwnRegistration> {
    let registration = Registration::try_from(own)?;
    let waits = registration.state == RegistrationState::Waitlisted;
    let ahead = ahead.filter(|_| waits).map(|ahead| count(ahead, "registrations.place")).transpose()?;
    Ok(OwnRegistration { registration, ahead })
}
