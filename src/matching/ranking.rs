//! Every city against one, by values alone, keeping the best.
//!
//! `bulk` says by approximate scores which cities may be among those asked for; only these are computed here, in double precision. What
//! comes out is what computing every pair would give, to the bit.

use std::collections::BTreeMap;
use std::ops::Range;

use super::bulk::columns::{BLOCK, Block};
use super::bulk::group::Group;
use super::bulk::margin::margin;
use super::bulk::probe::{Probe, Question};
use super::bulk::shortlist::Shortlist;
use super::engine::{Ask, Engine};
use super::error::MatchError;
use super::pairing::{Setting, may_teach, value};
use super::pass::{Count, Search};
use super::rules::{Relation, Rule, RuleContext, Seat};
use super::score::{score, weights};
use super::settings::{FACTORS, KindSettings};
use super::table::View;
use crate::domain::pairing::Kind;

/// Cities from which one answer is worth two threads.
pub const LARGE_SNAPSHOT: usize = 2_000;

/// One question to a snapshot, resolved.
#[derive(Debug, Clone)]
pub struct Ranking<'e> {
    engine: &'e Engine,
    /// What the factors need.
    pub setting: Setting<'e>,
    /// The kind's settings.
    pub settings: &'e KindSettings,
    /// The kind's weights.
    pub weights: [f64; FACTORS],
}

/// The best of a list.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Best {
    /// Score and place of the city, best first.
    pub ranked: Vec<(f64, usize)>,
    /// Cities that were no candidates, by the first rule.
    pub excluded: BTreeMap<Rule, usize>,
    /// Cities that were.
    pub candidates: usize,
}

impl<'e> Ranking<'e> {
    /// Resolves a question.
    ///
    /// # Errors
    /// A theme or a kind that the model does not have, a limit outside 1 to 100.
    pub fn new(engine: &'e Engine, ask: &Ask) -> Result<Self, MatchError> {
        let model = engine.model();
        let theme = match &ask.theme {
            Some(code) => Some(model.taxonomy().index_of(code).ok_or_else(|| MatchError::UnknownTheme(code.clone()))?),
            None => None,
        };
        if !(1..=100).contains(&ask.limit) {
            return Err(MatchError::BadLimit(ask.limit));
        }
        let known = || model.kinds().map(Kind::as_str).collect::<Vec<_>>().join(", ");
        let missing = || MatchError::KindNotInModel { model: model.name().to_owned(), kind: ask.kind, known: known() };
        let settings = model.kind(ask.kind).ok_or_else(missing)?;
        let setting = Setting { model, trait_weights: engine.trait_weights(), words: engine.table().words(), kind: ask.kind, theme };
        Ok(Self { engine, setting, settings, weights: weights(settings) })
    }

