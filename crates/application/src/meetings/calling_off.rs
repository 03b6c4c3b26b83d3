//! What a network that ends had ahead is called off.

use std::collections::BTreeMap;

use vliegwiel_domain::ids::MeetingId;
use vliegwiel_domain::meetings::Meeting;
use vliegwiel_domain::networks::Network;
use vliegwiel_domain::organizations::Organization;
use vliegwiel_persistence::registrations::{Desk, OrganizationName, recipients_of_all};
use vliegwiel_persistence::{Tx, meetings};

use super::{NetworkName, ON_THE_LIST, letter};
use crate::app::App;
use crate::error::Result;
use crate::meetings::MeetingOccasion as Occasion;
use crate::outbox;

/// Call off the drafts of a network that has just ended and its meetings that have yet to begin, for the reason it ended. Everyone on a list is
/// told. Four statements however many; one when there is nothing ahead. Returns which.
///
/// # Errors
/// A rule of the meeting, such as for the reason.
pub(crate) async fn call_off_ahead_in(tx: &Tx, app: &App, organization: &Organization, ended: &Network) -> Result<Vec<MeetingId>> {
    let reason = ended.end_reason.as_deref().unwrap_or_default();
    let mut off = BTreeMap::new();
    for meeting in meetings::lock_ahead(tx, organization.id, ended.id, app.now()).await? {
        off.insert(meeting.id, desk_of(organization, ended, meeting.cancel(reason, app.now())?));
    }
    let ids: Vec<MeetingId> = off.keys().copied().collect();
    if ids.is_empty() {
        return Ok(ids);
    }
    meetings::call_off_all(tx, organization.id, &ids, reason).await?;
    let told = recipients_of_all(tx, organization.id, &ids, &ON_THE_LIST).await?;
    let letters = told.iter().filter_map(|(meeting, to)| letter(off.get(meeting)?, Occasion::CalledOff, to)).collect();
    outbox::post(tx, app, Some(organization.id), letters).await?;
    Ok(ids)
}

fn desk_of(organization: &Organization, network: &Network, meeting: Meeting) -> Desk {
    let profile = &network.profile;
    Desk {
        meeting,
        network: NetworkName { slug: network.slug.clone(), name: profile.name.clone(), sensitivity: profile.sensitivity },
        organization: OrganizationName {
            slug: organization.slug.clone(),
            name: organization.settings.name.clone(),
            guest_retention_days: organization.settings.rules.guest_retention_days,
        },
        person: None,
        registration: None,
    }
}
