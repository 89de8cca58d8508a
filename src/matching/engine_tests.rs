//! The engine on literal cities: rules, ranks, cold start, changes.

use chrono::NaiveDate;

use super::answer::{EvidenceKind, Suggestion, Suggestions, ThemeSide};
use super::engine::{Ask, Engine};
use super::error::{EngineError, MatchError};
use super::facts::{BarredFact, CityFacts, DeclineFact, HazardFact, TieFact};
use super::rules::Rule;
use super::samples::{ask, capacity, city, engine, id, model, port, practice, priority, recycler, theme, today};
use crate::domain::pairing::Kind;
use crate::domain::practice::PracticeBasis;

fn rules(engine: &Engine, a: u128, b: u128, kind: Kind) -> Vec<Rule> {
    engine.explain(id(a), id(b), &ask(kind, 5)).unwrap().rules.into_iter().map(|hit| hit.rule).collect()
}

fn suggest(engine: &Engine, n: u128, kind: Kind) -> Suggestions {
    engine.suggest(id(n), &ask(kind, 10)).unwrap()
}

#[test]
fn two_cities_that_can_teach_each_other_gain_both() {
    let engine = engine(vec![port(1, "ID"), recycler(2, "PH")]);
    let found = suggest(&engine, 1, Kind::SisterCity);
    let item = &found.items[0];
    assert!(!item.symbolic);
    let sides: Vec<(&str, ThemeSide)> = item.themes.iter().map(|t| (t.code.as_str(), t.side)).collect();
    assert!(sides.contains(&("solid-waste", ThemeSide::Learns)) && sides.contains(&("public-transport", ThemeSide::Teaches)), "{sides:?}");
    assert!(item.themes[0].evidence.iter().any(|e| e.kind == EvidenceKind::Practice && e.year == Some(2022)));
    assert_eq!((item.rank, item.reverse_rank), (1, 1));
}

#[test]
fn the_benefit_is_the_share_of_weighted_needs_that_the_mentor_serves() {
    let engine = engine(vec![port(1, "ID"), recycler(2, "PH")]);
    let item = &suggest(&engine, 1, Kind::PeerLearning).items[0];
    // Needs of the port: solid waste 1.0 · (1 - 1/5) = 0.8; traffic 0.9 · 0.5 (gap unknown) = 0.45. Offer of the recycler in solid waste:
    // open · (level 3.5 of 5 that the practice shows · documented result 0.8 + the half level beyond it · own word 0.4) = 0.6.
    let expected = 0.8 * 0.6 / (0.8 + 0.45);
    assert!((item.factors[0].value - expected).abs() < 1e-12, "{} is not {expected}", item.factors[0].value);
    // Lead in solid waste: 0.64 against the port's own 1/5 · 0.4.
    assert!((item.factors[1].value - (0.6 - 0.08)).abs() < 1e-12);
}

#[test]
fn a_mentor_that_is_ahead_in_nothing_the_learner_needs_is_no_candidate() {
    let engine = engine(vec![port(1, "ID"), port(2, "PH")]);
    let found = suggest(&engine, 1, Kind::PeerLearning);
    assert!(found.items.is_empty());
    assert_eq!((found.excluded[0].rule, found.excluded[0].count), (Rule::NoHeadStart, 1));
    let explained = engine.explain(id(1), id(2), &ask(Kind::PeerLearning, 5)).unwrap();
    assert!(explained.suggestion.is_some_and(|s| s.score > 0.0), "why not comes with the score it would have");
}

/// A port that can help after a disaster, at this distance from the first one, under these threats.
fn helper(n: u128, country: &str, km_east: f64, threats: &[(&str, f64)]) -> CityFacts {
    let place = crate::domain::geo::Place { lat: -7.25, lon: 112.75 + km_east / 110.4 };
    let hazard =
        |(hazard, level): &(&str, f64)| HazardFact { hazard: (*hazard).to_owned(), level: *level, source: None, from_memory: false };
    CityFacts {
        place: Some(place),
        hazards: threats.iter().map(hazard).collect(),
        practices: vec![practice("disaster-resilience", PracticeBasis::DocumentedResult)],
        ..port(n, country)
    }
}

