//! The engine's answers in the caller's language: numbers as they are, messages as sentences.

use serde::Serialize;
use utoipa::ToSchema;

use super::city_ref::CityRefDto;
use crate::domain::pairing::Kind;
use crate::i18n::{Catalogues, Language};
use crate::matching::answer::{self, Excluded, Factor, ModelRef, PairExplanation, Readings, Suggestion, Suggestions, ThemeMatch};
use crate::matching::message::Message;

/// Words in one language.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    /// The catalogues.
    pub catalogues: &'a Catalogues,
    /// The language.
    pub language: Language,
}

impl Words<'_> {
    pub(super) fn of(self, message: &Message) -> String {
        self.catalogues.render(self.language, message)
    }

    pub(super) fn all(self, messages: &[Message]) -> Vec<String> {
        messages.iter().map(|message| self.of(message)).collect()
    }

    /// Phrases as one text, which begins with a capital letter.
    pub(super) fn list(self, phrases: &[Message]) -> String {
        let text = self.all(phrases).join(", ");
        let mut letters = text.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
    }
}

/// Partners for one city.
#[derive(Debug, Serialize, ToSchema)]
pub struct SuggestionsDto {
    /// The city that asked.
    pub city: CityRefDto,
    /// The kind of pairing.
    pub kind: Kind,
    /// The one theme asked for; absent for all.
    pub theme: Option<String>,
    /// The model that computed this.
    pub model: ModelRef,
    /// Hash of the data that it was computed from.
    pub snapshot: String,
    /// Best first.
    pub items: Vec<SuggestionDto>,
    /// How many cities were compared.
    pub candidates: usize,
    /// How many cities each hard rule took out.
    pub excluded: Vec<Excluded>,
}

/// One suggested partner, with the computation behind it.
#[derive(Debug, Serialize, ToSchema)]
pub struct SuggestionDto {
    /// 1 is the best.
    pub rank: usize,
    /// The partner.
    pub city: CityRefDto,
    /// 0 to 100: the sum of the contributions.
    pub score: f64,
    /// 0 to 1: share of the inputs that are known, by weight.
    pub confidence: f64,
    /// The score with every missing input at its worst, and at its best.
    pub bounds: [f64; 2],
    /// Share of the perturbed runs in which it stays in the list.
    pub survival: f64,
    /// Where the asking city stands for the partner.
    pub reverse_rank: usize,
    /// Three readings, kept apart, each 0 to 100.
    pub readings: Readings,
    /// Every factor of the kind.
    pub factors: Vec<Factor>,
    /// The themes that carry it, with their evidence.
    pub themes: Vec<ThemeMatch>,
    /// No theme is known in which either side gains.
    pub symbolic: bool,
    /// Its bounds overlap with those of the next in the list: the order of the two is not sure.
    pub overlaps_next: bool,
    /// What is not known, and by how many points it could move the score.
    pub missing: Vec<MissingDto>,
    /// What speaks for it.
    pub reasons: Vec<String>,
    /// What speaks against it.
    pub against: Vec<String>,
    /// Changes that would have changed its rank, each of them tried.
    pub counterfactuals: Vec<CounterfactualDto>,
    /// A paragraph for a mayor.
    pub text: String,
}

/// Something that is not known.
#[derive(Debug, Serialize, ToSchema)]
pub struct MissingDto {
    /// What.
    pub what: String,
    /// By how many points it could move the score.
    pub points: f64,
}

/// A change that would have changed the outcome.
#[derive(Debug, Serialize, ToSchema)]
pub struct CounterfactualDto {
    /// The change.
    pub change: String,
    /// The score after it.
    pub score: f64,
    /// The rank after it.
    pub rank: usize,
}

/// A pair, explained: why, or why not.
#[derive(Debug, Serialize, ToSchema)]
pub struct PairDto {
    /// The city that asked.
    pub city: CityRefDto,
    /// The other one.
    pub other: CityRefDto,
    /// The kind of pairing.
    pub kind: Kind,
    /// The one theme asked for; absent for all.
    pub theme: Option<String>,
    /// The model that computed this.
    pub model: ModelRef,
    /// Hash of the data that it was computed from.
    pub snapshot: String,
    /// Whether it can be suggested: no hard rule takes it out.
    pub is_possible: bool,
    /// The hard rules that take it out.
    pub why_not: Vec<RuleDto>,
    /// The computation; for a pair that is taken out, the one that it would have.
    pub suggestion: Option<SuggestionDto>,
}

/// A hard rule that takes a pair out.
#[derive(Debug, Serialize, ToSchema)]
pub struct RuleDto {
    /// Its name.
    pub rule: String,
    /// In words.
    pub text: String,
}

/// The suggestions in words.
pub fn suggestions(found: Suggestions, words: Words<'_>) -> SuggestionsDto {
    SuggestionsDto {
        city: found.city.into(),
        kind: found.kind,
        theme: found.theme.map(String::from),
        model: found.model,
        snapshot: found.snapshot,
        items: found.items.into_iter().map(|item| suggestion(item, words)).collect(),
        candidates: found.candidates,
        excluded: found.excluded,
    }
}

fn suggestion(item: Suggestion, words: Words<'_>) -> SuggestionDto {
    SuggestionDto {
        rank: item.rank,
        city: item.city.into(),
        score: item.score,
        confidence: item.confidence,
        bounds: item.bounds,
        survival: item.survival,
        reverse_rank: item.reverse_rank,
        readings: item.readings,
        factors: item.factors,
        themes: item.themes,
        symbolic: item.symbolic,
        overlaps_next: item.overlaps_next,
        missing: item.missing.iter().map(|missing| MissingDto { what: words.of(&missing.what), points: missing.points }).collect(),
        reasons: words.all(&item.reasons),
        against: words.all(&item.against),
        counterfactuals: item.counterfactuals.iter().map(|change| counterfactual(change, words)).collect(),
        text: words.catalogues.paragraph(words.language, &item.text),
    }
}

fn counterfactual(found: &answer::Counterfactual, words: Words<'_>) -> CounterfactualDto {
    CounterfactualDto { change: words.of(&found.change), score: found.score, rank: found.rank }
}

/// The explanation of a pair in words.
pub fn pair(found: PairExplanation, words: Words<'_>) -> PairDto {
    PairDto {
        city: found.city.into(),
        other: found.other.into(),
        kind: found.kind,
        theme: found.theme.map(String::from),
        model: found.model,
        snapshot: found.snapshot,
        is_possible: found.rules.is_empty() && found.suggestion.is_some(),
        why_not: found.rules.iter().map(|hit| RuleDto { rule: hit.rule.to_string(), text: words.of(&hit.message) }).collect(),
        suggestion: found.suggestion.map(|item| suggestion(item, words)),
    }
}
