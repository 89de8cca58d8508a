//! The first sheet of a spreadsheet file as the CSV that it would be saved as, so that both go the same way from here.
//!
//! It must not know columns. A row of the sheet becomes one record, whatever is empty above it, so that [`rows_of`] leads from a line of
//! the text back to the row that a person sees. What CSV could not say honestly is a fault and never a guess: an error of the spreadsheet,
//! a formula whose result is not in the file. How large the file becomes is measured before anything of it is believed.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use calamine::{DataRef, Reader, Style, Xlsx, XlsxError};
use zip::ZipArchive;

use super::csv_in::{MAX_FILE_BYTES, MAX_ROWS};
use super::fault_report::{FaultReport, RowFault};

/// The most bytes that the parts of a file may have unpacked, all together.
const MAX_UNPACKED: u64 = 128 * 1024 * 1024;
/// The most columns and cells that are read.
const MAX_COLUMNS: usize = 400;
const MAX_CELLS: usize = 2_000_000;

/// Whether a file begins as a spreadsheet does (every ZIP archive does).
pub fn is_spreadsheet(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// The first sheet as CSV in UTF-8. Numbers are written as they are stored, those shown as per cent with the sign; dates as `2026-11-22`.
///
/// # Errors
/// What is no spreadsheet or too large, and every cell that holds an error or a formula without a result: by row, and by the name of the
/// column that the first row gives.
pub fn first_sheet(file: &str, bytes: &[u8]) -> Result<Vec<u8>, FaultReport> {
    let whole = |detail: String| {
        let mut report = FaultReport::new(file);
        report.add(RowFault::of_record(1, detail));
        report
    };
    check_unpacked(bytes).map_err(&whole)?;
    let unreadable = |error: XlsxError| whole(format!("is not a spreadsheet that can be read ({error}); save it as .xlsx or CSV"));
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(unreadable)?;
    let name = book.sheet_names().first().cloned().ok_or_else(|| whole("has no sheet".to_owned()))?;
    let (sheet, mut faults) = Sheet::read(&mut book, &name).map_err(|refusal| match refusal {
        Refusal::Unreadable(error) => unreadable(error),
        Refusal::TooLarge => whole(format!("has more than {MAX_ROWS} rows, {MAX_COLUMNS} columns or {MAX_CELLS} cells; split it")),
    })?;
    faults.extend(sheet.without_result(&mut book, &name).map_err(unreadable)?);
    let mut report = FaultReport::new(file);
    for ((row, column), detail) in faults {
        report.add(RowFault::of_field(row as u64 + 1, &sheet.column_name(column), "", detail));
    }
    report.into_result(())?;
    sheet.as_csv().map_err(|error| whole(error.to_string()))
}

/// The row of the sheet in which a line of its CSV stands, both counted from 1.
pub fn rows_of(csv: &[u8]) -> impl Fn(u64) -> u64 {
    let mut starts = vec![1];
    let (mut line, mut is_quoted) = (1, false);
    for byte in csv {
        match byte {
            // Doubled quotes open and close.
            b'"' => is_quoted = !is_quoted,
            b'\n' => {
                line += 1;
                if !is_quoted {
                    starts.push(line);
                }
            }
            _ => {}
        }
    }
    move |line| starts.partition_point(|start| *start <= line) as u64
}

/// Unpacks every part as it is, whatever the archive says of its size, and keeps nothing of it.
fn check_unpacked(bytes: &[u8]) -> Result<(), String> {
    let broken = |error: &dyn std::fmt::Display| format!("is not a spreadsheet that can be read ({error}); save it as .xlsx or CSV");
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let mut left = MAX_UNPACKED;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|error| broken(&error))?;
        let unpacked = std::io::copy(&mut part.take(left + 1), &mut std::io::sink()).map_err(|error| broken(&error))?;
        left = left.checked_sub(unpacked).ok_or_else(|| format!("has more than {MAX_UNPACKED} bytes unpacked; split it"))?;
    }
    Ok(())
}

enum Refusal {
    Unreadable(XlsxError),
    TooLarge,
}

impl From<XlsxError> for Refusal {
    fn from(error: XlsxError) -> Self {
        Refusal::Unreadable(error)
    }
}

/// Row and column, from 0.
type Place = (usize, usize);
type FaultAt = (Place, String);

/// What the cells hold.
#[derive(Default)]
struct Sheet {
    /// The text of those that hold something, by row and column.
    rows: BTreeMap<usize, BTreeMap<usize, String>>,
    /// Those that hold an empty text, which is the result of many a formula.
    blank: BTreeSet<Place>,
}

