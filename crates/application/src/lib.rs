//! One function for each use case: authorise, decide, store, audit, announce. Owns every transaction.

pub mod access_tokens;
pub mod accounts;
pub mod administrators;
pub mod affiliations;
mod app;
pub mod areas;
pub mod audit;
pub mod demo;
mod error;
pub mod evaluations;
pub mod founding_plans;
pub mod health;
pub mod jobs;
pub mod mail;
pub mod mailbox;
pub mod meetings;
pub mod memberships;
pub mod networks;
pub mod organizations;
pub mod outbox;
mod passwords;
pub mod persons;
pub mod positions;
pub mod receipts;
pub mod registrations;
mod secrets;
pub mod sessions;
pub mod units;
pub mod working_groups;

pub use app::{App, Clock, Parts, Randomness, Settings};
pub use error::{Error, Flaw, Result};
pub use secrets::{SecretError, Secrets};
pub use vliegwiel_persistence::Database;
