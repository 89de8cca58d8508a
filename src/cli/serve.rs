//! Serving: the server, and the work that time brings.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use actix_web::{HttpResponse, HttpServer, web};

use super::failure::Failure;
use super::open::{self, Schema, Setting};
use crate::actions::error::Error;
use crate::api::edge::{Edge, EdgeSettings, QuotaSettings, Running, ServerSettings, start};
use crate::api::service;
use crate::app::App;
use crate::config::{HSTS_LIFE, ServeSettings};
use crate::embeds;
use crate::jobs::worker::{Worker, WorkerSettings};

/// How often the service looks at what is over.
const ROUND: Duration = Duration::from_secs(600);

/// `kembar serve`.
///
/// # Errors
/// Where the database, the keys or the address cannot be used.
pub fn run(url: &str, settings: &ServeSettings) -> Result<(), Failure> {
    let schema = if settings.migrate { Schema::Migrate } else { Schema::MustBeCurrent };
    let pool = open::database(url, settings.database_connections, schema)?;
    let issuer = settings.public_url.clone().unwrap_or_else(|| format!("http://{}", settings.listen));
    let app =
        open::app(pool, Setting { issuer, keys_dir: Some(settings.keys_dir.clone()), trusted_proxies: settings.trusted_proxies.clone() })?;
    open::settle_models(&app)?;
    let lease = Duration::from_secs(u64::from(settings.job_lease_seconds));
    let jobs = (!settings.no_worker).then(|| WorkerSettings { lease, ..WorkerSettings::default() });
    let edge = EdgeSettings {
        hsts: settings.hsts.then_some(HSTS_LIFE),
        quotas: QuotaSettings { address: settings.rate_address, person: settings.rate_person },
        security_contact: settings.security_contact.as_ref().map(ToString::to_string),
        ..EdgeSettings::default()
    };
    let order = Order {
        listen: settings.listen,
        public_url: settings.public_url.clone(),
        metrics: settings.metrics_listen,
        workers: settings.workers.map(usize::from),
        edge,
        jobs,
    };
    serve(&app, &order, |address| {
        println!("http://{address}");
        Ok(())
    })
}

/// What to serve, and how.
pub struct Order {
    /// Where to listen.
    pub listen: SocketAddr,
    /// Under which address people reach it; the one that it listens on where absent.
    pub public_url: Option<String>,
    /// Threads; as many as there are cores where absent.
    pub workers: Option<usize>,
    /// Where to listen for those who measure; nowhere where absent.
    pub metrics: Option<SocketAddr>,
    /// The limits of the edge.
    pub edge: EdgeSettings,
    /// How long work is done here; not at all where absent.
    pub jobs: Option<WorkerSettings>,
}

/// Serves until a signal ends it. `on_listening` is told the address before the first request is answered.
///
/// # Errors
/// Where the address cannot be taken, or the server fails.
pub fn serve(app: &App, order: &Order, on_listening: impl FnOnce(SocketAddr) -> Result<(), Failure>) -> Result<(), Failure> {
    actix_web::rt::System::new().block_on(async {
        let running = begin(app, order)?;
        let address = running.addresses.first().copied().ok_or_else(|| Failure::Failed("the server listens nowhere".to_owned()))?;
        app.is_reached_at(order.public_url.as_deref().unwrap_or(&format!("http://{address}")));
        on_listening(address)?;
        let _working = order.jobs.clone().map(|settings| Worker::new(app.clone(), settings).start()).transpose()?;
        actix_web::rt::spawn(rounds(app.clone()));
        running.server.await.map_err(Failure::from)
    })
}

/// Binds and starts the server.
///
/// # Errors
/// Where the address cannot be taken.
pub fn begin(app: &App, order: &Order) -> Result<Running, Failure> {
    let document = Arc::new(service::document());
    let edge = service::edge(order.edge.clone(), &document).map_err(|error| Failure::because("the routes do not fit together", error))?;
    let usual = ServerSettings::default();
    let server = ServerSettings { workers: order.workers.unwrap_or(usual.workers), ..usual };
    let app = app.clone();
    if let Some(address) = order.metrics {
        measured(&edge, address)?;
    }
    start(move || service::app(&app, &edge, &document, embeds::configure_with_pages), order.listen, server)
        .map_err(|error| Failure::because(&format!("cannot listen on {}", order.listen), error))
}

/// Serves the measurements, on an address of their own, for as long as the process lives.
fn measured(edge: &Arc<Edge>, address: SocketAddr) -> Result<(), Failure> {
    let edge = Arc::clone(edge);
    let shown = move || {
        let edge = Arc::clone(&edge);
        actix_web::App::new().service(web::resource("/metrics").get(move || {
            let text = edge.metrics.text();
            async move {
                match text {
                    Ok((text, media_type)) => HttpResponse::Ok().content_type(media_type).body(text),
                    Err(error) => HttpResponse::InternalServerError().body(error.to_string()),
                }
            }
        }))
    };
    let server = HttpServer::new(shown).workers(1).disable_signals().bind(address);
    let server = server.map_err(|error| Failure::because(&format!("cannot listen on {address}"), error))?;
    actix_web::rt::spawn(server.run());
    Ok(())
}

/// What time brings: invitations that nobody answered run out, and what is no longer needed is forgotten.
async fn rounds(app: App) {
    loop {
        told("invitations ran out", app.expire_overdue().await);
        told("sessions and kept answers were over and are forgotten", app.forget_old().await);
        actix_web::rt::time::sleep(ROUND).await;
    }
}

/// Logs what a round did. One that failed is tried again at the next.
fn told(what: &str, outcome: Result<usize, Error>) {
    match outcome {
        Ok(0) => {}
        Ok(count) => tracing::info!(count, "{what}"),
        Err(error) => tracing::warn!(%error, "a round failed: {what}"),
    }
}
