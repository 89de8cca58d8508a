//! What a file would make new or different here, field by field, for whoever decides whether it may.
//!
//! Held only where somebody asked for it: a file of all the world's places changes hundreds of thousands of values. A field is named as the
//! record names it; its value is written as text, lists with commas. Ids that are made anew at each run are no part of it, so that the same
//! file against the same data gives the same changes.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// One thing that a file makes new or different.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordChange {
    /// The line of the file on which it stands.
    pub line: u64,
    /// What it is, for readers: *Surabaya (surabaya)*.
    pub what: String,
    /// Whether it was not known here before.
    pub is_new: bool,
    /// Its fields: of something new all that are stated, else those that differ.
    pub fields: Vec<FieldChange>,
}

/// A field of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldChange {
    /// Its name in the record; the parts of a nested one are joined by points.
    pub field: String,
    /// What is known now; none where nothing is.
    pub before: Option<String>,
    /// What the file makes of it; none where nothing is left.
    pub after: Option<String>,
}

/// Changes in the making; of those nobody asked for nothing is kept.
#[derive(Debug, Default)]
pub(super) struct Changes(Option<Vec<RecordChange>>);

impl Changes {
    pub(super) fn new(is_wanted: bool) -> Self {
        Self(is_wanted.then(Vec::new))
    }

    /// Notes a record as it was, if it was, and as it will be. What it is called is asked for only where it is wanted.
    pub(super) fn note<T: Serialize>(&mut self, line: u64, what: impl FnOnce() -> String, (old, new): (Option<&T>, &T)) {
        let Some(changes) = &mut self.0 else { return };
        let flat = |record: &T| {
            let mut fields = Vec::new();
            flatten("", &serde_json::to_value(record).unwrap_or_default(), &mut fields);
            fields
        };
        let (before, after) = (old.map(flat).unwrap_or_default(), flat(new));
        changes.push(RecordChange { line, what: what(), is_new: old.is_none(), fields: differences(&before, &after) });
    }

    /// Takes over those of another part of the import.
    pub(super) fn absorb(&mut self, other: Changes) {
        if let (Some(changes), Some(more)) = (&mut self.0, other.0) {
            changes.extend(more);
        }
    }

    /// In the order of the lines; of one line in the order in which they were noted.
    pub(super) fn into_vec(self) -> Vec<RecordChange> {
        let mut changes = self.0.unwrap_or_default();
        changes.sort_by_key(|change| change.line);
        changes
    }
}

type Field = (String, String);

/// The fields that hold something, as text.
fn flatten(name: &str, value: &Value, fields: &mut Vec<Field>) {
    let below = |part: &str| if name.is_empty() { part.to_owned() } else { format!("{name}.{part}") };
    match value {
        Value::Null => {}
        Value::Object(parts) => parts.iter().for_each(|(part, value)| flatten(&below(part), value, fields)),
        Value::Array(parts) if parts.iter().any(|part| part.is_object() || part.is_array()) => {
            parts.iter().enumerate().for_each(|(at, part)| flatten(&below(&(at + 1).to_string()), part, fields));
        }
        Value::Array(parts) if parts.is_empty() => {}
        Value::Array(parts) => fields.push((name.to_owned(), parts.iter().map(text).collect::<Vec<_>>().join(", "))),
        Value::Bool(_) | Value::Number(_) | Value::String(_) => fields.push((name.to_owned(), text(value))),
    }
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn differences(before: &[Field], after: &[Field]) -> Vec<FieldChange> {
    let find = |fields: &[Field], name: &str| fields.iter().find(|(known, _)| known == name).map(|(_, text)| text.clone());
    let gone = before.iter().filter(|(name, _)| find(after, name).is_none()).map(|(name, _)| name);
    let names = after.iter().map(|(name, _)| name).chain(gone);
    let change = |name: &String| FieldChange { field: name.clone(), before: find(before, name), after: find(after, name) };
    names.map(change).filter(|change| change.before != change.after).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_change_names_each_field_that_differs_with_what_was_and_what_will_be() {
        let mut changes = Changes::new(true);
        let old = json!({"name": "Hue", "people": 3, "networks": ["ASCN"], "place": {"lat": 1.5}, "notes": "old", "same": true});
        let new = json!({"name": "Huế", "people": null, "networks": ["ASCN", "UCLG"], "place": {"lat": 1.5}, "level": "city", "same": true, "notes": "old"});
        changes.note(7, || "Huế".to_owned(), (Some(&old), &new));
        changes.note(2, || "new".to_owned(), (None, &json!({"a": 1, "b": null, "c": [], "d": [{"e": "f"}]})));
        let [first, second] = &changes.into_vec()[..] else { panic!("two") };
        let told = |change: &RecordChange| -> Vec<(String, Option<String>, Option<String>)> {
            let mut told: Vec<_> = change.fields.iter().map(|f| (f.field.clone(), f.before.clone(), f.after.clone())).collect();
            told.sort();
            told
        };
        let some = |text: &str| Some(text.to_owned());
        assert!(first.is_new && first.line == 2 && !second.is_new);
        assert_eq!(told(first), [("a".into(), None, some("1")), ("d.1.e".into(), None, some("f"))]);
        let expected = [
            ("level".into(), None, some("city")),
            ("name".into(), some("Hue"), some("Huế")),
            ("networks".into(), some("ASCN"), some("ASCN, UCLG")),
            ("people".into(), some("3"), None),
        ];
        assert_eq!(told(second), expected);
    }

    #[test]
    fn what_nobody_asked_for_is_neither_kept_nor_named() {
        let mut changes = Changes::new(false);
        changes.note(1, || panic!("not asked for"), (None, &json!({"a": 1})));
        assert!(changes.into_vec().is_empty());
    }
}
