//! What the product writes to people: one letter, one recipient, always (privacy.md P27).

use serde::{Deserialize, Serialize};
use uuid::Uuid;
use vliegwiel_domain::text::EmailAddress;

/// A mail ready to leave.
#[derive(Debug, Clone)]
pub struct Mail {
    /// Its id: the Message-ID, the same at each attempt.
    pub id: Uuid,
    /// The one recipient.
    pub to: EmailAddress,
    /// One line, without a word about what the recipient believes or belongs to.
    pub subject: String,
    /// Plain text.
    pub text: String,
}

/// Why a mail did not leave.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// It may work later.
    #[error("the mail could not be sent now: {0}")]
    Temporary(String),
    /// It will never work: the address does not exist.
    #[error("the mail can never be sent: {0}")]
    Permanent(String),
}

/// Brings mail out of the process: over SMTP, or into the local mailbox of a demo.
#[async_trait::async_trait]
pub trait Mailer: Send + Sync {
    /// Send one mail to its one recipient.
    ///
    /// # Errors
    /// [`MailError`].
    async fn send(&self, mail: &Mail) -> Result<(), MailError>;
}

/// A letter as a use case writes it; it waits in the outbox until the change is committed.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Letter {
    /// The one recipient.
    pub to: String,
    /// One line.
    pub subject: String,
    /// Plain text; [`LINK`] stands where the link comes.
    pub text: String,
    /// The page that the link opens.
    pub link: Option<Link>,
}

/// Where the link comes in the text of a [`Letter`].
pub const LINK: &str = "{link}";

/// A link into the web app.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Link {
    /// Path of the page, such as `/bevestigen`.
    pub page: String,
    /// The row that the token of the link stands for. The token itself follows from the server's secret and is stored nowhere.
    pub token: Option<Uuid>,
}

impl Letter {
    /// A letter without a link.
    #[must_use]
    pub fn new(to: &EmailAddress, subject: String, text: String) -> Self {
        Self { to: to.as_str().to_owned(), subject, text, link: None }
    }

    /// The same letter with a link to `page`, which opens with the token of the row `token`.
    #[must_use]
    pub fn with_link(self, page: &str, token: Option<Uuid>) -> Self {
        Self { link: Some(Link { page: page.to_owned(), token }), ..self }
    }
}
