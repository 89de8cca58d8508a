//! What comes in and goes out as files: CSV into typed rows with every fault of a file in one report, and lists out as CSV that a
//! spreadsheet can open safely.
//!
//! It must not know the database, HTTP or the clock: it turns bytes into rows and rows into bytes, and whoever calls it decides what
//! becomes of them.

pub mod csv_in;
pub mod csv_out;
pub mod fault_report;
pub mod names;
pub mod practice_basis;
pub mod slugs;
pub mod xlsx_in; // the first sheet of a spreadsheet as CSV
pub mod xlsx_out;
