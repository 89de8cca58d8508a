//! A third city for a pair that lacks one thing: somebody to teach what both want and neither knows, or a bridge between their languages.
//!
//! - **A theme** is lacking where both state it as a priority (`p(i)·p(j) ≥ joint_priority`) and neither gains from the other
//!   (`need · offer < joint_gain` each way). A third brings it if it may teach both; what it brings is its offer in the theme, and it is
//!   ranked by the lower of its two scores as a mentor in that theme: a third that helps one side only makes no trio.
//! - **A language** is lacking where the two work in no common or close one. A third brings it if it shares one with each; it is ranked by
//!   the weaker of the two languages, then by the lower of its two scores as a sister city. An own country or a standing tie is no obstacle to
//!   a bridge, it is what makes one.
//!
//! Who is inactive, barred or cooling with either of the two is never a third. Order: as said, then the city's id.

use serde::{Deserialize, Serialize};

use super::affinity::affinity_parts;
use super::answer::{CityRef, ModelRef};
use super::engine::{Ask, Engine};
use super::error::MatchError;
use super::knowledge::Knowledge;
use super::message::Message;
use super::pairing::is_ahead;
use super::ranking::Ranking;
use super::rules::{Rule, Seat};
use crate::domain::code::ThemeCode;
use crate::domain::id::CityId;
use crate::domain::pairing::Kind;

/// At most this many lacking themes are answered; the most wanted first.
const THEMES: usize = 3;

/// What a pair lacks, each with those who would bring it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Trios {
    /// The pair.
    pub cities: [CityRef; 2],
    /// The model.
    pub model: ModelRef,
    /// Hash of the snapshot.
    pub snapshot: String,
    /// What is lacking; empty where nothing is known to be.
    pub lacks: Vec<Lack>,
}

crate::text_enum! {
    /// What sort of thing a pair lacks.
    LackKind {
        /// Somebody who can teach a theme that both want.
        Theme = "theme",
        /// A common working language.
        Language = "language",
    }
}

/// Something that a pair lacks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Lack {
    /// What sort of thing.
    pub kind: LackKind,
    /// The theme, where it is one.
    pub theme: Option<ThemeCode>,
    /// In words.
    pub message: Message,
    /// Those who would bring it, best first.
    pub thirds: Vec<Third>,
}

/// A city that would make the pair a trio.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Third {
    /// The city.
    pub city: CityRef,
    /// How much it brings, 0 to 1: its offer in the theme, or the weaker of the two languages.
    pub brings: f64,
    /// Its score with the first and with the second of the pair, 0 to 100: as a mentor in the theme, or as a sister city.
    pub scores: [f64; 2],
    /// In words.
    pub message: Message,
}

/// What the pair lacks, and at most `limit` thirds for each lack.
///
/// # Errors
/// An unknown city, a limit outside 1 to 100, a model without peer learning or sister cities.
pub fn trios(engine: &Engine, first: CityId, second: CityId, limit: usize) -> Result<Trios, MatchError> {
    let pair = [engine.place(first)?, engine.place(second)?];
    let mut lacks = Vec::new();
    if pair[0] != pair[1] {
        for theme in lacking_themes(engine, pair) {
            lacks.push(of_theme(engine, pair, theme, limit)?);
        }
        lacks.extend(of_language(engine, pair, limit)?);
    }
    let cities = pair.map(|place| engine.city_ref(place));
    Ok(Trios { cities, model: engine.model_ref(), snapshot: engine.snapshot_hash().to_owned(), lacks })
}

/// The themes that both want and neither can teach the other, the most wanted first.
fn lacking_themes(engine: &Engine, pair: [usize; 2]) -> Vec<usize> {
    let rules = &engine.model().settings().rules;
    let [a, b] = pair.map(|place| engine.knowledge(place));
    let gains = |learner: &Knowledge, mentor: &Knowledge, t: usize| learner.need[t].value * mentor.offer[t].value >= rules.joint_gain;
    let wanted = |t: usize| {
        let are_stated = a.priority[t].coverage > 0.0 && b.priority[t].coverage > 0.0;
        if are_stated { a.priority[t].value * b.priority[t].value } else { 0.0 }
    };
    let mut found: Vec<usize> =
        (0..a.priority.len()).filter(|&t| wanted(t) >= rules.joint_priority && !gains(&a, &b, t) && !gains(&b, &a, t)).collect();
    // Stable: of equals the taxonomy's order.
    found.sort_by(|&s, &t| wanted(t).total_cmp(&wanted(s)));
    found.truncate(THEMES);
    found
}

