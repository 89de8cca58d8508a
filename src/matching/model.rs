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
use super::training::Trained;
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
    /// Weights that were learned, by kind and factor. A kind that is not here keeps those of `factors.toml`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub learned: BTreeMap<Kind, Learned>,
}

/// Learned weights with where they come from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Learned {
    /// Weight of each factor, at least 0, summing to 1.
    pub weights: BTreeMap<String, f64>,
    /// What they were learned from, and how good they are.
    pub trained: Trained,
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
    /// For each of its sources that is an indicator, the place of the indicator.
    pub places: Vec<Option<usize>>,
}

/// A checked model.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    head: Head,
    hash: String,
    taxonomy: Taxonomy,
    indicators: Vec<IndicatorDefinition>,
    /// Places of the indicators in the order of their codes.
    by_code: Vec<usize>,
    by_theme: Vec<Vec<usize>>,
    settings: Settings,
    parameters: Parameters,
    traits: Vec<Trait>,
    response: Vec<(usize, f64)>,
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
        let mut settings = Settings::parse(files.factors)?;
        let parameters: Parameters = serde_json::from_str(files.parameters)
            .map_err(|e| ModelError::Unreadable { file: "parameters.json", detail: e.to_string() })?;
        let mut faults = faults_of(&head, &taxonomy, &indicators, (&settings, &parameters));
        faults.extend(put_in_force(&mut settings, &parameters.learned));
        if !faults.is_empty() {
            return Err(ModelError::Unsound { model: head.name, faults });
        }
        let traits = traits_of(&settings, &parameters, &indicators);
        let response = settings.mutual_aid.themes.iter().filter_map(|part| Some((taxonomy.index_of(&part.theme)?, part.share))).collect();
        let mut by_code: Vec<usize> = (0..indicators.len()).collect();
        by_code.sort_by_key(|place| &indicators[*place].code);
        let mut by_theme = vec![Vec::new(); taxonomy.themes().len()];
        for (i, definition) in indicators.iter().enumerate() {
            if let Some(theme) = definition.theme.as_ref().and_then(|theme| taxonomy.index_of(theme)) {
                by_theme[theme].push(i);
            }
        }
        Ok(Model { head, hash: hash_of(files), taxonomy, indicators, by_code, by_theme, settings, parameters, traits, response })
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
        self.indicator_place(code).map(|place| &self.indicators[place])
    }

    /// The place of an indicator among all.
    pub fn indicator_place(&self, code: &IndicatorCode) -> Option<usize> {
        self.indicator_places(std::iter::once(code)).next().flatten()
    }

    /// The places of some indicators. Where their codes come in order, as a city's facts do, all are found in one walk.
    pub fn indicator_places<'a>(&'a self, codes: impl Iterator<Item = &'a IndicatorCode>) -> impl Iterator<Item = Option<usize>> {
        let code_at = |at: usize| &self.indicators[self.by_code[at]].code;
        let mut at = 0;
        codes.map(move |code| {
            if at > 0 && code_at(at - 1) >= code {
                at = self.by_code.partition_point(|place| self.indicators[*place].code < *code);
            }
            while at < self.by_code.len() && code_at(at) < code {
                at += 1;
            }
            (at < self.by_code.len() && code_at(at) == code).then(|| self.by_code[at])
        })
    }

    /// The places of the indicators that give the gap of a theme.
    pub fn indicators_of(&self, theme: usize) -> &[usize] {
        &self.by_theme[theme]
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

    /// The themes in which a city responds to a crisis, by their places, with the share of each; the shares sum to 1.
    pub fn response(&self) -> &[(usize, f64)] {
        &self.response
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

/// Replaces the weights of `factors.toml` by those that were learned; the faults where they do not fit.
fn put_in_force(settings: &mut Settings, learned: &BTreeMap<Kind, Learned>) -> Vec<String> {
    let mut faults = Vec::new();
    for (kind, Learned { weights, .. }) in learned {
        let Some(present) = settings.kinds.get_mut(kind) else {
            faults.push(format!("parameters.json has weights for {kind}, which factors.toml does not have"));
            continue;
        };
        let are_the_same = present.factors.len() == weights.len() && present.factors.iter().all(|f| weights.contains_key(&f.name));
        let is_sound = weights.values().all(|weight| *weight >= 0.0) && (weights.values().sum::<f64>() - 1.0).abs() < 1e-9;
        if !are_the_same || !is_sound {
            faults.push(format!("the learned weights of {kind} have to be one for each factor, at least 0, and sum to 1"));
            continue;
        }
        for factor in &mut present.factors {
            factor.weight = weights[&factor.name];
        }
    }
    faults
}

fn traits_of(settings: &Settings, parameters: &Parameters, indicators: &[IndicatorDefinition]) -> Vec<Trait> {
    let place = |source: &TraitSource| match source {
        TraitSource::Indicator { indicator, .. } => indicators.iter().position(|definition| definition.code == *indicator),
        TraitSource::Fact { .. } | TraitSource::Hazard { .. } => None,
    };
    let features = settings.context.groups.iter().flat_map(|group| group.features.iter().map(move |f| (group.weight, f)));
    let ready = |(weight, feature): (f64, &ContextFeature)| {
        let scale = parameters.scaler.get(&feature.name)?.clone();
        let places = feature.sources.iter().map(place).collect();
        Some(Trait { feature: feature.clone(), weight: weight * feature.share, scale, places })
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
    fn learned_weights_take_the_place_of_the_chosen_ones_and_have_to_fit() {
        let quality = crate::matching::training::Quality { auc: 0.8, good: 4, others: 9 };
        let (weights, fitted) = ([0.30, 0.12, 0.30, 0.12, 0.06, 0.10], [0.0; crate::matching::settings::FACTORS]);
        let trained =
            Trained { data: "sha256:0".to_owned(), seed: 1, fitted, weights, open: 13, quality: Some(quality), quality_of_present: None };
        let names = crate::matching::settings::factor_names(Kind::PeerLearning);
        let weights: BTreeMap<String, f64> = names.iter().map(|name| (*name).to_owned()).zip(weights).collect();
        let with = |weights: BTreeMap<String, f64>| {
            let mut parameters = model().parameters().clone();
            parameters.learned = BTreeMap::from([(Kind::PeerLearning, Learned { weights, trained: trained.clone() })]);
            Model::parse(&ModelFiles { parameters: &serde_json::to_string(&parameters).unwrap(), ..FILES })
        };
        let learned = with(weights.clone()).unwrap();
        assert_eq!(learned.kind(Kind::PeerLearning).unwrap().factors[2].weight, 0.30);
        assert_eq!(learned.kind(Kind::SisterCity), model().kind(Kind::SisterCity));
        let too_heavy: BTreeMap<String, f64> = weights.into_iter().map(|(name, weight)| (name, weight + 0.1)).collect();
        assert!(with(too_heavy).is_err_and(|e| e.to_string().contains("sum to 1")));
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
