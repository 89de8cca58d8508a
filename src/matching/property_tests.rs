//! What must hold for every pair of cities, tried on random ones.

use proptest::prelude::*;

use super::answer::Suggestion;
use super::engine::{Ask, Engine};
use super::facts::{CityFacts, ProfileEvidence, QuotaFacts};
use super::indicators::Scope;
use super::samples::{ask, capacity, city, engine, id, indicator, offer, practice, priority};
use crate::domain::geo::Place;
use crate::domain::pairing::Kind;
use crate::domain::practice::PracticeBasis;

const THEMES: [&str; 6] = ["solid-waste", "traffic", "public-transport", "tourism", "integrity", "health"];
const COUNTRIES: [&str; 5] = ["ID", "VN", "PH", "TH", "MY"];
pub(super) const KINDS: [Kind; 3] = [Kind::PeerLearning, Kind::SisterCity, Kind::MutualAid];

prop_compose! {
    fn place()(lat in -60.0..60.0_f64, lon in -180.0..180.0_f64) -> Place { Place { lat, lon } }
}

/// What a city is: everything known, but without facts that could stand in for one another.
fn traits(n: u128) -> impl Strategy<Value = CityFacts> {
    let record = (place(), 1_000.0..2e7_f64, any::<bool>(), -5.0..2_000.0_f64, -11.0..13.0_f64);
    let words =
        (proptest::sample::subsequence(vec!["id", "en", "vi", "ms"], 1..3), proptest::sample::subsequence(vec!["ASCN", "GMS"], 0..3));
    let ready = (0..4_u32, any::<bool>(), 0..5_u32, 5..9_u32);
    (record, words, ready, 0..5_usize, any::<bool>()).prop_map(move |(record, (languages, networks), ready, country, is_verified)| {
        CityFacts {
            place: Some(record.0),
            population: Some(record.1),
            coastal: Some(record.2),
            elevation_m: Some(record.3),
            utc_offset_hours: Some(record.4),
            level: Some("city".to_owned()),
            languages: languages.into_iter().map(|l| l.parse().unwrap()).collect(),
            networks: networks.into_iter().map(str::to_owned).collect(),
            networks_complete: true,
            quotas: QuotaFacts { partners_max: Some(ready.0 + 1), learners_max: Some(ready.0 + 1), ..QuotaFacts::default() },
            has_international_office: Some(ready.1),
            requests_answered: Some((ready.2, ready.3)),
            profile_evidence: if is_verified { ProfileEvidence::Verified } else { ProfileEvidence::Submitted },
            ..city(n, COUNTRIES[country])
        }
    })
}

/// A city with a profile and no evidence beside it.
fn stated(n: u128) -> impl Strategy<Value = CityFacts> {
    let lists = (
        proptest::sample::subsequence(THEMES.to_vec(), 1..4).prop_shuffle(),
        proptest::collection::vec(0..=5_u32, THEMES.len()),
        proptest::sample::subsequence(THEMES.to_vec(), 0..4),
    );
    (traits(n), lists).prop_map(|(facts, (wanted, levels, offered))| CityFacts {
        priorities: wanted.iter().zip(1..).map(|(code, rank)| priority(code, rank)).collect(),
        priorities_complete: true,
        capacities: THEMES.iter().zip(levels).map(|(code, level)| capacity(code, f64::from(level))).collect(),
        offers: offered.iter().map(|code| offer(code)).collect(),
        offers_complete: true,
        ..facts
    })
}

/// Any city: evidence of every sort, complete or not.
pub(super) fn any_city(n: u128) -> impl Strategy<Value = CityFacts> {
    let basis = proptest::sample::select(PracticeBasis::ALL.to_vec());
    let extras = (
        proptest::collection::vec((proptest::sample::select(THEMES.to_vec()), basis, any::<bool>(), any::<bool>()), 0..4),
        proptest::option::of((0.0..60.0_f64, any::<bool>())),
        [any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>()],
    );
    (stated(n), extras).prop_map(|(mut facts, (practices, road, [whole, offers, capacities, traits]))| {
        for (code, basis, is_checked, from_memory) in practices {
            facts.practices.push(super::facts::PracticeFact { is_checked, from_memory, ..practice(code, basis) });
        }
        if let Some((value, is_own)) = road {
            facts.indicators.push(indicator("wdi_road_mortality_100k", value, 2012, if is_own { Scope::City } else { Scope::Country }));
        }
        facts.priorities_complete = whole;
        facts.offers_complete = offers;
        if capacities {
            facts.capacities.clear();
        }
        if traits {
            (facts.population, facts.place, facts.has_international_office) = (None, None, None);
        }
        facts
    })
}

