//! Matching rounds: set up, computed, looked at, released.

mod dto;
mod export;
mod read;
mod write;

pub use dto::{AnalysisDto, RoundDto, RunDto};
pub use export::*;
pub use read::*;
pub use write::*;
