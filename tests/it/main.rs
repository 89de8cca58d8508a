//! Everything that is tried against real databases, real sockets and a real browser. Folders mirror what is tested.

#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs, reason = "a test that cannot go on should say so at once")]
#![allow(clippy::disallowed_methods, reason = "the tests are not the service: they read its surroundings and set its clock")]
#![allow(clippy::zombie_processes, reason = "servers and browsers of the tests end with the test run, by the guards that hold them")]

mod admin_pages;
mod architecture;
mod authorization;
mod browser;
mod command_line;
mod contract;
mod desk;
mod groups;
mod identity;
mod kinds;
mod main_job;
mod members_pages;
mod membership;
mod models;
mod my_city_pages;
mod pages;
mod portals;
mod rounds;
mod rounds_pages;
mod sign_in_pages;
mod store;
mod support;
mod workflow;
