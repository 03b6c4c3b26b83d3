//! What can go wrong below: few kinds, so that every caller decides about all of them.

use sea_orm::{DbErr, SqlErr};

/// Why a row was not read or written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A uniqueness constraint of the database refused the row.
    #[error("the row exists already")]
    Duplicate,
    /// The row points to one that does not exist in this organisation.
    #[error("the row refers to one that does not exist")]
    DanglingReference,
    /// No connection became free, or the database is away, locked or stopping.
    #[error("the database is not available")]
    Unavailable(#[source] DbErr),
    /// No space is left for the write.
    #[error("the database has no space left")]
    Full(#[source] DbErr),
    /// A row holds what the domain does not know: written by a newer version, or damaged.
    #[error("column {column} holds an unknown value")]
    Corrupt {
        /// Table and column.
        column: &'static str,
    },
    /// Anything else.
    #[error("the database refused the statement")]
    Database(#[source] DbErr),
}

/// Result of this crate.
pub type Result<T> = std::result::Result<T, Error>;

impl From<DbErr> for Error {
    fn from(error: DbErr) -> Self {
        match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(_)) => return Self::Duplicate,
            Some(SqlErr::ForeignKeyConstraintViolation(_)) => return Self::DanglingReference,
            _ => {}
        }
        match code_of(&error).as_deref() {
            // PostgreSQL: disk full; SQLite: SQLITE_FULL
            Some("53100" | "13") => Self::Full(error),
            // PostgreSQL: lock or statement timeout, deadlock, serialisation, shutting down, too many connections; SQLite: busy and locked
            Some("55P03" | "57014" | "40P01" | "40001" | "57P01" | "57P02" | "57P03" | "53300" | "5" | "6" | "517" | "261") => {
                Self::Unavailable(error)
            }
            None if is_away(&error) => Self::Unavailable(error),
            Some(_) | None => Self::Database(error),
        }
    }
}

fn runtime_error(error: &DbErr) -> Option<&sqlx::Error> {
    let (DbErr::Conn(sea_orm::RuntimeErr::SqlxError(cause))
    | DbErr::Exec(sea_orm::RuntimeErr::SqlxError(cause))
    | DbErr::Query(sea_orm::RuntimeErr::SqlxError(cause))) = error
    else {
        return None;
    };
    Some(cause)
}

fn code_of(error: &DbErr) -> Option<String> {
    runtime_error(error)?.as_database_error()?.code().map(std::borrow::Cow::into_owned)
}

fn is_away(error: &DbErr) -> bool {
    if matches!(error, DbErr::ConnectionAcquire(_)) {
        return true;
    }
    matches!(
        runtime_error(error),
        Some(sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed | sqlx::Error::Tls(_) | sqlx::Error::WorkerCrashed)
    )
}
