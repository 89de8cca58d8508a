//! `/api/v1`: routes and their DTOs, and the one table from errors to statuses. Handlers never touch `store` beyond its records.

pub mod audit;
pub mod auth;
pub mod call; // what a handler is given
pub mod cities;
pub mod city_ref; // how every answer names a city
pub mod clusters; // peer groups and the map of likeness
mod discovery;
mod docs; // the document and the page that reads it
pub mod edge; // HTTP itself: problems, limits, extractors, layers
pub mod explanations; // the engine's answers in the caller's language
pub mod gaps;
pub mod gate; // who is calling, and whether they may
pub mod health;
pub mod indicators;
pub mod jobs; // long work: how far it is
pub mod lists; // pages and cursors
pub mod models; // which matching model is in force
pub mod partnerships;
pub mod portals;
pub mod practices;
pub mod profiles;
pub mod proposals;
pub mod recommendations; // what is published, in six formats
pub mod rounds; // matching rounds
mod refusal; // from errors to statuses
pub mod requests;
pub mod service; // all of it together
pub mod suggestions;
pub mod trios; // a third city for a pair, cohorts around a theme
pub mod taxonomy;
pub mod users;
