use std::collections::VecDeque;

use chrono::TimeZone;
use uuid::Uuid;

use super::*;

fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 3, 1, 12, 0, 0).unwrap()
}

fn session() -> Session {
    Session::begin(Uuid::from_u128(1).into(), Uuid::from_u128(2).into(), SessionClient::Web, "Firefox".to_owned(), now())
}

/// A session that got its second token.
fn renewed() -> Session {
    let Ok(Rotation::Next(next)) = session().rotate(1, now()) else { panic!("no second token") };
    next
}

#[test]
fn the_current_token_gets_a_new_one() {
    let later = now() + TimeDelta::hours(1);

    let Ok(Rotation::Next(next)) = session().rotate(1, later) else { panic!("no new token") };

    assert_eq!((next.generation, next.rotated_at, next.idle_until), (2, later, later + IDLE_LIFETIME));
}

#[test]
fn a_lost_answer_is_given_again_within_the_grace() {
    assert!(matches!(renewed().rotate(1, now() + GRACE), Ok(Rotation::Same(_))));
}

#[test]
fn an_old_token_that_comes_back_ends_the_session() {
    let later = now() + GRACE + TimeDelta::milliseconds(1);

    let Ok(Rotation::Revoke(ended)) = renewed().rotate(1, later) else { panic!("not revoked") };

    assert_eq!(ended.ended, Some((later, SessionEnd::Reused)));
    assert_eq!(ended.rotate(2, later), Err(SessionError::Over));
}

#[test]
fn a_token_older_than_the_previous_one_ends_the_session_at_once() {
    let Ok(Rotation::Next(third)) = renewed().rotate(2, now()) else { panic!("no third token") };

    assert!(matches!(third.rotate(1, now()), Ok(Rotation::Revoke(_))));
}

#[test]
fn a_token_never_given_signs_nobody_in() {
    assert_eq!(session().rotate(2, now()), Err(SessionError::Over));
}

#[test]
fn a_session_ends_after_two_weeks_unused() {
    assert!(session().rotate(1, now() + IDLE_LIFETIME - TimeDelta::milliseconds(1)).is_ok());
    assert_eq!(session().rotate(1, now() + IDLE_LIFETIME), Err(SessionError::Over));
}

#[test]
fn a_session_ends_after_thirty_days_however_much_it_is_used() {
    let mut session = session();
    for day in 1..30 {
        let Ok(Rotation::Next(next)) = session.clone().rotate(session.generation, now() + TimeDelta::days(day)) else {
            panic!("day {day}")
        };
        session = next;
    }

    assert_eq!(session.clone().rotate(session.generation, now() + ABSOLUTE_LIFETIME), Err(SessionError::Over));
}

#[test]
fn why_a_session_ended_is_kept() {
    let ended = session().end(SessionEnd::SignedOut, now()).end(SessionEnd::Expired, now() + TimeDelta::days(40));

    assert_eq!(ended.ended, Some((now(), SessionEnd::SignedOut)));
}

#[test]
fn delays_double_to_a_quarter_of_an_hour() {
    let seconds: Vec<i64> = (1..=12).map(|failures| delay(failures).num_seconds()).collect();

    assert_eq!(seconds, [0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900]);
    assert_eq!(delay(u32::MAX), LONGEST_DELAY);
}

#[test]
fn no_more_than_twenty_guesses_are_looked_at_in_any_hour_of_a_week() {
    let mut guesses = Guesses::none(now());
    let mut last_hour: VecDeque<DateTime<Utc>> = VecDeque::new();
    for second in 0..7 * 24 * 3600 {
        let at = now() + TimeDelta::seconds(second);
        while guesses.may_try(at) {
            guesses = guesses.failed(at);
            last_hour.push_back(at);
        }
        last_hour.retain(|earlier| at - *earlier < TimeDelta::hours(1));

        assert!(last_hour.len() <= usize::try_from(GUESSES_PER_HOUR_MAX).unwrap(), "{} guesses at {at}", last_hour.len());
    }
}

#[test]
fn nobody_is_shut_out_for_longer_than_the_longest_delay() {
    let guesses = (0..50).fold(Guesses::none(now()), |guesses, _| guesses.failed(now()));

    assert!(!guesses.may_try(now()));
    assert!(guesses.may_try(now() + LONGEST_DELAY));
}