fn pair(engine: &Engine, kind: Kind, a: u128, b: u128) -> Suggestion {
    engine.explain(id(a), id(b), &ask(kind, 5)).unwrap().suggestion.unwrap()
}

fn assert_sound(s: &Suggestion) -> Result<(), TestCaseError> {
    let sum: f64 = s.factors.iter().map(|f| f.contribution).sum();
    prop_assert!((sum - s.score).abs() < 1e-9, "{sum} is not {}", s.score);
    prop_assert!((s.factors.iter().map(|f| f.weight).sum::<f64>() - 1.0).abs() < 1e-9);
    prop_assert!(s.bounds[0] - 1e-9 <= s.score && s.score <= s.bounds[1] + 1e-9, "{:?} around {}", s.bounds, s.score);
    prop_assert!(s.bounds.iter().chain([&s.score]).all(|n| (0.0..=100.0 + 1e-9).contains(n)));
    prop_assert!([s.confidence, s.survival].iter().all(|n| (0.0..=1.0).contains(n)));
    for f in &s.factors {
        prop_assert!(0.0 <= f.bounds[0] && f.bounds[0] <= f.value && f.value <= f.bounds[1] && f.bounds[1] <= 1.0, "{f:?}");
        prop_assert!((0.0..=1.0).contains(&f.coverage), "{f:?}");
    }
    prop_assert!([s.readings.context, s.readings.complementarity, s.readings.feasibility].iter().all(|n| (0.0..=100.0).contains(n)));
    Ok(())
}

/// The facts with one thing no longer known.
fn without(mut facts: CityFacts, what: usize) -> CityFacts {
    match what {
        0 => facts.population = None,
        1 => facts.place = None,
        2 => facts.coastal = None,
        3 => facts.utc_offset_hours = None,
        4 => facts.languages.clear(),
        5 => (facts.networks, facts.networks_complete) = (Vec::new(), false),
        6 => facts.has_international_office = None,
        7 => facts.requests_answered = None,
        8 => facts.quotas = QuotaFacts::default(),
        9 => (facts.offers, facts.offers_complete) = (Vec::new(), false),
        10 => (facts.priorities, facts.priorities_complete) = (Vec::new(), false),
        11 => facts.elevation_m = None,
        one => drop(facts.capacities.remove((one - 12) % facts.capacities.len())),
    }
    facts
}

