//! A panicking handler costs its own request a 500 and nothing else: the worker and its other connections live on.

use std::any::Any;
use std::panic::AssertUnwindSafe;

use actix_web::Error;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use futures_util::FutureExt;

use super::problem::Problem;

/// The layer inside the envelope that turns a panic into a problem.
///
/// Nothing is shared across the unwinding but what the request owned, and that is dropped; locks that were poisoned say so themselves.
pub(super) async fn catch_panics<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let work = async move { next.call(request).await }; // the call itself may panic too, so it happens inside
    match AssertUnwindSafe(work).catch_unwind().await {
        Ok(outcome) => Ok(outcome?.map_into_boxed_body()),
        Err(panic) => Err(Problem::internal_because(format!("a handler panicked: {}", message(&*panic))).into()),
    }
}

fn message(panic: &(dyn Any + Send)) -> &str {
    panic.downcast_ref::<&str>().copied().or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("no message")
}