fn of_theme(engine: &Engine, pair: [usize; 2], t: usize, limit: usize) -> Result<Lack, MatchError> {
    let code = engine.model().taxonomy().themes()[t].code.clone();
    let ranking = Ranking::new(engine, &Ask { kind: Kind::PeerLearning, theme: Some(code.clone()), limit })?;
    let teaches = |third: usize, learner: usize| {
        let (learner_view, third_view) = (engine.table().view(learner), engine.table().view(third));
        ranking.exclusion(Seat::First, learner, third).is_none() && is_ahead(learner_view, third_view, Some(t))
    };
    let brings = |third: usize| engine.table().view(third).offer()[t];
    let said = |third: usize| named("trio-teaches-both", engine, pair).city("third", &engine.city_at(third).name).theme(code.as_str());
    let able = (0..engine.len()).filter(|third| !pair.contains(third) && pair.iter().all(|learner| teaches(*third, *learner)));
    let scored = able.map(|third| (0.0, pair.map(|learner| ranking.score_of(Seat::First, learner, third)), third));
    let third = |(_, scores, third)| Third { city: engine.city_ref(third), brings: brings(third), scores, message: said(third) };
    let thirds = best(scored.collect(), limit).into_iter().map(third).collect();
    let message = named("trio-lacks-theme", engine, pair).theme(code.as_str());
    Ok(Lack { kind: LackKind::Theme, theme: Some(code.clone()), message, thirds })
}

fn of_language(engine: &Engine, pair: [usize; 2], limit: usize) -> Result<Option<Lack>, MatchError> {
    let settings = &engine.model().settings().affinity;
    let language = |a: usize, b: usize| {
        affinity_parts(settings, engine.words(), [engine.table().view(a).mask(), engine.table().view(b).mask()], false)[0]
    };
    if language(pair[0], pair[1]).is_none_or(|value| value > settings.no_common_language) {
        return Ok(None);
    }
    let ranking = Ranking::new(engine, &Ask { kind: Kind::SisterCity, theme: None, limit })?;
    let bridges = |third: usize| {
        let weaker = language(pair[0], third)?.min(language(third, pair[1])?);
        (weaker > settings.no_common_language).then_some(weaker)
    };
    let able = (0..engine.len()).filter(|third| pair.iter().all(|one| may_join(engine, &ranking, *third, *one)));
    let scored = able.filter_map(|third| Some((bridges(third)?, pair.map(|one| ranking.score_of(Seat::First, one, third)), third)));
    let thirds = best(scored.collect(), limit).into_iter().map(|(weaker, scores, third)| Third {
        city: engine.city_ref(third),
        brings: weaker,
        scores,
        message: named("trio-bridges-languages", engine, pair).city("third", &engine.city_at(third).name),
    });
    let message = named("trio-lacks-language", engine, pair);
    Ok(Some(Lack { kind: LackKind::Language, theme: None, message, thirds: thirds.collect() }))
}

/// Whether no rule but country and tie stands between a third and one of the pair.
fn may_join(engine: &Engine, ranking: &Ranking<'_>, third: usize, one: usize) -> bool {
    let context = ranking.rules(Seat::First);
    let mut hits = context.hits(engine.brief(one), engine.brief(third), engine.relation(one, third));
    hits.all(|rule| matches!(rule, Rule::SameCountry | Rule::ExistingTie))
}

/// By what they bring, then by the lower of the two scores, then by id.
fn best(mut scored: Vec<(f64, [f64; 2], usize)>, limit: usize) -> Vec<(f64, [f64; 2], usize)> {
    let lower = |scores: [f64; 2]| scores[0].min(scores[1]);
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(lower(b.1).total_cmp(&lower(a.1))).then(a.2.cmp(&b.2)));
    scored.truncate(limit);
    scored
}

