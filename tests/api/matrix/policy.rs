//! What everyone is answered, as text: reviewed as a difference, never changed by accident.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde_json::Value;
use strum::IntoEnumIterator;
use vliegwiel_domain::access::{Action, Who, allowed_to};

use super::document::Operation;
use super::recipes;
use super::stage::{At, PRINCIPALS, roles};

/// Where the policy allows something and the answer is a refusal all the same: the operation, the thing and the principal as far as they
/// matter, and why.
const EXPLAINED: [(&str, &str, &str, &str); 4] = [
    ("endAffiliation", "over", "participant", "the affiliation that is over is of someone else"),
    ("getMembership", "over", "participant", "the membership that is over is of someone else"),
    ("leaveNetwork", "over", "participant", "the membership that is over is of someone else"),
    ("listWorkingGroupMembers", "", "", "who is in a group is told to the network only, whoever may read the group"),
];

/// Writes that leave another number of events than one, and why.
const COUNTED: [(&str, &str); 3] = [
    ("endNetwork", "what ends with the network has an event of its own"),
    ("issueAccessToken", "the session goes on as it was; reuse of a token is told"),
    ("registerAttendee", "who is registered is given the same registration again"),
];

/// What one request got.
pub struct Cell {
    /// Status code.
    pub status: u16,
    /// The fields of the answer, in a path of names.
    pub fields: BTreeSet<String>,
    /// What it left in the audit trail.
    pub deeds: Vec<String>,
}

/// The fields of an answer, and what it left in the audit trail.
type Given<'a> = (&'a BTreeSet<String>, &'a Vec<String>);

/// The answers to each principal, by operation and thing.
pub type Answers = BTreeMap<(String, &'static str), Vec<Cell>>;

/// The names of all fields in a value that have one.
pub fn fields_of(value: &Value, prefix: &str, into: &mut BTreeSet<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| fields_of(item, prefix, into)),
        Value::Object(fields) => {
            for (name, value) in fields.iter().filter(|(_, value)| !value.is_null()) {
                let path = if prefix.is_empty() { name.clone() } else { format!("{prefix}.{name}") };
                fields_of(value, &path, into);
                into.insert(path);
            }
        }
        _ => {}
    }
}

/// The file with this name beside the tests.
fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// Hold a text against the file that is checked in, or write it there.
pub fn hold(name: &str, text: &str) {
    if std::env::var_os("UPDATE_MATRIX").is_some() {
        std::fs::write(file(name), text).unwrap();
    }
    let checked_in = std::fs::read_to_string(file(name)).unwrap();
    let differences = checked_in.lines().zip(text.lines()).filter(|(before, after)| before != after);
    let first: Vec<_> = differences.take(8).collect();
    assert!(checked_in == text, "tests/{name} says otherwise: look with UPDATE_MATRIX=1 and git diff tests/{name}\n{first:#?}");
}

/// The action of the policy that each operation asks for, as the file of statuses says; `-` for one that asks for none.
pub fn actions() -> BTreeMap<String, String> {
    let text = std::fs::read_to_string(file("operation-matrix.txt")).unwrap_or_default();
    let rows = text.lines().filter(|line| !line.starts_with([' ', '#']) && !line.is_empty());
    rows.filter_map(|row| {
        let mut words = row.split_whitespace();
        Some((words.next()?.to_owned(), words.next()?.to_owned()))
    })
    .collect()
}

/// The statuses as text.
pub fn print_statuses(operations: &[Operation], answers: &Answers) -> String {
    let known = actions();
    let mut text = String::from(
        "# What everyone is answered (security.md S01). Made by tests/api/matrix; the action beside an operation is written by hand:\n\
         # the right of tests/access-matrix.txt that it asks for, `-` where it asks for none.\n",
    );
    let mut tag = "";
    for operation in operations {
        if operation.tag != tag {
            tag = &operation.tag;
            write!(text, "\n# {tag:<10}").unwrap();
            for name in PRINCIPALS {
                write!(text, " {name:<15}").unwrap();
            }
            end_line(&mut text);
        }
        let action = known.get(&operation.id).map_or("?", String::as_str);
        writeln!(text, "{:<26} {action:<34} {} {}", operation.id, operation.method, operation.path).unwrap();
        for at in At::iter() {
            let at: &'static str = at.into();
            if let Some(cells) = answers.get(&(operation.id.clone(), at)) {
                write!(text, "  {at:<10}").unwrap();
                for cell in cells {
                    write!(text, " {:<15}", cell.status).unwrap();
                }
                end_line(&mut text);
            }
        }
    }
    text
}

