//! The only authority over the schema: one source for SQLite and PostgreSQL.
//!
//! Each capability has a migration of its own. The statements keep to what both databases understand: SQLite takes the PostgreSQL type names
//! as they are; only triggers have words of their own. Every parent has `UNIQUE (organization_id, id)` and every child refers to both columns, so that no row can point into another
//! organisation, whatever the code above does.

pub use sea_orm_migration::MigratorTrait;
use sea_orm_migration::prelude::MigrationTrait;

mod step;

use step::Step;

/// Brings a database to the newest schema.
pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Step::boxed("m20261122_000001_house", include_str!("sql/house.sql")),
            Step::boxed("m20261122_000002_areas", include_str!("sql/areas.sql")),
            Step::boxed("m20261122_000003_organizations", include_str!("sql/organizations.sql")),
            Step::boxed("m20261122_000004_units", include_str!("sql/units.sql")),
            Step::boxed("m20261122_000005_accounts", include_str!("sql/accounts.sql")),
            Step::boxed("m20261122_000006_sessions", include_str!("sql/sessions.sql")),
            Step::boxed("m20261122_000007_persons", include_str!("sql/persons.sql")),
            Step::boxed("m20261122_000008_affiliations", include_str!("sql/affiliations.sql")),
            Step::boxed("m20261122_000009_networks", include_str!("sql/networks.sql")),
            Step::boxed("m20261122_000010_working_groups", include_str!("sql/working_groups.sql")),
            Step::boxed("m20261122_000011_memberships", include_str!("sql/memberships.sql")),
            Step::boxed("m20261122_000012_positions", include_str!("sql/positions.sql")),
            Step::boxed("m20261122_000013_founding_plans", include_str!("sql/founding_plans.sql")),
            Step::boxed("m20261122_000014_evaluations", include_str!("sql/evaluations.sql")),
            Step::boxed("m20261122_000015_meetings", include_str!("sql/meetings.sql")),
            Step::boxed("m20261122_000016_registrations", include_str!("sql/registrations.sql")),
            Step::of_each(
                "m20261122_000017_audit_heads",
                include_str!("sql/audit_heads.sqlite.sql"),
                include_str!("sql/audit_heads.postgres.sql"),
            ),
        ]
    }
}
