//! Good practices of a city.

use actix_web::{HttpResponse, get, post, put, web};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::call::{Call, Reply};
use super::edge::{Caching, EntityTag, JsonBody, Limit, Page, Problem, Query, UnreadJson, Validate, answer_value};
use super::lists::ListAsk;
use crate::actions::practices::{self, SeenPractice, Verdict};
use crate::domain::id::PracticeId;
use crate::domain::practice::{Practice, PracticeState};
use crate::store::practices::StoredPractice;

impl Validate for Practice {}

/// A good practice.
#[derive(Debug, Serialize, ToSchema)]
pub struct PracticeDto {
    id: Uuid,
    city_id: Uuid,
    state: PracticeState,
    practice: Practice,
    /// What the secretariat said when it sent the practice back or on.
    reason: Option<String>,
    updated_at: DateTime<Utc>,
    version: i64,
}

impl From<StoredPractice> for PracticeDto {
    fn from(stored: StoredPractice) -> Self {
        Self {
            id: stored.id.0,
            city_id: stored.city.0,
            state: stored.state,
            practice: stored.body,
            reason: stored.reason,
            updated_at: stored.updated_at,
            version: stored.version,
        }
    }
}

/// A page of practices.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PracticeQuery {
    #[serde(default)]
    #[param(value_type = Option<u32>, minimum = 1, maximum = 100)]
    limit: Limit,
    cursor: Option<String>,
}

/// A city's practices in every state.
#[utoipa::path(operation_id = "list_practices", tag = "practices", params(("id" = String, Path, description = "id or slug"), PracticeQuery), responses((status = 200, body = Page<PracticeDto>)))]
#[get("/cities/{id}/practices")]
pub async fn list_practices(call: Call, asked: Query<PracticeQuery>) -> Result<HttpResponse, Problem> {
    let city = call.pass()?.city.ok_or_else(Problem::not_found)?;
    let list = ListAsk { list: "list_practices", filters: asked.fingerprint(), caller: &call.caller };
    let ask = list.page(&call.app, asked.limit, asked.cursor.as_deref())?;
    let page = call.read(move |db| practices::list(db, city, &ask)).await?;
    list.answer(&call.app, &call.request, (page, Caching::NoStore), PracticeDto::from)
}

/// One practice.
#[utoipa::path(operation_id = "get_practice", tag = "practices", params(("id" = String, Path, description = "id or slug"), ("practice_id" = Uuid, Path)), responses((status = 200, body = PracticeDto)))]
#[get("/cities/{id}/practices/{practice_id}")]
pub async fn get_practice(call: Call, path: web::Path<(String, Uuid)>) -> Result<HttpResponse, Problem> {
    let (city, id) = (call.pass()?.addressed_city()?, PracticeId(path.1));
    let found = call.read(move |db| practices::find(db, city, id)).await?;
    answer_value(&call.request, &EntityTag::of_version(found.version), Caching::NoStore, &PracticeDto::from(found))
}

/// Hands a practice in.
#[utoipa::path(operation_id = "create_practice", tag = "practices", request_body = Practice, params(("id" = String, Path, description = "id or slug"), ("Idempotency-Key" = Uuid, Header)), responses((status = 201, body = PracticeDto)))]
#[post("/cities/{id}/practices")]
pub async fn create_practice(call: Call, body: UnreadJson<Practice>) -> Result<HttpResponse, Problem> {
    let JsonBody { value, sha256 } = body.read().await?;
    let model = call.app.model().clone();
    call.once(&sha256, move |write, pass| {
        let stored = practices::create(write, model.taxonomy(), pass, value)?;
        let location = format!("/api/v1/cities/{}/practices/{}", stored.city, stored.id);
        Ok(Reply::created(location, Some(stored.version), PracticeDto::from(stored)))
    })
    .await
}

fn seen_in(call: &Call, path: &web::Path<(String, Uuid)>) -> Result<SeenPractice, Problem> {
    Ok(SeenPractice { id: PracticeId(path.1), version: call.seen()? })
}

/// Corrects a practice. What the city itself changes is handed in anew.
#[utoipa::path(operation_id = "update_practice", tag = "practices", request_body = Practice, params(("id" = String, Path, description = "id or slug"), ("practice_id" = Uuid, Path), ("If-Match" = String, Header)), responses((status = 200, body = PracticeDto)))]
#[put("/cities/{id}/practices/{practice_id}")]
pub async fn update_practice(call: Call, path: web::Path<(String, Uuid)>, body: UnreadJson<Practice>) -> Result<HttpResponse, Problem> {
    let (seen, model) = (seen_in(&call, &path)?, call.app.model().clone());
    let practice = body.read().await?.value;
    call.change(move |write, pass| {
        let stored = practices::update(write, model.taxonomy(), pass, seen, practice)?;
        Ok(Reply::ok(stored.version, PracticeDto::from(stored)))
    })
    .await
}

/// Where a practice goes: one step on, or one back.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PracticeVerdictInput {
    state: PracticeState,
    /// Needed where it goes back to the city.
    #[serde(default)]
    reason: Option<String>,
}

impl Validate for PracticeVerdictInput {}

/// The secretariat curates or publishes a practice, or takes it one step back.
#[utoipa::path(operation_id = "decide_practice", tag = "practices", request_body = PracticeVerdictInput, params(("id" = String, Path, description = "id or slug"), ("practice_id" = Uuid, Path), ("If-Match" = String, Header), ("Idempotency-Key" = Uuid, Header)), responses((status = 200, body = PracticeDto)))]
#[post("/cities/{id}/practices/{practice_id}/decisions")]
pub async fn decide_practice(
    call: Call,
    path: web::Path<(String, Uuid)>,
    body: UnreadJson<PracticeVerdictInput>,
) -> Result<HttpResponse, Problem> {
    let seen = seen_in(&call, &path)?;
    let JsonBody { value: PracticeVerdictInput { state, reason }, sha256 } = body.read().await?;
    call.once(&sha256, move |write, pass| {
        let stored = practices::decide(write, pass, seen, Verdict { state, reason })?;
        Ok(Reply::ok(stored.version, PracticeDto::from(stored)))
    })
    .await
}
