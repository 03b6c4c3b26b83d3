//! V/M Sociale Innovatie.

use chrono::{Datelike, Months, NaiveDate, TimeDelta, Weekday};
use vliegwiel_domain::meetings::{Attendance, Audience, MeetingKind, MeetingPlan, Venue};
use vliegwiel_domain::networks::{NetworkKind, NetworkProfile, Openness, Sensitivity, Terms};
use vliegwiel_domain::positions::{Body, Capacity, PositionKind};
use vliegwiel_domain::working_groups::WorkingGroupKind;

use crate::demo::calendar::{next, plus_days};
use crate::demo::script::{Deed, Entrance, GroupLine, MeetingLine, SeatLine, Slug, Who};
use crate::demo::writing::{Growth, Turnout, Writer, evening};

const NETWORK: Slug = "v-m-sociale-innovatie";
const CORE: [Who; 6] = [30, 31, 32, 33, 34, 35];
const PURPOSE: &str = "Sociale innovatie bevorderen, door de politiek handvatten te geven om veranderingen te maken op economisch, sociaal en cultureel gebied.";
const ABOUT: &str = "Emancipatie, diversiteit, werk, economische zelfstandigheid en de combinatie van arbeid en zorg staan bij ons centraal. We geven raad aan \
                     bestuur en fracties, en onderhouden contact met onderzoekers en maatschappelijke organisaties.\n\nOngeveer zeven keer per jaar komen we \
                     op maandagavond bij elkaar, om de beurt in Den Haag en Utrecht, met een onderzoeker en iemand uit de praktijk. Op elk congres is er een \
                     sessie.\n\nVan leden vragen we een actieve bijdrage: brengen en halen.";
const VACANCY: &str = "De functie is in afwachting van een permanente invulling. Je bereidt met de voorzitter de vergaderingen voor, zorgt dat afspraken worden \
                       nagekomen en beheert een kleine begroting. Het kost ongeveer zes uur per maand. Je wordt ingewerkt door de plaatsvervangend secretaris.";
/// Months with an evening: seven a year. Source: "circa 7 maal per jaar op maandagavonden in Den Haag of Utrecht".
const MONTHS: [u32; 7] = [1, 2, 4, 5, 6, 10, 11];
const EVENINGS: [(&str, &str); 9] = [
    ("Deeltijd: keuze of val?", "Een arbeidseconoom laat zien wat deeltijd kost, een teamleider hoe het anders kan."),
    ("Wie zorgt er voor oma?", "Over mantelzorg en werk, met een onderzoeker en een mantelzorgmakelaar."),
    ("De prijs van een baby", "Wat gebeurt er met inkomens na het eerste kind, en wat doen andere landen?"),
    ("Gelijk loon, eindelijk", "De nieuwe Europese regels, en een bedrijf dat ze al toepast."),
    ("Taal op de werkvloer", "Hoe nieuwkomers sneller op hun plek komen."),
    ("Vaders en verlof", "Waarom nemen zij het niet op? Met cijfers, en een bouwbedrijf dat het anders doet."),
    ("Algoritmes met een oordeel", "Hoe systemen ongelijkheid erven, en hoe een gemeente daarop let."),
    ("Werken na je pensioen", "Wie wil, wie moet, en wat kan er beter?"),
    ("De wijk als werkgever", "Sociale ondernemingen en wat zij van de politiek nodig hebben."),
];

pub(super) fn write(writer: &mut Writer) {
    enter(writer);
    seats(writer);
    evenings(writer);
    congress(writer);
    let group = GroupLine {
        kind: WorkingGroupKind::Experts,
        name: "Arbeid en zorg",
        purpose: "Een advies aan de fractie voorbereiden over verlof en kinderopvang.",
        members: vec![(33, "sociale zekerheid"), (45, "kinderopvang"), (46, "onderzoek naar verlof")],
    };
    writer.on(writer.calendar.ago(150), Deed::Group(NETWORK, Box::new(group)));
}

fn enter(writer: &mut Writer) {
    let opening = writer.calendar.opening();
    let titles = [
        (PositionKind::Chair, "Voorzitter"),
        (PositionKind::Other, "Plaatsvervangend secretaris"),
        (PositionKind::Member, "Algemeen bestuurslid"),
        (PositionKind::Member, "Algemeen bestuurslid"),
        (PositionKind::Member, "Algemeen bestuurslid"),
        (PositionKind::Coordinator, "Coördinator internationaal"),
    ];
    let entrance = Entrance {
        slug: NETWORK,
        kind: NetworkKind::Theme,
        profile: NetworkProfile {
            name: "V/M Sociale Innovatie".to_owned(),
            purpose: PURPOSE.to_owned(),
            about: ABOUT.to_owned(),
            sensitivity: Sensitivity::Normal,
            openness: Openness::Approval,
        },
        starts_on: opening,
        terms: Terms {
            purpose: PURPOSE.to_owned(),
            organisation: "Een projectorganisatie die elk jaar een programma vaststelt, met een bestuur en een bestuurlijk adviseur."
                .to_owned(),
            duration_months: None,
            goal_members: 60,
            goal_months: 36,
            evaluation_months: Some(36),
            conditions: "Elk jaar een programma met ongeveer zeven avonden.".to_owned(),
        },
        core_group: CORE.into_iter().zip(titles).map(|(who, (kind, title))| (who, kind, title)).collect(),
    };
    writer.on(plus_days(opening, 7), Deed::Enter(Box::new(entrance)));
    let growth = Growth { without: &CORE, before: 0, count: 33, from: plus_days(opening, 12), until: writer.calendar.ago(20) };
    writer.grow_approved(NETWORK, &growth);
    let growth = Growth { without: &CORE, before: 33, count: 2, from: writer.calendar.ago(3), until: writer.calendar.ago(1) };
    writer.grow(NETWORK, &growth);
}

