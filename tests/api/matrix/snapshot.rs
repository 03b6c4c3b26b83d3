//! The rows of a world as they were, to go back to after each request that changed some.

use std::fmt::Write as _;

use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement};
use vliegwiel_tests::World;

/// What every table held.
pub struct Snapshot {
    connection: DatabaseConnection,
    back: String,
    tables: Vec<String>,
}

impl Snapshot {
    /// Keep the rows of all tables.
    pub async fn of(world: &World) -> Self {
        let mut options = ConnectOptions::new(world.database_url());
        options.max_connections(1).min_connections(1).sqlx_logging(false);
        let connection = Database::connect(options).await.unwrap();
        let (keep, tables, off, on) = match connection.get_database_backend() {
            DbBackend::Postgres => (
                "CREATE SCHEMA kept",
                "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
                "BEGIN; SET LOCAL session_replication_role = replica;",
                "COMMIT;",
            ),
            _ => (
                "ATTACH ':memory:' AS kept",
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
                "PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE;",
                "COMMIT;",
            ),
        };
        connection.execute_unprepared(keep).await.unwrap();
        let tables = connection.query_all_raw(Statement::from_string(connection.get_database_backend(), tables)).await.unwrap();
        let tables: Vec<String> = tables.iter().map(|row| row.try_get("", "name").unwrap()).collect();
        let mut back = String::from(off);
        // a trigger writes the heads of the audit trail, so that they come back last
        let (heads, others): (Vec<_>, Vec<_>) = tables.into_iter().partition(|name| name == "audit_heads");
        let tables: Vec<String> = others.into_iter().chain(heads).filter(|name| !name.starts_with("seaql")).collect();
        for table in &tables {
            connection.execute_unprepared(&format!("CREATE TABLE kept.{table} AS SELECT * FROM {table}")).await.unwrap();
            write!(back, "DELETE FROM {table}; INSERT INTO {table} SELECT * FROM kept.{table};").unwrap();
        }
        Self { connection, back: back + on, tables }
    }

    /// Go back.
    pub async fn restore(&self) {
        self.connection.execute_unprepared(&self.back).await.unwrap();
    }

    /// Whether there are rows that were not there, or were otherwise.
    pub async fn differs(&self) -> bool {
        let side = |one: &str, other: &str| format!("SELECT 1 AS one FROM (SELECT * FROM {one} EXCEPT SELECT * FROM {other}) AS rest");
        let both = |table: &String| {
            let (now, then) = (table.clone(), format!("kept.{table}"));
            [side(&now, &then), side(&then, &now)]
        };
        let sql = self.tables.iter().flat_map(both).collect::<Vec<_>>().join(" UNION ALL ");
        let sql = Statement::from_string(self.connection.get_database_backend(), sql);
        self.connection.query_one_raw(sql).await.unwrap().is_some()
    }

    /// What was done since, as the audit trail tells it, in order.
    pub async fn deeds_since(&self) -> Vec<String> {
        let sql = "SELECT action FROM audit_events WHERE id NOT IN (SELECT id FROM kept.audit_events) ORDER BY sequence";
        let sql = Statement::from_string(self.connection.get_database_backend(), sql);
        self.connection.query_all_raw(sql).await.unwrap().iter().map(|row| row.try_get("", "action").unwrap()).collect()
    }
}
