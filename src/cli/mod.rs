//! The command line: one file for each family of commands.

mod accounts;
mod arguments;
mod clusters;
mod data;
mod demo;
mod failure;
mod matching;
mod models;
mod open;
mod portals;
mod run;
mod serve;
mod tables;

pub use run::main;
