//! What must hold for the groups of any snapshot.

use std::sync::{Arc, OnceLock};

use proptest::prelude::*;

use super::likeness;
use super::{BadWish, FeatureKind, Grouping, Wish};
use crate::domain::geo::Place;
use crate::domain::practice::PracticeBasis;
use crate::matching::engine::Engine;
use crate::matching::facts::{CityFacts, HazardFact};
use crate::matching::model::{Model, ModelFiles};
use crate::matching::samples::{FACTORS, FILES, city, practice, priority, today};

/// The bundled model with fewer resamples: what is tested here is seen in ten as in forty, and a debug build is slow.
fn light() -> Arc<Model> {
    static MODEL: OnceLock<Arc<Model>> = OnceLock::new();
    let factors = || {
        FACTORS.replace("resamples = 30", "resamples = 10").replace("starts = 20", "starts = 6").replace("groups_max = 8", "groups_max = 5")
    };
    Arc::clone(MODEL.get_or_init(|| Arc::new(Model::parse(&ModelFiles { factors: &factors(), ..FILES }).unwrap())))
}

fn snapshot(cities: Vec<CityFacts>) -> Engine {
    Engine::new(light(), cities, today()).unwrap()
}

fn grouped(cities: Vec<CityFacts>) -> Grouping {
    Grouping::of(&snapshot(cities), Wish::default()).unwrap()
}

fn hazards(levels: &[(&str, f64)]) -> Vec<HazardFact> {
    let fact = |(hazard, level): &(&str, f64)| HazardFact { hazard: (*hazard).to_owned(), level: *level, source: None, from_memory: false };
    levels.iter().map(fact).collect()
}

/// A number between 0 and 1 that looks drawn and is the same every time.
fn noise(n: u128, what: u128) -> f64 {
    let mixed = (n * 2_654_435_761 + what * 40_503 + 12_345) % 1_000_003;
    ((mixed * 48_271) % 1_000_003) as f64 / 1_000_003.0
}

/// A great port that floods, works on transport.
fn delta(n: u128) -> CityFacts {
    CityFacts {
        population: Some(6e6 * (0.8 + 0.4 * noise(n, 1))),
        coastal: Some(true),
        elevation_m: Some(2.0 + 4.0 * noise(n, 2)),
        place: Some(Place { lat: 10.0 + noise(n, 3), lon: 105.0 }),
        level: Some("capital".to_owned()),
        hazards: hazards(&[("flood", 3.0), ("sea_level", 3.0), ("earthquake", 0.0), ("volcano", 0.0)]),
        priorities: vec![priority("public-transport", 1)],
        ..city(n, ["VN", "TH", "KH"][n as usize % 3])
    }
}

/// A small town in the hills, under a volcano, that works on heritage.
fn hill(n: u128) -> CityFacts {
    CityFacts {
        population: Some(90_000.0 * (0.8 + 0.4 * noise(n, 1))),
        coastal: Some(false),
        elevation_m: Some(700.0 + 300.0 * noise(n, 2)),
        place: Some(Place { lat: -7.0 + noise(n, 3), lon: 110.0 }),
        level: Some("municipality".to_owned()),
        hazards: hazards(&[("flood", 0.0), ("sea_level", 0.0), ("earthquake", 3.0), ("volcano", 3.0)]),
        practices: vec![practice("heritage-culture", PracticeBasis::Described)],
        ..city(n, ["ID", "PH", "MY"][n as usize % 3])
    }
}

fn two_kinds() -> Vec<CityFacts> {
    (1..=14).map(delta).chain((101..=112).map(hill)).collect()
}

