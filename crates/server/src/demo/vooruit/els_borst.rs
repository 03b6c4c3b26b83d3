//! The Els Borst Netwerk.

use chrono::{DateTime, TimeDelta, Utc, Weekday};
use vliegwiel_domain::meetings::{Attendance, Audience, MeetingKind, MeetingPlan, Venue};
use vliegwiel_domain::networks::{NetworkKind, NetworkProfile, Openness, Sensitivity, Terms};
use vliegwiel_domain::positions::{Body, Capacity, PositionKind};
use vliegwiel_domain::working_groups::WorkingGroupKind;

use crate::demo::calendar::{next, plus_days};
use crate::demo::names::invent;
use crate::demo::script::{AreaCode, CORE_GROUP, Deed, Entrance, GroupLine, MEMBER, MeetingLine, SeatLine, Slug, Who};
use crate::demo::writing::{Growth, Turnout, Writer, afternoon, evening, lid_and};

const NETWORK: Slug = "els-borst-netwerk";
const CORE: [Who; 5] = [CORE_GROUP, 10, 11, 12, 13];
const PURPOSE: &str =
    "Bijdragen aan gelijkheid, met meer vrouwen en meer diversiteit in de politiek, in besturen en in het maatschappelijk middenveld.";
const ABOUT: &str = "Het netwerk draagt het gedachtegoed van Els Borst uit: “De politiek is te belangrijk om alleen aan mannen over te laten.” We delen \
                     kennis, we voeren het gesprek over economische zelfstandigheid en we helpen talent verder.\n\nHet netwerk is er voor iedereen, van \
                     elke generatie en ongeacht gender: leden en niet-leden. We bedrijven geen partijpolitiek.\n\nDe regie ligt in de regio. Daar brengen \
                     ambassadeurs mensen bij elkaar. Elk jaar is er een Netwerkdag.";
/// The ambassadors: area, name of the place, who, and the hall they use. Maastricht looks for one.
const AMBASSADORS: [(AreaCode, Option<Who>, &str, &str); 8] = [
    ("GM0344", Some(14), "Stadskamer Utrecht", "Catharijnehof 2, Utrecht"),
    ("GM0014", Some(15), "Het Noorderhuis", "Verlengde Hereweg 1, Groningen"),
    ("GM0599", Some(16), "Kade 22", "Wilhelminakade 22, Rotterdam"),
    ("GM0772", Some(17), "De Lichtzaal", "Strijpseweg 5, Eindhoven"),
    ("GM0193", Some(18), "Huis aan de IJssel", "Rodetorenplein 9, Zwolle"),
    ("GM0202", Some(19), "Het Rijngebouw", "Rijnkade 90, Arnhem"),
    ("GM0363", Some(20), "De Oosterzaal", "Czaar Peterpad 40, Amsterdam"),
    ("GM0935", None, "Het Maaspand", "Kesselskade 50, Maastricht"),
];
const VACANCY: &str = "Voor Maastricht en omgeving zoeken we een ambassadeur. Je bedenkt en organiseert bijeenkomsten in je eigen regio en weet mensen te \
                       vinden, ook buiten de partij. Je krijgt een klein budget, en een maatje uit een andere regio.";
const SUBJECTS: [&str; 7] = [
    "Financieel op eigen benen",
    "Van bijzitter naar voorzitter",
    "Campagne voeren naast je werk",
    "Vaders aan zet",
    "Jong en kandidaat",
    "Onderhandelen zonder excuus",
    "Wie zorgt, wie werkt?",
];

pub(super) fn write(writer: &mut Writer) {
    enter(writer);
    ambassadors(writer);
    network_days(writer);
    let group = GroupLine {
        kind: WorkingGroupKind::Members,
        name: "Netwerkdag",
        purpose: "Het programma, de sprekers en de ontvangst van de jaarlijkse Netwerkdag.",
        members: vec![(10, ""), (12, ""), (MEMBER, "")],
    };
    writer.on(writer.calendar.ago(130), Deed::Group(NETWORK, Box::new(group)));
}

fn enter(writer: &mut Writer) {
    let opening = writer.calendar.opening();
    let titles = [
        (PositionKind::Chair, "Voorzitter"),
        (PositionKind::Secretary, "Secretaris"),
        (PositionKind::Treasurer, "Penningmeester"),
        (PositionKind::Member, "Netwerkdag"),
        (PositionKind::Coordinator, "Coördinator ambassadeurs"),
    ];
    let entrance = Entrance {
        slug: NETWORK,
        kind: NetworkKind::Community,
        profile: NetworkProfile {
            name: "Els Borst Netwerk".to_owned(),
            purpose: PURPOSE.to_owned(),
            about: ABOUT.to_owned(),
            sensitivity: Sensitivity::Normal,
            openness: Openness::Open,
        },
        starts_on: opening,
        terms: Terms {
            purpose: PURPOSE.to_owned(),
            organisation: "Een kerngroep van vijf, en ambassadeurs in de regio. De regie ligt lokaal.".to_owned(),
            duration_months: None,
            goal_members: 80,
            goal_months: 30,
            evaluation_months: Some(30),
            conditions: String::new(),
        },
        core_group: CORE.into_iter().zip(titles).map(|(who, (kind, title))| (who, kind, title)).collect(),
    };
    writer.on(plus_days(opening, 6), Deed::Enter(Box::new(entrance)));
    writer.on(plus_days(opening, 9), Deed::Join(NETWORK, MEMBER));
    let growth = Growth { without: &CORE, before: 0, count: 70, from: plus_days(opening, 10), until: writer.calendar.ago(2) };
    writer.grow(NETWORK, &growth);
}

