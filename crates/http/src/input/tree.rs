//! JSON read into a tree, with the limits of security.md S32 and S34: depth, length of arrays, no key twice, no unsafe text.

use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Error as _, MapAccess, SeqAccess, Visitor};
use unicode_normalization::UnicodeNormalization;
use vliegwiel_domain::text;

use crate::problems::Flaw;

/// Deepest nesting of arrays and objects.
const DEPTH_MAX: usize = 32;
/// Most items of one array, and most members of one object.
const ITEMS_MAX: usize = 1_000;
/// Longest piece of a pointer that we send back, in characters.
const POINTER_PIECE_MAX: usize = 100;

/// A value within the limits. Texts are in NFC.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number from 0.
    Unsigned(u64),
    /// A whole number below 0.
    Signed(i64),
    /// A number with a fraction.
    Float(f64),
    /// A text.
    Text(String),
    /// The text of a query parameter, which may mean a number.
    Parameter(String),
    /// An array.
    List(Vec<Node>),
    /// An object, in the order of the sender.
    Object(Vec<(String, Node)>),
}

/// Why a body could not be read.
#[derive(Debug, PartialEq)]
pub enum Unreadable {
    /// Not JSON; where it went wrong, from 1.
    Syntax {
        /// Line in the body.
        line: usize,
        /// Column in the line.
        column: usize,
    },
    /// JSON outside the limits: all that was found before reading stopped.
    Flawed(Vec<Flaw>),
}

/// Read a JSON text.
///
/// # Errors
/// [`Unreadable`].
pub fn read(bytes: &[u8]) -> Result<Node, Unreadable> {
    let mut flaws = Vec::new();
    let mut json = serde_json::Deserializer::from_slice(bytes);
    let read =
        Reader { flaws: &mut flaws, pointer: String::new(), depth: 0 }.deserialize(&mut json).and_then(|node| json.end().map(|()| node));
    match read {
        _ if !flaws.is_empty() => Err(Unreadable::Flawed(flaws)),
        Ok(node) => Ok(node),
        Err(error) => Err(Unreadable::Syntax { line: error.line(), column: error.column() }),
    }
}

/// The pointer of a member of what `pointer` points to (RFC 6901), with long names cut off.
pub fn pointer_to(pointer: &str, piece: &str) -> String {
    let short: String = piece.chars().take(POINTER_PIECE_MAX).collect();
    format!("{pointer}/{}", short.replace('~', "~0").replace('/', "~1"))
}

/// A text in NFC, or the flaw of one that cannot be shown safely.
pub fn clean(pointer: &str, text: &str) -> Result<String, Flaw> {
    match text::prose(text, usize::MAX) {
        Ok(_) => Ok(text.nfc().collect()),
        Err(error) => Err(Flaw::new(pointer, error.code())),
    }
}

struct Reader<'a> {
    flaws: &'a mut Vec<Flaw>,
    pointer: String,
    depth: usize,
}

impl Reader<'_> {
    fn inner(&mut self, piece: &str) -> Reader<'_> {
        let pointer = pointer_to(&self.pointer, piece);
        Reader { flaws: self.flaws, pointer, depth: self.depth.saturating_add(1) }
    }

    /// Stop reading: what follows is not worth the work.
    fn stop<E: serde::de::Error>(&mut self, code: &'static str, most: usize) -> E {
        self.flaws.push(Flaw::new(&self.pointer, code).with_bounds(most));
        E::custom("outside the limits")
    }

    fn enter<E: serde::de::Error>(&mut self) -> Result<(), E> {
        if self.depth >= DEPTH_MAX { Err(self.stop("too-deep", DEPTH_MAX)) } else { Ok(()) }
    }
}

