//! What is said about solved rounds, on rounds where it can be seen.

use super::against_exhaustive::{LEARNERS, SISTERS};
use super::crafted::{edge, pair, sisters, triangle};
use super::*;
use crate::matching::rounds::analysis::{Analysis, AnalysisOptions, Constraint, GroupRow, Obstacle, Price, Reached, analyse};

const OPTIONS: AnalysisOptions = AnalysisOptions { steps: USUAL_STEPS, draws: 8, seed: 1 };

fn analysed(instance: &Instance) -> Analysis {
    analyse(instance, &solved(instance), &OPTIONS, &mut || false)
}

/// Coverage splits b and c, who like each other best.
fn path() -> Instance {
    sisters(&["a", "b", "c", "d"], vec![edge("a", "b", 10.0), edge("b", "c", 90.0), edge("c", "d", 20.0)])
}

fn price(analysis: &Analysis, constraint: &Constraint) -> Option<Price> {
    analysis.prices.iter().find(|price| price.constraint == *constraint).cloned()
}

#[test]
fn coverage_counts_cities_those_with_candidates_and_those_with_pairs() {
    let mut round = triangle();
    round.nodes.push(Node { id: "alone".to_owned(), ..Node::default() });
    let coverage = analysed(&round).coverage;
    assert_eq!((coverage.cities, coverage.with_candidates, coverage.covered, coverage.share), (4, 3, 2, 0.5));
}

#[test]
fn scores_are_summed_up_by_their_quartiles_and_bins() {
    let ids = ["a", "b", "c", "d", "e", "f", "g", "h"];
    let scores = [0.0, 10.0, 40.0, 100.0];
    let round = sisters(&ids, (0..4).map(|at| edge(ids[2 * at], ids[2 * at + 1], scores[at])).collect());
    let scores = analysed(&round).scores;
    assert_eq!((scores.total, scores.mean, scores.minimum, scores.maximum), (150.0, Some(37.5), Some(0.0), Some(100.0)));
    // Type 7: the places are 0.75, 1.5 and 2.25 of 0 to 3.
    assert_eq!(scores.quartiles, Some([7.5, 25.0, 55.0]));
    assert_eq!(scores.histogram.counts, [1, 1, 0, 0, 1, 0, 0, 0, 0, 1]);
    assert_eq!((scores.histogram.edges[0], scores.histogram.edges[10]), (0.0, 100.0));
}

