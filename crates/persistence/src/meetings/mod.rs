//! Meetings, their hosts and their seats.

mod calling_off;
mod entries;
mod hosts;
mod mapping;
mod seats;
mod statistics;

use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter};
use vliegwiel_domain::access::{Place, Visibility};
use vliegwiel_domain::ids::{MeetingId, OrganizationId};
use vliegwiel_domain::meetings::{Audience, Meeting};

use crate::error::Result;
use crate::mapping::signed;
use crate::rows::meetings as row;

pub use calling_off::{call_off_all, lock_ahead};
pub use entries::{AreaName, Direction, Entry, Filter, NetworkName, OwnRegistration, entry, list, registered};
pub use hosts::{HostName, hosts, replace_hosts};
pub use seats::{change_counts, give_place, lock};
pub use statistics::{Gathering, Span, gatherings};

/// Where this meeting stands: one that was never published is known to the people who organise it only, among ambassadors those of its area.
#[must_use]
pub fn place_of(meeting: &Meeting) -> Place {
    let visibility = match (meeting.published_at, meeting.plan.audience) {
        (None, _) => Visibility::Organizers,
        (Some(_), Audience::Public) => Visibility::Public,
        (Some(_), Audience::Organization) => Visibility::Organization,
        (Some(_), Audience::Network) => Visibility::Network,
    };
    Place {
        organization: meeting.organization_id,
        network: Some(meeting.network_id),
        area: meeting.plan.area_id,
        visibility,
        participants: Vec::new(),
    }
}

/// One meeting of the organisation. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn one(db: &impl ConnectionTrait, organization: OrganizationId, meeting: MeetingId) -> Result<Option<Meeting>> {
    row::Entity::find()
        .filter(row::Column::OrganizationId.eq(organization.uuid()))
        .filter(row::Column::Id.eq(meeting.uuid()))
        .one(db)
        .await?
        .map(Meeting::try_from)
        .transpose()
}

/// Store a new meeting. One statement.
///
/// # Errors
/// [`crate::Error::DanglingReference`] for a network or area that does not exist.
pub async fn insert(db: &impl ConnectionTrait, meeting: &Meeting) -> Result<()> {
    row::Entity::insert(row::Model::from(meeting).into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Store a changed meeting if its version was one less; the counters stay as they are in the database. One statement.
///
/// Returns whether it was.
///
/// # Errors
/// When the database refuses.
pub async fn replace(db: &impl ConnectionTrait, meeting: &Meeting) -> Result<bool> {
    let mut changed = row::Model::from(meeting).into_active_model().reset_all();
    changed.id = Set(meeting.id.uuid());
    for counter in [
        row::Column::Registered,
        row::Column::Waitlisted,
        row::Column::Attended,
        row::Column::WalkIns,
        row::Column::PlacesGiven,
        row::Column::LastPlaceHasSeat,
    ] {
        changed.not_set(counter);
    }
    let done = row::Entity::update_many()
        .set(changed)
        .filter(row::Column::OrganizationId.eq(meeting.organization_id.uuid()))
        .filter(row::Column::Id.eq(meeting.id.uuid()))
        .filter(row::Column::Version.eq(signed(meeting.version.saturating_sub(1))))
        .exec(db)
        .await?;
    Ok(done.rows_affected == 1)
}
