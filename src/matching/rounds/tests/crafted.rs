//! Small rounds whose answer can be seen.

use super::*;

pub(super) fn node(id: &str, country: &str, min: u32, max: u32) -> Node {
    Node { id: id.to_owned(), country: country.to_owned(), min, max: Some(max), ..Node::default() }
}

pub(super) fn edge(a: &str, b: &str, score: f64) -> Candidate {
    Candidate { a: a.to_owned(), b: b.to_owned(), score, spread: None }
}

pub(super) fn pair(a: &str, b: &str) -> (String, String) {
    (a.to_owned(), b.to_owned())
}

/// Sister cities with a quota of one each, every city in a country of its own.
pub(super) fn sisters(ids: &[&str], edges: Vec<Candidate>) -> Instance {
    let nodes = ids.iter().map(|id| node(id, id, 0, 1)).collect();
    Instance { nodes, edges, ..empty_round(RoundKind::SisterCity, Objective::CoverageThenScore) }
}

pub(super) fn triangle() -> Instance {
    sisters(&["a", "b", "c"], vec![edge("a", "b", 5.0), edge("b", "c", 7.0), edge("c", "a", 6.0)])
}

pub(super) fn why(solution: &Solution, id: &str) -> Option<Why> {
    solution.unmatched.iter().find(|unmatched| unmatched.id == id).map(|unmatched| unmatched.why)
}

#[test]
fn of_three_cities_with_one_place_each_the_best_two_are_paired() {
    let solution = solved(&triangle());
    assert_eq!(solution.pairs, [pair("b", "c")]);
    assert_eq!((solution.status, solution.covered, solution.score, solution.gap), (Status::Optimal, 2, 7.0, 0.0));
    assert_eq!(why(&solution, "a"), Some(Why::PartnersFull));
    assert_eq!(solution.blocking_pairs, 0);
}

#[test]
fn two_triangles_with_a_bridge_leave_nobody_out() {
    let mut round = triangle();
    round.nodes.extend(["d", "e", "f"].map(|id| node(id, id, 0, 1)));
    round.edges.extend([edge("d", "e", 50.0), edge("e", "f", 70.0), edge("f", "d", 60.0), edge("a", "d", 0.1)]);
    let solution = solved(&round);
    assert_eq!(solution.pairs, [pair("a", "d"), pair("b", "c"), pair("e", "f")]);
    assert_eq!(solution.covered, 6);
}

#[test]
fn no_score_makes_up_for_a_city_left_out_unless_the_score_alone_is_asked_for() {
    let mut round = sisters(&["a", "b", "c", "d"], vec![edge("a", "b", 1.0), edge("b", "c", 1_000_000.0), edge("c", "d", -5.0)]);
    assert_eq!(solved(&round).pairs, [pair("a", "b"), pair("c", "d")]);
    round.objective = Objective::Score;
    let solution = solved(&round);
    assert_eq!(solution.pairs, [pair("b", "c")]);
    assert_eq!(why(&solution, "d"), Some(Why::PartnersFull));
}

#[test]
fn pairs_that_cost_more_than_they_bring_are_left_when_only_the_score_counts() {
    let mut round = sisters(&["a", "b", "c", "d"], vec![edge("a", "b", -1.0), edge("c", "d", 0.0)]);
    round.objective = Objective::Score;
    let solution = solved(&round);
    assert_eq!(solution.score, 0.0);
    assert_eq!(why(&solution, "a"), Some(Why::NoGain));
}

#[test]
fn a_locked_pair_stays_and_a_barred_one_does_not_come() {
    let mut round = triangle();
    round.locked = vec![pair("b", "a")];
    assert_eq!(solved(&round).pairs, [pair("a", "b")]);
    let mut round = triangle();
    round.barred = vec![pair("c", "b"), pair("c", "a")];
    let solution = solved(&round);
    assert_eq!(solution.pairs, [pair("a", "b")]);
    assert_eq!(why(&solution, "c"), Some(Why::Barred));
}

