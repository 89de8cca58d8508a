//! Long work: how far it is, by asking or by listening, and stopping it.

use std::time::Duration;

use actix_web::http::header::{CACHE_CONTROL, CONTENT_ENCODING, HeaderValue};
use actix_web::web::Bytes;
use actix_web::{HttpResponse, delete, get, web};
use chrono::{DateTime, Utc};
use futures_util::stream;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::call::{Call, Reply};
use super::edge::{Caching, EntityTag, Problem, answer_value};
use crate::actions::context::Author;
use crate::actions::error::Error;
use crate::actions::jobs;
use crate::app::App;
use crate::domain::id::JobId;
use crate::domain::job::{JobKind, JobState, Stage};
use crate::store::jobs::StoredJob;

/// How often the progress is looked at for somebody who listens.
const LOOK: Duration = Duration::from_millis(500);
/// A listener hears something at least this often, so that no proxy takes the line for dead.
const SILENCE: Duration = Duration::from_secs(15);
/// A listener is sent away after this, and comes back by itself.
const AT_MOST: Duration = Duration::from_secs(15 * 60);

/// A piece of long work.
#[derive(Debug, Serialize, ToSchema)]
pub struct JobDto {
    id: Uuid,
    kind: JobKind,
    /// What is worked on: the round.
    object_id: Uuid,
    state: JobState,
    /// What is being done.
    stage: Stage,
    /// Steps of that which are done.
    done: i64,
    /// Steps of that which there are.
    total: i64,
    /// How often it has been begun; more than 1 where a worker died over it.
    attempts: i64,
    /// Whether somebody wants it stopped.
    is_cancelled: bool,
    /// Why it failed.
    failure: Option<String>,
    created_at: DateTime<Utc>,
    started_at: Option<DateTime<Utc>>,
    ended_at: Option<DateTime<Utc>>,
    version: i64,
}

impl From<StoredJob> for JobDto {
    fn from(job: StoredJob) -> Self {
        Self {
            id: job.id.0,
            kind: job.kind,
            object_id: job.object,
            state: job.state,
            stage: job.progress.stage,
            done: job.progress.done,
            total: job.progress.total,
            attempts: job.attempts,
            is_cancelled: job.is_cancelled,
            failure: job.failure,
            created_at: job.created_at,
            started_at: job.started_at,
            ended_at: job.ended_at,
            version: job.version,
        }
    }
}

/// How far a job is.
#[utoipa::path(operation_id = "get_job", tag = "rounds", params(("id" = Uuid, Path)), responses((status = 200, body = JobDto)))]
#[get("/jobs/{id}")]
pub async fn get_job(call: Call, id: web::Path<Uuid>) -> Result<HttpResponse, Problem> {
    let id = JobId(id.into_inner());
    let job = call.read(move |db| jobs::get(db, id)).await?;
    answer_value(&call.request, &EntityTag::of_version(job.version), Caching::NoStore, &JobDto::from(job))
}

/// Stops a job: at once where it waits, within a second or two where it runs. Its round can then be changed and computed again.
#[utoipa::path(operation_id = "cancel_job", tag = "rounds", params(("id" = Uuid, Path)), responses((status = 200, body = JobDto)))]
#[delete("/jobs/{id}")]
pub async fn cancel_job(call: Call, id: web::Path<Uuid>) -> Result<HttpResponse, Problem> {
    let id = JobId(id.into_inner());
    call.change(move |write, pass| {
        let job = jobs::cancel(write, &Author::from(&pass.actor), id)?;
        Ok(Reply::ok(job.version, JobDto::from(job)))
    })
    .await
}

/// The progress of a job as server-sent events: `progress` whenever it changes, `end` when the job has ended, each with the job as data.
#[utoipa::path(operation_id = "get_job_events", tag = "rounds", params(("id" = Uuid, Path)), responses((status = 200, body = String, content_type = "text/event-stream")))]
#[get("/jobs/{id}/events")]
pub async fn get_job_events(call: Call, id: web::Path<Uuid>) -> Result<HttpResponse, Problem> {
    let id = JobId(id.into_inner());
    call.read(move |db| jobs::get(db, id)).await?;
    let listener = Listener { app: call.app.clone(), id, heard: None, silent: Duration::ZERO, listened: Duration::ZERO, is_over: false };
    let events = stream::unfold(listener, |mut listener| async move {
        let event = listener.next().await?;
        Some((Ok::<Bytes, actix_web::Error>(event), listener))
    });
    let mut response = HttpResponse::Ok().content_type("text/event-stream; charset=utf-8").streaming(Box::pin(events));
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    // Compression would hold events back until a block is full.
    headers.insert(CONTENT_ENCODING, HeaderValue::from_static("identity"));
    Ok(response)
}

/// Somebody who listens to a job.
struct Listener {
    app: App,
    id: JobId,
    /// The version that was told last.
    heard: Option<i64>,
    silent: Duration,
    listened: Duration,
    is_over: bool,
}

impl Listener {
    /// The next event; `None` where there is nothing more to hear.
    async fn next(&mut self) -> Option<Bytes> {
        while !self.is_over && self.listened < AT_MOST {
            if self.heard.is_some() {
                actix_web::rt::time::sleep(LOOK).await;
                self.silent += LOOK;
                self.listened += LOOK;
            }
            let id = self.id;
            let job = match self.app.read(move |db| jobs::get(db, id)).await {
                Ok(job) => job,
                // The database may be back in a moment.
                Err(Error::Busy(_)) => continue,
                Err(_) => return None,
            };
            self.is_over = job.state.is_over();
            if self.heard != Some(job.version) {
                (self.heard, self.silent) = (Some(job.version), Duration::ZERO);
                let name = if self.is_over { "end" } else { "progress" };
                let (version, data) = (job.version, serde_json::to_string(&JobDto::from(job)).ok()?);
                return Some(Bytes::from(format!("id: {version}\nevent: {name}\ndata: {data}\n\n")));
            }
            if self.silent >= SILENCE {
                self.silent = Duration::ZERO;
                return Some(Bytes::from_static(b": still here\n\n"));
            }
        }
        None
    }
}
