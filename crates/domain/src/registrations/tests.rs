use std::collections::BTreeMap;

use chrono::{TimeDelta, TimeZone};
use proptest::prelude::*;
use strum::IntoEnumIterator;
use uuid::Uuid;

use super::*;
use crate::meetings::{Attendance, Audience, Counts, MeetingKind, MeetingPlan, MeetingState, NewMeeting};
use crate::text::{EmailAddress, Language};

fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 3, 1, 12, 0, 0).unwrap()
}

fn start() -> DateTime<Utc> {
    now() + TimeDelta::days(14)
}

fn at_the_door() -> DateTime<Utc> {
    start() - TimeDelta::hours(1)
}

fn meeting(capacity: u32) -> Meeting {
    let plan = MeetingPlan {
        title: "Symposium".to_owned(),
        summary: String::new(),
        language_note: String::new(),
        kind: MeetingKind::Symposium,
        starts_at: start(),
        ends_at: start() + TimeDelta::hours(3),
        area_id: None,
        venue: None,
        accessibility_note: String::new(),
        online_url: None,
        audience: Audience::Public,
        capacity: Some(capacity),
        attendance: Attendance::Named,
    };
    let new = NewMeeting { organization_id: Uuid::from_u128(1).into(), network_id: Uuid::from_u128(2).into(), plan };
    Meeting { state: MeetingState::Published, ..new.schedule(Uuid::from_u128(3).into(), now()).unwrap() }
}

fn registration(seat: Seat) -> Registration {
    let new = NewRegistration { person_id: Uuid::from_u128(5).into(), needs: String::new() };
    new.accept(Uuid::from_u128(4).into(), &meeting(1), Given { seat, place: 1 }, now()).unwrap().0
}

fn cancelled() -> Registration {
    registration(Seat::Taken).cancel(&meeting(1), now()).unwrap().0
}

fn with_waitlist(waitlisted: u32) -> Meeting {
    Meeting { counts: Counts { registered: 1, waitlisted, ..Counts::default() }, ..meeting(1) }
}

#[test]
fn every_state_answers_every_command() {
    use RegistrationCommand as C;
    use RegistrationState as S;
    let allowed = [
        (S::Registered, C::Cancel, S::Cancelled),
        (S::Registered, C::CheckIn, S::Registered),
        (S::Registered, C::UndoCheckIn, S::Registered),
        (S::Waitlisted, C::Promote, S::Registered),
        (S::Waitlisted, C::Cancel, S::Cancelled),
        (S::Waitlisted, C::WalkIn, S::Registered),
        (S::Cancelled, C::TakeSeat, S::Registered),
        (S::Cancelled, C::Wait, S::Waitlisted),
        (S::Cancelled, C::WalkIn, S::Registered),
    ];

    for state in S::iter() {
        for command in C::iter() {
            let expected = allowed.iter().find(|(from, with, _)| (*from, *with) == (state, command));
            let expected = expected.map_or(Err(RegistrationError::WrongState { state, command }), |(_, _, to)| Ok(*to));

            assert_eq!(state.after(command), expected, "{state:?} {command:?}");
        }
    }
}

#[test]
fn the_audience_decides_who_registers() {
    use Entrant::{Affiliated, Guest, NetworkMember};
    let entrants = [Guest, Affiliated, NetworkMember];
    for (audience, answers) in
        [(Audience::Public, [true, true, true]), (Audience::Organization, [false, true, true]), (Audience::Network, [false, false, true])]
    {
        assert_eq!(entrants.map(|entrant| audience.admits(entrant)), answers, "{audience:?}");
    }
}

#[test]
fn one_registers_by_name_for_a_published_meeting_that_has_not_begun() {
    let count_only = MeetingPlan { attendance: Attendance::CountOnly, ..meeting(1).plan };
    let network_only = MeetingPlan { audience: Audience::Network, ..meeting(1).plan };
    for (meeting, at, answer) in [
        (meeting(1), now(), Ok(())),
        (meeting(1), start(), Err(RegistrationError::AlreadyStarted)),
        (Meeting { state: MeetingState::Draft, ..meeting(1) }, now(), Err(RegistrationError::NotOpen)),
        (Meeting { state: MeetingState::Cancelled, ..meeting(1) }, now(), Err(RegistrationError::NotOpen)),
        (Meeting { state: MeetingState::Held, ..meeting(1) }, now(), Err(RegistrationError::NotOpen)),
        (Meeting { plan: count_only, ..meeting(1) }, now(), Err(RegistrationError::CountOnly)),
        (Meeting { plan: network_only, ..meeting(1) }, now(), Err(RegistrationError::NotForYou)),
    ] {
        assert_eq!(meeting.admit(Entrant::Guest, at), answer);
    }
}

