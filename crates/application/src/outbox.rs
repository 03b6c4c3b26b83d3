//! Letters leave after the commit, at least once, each with its own Message-ID.

use chrono::TimeDelta;
use vliegwiel_domain::ids::OrganizationId;
use vliegwiel_domain::mutants::{Hole, planted};
use vliegwiel_domain::text::EmailAddress;
use vliegwiel_persistence::Tx;
use vliegwiel_persistence::outbox::{self, Outcome, Waiting};
use vliegwiel_persistence::unasked_mails::{self, Unasked};

use crate::app::App;
use crate::error::{Error, Result};
use crate::mail::{LINK, Letter, Mail, MailError, Mailer};

/// How long a worker may take for one batch before another may try, in seconds. Our choice.
const LEASE_SECONDS: i64 = 120;
/// Attempts before a letter is given up: with the waits below, about three days (reliability.md R15, R17).
const ATTEMPTS_MAX: i32 = 14;
/// Longest wait between two attempts, in seconds: six hours. Our choice.
const WAIT_MAX_SECONDS: i64 = 21_600;

/// Store letters in the transaction of the change that causes them. One statement however many.
pub(crate) async fn post(tx: &Tx, app: &App, organization: Option<OrganizationId>, letters: Vec<Letter>) -> Result<()> {
    if planted(Hole::Outbox) {
        return Ok(());
    }
    let mut rows = Vec::with_capacity(letters.len());
    for letter in letters {
        let payload = serde_json::to_value(letter).map_err(Error::internal)?;
        rows.push((app.new_id::<()>().uuid(), payload));
    }
    Ok(outbox::insert_all(tx, rows, organization.map(OrganizationId::uuid), app.now()).await?)
}

/// Mails that strangers may cause to one address in an hour. Our choice.
const UNASKED_HOURLY_MAX: u32 = 5;

/// Whether one more mail may go to an address that nobody proved to be theirs, so that nobody can fill someone else's mailbox; counts it.
///
/// The work is the same whatever is known of the address. Two statements.
pub(crate) async fn may_write_unasked(tx: &Tx, app: &App, to: &EmailAddress) -> Result<bool> {
    let hash = app.secrets.address_hash(to.as_str());
    let found = unasked_mails::lock(tx, &hash, app.now()).await?;
    let is_over = app.now() - found.window_started_at >= TimeDelta::hours(1);
    let counted = if is_over { Unasked { sent: 0, window_started_at: app.now() } } else { found };
    unasked_mails::replace(tx, &hash, Unasked { sent: counted.sent.saturating_add(1), ..counted }).await?;
    Ok(counted.sent < UNASKED_HOURLY_MAX || planted(Hole::MailFlood))
}

/// Send what is due, at most `most` letters. Returns how many were tried.
///
/// # Errors
/// When the database refuses; a mailer that refuses only delays its letter.
pub async fn deliver_due(app: &App, mailer: &dyn Mailer, most: u32) -> Result<u32> {
    let now = app.now();
    let tx = app.begin_write().await?;
    let claimed = outbox::claim(&tx, now, now + TimeDelta::seconds(LEASE_SECONDS), u64::from(most)).await?;
    crate::app::commit(tx).await?;
    let tried = u32::try_from(claimed.len()).unwrap_or(u32::MAX);
    for message in claimed {
        let outcome = deliver(app, mailer, &message).await;
        let tx = app.begin_write().await?;
        outbox::report(&tx, &message, outcome, app.now()).await?;
        crate::app::commit(tx).await?;
    }
    Ok(tried)
}

async fn deliver(app: &App, mailer: &dyn Mailer, message: &Waiting) -> Outcome {
    let Some(mail) = mail(app, message) else {
        return Outcome::Failed("unreadable".to_owned());
    };
    match mailer.send(&mail).await {
        Ok(()) => Outcome::Done,
        Err(MailError::Permanent(_)) => Outcome::Failed("refused for good".to_owned()),
        Err(MailError::Temporary(_)) if message.attempts >= ATTEMPTS_MAX => Outcome::Failed("given up".to_owned()),
        Err(MailError::Temporary(_)) => {
            let doubled = 5_i64.saturating_mul(1_i64 << message.attempts.clamp(0, 20));
            Outcome::Later(app.now() + TimeDelta::seconds(doubled.min(WAIT_MAX_SECONDS)), "refused for now".to_owned())
        }
    }
}

fn mail(app: &App, message: &Waiting) -> Option<Mail> {
    let letter: Letter = serde_json::from_value(message.payload.clone()).ok()?;
    let link = letter.link.map(|link| {
        let token = link.token.map(|token| format!("#{}", app.secrets.mailed_token(token))).unwrap_or_default();
        format!("{}{}{token}", app.settings.public_url, link.page)
    });
    let to = EmailAddress::parse(&letter.to).ok()?;
    let text = letter.text.replace(LINK, &link.unwrap_or_default());
    Some(Mail { id: message.id, to, subject: letter.subject, text })
}
