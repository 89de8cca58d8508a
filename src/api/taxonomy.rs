//! Pillars, themes and indicators: what the model in force speaks of. Public, and the same for everybody.

use actix_web::{HttpResponse, get};
use serde::Serialize;
use utoipa::ToSchema;

use super::call::Call;
use super::edge::{Caching, EntityTag, Problem, answer_value};
use crate::matching::IndicatorDefinition;
use crate::matching::taxonomy::{Labels, Near, Pillar, Retired, Taxonomy, Theme};

/// The taxonomy in force.
#[derive(Debug, Serialize, ToSchema)]
pub struct TaxonomyDto<'a> {
    /// Its version.
    version: &'a str,
    /// The model that uses it.
    model: &'a str,
    model_hash: &'a str,
    /// The four pillars of ASEAN Community Vision 2045.
    pillars: &'a [Pillar],
    /// The themes under them, with their crosswalks.
    themes: &'a [Theme],
    /// Pairs of themes that count in part for one another.
    near: &'a [Near],
    /// Codes that are no longer used, and what replaces them.
    retired: &'a [Retired],
}

/// Pillars and themes, in every language the service speaks, with their crosswalks to the SDGs, the Sendai Framework, UCLG ASPAC's goals,
/// ASCN's focus areas and the declarations.
#[utoipa::path(operation_id = "get_taxonomy", tag = "taxonomy", responses((status = 200, body = TaxonomyDto)))]
#[get("/taxonomy")]
pub async fn get_taxonomy(call: Call) -> Result<HttpResponse, Problem> {
    let model = call.app.model();
    let taxonomy: &Taxonomy = model.taxonomy();
    let dto = TaxonomyDto {
        version: taxonomy.version(),
        model: model.name(),
        model_hash: model.hash(),
        pillars: taxonomy.pillars(),
        themes: taxonomy.themes(),
        near: taxonomy.near(),
        retired: taxonomy.retired(),
    };
    answer_value(&call.request, &EntityTag::of_content(model.hash().as_bytes()), Caching::Published, &dto)
}

/// Definitions of indicators.
#[derive(Debug, Serialize, ToSchema)]
pub struct IndicatorsDto {
    items: Vec<IndicatorDefinitionDto>,
}

/// What an indicator is.
#[derive(Debug, Serialize, ToSchema)]
pub struct IndicatorDefinitionDto {
    code: String,
    name: Labels,
    unit: String,
    /// Where its values come from.
    source: String,
    /// Values outside of this range are refused.
    plausible: [f64; 2],
    /// `higher`, `lower` or `neutral`.
    better: String,
    /// The theme that it tells of; absent where it only describes the context.
    theme: Option<String>,
    /// Where the gap is nothing.
    target: Option<f64>,
    /// Where the gap is whole.
    worst: Option<f64>,
    /// Why this target and this worst.
    basis: Option<String>,
}

impl From<&IndicatorDefinition> for IndicatorDefinitionDto {
    fn from(definition: &IndicatorDefinition) -> Self {
        Self {
            code: definition.code.to_string(),
            name: definition.name.clone(),
            unit: definition.unit.clone(),
            source: definition.source.clone(),
            plausible: definition.plausible,
            better: definition.better.to_string(),
            theme: definition.theme.as_ref().map(ToString::to_string),
            target: definition.target,
            worst: definition.worst,
            basis: definition.basis.clone(),
        }
    }
}

/// What the indicators are: units, directions, plausible ranges, targets and sources.
#[utoipa::path(operation_id = "list_indicators", tag = "taxonomy", responses((status = 200, body = IndicatorsDto)))]
#[get("/indicators")]
pub async fn list_indicators(call: Call) -> Result<HttpResponse, Problem> {
    let model = call.app.model();
    let dto = IndicatorsDto { items: model.indicators().iter().map(IndicatorDefinitionDto::from).collect() };
    answer_value(&call.request, &EntityTag::of_content(model.hash().as_bytes()), Caching::Published, &dto)
}
