//! What is wrong with an instance, all of it at once.

use std::collections::{BTreeMap, BTreeSet};

use super::instance::{Fault, Instance, LARGEST_SCORE, RoundKind};
use super::rules::{THOUSAND, by_country, value};

/// A number with three decimals times a thousand is this close to a whole one.
const THOUSANDTHS_DRIFT: f64 = 1e-9;

/// A pair of numbers of nodes as it is told apart: the lower first where pairs have no direction.
pub(super) fn key(kind: RoundKind, a: usize, b: usize) -> (usize, usize) {
    match kind {
        RoundKind::SisterCity => (a.min(b), a.max(b)),
        RoundKind::PeerLearning => (a, b),
    }
}

/// Every fault, in the order of the input.
pub(super) fn faults(instance: &Instance) -> Vec<Fault> {
    let mut check = Check { instance, numbers: BTreeMap::new(), faults: Vec::new() };
    check.nodes();
    let edges = check.edges();
    let barred: BTreeSet<_> = check.pairs("barred", &instance.barred).into_iter().map(|(_, pair)| pair).collect();
    let locked = check.locked(&edges, &barred);
    check.country_rules();
    check.shares();
    check.locked_quotas(&locked);
    check.locked_caps(&locked);
    check.locked_country_caps(&locked);
    check.faults
}

struct Check<'a> {
    instance: &'a Instance,
    numbers: BTreeMap<&'a str, usize>,
    faults: Vec<Fault>,
}

impl<'a> Check<'a> {
    fn nodes(&mut self) {
        for (at, node) in self.instance.nodes.iter().enumerate() {
            let place = || format!("nodes[{at}]");
            if self.numbers.insert(&node.id, at).is_some() {
                self.faults.push(Fault::DuplicateCity { place: place(), id: node.id.clone() });
            }
            if let Some(max) = node.max.filter(|max| *max < node.min) {
                self.faults.push(Fault::MinAboveMax { place: place(), id: node.id.clone(), min: node.min, max });
            }
            let roles = node.learn_max.is_some() || node.mentor_max.is_some();
            if roles && self.instance.kind == RoundKind::SisterCity {
                self.faults.push(Fault::RoleWithoutDirection { place: place(), id: node.id.clone() });
            }
        }
    }

    /// The two cities of a pair, unless a fault is found in them.
    fn pair(&mut self, place: &str, a: &str, b: &str) -> Option<(usize, usize)> {
        let found = [a, b].map(|id| self.numbers.get(id).copied());
        for (end, (id, number)) in ["a", "b"].iter().zip([a, b].iter().zip(found)) {
            if number.is_none() {
                self.faults.push(Fault::UnknownCity { place: format!("{place}.{end}"), id: (*id).to_owned() });
            }
        }
        if a == b {
            self.faults.push(Fault::Loop { place: place.to_owned(), id: a.to_owned() });
            return None;
        }
        Some(key(self.instance.kind, found[0]?, found[1]?))
    }

    fn edges(&mut self) -> BTreeSet<(usize, usize)> {
        let mut seen = BTreeSet::new();
        for (at, edge) in self.instance.edges.iter().enumerate() {
            let place = format!("edges[{at}]");
            if !edge.score.is_finite() {
                self.faults.push(Fault::NotFinite { place: place.clone(), score: edge.score });
            } else if edge.score.abs() > LARGEST_SCORE {
                self.faults.push(Fault::TooLarge { place: place.clone(), score: edge.score });
            }
            if let Some(spread) = edge.spread.filter(|spread| !(0.0..=LARGEST_SCORE).contains(spread)) {
                self.faults.push(Fault::BadSpread { place: place.clone(), spread });
            }
            if self.pair(&place, &edge.a, &edge.b).is_some_and(|pair| !seen.insert(pair)) {
                self.faults.push(Fault::DuplicateEdge { place, a: edge.a.clone(), b: edge.b.clone() });
            }
        }
        seen
    }

    fn pairs(&mut self, list: &str, pairs: &[(String, String)]) -> Vec<(usize, (usize, usize))> {
        let numbered = pairs.iter().enumerate();
        numbered.filter_map(|(at, (a, b))| Some((at, self.pair(&format!("{list}[{at}]"), a, b)?))).collect()
    }

    fn locked(&mut self, edges: &BTreeSet<(usize, usize)>, barred: &BTreeSet<(usize, usize)>) -> BTreeSet<(usize, usize)> {
        let instance = self.instance;
        let mut locked = BTreeSet::new();
        for (at, pair) in self.pairs("locked", &instance.locked) {
            let (place, (a, b)) = (format!("locked[{at}]"), instance.locked[at].clone());
            if barred.contains(&pair) {
                self.faults.push(Fault::LockedAndBarred { place, a, b });
            } else if !edges.contains(&pair) {
                self.faults.push(Fault::LockedWithoutEdge { place, a, b });
            }
            locked.insert(pair);
        }
        locked
    }

