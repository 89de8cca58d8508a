//! Setting rounds up, having them computed, releasing them.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, post, put, web};
use uuid::Uuid;

use super::dto::{RecallInput, ReleasedDto, RoundDto};
use crate::actions::context::Author;
use crate::actions::rounds::{compute, plan, release};
use crate::actions::words::required;
use crate::api::call::{Call, NO_BODY, Reply};
use crate::api::edge::{JsonBody, Problem, UnreadJson};
use crate::api::jobs::JobDto;
use crate::domain::id::RoundId;
use crate::domain::round_plan::RoundPlan;
use crate::store::rounds::StoredRound;

fn reply(round: StoredRound) -> Reply<RoundDto> {
    Reply::ok(round.version, round.into())
}

/// Sets a round up.
#[utoipa::path(operation_id = "create_round", tag = "rounds", request_body = RoundPlan, params(("Idempotency-Key" = Uuid, Header)), responses((status = 201, body = RoundDto)))]
#[post("/rounds")]
pub async fn create_round(call: Call, body: UnreadJson<RoundPlan>) -> Result<HttpResponse, Problem> {
    let JsonBody { value, sha256 } = body.read().await?;
    let app = call.app.clone();
    call.once(&sha256, move |write, pass| {
        let engine = app.engine(write.db)?;
        let round = plan::create(write, &Author::from(&pass.actor), &engine, value)?;
        Ok(Reply::created(format!("/api/v1/rounds/{}", round.id), Some(round.version), RoundDto::from(round)))
    })
    .await
}

/// Changes what a round asks for. What was computed stays, as a run of the plan that it had.
#[utoipa::path(operation_id = "update_round", tag = "rounds", request_body = RoundPlan, params(("id" = Uuid, Path), ("If-Match" = String, Header)), responses((status = 200, body = RoundDto)))]
#[put("/rounds/{id}")]
pub async fn update_round(call: Call, id: web::Path<Uuid>, body: UnreadJson<RoundPlan>) -> Result<HttpResponse, Problem> {
    let (id, seen) = (RoundId(id.into_inner()), call.seen()?);
    let (value, app) = (body.read().await?.value, call.app.clone());
    call.change(move |write, pass| {
        let engine = app.engine(write.db)?;
        Ok(reply(plan::edit(write, &Author::from(&pass.actor), (id, seen), &engine, value)?))
    })
    .await
}

/// Has a round computed: the answer is a job, whose address is in `Location`. Nothing reaches the review queue.
#[utoipa::path(operation_id = "compute_round", tag = "rounds", params(("id" = Uuid, Path), ("If-Match" = String, Header), ("Idempotency-Key" = Uuid, Header)), responses((status = 202, body = JobDto)))]
#[post("/rounds/{id}/compute")]
pub async fn compute_round(call: Call, id: web::Path<Uuid>) -> Result<HttpResponse, Problem> {
    let (id, seen, app) = (RoundId(id.into_inner()), call.seen()?, call.app.clone());
    let of_work = app.clone();
    let answer = call.once(&NO_BODY, move |write, pass| {
        let engine = of_work.engine(write.db)?;
        let (_, job) = compute::enqueue(write, &Author::from(&pass.actor), (id, seen), &engine)?;
        let location = Some(format!("/api/v1/jobs/{}", job.id));
        Ok(Reply { status: StatusCode::ACCEPTED, location, version: None, body: JobDto::from(job) })
    });
    let answer = answer.await?;
    app.bell().ring();
    Ok(answer)
}

/// Puts every pairing of the newest run into the review queue, with the explanation that was computed with it.
#[utoipa::path(operation_id = "release_round", tag = "rounds", params(("id" = Uuid, Path), ("If-Match" = String, Header), ("Idempotency-Key" = Uuid, Header)), responses((status = 200, body = ReleasedDto)))]
#[post("/rounds/{id}/release")]
pub async fn release_round(call: Call, id: web::Path<Uuid>) -> Result<HttpResponse, Problem> {
    let (id, seen, model) = (RoundId(id.into_inner()), call.seen()?, call.app.model().clone());
    call.once(&NO_BODY, move |write, pass| {
        let released = release::release(write, pass, model.taxonomy(), (id, seen))?;
        Ok(Reply::ok(released.round.version, ReleasedDto::from(released)))
    })
    .await
}

/// Takes a release back, as long as nobody has decided on any of its proposals: they are withdrawn, and the round stands as it was computed.
#[utoipa::path(operation_id = "recall_round", tag = "rounds", request_body = RecallInput, params(("id" = Uuid, Path), ("If-Match" = String, Header), ("Idempotency-Key" = Uuid, Header)), responses((status = 200, body = RoundDto)))]
#[post("/rounds/{id}/recall")]
pub async fn recall_round(call: Call, id: web::Path<Uuid>, body: UnreadJson<RecallInput>) -> Result<HttpResponse, Problem> {
    let (id, seen) = (RoundId(id.into_inner()), call.seen()?);
    let JsonBody { value, sha256 } = body.read().await?;
    call.once(&sha256, move |write, pass| {
        required("/reason", &value.reason)?;
        Ok(reply(release::recall(write, pass, (id, seen), &value.reason)?))
    })
    .await
}

/// Puts a round away. Its proposals go their own way.
#[utoipa::path(operation_id = "close_round", tag = "rounds", params(("id" = Uuid, Path), ("If-Match" = String, Header), ("Idempotency-Key" = Uuid, Header)), responses((status = 200, body = RoundDto)))]
#[post("/rounds/{id}/close")]
pub async fn close_round(call: Call, id: web::Path<Uuid>) -> Result<HttpResponse, Problem> {
    let (id, seen) = (RoundId(id.into_inner()), call.seen()?);
    call.once(&NO_BODY, move |write, pass| Ok(reply(plan::close(write, &Author::from(&pass.actor), (id, seen))?))).await
}
