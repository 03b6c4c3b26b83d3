//! Giving up seats that someone may not keep.

use vliegwiel_domain::ids::{NetworkId, OrganizationId, PersonId};
use vliegwiel_domain::meetings::Audience;
use vliegwiel_domain::registrations::Entrant;
use vliegwiel_persistence::Tx;
use vliegwiel_persistence::registrations::{Upcoming, desk_of, lock_upcoming};

use super::seating::{GivingUp, give_up};
use crate::app::App;
use crate::audit::{self, Deed};
use crate::error::{Error, Result};
use crate::meetings::MeetingOccasion as Occasion;
use crate::outbox;

/// What someone no longer belongs to.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Lost {
    /// This network; the person still has an affiliation.
    Network(NetworkId),
    /// The organisation.
    Affiliation,
}

/// Cancel what the person registered for and is not of the audience of any more; who waited moves up, and everyone concerned is told. What is
/// for everyone stays.
///
/// Two statements, and those of a cancellation for each meeting: as many as one person goes to.
pub(crate) async fn release_in(
    tx: &Tx,
    app: &App,
    (organization, person): (OrganizationId, PersonId),
    lost: Lost,
    reason: &str,
) -> Result<()> {
    let (network, entrant) = match lost {
        Lost::Network(network) => (Some(network), Entrant::Affiliated),
        Lost::Affiliation => (None, Entrant::Guest),
    };
    let which = Upcoming { network, audiences: &Audience::closed_to(entrant) };
    let (mut letters, mut cancelled, mut promoted) = (Vec::new(), Vec::new(), Vec::new());
    for registration in lock_upcoming(tx, organization, person, &which, app.now()).await? {
        let desk = desk_of(tx, organization, registration).await?.ok_or(Error::NotFound)?;
        let given_up = give_up(tx, app, &desk, GivingUp { registration, version: None, occasion: Occasion::NotForYou }).await?;
        letters.extend(given_up.letters);
        cancelled.push(registration);
        promoted.extend(given_up.promoted);
    }
    outbox::post(tx, app, Some(organization), letters).await?;
    for registration in cancelled {
        audit::record_for(tx, app, organization, Deed::new("registrations.release", registration.uuid()).because(reason)).await?;
    }
    for registration in promoted {
        audit::record_for(tx, app, organization, Deed::new("registrations.promote", registration.uuid())).await?;
    }
    Ok(())
}
