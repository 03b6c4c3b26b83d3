//! Looks up what a problem says in a language.

use std::borrow::Cow;

use vliegwiel_domain::text::Language;

use super::{dutch, english};

/// What a problem says. The tables are sorted by code.
#[derive(Debug, Clone, Copy)]
pub struct ProblemText {
    /// `<capability>/<code>`.
    pub code: &'static str,
    /// The problem in a few words.
    pub title: &'static str,
    /// What to do.
    pub detail: &'static str,
}

/// What a flaw says. The tables are sorted by code.
#[derive(Debug, Clone, Copy)]
pub struct FlawText {
    /// Stable code.
    pub code: &'static str,
    /// What to do, where no bound is known.
    pub plain: &'static str,
    /// What to do, with `{}` where the bound stands; empty where there is never one.
    pub bounded: &'static str,
}

/// Title and detail in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// The problem in a few words.
    pub title: Cow<'static, str>,
    /// What to do.
    pub detail: Cow<'static, str>,
}

/// A problem with a text, by its code.
pub fn known(language: Language, code: &str) -> Option<&'static ProblemText> {
    let table = match language {
        Language::Nl => dutch::PROBLEMS,
        Language::En => english::PROBLEMS,
    };
    table.binary_search_by(|text| text.code.cmp(code)).ok().and_then(|at| table.get(at))
}

/// What a problem says. Without a text of its own an English caller reads what the rule says, and a Dutch one that it cannot be done now.
pub fn problem(language: Language, code: &str, detail: Option<&str>) -> Text {
    match (known(language, code), language, detail) {
        (Some(text), _, _) => Text { title: text.title.into(), detail: text.detail.into() },
        (None, Language::En, Some(detail)) => Text { title: english::UNKNOWN.title.into(), detail: sentence(detail).into() },
        (None, Language::En, None) => Text { title: english::UNKNOWN.title.into(), detail: english::UNKNOWN.detail.into() },
        (None, Language::Nl, _) => Text { title: dutch::UNKNOWN.title.into(), detail: dutch::UNKNOWN.detail.into() },
    }
}

/// A flaw with a text, by its code.
pub fn flaw(language: Language, code: &str) -> Option<&'static FlawText> {
    let table = match language {
        Language::Nl => dutch::FLAWS,
        Language::En => english::FLAWS,
    };
    table.binary_search_by(|text| text.code.cmp(code)).ok().and_then(|at| table.get(at))
}

/// What a flaw says that has no text of its own.
pub const fn unknown_flaw(language: Language) -> &'static str {
    match language {
        Language::Nl => "Deze waarde past hier niet. Kijk in de beschrijving van de API wat hier kan.",
        Language::En => "This value does not fit here. See the API description for what does.",
    }
}

/// The words of a rule as a sentence: with a capital and a full stop.
fn sentence(words: &str) -> String {
    let mut letters = words.trim_end_matches('.').chars();
    let capital = letters.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
    format!("{capital}{}.", letters.as_str())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use super::*;

    fn codes(table: &[ProblemText]) -> Vec<&'static str> {
        table.iter().map(|text| text.code).collect()
    }

    /// The problem codes that stand as literals in the sources of a crate.
    fn codes_in(folder: &Path, found: &mut BTreeSet<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                codes_in(&path, found);
                continue;
            }
            let source = fs::read_to_string(&path).unwrap();
            let literals = source.split('"').skip(1).step_by(2);
            found.extend(literals.filter(|text| is_code(text)).map(str::to_owned));
        }
    }

    fn is_code(text: &str) -> bool {
        let parts: Vec<&str> = text.split('/').collect();
        let is_word = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        let capabilities = [
            "organizations", "units", "areas", "accounts", "sessions", "persons", "affiliations", "networks", "working-groups", "memberships",
            "positions", "founding-plans", "evaluations", "meetings", "registrations", "house",
        ];
        parts.len() == 2 && parts.iter().all(is_word) && parts.first().is_some_and(|first| capabilities.contains(first))
    }

    #[test]
    fn every_problem_has_a_text_in_both_languages() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let mut found = BTreeSet::new();
        for name in ["domain/src", "application/src", "http/src"] {
            codes_in(&root.join(name), &mut found);
        }

        let missing = |language| found.iter().filter(|code| known(language, code).is_none()).collect::<Vec<_>>();

        assert_eq!((missing(Language::Nl), missing(Language::En)), (Vec::new(), Vec::new()));
    }

    #[test]
    fn both_languages_tell_the_same_problems_in_order() {
        assert_eq!(codes(dutch::PROBLEMS), codes(english::PROBLEMS));
        assert!(codes(dutch::PROBLEMS).is_sorted());
        let flaws = |table: &[FlawText]| table.iter().map(|text| text.code).collect::<Vec<_>>();
        assert_eq!(flaws(dutch::FLAWS), flaws(english::FLAWS));
        assert!(flaws(dutch::FLAWS).is_sorted());
    }

    #[test]
    fn every_text_is_a_sentence() {
        for text in dutch::PROBLEMS.iter().chain(english::PROBLEMS) {
            assert!(text.detail.ends_with(['.', '?']) && !text.title.is_empty() && !text.title.ends_with('.'), "{text:?}");
        }
    }

    #[test]
    fn a_rule_without_a_text_speaks_for_itself_in_english() {
        let text = problem(Language::En, "tests/unknown", Some("a seat is taken"));

        assert_eq!(text.detail, "A seat is taken.");
    }
}
