//! Tables for people, as wide as the terminal; into a file or a pipe, of one fixed width.

use comfy_table::presets::NOTHING;
use comfy_table::{CellAlignment, ContentArrangement, Table, TableComponent};
use serde::Serialize;

use super::failure::Failure;

/// How wide a table is that goes into a file or a pipe, in characters.
const WIDTH_OF_A_FILE: u16 = 120;

/// A table with these headings.
pub fn table(headings: &[&str]) -> Table {
    let mut table = Table::new();
    table.load_preset(NOTHING).set_content_arrangement(ContentArrangement::Dynamic).set_header(headings.to_vec());
    table.set_style(TableComponent::HeaderLines, '─').set_style(TableComponent::MiddleHeaderIntersections, '─');
    if !table.is_tty() {
        table.set_width(WIDTH_OF_A_FILE);
    }
    table
}

/// Sets these columns to the right, as numbers are read.
pub fn right(table: &mut Table, columns: &[usize]) {
    for column in columns {
        if let Some(column) = table.column_mut(*column) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
}

/// Prints a value as JSON.
///
/// # Errors
/// Where it cannot be written.
pub fn json<T: Serialize>(value: &T) -> Result<(), Failure> {
    println!("{}", serde_json::to_string_pretty(value).map_err(|error| Failure::because("json", error))?);
    Ok(())
}
