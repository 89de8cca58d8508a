//! What evener lists would cost: the best pairs first, but nobody in more than so many lists. It is an estimate for people who decide
//! about such a limit; the engine's lists have none.

use serde::Serialize;

use super::exposure::{exposures, gini};

/// The lists under a limit on how often a city is shown.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Evened {
    /// In how many lists a city may stand, as a multiple of a list's length.
    pub limit: f64,
    /// The Gini coefficient of exposure then.
    pub gini: f64,
    /// The mean score of what is listed, as a share of what it is without the limit.
    pub score_kept: f64,
    /// The share of the suggestions that stay.
    pub suggestions_kept: f64,
}

/// Candidates of a city, the best first, with their scores.
pub(super) type Ranked = Vec<(usize, f64)>;

/// The lists under a limit, from everybody's whole ranking.
pub(super) fn evened(ranked: &[Ranked], depth: usize, limit: f64) -> Evened {
    let plain: Vec<Ranked> = ranked.iter().map(|list| list.iter().take(depth).copied().collect()).collect();
    let lists = limited(ranked, depth, (limit * depth as f64).round() as usize);
    let mean = |lists: &[Ranked]| {
        let scores: Vec<f64> = lists.iter().flatten().map(|(_, score)| *score).collect();
        scores.iter().sum::<f64>() / scores.len().max(1) as f64
    };
    let kept =
        plain.iter().zip(&lists).map(|(plain, list)| plain.iter().filter(|(city, _)| list.iter().any(|(held, _)| held == city)).count());
    let all = plain.iter().map(Vec::len).sum::<usize>().max(1) as f64;
    let places: Vec<Vec<usize>> = lists.iter().map(|list| list.iter().map(|(city, _)| *city).collect()).collect();
    Evened {
        limit,
        gini: gini(&exposures(&places, ranked.len())),
        score_kept: mean(&lists) / mean(&plain).max(f64::MIN_POSITIVE),
        suggestions_kept: kept.sum::<usize>() as f64 / all,
    }
}

/// Pairs by score, the best first; a pair is taken while the list has room and the candidate may still be shown. Lists that stay short are
/// filled with the best that is left, whatever the limit: nobody goes without for the sake of evenness.
fn limited(ranked: &[Ranked], depth: usize, limit: usize) -> Vec<Ranked> {
    let all = ranked.iter().enumerate().flat_map(|(asker, list)| list.iter().map(move |(city, score)| (asker, *city, *score)));
    let mut pairs: Vec<(usize, usize, f64)> = all.collect();
    pairs.sort_by(|a, b| b.2.total_cmp(&a.2).then((a.0, a.1).cmp(&(b.0, b.1))));
    let mut lists: Vec<Ranked> = vec![Vec::new(); ranked.len()];
    let mut shown = vec![0; ranked.len()];
    for (asker, city, score) in pairs {
        if lists[asker].len() < depth && shown[city] < limit {
            lists[asker].push((city, score));
            shown[city] += 1;
        }
    }
    for (list, ranked) in lists.iter_mut().zip(ranked) {
        let missing = depth.saturating_sub(list.len());
        let rest: Ranked = ranked.iter().filter(|(city, _)| list.iter().all(|(held, _)| held != city)).take(missing).copied().collect();
        list.extend(rest);
        list.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    }
    lists
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Four cities of which the first is everybody's favourite.
    fn ranked() -> Vec<Ranked> {
        vec![
            vec![(1, 90.0), (2, 80.0), (3, 70.0)],
            vec![(0, 95.0), (2, 60.0), (3, 50.0)],
            vec![(0, 94.0), (3, 60.0), (1, 40.0)],
            vec![(0, 93.0), (1, 92.0), (2, 30.0)],
        ]
    }

    #[test]
    fn a_limit_gives_the_favourite_to_whom_it_fits_best_and_the_next_best_to_the_others() {
        let lists = limited(&ranked(), 1, 1);
        assert_eq!(lists, [vec![(2, 80.0)], vec![(0, 95.0)], vec![(3, 60.0)], vec![(1, 92.0)]]);
        let even = evened(&ranked(), 1, 1.0);
        assert_eq!((even.gini, even.suggestions_kept), (0.0, 0.25));
        assert!((even.score_kept - (327.0 / 372.0)).abs() < 1e-12);
    }

    #[test]
    fn without_need_of_it_a_limit_changes_nothing_and_nobody_goes_without() {
        let free = evened(&ranked(), 2, 4.0);
        assert_eq!((free.score_kept, free.suggestions_kept), (1.0, 1.0));
        let only_one: Vec<Ranked> = vec![Vec::new(), vec![(0, 9.0)], vec![(0, 8.0)], vec![(0, 7.0)]];
        assert!(limited(&only_one, 1, 1)[1..].iter().all(|list| *list == [(0, list[0].1)]));
    }
}
