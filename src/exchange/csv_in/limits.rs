//! How large a file may be, and which columns are understood but not taken over.
//!
//! It must not know rows. The limits keep one import from filling the memory: the largest file in view (every city of the world above
//! 15,000 people) has 1.5 MB and 13,000 rows.

use super::table::{self, size_fault};
use crate::exchange::fault_report::{FaultReport, RowFault};

/// The largest file that is read, in bytes.
pub const MAX_FILE_BYTES: u64 = 64 * 1024 * 1024;

/// The largest number of rows after the header.
pub const MAX_ROWS: usize = 200_000;

/// Refuses a file that is too large; asked before the file is read into memory, and again when it is parsed.
///
/// # Errors
/// A report with this one fault.
pub fn check_size(file: &str, bytes: u64) -> Result<(), FaultReport> {
    let mut report = FaultReport::new(file);
    if let Some(detail) = size_fault(bytes) {
        report.add(RowFault::of_record(1, detail));
    }
    report.into_result(())
}

/// Columns that are understood and deliberately not taken over, each with the reason.
const LEFT_OUT: [(&str, &str); 5] = [
    ("air_", "air connections come under the ODbL, whose terms would reach the database they are stored in"),
    ("airports", "air connections come under the ODbL, whose terms would reach the database they are stored in"),
    ("sdg2023_", "the terms of the SDG index are not clear enough to store it"),
    ("distance_km", "distances are computed from the places of the cities"),
    ("n_sources", "the confidence of a tie says it in words"),
];

/// Why a column is not taken over, if it is one of those.
pub(super) fn reason_left_out(column: &str) -> Option<&'static str> {
    LEFT_OUT.iter().find(|(prefix, _)| column.starts_with(prefix)).map(|(_, reason)| *reason)
}

/// The columns of this file that are understood and not taken over, each with the reason, for whoever runs the import to see.
pub fn columns_left_out(bytes: &[u8]) -> Vec<(String, &'static str)> {
    let reason = |column: String| reason_left_out(&column).map(|reason| (column, reason));
    table::column_names(bytes).into_iter().filter_map(reason).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_too_large_is_refused_by_its_size_alone() {
        assert_eq!(check_size("x.csv", MAX_FILE_BYTES), Ok(()));
        let report = check_size("x.csv", MAX_FILE_BYTES + 1).unwrap_err();
        assert!(report.to_string().starts_with("x.csv:1: has 67108865 bytes; a file may have 67108864"));
    }

    #[test]
    fn columns_that_may_not_be_stored_are_named_with_their_reason() {
        let left_out = columns_left_out(b"id,airports,air_destinations,name\n");
        assert_eq!(left_out.iter().map(|(column, _)| column.as_str()).collect::<Vec<_>>(), ["airports", "air_destinations"]);
        assert!(left_out.iter().all(|(_, reason)| reason.contains("ODbL")));
    }
}
