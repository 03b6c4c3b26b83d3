//! The product as a caller sees it: a world of its own for each test, with real HTTP and a real database.
//!
//! `TEST_DATABASE_URL` chooses PostgreSQL; without it every world has a SQLite file of its own.

pub mod build;
pub mod caller;
pub mod contract;
pub mod database;
pub mod founding_plans;
pub mod meetings;
pub mod networks;
pub mod post;
pub mod time;
pub mod world;

pub use caller::{Caller, Reply};
pub use time::TestClock;
pub use world::World;
