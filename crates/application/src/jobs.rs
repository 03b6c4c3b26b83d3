//! Work that is due by the clock. Every piece takes effect once, however many workers run it and however often.

use crate::app::App;
use crate::error::Result;
use crate::{networks, positions};

/// Do what is due now.
///
/// # Errors
/// When the database refuses; what was done before stays done, and the rest is due again.
pub async fn run_due(app: &App) -> Result<()> {
    positions::work::run(app).await?;
    networks::work::run(app).await
}
