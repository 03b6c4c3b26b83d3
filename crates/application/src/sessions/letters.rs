//! What we write about sessions.

use vliegwiel_domain::accounts::Account;
use vliegwiel_domain::text::Language;

use crate::mail::Letter;

/// Someone used a refresh token that was used before.
pub(super) fn reused(account: &Account) -> Letter {
    let (subject, text) = match account.language {
        Language::Nl => (
            "We hebben je uitgelogd",
            "Hallo,\n\nWe zagen iets vreemds met je inlog op een van je apparaten. Misschien heeft iemand anders toegang geprobeerd te krijgen. \
             Voor de zekerheid hebben we je daar uitgelogd.\n\nWat kun je doen?\n- Log opnieuw in.\n- Vertrouw je het niet? Kies dan een nieuw \
             wachtwoord met 'Wachtwoord vergeten'.\n",
        ),
        Language::En => (
            "We signed you out",
            "Hello,\n\nWe saw something odd about your sign-in on one of your devices. Someone else may have tried to get in. To be safe, we \
             signed you out there.\n\nWhat can you do?\n- Sign in again.\n- Not sure? Choose a new password with 'Forgot password'.\n",
        ),
    };
    Letter::new(&account.email, subject.to_owned(), text.to_owned())
}
