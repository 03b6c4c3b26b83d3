//! What we write about accounts. Subjects tell nothing about what someone believes or belongs to (security.md S40).

use uuid::Uuid;
use vliegwiel_domain::accounts::Account;
use vliegwiel_domain::organizations::Organization;
use vliegwiel_domain::text::Language;

use super::{CONFIRM_PAGE, PASSWORD_PAGE};
use crate::mail::{LINK, Letter};

/// Follow the link to begin.
pub(super) fn confirm(account: &Account, organization: &Organization, token: Uuid) -> Letter {
    let name = &organization.settings.name;
    let (subject, text) = match account.language {
        Language::Nl => (
            "Bevestig je e-mailadres",
            format!(
                "Hallo,\n\nFijn dat je meedoet met {name}. Klik op deze link om je e-mailadres te bevestigen en een wachtwoord te \
                 kiezen:\n\n{LINK}\n\nDe link werkt 24 uur. Daarna kun je inloggen.\n\nHeb jij dit niet gevraagd? Dan hoef je niets te doen.\n"
            ),
        ),
        Language::En => (
            "Confirm your e-mail address",
            format!(
                "Hello,\n\nGood to have you with {name}. Follow this link to confirm your e-mail address and choose a password:\n\n{LINK}\n\n\
                 The link works for 24 hours. After that you can sign in.\n\nDid you not ask for this? Then you need not do anything.\n"
            ),
        ),
    };
    to_page(account, (subject, text), organization, CONFIRM_PAGE, token)
}

/// The account is there already: follow the link to use it here too.
pub(super) fn join_with_account(account: &Account, organization: &Organization, token: Uuid) -> Letter {
    let name = &organization.settings.name;
    let (subject, text) = match account.language {
        Language::Nl => (
            "Bevestig je aanmelding",
            format!(
                "Hallo,\n\nJe meldde je aan bij {name}. Je hebt al een account met dit e-mailadres. Klik op deze link om dat account ook hier te \
                 gebruiken:\n\n{LINK}\n\nDe link werkt 24 uur. Je wachtwoord blijft wat het was.\n\nHeb jij dit niet gevraagd? Dan hoef je niets \
                 te doen.\n"
            ),
        ),
        Language::En => (
            "Confirm your registration",
            format!(
                "Hello,\n\nYou registered with {name}. There is an account with this e-mail address already. Follow this link to use that account \
                 here too:\n\n{LINK}\n\nThe link works for 24 hours. Your password stays what it was.\n\nDid you not ask for this? Then you need \
                 not do anything.\n"
            ),
        ),
    };
    to_page(account, (subject, text), organization, CONFIRM_PAGE, token)
}

/// Registered here before: nothing to confirm.
pub(super) fn registered_before(account: &Account, organization: &Organization) -> Letter {
    let name = &organization.settings.name;
    let (subject, text) = match account.language {
        Language::Nl => (
            "Je hebt al een account",
            format!(
                "Hallo,\n\nJe meldde je aan bij {name}, maar je hebt daar al een account met dit e-mailadres. Log in met het wachtwoord dat je \
                 eerder koos:\n\n{LINK}\n\nWeet je het niet meer? Kies dan op die pagina 'Wachtwoord vergeten'.\n\nHeb jij dit niet gevraagd? Dan \
                 hoef je niets te doen.\n"
            ),
        ),
        Language::En => (
            "You have an account already",
            format!(
                "Hello,\n\nYou registered with {name}, but you have an account there with this e-mail address already. Sign in with the password \
                 you chose before:\n\n{LINK}\n\nForgotten it? Choose 'Forgot password' on that page.\n\nDid you not ask for this? Then you need not \
                 do anything.\n"
            ),
        ),
    };
    Letter::new(&account.email, subject.to_owned(), text).with_link(&format!("/{}/inloggen", organization.slug), None)
}

/// Follow the link to choose a new password.
pub(super) fn choose_password(account: &Account, organization: &Organization, token: Uuid) -> Letter {
    let (subject, text) = match account.language {
        Language::Nl => (
            "Kies een nieuw wachtwoord",
            format!(
                "Hallo,\n\nKlik op deze link om een nieuw wachtwoord te kiezen:\n\n{LINK}\n\nDe link werkt 10 minuten. Te laat? Vraag dan een \
                 nieuwe link aan.\n\nHeb jij dit niet gevraagd? Dan hoef je niets te doen. Je wachtwoord blijft wat het was.\n"
            ),
        ),
        Language::En => (
            "Choose a new password",
            format!(
                "Hello,\n\nFollow this link to choose a new password:\n\n{LINK}\n\nThe link works for 10 minutes. Too late? Ask for a new one.\n\n\
                 Did you not ask for this? Then you need not do anything. Your password stays what it was.\n"
            ),
        ),
    };
    to_page(account, (subject, text), organization, PASSWORD_PAGE, token)
}

/// The password was changed.
pub(super) fn password_changed(account: &Account) -> Letter {
    let (subject, text) = match account.language {
        Language::Nl => (
            "Je wachtwoord is veranderd",
            "Hallo,\n\nJe wachtwoord is veranderd. Op al je apparaten ben je uitgelogd.\n\nWas jij dit niet? Kies dan meteen een nieuw wachtwoord \
             met 'Wachtwoord vergeten' en vertel het je organisatie.\n",
        ),
        Language::En => (
            "Your password was changed",
            "Hello,\n\nYour password was changed. You were signed out on all your devices.\n\nWas this not you? Then choose a new password at once \
             with 'Forgot password', and tell your organisation.\n",
        ),
    };
    Letter::new(&account.email, subject.to_owned(), text.to_owned())
}

/// The letter with a link to a page of the organisation.
fn to_page(account: &Account, (subject, text): (&str, String), organization: &Organization, page: &str, token: Uuid) -> Letter {
    Letter::new(&account.email, subject.to_owned(), text).with_link(&format!("/{}/{page}", organization.slug), Some(token))
}
