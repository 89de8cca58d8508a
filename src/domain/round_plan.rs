//! What a matching round asks for: which cities, what kind of pairing, under which rules.

use std::collections::BTreeSet;
use std::fmt;
use std::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::code::{CountryCode, Slug, ThemeCode};
use super::fault::{Faults, check_text};
use super::pairing::Kind;

/// The longest list that a plan may hold.
const LONGEST: usize = 20_000;
/// Shares are whole thousandths, so that the solver counts in whole numbers.
const THOUSANDTHS: f64 = 1_000.0;

crate::text_enum! {
    /// What is best in a set of pairings.
    RoundObjective {
        /// As many cities as possible with a partner, then the highest total score.
        CoverageThenScore = "coverage_then_score",
        /// As many cities as possible, then the worst pairing as good as possible, then the total.
        CoverageThenWorstThenScore = "coverage_then_worst_then_score",
        /// The highest total score alone.
        Score = "score",
    }
}

crate::text_enum! {
    /// By what two cities can differ, and by what exposure is counted.
    Grouping {
        /// The World Bank's income group of the country.
        Income = "income",
        /// The country.
        Country = "country",
        /// Inhabitants: under 250,000 small, under 1 million medium, under 5 million large, beyond that very large.
        Size = "size",
        /// The level of local government.
        Level = "level",
        /// Whether the city is its country's capital.
        Capital = "capital",
    }
}

/// A matching round as its officer set it up.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RoundPlan {
    /// What the round is called, such as `Manila 2026`.
    pub name: String,
    /// What is paired.
    pub kind: Kind,
    /// Under one theme; all where absent.
    #[serde(default)]
    #[cfg_attr(feature = "server", schema(value_type = Option<String>))]
    pub theme: Option<ThemeCode>,
    /// Which cities take part; every active member where nothing is said.
    #[serde(default, deserialize_with = "from_map")]
    pub scope: RoundScope,
    /// So many of each city's best partners are looked at.
    #[serde(default = "thirty")]
    #[cfg_attr(feature = "server", schema(minimum = 1, maximum = 100))]
    pub candidates: u32,
    /// So many next best partners are kept for each city of a pairing.
    #[serde(default = "three")]
    #[cfg_attr(feature = "server", schema(maximum = 10))]
    pub alternates: u32,
    /// What is best.
    #[serde(default = "coverage_first")]
    pub objective: RoundObjective,
    /// What limits the pairings.
    #[serde(default, deserialize_with = "from_map")]
    pub rules: RoundRules,
}

/// Reads a part of the plan from an object alone: serde would take an empty list for one whose members may all be absent.
fn from_map<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<T, D::Error> {
    struct Members<T>(PhantomData<T>);
    impl<'de, T: Deserialize<'de>> Visitor<'de> for Members<T> {
        type Value = T;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object")
        }
        fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<T, A::Error> {
            T::deserialize(MapAccessDeserializer::new(members))
        }
    }
    deserializer.deserialize_map(Members(PhantomData))
}

fn thirty() -> u32 {
    30
}

fn three() -> u32 {
    3
}

fn coverage_first() -> RoundObjective {
    RoundObjective::CoverageThenScore
}

/// Which cities take part: those that fit every list that is not empty, and those picked by hand, but for those left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct RoundScope {
    /// Members of one of these networks or committees.
    pub networks: Vec<String>,
    /// Of one of these countries.
    #[cfg_attr(feature = "server", schema(value_type = Vec<String>))]
    pub countries: Vec<CountryCode>,
    /// Of one of these levels of local government.
    pub levels: Vec<String>,
    /// Picked by hand; alone, they are the round.
    #[cfg_attr(feature = "server", schema(value_type = Vec<String>))]
    pub cities: Vec<Slug>,
    /// Left out by hand.
    #[cfg_attr(feature = "server", schema(value_type = Vec<String>))]
    pub without: Vec<Slug>,
}

