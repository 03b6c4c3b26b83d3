//! Positions with who holds them, for lists and pages.

use chrono::NaiveDate;
use sea_orm::sea_query::{Expr, IntoCondition, Query, SelectStatement};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, ExprTrait, FromQueryResult, JoinType, Order, QueryFilter, QueryOrder,
    QueryResult, QuerySelect, RelationDef,
};
use uuid::Uuid;
use vliegwiel_domain::access::Visible;
use vliegwiel_domain::ids::{AppointmentId, NetworkId, OrganizationId, PersonId, PositionId};
use vliegwiel_domain::networks::{NetworkState, Sensitivity};
use vliegwiel_domain::positions::{Appointment, Body, Capacity, Position};

use super::appointments::not_ended;
use crate::error::Result;
use crate::rows::{appointments, areas, networks, persons, positions as row};

/// Which positions.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Of this network only.
    pub network: Option<NetworkId>,
    /// Of this body only.
    pub body: Option<Body>,
    /// Only those without a regular holder on this day.
    pub vacant_on: Option<NaiveDate>,
    /// After this place in lists and id.
    pub after: Option<(i32, Uuid)>,
    /// At most so many.
    pub most: u64,
}

/// An appointment with the name of the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The appointment, not ended; it may be yet to begin.
    pub appointment: Appointment,
    /// The name of the person.
    pub name: String,
    /// Whether the person agreed that the name stands beside a position on public pages.
    pub has_public_role: bool,
}

/// A position with who holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    /// The position.
    pub position: Position,
    /// Name of the area, for an ambassador of one.
    pub area: Option<String>,
    /// The network, for a position of one.
    pub network: Option<OfNetwork>,
    /// Who holds it, or is about to.
    pub holders: Vec<Held>,
}

/// The network of a position, as far as a list of positions tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfNetwork {
    /// Its name.
    pub name: String,
    /// Its name in addresses.
    pub slug: String,
    /// What membership of it says about someone.
    pub sensitivity: Sensitivity,
}

/// A term that ends soon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// The appointment.
    pub appointment_id: AppointmentId,
    /// The tenant.
    pub organization_id: OrganizationId,
    /// The seat.
    pub position_id: PositionId,
    /// What the seat is called.
    pub title: String,
    /// The network, for a seat of one.
    pub network_id: Option<NetworkId>,
    /// Its name.
    pub network: Option<String>,
    /// What membership of it says about someone.
    pub sensitivity: Option<Sensitivity>,
    /// Who holds the seat.
    pub person_id: PersonId,
    /// Last day of the term.
    pub until_on: NaiveDate,
}

struct PositionRow {
    position: row::Model,
    area: Option<String>,
    network: Option<(String, String, String)>,
}

struct HeldRow {
    appointment: appointments::Model,
    name: String,
    has_public_role: bool,
}

impl FromQueryResult for PositionRow {
    fn from_query_result(result: &QueryResult, prefix: &str) -> std::result::Result<Self, DbErr> {
        let name: Option<String> = result.try_get("", "network_name")?;
        let network = |name| Ok::<_, DbErr>((name, result.try_get("", "network_slug")?, result.try_get("", "network_sensitivity")?));
        Ok(Self {
            position: row::Model::from_query_result(result, prefix)?,
            area: result.try_get("", "area_name")?,
            network: name.map(network).transpose()?,
        })
    }
}

impl FromQueryResult for HeldRow {
    fn from_query_result(result: &QueryResult, prefix: &str) -> std::result::Result<Self, DbErr> {
        Ok(Self {
            appointment: appointments::Model::from_query_result(result, prefix)?,
            name: result.try_get("", "holder_name")?,
            has_public_role: result.try_get("", "holder_has_public_role")?,
        })
    }
}

/// One position with who holds it. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn seat(db: &impl ConnectionTrait, organization: OrganizationId, position: PositionId) -> Result<Option<Seat>> {
    let this = Condition::all().add(row::Column::OrganizationId.eq(organization.uuid())).add(row::Column::Id.eq(position.uuid()));
    Ok(read(db, this).await?.pop())
}

/// Open positions with who holds them, in their own order. One statement.
///
/// Positions of a network that waits for its start are known inside the organisation only.
///
/// # Errors
/// When the database refuses.
pub async fn seats(db: &impl ConnectionTrait, visible: &Visible, filter: &Filter) -> Result<Vec<Seat>> {
    read(db, Condition::all().add(row::Column::Id.in_subquery(page(visible, filter)))).await
}

async fn read(db: &impl ConnectionTrait, these: Condition) -> Result<Vec<Seat>> {
    let found = row::Entity::find()
        .join(JoinType::LeftJoin, not_ended())
        .join(JoinType::LeftJoin, holder())
        .join(JoinType::LeftJoin, network())
        .join(JoinType::LeftJoin, row::Entity::belongs_to(areas::Entity).from(row::Column::AreaId).to(areas::Column::Id).into())
        .select_also(appointments::Entity)
        .column_as(persons::Column::Name, "holder_name")
        .column_as(persons::Column::HasPublicRole, "holder_has_public_role")
        .column_as(areas::Column::Name, "area_name")
        .column_as(networks::Column::Name, "network_name")
        .column_as(networks::Column::Slug, "network_slug")
        .column_as(networks::Column::Sensitivity, "network_sensitivity")
        .filter(these)
        .order_by_asc(row::Column::Sequence)
        .order_by_asc(row::Column::Id)
        .order_by_desc(appointments::Column::Capacity)
        .into_model::<PositionRow, HeldRow>()
        .all(db)
        .await?;
    gather(found)
}

