//! The connection to one of two databases, with everything that differs between them.

use std::time::Duration;

use sea_orm::{
    ConnectOptions, ConnectionTrait, DatabaseBackend, DatabaseConnection, DatabaseTransaction, SqliteTransactionMode, Statement,
    TransactionOptions, TransactionTrait,
};
use sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};

use crate::error::Result;

/// What statements are sent through: the readers, or a write in progress.
pub use sea_orm::ConnectionTrait as Connection;

/// A write in progress. Dropped without `commit`, it never happened.
pub type Tx = DatabaseTransaction;

/// How long to wait, and how wide to be.
#[derive(Debug, Clone)]
pub struct Options {
    /// Longest wait for a connection to read with (reliability.md R11: at most a second, then 503).
    pub acquire_timeout: Duration,
    /// Longest wait for a connection to write with.
    pub write_timeout: Duration,
    /// Connections to PostgreSQL, half of them for writing; or readers of SQLite, which has one writer.
    pub connections: u32,
    /// How sure SQLite is that a commit survives a power cut.
    pub durability: Durability,
}

/// How sure SQLite is that a commit survives a power cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// Every acknowledged write survives (`synchronous = FULL`, reliability.md R04).
    Full,
    /// A power cut may lose the last writes: only for throwaway databases.
    Relaxed,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            acquire_timeout: Duration::from_secs(1),
            write_timeout: Duration::from_secs(5),
            connections: 12,
            durability: Durability::Full,
        }
    }
}

/// A setting of the database as it really is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// Its name in the database.
    pub name: &'static str,
    /// What the database says.
    pub value: String,
    /// What it should say; `None` where any value will do.
    pub pinned: Option<&'static str>,
}

impl Setting {
    /// Whether the value is the one we rely on.
    #[must_use]
    pub fn is_as_pinned(&self) -> bool {
        self.pinned.is_none_or(|pinned| pinned == self.value)
    }
}

/// The database of the product: SQLite in a file, or PostgreSQL.
#[derive(Debug, Clone)]
pub struct Database {
    read: DatabaseConnection,
    write: DatabaseConnection,
}

impl Database {
    /// Connect to `sqlite:PATH`, `sqlite::memory:` (not for use) or `postgres://…`.
    ///
    /// SQLite gets a pool of readers and one writer, so that writers queue in the pool and not in `SQLITE_BUSY`. PostgreSQL gets a pool for
    /// reading and one for writing, so that a crowd of writers that waits for one row leaves connections to those who read, in turn.
    ///
    /// # Errors
    /// When the database cannot be reached or refuses a setting.
    pub async fn connect(url: &str, options: &Options) -> Result<Self> {
        if url.starts_with("sqlite:") {
            let write = sea_orm::Database::connect(sqlite(url, options, 1)).await?;
            let read = sea_orm::Database::connect(sqlite(url, options, options.connections)).await?;
            return Ok(Self { read, write });
        }
        let writers = (options.connections / 2).max(1);
        let readers = options.connections.saturating_sub(writers).max(1);
        let write = sea_orm::Database::connect(postgres(url, writers, options.write_timeout)).await?;
        let read = sea_orm::Database::connect(postgres(url, readers, options.acquire_timeout)).await?;
        Ok(Self { read, write })
    }

    /// The same database, which tells `watch` about every statement: to keep statement budgets in tests.
    #[must_use]
    pub fn watched(mut self, watch: impl Fn(&str) + Clone + Send + Sync + 'static) -> Self {
        let other = watch.clone();
        self.read.set_metric_callback(move |info| watch(&info.statement.sql));
        self.write.set_metric_callback(move |info| other(&info.statement.sql));
        self
    }

    /// For reading.
    #[must_use]
    pub const fn read(&self) -> &DatabaseConnection {
        &self.read
    }

    /// For migrations and maintenance, which write outside a transaction of ours.
    #[must_use]
    pub const fn maintenance(&self) -> &DatabaseConnection {
        &self.write
    }

