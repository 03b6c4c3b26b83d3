//! Two regional networks on trial, each led by a member organisation.
//!
//! Source: "Pilot 1 in samenwerking met onze lidorganisatie FAM!", "Pilot 2 in samenwerking met onze lidorganisatie Feniks".

use chrono::{NaiveDate, TimeDelta, Weekday};
use vliegwiel_domain::founding_plans::{PlanFacts, SectionKind};
use vliegwiel_domain::networks::{NetworkKind, Openness, Sensitivity};
use vliegwiel_domain::positions::PositionKind;

use super::{Place, meeting};
use crate::demo::calendar::{minus_days, next, plus_days};
use crate::demo::script::{Deed, MeetingLine, PlanDeed, Slug, Who};
use crate::demo::writing::{Growth, Turnout, Writer, afternoon};

/// A regional network on trial, led by a member organisation.
struct Region {
    slug: Slug,
    name: &'static str,
    units: &'static [&'static str],
    hall: Place,
    purpose: &'static str,
    ground: &'static str,
    team: [Who; 4],
    /// Days ago that the board approved it.
    days: u64,
    members: usize,
}

const REGIONS: [Region; 2] = [
    Region {
        slug: "regionetwerk-arbeid-en-zorg",
        name: "Regionetwerk Arbeid en zorg",
        units: &["FAM!"],
        hall: ("De Koepelzaal", "Nassausingel 26, Breda", "GM0758"),
        purpose: "Vrouwen, gemeente en werkgevers in de regio zoeken samen naar een betere verdeling van werk en zorg.",
        ground: "We beginnen bij praktijkervaringen van vrouwen: bij wat er echt speelt. FAM! trekt dit netwerk.",
        team: [13, 14, 15, 16],
        days: 205,
        members: 17,
    },
    Region {
        slug: "regionetwerk-zelfstandig-en-sterk",
        name: "Regionetwerk Zelfstandig en sterk",
        units: &["Feniks"],
        hall: ("Het Kanselarijhuis", "Turfmarkt 11, Leeuwarden", "GM0080"),
        purpose: "Vrouwen die werken en toch moeilijk rondkomen, vinden elkaar, kennis en een ingang bij gemeente en werkgevers.",
        ground: "Op het platteland ziet de regio er anders uit dan in de stad. Feniks kent de vrouwen en de dorpen.",
        team: [17, 18, 19, 20],
        days: 120,
        members: 9,
    },
];

pub(super) fn write(writer: &mut Writer) {
    for region in REGIONS {
        plan(writer, &region);
        meet(writer, &region);
    }
}

fn plan(writer: &mut Writer, region: &Region) {
    let approved = writer.calendar.ago(region.days);
    let [drafter, ..] = region.team;
    let facts = PlanFacts {
        name: region.name.to_owned(),
        kind: NetworkKind::Theme,
        sensitivity: Sensitivity::Normal,
        openness: Openness::Open,
        goal_members: 25,
        goal_months: 12,
        duration_months: Some(24),
        evaluation_months: 12,
        budget_cents: 250_000,
    };
    let mut deeds = vec![(55, PlanDeed::Draft(drafter, Box::new(facts)))];
    for (section, text) in [
        (SectionKind::Purpose, region.purpose),
        (SectionKind::SharedGround, region.ground),
        (SectionKind::Organisation, "Een kerngroep van vier. De lidorganisatie is gastvrouw, het landelijk bureau helpt."),
        (
            SectionKind::Activities,
            "Drie regiobijeenkomsten met gemeente, werkgevers, vrouwen uit de achterban en vrijwilligersorganisaties.",
        ),
    ] {
        deeds.push((50, PlanDeed::Write(drafter, section, text.to_owned())));
    }
    let titles = [
        (PositionKind::Chair, "Trekker"),
        (PositionKind::Secretary, "Secretaris"),
        (PositionKind::Member, "Contact met werkgevers"),
        (PositionKind::Member, "Contact met de gemeente"),
    ];
    for (who, (kind, title)) in region.team.into_iter().zip(titles) {
        deeds.push((49, PlanDeed::Name(who, kind, title)));
        deeds.push((45, PlanDeed::Confirm(who)));
    }
    deeds.push((40, PlanDeed::Submit));
    deeds.push((33, PlanDeed::Review));
    deeds.push((20, PlanDeed::Advise("Positief. De lidorganisatie kent de regio, en de gemeente doet mee.")));
    deeds.push((0, PlanDeed::Approve("Een goede proef om van te leren.", "Deel na elke bijeenkomst wat werkte en wat niet.")));
    for (days, deed) in deeds {
        writer.on(minus_days(approved, days), Deed::Plan(region.slug, deed));
    }
    let growth =
        Growth { without: &region.team, before: 0, count: region.members, from: plus_days(approved, 3), until: writer.calendar.ago(6) };
    writer.grow(region.slug, &growth);
}

fn meet(writer: &mut Writer, region: &Region) {
    for (turn, (days, title)) in [(60, "Wat speelt hier echt?"), (15, "Aan tafel met de gemeente")].into_iter().enumerate() {
        let line = line(region, title, next(Weekday::Tue, writer.calendar.ago(days)));
        let known =
            writer.known_at(line.plan.starts_at - TimeDelta::days(41), turn + region.members).into_iter().take(15 + turn * 4).collect();
        writer.held(line, Turnout { registered: known, attended: 12 + turn, walk_ins: Vec::new() });
    }
    let line = line(region, "Werkgevers aan zet", next(Weekday::Tue, writer.calendar.ahead(16 + region.days / 20)));
    let known = writer.known_at(writer.calendar.now - TimeDelta::days(14), region.members).into_iter().take(11).collect();
    writer.yet_to_come(line, known);
}

fn line(region: &Region, title: &str, day: NaiveDate) -> MeetingLine {
    let [host, ..] = region.team;
    meeting(region.slug, host, (title, afternoon(day)), region.hall, region.units)
}