#[test]
fn mutual_aid_joins_cities_that_can_help_each_other_and_are_not_struck_together() {
    let quakes = [("earthquake", 3.0), ("flood", 0.0), ("cyclone", 0.0)];
    let floods = [("earthquake", 0.0), ("flood", 3.0), ("cyclone", 0.0)];
    let engine = engine(vec![
        helper(1, "ID", 0.0, &quakes),
        helper(2, "MY", 600.0, &floods),
        helper(3, "PH", 600.0, &quakes),
        helper(4, "VN", 5_000.0, &floods),
        helper(5, "ID", 300.0, &floods),
    ]);
    let found = suggest(&engine, 1, Kind::MutualAid);
    let order: Vec<_> = found.items.iter().map(|item| item.city.id).collect();
    assert_eq!(order, [id(2), id(3), id(4)], "another threat and near, then the same threat and near, then far away");
    assert_eq!((found.excluded[0].rule, found.excluded[0].count), (Rule::SameCountry, 1));
    let best = &found.items[0];
    assert_eq!(best.factors.iter().map(|f| f.name.as_str()).collect::<Vec<_>>(), crate::matching::settings::factor_names(Kind::MutualAid));
    assert!(!best.symbolic);
    assert!(best.themes.iter().all(|theme| theme.code == super::samples::theme("disaster-resilience")), "{:?}", best.themes);
    assert!(best.themes[0].evidence.iter().any(|e| e.kind == EvidenceKind::Hazard && e.value == Some(3.0)));
    let keys = |messages: &[super::message::Message]| messages.iter().map(|m| m.key.clone()).collect::<Vec<_>>();
    assert!(
        keys(&best.reasons).contains(&"reason-helps-practice".to_owned())
            && keys(&best.reasons).contains(&"reason-different-threat".to_owned())
    );
    assert!(keys(&found.items[1].against).contains(&"against-joint-threat".to_owned()));
}

#[test]
fn what_is_not_known_of_hazards_or_place_is_named_with_what_it_could_move() {
    let nowhere = CityFacts { place: None, ..helper(2, "MY", 0.0, &[]) };
    let engine = engine(vec![helper(1, "ID", 0.0, &[("flood", 3.0)]), nowhere]);
    let missing = &suggest(&engine, 1, Kind::MutualAid).items[0].missing;
    assert_eq!((missing[0].what.key.as_str(), missing[0].points), ("missing-place", 22.0), "{missing:?}");
    assert!(missing.iter().any(|input| input.what.key == "missing-trait" && input.points > 5.0), "{missing:?}");
}

#[test]
fn a_dissolved_city_never_appears_and_gets_nothing() {
    let gone = CityFacts { suggestible: false, ..recycler(2, "VN") };
    let engine = engine(vec![port(1, "ID"), gone]);
    for kind in [Kind::PeerLearning, Kind::SisterCity] {
        assert!(suggest(&engine, 1, kind).items.is_empty());
        assert_eq!(engine.suggest(id(2), &ask(kind, 5)), Err(MatchError::InactiveCity("city-2".parse().unwrap())));
        assert_eq!(rules(&engine, 1, 2, kind)[0], Rule::InactiveMember);
    }
}

#[test]
fn sister_cities_are_of_two_countries_and_peers_need_not_be() {
    let engine = engine(vec![port(1, "ID"), recycler(2, "ID")]);
    assert_eq!(rules(&engine, 1, 2, Kind::SisterCity), [Rule::SameCountry]);
    assert_eq!(rules(&engine, 1, 2, Kind::PeerLearning), []);
}

