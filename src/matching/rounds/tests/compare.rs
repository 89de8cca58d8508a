//! Two rounds side by side.

use super::against_exhaustive::{LEARNERS, SISTERS};
use super::crafted::{edge, pair, sisters};
use super::*;
use crate::matching::rounds::analysis::{AddedWhy, Comparison, GoneWhy, RuleChange, compare};

/// a-b and c-d are chosen, and a-c and b-d could be.
fn square() -> Instance {
    let edges = vec![edge("a", "b", 9.0), edge("c", "d", 9.0), edge("a", "c", 5.0), edge("b", "d", 5.0)];
    sisters(&["a", "b", "c", "d"], edges)
}

fn compared(before: &Instance, after: &Instance) -> Comparison {
    compare((before, &solved(before)), (after, &solved(after)))
}

fn whys(comparison: &Comparison) -> (Vec<GoneWhy>, Vec<AddedWhy>) {
    (comparison.gone.iter().map(|gone| gone.why).collect(), comparison.added.iter().map(|added| added.why).collect())
}

/// Why pairs went on the way to a changed round, and why they come on the way back.
fn there_and_back(change: impl Fn(&mut Instance)) -> (Vec<GoneWhy>, Vec<AddedWhy>) {
    let mut changed = square();
    change(&mut changed);
    (whys(&compared(&square(), &changed)).0, whys(&compared(&changed, &square())).1)
}

#[test]
fn a_round_beside_itself_has_not_changed() {
    for (shape, seed) in [(SISTERS, 1), (LEARNERS, 2), (Shape { rules: true, cap: true, minima: true, ..SISTERS }, 3)] {
        let round = random_round(&shape, seed);
        let comparison = compared(&round, &round);
        assert_eq!(comparison.kept, solved(&round).pairs);
        assert!(comparison.added.is_empty() && comparison.gone.is_empty() && comparison.rules.is_empty());
        assert!(comparison.newly_covered.is_empty() && comparison.no_longer_covered.is_empty());
        assert_eq!((comparison.totals.pairs, comparison.totals.covered, comparison.totals.score), (0, 0, 0.0));
    }
}

#[test]
fn a_pair_goes_and_comes_with_its_city() {
    let why = there_and_back(|round| {
        round.nodes.remove(0);
        round.edges.retain(|edge| edge.a != "a");
    });
    assert_eq!(why, (vec![GoneWhy::CityLeft], vec![AddedWhy::NewCity]));
}

#[test]
fn a_pair_goes_and_comes_with_its_candidate() {
    let why = there_and_back(|round| drop(round.edges.remove(0)));
    assert_eq!(why, (vec![GoneWhy::NoCandidate, GoneWhy::GivenUp], vec![AddedWhy::NewCandidate, AddedWhy::Chosen]));
}

#[test]
fn a_pair_goes_with_a_bar_and_comes_when_it_is_lifted() {
    let why = there_and_back(|round| round.barred = vec![pair("b", "a")]);
    assert_eq!(why, (vec![GoneWhy::Barred, GoneWhy::GivenUp], vec![AddedWhy::BarLifted, AddedWhy::Chosen]));
}

#[test]
fn a_pair_goes_and_comes_with_a_quota() {
    let why = there_and_back(|round| round.nodes[0].max = Some(0));
    assert_eq!(why, (vec![GoneWhy::Quota], vec![AddedWhy::Quota]));
}

#[test]
fn a_pair_goes_and_comes_with_its_score() {
    let why = there_and_back(|round| round.edges[0].score = 0.5);
    let (gone, added) = (GoneWhy::Score { from: 9.0, to: 0.5 }, AddedWhy::Score { from: 0.5, to: 9.0 });
    assert_eq!(why, (vec![gone, GoneWhy::GivenUp], vec![added, AddedWhy::Chosen]));
}

#[test]
fn a_pair_comes_because_it_is_locked_and_the_rules_say_so() {
    let mut locked = square();
    locked.locked = vec![pair("c", "a")];
    let comparison = compared(&square(), &locked);
    assert_eq!(whys(&comparison), (vec![GoneWhy::GivenUp; 2], vec![AddedWhy::Locked, AddedWhy::Chosen]));
    let change = RuleChange { field: "locked".to_owned(), before: serde_json::json!([]), after: serde_json::json!([["a", "c"]]) };
    assert_eq!((comparison.rules, comparison.totals.score, comparison.totals.worst), (vec![change], -8.0, Some(-4.0)));
}

#[test]
fn who_is_newly_covered_and_who_no_longer_is_told() {
    let mut after = square();
    after.nodes[0].max = Some(0);
    let comparison = compared(&square(), &after);
    assert_eq!((comparison.kept, comparison.no_longer_covered), (vec![pair("c", "d")], vec!["a".to_owned(), "b".to_owned()]));
    assert_eq!(compared(&after, &square()).newly_covered, ["a", "b"]);
    assert_eq!((comparison.totals.pairs, comparison.totals.covered), (-1, -2));
}

#[test]
fn every_rule_that_differs_is_named_and_the_order_of_lists_is_no_difference() {
    let cap = |country: &str, most| CountryCap { country: country.to_owned(), most };
    let mut before = square();
    before.country_caps = vec![cap("a", 2), cap("b", 2)];
    let mut after = square();
    after.country_caps = vec![cap("b", 2), cap("a", 2)];
    assert!(compared(&before, &after).rules.is_empty());
    after.country_pair_cap = Some(2);
    after.objective = Objective::Score;
    after.shares = vec![Share { grouping: BY_COUNTRY.to_owned(), at_least: 0.5 }];
    after.nodes[1].min = 1;
    after.nodes[1].groups.insert("size".to_owned(), "large".to_owned());
    let fields: Vec<String> = compared(&before, &after).rules.into_iter().map(|rule| rule.field).collect();
    assert_eq!(fields, ["objective", "country_pair_cap", "shares", "nodes.b.min", "nodes.b.groups"]);
}