    /// Begin a write.
    ///
    /// # Errors
    /// [`crate::Error::Unavailable`] when no connection becomes free in time.
    pub async fn begin_write(&self) -> Result<Tx> {
        // SQLite: take the write lock now; upgrading later fails with SQLITE_BUSY
        let options =
            TransactionOptions { sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate), ..TransactionOptions::default() };
        Ok(self.write.begin_with_options(options).await?)
    }

    /// Whether this is the embedded database.
    #[must_use]
    pub fn is_embedded(&self) -> bool {
        self.write.get_database_backend() == DatabaseBackend::Sqlite
    }

    /// Read back what the database promises (reliability.md, settings to pin).
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn settings(&self) -> Result<Vec<Setting>> {
        let wanted: &[(&'static str, &'static str, Option<&'static str>)] = if self.is_embedded() {
            &[
                ("journal_mode", "PRAGMA journal_mode", Some("wal")),
                ("synchronous", "PRAGMA synchronous", Some("2")),
                ("foreign_keys", "PRAGMA foreign_keys", Some("1")),
                ("busy_timeout", "PRAGMA busy_timeout", Some("5000")),
            ]
        } else {
            &[
                ("server_version_num", "SHOW server_version_num", None),
                ("synchronous_commit", "SHOW synchronous_commit", Some("on")),
                ("fsync", "SHOW fsync", Some("on")),
                ("full_page_writes", "SHOW full_page_writes", Some("on")),
                ("statement_timeout", "SHOW statement_timeout", Some("2s")),
                ("lock_timeout", "SHOW lock_timeout", Some("1s")),
                ("idle_in_transaction_session_timeout", "SHOW idle_in_transaction_session_timeout", Some("10s")),
            ]
        };
        let mut settings = Vec::with_capacity(wanted.len());
        for (name, question, pinned) in wanted {
            settings.push(Setting { name, value: self.ask(question).await?, pinned: *pinned });
        }
        Ok(settings)
    }

    /// Look for damage in the embedded database (reliability.md R23); PostgreSQL checks its own pages.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub async fn is_sound(&self) -> Result<bool> {
        if !self.is_embedded() {
            return Ok(true);
        }
        Ok(self.ask("PRAGMA quick_check").await? == "ok")
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// When it does not.
    pub async fn ping(&self) -> Result<()> {
        Ok(self.read.ping().await?)
    }

    /// Let go of all connections.
    ///
    /// # Errors
    /// When a connection cannot be closed.
    pub async fn close(self) -> Result<()> {
        self.read.close().await?;
        self.write.close().await?;
        Ok(())
    }

    async fn ask(&self, question: &str) -> Result<String> {
        let statement = Statement::from_string(self.write.get_database_backend(), question);
        let Some(row) = self.write.query_one_raw(statement).await? else {
            return Ok(String::new());
        };
        if let Ok(text) = row.try_get_by_index::<String>(0) {
            return Ok(text);
        }
        Ok(row.try_get_by_index::<i64>(0)?.to_string())
    }
}

fn sqlite(url: &str, options: &Options, connections: u32) -> ConnectOptions {
    let synchronous = match options.durability {
        Durability::Full => SqliteSynchronous::Full,
        Durability::Relaxed => SqliteSynchronous::Normal,
    };
    let mut connect = ConnectOptions::new(url);
    let wait = if connections == 1 { options.write_timeout } else { options.acquire_timeout };
    connect.max_connections(connections).acquire_timeout(wait).sqlx_logging(false).map_sqlx_sqlite_opts(move |sqlite| {
        sqlite
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(synchronous)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(5))
            .pragma("cache_size", "-16000")
            .pragma("mmap_size", "268435456")
            .optimize_on_close(true, None)
    });
    connect
}

fn postgres(url: &str, connections: u32, wait: Duration) -> ConnectOptions {
    let mut connect = ConnectOptions::new(url);
    connect.max_connections(connections).acquire_timeout(wait).sqlx_logging(false).map_sqlx_postgres_opts(|postgres| {
        postgres.application_name("vliegwiel").options([
            ("statement_timeout", "2s"),
            ("lock_timeout", "1s"),
            ("idle_in_transaction_session_timeout", "10s"),
            ("synchronous_commit", "on"),
            ("TimeZone", "UTC"),
        ])
    });
    connect
}
