//! A snapshot of cities under one model on one day, and the questions it answers. Immutable: a change makes a new one.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::affinity::Vocabulary;
use super::answer::{CityRef, Excluded, Gaps, ModelRef, PairExplanation, RuleHit, Suggestions};
use super::error::{EngineError, MatchError};
use super::explain::Explainer;
use super::facts::CityFacts;
use super::gaps::pillar_gaps;
use super::hash;
use super::knowledge::Knowledge;
use super::model::Model;
use super::pairing::value;
use super::ranking::Ranking;
use super::rules::{Brief, Relation, Relations, Rule, Seat, relate_anew, relations};
use super::settings::FACTORS;
use super::table::Table;
use crate::domain::code::ThemeCode;
use crate::domain::id::CityId;
use crate::domain::pairing::Kind;

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// Which kind of pairing. For peer learning the asking city is the learner.
    pub kind: Kind,
    /// For one theme; for all where absent.
    pub theme: Option<ThemeCode>,
    /// How many, 1 to 100.
    pub limit: usize,
}

/// The engine.
#[derive(Debug, Clone)]
pub struct Engine {
    model: Arc<Model>,
    as_of: NaiveDate,
    cities: Vec<Arc<CityFacts>>,
    hashes: Vec<Arc<str>>,
    briefs: Vec<Brief>,
    place_of: Arc<BTreeMap<CityId, usize>>,
    table: Table,
    relations: Relations,
    trait_weights: Vec<f64>,
    snapshot: String,
}

impl Engine {
    /// Takes a snapshot. The order of the cities does not matter. `as_of` decides what is stale and which cooling periods run, and so it is
    /// part of the snapshot's hash.
    ///
    /// # Errors
    /// [`EngineError::BadFacts`], naming every fault: two cities with one id or slug, themes that the taxonomy does not have, numbers out
    /// of range. An indicator that the model does not know is no fault; it moves nothing.
    pub fn new(model: Arc<Model>, cities: Vec<CityFacts>, as_of: NaiveDate) -> Result<Engine, EngineError> {
        let mut cities: Vec<Arc<CityFacts>> = cities.into_iter().map(normalised).collect();
        cities.sort_by_key(|city| city.id);
        check(&model, &cities)?;
        let hashes: Vec<Arc<str>> = cities.iter().map(|city| hash_of(city)).collect();
        let place_of: BTreeMap<CityId, usize> = cities.iter().enumerate().map(|(place, city)| (city.id, place)).collect();
        Ok(Engine {
            briefs: cities.iter().map(|city| Brief::of(city)).collect(),
            table: Table::of(&model, &cities, as_of),
            relations: relations(&cities, &place_of),
            trait_weights: model.traits().iter().map(|t| t.weight).collect(),
            snapshot: snapshot_hash(as_of, &hashes),
            place_of: Arc::new(place_of),
            model,
            as_of,
            cities,
            hashes,
        })
    }

    /// The snapshot with these cities replaced or added. Only their rows are computed again, unless a city is new or brings a word (a
    /// language, a network) that no other has.
    ///
    /// # Errors
    /// As for [`Engine::new`].
    pub fn with_changed(&self, changed: Vec<CityFacts>) -> Result<Engine, EngineError> {
        let changed: Vec<Arc<CityFacts>> = changed.into_iter().map(normalised).collect();
        let mut places = Vec::new();
        for city in &changed {
            let Some(&place) = self.place_of.get(&city.id).filter(|_| self.table.words().covers(city)) else {
                return self.rebuilt_with(&changed);
            };
            places.push(place);
        }
        let mut next = self.clone();
        for (&place, city) in places.iter().zip(&changed) {
            next.cities[place] = Arc::clone(city);
        }
        if places.iter().any(|&place| !next.is_sound(place, &self.cities[place])) {
            check(&self.model, &next.cities)?;
        }
        for place in places {
            next.set(place);
        }
        next.snapshot = snapshot_hash(self.as_of, &next.hashes);
        Ok(next)
    }

    /// Whether a changed city has no fault. What is unchanged is known to have none.
    fn is_sound(&self, place: usize, before: &CityFacts) -> bool {
        let city = &self.cities[place];
        let has_slug_alone = || !self.cities.iter().any(|other| other.slug == city.slug && other.id != city.id);
        faults(&self.model, city).next().is_none() && (city.slug == before.slug || has_slug_alone())
    }

    fn set(&mut self, place: usize) {
        let city = Arc::clone(&self.cities[place]);
        self.hashes[place] = hash_of(&city);
        self.briefs[place] = Brief::of(&city);
        self.table.set(&self.model, place, &city, &Knowledge::of(&self.model, &city, self.as_of));
        relate_anew(&mut self.relations, place, &self.cities, &self.place_of);
    }

