//! The solver against every set there is, on rounds of all shapes.

use super::exhaustive::{best, breaks, thousandths, value};
use super::{Shape, random_round, solved};
use crate::matching::rounds::{CountryCap, CountryPairCap, Instance, Limit, Objective, RoundKind, Solution, Status};

/// Numbers of the chosen pairs among the edges.
pub(super) fn chosen(instance: &Instance, solution: &Solution) -> Vec<usize> {
    let number = |(a, b): &(String, String)| {
        let is = |edge: &crate::matching::rounds::Candidate| {
            let either_way = instance.kind == RoundKind::SisterCity && edge.a == *b && edge.b == *a;
            either_way || edge.a == *a && edge.b == *b
        };
        instance.edges.iter().position(is).expect("a chosen pair is a candidate")
    };
    solution.pairs.iter().map(number).collect()
}

fn raise_pair(round: &mut Instance, a: &str, b: &str) {
    let own = round.country_pair_caps.iter_mut().find(|cap| (cap.a == a && cap.b == b) || (cap.a == b && cap.b == a));
    match own {
        Some(own) => own.most += 1,
        None => {
            let most = round.country_pair_cap.expect("a cap that binds is there") + 1;
            round.country_pair_caps.push(CountryPairCap { a: a.to_owned(), b: b.to_owned(), most });
        }
    }
}

fn raise_country(round: &mut Instance, country: &str) {
    match round.country_caps.iter_mut().find(|cap| cap.country == country) {
        Some(own) => own.most += 1,
        None => {
            let most = round.country_cap.expect("a cap that binds is there") + 1;
            round.country_caps.push(CountryCap { country: country.to_owned(), most });
        }
    }
}

/// To the next lower multiple of 5 %.
fn lower_share(round: &mut Instance, grouping: &str) {
    for share in round.shares.iter_mut().filter(|share| share.grouping == grouping) {
        share.at_least = ((thousandths(share.at_least) - 1) / 50 * 50) as f64 / 1_000.0;
    }
}

/// The round with one limit relaxed.
fn relaxed(instance: &Instance, limit: &Limit) -> Instance {
    let mut round = instance.clone();
    for node in &mut round.nodes {
        match limit {
            Limit::Max { id } if *id == node.id => node.max = node.max.map(|max| max + 1),
            Limit::LearnMax { id } if *id == node.id => node.learn_max = node.learn_max.map(|max| max + 1),
            Limit::MentorMax { id } if *id == node.id => node.mentor_max = node.mentor_max.map(|max| max + 1),
            Limit::Min { id } if *id == node.id => node.min -= 1,
            Limit::Max { .. } | Limit::LearnMax { .. } | Limit::MentorMax { .. } | Limit::Min { .. } => {}
            Limit::CountryPairCap { .. }
            | Limit::CountryCap { .. }
            | Limit::Share { .. }
            | Limit::Lock { .. }
            | Limit::TooFewCandidates { .. } => {}
        }
    }
    match limit {
        Limit::CountryPairCap { a, b } => raise_pair(&mut round, a, b),
        Limit::CountryCap { country } => raise_country(&mut round, country),
        Limit::Share { grouping } => lower_share(&mut round, grouping),
        Limit::Lock { a, b } => round.locked.retain(|pair| *pair != (a.clone(), b.clone()) && *pair != (b.clone(), a.clone())),
        Limit::Max { .. } | Limit::LearnMax { .. } | Limit::MentorMax { .. } | Limit::Min { .. } | Limit::TooFewCandidates { .. } => {}
    }
    round
}

fn compare(shape: &Shape, seed: u64) -> Status {
    let instance = random_round(shape, seed);
    let solution = solved(&instance);
    let told = || format!("{shape:?}, seed {seed}: {}", serde_json::to_string(&instance).unwrap());
    let Some((covered, worst, score)) = best(&instance) else {
        assert_eq!(solution.status, Status::Infeasible, "{}", told());
        let helped = !solution.shortfalls.is_empty() && !solution.relaxations.is_empty();
        // Where locks break a share nobody is short, and one step may not be enough.
        assert!(helped || !instance.locked.is_empty() && !instance.shares.is_empty(), "{}", told());
        for relaxation in solution.relaxations.iter().filter(|relaxation| relaxation.short == 0) {
            assert!(best(&relaxed(&instance, &relaxation.limit)).is_some(), "{relaxation:?} does not help: {}", told());
        }
        return solution.status;
    };
    assert_eq!(solution.status, Status::Optimal, "{}", told());
    assert_eq!((solution.gap, solution.bound), (0.0, solution.score), "{}", told());
    assert_eq!(breaks(&instance, &chosen(&instance, &solution), true), None, "{}", told());
    assert_eq!(thousandths(solution.score), score, "{}", told());
    if instance.objective != Objective::Score {
        assert_eq!((solution.covered, solution.covered_bound), (covered, covered), "{}", told());
    }
    let pairs = chosen(&instance, &solution);
    if instance.objective == Objective::CoverageThenWorstThenScore {
        assert_eq!(value(&instance, &pairs), (covered, worst, score), "{}", told());
    }
    let lowest = pairs.iter().map(|at| instance.edges[*at].score).min_by(f64::total_cmp);
    assert_eq!(solution.worst.map(thousandths), lowest.map(thousandths), "{}", told());
    solution.status
}

