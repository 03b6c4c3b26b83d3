//! A clock that travels from the past to today while the demo is played.

use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use vliegwiel_application::Clock;

/// Shows the moment of the scene that is being played. It never goes back, and moves a millisecond each time someone looks,
/// so that what is done in one scene keeps its order.
#[derive(Debug)]
pub struct TravellingClock(Mutex<DateTime<Utc>>);

impl TravellingClock {
    /// A clock that stands at `start`.
    #[must_use]
    pub const fn starting_at(start: DateTime<Utc>) -> Self {
        Self(Mutex::new(start))
    }

    /// Travel to `moment`; a moment that has passed changes nothing.
    pub fn travel_to(&self, moment: DateTime<Utc>) {
        let mut now = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *now = moment.max(*now);
    }
}

impl Clock for TravellingClock {
    fn now(&self) -> DateTime<Utc> {
        let mut now = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *now += TimeDelta::milliseconds(1);
        *now
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_goes_on_and_never_back() {
        let clock = TravellingClock::starting_at(DateTime::UNIX_EPOCH);
        let first = clock.now();

        clock.travel_to(DateTime::UNIX_EPOCH + TimeDelta::days(1));
        let second = clock.now();
        clock.travel_to(DateTime::UNIX_EPOCH);

        assert!(first < second && second < clock.now());
    }
}
