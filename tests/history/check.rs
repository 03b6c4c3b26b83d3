//! What must hold between what clients were told and what the tables hold: a pure function, proven in `mutants`.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

/// One thing that a client wanted, with everything that was answered about it.
#[derive(Debug, Clone)]
pub struct Operation {
    /// The `Idempotency-Key`, the same in every attempt.
    pub key: String,
    /// Who registered.
    pub person: Uuid,
    /// For which meeting.
    pub meeting: Uuid,
    /// Every attempt in order.
    pub attempts: Vec<Attempt>,
}

/// What became of one attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Attempt {
    /// No answer, or one that says to come back: it may or may not have happened.
    Unknown,
    /// Acknowledged, with the id of the registration and the whole body.
    Done { registration: Uuid, body: String },
    /// Any other answer: nothing that a client of this run asks may be refused.
    Refused { status: u16 },
}

/// A row of `registrations`.
#[derive(Debug, Clone)]
pub struct Registration {
    pub id: Uuid,
    pub person: Uuid,
    pub meeting: Uuid,
    pub has_seat: bool,
    pub place: i32,
}

/// A row of `meetings`.
#[derive(Debug, Clone)]
pub struct Meeting {
    pub id: Uuid,
    pub capacity: i32,
    pub registered: i32,
    pub waitlisted: i32,
    pub places_given: i32,
}

/// The tables after the run.
#[derive(Debug, Clone, Default)]
pub struct Tables {
    pub registrations: Vec<Registration>,
    pub meetings: Vec<Meeting>,
    /// The letters in the outbox: to whom, about which meeting.
    pub letters: Vec<(Uuid, Uuid)>,
    /// The objects of the audit events for registering.
    pub deeds: Vec<Uuid>,
    /// The first number at which the audit chain does not hold.
    pub broken_at: Option<i64>,
}

/// A promise that was broken.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// Asked again until the end, and never answered.
    Unanswered { key: String },
    /// Answered with something that no client of this run deserves.
    Refused { key: String, status: u16 },
    /// Two answers to one key.
    TwoAnswers { key: String },
    /// Acknowledged, and not in the table.
    Lost { key: String },
    /// One person twice at one meeting.
    Double { person: Uuid, meeting: Uuid },
    /// In the table, and nobody asked for it.
    Unasked { registration: Uuid },
    /// More seats given than there are.
    Oversold { meeting: Uuid },
    /// The counts of a meeting are not those of its rows.
    Miscounted { meeting: Uuid },
    /// The places of a meeting are not 1, 2, 3 and so on.
    Disordered { meeting: Uuid },
    /// Not exactly one letter for a registration.
    Letters { registration: Uuid, found: usize },
    /// A letter about a registration that is not there.
    OrphanLetter { person: Uuid, meeting: Uuid },
    /// Not exactly one audit event for a registration.
    Deeds { registration: Uuid, found: usize },
    /// An audit event about a registration that is not there.
    OrphanDeed { object: Uuid },
    /// The audit chain does not hold.
    BrokenChain { at: i64 },
}

/// Everything that is wrong, in order; nothing when every promise was kept.
#[must_use]
pub fn faults(history: &[Operation], tables: &Tables) -> Vec<Fault> {
    let mut found = answers(history);
    found.extend(rows(history, tables));
    found.extend(tables.meetings.iter().flat_map(|meeting| counts(meeting, &tables.registrations)));
    found.extend(letters(tables));
    found.extend(deeds(tables));
    found.extend(tables.broken_at.map(|at| Fault::BrokenChain { at }));
    found.sort();
    found
}

/// How many operations were acknowledged.
#[must_use]
pub fn acknowledged(history: &[Operation]) -> usize {
    history.iter().filter(|one| told(one).next().is_some()).count()
}

fn told(operation: &Operation) -> impl Iterator<Item = (Uuid, &str)> {
    operation.attempts.iter().filter_map(|attempt| match attempt {
        Attempt::Done { registration, body } => Some((*registration, body.as_str())),
        Attempt::Unknown | Attempt::Refused { .. } => None,
    })
}

