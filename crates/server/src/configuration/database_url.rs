//! Where the data is.

use std::fmt;
use std::path::{Path, PathBuf};

use secrecy::{ExposeSecret, SecretString};

/// A database that we know how to use. Its `Debug` shows no password.
#[derive(Clone)]
pub enum DatabaseUrl {
    /// SQLite in a file.
    Embedded(PathBuf),
    /// PostgreSQL, with a password in the address.
    Server(SecretString),
}

impl DatabaseUrl {
    /// SQLite in this file.
    #[must_use]
    pub const fn embedded(file: PathBuf) -> Self {
        Self::Embedded(file)
    }

    /// Read `sqlite://FILE`, `sqlite:FILE`, `postgres://…` or `postgresql://…`.
    ///
    /// A database in memory is refused: every connection would see its own. So are `%` in a file name and SQLite's own options after `?`,
    /// except the `mode=rwc` of other tools, because the lock and the secret stand beside the file under the same name.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            let url = url::Url::parse(text).ok()?;
            // no host is fine: a socket is named in the query
            return (url.path().len() > 1).then(|| Self::Server(SecretString::from(text)));
        }
        let rest = text.strip_prefix("sqlite:")?;
        let rest = rest.strip_prefix("//").unwrap_or(rest);
        let file = rest.strip_suffix("?mode=rwc").unwrap_or(rest);
        let is_file = !file.is_empty() && !file.ends_with('/') && !file.contains(['?', '%', '#']) && !file.contains(":memory:");
        is_file.then(|| Self::Embedded(PathBuf::from(file)))
    }

    /// The file of the embedded database.
    #[must_use]
    pub fn file(&self) -> Option<&Path> {
        match self {
            Self::Embedded(file) => Some(file),
            Self::Server(_) => None,
        }
    }

    /// The address for the driver.
    #[must_use]
    pub fn expose(&self) -> String {
        match self {
            Self::Embedded(file) => format!("sqlite://{}?mode=rwc", file.display()),
            Self::Server(url) => url.expose_secret().to_owned(),
        }
    }
}

/// Shows the file, or only that it is a server.
impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Embedded(file) => write!(f, "sqlite://{}", file.display()),
            Self::Server(_) => f.write_str("postgres://…"),
        }
    }
}