    /// The rules as they stand for an asking city in this seat.
    pub fn rules(&self, seat: Seat) -> RuleContext<'e> {
        RuleContext { model: self.engine.model(), kind: self.setting.kind, settings: self.settings, seat, as_of: self.engine.as_of() }
    }

    /// The pair in the order of computation: learner and mentor, or the lower id first.
    pub fn in_order<T>(&self, seat: Seat, asker: (usize, T), other: (usize, T)) -> [T; 2] {
        let other_first = if self.setting.kind.is_symmetric() { other.0 < asker.0 } else { seat == Seat::Second };
        if other_first { [other.1, asker.1] } else { [asker.1, other.1] }
    }

    fn views(&self, seat: Seat, asker: usize, other: usize) -> [View<'e>; 2] {
        let table = self.engine.table();
        self.in_order(seat, (asker, table.view(asker)), (other, table.view(other)))
    }

    /// What the two have between them, on the list of the asking city.
    pub fn relation(&self, asker: usize, other: usize) -> Option<&'e Relation> {
        self.engine.relation(asker, other)
    }

    /// Whether another tie stands between them.
    pub fn has_tie(&self, asker: usize, other: usize) -> bool {
        self.relation(asker, other).is_some_and(|relation| !relation.ties.is_empty())
    }

    /// The rule that needs the factors, where one takes the pair out.
    pub fn factor_rule(&self, [first, second]: [View<'_>; 2]) -> Option<Rule> {
        let rules = &self.setting.model.settings().rules;
        if self.settings.needs_head_start {
            return (!may_teach(first, second, self.setting.theme, rules.parity_margin)).then_some(Rule::NoHeadStart);
        }
        let t = self.setting.theme?;
        let gain = (first.need()[t] * second.offer()[t]).max(second.need()[t] * first.offer()[t]);
        let is_priority_of_both = first.priority()[t] * second.priority()[t] >= rules.joint_priority;
        (gain < rules.joint_gain && !is_priority_of_both).then_some(Rule::ThemeNotShared)
    }

    /// The first rule that takes a pair out.
    pub fn exclusion(&self, seat: Seat, asker: usize, other: usize) -> Option<Rule> {
        let (rules, engine) = (self.rules(seat), self.engine);
        let plain = rules.hits(engine.brief(asker), engine.brief(other), self.relation(asker, other)).next();
        plain.or_else(|| self.factor_rule(self.views(seat, asker, other)))
    }

    /// The score of two views in the order of computation.
    pub fn score(&self, [first, second]: [View<'_>; 2], has_tie: bool) -> f64 {
        score(&self.weights, &std::array::from_fn(|factor| value(&self.setting, factor, first, second, has_tie)))
    }

    /// The score of a pair, whatever the rules say.
    pub fn score_of(&self, seat: Seat, asker: usize, other: usize) -> f64 {
        let views = self.views(seat, asker, other);
        self.score(views, self.has_tie(asker, other))
    }

    /// The best `keep` partners of a city, and what the rules took out.
    pub fn best(&self, asker: usize, keep: usize) -> Best {
        let Some(probe) = self.probe(Seat::First, asker) else { return self.best_of(asker, keep, self.everyone()) };
        let excluded = probe.excluded.clone();
        let mut search = [self.search(asker, keep)];
        self.pass(&Group::all([probe]), &mut search);
        let [Search { apart, list, .. }] = search;
        let out = list.out();
        let mut best = self.best_of(asker, keep, list.into_places());
        self.count_excluded(&mut best, asker, (&excluded, &apart, out));
        best
    }

    /// The best `keep` partners of each of some cities, in one pass over the snapshot.
    pub fn best_of_each(&self, askers: Range<usize>, keep: usize) -> Vec<Vec<(f64, usize)>> {
        let (mut searches, mut probes) = (Vec::new(), Vec::new());
        let mut all: Vec<Vec<(f64, usize)>> = vec![Vec::new(); askers.len()];
        for asker in askers.clone() {
            match self.probe(Seat::First, asker) {
                Some(probe) => {
                    probes.push(probe);
                    searches.push(self.search(asker, keep));
                }
                None => all[asker - askers.start] = self.best_of(asker, keep, self.everyone()).ranked,
            }
        }
        self.pass_over(0..self.block_count(), &Group::all(probes), &mut searches);
        for search in searches {
            all[search.asker - askers.start] = self.best_of(search.asker, keep, search.list.into_places()).ranked;
        }
        all
    }

    /// Nobody is known to be a candidate, and everybody may be one.
    pub fn everyone(&self) -> [Vec<usize>; 2] {
        [Vec::new(), (0..self.engine.len()).collect()]
    }

    fn search(&self, asker: usize, keep: usize) -> Search {
        Search { asker, apart: self.apart(asker, asker), list: Shortlist::new(keep, self.margin()) }
    }

    /// The best of cities that surely are candidates, unless there is something between them, and of others that may be.
    pub fn best_of(&self, asker: usize, keep: usize, [sure, others]: [Vec<usize>; 2]) -> Best {
        let mut best = Best::default();
        let (related, mut places): (Vec<usize>, Vec<usize>) = sure.into_iter().partition(|other| self.relation(asker, *other).is_some());
        for other in related.into_iter().chain(others).filter(|other| *other != asker) {
            match self.exclusion(Seat::First, asker, other) {
                Some(rule) => *best.excluded.entry(rule).or_default() += 1,
                None => places.push(other),
            }
        }
        best.candidates = places.len();
        best.ranked = places.into_iter().map(|other| (self.score_of(Seat::First, asker, other), other)).collect();
        best.ranked.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        best.ranked.truncate(keep);
        best
    }

    /// Adds those whom nobody looked at one by one: whole classes of cities, and those that the factors left out. `out` counts both, and the
    /// lanes after the last city.
    fn count_excluded(&self, best: &mut Best, asker: usize, (excluded, apart, out): (&[(Rule, usize)], &[usize], usize)) {
        let rules = self.rules(Seat::First);
        let mut by_class: BTreeMap<Rule, usize> = BTreeMap::new();
        for (rule, members) in excluded {
            *by_class.entry(*rule).or_default() += members;
        }
        let own = &self.engine.brief(asker).eligibility;
        for other in apart {
            if let Some(count) = rules.of_eligibility(own, &self.engine.brief(*other).eligibility).and_then(|rule| by_class.get_mut(&rule))
            {
                *count -= 1;
            }
        }
        let columns = self.engine.table().columns();
        let nobody = columns.blocks().len() * BLOCK - columns.cities();
        let by_factors = out - nobody - by_class.values().sum::<usize>();
        let rule = if self.settings.needs_head_start { Rule::NoHeadStart } else { Rule::ThemeNotShared };
        *by_class.entry(rule).or_default() += by_factors;
        for (rule, count) in by_class.into_iter().filter(|(_, count)| *count > 0) {
            *best.excluded.entry(rule).or_default() += count;
        }
        best.candidates = self.engine.len() - 1 - best.excluded.values().sum::<usize>();
    }

    /// The place of a score on a city's list.
    pub fn place_of(&self, listed: &Listed) -> usize {
        self.places_of(std::slice::from_ref(listed))[0]
    }

    /// The places of some scores, each on a city's list: one more than the candidates that go before it. One pass over the snapshot serves
    /// them all.
    pub fn places_of(&self, listed: &[Listed]) -> Vec<usize> {
        let mut places = vec![0; listed.len()];
        let (mut counts, mut probes) = (Vec::new(), Vec::new());
        for (i, one) in listed.iter().enumerate() {
            match self.probe(one.seat, one.asker) {
                Some(probe) => {
                    probes.push(probe);
                    let (score, margin) = (one.score as f32, self.margin());
                    let apart = self.apart(one.asker, one.target);
                    counts.push(Count { i, apart, between: [score - margin, score + margin], ahead: 0, unsure: Vec::new() });
                }
                None => places[i] = 1 + (0..self.engine.len()).filter(|other| self.goes_before(one, *other)).count(),
            }
        }
        self.pass(&Group::all(probes), &mut counts);
        for count in counts {
            let unsure = count.unsure.into_iter().filter(|other| *other < self.engine.len());
            places[count.i] = 1 + count.ahead + unsure.filter(|other| self.goes_before(&listed[count.i], *other)).count();
        }
        places
    }

    fn goes_before(&self, listed: &Listed, other: usize) -> bool {
        let Listed { seat, asker, score, target } = *listed;
        other != asker
            && other != target
            && is_before((self.score_of(seat, asker, other), other), (score, target))
            && self.exclusion(seat, asker, other).is_none()
    }

    /// How many blocks there are.
    pub fn block_count(&self) -> usize {
        self.engine.table().columns().blocks().len()
    }

    /// The blocks of the snapshot, each with the place of its first city.
    pub fn blocks(&self) -> impl Iterator<Item = (usize, &'e Block)> {
        self.engine.table().columns().blocks().iter().enumerate().map(|(i, block)| (i * BLOCK, block.as_ref()))
    }

    /// How far an approximate score can be off.
    pub fn margin(&self) -> f32 {
        margin(self.setting.model.settings(), &self.weights)
    }

    /// Whether a city has such coefficients.
    pub fn has_probe(&self, asker: usize) -> bool {
        Probe::is_possible(&self.setting, self.engine.table().view(asker))
    }

    /// The coefficients of a city; `None` where single precision cannot hold them.
    pub fn probe(&self, seat: Seat, asker: usize) -> Option<Probe> {
        let (engine, rules) = (self.engine, self.rules(seat));
        let question = Question { setting: &self.setting, weights: &self.weights, rules: &rules };
        Probe::of(engine.table().columns(), &question, engine.table().view(asker), &engine.brief(asker).eligibility)
    }

    /// The cities about whom approximate scores say nothing, in order: the two themselves, and those with whom the first has something.
    pub fn apart(&self, asker: usize, target: usize) -> Vec<usize> {
        let mut places: Vec<usize> = self.engine.relations_of(asker).chain([asker, target]).collect();
        places.sort_unstable();
        places.dedup();
        places
    }
}

/// A score on a city's list.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Listed {
    /// The part of the city whose list it is.
    pub seat: Seat,
    /// The place of that city.
    pub asker: usize,
    /// The score.
    pub score: f64,
    /// The place of the city that has the score; it is not counted itself.
    pub target: usize,
}

/// Score descending, then the lower id, which is the lower place.
pub fn is_before(a: (f64, usize), b: (f64, usize)) -> bool {
    b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).is_lt()
}
