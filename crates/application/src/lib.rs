//! One function for each use case: authorise, decide, store, audit, announce. Owns every transaction.

pub mod access_tokens;
mod app;
pub mod audit;
mod error;
pub mod founding_plans;
pub mod health;
pub mod mail;
pub mod mailbox;
pub mod meetings;
pub mod networks;
pub mod organizations;
pub mod outbox;
pub mod receipts;
mod secrets;
pub mod sessions;

pub use app::{App, Clock, Parts, Randomness, Settings};
pub use error::{Error, Flaw, Result};
pub use secrets::{SecretError, Secrets};
pub use vliegwiel_persistence::Database;