#[test]
fn a_newcomer_does_not_pass_those_who_wait_until_the_last_day() {
    let with_a_free_seat = Meeting { counts: Counts { waitlisted: 3, ..Counts::default() }, ..meeting(1) };

    assert!(!with_a_free_seat.offers_seat(now()));
    assert!(with_a_free_seat.offers_seat(start() - TimeDelta::hours(24)));
    assert!(meeting(1).offers_seat(now()));
    assert!(!with_waitlist(0).offers_seat(start() - TimeDelta::hours(24)));
}

#[test]
fn registering_twice_gives_the_same_registration() {
    let last_day = start() - TimeDelta::hours(24);

    assert!(!registration(Seat::Taken).asks_again(&meeting(1), last_day));
    assert!(!registration(Seat::None).asks_again(&meeting(1), last_day - TimeDelta::milliseconds(1)));
    assert!(registration(Seat::None).asks_again(&meeting(1), last_day));
    assert!(cancelled().asks_again(&meeting(1), now()));
}

#[test]
fn who_comes_back_stands_at_the_end() {
    let (back, change) = cancelled().return_on("rolstoel", Given { seat: Seat::None, place: 71 }, now()).unwrap();

    assert_eq!((back.state, back.place, back.cancelled_at), (RegistrationState::Waitlisted, 71, None));
    assert_eq!(change, CountChange { waitlisted: 1, ..CountChange::default() });
}

#[test]
fn a_cancellation_frees_the_seat_for_the_first_in_line_and_on_the_last_day_for_who_comes_first() {
    let last_day = start() - TimeDelta::hours(24);
    for (seat, waitlisted, at, freed) in [
        (Seat::Taken, 2, now(), Freed::ForFirstInLine),
        (Seat::Taken, 2, last_day, Freed::ForWhoComesFirst),
        (Seat::Taken, 0, now(), Freed::Nothing),
        (Seat::None, 2, now(), Freed::Nothing),
    ] {
        let outcome = registration(seat).cancel(&with_waitlist(waitlisted), at).map(|(_, _, freed)| freed);

        assert_eq!(outcome, Ok(freed), "{seat:?} {waitlisted} {at}");
    }
}

#[test]
fn nobody_cancels_once_the_meeting_has_begun_or_they_came() {
    let (present, _) = registration(Seat::Taken).check_in(&meeting(1), at_the_door()).unwrap();

    assert_eq!(registration(Seat::Taken).cancel(&meeting(1), start()), Err(RegistrationError::AlreadyStarted));
    assert_eq!(present.cancel(&meeting(1), at_the_door()), Err(RegistrationError::AlreadyAttended));
}

#[test]
fn checking_in_twice_counts_once() {
    let (present, first) = registration(Seat::Taken).check_in(&meeting(1), at_the_door()).unwrap();
    let (again, second) = present.check_in(&meeting(1), start()).unwrap();

    assert_eq!((first.attended, second, again.attended_at), (1, CountChange::default(), Some(at_the_door())));
}

#[test]
fn checking_in_opens_half_a_day_before_and_stays_open_after() {
    let early = start() - TimeDelta::hours(CHECK_IN_OPENS_HOURS) - TimeDelta::milliseconds(1);
    let held = Meeting { state: MeetingState::Held, ..meeting(1) };
    let called_off = Meeting { state: MeetingState::Cancelled, ..meeting(1) };

    assert_eq!(meeting(1).check_door(early), Err(RegistrationError::CheckInClosed));
    assert_eq!(meeting(1).check_door(early + TimeDelta::milliseconds(1)), Ok(()));
    assert_eq!(held.check_door(start() + TimeDelta::days(3)), Ok(()));
    assert_eq!(called_off.check_door(start()), Err(RegistrationError::CheckInClosed));
}

#[test]
fn who_waited_and_came_is_a_walk_in() {
    let (present, change) = registration(Seat::None).check_in(&meeting(1), at_the_door()).unwrap();

    assert!(present.is_walk_in);
    assert_eq!(change, CountChange { waitlisted: -1, walk_ins: 1, ..CountChange::default() });
}