fn named(key: &str, engine: &Engine, pair: [usize; 2]) -> Message {
    Message::new(key).city("city", &engine.city_at(pair[0]).name).city("other", &engine.city_at(pair[1]).name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::practice::PracticeBasis;
    use crate::matching::facts::{BarredFact, CityFacts};
    use crate::matching::samples::{city, engine, id, practice, priority, theme};

    fn wants_waste(n: u128, country: &str, language: &str) -> CityFacts {
        CityFacts { priorities: vec![priority("solid-waste", 1)], languages: vec![language.parse().unwrap()], ..city(n, country) }
    }

    fn knows_waste(n: u128, country: &str, languages: &[&str]) -> CityFacts {
        CityFacts {
            practices: vec![practice("solid-waste", PracticeBasis::DocumentedResult)],
            languages: languages.iter().map(|language| language.parse().unwrap()).collect(),
            ..city(n, country)
        }
    }

    fn lack(trios: &Trios, kind: LackKind) -> Option<&Lack> {
        trios.lacks.iter().find(|lack| lack.kind == kind)
    }

    fn ids(lack: &Lack) -> Vec<CityId> {
        lack.thirds.iter().map(|third| third.city.id).collect()
    }

    #[test]
    fn two_who_want_what_neither_knows_are_offered_one_who_can_teach_both() {
        let cities = vec![wants_waste(1, "ID", "id"), wants_waste(2, "MY", "id"), knows_waste(3, "PH", &["en"]), city(4, "VN")];
        let found = trios(&engine(cities), id(1), id(2), 5).unwrap();
        let lacking = lack(&found, LackKind::Theme).unwrap();
        assert_eq!((lacking.theme.clone(), ids(lacking)), (Some(theme("solid-waste")), vec![id(3)]));
        assert!(lacking.thirds[0].brings > 0.3 && lacking.thirds[0].scores.iter().all(|score| *score > 0.0));
        assert!(lack(&found, LackKind::Language).is_none(), "they speak one language");
    }

    #[test]
    fn where_one_of_the_two_can_teach_the_other_nothing_is_lacking() {
        let mentor = CityFacts { priorities: vec![priority("solid-waste", 1)], ..knows_waste(2, "MY", &["id"]) };
        let found = trios(&engine(vec![wants_waste(1, "ID", "id"), mentor, knows_waste(3, "PH", &["id"])]), id(1), id(2), 5).unwrap();
        assert_eq!(found.lacks, []);
    }

    #[test]
    fn a_bridge_shares_a_language_with_each() {
        let cities = vec![
            wants_waste(1, "ID", "id"),
            wants_waste(2, "VN", "vi"),
            knows_waste(3, "ID", &["id", "vi"]),
            knows_waste(4, "PH", &["vi"]),
            knows_waste(5, "KH", &["id", "km"]),
        ];
        let found = trios(&engine(cities), id(1), id(2), 5).unwrap();
        assert_eq!(ids(lack(&found, LackKind::Language).unwrap()), [id(3)], "one's own country makes a good bridge");
    }

    #[test]
    fn whoever_is_inactive_or_barred_with_either_is_no_third() {
        let gone = CityFacts { suggestible: false, ..knows_waste(3, "PH", &["id", "vi"]) };
        let mut barred = knows_waste(4, "SG", &["id", "vi"]);
        barred.barred.push(BarredFact { other: id(2), kind: None });
        let cities = vec![wants_waste(1, "ID", "id"), wants_waste(2, "VN", "vi"), gone, barred];
        let found = trios(&engine(cities), id(1), id(2), 5).unwrap();
        assert!(found.lacks.len() == 2 && found.lacks.iter().all(|lack| lack.thirds.is_empty()), "{found:?}");
    }

    #[test]
    fn a_pair_lacks_the_same_whichever_side_asks() {
        let cities = || {
            vec![
                wants_waste(1, "ID", "id"),
                wants_waste(2, "VN", "vi"),
                knows_waste(3, "SG", &["id", "vi"]),
                knows_waste(4, "PH", &["id", "vi"]),
            ]
        };
        let (there, back) = (trios(&engine(cities()), id(1), id(2), 5).unwrap(), trios(&engine(cities()), id(2), id(1), 5).unwrap());
        for (a, b) in there.lacks.iter().zip(&back.lacks) {
            assert_eq!((a.kind, ids(a)), (b.kind, ids(b)));
        }
    }
}
