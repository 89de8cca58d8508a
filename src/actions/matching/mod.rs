//! Matching for callers: the facts of the database in, explained suggestions out.

pub mod facts;
pub mod models;
pub mod peers; // peer groups
pub mod registry; // which model is in force
pub mod room;
pub mod suggest;
pub mod training; // from ties and decisions to a candidate model
