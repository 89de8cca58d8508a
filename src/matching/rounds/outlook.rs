//! What can be said of a round before it is solved: who cannot have a pair whatever is chosen, and where caps leave less room than there are
//! cities. Counting alone, so that it is there while the rules are still being set; only solving says what is really possible.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::instance::{Candidate, Instance, Node, RoundKind};

/// A round before it is solved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Outlook {
    /// Cities that take part.
    pub cities: usize,
    /// Pairings to choose from, barred ones left out.
    pub candidates: usize,
    /// Cities with no candidate at all, or none that may have a pairing: they will be left out.
    pub without: Vec<String>,
    /// Cities with fewer candidates than the pairings that they must have: the round is impossible.
    pub short: Vec<TooFew>,
    /// Countries whose caps leave room for fewer of their cities than could have a pairing: the others will be left out.
    pub crowded: Vec<Crowded>,
}

/// A city that cannot have its minimum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct TooFew {
    /// The city.
    pub id: String,
    /// Pairings that it must have.
    pub least: u32,
    /// Candidates that it has.
    pub candidates: u32,
}

/// A country with less room than cities.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Crowded {
    /// The country.
    pub country: String,
    /// Its cities that have a candidate.
    pub cities: u64,
    /// So many of them can have a pairing at the most.
    pub room: u64,
}

/// Looks at a round without solving it. The instance has no faults.
pub fn outlook(instance: &Instance) -> Outlook {
    let nodes: BTreeMap<&str, &Node> = instance.nodes.iter().map(|node| (node.id.as_str(), node)).collect();
    let open = open_candidates(instance, &nodes);
    let mut count: BTreeMap<&str, u32> = BTreeMap::new();
    for edge in &open {
        *count.entry(&edge.a).or_default() += 1;
        *count.entry(&edge.b).or_default() += 1;
    }
    let of = |id: &String| count.get(id.as_str()).copied().unwrap_or(0);
    let short = instance.nodes.iter().filter(|node| of(&node.id) < node.min);
    Outlook {
        cities: instance.nodes.len(),
        candidates: open.len(),
        without: instance.nodes.iter().filter(|node| of(&node.id) == 0).map(|node| node.id.clone()).collect(),
        short: short.map(|node| TooFew { id: node.id.clone(), least: node.min, candidates: of(&node.id) }).collect(),
        crowded: crowded(instance, &nodes, &open),
    }
}

/// Candidates that are not barred and whose cities may have a pairing, each in its part.
fn open_candidates<'a>(instance: &'a Instance, nodes: &BTreeMap<&str, &Node>) -> Vec<&'a Candidate> {
    let directed = instance.kind == RoundKind::PeerLearning;
    let key = |a: &'a String, b: &'a String| if directed || a <= b { (a, b) } else { (b, a) };
    let barred: BTreeSet<(&String, &String)> = instance.barred.iter().map(|(a, b)| key(a, b)).collect();
    let may = |id: &String, role: fn(&Node) -> Option<u32>| {
        nodes.get(id.as_str()).is_some_and(|node| node.max != Some(0) && (!directed || role(node) != Some(0)))
    };
    let is_open = |edge: &&'a Candidate| {
        !barred.contains(&key(&edge.a, &edge.b)) && may(&edge.a, |node| node.learn_max) && may(&edge.b, |node| node.mentor_max)
    };
    instance.edges.iter().filter(is_open).collect()
}

fn crowded(instance: &Instance, nodes: &BTreeMap<&str, &Node>, open: &[&Candidate]) -> Vec<Crowded> {
    let country = |id: &String| nodes.get(id.as_str()).map(|node| node.country.as_str());
    let mut cities: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut together: BTreeMap<(&str, &str), u64> = BTreeMap::new();
    for edge in open {
        let Some((a, b)) = country(&edge.a).zip(country(&edge.b)) else { continue };
        cities.entry(a).or_default().insert(&edge.a);
        cities.entry(b).or_default().insert(&edge.b);
        *together.entry((a.min(b), a.max(b))).or_default() += 1;
    }
    let all = cities.into_iter().map(|(country, cities)| {
        let cities = u64::try_from(cities.len()).unwrap_or(u64::MAX);
        Crowded { country: country.to_owned(), cities, room: room_of(instance, &together, country) }
    });
    all.filter(|country| country.room < country.cities).collect()
}