#[test]
fn each_city_left_out_is_told_why() {
    let edges = vec![edge("a", "b", 9.0), edge("a", "none", 8.0), edge("c", "none", 7.0), edge("d", "e", 5.0)];
    let mut round = sisters(&["a", "alone", "b", "c", "d", "e", "none"], edges);
    round.nodes[6].max = Some(0);
    round.nodes[0].country = "X".to_owned();
    round.nodes[2].country = "Y".to_owned();
    round.nodes[4].country = "X".to_owned();
    round.nodes[5].country = "Y".to_owned();
    round.country_pair_cap = Some(1);
    let solution = solved(&round);
    assert_eq!(solution.pairs, [pair("a", "b")]);
    let told = ["alone", "none", "c", "d"].map(|id| why(&solution, id).unwrap());
    assert_eq!(told, [Why::NoCandidate, Why::NoQuota, Why::PartnersWithoutQuota, Why::CountryPairCap]);
}

#[test]
fn two_cities_can_learn_from_each_other() {
    let mut round = triangle();
    round.kind = RoundKind::PeerLearning;
    round.edges = vec![edge("a", "b", 3.0), edge("b", "a", 4.0), edge("c", "b", 5.0)];
    for node in &mut round.nodes {
        (node.max, node.learn_max, node.mentor_max) = (None, Some(1), Some(1));
    }
    let solution = solved(&round);
    assert_eq!(solution.pairs, [pair("b", "a"), pair("c", "b")]);
    assert_eq!((solution.covered, solution.score), (3, 9.0));
}

#[test]
fn pairs_that_would_rather_have_each_other_are_counted() {
    // Coverage splits b and c, who like each other best.
    let round = sisters(&["a", "b", "c", "d"], vec![edge("a", "b", 1.0), edge("b", "c", 9.0), edge("c", "d", 2.0)]);
    assert_eq!(solved(&round).blocking_pairs, 1);
}

#[test]
fn an_empty_round_has_an_empty_answer() {
    let solution = solved(&sisters(&[], Vec::new()));
    assert_eq!((solution.status, solution.pairs.len(), solution.score), (Status::Optimal, 0, 0.0));
}

#[test]
fn who_is_short_is_named_with_what_holds_it_back_and_what_would_help() {
    // a and c both need b, which has one place; b is locked to c.
    let mut round = sisters(&["a", "b", "c"], vec![edge("a", "b", 1.0), edge("b", "c", 2.0)]);
    round.nodes[0].min = 1;
    round.locked = vec![pair("b", "c")];
    let solution = solved(&round);
    assert_eq!(solution.status, Status::Infeasible);
    let id = |id: &str| id.to_owned();
    assert_eq!(solution.shortfalls, [Shortfall { id: id("a"), short: 1, held_by: vec![Limit::Max { id: id("b") }] }]);
    let expected = [Limit::Max { id: id("b") }, Limit::Lock { a: id("b"), b: id("c") }, Limit::Min { id: id("a") }];
    assert_eq!(solution.relaxations, expected.map(|limit| Relaxation { limit, short: 0 }));
}

#[test]
fn an_odd_ring_in_which_all_must_be_paired_is_known_to_be_impossible() {
    // No quota and no neighbour shows it: only that five is odd does.
    let ids = ["a", "b", "c", "d", "e"];
    let mut round = sisters(&ids, (0..5).map(|i| edge(ids[i], ids[(i + 1) % 5], 1.0)).collect());
    round.nodes.iter_mut().for_each(|node| node.min = 1);
    let solution = solved(&round);
    assert_eq!(solution.status, Status::Infeasible);
    assert_eq!(solution.shortfalls.iter().map(|shortfall| shortfall.short).sum::<u32>(), 1);
    assert!(solution.relaxations.iter().any(|relaxation| relaxation.short == 0 && matches!(relaxation.limit, Limit::Max { .. })));
}

#[test]
fn a_cap_that_makes_a_round_impossible_is_named() {
    let mut round = sisters(&["a", "b", "c", "d"], vec![edge("a", "b", 1.0), edge("c", "d", 2.0)]);
    for (node, country) in round.nodes.iter_mut().zip(["X", "Y", "Y", "X"]) {
        (node.min, node.country) = (1, country.to_owned());
    }
    round.country_pair_cap = Some(1);
    let solution = solved(&round);
    let cap = Limit::CountryPairCap { a: "X".to_owned(), b: "Y".to_owned() };
    assert_eq!(solution.shortfalls[0].held_by, std::slice::from_ref(&cap));
    assert_eq!(solution.relaxations[0], Relaxation { limit: cap, short: 0 });
}