impl Sheet {
    fn read(book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<(Self, Vec<FaultAt>), Refusal> {
        let mut reader = book.worksheet_cells_reader(name)?;
        let percents: BTreeSet<usize> = (0..).zip(reader.styles()).filter(|(_, style)| is_percent(style)).map(|(id, _)| id).collect();
        let (mut sheet, mut faults, mut cells) = (Sheet::default(), Vec::new(), 0);
        while let Some((cell, style)) = reader.next_cell_with_style_id()? {
            let (row, column) = cell.get_position();
            let (row, column) = (row as usize, column as usize);
            let text = match text_of(cell.get_value(), percents.contains(&style)) {
                Ok(text) => text,
                Err(detail) => {
                    faults.push(((row, column), detail));
                    "#".to_owned()
                }
            };
            if matches!(cell.get_value(), DataRef::Empty) {
                continue;
            }
            cells += 1;
            if cells > MAX_CELLS || !text.is_empty() && (row > MAX_ROWS || column >= MAX_COLUMNS) {
                return Err(Refusal::TooLarge);
            }
            if text.is_empty() {
                sheet.blank.insert((row, column));
            } else {
                sheet.rows.entry(row).or_default().insert(column, text);
            }
        }
        Ok((sheet, faults))
    }

    fn text(&self, (row, column): Place) -> &str {
        self.rows.get(&row).and_then(|cells| cells.get(&column)).map_or("", String::as_str)
    }

    /// The formulas that were never computed: without their results the cells would count as not known.
    fn without_result(&self, book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Vec<FaultAt>, XlsxError> {
        let mut reader = book.worksheet_cells_reader(name)?;
        let mut faults = Vec::new();
        while let Some(formula) = reader.next_formula()? {
            let (row, column) = formula.get_position();
            let place = (row as usize, column as usize);
            if !formula.get_value().is_empty() && self.text(place).is_empty() && !self.blank.contains(&place) {
                faults.push((place, "holds a formula without its result; open the file in a spreadsheet and save it".to_owned()));
            }
        }
        Ok(faults)
    }

    fn column_name(&self, column: usize) -> String {
        let name = self.text((0, column)).trim();
        if name.is_empty() { format!("column {}", column + 1) } else { name.to_owned() }
    }

    /// Each row one record as wide as the widest; a row without anything is an empty line.
    fn as_csv(&self) -> Result<Vec<u8>, csv::Error> {
        let width = self.rows.values().filter_map(|cells| cells.keys().last()).max().map_or(0, |last| last + 1);
        let last = self.rows.keys().last().copied();
        let mut out = Vec::new();
        for row in 0..last.map_or(0, |last| last + 1) {
            if self.rows.contains_key(&row) {
                let mut writer = csv::WriterBuilder::new().from_writer(&mut out);
                writer.write_record((0..width).map(|column| self.text((row, column))))?;
                writer.flush()?;
            } else {
                out.push(b'\n');
            }
            if out.len() as u64 > MAX_FILE_BYTES {
                break;
            }
        }
        Ok(out)
    }
}

fn is_percent(style: &Style) -> bool {
    style.number_format.as_ref().is_some_and(|format| format.format_code.contains('%'))
}

/// A value as its CSV would have it.
fn text_of(value: &DataRef<'_>, is_percent: bool) -> Result<String, String> {
    Ok(match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) if is_percent => format!("{}%", number * 100),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) if is_percent => {
            // A hundredth that no binary number is must not come back with a tail of digits.
            let hundredfold = format!("{:.9}", number * 100.0);
            format!("{}%", hundredfold.trim_end_matches('0').trim_end_matches('.'))
        }
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(flag) => if *flag { "yes" } else { "no" }.to_owned(),
        DataRef::DateTime(moment) if moment.is_duration() => return Err("holds a span of time, which no column here takes".to_owned()),
        DataRef::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => return Err(format!("holds an error of the spreadsheet ({error})")),
    })
}

#[cfg(test)]
mod tests {
    use rust_xlsxwriter::{Format, Formula, Workbook};

    use super::*;

    fn book(fill: impl FnOnce(&mut rust_xlsxwriter::Worksheet)) -> Vec<u8> {
        let mut book = Workbook::new();
        fill(book.add_worksheet());
        book.add_worksheet().write_string(0, 0, "another sheet").unwrap();
        book.save_to_buffer().unwrap()
    }

    fn csv(fill: impl FnOnce(&mut rust_xlsxwriter::Worksheet)) -> String {
        String::from_utf8(first_sheet("x.xlsx", &book(fill)).unwrap()).unwrap()
    }

