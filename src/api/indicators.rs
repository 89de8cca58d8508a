//! A city's indicators, and the gaps that follow from them. Every value says whose it is: the city's own, or its country's standing in.

use actix_web::{HttpResponse, get, put, web};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::call::{Call, Reply};
use super::edge::{self, Caching, EntityTag, Problem, UnreadJson, Validate, answer, answer_value};
use crate::actions::indicators::{self, CityIndicator, Entry, Scope, ScopedValue};
use crate::actions::matching::suggest;
use crate::domain::code::IndicatorCode;
use crate::matching::answer::Gaps;
use crate::matching::taxonomy::Labels;
use crate::matching::{IndicatorDefinition, Model};
use crate::store::indicators::IndicatorValue;

/// A value that counts for a city.
#[derive(Debug, Serialize, ToSchema)]
pub struct CityValueDto {
    /// The indicator.
    code: String,
    /// Its name.
    name: Option<Labels>,
    /// The theme whose gap it gives.
    theme: Option<String>,
    /// The value.
    value: f64,
    /// Its unit.
    unit: Option<String>,
    /// The year that it speaks of.
    year: Option<i32>,
    /// The city's own, or its country's standing in.
    scope: Scope,
    /// Where it is written.
    source: Option<String>,
    /// Whether it rests on background knowledge, and so is unverified.
    from_memory: bool,
}

impl CityValueDto {
    fn of(model: &Model, scoped: ScopedValue) -> Self {
        let ScopedValue { value, scope } = scoped;
        let definition = model.indicator(&value.code);
        let stated = |text: Option<String>, of: fn(&IndicatorDefinition) -> &String| text.or_else(|| definition.map(of).cloned());
        Self {
            name: definition.map(|definition| definition.name.clone()),
            theme: definition.and_then(|definition| definition.theme.clone()).map(String::from),
            value: value.value,
            unit: stated(value.unit, |definition| &definition.unit),
            year: value.year,
            scope,
            source: stated(value.source, |definition| &definition.source),
            from_memory: value.from_memory,
            code: value.code.into(),
        }
    }
}

/// What counts for a city: for each indicator its own newest value, or else its country's. A city has so few of them that they are one page.
#[utoipa::path(operation_id = "list_city_indicators", tag = "indicators", params(("id" = String, Path, description = "id or slug")), responses((status = 200, body = edge::Page<CityValueDto>)))]
#[get("/cities/{id}/indicators")]
pub async fn list_city_indicators(call: Call) -> Result<HttpResponse, Problem> {
    let city = call.pass()?.addressed_city()?;
    let values = call.read(move |db| indicators::of_city(db, city)).await?;
    let items = values.into_iter().map(|value| CityValueDto::of(call.app.model(), value)).collect::<Vec<_>>();
    edge::Page { items, next_cursor: None }.answer(&call.request, Caching::NoStore)
}

/// One value in the history.
#[derive(Debug, Serialize, ToSchema)]
pub struct ValueDto {
    /// The value.
    value: f64,
    /// Its unit, where the source states one.
    unit: Option<String>,
    /// The year that it speaks of.
    year: Option<i32>,
    /// Where it is written.
    source: Option<String>,
    /// Whether it rests on background knowledge.
    from_memory: bool,
    /// Whether it counts for its year; a corrected one does not.
    is_current: bool,
    /// When it was entered here.
    entered_at: DateTime<Utc>,
}

impl From<IndicatorValue> for ValueDto {
    fn from(value: IndicatorValue) -> Self {
        let IndicatorValue { value, unit, year, source, from_memory, is_current, entered_at, .. } = value;
        Self { value, unit, year, source, from_memory, is_current, entered_at }
    }
}

/// What a city set itself.
#[derive(Debug, Serialize, ToSchema)]
pub struct TargetDto {
    /// Where it started.
    baseline: Option<f64>,
    /// The year of the start.
    baseline_year: Option<i32>,
    /// Where it wants to be.
    target: Option<f64>,
    /// The year by which.
    target_year: Option<i32>,
}

/// Everything that is known of one indicator of a city.
#[derive(Debug, Serialize, ToSchema)]
pub struct CityIndicatorDto {
    /// What it is.
    definition: IndicatorDefinition,
    /// Every value that the city ever had, newest entry first.
    history: Vec<ValueDto>,
    /// The newest value of its country, which stands in where the city has none.
    country: Option<ValueDto>,
    /// What the city set itself.
    target: TargetDto,
    /// Counts every change of values and target: the `ETag`.
    version: i64,
}

