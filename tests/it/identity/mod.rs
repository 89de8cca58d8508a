//! Accounts, sessions, passwords and portals on both databases.

mod accounts;
mod passwords;
mod portals;
mod races;
mod sessions;
mod world;
