//! A file as a table: its header held against a layout, and typed access to the fields of a record.
//!
//! It must not know any noun. Every accessor notes what is wrong and answers `None`, so that a reader asks for all fields of a record
//! before it gives up on it: one pass names every fault.

use std::collections::HashMap;
use std::ops::RangeInclusive;
use std::str::FromStr;

use super::records::{MAX_FIELDS, Record, Records};
use super::{MAX_FILE_BYTES, MAX_ROWS};
use crate::domain::code::BadCode;
use crate::domain::fault::{Faults, TEXT_MAX_CHARS, check_text};
use crate::exchange::fault_report::{FaultReport, RowFault};

/// The years that a file may speak of.
pub(super) const YEARS: RangeInclusive<u16> = 1800..=2100;

/// Which columns a file may have.
pub(super) struct Layout {
    /// What the rows are, for messages: `cities`.
    pub(super) rows: &'static str,
    /// The columns that must be there.
    pub(super) required: &'static [&'static str],
    /// The columns that may be there.
    pub(super) optional: &'static [&'static str],
    /// Whether a column of another name is understood.
    pub(super) is_understood: fn(&str) -> bool,
}

impl Layout {
    fn knows(&self, column: &str) -> bool {
        self.required.contains(&column) || self.optional.contains(&column) || (self.is_understood)(column)
    }
}

/// For layouts without further columns.
pub(super) fn no_other(_column: &str) -> bool {
    false
}

/// The columns of a file by name.
pub(super) struct Header(HashMap<String, usize>);

/// The names in the first record of a file, trimmed; empty for an empty file.
pub(super) fn column_names(bytes: &[u8]) -> Vec<String> {
    let header = Records::new(bytes).next();
    header.map_or_else(Vec::new, |header| header.fields.iter().map(|name| String::from_utf8_lossy(name).trim().to_owned()).collect())
}

/// Reads a file by a layout: `row` makes one row of the fields of one record, or `None` where it noted a fault.
pub(super) fn read<T>(
    file: &str,
    bytes: &[u8],
    layout: &Layout,
    mut row: impl FnMut(&mut Cells<'_>) -> Option<T>,
) -> Result<Vec<T>, FaultReport> {
    let mut report = FaultReport::new(file);
    let mut records = Records::new(bytes);
    let Some((header, width)) = check_start(bytes, &mut records, layout, &mut report) else {
        return report.into_result(Vec::new());
    };
    let mut rows = Vec::new();
    for (index, record) in records.enumerate() {
        if index >= MAX_ROWS {
            report.add(RowFault::of_record(record.line, format!("is row {}; a file may have {MAX_ROWS}; split it", index + 1)));
            break;
        }
        if let Some(fields) = check_record(&record, &header, width, &mut report) {
            rows.extend(row(&mut Cells { header: &header, fields: &fields, line: record.line, report: &mut report }));
        }
    }
    report.into_result(rows)
}

/// Size and header; `None` where no record can be understood.
fn check_start(bytes: &[u8], records: &mut Records<'_>, layout: &Layout, report: &mut FaultReport) -> Option<(Header, usize)> {
    if let Err(too_large) = super::check_size(&report.file, bytes.len() as u64) {
        *report = too_large;
        return None;
    }
    let Some(first) = records.next() else {
        report.add(RowFault::of_record(1, format!("the file is empty; its first line must name the columns of {}", layout.rows)));
        return None;
    };
    if let Some(detail) = other_format(bytes, &first) {
        report.add(RowFault::of_record(1, detail));
        return None;
    }
    let header = check_header(&first, layout, report);
    Some((header, first.fields.len()))
}

/// What the file is, if it is plainly not CSV with commas: one sentence then helps more than a list of unknown columns.
fn other_format(bytes: &[u8], first: &Record<'_>) -> Option<&'static str> {
    let only = |separator: u8| first.fields.len() == 1 && first.fields[0].contains(&separator);
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        Some("is a spreadsheet or an archive; save the sheet as CSV in UTF-8")
    } else if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        Some("is UTF-16; save it as CSV in UTF-8")
    } else if only(b';') || only(b'\t') {
        Some("separates its columns by semicolons or tabs; save it with commas")
    } else if first.fields.len() > MAX_FIELDS {
        Some("has more columns than any file that is read here")
    } else {
        None
    }
}

fn check_header(first: &Record<'_>, layout: &Layout, report: &mut FaultReport) -> Header {
    let mut columns = HashMap::new();
    for (index, name) in first.fields.iter().enumerate() {
        let name = String::from_utf8_lossy(name).trim().to_owned();
        if name.is_empty() {
            report.add(RowFault::of_record(first.line, format!("column {} has no name", index + 1)));
        } else if columns.insert(name.clone(), index).is_some() {
            report.add(RowFault::of_field(first.line, &name, "", "this column stands twice in the header"));
        } else if !layout.knows(&name) {
            report.add(RowFault::of_field(first.line, &name, "", unknown_column(layout)));
        }
    }
    for missing in layout.required.iter().filter(|name| !columns.contains_key(**name)) {
        report.add(RowFault::of_field(first.line, missing, "", "this column is missing from the header"));
    }
    Header(columns)
}

