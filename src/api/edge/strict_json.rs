//! JSON read strictly: no duplicate keys, at most 32 levels, no broken Unicode, and a place for every complaint.
//!
//! A text becomes a tree, which is checked as such; `shape` makes a value of the wanted type of it. This file knows nothing of HTTP.

use std::cell::{Cell, RefCell};
use std::fmt;

use serde::de::{DeserializeOwned, DeserializeSeed, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::shape::{self, escape};
use crate::domain::fault::Faults;

/// The deepest nesting that is read.
pub const DEPTH_MAX: usize = 32;

/// Why a text is not a value of the wanted type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JsonFault {
    /// It is no JSON, or too deep: what and where.
    Syntax(String),
    /// It is JSON of another shape.
    Shape(Faults),
}

/// Reads `bytes` as a `T`. Object members that `T` does not know are faults where `T` says `deny_unknown_fields`, as every request type does.
///
/// # Errors
/// See [`JsonFault`].
pub fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, JsonFault> {
    let tree = parse(bytes)?;
    shape::build(tree).map_err(JsonFault::Shape)
}

fn parse(bytes: &[u8]) -> Result<Value, JsonFault> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(JsonFault::Syntax("the body is empty".to_owned()));
    }
    let (duplicates, is_too_deep) = (RefCell::new(Faults::new()), Cell::new(false));
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let node = Node { depth: 0, pointer: String::new(), duplicates: &duplicates, is_too_deep: &is_too_deep };
    let tree =
        node.deserialize(&mut reader).and_then(|tree| reader.end().map(|()| tree)).map_err(|error| syntax(&error, is_too_deep.get()))?;
    let duplicates = duplicates.into_inner();
    if duplicates.is_empty() { Ok(tree) } else { Err(JsonFault::Shape(duplicates)) }
}

fn syntax(error: &serde_json::Error, is_too_deep: bool) -> JsonFault {
    let place = format!("line {}, column {}", error.line(), error.column());
    if is_too_deep {
        return JsonFault::Syntax(format!("nested deeper than {DEPTH_MAX} levels at {place}"));
    }
    let text = error.to_string();
    let what = text.split(" at line ").next().unwrap_or_default();
    JsonFault::Syntax(format!("{what} at {place}"))
}

/// One node of the tree under construction.
#[derive(Clone)]
struct Node<'a> {
    depth: usize,
    pointer: String,
    duplicates: &'a RefCell<Faults>,
    is_too_deep: &'a Cell<bool>,
}

impl Node<'_> {
    fn child(&self, key: &str) -> Self {
        Self { depth: self.depth + 1, pointer: format!("{}/{}", self.pointer, escape(key)), ..self.clone() }
    }

    fn enter<E: serde::de::Error>(&self) -> Result<(), E> {
        if self.depth < DEPTH_MAX {
            return Ok(());
        }
        self.is_too_deep.set(true);
        Err(E::custom("too deep"))
    }
}

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = Value;

    fn deserialize<D: serde::Deserializer<'de>>(self, reader: D) -> Result<Value, D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        self.enter()?;
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(self.child(&list.len().to_string()))? {
            list.push(item);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        self.enter()?;
        let mut map = Map::new();
        while let Some(key) = members.next_key::<String>()? {
            let child = self.child(&key);
            let pointer = child.pointer.clone();
            if map.insert(key, members.next_value_seed(child)?).is_some() {
                self.duplicates.borrow_mut().add(pointer, "is given twice: say it once");
            }
        }
        Ok(Value::Object(map))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn syntax_of(text: &[u8]) -> String {
        match read::<Value>(text) {
            Err(JsonFault::Syntax(what)) => what,
            other => panic!("{} gave {other:?}", String::from_utf8_lossy(text)),
        }
    }

    #[test]
    fn what_is_no_json_is_placed_by_line_and_column() {
        assert_eq!(syntax_of(b"{\n \"a\": ,}"), "expected value at line 2, column 7");
        for text in
            [&b"{"[..], b"[1,]", b"{}x", b"\"\\ud800\"", b"\"\xff\"", b"01", b"1e999", b"NaN", b"'a'", b"\xef\xbb\xbf{}", b"\"\x00\""]
        {
            assert!(syntax_of(text).contains("line 1, column"), "{}", syntax_of(text));
        }
        assert_eq!(syntax_of(b" \n"), "the body is empty");
    }

    #[test]
    fn thirty_two_levels_are_read_and_the_next_is_refused() {
        let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(read::<Value>(nested(DEPTH_MAX).as_bytes()).is_ok());
        assert!(syntax_of(nested(DEPTH_MAX + 1).as_bytes()).starts_with("nested deeper than 32 levels"));
        assert!(syntax_of("[".repeat(1_000_000).as_bytes()).starts_with("nested deeper than 32 levels"));
    }

    #[test]
    fn every_duplicate_is_named_by_its_pointer() {
        let Err(JsonFault::Shape(faults)) = read::<Value>(br#"{"a": 1, "b": [{"c/d": 1, "c/d": 2}], "a": 3}"#) else {
            panic!("duplicates passed")
        };
        let pointers: Vec<_> = faults.into_vec().into_iter().map(|fault| fault.pointer).collect();
        assert_eq!(pointers, ["/b/0/c~1d", "/a"]);
    }

    proptest! {
        #[test]
        fn numbers_and_texts_survive_the_tree(number in any::<f64>().prop_filter("JSON has finite numbers", |x| x.is_finite()), text in any::<String>(), whole in any::<i64>()) {
            let value = serde_json::json!({"n": number, "t": text, "w": whole});
            prop_assert_eq!(read::<Value>(value.to_string().as_bytes()), Ok(value));
        }
    }
}