#[test]
fn two_kinds_of_cities_are_two_groups_that_hold_and_are_named_for_what_they_are() {
    let grouping = grouped(two_kinds());
    let found = grouping.groups();
    assert_eq!((found.chosen, found.ungrouped.len()), (2, 0), "{:?}", found.candidates);
    let sizes: Vec<usize> = found.groups.iter().map(|group| group.members.len()).collect();
    assert_eq!(sizes, [14, 12]);
    assert!(found.groups.iter().all(|group| !group.dissolved && group.stability > 0.95 && group.silhouette > Some(0.5)));
    let told = |g: usize| found.groups[g].sets_apart.iter().map(|d| d.phrase.key.as_str()).collect::<Vec<_>>();
    assert!(told(0).contains(&"group-above-flood") && told(1).contains(&"group-below-flood"), "{:?} {:?}", told(0), told(1));
    assert_ne!(found.groups[0].name, found.groups[1].name);
    let members = &found.groups[0].members;
    assert!(members.iter().any(|member| member.city == found.groups[0].medoid), "the medoid is one of the group");
    assert!(members.is_sorted_by(|a, b| a.distance <= b.distance), "the most typical comes first");
}

#[test]
fn order_of_arrival_and_number_of_threads_change_no_byte() {
    let bytes = |cities: Vec<CityFacts>, threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| {
            let engine = snapshot(cities);
            let grouping = Grouping::of(&engine, Wish::default()).unwrap();
            serde_json::to_string(&(grouping.groups(), likeness::map(&engine, &grouping))).unwrap()
        })
    };
    let forward = bytes(two_kinds(), 1);
    let backward = bytes(two_kinds().into_iter().rev().collect(), 4);
    assert_eq!(forward, backward);
}

#[test]
fn no_group_is_made_of_what_is_missing() {
    // One kind of city; of every second one neither profile nor elevation nor hazards are known.
    let with_holes = |n: u128| {
        let whole = CityFacts { priorities: vec![priority(["traffic", "tourism", "health"][n as usize % 3], 1)], ..delta(n) };
        if n.is_multiple_of(2) { whole } else { CityFacts { priorities: Vec::new(), hazards: Vec::new(), elevation_m: None, ..whole } }
    };
    let cities: Vec<CityFacts> = (1..=40).map(with_holes).collect();
    let engine = snapshot(cities.clone());
    for groups in 2..=4 {
        let grouping = Grouping::of(&engine, Wish { groups: Some(groups) }).unwrap();
        for group in grouping.groups().groups.iter().filter(|group| !group.dissolved) {
            let holed = group.members.iter().filter(|m| cities.iter().any(|c| c.id == m.city.id && c.hazards.is_empty())).count();
            let share = holed as f64 / group.members.len() as f64;
            assert!((0.2..=0.8).contains(&share), "of {groups}: group {} of {} has {share} with holes", group.number, group.members.len());
        }
    }
}

#[test]
fn what_is_missing_does_not_move_a_city_to_another_group() {
    let mut cities = two_kinds();
    for city in cities.iter_mut().step_by(3) {
        (city.hazards, city.priorities, city.practices) = (Vec::new(), Vec::new(), Vec::new());
    }
    let grouping = grouped(cities);
    let found = grouping.groups();
    let small = found.groups.iter().map(|group| group.members.iter().filter(|m| m.known < 0.9).count()).collect::<Vec<_>>();
    assert_eq!(found.groups.iter().map(|group| group.members.len()).collect::<Vec<_>>(), [14, 12], "{:?}", found.candidates);
    assert!(small.iter().all(|count| *count > 0), "both groups report what is not known: {small:?}");
}

