//! Whether this node can answer.

use crate::app::App;
use crate::error::Result;

/// Whether the database answers.
///
/// # Errors
/// [`crate::Error::Unavailable`] when it does not.
pub async fn ready(app: &App) -> Result<()> {
    Ok(app.db.ping().await?)
}
