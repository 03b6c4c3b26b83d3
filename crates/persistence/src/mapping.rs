//! Small steps between rows and domain values that every table needs.

use std::str::FromStr;

use crate::error::{Error, Result};

/// The enum that a code of the database stands for.
pub fn code<T: FromStr>(text: &str, column: &'static str) -> Result<T> {
    text.parse().map_err(|_| Error::Corrupt { column })
}

/// A count, which the database keeps signed.
pub fn count(number: i32, column: &'static str) -> Result<u32> {
    u32::try_from(number).map_err(|_| Error::Corrupt { column })
}

/// A count that may be absent.
pub fn optional_count(number: Option<i32>, column: &'static str) -> Result<Option<u32>> {
    number.map(|number| count(number, column)).transpose()
}

/// A count for the database; more than it can hold stays at the largest, which no check accepts.
pub fn signed(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}
