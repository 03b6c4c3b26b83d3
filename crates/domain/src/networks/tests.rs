use chrono::{Days, TimeDelta, TimeZone};
use strum::IntoEnumIterator;
use uuid::Uuid;

use super::*;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 1).unwrap()
}

fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 3, 1, 12, 0, 0).unwrap()
}

fn terms() -> Terms {
    Terms {
        purpose: "Goede zorg dichtbij".to_owned(),
        organisation: String::new(),
        duration_months: Some(24),
        goal_members: 50,
        goal_months: 12,
        evaluation_months: Some(18),
        conditions: String::new(),
    }
}

fn proposal() -> NewNetwork {
    NewNetwork {
        organization_id: Uuid::from_u128(1).into(),
        unit_id: None,
        slug: slug_for("Netwerk zorg"),
        kind: NetworkKind::Theme,
        profile: NetworkProfile {
            name: "Netwerk zorg".to_owned(),
            purpose: "Goede zorg dichtbij".to_owned(),
            about: String::new(),
            sensitivity: Sensitivity::Normal,
            openness: Openness::Open,
        },
    }
}

fn proposed() -> Network {
    proposal().propose(Uuid::from_u128(2).into(), Uuid::from_u128(3).into(), now()).unwrap()
}

fn in_state(state: NetworkState) -> Network {
    Network { state, starts_on: Some(today()), core_group: 4, ..proposed() }
}

const FREE: StartCapacity = StartCapacity { pilots: 4, limit: 5, next: None };

#[test]
fn every_state_answers_every_command() {
    use NetworkCommand as C;
    use NetworkState as S;
    let allowed = [
        (S::Proposed, C::Start, S::Pilot),
        (S::Proposed, C::End, S::Ended),
        (S::Pilot, C::Activate, S::Active),
        (S::Pilot, C::OpenEvaluation, S::Evaluating),
        (S::Pilot, C::FallDormant, S::Dormant),
        (S::Pilot, C::End, S::Ended),
        (S::Active, C::OpenEvaluation, S::Evaluating),
        (S::Active, C::FallDormant, S::Dormant),
        (S::Active, C::End, S::Ended),
        (S::Evaluating, C::Conclude, S::Active),
        (S::Evaluating, C::End, S::Ended),
        (S::Dormant, C::OpenEvaluation, S::Evaluating),
        (S::Dormant, C::Revive, S::Active),
        (S::Dormant, C::End, S::Ended),
    ];

    for state in S::iter() {
        for command in C::iter() {
            let expected = allowed.iter().find(|(from, with, _)| (*from, *with) == (state, command));
            let expected = expected.map_or(Err(NetworkError::WrongState { state, command }), |(_, _, to)| Ok(*to));

            assert_eq!(state.after(command), expected, "{state:?} {command:?}");
        }
    }
}

#[test]
fn starting_fixes_the_agreed_days() {
    let network = Network { members: 4, ..proposed() }.start(&terms(), FREE, today()).unwrap();

    assert_eq!(network.state, NetworkState::Pilot);
    assert_eq!(network.starts_on, Some(today()));
    assert_eq!(network.ends_on, NaiveDate::from_ymd_opt(2028, 3, 1));
    assert_eq!(network.evaluation_on, NaiveDate::from_ymd_opt(2027, 9, 1));
    let by = NaiveDate::from_ymd_opt(2027, 3, 1).unwrap();
    assert_eq!(network.goal, Some(Goal { members: 50, from: today(), by, members_at_start: 4 }));
}

#[test]
fn a_network_waits_while_five_are_in_their_pilot() {
    let full = StartCapacity { pilots: 5, ..FREE };

    assert_eq!(proposed().start(&terms(), full, today()), Err(NetworkError::NoCapacity(5)));
}

#[test]
fn networks_start_in_the_order_of_their_approval() {
    let another = StartCapacity { next: Some(Uuid::from_u128(99).into()), ..FREE };
    let own = StartCapacity { next: Some(proposed().id), ..FREE };

    assert_eq!(proposed().start(&terms(), another, today()), Err(NetworkError::NotFirst));
    assert_eq!(proposed().start(&terms(), own, today()).map(|network| network.state), Ok(NetworkState::Pilot));
    assert!(FREE.takes_newcomer() && !own.takes_newcomer());
}

