//! `kembar evaluate`: proof on partnerships that exist.

mod command;
mod data;
mod matching_model;
mod print;

pub use command::run;
