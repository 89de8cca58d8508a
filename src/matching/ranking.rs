//! The bulk pass: every city against one, by values alone, keeping the best.

use std::collections::BTreeMap;

use super::columns::Ceilings;
use super::engine::{Ask, Engine};
use super::error::MatchError;
use super::pairing::{Setting, may_teach, value};
use super::rules::{Relation, Rule, RuleContext, Seat};
use super::score::{score_above, weights};
use super::settings::{FACTORS, KindSettings};
use super::table::View;
use crate::domain::pairing::Kind;

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

    fn ceilings(&self, seat: Seat, asker: usize) -> Ceilings {
        let table = self.engine.table();
        table.columns().ceilings(&self.setting, seat, asker, table.view(asker))
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
    pub fn score(&self, views: [View<'_>; 2], has_tie: bool) -> f64 {
        self.score_above(views, has_tie, (f64::MIN, &[1.0; FACTORS])).unwrap_or_default()
    }

    /// The same, or `None` as soon as it is sure to stay below the floor.
    fn score_above(&self, [first, second]: [View<'_>; 2], has_tie: bool, (floor, ceilings): (f64, &[f64; FACTORS])) -> Option<f64> {
        score_above(&self.weights, ceilings, floor, |factor| value(&self.setting, factor, first, second, has_tie))
    }

    /// The score of a pair, whatever the rules say.
    pub fn score_of(&self, seat: Seat, asker: usize, other: usize) -> f64 {
        let views = self.views(seat, asker, other);
        self.score(views, self.has_tie(asker, other))
    }

    /// The best `keep` partners of a city, and what the rules took out.
    pub fn best(&self, asker: usize, keep: usize) -> Best {
        let mut best = Best::default();
        let mut floor = f64::MIN;
        let ceilings = self.ceilings(Seat::First, asker);
        for other in (0..self.engine.len()).filter(|other| *other != asker) {
            if let Some(rule) = self.exclusion(Seat::First, asker, other) {
                *best.excluded.entry(rule).or_default() += 1;
                continue;
            }
            best.candidates += 1;
            let views = self.views(Seat::First, asker, other);
            let at_most = ceilings.of(other, views[0], views[1]);
            if let Some(score) = self.score_above(views, self.has_tie(asker, other), (floor, &at_most)) {
                best.ranked.push((score, other));
            }
            // Sorting once in a while keeps both the list and the floor close to what is wanted.
            if best.ranked.len() >= 2 * keep + 32 {
                floor = cut(&mut best.ranked, keep);
            }
        }
        cut(&mut best.ranked, keep);
        best
    }

    /// The place of a score on a city's list: one more than the candidates that go before it. `target` itself is left out.
    pub fn place_of(&self, seat: Seat, asker: usize, (score, target): (f64, usize)) -> usize {
        let ceilings = self.ceilings(seat, asker);
        let goes_before = |other: usize| {
            let views = self.views(seat, asker, other);
            let found = self.score_above(views, self.has_tie(asker, other), (score, &ceilings.of(other, views[0], views[1])));
            // The rules are asked last here: few cities get this far.
            found.is_some_and(|found| is_before((found, other), (score, target))) && self.exclusion(seat, asker, other).is_none()
        };
        1 + (0..self.engine.len()).filter(|other| *other != asker && *other != target && goes_before(*other)).count()
    }
}

/// Score descending, then the lower id, which is the lower place.
pub fn is_before(a: (f64, usize), b: (f64, usize)) -> bool {
    b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).is_lt()
}

/// Sorts, keeps the first, and gives the score of the last one kept.
fn cut(ranked: &mut Vec<(f64, usize)>, keep: usize) -> f64 {
    ranked.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    ranked.truncate(keep);
    if ranked.len() == keep { ranked.last().map_or(f64::MIN, |last| last.0) } else { f64::MIN }
}
