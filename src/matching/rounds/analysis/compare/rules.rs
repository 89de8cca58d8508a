//! What differs between the rules of two rounds.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::key;
use crate::matching::rounds::instance::{Instance, Node};

/// A rule that differs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RuleChange {
    /// A field of [`Instance`], or of one of its nodes as `nodes.ID.max` for a city that is in both rounds.
    pub field: String,
    /// The value before, in the form of the input with lists in order; null where there was none.
    pub before: Value,
    /// The value after.
    pub after: Value,
}

/// Every rule that differs: those of the round first, then those of its cities in order of their ids.
pub(super) fn changes(before: &Instance, after: &Instance) -> Vec<RuleChange> {
    let fields = fields(before).into_iter().zip(fields(after));
    let mut changes: Vec<RuleChange> = fields.filter_map(|((field, before), (_, after))| change(field, before, after)).collect();
    let earlier: BTreeMap<&str, &Node> = before.nodes.iter().map(|node| (node.id.as_str(), node)).collect();
    let later: BTreeMap<&str, &Node> = after.nodes.iter().map(|node| (node.id.as_str(), node)).collect();
    for (id, after) in later {
        let Some(before) = earlier.get(id) else { continue };
        let fields = node_fields(before).into_iter().zip(node_fields(after));
        changes.extend(fields.filter_map(|((field, before), (_, after))| change(&format!("nodes.{id}.{field}"), before, after)));
    }
    changes
}

fn change(field: &str, before: Value, after: Value) -> Option<RuleChange> {
    (before != after).then(|| RuleChange { field: field.to_owned(), before, after })
}

fn fields(instance: &Instance) -> [(&'static str, Value); 9] {
    [
        ("kind", json!(instance.kind)),
        ("objective", json!(instance.objective)),
        ("country_pair_cap", json!(instance.country_pair_cap)),
        ("country_pair_caps", country_pair_caps(instance)),
        ("country_cap", json!(instance.country_cap)),
        ("country_caps", country_caps(instance)),
        ("shares", shares(instance)),
        ("locked", pairs(instance, &instance.locked)),
        ("barred", pairs(instance, &instance.barred)),
    ]
}

fn node_fields(node: &Node) -> [(&'static str, Value); 6] {
    [
        ("country", json!(node.country)),
        ("min", json!(node.min)),
        ("max", json!(node.max)),
        ("learn_max", json!(node.learn_max)),
        ("mentor_max", json!(node.mentor_max)),
        ("groups", json!(node.groups)),
    ]
}

fn country_pair_caps(instance: &Instance) -> Value {
    let caps = instance.country_pair_caps.iter();
    let ordered: BTreeMap<_, _> = caps.map(|cap| ((cap.a.as_str().min(&cap.b), cap.a.as_str().max(&cap.b)), cap.most)).collect();
    ordered.into_iter().map(|((a, b), most)| json!({"a": a, "b": b, "most": most})).collect()
}

fn country_caps(instance: &Instance) -> Value {
    let ordered: BTreeMap<_, _> = instance.country_caps.iter().map(|cap| (&cap.country, cap)).collect();
    ordered.into_values().map(|cap| json!(cap)).collect()
}

fn shares(instance: &Instance) -> Value {
    let ordered: BTreeMap<_, _> = instance.shares.iter().map(|share| (&share.grouping, share)).collect();
    ordered.into_values().map(|share| json!(share)).collect()
}

fn pairs(instance: &Instance, pairs: &[(String, String)]) -> Value {
    let mut ordered: Vec<_> = pairs.iter().map(|(a, b)| key(instance.kind, a, b)).collect();
    ordered.sort_unstable();
    ordered.dedup();
    json!(ordered)
}
