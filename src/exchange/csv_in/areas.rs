//! Any table of numbers by area, and which areas nest in one another.
//!
//! It must not know what the columns mean: the first names the area, every other is a number.

use super::cities::NAME_MAX_CHARS;
use super::records::Records;
use super::table::{self, Cells, Keys, Layout};
use crate::exchange::fault_report::{FaultReport, RowFault};

/// A table of numbers: codes of areas, and columns with a value for each of them; `None` is a blank field.
#[derive(Debug, Clone, PartialEq)]
pub struct NumberTable {
    /// The name of the first column.
    pub key: String,
    /// The codes, each once, in the order of the file.
    pub areas: Vec<String>,
    /// The other columns, in the order of the file. Each has at least one value.
    pub columns: Vec<(String, Vec<Option<f64>>)>,
}

const NUMBERS: Layout = Layout { rows: "areas", required: &[], optional: &[], is_understood: |_| true };

/// Larger than any statistic, and its square still far inside the range of a double.
const LARGEST: f64 = 1e18;

/// Reads a table whose first column is the code of an area and whose others are numbers.
///
/// # Errors
/// Every fault of the file, also that there are fewer than two areas, no column of numbers, or a column without any value.
pub fn numbers_by_area(file: &str, bytes: &[u8]) -> Result<NumberTable, FaultReport> {
    let names = table::column_names(bytes);
    let (key, numbers) = names.split_first().map_or((String::new(), &[][..]), |(key, rest)| (key.clone(), rest));
    let (mut codes, mut filled) = (Keys::default(), vec![false; numbers.len()]);
    let mut rows_seen = 0;
    let read = table::read(file, bytes, &NUMBERS, |cells| {
        rows_seen += 1;
        let code = code(cells, &key, &mut codes);
        let values = numbers.iter().zip(&mut filled).map(|(name, filled)| {
            *filled |= cells.raw(name).is_some();
            cells.number(name, &(-LARGEST..=LARGEST))
        });
        let values: Vec<Option<f64>> = values.collect();
        Some((code?, values))
    });
    let rows_read = read.as_ref().map_or(usize::MAX, Vec::len);
    let empty = numbers.iter().zip(&filled).filter(|(name, filled)| rows_seen > 0 && !name.is_empty() && !**filled);
    let mut faults: Vec<RowFault> =
        empty.map(|(name, _)| RowFault::of_field(1, name, "", "has no value in any row; leave the column out")).collect();
    if rows_read < 2 {
        faults.push(RowFault::of_record(1, format!("has {rows_read} areas after the header; neighbours need at least two")));
    }
    if numbers.is_empty() && !key.is_empty() {
        faults.push(RowFault::of_record(1, "has no column of numbers beside the codes"));
    }
    with(file, read, faults).map(|rows| turned(key, numbers, rows))
}

fn code(cells: &mut Cells<'_>, key: &str, codes: &mut Keys) -> Option<String> {
    let code = cells.required_text(key, NAME_MAX_CHARS)?;
    codes.check(cells, key, code.clone());
    Some(code)
}

/// The rows, where neither the reading nor the look at the whole found a fault.
fn with<T>(file: &str, read: Result<Vec<T>, FaultReport>, faults: Vec<RowFault>) -> Result<Vec<T>, FaultReport> {
    let (rows, mut report) = match read {
        Ok(rows) => (rows, FaultReport::new(file)),
        Err(report) => (Vec::new(), report),
    };
    for fault in faults {
        report.add(fault);
    }
    report.into_result(rows)
}

/// From rows to columns.
fn turned(key: String, names: &[String], rows: Vec<(String, Vec<Option<f64>>)>) -> NumberTable {
    let column = |at: usize| rows.iter().map(|(_, values)| values[at]).collect();
    let columns = names.iter().enumerate().map(|(at, name)| (name.clone(), column(at))).collect();
    NumberTable { key, columns, areas: rows.into_iter().map(|(code, _)| code).collect() }
}

/// Reads which areas nest in one another: two columns of any name, a pair of codes in each row.
///
/// # Errors
/// Every fault of the file.
pub fn nesting(file: &str, bytes: &[u8]) -> Result<Vec<(String, String)>, FaultReport> {
    let names = table::column_names(bytes);
    let width = Records::new(bytes).next().map_or(0, |header| header.fields.len());
    let [inner, outer] = names.as_slice() else {
        let mut report = FaultReport::new(file);
        report.add(RowFault::of_record(1, format!("has {width} columns; a nesting has two: an area and the area it lies in")));
        return report.into_result(Vec::new());
    };
    table::read(file, bytes, &NUMBERS, |cells| {
        let pair = (cells.required_text(inner, NAME_MAX_CHARS), cells.required_text(outer, NAME_MAX_CHARS));
        Some((pair.0?, pair.1?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(text: &str) -> Vec<String> {
        numbers_by_area("t.csv", text.as_bytes()).unwrap_err().faults.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn the_first_column_is_the_code_whatever_its_name_and_a_blank_is_not_zero() {
        let table =
            numbers_by_area("t.csv", "\u{FEFF}AREACD,Median house price,\"Births, deaths\"\r\nE1,1,\r\nE2,,-2.5e1\r\n".as_bytes()).unwrap();
        assert_eq!((table.key.as_str(), table.areas), ("AREACD", vec!["E1".to_owned(), "E2".to_owned()]));
        let expected = [("Median house price", vec![Some(1.0), None]), ("Births, deaths", vec![None, Some(-25.0)])];
        assert_eq!(table.columns, expected.map(|(name, values)| (name.to_owned(), values)));
    }

    #[test]
    fn every_fault_of_a_table_is_named_with_line_and_column() {
        let text = "code,a,b,c\nx,1,,1e200\nx,NA,,2\n,3,,\ny,1\n";
        let expected = [
            "1:b: has no value in any row; leave the column out",
            "2:c: must be from -1000000000000000000 to 1000000000000000000 (found '1e200')",
            "3:code: stands already on line 2; every row may stand once (found 'x')",
            "3:a: is not a number; write it with a point and without separators for thousands (found 'NA')",
            "4:code: must not be blank",
            "5: has 2 fields, the header has 4",
        ];
        assert_eq!(faults(text), expected);
    }

    #[test]
    fn a_table_in_which_nobody_can_be_alike_is_refused() {
        assert_eq!(faults("code,a\nx,1\n"), ["1: has 1 areas after the header; neighbours need at least two"]);
        assert_eq!(faults("code\nx\ny\n"), ["1: has no column of numbers beside the codes"]);
        assert_eq!(faults("code,a,a\nx,1,2\ny,1,2\n"), ["1:a: this column stands twice in the header"]);
        assert!(faults("")[0].starts_with("1: the file is empty"));
    }

    #[test]
    fn a_nesting_has_two_columns_of_any_name() {
        let pairs = nesting("n.csv", "\u{FEFF}LTLA23CD,UTLA23CD\nE1,E2\n".as_bytes()).unwrap();
        assert_eq!(pairs, [("E1".to_owned(), "E2".to_owned())]);
        let wide = nesting("n.csv", b"a,b,c\n1,2,3\n").unwrap_err();
        assert!(wide.to_string().contains("n.csv:1: has 3 columns; a nesting has two"));
        assert!(nesting("n.csv", b"a,b\nE1,\n").unwrap_err().to_string().starts_with("n.csv:2:b: must not be blank"));
    }
}
