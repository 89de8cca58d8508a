//! A file is read in: chosen, looked at, and only then taken over.

use askama::Template;

use crate::actions::importing::upload::Preview;
use crate::actions::importing::{Counts, FaultReport, ImportReport, Note, RecordChange, RowFault};
use crate::console::frame::Frame;
use crate::console::pages::Choice;
use crate::console::word::{ImportWord, SignedInWord};
use crate::console::words::{Language, Part, Word};

/// Rows of changes and of faults that a page lists.
const LISTED: usize = 300;
/// Lines that a note names.
const LINES: usize = 8;

/// The page of imports.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportPage {
    /// Its surroundings.
    pub frame: Frame,
    /// What was chosen as what the file holds, by code; empty for nothing.
    pub what: String,
    /// What was wrong with the form.
    pub faults: Vec<String>,
    /// The columns of each kind of file.
    pub columns: Vec<WhatColumns>,
    /// How far the reader is.
    pub step: ImportStep,
}

/// How far a reader is with a file.
#[derive(Debug, Clone, PartialEq)]
pub enum ImportStep {
    /// It is to be chosen.
    Choose,
    /// It has faults.
    Faulty {
        /// All of them.
        report: FaultReport,
        /// Whether it is a spreadsheet, of which rows are counted.
        is_sheet: bool,
    },
    /// What it would change.
    Look {
        /// The counts and the changes.
        preview: Box<Preview>,
        /// A name for the import, so that it is done once.
        once: String,
        /// Whether it would have changed something else a moment ago.
        is_stale: bool,
    },
    /// It is read in.
    Done(ImportReport),
}

/// The columns of one kind of file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhatColumns {
    /// The kind by code.
    pub what: String,
    /// Columns that must be there.
    pub required: &'static [&'static str],
    /// Columns that may be there.
    pub optional: &'static [&'static str],
}

/// A field of a change, ready to be shown; what is new has one line without a field.
struct ChangeRow<'a> {
    change: &'a RecordChange,
    field: &'a str,
    before: Option<&'a str>,
    after: Option<&'a str>,
}

#[derive(Template)]
#[template(path = "desk/import.html")]
struct ImportView<'a> {
    p: &'a ImportPage,
    f: &'a Frame,
    w: Language,
}

impl ImportView<'_> {
    fn name(&self, what: &str) -> String {
        self.w.name_of(ImportWord::WhatName, what, what)
    }

    fn kinds(&self) -> Vec<Choice> {
        self.p.columns.iter().map(|kind| Choice { value: kind.what.clone(), label: self.name(&kind.what) }).collect()
    }

    fn lead(&self) -> String {
        match &self.p.step {
            ImportStep::Choose => self.w.say(ImportWord::Lead),
            ImportStep::Faulty { report, .. } => {
                let count = usize::try_from(report.count()).unwrap_or(usize::MAX);
                let shown = self.w.quantity(count);
                let parts = [("count", Part::Number(count)), ("shown", Part::Text(&shown)), ("file", Part::Text(&report.file))];
                self.w.fill(ImportWord::Faulty, &parts)
            }
            ImportStep::Look { preview, .. } if preview.changes.is_empty() => {
                self.w.fill(ImportWord::WouldNothing, &[("file", Part::Text(&preview.report.file))])
            }
            ImportStep::Look { preview, .. } => self.told(ImportWord::Would, &preview.report),
            ImportStep::Done(report) => self.told(ImportWord::Done, report),
        }
    }

    /// A sentence about a file and its counts, and one about its figures where it has any.
    fn told(&self, word: ImportWord, report: &ImportReport) -> String {
        let said = self.w.fill(word, &[("file", Part::Text(&report.file)), ("counts", Part::Text(&self.counts(report.records)))]);
        if report.values.total() == 0 {
            return said;
        }
        format!("{said} {}", self.w.fill(ImportWord::Values, &[("counts", Part::Text(&self.counts(report.values)))]))
    }

    fn counts(&self, counts: Counts) -> String {
        let one = |word, count: u64| self.w.count(word, usize::try_from(count).unwrap_or(usize::MAX));
        let all =
            [one(ImportWord::New, counts.inserted), one(ImportWord::Changed, counts.updated), one(ImportWord::Same, counts.unchanged)];
        all.join(", ")
    }

    /// Whether the page has a main deed already.
    fn is_second(&self) -> bool {
        matches!(&self.p.step, ImportStep::Look { preview, .. } if !preview.changes.is_empty())
    }

    fn line_label(&self, is_sheet: &bool) -> String {
        self.w.say(if *is_sheet { ImportWord::Row } else { ImportWord::Line })
    }

    #[expect(clippy::unused_self, reason = "a template calls it on itself")]
    fn faults<'r>(&self, report: &'r FaultReport) -> &'r [RowFault] {
        report.faults.get(..LISTED).unwrap_or(&report.faults)
    }

    #[expect(clippy::unused_self, reason = "a template calls it on itself")]
    fn more_faults(&self, report: &FaultReport) -> usize {
        usize::try_from(report.count()).unwrap_or(usize::MAX).saturating_sub(LISTED)
    }

    #[expect(clippy::unused_self, reason = "a template calls it on itself")]
    fn changes<'c>(&self, preview: &'c Preview) -> Vec<ChangeRow<'c>> {
        let rows = |change: &'c RecordChange| -> Vec<ChangeRow<'c>> {
            if change.is_new {
                return vec![ChangeRow { change, field: "", before: None, after: None }];
            }
            let row = |field: &'c crate::actions::importing::FieldChange| ChangeRow {
                change,
                field: &field.field,
                before: field.before.as_deref(),
                after: field.after.as_deref(),
            };
            change.fields.iter().map(row).collect()
        };
        preview.changes.iter().take(LISTED).flat_map(rows).take(LISTED).collect()
    }

    /// How many changes begin after those that are listed.
    fn more_changes(&self, preview: &Preview) -> usize {
        let listed = self.changes(preview);
        let last = listed.last().map(|row| std::ptr::from_ref(row.change));
        let shown = preview.changes.iter().position(|change| Some(std::ptr::from_ref(change)) == last).map_or(0, |at| at + 1);
        preview.changes.len() - shown
    }

    fn note_rows(&self, note: &Note) -> String {
        let count = usize::try_from(note.count).unwrap_or(usize::MAX);
        let mut lines: Vec<String> = note.lines.iter().take(LINES).map(u64::to_string).collect();
        if count > lines.len() {
            lines.push("…".to_owned());
        }
        let (shown, lines) = (self.w.quantity(count), lines.join(", "));
        let parts = [("count", Part::Number(count)), ("shown", Part::Text(&shown)), ("lines", Part::Text(&lines))];
        self.w.fill(ImportWord::NoteRows, &parts)
    }
}

/// The page of imports as HTML.
///
/// # Errors
/// Only when the template cannot be written out, which no context causes.
pub fn render_import(page: &ImportPage) -> askama::Result<String> {
    ImportView { p: page, f: &page.frame, w: page.frame.lang }.render()
}
