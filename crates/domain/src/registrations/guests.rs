//! Guests: a name and an address, and nothing before the link in the mail was followed.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Entrant, NEEDS_MAX, RegistrationError};
use crate::ids::{GuestRequestId, MeetingId, OrganizationId, RegistrationId};
use crate::meetings::Meeting;
use crate::persons::NAME_MAX;
use crate::text::{EmailAddress, Language, line_of, prose_of};

/// Hours that a guest has to follow the link. Our choice; the start of the meeting comes first.
pub const GUEST_LINK_HOURS: i64 = 24;

/// What a guest fills in. Source: privacy.md P5.
#[derive(Clone, PartialEq, Eq)]
pub struct NewGuestRequest {
    /// Name, 1 to 120 characters.
    pub name: String,
    /// Address for the link.
    pub email: EmailAddress,
    /// What the guest needs to take part, 0 to [`NEEDS_MAX`] characters; sensitive.
    pub needs: String,
    /// Language of the mail.
    pub language: Language,
}

/// Hides who it is, so that no log holds it (privacy.md P40).
impl std::fmt::Debug for NewGuestRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("NewGuestRequest(…)")
    }
}

/// A guest who has yet to follow the link. Holds no seat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuestRequest {
    /// Its id.
    pub id: GuestRequestId,
    /// The tenant.
    pub organization_id: OrganizationId,
    /// The meeting.
    pub meeting_id: MeetingId,
    /// What the guest filled in.
    pub guest: NewGuestRequest,
    /// The registration it became.
    pub registration_id: Option<RegistrationId>,
    /// When the link stops working.
    pub expires_at: DateTime<Utc>,
    /// When the link was followed.
    pub used_at: Option<DateTime<Utc>>,
    /// When it was asked for.
    pub created_at: DateTime<Utc>,
}

impl NewGuestRequest {
    /// Ask for a place as a guest.
    ///
    /// # Errors
    /// What [`Meeting::admit`] refuses for a guest; [`RegistrationError::Field`].
    pub fn ask(self, id: GuestRequestId, meeting: &Meeting, now: DateTime<Utc>) -> Result<GuestRequest, RegistrationError> {
        meeting.admit(Entrant::Guest, now)?;
        let guest = Self { name: line_of("name", &self.name, NAME_MAX)?, needs: prose_of("needs", &self.needs, NEEDS_MAX)?, ..self };
        Ok(GuestRequest {
            id,
            organization_id: meeting.organization_id,
            meeting_id: meeting.id,
            guest,
            registration_id: None,
            expires_at: (now + TimeDelta::hours(GUEST_LINK_HOURS)).min(meeting.plan.starts_at),
            used_at: None,
            created_at: now,
        })
    }
}

impl GuestRequest {
    /// The guest followed the link: from here the guest registers like anyone.
    ///
    /// Following it again is no error: the same registration is shown (`registration_id`).
    ///
    /// # Errors
    /// [`RegistrationError::LinkExpired`]; what [`Meeting::admit`] refuses for a guest.
    pub fn confirm(self, meeting: &Meeting, registration: RegistrationId, now: DateTime<Utc>) -> Result<Self, RegistrationError> {
        if self.used_at.is_some() {
            return Ok(self);
        }
        if now >= self.expires_at {
            return Err(RegistrationError::LinkExpired);
        }
        meeting.admit(Entrant::Guest, now)?;
        Ok(Self { registration_id: Some(registration), used_at: Some(now), ..self })
    }
}
