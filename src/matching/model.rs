//! A matching model: a versioned folder that holds everything that can change a score. Parsed from texts, so that it can be embedded in
//! the program or read from a disk by somebody else.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::error::ModelError;
use super::hash;
use super::indicators::{IndicatorDefinition, Scope};
use super::scale::Scale;
use super::settings::{ContextFeature, KindSettings, Settings, TraitSource};
use super::taxonomy::Taxonomy;
use crate::domain::code::IndicatorCode;
use crate::domain::pairing::Kind;

/// The texts of a model's files.
#[derive(Debug, Clone, Copy)]
pub struct ModelFiles<'a> {
    /// `taxonomy/<version>.toml`.
    pub taxonomy: &'a str,
    /// `model.toml`.
    pub model: &'a str,
    /// `indicators.toml`.
    pub indicators: &'a str,
    /// `factors.toml`.
    pub factors: &'a str,
    /// `parameters.json`.
    pub parameters: &'a str,
    /// `golden.json`.
    pub golden: &'a str,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    name: String,
    taxonomy: String,
    released: NaiveDate,
    data_from: i32,
    data_until: i32,
    seed: u64,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct IndicatorFile {
    indicators: Vec<IndicatorDefinition>,
}

/// What was fitted, and on what.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parameters {
    /// What it was fitted on, and when.
    pub fitted: Fitted,
    /// The scale of each trait.
    pub scaler: BTreeMap<String, Scale>,
}

/// What the parameters were fitted on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fitted {
    /// The cities, in words.
    pub on: String,
    /// How many.
    pub cities: usize,
    /// Hash of the snapshot of their facts.
    pub data: String,
    /// The day.
    pub date: NaiveDate,
}

/// A trait of the context, ready for use.
#[derive(Debug, Clone, PartialEq)]
pub struct Trait {
    /// What it is.
    pub feature: ContextFeature,
    /// Its share of the whole context: group weight times share in the group.
    pub weight: f64,
    /// Its scale.
    pub scale: Scale,
}

/// A checked model.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    head: Head,
    hash: String,
    taxonomy: Taxonomy,
    indicators: Vec<IndicatorDefinition>,
    by_code: BTreeMap<IndicatorCode, usize>,
    by_theme: Vec<Vec<usize>>,
    settings: Settings,
    parameters: Parameters,
    traits: Vec<Trait>,
}

impl Model {
    /// Reads and checks a model.
    ///
    /// # Errors
    /// [`ModelError`]: unreadable files, or every fault by which they do not fit together.
    pub fn parse(files: &ModelFiles<'_>) -> Result<Model, ModelError> {
        let unreadable = |file: &'static str| move |e: toml::de::Error| ModelError::Unreadable { file, detail: e.to_string() };
        let head: Head = toml::from_str(files.model).map_err(unreadable("model.toml"))?;
        let taxonomy = Taxonomy::parse(files.taxonomy)?;
        let IndicatorFile { indicators } = toml::from_str(files.indicators).map_err(unreadable("indicators.toml"))?;
        let settings = Settings::parse(files.factors)?;
        let parameters: Parameters = serde_json::from_str(files.parameters)
            .map_err(|e| ModelError::Unreadable { file: "parameters.json", detail: e.to_string() })?;
        let faults = faults_of(&head, &taxonomy, &indicators, (&settings, &parameters));
        if !faults.is_empty() {
            return Err(ModelError::Unsound { model: head.name, faults });
        }
        let traits = traits_of(&settings, &parameters);
        let by_code = indicators.iter().enumerate().map(|(i, definition)| (definition.code.clone(), i)).collect();
        let mut by_theme = vec![Vec::new(); taxonomy.themes().len()];
        for (i, definition) in indicators.iter().enumerate() {
            if let Some(theme) = definition.theme.as_ref().and_then(|theme| taxonomy.index_of(theme)) {
                by_theme[theme].push(i);
            }
        }
        Ok(Model { head, hash: hash_of(files), taxonomy, indicators, by_code, by_theme, settings, parameters, traits })
    }

    /// Its name, such as `acv2045-1`.
    pub fn name(&self) -> &str {
        &self.head.name
    }

    /// The day it was released.
    pub fn released(&self) -> NaiveDate {
        self.head.released
    }

    /// First and last year of the facts it was made for.
    pub fn data_window(&self) -> (i32, i32) {
        (self.head.data_from, self.head.data_until)
    }

    /// Where every random draw begins.
    pub fn seed(&self) -> u64 {
        self.head.seed
    }

    /// Hash of its content, `sha256:…`.
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// The themes it speaks of.
    pub fn taxonomy(&self) -> &Taxonomy {
        &self.taxonomy
    }

    /// Every indicator it knows.
    pub fn indicators(&self) -> &[IndicatorDefinition] {
        &self.indicators
    }