#[test]
fn a_decline_counts_for_a_year_for_both_and_for_its_kind_only() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let declined = |on| CityFacts { declined: vec![DeclineFact { other: id(2), kind: Kind::SisterCity, on }], ..port(1, "ID") };
    let recent = engine(vec![declined(day("2025-12-01")), recycler(2, "PH")]);
    assert_eq!(rules(&recent, 1, 2, Kind::SisterCity), [Rule::CoolingPeriod]);
    assert_eq!(rules(&recent, 2, 1, Kind::SisterCity), [Rule::CoolingPeriod], "the other did not decline, and is not asked again either");
    assert_eq!(rules(&recent, 1, 2, Kind::PeerLearning), []);
    let old = engine(vec![declined(day("2025-11-22")), recycler(2, "PH")]);
    assert_eq!(rules(&old, 1, 2, Kind::SisterCity), [], "a year to the day is over");
}

#[test]
fn a_tie_of_the_kind_stands_in_the_way_and_another_tie_helps() {
    let tied = |kind: &str| CityFacts { ties: vec![TieFact { other: id(2), kind: kind.to_owned(), since: Some(2010) }], ..port(1, "ID") };
    let twins = engine(vec![tied("Sister city"), recycler(2, "PH")]);
    assert_eq!(rules(&twins, 2, 1, Kind::SisterCity), [Rule::ExistingTie]);
    let affinity = |e: &Engine| e.explain(id(1), id(2), &ask(Kind::PeerLearning, 5)).unwrap().suggestion.unwrap().factors[3].value;
    let strangers = engine(vec![port(1, "ID"), recycler(2, "PH")]);
    assert!((affinity(&twins) - affinity(&strangers) - 0.15).abs() < 1e-12);
    let proposed = engine(vec![tied("sister city (proposed)"), recycler(2, "PH")]);
    assert_eq!(rules(&proposed, 1, 2, Kind::SisterCity), [], "a proposed tie does not stand yet");
}

#[test]
fn barred_pairs_full_cities_and_unwanted_ones_are_left_out_and_counted_once_each() {
    let asker = CityFacts { barred: vec![BarredFact { other: id(2), kind: None }], not_interested: vec![id(3)], ..port(1, "ID") };
    let mut full = recycler(4, "PH");
    (full.quotas.partners_max, full.quotas.partners_taken) = (Some(2), 2);
    let engine = engine(vec![asker, recycler(2, "PH"), recycler(3, "PH"), full, recycler(5, "PH"), port(6, "ID")]);
    let found = suggest(&engine, 1, Kind::SisterCity);
    let counts: Vec<(Rule, usize)> = found.excluded.iter().map(|e| (e.rule, e.count)).collect();
    assert_eq!(counts, [(Rule::SameCountry, 1), (Rule::Barred, 1), (Rule::NotInterested, 1), (Rule::NoSlot, 1)]);
    assert_eq!(found.candidates + counts.iter().map(|(_, n)| n).sum::<usize>(), 5);
    assert_eq!(found.items.len(), 1);
    assert_eq!(rules(&engine, 3, 1, Kind::SisterCity), [], "the other's list does not tell who is not interested in it");
}

#[test]
fn a_full_city_is_told_what_would_have_changed_the_outcome() {
    let mut full = recycler(4, "PH");
    (full.quotas.learners_max, full.quotas.learners_taken) = (Some(2), 2);
    let engine = engine(vec![port(1, "ID"), full, recycler(5, "PH")]);
    let explained = engine.explain(id(1), id(4), &ask(Kind::PeerLearning, 5)).unwrap();
    assert_eq!(explained.rules[0].rule, Rule::NoSlot);
    let change = explained.suggestion.unwrap().counterfactuals.into_iter().find(|c| c.change.key == "change-slots").unwrap();
    let mut freed = engine.city(id(4)).unwrap().clone();
    freed.quotas.learners_max = Some(4);
    let after = engine.with_changed(vec![freed]).unwrap();
    let item = suggest(&after, 1, Kind::PeerLearning).items.into_iter().find(|i| i.city.id == id(4)).unwrap();
    assert_eq!((item.rank, item.score.to_bits()), (change.rank, change.score.to_bits()), "what was said would happen, happens");
}

