//! The HTTP server itself: its timeouts and sizes, bound and started.
//!
//! Below the app, the parser holds a request to 96 header fields and a head of 128 KiB (431) and refuses ambiguous framing (400); those answers have no body, because no
//! app has seen the request yet.

use std::io;
use std::net::{SocketAddr, ToSocketAddrs};
use std::time::Duration;

use actix_web::body::MessageBody;
use actix_web::dev::{Server, ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::{App, Error, HttpServer};

use super::watchdog;

/// How the server treats connections.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ServerSettings {
    /// Threads that answer requests.
    pub workers: usize,
    /// The most connections that one worker holds at a time; each takes two file descriptors.
    pub connections_per_worker: usize,
    /// Connections that may wait to be accepted.
    pub backlog: u32,
    /// How long the head of a connection's first request may take (408).
    pub head_deadline: Duration,
    /// How long a connection may stay without a request.
    pub keep_alive: Duration,
    /// How long a client may take to close, and to let go of a body that nobody will read.
    pub disconnect_deadline: Duration,
    /// How long an exchange may go on without the client taking more of the answer. A stream that stays open sends something more often than that.
    pub stall_deadline: Duration,
    /// How long running requests may go on once the server is told to stop.
    pub shutdown: Duration,
    /// Whether the process's signals stop the server. Off in tests.
    pub handles_signals: bool,
}

impl Default for ServerSettings {
    fn default() -> Self {
        Self {
            workers: std::thread::available_parallelism().map_or(2, usize::from),
            connections_per_worker: 512,
            backlog: 1_024,
            head_deadline: Duration::from_secs(5),
            keep_alive: Duration::from_secs(15),
            disconnect_deadline: Duration::from_secs(1),
            stall_deadline: Duration::from_secs(120),
            shutdown: Duration::from_secs(25),
            handles_signals: true,
        }
    }
}

/// A server that is bound and accepting. It runs for as long as `server` is awaited or until its handle stops it.
pub struct Running {
    /// To be awaited.
    pub server: Server,
    /// Where it listens; with port 0 asked for, this is the port that was given.
    pub addresses: Vec<SocketAddr>,
}

/// Binds and starts. `app` is called once for each worker.
///
/// # Errors
/// Where an address cannot be bound.
pub fn start<F, T, B>(app: F, addresses: impl ToSocketAddrs, settings: ServerSettings) -> io::Result<Running>
where
    F: Fn() -> App<T> + Send + Clone + 'static,
    T: ServiceFactory<ServiceRequest, Config = (), Response = ServiceResponse<B>, Error = Error, InitError = ()> + 'static,
    T::Future: 'static,
    T::Service: 'static,
    B: MessageBody + 'static,
{
    let limits = watchdog::Limits { idle: settings.keep_alive + settings.head_deadline, stall: settings.stall_deadline };
    let server = HttpServer::new(move || watchdog::watch(app()))
        .on_connect(move |connection, data| watchdog::attach(connection, data, limits))
        .workers(settings.workers.max(1))
        .max_connections(settings.connections_per_worker)
        .backlog(settings.backlog)
        .client_request_timeout(settings.head_deadline)
        .keep_alive(settings.keep_alive)
        .client_disconnect_timeout(settings.disconnect_deadline)
        .shutdown_timeout(settings.shutdown.as_secs());
    let server = if settings.handles_signals { server } else { server.disable_signals() };
    let server = server.bind(addresses)?;
    let addresses = server.addrs();
    Ok(Running { server: server.run(), addresses })
}
