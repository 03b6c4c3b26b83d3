//! What we write about affiliations. Subjects tell nothing about what someone believes or belongs to (security.md S40).

use uuid::Uuid;
use vliegwiel_domain::accounts::Account;
use vliegwiel_domain::affiliations::{Affiliation, AffiliationState};
use vliegwiel_domain::organizations::Organization;
use vliegwiel_domain::persons::Person;
use vliegwiel_domain::text::{EmailAddress, Language};

use crate::accounts::INVITATION_PAGE;
use crate::mail::{LINK, Letter};

/// The office invites.
pub(super) fn invited(account: &Account, organization: &Organization, token: Uuid) -> Letter {
    let name = &organization.settings.name;
    let (subject, text) = match account.language {
        Language::Nl => (
            "Een uitnodiging voor jou",
            format!(
                "Hallo,\n\n{name} nodigt je uit om mee te doen. Met deze link neem je de uitnodiging aan:\n\n{LINK}\n\nDe link werkt 7 dagen.\n\n\
                 Wil je niet meedoen? Dan hoef je niets te doen.\n"
            ),
        ),
        Language::En => (
            "An invitation for you",
            format!(
                "Hello,\n\n{name} invites you to take part. Accept the invitation with this link:\n\n{LINK}\n\nThe link works for 7 days.\n\nWould \
                 you rather not? Then you need not do anything.\n"
            ),
        ),
    };
    Letter::new(&account.email, subject.to_owned(), text).with_link(&format!("/{}/{INVITATION_PAGE}", organization.slug), Some(token))
}

/// The office answered who said to be a member.
pub(super) fn decided(to: &EmailAddress, person: &Person, organization: &Organization, affiliation: &Affiliation) -> Letter {
    let name = &organization.settings.name;
    let reason = affiliation.reason.as_deref().unwrap_or_default();
    let (subject, text) = match (person.profile.language, affiliation.state) {
        (Language::Nl, AffiliationState::Active) => (
            "Je aanvraag is goedgekeurd",
            format!("Hallo,\n\nHet kantoor van {name} heeft gezien dat je lid bent. Je kunt nu alles doen wat leden kunnen:\n\n{LINK}\n"),
        ),
        (Language::Nl, _) => (
            "Antwoord op je aanvraag",
            format!(
                "Hallo,\n\nHet kantoor van {name} kon niet vaststellen dat je lid bent. Dit schreef het kantoor:\n\n{reason}\n\nJe account blijft \
                 gewoon werken:\n\n{LINK}\n"
            ),
        ),
        (Language::En, AffiliationState::Active) => (
            "Your request was approved",
            format!("Hello,\n\nThe office of {name} found that you are a member. You can do all that members can now:\n\n{LINK}\n"),
        ),
        (Language::En, _) => (
            "The answer to your request",
            format!(
                "Hello,\n\nThe office of {name} could not find that you are a member. This is what the office wrote:\n\n{reason}\n\nYour account \
                 goes on working:\n\n{LINK}\n"
            ),
        ),
    };
    Letter::new(to, subject.to_owned(), text).with_link(&format!("/{}/mijn", organization.slug), None)
}
