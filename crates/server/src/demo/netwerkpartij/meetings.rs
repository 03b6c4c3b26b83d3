//! Meetings of the networks: evenings, online and off, over eight quarters.

use chrono::{TimeDelta, Weekday};
use vliegwiel_domain::meetings::{Attendance, Audience, MeetingKind, MeetingPlan, Venue};

use crate::demo::calendar::next;
use crate::demo::names::pick;
use crate::demo::script::{AreaCode, CORE_GROUP, MeetingLine, Slug, Who};
use crate::demo::writing::{Turnout, Writer, evening, lid_and, spread};

/// How a network meets.
struct Rhythm {
    network: Slug,
    host: Who,
    /// Days ago of the first meeting.
    days: u64,
    /// Meetings until today, evenly.
    count: u64,
    kind: MeetingKind,
    audience: Audience,
    attendance: Attendance,
    titles: &'static [&'static str],
    /// Days until the next meeting.
    next: u64,
}

const RHYTHMS: [Rhythm; 9] = [
    Rhythm {
        network: "netwerk-zorg",
        host: CORE_GROUP,
        days: 600,
        count: 9,
        kind: MeetingKind::Evening,
        audience: Audience::Public,
        attendance: Attendance::Named,
        titles: &[
            "Tijd voor aandacht",
            "Mantelzorg en werk",
            "De huisarts in het dorp",
            "Goed sterven",
            "Technologie aan het bed",
            "Zorg voor wie zorgt",
        ],
        next: 15,
    },
    Rhythm {
        network: "vrouwennetwerk",
        host: 24,
        days: 255,
        count: 4,
        kind: MeetingKind::NetworkDay,
        audience: Audience::Organization,
        attendance: Attendance::Named,
        titles: &["Netwerkdag: stap naar voren", "Leeskring", "Mentoren en talenten", "Vrouwen in de raad"],
        next: 29,
    },
    Rhythm {
        network: "netwerk-christelijk-sociaal-denken",
        host: 29,
        days: 365,
        count: 7,
        kind: MeetingKind::Evening,
        audience: Audience::Organization,
        attendance: Attendance::CountOnly,
        titles: &["Wat is genoeg?", "De buurt als gemeenschap", "Werk en waardigheid", "Macht en dienstbaarheid"],
        next: 22,
    },
    Rhythm {
        network: "netwerk-gebed",
        host: 34,
        days: 385,
        count: 12,
        kind: MeetingKind::Online,
        audience: Audience::Network,
        attendance: Attendance::CountOnly,
        titles: &["Maandelijkse ontmoeting"],
        next: 8,
    },
    Rhythm {
        network: "onderwijsnetwerk",
        host: 40,
        days: 198,
        count: 4,
        kind: MeetingKind::Evening,
        audience: Audience::Public,
        attendance: Attendance::Named,
        titles: &["Gelijke kansen in de klas", "Het lerarentekort van dichtbij", "Burgerschap: wie is wij?"],
        next: 19,
    },
    Rhythm {
        network: "netwerk-duurzaamheid-en-klimaat",
        host: 44,
        days: 166,
        count: 2,
        kind: MeetingKind::KnowledgeAtelier,
        audience: Audience::Public,
        attendance: Attendance::Named,
        titles: &["Warmte zonder gas", "Ruimte voor water"],
        next: 33,
    },
    Rhythm {
        network: "young-professional-netwerk",
        host: 48,
        days: 136,
        count: 3,
        kind: MeetingKind::WorkSession,
        audience: Audience::Network,
        attendance: Attendance::Named,
        titles: &["Op bezoek bij een ziekenhuis", "Op bezoek bij een bank", "Roeping en werk"],
        next: 12,
    },
    Rhythm {
        network: "lhbtiq-netwerk",
        host: 52,
        days: 106,
        count: 2,
        kind: MeetingKind::Online,
        audience: Audience::Network,
        attendance: Attendance::Named,
        titles: &["Besloten ontmoeting"],
        next: 18,
    },
    Rhythm {
        network: "veelkleurig-netwerk",
        host: 56,
        days: 20,
        count: 1,
        kind: MeetingKind::WorkSession,
        audience: Audience::Public,
        attendance: Attendance::Named,
        titles: &["Maaltijd in Rotterdam", "Maaltijd in Zwolle"],
        next: 25,
    },
];
const HALLS: [(&str, &str, AreaCode); 4] = [
    ("De Hanzekamer", "Havenstraat 12, Zwolle", "GM0193"),
    ("Huis aan de Gracht", "Oudegracht 400, Utrecht", "GM0344"),
    ("De Maasbrug", "Boompjeskade 3, Rotterdam", "GM0599"),
    ("Het Rijngebouw", "Rijnkade 90, Arnhem", "GM0202"),
];

