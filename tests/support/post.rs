//! What people find in their mailboxes, and what an auditor finds in the trail.

use std::sync::Mutex;

use async_trait::async_trait;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;
use vliegwiel_application::mail::{Mail, MailError, Mailer};
use vliegwiel_application::outbox;
use vliegwiel_persistence::rows::audit_events;

use crate::world::World;

#[derive(Default)]
struct Postbag(Mutex<Vec<Mail>>);

#[async_trait]
impl Mailer for Postbag {
    async fn send(&self, mail: &Mail) -> Result<(), MailError> {
        self.0.lock().unwrap().push(mail.clone());
        Ok(())
    }
}

impl World {
    /// All mail that waits, delivered now; each mail is found once.
    pub async fn post(&self) -> Vec<Mail> {
        let bag = Postbag::default();
        while outbox::deliver_due(&self.app, &bag, 100).await.unwrap() > 0 {}
        bag.0.into_inner().unwrap()
    }

    /// The one mail that waits for this address; everything else that waits is delivered and forgotten.
    pub async fn mail_to(&self, address: &str) -> Mail {
        let mut found: Vec<Mail> = self.post().await.into_iter().filter(|mail| mail.to.as_str() == address).collect();
        assert_eq!(found.len(), 1, "{} mails to {address}", found.len());
        found.remove(0)
    }

    /// The token of the link in the one mail that waits for this address.
    pub async fn token_to(&self, address: &str) -> String {
        token_in(&self.mail_to(address).await)
    }

    /// What was done, in order: in an organisation, or with accounts for `None`.
    pub async fn trail(&self, organization: Option<Uuid>) -> Vec<String> {
        let chain = organization.unwrap_or(Uuid::nil());
        let events = audit_events::Entity::find()
            .filter(audit_events::Column::ChainId.eq(chain))
            .order_by_asc(audit_events::Column::Sequence)
            .all(self.rows())
            .await
            .unwrap();
        events.into_iter().map(|event| event.action).collect()
    }
}

/// The token of the link in a mail.
#[must_use]
pub fn token_in(mail: &Mail) -> String {
    let link = mail.text.lines().find(|line| line.contains('#')).unwrap_or_else(|| panic!("no link in {}", mail.text));
    link.split('#').nth(1).unwrap().trim().to_owned()
}