fn answers(history: &[Operation]) -> Vec<Fault> {
    let mut found = Vec::new();
    for operation in history {
        let key = || operation.key.clone();
        let refused = operation.attempts.iter().filter_map(|attempt| match attempt {
            Attempt::Refused { status } => Some(Fault::Refused { key: key(), status: *status }),
            Attempt::Unknown | Attempt::Done { .. } => None,
        });
        found.extend(refused);
        match told(operation).collect::<BTreeSet<_>>().len() {
            0 => found.push(Fault::Unanswered { key: key() }),
            1 => {}
            _ => found.push(Fault::TwoAnswers { key: key() }),
        }
    }
    found
}

fn rows(history: &[Operation], tables: &Tables) -> Vec<Fault> {
    let mut found = Vec::new();
    let stored: BTreeMap<Uuid, (Uuid, Uuid)> = tables.registrations.iter().map(|row| (row.id, (row.person, row.meeting))).collect();
    for operation in history {
        let wanted = (operation.person, operation.meeting);
        if told(operation).any(|(registration, _)| stored.get(&registration) != Some(&wanted)) {
            found.push(Fault::Lost { key: operation.key.clone() });
        }
    }
    let asked: BTreeSet<(Uuid, Uuid)> = history.iter().map(|operation| (operation.person, operation.meeting)).collect();
    let mut seen = BTreeSet::new();
    for Registration { id, person, meeting, .. } in &tables.registrations {
        if !asked.contains(&(*person, *meeting)) {
            found.push(Fault::Unasked { registration: *id });
        }
        if !seen.insert((*person, *meeting)) {
            found.push(Fault::Double { person: *person, meeting: *meeting });
        }
    }
    found
}

fn counts(meeting: &Meeting, registrations: &[Registration]) -> Vec<Fault> {
    let own: Vec<&Registration> = registrations.iter().filter(|row| row.meeting == meeting.id).collect();
    let number = |rows: usize| i32::try_from(rows).unwrap_or(i32::MAX);
    let seats = number(own.iter().filter(|row| row.has_seat).count());
    let mut places: Vec<i32> = own.iter().map(|row| row.place).collect();
    places.sort_unstable();
    let all = number(own.len());
    let mut found = Vec::new();
    if seats > meeting.capacity {
        found.push(Fault::Oversold { meeting: meeting.id });
    }
    if (meeting.registered, meeting.waitlisted, meeting.places_given) != (seats, all - seats, all) {
        found.push(Fault::Miscounted { meeting: meeting.id });
    }
    // whoever stands at the end of the line has no seat while someone before waits
    let first_waiting = own.iter().filter(|row| !row.has_seat).map(|row| row.place).min().unwrap_or(i32::MAX);
    if places != (1..=all).collect::<Vec<i32>>() || own.iter().any(|row| row.has_seat && row.place > first_waiting) {
        found.push(Fault::Disordered { meeting: meeting.id });
    }
    found
}

fn letters(tables: &Tables) -> Vec<Fault> {
    let mut waiting: BTreeMap<(Uuid, Uuid), usize> = BTreeMap::new();
    for about in &tables.letters {
        *waiting.entry(*about).or_default() += 1;
    }
    let mut found = Vec::new();
    for row in &tables.registrations {
        let letters = waiting.remove(&(row.person, row.meeting)).unwrap_or_default();
        if letters != 1 {
            found.push(Fault::Letters { registration: row.id, found: letters });
        }
    }
    found.extend(waiting.into_keys().map(|(person, meeting)| Fault::OrphanLetter { person, meeting }));
    found
}

fn deeds(tables: &Tables) -> Vec<Fault> {
    let mut recorded: BTreeMap<Uuid, usize> = BTreeMap::new();
    for object in &tables.deeds {
        *recorded.entry(*object).or_default() += 1;
    }
    let mut found = Vec::new();
    for row in &tables.registrations {
        let deeds = recorded.remove(&row.id).unwrap_or_default();
        if deeds != 1 {
            found.push(Fault::Deeds { registration: row.id, found: deeds });
        }
    }
    found.extend(recorded.into_keys().map(|object| Fault::OrphanDeed { object }));
    found
}