/// Cities of a country that caps leave room for: a pairing within it has room for two.
fn room_of(instance: &Instance, together: &BTreeMap<(&str, &str), u64>, country: &str) -> u64 {
    let shared = together.iter().filter(|((a, b), _)| *a == country || *b == country);
    let of_pair = |((a, b), count): (&(&str, &str), &u64)| {
        let pairs = pair_cap(instance, a, b).map_or(*count, |cap| u64::from(cap).min(*count));
        if a == b { 2 * pairs } else { pairs }
    };
    let by_pairs: u64 = shared.map(of_pair).sum();
    let within = if together.keys().any(|(a, b)| a == b && *a == country) { 2 } else { 1 };
    country_cap(instance, country).map_or(by_pairs, |cap| by_pairs.min(u64::from(cap) * within))
}

fn pair_cap(instance: &Instance, a: &str, b: &str) -> Option<u32> {
    let own = instance.country_pair_caps.iter().find(|cap| (cap.a == a && cap.b == b) || (cap.a == b && cap.b == a));
    own.map(|cap| cap.most).or(instance.country_pair_cap)
}

fn country_cap(instance: &Instance, country: &str) -> Option<u32> {
    let own = instance.country_caps.iter().find(|cap| cap.country == country);
    own.map(|cap| cap.most).or(instance.country_cap)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn round(rules: &serde_json::Value) -> Instance {
        let node = |id: &str, country: &str| serde_json::json!({"id": id, "country": country, "max": 1});
        let mut round = serde_json::json!({
            "kind": "sister_city",
            "nodes": [node("bogor", "ID"), node("depok", "ID"), node("ipoh", "MY"), node("miri", "MY"), node("hue", "VN")],
            "edges": [{"a": "bogor", "b": "ipoh", "score": 5.0}, {"a": "bogor", "b": "miri", "score": 4.0}, {"a": "miri", "b": "depok", "score": 3.0}],
        });
        for (member, value) in rules.as_object().unwrap() {
            round[member] = value.clone();
        }
        serde_json::from_value(round).unwrap()
    }

    #[test]
    fn a_city_without_a_candidate_is_known_before_anything_is_solved() {
        let seen = outlook(&round(&serde_json::json!({"barred": [["depok", "miri"]]})));
        assert_eq!((seen.cities, seen.candidates, seen.without), (5, 2, vec!["depok".to_owned(), "hue".to_owned()]));
    }

    #[test]
    fn caps_that_leave_cities_out_whatever_is_chosen_are_named() {
        let seen = outlook(&round(&serde_json::json!({"country_pair_cap": 1})));
        let crowded: Vec<(&str, u64, u64)> = seen.crowded.iter().map(|one| (one.country.as_str(), one.cities, one.room)).collect();
        assert_eq!(crowded, [("ID", 2, 1), ("MY", 2, 1)]);
        assert!(outlook(&round(&serde_json::json!({"country_pair_cap": 2}))).crowded.is_empty());
        assert_eq!(outlook(&round(&serde_json::json!({"country_caps": [{"country": "MY", "most": 0}]}))).crowded[0].room, 0);
    }

    #[test]
    fn a_minimum_above_the_candidates_is_named() {
        let mut round = round(&serde_json::json!({}));
        (round.nodes[1].min, round.nodes[1].max) = (2, Some(2));
        assert_eq!(outlook(&round).short, [TooFew { id: "depok".to_owned(), least: 2, candidates: 1 }]);
    }
}