/// Rows of one position stand together.
fn gather(found: Vec<(PositionRow, Option<HeldRow>)>) -> Result<Vec<Seat>> {
    let mut seats: Vec<Seat> = Vec::new();
    for (position, held) in found {
        if seats.last().is_none_or(|seat| seat.position.id.uuid() != position.position.id) {
            seats.push(Seat::try_from(position)?);
        }
        if let (Some(seat), Some(held)) = (seats.last_mut(), held) {
            seat.holders.push(Held::try_from(held)?);
        }
    }
    Ok(seats)
}

fn page(visible: &Visible, filter: &Filter) -> SelectStatement {
    let later = |sequence: i32, id: Uuid| {
        Condition::any()
            .add(row::Column::Sequence.gt(sequence))
            .add(Condition::all().add(row::Column::Sequence.eq(sequence)).add(row::Column::Id.gt(id)))
    };
    let chosen = Condition::all()
        .add(row::Column::OrganizationId.eq(visible.organization().uuid()))
        .add(row::Column::ClosedAt.is_null())
        .add_option(filter.network.map(|network| row::Column::NetworkId.eq(network.uuid())))
        .add_option(filter.body.map(|body| row::Column::Body.eq(body.as_str())))
        .add_option(filter.vacant_on.map(|day| Expr::exists(holding(day)).not()))
        .add_option(filter.after.map(|(sequence, id)| later(sequence, id)))
        .add_option((!visible.includes_organization()).then(started));
    Query::select()
        .column(row::Column::Id)
        .from(row::Entity)
        .cond_where(chosen)
        .order_by(row::Column::Sequence, Order::Asc)
        .order_by(row::Column::Id, Order::Asc)
        .limit(filter.most)
        .to_owned()
}

/// Regular appointments to the position of the query around it that hold on this day.
fn holding(day: NaiveDate) -> SelectStatement {
    Query::select()
        .expr(Expr::val(1))
        .from(appointments::Entity)
        .and_where(Expr::col((appointments::Entity, appointments::Column::PositionId)).equals((row::Entity, row::Column::Id)))
        .and_where(
            Expr::col((appointments::Entity, appointments::Column::OrganizationId)).equals((row::Entity, row::Column::OrganizationId)),
        )
        .and_where(appointments::Column::Capacity.eq(Capacity::Regular.as_str()))
        .and_where(appointments::Column::EndedAt.is_null())
        .and_where(appointments::Column::FromOn.lte(day))
        .cond_where(Condition::any().add(appointments::Column::UntilOn.is_null()).add(appointments::Column::UntilOn.gte(day)))
        .to_owned()
}

/// Not of a network that waits for its start.
fn started() -> Condition {
    let waiting = Query::select()
        .column(networks::Column::Id)
        .from(networks::Entity)
        .and_where(networks::Column::State.eq(NetworkState::Proposed.as_str()))
        .to_owned();
    Condition::any().add(row::Column::NetworkId.is_null()).add(row::Column::NetworkId.not_in_subquery(waiting))
}

fn holder() -> RelationDef {
    let relation: RelationDef =
        appointments::Entity::belongs_to(persons::Entity).from(appointments::Column::PersonId).to(persons::Column::Id).into();
    relation.on_condition(|appointment, person| {
        Expr::col((person, persons::Column::OrganizationId)).equals((appointment, appointments::Column::OrganizationId)).into_condition()
    })
}

fn network() -> RelationDef {
    let relation: RelationDef = row::Entity::belongs_to(networks::Entity).from(row::Column::NetworkId).to(networks::Column::Id).into();
    relation.on_condition(|position, network| {
        Expr::col((network, networks::Column::OrganizationId)).equals((position, row::Column::OrganizationId)).into_condition()
    })
}

impl TryFrom<PositionRow> for Seat {
    type Error = crate::Error;

    fn try_from(found: PositionRow) -> Result<Self> {
        let network = |(name, slug, sensitivity): (String, String, String)| {
            Ok::<_, crate::Error>(OfNetwork { name, slug, sensitivity: crate::mapping::code(&sensitivity, "networks.sensitivity")? })
        };
        Ok(Self {
            position: Position::try_from(found.position)?,
            area: found.area,
            network: found.network.map(network).transpose()?,
            holders: Vec::new(),
        })
    }
}

impl TryFrom<HeldRow> for Held {
    type Error = crate::Error;

    fn try_from(found: HeldRow) -> Result<Self> {
        Ok(Self { appointment: Appointment::try_from(found.appointment)?, name: found.name, has_public_role: found.has_public_role })
    }
}
