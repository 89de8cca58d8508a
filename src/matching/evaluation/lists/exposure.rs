//! Who is shown, and how evenly.

use super::report::{Coverage, Exposure};

/// A city as exposure looks at it.
pub(super) struct Shown {
    pub(super) people: Option<f64>,
    pub(super) is_capital: bool,
}

/// The exposure of every city: over the lists it stands in, 1 / log2(rank + 1).
pub(super) fn exposures(lists: &[Vec<usize>], cities: usize) -> Vec<f64> {
    let mut exposures = vec![0.0; cities];
    for list in lists {
        for (rank, city) in (1_u32..).zip(list) {
            exposures[*city] += 1.0 / f64::from(rank + 1).log2();
        }
    }
    exposures
}

/// The Gini coefficient of amounts that are not negative: the mean difference of two of them over twice their mean; 0 where all are 0.
///
/// ```
/// use kembar::matching::evaluation::lists::gini;
/// assert_eq!(gini(&[3.0, 3.0, 3.0]), 0.0);
/// assert!((gini(&[0.0, 0.0, 0.0, 4.0]) - 0.75).abs() < 1e-12);
/// ```
pub fn gini(amounts: &[f64]) -> f64 {
    let mut sorted = amounts.to_vec();
    sorted.sort_by(f64::total_cmp);
    let (count, sum) = (sorted.len() as f64, sorted.iter().sum::<f64>());
    if sum <= 0.0 {
        return 0.0;
    }
    let weighed: f64 = (1_u32..).zip(&sorted).map(|(rank, amount)| f64::from(rank) * amount).sum();
    2.0 * weighed / (count * sum) - (count + 1.0) / count
}

pub(super) fn coverage(lists: &[Vec<usize>], cities: &[Shown]) -> Coverage {
    let exposures = exposures(lists, cities.len());
    let mut by_size: Vec<usize> = (0..cities.len()).filter(|at| cities[*at].people.is_some()).collect();
    let people = |at: &usize| cities[*at].people.unwrap_or(f64::INFINITY);
    by_size.sort_by(|a, b| people(a).total_cmp(&people(b)).then(a.cmp(b)));
    by_size.truncate(10);
    Coverage {
        cities: cities.len(),
        with_suggestions: share(lists.iter().map(|list| !list.is_empty())),
        suggested: share(exposures.iter().map(|exposure| *exposure > 0.0)),
        smallest_ten_suggested: share(by_size.iter().map(|at| exposures[*at] > 0.0)),
    }
}

pub(super) fn exposure(lists: &[Vec<usize>], cities: &[Shown]) -> Exposure {
    let exposures = exposures(lists, cities.len());
    let sum: f64 = exposures.iter().sum();
    let most = exposures.iter().copied().fold(0.0, f64::max);
    let of_capitals: f64 = exposures.iter().zip(cities).filter(|(_, city)| city.is_capital).map(|(exposure, _)| exposure).sum();
    let of = |part: f64| if sum > 0.0 { part / sum } else { 0.0 };
    Exposure {
        gini: gini(&exposures),
        most_over_mean: of(most * cities.len() as f64),
        capitals: [of(of_capitals), share(cities.iter().map(|city| city.is_capital))],
    }
}

/// The share of those that hold; 0 of none.
pub(super) fn share(holds: impl Iterator<Item = bool>) -> f64 {
    let (held, all) = holds.fold((0.0, 0.0), |(held, all), holds| (held + if holds { 1.0 } else { 0.0 }, all + 1.0));
    if all > 0.0 { held / all } else { 0.0 }
}

/// The shared part of two lists without order; 1 where both are empty.
pub(super) fn jaccard(a: &[usize], b: &[usize]) -> f64 {
    let shared = a.iter().filter(|city| b.contains(city)).count();
    let all = a.len() + b.len() - shared;
    if all == 0 { 1.0 } else { shared as f64 / all as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_first_place_is_worth_one_and_a_third_half_of_it() {
        assert_eq!(exposures(&[vec![2, 0, 1], vec![2]], 3), [1.0 / 3f64.log2(), 0.5, 2.0]);
    }

    #[test]
    fn who_gets_and_who_is_shown_are_different_questions() {
        let city = |people: f64, is_capital| Shown { people: Some(people), is_capital };
        let cities = [city(9e6, true), city(1e4, false), city(2e4, false)];
        let lists = [vec![2], vec![0], Vec::new()];
        let found = coverage(&lists, &cities);
        assert_eq!((found.with_suggestions, found.suggested, found.smallest_ten_suggested), (2.0 / 3.0, 2.0 / 3.0, 2.0 / 3.0));
        let shown = exposure(&lists, &cities);
        assert_eq!((shown.most_over_mean, shown.capitals), (1.5, [0.5, 1.0 / 3.0]));
        assert!((shown.gini - 1.0 / 3.0).abs() < 1e-12);
    }

    #[test]
    fn lists_are_compared_without_order() {
        assert_eq!((jaccard(&[1, 2, 3], &[3, 4, 1]), jaccard(&[1], &[2]), jaccard(&[], &[])), (0.5, 0.0, 1.0));
    }
}
