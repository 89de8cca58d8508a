//! What tests stand on: a fresh database of either kind, a service on it, and people who call it.

pub mod client;
pub mod databases;
pub mod document;
pub mod ledger;
pub mod pages;
pub mod postgres;
pub mod service;
