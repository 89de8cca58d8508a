//! Closes connections that the server below would keep for ever: a second request whose head is dripped, and an answer that is never fetched.
//!
//! The server's deadline for heads holds for the first request of a connection only, and it has none for writing. So each connection has a watchdog that knows
//! whether a request is being answered and since when, and shuts the socket when that has gone on for too long.

use std::any::Any;
use std::net::{Shutdown, TcpStream};
use std::os::fd::AsFd;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::task::{Context, Poll};
use std::time::Duration;

use actix_web::body::{BodySize, BoxBody, MessageBody};
use actix_web::dev::{Extensions, ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::middleware::{Next, from_fn};
use actix_web::web::Bytes;
use actix_web::{App, Error};
use tokio::time::{Instant, sleep};

/// How long a connection may stay in one state.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    /// Between two exchanges, a head under way included.
    pub(super) idle: Duration,
    /// From the head of a request to its answer, and from one part of the answer that the client takes to the next.
    pub(super) stall: Duration,
}

/// What one connection is doing. Dropped with the connection, which ends its watchdog.
#[derive(Debug)]
struct Activity(Mutex<State>);

#[derive(Debug, Clone, Copy)]
struct State {
    running: usize,
    since: Instant,
}

impl Activity {
    fn state(&self) -> State {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn count(&self, change: impl FnOnce(usize) -> usize) {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *state = State { running: change(state.running), since: Instant::now() };
    }
}

/// While this lives, a request is being answered.
struct Exchange(Option<Arc<Activity>>);

impl Exchange {
    fn begin(activity: Option<Arc<Activity>>) -> Self {
        if let Some(activity) = &activity {
            activity.count(|running| running + 1);
        }
        Self(activity)
    }
}

impl Exchange {
    /// The client took a part of the answer.
    fn progress(&self) {
        if let Some(activity) = &self.0 {
            activity.count(|running| running);
        }
    }
}

impl Drop for Exchange {
    fn drop(&mut self) {
        if let Some(activity) = &self.0 {
            activity.count(|running| running.saturating_sub(1));
        }
    }
}

/// Gives a new connection its watchdog. Called by the server on the worker's thread.
pub(super) fn attach(connection: &dyn Any, data: &mut Extensions, limits: Limits) {
    let socket = connection.downcast_ref::<actix_web::rt::net::TcpStream>().and_then(|stream| stream.as_fd().try_clone_to_owned().ok());
    let Some(socket) = socket else { return };
    let activity = Arc::new(Activity(Mutex::new(State { running: 0, since: Instant::now() })));
    actix_web::rt::spawn(guard(TcpStream::from(socket), Arc::downgrade(&activity), limits));
    data.insert(activity);
}

async fn guard(socket: TcpStream, activity: Weak<Activity>, limits: Limits) {
    // Often enough to be fair, rarely enough to cost nothing.
    let pause = (limits.idle.min(limits.stall) / 4).clamp(Duration::from_millis(20), Duration::from_secs(1));
    while let Some(state) = activity.upgrade().map(|activity| activity.state()) {
        let limit = if state.running > 0 { limits.stall } else { limits.idle };
        if state.since.elapsed() > limit {
            tracing::debug!(is_answering = state.running > 0, "closing a connection that makes no progress");
            // The client may be gone already; then there is nothing to shut.
            let _gone = socket.shutdown(Shutdown::Both);
            return;
        }
        sleep(pause).await;
    }
}

/// Tells the watchdogs of an app's connections what goes on.
pub(super) fn watch<T, B>(
    app: App<T>,
) -> App<impl ServiceFactory<ServiceRequest, Config = (), Response = ServiceResponse<BoxBody>, Error = Error, InitError = ()>>
where
    T: ServiceFactory<ServiceRequest, Config = (), Response = ServiceResponse<B>, Error = Error, InitError = ()> + 'static,
    B: MessageBody + 'static,
{
    app.wrap(from_fn(note))
}

async fn note<B: MessageBody + 'static>(request: ServiceRequest, next: Next<B>) -> Result<ServiceResponse<BoxBody>, Error> {
    let exchange = Exchange::begin(request.conn_data::<Arc<Activity>>().cloned());
    let response = next.call(request).await?;
    Ok(response.map_body(|_, body| BoxBody::new(Noted { body: body.boxed(), exchange })))
}

/// A body whose end is the end of the exchange.
struct Noted {
    body: BoxBody,
    exchange: Exchange,
}

impl MessageBody for Noted {
    type Error = Box<dyn std::error::Error>;

    fn size(&self) -> BodySize {
        self.body.size()
    }

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, Self::Error>>> {
        let this = self.get_mut();
        let polled = Pin::new(&mut this.body).poll_next(context);
        if polled.is_ready() {
            this.exchange.progress(); // more is asked for only when the socket has taken what came before
        }
        polled
    }
}
