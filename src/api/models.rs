//! Matching models: which there are, what was measured of them, and which one is in force.

use actix_web::{HttpResponse, get, post, web};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::call::{Call, Reply};
use super::edge::{Caching, EntityTag, JsonBody, Limit, Problem, Query, UnreadJson, Validate, answer_value};
use super::lists::ListAsk;
use crate::actions::matching::registry::{self, StoredModel};
use crate::domain::model_state::{ModelOrigin, ModelState};

/// A matching model.
#[derive(Debug, Serialize, ToSchema)]
pub struct ModelDto {
    name: String,
    /// Hash of its content, as every suggestion and proposal names it.
    hash: String,
    origin: ModelOrigin,
    state: ModelState,
    /// Whether something was measured of it: see its evaluation.
    is_evaluated: bool,
    /// When it was made, or first seen by this service.
    created_at: DateTime<Utc>,
    /// When it was put in force last.
    activated_at: Option<DateTime<Utc>>,
    version: i64,
}

impl From<StoredModel> for ModelDto {
    fn from(model: StoredModel) -> Self {
        Self {
            name: model.name,
            hash: model.hash,
            origin: model.origin,
            state: model.state,
            is_evaluated: model.evaluation.is_some(),
            created_at: model.created_at,
            activated_at: model.activated_at,
            version: model.version,
        }
    }
}

/// A page of models.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ModelQuery {
    #[serde(default)]
    #[param(value_type = Option<u32>, minimum = 1, maximum = 100)]
    limit: Limit,
    cursor: Option<String>,
}

/// Models, by name.
#[utoipa::path(operation_id = "list_models", tag = "administration", params(ModelQuery), responses((status = 200, body = super::edge::Page<ModelDto>)))]
#[get("/models")]
pub async fn list_models(call: Call, asked: Query<ModelQuery>) -> Result<HttpResponse, Problem> {
    let list = ListAsk { list: "list_models", filters: asked.fingerprint(), caller: &call.caller };
    let ask = list.page(&call.app, asked.limit, asked.cursor.as_deref())?;
    let page = call.read(move |db| registry::list(db, &ask)).await?;
    list.answer(&call.app, &call.request, (page, Caching::NoStore), ModelDto::from)
}

/// One model.
#[utoipa::path(operation_id = "get_model", tag = "administration", params(("name" = String, Path)), responses((status = 200, body = ModelDto)))]
#[get("/models/{name}")]
pub async fn get_model(call: Call, name: web::Path<String>) -> Result<HttpResponse, Problem> {
    let model = call.read(move |db| registry::get(db, &name)).await?;
    answer_value(&call.request, &EntityTag::of_version(model.version), Caching::NoStore, &ModelDto::from(model))
}

/// What was measured of a model.
#[derive(Debug, Serialize, ToSchema)]
pub struct ModelEvaluationDto {
    model: String,
    hash: String,
    /// The figures, as the command that took them printed them; absent where nothing was measured.
    #[schema(value_type = Option<Object>)]
    evaluation: Option<serde_json::Value>,
}

/// What was measured of a model, against which baselines.
#[utoipa::path(operation_id = "get_model_evaluation", tag = "administration", params(("name" = String, Path)), responses((status = 200, body = ModelEvaluationDto)))]
#[get("/models/{name}/evaluation")]
pub async fn get_model_evaluation(call: Call, name: web::Path<String>) -> Result<HttpResponse, Problem> {
    let model = call.read(move |db| registry::get(db, &name)).await?;
    let tag = EntityTag::of_version(model.version);
    let dto = ModelEvaluationDto { model: model.name, hash: model.hash, evaluation: model.evaluation };
    answer_value(&call.request, &tag, Caching::NoStore, &dto)
}

/// Why a model is put in force.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ActivationInput {
    /// Kept in the audit log.
    #[schema(max_length = 2_000)]
    reason: String,
}

impl Validate for ActivationInput {}

/// Puts a model in force: from now on suggestions come from it. Proposals that stand keep the model they were computed with.
#[utoipa::path(operation_id = "activate_model", tag = "administration", request_body = ActivationInput, params(("name" = String, Path), ("If-Match" = String, Header), ("Idempotency-Key" = uuid::Uuid, Header)), responses((status = 200, body = ModelDto)))]
#[post("/models/{name}/activate")]
pub async fn activate_model(call: Call, name: web::Path<String>, body: UnreadJson<ActivationInput>) -> Result<HttpResponse, Problem> {
    let seen = call.seen()?;
    let JsonBody { value, sha256 } = body.read().await?;
    call.once(&sha256, move |write, pass| {
        let model = registry::activate(write, pass, (&name, seen), &value.reason)?;
        Ok(Reply::ok(model.version, ModelDto::from(model)))
    })
    .await
}
