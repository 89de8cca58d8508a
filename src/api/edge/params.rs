//! Query strings read strictly, and the page size.
//!
//! The lenient extractors of the framework let an unknown or doubled name pass, so that a misspelt filter silently returns everything.

use std::future::{Ready, ready};
use std::ops::Deref;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use serde::de::{self, DeserializeOwned, IntoDeserializer, Visitor, value::MapDeserializer};
use serde::{Deserialize, Deserializer, forward_to_deserialize_any};
use serde_path_to_error::Segment;
use sha2::{Digest, Sha256};

use super::path_text::{decode, is_hidden};
use super::problem::Problem;
use super::problem_code::ProblemCode;
use crate::domain::fault::Faults;

/// The most parameters of one query.
const PARAMETERS_MAX: usize = 20;

/// The parameters that do not change what a list holds: a cursor stays good when these change.
const PAGING: [&str; 2] = ["limit", "cursor"];

/// The query string as a `T`, which says `deny_unknown_fields`. Lists of values are one parameter with commas, read by the field's own type.
#[derive(Debug, Clone)]
pub struct Query<T> {
    value: T,
    pairs: Vec<(String, String)>,
}

impl<T> Query<T> {
    /// What it says.
    pub fn into_inner(self) -> T {
        self.value
    }

    /// Stands for the filters and the order of a list, whatever order they are given in; a cursor is bound to it. `limit` and `cursor` do not count.
    pub fn fingerprint(&self) -> [u8; 32] {
        let mut filters: Vec<_> = self.pairs.iter().filter(|(name, _)| !PAGING.contains(&name.as_str())).collect();
        filters.sort();
        let mut digest = Sha256::new();
        for text in filters.into_iter().flat_map(|(name, value)| [name, value]) {
            digest.update((text.len() as u64).to_be_bytes());
            digest.update(text);
        }
        digest.finalize().into()
    }
}

impl<T> Deref for Query<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: DeserializeOwned> Query<T> {
    /// Reads a raw query string.
    ///
    /// # Errors
    /// 400 where it cannot be decoded, 422 naming every unknown, doubled, missing or bad parameter.
    pub fn read(raw: &str) -> Result<Self, Problem> {
        let pairs = decode_pairs(raw)?;
        let mut faults = Faults::new();
        for (index, (name, _)) in pairs.iter().enumerate() {
            faults.require(!pairs[..index].iter().any(|(earlier, _)| earlier == name), name.as_str(), "is given twice: say it once");
        }
        let value = if faults.is_empty() { build(&pairs)? } else { return Err(faults.into()) };
        Ok(Self { value, pairs })
    }
}

impl<T: DeserializeOwned> FromRequest for Query<T> {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Self::read(request.query_string()))
    }
}

fn decode_pairs(raw: &str) -> Result<Vec<(String, String)>, Problem> {
    let unreadable = |detail: &str| Problem::new(ProblemCode::InvalidQuery, detail);
    let parts: Vec<_> = raw.split('&').filter(|part| !part.is_empty()).collect();
    if parts.len() > PARAMETERS_MAX {
        return Err(unreadable(&format!("The query has {} parameters; at most {PARAMETERS_MAX} are read.", parts.len())));
    }
    let text = |encoded: &str| decode(&encoded.replace('+', " ")).filter(|text| !text.chars().any(is_hidden));
    let pair = |part: &str| {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        Some((text(name)?, text(value)?))
    };
    let pairs: Option<Vec<_>> = parts.into_iter().map(pair).collect();
    pairs.ok_or_else(|| unreadable("The query has to be UTF-8, percent-encoded, and free of control and text-direction characters."))
}

/// Tries, notes the parameter that is at fault, leaves it out and tries again, so that every fault is named.
fn build<T: DeserializeOwned>(pairs: &[(String, String)]) -> Result<T, Faults> {
    let (mut left, mut faults): (Vec<_>, _) = (pairs.iter().collect(), Faults::new());
    loop {
        let values = left.iter().map(|(name, value)| (name.as_str(), Text(value)));
        let error = match serde_path_to_error::deserialize(MapDeserializer::<_, de::value::Error>::new(values)) {
            Ok(value) => return faults.into_result(value),
            Err(error) => error,
        };
        let (name, detail) = place(&error);
        let is_noted = name.is_empty() || !left.iter().any(|pair| pair.0 == name);
        left.retain(|pair| pair.0 != name);
        // A parameter that was left out for its own fault is not missing.
        if !(is_noted && pairs.iter().any(|pair| pair.0 == name)) {
            faults.add(name, detail);
        }
        if is_noted {
            return Err(faults);
        }
    }
}

fn place(error: &serde_path_to_error::Error<de::value::Error>) -> (String, String) {
    let message = error.inner().to_string();
    let quoted = |prefix: &str| message.strip_prefix(prefix).and_then(|rest| rest.split('`').next()).map(str::to_owned);
    if let Some(name) = quoted("missing field `") {
        return (name, "is required".to_owned());
    }
    if let Some(name) = quoted("unknown field `") {
        let known = message
            .split_once(", expected ")
            .map_or(String::new(), |(_, known)| format!("; known: {}", known.trim_start_matches("one of ").replace('`', "")));
        return (name, format!("is not known here{known}"));
    }
    let name = error.path().iter().find_map(|segment| match segment {
        Segment::Map { key } => Some(key.clone()),
        Segment::Seq { .. } | Segment::Enum { .. } | Segment::Unknown => None,
    });
    (name.unwrap_or_default(), message)
}

