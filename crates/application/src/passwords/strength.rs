//! Whether a password is hard to guess (security.md S14).

use std::collections::HashSet;
use std::sync::LazyLock;

use vliegwiel_domain::accounts::Password;
use zxcvbn::{Score, zxcvbn};

use crate::error::Result;

/// Words that Dutch passwords are made of, which the English lists of zxcvbn do not know: one a line.
static WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| include_str!("dutch_words.txt").lines().collect());
/// Passwords of twelve characters and more that many people have, in lower case: one a line. They look strong and are tried first.
static LONG: LazyLock<HashSet<&str>> = LazyLock::new(|| include_str!("long_passwords.txt").lines().collect());

/// Accept a new password, exactly as it was typed.
///
/// # Errors
/// What [`Password::choose`] refuses, or `password-weak`: below 3 of zxcvbn's 4, or one that many people have. All at `/password`.
pub fn check(text: &str, forbidden: &[&str]) -> Result<Password> {
    let password = Password::choose(text, forbidden)?;
    let known: Vec<&str> = forbidden.iter().copied().chain(WORDS.iter().copied()).collect();
    let is_common = LONG.contains(text.to_lowercase().as_str());
    if is_common || zxcvbn(text, &known).score() < Score::Three {
        return Err(vliegwiel_domain::accounts::AccountError::PasswordWeak.into());
    }
    Ok(password)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Error;

    fn refusal(text: &str) -> Option<&'static str> {
        match check(text, &["vliegwiel", "netwerkpartij"]) {
            Ok(password) => {
                assert_eq!(password.as_str(), text);
                None
            }
            Err(Error::Invalid(flaws)) => flaws.first().map(|flaw| flaw.code),
            Err(other) => panic!("{other}"),
        }
    }

    #[test]
    fn what_many_people_have_is_refused() {
        for text in [
            "123456789012",
            "passwordpassword",
            "qwertyuiop123",
            "Wachtwoord2026!",
            "welkom01welkom01",
            "aaaaaaaaaaaaa",
            "abcdefghijklm",
            "iloveyou12345",
            "Amsterdam1234",
            "feyenoord1908",
            "januari2026!!",
            "1q2w3e4r5t6y",
        ] {
            assert_eq!(refusal(text), Some("password-weak"), "{text}");
        }
    }

    #[test]
    fn long_and_unrelated_words_are_accepted_as_they_are() {
        let long = "Ŧ🚲 regen ".repeat(12);
        for text in
            ["wielen-draaien-samen-door", "paars trampoline zeven oester", "Xk7#mQ2$vL9p", "groene kikker eet nooit soep", long.as_str()]
        {
            assert_eq!(refusal(text), None, "{text}");
        }
    }

    #[test]
    fn the_name_of_the_house_says_little() {
        assert_eq!(refusal("Netwerkpartij2026"), Some("password-forbidden"));
        assert_eq!(refusal("kort"), Some("password-too-short"));
        assert_eq!(refusal(&"a".repeat(129)), Some("password-too-long"));
    }

    #[test]
    fn the_lists_are_in_lower_case_and_long_enough() {
        assert!(LONG.iter().all(|text| text.chars().count() >= 12 && *text == text.to_lowercase()));
        assert!(WORDS.iter().all(|text| *text == text.to_lowercase() && text.len() > 2));
    }
}
