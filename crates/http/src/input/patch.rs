//! JSON merge patch (RFC 7396): an absent field stays as it is, and `null` clears it.
//!
//! ```text
//! #[serde(default, deserialize_with = "patch::present")]
//! name: Option<String>,             // absent → None; null is refused
//! #[serde(default, deserialize_with = "patch::clearable")]
//! about: Option<Option<String>>,    // absent → None; null → Some(None)
//! ```

use serde::{Deserialize, Deserializer};

/// A field that may be left out but not cleared.
///
/// # Errors
/// When the value is `null` or not a `T`.
pub fn present<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

/// A field that may be left out and may be cleared with `null`.
///
/// # Errors
/// When the value is neither `null` nor a `T`.
pub fn clearable<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<Option<T>>, D::Error> {
    Option::<T>::deserialize(deserializer).map(Some)
}
