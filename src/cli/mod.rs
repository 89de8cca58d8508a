//! The command line: one file for each family of commands.

mod accounts;
mod arguments;
mod clusters;
mod data;
mod demo;
mod evaluate;
mod failure;
mod files;
mod lists;
mod matching;
mod models;
mod neighbours;
mod open;
mod portals;
mod rounds;
mod run;
mod serve;
mod tables;
mod trios;

pub use run::main;
