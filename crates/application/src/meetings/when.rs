//! A time as people read it, by the clock of the Netherlands.

use chrono::{DateTime, Datelike, Utc};
use chrono_tz::Europe::Amsterdam;
use vliegwiel_domain::text::Language;

const DAYS_NL: [&str; 7] = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];
const DAYS_EN: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS_NL: [&str; 12] =
    ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];
const MONTHS_EN: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// A day, such as `donderdag 3 december 2026`.
pub fn day(moment: DateTime<Utc>, language: Language) -> String {
    let local = moment.with_timezone(&Amsterdam);
    let (days, months) = match language {
        Language::Nl => (DAYS_NL, MONTHS_NL),
        Language::En => (DAYS_EN, MONTHS_EN),
    };
    let index = |number: u32| usize::try_from(number).unwrap_or_default();
    let weekday = days.get(index(local.weekday().num_days_from_monday())).copied().unwrap_or_default();
    let month = months.get(index(local.month0())).copied().unwrap_or_default();
    format!("{weekday} {} {month} {}", local.day(), local.year())
}

/// A span, such as `donderdag 3 december 2026, 19:30–22:00`.
pub fn span(starts_at: DateTime<Utc>, ends_at: DateTime<Utc>, language: Language) -> String {
    let time = |moment: DateTime<Utc>| moment.with_timezone(&Amsterdam).format("%H:%M").to_string();
    let is_one_day = day(starts_at, language) == day(ends_at, language);
    let end = if is_one_day { time(ends_at) } else { format!("{}, {}", day(ends_at, language), time(ends_at)) };
    format!("{}, {}–{end}", day(starts_at, language), time(starts_at))
}

#[cfg(test)]
mod tests {
    use chrono::{TimeDelta, TimeZone};

    use super::*;

    #[test]
    fn a_time_is_told_by_the_clock_of_the_netherlands_in_winter_and_summer() {
        let winter = Utc.with_ymd_and_hms(2026, 12, 3, 18, 30, 0).unwrap();
        let summer = Utc.with_ymd_and_hms(2026, 7, 1, 18, 30, 0).unwrap();

        assert_eq!(span(winter, winter + TimeDelta::minutes(150), Language::Nl), "donderdag 3 december 2026, 19:30–22:00");
        assert_eq!(span(summer, summer + TimeDelta::hours(24), Language::En), "Wednesday 1 July 2026, 20:30–Thursday 2 July 2026, 20:30");
    }
}
