//! A registration and its row.

use vliegwiel_domain::registrations::Registration;

use crate::error::{Error, Result};
use crate::mapping::{code, count, signed};
use crate::rows::registrations as row;

impl TryFrom<row::Model> for Registration {
    type Error = Error;

    fn try_from(row: row::Model) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            organization_id: row.organization_id.into(),
            meeting_id: row.meeting_id.into(),
            person_id: row.person_id.into(),
            state: code(&row.state, "registrations.state")?,
            place: count(row.place, "registrations.place")?,
            needs: row.needs,
            is_walk_in: row.is_walk_in,
            registered_at: row.registered_at,
            cancelled_at: row.cancelled_at,
            promoted_at: row.promoted_at,
            attended_at: row.attended_at,
            version: count(row.version, "registrations.version")?,
        })
    }
}

impl From<&Registration> for row::Model {
    fn from(registration: &Registration) -> Self {
        Self {
            id: registration.id.uuid(),
            organization_id: registration.organization_id.uuid(),
            meeting_id: registration.meeting_id.uuid(),
            person_id: registration.person_id.uuid(),
            state: registration.state.as_str().to_owned(),
            place: signed(registration.place),
            needs: registration.needs.clone(),
            is_walk_in: registration.is_walk_in,
            registered_at: registration.registered_at,
            cancelled_at: registration.cancelled_at,
            promoted_at: registration.promoted_at,
            attended_at: registration.attended_at,
            version: signed(registration.version),
        }
    }
}
