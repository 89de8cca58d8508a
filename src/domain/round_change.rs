//! One change of a round's plan, as somebody who reads its analysis wishes for it: lock this pair, bar that one, one place more here.
//!
//! A change has one text, so that a button can carry it. What it makes of the plan is checked like any other plan.

use std::fmt;
use std::str::FromStr;

use super::code::{BadCode, CountryCode, Slug};
use super::pairing::Kind;
use super::round_plan::{CountryCap, CountryPairCap, Grouping, OwnQuota, RoundPlan};

/// Two cities in the order of the pairing.
pub type TwoCities = [Slug; 2];

/// One change of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanChange {
    /// The pair must be; where it was barred it is not any more.
    Lock(TwoCities),
    /// It need not be any more.
    Unlock(TwoCities),
    /// The pair must not be; where it was locked it is not any more.
    Bar(TwoCities),
    /// It may be again.
    Unbar(TwoCities),
    /// The city may have one pairing more.
    RaiseMost(Slug),
    /// It may learn in one pairing more.
    RaiseLearner(Slug),
    /// It may teach in one pairing more.
    RaiseMentor(Slug),
    /// It must have one pairing fewer.
    LowerLeast(Slug),
    /// One pairing more with the country.
    RaiseCountry(CountryCode),
    /// One pairing more of the two countries.
    RaiseCountries([CountryCode; 2]),
    /// The share falls to the next multiple of 5 %.
    LowerShare(Grouping),
    /// All rules of one kind are given up.
    Drop(RuleKind),
}

crate::text_enum! {
    /// Rules of one kind.
    RuleKind {
        /// Every minimum.
        Minima = "minima",
        /// Every locked pair.
        Locks = "locks",
        /// Every barred pair.
        Bars = "bars",
        /// Every cap on a country.
        CountryCaps = "country_caps",
        /// Every cap on two countries.
        CountryPairCaps = "country_pair_caps",
    }
}

impl PlanChange {
    /// The plan after it.
    pub fn applied(&self, plan: &RoundPlan) -> RoundPlan {
        let mut changed = plan.clone();
        let kind = plan.kind;
        let rules = &mut changed.rules;
        match self {
            PlanChange::Lock(pair) => {
                remove(&mut rules.barred, kind, pair);
                add(&mut rules.locked, kind, pair);
            }
            PlanChange::Unlock(pair) => remove(&mut rules.locked, kind, pair),
            PlanChange::Bar(pair) => {
                remove(&mut rules.locked, kind, pair);
                add(&mut rules.barred, kind, pair);
            }
            PlanChange::Unbar(pair) => remove(&mut rules.barred, kind, pair),
            PlanChange::RaiseMost(city) => {
                let most = own_of(plan, city).and_then(|own| own.most).or(plan.rules.most).unwrap_or(1);
                own(&mut changed, city).most = Some(most.saturating_add(1));
            }
            PlanChange::RaiseLearner(city) => {
                let most = own_of(plan, city).and_then(|own| own.most_as_learner).or(plan.rules.most_as_learner).unwrap_or(1);
                own(&mut changed, city).most_as_learner = Some(most.saturating_add(1));
            }
            PlanChange::RaiseMentor(city) => {
                let most = own_of(plan, city).and_then(|own| own.most_as_mentor).or(plan.rules.most_as_mentor).unwrap_or(2);
                own(&mut changed, city).most_as_mentor = Some(most.saturating_add(1));
            }
            PlanChange::LowerLeast(city) => {
                let least = own_of(plan, city).and_then(|own| own.least).unwrap_or(plan.rules.least);
                own(&mut changed, city).least = Some(least.saturating_sub(1));
            }
            PlanChange::RaiseCountry(country) => raise_country(&mut changed, country),
            PlanChange::RaiseCountries(countries) => raise_countries(&mut changed, countries),
            PlanChange::LowerShare(grouping) => lower_share(&mut changed, *grouping),
            PlanChange::Drop(kind) => drop_all(&mut changed, *kind),
        }
        changed
    }
}

fn is_same(kind: Kind, [a, b]: &TwoCities, [c, d]: &TwoCities) -> bool {
    (a == c && b == d) || (kind.is_symmetric() && a == d && b == c)
}

fn add(list: &mut Vec<TwoCities>, kind: Kind, pair: &TwoCities) {
    if !list.iter().any(|known| is_same(kind, known, pair)) {
        list.push(pair.clone());
    }
}

fn remove(list: &mut Vec<TwoCities>, kind: Kind, pair: &TwoCities) {
    list.retain(|known| !is_same(kind, known, pair));
}

fn own_of<'a>(plan: &'a RoundPlan, city: &Slug) -> Option<&'a OwnQuota> {
    plan.rules.own.iter().find(|own| own.city == *city)
}

