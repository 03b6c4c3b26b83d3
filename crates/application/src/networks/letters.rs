//! What we write about networks. Subjects tell nothing about what someone believes or belongs to (security.md S40, privacy.md P30).

use chrono::NaiveDate;
use vliegwiel_domain::networks::{CoreGroupNotice, Network};
use vliegwiel_domain::organizations::Organization;
use vliegwiel_domain::text::Language;
use vliegwiel_persistence::recipients::Recipient;

use super::called;
use crate::mail::{LINK, Letter};

/// The core group fell below its minimum, or has enough people again.
pub(super) fn core_group_changed(organization: &Organization, network: &Network, notice: CoreGroupNotice, to: &Recipient) -> Letter {
    let (name, network_name) = (&to.name, called(&network.profile.name, network.profile.sensitivity, to.language));
    let (subject, text) = match (notice, to.language) {
        (CoreGroupNotice::FellBelow { size, minimum }, Language::Nl) => (
            "De kerngroep zoekt mensen",
            format!(
                "Hallo {name},\n\nDe kerngroep van {network_name} heeft nu {size} {}. Er zijn er {minimum} nodig.\n\nZet een vacature open of vraag \
                 iemand uit het netwerk. Blijft de kerngroep te klein, dan gaat het netwerk op termijn in rust.\n\nBekijk de functies:\n{LINK}\n",
                if size == 1 { "lid" } else { "leden" }
            ),
        ),
        (CoreGroupNotice::FellBelow { size, minimum }, Language::En) => (
            "The core group needs people",
            format!(
                "Hello {name},\n\nThe core group of {network_name} has {size} {} now. It needs {minimum}.\n\nOpen a vacancy or ask someone of the \
                 network. When the core group stays too small, the network goes dormant after some time.\n\nSee the positions:\n{LINK}\n",
                if size == 1 { "person" } else { "persons" }
            ),
        ),
        (CoreGroupNotice::Recovered { size }, Language::Nl) => (
            "De kerngroep is weer compleet",
            format!("Hallo {name},\n\nDe kerngroep van {network_name} heeft weer genoeg mensen: {size}.\n\nBekijk de functies:\n{LINK}\n"),
        ),
        (CoreGroupNotice::Recovered { size }, Language::En) => (
            "The core group is complete again",
            format!("Hello {name},\n\nThe core group of {network_name} has enough people again: {size}.\n\nSee the positions:\n{LINK}\n"),
        ),
    };
    let page = format!("/{}/netwerken/{}/beheer/functies", organization.slug, network.slug);
    Letter::new(&to.email, subject.to_owned(), text).with_link(&page, None)
}

/// A network that waited has begun.
pub(super) fn started(organization: &Organization, network: &Network, to: &Recipient) -> Letter {
    let (name, network_name) = (&to.name, called(&network.profile.name, network.profile.sensitivity, to.language));
    let (subject, text) = match to.language {
        Language::Nl => (
            "Jullie kunnen van start",
            format!(
                "Hallo {name},\n\nVanaf vandaag is {network_name} van start. Mensen kunnen lid worden en jullie kunnen bijeenkomsten plannen.\n\nNaar het netwerk:\n{LINK}\n"
            ),
        ),
        Language::En => (
            "You can begin",
            format!(
                "Hello {name},\n\nFrom today {network_name} has begun. People can join and you can schedule meetings.\n\nTo the network:\n{LINK}\n"
            ),
        ),
    };
    Letter::new(&to.email, subject.to_owned(), text).with_link(&page(organization, network), None)
}

/// The network has ended.
pub(super) fn ended(organization: &Organization, network_name: &str, to: &Recipient) -> Letter {
    let (name, of) = (&to.name, &organization.settings.name);
    let (subject, text) = match to.language {
        Language::Nl => (
            "Een netwerk is gestopt",
            format!(
                "Hallo {name},\n\nHet bestuur heeft besloten dat {network_name} stopt. Je hoeft niets te doen. Andere netwerken van {of} vind je hier:\n{LINK}\n"
            ),
        ),
        Language::En => (
            "A network has ended",
            format!(
                "Hello {name},\n\nThe board has decided that {network_name} ends. You need not do anything. Other networks of {of} are here:\n{LINK}\n"
            ),
        ),
    };
    Letter::new(&to.email, subject.to_owned(), text).with_link(&format!("/{}/netwerken", organization.slug), None)
}

/// The core group was too small for too long.
pub(super) fn fell_dormant(organization: &Organization, network: &Network, to: &Recipient) -> Letter {
    let (name, network_name) = (&to.name, called(&network.profile.name, network.profile.sensitivity, to.language));
    let days = organization.settings.rules.dormant_after_days;
    let (subject, text) = match to.language {
        Language::Nl => (
            "Een netwerk gaat in rust",
            format!(
                "Hallo {name},\n\nDe kerngroep van {network_name} was {days} dagen te klein. Daarom is het netwerk nu in rust: er worden geen nieuwe \
                 bijeenkomsten gepland. Is de kerngroep weer compleet, dan kan het kantoor het netwerk wakker maken.\n\nNaar het netwerk:\n{LINK}\n"
            ),
        ),
        Language::En => (
            "A network goes dormant",
            format!(
                "Hello {name},\n\nThe core group of {network_name} was too small for {days} days. So the network is dormant now: no new meetings are \
                 scheduled. Once the core group is complete again, the office can wake the network.\n\nTo the network:\n{LINK}\n"
            ),
        ),
    };
    Letter::new(&to.email, subject.to_owned(), text).with_link(&page(organization, network), None)
}

/// The agreed day of the evaluation has come.
pub(super) fn evaluation_due(organization: &Organization, network: &Network, on: NaiveDate, to: &Recipient) -> Letter {
    let (name, network_name) = (&to.name, called(&network.profile.name, network.profile.sensitivity, to.language));
    let day = on.format("%d-%m-%Y");
    let (subject, text) = match to.language {
        Language::Nl => (
            "Tijd voor een evaluatie",
            format!(
                "Hallo {name},\n\nMet {network_name} is een evaluatie afgesproken op {day}. Open de evaluatie wanneer jullie klaar zijn om te kijken hoe het gaat.\n\nNaar het overzicht:\n{LINK}\n"
            ),
        ),
        Language::En => (
            "Time for an evaluation",
            format!(
                "Hello {name},\n\nAn evaluation was agreed with {network_name} for {day}. Open it when you are ready to look at how things go.\n\nTo the overview:\n{LINK}\n"
            ),
        ),
    };
    Letter::new(&to.email, subject.to_owned(), text).with_link(&format!("/{}/kantoor", organization.slug), None)
}

fn page(organization: &Organization, network: &Network) -> String {
    format!("/{}/netwerken/{}", organization.slug, network.slug)
}
