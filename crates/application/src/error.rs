//! What a use case can answer besides its result.

use vliegwiel_domain::text::FieldError;
use vliegwiel_persistence as persistence;

/// Result of a use case.
pub type Result<T> = std::result::Result<T, Error>;

/// One thing that is wrong with the input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flaw {
    /// JSON pointer to the field, such as `/startsAt`; empty for the whole.
    pub pointer: String,
    /// Stable code, such as `too-long`.
    pub code: &'static str,
    /// What is wrong, in plain English.
    pub detail: String,
}

/// Why a use case did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Absent, or not for the caller to know: the two look the same.
    #[error("not found")]
    NotFound,
    /// Known to the caller, not allowed.
    #[error("not allowed")]
    Forbidden,
    /// Known to the caller, not allowed because of what the caller did or is in this very matter: four eyes, someone else's answer.
    #[error("{detail}")]
    Barred {
        /// Stable code `<capability>/<code>`.
        code: &'static str,
        /// Why, in plain English.
        detail: String,
    },
    /// Nobody is signed in, or not any more.
    #[error("not signed in")]
    Unauthenticated,
    /// What was given to sign in with is not right: a wrong password, a refresh token that is over.
    #[error("{detail}")]
    Rejected {
        /// Stable code `<capability>/<code>`.
        code: &'static str,
        /// What to do, in plain English.
        detail: String,
    },
    /// A rule or the present state forbids it.
    #[error("{detail}")]
    Rule {
        /// Stable code `<capability>/<code>`.
        code: &'static str,
        /// What the rule says, in plain English.
        detail: String,
    },
    /// The input is wrong.
    #[error("the input is not valid")]
    Invalid(Vec<Flaw>),
    /// It exists already, or another request is busy with it.
    #[error("{detail}")]
    Conflict {
        /// Stable code `<capability>/<code>`.
        code: &'static str,
        /// What it collides with, in plain English.
        detail: String,
    },
    /// The caller changes a version that is no longer the newest.
    #[error("changed in the meantime")]
    Stale,
    /// Too much at once: come back later.
    #[error("too busy")]
    Busy {
        /// When to try again, in seconds.
        retry_after_seconds: u32,
    },
    /// The database is away.
    #[error("not available")]
    Unavailable,
    /// No space is left to write.
    #[error("no space left")]
    Full,
    /// Anything that should not happen; the cause is for the log only.
    #[error("internal error")]
    Internal(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl Error {
    /// An internal error with this cause.
    pub fn internal(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Internal(cause.into())
    }

    /// A rule of the domain that says no.
    pub fn rule(code: &'static str, rule: &impl std::fmt::Display) -> Self {
        Self::Rule { code, detail: rule.to_string() }
    }

    /// Someone who must leave this to another.
    pub fn barred(code: &'static str, why: &impl std::fmt::Display) -> Self {
        Self::Barred { code, detail: why.to_string() }
    }

    /// A field that is wrong.
    #[must_use]
    pub fn flaw(pointer: &str, code: &'static str, detail: &str) -> Self {
        Self::Invalid(vec![Flaw { pointer: pointer.to_owned(), code, detail: detail.to_owned() }])
    }
}

/// A text that was refused is bad input, wherever a rule finds it.
impl From<FieldError> for Error {
    fn from(refused: FieldError) -> Self {
        Self::flaw(&format!("/{}", lower_camel_case(refused.field)), refused.error.code(), &refused.error.to_string())
    }
}

/// The name of a field on the wire, from its name in the domain.
fn lower_camel_case(field: &str) -> String {
    let mut words = field.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| {
        let (initial, rest) = word.split_at_checked(1).unwrap_or((word, ""));
        name + &initial.to_ascii_uppercase() + rest
    })
}

impl From<persistence::Error> for Error {
    fn from(error: persistence::Error) -> Self {
        match error {
            persistence::Error::Duplicate => {
                Self::Conflict { code: "house/duplicate", detail: "this exists already, or another request was faster".to_owned() }
            }
            persistence::Error::DanglingReference => Self::Invalid(vec![Flaw {
                pointer: String::new(),
                code: "unknown-reference",
                detail: "something referred to does not exist".to_owned(),
            }]),
            persistence::Error::Unavailable(cause) => {
                tracing::warn!(%cause, "the database is not available");
                Self::Unavailable
            }
            persistence::Error::Full(cause) => {
                tracing::error!(%cause, "the database has no space left");
                Self::Full
            }
            persistence::Error::Corrupt { .. } | persistence::Error::Database(_) => Self::Internal(Box::new(error)),
        }
    }
}
