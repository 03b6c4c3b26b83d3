//! What someone still goes to, and may have to give up.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use vliegwiel_domain::ids::{NetworkId, OrganizationId, PersonId, RegistrationId};
use vliegwiel_domain::meetings::{Audience, MeetingState};
use vliegwiel_domain::registrations::RegistrationState;

use crate::error::Result;
use crate::rows::{meetings, registrations as row};

/// Which of the meetings that someone goes to.
#[derive(Debug, Clone)]
pub struct Upcoming<'a> {
    /// Of this network only.
    pub network: Option<NetworkId>,
    /// For one of these audiences only.
    pub audiences: &'a [Audience],
}

/// The registrations of `person` for meetings that have yet to begin; the meetings are locked until the transaction ends. Two statements.
///
/// # Errors
/// When the database refuses.
pub async fn lock_upcoming(
    db: &impl ConnectionTrait,
    organization: OrganizationId,
    person: PersonId,
    which: &Upcoming<'_>,
    now: DateTime<Utc>,
) -> Result<Vec<RegistrationId>> {
    let is_open = || row::Column::State.is_in([RegistrationState::Registered.as_str(), RegistrationState::Waitlisted.as_str()]);
    let gone_to = Query::select()
        .column(row::Column::MeetingId)
        .from(row::Entity)
        .and_where(row::Column::OrganizationId.eq(organization.uuid()))
        .and_where(row::Column::PersonId.eq(person.uuid()))
        .and_where(is_open())
        .to_owned();
    let locked = meetings::Entity::find()
        .filter(meetings::Column::OrganizationId.eq(organization.uuid()))
        .filter(meetings::Column::State.eq(MeetingState::Published.as_str()))
        .filter(meetings::Column::StartsAt.gt(now))
        .filter(meetings::Column::Audience.is_in(which.audiences.iter().map(|audience| audience.as_str())))
        .filter(meetings::Column::Id.in_subquery(gone_to))
        .filter(Condition::all().add_option(which.network.map(|network| meetings::Column::NetworkId.eq(network.uuid()))))
        .order_by_asc(meetings::Column::Id)
        .lock_exclusive()
        .all(db)
        .await?;
    let found = super::of(organization)
        .filter(row::Column::MeetingId.is_in(locked.iter().map(|meeting| meeting.id)))
        .filter(row::Column::PersonId.eq(person.uuid()))
        .filter(is_open())
        .filter(row::Column::AttendedAt.is_null())
        .order_by_asc(row::Column::MeetingId)
        .all(db)
        .await?;
    Ok(found.into_iter().map(|registration| registration.id.into()).collect())
}
