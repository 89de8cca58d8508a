//! The life of a proposal: made from the engine's explanation, reviewed with four eyes, answered by both cities, made public.
//!
//! The explanation is computed once, when the proposal is made, and frozen with the hashes of the model and of the data. What may happen
//! to a proposal is decided by `domain::proposal`; here its word is carried out and recorded, in one transaction.

pub mod answer;
pub mod bulk; // one decision on many
pub mod claims; // who is looking at it
pub mod create;
pub mod decide;
pub mod desk; // a proposal with everything around it
pub mod from_round;
pub mod overview; // the desk at a glance
pub mod queue;
pub mod read;
pub mod steps;
pub mod turns; // whose turn it is
pub mod undo;
pub mod views; // filters that a person has given names
