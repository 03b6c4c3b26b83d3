//! Vrouwenraad: an umbrella with member organisations and two regional networks on trial.
//!
//! Source: Regiobijeenkomsten (Nederlandse Vrouwen Raad): regional meetings with member organisations FAM! and Feniks, with municipalities,
//! employers, grassroots and volunteers at the table. People, dates and the other member organisations are invented.

mod regions;

use chrono::{TimeDelta, Weekday};
use chrono_tz::Europe::Amsterdam;
use vliegwiel_domain::affiliations::AffiliationKind;
use vliegwiel_domain::meetings::{Attendance, Audience, MeetingKind, MeetingPlan, Venue};
use vliegwiel_domain::networks::{NetworkKind, NetworkProfile, Openness, Sensitivity, Terms};
use vliegwiel_domain::organizations::{OrganizationError, OrganizationKind, Rules, Settings};
use vliegwiel_domain::positions::{Body, PositionKind};
use vliegwiel_domain::text::Language;
use vliegwiel_domain::units::UnitKind;

use super::calendar::{Calendar, next, plus_days};
use super::script::{
    ADMINISTRATOR, AreaCode, BOARD, CORE_GROUP, Deed, Entrance, MEMBER, MeetingLine, Newcomer, OFFICE, Script, Slug, UnitLine, Who,
};
use super::theme;
use super::writing::{Growth, Turnout, Writer, afternoon, lid_and};

const STAGE: Slug = "vrouwenpodium";
const CORE: [Who; 5] = [CORE_GROUP, 9, 10, 11, 12];
const MEMBER_ORGANIZATIONS: [&str; 6] = [
    "FAM!",
    "Feniks",
    "Platform Vrouwen van het Platteland",
    "Stichting Zelf aan Zet",
    "Vrouwen in Techniek Oost",
    "Netwerk Moeders en Meer",
];

/// The script of the Vrouwenraad.
///
/// # Errors
/// [`OrganizationError`] for a colour that is none.
pub fn script(calendar: Calendar) -> Result<Script, OrganizationError> {
    let mut writer = Writer::new("vrouwenraad", calendar, 3_000, 66, 44);
    writer.direct(|who, person| {
        person.is_public |= who <= CORE_GROUP || (9..=14).contains(&who);
        if who > 40 && who.is_multiple_of(4) {
            person.kind = AffiliationKind::External;
        }
    });
    found(&mut writer);
    regions::write(&mut writer);
    stage(&mut writer);
    let newcomer = Newcomer { name: "Mirthe Sewnath-Faas".to_owned(), email: "mirthe.sewnath@post.example".to_owned() };
    writer.on(calendar.ago(7), Deed::Register(newcomer));
    let (cast, scenes) = writer.finish();
    Ok(Script { slug: "vrouwenraad", kind: OrganizationKind::Umbrella, settings: settings()?, cast, scenes })
}

fn settings() -> Result<Settings, OrganizationError> {
    Ok(Settings {
        name: "Vrouwenraad".to_owned(),
        description: "Koepel van vrouwenorganisaties. Met onze lidorganisaties gaan we de regio in, op zoek naar praktijkervaringen van vrouwen: naar wat er echt \
                      speelt. We brengen hen in gesprek met lokale politici, werkgevers en maatschappelijke organisaties."
            .to_owned(),
        time_zone: Amsterdam,
        language: Language::Nl,
        theme: theme("#a3324a", "#3aa6a0", 24)?,
        rules: Rules { goal_members_default: 25, start_capacity: 2, ..Rules::default() },
    })
}

fn found(writer: &mut Writer) {
    let opening = writer.calendar.opening();
    let country = UnitLine { name: "Landelijk bureau", kind: UnitKind::National, parent: None, area: None };
    writer.on(plus_days(opening, 1), Deed::AddUnit(country));
    for name in MEMBER_ORGANIZATIONS {
        let unit = UnitLine { name, kind: UnitKind::MemberOrganization, parent: Some("Landelijk bureau"), area: None };
        writer.on(plus_days(opening, 1), Deed::AddUnit(unit));
    }
    for (who, body, title) in [
        (ADMINISTRATOR, Body::Administration, "Beheerder"),
        (OFFICE, Body::Office, "Projectleider regio"),
        (6, Body::Office, "Medewerker bureau"),
        (BOARD, Body::Board, "Voorzitter"),
        (7, Body::Board, "Secretaris"),
        (8, Body::Board, "Penningmeester"),
    ] {
        writer.on(plus_days(opening, 2), Deed::Staff(who, body, title));
    }
    let titles = [
        (PositionKind::Chair, "Voorzitter"),
        (PositionKind::Secretary, "Secretaris"),
        (PositionKind::Treasurer, "Penningmeester"),
        (PositionKind::Member, "Programma"),
        (PositionKind::Member, "Contact met lidorganisaties"),
    ];
    let purpose =
        "Vrouwen uit alle lidorganisaties delen hier hun ervaringen en kennis, en leren van elkaar hoe zij in hun regio iets veranderen.";
    let entrance = Entrance {
        slug: STAGE,
        kind: NetworkKind::Community,
        profile: NetworkProfile {
            name: "Vrouwenpodium".to_owned(),
            purpose: purpose.to_owned(),
            about: "Vier keer per jaar een middag op een andere plek in het land, met telkens twee lidorganisaties als gastvrouw."
                .to_owned(),
            sensitivity: Sensitivity::Normal,
            openness: Openness::Open,
        },
        starts_on: opening,
        terms: Terms {
            purpose: purpose.to_owned(),
            organisation: "Een kerngroep van vijf vrouwen uit vijf lidorganisaties.".to_owned(),
            duration_months: None,
            goal_members: 40,
            goal_months: 30,
            evaluation_months: Some(30),
            conditions: String::new(),
        },
        core_group: CORE.into_iter().zip(titles).map(|(who, (kind, title))| (who, kind, title)).collect(),
    };
    writer.on(plus_days(opening, 8), Deed::Enter(Box::new(entrance)));
    writer.on(plus_days(opening, 11), Deed::Join(STAGE, MEMBER));
    let growth = Growth { without: &CORE, before: 0, count: 34, from: plus_days(opening, 12), until: writer.calendar.ago(5) };
    writer.grow(STAGE, &growth);
}

