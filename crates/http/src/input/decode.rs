//! From a tree to a wire type, with refusals as values: no text of a library reaches a caller.

use std::fmt::{self, Display};

use serde::de::value::{MapAccessDeserializer, StringDeserializer};
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, Error as _, Expected, IntoDeserializer, MapAccess, SeqAccess, Unexpected, Visitor,
};

use super::tree::{Node, pointer_to};
use crate::problems::Flaw;

/// Decode a wire type.
///
/// # Errors
/// The first flaw: an unknown or missing field, a value of another kind, a code that is none of the known ones.
pub fn decode<T: DeserializeOwned>(node: Node) -> Result<T, Flaw> {
    T::deserialize(node).map_err(|refusal| Flaw { pointer: refusal.pointer(), ..refusal.flaw })
}

/// A flaw on its way up: the pieces of its pointer are gathered innermost first.
#[derive(Debug)]
pub struct Refusal {
    flaw: Flaw,
    pieces: Vec<String>,
}

impl Refusal {
    fn new(code: &'static str) -> Self {
        Self { flaw: Flaw::new("", code), pieces: Vec::new() }
    }

    fn inside(mut self, piece: &str) -> Self {
        self.pieces.push(piece.to_owned());
        self
    }

    fn pointer(&self) -> String {
        self.pieces.iter().rev().fold(String::new(), |pointer, piece| pointer_to(&pointer, piece))
    }
}

impl Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at {}", self.flaw.code, self.pointer())
    }
}

impl std::error::Error for Refusal {}

impl serde::de::Error for Refusal {
    fn custom<T: Display>(_: T) -> Self {
        Self::new("invalid-value")
    }

    fn invalid_type(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        Self::new("wrong-type")
    }

    fn invalid_value(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        Self::new("invalid-value")
    }

    fn invalid_length(_: usize, _: &dyn Expected) -> Self {
        Self::new("wrong-length")
    }

    fn unknown_variant(_: &str, expected: &'static [&'static str]) -> Self {
        let mut refusal = Self::new("unknown-code");
        refusal.flaw.bounds = Some(expected.join(", "));
        refusal
    }

    fn unknown_field(field: &str, _: &'static [&'static str]) -> Self {
        Self::new("unknown-field").inside(field)
    }

    fn missing_field(field: &'static str) -> Self {
        Self::new("missing").inside(field)
    }

    fn duplicate_field(field: &'static str) -> Self {
        Self::new("duplicate-field").inside(field)
    }
}

impl IntoDeserializer<'_, Refusal> for Node {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// A parameter is text that may mean a number or a truth.
macro_rules! parsed {
    ($($method:ident $visit:ident $type:ty),+ $(,)?) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
            match self {
                Node::Parameter(text) => text.parse::<$type>().map_err(|_| Refusal::new("wrong-type")).and_then(|value| visitor.$visit(value)),
                other => other.deserialize_any(visitor),
            }
        }
    )+};
}

impl<'de> Deserializer<'de> for Node {
    type Error = Refusal;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        match self {
            Self::Null => visitor.visit_unit(),
            Self::Bool(value) => visitor.visit_bool(value),
            Self::Unsigned(value) => visitor.visit_u64(value),
            Self::Signed(value) => visitor.visit_i64(value),
            Self::Float(value) => visitor.visit_f64(value),
            Self::Text(text) | Self::Parameter(text) => visitor.visit_string(text),
            Self::List(items) => visitor.visit_seq(Items { items: items.into_iter(), index: 0 }),
            Self::Object(members) => visitor.visit_map(Members { members: members.into_iter(), value: None }),
        }
    }

    parsed! {
        deserialize_bool visit_bool bool,
        deserialize_i8 visit_i8 i8, deserialize_i16 visit_i16 i16, deserialize_i32 visit_i32 i32, deserialize_i64 visit_i64 i64,
        deserialize_u8 visit_u8 u8, deserialize_u16 visit_u16 u16, deserialize_u32 visit_u32 u32, deserialize_u64 visit_u64 u64,
        deserialize_f32 visit_f32 f32, deserialize_f64 visit_f64 f64,
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        match self {
            Self::Null => visitor.visit_none(),
            other => visitor.visit_some(other),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Refusal> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(self, _: &'static str, _: &'static [&'static str], visitor: V) -> Result<V::Value, Refusal> {
        match self {
            Self::Text(text) | Self::Parameter(text) => visitor.visit_enum(StringDeserializer::new(text)),
            Self::Object(members) if members.len() == 1 => {
                visitor.visit_enum(MapAccessDeserializer::new(Members { members: members.into_iter(), value: None }))
            }
            _ => Err(Refusal::new("wrong-type")),
        }
    }

    /// An object, and nothing else: derived types would take an array with the values in order as well.
    fn deserialize_struct<V: Visitor<'de>>(self, _: &'static str, _: &'static [&'static str], visitor: V) -> Result<V::Value, Refusal> {
        match self {
            Self::Object(_) => self.deserialize_any(visitor),
            _ => Err(Refusal::new("wrong-type")),
        }
    }

    serde::forward_to_deserialize_any! {
        i128 u128 char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map identifier ignored_any
    }
}

