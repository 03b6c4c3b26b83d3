//! Words to search with.

use crate::problems::{Flaw, Problem};

/// Longest words to search with, in characters. Our choice.
pub const WORDS_MAX: usize = 100;

/// The words of `q`; none when they are blank.
///
/// # Errors
/// 400 for more than [`WORDS_MAX`] characters.
pub fn words(q: Option<String>) -> Result<Option<String>, Problem> {
    if q.as_ref().is_some_and(|q| q.chars().count() > WORDS_MAX) {
        let bounds = Some(WORDS_MAX.to_string());
        return Err(Problem::invalid(vec![Flaw { bounds, ..Flaw::new("?q", "too-long") }]));
    }
    Ok(q.map(|q| q.trim().to_owned()).filter(|q| !q.is_empty()))
}

/// The name and the id in a position of a list by name.
#[must_use]
pub fn name_and_id(position: &str) -> Option<(String, uuid::Uuid)> {
    let (id, name) = position.split_once(' ')?;
    Some((name.to_owned(), id.parse().ok()?))
}
