//! The mailbox of a demo.

use std::sync::Arc;

use vliegwiel_application::mail::{Mail, MailError, Mailer};
use vliegwiel_application::{App, mailbox};

/// Keeps mail in the database, to be read at `/dev/mailbox`.
pub struct LocalMailbox {
    app: Arc<App>,
}

impl LocalMailbox {
    /// The mailbox of this installation.
    #[must_use]
    pub const fn new(app: Arc<App>) -> Self {
        Self { app }
    }
}

#[async_trait::async_trait]
impl Mailer for LocalMailbox {
    async fn send(&self, mail: &Mail) -> Result<(), MailError> {
        mailbox::keep(&self.app, mail).await.map_err(|error| MailError::Temporary(error.to_string()))
    }
}
