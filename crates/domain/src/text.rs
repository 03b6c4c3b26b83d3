//! Text that people type, parsed once at the border into values that cannot be wrong.

use std::fmt;

use unicode_normalization::UnicodeNormalization;

/// Why a text was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// Nothing but white space where something is asked.
    #[error("the text is empty")]
    Empty,
    /// More characters than fit; holds the limit.
    #[error("the text is longer than {0} characters")]
    TooLong(usize),
    /// A NUL, a control character, or a character that changes the direction of writing.
    #[error("the text holds a character that cannot be shown safely")]
    Unsafe,
    /// Not an e-mail address.
    #[error("this is not an e-mail address")]
    NotAnAddress,
}

impl TextError {
    /// Stable code for problem+json.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLong(_) => "too-long",
            Self::Unsafe => "unsafe-characters",
            Self::NotAnAddress => "not-an-email-address",
        }
    }
}

/// A text that was refused, with the field it was meant for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{field}: {error}")]
pub struct FieldError {
    /// Name of the field as on the wire, in `snake_case`.
    pub field: &'static str,
    /// What is wrong with it.
    pub error: TextError,
}

/// [`line()`], naming the field that was refused.
///
/// # Errors
/// [`FieldError`] with what [`line()`] refuses.
pub fn line_of(field: &'static str, text: &str, limit: usize) -> Result<String, FieldError> {
    line(text, limit).map_err(|error| FieldError { field, error })
}

/// [`prose`], naming the field that was refused.
///
/// # Errors
/// [`FieldError`] with what [`prose`] refuses.
pub fn prose_of(field: &'static str, text: &str, limit: usize) -> Result<String, FieldError> {
    prose(text, limit).map_err(|error| FieldError { field, error })
}

/// [`prose`] where something must be said, naming the field that was refused.
///
/// # Errors
/// [`FieldError`] with [`TextError::Empty`] or what [`prose`] refuses.
pub fn told(field: &'static str, text: &str, limit: usize) -> Result<String, FieldError> {
    let clean = prose_of(field, text, limit)?;
    if clean.is_empty() {
        return Err(FieldError { field, error: TextError::Empty });
    }
    Ok(clean)
}

/// Language in which the product speaks to someone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, strum::EnumString, strum::IntoStaticStr, strum::EnumIter)]
#[strum(serialize_all = "kebab-case")]
pub enum Language {
    /// Dutch, which everyone gets who chose nothing.
    #[default]
    Nl,
    /// English.
    En,
}

impl Language {
    /// Stable code: `nl` or `en`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// Characters that turn the reading direction around and so can disguise a name (security.md S34).
const BIDI_CONTROLS: [char; 12] = [
    '\u{061C}', '\u{200E}', '\u{200F}', '\u{202A}', '\u{202B}', '\u{202C}', '\u{202D}', '\u{202E}', '\u{2066}', '\u{2067}', '\u{2068}',
    '\u{2069}',
];

/// A text of one line, 1 to `limit` characters, in NFC, trimmed, without control characters.
///
/// # Errors
/// [`TextError::Empty`], [`TextError::TooLong`] or [`TextError::Unsafe`].
pub fn line(text: &str, limit: usize) -> Result<String, TextError> {
    let clean: String = text.trim().nfc().collect();
    if clean.is_empty() {
        return Err(TextError::Empty);
    }
    if clean.chars().any(char::is_control) {
        return Err(TextError::Unsafe);
    }
    bounded(clean, limit)
}

/// A text of several lines, 0 to `limit` characters, in NFC, trimmed; only line breaks and tabs of the control characters.
///
/// # Errors
/// [`TextError::TooLong`] or [`TextError::Unsafe`].
pub fn prose(text: &str, limit: usize) -> Result<String, TextError> {
    let clean: String = text.trim().replace("\r\n", "\n").nfc().collect();
    if clean.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
        return Err(TextError::Unsafe);
    }
    bounded(clean, limit)
}

fn bounded(text: String, limit: usize) -> Result<String, TextError> {
    if text.chars().any(|c| BIDI_CONTROLS.contains(&c)) {
        return Err(TextError::Unsafe);
    }
    if text.chars().count() > limit {
        return Err(TextError::TooLong(limit));
    }
    Ok(text)
}

/// An e-mail address in lower case, at most 254 characters.
///
/// The shape is checked loosely (one `@`, a dot in the domain): whether it works is shown by the confirmation mail.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EmailAddress(String);

impl EmailAddress {
    /// Longest address, from RFC 5321.
    pub const MAX: usize = 254;

    /// Parse what someone typed.
    ///
    /// # Errors
    /// [`TextError::NotAnAddress`], or what [`line()`] refuses.
    pub fn parse(text: &str) -> Result<Self, TextError> {
        let clean = line(text, Self::MAX)?.to_lowercase();
        let Some((local, domain)) = clean.split_once('@') else {
            return Err(TextError::NotAnAddress);
        };
        let dotted = domain.split('.').count() > 1 && domain.split('.').all(|label| !label.is_empty());
        let odd = |c: char| c.is_whitespace() || matches!(c, '@' | ',' | ';' | '<' | '>' | '"' | '(' | ')' | '\\');
        if local.is_empty() || local.len() > 64 || !dotted || domain.contains(odd) || local.contains(odd) {
            return Err(TextError::NotAnAddress);
        }
        Ok(Self(clean))
    }

    /// The address as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Prints the address: only for the envelope of a mail and for its owner, never for a log.
impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Hides the address, so that no log holds it (privacy.md P40).
impl fmt::Debug for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EmailAddress(…)")
    }
}

/// A short readable name for a thing in a URL: 2 to 60 of `a-z`, `0-9` and single hyphens.
///
/// Letters lose their accents, everything else becomes a hyphen. Empty when nothing readable is left.
#[must_use]
pub fn slug(name: &str) -> String {
    let plain: String = name.nfd().filter(|c| !('\u{0300}'..='\u{036F}').contains(c)).collect::<String>().to_lowercase();
    let words: Vec<&str> = plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let joined = words.join("-");
    joined.chars().take(60).collect::<String>().trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_lower_case_and_trimmed() {
        assert_eq!(EmailAddress::parse("  Kerngroep@Drenthe.Example ").map(|a| a.to_string()), Ok("kerngroep@drenthe.example".to_owned()));
    }

    #[test]
    fn what_is_not_an_address_is_refused() {
        for text in ["", "a", "a@b", "a@b.", "a b@c.nl", "a@b.nl,c@d.nl", "a@b@c.nl", "<a@b.nl>", "a@b.nl\r\nBcc: x@y.nl"] {
            assert!(EmailAddress::parse(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn direction_marks_and_nul_are_refused() {
        assert_eq!(line("Anna\u{202E}annA", 100), Err(TextError::Unsafe));
        assert_eq!(prose("een\0twee", 100), Err(TextError::Unsafe));
    }

    #[test]
    fn letters_are_counted_composed() {
        assert_eq!(line("e\u{0301}", 1), Ok("é".to_owned()));
    }

    #[test]
    fn a_slug_is_readable() {
        assert_eq!(slug("Netwerk financiën & economie"), "netwerk-financien-economie");
        assert_eq!(slug("???"), "");
    }
}
