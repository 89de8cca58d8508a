//! Matching rounds: the list, setting one up, one round with its progress, its analysis, and what changed between two runs.

mod analysis;
mod ask;
mod book;
mod compare;
mod form;
mod list;
mod plan;
mod round;
mod told; // what the solver says, in sentences

pub use analysis::{AnalysisPage, Method, PairingLine, render_analysis};
pub use ask::{AskPage, Behind, Question, render_ask};
pub use book::{Book, BookedCity, Meant, country, grouping};
pub use compare::{ComparePage, render_compare};
pub use form::{FieldFault, RoundForm, RoundFormPage, render_round_form};
pub use list::{RoundLine, RoundListPage, render_round_list};
pub use round::{Ahead, Failure, Refused, Released, RoundPage, RunLine, UnderWay, render_round};
