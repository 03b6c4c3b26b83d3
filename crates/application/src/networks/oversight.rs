//! All networks at a glance.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;
use vliegwiel_domain::access::{Action, Actor, Place, Visible};
use vliegwiel_domain::networks::{HealthReason, Pulse};
use vliegwiel_persistence::networks::{self, Capacity, Oversight};

use crate::app::{App, require};
use crate::error::{Error, Result};

/// A network with the reasons to look at it, the most urgent first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Health {
    /// The network with its last and next meeting and its vacancies.
    pub oversight: Oversight,
    /// Why to look at it; empty when all is well.
    pub reasons: Vec<HealthReason>,
}

/// Networks that have not ended, by name, after a name and an id, with their health; and how many the organisation can still start. Two
/// statements.
///
/// # Errors
/// [`Error::Forbidden`] for anyone but office and board.
pub async fn oversee(app: &App, actor: &Actor, after: Option<(String, Uuid)>, most: u64) -> Result<(Capacity, Vec<Health>)> {
    require(actor, Action::NetworksOversee, &Place::organization(actor.organization))?;
    let capacity = networks::capacity(app.db.read(), actor.organization).await?.ok_or(Error::NotFound)?;
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let all = networks::overview(app.db.read(), &Visible::to(actor, app.now()), app.today(), after, most).await?;
    let health = |oversight: Oversight| {
        let pulse = Pulse {
            today: app.today(),
            core_group_min: capacity.core_group_min,
            vacancies: oversight.vacancies,
            last_meeting_on: oversight.last_meeting_at.map(day),
            next_meeting_on: oversight.next_meeting_at.map(day),
        };
        Health { reasons: oversight.network.health(&pulse), oversight }
    };
    Ok((capacity, all.into_iter().map(health).collect()))
}

/// The day of a moment in the Netherlands: see [`App::today`].
fn day(moment: DateTime<Utc>) -> NaiveDate {
    moment.with_timezone(&chrono_tz::Europe::Amsterdam).date_naive()
}
