//! The factors of each kind of pairing, first as values alone (the bulk pass) and then with bounds and coverage (what is shown). The value
//! of an estimate is the value of the bulk pass, to the bit.
//!
//! **Peer learning** (learner i, mentor j):
//! `benefit` = Σ n(i,t)·o(j,t) / Σ n(i,t); `head_start` = max over t of n(i,t)/max n(i) · max(0, o(j,t) − own(i,t)); `transferability` =
//! context similarity; affinity, proximity; availability of the mentor. Asked for one theme, the learner's need is that theme alone.
//!
//! **Sister city** (the city of the lower id first, so that it is symmetric to the bit): `shared_priorities` = p(i)·S·p(j) / √(p(i)·S·p(i) · p(j)·S·p(j)),
//! the soft cosine with S the similarity of themes; `mutual_benefit` = harmonic mean of the benefit each way; `context_similarity`; affinity,
//! proximity; `availability` = mean of both.
//!
//! **Mutual aid** (likewise): `hazard_complementarity`, `reach` and `response_capacity` of `mutual_aid`; affinity; `availability` = mean of both.

use super::affinity::{
    Slot, affinity_estimate, affinity_parts, affinity_value, availability, distance_km, proximity_estimate, proximity_parts,
    proximity_value,
};
use super::context::{similarity, trait_estimates};
use super::estimate::{Estimate, harmonic_mean, weighted_mean_bounds};
use super::facts::CityFacts;
use super::knowledge::Knowledge;
use super::model::Model;
use super::mutual_aid as aid;
use super::settings::{FACTORS, Settings};
use super::table::{View, dot};
use crate::domain::pairing::Kind;

/// What the factors of a pair need beside the two rows.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// The model.
    pub model: &'a Model,
    /// Share of each trait in the context.
    pub trait_weights: &'a [f64],
    /// The meaning of the bits.
    pub words: &'a super::affinity::Vocabulary,
    /// Which kind.
    pub kind: Kind,
    /// The one theme asked for, by its place.
    pub theme: Option<usize>,
}

/// One side of a pair with everything known of it.
#[derive(Debug, Clone, Copy)]
pub struct Side<'a> {
    /// Its facts.
    pub city: &'a CityFacts,
    /// Its facts, weighed.
    pub knowledge: &'a Knowledge,
    /// Its row.
    pub view: View<'a>,
}

/// The share of the first's weighted needs that the second can serve.
pub fn benefit(learner: View<'_>, mentor: View<'_>, theme: Option<usize>) -> f64 {
    match theme {
        // Who asks for a theme needs it, whatever the indicators say.
        Some(t) => mentor.offer()[t],
        None if learner.need_sum() > 0.0 => (dot(learner.need(), mentor.offer()) / learner.need_sum()).min(1.0),
        None => 0.0,
    }
}

/// How far the second is ahead where the first is weak. A theme that the mentor keeps closed gives no lead; one that it would teach gives the
/// whole difference in capacity.
pub fn head_start(learner: View<'_>, mentor: View<'_>, theme: Option<usize>) -> f64 {
    let lead = |own: f64, theirs: f64, offer: f64| if offer > 0.0 { (theirs - own).max(0.0) } else { 0.0 };
    if let Some(t) = theme {
        return lead(learner.own()[t], mentor.own()[t], mentor.offer()[t]);
    }
    if learner.need_peak() <= 0.0 {
        return 0.0;
    }
    let mentors = mentor.own().iter().zip(mentor.offer());
    let learners = learner.need().iter().zip(learner.own());
    // A comparison and not `f64::max`, whose care for NaN costs a third of the pass; there is no NaN here.
    let larger = |best: f64, new: f64| if new > best { new } else { best };
    let best = learners.zip(mentors).fold(0.0, |best, ((need, own), (theirs, offer))| larger(best, need * lead(*own, *theirs, *offer)));
    best / learner.need_peak()
}

/// Whether the second may teach the first: ahead in a theme that the first needs, or in the one theme asked for at most `margin` behind.
pub fn may_teach(learner: View<'_>, mentor: View<'_>, theme: Option<usize>, margin: f64) -> bool {
    let is_equal = |t: usize| mentor.offer()[t] > 0.0 && mentor.own()[t] > 0.0 && mentor.own()[t] + margin >= learner.own()[t];
    is_ahead(learner, mentor, theme) || theme.is_some_and(is_equal)
}

/// Whether the second is ahead of the first in any theme that the first needs and the second would teach.
pub fn is_ahead(learner: View<'_>, mentor: View<'_>, theme: Option<usize>) -> bool {
    let ahead = |t: usize| mentor.offer()[t] > 0.0 && mentor.own()[t] > learner.own()[t];
    match theme {
        Some(t) => ahead(t),
        None => (0..learner.need().len()).any(|t| learner.need()[t] > 0.0 && ahead(t)),
    }
}

