//! A symposium every quarter. Source: section 5, "ieder kwartaal een provinciaal symposium van een dagdeel".

use chrono::{TimeDelta, Weekday};
use vliegwiel_domain::meetings::{Attendance, Audience, MeetingKind, MeetingPlan, Venue};

use super::NETWORK;
use crate::demo::calendar::{QUARTERS_BACK, next, plus_days};
use crate::demo::names::invent;
use crate::demo::script::{CORE_GROUP, Deed, Gathering, MeetingDeed, MeetingLine};
use crate::demo::writing::{Turnout, Writer, afternoon, lid_and};

/// The symposia of the quarters behind us, oldest first: title, what happened, who registered and who came.
///
/// Source of the first, and of its numbers: section 8, "68 belangstellenden meldden zich en 49 daarvan waren aanwezig".
const PAST: [(&str, &str, usize, usize); 8] = [
    (
        "Oriënterende bijeenkomst en themapeiling",
        "Is er behoefte aan een netwerk, en waar moet het over gaan? De sfeer was positief en kritisch. Uit de peiling kwamen drie thema's: Klare taal \
         voor iedereen, Boven het maaiveld, en Omdenken en omdoen.",
        68,
        49,
    ),
    ("Het netwerk gaat van start", "De officiële aftrap. Hoe gaan we te werk, wie doet wat, en wat gebeurt er in jouw gemeente?", 58, 47),
    (
        "Klare taal voor iedereen",
        "Taal bepaalt of je mee kunt doen. Met ervaringsverhalen, en een werkvorm om zelf een brief van de gemeente te herschrijven.",
        51,
        38,
    ),
    (
        "Boven het maaiveld: eigen kracht",
        "Hoe laat je zien wat je kunt? Over zelfvertrouwen, ruimte krijgen en ruimte nemen, voor vrouwen en mannen.",
        46,
        37,
    ),
    (
        "Een jaar onderweg: wat houden we vast?",
        "We kijken terug op het eerste jaar en bespreken of elk thema genoeg aandacht kreeg.",
        54,
        41,
    ),
    ("Omdenken en omdoen", "Hoe doen we wat we doen? Kan het anders, en beter? Met voorbeelden uit vier gemeenten.", 43, 30),
    ("Inwoners aan zet", "Burgerinitiatieven en de gemeente: wie beslist, wie betaalt en wie mag het proberen?", 49, 39),
    ("Jong en oud in gesprek", "Wat willen jongeren en ouderen van de politiek in Drenthe, en van elkaar?", 47, 35),
];
/// Who has registered for the symposium of today, and who is in so far.
const TODAY: (usize, usize) = (68, 45);

pub(super) fn write(writer: &mut Writer) {
    for ((title, summary, registered, attended), back) in PAST.into_iter().zip((1..=QUARTERS_BACK).rev()) {
        let day = next(Weekday::Fri, plus_days(writer.calendar.quarter(back), 40));
        let line = line(writer, title, summary, afternoon(day));
        let known = writer.known_at(line.plan.starts_at - TimeDelta::days(45), registered);
        let walk_ins = invent(600 + attended, attended % 4).into_iter().map(|name| name.full).collect();
        writer.held(line, Turnout { registered: lid_and(known, registered), attended, walk_ins });
    }
    today(writer);
    next_one(writer);
}

fn today(writer: &mut Writer) -> Gathering {
    let starts = writer.calendar.just_begun();
    let summary = "Inwoners, raadsleden en mensen van de gemeente zitten door elkaar aan tafel. Elke tafel kiest één ding om samen te proberen, en spreekt \
                   af wie wat doet. Met soep.";
    let line = line(writer, "Samen aan tafel met de gemeente", summary, (starts, starts + TimeDelta::hours(4)));
    let (registered, attended) = TODAY;
    let known: Vec<_> = writer.known_at(starts - TimeDelta::days(42), 77).into_iter().take(registered).collect();
    let gathering = writer.yet_to_come(line, known.clone());
    for who in known.into_iter().take(attended) {
        writer.at(starts - TimeDelta::minutes(5), Deed::Meeting(gathering, MeetingDeed::CheckIn(who)));
    }
    gathering
}

fn next_one(writer: &mut Writer) {
    let day = next(Weekday::Fri, plus_days(writer.calendar.next_quarter(), 33));
    let summary = "Wat staat er op de lijsten, en wie? Een middag over meedoen aan de gemeenteraadsverkiezingen: als kandidaat, als vrijwilliger of als \
                   kiezer die weet wat er te kiezen valt.";
    let line = line(writer, "Op weg naar de raadsverkiezingen", summary, afternoon(day));
    let known = lid_and(writer.known_at(writer.calendar.now - TimeDelta::days(13), 5), 31);
    let gathering = writer.yet_to_come(line, known);
    writer.guest_comes(gathering);
}

fn line(
    writer: &Writer,
    title: &str,
    summary: &str,
    (starts_at, ends_at): (chrono::DateTime<chrono::Utc>, chrono::DateTime<chrono::Utc>),
) -> MeetingLine {
    let is_later = starts_at > writer.calendar.now;
    MeetingLine {
        network: NETWORK,
        host: CORE_GROUP,
        plan: MeetingPlan {
            title: title.to_owned(),
            summary: summary.to_owned(),
            language_note: "We gebruiken gewone woorden. Een tolk gebarentaal is er als je daar een week van tevoren om vraagt.".to_owned(),
            kind: MeetingKind::Symposium,
            starts_at,
            ends_at,
            area_id: None,
            venue: Some(Venue { name: "De Nieuwe Brink".to_owned(), address: "Brinkzijde 4, Assen".to_owned() }),
            accessibility_note: "Alles is gelijkvloers. Er is een ringleiding, en een rustige kamer.".to_owned(),
            online_url: is_later.then(|| "https://meedoen.drenthe.example/symposium".to_owned()),
            audience: Audience::Public,
            capacity: Some(120),
            attendance: Attendance::Named,
        },
        area: Some("GM0106"),
        units: &["Provincie Drenthe"],
    }
}
