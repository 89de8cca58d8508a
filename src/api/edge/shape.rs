//! Makes a value of a wanted type of a JSON tree and, where the tree has the wrong shape, names every fault instead of the first.
//!
//! serde stops at the first fault. So the faulty part is noted and taken out, what is required is stood in for, and the rest is tried again until
//! nothing new comes up. The pointers are those of the tree as it came. This file knows nothing of HTTP.

use std::collections::HashMap;

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use serde_path_to_error::Segment;

use crate::domain::fault::Faults;

/// How often a tree is tried; one try of the largest body takes about a millisecond.
const TRIES_MAX: usize = 200;

/// A tree as a `T`.
///
/// # Errors
/// Every structural fault that can be found, by pointer.
pub(super) fn build<T: DeserializeOwned>(tree: Value) -> Result<T, Faults> {
    let mut trial = Trial { tree, skipped: HashMap::new(), removed: Vec::new(), stand_ins: Vec::new(), faults: Faults::new() };
    for _ in 0..TRIES_MAX {
        match serde_path_to_error::deserialize::<_, T>(&trial.tree) {
            Ok(value) => return trial.faults.into_result(value),
            Err(error) => {
                let complaint = Complaint::of(&error);
                if !trial.answer(&complaint) {
                    break;
                }
            }
        }
    }
    Err(trial.faults)
}

/// One step into a tree.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    Key(String),
    Index(usize),
}

/// What serde said, placed.
struct Complaint {
    place: Vec<Step>,
    detail: String,
    is_missing: bool,
}

impl Complaint {
    fn of(error: &serde_path_to_error::Error<serde_json::Error>) -> Self {
        let (mut place, message) = (steps(error.path()), error.inner().to_string());
        let quoted =
            |prefix: &str| message.strip_prefix(prefix).and_then(|rest| rest.split('`').next()).map(|field| Step::Key(field.to_owned()));
        let (missing, unknown) = (quoted("missing field `"), quoted("unknown field `"));
        let (is_missing, detail) = match (&missing, &unknown) {
            (Some(_), _) => (true, "is required".to_owned()),
            (None, Some(_)) => (false, unknown_text(&message)),
            (None, None) => (false, message.clone()),
        };
        if let Some(step) = missing.or(unknown).filter(|step| is_missing || place.last() != Some(step)) {
            place.push(step);
        }
        Self { place, detail, is_missing }
    }
}

/// The tree while parts of it are taken out.
struct Trial {
    tree: Value,
    /// How many items a list lost at its head: those up to a faulty one, so that what follows keeps its order. By pointer.
    skipped: HashMap<String, usize>,
    removed: Vec<String>,
    stand_ins: Vec<StandIn>,
    faults: Faults,
}

/// Something put where a required member is missing, only so that what follows can be looked at.
struct StandIn {
    place: Vec<Step>,
    tried: usize,
}

impl Trial {
    /// Notes a complaint and changes the tree so that the next try gets further. Says whether there is anything left to try.
    fn answer(&mut self, complaint: &Complaint) -> bool {
        if let Some(index) = self.stand_ins.iter().position(|stand_in| complaint.place.starts_with(&stand_in.place)) {
            return self.try_another(index);
        }
        let pointer = self.pointer(&complaint.place);
        // A complaint about what was taken out only follows from that.
        if !self.removed.contains(&pointer) && !self.skipped.contains_key(&pointer) {
            self.faults.add(pointer, complaint.detail.as_str());
        }
        if complaint.is_missing {
            self.stand_ins.push(StandIn { place: complaint.place.clone(), tried: 0 });
            return self.try_another(self.stand_ins.len() - 1);
        }
        self.take_out(&complaint.place)
    }

    /// Puts the next candidate where a member is missing; after the last one the object around it is given up.
    fn try_another(&mut self, index: usize) -> bool {
        let StandIn { place, tried } = &mut self.stand_ins[index];
        let candidate = candidates().into_iter().nth(*tried);
        *tried += 1;
        let place = place.clone();
        let Some((Step::Key(key), parents)) = place.split_last() else { return false };
        match (candidate, node_at(&mut self.tree, parents)) {
            (Some(candidate), Some(Value::Object(map))) => {
                map.insert(key.clone(), candidate);
                true
            }
            (None, Some(_)) => {
                self.stand_ins.retain(|stand_in| !stand_in.place.starts_with(parents));
                self.take_out(parents)
            }
            _ => false,
        }
    }

    fn take_out(&mut self, place: &[Step]) -> bool {
        let Some((last, parents)) = place.split_last() else { return false };
        let (pointer, list) = (self.pointer(place), self.pointer(parents));
        let is_out = match (node_at(&mut self.tree, parents), last) {
            (Some(Value::Object(map)), Step::Key(key)) => map.remove(key).is_some(),
            (Some(Value::Array(items)), Step::Index(index)) if *index < items.len() => {
                items.drain(..=*index);
                *self.skipped.entry(list).or_default() += index + 1;
                self.stand_ins.retain(|stand_in| !stand_in.place.starts_with(parents)); // their places have moved
                true
            }
            _ => false,
        };
        self.removed.push(pointer);
        is_out
    }