/// No more is claimed than five capacities of level 5, which the bundled model lets a city's own word carry.
fn within_own_word(facts: &CityFacts) -> bool {
    facts.capacities.iter().map(|capacity| capacity.level).sum::<f64>() <= 25.0
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn contributions_add_up_and_bounds_hold_the_score(a in any_city(1), b in any_city(2), c in any_city(3)) {
        let engine = engine(vec![a, b, c]);
        for kind in KINDS {
            assert_sound(&pair(&engine, kind, 1, 2))?;
            assert_sound(&pair(&engine, kind, 2, 1))?;
        }
    }

    #[test]
    fn a_symmetric_kind_is_symmetric_to_the_bit(a in any_city(1), b in any_city(2)) {
        let engine = engine(vec![a, b]);
        for kind in KINDS.into_iter().filter(|kind| kind.is_symmetric()) {
            let (there, back) = (pair(&engine, kind, 1, 2), pair(&engine, kind, 2, 1));
            prop_assert_eq!(there.score.to_bits(), back.score.to_bits());
            prop_assert_eq!(there.confidence.to_bits(), back.confidence.to_bits());
            prop_assert_eq!(&there.factors, &back.factors);
        }
    }

    #[test]
    fn what_is_no_longer_known_widens_the_bounds_and_lowers_confidence(a in stated(1), b in stated(2), what in 0..18_usize, is_first in any::<bool>()) {
        let changed = |facts: &CityFacts, is_it: bool| if is_it { without(facts.clone(), what) } else { facts.clone() };
        // Where more is claimed than a city's own word carries, a claim less is another claim: the rest of them is believed more.
        prop_assume!(what < 12 || within_own_word(if is_first { &a } else { &b }));
        let before = engine(vec![a.clone(), b.clone()]);
        let after = engine(vec![changed(&a, is_first), changed(&b, !is_first)]);
        for kind in KINDS {
            let (known, unknown) = (pair(&before, kind, 1, 2), pair(&after, kind, 1, 2));
            prop_assert!(unknown.bounds[0] <= known.bounds[0] + 1e-9 && unknown.bounds[1] >= known.bounds[1] - 1e-9,
                "{kind}, without {what}: {:?} does not hold {:?}", unknown.bounds, known.bounds);
            prop_assert!(unknown.confidence <= known.confidence + 1e-12, "{kind}, without {what}: {} above {}", unknown.confidence, known.confidence);
        }
    }

    #[test]
    fn nothing_depends_on_the_order_of_arrival(cities in (any_city(1), any_city(2), any_city(3), any_city(4)), turn in 0..4_usize) {
        let mut list = vec![cities.0, cities.1, cities.2, cities.3];
        let first = engine(list.clone());
        list.rotate_left(turn);
        list.reverse();
        for facts in &mut list {
            facts.capacities.reverse();
            facts.priorities.reverse();
            facts.practices.reverse();
            facts.languages.reverse();
        }
        let second = engine(list);
        prop_assert_eq!(first.snapshot_hash(), second.snapshot_hash());
        for kind in KINDS {
            let ask = Ask { kind, theme: None, limit: 3 };
            let [one, other] = [&first, &second].map(|e| serde_json::to_string(&e.suggest(id(1), &ask).unwrap()).unwrap());
            prop_assert_eq!(one, other);
        }
    }

    #[test]
    fn a_changed_city_gives_the_snapshot_that_would_have_been_built(a in any_city(1), b in any_city(2), c in any_city(3), new in any_city(2)) {
        let changed = engine(vec![a.clone(), b, c.clone()]).with_changed(vec![new.clone()]).unwrap();
        let built = engine(vec![a, new, c]);
        prop_assert_eq!(changed.snapshot_hash(), built.snapshot_hash());
        for kind in KINDS {
            prop_assert_eq!(changed.suggest(id(1), &ask(kind, 2)).unwrap(), built.suggest(id(1), &ask(kind, 2)).unwrap());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// The bulk pass gives pairs up by ceilings in single precision; what it keeps must be what scoring every pair would keep.
    #[test]
    fn the_list_is_the_one_that_scoring_every_pair_would_give(cities in proptest::collection::vec(any_city(1), 12), themed in any::<bool>(), kind in proptest::sample::select(KINDS.to_vec())) {
        let named = cities.into_iter().zip(1..).map(|(facts, n)| CityFacts { id: id(n), slug: format!("city-{n}").parse().unwrap(), ..facts });
        let engine = engine(named.collect());
        let ask = Ask { kind, theme: themed.then(|| super::samples::theme("traffic")), limit: 4 };
        let mut expected: Vec<(f64, u128)> = Vec::new();
        for n in 2..=12 {
            if engine.explain(id(1), id(n), &ask).unwrap().rules.is_empty() {
                expected.push((engine.score(id(1), id(n), &ask).unwrap(), n));
            }
        }
        expected.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        expected.truncate(4);
        let kept: Vec<(f64, u128)> = engine.ranked(id(1), &ask, 4).unwrap().into_iter().map(|(city, score)| (score, city.0.as_u128())).collect();
        prop_assert_eq!(&kept, &expected);
        for (place, item) in engine.suggest(id(1), &ask).unwrap().items.iter().enumerate() {
            prop_assert_eq!(item.score.to_bits(), expected[place].0.to_bits());
            prop_assert_eq!(engine.explain(id(1), item.city.id, &ask).unwrap().suggestion.unwrap().rank, place + 1);
        }
    }
}