fn shared_priorities(settings: &Settings, a: View<'_>, b: View<'_>) -> f64 {
    let norms = a.norm() * b.norm();
    if norms.is_nan() {
        settings.priority.expected
    } else if norms > 0.0 {
        (dot(a.priority(), b.softened()) / norms).clamp(0.0, 1.0)
    } else {
        0.0
    }
}

/// The value of one factor, by its place. For a symmetric kind the caller passes the city of the lower id first.
pub fn value(s: &Setting<'_>, factor: usize, first: View<'_>, second: View<'_>, has_tie: bool) -> f64 {
    let settings = s.model.settings();
    match (s.kind, factor) {
        (Kind::MutualAid, _) => aid_value(s, factor, first, second, has_tie),
        (Kind::PeerLearning, 0) => benefit(first, second, s.theme),
        (Kind::PeerLearning, 1) => head_start(first, second, s.theme),
        (Kind::SisterCity, 0) => shared_priorities(settings, first, second),
        (Kind::SisterCity, 1) => harmonic_mean(benefit(first, second, None), benefit(second, first, None)),
        (_, 2) => similarity(s.trait_weights, settings.context.expected_similarity, first.traits(), second.traits()),
        (_, 3) => affinity_of(s, first, second, has_tie),
        (_, 4) => proximity_value(&settings.proximity, proximity_parts(&settings.proximity, first.position(), second.position())),
        (Kind::PeerLearning, _) => second.available_as_mentor(),
        (Kind::SisterCity, _) => both_available(first, second),
    }
}

fn affinity_of(s: &Setting<'_>, first: View<'_>, second: View<'_>, has_tie: bool) -> f64 {
    let settings = &s.model.settings().affinity;
    affinity_value(settings, affinity_parts(settings, s.words, [first.mask(), second.mask()], has_tie))
}

fn both_available(first: View<'_>, second: View<'_>) -> f64 {
    (first.available_as_partner() + second.available_as_partner()) / 2.0
}

fn aid_value(s: &Setting<'_>, factor: usize, first: View<'_>, second: View<'_>, has_tie: bool) -> f64 {
    let settings = &s.model.settings().mutual_aid;
    let response = |city: View<'_>| aid::response_value(s.model, |t| city.own()[t]);
    match factor {
        0 => aid::complementarity_value(settings, first.exposures(), second.exposures()),
        1 => aid::reach_value(settings, first.exposures(), second.exposures(), distance_km(first.position(), second.position())),
        2 => aid::capacity_value(response(first), response(second)),
        3 => affinity_of(s, first, second, has_tie),
        4 => both_available(first, second),
        _ => 0.0,
    }
}

/// Every factor of a pair with its bounds and coverage.
pub fn estimates(s: &Setting<'_>, first: &Side<'_>, second: &Side<'_>, has_tie: bool) -> [Estimate; FACTORS] {
    std::array::from_fn(|factor| {
        let value = value(s, factor, first.view, second.view, has_tie);
        let around = around(s, factor, (first, second), has_tie);
        // Rounding may put the value a last bit outside of bounds that were added up in another order.
        Estimate {
            value,
            low: around.low.min(value).max(0.0),
            high: around.high.max(value).min(1.0),
            coverage: around.coverage.clamp(0.0, 1.0),
        }
    })
}

fn around(s: &Setting<'_>, factor: usize, (first, second): (&Side<'_>, &Side<'_>), has_tie: bool) -> Estimate {
    let settings = s.model.settings();
    match (s.kind, factor) {
        (Kind::MutualAid, _) => aid_around(s, factor, (first, second), has_tie),
        (Kind::PeerLearning, 0) => benefit_estimate(first.knowledge, second.knowledge, s.theme),
        (Kind::PeerLearning, 1) => head_start_estimate(first.knowledge, second.knowledge, s.theme),
        (Kind::SisterCity, 0) => shared_priorities_estimate(s, first, second),
        (Kind::SisterCity, 1) => {
            let [there, back] = [(first, second), (second, first)].map(|(a, b)| benefit_estimate(a.knowledge, b.knowledge, None));
            there.harmonic(back)
        }
        (_, 2) => {
            let by_trait = trait_estimates(s.model, [&first.knowledge.traits, &second.knowledge.traits]);
            Estimate::mix(&s.trait_weights.iter().copied().zip(by_trait).collect::<Vec<_>>())
        }
        (_, 3) => affinity_around(s, (first, second), has_tie),
        (_, 4) => {
            proximity_estimate(&settings.proximity, proximity_parts(&settings.proximity, first.view.position(), second.view.position()))
        }
        (Kind::PeerLearning, _) => availability(s.model, second.city, Slot::Mentor),
        (Kind::SisterCity, _) => both_available_around(s, (first, second)),
    }
}

