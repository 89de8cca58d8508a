//! Matching for callers: the facts of the database in, explained suggestions out.

pub mod facts;
pub mod models;
pub mod peers;
pub mod room;
pub mod suggest;
