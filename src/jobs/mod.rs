//! Long work in the background: the worker, and what it does for each kind of job.

mod compute_round;
pub mod worker;
