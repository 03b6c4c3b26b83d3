//! The mailbox of a demo: mails are kept here instead of sent, so that every link can be followed without a mail server.

use chrono::{DateTime, Utc};
use vliegwiel_domain::text::EmailAddress;
use vliegwiel_persistence::mailbox::{self, KeptMail};

use crate::app::App;
use crate::error::Result;
use crate::mail::Mail;

/// A mail in the mailbox.
#[derive(Debug, Clone)]
pub struct Received {
    /// The one recipient.
    pub to: String,
    /// One line.
    pub subject: String,
    /// Plain text.
    pub text: String,
    /// When it came.
    pub sent_at: DateTime<Utc>,
}

/// Keep a mail; a second delivery of the same mail changes nothing.
///
/// # Errors
/// When the database refuses.
pub async fn keep(app: &App, mail: &Mail) -> Result<()> {
    let kept = KeptMail {
        id: mail.id,
        recipient: mail.to.as_str().to_owned(),
        subject: mail.subject.clone(),
        body: mail.text.clone(),
        sent_at: app.now(),
    };
    let tx = app.begin_write().await?;
    mailbox::insert(&tx, kept).await?;
    crate::app::commit(tx).await
}

/// The newest mails, of one recipient or of all; at most 100.
///
/// # Errors
/// When the database refuses.
pub async fn list(app: &App, to: Option<&EmailAddress>) -> Result<Vec<Received>> {
    let kept = mailbox::newest(app.db.read(), to.map(EmailAddress::as_str), 100).await?;
    let received = |mail: KeptMail| Received { to: mail.recipient, subject: mail.subject, text: mail.body, sent_at: mail.sent_at };
    Ok(kept.into_iter().map(received).collect())
}