#[test]
fn a_new_city_is_placed_without_dividing_again_and_a_strange_one_is_called_so() {
    let engine = snapshot(two_kinds());
    let grouping = Grouping::of(&engine, Wish::default()).unwrap();
    let known = grouping.assign(&engine, &hill(900));
    assert_eq!((known.group, known.is_far, known.text.key.as_str()), (Some(2), false, "assignment-in"), "{known:?}");
    let strange = CityFacts {
        population: Some(4e7),
        coastal: Some(false),
        elevation_m: Some(3_600.0),
        place: Some(Place { lat: 60.0, lon: 10.0 }),
        hazards: hazards(&[("cyclone", 3.0), ("drought", 3.0), ("heat", 3.0), ("flood", 3.0), ("volcano", 3.0)]),
        ..city(901, "SG")
    };
    let strange = grouping.assign(&engine, &strange);
    assert_eq!((strange.group, strange.is_far, strange.text.key.as_str()), (None, true, "assignment-far"), "{strange:?}");
    let unknown = grouping.assign(&engine, &city(902, "LA"));
    assert_eq!((unknown.group, unknown.text.key.as_str()), (None, "assignment-little-known"));
}

#[test]
fn a_member_is_assigned_to_its_own_group_at_its_own_distance() {
    let engine = snapshot(two_kinds());
    let grouping = Grouping::of(&engine, Wish::default()).unwrap();
    for group in &grouping.groups().groups {
        for member in &group.members {
            let again = grouping.assign(&engine, engine.city(member.city.id).unwrap());
            assert_eq!((again.group, again.distance), (Some(group.number), member.distance));
        }
    }
}

#[test]
fn too_few_cities_have_no_groups_and_are_told_why() {
    for count in 0..6 {
        let engine = snapshot((1..=count).map(delta).collect());
        let grouping = Grouping::of(&engine, Wish::default()).unwrap();
        let found = grouping.groups();
        assert_eq!((found.chosen, found.ungrouped.len() as u128, found.why.key.as_str()), (0, count, "groups-why-too-few"));
        assert_eq!(likeness::map(&engine, &grouping).points.len() as u128, count);
        assert_eq!(grouping.assign(&engine, &delta(50)).text.key, "assignment-no-groups");
    }
}

#[test]
fn a_wish_that_the_cities_do_not_fill_is_refused_with_what_would_do() {
    let engine = snapshot(two_kinds());
    let refused = |groups| Grouping::of(&engine, Wish { groups: Some(groups) }).map(|_| ()).unwrap_err();
    assert_eq!(refused(9), BadWish::Groups { asked: 9, cities: 26, most: 8 });
    assert_eq!(refused(1), BadWish::Groups { asked: 1, cities: 26, most: 8 });
    let few = snapshot(vec![delta(1), delta(2)]);
    assert_eq!(Grouping::of(&few, Wish { groups: Some(2) }).map(|_| ()), Err(BadWish::TooFew { cities: 2, least: 6 }));
}

#[test]
fn cities_that_are_all_the_same_make_no_group_and_no_panic() {
    let same = |n: u128| CityFacts { id: city(n, "ID").id, slug: city(n, "ID").slug, ..delta(1) };
    let engine = snapshot((1..=12).map(same).collect());
    let grouping = Grouping::of(&engine, Wish::default()).unwrap();
    assert!(grouping.groups().groups.iter().all(|group| group.dissolved), "{:?}", grouping.groups().candidates);
    assert!(likeness::map(&engine, &grouping).axes.is_empty());
}

#[test]
fn more_cities_than_are_fitted_are_all_placed() {
    let factors = FACTORS.replace("resamples = 30", "resamples = 6").replace("fit_at_most = 600", "fit_at_most = 16");
    let model = Arc::new(Model::parse(&ModelFiles { factors: &factors, ..FILES }).unwrap());
    let engine = Engine::new(model, two_kinds(), today()).unwrap();
    let grouping = Grouping::of(&engine, Wish { groups: Some(2) }).unwrap();
    let found = grouping.groups();
    assert_eq!((found.fitted_on, found.cities), (16, 26));
    let mut sizes: Vec<usize> = found.groups.iter().map(|group| group.members.len()).collect();
    sizes.sort_unstable();
    assert_eq!(sizes, [12, 14]);
    assert!(found.groups.iter().any(|group| group.members.iter().any(|member| member.silhouette.is_none())));
}

