//! The demo: a ready service with real local governments of all ASEAN member states.

pub mod data;
