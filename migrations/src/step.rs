//! One migration made of plain statements.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

/// A named script, run in one transaction.
pub struct Step {
    name: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
}

impl Step {
    /// A migration for the list of [`crate::Migrator`], in words that both databases understand.
    pub fn boxed(name: &'static str, script: &'static str) -> Box<dyn MigrationTrait> {
        Self::of_each(name, script, script)
    }

    /// A migration in the words of each database.
    pub fn of_each(name: &'static str, sqlite: &'static str, postgres: &'static str) -> Box<dyn MigrationTrait> {
        Box::new(Self { name, sqlite, postgres })
    }
}

impl MigrationName for Step {
    fn name(&self) -> &str {
        self.name
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let script = if manager.get_database_backend() == DbBackend::Sqlite { self.sqlite } else { self.postgres };
        manager.get_connection().execute_unprepared(script).await.map(|_| ())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