#[test]
fn an_existing_network_enters_active_with_its_own_first_day() {
    let long_ago = NaiveDate::from_ymd_opt(1996, 5, 1).unwrap();

    let network = proposal().enter(Uuid::from_u128(2).into(), &Existing { starts_on: long_ago, terms: terms() }, today(), now()).unwrap();

    assert_eq!((network.state, network.starts_on), (NetworkState::Active, Some(long_ago)));
    assert_eq!(network.goal.map(|goal| goal.from), Some(today()));
}

#[test]
fn an_existing_network_does_not_begin_tomorrow() {
    let tomorrow = today() + Days::new(1);

    let refused = proposal().enter(Uuid::from_u128(2).into(), &Existing { starts_on: tomorrow, terms: terms() }, today(), now());

    assert_eq!(refused, Err(NetworkError::StartsInFuture));
}

#[test]
fn a_network_of_three_does_not_become_active() {
    let network = Network { core_group: 3, ..in_state(NetworkState::Pilot) };

    assert_eq!(network.activate(4), Err(NetworkError::CoreGroupTooSmall { size: 3, minimum: 4 }));
}

#[test]
fn falling_below_the_minimum_is_told_once_and_so_is_recovering() {
    let (below, first) = in_state(NetworkState::Active).with_core_group(3, 4, now());
    let (lower, second) = below.with_core_group(2, 4, now() + TimeDelta::days(3));
    let since = lower.below_minimum_since;
    let (whole, third) = lower.with_core_group(4, 4, now() + TimeDelta::days(9));

    assert_eq!(first, Some(CoreGroupNotice::FellBelow { size: 3, minimum: 4 }));
    assert_eq!((second, since), (None, Some(now())));
    assert_eq!((third, whole.below_minimum_since), (Some(CoreGroupNotice::Recovered { size: 4 }), None));
}

#[test]
fn a_network_sleeps_after_sixty_days_below_the_minimum_and_not_sooner() {
    let (below, _) = in_state(NetworkState::Active).with_core_group(3, 4, now());

    let early = below.clone().fall_dormant(60, now() + TimeDelta::days(60) - TimeDelta::milliseconds(1));
    let due = below.fall_dormant(60, now() + TimeDelta::days(60));

    assert_eq!(early, Err(NetworkError::NotBelowMinimum));
    assert_eq!(due.map(|network| network.state), Ok(NetworkState::Dormant));
}

#[test]
fn a_dormant_network_wakes_with_four_people() {
    let dormant = in_state(NetworkState::Dormant);

    assert!(matches!(Network { core_group: 3, ..dormant.clone() }.revive(4), Err(NetworkError::CoreGroupTooSmall { .. })));
    assert_eq!(dormant.revive(4).map(|network| network.state), Ok(NetworkState::Active));
}

#[test]
fn an_end_needs_a_reason() {
    let refused = in_state(NetworkState::Active).end("  ", today());
    let ended = in_state(NetworkState::Active).end("Het doel is bereikt.", today()).unwrap();

    assert_eq!(refused.map_err(|error| error.code()), Err("networks/invalid-text"));
    assert_eq!((ended.ended_on, ended.end_reason.as_deref()), (Some(today()), Some("Het doel is bereikt.")));
}

#[test]
fn after_an_evaluation_a_network_goes_on_with_new_dates() {
    let next = today() + Days::new(365);
    let conclusion = Conclusion::Continue { ends_on: None, evaluation_on: Some(next) };

    let network = in_state(NetworkState::Evaluating).conclude(conclusion, today()).unwrap();

    assert_eq!((network.state, network.ends_on, network.evaluation_on), (NetworkState::Active, None, Some(next)));
}

#[test]
fn after_an_evaluation_dates_do_not_lie_in_the_past_or_cross() {
    let later = |days| Some(today() + Days::new(days));
    for (ends_on, evaluation_on) in [(Some(today()), None), (None, Some(today())), (later(10), later(11))] {
        let refused = in_state(NetworkState::Evaluating).conclude(Conclusion::Continue { ends_on, evaluation_on }, today());

        assert_eq!(refused, Err(NetworkError::InvalidDates));
    }
}

#[test]
fn an_adapted_network_gets_a_goal_that_counts_from_today() {
    let before = Network { members: 31, ..in_state(NetworkState::Evaluating) };

    let network = before.conclude(Conclusion::Adapt(Terms { goal_members: 80, ..terms() }), today()).unwrap();

    assert_eq!(network.goal.map(|goal| (goal.members, goal.from, goal.members_at_start)), Some((80, today(), 31)));
}