pub(super) fn write(writer: &mut Writer) {
    for rhythm in RHYTHMS {
        let from = writer.calendar.ago(rhythm.days);
        let until = writer.calendar.ago(5);
        for (turn, day) in spread(from, until, rhythm.count).into_iter().enumerate() {
            let line = line(&rhythm, turn, next(Weekday::Wed, day));
            let seed = turn * 11 + rhythm.network.len();
            let known = who_come(writer, &rhythm, line.plan.starts_at - TimeDelta::days(41), seed);
            let registered = known.into_iter().take(9 + seed % 6).collect();
            writer.held(line, Turnout { registered, attended: 7 + seed % 3, walk_ins: Vec::new() });
        }
        let count = usize::try_from(rhythm.count).unwrap_or(0);
        let line = line(&rhythm, count, next(Weekday::Wed, writer.calendar.ahead(rhythm.next)));
        let known = who_come(writer, &rhythm, writer.calendar.now - TimeDelta::days(13), count);
        let gathering = writer.yet_to_come(line, known.into_iter().take(8 + count).collect());
        if rhythm.network == "netwerk-zorg" {
            writer.guest_comes(gathering);
        }
    }
}

/// For meetings of the network only its members; else anyone who is known by then. `lid@` is a member of the Netwerk zorg.
fn who_come(writer: &Writer, rhythm: &Rhythm, by: chrono::DateTime<chrono::Utc>, turn: usize) -> Vec<Who> {
    match rhythm.audience {
        Audience::Public if rhythm.network == "netwerk-zorg" => lid_and(writer.known_at(by, turn), usize::MAX),
        Audience::Public | Audience::Organization => writer.known_at(by, turn),
        Audience::Network => writer.members_at(rhythm.network, by),
    }
}

fn line(rhythm: &Rhythm, turn: usize, day: chrono::NaiveDate) -> MeetingLine {
    let (starts_at, ends_at) = evening(day);
    let (name, address, area) = HALLS.get(turn % HALLS.len()).copied().unwrap_or(("", "", "GM0344"));
    let is_online = rhythm.kind == MeetingKind::Online;
    MeetingLine {
        network: rhythm.network,
        host: rhythm.host,
        plan: MeetingPlan {
            title: pick(rhythm.titles, turn).to_owned(),
            summary: "Een avond met een inleiding van een half uur en daarna tijd voor gesprek. Je hoeft je niet voor te bereiden. Koffie en thee staan klaar \
                      vanaf zeven uur."
                .to_owned(),
            language_note: String::new(),
            kind: rhythm.kind,
            starts_at,
            ends_at,
            area_id: None,
            venue: (!is_online).then(|| Venue { name: name.to_owned(), address: address.to_owned() }),
            accessibility_note: if is_online { String::new() } else { "Er is een lift, en een toilet voor rolstoelen.".to_owned() },
            online_url: is_online.then(|| "https://samen.netwerkpartij.example/zaal".to_owned()),
            audience: rhythm.audience,
            capacity: (rhythm.attendance == Attendance::Named).then_some(40),
            attendance: rhythm.attendance,
        },
        area: (!is_online).then_some(area),
        units: &[],
    }
}
