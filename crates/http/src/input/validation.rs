//! What `validator` found, as flaws with pointers to the fields of the wire.

use serde_json::Value;
use validator::{ValidationError, ValidationErrors, ValidationErrorsKind};

use super::tree::pointer_to;
use crate::problems::Flaw;

/// All flaws, in the order of their pointers.
pub fn flaws(errors: &ValidationErrors) -> Vec<Flaw> {
    let mut found = Vec::new();
    collect(errors, "", &mut found);
    found.sort_by(|a, b| a.pointer.cmp(&b.pointer));
    found
}

fn collect(errors: &ValidationErrors, pointer: &str, found: &mut Vec<Flaw>) {
    for (field, kind) in errors.errors() {
        let here = pointer_to(pointer, &lower_camel_case(field));
        match kind {
            ValidationErrorsKind::Struct(inner) => collect(inner, &here, found),
            ValidationErrorsKind::List(items) => {
                for (index, inner) in items {
                    collect(inner, &pointer_to(&here, &index.to_string()), found);
                }
            }
            ValidationErrorsKind::Field(errors) => found.extend(errors.iter().map(|error| flaw(&here, error))),
        }
    }
}

fn flaw(pointer: &str, error: &ValidationError) -> Flaw {
    let number = |name: &str| error.params.get(name).map(ToString::to_string);
    match error.code.as_ref() {
        "length" => of_length(pointer, error.params.get("value"), number("min"), number("max")),
        "range" => {
            let bounds = match (number("min"), number("max")) {
                (Some(min), Some(max)) => Some(format!("{min} – {max}")),
                (Some(min), None) => Some(format!("≥ {min}")),
                (None, Some(max)) => Some(format!("≤ {max}")),
                (None, None) => None,
            };
            Flaw { bounds, ..Flaw::new(pointer, "out-of-range") }
        }
        "email" => Flaw::new(pointer, "not-an-email-address"),
        "required" => Flaw::new(pointer, "missing"),
        other => Flaw {
            code: other.to_owned().into(),
            detail: error.message.as_deref().map(str::to_owned),
            ..Flaw::new(pointer, "invalid-value")
        },
    }
}

fn of_length(pointer: &str, value: Option<&Value>, min: Option<String>, max: Option<String>) -> Flaw {
    let length = match value {
        Some(Value::String(text)) => text.chars().count(),
        Some(Value::Array(items)) => items.len(),
        _ => 0,
    };
    let is_over = max.as_ref().and_then(|max| max.parse::<usize>().ok()).is_some_and(|max| length > max);
    match (is_over, length) {
        (true, _) => Flaw { bounds: max, ..Flaw::new(pointer, "too-long") },
        (false, 0) => Flaw::new(pointer, "empty"),
        (false, _) => Flaw { bounds: min, ..Flaw::new(pointer, "too-short") },
    }
}

/// The name of a field on the wire, from its name in Rust.
fn lower_camel_case(field: &str) -> String {
    let mut words = field.trim_start_matches("r#").split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| {
        let mut letters = word.chars();
        let capital = letters.next().map(|letter| letter.to_ascii_uppercase());
        name + &capital.into_iter().chain(letters).collect::<String>()
    })
}

#[cfg(test)]
mod tests {
    use validator::Validate;

    use super::*;

    #[derive(serde::Serialize, Validate)]
    struct Seat {
        #[validate(range(min = 1, max = 9))]
        row: u32,
    }

    #[derive(Validate)]
    struct Room {
        #[validate(length(min = 3, max = 5))]
        street_name: String,
        #[validate(length(max = 1), nested)]
        seats: Vec<Seat>,
    }

    fn found(room: &Room) -> Vec<(String, String, Option<String>)> {
        flaws(&room.validate().unwrap_err()).into_iter().map(|flaw| (flaw.pointer, flaw.code.into_owned(), flaw.bounds)).collect()
    }

    #[test]
    fn all_flaws_are_found_at_once_with_their_bounds() {
        let room = Room { street_name: "Laan 12".to_owned(), seats: vec![Seat { row: 10 }] };

        let flaws = found(&room);

        assert_eq!(
            flaws,
            [
                ("/seats/0/row".to_owned(), "out-of-range".to_owned(), Some("1 – 9".to_owned())),
                ("/streetName".to_owned(), "too-long".to_owned(), Some("5".to_owned())),
            ]
        );
    }

    #[test]
    fn too_short_and_empty_differ() {
        let with = |name: &str| found(&Room { street_name: name.to_owned(), seats: Vec::new() }).first().map(|flaw| flaw.1.clone());

        assert_eq!(with("ab").as_deref(), Some("too-short"));
        assert_eq!(with("").as_deref(), Some("empty"));
    }
}
