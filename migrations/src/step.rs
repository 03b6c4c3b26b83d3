//! One migration made of plain statements.

use sea_orm_migration::prelude::*;

/// A named script, run in one transaction on both databases.
pub struct Step {
    name: &'static str,
    script: &'static str,
}

impl Step {
    /// A migration for the list of [`crate::Migrator`].
    pub fn boxed(name: &'static str, script: &'static str) -> Box<dyn MigrationTrait> {
        Box::new(Self { name, script })
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
        manager.get_connection().execute_unprepared(self.script).await.map(|_| ())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