/// What limits the pairings of a round. What a city's own profile allows limits it as well.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct RoundRules {
    /// Pairings that each city must have. Hard.
    pub least: u32,
    /// Pairings that each city may have, in any role; where absent 1, and for peer learning as the roles allow.
    pub most: Option<u32>,
    /// Peer learning: pairings in which each city may learn; 1 where absent.
    pub most_as_learner: Option<u32>,
    /// Peer learning: pairings in which each city may teach; 2 where absent.
    pub most_as_mentor: Option<u32>,
    /// Cities for which other numbers hold.
    pub own: Vec<OwnQuota>,
    /// Pairings with a city of each country.
    pub country_cap: Option<u32>,
    /// Countries for which another cap holds.
    pub country_caps: Vec<CountryCap>,
    /// Pairings of each two countries.
    pub country_pair_cap: Option<u32>,
    /// Two countries for which another cap holds.
    pub country_pair_caps: Vec<CountryPairCap>,
    /// Pairings that must be; for peer learning the learner comes first.
    #[cfg_attr(feature = "server", schema(value_type = Vec<Vec<String>>))]
    pub locked: Vec<[Slug; 2]>,
    /// Pairings that must not be.
    #[cfg_attr(feature = "server", schema(value_type = Vec<Vec<String>>))]
    pub barred: Vec<[Slug; 2]>,
    /// Shares of the pairings that join unlike cities.
    pub shares: Vec<ShareRule>,
    /// No pairing below this score, 0 to 100; locked ones aside.
    pub minimum_score: Option<f64>,
    /// The larger city has at most so many times the inhabitants of the smaller, 1 or more. Where they are not known nothing stands against a pairing.
    pub largest_size_ratio: Option<f64>,
    /// Only cities of one level of local government are paired.
    pub same_level: bool,
}

/// Other numbers for one city.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct OwnQuota {
    /// The city.
    #[cfg_attr(feature = "server", schema(value_type = String))]
    pub city: Slug,
    /// Pairings that it must have.
    #[serde(default)]
    pub least: Option<u32>,
    /// Pairings that it may have.
    #[serde(default)]
    pub most: Option<u32>,
    /// Pairings in which it may learn.
    #[serde(default)]
    pub most_as_learner: Option<u32>,
    /// Pairings in which it may teach.
    #[serde(default)]
    pub most_as_mentor: Option<u32>,
}

/// A cap on the pairings with a city of a country.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CountryCap {
    /// The country.
    #[cfg_attr(feature = "server", schema(value_type = String))]
    pub country: CountryCode,
    /// Pairings at most.
    pub most: u32,
}

/// A cap on the pairings of two countries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CountryPairCap {
    /// A country.
    #[cfg_attr(feature = "server", schema(value_type = String))]
    pub a: CountryCode,
    /// The other.
    #[cfg_attr(feature = "server", schema(value_type = String))]
    pub b: CountryCode,
    /// Pairings at most.
    pub most: u32,
}

/// At least this share of the pairings joins cities that differ.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ShareRule {
    /// In what they differ. A city of which it is not known never counts as different.
    pub grouping: Grouping,
    /// 0 to 1, in thousandths.
    pub at_least: f64,
}

impl RoundPlan {
    /// Everything in the plan that cannot be meant, without looking at any city.
    pub fn faults(&self) -> Faults {
        let mut faults = Faults::new();
        check_text(&mut faults, "/name", &self.name, 120);
        faults.require((1..=100).contains(&self.candidates), "/candidates", "must be from 1 to 100");
        faults.require(self.alternates <= 10, "/alternates", "must be at most 10");
        self.check_scope(&mut faults);
        self.check_quotas(&mut faults);
        self.check_pairs(&mut faults);
        self.check_rest(&mut faults);
        faults
    }

    fn check_scope(&self, faults: &mut Faults) {
        let RoundScope { networks, countries, levels, cities, without } = &self.scope;
        let lengths = [
            ("/scope/networks", networks.len()),
            ("/scope/countries", countries.len()),
            ("/scope/levels", levels.len()),
            ("/scope/cities", cities.len()),
            ("/scope/without", without.len()),
            ("/rules/own", self.rules.own.len()),
            ("/rules/locked", self.rules.locked.len()),
            ("/rules/barred", self.rules.barred.len()),
        ];
        for (pointer, length) in lengths {
            faults.require(length <= LONGEST, pointer, format!("must have at most {LONGEST} entries"));
        }
        for (i, slug) in without.iter().enumerate() {
            faults.require(!cities.contains(slug), format!("/scope/without/{i}"), format!("{slug} is picked and left out at once"));
        }
    }

    fn check_quotas(&self, faults: &mut Faults) {
        let rules = &self.rules;
        faults.require(rules.most.is_none_or(|most| rules.least <= most), "/rules/least", "is above most");
        let mut seen = BTreeSet::new();
        for (i, own) in rules.own.iter().enumerate() {
            let at = format!("/rules/own/{i}");
            faults.require(seen.insert(&own.city), &at, format!("{} is there twice", own.city));
            let (least, most) = (own.least.unwrap_or(rules.least), own.most.or(rules.most));
            faults.require(most.is_none_or(|most| least <= most), format!("{at}/least"), "is above most");
        }
        let roles = |learner: Option<u32>, mentor: Option<u32>| learner.is_some() || mentor.is_some();
        let any_role = roles(rules.most_as_learner, rules.most_as_mentor)
            || rules.own.iter().any(|own| roles(own.most_as_learner, own.most_as_mentor));
        let detail = "learners and mentors are of peer learning; other kinds have most";
        faults.require(self.kind == Kind::PeerLearning || !any_role, "/rules/most_as_learner", detail);
    }

