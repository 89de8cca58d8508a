//! From scored pairs to explanations: the computation itself, laid open.

use super::answer::{RuleHit, Suggestion, ThemeMatch, ThemeSide};
use super::counterfactual::{Outcome, counterfactuals};
use super::engine::Engine;
use super::estimate::Estimate;
use super::knowledge::Knowledge;
use super::message::Message;
use super::missing::missing;
use super::pairing::{Side, estimates};
use super::ranking::{Best, LARGE_SNAPSHOT, Listed, Ranking};
use super::reasons::{Seen, against, reasons};
use super::rules::{Rule, Seat};
use super::score::{bounds, confidence, factors, readings};
use super::settings::FACTORS;
use super::survival::{Candidate, survival};
use super::themes::{Flow, aid_matches, matches};
use crate::domain::pairing::Kind;

/// Explains the pairs of one city.
#[derive(Debug)]
pub struct Explainer<'e> {
    engine: &'e Engine,
    ranking: &'e Ranking<'e>,
    asker: usize,
    knowledge: Knowledge,
    limit: usize,
}

/// One pair between bulk pass and explanation.
struct Scored {
    place: usize,
    rank: usize,
    reverse_rank: usize,
    survival: f64,
    knowledge: Knowledge,
    estimates: [Estimate; FACTORS],
}

impl<'e> Explainer<'e> {
    /// For one asking city; `limit` is the length of the list.
    pub fn new(engine: &'e Engine, ranking: &'e Ranking<'e>, asker: usize, limit: usize) -> Self {
        Self { engine, ranking, asker, knowledge: engine.knowledge(asker), limit }
    }

    /// The first of a ranked pool, explained.
    pub fn list(&self, best: &Best) -> Vec<Suggestion> {
        let shown = &best.ranked[..self.limit.min(best.ranked.len())];
        let (mut scored, reverse_ranks) = self.both(|| self.scored(&best.ranked), || self.reverse_ranks(shown));
        scored.truncate(shown.len());
        for (one, rank) in scored.iter_mut().zip(reverse_ranks) {
            one.reverse_rank = rank;
        }
        let explained = |some: &[Scored]| some.iter().map(|one| self.suggestion(one, best, &[])).collect::<Vec<_>>();
        let (first, second) = scored.split_at(scored.len() / 2);
        let (mut items, rest) = self.both(|| explained(first), || explained(second));
        items.extend(rest);
        for i in 1..items.len() {
            items[i - 1].overlaps_next = items[i].bounds[1] >= items[i - 1].bounds[0];
        }
        items
    }

    /// Two pieces of work. Each depends on nothing but the snapshot, and so it changes no byte whether they are done by one thread or by two;
    /// in a small snapshot handing one over would take longer than doing it.
    fn both<A: Send, B: Send>(&self, one: impl FnOnce() -> A + Send, other: impl FnOnce() -> B + Send) -> (A, B) {
        if self.engine.len() < LARGE_SNAPSHOT { (one(), other()) } else { rayon::join(one, other) }
    }

    /// Where the asking city stands on the list of each.
    fn reverse_ranks(&self, shown: &[(f64, usize)]) -> Vec<usize> {
        let listed = |(score, place): &(f64, usize)| Listed { seat: Seat::Second, asker: *place, score: *score, target: self.asker };
        self.ranking.places_of(&shown.iter().map(listed).collect::<Vec<_>>())
    }

    /// Any pair, explained. The rank of an excluded one is the rank it would have.
    pub fn pair(&self, other: usize, rules: &[RuleHit]) -> Suggestion {
        let score = self.ranking.score_of(Seat::First, self.asker, other);
        let rank = self.ranking.place_of(&Listed { seat: Seat::First, asker: self.asker, score, target: other });
        let settings = &self.engine.model().settings().survival;
        let pool = (self.limit * settings.pool_times).max(settings.pool_min);
        let best = self.ranking.best(self.asker, pool);
        let mut in_pool = best.ranked.clone();
        let found = in_pool.iter().position(|(_, place)| *place == other);
        let at = found.unwrap_or(in_pool.len());
        if found.is_none() {
            in_pool.push((score, other));
        }
        let reverse_rank = self.reverse_ranks(&[(score, other)])[0];
        let one = Scored { rank, reverse_rank, ..self.scored(&in_pool).swap_remove(at) };
        let rules: Vec<Rule> = rules.iter().map(|hit| hit.rule).collect();
        self.suggestion(&one, &best, &rules)
    }

    fn unranked(&self, place: usize, rank: usize) -> Scored {
        let knowledge = self.engine.knowledge(place);
        let estimates = self.estimates_of(place, &knowledge);
        Scored { place, rank, reverse_rank: 0, survival: 0.0, knowledge, estimates }
    }

    fn side<'a>(&'a self, place: usize, knowledge: &'a Knowledge) -> Side<'a> {
        Side { city: self.engine.city_at(place), knowledge, view: self.engine.table().view(place) }
    }