    #[test]
    fn the_first_sheet_reads_as_the_csv_that_it_would_be_saved_as() {
        let text = csv(|sheet| {
            for (column, name) in (0..).zip(["slug", "year", "value_pct", "note", "coastal"]) {
                sheet.write_string(0, column, name).unwrap();
            }
            sheet.write_string(1, 0, "surabaya").unwrap().write_number(1, 1, 2024).unwrap();
            sheet.write_number_with_format(1, 2, 0.07, &Format::new().set_num_format("0 %")).unwrap();
            sheet.write_string(1, 3, "two\nlines, \"quoted\"").unwrap().write_boolean(1, 4, true).unwrap();
            sheet.write_string(3, 0, "007").unwrap().write_number(3, 2, 2.5).unwrap();
        });
        let expected = "slug,year,value_pct,note,coastal\nsurabaya,2024,7%,\"two\nlines, \"\"quoted\"\"\",yes\n\n007,,2.5,,\n";
        assert_eq!(text, expected);
        let row = rows_of(text.as_bytes());
        assert_eq!([1, 2, 3, 4, 5].map(row), [1, 2, 2, 3, 4], "the row that a person sees");
    }

    #[test]
    fn a_formula_gives_its_result_and_one_without_it_is_a_fault_by_row_and_column() {
        let fill = |formula: Formula| {
            book(|sheet| {
                sheet.write_string(0, 0, "slug").unwrap().write_string(0, 1, "value").unwrap();
                sheet.write_string(1, 0, "hue").unwrap().write_formula(1, 1, formula).unwrap();
            })
        };
        let counted = fill(Formula::new("=1+1").set_result("77"));
        assert_eq!(first_sheet("x.xlsx", &counted).unwrap(), b"slug,value\nhue,77\n");
        let blank = with_sheet(&counted, |xml| xml.replace("<c r=\"B2\">", "<c r=\"B2\" t=\"str\">").replace("<v>77</v>", "<v></v>"));
        assert_eq!(first_sheet("x.xlsx", &blank).unwrap(), b"slug,value\nhue,\n", "an empty text is a result");
        let without = (with_sheet(&counted, |xml| xml.replace("<v>77</v>", "<v></v>")), "a formula without its result");
        let error = (fill(Formula::new("=1/0").set_result("#DIV/0!")), "an error of the spreadsheet");
        for (bytes, detail) in [without, error] {
            let report = first_sheet("x.xlsx", &bytes).unwrap_err();
            let [fault] = &report.faults[..] else { panic!("{report}") };
            assert_eq!((fault.line, fault.column.as_deref()), (2, Some("value")));
            assert!(fault.detail.contains(detail), "{report}");
        }
    }

    /// The same file with its first sheet written otherwise, as programs do that compute nothing.
    fn with_sheet(bytes: &[u8], change: impl Fn(&str) -> String) -> Vec<u8> {
        let (mut from, mut to) = (ZipArchive::new(Cursor::new(bytes)).unwrap(), zip::ZipWriter::new(Cursor::new(Vec::new())));
        for index in 0..from.len() {
            let mut part = from.by_index(index).unwrap();
            let (name, mut text) = (part.name().unwrap().into_owned(), Vec::new());
            part.read_to_end(&mut text).unwrap();
            if name == "xl/worksheets/sheet1.xml" {
                text = change(std::str::from_utf8(&text).unwrap()).into_bytes();
            }
            to.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            std::io::Write::write_all(&mut to, &text).unwrap();
        }
        to.finish().unwrap().into_inner()
    }

    #[test]
    fn what_is_no_spreadsheet_or_swells_up_is_refused() {
        let refused = |bytes: &[u8]| first_sheet("x.xlsx", bytes).unwrap_err().faults.remove(0).detail;
        assert!(refused(b"PK\x03\x04 and nothing").contains("is not a spreadsheet"));
        let mut bomb = zip::ZipWriter::new(Cursor::new(Vec::new()));
        bomb.start_file("xl/workbook.xml", zip::write::SimpleFileOptions::default()).unwrap();
        for _ in 0..MAX_UNPACKED / (1 << 20) + 1 {
            std::io::Write::write_all(&mut bomb, &vec![b' '; 1 << 20]).unwrap();
        }
        let bomb = bomb.finish().unwrap().into_inner();
        assert!(bomb.len() < 1 << 20, "{} bytes", bomb.len());
        assert!(refused(&bomb).contains("bytes unpacked"));
        let far = book(|sheet| {
            sheet.write_string(1_048_575, 16_383, "far away").unwrap();
        });
        assert!(refused(&far).contains("more than"), "the emptiness before it is never held");
    }
}
