//! The report on a file that cannot be taken over: every fault, with the line it stands on.
//!
//! It must not know what the columns mean. The import adds to the same report what only it can know, such as a slug that no city has.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::domain::fault::Fault;

/// How many faults a report lists. The rest is counted, so that a hostile file cannot fill the memory with its own report.
pub const MAX_LISTED_FAULTS: usize = 100_000;

/// How many of the last faults are looked at for the same fault; more than a record has columns.
const LOOK_BACK: usize = 100;

/// How much of a faulty value is quoted, in characters.
const VALUE_MAX_CHARS: usize = 80;

/// One thing that is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct RowFault {
    /// The line on which the record starts, counted from 1 as an editor counts. A record with a line break inside quotes spans several.
    pub line: u64,
    /// The name of the column in the header; absent where the whole record is meant.
    pub column: Option<String>,
    /// What stood there, shortened, with control characters made visible.
    pub value: Option<String>,
    /// What is wrong and what would be right.
    pub detail: String,
}

impl RowFault {
    /// A fault of a whole record.
    pub fn of_record(line: u64, detail: impl Into<String>) -> Self {
        Self { line, column: None, value: None, detail: detail.into() }
    }

    /// A fault of one field. An empty value is not quoted.
    pub fn of_field(line: u64, column: &str, value: &str, detail: impl Into<String>) -> Self {
        let value = (!value.is_empty()).then(|| visible(value));
        Self { line, column: Some(column.to_owned()), value, detail: detail.into() }
    }
}

impl fmt::Display for RowFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", self.line)?;
        if let Some(column) = &self.column {
            write!(f, "{column}:")?;
        }
        write!(f, " {}", self.detail)?;
        self.value.as_ref().map_or(Ok(()), |value| write!(f, " (found '{value}')"))
    }
}

/// All faults of one file, in the order of its lines. Printed, it has one line for each: `file:line:column-name: what is wrong`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct FaultReport {
    /// The name of the file, as the caller gave it.
    pub file: String,
    /// The faults, at most [`MAX_LISTED_FAULTS`].
    pub faults: Vec<RowFault>,
    /// How many more there are than are listed.
    pub unlisted: u64,
}

impl FaultReport {
    /// A report without a fault.
    pub fn new(file: &str) -> Self {
        Self { file: file.to_owned(), faults: Vec::new(), unlisted: 0 }
    }

    /// Adds a fault; one that the record has already is not named twice.
    pub fn add(&mut self, fault: RowFault) {
        if self.faults.iter().rev().take(LOOK_BACK).any(|known| *known == fault) {
            return;
        }
        if self.faults.len() < MAX_LISTED_FAULTS {
            self.faults.push(fault);
        } else {
            self.unlisted += 1;
        }
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.faults.is_empty()
    }

    /// How many faults there are, listed or not.
    pub fn count(&self) -> u64 {
        self.faults.len() as u64 + self.unlisted
    }

    /// The rows, where nothing is wrong.
    ///
    /// # Errors
    /// This report, its faults in the order of the lines.
    pub fn into_result<T>(mut self, rows: T) -> Result<T, FaultReport> {
        if self.faults.is_empty() {
            return Ok(rows);
        }
        self.faults.sort_by_key(|fault| fault.line);
        Err(self)
    }

    /// The faults as an API answer names them: the pointer is `/line/column-name`.
    pub fn into_faults(self) -> Vec<Fault> {
        let pointer =
            |fault: &RowFault| fault.column.as_ref().map_or(format!("/{}", fault.line), |column| format!("/{}/{column}", fault.line));
        self.faults.into_iter().map(|fault| Fault { pointer: pointer(&fault), detail: fault.detail }).collect()
    }
}

impl fmt::Display for FaultReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let file = visible(&self.file);
        for fault in &self.faults {
            writeln!(f, "{file}:{fault}")?;
        }
        if self.unlisted > 0 {
            writeln!(f, "{file}: and {} more faults that are not listed", self.unlisted)?;
        }
        let count = self.count();
        write!(f, "{file}: {count} {}; nothing was taken over", if count == 1 { "fault" } else { "faults" })
    }
}

/// The text as it may be printed: shortened, and with what would move the cursor or turn the direction of reading written out.
fn visible(text: &str) -> String {
    let mut shown: String = text.chars().take(VALUE_MAX_CHARS).map(escaped).collect();
    if text.chars().count() > VALUE_MAX_CHARS {
        shown.push('…');
    }
    shown
}

/// Whether a character moves the cursor, turns the direction of reading or cannot be seen.
pub fn is_unseen(c: char) -> bool {
    c.is_control() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

fn escaped(c: char) -> String {
    if is_unseen(c) { c.escape_default().to_string() } else { c.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_prints_one_line_for_each_fault_and_hides_no_control_character() {
        let mut report = FaultReport::new("cities.csv");
        report.add(RowFault::of_field(7, "lat", "9\u{202E}1\u{1b}", "is not a number"));
        report.add(RowFault::of_record(3, "has 2 fields, the header has 3"));
        let report = report.into_result(()).unwrap_err();
        let expected = "cities.csv:3: has 2 fields, the header has 3\n\
                        cities.csv:7:lat: is not a number (found '9\\u{202e}1\\u{1b}')\n\
                        cities.csv: 2 faults; nothing was taken over";
        assert_eq!(report.to_string(), expected);
        assert_eq!(report.into_faults()[1].pointer, "/7/lat");
    }

    #[test]
    fn a_report_lists_a_bounded_number_of_faults_and_counts_the_rest() {
        let mut report = FaultReport::new("x.csv");
        for line in 0..MAX_LISTED_FAULTS as u64 + 5 {
            report.add(RowFault::of_record(line, "bad"));
        }
        assert_eq!((report.faults.len(), report.unlisted, report.count()), (MAX_LISTED_FAULTS, 5, MAX_LISTED_FAULTS as u64 + 5));
        assert!(report.to_string().contains("and 5 more faults"));
    }

    #[test]
    fn a_long_value_is_shortened() {
        let fault = RowFault::of_field(1, "what", &"x".repeat(5_000), "is too long");
        assert_eq!(fault.value.map(|value| value.chars().count()), Some(VALUE_MAX_CHARS + 1));
    }
}