    /// One indicator.
    pub fn indicator(&self, code: &IndicatorCode) -> Option<&IndicatorDefinition> {
        self.by_code.get(code).map(|&i| &self.indicators[i])
    }

    /// The indicators that give the gap of a theme.
    pub fn indicators_of(&self, theme: usize) -> impl Iterator<Item = &IndicatorDefinition> {
        self.by_theme[theme].iter().map(|&i| &self.indicators[i])
    }

    /// Its constants.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// What was fitted.
    pub fn parameters(&self) -> &Parameters {
        &self.parameters
    }

    /// The factors and rules of a kind; `None` for a kind it does not have.
    pub fn kind(&self, kind: Kind) -> Option<&KindSettings> {
        self.settings.kinds.get(&kind)
    }

    /// The kinds it has.
    pub fn kinds(&self) -> impl Iterator<Item = Kind> {
        self.settings.kinds.keys().copied()
    }

    /// The traits of the context.
    pub fn traits(&self) -> &[Trait] {
        &self.traits
    }

    /// Their names.
    pub fn trait_names(&self) -> Vec<&str> {
        self.traits.iter().map(|t| t.feature.name.as_str()).collect()
    }
}

fn hash_of(files: &ModelFiles<'_>) -> String {
    hash::of_parts([
        ("taxonomy", files.taxonomy.as_bytes()),
        ("model.toml", files.model.as_bytes()),
        ("indicators.toml", files.indicators.as_bytes()),
        ("factors.toml", files.factors.as_bytes()),
        ("parameters.json", files.parameters.as_bytes()),
        ("golden.json", files.golden.as_bytes()),
    ])
}

fn traits_of(settings: &Settings, parameters: &Parameters) -> Vec<Trait> {
    let features = settings.context.groups.iter().flat_map(|group| group.features.iter().map(move |f| (group.weight, f)));
    let ready = |(weight, feature): (f64, &ContextFeature)| {
        let scale = parameters.scaler.get(&feature.name)?.clone();
        Some(Trait { feature: feature.clone(), weight: weight * feature.share, scale })
    };
    features.filter_map(ready).collect()
}

fn faults_of(
    head: &Head,
    taxonomy: &Taxonomy,
    indicators: &[IndicatorDefinition],
    (settings, parameters): (&Settings, &Parameters),
) -> Vec<String> {
    let mut faults: Vec<String> = indicators.iter().flat_map(|definition| definition.faults(taxonomy)).collect();
    if head.taxonomy != taxonomy.version() {
        faults.push(format!("model.toml names the taxonomy {}, and the taxonomy given is {}", head.taxonomy, taxonomy.version()));
    }
    let codes: BTreeMap<&IndicatorCode, Scope> = indicators.iter().map(|i| (&i.code, i.scope)).collect();
    if codes.len() != indicators.len() {
        faults.push("two indicators have one code".to_owned());
    }
    for theme in settings.mutual_aid.themes.iter().map(|part| &part.theme).filter(|theme| !taxonomy.has(theme)) {
        faults.push(format!("[mutual_aid] names the theme {theme}, which the taxonomy does not have"));
    }
    for feature in settings.context.groups.iter().flat_map(|group| &group.features) {
        match parameters.scaler.get(&feature.name) {
            None => faults.push(format!("parameters.json has no scale for the trait {}", feature.name)),
            Some(scale) if !(scale.spread > 0.0 && scale.median.is_finite() && scale.winsor[0] <= scale.winsor[1]) => {
                faults.push(format!("the scale of the trait {} needs a spread above 0", feature.name));
            }
            Some(_) => {}
        }
        for source in &feature.sources {
            if let TraitSource::Indicator { indicator, .. } = source
                && !codes.contains_key(indicator)
            {
                faults.push(format!("the trait {} names the indicator {indicator}, which is not in indicators.toml", feature.name));
            }
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::samples::{FILES, model};

    #[test]
    fn any_change_of_a_file_changes_the_models_hash() {
        let seed = FILES.model.replace("20451122", "20451123");
        let other = Model::parse(&ModelFiles { model: &seed, ..FILES }).unwrap();
        assert_ne!(other.hash(), model().hash());
    }

    #[test]
    fn a_model_of_another_taxonomy_is_refused() {
        let text = FILES.model.replace("2045-1\"\nreleased", "2045-9\"\nreleased");
        let refused = Model::parse(&ModelFiles { model: &text, ..FILES });
        assert!(refused.is_err_and(|e| e.to_string().contains("2045-9")));
    }

    #[test]
    fn no_indicator_comes_from_a_source_whose_licence_is_unclear() {
        assert!(model().indicators().iter().all(|i| !i.code.as_str().starts_with("sdg2023")));
    }
}