    fn estimates_of(&self, place: usize, knowledge: &Knowledge) -> [Estimate; FACTORS] {
        let (asker, other) = (self.side(self.asker, &self.knowledge), self.side(place, knowledge));
        let [first, second] = self.ranking.in_order(Seat::First, (self.asker, asker), (place, other));
        estimates(&self.ranking.setting, &first, &second, self.ranking.has_tie(self.asker, place))
    }

    fn scored(&self, pool: &[(f64, usize)]) -> Vec<Scored> {
        let mut scored: Vec<Scored> = pool.iter().enumerate().map(|(i, (_, place))| self.unranked(*place, i + 1)).collect();
        let candidates: Vec<Candidate> =
            scored.iter().map(|one| Candidate { city: self.engine.city_at(one.place).id, estimates: one.estimates }).collect();
        let model = self.engine.model();
        let stayed = survival(&model.settings().survival, model.seed(), &self.ranking.weights, &candidates, self.limit);
        for (one, stayed) in scored.iter_mut().zip(stayed) {
            one.survival = stayed;
        }
        scored
    }

    fn suggestion(&self, one: &Scored, best: &Best, rules: &[Rule]) -> Suggestion {
        let (asker, other) = (self.side(self.asker, &self.knowledge), self.side(one.place, &one.knowledge));
        let (ranking, weights) = (self.ranking, &self.ranking.weights);
        let factors = factors(ranking.settings, &one.estimates);
        let score: f64 = factors.iter().map(|factor| factor.contribution).sum();
        let confidence = confidence(weights, &one.estimates);
        let (themes, symbolic) = self.themes(&asker, &other);
        let seen = Seen { asker: &asker, other: &other, setting: &ranking.setting };
        let (ranked, is_whole) = (best.ranked.as_slice(), best.ranked.len() == best.candidates);
        let (from, to) = ((self.asker, &asker), (one.place, &other));
        let outcome = Outcome { ranking, engine: self.engine, asker: from, other: to, rank: one.rank, ranked, is_whole };
        let [first, second] = ranking.in_order(Seat::First, (self.asker, asker), (one.place, other));
        let (reasons, against) = (reasons(&seen, &themes), against(&seen, &themes, symbolic, confidence));
        let text = self.text(one, (score, confidence), (&reasons, &against), rules);
        Suggestion {
            rank: one.rank,
            city: self.engine.city_ref(one.place),
            score,
            confidence,
            bounds: bounds(weights, &one.estimates),
            survival: one.survival,
            reverse_rank: one.reverse_rank,
            readings: readings(&factors),
            missing: missing(ranking, &first, &second, ranking.has_tie(self.asker, one.place)),
            counterfactuals: counterfactuals(&outcome, &themes),
            factors,
            themes,
            symbolic,
            overlaps_next: false,
            reasons,
            against,
            text,
        }
    }

    /// The themes that carry the pair, and whether it is symbolic: no theme in which a side gains.
    fn themes(&self, asker: &Side<'_>, other: &Side<'_>) -> (Vec<ThemeMatch>, bool) {
        let model = self.engine.model();
        let learns = Flow { gains: asker, gives: other, side: ThemeSide::Learns };
        let teaches = Flow { gains: other, gives: asker, side: ThemeSide::Teaches };
        let found = match self.ranking.setting.kind {
            Kind::PeerLearning => matches(model, &[learns], self.ranking.setting.theme),
            Kind::SisterCity => matches(model, &[learns, teaches], self.ranking.setting.theme),
            Kind::MutualAid => aid_matches(model, &[learns, teaches]),
        };
        let gain = found.first().map_or(0.0, |(gain, _)| *gain);
        (found.into_iter().map(|(_, theme)| theme).collect(), gain < model.settings().rules.joint_gain)
    }

    /// The paragraph for a mayor: what is suggested, why, what speaks against it, and how sure it is.
    fn text(
        &self,
        one: &Scored,
        (score, confidence): (f64, f64),
        (reasons, against): (&[Message], &[Message]),
        rules: &[Rule],
    ) -> Vec<Message> {
        let lead = match (self.ranking.setting.kind, rules.is_empty()) {
            (_, false) => "text-excluded",
            (Kind::PeerLearning, true) => "text-peer-learning",
            (Kind::SisterCity, true) => "text-sister-city",
            (Kind::MutualAid, true) => "text-mutual-aid",
        };
        let mut text = vec![
            Message::new(lead)
                .city("city", &self.engine.city_at(self.asker).name)
                .city("other", &self.engine.city_at(one.place).name)
                .number("rank", one.rank as f64, 0)
                .number("score", score, 0),
        ];
        text.extend(reasons.iter().take(3).cloned());
        // How much is known stands at the end of the paragraph, in words of its own.
        text.extend(against.iter().filter(|message| message.key != "against-little-known").take(2).cloned());
        let sure = match confidence {
            c if c >= 0.7 => "text-well-known",
            c if c >= 0.4 => "text-partly-known",
            _ => "text-little-known",
        };
        text.push(Message::new(sure).number("percent", 100.0 * confidence, 0));
        text
    }
}