#[test]
fn undoing_gives_the_counts_back() {
    let (present, came) = registration(Seat::Taken).check_in(&meeting(1), at_the_door()).unwrap();
    let (absent, undone) = present.undo_check_in(&meeting(1), at_the_door()).unwrap();
    let (walk_in, let_in) = meeting(1).let_in(Uuid::from_u128(6).into(), Uuid::from_u128(7).into(), 9, at_the_door()).unwrap();
    let (gone, sent_away) = walk_in.undo_check_in(&meeting(1), at_the_door()).unwrap();

    assert_eq!((came.attended, undone.attended, absent.state), (1, -1, RegistrationState::Registered));
    assert_eq!((let_in.walk_ins, sent_away.walk_ins, gone.state), (1, -1, RegistrationState::Cancelled));
    assert_eq!(absent.undo_check_in(&meeting(1), at_the_door()), Err(RegistrationError::NotAttended));
}

#[test]
fn what_someone_needs_is_not_printed() {
    let needs = Registration { needs: "rolstoel".to_owned(), ..registration(Seat::Taken) };

    assert!(!format!("{needs:?}").contains("rolstoel"));
}

fn guest() -> NewGuestRequest {
    NewGuestRequest {
        name: "Gast Voorbeeld".to_owned(),
        email: EmailAddress::parse("gast@drenthe.example").unwrap(),
        needs: String::new(),
        language: Language::Nl,
    }
}

#[test]
fn a_guest_follows_the_link_within_a_day_and_before_the_start() {
    let request = guest().ask(Uuid::from_u128(8).into(), &meeting(1), now()).unwrap();
    let late = guest().ask(Uuid::from_u128(8).into(), &meeting(1), at_the_door()).unwrap();
    let registration = Uuid::from_u128(9).into();

    assert_eq!((request.expires_at, late.expires_at), (now() + TimeDelta::hours(24), start()));
    assert_eq!(request.clone().confirm(&meeting(1), registration, request.expires_at), Err(RegistrationError::LinkExpired));
    assert_eq!(request.confirm(&meeting(1), registration, now()).map(|used| used.registration_id), Ok(Some(registration)));
}

#[test]
fn a_guest_who_follows_the_link_again_sees_the_same_registration() {
    let request = guest().ask(Uuid::from_u128(8).into(), &meeting(1), now()).unwrap();
    let used = request.confirm(&meeting(1), Uuid::from_u128(9).into(), now()).unwrap();

    assert_eq!(used.clone().confirm(&meeting(1), Uuid::from_u128(10).into(), start()), Ok(used));
}

#[test]
fn a_guest_does_not_register_for_a_meeting_of_the_network() {
    let plan = MeetingPlan { audience: Audience::Network, ..meeting(1).plan };

    let refused = guest().ask(Uuid::from_u128(8).into(), &Meeting { plan, ..meeting(1) }, now());

    assert_eq!(refused, Err(RegistrationError::NotForYou));
}

/// A meeting with its registrations in memory, for the property tests: it does what the use cases do, in their order.
struct Hall {
    meeting: Meeting,
    registrations: BTreeMap<u128, Registration>,
}

impl Hall {
    fn take_seat_if(&mut self, is_offered: bool) -> Given {
        self.meeting.counts.places_given += 1;
        Given { seat: if is_offered { Seat::Taken } else { Seat::None }, place: self.meeting.counts.places_given }
    }

    fn keep(&mut self, person: u128, (registration, change): (Registration, CountChange)) {
        self.meeting.counts = change.applied_to(self.meeting.counts);
        self.registrations.insert(person, registration);
    }

    fn register(&mut self, person: u128, at: DateTime<Utc>) {
        if self.meeting.admit(Entrant::Affiliated, at).is_err() {
            return;
        }
        let is_offered = self.meeting.offers_seat(at);
        let Some(known) = self.registrations.get(&person).cloned() else {
            let given = self.take_seat_if(is_offered);
            let new = NewRegistration { person_id: Uuid::from_u128(person).into(), needs: String::new() };
            let accepted = new.accept(Uuid::from_u128(1000 + person).into(), &self.meeting, given, at).unwrap();
            return self.keep(person, accepted);
        };
        if !known.asks_again(&self.meeting, at) {
            return;
        }
        match known.state {
            RegistrationState::Waitlisted if is_offered => self.keep(person, known.promote(at).unwrap()),
            RegistrationState::Waitlisted | RegistrationState::Registered => {}
            RegistrationState::Cancelled => {
                let given = self.take_seat_if(is_offered);
                self.keep(person, known.return_on("", given, at).unwrap());
            }
        }
    }