    fn locked_quotas(&mut self, locked: &BTreeSet<(usize, usize)>) {
        let mut counts = vec![[0_u32; 2]; self.instance.nodes.len()];
        for (a, b) in locked {
            counts[*a][0] += 1;
            counts[*b][1] += 1;
        }
        for (node, [learning, mentoring]) in self.instance.nodes.iter().zip(counts) {
            let directed = self.instance.kind == RoundKind::PeerLearning;
            let quotas = [
                ("", learning + mentoring, node.max),
                ("as learner ", learning, node.learn_max.filter(|_| directed)),
                ("as mentor ", mentoring, node.mentor_max.filter(|_| directed)),
            ];
            for (role, locked, max) in quotas {
                if let Some(max) = max.filter(|max| *max < locked) {
                    self.faults.push(Fault::LockedAboveMax { id: node.id.clone(), role, locked, max });
                }
            }
        }
    }

    /// Caps on countries that there are, each once.
    fn country_rules(&mut self) {
        let (instance, mut seen) = (self.instance, BTreeSet::new());
        let known: BTreeSet<&str> = instance.nodes.iter().map(|node| node.country.as_str()).collect();
        let pairs = instance.country_pair_caps.iter().enumerate();
        let pairs = pairs.map(|(at, cap)| (format!("country_pair_caps[{at}]"), vec![cap.a.as_str(), cap.b.as_str()]));
        let single = instance.country_caps.iter().enumerate().map(|(at, cap)| (format!("country_caps[{at}]"), vec![cap.country.as_str()]));
        for (place, mut countries) in pairs.chain(single) {
            for country in countries.iter().filter(|country| !known.contains(**country)) {
                self.faults.push(Fault::UnknownCountry { place: place.clone(), country: (*country).to_owned() });
            }
            countries.sort_unstable();
            if !seen.insert(countries.clone()) {
                self.faults.push(Fault::DuplicateRule { place, subject: countries.join(" and ") });
            }
        }
    }

    /// Shares between 0 and 1, in thousandths, of groupings that there are, each once.
    fn shares(&mut self) {
        let (instance, mut seen) = (self.instance, BTreeSet::new());
        for (at, share) in instance.shares.iter().enumerate() {
            let (place, grouping, at_least) = (format!("shares[{at}]"), share.grouping.as_str(), share.at_least);
            let by_country = by_country(instance, grouping);
            if !instance.nodes.iter().any(|node| value(node, grouping, by_country).is_some()) {
                self.faults.push(Fault::UnknownGrouping { place: place.clone(), grouping: grouping.to_owned() });
            }
            let parts = at_least * THOUSAND as f64;
            if !(0.0..=1.0).contains(&at_least) {
                self.faults.push(Fault::ShareOutOfRange { place: place.clone(), share: at_least });
            } else if (parts - parts.round()).abs() > THOUSANDTHS_DRIFT {
                self.faults.push(Fault::ShareTooFine { place: place.clone(), share: at_least });
            }
            if !seen.insert(grouping) {
                self.faults.push(Fault::DuplicateRule { place, subject: grouping.to_owned() });
            }
        }
    }

    fn locked_caps(&mut self, locked: &BTreeSet<(usize, usize)>) {
        let instance = self.instance;
        let own = instance.country_pair_caps.iter().map(|cap| (ordered([&cap.a, &cap.b]), cap.most));
        let own: BTreeMap<[&str; 2], u32> = own.collect();
        let mut counts: BTreeMap<[&str; 2], u32> = BTreeMap::new();
        for (a, b) in locked {
            *counts.entry(ordered([*a, *b].map(|at| instance.nodes[at].country.as_str()))).or_default() += 1;
        }
        for ([a, b], locked) in counts {
            if let Some(cap) = own.get(&[a, b]).copied().or(instance.country_pair_cap).filter(|cap| locked > *cap) {
                self.faults.push(Fault::LockedAboveCap { a: a.to_owned(), b: b.to_owned(), locked, cap });
            }
        }
    }

    fn locked_country_caps(&mut self, locked: &BTreeSet<(usize, usize)>) {
        let instance = self.instance;
        let own: BTreeMap<&str, u32> = instance.country_caps.iter().map(|cap| (cap.country.as_str(), cap.most)).collect();
        let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
        for (a, b) in locked {
            let countries: BTreeSet<&str> = [*a, *b].iter().map(|at| instance.nodes[*at].country.as_str()).collect();
            countries.into_iter().for_each(|country| *counts.entry(country).or_default() += 1);
        }
        for (country, locked) in counts {
            if let Some(cap) = own.get(country).copied().or(instance.country_cap).filter(|cap| locked > *cap) {
                self.faults.push(Fault::LockedAboveCountryCap { country: country.to_owned(), locked, cap });
            }
        }
    }
}

fn ordered([a, b]: [&str; 2]) -> [&str; 2] {
    [a.min(b), a.max(b)]
}
