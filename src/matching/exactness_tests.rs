//! What is fast must be what is plain: lists, places, counts of exclusions and all pairs against a loop over every pair in double precision,
//! to the bit, whatever is asked, whatever stands between the cities, after changes, and with any number of threads.

use proptest::prelude::*;

use super::all_pairs::PANEL;
use super::bulk::columns::BLOCK;
use super::bulk::group::{FEW, Group};
use super::bulk::kernel::{Limits, Scratch, UNREACHED, approximate};
use super::engine::{Ask, Engine};
use super::facts::{BarredFact, CityFacts, DeclineFact, TieFact};
use super::indicators::Scope;
use super::property_tests::{KINDS, any_city};
use super::ranking::{Best, LARGE_SNAPSHOT, Listed, Ranking, is_before};
use super::rules::Seat;
use super::samples::{city, engine, id, indicator, port, recycler, theme, today};
use crate::domain::geo::Place;
use crate::domain::pairing::Kind;

/// More than two blocks, the last one not full.
const CITIES: usize = 2 * BLOCK + 7;
/// More than one panel, so that cities of one give to the lists of another.
const MANY: usize = PANEL + CITIES;

/// What makes a city awkward, beside what it is.
fn awkward(mut facts: CityFacts, (what, other): (u8, u128)) -> CityFacts {
    let other = id(other);
    match what {
        0 => facts.ties.push(TieFact { other, kind: "sister city".to_owned(), since: None }),
        1 => facts.ties.push(TieFact { other, kind: "peer_learning".to_owned(), since: None }),
        2 => facts.declined.push(DeclineFact { other, kind: Kind::SisterCity, on: today() }),
        3 => facts.barred.push(BarredFact { other, kind: None }),
        4 => facts.not_interested.push(other),
        5 => facts.quotas.learners_max = Some(facts.quotas.learners_taken),
        6 => facts.quotas.partners_max = Some(facts.quotas.partners_taken),
        7 => facts.quotas.mentors_max = Some(facts.quotas.mentors_taken),
        8 => facts.suggestible = false,
        // The other end of the Earth from the port, or the same place.
        9 => facts.place = Some(Place { lat: 7.25, lon: -67.25 }),
        10 => facts.place = Some(Place { lat: -7.25, lon: 112.75 }),
        // A gap of a hundred-billionth: nothing that single precision should decide on.
        11 => facts.indicators = vec![indicator("wdi_road_mortality_100k", 7.5 + 2.75e-10, 2024, Scope::City)],
        12 => facts.languages.clear(),
        _ => {}
    }
    facts
}

fn some_cities(count: usize) -> impl Strategy<Value = Vec<CityFacts>> {
    let one = (any_city(1), (0..30_u8, 1..=count as u128));
    proptest::collection::vec(one, count).prop_map(|cities| {
        let named = cities.into_iter().zip(1_u128..).map(|((facts, what), n)| {
            let facts = CityFacts { id: id(n), slug: format!("city-{n}").parse().unwrap(), ..facts };
            // The first is one of whom everything is known; a few are its likes.
            if n % 20 == 1 { awkward(CityFacts { country: facts.country, ..port(n, "ID") }, what) } else { awkward(facts, what) }
        });
        named.collect()
    })
}

fn asks() -> Vec<Ask> {
    let themes = [None, Some(theme("traffic")), Some(theme("solid-waste"))];
    KINDS.iter().flat_map(|kind| themes.iter().map(|theme| Ask { kind: *kind, theme: theme.clone(), limit: 10 })).collect()
}

fn plain_best(ranking: &Ranking<'_>, cities: usize, asker: usize, keep: usize) -> Best {
    let mut best = Best::default();
    for other in (0..cities).filter(|other| *other != asker) {
        match ranking.exclusion(Seat::First, asker, other) {
            Some(rule) => *best.excluded.entry(rule).or_default() += 1,
            None => best.ranked.push((ranking.score_of(Seat::First, asker, other), other)),
        }
    }
    best.candidates = best.ranked.len();
    best.ranked.sort_by(|a, b| if is_before(*a, *b) { std::cmp::Ordering::Less } else { std::cmp::Ordering::Greater });
    best.ranked.truncate(keep);
    best
}

fn plain_place(ranking: &Ranking<'_>, cities: usize, listed: &Listed) -> usize {
    let Listed { seat, asker, score, target } = *listed;
    let others = (0..cities).filter(|other| *other != asker && *other != target);
    let ahead = others.filter(|&other| {
        ranking.exclusion(seat, asker, other).is_none() && is_before((ranking.score_of(seat, asker, other), other), (score, target))
    });
    1 + ahead.count()
}

