//! Networks that were there before, and what happens in the networks that were founded.

use vliegwiel_domain::networks::{NetworkKind, NetworkProfile, Openness, Sensitivity, Terms};
use vliegwiel_domain::positions::{Body, Capacity, PositionKind};
use vliegwiel_domain::working_groups::WorkingGroupKind;

use crate::demo::calendar::minus_days;
use crate::demo::script::{CORE_GROUP, Deed, Entrance, EvaluationDeed, GroupLine, MEMBER, SeatLine, Slug, Who};
use crate::demo::writing::{Growth, Writer};

struct Existing {
    slug: Slug,
    name: &'static str,
    kind: NetworkKind,
    purpose: &'static str,
    about: &'static str,
    sensitivity: Sensitivity,
    core_group: [Who; 5],
    /// Days ago that it came under the common approach.
    days: u64,
    /// Months until the goal, and until the evaluation.
    months: u32,
    members: usize,
}

const EXISTING: [Existing; 4] = [
    Existing {
        slug: "netwerk-zorg",
        name: "Netwerk zorg",
        kind: NetworkKind::Theme,
        purpose: "Mensen die werken in de zorg, zorg krijgen of zorg geven, denken mee over zorg waarin tijd en aandacht weer gewoon zijn.",
        about: "Wijkverpleegkundigen, artsen, mantelzorgers, bestuurders en mensen die zelf zorg krijgen: in dit netwerk praten zij met elkaar en met \
                onze volksvertegenwoordigers.\n\nWe komen vier keer per jaar bij elkaar. Daartussen werkt een groep deskundigen aan vragen uit de fractie.",
        sensitivity: Sensitivity::Normal,
        core_group: [CORE_GROUP, 20, 21, 22, 23],
        days: 690,
        months: 24,
        members: 52,
    },
    Existing {
        slug: "vrouwennetwerk",
        name: "Vrouwennetwerk",
        kind: NetworkKind::Community,
        purpose: "Vrouwen in de partij ontmoeten elkaar, leren van elkaar en helpen elkaar verder in bestuur en politiek.",
        about: "Voor vrouwen die al actief zijn en voor vrouwen die erover denken. Met mentoren, een leeskring en elk jaar een netwerkdag.",
        sensitivity: Sensitivity::Normal,
        core_group: [24, 25, 26, 27, 28],
        days: 300,
        months: 12,
        members: 40,
    },
    Existing {
        slug: "netwerk-christelijk-sociaal-denken",
        name: "Netwerk christelijk-sociaal denken",
        kind: NetworkKind::Community,
        purpose: "Samen lezen en doordenken wat christelijk-sociaal vandaag betekent, als bron voor het werk van de partij.",
        about: "We lezen elk seizoen één boek en nodigen de schrijver uit. De verslagen gaan naar het wetenschappelijk instituut.",
        sensitivity: Sensitivity::Normal,
        core_group: [29, 30, 31, 32, 33],
        days: 410,
        months: 12,
        members: 52,
    },
    Existing {
        slug: "netwerk-gebed",
        name: "Netwerk gebed",
        kind: NetworkKind::Community,
        purpose: "Leden bidden samen en voor elkaar, en dragen het werk van vertegenwoordigers in stilte mee.",
        about: "Elke eerste maandag van de maand, online. Wie lid is, weet alleen de kerngroep.",
        sensitivity: Sensitivity::Special,
        core_group: [34, 35, 36, 37, 38],
        days: 430,
        months: 24,
        members: 28,
    },
];

pub(super) fn write(writer: &mut Writer) {
    for network in EXISTING {
        enter(writer, &network);
    }
    writer.on(writer.calendar.ago(290), Deed::Join("netwerk-zorg", MEMBER));
    writer.on(writer.calendar.ago(200), Deed::Seat("netwerk-zorg", Box::new(adviser())));
    writer.on(writer.calendar.ago(180), Deed::Group("netwerk-zorg", Box::new(experts())));
    writer.on(writer.calendar.ago(60), Deed::Seat("vrouwennetwerk", Box::new(vacancy())));
    let thinking = "netwerk-christelijk-sociaal-denken";
    writer.on(writer.calendar.ago(11), Deed::Evaluation(thinking, EvaluationDeed::Open));
    let view = "We haalden meer leden dan we hadden beloofd, en de avonden zijn goed bezocht. De inbreng in de partij kan beter: onze verslagen worden \
                weinig gelezen. We willen door, met twee adviezen per jaar erbij.";
    writer.on(writer.calendar.ago(6), Deed::Evaluation(thinking, EvaluationDeed::CoreGroupView(view)));
}

fn enter(writer: &mut Writer, network: &Existing) {
    let Existing { slug, name, kind, purpose, about, sensitivity, core_group, days, months, members } = *network;
    let day = writer.calendar.ago(days);
    let titles = [
        (PositionKind::Chair, "Voorzitter"),
        (PositionKind::Secretary, "Secretaris"),
        (PositionKind::Treasurer, "Penningmeester"),
        (PositionKind::Member, "Lid van de kerngroep"),
        (PositionKind::Member, "Contact met de fractie"),
    ];
    let entrance = Entrance {
        slug,
        kind,
        profile: NetworkProfile {
            name: name.to_owned(),
            purpose: purpose.to_owned(),
            about: about.to_owned(),
            sensitivity,
            openness: Openness::MembersOnly,
        },
        starts_on: minus_days(day, 900),
        terms: Terms {
            purpose: purpose.to_owned(),
            organisation: "Een kerngroep van vijf leden. Het partijbureau is aanspreekpunt.".to_owned(),
            duration_months: Some(36),
            goal_members: 50,
            goal_months: months,
            evaluation_months: Some(months),
            conditions: String::new(),
        },
        core_group: core_group.into_iter().zip(titles).map(|(who, (kind, title))| (who, kind, title)).collect(),
    };
    writer.on(day, Deed::Enter(Box::new(entrance)));
    let growth = Growth { without: &core_group, before: 0, count: members, from: day, until: writer.calendar.ago(4) };
    writer.grow(slug, &growth);
}

fn adviser() -> SeatLine {
    SeatLine {
        body: Body::Network,
        kind: PositionKind::Adviser,
        title: "Adviseur palliatieve zorg",
        vacancy_text: "",
        area: None,
        holder: Some((60, Capacity::Regular)),
    }
}

fn experts() -> GroupLine {
    GroupLine {
        kind: WorkingGroupKind::Experts,
        name: "Mantelzorg en werk",
        purpose: "Vragen van de fractie over mantelzorg beantwoorden, vanuit de praktijk.",
        members: vec![(60, "palliatieve zorg"), (61, "arbeidsrecht"), (62, "zorgt al tien jaar voor een zoon")],
    }
}

fn vacancy() -> SeatLine {
    SeatLine {
        body: Body::CoreGroup,
        kind: PositionKind::Member,
        title: "Coördinator mentoren",
        vacancy_text: "Je brengt vrouwen die willen beginnen bij een mentor. Je bent lid van het netwerk en hebt ongeveer vier uur per maand. Stuur een \
                       bericht aan de kerngroep; we drinken eerst een kop koffie.",
        area: None,
        holder: None,
    }
}
