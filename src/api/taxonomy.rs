//! What everything else speaks of: pillars, themes and indicators of the model in force.

use actix_web::{HttpResponse, get};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::call::Call;
use super::edge::{self, Caching, EntityTag, Problem, Query, answer};
use crate::domain::code::ThemeCode;
use crate::domain::fault::Faults;
use crate::matching::IndicatorDefinition;
use crate::matching::taxonomy::{Near, Pillar, Retired, Taxonomy, Theme};

/// The taxonomy in force, with its labels in every language.
#[derive(Debug, Serialize, ToSchema)]
pub struct TaxonomyDto {
    /// Its version.
    version: String,
    /// The four pillars of the ASEAN Community Vision 2045.
    pillars: Vec<Pillar>,
    /// The themes, pillar by pillar, each with its crosswalk to other frames.
    themes: Vec<Theme>,
    /// Themes that are near to one another.
    near: Vec<Near>,
    /// Codes that are no longer used, and what replaces them.
    retired: Vec<Retired>,
}

impl From<&Taxonomy> for TaxonomyDto {
    fn from(taxonomy: &Taxonomy) -> Self {
        Self {
            version: taxonomy.version().to_owned(),
            pillars: taxonomy.pillars().to_vec(),
            themes: taxonomy.themes().to_vec(),
            near: taxonomy.near().to_vec(),
            retired: taxonomy.retired().to_vec(),
        }
    }
}

/// Pillars and themes.
#[utoipa::path(operation_id = "get_taxonomy", tag = "taxonomy", responses((status = 200, body = TaxonomyDto)))]
#[get("/taxonomy")]
pub async fn get_taxonomy(call: Call) -> Result<HttpResponse, Problem> {
    let dto = TaxonomyDto::from(call.app.model().taxonomy());
    let json = serde_json::to_vec(&dto).map_err(|error| Problem::internal(&error))?;
    Ok(answer(&call.request, &EntityTag::of_content(&json), Caching::Published, json))
}

/// Which indicators.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct IndicatorQuery {
    /// Only those that give the gap of this theme.
    #[param(value_type = Option<String>)]
    theme: Option<ThemeCode>,
}

/// Definitions of indicators: unit, direction, plausible range, target, source. A model has so few of them that they are one page.
#[utoipa::path(operation_id = "list_indicators", tag = "taxonomy", params(IndicatorQuery), responses((status = 200, body = edge::Page<IndicatorDefinition>)))]
#[get("/indicators")]
pub async fn list_indicators(call: Call, asked: Query<IndicatorQuery>) -> Result<HttpResponse, Problem> {
    let model = call.app.model();
    require_theme(model.taxonomy(), asked.theme.as_ref())?;
    let is_wanted = |definition: &&IndicatorDefinition| asked.theme.is_none() || definition.theme == asked.theme;
    let items: Vec<IndicatorDefinition> = model.indicators().iter().filter(is_wanted).cloned().collect();
    edge::Page { items, next_cursor: None }.answer(&call.request, Caching::Published)
}

/// A theme in a query has to be one of the taxonomy: a misspelt one would find nothing and say nothing.
pub(super) fn require_theme(taxonomy: &Taxonomy, theme: Option<&ThemeCode>) -> Result<(), Problem> {
    let mut faults = Faults::new();
    if let Some(theme) = theme {
        faults.require(taxonomy.has(theme), "theme", format!("the taxonomy has no theme '{theme}'; see /api/v1/taxonomy"));
    }
    faults.into_result(()).map_err(Problem::from)
}
