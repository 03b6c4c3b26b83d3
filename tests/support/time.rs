//! Time and chance that a test decides.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use chrono::{DateTime, TimeDelta, TimeZone, Utc};
use vliegwiel_application::{Clock, Randomness};

/// A clock that stands still until a test moves it.
pub struct TestClock(Mutex<DateTime<Utc>>);

impl Default for TestClock {
    /// Wednesday 4 March 2026, 12:00 in the Netherlands.
    fn default() -> Self {
        Self(Mutex::new(Utc.with_ymd_and_hms(2026, 3, 4, 11, 0, 0).unwrap()))
    }
}

impl TestClock {
    /// Let time pass.
    pub fn pass(&self, time: TimeDelta) {
        let mut now = self.0.lock().unwrap();
        *now += time;
    }

    /// Go to a moment.
    pub fn set(&self, moment: DateTime<Utc>) {
        *self.0.lock().unwrap() = moment;
    }
}

impl Clock for TestClock {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }
}

/// Bytes that never repeat and are the same in every run; they begin with a count, so that ids of one moment are in order.
#[derive(Default)]
pub struct Counting(AtomicU64);

impl Randomness for Counting {
    fn fill(&self, bytes: &mut [u8]) {
        let turn = self.0.fetch_add(1, Ordering::Relaxed);
        let (count, bytes) = bytes.split_at_mut(bytes.len().min(8));
        let length = count.len();
        count.copy_from_slice(&turn.to_be_bytes()[8 - length..]);
        // splitmix64: spreads consecutive turns over all bits
        let mut state = turn.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        for chunk in bytes.chunks_mut(8) {
            state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
            let mut mixed = state;
            mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            mixed ^= mixed >> 31;
            for (byte, value) in chunk.iter_mut().zip(mixed.to_le_bytes()) {
                *byte = value;
            }
        }
    }
}