/// The numbers of a city, made where there were none.
fn own<'a>(plan: &'a mut RoundPlan, city: &Slug) -> &'a mut OwnQuota {
    let own = &mut plan.rules.own;
    let at = own.iter().position(|known| known.city == *city).unwrap_or_else(|| {
        own.push(OwnQuota { city: city.clone(), least: None, most: None, most_as_learner: None, most_as_mentor: None });
        own.len() - 1
    });
    &mut own[at]
}

fn raise_country(plan: &mut RoundPlan, country: &CountryCode) {
    let rules = &mut plan.rules;
    let general = rules.country_cap;
    match rules.country_caps.iter_mut().find(|cap| cap.country == *country) {
        Some(cap) => cap.most = cap.most.saturating_add(1),
        None => rules.country_caps.extend(general.map(|most| CountryCap { country: country.clone(), most: most.saturating_add(1) })),
    }
}

fn raise_countries(plan: &mut RoundPlan, [a, b]: &[CountryCode; 2]) {
    let rules = &mut plan.rules;
    let general = rules.country_pair_cap;
    let is_it = |cap: &&mut CountryPairCap| (cap.a == *a && cap.b == *b) || (cap.a == *b && cap.b == *a);
    match rules.country_pair_caps.iter_mut().find(is_it) {
        Some(cap) => cap.most = cap.most.saturating_add(1),
        None => {
            let raised = general.map(|most| CountryPairCap { a: a.clone(), b: b.clone(), most: most.saturating_add(1) });
            rules.country_pair_caps.extend(raised);
        }
    }
}

/// Shares are kept in thousandths; five in a hundred are fifty of them.
fn lower_share(plan: &mut RoundPlan, grouping: Grouping) {
    const STEP: u32 = 50;
    let shares = &mut plan.rules.shares;
    for share in shares.iter_mut().filter(|share| share.grouping == grouping) {
        // From 0 to 1,000, which the plan's own check holds.
        let thousandths = (share.at_least * 1_000.0).round() as u32;
        share.at_least = f64::from(thousandths.saturating_sub(1) / STEP * STEP) / 1_000.0;
    }
    shares.retain(|share| share.at_least > 0.0);
}

fn drop_all(plan: &mut RoundPlan, kind: RuleKind) {
    let rules = &mut plan.rules;
    match kind {
        RuleKind::Minima => {
            rules.least = 0;
            rules.own.iter_mut().for_each(|own| own.least = None);
        }
        RuleKind::Locks => rules.locked.clear(),
        RuleKind::Bars => rules.barred.clear(),
        RuleKind::CountryCaps => (rules.country_cap, rules.country_caps) = (None, Vec::new()),
        RuleKind::CountryPairCaps => (rules.country_pair_cap, rules.country_pair_caps) = (None, Vec::new()),
    }
}

impl fmt::Display for PlanChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PlanChange::Lock([a, b]) => write!(f, "lock {a} {b}"),
            PlanChange::Unlock([a, b]) => write!(f, "unlock {a} {b}"),
            PlanChange::Bar([a, b]) => write!(f, "bar {a} {b}"),
            PlanChange::Unbar([a, b]) => write!(f, "unbar {a} {b}"),
            PlanChange::RaiseMost(city) => write!(f, "raise_most {city}"),
            PlanChange::RaiseLearner(city) => write!(f, "raise_learner {city}"),
            PlanChange::RaiseMentor(city) => write!(f, "raise_mentor {city}"),
            PlanChange::LowerLeast(city) => write!(f, "lower_least {city}"),
            PlanChange::RaiseCountry(country) => write!(f, "raise_country {country}"),
            PlanChange::RaiseCountries([a, b]) => write!(f, "raise_countries {a} {b}"),
            PlanChange::LowerShare(grouping) => write!(f, "lower_share {grouping}"),
            PlanChange::Drop(kind) => write!(f, "drop {kind}"),
        }
    }
}

