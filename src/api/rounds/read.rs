//! Reading rounds, their runs and their analyses.

use actix_web::{HttpResponse, get, web};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::dto::{AnalysisDto, PairingDto, RoundDto, RunDto};
use crate::actions::rounds::{plan, read};
use crate::api::call::Call;
use crate::api::edge::{Caching, EntityTag, Limit, PreferredLanguage, Problem, Query, answer_value};
use crate::api::explanations::Words;
use crate::api::lists::ListAsk;
use crate::domain::id::RoundId;
use crate::domain::round::RoundState;
use crate::i18n::Language;
use crate::matching::rounds::outlook::Outlook;

/// Which rounds.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct RoundQuery {
    /// Only in this state.
    state: Option<RoundState>,
    #[serde(default)]
    #[param(value_type = Option<u32>, minimum = 1, maximum = 100)]
    limit: Limit,
    cursor: Option<String>,
}

/// Rounds, newest first.
#[utoipa::path(operation_id = "list_rounds", tag = "rounds", params(RoundQuery), responses((status = 200, body = crate::api::edge::Page<RoundDto>)))]
#[get("/rounds")]
pub async fn list_rounds(call: Call, asked: Query<RoundQuery>) -> Result<HttpResponse, Problem> {
    let state = asked.state;
    let list = ListAsk { list: "list_rounds", filters: asked.fingerprint(), caller: &call.caller };
    let ask = list.page(&call.app, asked.limit, asked.cursor.as_deref())?;
    let page = call.read(move |db| plan::list(db, state, &ask)).await?;
    list.answer(&call.app, &call.request, (page, Caching::NoStore), RoundDto::from)
}

/// One round.
#[utoipa::path(operation_id = "get_round", tag = "rounds", params(("id" = Uuid, Path)), responses((status = 200, body = RoundDto)))]
#[get("/rounds/{id}")]
pub async fn get_round(call: Call, id: web::Path<Uuid>) -> Result<HttpResponse, Problem> {
    let id = RoundId(id.into_inner());
    let round = call.read(move |db| plan::get(db, id)).await?;
    answer_value(&call.request, &EntityTag::of_version(round.version), Caching::NoStore, &RoundDto::from(round))
}

/// What can be said of a round before it is computed: who cannot have a pairing whatever is chosen, and where caps leave less room than there are
/// cities. Cities by their slugs.
#[utoipa::path(operation_id = "get_round_outlook", tag = "rounds", params(("id" = Uuid, Path)), responses((status = 200, body = Outlook)))]
#[get("/rounds/{id}/outlook")]
pub async fn get_round_outlook(call: Call, id: web::Path<Uuid>) -> Result<HttpResponse, Problem> {
    let (id, app) = (RoundId(id.into_inner()), call.app.clone());
    let seen = call.read(move |db| {
        let engine = app.engine(db)?;
        read::outlook_of(db, engine, id)
    });
    answer_json(&call, &seen.await?)
}

/// The runs of a round.
#[derive(Debug, Serialize, ToSchema)]
pub struct RunsDto {
    /// Oldest first.
    items: Vec<RunDto>,
}

/// What was computed of a round so far, oldest first.
#[utoipa::path(operation_id = "list_round_runs", tag = "rounds", params(("id" = Uuid, Path)), responses((status = 200, body = RunsDto)))]
#[get("/rounds/{id}/runs")]
pub async fn list_round_runs(call: Call, id: web::Path<Uuid>) -> Result<HttpResponse, Problem> {
    let id = RoundId(id.into_inner());
    let runs = call.read(move |db| read::runs(db, id)).await?;
    answer_json(&call, &RunsDto { items: runs.into_iter().map(RunDto::from).collect() })
}

/// Which run.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct RunQuery {
    /// Its number; the newest where absent.
    #[param(minimum = 1)]
    pub(super) run: Option<i64>,
}

