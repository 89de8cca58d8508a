//! The secretariat's desk: what waits, each proposal, any two cities, and the requests of cities.

mod explained;
mod line;
mod proposal;
mod queue;

pub use explained::{ChangeLine, EvidenceLine, Explained, FactorLine, GainLine, MissingLine, ScoreLine};
pub use line::{ClaimLine, JustLine, ProposalLine, Sureness};
pub use proposal::{AlternateLines, CityToday, DeskForms, FilledDecision, ProposalPage, StepLine, render_proposal};
pub use queue::{QueuePage, QueueQuery, QueueWaiting, render_queue};