/// A hall: name, address and area.
type Place = (&'static str, &'static str, AreaCode);
/// An afternoon: title, hall and hosts.
type Afternoon = (&'static str, Place, &'static [&'static str]);
/// Afternoons of the Vrouwenpodium over the quarters.
const AFTERNOONS: [Afternoon; 8] = [
    ("De eerste zin", HALLS.0, &["FAM!", "Stichting Zelf aan Zet"]),
    ("Geld van jezelf", HALLS.1, &["Feniks", "Netwerk Moeders en Meer"]),
    ("Techniek is van ons", HALLS.2, &["Vrouwen in Techniek Oost"]),
    ("Het platteland spreekt", HALLS.0, &["Platform Vrouwen van het Platteland"]),
    ("Zorgen en werken", HALLS.1, &["Netwerk Moeders en Meer", "FAM!"]),
    ("Moeders, dochters, buurvrouwen", HALLS.2, &["Stichting Zelf aan Zet"]),
    ("Wie zit er aan tafel?", HALLS.0, &["Feniks"]),
    ("Van ervaring naar voorstel", HALLS.1, &["FAM!", "Feniks"]),
];
const HALLS: (Place, Place, Place) = (
    ("Het Podium", "Stationsplein 80, Zwolle", "GM0193"),
    ("De Oosterzaal", "Czaar Peterpad 40, Amsterdam", "GM0363"),
    ("De Lichtzaal", "Strijpseweg 5, Eindhoven", "GM0772"),
);

fn stage(writer: &mut Writer) {
    for ((turn, (title, place, units)), back) in AFTERNOONS.into_iter().enumerate().zip((1..=8).rev()) {
        let day = next(Weekday::Sat, plus_days(writer.calendar.quarter(back), 48));
        let line = meeting(STAGE, CORE_GROUP, (title, afternoon(day)), place, units);
        let known = lid_and(writer.known_at(line.plan.starts_at - TimeDelta::days(41), turn), 16 + turn % 6);
        writer.held(line, Turnout { registered: known, attended: 13 + turn % 4, walk_ins: Vec::new() });
    }
    let day = next(Weekday::Sat, writer.calendar.ahead(30));
    let line =
        meeting(STAGE, CORE_GROUP, ("Podium voor nieuwe verhalen", afternoon(day)), HALLS.2, &["Vrouwen in Techniek Oost", "Feniks"]);
    let known = lid_and(writer.known_at(writer.calendar.now - TimeDelta::days(14), 9), 19);
    let gathering = writer.yet_to_come(line, known);
    writer.guest_comes(gathering);
}

fn meeting(
    network: Slug,
    host: Who,
    (title, (starts_at, ends_at)): (&str, Moments),
    place: Place,
    units: &'static [&'static str],
) -> MeetingLine {
    let (name, address, area) = place;
    MeetingLine {
        network,
        host,
        plan: MeetingPlan {
            title: title.to_owned(),
            summary: "Vrouwen vertellen wat er speelt in hun leven en hun buurt. Daarna praten we in groepen verder, met mensen die iets kunnen veranderen. \
                      Je ervaring telt: je hoeft niets voor te bereiden."
                .to_owned(),
            language_note: "We praten in gewone woorden. Vraag gerust om een tolk.".to_owned(),
            kind: MeetingKind::WorkSession,
            starts_at,
            ends_at,
            area_id: None,
            venue: Some(Venue { name: name.to_owned(), address: address.to_owned() }),
            accessibility_note: "Alles is gelijkvloers. Er is kinderopvang.".to_owned(),
            online_url: None,
            audience: Audience::Public,
            capacity: Some(40),
            attendance: Attendance::Named,
        },
        area: Some(area),
        units,
    }
}

/// First and last moment.
type Moments = (chrono::DateTime<chrono::Utc>, chrono::DateTime<chrono::Utc>);
