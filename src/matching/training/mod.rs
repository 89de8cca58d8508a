//! Learning factor weights from pairs that were judged: partnerships that exist, approvals and rejections.
//!
//! Labelled pairs with their factor values go in; weights that are at least 0 and sum to 1 come out, with the quality that they and the
//! present ones have on cities which the learner has not seen. Nothing here switches a model: a person does, and that is recorded.
//! It must know no database and no clock.

mod learn; // logistic regression whose weights may not be negative
mod quality; // how well weights tell good pairs from others
mod sample; // labelled pairs, drawn counterparts, and the split by cities
mod train; // from samples to a judged proposal of weights

pub use learn::LearnError;
pub use quality::{Quality, quality};
pub use sample::{Sample, Split, draw_pairs, split};
pub use train::{Trained, Training, TrainingError, train};
