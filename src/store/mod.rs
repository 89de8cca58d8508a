//! The only module that speaks SQL.
//!
//! A file for each noun holds its private rows and the functions that read and write them. Each function takes a connection and does one
//! thing; transactions are opened by the callers (`app.read`, `app.write`). A write of something that others may write too is a
//! compare-and-set on its version. Nothing here knows a rule of the domain.

pub mod accounts;
pub mod audit;
pub mod cities;
pub mod connection;
pub mod countries;
pub mod directory;
pub mod error;
pub mod feedback;
pub mod idempotency;
pub mod import_uploads;
pub mod indicators;
pub mod invitations;
pub mod jobs;
pub mod migrations;
pub mod models;
pub mod page;
pub mod page_sessions;
pub mod partnerships;
pub mod portals;
pub mod practices;
pub mod profiles;
pub mod proposal_steps;
pub mod proposals;
pub mod requests;
pub mod review_claims;
pub mod review_queue;
pub mod rounds;
pub mod schema;
pub mod saved_views;
pub mod sessions;
pub mod settings;
pub mod types;