/// What the set of pairings of a run is like, and what each rule cost.
#[utoipa::path(operation_id = "get_round_analysis", tag = "rounds", params(("id" = Uuid, Path), RunQuery), responses((status = 200, body = AnalysisDto)))]
#[get("/rounds/{id}/analysis")]
pub async fn get_round_analysis(call: Call, id: web::Path<Uuid>, asked: Query<RunQuery>) -> Result<HttpResponse, Problem> {
    let (id, run) = (RoundId(id.into_inner()), asked.run);
    let found = call.read(move |db| read::analysis(db, id, run)).await?;
    answer_json(&call, &AnalysisDto::of(found)?)
}

/// Which pairings.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PairingQuery {
    /// Of which run; the newest where absent.
    #[param(minimum = 1)]
    run: Option<i64>,
    #[serde(default)]
    #[param(value_type = Option<u32>, minimum = 1, maximum = 100)]
    limit: Limit,
    cursor: Option<String>,
    /// The language of the sentences; otherwise `Accept-Language` decides.
    #[expect(dead_code, reason = "read from the request by PreferredLanguage; named here because unknown fields are refused")]
    lang: Option<String>,
}

/// The pairings of a run, each explained, with the proposal that was made of it where the round was released.
#[utoipa::path(operation_id = "list_round_proposals", tag = "rounds", params(("id" = Uuid, Path), PairingQuery), responses((status = 200, body = crate::api::edge::Page<PairingDto>)))]
#[get("/rounds/{id}/proposals")]
pub async fn list_round_proposals(
    call: Call,
    id: web::Path<Uuid>,
    asked: Query<PairingQuery>,
    language: PreferredLanguage,
) -> Result<HttpResponse, Problem> {
    let (id, run) = (RoundId(id.into_inner()), asked.run);
    let list = ListAsk { list: "list_round_proposals", filters: asked.fingerprint(), caller: &call.caller };
    let ask = list.page(&call.app, asked.limit, asked.cursor.as_deref())?;
    let page = call.read(move |db| {
        let run = read::run(db, id, run)?;
        read::pairings(db, &run, &ask)
    });
    let page = page.await?;
    let words = Words { catalogues: call.app.catalogues(), language: Language::lookup(language.as_text().unwrap_or_default()) };
    let page = page.try_map(|view| PairingDto::of(view, words))?;
    list.answer(&call.app, &call.request, (page, Caching::NoStore), |dto| dto)
}

/// Which two runs.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ComparisonQuery {
    /// The number of the earlier one.
    #[param(minimum = 1)]
    before: i64,
    /// The number of the later one.
    #[param(minimum = 1)]
    after: i64,
}

/// What changed from one run to another.
#[derive(Debug, Serialize, ToSchema)]
pub struct ComparisonDto {
    before: i64,
    after: i64,
    /// Pairings kept, gone and added, each with why; cities that gained or lost a partner; differences of rules and totals. Cities by their slugs.
    #[schema(value_type = Object)]
    comparison: serde_json::Value,
}

/// What changed from one run of a round to another, and why.
#[utoipa::path(operation_id = "get_round_comparison", tag = "rounds", params(("id" = Uuid, Path), ComparisonQuery), responses((status = 200, body = ComparisonDto)))]
#[get("/rounds/{id}/comparison")]
pub async fn get_round_comparison(call: Call, id: web::Path<Uuid>, asked: Query<ComparisonQuery>) -> Result<HttpResponse, Problem> {
    let (id, before, after) = (RoundId(id.into_inner()), asked.before, asked.after);
    let found = call.read(move |db| read::comparison(db, id, (before, after))).await?;
    let comparison = serde_json::to_value(found).map_err(|error| Problem::internal(&error))?;
    answer_json(&call, &ComparisonDto { before, after, comparison })
}

fn answer_json<T: Serialize>(call: &Call, value: &T) -> Result<HttpResponse, Problem> {
    let json = serde_json::to_vec(value).map_err(|error| Problem::internal(&error))?;
    Ok(crate::api::edge::answer(&call.request, &EntityTag::of_content(&json), Caching::NoStore, json))
}