    fn rebuilt_with(&self, changed: &[Arc<CityFacts>]) -> Result<Engine, EngineError> {
        let mut by_id: BTreeMap<CityId, CityFacts> = self.cities.iter().map(|city| (city.id, city.as_ref().clone())).collect();
        by_id.extend(changed.iter().map(|city| (city.id, city.as_ref().clone())));
        Engine::new(Arc::clone(&self.model), by_id.into_values().collect(), self.as_of)
    }

    /// The model.
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// The model, to share.
    pub fn shared_model(&self) -> &Arc<Model> {
        &self.model
    }

    /// The day.
    pub fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// Hash of the facts and the day, `sha256:…`.
    pub fn snapshot_hash(&self) -> &str {
        &self.snapshot
    }

    /// Cities in the snapshot, suggestible or not.
    pub fn len(&self) -> usize {
        self.cities.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.cities.is_empty()
    }

    /// The facts of a city, in their fixed order.
    pub fn city(&self, id: CityId) -> Option<&CityFacts> {
        self.place_of.get(&id).map(|&place| self.cities[place].as_ref())
    }

    /// Every city in the order of ids.
    pub fn cities(&self) -> impl Iterator<Item = &CityFacts> {
        self.cities.iter().map(AsRef::as_ref)
    }

    /// Partners for a city, best first, each with the computation behind it.
    ///
    /// # Errors
    /// An unknown or inactive city, a theme or kind that the model does not have, a limit outside 1 to 100.
    pub fn suggest(&self, city: CityId, ask: &Ask) -> Result<Suggestions, MatchError> {
        let ranking = Ranking::new(self, ask)?;
        let asker = self.place(city)?;
        if !self.cities[asker].suggestible {
            return Err(MatchError::InactiveCity(self.cities[asker].slug.clone()));
        }
        let survival = &self.model.settings().survival;
        let keep = (ask.limit * survival.pool_times).max(survival.pool_min);
        let best = ranking.best(asker, keep);
        let items = Explainer::new(self, &ranking, asker, ask.limit).list(&best);
        Ok(Suggestions {
            city: self.city_ref(asker),
            kind: ask.kind,
            theme: ask.theme.clone(),
            model: self.model_ref(),
            snapshot: self.snapshot.clone(),
            items,
            candidates: best.candidates,
            excluded: best.excluded.into_iter().map(|(rule, count)| Excluded { rule, count }).collect(),
        })
    }

    /// Why, or why not, one city for another. A pair that a rule takes out is scored all the same.
    ///
    /// # Errors
    /// An unknown city, a theme or kind that the model does not have, a limit outside 1 to 100.
    pub fn explain(&self, city: CityId, other: CityId, ask: &Ask) -> Result<PairExplanation, MatchError> {
        let ranking = Ranking::new(self, ask)?;
        let (asker, partner) = (self.place(city)?, self.place(other)?);
        let rules = self.rule_hits(&ranking, asker, partner);
        let suggestion = (asker != partner).then(|| Explainer::new(self, &ranking, asker, ask.limit).pair(partner, &rules));
        Ok(PairExplanation {
            city: self.city_ref(asker),
            other: self.city_ref(partner),
            kind: ask.kind,
            theme: ask.theme.clone(),
            model: self.model_ref(),
            snapshot: self.snapshot.clone(),
            rules,
            suggestion,
        })
    }

    /// The score of a pair, whatever the rules say: the first learns from the second, or two equal partners. For rounds and evaluation.
    ///
    /// # Errors
    /// As for [`Engine::explain`].
    pub fn score(&self, first: CityId, second: CityId, ask: &Ask) -> Result<f64, MatchError> {
        let ranking = Ranking::new(self, ask)?;
        Ok(ranking.score_of(Seat::First, self.place(first)?, self.place(second)?))
    }

    /// The values of a pair's factors as if nothing stood between the two yet, whatever the rules say: what weights are learned from.
    ///
    /// # Errors
    /// As for [`Engine::explain`].
    pub fn factor_values(&self, first: CityId, second: CityId, ask: &Ask) -> Result<[f64; FACTORS], MatchError> {
        let ranking = Ranking::new(self, ask)?;
        let (first, second) = (self.place(first)?, self.place(second)?);
        let [first, second] = ranking.in_order(Seat::First, (first, self.table.view(first)), (second, self.table.view(second)));
        Ok(std::array::from_fn(|factor| value(&ranking.setting, factor, first, second, false)))
    }

    /// The first `keep` partners of a city with their scores and nothing else, for bulk work.
    ///
    /// # Errors
    /// As for [`Engine::suggest`].
    pub fn ranked(&self, city: CityId, ask: &Ask, keep: usize) -> Result<Vec<(CityId, f64)>, MatchError> {
        let ranking = Ranking::new(self, ask)?;
        let best = ranking.best(self.place(city)?, keep);
        Ok(best.ranked.into_iter().map(|(score, place)| (self.cities[place].id, score)).collect())
    }

