//! Grants: what a person may act as, at a place. Written with the appointment they come from, yet apart from it.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect};
use uuid::Uuid;
use vliegwiel_domain::access::{Grant, Role};
use vliegwiel_domain::ids::{AppointmentId, Id, OrganizationId, PersonId, UnitId};

use crate::error::Result;
use crate::rows::grants as row;

/// A grant about to be given.
#[derive(Debug, Clone)]
pub struct NewGrant {
    /// Its id.
    pub id: Uuid,
    /// The tenant.
    pub organization_id: OrganizationId,
    /// To whom.
    pub person_id: PersonId,
    /// What, for which network and in which area.
    pub grant: Grant,
    /// The unit whose area it holds in, where the grant names none.
    pub unit_id: Option<UnitId>,
    /// The appointment it comes from; absent for an administrator who followed a link of the operator.
    pub appointment_id: Option<AppointmentId>,
    /// First day it holds.
    pub from_on: NaiveDate,
    /// Last day it holds; absent for no end.
    pub until_on: Option<NaiveDate>,
}

/// Store a grant. One statement.
///
/// # Errors
/// [`crate::Error::DanglingReference`] for a person of another organisation.
pub async fn insert(db: &impl ConnectionTrait, new: &NewGrant, now: DateTime<Utc>) -> Result<()> {
    let row = row::Model {
        id: new.id,
        organization_id: new.organization_id.uuid(),
        person_id: new.person_id.uuid(),
        role: <&str>::from(new.grant.role).to_owned(),
        network_id: new.grant.network.map(Id::uuid),
        area_id: new.grant.area.map(Id::uuid),
        unit_id: new.unit_id.map(Id::uuid),
        appointment_id: new.appointment_id.map(Id::uuid),
        from_on: new.from_on,
        until_on: new.until_on,
        ended_at: None,
        created_at: now,
    };
    row::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Who is an administrator of the organisation on `today`; someone who is so twice stands there twice. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn administrators(db: &impl ConnectionTrait, organization: OrganizationId, today: NaiveDate) -> Result<Vec<PersonId>> {
    let found: Vec<Uuid> = row::Entity::find()
        .filter(row::Column::OrganizationId.eq(organization.uuid()))
        .filter(row::Column::Role.eq(<&str>::from(Role::Administrator)))
        .filter(row::Column::EndedAt.is_null())
        .filter(row::Column::FromOn.lte(today))
        .filter(Condition::any().add(row::Column::UntilOn.is_null()).add(row::Column::UntilOn.gte(today)))
        .select_only()
        .column(row::Column::PersonId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(found.into_iter().map(Into::into).collect())
}

/// End the grants that come from an appointment. One statement. Returns how many.
///
/// # Errors
/// When the database refuses.
pub async fn end_of_appointment(
    db: &impl ConnectionTrait,
    organization: OrganizationId,
    appointment: AppointmentId,
    now: DateTime<Utc>,
) -> Result<u64> {
    let ended = row::ActiveModel { ended_at: Set(Some(now)), ..Default::default() };
    let done = row::Entity::update_many()
        .set(ended)
        .filter(row::Column::OrganizationId.eq(organization.uuid()))
        .filter(row::Column::AppointmentId.eq(appointment.uuid()))
        .filter(row::Column::EndedAt.is_null())
        .exec(db)
        .await?;
    Ok(done.rows_affected)
}

/// End all grants of a person who is nothing to the organisation any more. One statement. Returns how many.
///
/// # Errors
/// When the database refuses.
pub async fn end_of_person(db: &impl ConnectionTrait, organization: OrganizationId, person: PersonId, now: DateTime<Utc>) -> Result<u64> {
    let ended = row::ActiveModel { ended_at: Set(Some(now)), ..Default::default() };
    let done = row::Entity::update_many()
        .set(ended)
        .filter(row::Column::OrganizationId.eq(organization.uuid()))
        .filter(row::Column::PersonId.eq(person.uuid()))
        .filter(row::Column::EndedAt.is_null())
        .exec(db)
        .await?;
    Ok(done.rows_affected)
}