impl FromStr for PlanChange {
    type Err = BadCode;
    fn from_str(text: &str) -> Result<Self, BadCode> {
        let bad = || BadCode { text: text.to_owned(), expected: "a change of a plan, such as lock surabaya da-nang" };
        let words: Vec<&str> = text.split(' ').collect();
        Ok(match words.as_slice() {
            ["lock", a, b] => PlanChange::Lock([a.parse()?, b.parse()?]),
            ["unlock", a, b] => PlanChange::Unlock([a.parse()?, b.parse()?]),
            ["bar", a, b] => PlanChange::Bar([a.parse()?, b.parse()?]),
            ["unbar", a, b] => PlanChange::Unbar([a.parse()?, b.parse()?]),
            ["raise_most", city] => PlanChange::RaiseMost(city.parse()?),
            ["raise_learner", city] => PlanChange::RaiseLearner(city.parse()?),
            ["raise_mentor", city] => PlanChange::RaiseMentor(city.parse()?),
            ["lower_least", city] => PlanChange::LowerLeast(city.parse()?),
            ["raise_country", country] => PlanChange::RaiseCountry(country.parse()?),
            ["raise_countries", a, b] => PlanChange::RaiseCountries([a.parse()?, b.parse()?]),
            ["lower_share", grouping] => PlanChange::LowerShare(grouping.parse()?),
            ["drop", kind] => PlanChange::Drop(kind.parse()?),
            _ => return Err(bad()),
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn plan(kind: &str, rules: &serde_json::Value) -> RoundPlan {
        serde_json::from_value(json!({"name": "Manila 2026", "kind": kind, "rules": rules})).unwrap()
    }

    fn rules_after(change: &str, plan: &RoundPlan) -> serde_json::Value {
        let change: PlanChange = change.parse().unwrap();
        let changed = change.applied(plan);
        assert!(changed.faults().is_empty(), "{change}: {:?}", changed.faults());
        serde_json::to_value(changed.rules).unwrap()
    }

    #[test]
    fn every_change_is_read_back_from_its_own_text_and_nothing_else_is() {
        for text in [
            "lock surabaya da-nang",
            "unlock surabaya da-nang",
            "bar surabaya da-nang",
            "unbar surabaya da-nang",
            "raise_most surabaya",
            "raise_learner surabaya",
            "raise_mentor surabaya",
            "lower_least surabaya",
            "raise_country ID",
            "raise_countries ID VN",
            "lower_share income",
            "drop bars",
        ] {
            assert_eq!(text.parse::<PlanChange>().unwrap().to_string(), text);
        }
        for text in ["", "lock surabaya", "lock surabaya da-nang hue", "drop everything", "LOCK a b", "raise_country Indonesia", "lock  a"]
        {
            assert!(text.parse::<PlanChange>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_pair_is_never_locked_and_barred_at_once_whichever_way_round_it_is_named() {
        let barred = plan("sister_city", &json!({"barred": [["da-nang", "surabaya"]]}));
        let rules = rules_after("lock surabaya da-nang", &barred);
        assert_eq!((&rules["locked"], &rules["barred"]), (&json!([["surabaya", "da-nang"]]), &json!([])));
        let locked = plan("sister_city", &json!({"locked": [["da-nang", "surabaya"]]}));
        assert_eq!(rules_after("lock surabaya da-nang", &locked)["locked"], json!([["da-nang", "surabaya"]]));
        let directed = plan("peer_learning", &json!({"locked": [["da-nang", "surabaya"]]}));
        assert_eq!(rules_after("bar surabaya da-nang", &directed)["locked"], json!([["da-nang", "surabaya"]]), "the other way round");
    }

    #[test]
    fn one_place_more_starts_from_what_the_city_has_now() {
        let general = plan("sister_city", &json!({"most": 2}));
        assert_eq!(rules_after("raise_most hue", &general)["own"][0]["most"], 3);
        let own = plan("sister_city", &json!({"own": [{"city": "hue", "most": 4}]}));
        assert_eq!(
            rules_after("raise_most hue", &own)["own"],
            json!([{"city": "hue", "least": null, "most": 5, "most_as_learner": null, "most_as_mentor": null}])
        );
        let learning = plan("peer_learning", &json!({}));
        assert_eq!(rules_after("raise_mentor hue", &learning)["own"][0]["most_as_mentor"], 3);
    }

    #[test]
    fn one_step_less_of_a_rule_leaves_the_others_alone() {
        let all = json!({
            "least": 1, "country_cap": 2, "country_pair_cap": 1,
            "country_pair_caps": [{"a": "VN", "b": "ID", "most": 3}],
            "shares": [{"grouping": "income", "at_least": 0.333}, {"grouping": "size", "at_least": 0.05}],
        });
        let plan = plan("sister_city", &all);
        assert_eq!(rules_after("raise_country ID", &plan)["country_caps"], json!([{"country": "ID", "most": 3}]));
        assert_eq!(rules_after("raise_countries ID VN", &plan)["country_pair_caps"], json!([{"a": "VN", "b": "ID", "most": 4}]));
        assert_eq!(rules_after("lower_share income", &plan)["shares"][0]["at_least"], 0.3);
        assert_eq!(rules_after("lower_share size", &plan)["shares"].as_array().unwrap().len(), 1, "a share of nothing is no rule");
        assert_eq!(rules_after("lower_least hue", &plan)["own"][0]["least"], 0);
        let dropped = rules_after("drop country_pair_caps", &plan);
        assert!(dropped["country_pair_cap"].is_null() && dropped["country_pair_caps"] == json!([]) && dropped["country_cap"] == 2);
    }
}
