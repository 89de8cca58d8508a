//! Accounts, sessions, passwords and portals on both databases: the actions, and the same over HTTP.

mod accounts;
mod http_administration;
mod http_identity;
mod passwords;
mod portals;
mod races;
mod service;
mod sessions;
mod world;