fn assert_exact(engine: &Engine) -> Result<(), TestCaseError> {
    for ask in asks() {
        let ranking = Ranking::new(engine, &ask).unwrap();
        for asker in 0..engine.len() {
            // The whole list of some, so that every score is seen.
            let keeps: &[usize] = if asker % 8 == 0 { &[1, 10, CITIES] } else { &[10] };
            for &keep in keeps {
                prop_assert_eq!(ranking.best(asker, keep), plain_best(&ranking, engine.len(), asker, keep), "{:?} of {}", ask, asker);
            }
        }
        assert_places(engine, &ranking)?;
        assert_near(engine, &ranking)?;
    }
    Ok(())
}

fn assert_places(engine: &Engine, ranking: &Ranking<'_>) -> Result<(), TestCaseError> {
    let n = engine.len();
    let seats = [Seat::First, Seat::Second];
    let listed =
        |asker: usize, target: usize| seats.map(|seat| Listed { seat, asker, score: ranking.score_of(seat, asker, target), target });
    let all: Vec<Listed> = (0..n).flat_map(|asker| listed(asker, (asker * 7 + 3) % n)).filter(|one| one.asker != one.target).collect();
    let expected: Vec<usize> = all.iter().map(|one| plain_place(ranking, n, one)).collect();
    prop_assert_eq!(ranking.places_of(&all), expected.clone());
    prop_assert_eq!(ranking.place_of(&all[0]), expected[0]);
    Ok(())
}

/// Every approximate score is within the margin, and who is said to be out is out.
fn assert_near(engine: &Engine, ranking: &Ranking<'_>) -> Result<(), TestCaseError> {
    for (seat, asker) in (0..engine.len()).flat_map(|asker| [(Seat::First, asker), (Seat::Second, asker)]) {
        let Some(probe) = ranking.probe(seat, asker) else { continue };
        let groups = Group::all([probe.clone(), probe]);
        let apart = ranking.apart(asker, asker);
        let mut scratch = Scratch::default();
        for (first, block) in ranking.blocks() {
            let limits = [Limits { floor: f32::MIN, ceiling: f32::MAX }; FEW];
            approximate(&groups[0], block, (&limits, &UNREACHED), &mut scratch);
            let scores = &scratch.scores;
            prop_assert_eq!(scores[0].map(f32::to_bits), scores[1].map(f32::to_bits));
            for (other, score) in (first..engine.len()).zip(scores[0]).filter(|(other, _)| !apart.contains(other)) {
                let rule = ranking.exclusion(seat, asker, other);
                if score == f32::NEG_INFINITY {
                    prop_assert!(rule.is_some(), "{asker} and {other} are candidates");
                } else if !score.is_nan() {
                    prop_assert_eq!(rule, None, "{} and {}", asker, other);
                    let exact = ranking.score_of(seat, asker, other);
                    prop_assert!((f64::from(score) - exact).abs() <= f64::from(ranking.margin()), "{score} is not near {exact}");
                }
            }
        }
    }
    Ok(())
}

fn with_threads<T: Send>(threads: usize, work: impl FnOnce() -> T + Send) -> T {
    rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(work)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3))]

    #[test]
    fn what_is_fast_is_what_is_plain_also_after_changes(cities in some_cities(CITIES), new in some_cities(CITIES)) {
        let before = engine(cities);
        assert_exact(&before)?;
        let changed: Vec<CityFacts> = new.into_iter().step_by(9).collect();
        if let Ok(after) = before.with_changed(changed) {
            assert_exact(&after)?;
        }
    }

    #[test]
    fn all_pairs_give_each_citys_own_list_whatever_the_number_of_threads(cities in some_cities(MANY)) {
        let engine = engine(cities);
        for ask in asks() {
            let own: Vec<_> = engine.cities().map(|city| engine.ranked(city.id, &ask, 5).unwrap()).collect();
            for threads in [1, 3] {
                prop_assert_eq!(&with_threads(threads, || engine.all_ranked(&ask, 5)).unwrap(), &own, "{:?}", ask);
            }
        }
    }

    #[test]
    fn a_suggestion_is_the_same_whatever_the_number_of_threads(cities in some_cities(CITIES)) {
        let engine = engine(cities);
        let first = engine.cities().find(|city| city.suggestible).unwrap().id;
        for ask in asks() {
            let [one, many] = [1, 3].map(|threads| with_threads(threads, || engine.suggest(first, &ask)).unwrap());
            prop_assert_eq!(one, many);
        }
    }
}

