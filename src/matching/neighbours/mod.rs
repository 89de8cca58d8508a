//! Statistical nearest neighbours of any table of numbers: which rows are most alike, by a published recipe and nothing else.
//!
//! The recipe is that of statistics offices: winsorise each column, fill what is blank with the column's median, bring the columns to one
//! scale, take Euclidean distances, leave out areas that nest in one another, break ties by area code. It is apart from the engine on
//! purpose: no model, no themes, no weights, so that a list can be checked by anyone against the office's own. It must not know files.

mod prepare;
mod search;
mod table;

pub use prepare::{ColumnScale, Note};
pub use search::{Neighbour, NeighbourLists, nearest};
pub use table::{AreaTable, Column, Nesting, Recipe, TableFault};
