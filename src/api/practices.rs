//! Good practices of a city.

use actix_web::{HttpResponse, get, post, put, web};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::call::{Call, Reply};
use super::edge::{self, Caching, EntityTag, JsonBody, Limit, Problem, Query, UnreadJson, Validate, answer_value};
use super::lists::ListAsk;
use crate::actions::practices::{self, SeenPractice, StoredPractice, Verdict};
use crate::domain::id::PracticeId;
use crate::domain::practice::{Practice, PracticeState};

impl Validate for Practice {}

/// A practice with where it stands.
#[derive(Debug, Serialize, ToSchema)]
pub struct PracticeDto {
    /// Its id.
    id: Uuid,
    /// The city.
    city_id: Uuid,
    /// Where it stands.
    state: PracticeState,
    /// Why the secretariat sent it back, where it did.
    reason: Option<String>,
    /// What it says.
    body: Practice,
    /// When it was handed in.
    created_at: DateTime<Utc>,
    /// When it was last changed.
    updated_at: DateTime<Utc>,
    /// Counts every change: its `ETag`.
    version: i64,
}

impl From<StoredPractice> for PracticeDto {
    fn from(practice: StoredPractice) -> Self {
        let StoredPractice { id, city, state, body, reason, version, created_by: _, created_at, updated_at } = practice;
        Self { id: id.0, city_id: city.0, state, reason, body, created_at, updated_at, version }
    }
}

fn reply(practice: StoredPractice) -> Reply<PracticeDto> {
    Reply::ok(practice.version, practice.into())
}

/// A page.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PracticeQuery {
    #[serde(default)]
    #[param(value_type = Option<u32>, minimum = 1, maximum = 100)]
    limit: Limit,
    cursor: Option<String>,
}

/// A city's practices in every state, oldest first. The published ones stand in its public record.
#[utoipa::path(operation_id = "list_practices", tag = "practices", params(("id" = String, Path, description = "id or slug"), PracticeQuery), responses((status = 200, body = edge::Page<PracticeDto>)))]
#[get("/cities/{id}/practices")]
pub async fn list_practices(call: Call, asked: Query<PracticeQuery>) -> Result<HttpResponse, Problem> {
    let city = call.pass()?.addressed_city()?;
    let list = ListAsk { list: "list_practices", filters: asked.fingerprint(), caller: &call.caller };
    let ask = list.page(&call.app, asked.limit, asked.cursor.as_deref())?;
    let page = call.read(move |db| practices::list(db, city, &ask)).await?;
    list.answer(&call.app, &call.request, (page, Caching::NoStore), PracticeDto::from)
}

/// One practice.
#[utoipa::path(operation_id = "get_practice", tag = "practices", params(("id" = String, Path, description = "id or slug of the city"), ("practice" = Uuid, Path)), responses((status = 200, body = PracticeDto)))]
#[get("/cities/{id}/practices/{practice}")]
pub async fn get_practice(call: Call, path: web::Path<(String, Uuid)>) -> Result<HttpResponse, Problem> {
    let (city, id) = (call.pass()?.addressed_city()?, PracticeId(path.1));
    let practice = call.read(move |db| practices::find(db, city, id)).await?;
    answer_value(&call.request, &EntityTag::of_version(practice.version), Caching::NoStore, &PracticeDto::from(practice))
}

/// Hands a practice in.
#[utoipa::path(operation_id = "create_practice", tag = "practices", request_body = Practice, params(("id" = String, Path, description = "id or slug"), ("Idempotency-Key" = Uuid, Header)), responses((status = 201, body = PracticeDto)))]
#[post("/cities/{id}/practices")]
pub async fn create_practice(call: Call, body: UnreadJson<Practice>) -> Result<HttpResponse, Problem> {
    let JsonBody { value, sha256 } = body.read().await?;
    let model = call.app.model().clone();
    call.once(&sha256, move |write, pass| {
        let new = practices::create(write, model.taxonomy(), pass, value)?;
        let location = format!("/api/v1/cities/{}/practices/{}", new.city, new.id);
        Ok(Reply::created(location, Some(new.version), PracticeDto::from(new)))
    })
    .await
}

/// Corrects a practice, whole. One that the city itself corrects is handed in anew.
#[utoipa::path(operation_id = "update_practice", tag = "practices", request_body = Practice, params(("id" = String, Path, description = "id or slug of the city"), ("practice" = Uuid, Path), ("If-Match" = String, Header)), responses((status = 200, body = PracticeDto)))]
#[put("/cities/{id}/practices/{practice}")]
pub async fn update_practice(call: Call, path: web::Path<(String, Uuid)>, body: UnreadJson<Practice>) -> Result<HttpResponse, Problem> {
    let seen = SeenPractice { id: PracticeId(path.1), version: call.seen()? };
    let (body, model) = (body.read().await?.value, call.app.model().clone());
    call.change(move |write, pass| Ok(reply(practices::update(write, model.taxonomy(), pass, seen, body)?))).await
}

/// What the secretariat makes of a practice.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PracticeDecisionInput {
    /// `curated` or `published` for a step on; `curated` from `published`, or `submitted` from `curated`, for a step back.
    state: PracticeState,
    /// Why; needed for `submitted`, so that the city knows what to change.
    #[serde(default)]
    #[schema(max_length = 4000)]
    reason: Option<String>,
}

impl Validate for PracticeDecisionInput {}

/// Curates or publishes a practice, or takes it one step back.
#[utoipa::path(operation_id = "decide_practice", tag = "practices", request_body = PracticeDecisionInput, params(("id" = String, Path, description = "id or slug of the city"), ("practice" = Uuid, Path), ("If-Match" = String, Header)), responses((status = 200, body = PracticeDto)))]
#[post("/cities/{id}/practices/{practice}/decide")]
pub async fn decide_practice(
    call: Call,
    path: web::Path<(String, Uuid)>,
    body: UnreadJson<PracticeDecisionInput>,
) -> Result<HttpResponse, Problem> {
    let seen = SeenPractice { id: PracticeId(path.1), version: call.seen()? };
    let PracticeDecisionInput { state, reason } = body.read().await?.value;
    call.change(move |write, pass| Ok(reply(practices::decide(write, pass, seen, Verdict { state, reason })?))).await
}
