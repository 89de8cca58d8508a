//! The matching engine: pure functions of a model, of what is known about cities and of a date.
//!
//! It must know no database, no HTTP, no clock and no language: it answers with numbers and with message keys, and the same model and
//! the same snapshot of cities give the same bytes. The formulas stand beside the code that computes them; their constants are data of
//! the model (`models/`).

pub mod affinity; // languages, networks, distance, readiness
pub mod all_pairs; // every city's list at once
pub mod answer; // what the engine says: suggestions, explanations, gaps
pub mod bulk; // one city against all at once, in single precision
pub mod cohort; // several cities of a group around one theme
pub mod clusters; // peer groups and the map of likeness
pub mod context; // what a city is like, and how alike two are
pub mod counterfactual; // changes that would have changed the outcome
pub mod draws; // random draws, several at a time
pub mod engine; // the snapshot, and the questions it answers
pub mod error; // what can go wrong
pub mod estimate; // a number with its bounds and coverage
pub mod evaluation; // proof on partnerships that exist
pub mod explain; // from a scored pair to its explanation
pub mod facts; // what may be known of a city
pub mod gaps; // shortfall from target, by theme and pillar
pub mod golden; // pairs with the scores they must have
pub mod hash; // content hashes
pub mod indicators; // definitions of indicators
pub mod knowledge; // facts weighed by their evidence, theme by theme
pub mod message; // words as keys and arguments
pub mod missing; // what is not known, and how far it could move the score
pub mod model; // a versioned folder of everything that can change a score
pub mod pass; // asking cities against blocks of all others
pub mod placed; // facts in their places among themes and indicators
pub mod neighbours; // statistical neighbours of any table
pub mod mutual_aid; // the factors of help in a crisis
pub mod pairing; // the factors of each kind
pub mod ranking; // the bulk pass over all cities
pub mod reasons; // what speaks for and against a pairing
pub mod round_candidates; // what a round chooses from
pub mod rounds; // the best set of pairings
pub mod rules; // what takes a pair out before it is scored
pub mod scale; // medians and spreads
pub mod score; // weights, contributions, readings
pub mod settings; // factors.toml
mod soundness; // whether the settings make sense together
pub mod survival; // how often a pair stays in the list when inputs and weights move
pub mod table; // the dense form of a snapshot
pub mod taxonomy; // pillars and themes
pub mod trio; // a third city for a pair that lacks one thing
pub mod training; // weights learned from partnerships and decisions
pub mod themes; // the themes that carry a pairing, with their evidence

#[cfg(test)]
mod engine_tests;
#[cfg(test)]
mod exactness_tests;
#[cfg(test)]
mod property_tests;
#[cfg(test)]
pub(crate) mod samples;

pub use answer::{Evidence, Excluded, Factor, Gaps, PairExplanation, Suggestion, Suggestions, ThemeMatch};
pub use engine::{Ask, Engine};
pub use error::{EngineError, MatchError, ModelError};
pub use facts::CityFacts;
pub use indicators::IndicatorDefinition;
pub use message::{Arg, Message};
pub use model::{Model, ModelFiles};
pub use taxonomy::Taxonomy;
