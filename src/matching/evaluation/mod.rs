//! Proof on partnerships that exist: a model of twinning is trained on open ties and asked for the partners of cities whose ties it never
//! saw, and the same code measures the baselines it has to beat.
//!
//! The *tie model* is apart from the matching model on purpose. Who twinned with whom is history and diplomacy; what the service suggests
//! is need, offer and reasons. The tie model shows that the engine knows the world, and the matching model's own score is measured beside
//! it, as one more row. It must not know files: ties and cities come as plain values.

pub mod baselines; // scores without learning
pub mod boosting; // trees on top of the linear score
pub mod bootstrap; // intervals by city
pub mod candidates; // features of a pair
pub mod history; // what open ties say
pub mod lists; // what the lists of all cities are like as a whole
pub mod logistic; // the linear learner
pub mod measures; // recall, MRR, nDCG, AUC of one city
pub mod report; // what is printed
pub mod run; // from data to report
pub mod split; // which ties are open, which cities are held out
pub mod strata; // parts of the held-out cities
pub mod training; // from open ties to a tie model
pub mod world; // cities and countries

#[cfg(test)]
mod evaluation_tests;
#[cfg(test)]
mod made_world;

pub use report::EvaluationReport;
pub use run::{Evaluation, EvaluationError};
pub use split::{RawTie, Split};
pub use world::{World, WorldCity, WorldCountry};
