use chrono::TimeZone;
use uuid::Uuid;

use super::*;
use crate::networks::{Goal, NetworkKind, NetworkProfile, NewNetwork, Openness, Sensitivity};

fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 3, 1, 12, 0, 0).unwrap()
}

fn today() -> NaiveDate {
    now().date_naive()
}

fn person(number: u128) -> PersonId {
    Uuid::from_u128(100 + number).into()
}

fn network() -> Network {
    let profile = NetworkProfile {
        name: "Netwerk zorg".to_owned(),
        purpose: "Goede zorg dichtbij".to_owned(),
        about: String::new(),
        sensitivity: Sensitivity::Normal,
        openness: Openness::Open,
    };
    let new = NewNetwork {
        organization_id: Uuid::from_u128(1).into(),
        unit_id: None,
        slug: "netwerk-zorg".to_owned(),
        kind: NetworkKind::Theme,
        profile,
    };
    let goal = Goal { members: 50, from: today(), by: today(), members_at_start: 4 };
    Network {
        members: 52,
        core_group: 5,
        goal: Some(goal),
        ..new.propose(Uuid::from_u128(2).into(), Uuid::from_u128(3).into(), now()).unwrap()
    }
}

fn open() -> Evaluation {
    let counts = Counts { registered: 68, attended: 49, ..Counts::default() };
    Evaluation::open(Uuid::from_u128(4).into(), &network(), FrozenNumbers::of(&network(), 1, &counts, 1, today()), now())
}

fn writer(number: u128) -> Writer<'static> {
    Writer { person: person(number), core_group: &[] }
}

fn viewed() -> Evaluation {
    let half = open().view(ViewOf::CoreGroup, "Het ging goed.", writer(1), now()).unwrap();
    half.view(ViewOf::Office, "Dat vinden wij ook.", writer(2), now()).unwrap()
}

fn decision() -> NewEvaluationDecision {
    NewEvaluationDecision { outcome: EvaluationOutcome::Continue, reason: "Ga zo door.".to_owned(), by: person(3) }
}

#[test]
fn the_numbers_are_those_of_the_day_it_opened() {
    let numbers = open().numbers;

    assert_eq!((numbers.members, numbers.goal_status, numbers.registered, numbers.attended), (52, Some(GoalStatus::Met), 68, 49));
}

#[test]
fn the_board_decides_when_both_views_are_there() {
    let decided = viewed().decide(&decision(), &[], today(), now()).unwrap();

    assert_eq!(decided.state(), EvaluationState::Decided);
    assert_eq!(decided.decision.map(|decision| (decision.outcome, decision.on)), Some((EvaluationOutcome::Continue, today())));
}

#[test]
fn the_board_waits_thirty_days_for_a_missing_view() {
    let half = open().view(ViewOf::Office, "Wij horen niets.", writer(2), now()).unwrap();
    let late = now() + TimeDelta::days(VIEW_DAYS);

    assert_eq!(half.clone().decide(&decision(), &[], today(), late - TimeDelta::milliseconds(1)), Err(EvaluationError::ViewsMissing));
    assert!(half.decide(&decision(), &[], today(), late).is_ok());
}

#[test]
fn who_is_in_the_core_group_does_not_judge_it() {
    let core_group = [person(1), person(3)];
    let own = Writer { person: person(1), core_group: &core_group };

    assert_eq!(open().view(ViewOf::Office, "Prima.", own, now()), Err(EvaluationError::FourEyes));
    assert!(open().view(ViewOf::CoreGroup, "Prima.", own, now()).is_ok());
    assert_eq!(viewed().decide(&decision(), &core_group, today(), now()), Err(EvaluationError::FourEyes));
}

#[test]
fn nothing_changes_after_the_decision() {
    let decided = viewed().decide(&decision(), &[], today(), now()).unwrap();

    assert_eq!(decided.clone().decide(&decision(), &[], today(), now()), Err(EvaluationError::AlreadyDecided));
    assert_eq!(decided.view(ViewOf::Office, "Toch niet.", writer(2), now()), Err(EvaluationError::AlreadyDecided));
}

#[test]
fn a_decision_has_a_reason() {
    let refused = viewed().decide(&NewEvaluationDecision { reason: String::new(), ..decision() }, &[], today(), now());

    assert_eq!(refused.map_err(|error| error.code()), Err("evaluations/invalid-text"));
}

#[test]
fn a_conclusion_of_the_network_has_its_outcome() {
    assert_eq!(EvaluationOutcome::from(&Conclusion::End("Klaar.".to_owned())), EvaluationOutcome::End);
    let going_on = Conclusion::Continue { ends_on: None, evaluation_on: None };
    assert_eq!(EvaluationOutcome::from(&going_on), EvaluationOutcome::Continue);
}

#[test]
fn an_early_evaluation_needs_a_reason() {
    let due = Network { evaluation_on: Some(today()), ..network() };
    let early = Network { evaluation_on: today().succ_opt(), ..network() };

    assert_eq!(Evaluation::checked_reason(&due, " ", today()), Ok(None));
    assert_eq!(Evaluation::checked_reason(&early, " ", today()), Err(EvaluationError::ReasonMissing));
    assert_eq!(Evaluation::checked_reason(&network(), "", today()), Err(EvaluationError::ReasonMissing));
    assert_eq!(Evaluation::checked_reason(&early, "De kerngroep vraagt erom", today()), Ok(Some("De kerngroep vraagt erom".to_owned())));
}

#[test]
fn an_evaluation_closes_with_its_network_without_views_and_only_once() {
    let closed = open().close_with_network("Het doel is bereikt.", person(3), today()).unwrap();

    let decision = closed.decision.clone().unwrap();
    assert_eq!((closed.state(), decision.outcome, decision.by), (EvaluationState::Decided, EvaluationOutcome::End, person(3)));
    assert_eq!(closed.close_with_network("Nog eens.", person(3), today()), Err(EvaluationError::AlreadyDecided));
}
