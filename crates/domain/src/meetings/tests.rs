use chrono::{TimeDelta, TimeZone};
use strum::IntoEnumIterator;
use uuid::Uuid;

use super::*;
use crate::ids::UnitId;
use crate::networks::NetworkState;

fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 3, 1, 12, 0, 0).unwrap()
}

fn plan() -> MeetingPlan {
    MeetingPlan {
        title: "Klare taal voor iedereen".to_owned(),
        summary: String::new(),
        language_note: String::new(),
        kind: MeetingKind::Symposium,
        starts_at: now() + TimeDelta::days(14),
        ends_at: now() + TimeDelta::days(14) + TimeDelta::hours(3),
        area_id: None,
        venue: Some(Venue { name: "Provinciehuis".to_owned(), address: "Westerbrink 1, Assen".to_owned() }),
        accessibility_note: String::new(),
        online_url: None,
        audience: Audience::Public,
        capacity: Some(50),
        attendance: Attendance::Named,
    }
}

fn network() -> NetworkId {
    Uuid::from_u128(2).into()
}

fn new_meeting(plan: MeetingPlan) -> NewMeeting {
    NewMeeting { organization_id: Uuid::from_u128(1).into(), network_id: network(), plan }
}

fn draft() -> Meeting {
    new_meeting(plan()).schedule(Uuid::from_u128(3).into(), now()).unwrap()
}

fn published() -> Meeting {
    draft().publish(NetworkState::Active, now()).unwrap()
}

#[test]
fn every_state_answers_every_command() {
    use MeetingCommand as C;
    use MeetingState as S;
    let allowed = [
        (S::Draft, C::Adjust, S::Draft),
        (S::Draft, C::Publish, S::Published),
        (S::Draft, C::Cancel, S::Cancelled),
        (S::Published, C::Adjust, S::Published),
        (S::Published, C::Cancel, S::Cancelled),
        (S::Published, C::Hold, S::Held),
    ];

    for state in S::iter() {
        for command in C::iter() {
            let expected = allowed.iter().find(|(from, with, _)| (*from, *with) == (state, command));
            let expected = expected.map_or(Err(MeetingError::WrongState { state, command }), |(_, _, to)| Ok(*to));

            assert_eq!(state.after(command), expected, "{state:?} {command:?}");
        }
    }
}

#[test]
fn a_meeting_is_not_scheduled_with_a_wrong_plan() {
    let at = |hours: i64| now() + TimeDelta::hours(hours);
    let years = now() + TimeDelta::days(AHEAD_DAYS_MAX + 1);
    for (plan, error) in [
        (MeetingPlan { starts_at: now(), ..plan() }, MeetingError::StartsInPast),
        (MeetingPlan { starts_at: years, ends_at: years + TimeDelta::hours(1), ..plan() }, MeetingError::StartsTooFarAhead),
        (MeetingPlan { starts_at: at(2), ends_at: at(2), ..plan() }, MeetingError::EndsBeforeStart),
        (MeetingPlan { starts_at: at(1), ends_at: at(8 * 24), ..plan() }, MeetingError::TooLong),
        (MeetingPlan { capacity: Some(0), ..plan() }, MeetingError::InvalidCapacity),
        (MeetingPlan { online_url: Some("http://x.example".to_owned()), ..plan() }, MeetingError::InvalidUrl),
        (MeetingPlan { online_url: Some("https://\"onload=x".to_owned()), ..plan() }, MeetingError::InvalidUrl),
    ] {
        assert_eq!(new_meeting(plan).schedule(Uuid::from_u128(3).into(), now()), Err(error));
    }
}

#[test]
fn a_meeting_without_a_place_is_not_published() {
    let nowhere = new_meeting(MeetingPlan { venue: None, ..plan() }).schedule(Uuid::from_u128(3).into(), now()).unwrap();

    assert_eq!(nowhere.publish(NetworkState::Active, now()), Err(MeetingError::NoPlace));
}

#[test]
fn a_dormant_network_publishes_no_meeting() {
    assert_eq!(draft().publish(NetworkState::Dormant, now()), Err(MeetingError::NetworkAsleep));
}

#[test]
fn a_draft_of_the_past_is_not_published() {
    assert_eq!(draft().publish(NetworkState::Active, plan().starts_at), Err(MeetingError::StartsInPast));
}

#[test]
fn moving_a_published_meeting_is_told() {
    let later = MeetingPlan { ends_at: plan().ends_at + TimeDelta::hours(1), ..plan() };

    let (meeting, facts) = published().adjust(later, now()).unwrap();

    assert_eq!((meeting.version, facts), (3, vec![MeetingFact::Moved]));
}

