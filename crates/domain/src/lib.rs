//! What is true and who may do what: types, states, rules and policy of Vliegwiel.
//!
//! Nothing here does input or output, waits, or asks what time it is: a caller passes the time, fresh ids and random values in.

pub mod access;
pub mod accounts;
pub mod affiliations;
pub mod areas;
pub mod evaluations;
pub mod founding_plans;
pub mod ids;
pub mod meetings;
pub mod memberships;
pub mod mutants;
pub mod networks;
pub mod organizations;
pub mod persons;
pub mod positions;
pub mod registrations;
pub mod sessions;
pub mod text;
pub mod units;
pub mod working_groups;
