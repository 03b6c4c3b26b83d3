//! The binary `vliegwiel`, as a library.

pub mod cli;
pub mod configuration;
pub mod lock;
pub mod logging;
pub mod metrics;
pub mod web;
