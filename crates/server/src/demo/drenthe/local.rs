//! Local meetings, with gaps. Source: section 5, "ieder kwartaal in iedere Drentse gemeente een lokale netwerkbijeenkomst".

use chrono::{NaiveDate, TimeDelta, Weekday};
use vliegwiel_domain::meetings::{Attendance, Audience, MeetingKind, MeetingPlan, Venue};

use super::{MUNICIPALITIES, NETWORK};
use crate::demo::calendar::{QUARTERS_BACK, next, plus_days};
use crate::demo::names::{invent, pick};
use crate::demo::script::{AreaCode, CORE_GROUP, Deed, MeetingDeed, MeetingLine, Who};
use crate::demo::writing::{Turnout, Writer, evening};

/// What each municipality did in the quarters behind us and in this one, oldest first, in the order of [`MUNICIPALITIES`]:
/// `#` a meeting with names, `n` one where only heads were counted, `x` one that was called off, `.` none.
const HELD: [&str; 12] = [
    "n#nn#nn#n",
    "#n#n#n##n",
    "nn.nn#nn.",
    ".n#..nx..",
    "#nn#nn#nn",
    "n.nn#n.nn",
    "#n#nn#nn#",
    "nn#nn.nnn",
    "n#nnn#nn.",
    "#nn.n#nnn",
    "n..x.n...",
    "nn#n.nnn#",
];
const HALLS: [(&str, &str); 12] = [
    ("Dorpshuis De Veenlanden", "Schoolstraat 2, Gieten"),
    ("Buurthuis Het Kompas", "Lindelaan 31, Assen"),
    ("Dorpshuis De Zwerfsteen", "Hoofdweg 88, Borger"),
    ("Zalencentrum De Oude Wacht", "Markt 7, Coevorden"),
    ("Wijkcentrum De Marke", "Kerkplein 15, Emmen"),
    ("De Turfschuur", "Kanaalkade 20, Hoogeveen"),
    ("Stadskamer Meppel", "Sluisgracht 3, Meppel"),
    ("Dorpshuis De Esdoorn", "Brinkstraat 11, Beilen"),
    ("Cultuurhuis De Winkelhaak", "Albertsbaan 6, Roden"),
    ("Dorpshuis Ons Erf", "Molenweg 40, Zuidlaren"),
    ("Dorpshuis De Wending", "Dorpsplein 1, Diever"),
    ("Kulturhus De Zuidwold", "Burgemeesterslaan 9, Zuidwolde"),
];
const SUBJECTS: [(&str, &str); 13] = [
    ("Klare taal aan het loket", "We lezen samen brieven van de gemeente en maken ze duidelijk. De gemeente neemt de verbeteringen mee."),
    ("Koffie met de raad", "Raadsleden schenken de koffie, jij stelt de vragen. Je hoeft niets voor te bereiden."),
    ("Eenzaamheid: wat kan de straat doen?", "Verhalen uit de buurt, en plannen voor wat buren zelf kunnen doen."),
    ("Energie van het dorp", "Zonnepanelen, isolatie en een eigen coöperatie: hoe begin je, en wie helpt?"),
    ("Jongeren aan het woord", "Jongeren vertellen wat zij missen. Daarna maken we samen een voorstel voor de gemeente."),
    ("Natuur om de hoek", "Wat groeit en bloeit er straks in onze bermen en op onze pleinen, en wie beslist daarover?"),
    ("Eigen kracht: vrouwen vertellen", "Vier vrouwen vertellen hoe zij boven het maaiveld uitkwamen. Ook mannen zijn welkom."),
    ("Meedoen zonder drempels", "Met een rolstoel, een rollator of een kinderwagen door het dorp: wat komen we tegen?"),
    ("Hoe werkt de gemeenteraad?", "Een avond in gewone taal: wie beslist wat, en wanneer kun je invloed hebben?"),
    ("Samen beslissen over geld", "De buurt verdeelt een deel van het geld van de gemeente. We oefenen met echte bedragen."),
    ("Nieuwe buren", "Inwoners die hier net wonen en inwoners die hier altijd woonden, eten samen en praten over hun dorp."),
    ("Zorg dichtbij", "Wat gebeurt er met de huisarts, de wijkverpleging en de bus? Breng je vragen mee."),
    ("Van idee naar doen", "Heb je een plan voor je wijk? Mensen die het al deden, denken met je mee."),
];

