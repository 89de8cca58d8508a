//! What tests stand on: a fresh database of either kind, and a service on it.

pub mod databases;
pub mod postgres;