#[test]
fn a_city_that_is_known_by_name_only_still_gets_suggestions_with_low_confidence() {
    let engine = engine(vec![city(1, "ID"), recycler(2, "PH"), port(3, "VN"), city(4, "TH")]);
    for kind in [Kind::PeerLearning, Kind::SisterCity] {
        let found = suggest(&engine, 1, kind);
        assert!(!found.items.is_empty(), "{kind}");
        assert!(found.items.iter().all(|item| item.confidence < 0.3 && !item.missing.is_empty()), "{kind}");
    }
}

#[test]
fn asked_for_one_theme_only_cities_that_can_teach_it_are_suggested() {
    let engine = engine(vec![port(1, "ID"), recycler(2, "PH"), port(3, "VN")]);
    let found = engine.suggest(id(1), &Ask { kind: Kind::PeerLearning, theme: Some(theme("solid-waste")), limit: 5 }).unwrap();
    assert_eq!(found.items.iter().map(|i| i.city.id).collect::<Vec<_>>(), [id(2)]);
    assert!((found.items[0].factors[0].value - 0.6).abs() < 1e-12, "the benefit is the offer in that theme");
    let sisters = engine.suggest(id(1), &Ask { kind: Kind::SisterCity, theme: Some(theme("solid-waste")), limit: 5 }).unwrap();
    assert!(sisters.items.iter().any(|i| i.city.id == id(2)));
    let health = engine.suggest(id(1), &Ask { kind: Kind::SisterCity, theme: Some(theme("health")), limit: 5 }).unwrap();
    assert_eq!(health.excluded.iter().map(|e| (e.rule, e.count)).collect::<Vec<_>>(), [(Rule::ThemeNotShared, 2)]);
}

#[test]
fn questions_that_cannot_be_answered_say_why() {
    let engine = engine(vec![port(1, "ID")]);
    assert_eq!(engine.suggest(id(9), &ask(Kind::SisterCity, 5)), Err(MatchError::UnknownCity(id(9))));
    assert_eq!(engine.suggest(id(1), &ask(Kind::SisterCity, 0)), Err(MatchError::BadLimit(0)));
    let unknown = Ask { theme: Some(theme("alchemy")), ..ask(Kind::SisterCity, 5) };
    assert_eq!(engine.suggest(id(1), &unknown), Err(MatchError::UnknownTheme(theme("alchemy"))));
}

#[test]
fn every_fault_of_a_snapshot_is_named_at_once() {
    let bad = CityFacts {
        population: Some(f64::NAN),
        priorities: vec![priority("alchemy", 1)],
        capacities: vec![capacity("health", 6.0)],
        ..city(1, "ID")
    };
    let twin = CityFacts { slug: "city-3".parse().unwrap(), ..city(2, "ID") };
    let Err(EngineError::BadFacts { faults }) = Engine::new(model(), vec![bad, twin, city(3, "ID")], today()) else {
        panic!("must be refused")
    };
    assert_eq!(faults.len(), 5, "{faults:?}");
}

#[test]
fn an_explained_pair_has_the_score_and_rank_of_the_list() {
    let engine = engine((1..12).map(|n| if n % 2 == 0 { recycler(n, "PH") } else { port(n, "ID") }).collect());
    for kind in [Kind::PeerLearning, Kind::SisterCity] {
        for item in suggest(&engine, 1, kind).items {
            let alone = engine.explain(id(1), item.city.id, &ask(kind, 10)).unwrap().suggestion.unwrap();
            assert_eq!((alone.rank, alone.score.to_bits(), alone.reverse_rank), (item.rank, item.score.to_bits(), item.reverse_rank));
            assert_eq!((alone.survival, alone.text), (item.survival, item.text));
        }
    }
}

