//! What we write to people about a meeting: plain words, and a subject that tells nothing about what they believe.
//!
//! A subject names the day only, never the meeting or the network: so it is neutral for networks of special sensitivity and for all others
//! (privacy.md P30, security.md S40).

use vliegwiel_domain::ids::GuestRequestId;
use vliegwiel_domain::meetings::Meeting;
use vliegwiel_domain::registrations::{GuestRequest, RegistrationState};
use vliegwiel_domain::text::Language;
use vliegwiel_persistence::registrations::{Desk, Reach, Recipient};

use super::when;
use crate::mail::{LINK, Letter};

/// Why we write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occasion {
    /// The person has a seat.
    Registered,
    /// The person stands on the waitlist.
    Waitlisted,
    /// The person moved up from the waitlist.
    Promoted,
    /// The person does not come any more.
    Cancelled,
    /// The person is not of the audience any more.
    NotForYou,
    /// Another time or place.
    Moved,
    /// The meeting was called off.
    CalledOff,
    /// A seat came free on the last day.
    SeatsFree,
}

/// The letter to one person; `None` for who has no address.
pub fn letter(desk: &Desk, occasion: Occasion, to: &Recipient) -> Option<Letter> {
    let address = to.email.as_ref()?;
    let words = words(occasion, to, &desk.meeting);
    let mut parts = vec![greeting(to.language, &to.name), words.opening, details(desk, occasion, to)];
    let link = match to.reach {
        _ if occasion == Occasion::NotForYou => None,
        Reach::Account => Some((words.to_meeting, meeting_page(desk), None)),
        Reach::Link(request) if words.is_going => {
            Some((words.to_cancel, format!("/{}/aanmelding/afzeggen", desk.organization.slug), Some(request)))
        }
        Reach::Link(_) | Reach::None => None,
    };
    if let Some((label, _, _)) = &link {
        parts.push(format!("{label}\n{LINK}"));
    }
    parts.push(signature(to.language, desk));
    let letter = Letter::new(address, words.subject, parts.join("\n\n"));
    Some(match link {
        Some((_, page, request)) => letter.with_link(&page, request.map(GuestRequestId::uuid)),
        None => letter,
    })
}

/// The letter with the link that makes a guest's registration.
pub fn guest_letter(desk: &Desk, request: &GuestRequest) -> Letter {
    let guest = &request.guest;
    let day = when::day(desk.meeting.plan.starts_at, guest.language);
    let title = &desk.meeting.plan.title;
    let (subject, body, otherwise) = match guest.language {
        Language::Nl => (
            format!("Bevestig je aanmelding voor {day}"),
            format!(
                "Je wilt komen naar “{title}” op {day}. Open deze link om je aanmelding te bevestigen:\n{LINK}\n\nDe link werkt 24 uur, en tot de bijeenkomst begint."
            ),
            "Heb jij je niet aangemeld? Dan hoef je niets te doen. We gooien je gegevens vanzelf weg.",
        ),
        Language::En => (
            format!("Confirm your registration for {day}"),
            format!(
                "You want to come to “{title}” on {day}. Open this link to confirm your registration:\n{LINK}\n\nThe link works for 24 hours, and until the meeting begins."
            ),
            "Was this not you? Then there is nothing to do. We delete your details by ourselves.",
        ),
    };
    let parts = [greeting(guest.language, &guest.name), body, otherwise.to_owned(), signature(guest.language, desk)];
    let page = format!("/{}/aanmelding", desk.organization.slug);
    Letter::new(&guest.email, subject, parts.join("\n\n")).with_link(&page, Some(request.id.uuid()))
}

struct Words {
    subject: String,
    opening: String,
    to_meeting: &'static str,
    to_cancel: &'static str,
    is_going: bool,
}

fn words(occasion: Occasion, to: &Recipient, meeting: &Meeting) -> Words {
    let day = when::day(meeting.plan.starts_at, to.language);
    let title = &meeting.plan.title;
    let reason = meeting.state_reason.as_deref().unwrap_or_default();
    let (subject, opening) = match to.language {
        Language::Nl => dutch(occasion, &day, title, reason),
        Language::En => english(occasion, &day, title, reason),
    };
    let is_going = !matches!(occasion, Occasion::Cancelled | Occasion::NotForYou | Occasion::CalledOff);
    let (to_meeting, to_cancel) = match (to.language, occasion) {
        (Language::Nl, Occasion::SeatsFree) => ("Pak de plek hier:", "Kun je toch niet? Zeg dan hier af:"),
        (Language::En, Occasion::SeatsFree) => ("Take the seat here:", "Can you not come after all? Cancel here:"),
        (Language::Nl, _) if !is_going => ("De bijeenkomst:", ""),
        (Language::En, _) if !is_going => ("The meeting:", ""),
        (Language::Nl, _) => {
            ("De bijeenkomst, en afzeggen als je toch niet kunt:", "Kun je toch niet? Zeg dan hier af, dan kan iemand anders komen:")
        }
        (Language::En, _) => {
            ("The meeting, and where you can cancel:", "Can you not come after all? Cancel here, so that someone else can come:")
        }
    };
    Words { subject, opening, to_meeting, to_cancel, is_going }
}

