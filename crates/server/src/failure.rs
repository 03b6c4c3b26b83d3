//! Why a command ended, and with which exit code.

use std::error::Error;
use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use crate::configuration::Wrong;
use crate::lock::LockError;
use crate::metrics::MetricsError;
use crate::secret::SecretError;

/// Why a command ended without doing what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The operator has to choose something else.
    #[error(transparent)]
    Wrong(#[from] Wrong),
    /// The embedded database is not ours.
    #[error(transparent)]
    Lock(#[from] LockError),
    /// The secret could not be made.
    #[error("{0}")]
    Secret(SecretError),
    /// The secret cannot be used.
    #[error(transparent)]
    Keys(#[from] vliegwiel_application::SecretError),
    /// The database does not answer, or refuses.
    #[error("the database cannot be used")]
    Database(#[from] vliegwiel_persistence::Error),
    /// A use case refused.
    #[error("{0}")]
    Refused(#[from] vliegwiel_application::Error),
    /// The schema could not be brought up to date.
    #[error("the database cannot be migrated")]
    Migration(#[from] sea_orm_migration::DbErr),
    /// The database does not keep what it promises.
    #[error("{0}")]
    UnsafeDatabase(String),
    /// The operator names something that is not there, or not right.
    #[error("{0}")]
    Unknown(String),
    /// The API document cannot be written.
    #[error(transparent)]
    House(#[from] vliegwiel_http::HouseError),
    /// The port is not free, or not ours to take.
    #[error("cannot listen on {address}: {cause}")]
    Listen {
        /// Where it should.
        address: SocketAddr,
        /// Why not.
        cause: io::Error,
    },
    /// The metrics are not there.
    #[error(transparent)]
    Metrics(#[from] MetricsError),
    /// The built web app cannot be read.
    #[error("the web app in {} cannot be read: {cause}", folder.display())]
    WebApp {
        /// Where it should be.
        folder: PathBuf,
        /// Why not.
        cause: io::Error,
    },
    /// The operating system refuses.
    #[error("the operating system refuses: {0}")]
    System(#[from] io::Error),
    /// Something that was checked is not right; it was said above.
    #[error("not everything is right")]
    Unfit,
}

impl From<SecretError> for Failure {
    fn from(error: SecretError) -> Self {
        match error {
            SecretError::Wrong(wrong) => Self::Wrong(wrong),
            SecretError::Unwritable { .. } => Self::Secret(error),
        }
    }
}

impl Failure {
    /// 2 for what the operator wrote, 1 for everything else.
    #[must_use]
    pub fn exit_code(&self) -> ExitCode {
        ExitCode::from(if matches!(self, Self::Wrong(_) | Self::Unknown(_)) { 2 } else { 1 })
    }

    /// Everything in one line, causes included.
    #[must_use]
    pub fn line(&self) -> String {
        let mut line = self.to_string();
        let mut cause = if matches!(self, Self::Database(_) | Self::Migration(_)) { self.source() } else { None };
        while let Some(next) = cause {
            append(&mut line, next);
            cause = next.source();
        }
        line.lines().collect::<Vec<_>>().join(" ")
    }
}

// wrapped errors often repeat their cause
fn append(line: &mut String, cause: &dyn fmt::Display) {
    let cause = cause.to_string();
    if !line.ends_with(&cause) {
        line.push_str(": ");
        line.push_str(&cause);
    }
}