#[test]
fn the_mixture_finds_two_far_kinds_too() {
    let factors = FACTORS
        .replace("\"k_means\"", "\"mixture\"")
        .replace("resamples = 30", "resamples = 6")
        .replace("mixture_axes = 5", "mixture_axes = 2");
    let model = Arc::new(Model::parse(&ModelFiles { factors: &factors, ..FILES }).unwrap());
    let grouping = Grouping::of(&Engine::new(model, two_kinds(), today()).unwrap(), Wish { groups: Some(2) }).unwrap();
    assert_eq!(grouping.groups().groups.iter().map(|group| group.size).collect::<Vec<_>>(), [14, 12]);
}

#[test]
fn an_inactive_city_is_in_no_group_and_on_no_map() {
    let mut cities = two_kinds();
    cities[3].suggestible = false;
    let gone = cities[3].id;
    let engine = snapshot(cities);
    let grouping = Grouping::of(&engine, Wish::default()).unwrap();
    let found = grouping.groups();
    assert!(found.groups.iter().all(|group| group.members.iter().all(|member| member.city.id != gone)));
    assert!(likeness::map(&engine, &grouping).points.iter().all(|point| point.city.id != gone));
}

/// Any city, with any of its facts unknown.
fn any_city(n: u128) -> impl Strategy<Value = CityFacts> {
    let option = |range: std::ops::Range<f64>| proptest::option::of(range);
    let record = (option(1_000.0..2e7), proptest::option::of(any::<bool>()), option(-5.0..2_000.0), option(-40.0..40.0));
    let threats = proptest::collection::vec((proptest::sample::select(vec!["flood", "volcano", "heat"]), 0..4_u8), 0..4);
    let themes = proptest::sample::subsequence(vec!["solid-waste", "traffic", "tourism", "integrity"], 0..3);
    (record, threats, themes).prop_map(move |((population, coastal, elevation_m, lat), threats, themes)| CityFacts {
        population,
        coastal,
        elevation_m,
        place: lat.map(|lat| Place { lat, lon: 100.0 }),
        hazards: hazards(&threats.into_iter().map(|(name, level)| (name, f64::from(level))).collect::<Vec<_>>()),
        priorities: themes.into_iter().map(|theme| priority(theme, 1)).collect(),
        ..city(n, ["ID", "VN", "PH"][n as usize % 3])
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn every_active_city_is_in_one_group_or_in_none_and_every_figure_is_in_its_range(
        cities in (1..=18_u128).map(any_city).collect::<Vec<_>>()
    ) {
        let engine = snapshot(cities);
        let grouping = Grouping::of(&engine, Wish::default()).unwrap();
        let found = grouping.groups();
        let in_groups = found.groups.iter().flat_map(|group| &group.members).map(|member| member.city.id);
        let mut ids: Vec<_> = in_groups.chain(found.ungrouped.iter().map(|city| city.id)).collect();
        ids.sort_unstable();
        prop_assert_eq!(ids, engine.cities().map(|city| city.id).collect::<Vec<_>>());
        for group in &found.groups {
            prop_assert!((0.0..=1.0).contains(&group.stability) && (0.0..=1.0).contains(&group.known));
            prop_assert!(group.dissolved == group.members.is_empty() && !group.name.is_empty());
            prop_assert!(group.members.iter().all(|m| m.distance.is_finite() && m.known <= 1.0 + 1e-9));
            let is_told = |d: &super::Difference| d.standardised.is_finite() && d.known > 0.0 && (d.feature.kind != FeatureKind::Theme || d.standardised > 0.0);
            prop_assert!(group.sets_apart.iter().all(is_told));
        }
        let map = likeness::map(&engine, &grouping);
        prop_assert!((0.0..=1.0 + 1e-9).contains(&map.explained));
        prop_assert!(map.points.iter().all(|point| point.x.is_finite() && point.y.is_finite()));
    }
}
