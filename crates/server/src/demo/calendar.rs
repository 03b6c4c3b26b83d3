//! Days relative to today: the demo is always two years old and always has something to come.

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, NaiveTime, SubsecRound, TimeDelta, Utc, Weekday};
use chrono_tz::Europe::Amsterdam;

/// Full quarters that lie behind the present one.
pub const QUARTERS_BACK: u32 = 8;
/// Days before the first quarter that the organisations prepare themselves.
const PREPARATION_DAYS: u64 = 70;

/// The days of the demo, counted from the moment it is loaded.
#[derive(Debug, Clone, Copy)]
pub struct Calendar {
    /// The moment it is loaded.
    pub now: DateTime<Utc>,
    /// The day it is loaded, in the Netherlands.
    pub today: NaiveDate,
}

impl Calendar {
    /// The calendar of a demo that is loaded at `now`.
    #[must_use]
    pub fn at(now: DateTime<Utc>) -> Self {
        let now = now.trunc_subsecs(0);
        Self { now, today: now.with_timezone(&Amsterdam).date_naive() }
    }

    /// The first day of everything.
    #[must_use]
    pub fn opening(&self) -> NaiveDate {
        minus_days(self.quarter(QUARTERS_BACK), PREPARATION_DAYS)
    }

    /// First day of the quarter `back` quarters ago; 0 is the present one.
    #[must_use]
    pub fn quarter(&self, back: u32) -> NaiveDate {
        let months = self.today.month0() % 3 + 3 * back;
        self.today.with_day(1).and_then(|first| first.checked_sub_months(Months::new(months))).unwrap_or(self.today)
    }

    /// First day of the next quarter.
    #[must_use]
    pub fn next_quarter(&self) -> NaiveDate {
        self.quarter(0).checked_add_months(Months::new(3)).unwrap_or(self.today)
    }

    /// The day `days` before today.
    #[must_use]
    pub fn ago(&self, days: u64) -> NaiveDate {
        minus_days(self.today, days)
    }

    /// The day `days` after today.
    #[must_use]
    pub fn ahead(&self, days: u64) -> NaiveDate {
        plus_days(self.today, days)
    }

    /// Start of a meeting that is going on while the demo is loaded: on the half hour, half an hour to an hour ago.
    #[must_use]
    pub fn just_begun(&self) -> DateTime<Utc> {
        let into_half_hour = self.now.timestamp().rem_euclid(1_800);
        self.now - TimeDelta::seconds(into_half_hour + 1_800)
    }
}

/// The moment it is `hour`:`minute` in the Netherlands on `day`. An hour that the clock skips is taken an hour later.
#[must_use]
pub fn at_hour(day: NaiveDate, hour: u32, minute: u32) -> DateTime<Utc> {
    let time = NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
    let local = day.and_time(time);
    let zoned = local.and_local_timezone(Amsterdam).earliest();
    let later = || (local + TimeDelta::hours(1)).and_local_timezone(Amsterdam).earliest();
    zoned.or_else(later).map_or_else(|| local.and_utc(), |moment| moment.to_utc())
}

/// The first `weekday` on or after `day` on which people meet: nobody does between Christmas and the new year.
#[must_use]
pub fn next(weekday: Weekday, day: NaiveDate) -> NaiveDate {
    let ahead = (7 + weekday.num_days_from_monday() - day.weekday().num_days_from_monday()) % 7;
    let found = plus_days(day, u64::from(ahead));
    let is_holiday = matches!((found.month(), found.day()), (12, 22..=31) | (1, 1..=4));
    if is_holiday { plus_days(found, 14) } else { found }
}

/// The day `days` later.
#[must_use]
pub fn plus_days(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

/// The day `days` earlier.
#[must_use]
pub fn minus_days(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;

    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn quarters_are_counted_back_from_the_present_one() {
        // half past eleven in the evening of New Year's Eve in London is the new year in the Netherlands
        let calendar = Calendar::at(Utc.with_ymd_and_hms(2026, 12, 31, 23, 30, 0).unwrap());

        assert_eq!(calendar.today, day(2027, 1, 1));
        assert_eq!(calendar.quarter(0), day(2027, 1, 1));
        assert_eq!(calendar.quarter(1), day(2026, 10, 1));
        assert_eq!(calendar.quarter(8), day(2025, 1, 1));
        assert_eq!(calendar.next_quarter(), day(2027, 4, 1));
    }

    #[test]
    fn an_evening_stays_an_evening_in_summer_and_winter() {
        assert_eq!(at_hour(day(2026, 7, 1), 19, 30), Utc.with_ymd_and_hms(2026, 7, 1, 17, 30, 0).unwrap());
        assert_eq!(at_hour(day(2026, 12, 1), 19, 30), Utc.with_ymd_and_hms(2026, 12, 1, 18, 30, 0).unwrap());
        assert_eq!(at_hour(day(2026, 3, 29), 2, 30), Utc.with_ymd_and_hms(2026, 3, 29, 1, 30, 0).unwrap());
    }

    #[test]
    fn the_next_monday_may_be_today() {
        assert_eq!(next(Weekday::Mon, day(2026, 11, 23)), day(2026, 11, 23));
        assert_eq!(next(Weekday::Mon, day(2026, 11, 24)), day(2026, 11, 30));
    }

    #[test]
    fn nobody_meets_at_christmas() {
        assert_eq!(next(Weekday::Thu, day(2026, 12, 19)), day(2027, 1, 7));
    }

    #[test]
    fn what_has_just_begun_began_half_an_hour_to_an_hour_ago() {
        let calendar = Calendar::at(Utc.with_ymd_and_hms(2026, 11, 22, 15, 47, 12).unwrap() + TimeDelta::milliseconds(7));

        assert_eq!(calendar.just_begun(), Utc.with_ymd_and_hms(2026, 11, 22, 15, 0, 0).unwrap());
    }
}
