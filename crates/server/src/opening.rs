//! From a configuration to an application that may be used: ours alone, whole, safe and of the newest schema.

use std::sync::Arc;
use std::time::Duration;

use sea_orm_migration::MigratorTrait;
use vliegwiel_application::{App, Clock, Database, Parts, Randomness, Secrets, Settings};
use vliegwiel_migrations::Migrator;
use vliegwiel_persistence::database::{Durability, Options, Setting};
use vliegwiel_persistence::{installation, organizations};

use crate::configuration::{Configuration, Wrong};
use crate::failure::Failure;
use crate::lock::{self, Lock};
use crate::secret;
use crate::system::{OsRandomness, SystemClock};

/// Oldest PostgreSQL, as `server_version_num`: 15.0.
const POSTGRESQL_MIN: u32 = 150_000;
/// How often a node tries to migrate while another does. Our choice.
const MIGRATION_ATTEMPTS: u32 = 10;
/// Pause between two attempts. Our choice.
const MIGRATION_PAUSE: Duration = Duration::from_millis(500);

/// What comes from outside: real in production, set by hand in tests.
#[derive(Clone)]
pub struct Outside {
    /// What time it is.
    pub clock: Arc<dyn Clock>,
    /// Unpredictable bytes.
    pub randomness: Arc<dyn Randomness>,
}

impl Outside {
    /// The clock and the chance of this machine.
    #[must_use]
    pub fn real() -> Self {
        Self { clock: Arc::new(SystemClock), randomness: Arc::new(OsRandomness) }
    }
}

/// A database that is ours and safe to use, perhaps not of the newest schema.
pub struct Ground {
    /// The database.
    pub db: Database,
    lock: Option<Lock>,
}

impl Ground {
    /// Take the database and read its settings back.
    ///
    /// # Errors
    /// [`Failure::Lock`], [`Failure::Database`], or [`Failure::UnsafeDatabase`] when it is damaged or would lose what it acknowledged.
    pub async fn take(configuration: &Configuration) -> Result<Self, Failure> {
        let lock = configuration.database.file().map(lock::take).transpose()?;
        let db = connect(configuration).await?;
        for warning in judge(&db.settings().await?, db.is_embedded(), configuration.durability)? {
            tracing::warn!("{warning}");
        }
        if !db.is_sound().await? {
            return Err(Failure::UnsafeDatabase("the database file is damaged; restore a backup".to_owned()));
        }
        Ok(Self { db, lock })
    }

    /// Bring the schema up to date. Several nodes may do so at once: who loses finds it done.
    ///
    /// # Errors
    /// [`Failure::Migration`].
    pub async fn migrate(&self) -> Result<(), Failure> {
        let mut attempt = 1;
        loop {
            match Migrator::up(self.db.maintenance(), None).await {
                Ok(()) => return Ok(()),
                Err(error) if self.lock.is_some() || attempt == MIGRATION_ATTEMPTS => return Err(error.into()),
                Err(error) => tracing::warn!(%error, attempt, "the migration is tried again"),
            }
            attempt += 1;
            tokio::time::sleep(MIGRATION_PAUSE).await;
        }
    }

    /// From now on this database holds invented people only, whose mail everyone may read. A database that holds anything else is refused.
    ///
    /// # Errors
    /// [`Failure::Wrong`] when organisations are there that are no demo.
    pub async fn become_demo(&self) -> Result<(), Failure> {
        if installation::is_demo(self.db.read()).await? {
            return Ok(());
        }
        if !organizations::list(self.db.read(), None, 1).await?.is_empty() {
            let problem = "this database is in use; the demo would show its mail to everyone, so give it a database of its own".to_owned();
            return Err(Wrong { origin: "--database-url".to_owned(), problem }.into());
        }
        Ok(installation::become_demo(self.db.maintenance()).await?)
    }

    /// Put the application on it. Mails will lead to `public_url`.
    ///
    /// # Errors
    /// [`Failure::Wrong`] or [`Failure::Secret`] without a secret, [`Failure::Database`].
    pub async fn build(self, configuration: &Configuration, outside: Outside, public_url: String) -> Result<Opened, Failure> {
        let seed = secret::read_or_make(configuration, outside.randomness.as_ref())?;
        let is_demo = installation::is_demo(self.db.read()).await?;
        let parts = Parts {
            db: self.db,
            clock: outside.clock,
            randomness: outside.randomness,
            secrets: Secrets::from_seed(&seed)?,
            settings: Settings { public_url, is_demo },
        };
        Ok(Opened { app: Arc::new(App::new(parts)), _lock: self.lock })
    }

