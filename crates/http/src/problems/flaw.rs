//! One thing that is wrong with the input.

use std::borrow::Cow;

use vliegwiel_domain::text::Language;

use super::texts;

/// One thing that is wrong with the input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flaw {
    /// JSON pointer to the member of the body, or `?name` for a query parameter; empty for the whole.
    pub pointer: String,
    /// Stable code, such as `too-long`.
    pub code: Cow<'static, str>,
    /// The bound that was passed, or the known codes, for the text.
    pub bounds: Option<String>,
    /// What is wrong in plain English, for codes without a text of their own.
    pub detail: Option<String>,
}

impl Flaw {
    /// A flaw of this kind at this place.
    #[must_use]
    pub fn new(pointer: &str, code: &'static str) -> Self {
        Self { pointer: pointer.to_owned(), code: Cow::Borrowed(code), bounds: None, detail: None }
    }

    /// The flaw with the bound that was passed.
    pub(crate) fn with_bounds(self, bounds: usize) -> Self {
        Self { bounds: Some(bounds.to_string()), ..self }
    }

    /// What is wrong and what to do, in the language of the caller.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        let known = texts::flaw(language, &self.code);
        match (known, &self.bounds, &self.detail) {
            (Some(text), Some(bounds), _) if text.bounded.contains("{}") => text.bounded.replace("{}", bounds),
            (Some(text), _, _) => text.plain.to_owned(),
            (None, _, Some(detail)) => detail.clone(),
            (None, _, None) => texts::unknown_flaw(language).to_owned(),
        }
    }
}

impl From<vliegwiel_application::Flaw> for Flaw {
    fn from(flaw: vliegwiel_application::Flaw) -> Self {
        let vliegwiel_application::Flaw { pointer, code, detail } = flaw;
        Self { pointer, code: Cow::Borrowed(code), bounds: None, detail: Some(detail) }
    }
}
