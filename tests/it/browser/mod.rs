//! The pages as readers meet them. `rendering` needs no browser; `looks` opens every sample in Chromium.

pub mod chromium;
pub mod looks;
mod real;
mod rendering;
mod samples;
mod server;
mod signed_in;
mod themes;
mod told;
