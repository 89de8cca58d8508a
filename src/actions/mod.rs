//! What a caller can do, by area.
//!
//! Each action checks the rule, writes, and adds its audit entry, all on the connection that it is given: the caller opened a transaction
//! around it (`App::write`), so that all of it happens or none. An action never sees an HTTP request, and a handler never sees the store.

pub mod access;
pub mod accounts;
pub mod audit;
pub mod context;
pub mod directory;
pub mod error;
pub mod feedback;
pub mod identity;
pub mod identity_passwords;
pub mod identity_sessions;
pub mod importing;
pub mod indicators;
pub mod jobs;
pub mod matching;
pub mod membership;
pub mod membership_changes;
pub mod page_sessions;
pub mod partnerships;
pub mod portals;
pub mod practices;
pub mod profiles;
pub mod published;
pub mod recommendations;
pub mod requests;
pub mod review;
pub mod rounds;
pub mod seeding;
pub mod tables;
pub mod themes;
pub mod words;
