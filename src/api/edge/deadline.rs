//! How long an answer may take. The time in which a body arrives does not count: it has a deadline of its own, and a slow sender must be told 408, not 503.
//!
//! When the deadline passes the handler is dropped. Work that it handed to the blocking pool runs to its end there; the database's own time limit bounds that.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage, HttpRequest};
use futures_util::future::{Either, select};
use tokio::time::{Instant, sleep};

use super::problem::Problem;
use super::problem_code::ProblemCode;
use super::routes::Operation;
use super::settings::Edge;

/// How much of a request's time went into waiting for its body.
#[derive(Debug, Default)]
struct BodyTime {
    reading_since: Cell<Option<Instant>>,
    spent: Cell<Duration>,
}

impl BodyTime {
    fn so_far(&self) -> Duration {
        self.spent.get() + self.reading_since.get().map(|since| since.elapsed()).unwrap_or_default()
    }
}

/// While this lives the deadline stands still.
pub(super) struct Reading(Option<Rc<BodyTime>>);

impl Reading {
    /// From now on the body is being read.
    pub(super) fn start(request: &HttpRequest) -> Self {
        let time = request.extensions().get::<Rc<BodyTime>>().cloned();
        if let Some(time) = &time {
            time.reading_since.set(Some(Instant::now()));
        }
        Self(time)
    }
}

impl Drop for Reading {
    fn drop(&mut self) {
        if let Some(time) = &self.0 {
            time.spent.set(time.so_far());
            time.reading_since.set(None);
        }
    }
}

/// Gives a request more time than answers usually take: for a page whose work is long by nature and bounded elsewhere.
pub fn give_time(request: &HttpRequest, more: Duration) {
    if let Some(time) = request.extensions().get::<Rc<BodyTime>>() {
        time.spent.set(time.spent.get() + more);
    }
}

/// The layer that ends what takes too long.
pub(super) async fn hold_deadline<B: MessageBody + 'static>(
    edge: Arc<Edge>,
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let limit = limit_for(&edge, &request);
    let body_time = Rc::new(BodyTime::default());
    request.extensions_mut().insert(Rc::clone(&body_time));
    let work = Box::pin(next.call(request));
    match select(work, Box::pin(expiry(limit, &body_time))).await {
        Either::Left((outcome, _)) => Ok(outcome?.map_into_boxed_body()),
        Either::Right(((), _)) => Err(Problem::new(
            ProblemCode::DeadlineExceeded,
            format!("The answer took longer than {limit:?}. Ask for less, or again later."),
        )
        .into()),
    }
}

fn limit_for(edge: &Edge, request: &ServiceRequest) -> Duration {
    let extensions = request.extensions();
    let own = extensions.get::<Operation>().and_then(|operation| edge.settings.deadlines.get(&*operation.id));
    own.copied().unwrap_or(edge.settings.deadline)
}

/// Ends when `limit` has passed, not counting the body's time.
async fn expiry(limit: Duration, body_time: &BodyTime) {
    let started = Instant::now();
    loop {
        let used = started.elapsed().saturating_sub(body_time.so_far());
        match limit.checked_sub(used) {
            Some(left) if !left.is_zero() => sleep(left).await,
            Some(_) | None => return,
        }
    }
}