fn dutch(occasion: Occasion, day: &str, title: &str, reason: &str) -> (String, String) {
    let (subject, opening) = match occasion {
        Occasion::Registered => ("Je bent aangemeld voor", format!("Je bent aangemeld voor “{title}”. Leuk dat je komt.")),
        Occasion::Waitlisted => (
            "Je staat op de wachtlijst voor",
            format!("“{title}” zit vol. Je staat op de wachtlijst. Komt er een plek vrij, dan mailen we je meteen."),
        ),
        Occasion::Promoted => {
            ("Er is plek voor je op", format!("Goed nieuws: er is een plek vrijgekomen. Je bent aangemeld voor “{title}”."))
        }
        Occasion::Cancelled => ("Je bent afgemeld voor", format!("Je bent afgemeld voor “{title}”. Jammer, tot een volgende keer.")),
        Occasion::NotForYou => (
            "Je bent afgemeld voor",
            format!("Je hoort niet meer bij de groep voor wie “{title}” bedoeld is. Daarom hebben we je afgemeld."),
        ),
        Occasion::Moved => {
            ("Gewijzigd: tijd of plek op", format!("Let op: “{title}” is op een andere tijd of op een andere plek. Dit is het nu:"))
        }
        Occasion::CalledOff => ("Gaat niet door:", format!("“{title}” gaat niet door. De organisatie schrijft:\n\n{reason}")),
        Occasion::SeatsFree => (
            "Er is een plek vrij op",
            format!(
                "Voor “{title}” is een plek vrijgekomen. Het begint binnen een dag, dus wie het eerst is, heeft de plek. Meld je nog een keer aan om hem te pakken."
            ),
        ),
    };
    (format!("{subject} {day}"), opening)
}

fn english(occasion: Occasion, day: &str, title: &str, reason: &str) -> (String, String) {
    let (subject, opening) = match occasion {
        Occasion::Registered => ("You are registered for", format!("You are registered for “{title}”. Good that you are coming.")),
        Occasion::Waitlisted => (
            "You are on the waiting list for",
            format!("“{title}” is full. You are on the waiting list. When a seat comes free, we mail you at once."),
        ),
        Occasion::Promoted => ("There is a seat for you on", format!("Good news: a seat came free. You are registered for “{title}”.")),
        Occasion::Cancelled => ("You cancelled for", format!("You are no longer registered for “{title}”. Until another time.")),
        Occasion::NotForYou => (
            "You are no longer registered for",
            format!("You no longer belong to the group that “{title}” is for. So we cancelled your registration."),
        ),
        Occasion::Moved => {
            ("Changed: time or place on", format!("Please note: “{title}” is at another time or in another place. This is how it is now:"))
        }
        Occasion::CalledOff => ("Called off:", format!("“{title}” has been called off. The hosts write:\n\n{reason}")),
        Occasion::SeatsFree => (
            "A seat is free on",
            format!("A seat came free for “{title}”. It begins within a day, so the first to come has it. Register again to take it."),
        ),
    };
    (format!("{subject} {day}"), opening)
}

/// When and where; the link to take part online only for who has a seat.
fn details(desk: &Desk, occasion: Occasion, to: &Recipient) -> String {
    let plan = &desk.meeting.plan;
    let (when_label, where_label, online_label, access_label) = match to.language {
        Language::Nl => ("Wanneer", "Waar", "Online meedoen", "Toegankelijkheid"),
        Language::En => ("When", "Where", "Take part online", "Accessibility"),
    };
    let has_seat = match occasion {
        Occasion::Registered | Occasion::Promoted => true,
        Occasion::Moved => to.state == Some(RegistrationState::Registered),
        Occasion::Waitlisted | Occasion::Cancelled | Occasion::NotForYou | Occasion::CalledOff | Occasion::SeatsFree => false,
    };
    let time = when::span(plan.starts_at, plan.ends_at, to.language);
    let venue = plan.venue.as_ref().map(|venue| format!("{where_label}: {}, {}", venue.name, venue.address));
    let online = plan.online_url.as_ref().filter(|_| has_seat).map(|link| format!("{online_label}: {link}"));
    let access = Some(&plan.accessibility_note).filter(|note| has_seat && !note.is_empty()).map(|note| format!("{access_label}: {note}"));
    let lines = [Some(format!("{when_label}: {time}")), venue, online, access];
    lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
}

fn greeting(language: Language, name: &str) -> String {
    match language {
        Language::Nl => format!("Dag {name},"),
        Language::En => format!("Hello {name},"),
    }
}

fn signature(language: Language, desk: &Desk) -> String {
    let regards = match language {
        Language::Nl => "Groet,",
        Language::En => "Kind regards,",
    };
    format!("{regards}\n{}", desk.organization.name)
}

fn meeting_page(desk: &Desk) -> String {
    format!("/{}/bijeenkomsten/{}", desk.organization.slug, desk.meeting.id)
}
