//! How good the lists of all cities are as a whole: who gets suggestions, who is suggested, how still the lists stand when inputs move,
//! what is left when inputs are hidden, and what a city could gain by overstating itself.
//!
//! It asks the engine what any caller may ask, and must not know how a score comes about.

mod even;
mod exposure;
mod facts_changed;
mod report;
mod run;

pub use even::Evened;
pub use exposure::gini;
pub use report::{Coverage, Exposure, Gaming, Hidden, ListReport, Stability};
pub use run::{ListSettings, evaluate_lists};
