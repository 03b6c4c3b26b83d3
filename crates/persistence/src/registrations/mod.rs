//! Registrations, those who registered, and guests who have yet to confirm.

mod desk;
mod guest_requests;
mod lists;
mod mapping;
mod upcoming;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Cond, Expr, Query};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, IntoActiveModel, Iterable, QueryFilter,
    QueryOrder, QuerySelect, Select,
};
use vliegwiel_domain::ids::{MeetingId, OrganizationId, PersonId, RegistrationId};
use vliegwiel_domain::registrations::{Registration, RegistrationState};

use crate::error::Result;
use crate::mapping::signed;
use crate::rows::{meetings, registrations as row};

pub use desk::{Desk, OrganizationName, Reach, Recipient, Whom, desk, desk_of, recipients, recipients_of_all};
pub use guest_requests::{find_request, insert_request, purge_requests, use_request};
pub use lists::{Attendee, AttendeeFilter, attendees, registered};
pub use upcoming::{Upcoming, lock_upcoming};

/// One registration of the organisation. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn one(db: &impl ConnectionTrait, organization: OrganizationId, registration: RegistrationId) -> Result<Option<Registration>> {
    let found = of(organization).filter(row::Column::Id.eq(registration.uuid())).one(db).await?;
    found.map(Registration::try_from).transpose()
}

/// The registration of a person for a meeting. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn of_person(
    db: &impl ConnectionTrait,
    organization: OrganizationId,
    meeting: MeetingId,
    person: PersonId,
) -> Result<Option<Registration>> {
    let found =
        of(organization).filter(row::Column::MeetingId.eq(meeting.uuid())).filter(row::Column::PersonId.eq(person.uuid())).one(db).await?;
    found.map(Registration::try_from).transpose()
}

/// Those who wait longest, in order, at most `most`; to be read under the lock of the meeting. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn first_in_line(
    db: &impl ConnectionTrait,
    organization: OrganizationId,
    meeting: MeetingId,
    most: u32,
) -> Result<Vec<Registration>> {
    of(organization)
        .filter(row::Column::MeetingId.eq(meeting.uuid()))
        .filter(row::Column::State.eq(RegistrationState::Waitlisted.as_str()))
        .order_by_asc(row::Column::Place)
        .limit(u64::from(most))
        .all(db)
        .await?
        .into_iter()
        .map(Registration::try_from)
        .collect()
}

/// Give all of these registrations a seat at one moment; each must be waitlisted. One statement. Returns how many were.
///
/// # Errors
/// When the database refuses.
pub async fn promote_all(
    db: &impl ConnectionTrait,
    organization: OrganizationId,
    registrations: &[RegistrationId],
    now: DateTime<Utc>,
) -> Result<u64> {
    let done = row::Entity::update_many()
        .col_expr(row::Column::State, Expr::value(RegistrationState::Registered.as_str()))
        .col_expr(row::Column::PromotedAt, Expr::value(now))
        .col_expr(row::Column::Version, Expr::col(row::Column::Version).add(Expr::value(1)))
        .filter(row::Column::OrganizationId.eq(organization.uuid()))
        .filter(row::Column::Id.is_in(registrations.iter().map(|registration| registration.uuid())))
        .filter(row::Column::State.eq(RegistrationState::Waitlisted.as_str()))
        .exec(db)
        .await?;
    Ok(done.rows_affected)
}

/// Store a new registration. One statement.
///
/// # Errors
/// [`crate::Error::Duplicate`] when the person has one for this meeting.
pub async fn insert(db: &impl ConnectionTrait, registration: &Registration) -> Result<()> {
    row::Entity::insert(row::Model::from(registration).into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Store a changed registration if its version was one less. One statement.
///
/// Returns whether it was.
///
/// # Errors
/// When the database refuses.
pub async fn replace(db: &impl ConnectionTrait, registration: &Registration) -> Result<bool> {
    let mut changed = row::Model::from(registration).into_active_model().reset_all();
    changed.id = Set(registration.id.uuid());
    let done = row::Entity::update_many()
        .set(changed)
        .filter(row::Column::OrganizationId.eq(registration.organization_id.uuid()))
        .filter(row::Column::Id.eq(registration.id.uuid()))
        .filter(row::Column::Version.eq(signed(registration.version.saturating_sub(1))))
        .exec(db)
        .await?;
    Ok(done.rows_affected == 1)
}

/// Forget what people needed: for meetings that ended before `before`, and at once for who cancelled. One statement. Returns how many.
///
/// # Errors
/// When the database refuses.
pub async fn purge_needs(db: &impl ConnectionTrait, before: DateTime<Utc>) -> Result<u64> {
    let over =
        Query::select().column(meetings::Column::Id).from(meetings::Entity).and_where(meetings::Column::EndsAt.lt(before)).to_owned();
    let done = row::Entity::update_many()
        .col_expr(row::Column::Needs, Expr::value(""))
        .filter(row::Column::Needs.ne(""))
        .filter(Cond::any().add(row::Column::State.eq(RegistrationState::Cancelled.as_str())).add(row::Column::MeetingId.in_subquery(over)))
        .exec(db)
        .await?;
    Ok(done.rows_affected)
}

/// The columns of a registration beside those of `select`, each with `prefix`.
pub(crate) fn prefixed<E: EntityTrait>(prefix: &str, select: Select<E>) -> Select<E> {
    row::Column::iter().fold(select, |select, column| {
        let alias = format!("{prefix}{}", sea_orm::IdenStatic::as_str(&column));
        select.expr_as(Expr::col((row::Entity, column)), alias)
    })
}

fn of(organization: OrganizationId) -> Select<row::Entity> {
    row::Entity::find().filter(row::Column::OrganizationId.eq(organization.uuid()))
}