#[test]
fn a_city_that_must_have_more_pairs_than_candidates_is_named() {
    let mut round = triangle();
    (round.nodes[0].min, round.nodes[0].max) = (3, Some(3));
    let solution = solved(&round);
    assert_eq!(solution.status, Status::Infeasible);
    assert_eq!(solution.shortfalls[0].held_by, [Limit::TooFewCandidates { id: "a".to_owned() }]);
}

#[test]
fn everything_that_cannot_be_meant_is_named_at_once() {
    let mut round =
        sisters(&["a", "b", "b"], vec![edge("a", "b", f64::NAN), edge("b", "a", 1.0), edge("a", "a", 1.0), edge("x", "a", 1.0)]);
    (round.nodes[0].min, round.nodes[1].learn_max) = (2, Some(1));
    (round.locked, round.barred) = (vec![pair("a", "b"), pair("a", "y")], vec![pair("b", "a")]);
    let told: Vec<String> = faults(&round).iter().map(ToString::to_string).collect();
    let expected = [
        "nodes[0]: 'a' must have 2 pairs and may have 1",
        "nodes[1]: 'b' has a quota as learner or mentor; sister cities have only min and max",
        "nodes[2]: the id 'b' is there twice",
        "edges[0]: the score NaN is not a finite number",
        "edges[1]: the pair 'b', 'a' is there twice",
        "edges[2]: 'a' is paired with itself",
        "edges[3].a: there is no city 'x' among the nodes",
        "locked[1].b: there is no city 'y' among the nodes",
        "locked[0]: the pair 'a', 'b' is locked and barred at once",
    ];
    assert_eq!(told, expected);
    assert!(matches!(solve(&round, 1, &mut || false), Err(RoundError::Faulty { faults }) if faults.len() == expected.len()));
}

#[test]
fn locks_beyond_quotas_and_caps_are_named() {
    let mut round = triangle();
    round.locked = vec![pair("a", "b"), pair("a", "c")];
    round.nodes.iter_mut().for_each(|node| node.country = "X".to_owned());
    round.country_pair_cap = Some(1);
    let told: Vec<String> = faults(&round).iter().map(ToString::to_string).collect();
    assert_eq!(told, ["'a' has 2 locked pairs and may have 1", "2 pairs of X and X are locked and the cap is 1"]);
    let mut round = triangle();
    round.locked = vec![pair("a", "d")];
    round.nodes.push(node("d", "d", 0, 1));
    assert_eq!(faults(&round)[0].to_string(), "locked[0]: the locked pair 'a', 'd' is not among the edges; give it there with its score");
}

#[test]
fn large_and_small_scores_are_both_exact() {
    let mut round = triangle();
    for (edge, score) in round.edges.iter_mut().zip([-1e12, 0.000_001, 0.000_002]) {
        edge.score = score;
    }
    // Beside so large a score the unit is coarser, and the two small ones are both 0 in it.
    assert_eq!(solved(&round).score, 0.0);
    round.edges[0].score = -1e6;
    assert_eq!((solved(&round).score, solved(&round).pairs), (0.000_002, vec![pair("a", "c")]));
    round.edges[0].score = 1.1e12;
    assert_eq!(faults(&round)[0].to_string(), "edges[0]: the score 1100000000000 is beyond 1e12 either way");
}

#[test]
fn a_round_is_read_and_answered_as_the_command_line_promises() {
    let json = r#"{"kind": "sister_city", "nodes": [{"id": "a", "country": "ID", "min": 0, "max": 1}, {"id": "b", "country": "MY", "min": 0, "max": 1}],
        "edges": [{"a": "b", "b": "a", "score": 2.5}], "locked": [], "barred": [], "country_pair_cap": null, "objective": "coverage_then_score"}"#;
    let answer = serde_json::to_value(solved(&serde_json::from_str(json).unwrap())).unwrap();
    let expected = serde_json::json!({"status": "optimal", "pairs": [["a", "b"]], "covered": 2, "covered_bound": 2, "score": 2.5, "bound": 2.5,
        "worst": 2.5, "gap": 0.0, "unmatched": [], "blocking_pairs": 0, "steps": answer["steps"]});
    assert_eq!(answer, expected);
}
