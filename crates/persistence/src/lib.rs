//! Domain values to rows and back: queries and mapping. Never begins or ends a transaction.
//!
//! Every read of a tenant's rows names the organisation; every list takes [`vliegwiel_domain::access::Visible`].

pub mod account_tokens;
pub mod accounts;
pub mod actors;
pub mod affiliations;
pub mod areas;
pub mod audit;
pub mod consents;
pub mod database;
pub mod error;
pub mod evaluations;
pub mod founding_plans;
pub mod grants;
pub mod installation;
pub mod job_runs;
pub mod kept_answers;
pub mod mailbox;
mod mapping;
pub mod meetings;
pub mod memberships;
pub mod networks;
pub mod organizations;
pub mod outbox;
pub mod persons;
pub mod positions;
pub mod recipients;
pub mod registrations;
#[doc(hidden)]
pub mod rows;
mod search;
pub mod sessions;
pub mod sign_ins;
pub mod unasked_mails;
pub mod units;
pub mod waiting;
pub mod working_groups;

pub use database::{Connection, Database, Tx};
pub use error::{Error, Result};