#[test]
fn a_changed_tie_is_taken_up_and_forgotten_on_both_sides() {
    let tied = |to: &[u128]| CityFacts {
        ties: to.iter().map(|n| TieFact { other: id(*n), kind: "sister city".to_owned(), since: None }).collect(),
        not_interested: vec![id(3)],
        ..port(1, "ID")
    };
    let others = || [port(2, "PH"), port(3, "VN"), port(4, "TH")];
    let built = |first: CityFacts| engine([first].into_iter().chain(others()).collect());
    let ask = Ask { kind: Kind::SisterCity, theme: None, limit: 3 };
    let answers = |engine: &Engine| (1..=4).map(|n| engine.suggest(id(n), &ask).unwrap()).collect::<Vec<_>>();
    let changed = built(tied(&[2])).with_changed(vec![tied(&[4])]).unwrap();
    assert_eq!(answers(&changed), answers(&built(tied(&[4]))));
    assert_ne!(answers(&changed), answers(&built(tied(&[2]))));
    let freed = changed.with_changed(vec![port(1, "ID")]).unwrap();
    assert_eq!(answers(&freed), answers(&built(port(1, "ID"))));
}

fn assert_each_has_its_own_list(engine: &Engine, keep: usize) {
    for ask in asks() {
        let own: Vec<_> = engine.cities().map(|city| engine.ranked(city.id, &ask, keep).unwrap()).collect();
        assert_eq!(engine.all_ranked(&ask, keep).unwrap(), own, "{ask:?}");
    }
}

#[test]
fn who_is_unwanted_on_one_side_takes_no_place_from_another() {
    // For the last city the first is the best by far; it does not want to see it, and the first does not know.
    let last = PANEL as u128 + 1;
    let mut cities: Vec<CityFacts> = (1..=last).map(|n| city(n, "VN")).collect();
    cities[0] = port(1, "ID");
    cities[PANEL] = CityFacts { not_interested: vec![id(1)], ..port(last, "PH") };
    let engine = engine(cities);
    let ask = Ask { kind: Kind::SisterCity, theme: None, limit: 1 };
    assert_eq!(engine.ranked(id(last), &ask, 1).unwrap().len(), 1);
    assert_each_has_its_own_list(&engine, 1);
}

#[test]
fn cities_of_whom_single_precision_can_say_nothing_have_their_lists_too() {
    let coarse = |n: u128| if n.is_multiple_of(3) { port(n, "TH") } else { awkward(port(n, "ID"), (11, 0)) };
    assert_each_has_its_own_list(&engine((1..=MANY as u128).map(coarse).collect()), 5);
    assert_each_has_its_own_list(&engine((1..=MANY as u128).map(|n| awkward(port(n, "ID"), (11, 0))).collect()), 5);
}

#[test]
fn a_changed_city_with_a_fault_or_anothers_slug_is_refused() {
    let engine = engine(vec![port(1, "ID"), port(2, "PH")]);
    let taken = CityFacts { slug: "city-1".parse().unwrap(), ..port(2, "PH") };
    assert!(engine.with_changed(vec![taken]).unwrap_err().to_string().contains("two cities have this slug"));
    assert!(engine.with_changed(vec![CityFacts { population: Some(-1.0), ..port(2, "PH") }]).is_err());
    let renamed = engine.with_changed(vec![CityFacts { slug: "city-9".parse().unwrap(), ..port(2, "PH") }]).unwrap();
    assert!(renamed.with_changed(vec![CityFacts { slug: "city-2".parse().unwrap(), ..port(1, "ID") }]).is_ok(), "the slug is free again");
}

#[test]
fn what_two_threads_share_out_is_what_is_plain() {
    let varied = |n: u128| {
        let facts = match n % 5 {
            0 => port(n, "ID"),
            1 => recycler(n, "PH"),
            _ => city(n, "VN"),
        };
        CityFacts { population: Some(10_000.0 + 137.0 * n as f64), ..facts }
    };
    let engine = engine((1..=LARGE_SNAPSHOT as u128 + 40).map(varied).collect());
    for ask in asks() {
        let ranking = Ranking::new(&engine, &ask).unwrap();
        for asker in [0, 4, 1_500] {
            assert_eq!(ranking.best(asker, 20), plain_best(&ranking, engine.len(), asker, 20), "{ask:?} of {asker}");
            let target = ranking.best(asker, 20).ranked.last().map_or(7, |(_, place)| *place);
            let listed = Listed { seat: Seat::Second, asker: target, score: ranking.score_of(Seat::First, asker, target), target: asker };
            assert_eq!(ranking.place_of(&listed), plain_place(&ranking, engine.len(), &listed), "{ask:?} of {asker}");
        }
    }
}
