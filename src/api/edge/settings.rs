//! The limits of the edge and what it knows of the routes, built once and shared by all workers.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use actix_web::HttpRequest;
use actix_web::web::Data;

use super::metrics::Metrics;
use super::quota::{QuotaSettings, Quotas};
use super::routes::Routes;

/// Limits on a request's body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BodyLimits {
    /// The largest body, in bytes.
    pub max_bytes: usize,
    /// The longest time that a whole body may take.
    pub deadline: Duration,
    /// The slowest body, in bytes per second, once `grace` has passed.
    pub minimum_rate: u32,
    /// How long a body may take to get going.
    pub grace: Duration,
}

impl Default for BodyLimits {
    fn default() -> Self {
        Self { max_bytes: 256 << 10, deadline: Duration::from_secs(10), minimum_rate: 1 << 10, grace: Duration::from_secs(2) }
    }
}

/// Everything about the edge that an installation can set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EdgeSettings {
    /// Limits on a request's body.
    pub body: BodyLimits,
    /// How long an answer may take, not counting the time in which the body arrived.
    pub deadline: Duration,
    /// Other deadlines, by operation id (an export may take longer).
    pub deadlines: BTreeMap<String, Duration>,
    /// The longest request target, in bytes.
    pub uri_max_bytes: usize,
    /// The largest header section, in bytes. (The parser below holds the number of fields to 96.)
    pub header_max_bytes: usize,
    /// How long browsers shall insist on HTTPS; `None` where the service is reached over plain HTTP.
    pub hsts: Option<Duration>,
    /// Ids of the operations that any web page may read: published data, never with credentials.
    pub public_operations: BTreeSet<String>,
    /// Requests a minute.
    pub quotas: QuotaSettings,
    /// Whom to tell of a hole in the service: an address such as `mailto:…` or `https://…`.
    pub security_contact: Option<String>,
}

impl Default for EdgeSettings {
    fn default() -> Self {
        Self {
            body: BodyLimits::default(),
            deadline: Duration::from_secs(10),
            deadlines: BTreeMap::new(),
            uri_max_bytes: 8 << 10,
            header_max_bytes: 64 << 10,
            hsts: None,
            public_operations: BTreeSet::new(),
            quotas: QuotaSettings::default(),
            security_contact: None,
        }
    }
}

/// Why settings and routes do not make an edge.
#[derive(Debug, thiserror::Error)]
pub enum BadEdge {
    /// The settings contradict the routes.
    #[error("no operation is called {}: name one of the OpenAPI document's operation ids", .0.join(", "))]
    UnknownOperations(Vec<String>),
    /// What is to be measured does not fit together.
    #[error(transparent)]
    Metrics(#[from] prometheus::Error),
}

/// Settings and routes together; every layer of the edge holds one.
#[derive(Debug)]
pub struct Edge {
    /// The limits.
    pub settings: EdgeSettings,
    /// The table of operations.
    pub routes: Routes,
    /// What each caller has left.
    pub quotas: Quotas,
    /// What is measured of the answers.
    pub metrics: Metrics,
}

impl Edge {
    /// Puts settings and routes together.
    ///
    /// # Errors
    /// The ids in `settings` that no operation has: a misspelt one would silently protect or publish nothing.
    pub fn new(settings: EdgeSettings, routes: Routes) -> Result<Arc<Self>, BadEdge> {
        let named = settings.public_operations.iter().chain(settings.deadlines.keys());
        let unknown: Vec<_> = named.filter(|id| !routes.has_operation(id)).cloned().collect();
        if !unknown.is_empty() {
            return Err(BadEdge::UnknownOperations(unknown));
        }
        let quotas = Quotas::new(settings.quotas);
        Ok(Arc::new(Self { settings, routes, quotas, metrics: Metrics::new()? }))
    }
}

/// The limits that hold for a request's body: those of the edge, or the default where the edge was not put around the app.
pub(super) fn body_limits(request: &HttpRequest) -> BodyLimits {
    request.app_data::<Data<Edge>>().map(|edge| edge.settings.body).unwrap_or_default()
}