#[test]
fn new_seats_go_down_the_waitlist() {
    let counts = Counts { registered: 50, waitlisted: 20, places_given: 70, ..Counts::default() };
    for (capacity, promoted) in [(Some(60), 10), (Some(500), 20), (None, 20)] {
        let full = Meeting { counts, ..published() };

        let (_, facts) = full.adjust(MeetingPlan { capacity, ..plan() }, now()).unwrap();

        assert_eq!(facts, vec![MeetingFact::Promotes(promoted)]);
    }
}

#[test]
fn new_seats_on_the_last_day_are_for_who_comes_first() {
    let counts = Counts { registered: 50, waitlisted: 20, places_given: 70, ..Counts::default() };
    let last_day = plan().starts_at - TimeDelta::hours(24);
    let full = || Meeting { counts, ..published() };

    let (_, more) = full().adjust(MeetingPlan { capacity: Some(60), ..plan() }, last_day).unwrap();
    let (_, same) = full().adjust(MeetingPlan { title: "Klare taal".to_owned(), ..plan() }, last_day).unwrap();

    assert_eq!((more, same), (vec![MeetingFact::SeatsFree], vec![]));
}

#[test]
fn a_seat_that_is_taken_is_not_taken_away() {
    let meeting = Meeting { counts: Counts { registered: 30, ..Counts::default() }, ..published() };

    let refused = meeting.adjust(MeetingPlan { capacity: Some(29), ..plan() }, now());

    assert_eq!(refused, Err(MeetingError::CapacityBelowRegistered(30)));
}

#[test]
fn a_meeting_that_has_begun_is_not_moved() {
    let later = MeetingPlan { starts_at: plan().starts_at + TimeDelta::days(9), ends_at: plan().ends_at + TimeDelta::days(9), ..plan() };

    assert_eq!(published().adjust(later, plan().starts_at), Err(MeetingError::AlreadyStarted));
}

#[test]
fn names_or_a_number_is_settled_by_publishing() {
    let count_only = MeetingPlan { attendance: Attendance::CountOnly, ..plan() };

    assert!(draft().adjust(count_only.clone(), now()).is_ok());
    assert_eq!(published().adjust(count_only, now()), Err(MeetingError::AttendanceFixed));
}

#[test]
fn a_meeting_is_cancelled_with_a_reason_until_it_is_over() {
    assert_eq!(published().cancel("Ziekte", plan().starts_at).map(|meeting| meeting.state), Ok(MeetingState::Cancelled));
    assert_eq!(published().cancel("Ziekte", plan().ends_at), Err(MeetingError::AlreadyOver));
    assert_eq!(published().cancel("", now()).map_err(|error| error.code()), Err("meetings/invalid-text"));
}

#[test]
fn a_meeting_is_held_once_it_began() {
    assert_eq!(published().hold(None, plan().starts_at - TimeDelta::milliseconds(1)), Err(MeetingError::NotStarted));
    assert_eq!(published().hold(None, plan().starts_at).map(|meeting| meeting.state), Ok(MeetingState::Held));
}

#[test]
fn a_count_only_meeting_keeps_a_number_and_no_other_does() {
    let count_only = MeetingPlan { attendance: Attendance::CountOnly, ..plan() };
    let meeting = Meeting { plan: count_only, ..published() };

    assert_eq!(meeting.clone().hold(None, plan().starts_at), Err(MeetingError::CountMissing));
    assert_eq!(meeting.hold(Some(31), plan().starts_at).map(|held| held.counts.present()), Ok(31));
    assert_eq!(published().hold(Some(31), plan().starts_at), Err(MeetingError::CountUnwanted));
}

#[test]
fn forty_nine_of_sixty_eight_is_seventy_two_percent() {
    let drenthe = Counts { registered: 68, attended: 49, walk_ins: 3, ..Counts::default() };

    assert_eq!((drenthe.show_rate(), drenthe.present()), (Some(72), 52));
    assert_eq!(Counts::default().show_rate(), None);
}

#[test]
fn registration_is_open_from_publishing_to_the_start() {
    assert!(!draft().is_open(now()));
    assert!(published().is_open(plan().starts_at - TimeDelta::milliseconds(1)));
    assert!(!published().is_open(plan().starts_at));
}

#[test]
fn the_last_day_is_first_come_first_served() {
    let day_before = plan().starts_at - TimeDelta::hours(24);

    assert!(!published().is_first_come(day_before - TimeDelta::milliseconds(1)));
    assert!(published().is_first_come(day_before));
}

#[test]
fn a_host_is_named_once() {
    let unit = CoHost::Unit(UnitId::new(Uuid::from_u128(9)));
    let other = CoHost::Network(Uuid::from_u128(8).into());

    assert_eq!(checked_co_hosts(network(), vec![other, unit]), Ok(vec![other, unit]));
    assert_eq!(checked_co_hosts(network(), vec![unit, other, unit]), Err(MeetingError::DuplicateHost));
    assert_eq!(checked_co_hosts(network(), vec![CoHost::Network(network())]), Err(MeetingError::DuplicateHost));
}