fn ambassadors(writer: &mut Writer) {
    for (index, (area, holder, hall, address)) in AMBASSADORS.into_iter().enumerate() {
        let seat = SeatLine {
            body: Body::Network,
            kind: PositionKind::Ambassador,
            title: "Ambassadeur",
            vacancy_text: if holder.is_none() { VACANCY } else { "" },
            area: Some(area),
            holder: holder.map(|who| (who, Capacity::Regular)),
        };
        writer.on(plus_days(writer.calendar.opening(), 20), Deed::Seat(NETWORK, Box::new(seat)));
        let Some(host) = holder else { continue };
        let venue = Venue { name: hall.to_owned(), address: address.to_owned() };
        for back in (1..=8_u32).filter(|back| (usize::try_from(*back).unwrap_or(0) + index) % 3 == 0) {
            let turn = index + usize::try_from(back).unwrap_or(0) * 3;
            let day = next(Weekday::Thu, plus_days(writer.calendar.quarter(back), 25 + 6 * u64::try_from(index).unwrap_or(0)));
            let line = local(turn, host, area, venue.clone(), evening(day));
            let known = writer.known_at(line.plan.starts_at - TimeDelta::days(41), turn).into_iter().take(10 + turn % 5).collect();
            writer.held(
                line,
                Turnout {
                    registered: known,
                    attended: 8 + turn % 3,
                    walk_ins: invent(900 + turn, turn % 2).into_iter().map(|name| name.full).collect(),
                },
            );
        }
        if index < 3 {
            let day = next(Weekday::Thu, writer.calendar.ahead(10 + 9 * u64::try_from(index).unwrap_or(0)));
            let known = writer.known_at(writer.calendar.now - TimeDelta::days(13), index + 60).into_iter().take(7 + index * 4).collect();
            writer.yet_to_come(local(index + 4, host, area, venue, evening(day)), known);
        }
    }
}

fn local(turn: usize, host: Who, area: AreaCode, venue: Venue, (starts_at, ends_at): (DateTime<Utc>, DateTime<Utc>)) -> MeetingLine {
    MeetingLine {
        network: NETWORK,
        host,
        plan: MeetingPlan {
            title: SUBJECTS.get(turn % SUBJECTS.len()).copied().unwrap_or_default().to_owned(),
            summary: "Twee korte verhalen uit de praktijk, en daarna gesprekken in kleine groepen. Neem gerust iemand mee; je hoeft geen lid te zijn.".to_owned(),
            language_note: String::new(),
            kind: MeetingKind::LocalMeeting,
            starts_at,
            ends_at,
            area_id: None,
            venue: Some(venue),
            accessibility_note: "De zaal is goed te bereiken met een rolstoel.".to_owned(),
            online_url: None,
            audience: Audience::Public,
            capacity: Some(30),
            attendance: Attendance::Named,
        },
        area: Some(area),
        units: &[],
    }
}

/// Source: "Elk jaar organiseert het Els Borst Netwerk een Netwerkdag".
fn network_days(writer: &mut Writer) {
    for (days, registered, attended, title) in [(545, 48, 41, "Netwerkdag: de eerste stap"), (180, 57, 46, "Netwerkdag: ruimte nemen")] {
        let line = network_day(title, afternoon(next(Weekday::Sat, writer.calendar.ago(days))));
        let known = lid_and(writer.known_at(line.plan.starts_at - TimeDelta::days(42), registered), registered);
        writer.held(
            line,
            Turnout { registered: known, attended, walk_ins: invent(950 + attended, 3).into_iter().map(|name| name.full).collect() },
        );
    }
    let line = network_day("Netwerkdag: vrouwen die besturen", afternoon(next(Weekday::Sat, writer.calendar.ahead(34))));
    let known = lid_and(writer.known_at(writer.calendar.now - TimeDelta::days(14), 3), 52);
    let gathering = writer.yet_to_come(line, known);
    writer.guest_comes(gathering);
}

fn network_day(title: &str, (starts_at, ends_at): (DateTime<Utc>, DateTime<Utc>)) -> MeetingLine {
    MeetingLine {
        network: NETWORK,
        host: CORE_GROUP,
        plan: MeetingPlan {
            title: title.to_owned(),
            summary: "Een middag om elkaar te ontmoeten, ideeën uit te wisselen en over je plannen te praten. Met werkvormen, sprekers en een borrel. Voor leden \
                      en niet-leden."
                .to_owned(),
            language_note: "Eén werkvorm is in het Engels.".to_owned(),
            kind: MeetingKind::NetworkDay,
            starts_at,
            ends_at,
            area_id: None,
            venue: Some(Venue { name: "De Werkspoorhal".to_owned(), address: "Tractieweg 60, Utrecht".to_owned() }),
            accessibility_note: "Alles is gelijkvloers. Er is kinderopvang, en een stille ruimte.".to_owned(),
            online_url: None,
            audience: Audience::Public,
            capacity: Some(150),
            attendance: Attendance::Named,
        },
        area: Some("GM0344"),
        units: &["Afdeling Utrecht"],
    }
}