    fn check_pairs(&self, faults: &mut Faults) {
        let mut locked = BTreeSet::new();
        for (i, pair) in self.rules.locked.iter().enumerate() {
            let at = format!("/rules/locked/{i}");
            faults.require(pair[0] != pair[1], &at, "is one city twice");
            faults.require(locked.insert(self.key(pair)), &at, "is there twice");
        }
        for (i, pair) in self.rules.barred.iter().enumerate() {
            let at = format!("/rules/barred/{i}");
            faults.require(pair[0] != pair[1], &at, "is one city twice");
            faults.require(!locked.contains(&self.key(pair)), &at, "is locked and barred at once");
        }
    }

    /// A pair in the order in which it counts.
    fn key(&self, pair: &[Slug; 2]) -> [Slug; 2] {
        let mut key = pair.clone();
        if self.kind.is_symmetric() {
            key.sort();
        }
        key
    }

    fn check_rest(&self, faults: &mut Faults) {
        let rules = &self.rules;
        let mut seen = BTreeSet::new();
        for (i, share) in rules.shares.iter().enumerate() {
            let at = format!("/rules/shares/{i}");
            faults.require(seen.insert(share.grouping), &at, format!("{} is there twice", share.grouping));
            let thousandths = share.at_least * THOUSANDTHS;
            let is_whole = (thousandths - thousandths.round()).abs() < 1e-9;
            let is_share = (0.0..=1.0).contains(&share.at_least) && is_whole;
            faults.require(is_share, format!("{at}/at_least"), "must be from 0 to 1, in thousandths");
        }
        let is_score = |score: f64| (0.0..=100.0).contains(&score);
        faults.require(rules.minimum_score.is_none_or(is_score), "/rules/minimum_score", "must be from 0 to 100");
        let is_ratio = |ratio: f64| ratio.is_finite() && ratio >= 1.0;
        faults.require(rules.largest_size_ratio.is_none_or(is_ratio), "/rules/largest_size_ratio", "must be 1 or more");
        let mut countries = BTreeSet::new();
        for (i, cap) in rules.country_caps.iter().enumerate() {
            faults.require(countries.insert(&cap.country), format!("/rules/country_caps/{i}"), format!("{} is there twice", cap.country));
        }
        let mut pairs = BTreeSet::new();
        for (i, cap) in rules.country_pair_caps.iter().enumerate() {
            let pair = if cap.a <= cap.b { (&cap.a, &cap.b) } else { (&cap.b, &cap.a) };
            faults.require(pairs.insert(pair), format!("/rules/country_pair_caps/{i}"), format!("{} and {} are there twice", cap.a, cap.b));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(rules: &serde_json::Value) -> RoundPlan {
        serde_json::from_value(serde_json::json!({ "name": "Manila 2026", "kind": "sister_city", "rules": rules })).unwrap()
    }

    #[test]
    fn a_name_and_a_kind_are_a_plan() {
        let plan = plan(&serde_json::json!({}));
        assert!(plan.faults().is_empty());
        assert_eq!((plan.candidates, plan.alternates, plan.objective), (30, 3, RoundObjective::CoverageThenScore));
    }

    #[test]
    fn every_fault_of_a_plan_is_named_at_once() {
        let rules = serde_json::json!({
            "least": 2, "most": 1, "most_as_mentor": 3, "minimum_score": 101.0, "largest_size_ratio": 0.5,
            "locked": [["surabaya", "cebu-city"], ["cebu-city", "surabaya"]], "barred": [["surabaya", "cebu-city"]],
            "shares": [{ "grouping": "income", "at_least": 0.3333 }],
            "country_caps": [{ "country": "ID", "most": 1 }, { "country": "ID", "most": 2 }],
        });
        let faults = plan(&rules).faults().into_vec();
        let pointers: Vec<&str> = faults.iter().map(|fault| fault.pointer.as_str()).collect();
        let expected = [
            "/rules/least",
            "/rules/most_as_learner",
            "/rules/locked/1",
            "/rules/barred/0",
            "/rules/shares/0/at_least",
            "/rules/minimum_score",
            "/rules/largest_size_ratio",
            "/rules/country_caps/1",
        ];
        assert_eq!(pointers, expected);
    }

    #[test]
    fn for_peer_learning_a_pair_may_be_locked_both_ways() {
        let both_ways = serde_json::json!({ "locked": [["surabaya", "cebu-city"], ["cebu-city", "surabaya"]] });
        let plan = RoundPlan { kind: Kind::PeerLearning, ..plan(&both_ways) };
        assert!(plan.faults().is_empty());
    }
}