/// Source: the list under "Bestuur"; the names are invented.
fn seats(writer: &mut Writer) {
    let day = plus_days(writer.calendar.opening(), 15);
    for (body, kind, title, holder) in [
        (Body::CoreGroup, PositionKind::Secretary, "Secretaris en penningmeester", None),
        (Body::Network, PositionKind::Adviser, "Bestuurlijk adviseur", Some((36, Capacity::Regular))),
        (Body::Network, PositionKind::Delegate, "Afgevaardigde Politiek Vrouwen Overleg", Some((30, Capacity::Regular))),
    ] {
        let vacancy_text = if holder.is_none() { VACANCY } else { "" };
        let seat = SeatLine { body, kind, title, vacancy_text, area: None, holder };
        writer.on(day, Deed::Seat(NETWORK, Box::new(seat)));
    }
}

fn evenings(writer: &mut Writer) {
    let first = writer.calendar.quarter(8);
    let mut turn = 0;
    for ahead in 0..30_u32 {
        let Some(month) = first.checked_add_months(Months::new(ahead)) else { continue };
        if !MONTHS.contains(&month.month()) {
            continue;
        }
        let day = next(Weekday::Mon, plus_days(month, 7));
        if day + TimeDelta::days(1) < writer.calendar.today {
            past(writer, turn, day);
        } else if day > plus_days(writer.calendar.today, 3) && day < plus_days(writer.calendar.today, 120) {
            let known = writer.known_at(writer.calendar.now - TimeDelta::days(14), turn).into_iter().take(14).collect();
            writer.yet_to_come(line(turn, day), known);
        }
        turn += 1;
    }
}

fn past(writer: &mut Writer, turn: usize, day: NaiveDate) {
    let line = line(turn, day);
    let known = writer.known_at(line.plan.starts_at - TimeDelta::days(41), turn).into_iter().take(13 + turn % 6).collect();
    writer.held(line, Turnout { registered: known, attended: 10 + turn % 4, walk_ins: Vec::new() });
}

fn line(turn: usize, day: NaiveDate) -> MeetingLine {
    let (starts_at, ends_at) = evening(day);
    let (title, summary) = EVENINGS.get(turn % EVENINGS.len()).copied().unwrap_or_default();
    let (name, address, area) = if turn.is_multiple_of(2) {
        ("Zaal Lange Voorhout", "Voorhoutpoort 10, Den Haag", "GM0518")
    } else {
        ("Stadskamer Utrecht", "Catharijnehof 2, Utrecht", "GM0344")
    };
    MeetingLine {
        network: NETWORK,
        host: 30,
        plan: MeetingPlan {
            title: title.to_owned(),
            summary: format!("{summary} Daarna duiken we samen de diepte in. Informeel, open en functioneel."),
            language_note: String::new(),
            kind: MeetingKind::Evening,
            starts_at,
            ends_at,
            area_id: None,
            venue: Some(Venue { name: name.to_owned(), address: address.to_owned() }),
            accessibility_note: "Er is een lift. Het station is op tien minuten lopen.".to_owned(),
            online_url: Some("https://meekijken.vooruit.example/maandag".to_owned()),
            audience: Audience::Organization,
            capacity: Some(35),
            attendance: Attendance::Named,
        },
        area: Some(area),
        units: &[],
    }
}

/// Source: "Daarnaast is er een beleidsinhoudelijke sessie op de congressen". No names are kept: one walks in.
fn congress(writer: &mut Writer) {
    for (days, present, title) in [
        (610, 64, "Sessie: verlof voor iedereen"),
        (400, 71, "Sessie: de som van deeltijd"),
        (235, 58, "Sessie: zorg is werk"),
        (50, 83, "Sessie: gelijk loon"),
    ] {
        let mut line = line(0, next(Weekday::Sat, writer.calendar.ago(days)));
        title.clone_into(&mut line.plan.title);
        "Een uur over ons onderwerp van dit jaar. Loop binnen; aanmelden hoeft niet.".clone_into(&mut line.plan.summary);
        line.plan.kind = MeetingKind::CongressSession;
        line.plan.attendance = Attendance::CountOnly;
        line.plan.capacity = None;
        writer.held(line, Turnout { registered: Vec::new(), attended: present, walk_ins: Vec::new() });
    }
}
