//! The secretariat's desk: what waits, each proposal, any two cities, and the requests of cities.

mod bulk;
mod clusters;
mod explain;
mod explained;
mod import;
mod line;
mod overview;
mod proposal;
mod queue;
mod requests;

pub use bulk::{BulkForm, BulkPage, render_bulk};
pub use clusters::{AxisLine, ClustersPage, ClustersWaitPage, GroupLine, SoughtCity, TriedLine, render_clusters, render_clusters_wait};
pub use explain::{ExplainPage, ExplainQuery, render_explain};
pub use explained::{ChangeLine, EvidenceLine, Explained, FactorLine, GainLine, MissingLine, ScoreLine};
pub use import::{ImportPage, ImportStep, WhatColumns, render_import};
pub use line::{ClaimLine, JustLine, ProposalLine, Sureness};
pub use overview::{OverviewPage, render_overview};
pub use proposal::{AlternateLines, CityToday, DeskForms, FilledDecision, ProposalPage, StepLine, render_proposal};
pub use queue::{Naming, OwnView, QueuePage, QueueQuery, QueueWaiting, render_queue};
pub use requests::{RequestLine, RequestPage, RequestsPage, render_request, render_requests};

/// The keys of the desk as they are until a reader chooses others: what each does, and the key.
pub const KEYS: [(&str, &str); 11] = [
    ("next", "j"),
    ("previous", "k"),
    ("open", "o"),
    ("select", "x"),
    ("yes", "a"),
    ("reject", "r"),
    ("defer", "d"),
    ("claim", "c"),
    ("undo", "u"),
    ("search", "/"),
    ("help", "?"),
];