fn unknown_column(layout: &Layout) -> String {
    let known: Vec<&str> = layout.required.iter().chain(layout.optional).copied().collect();
    format!("is not a column of {}; the columns are {}", layout.rows, known.join(", "))
}

/// The fields as text, where their number is right and they are UTF-8; faults of quoting and of hidden characters are noted.
fn check_record<'r>(record: &'r Record<'_>, header: &Header, width: usize, report: &mut FaultReport) -> Option<Vec<&'r str>> {
    let name_of = |index: usize| header.0.iter().find(|(_, at)| **at == index).map_or("?", |(name, _)| name);
    for (index, fault) in &record.quote_faults {
        report.add(RowFault::of_field(record.line, name_of(*index), "", *fault));
    }
    let found = record.fields.len();
    if found != width {
        report.add(RowFault::of_record(record.line, format!("has {found} fields, the header has {width}")));
        return None;
    }
    let mut fields = Vec::with_capacity(width);
    for (index, bytes) in record.fields.iter().enumerate() {
        let Ok(text) = std::str::from_utf8(bytes) else {
            report.add(RowFault::of_field(
                record.line,
                name_of(index),
                &String::from_utf8_lossy(bytes),
                "is not UTF-8; save the file as UTF-8",
            ));
            continue;
        };
        if let Some(detail) = text_fault(text) {
            report.add(RowFault::of_field(record.line, name_of(index), text, detail));
        }
        fields.push(text.trim());
    }
    (fields.len() == width && record.quote_faults.is_empty()).then_some(fields)
}

/// What is wrong with a text of any column: its length, or characters that hide or reorder text.
fn text_fault(text: &str) -> Option<String> {
    let is_plain = text.len() <= TEXT_MAX_CHARS && text.bytes().all(|byte| (b' '..=b'~').contains(&byte));
    if is_plain || text.trim().is_empty() {
        return None;
    }
    let mut faults = Faults::new();
    check_text(&mut faults, "", text, TEXT_MAX_CHARS);
    let details: Vec<String> = faults.into_vec().into_iter().map(|fault| fault.detail).chain(lone_return(text)).collect();
    (!details.is_empty()).then(|| details.join("; "))
}

/// A carriage return that is not part of a line break overwrites the line on a terminal.
fn lone_return(text: &str) -> Option<String> {
    let is_lone = text.split('\r').skip(1).any(|after| !after.starts_with('\n'));
    is_lone.then(|| "must not contain a carriage return without a line feed".to_owned())
}

/// The fields of one record by the name of their column. A blank field and an absent column are both `None`: not known.
pub(super) struct Cells<'r> {
    header: &'r Header,
    fields: &'r [&'r str],
    /// The line on which the record starts.
    pub(super) line: u64,
    report: &'r mut FaultReport,
}

impl<'r> Cells<'r> {
    /// Notes that something is wrong with a field.
    pub(super) fn fault(&mut self, column: &str, detail: impl Into<String>) {
        let value = self.raw(column).unwrap_or_default();
        self.report.add(RowFault::of_field(self.line, column, value, detail));
    }

