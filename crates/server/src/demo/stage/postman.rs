//! Brings letters to people who have to follow a link before the play can go on.

use std::sync::{Mutex, PoisonError};

use vliegwiel_application::mail::{Mail, MailError, Mailer};
use vliegwiel_application::{App, Error, Result, outbox};

/// Letters in one round.
const ROUND: u32 = 50;

/// Keeps what it brings, to read the links in it.
#[derive(Debug, Default)]
pub struct Postman(Mutex<Vec<Mail>>);

#[async_trait::async_trait]
impl Mailer for Postman {
    async fn send(&self, mail: &Mail) -> std::result::Result<(), MailError> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(mail.clone());
        Ok(())
    }
}

impl Postman {
    /// Bring all letters that wait, and read the token in the newest to `email`.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no letter with a link.
    pub async fn token_for(&self, app: &App, email: &str) -> Result<String> {
        while outbox::deliver_due(app, self, ROUND).await? == ROUND {}
        let letters = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let letter = letters.iter().rev().find(|letter| letter.to.as_str() == email).ok_or(Error::NotFound)?;
        let (_, after) = letter.text.split_once('#').ok_or(Error::NotFound)?;
        Ok(after
            .chars()
            .take_while(|letter| letter.is_ascii_alphanumeric() || "-_.".contains(*letter))
            .collect::<String>()
            .trim_end_matches('.')
            .to_owned())
    }
}