pub(super) fn write(writer: &mut Writer) {
    for (index, pattern) in HELD.into_iter().enumerate() {
        for (mark, back) in pattern.chars().zip((0..=QUARTERS_BACK).rev()) {
            let shift = u64::try_from((index * 7 + pattern.len() * 3) % 62).unwrap_or(0);
            let weekday = if index % 2 == 0 { Weekday::Tue } else { Weekday::Thu };
            let day = next(weekday, plus_days(writer.calendar.quarter(back), 12 + shift));
            past(writer, index, day, mark);
        }
    }
    coming(writer);
}

fn past(writer: &mut Writer, index: usize, day: NaiveDate, mark: char) {
    let turn = index * 5 + day.to_string().bytes().map(usize::from).sum::<usize>();
    // the last days stay free: meetings that are still to come are written by name
    if mark == '.' || day + TimeDelta::days(2) > writer.calendar.today {
        return;
    }
    let attendance = if mark == '#' { Attendance::Named } else { Attendance::CountOnly };
    let line = line(index, turn, day, Terms { attendance, capacity: None });
    if mark == 'x' {
        let called_off = line.plan.starts_at - TimeDelta::days(6);
        let gathering = writer.yet_to_come(line, Vec::new());
        let reason = "De zaal is door waterschade gesloten, en een andere zaal is niet te vinden.";
        writer.at(called_off, Deed::Meeting(gathering, MeetingDeed::CallOff(reason)));
        return;
    }
    let (registered, attended) = (9 + turn % 8, 6 + turn % 5);
    let known = writer.neighbours(municipality(index), line.plan.starts_at - TimeDelta::days(41), turn);
    let walk_ins = if mark == '#' { invent(700 + turn, turn % 3) } else { Vec::new() };
    let walk_ins = walk_ins.into_iter().map(|name| name.full).collect();
    let attended = if mark == '#' { attended } else { attended * 2 + 3 };
    writer.held(line, Turnout { registered: known.into_iter().take(registered).collect(), attended, walk_ins });
}

/// Meetings to come: which municipality, in how many days, about what, seats and registrations. The first is full and has a waitlist, the
/// second almost full.
const COMING: [(usize, u64, usize, u32, usize); 6] =
    [(1, 9, 1, 20, 24), (4, 13, 0, 24, 23), (6, 17, 4, 30, 11), (9, 20, 9, 40, 17), (0, 24, 8, 35, 6), (7, 27, 2, 30, 9)];

fn coming(writer: &mut Writer) {
    for (index, days, turn, capacity, registered) in COMING {
        let day = next(Weekday::Tue, writer.calendar.ahead(days));
        let line = line(index, turn, day, Terms { attendance: Attendance::Named, capacity: Some(capacity) });
        let known = writer.neighbours(municipality(index), writer.calendar.now - TimeDelta::days(13), turn + 50);
        let known: Vec<Who> = known.into_iter().take(registered).collect();
        let first = known.first().copied();
        let gathering = writer.yet_to_come(line, known);
        // one who had a seat cancels, and the first in line moves up
        if let Some(who) = first.filter(|_| registered > usize::try_from(capacity).unwrap_or(0)) {
            writer.at(writer.calendar.now - TimeDelta::hours(3), Deed::Meeting(gathering, MeetingDeed::Cancel(who)));
        }
    }
    let line = line(5, 12, next(Weekday::Thu, writer.calendar.ahead(38)), Terms { attendance: Attendance::Named, capacity: Some(30) });
    writer.drafted(line, writer.calendar.ago(2));
}

#[derive(Debug, Clone, Copy)]
struct Terms {
    attendance: Attendance,
    capacity: Option<u32>,
}

fn line(index: usize, turn: usize, day: NaiveDate, terms: Terms) -> MeetingLine {
    let (starts_at, ends_at) = evening(day);
    let (title, summary) = SUBJECTS.get(turn % SUBJECTS.len()).copied().unwrap_or_default();
    let (name, address) = HALLS.get(index).copied().unwrap_or_default();
    MeetingLine {
        network: NETWORK,
        host: CORE_GROUP,
        plan: MeetingPlan {
            title: title.to_owned(),
            summary: summary.to_owned(),
            language_note: pick(&["", "We gebruiken gewone woorden.", "Er is iemand die Arabisch en Tigrinya spreekt."], turn).to_owned(),
            kind: MeetingKind::LocalMeeting,
            starts_at,
            ends_at,
            area_id: None,
            venue: Some(Venue { name: name.to_owned(), address: address.to_owned() }),
            accessibility_note: "De zaal is goed te bereiken met een rolstoel.".to_owned(),
            online_url: None,
            audience: Audience::Public,
            capacity: terms.capacity,
            attendance: terms.attendance,
        },
        area: Some(municipality(index)),
        units: &[],
    }
}

fn municipality(index: usize) -> AreaCode {
    MUNICIPALITIES.get(index).map_or("GM0106", |(code, _, _)| code)
}
