//! What every use case works with.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, SubsecRound, Utc};
use uuid::Builder;
use vliegwiel_domain::access::{Action, Actor, Place, Verdict, allows};
use vliegwiel_domain::ids::Id;
use vliegwiel_persistence::{Database, Tx};

use crate::error::{Error, Result};
use crate::passwords::HashingGate;
use crate::secrets::Secrets;

/// What time it is: real in production, set by hand in tests.
pub trait Clock: Send + Sync {
    /// The present moment.
    fn now(&self) -> DateTime<Utc>;
}

/// Unpredictable bytes: from the operating system in production, repeatable in tests.
pub trait Randomness: Send + Sync {
    /// Fill `bytes`.
    fn fill(&self, bytes: &mut [u8]);
}

/// What the operator decides.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Where people reach the web app, without a slash at the end: for links in mails.
    pub public_url: String,
    /// Whether this database holds invented people only: demo accounts work nowhere else.
    pub is_demo: bool,
}

/// The parts an [`App`] is made of.
pub struct Parts {
    /// The database, migrated.
    pub db: Database,
    /// What time it is.
    pub clock: Arc<dyn Clock>,
    /// Unpredictable bytes.
    pub randomness: Arc<dyn Randomness>,
    /// Keys, all derived from one seed.
    pub secrets: Secrets,
    /// What the operator decides.
    pub settings: Settings,
}

/// What every use case works with; shared by all threads.
pub struct App {
    /// The database.
    pub db: Database,
    /// Keys.
    pub secrets: Secrets,
    /// What the operator decides.
    pub settings: Settings,
    pub(crate) hashing: HashingGate,
    clock: Arc<dyn Clock>,
    randomness: Arc<dyn Randomness>,
}

impl App {
    /// Put the parts together.
    #[must_use]
    pub fn new(parts: Parts) -> Self {
        let Parts { db, clock, randomness, secrets, settings } = parts;
        Self { db, secrets, settings, hashing: HashingGate::default(), clock, randomness }
    }

    /// The present moment in milliseconds: no database stores finer in the same way.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now().trunc_subsecs(3)
    }

    /// The day it is in the Netherlands, where terms of positions begin and end.
    ///
    /// Terms are days; all five source organisations live in one time zone, so one zone decides for every organisation here.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.now().with_timezone(&chrono_tz::Europe::Amsterdam).date_naive()
    }

    /// A fresh id: UUID version 7 of the injected clock and randomness.
    #[must_use]
    pub fn new_id<T>(&self) -> Id<T> {
        let millis = u64::try_from(self.now().timestamp_millis()).unwrap_or(0);
        Id::new(Builder::from_unix_timestamp_millis(millis, &self.random::<10>()).into_uuid())
    }

    /// `N` unpredictable bytes.
    #[must_use]
    pub fn random<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.randomness.fill(&mut bytes);
        bytes
    }

    /// Begin a write.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the database is away or too busy.
    pub async fn begin_write(&self) -> Result<Tx> {
        Ok(self.db.begin_write().await?)
    }
}

/// Commit a write.
///
/// # Errors
/// [`Error::Unavailable`] when it is not known whether the write happened: the caller asks again with the same key.
pub async fn commit(tx: Tx) -> Result<()> {
    tx.commit().await.map_err(|error| vliegwiel_persistence::Error::from(error).into())
}

/// The first line of every use case.
///
/// # Errors
/// [`Error::NotFound`] where the actor may not know of the place, [`Error::Unauthenticated`] when signing in could help,
/// [`Error::Forbidden`] otherwise.
pub fn require(actor: &Actor, action: Action, place: &Place) -> Result<()> {
    match allows(actor, action, place) {
        Verdict::Allowed => Ok(()),
        Verdict::Hidden => Err(Error::NotFound),
        Verdict::Forbidden if actor.account.is_none() => Err(Error::Unauthenticated),
        Verdict::Forbidden => Err(Error::Forbidden),
    }
}
