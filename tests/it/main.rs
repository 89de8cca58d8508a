//! Everything that is tried against real databases, real sockets and a real browser. Folders mirror what is tested.

#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs, reason = "a test that cannot go on should say so at once")]

mod architecture;
mod authorization;
mod browser;
mod contract;
mod identity;
mod main_job;
mod membership;
mod store;
mod support;
mod workflow;
