//! Reading files into the database: whole or not at all.
//!
//! A file goes through four steps in one transaction: it is parsed (`exchange::csv_in`), every row is held against the cities, the taxonomy
//! and the model, the rows become a plan, and the plan is written with one audit entry. Faults of the first two steps stand in one report,
//! by line and column, and then nothing is written. A blank field is *not known*: it never erases what is known. The same file twice
//! changes nothing. What a person has entered since is kept, and the report says so.

mod changes;
mod cities;
mod city_match;
mod city_record;
mod countries;
mod directory;
mod hazards;
mod indicators;
mod meter;
mod practices;
mod profiles;
mod report;
mod run;
mod ties;
pub mod upload;
mod values;
mod vlrs;

pub use crate::exchange::fault_report::{FaultReport, RowFault};
pub use changes::{FieldChange, RecordChange};
pub use report::{Counts, ImportReport, LeftOut, Note};
pub use run::{Import, What, compare, run};
