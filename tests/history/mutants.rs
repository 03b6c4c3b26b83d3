//! The check itself is checked: each way in which a product could break its promises is planted in a good history, and named.

use uuid::Uuid;

use crate::check::{Attempt, Fault, Meeting, Operation, Registration, Tables, faults};

const fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

const MEETING: Uuid = id(1);

fn done(registration: u128) -> Attempt {
    Attempt::Done { registration: id(registration), body: format!("registration {registration}") }
}

/// Three persons for two seats: one was answered at once, one again on purpose, one only after an answer got lost.
fn good() -> (Vec<Operation>, Tables) {
    let operation =
        |number: u128, attempts| Operation { key: format!("key {number}"), person: id(10 + number), meeting: MEETING, attempts };
    let history = vec![
        operation(1, vec![done(101)]),
        operation(2, vec![done(102), done(102)]),
        operation(3, vec![Attempt::Unknown, Attempt::Unknown, done(103)]),
    ];
    let row =
        |number: u128, place| Registration { id: id(100 + number), person: id(10 + number), meeting: MEETING, has_seat: place <= 2, place };
    let tables = Tables {
        registrations: vec![row(1, 1), row(2, 2), row(3, 3)],
        meetings: vec![Meeting { id: MEETING, capacity: 2, registered: 2, waitlisted: 1, places_given: 3 }],
        letters: vec![(id(11), MEETING), (id(12), MEETING), (id(13), MEETING)],
        deeds: vec![id(101), id(102), id(103)],
        broken_at: None,
    };
    (history, tables)
}

fn after(mutate: impl FnOnce(&mut Vec<Operation>, &mut Tables)) -> Vec<Fault> {
    let (mut history, mut tables) = good();
    mutate(&mut history, &mut tables);
    faults(&history, &tables)
}

#[test]
fn a_history_that_keeps_every_promise_has_no_fault() {
    assert_eq!(after(|_, _| {}), []);
}

#[test]
fn an_acknowledged_write_that_is_gone_is_lost() {
    let found = after(|_, tables| {
        tables.registrations.pop();
        tables.letters.pop();
        tables.deeds.pop();
        tables.meetings[0] = Meeting { id: MEETING, capacity: 2, registered: 2, waitlisted: 0, places_given: 2 };
    });

    assert_eq!(found, [Fault::Lost { key: "key 3".to_owned() }]);
}

#[test]
fn an_acknowledgement_before_the_commit_is_lost_with_its_letter_left_over() {
    let found = after(|_, tables| {
        tables.registrations.pop();
        tables.deeds.pop();
        tables.meetings[0] = Meeting { id: MEETING, capacity: 2, registered: 2, waitlisted: 0, places_given: 2 };
    });

    assert_eq!(found, [Fault::Lost { key: "key 3".to_owned() }, Fault::OrphanLetter { person: id(13), meeting: MEETING }]);
}

#[test]
fn a_request_that_had_its_effect_twice_is_double_and_has_two_answers() {
    let found = after(|history, tables| {
        history[1].attempts[1] = done(104);
        let again = Registration { id: id(104), place: 4, has_seat: false, ..tables.registrations[1].clone() };
        tables.registrations.push(again);
        tables.meetings[0] = Meeting { id: MEETING, capacity: 2, registered: 2, waitlisted: 2, places_given: 4 };
        tables.deeds.push(id(104));
    });

    assert!(found.contains(&Fault::Double { person: id(12), meeting: MEETING }), "{found:?}");
    assert!(found.contains(&Fault::TwoAnswers { key: "key 2".to_owned() }), "{found:?}");
}

#[test]
fn one_seat_too_many_is_oversold() {
    let found = after(|_, tables| {
        tables.registrations[2].has_seat = true;
        tables.meetings[0] = Meeting { id: MEETING, capacity: 2, registered: 3, waitlisted: 0, places_given: 3 };
    });

    assert_eq!(found, [Fault::Oversold { meeting: MEETING }]);
}

#[test]
fn a_naive_count_is_miscounted() {
    let found = after(|_, tables| tables.meetings[0].registered = 1);

    assert_eq!(found, [Fault::Miscounted { meeting: MEETING }]);
}

#[test]
fn a_seat_for_who_came_later_is_disordered() {
    let found = after(|_, tables| {
        tables.registrations[1].has_seat = false;
        tables.registrations[2].has_seat = true;
    });

    assert_eq!(found, [Fault::Disordered { meeting: MEETING }]);
}

#[test]
fn a_letter_and_an_audit_event_without_their_row_are_orphans() {
    let found = after(|_, tables| {
        tables.letters.push((id(19), MEETING));
        tables.deeds.push(id(109));
    });

    assert_eq!(found, [Fault::OrphanLetter { person: id(19), meeting: MEETING }, Fault::OrphanDeed { object: id(109) }]);
}

#[test]
fn a_row_without_its_letter_or_its_audit_event_or_with_two_is_named() {
    let found = after(|_, tables| {
        tables.letters.remove(0);
        tables.letters.push((id(12), MEETING));
        tables.deeds.pop();
    });

    let letters = |number: u128, found| Fault::Letters { registration: id(number), found };
    assert_eq!(found, [letters(101, 0), letters(102, 2), Fault::Deeds { registration: id(103), found: 0 }]);
}

#[test]
fn a_row_that_nobody_asked_for_is_named() {
    let found = after(|history, _| {
        history.pop();
    });

    assert_eq!(found, [Fault::Unasked { registration: id(103) }]);
}

#[test]
fn no_answer_a_refusal_and_a_broken_chain_are_named() {
    let found = after(|history, tables| {
        history[0].attempts = vec![Attempt::Unknown];
        history[1].attempts[0] = Attempt::Refused { status: 500 };
        tables.broken_at = Some(2);
    });

    let (first, second) = ("key 1".to_owned(), "key 2".to_owned());
    assert_eq!(found, [Fault::Unanswered { key: first }, Fault::Refused { key: second, status: 500 }, Fault::BrokenChain { at: 2 }]);
}