    /// The text of a field; `None` where it is blank or there is no such column.
    pub(super) fn raw(&self, column: &str) -> Option<&'r str> {
        let text = *self.fields.get(*self.header.0.get(column)?)?;
        (!text.is_empty()).then_some(text)
    }

    /// Whether the file has this column.
    pub(super) fn has_column(&self, column: &str) -> bool {
        self.header.0.contains_key(column)
    }

    /// A text of at most `max_chars` characters.
    pub(super) fn text(&mut self, column: &str, max_chars: usize) -> Option<String> {
        let text = self.raw(column)?;
        if text.chars().count() > max_chars {
            self.fault(column, format!("must have at most {max_chars} characters"));
            return None;
        }
        Some(text.to_owned())
    }

    /// A text that must not be blank.
    pub(super) fn required_text(&mut self, column: &str, max_chars: usize) -> Option<String> {
        self.required(column)?;
        self.text(column, max_chars)
    }

    /// Notes a blank field that must not be blank. A column that is missing altogether was named once, with the header.
    pub(super) fn required(&mut self, column: &str) -> Option<&'r str> {
        let text = self.raw(column);
        if text.is_none() && self.has_column(column) {
            self.fault(column, "must not be blank");
        }
        text
    }

    /// A code, or anything else that reads itself from text and says what is wrong with a bad one.
    pub(super) fn code<T: FromStr<Err = BadCode>>(&mut self, column: &str) -> Option<T> {
        let text = self.raw(column)?;
        text.parse().map_err(|bad: BadCode| self.fault(column, format!("is not {}", bad.expected))).ok()
    }

    /// A code that must not be blank.
    pub(super) fn required_code<T: FromStr<Err = BadCode>>(&mut self, column: &str) -> Option<T> {
        self.required(column)?;
        self.code(column)
    }

    /// Several codes between separators; blank is none.
    pub(super) fn codes<T: FromStr<Err = BadCode>>(&mut self, column: &str, separator: char) -> Vec<T> {
        let mut codes = Vec::new();
        for part in self.list(column, separator) {
            match part.parse() {
                Ok(code) => codes.push(code),
                Err(BadCode { expected, .. }) => self.fault(column, format!("'{part}' is not {expected}")),
            }
        }
        codes
    }

    /// The parts of a field between separators, trimmed, without blank ones; a part that stands twice is a fault.
    pub(super) fn list(&mut self, column: &str, separator: char) -> Vec<&'r str> {
        let parts: Vec<&str> =
            self.raw(column).unwrap_or_default().split(separator).map(str::trim).filter(|part| !part.is_empty()).collect();
        for (index, part) in parts.iter().enumerate() {
            if parts[..index].contains(part) {
                self.fault(column, format!("'{part}' stands twice in the list"));
            }
        }
        parts
    }

    /// A finite number within a range; in a column whose name ends in `_pct` a percent sign may follow.
    pub(super) fn number(&mut self, column: &str, range: &RangeInclusive<f64>) -> Option<f64> {
        let text = self.raw(column)?;
        let text = if column.ends_with("_pct") { text.trim_end_matches(" %").trim_end_matches('%') } else { text };
        // Only what a spreadsheet writes: Rust also reads `inf` and `NaN` as numbers.
        let is_plain = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+' | b'e' | b'E'));
        let number = text.parse::<f64>().ok().filter(|number| is_plain && number.is_finite());
        let Some(number) = number else {
            self.fault(column, "is not a number; write it with a point and without separators for thousands");
            return None;
        };
        if !range.contains(&number) {
            self.fault(column, format!("must be from {} to {}", range.start(), range.end()));
            return None;
        }
        Some(number)
    }

    /// A number that must not be blank.
    pub(super) fn required_number(&mut self, column: &str, range: &RangeInclusive<f64>) -> Option<f64> {
        self.required(column)?;
        self.number(column, range)
    }

    /// A whole number within a range; `2020.0` is whole.
    pub(super) fn whole(&mut self, column: &str, range: RangeInclusive<u64>) -> Option<u64> {
        let text = self.raw(column)?;
        let digits = text.strip_suffix(".0").unwrap_or(text);
        let number = digits.parse::<u64>().ok().filter(|_| !digits.starts_with('+'));
        let Some(number) = number.filter(|number| range.contains(number)) else {
            self.fault(column, format!("must be a whole number from {} to {}", range.start(), range.end()));
            return None;
        };
        Some(number)
    }

    /// A year of the Common Era within [`YEARS`].
    pub(super) fn year(&mut self, column: &str) -> Option<u16> {
        let range = u64::from(*YEARS.start())..=u64::from(*YEARS.end());
        self.whole(column, range).and_then(|year| u16::try_from(year).ok())
    }

    /// `yes`, `true`, `1` or `x`; `no`, `false` or `0`; in any case of letters.
    pub(super) fn flag(&mut self, column: &str) -> Option<bool> {
        let text = self.raw(column)?;
        match text.to_ascii_lowercase().as_str() {
            "yes" | "true" | "1" | "x" => Some(true),
            "no" | "false" | "0" => Some(false),
            _ => {
                self.fault(column, "must be yes or no");
                None
            }
        }
    }

    /// A yes or no that must not be blank.
    pub(super) fn required_flag(&mut self, column: &str) -> Option<bool> {
        self.required(column)?;
        self.flag(column)
    }
}

/// The keys seen so far, each with the line on which it stood first.
#[derive(Default)]
pub(super) struct Keys(HashMap<String, u64>);

impl Keys {
    /// Notes a fault on `column` where `key` stood before.
    pub(super) fn check(&mut self, cells: &mut Cells<'_>, column: &str, key: String) {
        let line = cells.line;
        let first = *self.0.entry(key).or_insert(line);
        if first != line {
            cells.fault(column, format!("stands already on line {first}; every row may stand once"));
        }
    }
}

/// Refuses a file that is too large before it is read into memory.
pub(super) fn size_fault(bytes: u64) -> Option<String> {
    (bytes > MAX_FILE_BYTES).then(|| format!("has {bytes} bytes; a file may have {MAX_FILE_BYTES}; split it"))
}
