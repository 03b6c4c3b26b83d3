use std::collections::BTreeSet;

use chrono::{Days, NaiveDate, TimeZone};
use proptest::prelude::*;
use strum::IntoEnumIterator;
use uuid::Uuid;

use super::*;
use crate::ids::{AppointmentId, PersonId};
use crate::working_groups::Belonging;

fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 3, 1, 12, 0, 0).unwrap()
}

fn today() -> NaiveDate {
    now().date_naive()
}

fn new_position(body: Body, kind: PositionKind) -> NewPosition {
    NewPosition {
        organization_id: Uuid::from_u128(1).into(),
        body,
        network_id: body.is_of_network().then(|| Uuid::from_u128(2).into()),
        unit_id: None,
        area_id: None,
        kind,
        description: description(Some(24)),
    }
}

fn description(term_months: Option<u32>) -> PositionDescription {
    PositionDescription { title: "Voorzitter".to_owned(), vacancy_text: String::new(), term_months, sequence: 1 }
}

fn chair() -> Position {
    new_position(Body::CoreGroup, PositionKind::Chair).open(Uuid::from_u128(3).into(), now()).unwrap()
}

fn person(number: u128) -> PersonId {
    Uuid::from_u128(100 + number).into()
}

fn appointment_id(number: u128) -> AppointmentId {
    Uuid::from_u128(200 + number).into()
}

fn of(number: u128, capacity: Capacity) -> NewAppointment {
    NewAppointment { person_id: person(number), capacity, from_on: today(), until_on: None, belonging: Belonging::NetworkMember }
}

fn appointed(number: u128, capacity: Capacity) -> Appointment {
    chair().appoint(appointment_id(number), of(number, capacity), &[], now()).unwrap().0
}

#[test]
fn a_seat_grants_the_role_of_its_body() {
    for body in Body::iter() {
        for kind in PositionKind::iter().filter(|kind| body.has(*kind)) {
            let expected = match body {
                Body::CoreGroup => Some(Role::CoreGroup),
                Body::Office => Some(Role::Office),
                Body::Board => Some(Role::Board),
                Body::Administration => Some(Role::Administrator),
                Body::Network => (kind == PositionKind::Ambassador).then_some(Role::Ambassador),
            };

            assert_eq!(body.role(kind), expected, "{body:?} {kind:?}");
        }
    }
}

#[test]
fn an_adviser_does_not_sit_in_a_body_that_decides() {
    for body in Body::iter().filter(|body| *body != Body::Network) {
        let refused = new_position(body, PositionKind::Adviser).open(Uuid::from_u128(3).into(), now());

        assert_eq!(refused, Err(PositionError::WrongPlace), "{body:?}");
    }
}

#[test]
fn a_seat_of_a_network_names_the_network_and_others_do_not() {
    let lost = NewPosition { network_id: None, ..new_position(Body::CoreGroup, PositionKind::Chair) };
    let stray = NewPosition { network_id: Some(Uuid::from_u128(2).into()), ..new_position(Body::Board, PositionKind::Chair) };

    assert_eq!(lost.open(Uuid::from_u128(3).into(), now()), Err(PositionError::WrongPlace));
    assert_eq!(stray.open(Uuid::from_u128(3).into(), now()), Err(PositionError::WrongPlace));
}

#[test]
fn an_ambassador_is_of_somewhere() {
    let nowhere = new_position(Body::Network, PositionKind::Ambassador);
    let assen = NewPosition { area_id: Some(Uuid::from_u128(4).into()), ..nowhere.clone() };

    assert_eq!(nowhere.open(Uuid::from_u128(3).into(), now()), Err(PositionError::AreaMissing));
    assert!(assen.open(Uuid::from_u128(3).into(), now()).is_ok());
}

#[test]
fn a_term_ends_the_day_before_it_began() {
    assert_eq!(appointed(1, Capacity::Regular).until_on, NaiveDate::from_ymd_opt(2028, 2, 29));
}

#[test]
fn the_core_group_are_members_of_the_network() {
    let outsider = NewAppointment { belonging: Belonging::Outsider, ..of(1, Capacity::Regular) };

    assert_eq!(chair().appoint(appointment_id(1), outsider, &[], now()), Err(PositionError::NotAMember));
}

#[test]
fn a_seat_has_one_holder_at_a_time() {
    use Capacity::{Acting, Regular};
    for (sitting, coming, answer) in [
        (Regular, Regular, Err(PositionError::Held)),
        (Regular, Acting, Err(PositionError::Held)),
        (Acting, Acting, Err(PositionError::Held)),
        (Acting, Regular, Ok(1)),
    ] {
        let others = [appointed(1, sitting)];

        let relieved = chair().appoint(appointment_id(2), of(2, coming), &others, now()).map(|(_, relieved)| relieved.len());

        assert_eq!(relieved, answer, "{sitting:?} then {coming:?}");
    }
}

