//! What comes from the operating system: time and chance. Everything else is given them.

use chrono::{DateTime, Utc};
use rand::TryRngCore;
use rand::rngs::OsRng;
use vliegwiel_application::{Clock, Randomness};

/// The clock of this machine.
#[derive(Debug, Clone, Copy)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }
}

/// The random source of the operating system.
#[derive(Debug, Clone, Copy)]
pub struct OsRandomness;

impl Randomness for OsRandomness {
    fn fill(&self, bytes: &mut [u8]) {
        // without chance every token could be guessed: there is nothing safe to go on with
        if OsRng.try_fill_bytes(bytes).is_err() {
            std::process::abort();
        }
    }
}
