//! What the worker does for networks: each in a short transaction of its own, and only once however many workers there are.

use vliegwiel_domain::access::Role;
use vliegwiel_domain::networks::Network;
use vliegwiel_persistence::recipients;
use vliegwiel_persistence::{networks, organizations};

use super::{core_group, letters};
use crate::app::{App, commit};
use crate::audit::{self, Deed};
use crate::error::{Error, Result};
use crate::outbox;

/// Networks looked at in one round; what is left comes in the next.
const MOST: u32 = 50;

/// Count core groups whose terms began or ended, put to sleep what was below its minimum for too long, and tell which evaluations are due.
pub(crate) async fn run(app: &App) -> Result<()> {
    for (organization, network) in networks::with_another_core_group(app.db.read(), app.today(), i64::from(MOST)).await? {
        let tx = app.begin_write().await?;
        core_group::settle(&tx, app, organization, network).await?;
        audit::record_for(&tx, app, organization, Deed::new("networks.count-core-group", network.uuid())).await?;
        commit(tx).await?;
    }
    for (network, after_days) in networks::due_for_dormancy(app.db.read(), u64::from(MOST)).await? {
        fall_dormant(app, network, after_days).await?;
    }
    for network in networks::due_for_evaluation(app.db.read(), app.today(), u64::from(MOST)).await? {
        announce_evaluation(app, network).await?;
    }
    Ok(())
}

/// A network that is not below its minimum for long enough, or changed meanwhile, stays as it is.
async fn fall_dormant(app: &App, network: Network, after_days: u32) -> Result<()> {
    let Ok(dormant) = network.fall_dormant(after_days, app.now()) else {
        return Ok(());
    };
    let organization = organizations::by_id(app.db.read(), dormant.organization_id).await?.ok_or(Error::NotFound)?;
    let tx = app.begin_write().await?;
    if !networks::replace(&tx, &dormant).await? {
        return Ok(());
    }
    let to = core_group::core_group_and_office(&tx, app, &dormant).await?;
    let letters = to.iter().map(|to| letters::fell_dormant(&organization, &dormant, to)).collect();
    outbox::post(&tx, app, Some(organization.id), letters).await?;
    audit::record_for(&tx, app, organization.id, Deed::new("networks.fall-dormant", dormant.id.uuid())).await?;
    commit(tx).await
}

async fn announce_evaluation(app: &App, network: Network) -> Result<()> {
    let Some(on) = network.evaluation_on else {
        return Ok(());
    };
    let organization = organizations::by_id(app.db.read(), network.organization_id).await?.ok_or(Error::NotFound)?;
    let tx = app.begin_write().await?;
    if !networks::announce_evaluation(&tx, &network, on).await? {
        return Ok(());
    }
    let to = recipients::in_role(&tx, organization.id, Role::Office, None, app.today()).await?;
    let letters = to.iter().map(|to| letters::evaluation_due(&organization, &network, on, to)).collect();
    outbox::post(&tx, app, Some(organization.id), letters).await?;
    audit::record_for(&tx, app, organization.id, Deed::new("networks.announce-evaluation", network.id.uuid())).await?;
    commit(tx).await
}