    /// Let go of the database.
    pub async fn close(self) {
        close(self.db).await;
    }
}

/// An application on its database.
pub struct Opened {
    /// The application.
    pub app: Arc<App>,
    _lock: Option<Lock>,
}

impl Opened {
    /// Let go of the database.
    pub async fn close(self) {
        close(self.app.db.clone()).await;
    }
}

async fn close(db: Database) {
    if let Err(error) = db.close().await {
        tracing::warn!(%error, "the database was not closed properly");
    }
}

/// Connect without taking it.
///
/// # Errors
/// [`Failure::Database`].
pub async fn connect(configuration: &Configuration) -> Result<Database, Failure> {
    let options = Options { durability: configuration.durability, ..Options::default() };
    Ok(Database::connect(&configuration.database.expose(), &options).await?)
}

/// Take the database, migrate it, and put the application on it. Mails will lead to `public_url`.
///
/// # Errors
/// [`Failure`].
pub async fn open(configuration: &Configuration, outside: Outside, public_url: String) -> Result<Opened, Failure> {
    let ground = Ground::take(configuration).await?;
    ground.migrate().await?;
    ground.build(configuration, outside, public_url).await
}

/// Whether the database keeps what it promises; gives warnings back, one line each.
///
/// Source: reliability.md R03 and R04. `SQLite` that may lose acknowledged writes is refused unless the operator accepts it; for `PostgreSQL`,
/// whose operator may be someone else, it is a warning.
///
/// # Errors
/// [`Failure::UnsafeDatabase`].
pub fn judge(settings: &[Setting], is_embedded: bool, durability: Durability) -> Result<Vec<String>, Failure> {
    let version = settings.iter().find(|setting| setting.name == "server_version_num");
    if version.is_some_and(|version| version.value.parse().unwrap_or(0) < POSTGRESQL_MIN) {
        return Err(Failure::UnsafeDatabase("this PostgreSQL is older than version 15".to_owned()));
    }
    let mut warnings = Vec::new();
    for setting in settings.iter().filter(|setting| !setting.is_as_pinned()) {
        let line = format!("the database has {} = {} instead of {}", setting.name, setting.value, setting.pinned.unwrap_or_default());
        let is_accepted = setting.name == "synchronous" && durability == Durability::Relaxed;
        if is_embedded && !is_accepted {
            return Err(Failure::UnsafeDatabase(format!("{line}, so acknowledged writes could be lost")));
        }
        warnings.push(line);
    }
    Ok(warnings)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn setting(name: &'static str, value: &str, pinned: Option<&'static str>) -> Setting {
        Setting { name, value: value.to_owned(), pinned }
    }

    #[test]
    fn sqlite_that_may_lose_writes_is_refused_unless_accepted() {
        let settings = [setting("journal_mode", "wal", Some("wal")), setting("synchronous", "1", Some("2"))];

        let refused = judge(&settings, true, Durability::Full).unwrap_err().to_string();
        let accepted = judge(&settings, true, Durability::Relaxed).unwrap();

        assert!(refused.contains("synchronous = 1 instead of 2"), "{refused}");
        assert_eq!(accepted.len(), 1);
    }

    #[test]
    fn accepting_loss_accepts_nothing_else() {
        let settings = [setting("foreign_keys", "0", Some("1"))];

        assert!(judge(&settings, true, Durability::Relaxed).is_err());
    }

    #[test]
    fn postgresql_without_synchronous_commit_warns() {
        let settings = [setting("server_version_num", "150018", None), setting("synchronous_commit", "off", Some("on"))];

        assert_eq!(judge(&settings, false, Durability::Full).unwrap(), ["the database has synchronous_commit = off instead of on"]);
    }

    #[test]
    fn postgresql_before_15_is_refused() {
        for version in ["140012", "", "new"] {
            assert!(judge(&[setting("server_version_num", version, None)], false, Durability::Full).is_err(), "{version}");
        }
    }
}