#[test]
fn only_an_open_evaluation_is_concluded() {
    let refused = in_state(NetworkState::Active).conclude(Conclusion::End("Klaar.".to_owned()), today());

    assert_eq!(refused.map_err(|error| error.code()), Err("networks/wrong-state"));
}

#[test]
fn the_sensitivity_is_raised_and_never_lowered() {
    let network = in_state(NetworkState::Active);
    let normal = network.profile.clone();
    let special = NetworkProfile { sensitivity: Sensitivity::Special, ..normal.clone() };

    let raised = network.describe(special).unwrap();

    assert_eq!(raised.describe(normal), Err(NetworkError::SensitivityLowered));
}

#[test]
fn terms_are_checked() {
    for (terms, code) in [
        (Terms { goal_members: 0, ..terms() }, "networks/out-of-range"),
        (Terms { duration_months: Some(121), ..terms() }, "networks/out-of-range"),
        (Terms { duration_months: Some(6), evaluation_months: Some(7), ..terms() }, "networks/invalid-dates"),
        (Terms { purpose: " ".to_owned(), ..terms() }, "networks/invalid-text"),
    ] {
        assert_eq!(terms.checked().map_err(|error| error.code()), Err(code));
    }
}

#[test]
fn the_goal_is_forecast_along_a_straight_line() {
    let goal = Goal { members: 50, from: today(), by: today() + Days::new(365), members_at_start: 4 };
    let after = |days| today() + Days::new(days);
    for (members, day, forecast, status) in [
        (4, after(13), None, GoalStatus::OnCourse),
        (4, after(14), Some(4), GoalStatus::AtRisk),
        (27, after(183), Some(50), GoalStatus::OnCourse),
        (26, after(183), Some(48), GoalStatus::AtRisk),
        (3, after(73), Some(0), GoalStatus::AtRisk),
        (49, after(365), Some(49), GoalStatus::AtRisk),
        (49, after(366), Some(49), GoalStatus::Missed),
        (50, after(20), Some(844), GoalStatus::Met),
        (50, after(400), Some(50), GoalStatus::Met),
    ] {
        assert_eq!(goal.forecast(members, day), forecast, "{members} on {day}");
        assert_eq!(goal.status(members, day), status, "{members} on {day}");
    }
}

#[test]
fn a_healthy_network_has_no_reasons() {
    let pulse = Pulse {
        today: today(),
        core_group_min: 4,
        vacancies: 0,
        last_meeting_on: Some(today()),
        next_meeting_on: Some(today() + Days::new(7)),
    };

    assert_eq!(in_state(NetworkState::Active).health(&pulse), Vec::new());
}

#[test]
fn every_reason_to_look_is_named_warnings_first() {
    let goal = Goal { members: 50, from: today() - Days::new(400), by: today() - Days::new(1), members_at_start: 0 };
    let network = Network {
        core_group: 3,
        members: 10,
        goal: Some(goal),
        starts_on: Some(today() - Days::new(400)),
        evaluation_on: Some(today()),
        ends_on: Some(today() - Days::new(1)),
        ..in_state(NetworkState::Dormant)
    };
    let pulse = Pulse { today: today(), core_group_min: 4, vacancies: 2, last_meeting_on: None, next_meeting_on: None };

    let codes: Vec<&str> = network.health(&pulse).into_iter().map(HealthReason::code).collect();

    assert_eq!(
        codes,
        [
            "core-group-below-minimum",
            "dormant",
            "goal-missed",
            "evaluation-due",
            "past-its-end",
            "no-meeting-planned",
            "no-meeting-lately",
            "vacancies"
        ]
    );
}

#[test]
fn codes_read_back() {
    for state in NetworkState::iter() {
        assert_eq!(state.as_str().parse(), Ok(state));
    }
    assert_eq!(Openness::MembersOnly.as_str(), "members-only");
}

#[test]
fn a_slug_that_is_taken_gets_the_next_free_number() {
    let taken = ["zorg", "zorg-2", "zorg-en-welzijn"].map(str::to_owned);

    assert_eq!(numbered_slug("zorg", &taken), "zorg-3");
    assert_eq!(numbered_slug("onderwijs", &taken), "onderwijs");
}