    /// The four pillar gaps of a city, by theme, with how each was computed.
    ///
    /// # Errors
    /// An unknown city.
    pub fn gaps(&self, city: CityId) -> Result<Gaps, MatchError> {
        let place = self.place(city)?;
        let knowledge = self.knowledge(place);
        let (pillars, gap) = pillar_gaps(&self.model, self.city_at(place), &knowledge.gap, &knowledge.known_priorities());
        Ok(Gaps { city: self.city_ref(place), model: self.model_ref(), snapshot: self.snapshot.clone(), gap, pillars })
    }

    fn rule_hits(&self, ranking: &Ranking<'_>, asker: usize, partner: usize) -> Vec<RuleHit> {
        let context = ranking.rules(Seat::First);
        let (city, other, relation) = (self.city_at(asker), self.city_at(partner), self.relation(asker, partner));
        let mut rules: Vec<Rule> = context.hits(self.brief(asker), self.brief(partner), relation).collect();
        if asker != partner {
            let views = [self.table.view(asker), self.table.view(partner)];
            rules.extend(ranking.factor_rule(ranking.in_order(Seat::First, (asker, views[0]), (partner, views[1]))));
        }
        rules.into_iter().map(|rule| RuleHit { rule, message: context.message(rule, city, other, relation) }).collect()
    }

    pub(super) fn place(&self, city: CityId) -> Result<usize, MatchError> {
        self.place_of.get(&city).copied().ok_or(MatchError::UnknownCity(city))
    }

    pub(super) fn city_at(&self, place: usize) -> &CityFacts {
        &self.cities[place]
    }

    pub(super) fn brief(&self, place: usize) -> &Brief {
        &self.briefs[place]
    }

    pub(super) fn relation(&self, asker: usize, other: usize) -> Option<&Relation> {
        self.relations[asker].get(&other)
    }

    /// The places of the cities with which one has something between them.
    pub(super) fn relations_of(&self, asker: usize) -> impl Iterator<Item = usize> {
        self.relations[asker].keys().copied()
    }

    pub(super) fn table(&self) -> &Table {
        &self.table
    }

    pub(super) fn trait_weights(&self) -> &[f64] {
        &self.trait_weights
    }

    pub(super) fn knowledge(&self, place: usize) -> Knowledge {
        Knowledge::of(&self.model, &self.cities[place], self.as_of)
    }

    pub(super) fn words(&self) -> &Vocabulary {
        self.table.words()
    }

    pub(super) fn city_ref(&self, place: usize) -> CityRef {
        let city = &self.cities[place];
        CityRef { id: city.id, slug: city.slug.clone(), name: city.name.clone(), country: city.country.clone() }
    }

    pub(super) fn model_ref(&self) -> ModelRef {
        ModelRef { name: self.model.name().to_owned(), hash: self.model.hash().to_owned() }
    }
}

fn normalised(mut city: CityFacts) -> Arc<CityFacts> {
    city.normalise();
    Arc::new(city)
}

/// Facts are plain structs of texts and finite numbers, which always serialise.
fn hash_of(city: &CityFacts) -> Arc<str> {
    hash::of_parts([("facts", serde_json::to_vec(city).unwrap_or_default().as_slice())]).into()
}

fn snapshot_hash(as_of: NaiveDate, hashes: &[Arc<str>]) -> String {
    let day = as_of.to_string();
    let parts = hashes.iter().map(|hash| ("city", hash.as_bytes()));
    hash::of_parts([("as_of", day.as_bytes())].into_iter().chain(parts))
}

/// What is wrong with one city by itself.
fn faults<'a>(model: &'a Model, city: &'a CityFacts) -> impl Iterator<Item = String> + 'a {
    let unknown = city.themes().filter(|theme| model.taxonomy().index_of(theme).is_none());
    city.faults().into_iter().chain(unknown.map(|theme| format!("{}: the taxonomy has no theme '{theme}'", city.slug)))
}

fn check(model: &Model, cities: &[Arc<CityFacts>]) -> Result<(), EngineError> {
    let mut faults: Vec<String> = cities.iter().flat_map(|city| faults(model, city)).collect();
    let mut slugs = BTreeMap::new();
    for (i, city) in cities.iter().enumerate() {
        if i > 0 && cities[i - 1].id == city.id {
            faults.push(format!("{} and {} have one id", cities[i - 1].slug, city.slug));
        }
        if let Some(other) = slugs.insert(&city.slug, city.id).filter(|other| *other != city.id) {
            faults.push(format!("{}: two cities have this slug, {other} and {}", city.slug, city.id));
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(EngineError::BadFacts { faults }) }
}
