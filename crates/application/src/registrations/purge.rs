//! Forgetting in time.

use chrono::TimeDelta;
use vliegwiel_persistence::registrations;

use crate::app::{App, commit};
use crate::error::Result;

/// Days after a meeting that what someone needed is kept. Source: domain.md, Meetings ("deleted after 6 months").
pub const NEEDS_KEPT_DAYS: i64 = 183;

/// Forget what people needed half a year after the meeting, and requests of guests whose link does nothing any more. Two statements.
///
/// # Errors
/// When the database refuses.
pub async fn purge(app: &App) -> Result<()> {
    let now = app.now();
    let tx = app.begin_write().await?;
    registrations::purge_needs(&tx, now - TimeDelta::days(NEEDS_KEPT_DAYS)).await?;
    registrations::purge_requests(&tx, now).await?;
    commit(tx).await
}
