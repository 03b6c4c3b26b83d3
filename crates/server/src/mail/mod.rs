//! Where mail goes: to a mail server, or into the local mailbox.

use std::sync::Arc;

use vliegwiel_application::App;
use vliegwiel_application::mail::Mailer;

mod local;
mod smtp;

pub use local::LocalMailbox;
pub use smtp::SmtpMailer;

use crate::configuration::{MailRoute, Wrong};

/// Whether the pages of `/dev/mailbox` exist: in a demo database, and where the operator asked for it.
#[must_use]
pub fn is_mailbox_open(route: &MailRoute, app: &App) -> bool {
    app.settings.is_demo || matches!(route, MailRoute::LocalMailbox)
}

/// The mailer of this installation.
///
/// # Errors
/// [`Wrong`] when nobody said where mail goes and this is no demo, or when the mail server's address cannot be used.
pub fn mailer(route: &MailRoute, app: &Arc<App>) -> Result<Arc<dyn Mailer>, Wrong> {
    match route {
        MailRoute::Smtp { url, from } => Ok(Arc::new(SmtpMailer::new(url, from.clone())?)),
        MailRoute::LocalMailbox => Ok(Arc::new(LocalMailbox::new(Arc::clone(app)))),
        MailRoute::Unsaid if app.settings.is_demo => Ok(Arc::new(LocalMailbox::new(Arc::clone(app)))),
        MailRoute::Unsaid => Err(Wrong {
            origin: "--smtp-url".to_owned(),
            problem: "name the mail server, or choose --local-mailbox for development; without mail nobody can confirm an account"
                .to_owned(),
        }),
    }
}