/// The fields and the trail of every answer that grants something, as text: who gets the same stands together.
pub fn print_fields(operations: &[Operation], answers: &Answers) -> String {
    let mut text = String::from(
        "# Which fields with something in them everyone is given (security.md S07), and what it leaves in the audit trail (S50). Made by tests/api/matrix.\n",
    );
    for operation in operations {
        writeln!(text, "\n{}", operation.id).unwrap();
        let mut groups: Vec<(Given<'_>, Vec<&str>)> = Vec::new();
        for (cell, name) in answers[&(operation.id.clone(), At::Own.into())].iter().zip(PRINCIPALS) {
            let is_granted = (200..300).contains(&cell.status);
            let key = (&cell.fields, &cell.deeds);
            match groups.iter_mut().find(|(known, _)| *known == key) {
                _ if !is_granted => {}
                Some((_, names)) => names.push(name),
                None => groups.push((key, vec![name])),
            }
        }
        for ((fields, deeds), names) in groups {
            writeln!(text, "  {}", names.join(" ")).unwrap();
            writeln!(text, "    trail: {}", if deeds.is_empty() { "-".to_owned() } else { deeds.join(" ") }).unwrap();
            let fields = fields.iter().map(String::as_str).collect::<Vec<_>>();
            writeln!(text, "    fields: {}", if fields.is_empty() { "-".to_owned() } else { fields.join(" ") }).unwrap();
        }
    }
    text
}

fn end_line(text: &mut String) {
    let end = text.trim_end().len();
    text.truncate(end);
    text.push('\n');
}

/// Where the answers are not what the policy of the domain says.
pub fn surprises(operations: &[Operation], answers: &Answers) -> Vec<String> {
    let known = actions();
    let mut surprises = Vec::new();
    for operation in operations {
        let Some(action) = known.get(&operation.id).filter(|action| *action != "?") else {
            surprises.push(format!("{} has no action beside it in tests/operation-matrix.txt", operation.id));
            continue;
        };
        let action = Action::iter().find(|one| one.code() == action);
        assert!(action.is_some() || known[&operation.id] == "-", "{}: no such action", operation.id);
        for at in At::iter() {
            for (cell, principal) in answers.get(&(operation.id.clone(), at.into())).into_iter().flatten().zip(PRINCIPALS) {
                if let Some(why) = surprise(operation, at, principal, cell.status, action) {
                    surprises.push(format!("{} {at:?} {principal}: {}: {why}", operation.id, cell.status));
                }
            }
        }
    }
    surprises
}

fn surprise(operation: &Operation, at: At, principal: &str, status: u16, action: Option<Action>) -> Option<&'static str> {
    let is_granted = (200..300).contains(&status);
    let is_nothing = operation.is_of_organization() && matches!(at, At::Foreign | At::Absent);
    let is_signed_out = ["session-ended", "token-expired", "suspended"].contains(&principal);
    if status >= 500 || status == 418 {
        return Some("a fault");
    }
    if is_granted && is_nothing {
        return Some("there is no such thing here");
    }
    let action = action?;
    // what is asked of no one network is asked of all one's own
    let is_of_all = operation.objects.is_empty() && at == At::Own && !recipes::names_things(operation);
    let mut who = roles(principal, at);
    if is_of_all && principal == "core-group-else" {
        who.push(Who::CoreGroup);
    }
    let may = who.iter().any(|role| allowed_to(action).contains(role));
    if is_granted && !may {
        return Some("the policy does not allow it");
    }
    if is_granted && is_signed_out {
        return Some("is not signed in");
    }
    let said: &'static str = at.into();
    let is_explained = EXPLAINED
        .iter()
        .any(|(id, place, name, _)| *id == operation.id && (place.is_empty() || *place == said) && (name.is_empty() || *name == principal));
    let is_refused = matches!(status, 401 | 403 | 404);
    (is_refused && may && !is_nothing && !is_signed_out && !is_explained).then_some("refused, though the policy allows it")
}

/// Where a write that was granted left no event in the audit trail, or more than one, or a reading left more than one (security.md S50).
pub fn gaps_in_the_trail(operations: &[Operation], answers: &Answers) -> Vec<String> {
    let mut gaps = Vec::new();
    for operation in operations.iter().filter(|operation| COUNTED.iter().all(|(id, _)| *id != operation.id)) {
        for (cell, principal) in answers[&(operation.id.clone(), At::Own.into())].iter().zip(PRINCIPALS) {
            let is_granted = (200..300).contains(&cell.status);
            let is_right = if operation.is_write() { cell.deeds.len() == 1 } else { cell.deeds.len() <= 1 };
            if is_granted && !is_right {
                gaps.push(format!("{} {principal}: {:?} in the audit trail", operation.id, cell.deeds));
            }
        }
    }
    gaps
}
