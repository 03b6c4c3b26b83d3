//! Politiek Netwerk Drenthe: one network, a symposium every quarter, and local meetings in the twelve municipalities.
//!
//! Source: Politiek Netwerk Drenthe 2018-2022. People, halls and dates are invented.

mod local;
mod symposia;

use chrono_tz::Europe::Amsterdam;
use vliegwiel_domain::evaluations::EvaluationOutcome;
use vliegwiel_domain::networks::{NetworkKind, NetworkProfile, Openness, Sensitivity, Terms};
use vliegwiel_domain::organizations::{OrganizationKind, Rules, Settings, Theme};
use vliegwiel_domain::positions::{Body, Capacity, PositionKind};
use vliegwiel_domain::text::Language;
use vliegwiel_domain::units::UnitKind;
use vliegwiel_domain::working_groups::WorkingGroupKind;

use super::calendar::{Calendar, plus_days};
use super::script::{
    ADMINISTRATOR, AreaCode, BOARD, CORE_GROUP, Deed, Entrance, EvaluationDeed, GroupLine, MEMBER, Newcomer, OFFICE, Script, SeatLine,
    Slug, UnitLine, Who,
};
use super::writing::{Growth, Writer};

/// The network.
const NETWORK: Slug = "politiek-netwerk-drenthe";
/// The core group.
const CORE: [Who; 5] = [CORE_GROUP, 22, 23, 24, 25];
/// A municipality: code, name, and who is its ambassador and how.
type Municipality = (AreaCode, &'static str, Option<(Who, Capacity)>);
/// The twelve municipalities, each with its ambassador; Westerveld looks for one, and Coevorden has one who stands in.
const MUNICIPALITIES: [Municipality; 12] = [
    ("GM1680", "Aa en Hunze", Some((10, Capacity::Regular))),
    ("GM0106", "Assen", Some((11, Capacity::Regular))),
    ("GM1681", "Borger-Odoorn", Some((12, Capacity::Regular))),
    ("GM0109", "Coevorden", Some((13, Capacity::Acting))),
    ("GM0114", "Emmen", Some((14, Capacity::Regular))),
    ("GM0118", "Hoogeveen", Some((15, Capacity::Regular))),
    ("GM0119", "Meppel", Some((16, Capacity::Regular))),
    ("GM1731", "Midden-Drenthe", Some((17, Capacity::Regular))),
    ("GM1699", "Noordenveld", Some((18, Capacity::Regular))),
    ("GM1730", "Tynaarlo", Some((19, Capacity::Regular))),
    ("GM1701", "Westerveld", None),
    ("GM1690", "De Wolden", Some((21, Capacity::Regular))),
];
const VACANCY: &str = "Woon je in Westerveld en breng je graag mensen bij elkaar? Als ambassadeur organiseer je elk kwartaal een bijeenkomst in je \
                       eigen gemeente, samen met inwoners en de gemeente. Je krijgt hulp van het kernteam en van de andere ambassadeurs.";
const PURPOSE: &str = "De verbinding verbeteren tussen alle groepen in de samenleving en de politiek, met het gesprek in de eigen gemeente als basis. \
                       Voor actief burgerschap, meer diversiteit en inclusiviteit in de politiek.";
const ABOUT: &str = "Politici en inwoners in Drenthe gaan met elkaar in gesprek: om te luisteren en van elkaar te leren. Iedereen telt mee, en iedereen \
                     weet hoe je invloed hebt op je eigen leven en je eigen dorp of wijk.\n\nElk kwartaal is er een symposium voor de hele provincie. \
                     Daartussen komt elke gemeente bij elkaar over wat daar speelt. Drie thema's geven richting: Klare taal voor iedereen, Boven het \
                     maaiveld, en Omdenken en omdoen.\n\nEr zijn geen blauwdrukken. We proberen uit, delen wat werkt en leren door te doen.";

/// The script of Drenthe.
pub fn script(calendar: Calendar) -> Script {
    let mut writer = Writer::new("drenthe", calendar, 0, 150, 96);
    writer.direct(|who, person| {
        let (code, _, _) = MUNICIPALITIES.get(who % MUNICIPALITIES.len()).copied().unwrap_or(("GM0106", "", None));
        person.home = Some(code);
        person.is_public |= who <= CORE_GROUP || (10..=21).contains(&who);
    });
    found(&mut writer);
    people(&mut writer);
    evaluate(&mut writer);
    symposia::write(&mut writer);
    local::write(&mut writer);
    let (cast, scenes) = writer.finish();
    Script { slug: "drenthe", kind: OrganizationKind::Civic, settings: settings(), cast, scenes }
}

fn settings() -> Settings {
    Settings {
        name: "Politiek Netwerk Drenthe".to_owned(),
        description: "Netwerk voor actief burgerschap, meer diversiteit en inclusiviteit in de politiek. We brengen politiek en inwoners bijeen en \
                      organiseren het gesprek: alle inzichten en wijsheden komen op tafel. Zo draait het vliegwiel: in elk kwartaal een symposium voor \
                      de provincie, en daartussen een bijeenkomst in elke gemeente."
            .to_owned(),
        time_zone: Amsterdam,
        language: Language::Nl,
        theme: Theme::plain(),
        rules: Rules { goal_members_default: 75, ..Rules::default() },
    }
}

fn terms(goal_members: u32, goal_months: u32) -> Terms {
    Terms {
        purpose: PURPOSE.to_owned(),
        organisation: "Een kernteam van vijf mensen, ambassadeurs in de gemeenten en werkgroepen. Het netwerk bestaat bij de gratie van de leden: zij \
                       zijn gelijkwaardig en vinden elkaar."
            .to_owned(),
        duration_months: Some(48),
        goal_members,
        goal_months,
        evaluation_months: Some(12),
        conditions: "Elk kwartaal een symposium. In elke gemeente elk kwartaal een bijeenkomst.".to_owned(),
    }
}

fn found(writer: &mut Writer) {
    let opening = writer.calendar.opening();
    let province = UnitLine { name: "Provincie Drenthe", kind: UnitKind::Province, parent: None, area: None };
    writer.on(plus_days(opening, 1), Deed::AddUnit(province));
    for (code, name, _) in MUNICIPALITIES {
        let unit = UnitLine { name, kind: UnitKind::Chapter, parent: Some("Provincie Drenthe"), area: Some(code) };
        writer.on(plus_days(opening, 1), Deed::AddUnit(unit));
    }
    for (who, body, title) in [
        (ADMINISTRATOR, Body::Administration, "Beheerder"),
        (OFFICE, Body::Office, "Coördinator"),
        (6, Body::Office, "Medewerker secretariaat"),
        (BOARD, Body::Board, "Voorzitter"),
        (7, Body::Board, "Penningmeester"),
        (8, Body::Board, "Lid van het bestuur"),
    ] {
        writer.on(plus_days(opening, 2), Deed::Staff(who, body, title));
    }
    let entrance = Entrance {
        slug: NETWORK,
        kind: NetworkKind::Community,
        profile: NetworkProfile {
            name: "Politiek Netwerk Drenthe".to_owned(),
            purpose: PURPOSE.to_owned(),
            about: ABOUT.to_owned(),
            sensitivity: Sensitivity::Normal,
            openness: Openness::Open,
        },
        starts_on: opening,
        terms: terms(75, 12),
        core_group: vec![
            (CORE_GROUP, PositionKind::Chair, "Voorzitter van het kernteam"),
            (22, PositionKind::Secretary, "Secretaris"),
            (23, PositionKind::Treasurer, "Penningmeester"),
            (24, PositionKind::Member, "Communicatie"),
            (25, PositionKind::Member, "Contact met de gemeenten"),
        ],
    };
    writer.on(plus_days(opening, 5), Deed::Enter(Box::new(entrance)));
}

fn people(writer: &mut Writer) {
    let opening = writer.calendar.opening();
    for (code, _, holder) in MUNICIPALITIES {
        let seat = SeatLine {
            body: Body::Network,
            kind: PositionKind::Ambassador,
            title: "Ambassadeur",
            vacancy_text: if holder.is_none() { VACANCY } else { "" },
            area: Some(code),
            holder,
        };
        writer.on(plus_days(opening, 12), Deed::Seat(NETWORK, Box::new(seat)));
    }
    writer.on(plus_days(opening, 8), Deed::Join(NETWORK, MEMBER));
    let growth = Growth { without: &CORE, before: 0, count: 62, from: plus_days(opening, 6), until: writer.calendar.quarter(7) };
    writer.grow(NETWORK, &growth);
    let plain_words = GroupLine {
        kind: WorkingGroupKind::Members,
        name: "Klare taal",
        purpose: "Brieven en websites van gemeenten zo maken dat iedereen ze begrijpt.",
        members: vec![(22, ""), (24, ""), (MEMBER, "")],
    };
    writer.on(plus_days(opening, 100), Deed::Group(NETWORK, Box::new(plain_words)));
    let initiatives = GroupLine {
        kind: WorkingGroupKind::Experts,
        name: "Burgerinitiatieven",
        purpose: "Inwoners helpen die zelf iets willen beginnen in hun dorp of wijk.",
        members: vec![(30, "dorpscoöperaties"), (31, "subsidies van gemeente en provincie"), (32, "ervaring met een buurtbus")],
    };
    writer.on(plus_days(opening, 220), Deed::Group(NETWORK, Box::new(initiatives)));
    let newcomer = Newcomer { name: "Wytske Boomkamp-Ali".to_owned(), email: "wytske.boomkamp@post.example".to_owned() };
    writer.on(writer.calendar.ago(4), Deed::Register(newcomer));
}

/// Source: section 7, the meeting of July as an evaluation in between.
fn evaluate(writer: &mut Writer) {
    let opens = plus_days(writer.calendar.quarter(4), 20);
    writer.on(opens, Deed::Evaluation(NETWORK, EvaluationDeed::Open));
    writer.on(
        plus_days(opens, 6),
        Deed::Evaluation(
            NETWORK,
            EvaluationDeed::CoreGroupView(
                "Het wiel draait: er kwamen meer mensen dan we hoopten. De symposia trekken goed. In een paar gemeenten lukt het nog niet om elk kwartaal \
                 bij elkaar te komen; daar zoeken we een ambassadeur.",
            ),
        ),
    );
    writer.on(
        plus_days(opens, 9),
        Deed::Evaluation(
            NETWORK,
            EvaluationDeed::OfficeView("De cijfers kloppen met wat we horen. Ga door, en leg de nadruk op de gemeenten waar het stil is."),
        ),
    );
    let adapted = EvaluationDeed::Decide(
        EvaluationOutcome::Adapt,
        "Het netwerk voorziet in een behoefte. We gaan door, met een hoger doel en meer aandacht voor de gemeenten waar het stil is.",
        Some(Box::new(terms(120, 18))),
    );
    writer.on(plus_days(opens, 24), Deed::Evaluation(NETWORK, adapted));
    let growth = Growth { without: &CORE, before: 62, count: 40, from: plus_days(opens, 26), until: writer.calendar.ago(3) };
    writer.grow(NETWORK, &growth);
}
