//! Caps on countries, shares of unlike pairs and the best worst pair, on rounds whose answer can be seen.

use super::crafted::{edge, pair, sisters, triangle, why};
use super::*;

fn countries(round: &mut Instance, countries: &[&str]) {
    round.nodes.iter_mut().zip(countries).for_each(|(node, country)| node.country = (*country).to_owned());
}

fn sizes(round: &mut Instance, sizes: &[&str]) {
    for (node, size) in round.nodes.iter_mut().zip(sizes).filter(|(_, size)| !size.is_empty()) {
        node.groups.insert("size".to_owned(), (*size).to_owned());
    }
}

fn share(grouping: &str, at_least: f64) -> Share {
    Share { grouping: grouping.to_owned(), at_least }
}

/// Three pairs that share no city: a-b is worth least, e-f most.
fn three_pairs() -> Instance {
    sisters(&["a", "b", "c", "d", "e", "f"], vec![edge("a", "b", 1.0), edge("c", "d", 2.0), edge("e", "f", 3.0)])
}

#[test]
fn a_cap_on_a_country_counts_every_pair_with_one_of_its_cities() {
    let mut round = three_pairs();
    countries(&mut round, &["X", "Y", "Z", "X", "X", "X"]);
    round.country_cap = Some(1);
    let solution = solved(&round);
    assert_eq!(solution.pairs, [pair("e", "f")]);
    assert_eq!((why(&solution, "a"), why(&solution, "c")), (Some(Why::CountryCap), Some(Why::CountryCap)));
    // The pair e-f is within the country and counts once.
    round.country_cap = Some(2);
    assert_eq!(solved(&round).pairs, [pair("c", "d"), pair("e", "f")]);
}

#[test]
fn the_cap_of_a_single_country_goes_before_the_general_one() {
    let mut round = three_pairs();
    countries(&mut round, &["X", "Y", "X", "Y", "Z", "Z"]);
    round.country_cap = Some(1);
    round.country_caps = vec![CountryCap { country: "Z".to_owned(), most: 0 }];
    assert_eq!(solved(&round).pairs, [pair("c", "d")]);
    round.country_cap = None;
    assert_eq!(solved(&round).pairs, [pair("a", "b"), pair("c", "d")]);
}

#[test]
fn the_cap_of_a_single_pair_of_countries_goes_before_the_general_one() {
    let mut round = three_pairs();
    countries(&mut round, &["X", "Y", "Y", "X", "Z", "Z"]);
    let most = |most| vec![CountryPairCap { a: "Y".to_owned(), b: "X".to_owned(), most }];
    (round.country_pair_cap, round.country_pair_caps) = (Some(0), most(1));
    assert_eq!(solved(&round).pairs, [pair("c", "d")]);
    (round.country_pair_cap, round.country_pair_caps) = (None, most(0));
    assert_eq!(solved(&round).pairs, [pair("e", "f")]);
}

#[test]
fn a_share_makes_room_for_like_pairs_only_beside_enough_unlike_ones() {
    let mut round = three_pairs();
    countries(&mut round, &["X", "Y", "X", "X", "Z", "Z"]);
    round.shares = vec![share(BY_COUNTRY, 0.5)];
    let solution = solved(&round);
    assert_eq!(solution.pairs, [pair("a", "b"), pair("e", "f")]);
    assert_eq!(why(&solution, "c"), Some(Why::Share));
    round.shares = vec![share(BY_COUNTRY, 0.333)];
    assert_eq!(solved(&round).pairs.len(), 3);
    // A third is more than 0.333 and less than 0.334.
    round.shares = vec![share(BY_COUNTRY, 0.334)];
    assert_eq!(solved(&round).pairs.len(), 2);
    round.shares = vec![share(BY_COUNTRY, 1.0)];
    assert_eq!(solved(&round).pairs, [pair("a", "b")]);
}

#[test]
fn a_city_without_a_value_never_counts_as_different() {
    let mut round = three_pairs();
    sizes(&mut round, &["large", "", "large", "small", "", ""]);
    round.shares = vec![share("size", 1.0)];
    assert_eq!(solved(&round).pairs, [pair("c", "d")]);
}

#[test]
fn a_grouping_named_country_goes_before_the_countries() {
    let mut round = three_pairs();
    for (node, region) in round.nodes.iter_mut().zip(["north", "north", "north", "south", "", ""]).filter(|(_, region)| !region.is_empty())
    {
        node.groups.insert(BY_COUNTRY.to_owned(), region.to_owned());
    }
    round.shares = vec![share(BY_COUNTRY, 1.0)];
    assert_eq!(solved(&round).pairs, [pair("c", "d")]);
}

#[test]
fn no_pairs_at_all_satisfy_every_share() {
    let mut round = triangle();
    sizes(&mut round, &["large", "large", "large"]);
    round.shares = vec![share("size", 0.001)];
    let solution = solved(&round);
    assert_eq!((solution.status, solution.pairs.len(), solution.worst), (Status::Optimal, 0, None));
    assert_eq!(why(&solution, "a"), Some(Why::Share));
}

#[test]
fn a_pair_is_chosen_at_a_loss_where_a_locked_one_breaks_a_share_without_it() {
    let mut round = sisters(&["a", "b", "c", "d"], vec![edge("a", "b", 1.0), edge("c", "d", -7.0)]);
    sizes(&mut round, &["large", "large", "large", "small"]);
    round.objective = Objective::Score;
    round.locked = vec![pair("a", "b")];
    round.shares = vec![share("size", 0.5)];
    let solution = solved(&round);
    assert_eq!((solution.pairs.len(), solution.score, solution.worst), (2, -6.0, Some(-7.0)));
}

