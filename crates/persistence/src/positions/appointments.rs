//! Appointments: who holds a seat, from when, until when.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::sea_query::{Expr, IntoCondition, Query};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, FromQueryResult, IntoActiveModel,
    QueryFilter, QueryOrder, QuerySelect, RelationDef, Select, Statement,
};
use uuid::Uuid;
use vliegwiel_domain::ids::{AppointmentId, Id, NetworkId, OrganizationId, PersonId, PositionId};
use vliegwiel_domain::positions::{Appointment, Body};

use super::seats::Reminder;
use crate::error::{Error, Result};
use crate::mapping::code;
use crate::rows::{appointments as row, positions};

/// One appointment to a position. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn appointment(
    db: &impl ConnectionTrait,
    organization: OrganizationId,
    position: PositionId,
    appointment: AppointmentId,
) -> Result<Option<Appointment>> {
    let found =
        of(organization).filter(row::Column::PositionId.eq(position.uuid())).filter(row::Column::Id.eq(appointment.uuid())).one(db).await?;
    found.map(Appointment::try_from).transpose()
}

/// Appointments to a position that were not ended. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn standing(db: &impl ConnectionTrait, organization: OrganizationId, position: PositionId) -> Result<Vec<Appointment>> {
    read(db, of(organization).filter(row::Column::PositionId.eq(position.uuid())).filter(row::Column::EndedAt.is_null())).await
}

/// Appointments to the seats of the core group of a network that were not ended. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn of_core_group(db: &impl ConnectionTrait, organization: OrganizationId, network: NetworkId) -> Result<Vec<Appointment>> {
    let seats = seats_of(organization, Body::CoreGroup).and_where(positions::Column::NetworkId.eq(network.uuid())).to_owned();
    read(db, of(organization).filter(row::Column::PositionId.in_subquery(seats)).filter(row::Column::EndedAt.is_null())).await
}

/// Appointments of a person to the seats of the core group of a network that were not ended. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn of_person_in_core_group(
    db: &impl ConnectionTrait,
    organization: OrganizationId,
    network: NetworkId,
    person: PersonId,
) -> Result<Vec<Appointment>> {
    let held = of_core_group(db, organization, network).await?;
    Ok(held.into_iter().filter(|appointment| appointment.person_id == person).collect())
}

/// Appointments of a person to any seat of the organisation that were not ended. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn of_person(db: &impl ConnectionTrait, organization: OrganizationId, person: PersonId) -> Result<Vec<Appointment>> {
    let held = of(organization).filter(row::Column::PersonId.eq(person.uuid())).filter(row::Column::EndedAt.is_null());
    read(db, held.order_by_asc(row::Column::Id)).await
}

/// Appointments to the seats of a body of the organisation that were not ended. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn of_body(db: &impl ConnectionTrait, organization: OrganizationId, body: Body) -> Result<Vec<Appointment>> {
    let seats = seats_of(organization, body);
    read(db, of(organization).filter(row::Column::PositionId.in_subquery(seats)).filter(row::Column::EndedAt.is_null())).await
}

/// Appointments of any organisation whose term was over before `today` and that were not ended; at most `most`. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn lapsed(db: &impl ConnectionTrait, today: NaiveDate, most: u64) -> Result<Vec<Appointment>> {
    let select = row::Entity::find()
        .filter(row::Column::EndedAt.is_null())
        .filter(row::Column::UntilOn.lt(today))
        .order_by_asc(row::Column::UntilOn)
        .limit(most);
    read(db, select).await
}

#[derive(Debug, FromQueryResult)]
struct Due {
    id: Uuid,
    organization_id: Uuid,
    position_id: Uuid,
    title: String,
    network_id: Option<Uuid>,
    network: Option<String>,
    sensitivity: Option<String>,
    person_id: Uuid,
    until_on: NaiveDate,
}

const TO_REMIND: &str = "
SELECT a.id, a.organization_id, a.position_id, p.title, p.network_id, n.name AS network, n.sensitivity, a.person_id, a.until_on
FROM appointments a
JOIN positions p ON p.organization_id = a.organization_id AND p.id = a.position_id
LEFT JOIN networks n ON n.organization_id = p.organization_id AND n.id = p.network_id
WHERE a.ended_at IS NULL AND a.reminded_at IS NULL AND a.from_on <= $1 AND a.until_on >= $1 AND a.until_on <= $2
ORDER BY a.until_on LIMIT $3";

/// Current appointments of any organisation that end on `until` at the latest and whose end was not announced; at most `most`. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn to_remind(db: &impl ConnectionTrait, today: NaiveDate, until: NaiveDate, most: i64) -> Result<Vec<Reminder>> {
    let statement = Statement::from_sql_and_values(db.get_database_backend(), TO_REMIND, [today.into(), until.into(), most.into()]);
    let reminder = |due: Due| {
        Ok(Reminder {
            appointment_id: due.id.into(),
            organization_id: due.organization_id.into(),
            position_id: due.position_id.into(),
            title: due.title,
            network_id: due.network_id.map(Into::into),
            network: due.network,
            sensitivity: due.sensitivity.map(|text| code(&text, "networks.sensitivity")).transpose()?,
            person_id: due.person_id.into(),
            until_on: due.until_on,
        })
    };
    Due::find_by_statement(statement).all(db).await?.into_iter().map(reminder).collect()
}

/// Note that the end of a term was announced. One statement. Returns whether it was not before.
///
/// # Errors
/// When the database refuses.
pub async fn note_reminder(
    db: &impl ConnectionTrait,
    organization: OrganizationId,
    appointment: AppointmentId,
    now: DateTime<Utc>,
) -> Result<bool> {
    let done = row::Entity::update_many()
        .set(row::ActiveModel { reminded_at: Set(Some(now)), ..Default::default() })
        .filter(row::Column::OrganizationId.eq(organization.uuid()))
        .filter(row::Column::Id.eq(appointment.uuid()))
        .filter(row::Column::RemindedAt.is_null())
        .exec(db)
        .await?;
    Ok(done.rows_affected == 1)
}

