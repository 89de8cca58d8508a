//! Requests for partners.

use actix_web::{HttpResponse, get, post, web};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::call::{Call, NO_BODY, Reply};
use super::edge::{Caching, EntityTag, JsonBody, Limit, Problem, Query, UnreadJson, Validate, answer_value};
use super::lists::ListAsk;
use crate::actions::requests::{self, NewRequest};
use crate::domain::code::ThemeCode;
use crate::domain::id::RequestId;
use crate::domain::pairing::Kind;
use crate::domain::request::RequestState;
use crate::store::requests::PartnerRequest;

/// What a city asks for. Two questions suffice.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestInput {
    /// What do you want to solve or build?
    wants: String,
    /// What can you give?
    gives: String,
    /// The kind of pairing, where you know it.
    #[serde(default)]
    kind: Option<Kind>,
    /// Themes, where you know them.
    #[serde(default)]
    #[schema(value_type = Vec<String>)]
    themes: Vec<ThemeCode>,
}

impl Validate for RequestInput {}

/// The secretariat's answer in words.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestAnswerInput {
    /// In any language.
    answer: String,
}

impl Validate for RequestAnswerInput {}

/// A request.
#[derive(Debug, Serialize, ToSchema)]
pub struct RequestDto {
    id: Uuid,
    /// The city that asks.
    city_id: Uuid,
    kind: Option<Kind>,
    themes: Vec<String>,
    wants: String,
    gives: String,
    state: RequestState,
    /// The secretariat's answer in words.
    answer: Option<String>,
    /// When the city got its first answer.
    answered_at: Option<DateTime<Utc>>,
    created_at: DateTime<Utc>,
    version: i64,
}

impl From<PartnerRequest> for RequestDto {
    fn from(request: PartnerRequest) -> Self {
        Self {
            id: request.id.0,
            city_id: request.city.0,
            kind: request.kind,
            themes: request.themes.into_iter().map(String::from).collect(),
            wants: request.wants,
            gives: request.gives,
            state: request.state,
            answer: request.answer,
            answered_at: request.answered_at,
            created_at: request.created_at,
            version: request.version,
        }
    }
}

fn reply(request: PartnerRequest) -> Reply<RequestDto> {
    Reply::ok(request.version, request.into())
}

/// Asks the secretariat for partners.
#[utoipa::path(operation_id = "create_request", tag = "requests", request_body = RequestInput, params(("Idempotency-Key" = Uuid, Header)), responses((status = 201, body = RequestDto)))]
#[post("/requests")]
pub async fn create_request(call: Call, body: UnreadJson<RequestInput>) -> Result<HttpResponse, Problem> {
    let JsonBody { value: RequestInput { wants, gives, kind, themes }, sha256 } = body.read().await?;
    let model = call.app.model().clone();
    call.once(&sha256, move |write, pass| {
        let request = requests::open(write, pass, model.taxonomy(), NewRequest { wants, gives, kind, themes })?;
        Ok(Reply::created(format!("/api/v1/requests/{}", request.id), Some(request.version), RequestDto::from(request)))
    })
    .await
}

/// Which requests.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct RequestQuery {
    /// Only in this state.
    state: Option<RequestState>,
    #[serde(default)]
    #[param(value_type = Option<u32>, minimum = 1, maximum = 100)]
    limit: Limit,
    cursor: Option<String>,
}

/// The requests that the caller can see; the one that has waited longest comes first.
#[utoipa::path(operation_id = "list_requests", tag = "requests", params(RequestQuery), responses((status = 200, body = super::edge::Page<RequestDto>)))]
#[get("/requests")]
pub async fn list_requests(call: Call, asked: Query<RequestQuery>) -> Result<HttpResponse, Problem> {
    let (actor, state) = (call.pass()?.actor, asked.state);
    let list = ListAsk { list: "list_requests", filters: asked.fingerprint(), caller: &call.caller };
    let ask = list.page(&call.app, asked.limit, asked.cursor.as_deref())?;
    let page = call.read(move |db| requests::list(db, &actor, state, &ask)).await?;
    list.answer(&call.app, &call.request, (page, Caching::NoStore), RequestDto::from)
}

/// One request.
#[utoipa::path(operation_id = "get_request", tag = "requests", params(("id" = Uuid, Path)), responses((status = 200, body = RequestDto)))]
#[get("/requests/{id}")]
pub async fn get_request(call: Call, id: web::Path<Uuid>) -> Result<HttpResponse, Problem> {
    let id = RequestId(id.into_inner());
    let request = call.read(move |db| requests::get(db, id)).await?;
    answer_value(&call.request, &EntityTag::of_version(request.version), Caching::NoStore, &RequestDto::from(request))
}

/// The city takes its request back.
#[utoipa::path(operation_id = "withdraw_request", tag = "requests", params(("id" = Uuid, Path), ("If-Match" = String, Header), ("Idempotency-Key" = Uuid, Header)), responses((status = 200, body = RequestDto)))]
#[post("/requests/{id}/withdraw")]
pub async fn withdraw_request(call: Call, id: web::Path<Uuid>) -> Result<HttpResponse, Problem> {
    let (id, seen) = (RequestId(id.into_inner()), call.seen()?);
    call.once(&NO_BODY, move |write, pass| Ok(reply(requests::withdraw(write, pass, id, seen)?))).await
}

/// The secretariat answers in words.
#[utoipa::path(operation_id = "answer_request", tag = "requests", request_body = RequestAnswerInput, params(("id" = Uuid, Path), ("If-Match" = String, Header), ("Idempotency-Key" = Uuid, Header)), responses((status = 200, body = RequestDto)))]
#[post("/requests/{id}/answer")]
pub async fn answer_request(call: Call, id: web::Path<Uuid>, body: UnreadJson<RequestAnswerInput>) -> Result<HttpResponse, Problem> {
    let (id, seen) = (RequestId(id.into_inner()), call.seen()?);
    let JsonBody { value, sha256 } = body.read().await?;
    call.once(&sha256, move |write, pass| Ok(reply(requests::answer(write, pass, id, seen, value.answer)?))).await
}