#[test]
fn a_locked_pair_against_a_share_is_named_with_it() {
    let mut round = sisters(&["a", "b", "c", "d"], vec![edge("a", "b", 1.0), edge("c", "d", 2.0)]);
    sizes(&mut round, &["large", "large", "small", "small"]);
    round.locked = vec![pair("a", "b")];
    round.shares = vec![share("size", 0.04)];
    let solution = solved(&round);
    assert_eq!((solution.status, solution.shortfalls.len()), (Status::Infeasible, 0));
    let limits = [Limit::Share { grouping: "size".to_owned() }, Limit::Lock { a: "a".to_owned(), b: "b".to_owned() }];
    assert_eq!(solution.relaxations, limits.map(|limit| Relaxation { limit, short: 0 }));
}

#[test]
fn a_minimum_that_a_share_stands_against_is_named_with_it() {
    let mut round = sisters(&["a", "b"], vec![edge("a", "b", 1.0)]);
    sizes(&mut round, &["large", "large"]);
    round.nodes[0].min = 1;
    round.shares = vec![share("size", 0.05)];
    let solution = solved(&round);
    let limit = Limit::Share { grouping: "size".to_owned() };
    assert_eq!(solution.shortfalls[0].held_by, std::slice::from_ref(&limit));
    assert!(solution.relaxations.contains(&Relaxation { limit, short: 0 }));
}

#[test]
fn the_worst_pair_comes_before_the_total_and_after_coverage() {
    let edges = vec![edge("a", "b", 9.0), edge("c", "d", 1.0), edge("a", "c", 3.0), edge("b", "d", 4.0), edge("b", "e", 0.5)];
    let mut round = sisters(&["a", "b", "c", "d", "e"], edges);
    assert_eq!(solved(&round).pairs, [pair("a", "b"), pair("c", "d")]);
    round.objective = Objective::CoverageThenWorstThenScore;
    let solution = solved(&round);
    assert_eq!(solution.pairs, [pair("a", "c"), pair("b", "d")]);
    assert_eq!((solution.status, solution.covered_bound, solution.score, solution.worst), (Status::Optimal, 4, 7.0, Some(3.0)));
    // e can only be covered by a worse pair, which nothing hinders once it has a partner of its own.
    round.nodes[1].max = Some(2);
    assert_eq!((solved(&round).covered, solved(&round).worst), (5, Some(0.5)));
}

#[test]
fn a_locked_pair_does_not_count_as_the_worst() {
    let edges = vec![edge("a", "b", 0.1), edge("c", "d", 5.0), edge("d", "e", 6.0), edge("c", "f", 1.0), edge("e", "f", 9.0)];
    let mut round = sisters(&["a", "b", "c", "d", "e", "f"], edges);
    round.objective = Objective::CoverageThenWorstThenScore;
    round.locked = vec![pair("a", "b")];
    let solution = solved(&round);
    assert_eq!(solution.pairs, [pair("a", "b"), pair("c", "d"), pair("e", "f")]);
    assert_eq!(solution.worst, Some(0.1));
}

#[test]
fn rules_that_cannot_be_meant_are_named() {
    let mut round = triangle();
    countries(&mut round, &["X", "X", "Y"]);
    sizes(&mut round, &["large", "", ""]);
    round.locked = vec![pair("a", "b")];
    round.country_cap = Some(0);
    let cap = |country: &str| CountryCap { country: country.to_owned(), most: 0 };
    round.country_caps = vec![cap("Q"), cap("Y"), cap("Y")];
    let pair_cap = |a: &str, b: &str| CountryPairCap { a: a.to_owned(), b: b.to_owned(), most: 0 };
    round.country_pair_caps = vec![pair_cap("X", "Y"), pair_cap("Y", "X"), pair_cap("X", "X")];
    round.shares = vec![share("size", 1.5), share("size", 0.5), share("income", 0.0005), share(BY_COUNTRY, f64::NAN)];
    let told: Vec<String> = faults(&round).iter().map(ToString::to_string).collect();
    let expected = [
        "country_pair_caps[1]: the rule for X and Y is there twice",
        "country_caps[0]: none of the nodes is in the country 'Q'",
        "country_caps[2]: the rule for Y is there twice",
        "shares[0]: the share 1.5 is not between 0 and 1",
        "shares[1]: the rule for size is there twice",
        "shares[2]: none of the nodes has a value of the grouping 'income'",
        "shares[2]: the share 0.0005 is not a multiple of 0.001",
        "shares[3]: the share NaN is not between 0 and 1",
        "1 pairs of X and X are locked and the cap is 0",
        "1 pairs with cities of X are locked and the cap is 0",
    ];
    assert_eq!(told, expected);
}

#[test]
fn rules_are_read_and_written_as_they_are_named_and_left_out_where_there_are_none() {
    let json = serde_json::json!({"kind": "sister_city", "nodes": [{"id": "a", "country": "ID", "min": 0, "groups": {"size": "large"}}],
        "edges": [], "locked": [], "barred": [], "country_pair_cap": 3, "country_pair_caps": [{"a": "ID", "b": "ID", "most": 1}],
        "country_cap": 2, "country_caps": [{"country": "ID", "most": 5}], "shares": [{"grouping": "size", "at_least": 0.25}],
        "objective": "coverage_then_worst_then_score"});
    let round: Instance = serde_json::from_value(json.clone()).unwrap();
    assert_eq!(serde_json::to_value(&round).unwrap(), json);
    let plain = serde_json::to_string(&triangle()).unwrap();
    assert!(["groups", "country_pair_caps", "country_cap\"", "country_caps", "shares"].iter().all(|name| !plain.contains(name)), "{plain}");
}
