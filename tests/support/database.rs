//! A fresh, migrated database for each world: a copied SQLite file, or a PostgreSQL database made from a template.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use sea_orm::{ConnectOptions, ConnectionTrait, DatabaseConnection, DbBackend, Statement};
use tempfile::TempDir;
use vliegwiel_migrations::{Migrator, MigratorTrait};
use vliegwiel_persistence::Database;
use vliegwiel_persistence::database::Options;

/// A database that is gone when this is dropped.
pub struct TestDatabase {
    /// Its address.
    pub url: String,
    /// The connection of the product.
    pub database: Database,
    /// The statements that the product sent.
    pub statements: Statements,
    rest: Rest,
}

/// The statements that the product sent, for statement budgets.
#[derive(Clone, Default)]
pub struct Statements(Arc<Mutex<Vec<String>>>);

impl Statements {
    fn watch(&self, database: Database) -> Database {
        let kept = self.0.clone();
        database.watched(move |sql| kept.lock().unwrap().push(sql.to_owned()))
    }

    /// Those sent since the last time, without beginning and committing.
    #[must_use]
    pub fn take(&self) -> Vec<String> {
        let sent = std::mem::take(&mut *self.0.lock().unwrap());
        sent.into_iter().filter(|sql| !["BEGIN", "COMMIT", "ROLLBACK"].iter().any(|word| sql.starts_with(word))).collect()
    }
}

enum Rest {
    File { _folder: TempDir },
    Server { admin: String, name: String },
}

impl TestDatabase {
    /// A fresh one.
    pub async fn fresh() -> Self {
        match std::env::var("TEST_DATABASE_URL") {
            Ok(admin) => Self::on_server(admin).await,
            Err(_) => Self::in_file().await,
        }
    }

    async fn in_file() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("vliegwiel.db");
        std::fs::copy(template_file().await, &path).unwrap();
        let url = format!("sqlite:{}", path.display());
        let statements = Statements::default();
        let database = statements.watch(Database::connect(&url, &options()).await.unwrap());
        Self { url, database, statements, rest: Rest::File { _folder: folder } }
    }

    async fn on_server(admin: String) -> Self {
        let connection = admin_connection(&admin).await;
        let template = template_on_server(&connection, &admin).await;
        let name = format!("t_{}", uuid::Uuid::now_v7().simple());
        connection.execute_unprepared(&format!("CREATE DATABASE {name} TEMPLATE {template}")).await.unwrap();
        connection.close().await.unwrap();
        let url = named(&admin, &name);
        let statements = Statements::default();
        let database = statements.watch(Database::connect(&url, &options()).await.unwrap());
        Self { url, database, statements, rest: Rest::Server { admin, name } }
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        let Rest::Server { admin, name } = &self.rest else {
            return;
        };
        let (admin, drop) = (admin.clone(), format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
        let away = std::thread::spawn(move || {
            tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
                admin_connection(&admin).await.execute_unprepared(&drop).await.ok();
            });
        });
        away.join().ok();
    }
}

/// How tests connect.
#[must_use]
pub fn options() -> Options {
    Options { connections: 8, acquire_timeout: Duration::from_secs(5), write_timeout: Duration::from_secs(20), ..Options::default() }
}

/// The template of this build, made by the first test that asks; every test may be a process of its own.
async fn template_file() -> PathBuf {
    let folder = std::env::current_exe().unwrap().parent().unwrap().to_owned();
    let path = folder.join(format!("template-{:x}.db", build_key()));
    if !path.exists() {
        let making = tempfile::tempdir_in(&folder).unwrap();
        let made = making.path().join("template.db");
        let database = Database::connect(&format!("sqlite:{}", made.display()), &options()).await.unwrap();
        Migrator::up(database.maintenance(), None).await.unwrap();
        database.maintenance().execute_unprepared("PRAGMA wal_checkpoint(TRUNCATE)").await.unwrap();
        database.close().await.unwrap();
        // whole or not there; of two that are made at once either will do
        std::fs::rename(made, &path).unwrap();
    }
    path
}

/// The same on a server, where the lock lets one test make it while the others wait.
async fn template_on_server(admin: &DatabaseConnection, url: &str) -> String {
    let key = build_key();
    let name = format!("template_{key:x}");
    admin.execute_unprepared(&format!("SELECT pg_advisory_lock({})", key >> 1)).await.unwrap();
    let found = format!("SELECT 1 FROM pg_database WHERE datname = '{name}'");
    if admin.query_one_raw(Statement::from_string(DbBackend::Postgres, found)).await.unwrap().is_none() {
        let making = format!("making_{key:x}");
        admin.execute_unprepared(&format!("DROP DATABASE IF EXISTS {making}")).await.unwrap();
        admin.execute_unprepared(&format!("CREATE DATABASE {making}")).await.unwrap();
        let database = Database::connect(&named(url, &making), &options()).await.unwrap();
        Migrator::up(database.maintenance(), None).await.unwrap();
        database.close().await.unwrap();
        admin.execute_unprepared(&format!("ALTER DATABASE {making} RENAME TO {name}")).await.unwrap();
    }
    admin.execute_unprepared(&format!("SELECT pg_advisory_unlock({})", key >> 1)).await.unwrap();
    name
}

/// Tells one build of the tests from another, which may have other migrations.
fn build_key() -> u64 {
    let built = std::fs::metadata(std::env::current_exe().unwrap()).unwrap();
    let mut hasher = DefaultHasher::new();
    (built.modified().unwrap(), built.len()).hash(&mut hasher);
    hasher.finish()
}

async fn admin_connection(url: &str) -> DatabaseConnection {
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false);
    sea_orm::Database::connect(options).await.unwrap()
}

fn named(admin: &str, database: &str) -> String {
    let (server, query) = admin.split_once('?').map_or((admin, None), |(server, query)| (server, Some(query)));
    let (server, _) = server.rsplit_once('/').unwrap();
    query.map_or_else(|| format!("{server}/{database}"), |query| format!("{server}/{database}?{query}"))
}
