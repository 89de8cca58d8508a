//! Matching rounds: the best set of pairings for a membership, computed, looked at, and put into the review queue.
//!
//! `plan` keeps what an officer asks for. `compute` has it worked out by a job: `ground` reads what the pairings stand on, `input` turns plan
//! and engine into the solver's input, the solver chooses, and what came out is kept as a run that never changes. `release` makes proposals
//! of a run, and takes them back. `read` shows, and `desk` shows each with what is around it.

pub mod compute;
pub mod desk;
pub mod export;
pub mod ground;
pub mod input;
pub mod plan;
pub mod read;
pub mod release;
