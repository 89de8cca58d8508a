//! Reading CSV files into typed rows. A file is taken over whole or not at all; what is wrong with it stands in one
//! [`FaultReport`](super::fault_report::FaultReport).
//!
//! For all files: UTF-8 with or without byte order mark, lines ending in LF or CRLF, RFC 4180 quotes, a header. A blank field is *not
//! known*, never zero. `NA` is Namibia. Every row carries the line it came from, so that a later check can name it. It must not know
//! which cities or themes exist: the import holds the rows against those.

mod areas;
mod cities;
mod countries;
mod hazards;
mod indicator_columns;
mod indicators;
mod limits;
mod partnerships;
mod practices;
mod priorities;
mod provenance;
mod records;
mod table;
mod tie_words;
mod ties;
mod universe;
mod vlrs;
mod world_cities;

#[cfg(test)]
mod bad_input_tests;
#[cfg(test)]
mod world_file_tests;

pub use areas::{NumberTable, nesting, numbers_by_area};
pub use cities::{AdminRank, CityLevel, CityRow, CityStatus, NetworkMembership, Population, Successor, cities, is_world_file};
pub use countries::{CountryRow, countries};
pub use hazards::{Hazard, HazardRow, hazards};
pub use indicators::{IndicatorReading, IndicatorRow, indicators};
pub use limits::{MAX_FILE_BYTES, MAX_ROWS, check_size, columns_left_out};
pub use practices::{PracticeRow, practices};
pub use priorities::{Pillar, PriorityRow, priorities};
pub use provenance::Provenance;
pub use tie_words::{TieKind, TieStanding};
pub use ties::{CityRef, TieConfidence, TieRow, ties};
pub use universe::{PairRow, UniverseRow, tie_pairs, universe};
pub use vlrs::{VlrRow, vlrs};

/// The columns of a file: those that it must have, and those that it may have.
pub type Columns = (&'static [&'static str], &'static [&'static str]);

/// The columns of the files that an officer sends: cities, priorities, indicators, practices and ties, in this order.
pub fn columns() -> [Columns; 5] {
    [&cities::LAYOUT, &priorities::LAYOUT, &indicators::LAYOUT, &practices::LAYOUT, &ties::LAYOUT]
        .map(|layout| (layout.required, layout.optional))
}
