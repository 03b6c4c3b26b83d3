//! Words that people search with, as patterns.

use sea_orm::sea_query::LikeExpr;

/// A pattern for a lower-case column that holds `words` anywhere; nothing in `words` is a wildcard (security.md S36).
pub fn contains(words: &str) -> LikeExpr {
    let mut escaped = String::with_capacity(words.len().saturating_add(2));
    escaped.push('%');
    for letter in words.to_lowercase().chars() {
        if matches!(letter, '%' | '_' | '\\') {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped.push('%');
    LikeExpr::new(escaped).escape('\\')
}