#[test]
fn equal_scores_are_ordered_by_id_and_the_reverse_rank_is_the_place_on_the_others_list() {
    let engine = engine(vec![port(1, "ID"), recycler(5, "PH"), recycler(3, "PH"), recycler(4, "PH"), port(2, "VN")]);
    let found = suggest(&engine, 1, Kind::SisterCity);
    let recyclers: Vec<u128> = found.items.iter().map(|i| i.city.id.0.as_u128()).filter(|n| *n >= 3).collect();
    assert_eq!(recyclers, [3, 4, 5]);
    for item in found.items {
        let back = engine.suggest(item.city.id, &ask(Kind::SisterCity, 10)).unwrap();
        let place = back.items.iter().find(|i| i.city.id == id(1)).unwrap().rank;
        assert_eq!(place, item.reverse_rank);
    }
}

#[test]
fn an_explanation_is_the_same_after_it_was_stored() {
    let engine = engine(vec![port(1, "ID"), recycler(2, "PH"), city(3, "VN")]);
    let explained = engine.explain(id(1), id(2), &ask(Kind::SisterCity, 5)).unwrap();
    let text = serde_json::to_string(&explained).unwrap();
    assert_eq!(serde_json::from_str::<super::answer::PairExplanation>(&text).unwrap(), explained);
}

#[test]
fn a_city_with_itself_is_explained_by_its_rule_alone() {
    let engine = engine(vec![port(1, "ID"), recycler(2, "PH")]);
    let explained = engine.explain(id(1), id(1), &ask(Kind::PeerLearning, 5)).unwrap();
    assert_eq!(explained.rules[0].rule, Rule::SameCity);
    assert!(explained.suggestion.is_none());
}

#[test]
fn each_reported_counterfactual_moves_the_rank() {
    let rival = CityFacts { has_international_office: Some(false), ..recycler(3, "PH") };
    let engine = engine(vec![port(1, "ID"), recycler(2, "PH"), rival]);
    let items = suggest(&engine, 1, Kind::PeerLearning).items;
    assert_eq!(items[1].city.id, id(3));
    let office = items[1].counterfactuals.iter().find(|c| c.change.key == "change-verify").unwrap();
    assert_eq!(office.rank, 1);
    assert!(items[0].counterfactuals.iter().all(|c| c.rank > 1), "what would cost the first its place");
    assert!(items[1].counterfactuals.iter().all(|c| c.rank < 2));
}

#[test]
fn another_day_is_another_snapshot() {
    let later = today().succ_opt().unwrap();
    let cities = vec![port(1, "ID"), recycler(2, "PH")];
    let (now, then) = (engine(cities.clone()), Engine::new(model(), cities, later).unwrap());
    assert_ne!(now.snapshot_hash(), then.snapshot_hash());
}

#[test]
fn a_list_made_by_several_threads_is_the_list_made_pair_by_pair() {
    let many = (0..2_000).map(|n| if n % 40 == 2 { recycler(n + 1, "PH") } else { city(n + 1, "VN") });
    let engine = engine(many.chain([port(5_000, "ID")]).collect());
    let found = suggest(&engine, 5_000, Kind::PeerLearning);
    assert_eq!(found.items.len(), 10);
    for item in found.items.iter().step_by(3) {
        let alone = engine.explain(id(5_000), item.city.id, &ask(Kind::PeerLearning, 10)).unwrap().suggestion.unwrap();
        assert_eq!(&Suggestion { overlaps_next: item.overlaps_next, ..alone }, item);
    }
}

#[test]
fn in_a_theme_asked_for_by_name_an_equal_may_teach_and_the_explanation_says_that_it_is_no_more() {
    let engine = engine(vec![recycler(1, "ID"), recycler(2, "PH"), port(3, "VN")]);
    let waste = Ask { theme: Some("solid-waste".parse().unwrap()), ..ask(Kind::PeerLearning, 5) };
    let found = engine.suggest(id(1), &waste).unwrap();
    assert_eq!(found.items.iter().map(|item| item.city.id).collect::<Vec<_>>(), [id(2)], "the port is far behind");
    assert_eq!(found.items[0].against[0].key, "against-not-ahead");
    let learner = engine.suggest(id(3), &waste).unwrap();
    assert!(learner.items.iter().all(|item| item.against.iter().all(|words| words.key != "against-not-ahead")));
}