#[test]
fn who_stood_in_is_relieved_by_the_regular_holder() {
    let (holder, relieved) =
        chair().appoint(appointment_id(2), of(2, Capacity::Regular), &[appointed(1, Capacity::Acting)], now()).unwrap();

    assert_eq!((holder.person_id, relieved.first().and_then(|acting| acting.ended_at)), (person(2), Some(now())));
}

#[test]
fn an_ended_appointment_frees_the_seat() {
    let ended = appointed(1, Capacity::Regular).end("Verhuisd", now()).unwrap();

    assert!(chair().appoint(appointment_id(2), of(2, Capacity::Regular), std::slice::from_ref(&ended), now()).is_ok());
    assert_eq!(ended.end("Nogmaals", now()), Err(PositionError::AlreadyEnded));
}

#[test]
fn a_period_runs_forward_and_begins_within_a_year() {
    let backwards = NewAppointment { until_on: Some(today() - Days::new(1)), ..of(1, Capacity::Regular) };
    let far = NewAppointment { from_on: today() + Days::new(367), ..of(1, Capacity::Regular) };

    assert_eq!(chair().appoint(appointment_id(1), backwards, &[], now()), Err(PositionError::InvalidPeriod));
    assert_eq!(chair().appoint(appointment_id(1), far, &[], now()), Err(PositionError::InvalidPeriod));
}

#[test]
fn a_term_lapses_after_its_last_day() {
    let appointment = Appointment { until_on: Some(today()), ..appointed(1, Capacity::Regular) };
    let tomorrow = today() + Days::new(1);

    assert!(appointment.is_current(today()) && !appointment.has_lapsed(today()));
    assert!(!appointment.is_current(tomorrow) && appointment.has_lapsed(tomorrow));
    assert_eq!(appointment.lapse(tomorrow, now()).ended_at, Some(now()));
}

#[test]
fn a_seat_in_which_someone_stands_in_is_not_held() {
    let (regular, acting) = (appointed(1, Capacity::Regular), appointed(2, Capacity::Acting));
    for (appointments, expected) in [
        (vec![], Occupation::Vacant),
        (vec![acting.clone()], Occupation::Acting),
        (vec![regular.clone()], Occupation::Held),
        (vec![acting, regular], Occupation::Held),
    ] {
        assert_eq!(occupation(chair().id, &appointments, today()), expected);
    }
}

#[test]
fn a_seat_someone_holds_is_not_abolished() {
    assert_eq!(chair().close(&[appointed(1, Capacity::Acting)], now()), Err(PositionError::Held));
    assert_eq!(chair().close(&[], now()).unwrap().change(description(None)), Err(PositionError::Closed));
}

#[test]
fn the_last_administrator_stays() {
    let (one, two) = (appointed(1, Capacity::Regular), appointed(2, Capacity::Regular));

    assert_eq!(keeps_administrator(one.id, std::slice::from_ref(&one), today()), Err(PositionError::LastAdministrator));
    assert_eq!(keeps_administrator(one.id, &[one.clone(), two], today()), Ok(()));
}

proptest! {
    #[test]
    fn a_core_group_counts_each_current_member_once(
        seats in prop::collection::vec((0_u128..6, any::<bool>(), any::<bool>()), 0..20),
        members in prop::collection::btree_set(0_u128..6, 0..6),
    ) {
        let appointment = |(number, is_ended, is_acting): &(u128, bool, bool)| {
            let capacity = if *is_acting { Capacity::Acting } else { Capacity::Regular };
            Appointment { ended_at: is_ended.then(now), ..appointed(*number, capacity) }
        };
        let appointments: Vec<Appointment> = seats.iter().map(appointment).collect();
        let in_network: BTreeSet<PersonId> = members.iter().map(|number| person(*number)).collect();

        let size = core_group_size(&appointments, &in_network, today());

        let sits = |number: &&u128| seats.iter().any(|(who, is_ended, _)| who == *number && !is_ended);
        prop_assert_eq!(usize::try_from(size).unwrap(), members.iter().filter(sits).count());
    }
}

#[test]
fn who_holds_a_seat_of_a_special_network_is_known_to_few() {
    assert_eq!(holder_visibility(None), Visibility::Organization);
    assert_eq!(holder_visibility(Some(Sensitivity::Normal)), Visibility::Network);
    assert_eq!(holder_visibility(Some(Sensitivity::Special)), Visibility::Confidential);
}

#[test]
fn a_seat_in_a_special_network_is_never_public() {
    assert!(may_be_public(None) && may_be_public(Some(Sensitivity::Normal)));
    assert!(!may_be_public(Some(Sensitivity::Special)));
}