    fn cancel(&mut self, person: u128, at: DateTime<Utc>) {
        let Some(known) = self.registrations.get(&person).cloned() else { return };
        let Ok((cancelled, change, freed)) = known.cancel(&self.meeting, at) else { return };
        self.keep(person, (cancelled, change));
        if freed == Freed::ForFirstInLine {
            let waiting = self.registrations.values().filter(|one| one.state == RegistrationState::Waitlisted);
            let first = waiting.min_by_key(|one| one.place).cloned().unwrap();
            let next = first.person_id.uuid().as_u128();
            self.keep(next, first.promote(at).unwrap());
        }
    }

    fn check_in(&mut self, person: u128, at: DateTime<Utc>) {
        match self.registrations.get(&person).cloned() {
            Some(known) => {
                if let Ok(kept) = known.check_in(&self.meeting, at) {
                    self.keep(person, kept);
                }
            }
            None if self.meeting.check_door(at).is_ok() => {
                let place = self.take_seat_if(false).place;
                let id = (Uuid::from_u128(1000 + person).into(), Uuid::from_u128(person).into());
                let kept = self.meeting.let_in(id.0, id.1, place, at).unwrap();
                self.keep(person, kept);
            }
            None => {}
        }
    }

    fn undo(&mut self, person: u128, at: DateTime<Utc>) {
        let Some(known) = self.registrations.get(&person).cloned() else { return };
        if let Ok(kept) = known.undo_check_in(&self.meeting, at) {
            self.keep(person, kept);
        }
    }

    fn counted(&self) -> Counts {
        let count =
            |fits: &dyn Fn(&Registration) -> bool| u32::try_from(self.registrations.values().filter(|one| fits(one)).count()).unwrap();
        let seated = |one: &Registration| one.state == RegistrationState::Registered && !one.is_walk_in;
        Counts {
            registered: count(&seated),
            waitlisted: count(&|one| one.state == RegistrationState::Waitlisted),
            attended: count(&|one| seated(one) && one.attended_at.is_some()),
            walk_ins: count(&|one| one.state == RegistrationState::Registered && one.is_walk_in),
            places_given: self.meeting.counts.places_given,
        }
    }
}

fn hours_before_start() -> impl Strategy<Value = i64> {
    prop_oneof![Just(300), Just(25), Just(24), Just(11), Just(1), Just(0), Just(-1)]
}

proptest! {
    #[test]
    fn seats_are_never_oversold_and_counts_are_what_is_counted(
        capacity in 1_u32..5,
        mut steps in prop::collection::vec((hours_before_start(), 0_u8..4, 1_u128..9), 0..60),
    ) {
        // time runs forward: the furthest from the start comes first
        steps.sort_by_key(|(hours, _, _)| std::cmp::Reverse(*hours));
        let mut hall = Hall { meeting: meeting(capacity), registrations: BTreeMap::new() };
        for (hours, command, person) in steps {
            let at = start() - TimeDelta::hours(hours);
            match command {
                0 => hall.register(person, at),
                1 => hall.cancel(person, at),
                2 => hall.check_in(person, at),
                _ => hall.undo(person, at),
            }

            prop_assert!(hall.meeting.counts.registered <= capacity);
            prop_assert_eq!(hall.meeting.counts, hall.counted());
            if hours > 24 {
                let is_full = hall.meeting.counts.registered == capacity;
                prop_assert!(is_full || hall.meeting.counts.waitlisted == 0, "a seat is free while someone waits");
            }
        }
    }

    #[test]
    fn the_waitlist_moves_up_in_order_of_acceptance(capacity in 1_u32..6, people in 1_u128..40, leaving in prop::collection::vec(1_u128..40, 0..40)) {
        let mut hall = Hall { meeting: meeting(capacity), registrations: BTreeMap::new() };
        for person in 1..=people {
            hall.register(person, now());
        }
        for person in leaving {
            hall.cancel(person, now());

            let place_of = |state| hall.registrations.values().filter(move |one| one.state == state).map(|one| one.place);
            let last_in = place_of(RegistrationState::Registered).max().unwrap_or(0);
            let first_out = place_of(RegistrationState::Waitlisted).min().unwrap_or(u32::MAX);
            prop_assert!(last_in < first_out, "place {last_in} has a seat while {first_out} waits");
        }
    }
}