#[test]
fn bins_lie_over_all_scores_where_one_is_outside_of_0_to_100() {
    let scores = analysed(&sisters(&["a", "b", "c", "d"], vec![edge("a", "b", -100.0), edge("c", "d", 900.0)])).scores;
    assert_eq!(scores.histogram.counts, [1, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    assert_eq!((scores.histogram.edges[0], scores.histogram.edges[1], scores.histogram.edges[10]), (-100.0, 0.0, 900.0));
    let single = analysed(&sisters(&["a", "b"], vec![edge("a", "b", 500.0)])).scores.histogram;
    assert_eq!((single.counts[0], single.edges[0], single.edges[10]), (1, 500.0, 510.0));
}

#[test]
fn an_empty_round_has_an_empty_analysis() {
    let analysis = analysed(&sisters(&[], Vec::new()));
    assert_eq!((analysis.coverage.share, analysis.scores.mean, analysis.exposure.gini, analysis.unproved), (0.0, None, 0.0, false));
    assert!(analysis.prices.is_empty() && analysis.left_out.is_empty() && analysis.stability.is_none());
}

#[test]
fn taking_the_best_pair_first_leaves_the_ends_of_a_path_alone() {
    let greedy = analysed(&path()).greedy;
    assert_eq!((greedy.figures.pairs, greedy.figures.covered, greedy.figures.score), (1, 2, 90.0));
    assert_eq!((greedy.covered_gain, greedy.score_gain, greedy.keeps_all), (2, -60.0, true));
    let mut round = path();
    round.nodes[0].min = 1;
    assert!(!analysed(&round).greedy.keeps_all, "nothing is left for a");
}

#[test]
fn what_a_share_forbids_at_first_is_taken_once_it_is_allowed() {
    let mut round = sisters(&["a", "b", "c", "d"], vec![edge("a", "b", 9.0), edge("c", "d", 5.0)]);
    round.nodes[1].country = "a".to_owned();
    round.shares = vec![Share { grouping: BY_COUNTRY.to_owned(), at_least: 0.5 }];
    let greedy = analysed(&round).greedy;
    assert_eq!((greedy.figures.pairs, greedy.keeps_all), (2, true));
}

#[test]
fn a_round_without_constraints_keeps_its_quotas_alone() {
    let mut round = path();
    (round.locked, round.barred) = (vec![pair("b", "c")], vec![pair("a", "b")]);
    round.country_cap = Some(1);
    let analysis = analysed(&round);
    let free = analysis.unconstrained.unwrap();
    assert_eq!((free.pairs, free.covered, free.score, free.proved), (2, 4, 30.0, true));
}

#[test]
fn the_price_of_a_constraint_is_what_the_round_would_gain_without_it() {
    let mut round = path();
    (round.locked, round.barred) = (vec![pair("b", "c")], vec![pair("a", "c")]);
    let analysis = analysed(&round);
    let locks = price(&analysis, &Constraint::Locks).unwrap();
    assert_eq!((locks.covered_gain, locks.score_gain, locks.pairs_gain, locks.proved), (2, -60.0, 1, true));
    let lock = price(&analysis, &Constraint::Lock { a: "b".to_owned(), b: "c".to_owned() }).unwrap();
    assert_eq!((lock.covered_gain, lock.score_gain), (2, -60.0));
    // With two places each, b and c keep the locked pair and take their neighbours in.
    let quotas = price(&analysis, &Constraint::Quotas).unwrap();
    assert_eq!((quotas.covered_gain, quotas.score_gain), (2, 30.0));
    let bars = price(&analysis, &Constraint::Bars).unwrap();
    assert_eq!((bars.covered_gain, bars.score_gain), (0, 0.0));
    assert_eq!(price(&analysis, &Constraint::Bar { a: "a".to_owned(), b: "c".to_owned() }), None, "no candidate is barred");
    assert_eq!(price(&analysis, &Constraint::Minima), None, "there are none");
}

#[test]
fn caps_that_bind_have_prices_of_their_own_and_the_others_none() {
    let mut round = sisters(&["a", "b", "c", "d", "e", "f"], vec![edge("a", "b", 1.0), edge("c", "d", 2.0), edge("e", "f", 3.0)]);
    for (node, country) in round.nodes.iter_mut().zip(["X", "Y", "X", "Y", "Z", "Z"]) {
        node.country = country.to_owned();
    }
    round.country_pair_cap = Some(1);
    round.country_caps = vec![CountryCap { country: "Z".to_owned(), most: 0 }];
    let analysis = analysed(&round);
    let constraint = |a: &str, b: &str| Constraint::CountryPairCap { a: a.to_owned(), b: b.to_owned() };
    let gains = |constraint: &Constraint| price(&analysis, constraint).map(|price| (price.covered_gain, price.score_gain));
    assert_eq!(gains(&constraint("X", "Y")), Some((2, 1.0)));
    assert_eq!(gains(&constraint("Z", "Z")), None);
    assert_eq!(gains(&Constraint::CountryCap { country: "Z".to_owned() }), Some((2, 3.0)));
    assert_eq!((gains(&Constraint::CountryPairCaps), gains(&Constraint::CountryCaps)), (Some((2, 1.0)), Some((2, 3.0))));
}

#[test]
fn leaving_a_constraint_out_is_never_worse_than_keeping_it() {
    for shape in [SISTERS, LEARNERS] {
        for objective in [Objective::CoverageThenScore, Objective::Score] {
            for seed in 0..12 {
                let round = random_round(&Shape { rules: true, cap: true, minima: true, objective, ..shape }, seed);
                let analysis = analysed(&round);
                assert!(!analysis.unproved, "seed {seed}");
                for price in analysis.prices {
                    let covered = if objective == Objective::Score { 0 } else { price.covered_gain };
                    assert!(price.proved && (covered > 0 || covered == 0 && price.score_gain > -1e-9), "seed {seed}: {price:?}");
                }
            }
        }
    }
}

#[test]
fn only_so_many_constraints_are_tried_and_the_rest_is_counted() {
    let ids: Vec<String> = (0..60).map(|at| format!("city-{at:02}")).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let mut round = sisters(&ids, (0..30).map(|at| edge(ids[2 * at], ids[2 * at + 1], at as f64)).collect());
    round.locked = (0..30).map(|at| pair(ids[2 * at], ids[2 * at + 1])).collect();
    let analysis = analysed(&round);
    // All locks, all quotas, and 22 of the 30 locks.
    assert_eq!((analysis.prices.len(), analysis.prices_not_tried), (24, 8));
}

#[test]
fn a_city_left_out_is_told_what_stands_in_the_way_of_its_best_candidates() {
    let mut round = triangle();
    round.barred = vec![pair("a", "x")];
    round.nodes.push(Node { id: "x".to_owned(), country: "x".to_owned(), ..Node::default() });
    round.edges.push(edge("x", "a", 99.0));
    let analysis = analysed(&round);
    let left = analysis.left_out.iter().find(|left| left.id == "a").unwrap();
    let told: Vec<(&str, f64, bool)> = left.nearest.iter().map(|near| (near.partner.as_str(), near.score, near.barred)).collect();
    assert_eq!(told, [("x", 99.0, true), ("c", 6.0, false), ("b", 5.0, false)]);
    // One more place at either makes room without taking b or c a pair away.
    let place = |id: &str| [Obstacle { limit: Limit::Max { id: id.to_owned() }, brings_in: Some(true) }];
    assert_eq!((&left.nearest[1].in_the_way[..], &left.nearest[2].in_the_way[..]), (&place("c")[..], &place("b")[..]));
}

#[test]
fn two_limits_in_the_way_do_not_give_way_one_at_a_time() {
    let mut round = sisters(&["a", "b", "c"], vec![edge("a", "b", 5.0), edge("b", "c", 1.0)]);
    round.nodes[2].country = "b".to_owned();
    round.country_pair_cap = Some(1);
    round.country_pair_caps = vec![CountryPairCap { a: "b".to_owned(), b: "b".to_owned(), most: 0 }];
    let left = analysed(&round).left_out;
    let limits = [Limit::Max { id: "b".to_owned() }, Limit::CountryPairCap { a: "b".to_owned(), b: "b".to_owned() }];
    assert_eq!(left[0].nearest[0].in_the_way, limits.map(|limit| Obstacle { limit, brings_in: Some(false) }));
}

#[test]
fn blocking_pairs_are_listed_with_what_each_would_gain() {
    let blocking = analysed(&path()).blocking_pairs;
    assert_eq!(blocking.count, 1);
    let [only] = &blocking.pairs[..] else { panic!("one pair") };
    assert_eq!((only.a.as_str(), only.b.as_str(), only.score, only.gain_a, only.gain_b), ("b", "c", 90.0, 80.0, 70.0));
}

#[test]
fn exposure_is_even_where_all_have_as_many_pairs_and_uneven_where_one_has_all() {
    let exposure = analysed(&path()).exposure;
    assert_eq!((exposure.gini, exposure.mean, exposure.maximum), (0.0, 1.0, 1));
    let mut star = sisters(&["a", "b", "c", "d"], vec![edge("a", "b", 1.0), edge("a", "c", 1.0), edge("a", "d", 1.0)]);
    star.nodes[0].max = Some(2);
    // 0, 1, 1 and 2 pairs: 2 · (0 + 2 + 3 + 8) / (4 · 4) - 5/4.
    let exposure = analysed(&star).exposure;
    assert_eq!((exposure.gini, exposure.mean, exposure.maximum), (0.375, 1.0, 2));
}

#[test]
fn exposure_is_told_by_country_and_by_every_grouping() {
    let mut round = path();
    for (node, size) in round.nodes.iter_mut().zip(["large", "small", "small"]) {
        node.groups.insert("size".to_owned(), size.to_owned());
    }
    let groupings = analysed(&round).exposure.groupings;
    let names: Vec<&str> = groupings.iter().map(|grouping| grouping.grouping.as_str()).collect();
    assert_eq!((names, groupings[0].rows.len()), (vec![BY_COUNTRY, "size"], 4));
    let row = |value: Option<&str>, cities, mean_score| GroupRow {
        value: value.map(str::to_owned),
        cities,
        covered: cities,
        pairs: cities,
        mean_score: Some(mean_score),
    };
    assert_eq!(groupings[1].rows, [row(Some("large"), 1, 10.0), row(Some("small"), 2, 15.0), row(None, 1, 20.0)]);
}

#[test]
fn the_gini_coefficient_lies_between_0_and_1() {
    for seed in 0..20 {
        let gini = analysed(&random_round(&SISTERS, seed)).exposure.gini;
        assert!((0.0..=1.0).contains(&gini), "seed {seed}: {gini}");
    }
}

#[test]
fn scores_that_are_certain_keep_the_round_and_uncertain_ones_move_it() {
    assert_eq!(analysed(&triangle()).stability, None, "nothing is known of the uncertainty");
    let mut round = triangle();
    round.edges.iter_mut().for_each(|edge| edge.spread = Some(0.0));
    let stability = analysed(&round).stability.unwrap();
    assert_eq!((stability.draws, stability.jaccard, stability.pairs[0].kept), (8, 1.0, 1.0));
    round.edges.iter_mut().for_each(|edge| edge.spread = Some(50.0));
    let stability = analyse(&round, &solved(&round), &AnalysisOptions { draws: 200, ..OPTIONS }, &mut || false).stability.unwrap();
    // Three pairs of which one is chosen, all but equal beside the spread: about a third of the draws keep it, and only those share it.
    assert!((0.2..0.5).contains(&stability.jaccard), "{}", stability.jaccard);
    assert!((stability.pairs[0].kept - stability.jaccard).abs() < 1e-12);
}

#[test]
fn stability_says_how_near_the_set_comes_to_the_best_one_of_each_draw() {
    let mut round = triangle();
    round.edges.iter_mut().for_each(|edge| edge.spread = Some(0.0));
    let reached = |round: &Instance| analysed(round).stability.unwrap().reached;
    assert_eq!(reached(&round), Some(Reached { mean: 1.0, worst: 1.0 }), "where nothing moves nothing is lost");
    // The chosen pair alone moves, and is left for the best of the others whenever it falls below it.
    let chosen = solved(&round).pairs[0].clone();
    let own = round.edges.iter_mut().find(|edge| (edge.a.clone(), edge.b.clone()) == chosen).unwrap();
    own.spread = Some(own.score / 2.0);
    let stability = analyse(&round, &solved(&round), &AnalysisOptions { draws: 200, ..OPTIONS }, &mut || false).stability.unwrap();
    let some = stability.reached.unwrap();
    assert!(some.worst < some.mean && some.mean < 1.0, "{some:?}");
    assert!(some.mean > stability.jaccard, "a pair that is given up is still worth something: {some:?}");
    round.edges.iter_mut().for_each(|edge| edge.score = -edge.score);
    assert_eq!(reached(&round), None, "a total below nothing has no shares");
}

#[test]
fn the_order_of_the_input_changes_no_byte_of_an_analysis() {
    for seed in 0..4 {
        let mut round = random_round(&Shape { rules: true, cap: true, minima: true, ..SISTERS }, seed);
        round.edges.iter_mut().for_each(|edge| edge.spread = Some(10.0));
        let mut other = round.clone();
        other.nodes.reverse();
        other.edges.reverse();
        let told = |round: &Instance| serde_json::to_string(&analysed(round)).unwrap();
        assert_eq!(told(&round), told(&other), "seed {seed}");
    }
}

#[test]
fn an_analysis_is_read_as_it_was_written() {
    let mut round = random_round(&Shape { rules: true, cap: true, ..SISTERS }, 3);
    round.edges.iter_mut().for_each(|edge| edge.spread = Some(1.0));
    let analysis = analysed(&round);
    assert_eq!(serde_json::from_str::<Analysis>(&serde_json::to_string(&analysis).unwrap()).unwrap(), analysis);
}

#[test]
fn a_cancelled_analysis_says_what_is_known_and_that_the_rest_is_not() {
    let mut round = path();
    round.locked = vec![pair("b", "c")];
    let analysis = analyse(&round, &solved(&round), &OPTIONS, &mut || true);
    assert!(analysis.unproved && analysis.unconstrained.is_none() && analysis.prices.is_empty());
    assert_eq!((analysis.prices_not_tried, analysis.coverage.covered), (3, 2));
    let nearest = &analysis.left_out[0].nearest[0];
    assert_eq!(nearest.in_the_way, [Obstacle { limit: Limit::Max { id: "b".to_owned() }, brings_in: None }]);
}

#[test]
fn a_round_that_is_impossible_is_analysed_too() {
    let mut round = triangle();
    round.nodes.iter_mut().for_each(|node| node.min = 1);
    let analysis = analysed(&round);
    assert_eq!((analysis.coverage.covered, analysis.scores.mean), (0, None));
    assert_eq!(price(&analysis, &Constraint::Minima).map(|price| (price.covered_gain, price.proved)), Some((2, true)));
}