/// The value of one parameter: a text that becomes a number or a truth where the field wants one.
struct Text<'a>(&'a str);

impl<'de> IntoDeserializer<'de, de::value::Error> for Text<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

macro_rules! parsed {
    ($($method:ident $visit:ident $kind:literal)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
            match self.0.parse() {
                Ok(value) => visitor.$visit(value),
                Err(_) => Err(de::Error::custom(concat!("has to be ", $kind))),
            }
        }
    )*};
}

impl<'de> Deserializer<'de> for Text<'de> {
    type Error = de::value::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        visitor.visit_borrowed_str(self.0)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Self::Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(self, _: &'static str, _: &'static [&'static str], visitor: V) -> Result<V::Value, Self::Error> {
        visitor.visit_enum(self.0.into_deserializer())
    }

    parsed! {
        deserialize_bool visit_bool "true or false"
        deserialize_i8 visit_i8 "a whole number from -128 to 127"
        deserialize_i16 visit_i16 "a whole number from -32768 to 32767"
        deserialize_i32 visit_i32 "a whole number"
        deserialize_i64 visit_i64 "a whole number"
        deserialize_u8 visit_u8 "a whole number from 0 to 255"
        deserialize_u16 visit_u16 "a whole number from 0 to 65535"
        deserialize_u32 visit_u32 "a whole number, not negative"
        deserialize_u64 visit_u64 "a whole number, not negative"
        deserialize_f32 visit_f32 "a number"
        deserialize_f64 visit_f64 "a number"
    }

    forward_to_deserialize_any! {
        char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

/// How many items a page has: 20 unless said, at most 100 (more is cut to that), never none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, utoipa::ToSchema)]
#[schema(value_type = u32, minimum = 1, default = 20, example = 20)]
pub struct Limit(u32);

impl Limit {
    /// The most items of one page.
    pub const MAX: u32 = 100;

    /// The number of items, 1 to 100.
    pub fn get(self) -> u32 {
        self.0
    }
}

impl Default for Limit {
    fn default() -> Self {
        Self(20)
    }
}

impl<'de> Deserialize<'de> for Limit {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        let text = String::deserialize(reader)?;
        let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let number = text.parse::<u32>().unwrap_or(u32::MAX); // only a number too large to read comes here unread
        if !is_number || number == 0 {
            return Err(de::Error::custom("has to be a whole number from 1 to 100"));
        }
        Ok(Self(number.min(Self::MAX)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::code::CountryCode;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct CityFilters {
        country: Option<CountryCode>,
        q: Option<String>,
        near: Option<f64>,
        is_member: Option<bool>,
        #[serde(default)]
        limit: Limit,
        cursor: Option<String>,
    }

    fn faults(raw: &str) -> Vec<String> {
        let problem = Query::<CityFilters>::read(raw).expect_err("faults");
        assert_eq!(problem.code(), ProblemCode::InvalidInput, "{raw}: {problem:?}");
        problem.errors().iter().map(|fault| fault.pointer.clone()).collect()
    }

    #[test]
    fn a_good_query_is_read_by_its_types() {
        let query = Query::<CityFilters>::read("country=ID&q=a+b%20c&near=1.5&is_member=true&limit=7&cursor=x").expect("good");
        assert_eq!((query.country.as_ref().map(CountryCode::as_str), query.q.as_deref()), (Some("ID"), Some("a b c")));
        assert_eq!((query.near, query.is_member, query.limit.get(), query.cursor.as_deref()), (Some(1.5), Some(true), 7, Some("x")));
        assert_eq!(Query::<CityFilters>::read("").expect("empty").limit.get(), 20);
    }

    #[test]
    fn every_fault_of_a_query_is_named() {
        let mut found = faults("country=Indonesia&near=here&is_member=yes&colour=red&limit=0&size=1");
        found.sort();
        assert_eq!(found, ["colour", "country", "is_member", "limit", "near", "size"]);
        assert_eq!(faults("q=1&q=2&colour=1&colour=2"), ["q", "colour"]);
    }

    #[test]
    fn a_page_has_from_one_to_a_hundred_items() {
        for (raw, expected) in [("limit=1", 1), ("limit=100", 100), ("limit=101", 100), ("limit=99999999999999999999", 100)] {
            assert_eq!(Query::<CityFilters>::read(raw).expect(raw).limit.get(), expected);
        }
        for raw in ["limit=0", "limit=-1", "limit=", "limit=1.5", "limit=ten", "limit=%2B5", "limit=000"] {
            assert_eq!(faults(raw), ["limit"], "{raw}");
        }
    }

    #[test]
    fn a_query_that_cannot_be_decoded_is_refused_as_such() {
        let many = "a=1&".repeat(21);
        for raw in ["q=%ff", "q=%", "q=%00", "q=%E2%80%AE", many.as_str()] {
            assert_eq!(Query::<CityFilters>::read(raw).expect_err(raw).code(), ProblemCode::InvalidQuery);
        }
    }

    #[test]
    fn the_fingerprint_is_of_the_filters_alone() {
        let of = |raw: &str| Query::<CityFilters>::read(raw).expect(raw).fingerprint();
        assert_eq!(of("country=ID&q=a"), of("q=a&limit=3&country=ID&cursor=zz"));
        assert_ne!(of("country=ID&q=a"), of("country=ID&q=b"));
        assert_ne!(of("country=ID"), of(""));
    }
}
