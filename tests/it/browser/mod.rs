//! The pages as readers meet them. `rendering` needs no browser; `looks` opens every sample in Chromium.

pub mod chromium;
mod drawn;
mod entry_samples;
mod letters;
pub mod looks;
mod published_samples;
mod real;
mod rendering;
mod samples;
mod server;
mod signed_in;
mod spoken;
mod themes;
mod told;
