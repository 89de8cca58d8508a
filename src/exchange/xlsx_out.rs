//! Lists as a spreadsheet file, safe to open: texts are written as texts, and what a formula would start with gets an apostrophe all the same,
//! for those who save the sheet as CSV.

use chrono::{DateTime, Datelike, Timelike, Utc};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

use super::csv_out::{Cell, guarded};

/// What the file is about.
pub struct Sheet<'a> {
    /// The name of its only sheet, up to 31 characters.
    pub name: &'a str,
    /// What the file says of its making: the moment of the data, so that the same data gives the same bytes.
    pub made_at: DateTime<Utc>,
}

/// Writes a list with a header row that stays in sight.
///
/// # Errors
/// A list that no spreadsheet holds: more than 1,048,575 rows, or a text of more than 32,767 characters.
pub fn write_list<'a>(sheet: &Sheet<'_>, header: &[&str], rows: impl IntoIterator<Item = Vec<Cell<'a>>>) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_creation_datetime(&moment(sheet.made_at)?));
    let page = book.add_worksheet();
    page.set_name(sheet.name)?.set_freeze_panes(1, 0)?;
    let bold = Format::new().set_bold();
    for (column, name) in (0..).zip(header) {
        page.write_string_with_format(0, column, *name, &bold)?;
    }
    for (row, cells) in (1..).zip(rows) {
        for (column, cell) in (0..).zip(cells) {
            match cell {
                Cell::Text(text) => page.write_string(row, column, guarded(text))?,
                // Spreadsheets know only doubles; counts are far below where these lose whole numbers.
                Cell::Whole(number) => page.write_number(row, column, number as f64)?,
                Cell::Number(value) => page.write_number(row, column, value)?,
                Cell::Flag(flag) => page.write_string(row, column, if flag { "yes" } else { "no" })?,
                Cell::Blank => page,
            };
        }
    }
    page.autofit();
    book.save_to_buffer()
}

fn moment(at: DateTime<Utc>) -> Result<ExcelDateTime, XlsxError> {
    let small = |number: u32| u8::try_from(number).unwrap_or_default();
    let day = ExcelDateTime::from_ymd(u16::try_from(at.year()).unwrap_or(2000), small(at.month()), small(at.day()))?;
    day.and_hms(u16::try_from(at.hour()).unwrap_or_default(), small(at.minute()), at.second())
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;

    use super::*;

    #[test]
    fn the_same_list_gives_the_same_file_and_a_formula_stays_a_text() {
        let sheet = Sheet { name: "Pairings", made_at: Utc.with_ymd_and_hms(2026, 11, 22, 9, 30, 0).unwrap() };
        let list = || write_list(&sheet, &["city", "score"], [vec![Cell::Text("=1+1"), Cell::Number(2.5)]]).unwrap();
        let bytes = list();
        assert_eq!(bytes, list());
        assert!(bytes.starts_with(b"PK"), "a spreadsheet is a ZIP archive");
    }
}
