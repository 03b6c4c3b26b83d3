//! What problems and flaws say: one line for each in `nl.txt`, `en.txt`, `flaws.nl.txt` and `flaws.en.txt`.
//!
//! A problem is `<capability>/<code> | title | what to do`. A flaw is `code | what to do | what to do, with {} where a bound is known`.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use vliegwiel_domain::text::Language;

type Table = BTreeMap<&'static str, (&'static str, &'static str)>;

static PROBLEMS_NL: LazyLock<Table> = LazyLock::new(|| table(include_str!("nl.txt")));
static PROBLEMS_EN: LazyLock<Table> = LazyLock::new(|| table(include_str!("en.txt")));
static FLAWS_NL: LazyLock<Table> = LazyLock::new(|| table(include_str!("flaws.nl.txt")));
static FLAWS_EN: LazyLock<Table> = LazyLock::new(|| table(include_str!("flaws.en.txt")));

/// What a problem says in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProblemText {
    /// The problem in a few words.
    pub title: &'static str,
    /// What to do.
    pub detail: Cow<'static, str>,
}

/// What a flaw says in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FlawText {
    /// What to do, where no bound is known.
    pub plain: &'static str,
    /// What to do, with `{}` where the bound stands; empty where there is never one.
    pub bounded: &'static str,
}

/// The text of a problem, if it has one of its own.
pub fn known(language: Language, code: &str) -> Option<ProblemText> {
    let table = match language {
        Language::Nl => &PROBLEMS_NL,
        Language::En => &PROBLEMS_EN,
    };
    table.get(code).map(|(title, detail)| ProblemText { title, detail: Cow::Borrowed(detail) })
}

/// The text of a problem. Without one of its own an English caller reads what the rule says, a Dutch one that it cannot be done now.
pub fn problem(language: Language, code: &str, rule: Option<&str>) -> ProblemText {
    known(language, code).unwrap_or_else(|| match (language, rule) {
        (Language::Nl, _) => ProblemText { title: "Dit kan nu niet", detail: "Ververs de pagina en kijk wat er nog kan.".into() },
        (Language::En, Some(rule)) => ProblemText { title: "This cannot be done now", detail: sentence(rule).into() },
        (Language::En, None) => ProblemText { title: "This cannot be done now", detail: "Load it again and see what can be done.".into() },
    })
}

/// The text of a flaw, if it has one of its own.
pub fn flaw(language: Language, code: &str) -> Option<FlawText> {
    let table = match language {
        Language::Nl => &FLAWS_NL,
        Language::En => &FLAWS_EN,
    };
    table.get(code).map(|(plain, bounded)| FlawText { plain, bounded })
}

/// What a flaw says that has no text of its own.
pub const fn unknown_flaw(language: Language) -> &'static str {
    match language {
        Language::Nl => "Deze waarde past hier niet. Kijk in de beschrijving van de API wat hier kan.",
        Language::En => "This value does not fit here. See the API description for what does.",
    }
}

/// Lines of `code | first | second`; the second may be left out.
fn table(lines: &'static str) -> Table {
    let line = |line: &'static str| {
        let (code, rest) = line.split_once(" | ")?;
        Some((code, rest.split_once(" | ").unwrap_or((rest.trim_end_matches(" |"), ""))))
    };
    lines.lines().filter_map(line).collect()
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
            "organizations",
            "units",
            "areas",
            "accounts",
            "sessions",
            "persons",
            "affiliations",
            "networks",
            "working-groups",
            "memberships",
            "positions",
            "founding-plans",
            "evaluations",
            "meetings",
            "registrations",
            "house",
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
    fn both_languages_tell_the_same() {
        assert!(PROBLEMS_NL.keys().eq(PROBLEMS_EN.keys()));
        assert!(FLAWS_NL.keys().eq(FLAWS_EN.keys()));
        assert_eq!(PROBLEMS_NL.len(), include_str!("nl.txt").lines().count());
        assert_eq!(FLAWS_NL.len(), include_str!("flaws.nl.txt").lines().count());
    }

    #[test]
    fn every_text_is_a_sentence() {
        for (code, (title, detail)) in PROBLEMS_NL.iter().chain(PROBLEMS_EN.iter()) {
            assert!(detail.ends_with(['.', '?']) && !title.is_empty() && !title.ends_with('.'), "{code}");
        }
        for (code, (plain, bounded)) in FLAWS_NL.iter().chain(FLAWS_EN.iter()) {
            assert!(plain.ends_with('.') && (bounded.is_empty() || bounded.contains("{}")), "{code}");
        }
    }

    #[test]
    fn a_rule_without_a_text_speaks_for_itself_in_english() {
        let text = problem(Language::En, "tests/unknown", Some("a seat is taken"));

        assert_eq!(text.detail, "A seat is taken.");
    }
}
