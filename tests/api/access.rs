//! The policy as text: reviewed as a difference, never changed by accident.

use std::fmt::Write as _;
use std::path::Path;

use strum::IntoEnumIterator;
use vliegwiel_domain::access::{Action, Who, allowed_to};

#[test]
fn the_printed_matrix_is_the_policy() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("access-matrix.txt");
    let printed = print();

    if std::env::var_os("UPDATE_MATRIX").is_some() {
        std::fs::write(&path, &printed).unwrap();
    }

    let checked_in = std::fs::read_to_string(path).unwrap();
    assert!(checked_in == printed, "the policy changed: look at it with UPDATE_MATRIX=1 and git diff tests/access-matrix.txt");
}

fn print() -> String {
    let everyone: Vec<Who> = Who::iter().collect();
    let mut text = String::from("# Who may do what, as far as the place decides. Made by tests/api/access.rs.\n");
    write!(text, "{:<36}", "action").unwrap();
    for who in &everyone {
        write!(text, " {:<14}", <&str>::from(who)).unwrap();
    }
    text.push('\n');
    for action in Action::iter() {
        write!(text, "{:<36}", action.code()).unwrap();
        for who in &everyone {
            write!(text, " {:<14}", if allowed_to(action).contains(who) { "yes" } else { "." }).unwrap();
        }
        let end = text.trim_end().len();
        text.truncate(end);
        text.push('\n');
    }
    text
}
