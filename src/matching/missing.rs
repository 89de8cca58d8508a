//! What is not known of a pair, and how far the score could move if it were: each input is set to its worst and to its best while the
//! others stay, and the difference is taken. Several inputs together may move it further, or less.

use super::affinity::{Slot, affinity_parts, availability_parts, distance_km, proximity_parts};
use super::answer::MissingInput;
use super::estimate::{Estimate, harmonic_mean, weighted_mean_bounds};
use super::knowledge::OwnBasis;
use super::message::{Arg, Message};
use super::mutual_aid::{complementarity_value, exposures, reach_value};
use super::pairing::{Setting, Side};
use super::ranking::Ranking;
use super::settings::FACTORS;
use super::table::Rows;
use crate::domain::pairing::Kind;

/// At most this many are shown.
const SHOWN: usize = 8;
/// Less than this moves no decision.
const POINTS_MIN: f64 = 0.05;

/// What is missing, the greatest first.
pub fn missing(ranking: &Ranking<'_>, first: &Side<'_>, second: &Side<'_>, has_tie: bool) -> Vec<MissingInput> {
    let (s, weights) = (&ranking.setting, &ranking.weights);
    let mut found = Vec::new();
    match s.kind {
        Kind::PeerLearning | Kind::SisterCity => {
            priorities(s, weights, (first, second), &mut found);
            traits(s, weights[2], (first, second), &mut found);
        }
        Kind::MutualAid => hazards(s, weights, (first, second), &mut found),
    }
    let givers: &[(bool, &Side<'_>)] = if s.kind == Kind::PeerLearning { &[(true, second)] } else { &[(false, first), (true, second)] };
    for (is_second, giver) in givers {
        capacities(ranking, (first, second), (*is_second, giver, has_tie), &mut found);
    }
    feasibility(s, weights, (first, second), &mut found);
    found.retain(|input| input.points >= POINTS_MIN);
    found.sort_by(|a, b| b.points.total_cmp(&a.points).then_with(|| a.what.cmp(&b.what)));
    found.truncate(SHOWN);
    found
}

fn input(what: Message, points: f64) -> MissingInput {
    MissingInput { what, points: (points * 100.0).round() / 100.0 }
}

/// Priorities that an incomplete list may have left out.
fn priorities(s: &Setting<'_>, weights: &[f64; FACTORS], (first, second): (&Side<'_>, &Side<'_>), found: &mut Vec<MissingInput>) {
    if s.theme.is_some() && s.kind == Kind::PeerLearning {
        return;
    }
    // Only the priorities are free here: gaps and offers stay where they are.
    let reach = |learner: &Side<'_>, mentor: &Side<'_>| {
        let free = |t: usize| {
            let (p, g) = (learner.knowledge.priority[t], learner.knowledge.gap[t].estimate.value);
            Estimate { value: p.value * g, low: p.low * g, high: p.high * g, coverage: 0.0 }
        };
        let needs: Vec<Estimate> = (0..learner.knowledge.need.len()).map(free).collect();
        let offers: Vec<Estimate> = mentor.knowledge.offer.iter().map(|o| Estimate::known(o.value, 1.0)).collect();
        weighted_mean_bounds(&needs, &offers)
    };
    let sides: &[(&Side<'_>, &Side<'_>)] =
        if s.kind == Kind::PeerLearning { &[(first, second)] } else { &[(first, second), (second, first)] };
    for (learner, mentor) in sides.iter().filter(|(learner, _)| !learner.city.priorities_complete) {
        let (low, high) = reach(learner, mentor);
        let points = match s.kind {
            Kind::PeerLearning => weights[0] * (high - low),
            Kind::SisterCity | Kind::MutualAid => {
                let back = super::pairing::benefit(mentor.view, learner.view, None);
                weights[0] + weights[1] * (harmonic_mean(high, back) - harmonic_mean(low, back))
            }
        };
        found.push(input(Message::new("missing-priorities").city("city", &learner.city.name), 100.0 * points));
    }
}

/// Capacities and willingness to teach of a giver.
fn capacities(
    ranking: &Ranking<'_>,
    (first, second): (&Side<'_>, &Side<'_>),
    (is_second, giver, has_tie): (bool, &Side<'_>, bool),
    found: &mut Vec<MissingInput>,
) {
    let s = &ranking.setting;
    let score_with = |changed: &[(usize, f64, f64)]| {
        let mut rows = Rows::copy_of(giver.view);
        for (t, own, offer) in changed {
            rows.set_theme(*t, *own, *offer);
        }
        let view = rows.view(0);
        let pair = if is_second { [first.view, view] } else { [view, second.view] };
        ranking.score(pair, has_tie)
    };
    let knows = giver.knowledge;
    let with_own =
        |themes: &[usize], own: f64| score_with(&themes.iter().map(|&t| (t, own, own * knows.openness[t].value)).collect::<Vec<_>>());
    let learner = if is_second { first } else { second };
    let is_wanted = |t: usize| match s.kind {
        Kind::MutualAid => s.model.response().iter().any(|(theme, _)| *theme == t),
        Kind::PeerLearning | Kind::SisterCity => s.theme.map_or(learner.knowledge.need[t].value > 0.0, |theme| theme == t),
    };
    let wanted: Vec<usize> = (0..giver.knowledge.own.len()).filter(|&t| is_wanted(t)).collect();
    let unknown: Vec<usize> = wanted.iter().copied().filter(|&t| is_unknown(giver.knowledge.own[t].basis)).collect();
    if unknown.len() > 4 {
        let points = with_own(&unknown, 1.0) - with_own(&unknown, 0.0);
        let what = Message::new("missing-capacities").city("city", &giver.city.name).number("count", unknown.len() as f64, 0);
        found.push(input(what, points));
    } else {
        for &t in &unknown {
            let points = with_own(&[t], 1.0) - with_own(&[t], 0.0);
            let code = s.model.taxonomy().themes()[t].code.as_str();
            found.push(input(Message::new("missing-capacity").city("city", &giver.city.name).theme(code), points));
        }
    }
    if !giver.city.offers_complete {
        let unsaid = wanted.iter().filter(|&&t| knows.openness[t].coverage == 0.0);
        let own: Vec<(usize, f64)> = unsaid.map(|&t| (t, knows.own[t].estimate.value)).collect();
        let with_openness = |open: f64| score_with(&own.iter().map(|(t, own)| (*t, *own, own * open)).collect::<Vec<_>>());
        found.push(input(Message::new("missing-offers").city("city", &giver.city.name), with_openness(1.0) - with_openness(0.0)));
    }
}

fn is_unknown(basis: OwnBasis) -> bool {
    match basis {
        OwnBasis::CityIndicator | OwnBasis::CountryIndicator | OwnBasis::Unknown => true,
        OwnBasis::Verified | OwnBasis::Stated | OwnBasis::Practice => false,
    }
}

fn traits(s: &Setting<'_>, weight: f64, (first, second): (&Side<'_>, &Side<'_>), found: &mut Vec<MissingInput>) {
    for (i, known) in s.model.traits().iter().enumerate() {
        for side in [first, second].into_iter().filter(|side| side.knowledge.traits[i].is_none()) {
            let what = Message::new("missing-trait").city("city", &side.city.name).with("trait", Arg::Trait(known.feature.name.clone()));
            found.push(input(what, 100.0 * weight * known.weight));
        }
    }
}

/// Exposures of which nothing is known, each set to none and to full while the others stay.
fn hazards(s: &Setting<'_>, weights: &[f64; FACTORS], (first, second): (&Side<'_>, &Side<'_>), found: &mut Vec<MissingInput>) {
    let settings = &s.model.settings().mutual_aid;
    let km = distance_km(first.view.position(), second.view.position());
    for (side, other) in [(first, second), (second, first)] {
        let exposures = exposures(s.model, &side.knowledge.traits);
        for (h, (hazard, _)) in settings.hazards.iter().zip(&exposures).enumerate().filter(|(_, (_, e))| e.scope.is_none()) {
            let points_at = |exposure: f64| {
                let mut changed = side.view.exposures().to_vec();
                changed[h] = exposure;
                let complementarity = complementarity_value(settings, &changed, other.view.exposures());
                weights[0] * complementarity + weights[1] * reach_value(settings, &changed, other.view.exposures(), km)
            };
            let what = Message::new("missing-trait").city("city", &side.city.name).with("trait", Arg::Trait(hazard.name.clone()));
            found.push(input(what, 100.0 * (points_at(0.0) - points_at(1.0))));
        }
    }
}

/// Where the factors of feasibility stand among those of a kind: weights of affinity, of the distance and of the clock, of availability.
fn feasibility_weights(s: &Setting<'_>, weights: &[f64; FACTORS]) -> [f64; 4] {
    let proximity = &s.model.settings().proximity;
    match s.kind {
        Kind::PeerLearning | Kind::SisterCity => {
            [weights[3], weights[4] * proximity.distance_share, weights[4] * proximity.hours_share, weights[5]]
        }
        // Without a place nothing is known of reach.
        Kind::MutualAid => [weights[3], weights[1], 0.0, weights[4]],
    }
}

fn feasibility(s: &Setting<'_>, weights: &[f64; FACTORS], (first, second): (&Side<'_>, &Side<'_>), found: &mut Vec<MissingInput>) {
    let settings = s.model.settings();
    let mut of_city =
        |key: &str, side: &Side<'_>, points: f64| found.push(input(Message::new(key).city("city", &side.city.name), 100.0 * points));
    let [language, network, _] = affinity_parts(&settings.affinity, s.words, [first.view.mask(), second.view.mask()], false);
    let [of_affinity, of_distance, of_clock, of_availability] = feasibility_weights(s, weights);
    let [distance, clock] = proximity_parts(&settings.proximity, first.view.position(), second.view.position());
    for side in [first, second] {
        if language.is_none() && side.city.languages.is_empty() {
            of_city("missing-languages", side, of_affinity * settings.affinity.language_share);
        }
        if network.is_none() && side.city.networks.is_empty() && !side.city.networks_complete {
            of_city("missing-networks", side, of_affinity * settings.affinity.network_share);
        }
        if distance.is_none() && side.city.place.is_none() {
            of_city("missing-place", side, of_distance);
        }
        if clock.is_none() && side.city.utc_offset_hours.is_none() {
            of_city("missing-clock", side, of_clock);
        }
    }
    let shares = &settings.availability;
    let asked: Vec<(&Side<'_>, Slot, f64)> = match s.kind {
        Kind::PeerLearning => vec![(second, Slot::Mentor, 1.0)],
        Kind::SisterCity | Kind::MutualAid => vec![(first, Slot::Partner, 0.5), (second, Slot::Partner, 0.5)],
    };
    for (side, slot, part) in asked {
        let keys = ["missing-slots", "missing-office", "missing-answers"];
        let weighed = keys.into_iter().zip([shares.slots_share, shares.office_share, shares.answered_share]);
        for ((key, share), value) in weighed.zip(availability_parts(s.model, side.city, slot)) {
            if value.is_none() {
                of_city(key, side, of_availability * part * share);
            }
        }
    }
}