impl<'de> DeserializeSeed<'de> for Reader<'_> {
    type Value = Node;

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Reader<'_> {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
        Ok(Node::Unsigned(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Node, E> {
        Ok(Node::Signed(value))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Node, E> {
        Ok(Node::Float(value))
    }

    fn visit_str<E>(self, text: &str) -> Result<Node, E> {
        Ok(clean(&self.pointer, text).map_or_else(
            |flaw| {
                self.flaws.push(flaw);
                Node::Null
            },
            Node::Text,
        ))
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut seq: A) -> Result<Node, A::Error> {
        self.enter::<A::Error>()?;
        let mut items = Vec::new();
        while let Some(item) = {
            let index = items.len().to_string();
            seq.next_element_seed(self.inner(&index))?
        } {
            if items.len() >= ITEMS_MAX {
                return Err(self.stop("too-many-items", ITEMS_MAX));
            }
            items.push(item);
        }
        Ok(Node::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<Node, A::Error> {
        self.enter::<A::Error>()?;
        let mut members: Vec<(String, Node)> = Vec::new();
        while let Some(Key(key)) = map.next_key::<Key>()? {
            if members.len() >= ITEMS_MAX {
                return Err(self.stop("too-many-items", ITEMS_MAX));
            }
            if members.iter().any(|(known, _)| *known == key) {
                self.flaws.push(Flaw::new(&pointer_to(&self.pointer, &key), "duplicate-field"));
                return Err(A::Error::custom("a field twice"));
            }
            let value = map.next_value_seed(self.inner(&key))?;
            members.push((key, value));
        }
        Ok(Node::Object(members))
    }
}

#[derive(Deserialize)]
struct Key(String);

#[cfg(test)]
mod tests {
    use super::*;

    fn flaws(json: &str) -> Vec<(String, String)> {
        match read(json.as_bytes()) {
            Err(Unreadable::Flawed(flaws)) => flaws.into_iter().map(|flaw| (flaw.pointer, flaw.code.into_owned())).collect(),
            other => panic!("no flaws: {other:?}"),
        }
    }

    fn is_syntax(json: &[u8]) -> bool {
        matches!(read(json), Err(Unreadable::Syntax { .. }))
    }

    #[test]
    fn what_is_not_json_is_refused_with_its_place() {
        assert_eq!(read(b"{\n \"a\": x}"), Err(Unreadable::Syntax { line: 2, column: 7 }));
        for json in [&b""[..], b"{", b"[1,]", b"{} {}", b"NaN", b"1e400", b"\"\\ud800\"", b"\"\xff\"", b"{\"a\":1,}"] {
            assert!(is_syntax(json), "{json:?}");
        }
    }

    #[test]
    fn nesting_stops_at_32() {
        let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));

        assert!(read(nested(32).as_bytes()).is_ok());
        assert_eq!(flaws(&nested(33)).first().map(|flaw| flaw.1.clone()), Some("too-deep".to_owned()));
        assert_eq!(flaws(&"[".repeat(100_000)).len(), 1);
    }

    #[test]
    fn an_array_stops_at_1000() {
        let array = |items: usize| format!("[{}]", vec!["1"; items].join(","));

        assert!(read(array(1_000).as_bytes()).is_ok());
        assert_eq!(flaws(&array(1_001)), [(String::new(), "too-many-items".to_owned())]);
    }

    #[test]
    fn a_field_twice_is_refused() {
        assert_eq!(flaws(r#"{"a":{"b~/":1,"b~/":2}}"#), [("/a/b~0~1".to_owned(), "duplicate-field".to_owned())]);
    }

    #[test]
    fn every_unsafe_text_is_named() {
        let unsafe_text = |pointer: &str| (pointer.to_owned(), "unsafe-characters".to_owned());

        let found = flaws("{\"a\":\"x\\u0000\",\"b\":[\"goed\",\"\u{202E}\"]}");

        assert_eq!(found, [unsafe_text("/a"), unsafe_text("/b/1")]);
    }

    #[test]
    fn texts_are_composed() {
        assert_eq!(read("\"e\u{0301}\"".as_bytes()), Ok(Node::Text("é".to_owned())));
    }
}
