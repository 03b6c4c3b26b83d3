//! What we write about memberships. Subjects tell nothing about what someone believes or belongs to (security.md S40, privacy.md P30).

use vliegwiel_domain::memberships::{Membership, MembershipState};
use vliegwiel_domain::networks::Network;
use vliegwiel_domain::organizations::Organization;
use vliegwiel_domain::text::Language;
use vliegwiel_persistence::recipients::Recipient;

use crate::mail::{LINK, Letter};
use crate::networks::called;

/// Somebody asks to join: for the core group, without the name.
pub(super) fn requested(organization: &Organization, network: &Network, to: &Recipient) -> Letter {
    let (name, network_name) = (&to.name, called(&network.profile.name, network.profile.sensitivity, to.language));
    let (subject, text) = match to.language {
        Language::Nl => (
            "Iemand wacht op jullie antwoord",
            format!(
                "Hallo {name},\n\nIemand wil meedoen met {network_name}. Laat je snel weten of dat kan?\n\nBekijk de aanvraag:\n{LINK}\n"
            ),
        ),
        Language::En => (
            "Somebody waits for your answer",
            format!(
                "Hello {name},\n\nSomebody wants to join {network_name}. Will you say soon whether that is fine?\n\nSee the request:\n{LINK}\n"
            ),
        ),
    };
    let page = format!("/{}/netwerken/{}/beheer/leden", organization.slug, network.slug);
    Letter::new(&to.email, subject.to_owned(), text).with_link(&page, None)
}

/// The core group answered.
pub(super) fn decided(organization: &Organization, network: &Network, membership: &Membership, to: &Recipient) -> Letter {
    let (name, network_name) = (&to.name, called(&network.profile.name, network.profile.sensitivity, to.language));
    let reason = membership.reason.as_deref().unwrap_or_default();
    let is_in = membership.state == MembershipState::Active;
    let (subject, text) = match (is_in, to.language) {
        (true, Language::Nl) => {
            ("Je doet mee", format!("Hallo {name},\n\nGoed nieuws: je bent nu lid van {network_name}.\n\nNaar het netwerk:\n{LINK}\n"))
        }
        (true, Language::En) => {
            ("You are in", format!("Hello {name},\n\nGood news: you are a member of {network_name} now.\n\nTo the network:\n{LINK}\n"))
        }
        (false, Language::Nl) => (
            "Antwoord op je aanvraag",
            format!(
                "Hallo {name},\n\nJe wilde meedoen met {network_name}. De kerngroep heeft nee gezegd:\n\n{reason}\n\nAndere netwerken vind je hier:\n{LINK}\n"
            ),
        ),
        (false, Language::En) => (
            "An answer to your request",
            format!(
                "Hello {name},\n\nYou wanted to join {network_name}. The core group said no:\n\n{reason}\n\nOther networks are here:\n{LINK}\n"
            ),
        ),
    };
    let page =
        if is_in { format!("/{}/netwerken/{}", organization.slug, network.slug) } else { format!("/{}/netwerken", organization.slug) };
    Letter::new(&to.email, subject.to_owned(), text).with_link(&page, None)
}

/// The network ended before the core group answered.
pub(super) fn never_answered(organization: &Organization, network: &Network, to: &Recipient) -> Letter {
    let (name, network_name) = (&to.name, called(&network.profile.name, network.profile.sensitivity, to.language));
    let reason = network.end_reason.as_deref().unwrap_or_default();
    let (subject, text) = match to.language {
        Language::Nl => (
            "Antwoord op je aanvraag",
            format!(
                "Hallo {name},\n\nJe wilde meedoen met {network_name}. Dat kan niet meer, want het is gestopt:\n\n{reason}\n\nAndere netwerken vind je hier:\n{LINK}\n"
            ),
        ),
        Language::En => (
            "An answer to your request",
            format!(
                "Hello {name},\n\nYou wanted to join {network_name}. That is no longer possible, because it has ended:\n\n{reason}\n\nOther networks are here:\n{LINK}\n"
            ),
        ),
    };
    Letter::new(&to.email, subject.to_owned(), text).with_link(&format!("/{}/netwerken", organization.slug), None)
}

/// The core group let the person go.
pub(super) fn removed(organization: &Organization, network: &Network, membership: &Membership, to: &Recipient) -> Letter {
    let (name, network_name) = (&to.name, called(&network.profile.name, network.profile.sensitivity, to.language));
    let reason = membership.reason.as_deref().unwrap_or_default();
    let (subject, text) = match to.language {
        Language::Nl => (
            "Je doet niet meer mee",
            format!(
                "Hallo {name},\n\nDe kerngroep heeft je lidmaatschap van {network_name} beëindigd:\n\n{reason}\n\nBen je het er niet mee eens? Neem dan contact op met het kantoor. Andere netwerken vind je hier:\n{LINK}\n"
            ),
        ),
        Language::En => (
            "You take part no longer",
            format!(
                "Hello {name},\n\nThe core group ended your membership of {network_name}:\n\n{reason}\n\nDo you disagree? Then get in touch with the office. Other networks are here:\n{LINK}\n"
            ),
        ),
    };
    Letter::new(&to.email, subject.to_owned(), text).with_link(&format!("/{}/netwerken", organization.slug), None)
}