struct Items {
    items: std::vec::IntoIter<Node>,
    index: usize,
}

impl<'de> SeqAccess<'de> for Items {
    type Error = Refusal;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Refusal> {
        let Some(item) = self.items.next() else { return Ok(None) };
        let value = seed.deserialize(item).map_err(|refusal| refusal.inside(&self.index.to_string()))?;
        self.index = self.index.saturating_add(1);
        Ok(Some(value))
    }
}

struct Members {
    members: std::vec::IntoIter<(String, Node)>,
    value: Option<(String, Node)>,
}

impl<'de> MapAccess<'de> for Members {
    type Error = Refusal;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Refusal> {
        let Some((name, value)) = self.members.next() else { return Ok(None) };
        self.value = Some((name.clone(), value));
        seed.deserialize(StringDeserializer::new(name)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Refusal> {
        let (name, value) = self.value.take().ok_or_else(|| Refusal::custom("a value without a key"))?;
        seed.deserialize(value).map_err(|refusal| refusal.inside(&name))
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::super::patch;
    use super::super::tree::read;
    use super::*;

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    enum Kind {
        LocalMeeting,
        Online,
    }

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(rename_all = "camelCase", deny_unknown_fields)]
    struct Venue {
        seats: u32,
    }

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(rename_all = "camelCase", deny_unknown_fields)]
    #[expect(clippy::option_option, reason = "absent and null differ in a merge patch")]
    struct Wire {
        kind: Kind,
        starts_at: chrono::DateTime<chrono::Utc>,
        venues: Vec<Venue>,
        #[serde(default, deserialize_with = "patch::clearable")]
        note: Option<Option<String>>,
        #[serde(default, deserialize_with = "patch::present")]
        name: Option<String>,
    }

    fn decoded(json: &str) -> Result<Wire, (String, String)> {
        decode(read(json.as_bytes()).unwrap()).map_err(|flaw| (flaw.pointer, flaw.code.into_owned()))
    }

    fn refused(pointer: &str, code: &str) -> Result<Wire, (String, String)> {
        Err((pointer.to_owned(), code.to_owned()))
    }

    const START: &str = r#""kind":"local-meeting","startsAt":"2026-01-02T03:04:05Z""#;

    #[test]
    fn a_good_body_is_read() {
        let wire = decoded(&format!(r#"{{{START},"venues":[{{"seats":3}}],"note":null}}"#)).unwrap();

        assert_eq!((wire.kind, wire.venues, wire.note, wire.name), (Kind::LocalMeeting, vec![Venue { seats: 3 }], Some(None), None));
    }

    #[test]
    fn a_flaw_is_pointed_at() {
        let with = |rest: &str| decoded(&format!("{{{START},{rest}}}"));

        assert_eq!(with(r#""venues":[{"seats":1},{"seats":-1}]"#), refused("/venues/1/seats", "invalid-value"));
        assert_eq!(with(r#""venues":[{"seats":"1"}]"#), refused("/venues/0/seats", "wrong-type"));
        assert_eq!(with(r#""venues":[{}]"#), refused("/venues/0/seats", "missing"));
        assert_eq!(with(r#""venues":[],"isAdmin":true"#), refused("/isAdmin", "unknown-field"));
        assert_eq!(with(r#""venues":[],"name":null"#), refused("/name", "wrong-type"));
        assert_eq!(with(r#""venues":{}"#), refused("/venues", "wrong-type"));
        assert_eq!(decoded(r#"{"kind":"party"}"#), refused("/kind", "unknown-code"));
        assert_eq!(decoded(r#"{"kind":"online","startsAt":"morgen"}"#), refused("/startsAt", "invalid-value"));
        assert_eq!(decoded("[]"), refused("", "wrong-type"));
    }

    #[test]
    fn the_known_codes_are_told() {
        let flaw = decode::<Kind>(Node::Text("party".to_owned())).unwrap_err();

        assert_eq!(flaw.bounds.as_deref(), Some("local-meeting, online"));
    }

    #[test]
    fn a_parameter_may_mean_a_number() {
        let object = |text: &str| Node::Object(vec![("seats".to_owned(), Node::Parameter(text.to_owned()))]);

        assert_eq!(decode::<Venue>(object("12")).ok(), Some(Venue { seats: 12 }));
        assert!(decode::<Venue>(object("9223372036854775808")).is_err());
    }
}
