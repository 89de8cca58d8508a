//! A city's indicators: its own values, and its country's where it has none.

use actix_web::{HttpResponse, get, put, web};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::call::{Call, Reply};
use super::edge::{Caching, EntityTag, Problem, UnreadJson, Validate, answer};
use super::taxonomy::IndicatorDefinitionDto;
use crate::actions::indicators::{self, CityIndicator, Entry, ScopedValue};
use crate::domain::code::IndicatorCode;
use crate::matching::indicators::Scope;
use crate::store::indicators::IndicatorValue;

/// A value of an indicator.
#[derive(Debug, Serialize, ToSchema)]
pub struct IndicatorValueDto {
    code: String,
    value: f64,
    year: Option<i32>,
    unit: Option<String>,
    source: Option<String>,
    /// `country`: the country's value, standing in for the city's.
    scope: Scope,
    /// Background knowledge alone: unverified.
    from_memory: bool,
    /// Whether it is the one that counts for its year; a corrected value stays in the history.
    is_current: bool,
    entered_at: DateTime<Utc>,
}

impl IndicatorValueDto {
    fn of(value: IndicatorValue, scope: Scope) -> Self {
        Self {
            code: value.code.to_string(),
            value: value.value,
            year: value.year,
            unit: value.unit,
            source: value.source,
            scope,
            from_memory: value.from_memory,
            is_current: value.is_current,
            entered_at: value.entered_at,
        }
    }
}

impl From<ScopedValue> for IndicatorValueDto {
    fn from(found: ScopedValue) -> Self {
        Self::of(found.value, found.scope)
    }
}

/// A city's indicators.
#[derive(Debug, Serialize, ToSchema)]
pub struct CityIndicatorsDto {
    items: Vec<IndicatorValueDto>,
}

/// One indicator of a city.
#[derive(Debug, Serialize, ToSchema)]
pub struct CityIndicatorDto {
    definition: IndicatorDefinitionDto,
    /// Every value that the city ever had, newest entry first.
    history: Vec<IndicatorValueDto>,
    /// The country's value.
    country: Option<IndicatorValueDto>,
    baseline: Option<f64>,
    baseline_year: Option<i32>,
    target: Option<f64>,
    target_year: Option<i32>,
    /// The `ETag`.
    version: i64,
}

impl From<CityIndicator> for CityIndicatorDto {
    fn from(found: CityIndicator) -> Self {
        Self {
            definition: (&found.definition).into(),
            history: found.history.into_iter().map(|value| IndicatorValueDto::of(value, Scope::City)).collect(),
            country: found.country.map(|value| IndicatorValueDto::of(value, Scope::Country)),
            baseline: found.target.baseline,
            baseline_year: found.target.baseline_year,
            target: found.target.target,
            target_year: found.target.target_year,
            version: found.version,
        }
    }
}

/// What somebody enters for an indicator. Baseline and target are replaced as a whole.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IndicatorInput {
    /// In the indicator's unit; absent where only the target changes.
    #[serde(default)]
    value: Option<f64>,
    /// The year that the value speaks of; needed with a value.
    #[serde(default)]
    year: Option<i32>,
    /// Where it is written; needed with a value.
    #[serde(default)]
    source: Option<String>,
    #[serde(default)]
    unit: Option<String>,
    #[serde(default)]
    baseline: Option<f64>,
    #[serde(default)]
    baseline_year: Option<i32>,
    #[serde(default)]
    target: Option<f64>,
    #[serde(default)]
    target_year: Option<i32>,
}

impl Validate for IndicatorInput {}

impl From<IndicatorInput> for Entry {
    fn from(input: IndicatorInput) -> Self {
        let IndicatorInput { value, year, source, unit, baseline, baseline_year, target, target_year } = input;
        Entry { value, year, source, unit, baseline, baseline_year, target, target_year }
    }
}

/// A city's values, and its country's for every indicator of which it has none.
#[utoipa::path(operation_id = "list_city_indicators", tag = "indicators", params(("id" = String, Path, description = "id or slug")), responses((status = 200, body = CityIndicatorsDto)))]
#[get("/cities/{id}/indicators")]
pub async fn list_city_indicators(call: Call) -> Result<HttpResponse, Problem> {
    let city = call.pass()?.city.ok_or_else(Problem::not_found)?;
    let found = call.read(move |db| indicators::of_city(db, city)).await?;
    let dto = CityIndicatorsDto { items: found.into_iter().map(IndicatorValueDto::from).collect() };
    let json = serde_json::to_vec(&dto).map_err(|error| Problem::internal(&error))?;
    Ok(answer(&call.request, &EntityTag::of_content(&json), Caching::NoStore, json))
}

fn code_of(path: &web::Path<(String, String)>) -> Result<IndicatorCode, Problem> {
    path.1.parse().map_err(|_bad| Problem::not_found())
}

/// One indicator of a city, with its history and target.
#[utoipa::path(operation_id = "get_city_indicator", tag = "indicators", params(("id" = String, Path, description = "id or slug"), ("code" = String, Path)), responses((status = 200, body = CityIndicatorDto)))]
#[get("/cities/{id}/indicators/{code}")]
pub async fn get_city_indicator(call: Call, path: web::Path<(String, String)>) -> Result<HttpResponse, Problem> {
    let city = call.pass()?.city.ok_or_else(Problem::not_found)?;
    let (code, model) = (code_of(&path)?, call.app.model().clone());
    let found = call.read(move |db| indicators::one_of_city(db, &model, city, &code)).await?;
    // The country's value, which stands here too, changes without the version.
    let version = found.version;
    let json = serde_json::to_vec(&CityIndicatorDto::from(found)).map_err(|error| Problem::internal(&error))?;
    Ok(answer(&call.request, &EntityTag::of_version_and_content(version, &json), Caching::NoStore, json))
}

/// Adds a value, or corrects the one of its year, and sets baseline and target.
#[utoipa::path(operation_id = "put_city_indicator", tag = "indicators", request_body = IndicatorInput, params(("id" = String, Path, description = "id or slug"), ("code" = String, Path), ("If-Match" = String, Header)), responses((status = 200, body = CityIndicatorDto)))]
#[put("/cities/{id}/indicators/{code}")]
pub async fn put_city_indicator(
    call: Call,
    path: web::Path<(String, String)>,
    body: UnreadJson<IndicatorInput>,
) -> Result<HttpResponse, Problem> {
    let (seen, code, model) = (call.seen()?, code_of(&path)?, call.app.model().clone());
    let entry = body.read().await?.value.into();
    call.change(move |write, pass| {
        let found = indicators::put(write, &model, pass, (&code, seen), entry)?;
        Ok(Reply::ok(found.version, CityIndicatorDto::from(found)))
    })
    .await
}
