//! Lists as CSV: RFC 4180, safe to open in a spreadsheet.
//!
//! It must not know nouns: the caller says what stands in the cells.

use std::io::Write;

/// One cell. Text and numbers are told apart, because only text is guarded.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell<'a> {
    /// A text, which may come from anyone.
    Text(&'a str),
    /// A whole number.
    Whole(i64),
    /// A number, written as short as it can be without loss.
    Number(f64),
    /// `yes` or `no`.
    Flag(bool),
    /// Not known.
    Blank,
}

/// Why a list could not be written.
#[derive(Debug, thiserror::Error)]
pub enum CsvOutError {
    /// A row has more or fewer cells than the header.
    #[error("row {row} has {found} cells, the header has {expected}")]
    WrongWidth {
        /// The row, from 1.
        row: usize,
        /// Its number of cells.
        found: usize,
        /// The number of columns.
        expected: usize,
    },
    /// A number is infinite or not a number; a file that held it could not be read back.
    #[error("row {row}, column {column}: {value} cannot be written as a number")]
    NotFinite {
        /// The row, from 1.
        row: usize,
        /// The column, from 1.
        column: usize,
        /// The number.
        value: f64,
    },
    /// The output does not take the bytes.
    #[error("the list cannot be written: {0}")]
    Output(#[from] csv::Error),
    /// The output does not take the last bytes.
    #[error("the list cannot be written: {0}")]
    Flush(#[from] std::io::Error),
}

/// Writes a list with a header row; lines end in CR LF, and a field is quoted where it must be.
///
/// A text that a spreadsheet would run as a formula gets an apostrophe in front (see [`guarded`]). Header names are the program's own and
/// are written as they are.
///
/// # Errors
/// A row of another width than the header, a number that is not finite, or an output that does not take the bytes.
///
/// ```
/// use kembar::exchange::csv_out::{Cell, write_list};
/// let mut out = Vec::new();
/// write_list(&mut out, &["city", "population"], [vec![Cell::Text("Nay Pyi Taw"), Cell::Blank]]).unwrap();
/// assert_eq!(out, b"city,population\r\nNay Pyi Taw,\r\n");
/// ```
pub fn write_list<'a>(out: impl Write, header: &[&str], rows: impl IntoIterator<Item = Vec<Cell<'a>>>) -> Result<(), CsvOutError> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    writer.write_record(header)?;
    for (index, cells) in rows.into_iter().enumerate() {
        let row = index + 1;
        if cells.len() != header.len() {
            return Err(CsvOutError::WrongWidth { row, found: cells.len(), expected: header.len() });
        }
        for (column, cell) in cells.iter().enumerate() {
            writer.write_field(text(cell, row, column + 1)?)?;
        }
        writer.write_record(None::<&[u8]>)?;
    }
    Ok(writer.flush()?)
}

fn text(cell: &Cell<'_>, row: usize, column: usize) -> Result<String, CsvOutError> {
    Ok(match cell {
        Cell::Text(text) => guarded(text),
        Cell::Whole(number) => number.to_string(),
        Cell::Number(value) if !value.is_finite() => return Err(CsvOutError::NotFinite { row, column, value: *value }),
        Cell::Number(value) => value.to_string(),
        Cell::Flag(flag) => if *flag { "yes" } else { "no" }.to_owned(),
        Cell::Blank => String::new(),
    })
}

/// The text with an apostrophe in front where a spreadsheet would take it for a formula: where it starts with `=`, `+`, `-`, `@`, a tab, a
/// carriage return, a line feed or NUL, or with the full-width form of one of the first four, blanks before it not counted.
pub fn guarded(text: &str) -> String {
    let is_formula = |c: char| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
    let starts_badly = text.starts_with(['\t', '\r', '\n', '\0']) || text.trim_start().starts_with(is_formula);
    if starts_badly { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn written(header: &[&str], rows: Vec<Vec<Cell<'_>>>) -> Vec<u8> {
        let mut out = Vec::new();
        write_list(&mut out, header, rows).unwrap();
        out
    }

    fn read_back(bytes: &[u8]) -> Vec<Vec<String>> {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
        reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
    }

    #[test]
    fn names_that_are_formulas_are_defused_and_numbers_stay_numbers() {
        let names = ["=HYPERLINK(\"x\")", "@SUM(A1)", "-2+3", "+1", "\tx", "\rx", "\nx", "\0x", " =1", "＝1"];
        let rows = names.iter().map(|name| vec![Cell::Text(name), Cell::Number(-2.5), Cell::Whole(-7), Cell::Flag(true)]).collect();
        let table = read_back(&written(&["name", "growth", "rank", "coastal"], rows));
        for (record, name) in table[1..].iter().zip(names) {
            assert_eq!(record.as_slice(), [format!("'{name}"), "-2.5".into(), "-7".into(), "yes".into()]);
        }
    }

    #[test]
    fn quotes_commas_and_line_breaks_come_back_as_they_were() {
        let text = "a\"\"b, \"c\"\r\nd";
        let bytes = written(&["name", "note"], vec![vec![Cell::Text(text), Cell::Blank]]);
        assert_eq!(bytes, b"name,note\r\n\"a\"\"\"\"b, \"\"c\"\"\r\nd\",\r\n");
        assert_eq!(read_back(&bytes)[1], [text, ""]);
    }

    #[test]
    fn a_number_that_no_reader_takes_and_a_row_of_another_width_are_refused() {
        let number = write_list(Vec::new(), &["a"], [vec![Cell::Number(f64::NAN)]]).unwrap_err();
        assert_eq!(number.to_string(), "row 1, column 1: NaN cannot be written as a number");
        let width = write_list(Vec::new(), &["a"], [vec![Cell::Blank], vec![]]).unwrap_err();
        assert_eq!(width.to_string(), "row 2 has 0 cells, the header has 1");
    }

    proptest! {
        #[test]
        fn any_text_comes_back_guarded_and_whole_and_no_cell_starts_a_formula(texts in prop::collection::vec("\\PC{0,6}|[=+@\t\r\n\",a-]{0,6}", 2..6)) {
            let header: Vec<&str> = texts.iter().map(|_| "column").collect();
            let row = texts.iter().map(|text| Cell::Text(text)).collect();
            let record = read_back(&written(&header, vec![row])).remove(1);
            for (field, text) in record.iter().zip(&texts) {
                prop_assert_eq!(field.strip_prefix('\'').filter(|_| !text.starts_with('\'')).unwrap_or(field), text);
                prop_assert!(!field.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\0']));
            }
        }
    }
}
