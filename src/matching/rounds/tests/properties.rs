//! What holds for every round.

use super::against_exhaustive::{LEARNERS, SISTERS, chosen};
use super::exhaustive::breaks;
use super::*;

const MANY_SISTERS: Shape = Shape { cities: (40, 60), edges: 400, ..SISTERS };
const MANY_LEARNERS: Shape = Shape { cities: (30, 50), edges: 300, ..LEARNERS };

/// The same round, told in another order.
fn shuffled(instance: &Instance, seed: u64) -> Instance {
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
    let mut other = instance.clone();
    other.nodes.shuffle(&mut rng);
    other.edges.shuffle(&mut rng);
    if instance.kind == RoundKind::SisterCity {
        for edge in other.edges.iter_mut().filter(|_| rng.gen_bool(0.5)) {
            std::mem::swap(&mut edge.a, &mut edge.b);
        }
    }
    other
}

#[test]
fn the_order_of_cities_and_candidates_changes_no_byte_of_the_answer() {
    let worst = Objective::CoverageThenWorstThenScore;
    let ruled = Shape { minima: true, cap: true, rules: true, ..SISTERS };
    let shapes = [MANY_SISTERS, MANY_LEARNERS, Shape { ties: true, ..MANY_SISTERS }, ruled, Shape { objective: worst, ..ruled }];
    for shape in shapes {
        for seed in 0..8 {
            let round = random_round(&shape, seed);
            let told = |instance: &Instance| serde_json::to_string(&solved(instance)).unwrap();
            assert_eq!(told(&round), told(&shuffled(&round, seed)), "{shape:?}, seed {seed}");
        }
    }
}

#[test]
fn larger_rounds_are_proved_and_keep_every_rule() {
    for shape in [MANY_SISTERS, MANY_LEARNERS, Shape { ties: true, ..MANY_SISTERS }] {
        for seed in 0..8 {
            let round = random_round(&shape, seed);
            let solution = solved(&round);
            assert_eq!(solution.status, Status::Optimal, "{shape:?}, seed {seed}");
            assert_eq!(breaks(&round, &chosen(&round, &solution), true), None, "{shape:?}, seed {seed}");
            assert_eq!(solution.covered + solution.unmatched.len(), round.nodes.len());
        }
    }
}

#[test]
fn larger_rounds_keep_caps_and_shares_whether_they_are_proved_or_not() {
    for shape in [MANY_SISTERS, MANY_LEARNERS] {
        for (objective, seed) in [(Objective::CoverageThenScore, 0), (Objective::CoverageThenWorstThenScore, 1), (Objective::Score, 2)] {
            let round = random_round(&Shape { rules: true, objective, ..shape }, seed);
            let solution = solve(&round, 1_500, &mut || false).unwrap();
            assert_eq!(breaks(&round, &chosen(&round, &solution), true), None, "{shape:?}, seed {seed}");
            assert!(solution.covered_bound >= solution.covered && solution.bound >= solution.score, "{shape:?}, seed {seed}");
        }
    }
}

#[test]
fn a_round_that_is_stopped_gives_a_good_set_and_a_bound_that_holds() {
    let ruled = Shape { rules: true, cities: (20, 30), edges: 120, ..SISTERS };
    for (shape, seed) in (0..6).map(|seed| (Shape { cap: true, ..MANY_SISTERS }, seed)).chain((0..4).map(|seed| (ruled, seed))) {
        let round = random_round(&shape, seed);
        let best = solved(&round);
        for steps in [0, 1, 5, 20, 60, 150, 400] {
            let early = solve(&round, steps, &mut || false).unwrap();
            assert_eq!(breaks(&round, &chosen(&round, &early), true), None);
            assert!((early.covered, early.score) <= (best.covered, best.score), "{steps} steps, seed {seed}");
            assert!(early.covered_bound >= best.covered, "{steps} steps, seed {seed}");
            assert!(early.covered < best.covered || early.bound >= best.score, "{steps} steps, seed {seed}");
            assert_eq!(early.status == Status::Optimal, early.gap == 0.0);
        }
    }
}

#[test]
fn a_round_can_be_cancelled() {
    let round = random_round(&Shape { cities: (200, 200), edges: 3_000, quota: 2, ..SISTERS }, 1);
    let mut asked = 0;
    let mut cancel = || {
        asked += 1;
        asked > 2
    };
    let early = solve(&round, USUAL_STEPS, &mut cancel).unwrap();
    assert_eq!(early.status, Status::Feasible);
    assert!(early.steps < 300);
}

#[test]
fn adding_a_rule_never_raises_what_can_be_had() {
    for seed in 0..20 {
        let free = random_round(&SISTERS, seed);
        let capped = Instance { country_pair_cap: Some(1), locked: Vec::new(), ..free.clone() };
        let free = Instance { locked: Vec::new(), ..free };
        let (free, capped) = (solved(&free), solved(&capped));
        assert!((capped.covered, capped.score) <= (free.covered, free.score), "seed {seed}");
    }
}
