//! Moments in a query.

use chrono::{DateTime, Datelike, Utc};

use crate::problems::{Flaw, Problem};

/// Years that a filter may name; databases differ about what lies beyond.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// A moment that a database can compare with.
///
/// # Errors
/// 400 for a year that is not between 1900 and 2200.
pub fn in_range(parameter: &str, moment: Option<DateTime<Utc>>) -> Result<Option<DateTime<Utc>>, Problem> {
    if moment.is_some_and(|moment| !YEARS.contains(&moment.year())) {
        let bounds = Some(format!("{} – {}", YEARS.start(), YEARS.end()));
        return Err(Problem::invalid(vec![Flaw { bounds, ..Flaw::new(parameter, "out-of-range") }]));
    }
    Ok(moment)
}
