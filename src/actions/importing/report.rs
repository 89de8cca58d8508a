//! What an import did, for the person who ran it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::changes::Changes;
use super::run::What;
use crate::domain::id::CityId;

/// How many lines a report names for one reason; the rest is counted.
const LINES_MAX: usize = 20;

/// What became of rows or values.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Counts {
    /// Not known here before.
    pub inserted: u64,
    /// Known here, and different.
    pub updated: u64,
    /// Known here, and the same.
    pub unchanged: u64,
}

impl Counts {
    /// All of them.
    pub fn total(self) -> u64 {
        self.inserted + self.updated + self.unchanged
    }
}

/// What the person who ran the import should know of some rows: most often why they were not taken over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Note {
    /// In words.
    pub reason: String,
    /// Of how many rows it holds.
    pub count: u64,
    /// The first lines.
    pub lines: Vec<u64>,
}

/// A column that was not taken over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct LeftOut {
    /// Its name.
    pub column: String,
    /// Why.
    pub reason: String,
}

/// What an import did, or in a dry run would have done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ImportReport {
    /// What sort of file.
    pub what: What,
    /// Its name.
    pub file: String,
    /// Hash of its bytes, `sha256:…`.
    pub hash: String,
    /// Whether everything was taken back at the end.
    pub is_dry_run: bool,
    /// Rows after the header.
    pub rows: u64,
    /// What became of them; for a file of priorities, of the cities' profiles.
    pub records: Counts,
    /// What became of the indicator values in wide files.
    pub values: Counts,
    /// Rows that were not taken over as they stand, by reason.
    pub notes: Vec<Note>,
    /// Columns that were not taken over.
    pub left_out: Vec<LeftOut>,
}

impl ImportReport {
    /// The counts in one line, for the audit log.
    pub(super) fn in_words(&self) -> String {
        let say = |what: &str, counts: Counts| {
            format!("{what}: {} inserted, {} updated, {} unchanged", counts.inserted, counts.updated, counts.unchanged)
        };
        let noted: u64 = self.notes.iter().map(|note| note.count).sum();
        format!("{} rows; {}; {}; {noted} noted", self.rows, say("records", self.records), say("values", self.values))
    }
}

/// What an import of one sort did: the parts of the report that only it knows.
#[derive(Debug, Default)]
pub(super) struct Done {
    pub(super) rows: u64,
    pub(super) records: Counts,
    pub(super) values: Counts,
    pub(super) notes: Notes,
    /// What is new and what differs, where that is asked for.
    pub(super) changes: Changes,
    /// Cities whose matching may change.
    pub(super) touched: Vec<CityId>,
}

/// Notes in the making, by their words.
#[derive(Debug, Default)]
pub(super) struct Notes(BTreeMap<String, Note>);

impl Notes {
    pub(super) fn add(&mut self, line: u64, reason: &str) {
        let new = || Note { reason: reason.to_owned(), count: 0, lines: Vec::new() };
        let entry = self.0.entry(reason.to_owned()).or_insert_with(new);
        entry.count += 1;
        if entry.lines.len() < LINES_MAX {
            entry.lines.push(line);
        }
    }

    /// Takes over the lines of another part of the import.
    pub(super) fn absorb(&mut self, other: Notes) {
        for (reason, more) in other.0 {
            let new = || Note { reason: reason.clone(), count: 0, lines: Vec::new() };
            let entry = self.0.entry(reason.clone()).or_insert_with(new);
            entry.count += more.count;
            entry.lines.extend(more.lines);
            entry.lines.truncate(LINES_MAX);
        }
    }

    pub(super) fn into_vec(self) -> Vec<Note> {
        self.0.into_values().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_names_its_first_lines_and_counts_the_rest() {
        let mut notes = Notes::default();
        for line in 2..100 {
            notes.add(line, "not here");
        }
        let [only] = &notes.into_vec()[..] else { panic!("one reason") };
        assert_eq!((only.count, only.lines.len(), only.lines[0]), (98, LINES_MAX, 2));
    }
}