fn affinity_around(s: &Setting<'_>, (first, second): (&Side<'_>, &Side<'_>), has_tie: bool) -> Estimate {
    let settings = &s.model.settings().affinity;
    affinity_estimate(settings, affinity_parts(settings, s.words, [first.view.mask(), second.view.mask()], has_tie))
}

fn both_available_around(s: &Setting<'_>, (first, second): (&Side<'_>, &Side<'_>)) -> Estimate {
    Estimate::mix(&[first, second].map(|side| (0.5, availability(s.model, side.city, Slot::Partner))))
}

fn aid_around(s: &Setting<'_>, factor: usize, (first, second): (&Side<'_>, &Side<'_>), has_tie: bool) -> Estimate {
    let settings = &s.model.settings().mutual_aid;
    let exposed = |side: &Side<'_>| aid::exposures(s.model, &side.knowledge.traits).iter().map(|e| e.estimate).collect::<Vec<_>>();
    match factor {
        0 => aid::complementarity(settings, &exposed(first), &exposed(second)),
        1 => aid::reach(settings, &exposed(first), &exposed(second), distance_km(first.view.position(), second.view.position())),
        2 => aid::capacity(aid::response(s.model, first.knowledge), aid::response(s.model, second.knowledge)),
        3 => affinity_around(s, (first, second), has_tie),
        4 => both_available_around(s, (first, second)),
        _ => Estimate::known(0.0, 1.0),
    }
}

/// Coverage of what concerns needs: how much of the priorities is known, times how much is known of the gaps, offers (and, for a lead, own
/// capacities) in the themes that matter. The weights are the priorities alone, so that a gap that becomes unknown can only lower it.
fn theme_coverage(learner: &Knowledge, theme: Option<usize>, of: impl Fn(usize) -> f64) -> f64 {
    if let Some(t) = theme {
        return of(t);
    }
    let mass: f64 = learner.priority.iter().map(|p| p.value).sum();
    if mass <= 0.0 {
        return learner.priority_coverage;
    }
    let known: f64 = learner.priority.iter().enumerate().map(|(t, p)| p.value * of(t)).sum();
    learner.priority_coverage * known / mass
}

fn benefit_estimate(learner: &Knowledge, mentor: &Knowledge, theme: Option<usize>) -> Estimate {
    let coverage = theme_coverage(learner, theme, |t| (learner.gap[t].estimate.coverage + 2.0 * mentor.offer[t].coverage) / 3.0);
    let (low, high) = match theme {
        Some(t) => (mentor.offer[t].low, mentor.offer[t].high),
        None => weighted_mean_bounds(&learner.need, &mentor.offer),
    };
    Estimate { value: low, low, high, coverage }
}

fn head_start_estimate(learner: &Knowledge, mentor: &Knowledge, theme: Option<usize>) -> Estimate {
    let coverage = theme_coverage(learner, theme, |t| (mentor.offer[t].coverage + learner.own[t].estimate.coverage) / 2.0);
    let peak = |end: fn(&Estimate) -> f64| learner.need.iter().map(end).fold(0.0, f64::max);
    let (peak_low, peak_high) = (peak(|n| n.low), peak(|n| n.high));
    let lead = |t: usize| {
        let (theirs, own) = (mentor.own[t].estimate, learner.own[t].estimate);
        let at = |offer: f64, ahead: f64| if offer > 0.0 { ahead.max(0.0) } else { 0.0 };
        (at(mentor.offer[t].low, theirs.low - own.high), at(mentor.offer[t].high, theirs.high - own.low))
    };
    if let Some(t) = theme {
        let (low, high) = lead(t);
        return Estimate { value: low, low, high, coverage };
    }
    let (mut low, mut high) = (0.0_f64, 0.0_f64);
    for (t, need) in learner.need.iter().enumerate() {
        let (lead_low, lead_high) = lead(t);
        let share = |part: f64, whole: f64| {
            if part <= 0.0 {
                0.0
            } else if whole > part {
                part / whole
            } else {
                1.0
            }
        };
        low = low.max(share(need.low, peak_high) * lead_low);
        high = high.max(share(need.high, peak_low) * lead_high);
    }
    Estimate { value: low, low, high, coverage }
}

/// With both lists complete the soft cosine is known. What an incomplete list leaves out may turn the vectors either way, so then nothing
/// narrower than 0 to 1 would be true.
fn shared_priorities_estimate(s: &Setting<'_>, first: &Side<'_>, second: &Side<'_>) -> Estimate {
    let value = shared_priorities(s.model.settings(), first.view, second.view);
    let coverage = first.knowledge.priority_coverage * second.knowledge.priority_coverage;
    if first.city.priorities_complete && second.city.priorities_complete {
        Estimate::known(value, coverage)
    } else {
        Estimate { value, low: 0.0, high: 1.0, coverage }
    }
}
