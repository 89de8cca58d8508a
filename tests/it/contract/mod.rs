//! What the interface promises: its document, its answers to bad input, its pages, its silence about private things, and one audit entry
//! for every write.

mod addresses;
mod audited;
mod bad_bodies;
mod cursors;
mod discovery;
mod document;
mod hostile;
mod limits;
mod preconditions;
mod samples;
mod secrecy;
pub mod shapes;
mod tampering;
mod walks;