    /// The RFC 6901 pointer of a place, as it was in the tree that came.
    fn pointer(&self, place: &[Step]) -> String {
        place.iter().fold(String::new(), |pointer, step| match step {
            Step::Key(key) => format!("{pointer}/{}", escape(key)),
            Step::Index(index) => {
                let skipped = self.skipped.get(&pointer).copied().unwrap_or_default();
                format!("{pointer}/{}", index + skipped)
            }
        })
    }
}

/// What may stand in for a required member whose type is not known: between them they satisfy texts, codes, ids, dates, numbers, lists and objects of optional members.
fn candidates() -> Vec<Value> {
    let texts = ["", "a", "ID", "en", "00000000-0000-7000-8000-000000000000", "2000-01-01", "2000-01-01T00:00:00Z"];
    let mut all: Vec<Value> = texts.into_iter().map(Value::from).collect();
    all.extend([json!(0), json!(1), json!(false), json!([]), json!({})]);
    all
}

fn node_at<'a>(tree: &'a mut Value, place: &[Step]) -> Option<&'a mut Value> {
    place.iter().try_fold(tree, |node, step| match step {
        Step::Key(key) => node.get_mut(key),
        Step::Index(index) => node.get_mut(index),
    })
}

/// The steps to a fault. What serde cannot place exactly (inside an untagged choice) is placed at the last node that it can.
fn steps(path: &serde_path_to_error::Path) -> Vec<Step> {
    path.iter()
        .map_while(|segment| match segment {
            Segment::Seq { index } => Some(Step::Index(*index)),
            Segment::Map { key } => Some(Step::Key(key.clone())),
            Segment::Enum { .. } | Segment::Unknown => None,
        })
        .collect()
}

fn unknown_text(message: &str) -> String {
    match message.split_once(", expected ") {
        Some((_, expected)) => format!("is not known here; known: {}", expected.trim_start_matches("one of ").replace('`', "")),
        None => "is not known here".to_owned(),
    }
}

/// A key as a step of an RFC 6901 pointer.
pub(super) fn escape(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde::Deserialize;

    use super::*;
    use crate::domain::code::{CountryCode, ThemeCode};
    use crate::domain::id::CityId;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only the reading is of interest")]
    struct Profile {
        city: CityId,
        country: CountryCode,
        kind: Kind,
        population: u32,
        founded: Option<chrono::NaiveDate>,
        place: Option<(f64, f64)>,
        priorities: Vec<Priority>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only the reading is of interest")]
    struct Priority {
        theme: ThemeCode,
        rank: u8,
    }

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Kind {
        A,
    }

    fn pointers(tree: Value) -> Vec<String> {
        let faults = build::<Profile>(tree).expect_err("faults");
        faults.into_vec().into_iter().map(|fault| fault.pointer).collect()
    }

    fn good() -> Value {
        json!({"city": "00000000-0000-7000-8000-000000000001", "country": "ID", "kind": "a", "population": 1, "priorities": [{"theme": "waste", "rank": 1}]})
    }

    #[test]
    fn a_good_tree_has_no_faults() {
        assert!(build::<Profile>(good()).is_ok());
    }

    #[test]
    fn an_empty_object_names_everything_that_is_required() {
        assert_eq!(pointers(json!({})), ["/city", "/country", "/kind", "/population", "/priorities"]);
    }

    #[test]
    fn every_fault_is_named_where_it_was() {
        let mut tree = good();
        tree["country"] = json!("Indonesia");
        tree["founded"] = json!("yesterday");
        tree["colour"] = json!("red");
        tree["size"] = json!(1);
        tree["place"] = json!([1.0, "east"]);
        tree["priorities"] = json!([{"theme": "Bad One", "rank": 1}, {"theme": "good", "rank": 1}, {"theme": "good", "rank": 999, "x/y": 0}, {"rank": 2}, 7]);
        let mut found = pointers(tree);
        found.sort();
        let expected = [
            "/colour",
            "/country",
            "/founded",
            "/place/1",
            "/priorities/0/theme",
            "/priorities/2/rank",
            "/priorities/2/x~1y",
            "/priorities/3/theme",
            "/priorities/4",
            "/size",
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn what_is_no_object_at_all_is_one_fault_at_the_root() {
        for tree in [json!([]), json!(null), json!("x"), json!(7)] {
            assert_eq!(pointers(tree), [""]);
        }
    }

    fn any_json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i32>().prop_map(Value::from),
            "[a-z]{0,3}".prop_map(Value::from)
        ];
        let key = prop_oneof![
            "[a-z]{1,3}",
            Just("city".to_owned()),
            Just("kind".to_owned()),
            Just("priorities".to_owned()),
            Just("theme".to_owned())
        ];
        leaf.prop_recursive(4, 40, 6, move |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..5).prop_map(Value::Array),
                proptest::collection::btree_map(key.clone(), inner, 0..5).prop_map(|members| Value::Object(members.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn a_bad_tree_always_has_a_fault_and_no_pointer_is_named_twice(tree in any_json()) {
            if let Err(faults) = build::<Profile>(tree) {
                let mut pointers: Vec<_> = faults.into_vec().into_iter().map(|fault| fault.pointer).collect();
                prop_assert!(!pointers.is_empty());
                let count = pointers.len();
                pointers.sort();
                pointers.dedup();
                prop_assert_eq!(pointers.len(), count);
            }
        }
    }
}