/// Store a new appointment. One statement.
///
/// # Errors
/// [`Error::Duplicate`] when somebody holds the seat in the same capacity; [`Error::DanglingReference`] for a person of another organisation.
pub async fn insert_appointment(db: &impl ConnectionTrait, appointment: &Appointment) -> Result<()> {
    row::Entity::insert(row::Model::from(appointment).into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Store an appointment that changed, if it was not ended before. One statement.
///
/// Returns whether it was.
///
/// # Errors
/// When the database refuses.
pub async fn replace_appointment(db: &impl ConnectionTrait, appointment: &Appointment) -> Result<bool> {
    let changed = row::Model::from(appointment).into_active_model().reset_all();
    let done = row::Entity::update_many()
        .set(changed)
        .filter(row::Column::OrganizationId.eq(appointment.organization_id.uuid()))
        .filter(row::Column::Id.eq(appointment.id.uuid()))
        .filter(row::Column::EndedAt.is_null())
        .exec(db)
        .await?;
    Ok(done.rows_affected == 1)
}

/// Store that these appointments were ended for one reason. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn end_appointments(
    db: &impl ConnectionTrait,
    organization: OrganizationId,
    appointments: &[AppointmentId],
    reason: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    row::Entity::update_many()
        .set(row::ActiveModel { ended_at: Set(Some(now)), end_reason: Set(Some(reason.to_owned())), ..Default::default() })
        .filter(row::Column::OrganizationId.eq(organization.uuid()))
        .filter(row::Column::Id.is_in(appointments.iter().map(|appointment| appointment.uuid())))
        .filter(row::Column::EndedAt.is_null())
        .exec(db)
        .await?;
    Ok(())
}

/// The networks whose core group these positions are in, each once. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn core_groups_of(
    db: &impl ConnectionTrait,
    organization: OrganizationId,
    seats: impl IntoIterator<Item = PositionId>,
) -> Result<Vec<NetworkId>> {
    let found: Vec<Uuid> = positions::Entity::find()
        .select_only()
        .column(positions::Column::NetworkId)
        .distinct()
        .filter(positions::Column::OrganizationId.eq(organization.uuid()))
        .filter(positions::Column::Body.eq(Body::CoreGroup.as_str()))
        .filter(positions::Column::Id.is_in(seats.into_iter().map(Id::uuid)))
        .order_by_asc(positions::Column::NetworkId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(found.into_iter().map(NetworkId::new).collect())
}

/// End the appointments to these seats that were not ended. One statement.
pub(super) async fn end_all(
    db: &impl ConnectionTrait,
    organization: OrganizationId,
    seats: sea_orm::sea_query::SelectStatement,
    now: DateTime<Utc>,
) -> Result<()> {
    row::Entity::update_many()
        .set(row::ActiveModel { ended_at: Set(Some(now)), ..Default::default() })
        .filter(row::Column::OrganizationId.eq(organization.uuid()))
        .filter(row::Column::PositionId.in_subquery(seats))
        .filter(row::Column::EndedAt.is_null())
        .exec(db)
        .await?;
    Ok(())
}

async fn read(db: &impl ConnectionTrait, select: Select<row::Entity>) -> Result<Vec<Appointment>> {
    select.all(db).await?.into_iter().map(Appointment::try_from).collect()
}

fn of(organization: OrganizationId) -> Select<row::Entity> {
    row::Entity::find().filter(row::Column::OrganizationId.eq(organization.uuid()))
}

fn seats_of(organization: OrganizationId, body: Body) -> sea_orm::sea_query::SelectStatement {
    Query::select()
        .column(positions::Column::Id)
        .from(positions::Entity)
        .and_where(positions::Column::OrganizationId.eq(organization.uuid()))
        .and_where(positions::Column::Body.eq(body.as_str()))
        .to_owned()
}

/// From a position to those of its appointments that were not ended.
pub(super) fn not_ended() -> RelationDef {
    let relation: RelationDef = positions::Entity::belongs_to(row::Entity).from(positions::Column::Id).to(row::Column::PositionId).into();
    relation.on_condition(|position, appointment| {
        Expr::col((appointment.clone(), row::Column::OrganizationId))
            .equals((position, positions::Column::OrganizationId))
            .and(Expr::col((appointment, row::Column::EndedAt)).is_null())
            .into_condition()
    })
}

impl TryFrom<row::Model> for Appointment {
    type Error = Error;

    fn try_from(row: row::Model) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            organization_id: row.organization_id.into(),
            position_id: row.position_id.into(),
            person_id: row.person_id.into(),
            capacity: code(&row.capacity, "appointments.capacity")?,
            from_on: row.from_on,
            until_on: row.until_on,
            ended_at: row.ended_at,
            end_reason: row.end_reason,
            reminded_at: row.reminded_at,
            created_at: row.created_at,
        })
    }
}

impl From<&Appointment> for row::Model {
    fn from(appointment: &Appointment) -> Self {
        Self {
            id: appointment.id.uuid(),
            organization_id: appointment.organization_id.uuid(),
            position_id: appointment.position_id.uuid(),
            person_id: Id::uuid(appointment.person_id),
            capacity: appointment.capacity.as_str().to_owned(),
            from_on: appointment.from_on,
            until_on: appointment.until_on,
            ended_at: appointment.ended_at,
            end_reason: appointment.end_reason.clone(),
            reminded_at: appointment.reminded_at,
            created_at: appointment.created_at,
        }
    }
}
