//! Matching rounds over HTTP, on the bundled cities: set up, computed by a worker, looked at, released and taken back.

mod analysis;
mod crash;
mod files;
mod leases;
mod life;
pub mod table;
