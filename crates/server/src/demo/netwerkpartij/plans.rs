//! Founding plans in every state, and the networks that came from them.

use chrono::NaiveDate;
use vliegwiel_domain::founding_plans::{PlanFacts, SectionKind};
use vliegwiel_domain::networks::{NetworkKind, Openness, Sensitivity};
use vliegwiel_domain::positions::PositionKind;

use super::plan_texts::{PLANS, written};
use crate::demo::calendar::{minus_days, plus_days};
use crate::demo::script::{Deed, PlanDeed, Slug, Who};
use crate::demo::writing::{Growth, Writer};

/// How far a plan came.
#[derive(Debug, Clone, Copy)]
pub(super) enum Course {
    /// Half written, and not everyone has answered.
    Drafted,
    Submitted,
    InReview,
    Returned,
    Advised,
    /// With the reason.
    Rejected(&'static str),
    /// With the reason.
    Withdrawn(&'static str),
    /// With the conditions, and how many joined since.
    Approved(&'static str, usize),
}

/// A plan for a network.
#[derive(Debug, Clone, Copy)]
pub(super) struct Plan {
    pub slug: Slug,
    pub name: &'static str,
    pub kind: NetworkKind,
    pub sensitivity: Sensitivity,
    pub goal: u32,
    pub purpose: &'static str,
    pub ground: &'static str,
    /// What it does in the first year.
    pub activities: &'static str,
    /// The drafter and three others.
    pub team: [Who; 4],
    pub course: Course,
    /// Days ago of the last step.
    pub days: u64,
}

const TITLES: [(PositionKind, &str); 4] = [
    (PositionKind::Chair, "Voorzitter"),
    (PositionKind::Secretary, "Secretaris"),
    (PositionKind::Treasurer, "Penningmeester"),
    (PositionKind::Member, "Lid van de kerngroep"),
];

pub(super) fn write(writer: &mut Writer) {
    for plan in PLANS {
        let last = writer.calendar.ago(plan.days);
        match plan.course {
            Course::Drafted => draft(writer, &plan, minus_days(last, 9)),
            Course::Submitted => submitted(writer, &plan, last),
            Course::Withdrawn(reason) => {
                submitted(writer, &plan, minus_days(last, 11));
                step(writer, &plan, last, PlanDeed::Withdraw(reason));
            }
            Course::InReview => in_review(writer, &plan, last),
            Course::Returned => returned(writer, &plan, last),
            Course::Advised => advised(writer, &plan, last),
            Course::Rejected(reason) => {
                advised(writer, &plan, minus_days(last, 16));
                step(writer, &plan, last, PlanDeed::Reject(reason));
            }
            Course::Approved(conditions, joined) => approved(writer, &plan, conditions, joined),
        }
    }
    let reason = "Ik verhuis voor mijn werk naar het buitenland en kan er niet meer bij zijn.";
    writer.on(writer.calendar.ago(19), Deed::Resign("young-professional-netwerk", "Penningmeester", reason));
}

fn step(writer: &mut Writer, plan: &Plan, day: NaiveDate, deed: PlanDeed) {
    writer.on(day, Deed::Plan(plan.slug, deed));
}

fn begin(writer: &mut Writer, plan: &Plan, day: NaiveDate) {
    let facts = PlanFacts {
        name: plan.name.to_owned(),
        kind: plan.kind,
        sensitivity: plan.sensitivity,
        openness: match plan.sensitivity {
            Sensitivity::Normal => Openness::MembersOnly,
            Sensitivity::Special => Openness::Approval,
        },
        goal_members: plan.goal,
        goal_months: 12,
        duration_months: Some(36),
        evaluation_months: 18,
        budget_cents: 75_000,
    };
    let [drafter, ..] = plan.team;
    step(writer, plan, day, PlanDeed::Draft(drafter, Box::new(facts)));
}

/// A plan in the making: four of the seven texts, and two of four answers.
fn draft(writer: &mut Writer, plan: &Plan, day: NaiveDate) {
    begin(writer, plan, day);
    let [drafter, second, ..] = plan.team;
    step(writer, plan, plus_days(day, 2), PlanDeed::Confirm(second));
    for (section, who) in [
        (SectionKind::Purpose, drafter),
        (SectionKind::SharedGround, second),
        (SectionKind::Activities, drafter),
        (SectionKind::Growth, second),
    ] {
        step(writer, plan, plus_days(day, 4), PlanDeed::Write(who, section, written(plan, section)));
    }
    named(writer, plan, plus_days(day, 1));
    for who in [drafter, second] {
        step(writer, plan, plus_days(day, 7), PlanDeed::Confirm(who));
    }
}

fn named(writer: &mut Writer, plan: &Plan, day: NaiveDate) {
    for (who, (kind, title)) in plan.team.into_iter().zip(TITLES) {
        step(writer, plan, day, PlanDeed::Name(who, kind, title));
    }
}

fn submitted(writer: &mut Writer, plan: &Plan, day: NaiveDate) {
    let start = minus_days(day, 26);
    begin(writer, plan, start);
    let sections = [
        SectionKind::Purpose,
        SectionKind::SharedGround,
        SectionKind::Organisation,
        SectionKind::Duration,
        SectionKind::Activities,
        SectionKind::Growth,
        SectionKind::Budget,
    ];
    named(writer, plan, plus_days(start, 1));
    let [drafter, second, ..] = plan.team;
    step(writer, plan, plus_days(start, 2), PlanDeed::Confirm(second));
    for (section, who) in sections.into_iter().zip([drafter, second].into_iter().cycle()) {
        step(writer, plan, plus_days(start, 6), PlanDeed::Write(who, section, written(plan, section)));
    }
    for (who, days) in plan.team.into_iter().zip([8, 9, 12, 19]) {
        step(writer, plan, plus_days(start, days), PlanDeed::Confirm(who));
    }
    step(writer, plan, day, PlanDeed::Submit);
}

fn in_review(writer: &mut Writer, plan: &Plan, day: NaiveDate) {
    submitted(writer, plan, minus_days(day, 4));
    step(writer, plan, day, PlanDeed::Review);
    let question = "Wie doet wat, als iemand van jullie uitvalt? Beschrijf dat in twee zinnen.";
    step(writer, plan, day, PlanDeed::Comment(SectionKind::Organisation, question));
}

fn returned(writer: &mut Writer, plan: &Plan, day: NaiveDate) {
    in_review(writer, plan, minus_days(day, 3));
    let remark =
        "Vier avonden in Brussel is veel voor een eerste jaar. Kan een deel online, zodat leden uit het hele land mee kunnen doen?";
    step(writer, plan, day, PlanDeed::Comment(SectionKind::Activities, remark));
    let reason = "Een goed plan. Maak de activiteiten kleiner en vertel hoe jullie elkaar vervangen; dan kan het naar het bestuur.";
    step(writer, plan, day, PlanDeed::Return(reason));
}

fn advised(writer: &mut Writer, plan: &Plan, day: NaiveDate) {
    in_review(writer, plan, minus_days(day, 12));
    let advice =
        "Positief. De kerngroep is breed samengesteld en het plan past bij de agenda van de partij. Wij kunnen dit netwerk begeleiden.";
    step(writer, plan, day, PlanDeed::Advise(advice));
}

fn approved(writer: &mut Writer, plan: &Plan, conditions: &'static str, joined: usize) {
    let day = writer.calendar.ago(plan.days);
    advised(writer, plan, minus_days(day, 14));
    let reason = "Het netwerk draagt bij aan de agenda van de partij, en de kerngroep heeft de kennis en de tijd om het te laten slagen.";
    step(writer, plan, day, PlanDeed::Approve(reason, conditions));
    if joined > 0 {
        let growth = Growth { without: &plan.team, before: 0, count: joined, from: plus_days(day, 2), until: writer.calendar.ago(3) };
        match plan.sensitivity {
            Sensitivity::Normal => writer.grow(plan.slug, &growth),
            Sensitivity::Special => writer.grow_approved(plan.slug, &growth),
        }
    }
}