/// How many of so many rounds can be solved.
fn compare_many(shape: &Shape, rounds: u64) -> usize {
    (0..rounds).filter(|seed| compare(shape, *seed) == Status::Optimal).count()
}

pub(super) const SISTERS: Shape = Shape {
    kind: RoundKind::SisterCity,
    cities: (3, 12),
    edges: 15,
    quota: 3,
    minima: false,
    cap: false,
    rules: false,
    ties: false,
    lowest: 1,
    objective: Objective::CoverageThenScore,
};
pub(super) const LEARNERS: Shape = Shape { kind: RoundKind::PeerLearning, cities: (3, 10), ..SISTERS };

#[test]
fn sister_cities_are_paired_as_well_as_can_be() {
    assert_eq!(compare_many(&SISTERS, 100), 100);
    assert_eq!(compare_many(&Shape { quota: 1, edges: 17, cities: (5, 16), ..SISTERS }, 60), 60);
    assert_eq!(compare_many(&Shape { objective: Objective::Score, ..SISTERS }, 60), 60);
}

#[test]
fn learners_and_mentors_are_paired_as_well_as_can_be() {
    assert_eq!(compare_many(&LEARNERS, 80), 80);
    assert_eq!(compare_many(&Shape { objective: Objective::Score, ..LEARNERS }, 40), 40);
}

#[test]
fn scores_of_zero_and_below_cost_what_they_say() {
    for shape in [SISTERS, LEARNERS] {
        for objective in [Objective::CoverageThenScore, Objective::Score] {
            assert_eq!(compare_many(&Shape { lowest: -60, objective, ..shape }, 40), 40);
        }
    }
}

#[test]
fn equal_scores_do_not_confuse_it() {
    for shape in [SISTERS, LEARNERS] {
        assert_eq!(compare_many(&Shape { ties: true, ..shape }, 40), 40);
    }
}

#[test]
fn caps_over_pairs_of_countries_are_kept_at_the_least_cost() {
    for shape in [SISTERS, LEARNERS] {
        for objective in [Objective::CoverageThenScore, Objective::Score] {
            assert_eq!(compare_many(&Shape { cap: true, objective, ..shape }, 60), 60);
        }
    }
}

#[test]
fn minima_are_kept_or_shown_to_be_impossible() {
    for shape in [SISTERS, LEARNERS] {
        for lowest in [1, -60] {
            for objective in [Objective::CoverageThenScore, Objective::Score] {
                let solvable = compare_many(&Shape { minima: true, cap: true, lowest, objective, ..shape }, 60);
                assert!((10..55).contains(&solvable), "both sorts are tried: {solvable} of 60 can be solved");
            }
        }
    }
}

#[test]
fn every_mixture_of_rules_is_kept_at_the_least_cost() {
    for shape in [SISTERS, LEARNERS] {
        for objective in [Objective::CoverageThenScore, Objective::Score] {
            let plain = compare_many(&Shape { rules: true, objective, ..shape }, 100);
            assert!(plain > 85, "only locks can stand against shares: {plain}");
            compare_many(&Shape { rules: true, cap: true, minima: true, lowest: -60, objective, ..shape }, 100);
        }
    }
}

#[test]
fn the_worst_pair_is_as_good_as_can_be() {
    let objective = Objective::CoverageThenWorstThenScore;
    for shape in [SISTERS, LEARNERS] {
        assert_eq!(compare_many(&Shape { objective, ..shape }, 60), 60);
        assert_eq!(compare_many(&Shape { ties: true, objective, ..shape }, 40), 40);
        compare_many(&Shape { rules: true, cap: true, minima: true, lowest: -60, objective, ..shape }, 100);
    }
}