impl From<CityIndicator> for CityIndicatorDto {
    fn from(indicator: CityIndicator) -> Self {
        let indicators::Target { baseline, baseline_year, target, target_year, version: _ } = indicator.target;
        Self {
            definition: indicator.definition,
            history: indicator.history.into_iter().map(ValueDto::from).collect(),
            country: indicator.country.map(ValueDto::from),
            target: TargetDto { baseline, baseline_year, target, target_year },
            version: indicator.version,
        }
    }
}

/// The code in an address; one that cannot be a code names nothing.
fn code_of(path: &(String, String)) -> Result<IndicatorCode, Problem> {
    path.1.parse().map_err(|_bad| Problem::not_found())
}

/// One indicator of a city, with its history and target.
#[utoipa::path(operation_id = "get_city_indicator", tag = "indicators", params(("id" = String, Path, description = "id or slug"), ("code" = String, Path)), responses((status = 200, body = CityIndicatorDto)))]
#[get("/cities/{id}/indicators/{code}")]
pub async fn get_city_indicator(call: Call, path: web::Path<(String, String)>) -> Result<HttpResponse, Problem> {
    let (city, code, model) = (call.pass()?.addressed_city()?, code_of(&path)?, call.app.model().clone());
    let found = call.read(move |db| indicators::one_of_city(db, &model, city, &code)).await?;
    let version = found.version;
    let json = serde_json::to_vec(&CityIndicatorDto::from(found)).map_err(|error| Problem::internal(&error))?;
    Ok(answer(&call.request, &EntityTag::of_version_in(version, &edge_hash(&json)), Caching::NoStore, json))
}

/// The country's value changes without the city's version.
fn edge_hash(json: &[u8]) -> String {
    crate::actions::audit::bytes_hash(json).get(7..23).unwrap_or_default().to_owned()
}

/// A value, or a target, or both. The target is replaced as a whole.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IndicatorInput {
    /// A value in the indicator's unit; a value of the same year is corrected, and stays in the history.
    #[serde(default)]
    value: Option<f64>,
    /// The year that it speaks of; needed with a value.
    #[serde(default)]
    #[schema(minimum = 1990, maximum = 2100)]
    year: Option<i32>,
    /// Where it is written; needed with a value.
    #[serde(default)]
    #[schema(max_length = 2000)]
    source: Option<String>,
    /// The unit as the source states it.
    #[serde(default)]
    #[schema(max_length = 80)]
    unit: Option<String>,
    /// Where the city started.
    #[serde(default)]
    baseline: Option<f64>,
    /// The year of the start; needed with a baseline.
    #[serde(default)]
    baseline_year: Option<i32>,
    /// Where the city wants to be.
    #[serde(default)]
    target: Option<f64>,
    /// The year by which; needed with a target.
    #[serde(default)]
    target_year: Option<i32>,
}

impl Validate for IndicatorInput {}

impl From<IndicatorInput> for Entry {
    fn from(input: IndicatorInput) -> Self {
        let IndicatorInput { value, year, source, unit, baseline, baseline_year, target, target_year } = input;
        Self { value, year, source, unit, baseline, baseline_year, target, target_year }
    }
}

/// Adds or corrects a value, and sets the target.
#[utoipa::path(operation_id = "put_city_indicator", tag = "indicators", request_body = IndicatorInput, params(("id" = String, Path, description = "id or slug"), ("code" = String, Path), ("If-Match" = String, Header)), responses((status = 200, body = CityIndicatorDto)))]
#[put("/cities/{id}/indicators/{code}")]
pub async fn put_city_indicator(
    call: Call,
    path: web::Path<(String, String)>,
    body: UnreadJson<IndicatorInput>,
) -> Result<HttpResponse, Problem> {
    let (seen, code, model) = (call.seen()?, code_of(&path)?, call.app.model().clone());
    let entry = Entry::from(body.read().await?.value);
    call.change(move |write, pass| {
        let after = indicators::put(write, &model, pass, (&code, seen), entry)?;
        Ok(Reply::ok(after.version, CityIndicatorDto::from(after)))
    })
    .await
}

/// The four pillar gaps, by theme, with how each was computed.
#[utoipa::path(operation_id = "get_gaps", tag = "indicators", params(("id" = String, Path, description = "id or slug")), responses((status = 200, body = Gaps)))]
#[get("/cities/{id}/gaps")]
pub async fn get_gaps(call: Call) -> Result<HttpResponse, Problem> {
    let (app, city) = (call.app.clone(), call.pass()?.addressed_city()?);
    let gaps = call.read(move |db| suggest::gaps(&*app.engine(db)?, city)).await?;
    let json = serde_json::to_vec(&gaps).map_err(|error| Problem::internal(&error))?;
    let tag = EntityTag::of_content(&json);
    answer_value(&call.request, &tag, Caching::NoStore, &gaps)
}
