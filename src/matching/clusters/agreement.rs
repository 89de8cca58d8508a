//! How far two ways of dividing the same cities agree, and how well one way divides them.

use std::collections::BTreeMap;

/// The adjusted Rand index of two labellings of the same things: 1 for the same division, 0 in the mean for divisions by chance
/// (Hubert and Arabie 1985). Two divisions that both put everything together agree wholly.
pub fn adjusted_rand(a: &[usize], b: &[usize]) -> f64 {
    let pairs = |n: usize| n as f64 * (n as f64 - 1.0) / 2.0;
    let sum = |counts: &BTreeMap<(usize, usize), usize>| counts.values().map(|&n| pairs(n)).sum::<f64>();
    let (both, of_a, of_b) = (count(a, b), count(a, a), count(b, b));
    let (both, of_a, of_b) = (sum(&both), sum(&of_a), sum(&of_b));
    let by_chance = of_a * of_b / pairs(a.len()).max(1.0);
    let most = (of_a + of_b) / 2.0;
    if most - by_chance == 0.0 { 1.0 } else { (both - by_chance) / (most - by_chance) }
}

fn count(a: &[usize], b: &[usize]) -> BTreeMap<(usize, usize), usize> {
    let mut counts = BTreeMap::new();
    for pair in a.iter().copied().zip(b.iter().copied()) {
        *counts.entry(pair).or_default() += 1;
    }
    counts
}

/// For each group of `of` (0 to `groups`) the greatest Jaccard coefficient with any group of `other`; `None` where `of` has nobody in it
/// (Hennig 2007, cluster-wise assessment of stability).
pub fn best_jaccard(of: &[usize], other: &[usize], groups: usize) -> Vec<Option<f64>> {
    let both = count(of, other);
    let size = |labels: &[usize], label: usize| labels.iter().filter(|&&l| l == label).count();
    let mut best = vec![None; groups];
    for (&(here, there), &shared) in &both {
        let united = size(of, here) + size(other, there) - shared;
        let jaccard = shared as f64 / united as f64;
        best[here] = Some(best[here].map_or(jaccard, |before: f64| before.max(jaccard)));
    }
    best
}

/// The silhouette of each point: `(b - a) / max(a, b)` with a the mean distance to its own group and b that to the nearest other one; 0
/// for whoever is alone (Rousseeuw 1987). `distances` is the full matrix, row by row.
pub fn silhouettes(distances: &[f64], labels: &[usize], groups: usize) -> Vec<f64> {
    let n = labels.len();
    let mut sizes = vec![0_usize; groups];
    for &label in labels {
        sizes[label] += 1;
    }
    let one = |i: usize| {
        let mut sums = vec![0.0_f64; groups];
        for (j, distance) in distances[i * n..(i + 1) * n].iter().enumerate() {
            sums[labels[j]] += distance;
        }
        let own = labels[i];
        let others = (0..groups).filter(|&g| g != own && sizes[g] > 0).map(|g| sums[g] / sizes[g] as f64);
        let nearest = others.fold(f64::INFINITY, f64::min);
        if sizes[own] < 2 || nearest.is_infinite() {
            return 0.0;
        }
        let inner = sums[own] / (sizes[own] - 1) as f64;
        let most = inner.max(nearest);
        if most == 0.0 { 0.0 } else { (nearest - inner) / most }
    };
    (0..n).map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_division_agrees_wholly_whatever_its_groups_are_called() {
        assert_eq!(adjusted_rand(&[0, 0, 1, 1, 2], &[2, 2, 0, 0, 1]), 1.0);
        assert_eq!(adjusted_rand(&[0, 0, 0], &[1, 1, 1]), 1.0);
    }

    #[test]
    fn the_adjusted_rand_index_is_that_of_a_worked_table() {
        // Groups of 2, 2 and 2 against groups of 3 and 3: 2 pairs together in both, 3 and 6 in either, 15 in all.
        let index = adjusted_rand(&[0, 0, 1, 1, 2, 2], &[0, 0, 0, 1, 1, 1]);
        assert!((index - (2.0 - 3.0 * 6.0 / 15.0) / (4.5 - 3.0 * 6.0 / 15.0)).abs() < 1e-12, "{index}");
    }

    #[test]
    fn a_group_is_compared_with_the_one_that_is_most_like_it() {
        let best = best_jaccard(&[0, 0, 0, 1, 1], &[5, 5, 6, 6, 6], 3);
        assert_eq!(best, vec![Some(2.0 / 3.0), Some(2.0 / 3.0), None]);
    }

    #[test]
    fn two_far_pairs_have_silhouettes_near_one_and_a_lone_point_has_none() {
        let places: [f64; 5] = [0.0, 1.0, 10.0, 11.0, 100.0];
        let distances: Vec<f64> = places.iter().flat_map(|a| places.iter().map(move |b| (a - b).abs())).collect();
        let found = silhouettes(&distances, &[0, 0, 1, 1, 2], 3);
        assert!((found[0] - 9.5 / 10.5).abs() < 1e-12, "{found:?}");
        assert_eq!(found[4], 0.0);
    }
}
