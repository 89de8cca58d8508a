//! Kembar finds partner cities for ASEAN's local governments and can say why.
//!
//! The modules in the order in which they depend on one another; nothing points upwards, and `tests/it/architecture.rs` holds that.

pub mod domain; // the nouns, their states and rules
pub mod matching; // the engine: pure functions of a model and of what is known about cities

#[cfg(feature = "server")]
pub mod actions; // what a caller can do: rule, writes and audit entry in one transaction
#[cfg(feature = "server")]
pub mod api; // /api/v1
#[cfg(feature = "server")]
pub mod app; // pools, engine, clock, keys; `read` and `write`
#[cfg(feature = "server")]
pub mod auth; // tokens, passwords, portal keys
#[cfg(feature = "server")]
pub mod cli;
#[cfg(feature = "server")]
pub mod clock; // the time, as a parameter
#[cfg(feature = "server")]
pub mod config; // settings; the only reader of the environment
#[cfg(feature = "server")]
pub mod console; // the pages
#[cfg(feature = "server")]
pub mod demo; // the bundled ASEAN cities
#[cfg(feature = "server")]
pub mod embeds; // what other sites show of it
#[cfg(feature = "server")]
pub mod exchange; // CSV in and out
#[cfg(feature = "server")]
pub mod i18n; // message catalogues and the words of an explanation
#[cfg(feature = "server")]
pub mod jobs; // long work in the background
#[cfg(feature = "server")]
pub mod store; // the only module that speaks SQL // the command line
