//! What we write about positions. Subjects tell nothing about what someone believes or belongs to (security.md S40, privacy.md P30).

use chrono::NaiveDate;
use vliegwiel_domain::networks::{Network, Sensitivity};
use vliegwiel_domain::organizations::Organization;
use vliegwiel_domain::positions::{Appointment, Position};
use vliegwiel_domain::text::Language;
use vliegwiel_persistence::positions::Reminder;
use vliegwiel_persistence::recipients::Recipient;

use crate::mail::{LINK, Letter};
use crate::networks::called;

/// The person got a seat.
pub(super) fn appointed(
    organization: &Organization,
    position: &Position,
    network: Option<&Network>,
    appointment: &Appointment,
    to: &Recipient,
) -> Letter {
    let of = network.map(|network| (network.profile.name.as_str(), network.profile.sensitivity));
    let (name, title, of) = (&to.name, &position.title, whose(organization, of, to.language));
    let (from, until) = (day(appointment.from_on), appointment.until_on.map(day));
    let (subject, text) = match to.language {
        Language::Nl => (
            "Je hebt een nieuwe functie",
            format!(
                "Hallo {name},\n\nJe hebt een nieuwe functie bij {of}: {title}. Je begint op {from}{}.\n\nBekijk wat er voor je klaarstaat:\n{LINK}\n",
                until.map_or_else(String::new, |until| format!(" en je termijn loopt tot en met {until}"))
            ),
        ),
        Language::En => (
            "You have a new position",
            format!(
                "Hello {name},\n\nYou have a new position with {of}: {title}. You begin on {from}{}.\n\nSee what is waiting for you:\n{LINK}\n",
                until.map_or_else(String::new, |until| format!(" and your term runs until {until}"))
            ),
        ),
    };
    Letter::new(&to.email, subject.to_owned(), text).with_link(&mine(organization), None)
}

/// The person holds a seat no longer.
pub(super) fn ended(organization: &Organization, position: &Position, ended: &Appointment, to: &Recipient) -> Letter {
    let (name, title, reason) = (&to.name, &position.title, ended.end_reason.as_deref().unwrap_or_default());
    let (subject, text) = match to.language {
        Language::Nl => (
            "Je functie is beëindigd",
            format!(
                "Hallo {name},\n\nJe functie {title} is vandaag beëindigd:\n\n{reason}\n\nBedankt voor wat je deed. Vragen? Neem contact op met het kantoor.\n\nNaar je overzicht:\n{LINK}\n"
            ),
        ),
        Language::En => (
            "Your position has ended",
            format!(
                "Hello {name},\n\nYour position {title} ended today:\n\n{reason}\n\nThank you for what you did. Questions? Get in touch with the office.\n\nTo your overview:\n{LINK}\n"
            ),
        ),
    };
    Letter::new(&to.email, subject.to_owned(), text).with_link(&mine(organization), None)
}

/// A term ends soon: for the holder.
pub(super) fn term_ends(organization: &Organization, reminder: &Reminder, to: &Recipient) -> Letter {
    let of = reminder.network.as_deref().zip(reminder.sensitivity);
    let (name, title, until) = (&to.name, &reminder.title, day(reminder.until_on));
    let of = whose(organization, of, to.language);
    let (subject, text) = match to.language {
        Language::Nl => (
            "Je termijn loopt bijna af",
            format!(
                "Hallo {name},\n\nJe termijn als {title} bij {of} loopt af op {until}. Bespreek op tijd of je doorgaat, of wie je opvolgt.\n\nNaar je overzicht:\n{LINK}\n"
            ),
        ),
        Language::En => (
            "Your term is about to end",
            format!(
                "Hello {name},\n\nYour term as {title} with {of} ends on {until}. Talk in time about whether you go on, or who follows you.\n\nTo your overview:\n{LINK}\n"
            ),
        ),
    };
    Letter::new(&to.email, subject.to_owned(), text).with_link(&mine(organization), None)
}

/// A term ends soon: for those who find the next holder.
pub(super) fn term_of_other_ends(organization: &Organization, reminder: &Reminder, to: &Recipient) -> Letter {
    let of = reminder.network.as_deref().zip(reminder.sensitivity);
    let (name, title, until) = (&to.name, &reminder.title, day(reminder.until_on));
    let of = whose(organization, of, to.language);
    let (subject, text) = match to.language {
        Language::Nl => (
            "Een termijn loopt bijna af",
            format!(
                "Hallo {name},\n\nDe termijn van de functie {title} bij {of} loopt af op {until}. Bespreek op tijd wie het daarna doet.\n\nNaar je overzicht:\n{LINK}\n"
            ),
        ),
        Language::En => (
            "A term is about to end",
            format!(
                "Hello {name},\n\nThe term of the position {title} with {of} ends on {until}. Talk in time about who does it next.\n\nTo your overview:\n{LINK}\n"
            ),
        ),
    };
    Letter::new(&to.email, subject.to_owned(), text).with_link(&mine(organization), None)
}

fn whose(organization: &Organization, network: Option<(&str, Sensitivity)>, language: Language) -> String {
    network.map_or_else(|| organization.settings.name.clone(), |(name, sensitivity)| called(name, sensitivity, language))
}

fn mine(organization: &Organization) -> String {
    format!("/{}/mijn", organization.slug)
}

fn day(day: NaiveDate) -> String {
    day.format("%d-%m-%Y").to_string()
}
