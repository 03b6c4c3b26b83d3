//! What the worker does for positions: each in a short transaction of its own, and only once however many workers there are.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use vliegwiel_domain::access::Role;
use vliegwiel_domain::positions::REMIND_BEFORE_DAYS;
use vliegwiel_persistence::positions::{self, Reminder};
use vliegwiel_persistence::{organizations, recipients};

use super::{appointing, letters};
use crate::app::{App, commit};
use crate::audit::{self, Deed};
use crate::error::{Error, Result};
use crate::outbox;

/// Appointments looked at in one round; what is left comes in the next.
const MOST: u32 = 100;

/// End the appointments whose term is over, and announce the terms that end soon.
pub(crate) async fn run(app: &App) -> Result<()> {
    for lapsed in positions::lapsed(app.db.read(), app.today(), u64::from(MOST)).await? {
        let ended = lapsed.lapse(app.today(), app.now());
        let tx = app.begin_write().await?;
        match appointing::end_in(&tx, app, &ended).await {
            Err(Error::Stale) => continue,
            done => done?,
        }
        audit::record_for(&tx, app, ended.organization_id, Deed::new("positions.lapse", ended.position_id.uuid())).await?;
        commit(tx).await?;
    }
    let until = app.today() + TimeDelta::days(REMIND_BEFORE_DAYS);
    for reminder in positions::to_remind(app.db.read(), app.today(), until, i64::from(MOST)).await? {
        remind(app, &reminder).await?;
    }
    Ok(())
}

async fn remind(app: &App, reminder: &Reminder) -> Result<()> {
    let organization = organizations::by_id(app.db.read(), reminder.organization_id).await?.ok_or(Error::NotFound)?;
    let tx = app.begin_write().await?;
    if !positions::note_reminder(&tx, organization.id, reminder.appointment_id, app.now()).await? {
        return Ok(());
    }
    let holder = recipients::person(&tx, organization.id, reminder.person_id).await?;
    let mut letters: Vec<_> = holder.iter().map(|to| letters::term_ends(&organization, reminder, to)).collect();
    let role = if reminder.network_id.is_some() { Role::CoreGroup } else { Role::Administrator };
    let mut met = BTreeSet::from([reminder.person_id]);
    for to in recipients::in_role(&tx, organization.id, role, reminder.network_id, app.today()).await? {
        if met.insert(to.person_id) {
            letters.push(letters::term_of_other_ends(&organization, reminder, &to));
        }
    }
    outbox::post(&tx, app, Some(organization.id), letters).await?;
    audit::record_for(&tx, app, organization.id, Deed::new("positions.remind", reminder.position_id.uuid())).await?;
    commit(tx).await
}
