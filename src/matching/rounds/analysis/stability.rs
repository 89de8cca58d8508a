//! How much of a round stays when every score moves within its uncertainty: of its pairs, and of what they are worth.

use std::collections::{BTreeMap, BTreeSet};

use rand::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

use super::answer::{Reached, Stability, StablePair};
use super::{AnalysisOptions, Round, Solver};
use crate::matching::draws::normal;
use crate::matching::rounds::instance::{Instance, LARGEST_SCORE, RoundKind};

/// The round solved again with each draw of the scores, which is score + spread · a standard normal number (as the engine draws it, see
/// [`normal`]). A draw that the work does not suffice for ends the draws.
pub(super) fn stability(round: &Round<'_>, options: &AnalysisOptions, solver: &mut Solver<'_>) -> Option<Stability> {
    round.instance.edges.iter().find(|edge| edge.spread.is_some())?;
    let own: BTreeSet<&(String, String)> = round.solution.pairs.iter().collect();
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(options.seed);
    let order = order(round.instance);
    let (mut made, mut jaccard, mut kept) = (0, 0.0, vec![0_u32; round.solution.pairs.len()]);
    let mut reached = Vec::new();
    for _ in 0..options.draws {
        let instance = redrawn(round.instance, &order, &mut rng);
        let Some(drawn) = solver.solve(&instance) else { break };
        let scores = scores(&instance);
        reached.push(share_of(total(&scores, &round.solution.pairs), total(&scores, &drawn.pairs)));
        let other: BTreeSet<&(String, String)> = drawn.pairs.iter().collect();
        let shared = own.intersection(&other).count();
        let all = own.len() + other.len() - shared;
        jaccard += if all > 0 { shared as f64 / all as f64 } else { 1.0 };
        kept.iter_mut().zip(&round.solution.pairs).filter(|(_, pair)| other.contains(pair)).for_each(|(kept, _)| *kept += 1);
        made += 1;
    }
    let share = |kept: u32| f64::from(kept) / f64::from(made);
    let stable = |((a, b), kept): (&(String, String), u32)| StablePair { a: a.clone(), b: b.clone(), kept: share(kept) };
    let pairs = round.solution.pairs.iter().zip(kept).map(stable).collect();
    (made > 0).then(|| Stability { draws: made, jaccard: jaccard / f64::from(made), reached: mean_and_worst(&reached), pairs })
}

/// The candidates by the names of their cities, in the order in which solutions name them.
fn scores(instance: &Instance) -> BTreeMap<(&str, &str), f64> {
    let key = |a, b| if instance.kind == RoundKind::SisterCity { (std::cmp::min(a, b), std::cmp::max(a, b)) } else { (a, b) };
    instance.edges.iter().map(|edge| (key(edge.a.as_str(), edge.b.as_str()), edge.score)).collect()
}

/// Both sets of a draw are summed the same way, so that equal sets have equal totals to the last digit.
fn total(scores: &BTreeMap<(&str, &str), f64>, pairs: &[(String, String)]) -> f64 {
    pairs.iter().filter_map(|(a, b)| scores.get(&(a.as_str(), b.as_str()))).sum()
}

fn share_of(own: f64, best: f64) -> Option<f64> {
    (best > 0.0).then(|| own / best)
}

/// `None` without draws, or if one of them has no share.
fn mean_and_worst(reached: &[Option<f64>]) -> Option<Reached> {
    let reached: Vec<f64> = reached.iter().copied().collect::<Option<_>>()?;
    let worst = reached.iter().copied().min_by(f64::total_cmp)?;
    Some(Reached { mean: reached.iter().sum::<f64>() / reached.len() as f64, worst })
}

/// Numbers of the candidates in an order that does not depend on the input's, so that the draws do not either.
fn order(instance: &Instance) -> Vec<usize> {
    let key = |at: usize| {
        let (a, b) = (&instance.edges[at].a, &instance.edges[at].b);
        if instance.kind == RoundKind::SisterCity { (a.min(b), a.max(b)) } else { (a, b) }
    };
    let mut order: Vec<usize> = (0..instance.edges.len()).collect();
    order.sort_by(|x, y| key(*x).cmp(&key(*y)));
    order
}

fn redrawn(instance: &Instance, order: &[usize], rng: &mut Xoshiro256PlusPlus) -> Instance {
    let mut drawn = instance.clone();
    for at in order {
        let edge = &mut drawn.edges[*at];
        if let Some(spread) = edge.spread {
            let uniform = [rng.r#gen(), rng.r#gen(), rng.r#gen(), rng.r#gen()];
            edge.score = (edge.score + spread * normal(uniform)).clamp(-LARGEST_SCORE, LARGEST_SCORE);
        }
    }
    drawn
}
