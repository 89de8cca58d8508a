//! Cohort candidates: 3 to 8 cities of one peer group that work on one theme together, with at least one among them that can teach it.
//!
//! Within a group that holds, a **mentor** is a city that shows a capacity in the theme (a practice, a verified or stated level) and may teach
//! somebody there; a **learner** is one that states the theme as a priority and is no mentor of the cohort. Cohorts are filled one after the
//! other: the mentor whose learners would score highest with it comes first, then its best learners, and from six places on a second mentor.
//! Scores are those of peer learning in the theme. A city is in one cohort at most. Order everywhere: score, then the city's id.

use serde::{Deserialize, Serialize};

use super::answer::{CityRef, ModelRef};
use super::clusters::Grouping;
use super::engine::{Ask, Engine};
use super::error::MatchError;
use super::knowledge::{Knowledge, OwnBasis};
use super::message::Message;
use super::ranking::Ranking;
use super::rules::Seat;
use crate::domain::code::ThemeCode;
use crate::domain::pairing::Kind;

/// A cohort has at least this many cities ...
pub const LEAST: usize = 3;
/// ... and at most this many.
pub const MOST: usize = 8;
/// From this size on a cohort has two mentors, where there are two.
const SECOND_MENTOR_FROM: usize = 6;

/// Cohorts for a theme.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Cohorts {
    /// The theme.
    pub theme: ThemeCode,
    /// The model.
    pub model: ModelRef,
    /// Hash of the snapshot.
    pub snapshot: String,
    /// The cohorts, the strongest first.
    pub cohorts: Vec<Cohort>,
    /// Cities that state the theme as a priority and are in none.
    pub left: Vec<Left>,
}

/// A cohort.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Cohort {
    /// The number of its peer group.
    pub group: usize,
    /// The group's name, as phrases for a list.
    pub group_name: Vec<Message>,
    /// Who can teach.
    pub mentors: Vec<CityRef>,
    /// Who wants to learn, the best served first.
    pub learners: Vec<Learner>,
    /// Mean score of the learners with their mentors, 0 to 100.
    pub score: f64,
    /// How many countries come together.
    pub countries: usize,
}

/// A learner of a cohort.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Learner {
    /// The city.
    pub city: CityRef,
    /// The mentor from whom it would gain most.
    pub mentor: CityRef,
    /// Its score with that mentor.
    pub score: f64,
}

/// A city that wants the theme and is in no cohort.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Left {
    /// The city.
    pub city: CityRef,
    /// Why.
    pub why: Message,
}

/// The candidates for one theme, each cohort of at most `size` cities.
///
/// # Errors
/// An unknown theme, a model without peer learning, a size outside [`LEAST`] to [`MOST`].
pub fn cohorts(engine: &Engine, grouping: &Grouping, theme: &ThemeCode, size: usize) -> Result<Cohorts, MatchError> {
    if !(LEAST..=MOST).contains(&size) {
        return Err(MatchError::BadSize { size, least: LEAST, most: MOST });
    }
    let t = engine.model().taxonomy().index_of(theme).ok_or_else(|| MatchError::UnknownTheme(theme.clone()))?;
    let ranking = Ranking::new(engine, &Ask { kind: Kind::PeerLearning, theme: Some(theme.clone()), limit: MOST })?;
    let (mut found, mut left) = (Vec::new(), Vec::new());
    for (group, members) in grouping.members() {
        let mut room = Room::of(engine, &ranking, t, &members);
        let mut key = "cohort-left-ungrouped";
        if let Some(group) = group {
            key = if room.mentors.is_empty() { "cohort-left-no-mentor" } else { "cohort-left-over" };
            while let Some((mentors, learners)) = room.fill(size) {
                found.push(cohort(engine, grouping, group, (&mentors, &learners)));
            }
        }
        left.extend(room.wanting.into_iter().map(|place| Left { city: engine.city_ref(place), why: Message::new(key) }));
    }
    found.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.mentors[0].id.cmp(&b.mentors[0].id)));
    left.sort_by_key(|a| a.city.id);
    Ok(Cohorts { theme: theme.clone(), model: engine.model_ref(), snapshot: engine.snapshot_hash().to_owned(), cohorts: found, left })
}

/// A learner with its score and its mentor, by their places.
type Placed = (f64, usize, usize);

/// Those of a group who are still free.
struct Room<'a> {
    ranking: &'a Ranking<'a>,
    mentors: Vec<usize>,
    wanting: Vec<usize>,
}

impl<'a> Room<'a> {
    fn of(engine: &Engine, ranking: &'a Ranking<'a>, t: usize, members: &[usize]) -> Self {
        let (mut mentors, mut wanting) = (Vec::new(), Vec::new());
        for &place in members {
            let knowledge = engine.knowledge(place);
            if shows(&knowledge, t) {
                mentors.push(place);
            }
            if knowledge.priority[t].coverage > 0.0 && knowledge.priority[t].value > 0.0 {
                wanting.push(place);
            }
        }
        Self { ranking, mentors, wanting }
    }

    /// Everyone who could learn from a mentor, best first.
    fn learners_of(&self, mentor: usize) -> Vec<Placed> {
        let may_learn = |learner: &usize| *learner != mentor && self.ranking.exclusion(Seat::First, *learner, mentor).is_none();
        let score = |learner: usize| (self.ranking.score_of(Seat::First, learner, mentor), learner, mentor);
        let mut learners: Vec<Placed> = self.wanting.iter().copied().filter(may_learn).map(score).collect();
        learners.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        learners
    }

    /// Takes one cohort out of the room; `None` where no mentor has two learners.
    fn fill(&mut self, size: usize) -> Option<(Vec<usize>, Vec<Placed>)> {
        let sum = |learners: &[Placed]| learners.iter().take(size - 1).map(|learner| learner.0).sum::<f64>();
        let offered = self.mentors.iter().map(|&mentor| (mentor, self.learners_of(mentor)));
        let useful = offered.filter(|(_, learners)| learners.len() + 1 >= LEAST);
        // Of equals the lower place: `max_by` takes the last.
        let (mentor, mut learners) = useful.max_by(|a, b| sum(&a.1).total_cmp(&sum(&b.1)).then(b.0.cmp(&a.0)))?;
        let mut mentors = vec![mentor];
        if size >= SECOND_MENTOR_FROM && learners.len() + 1 >= SECOND_MENTOR_FROM {
            mentors.extend(self.second(mentor, &mut learners));
        }
        learners.retain(|learner| !mentors.contains(&learner.1));
        learners.truncate(size - mentors.len());
        self.mentors.retain(|place| !mentors.contains(place) && !learners.iter().any(|learner| learner.1 == *place));
        self.wanting.retain(|place| !mentors.contains(place) && !learners.iter().any(|learner| learner.1 == *place));
        Some((mentors, learners))
    }

    /// The mentor who would raise the learners' scores most beside the first; each learner goes to the better of the two.
    fn second(&self, first: usize, learners: &mut Vec<Placed>) -> Option<usize> {
        let better = |mentor: usize| -> Vec<Placed> {
            let offered = self.learners_of(mentor);
            let of = |learner: &Placed| offered.iter().find(|other| other.1 == learner.1 && other.0 > learner.0).copied();
            learners.iter().map(|learner| of(learner).unwrap_or(*learner)).collect()
        };
        let gain = |found: &[Placed]| found.iter().map(|learner| learner.0).sum::<f64>();
        let others = self.mentors.iter().copied().filter(|mentor| *mentor != first).map(|mentor| (mentor, better(mentor)));
        let (second, mut found) = others.max_by(|a, b| gain(&a.1).total_cmp(&gain(&b.1)).then(b.0.cmp(&a.0)))?;
        found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let helps = found.iter().any(|learner| learner.2 == second);
        helps.then(|| {
            *learners = found;
            second
        })
    }
}

fn shows(knowledge: &Knowledge, t: usize) -> bool {
    let is_shown = match knowledge.own[t].basis {
        OwnBasis::Verified | OwnBasis::Stated | OwnBasis::Practice => true,
        OwnBasis::CityIndicator | OwnBasis::CountryIndicator | OwnBasis::Unknown => false,
    };
    is_shown && knowledge.offer[t].value > 0.0
}

fn cohort(engine: &Engine, grouping: &Grouping, group: usize, (mentors, learners): (&[usize], &[Placed])) -> Cohort {
    let places = mentors.iter().copied().chain(learners.iter().map(|learner| learner.1));
    let countries: std::collections::BTreeSet<_> = places.map(|place| engine.city_at(place).country.clone()).collect();
    let learner =
        |(score, place, mentor): &Placed| Learner { city: engine.city_ref(*place), mentor: engine.city_ref(*mentor), score: *score };
    let of_group = grouping.groups().groups.iter().find(|known| known.number == group);
    Cohort {
        group,
        group_name: of_group.map(|known| known.name.clone()).unwrap_or_default(),
        mentors: mentors.iter().map(|place| engine.city_ref(*place)).collect(),
        learners: learners.iter().map(learner).collect(),
        score: learners.iter().map(|learner| learner.0).sum::<f64>() / learners.len().max(1) as f64,
        countries: countries.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::CityId;
    use crate::domain::practice::PracticeBasis;
    use crate::matching::clusters::Wish;
    use crate::matching::facts::CityFacts;
    use crate::matching::samples::{city, engine, practice, priority, theme};

    /// Two kinds of cities that are surely two groups: small hill towns in Laos and large ports.
    fn town(n: u128, is_port: bool) -> CityFacts {
        let (population, elevation, coastal) = if is_port { (4_000_000.0, 5.0, true) } else { (60_000.0, 900.0, false) };
        CityFacts {
            population: Some(population * (1.0 + n as f64 / 100.0)),
            elevation_m: Some(elevation),
            coastal: Some(coastal),
            level: Some("city".to_owned()),
            place: Some(crate::domain::geo::Place { lat: if is_port { -6.0 } else { 19.0 }, lon: 102.0 + n as f64 / 10.0 }),
            priorities: vec![priority("solid-waste", 1)],
            languages: vec!["en".parse().unwrap()],
            ..city(n, ["ID", "MY", "PH", "VN"][n as usize % 4])
        }
    }

    fn able(facts: CityFacts) -> CityFacts {
        CityFacts { practices: vec![practice("solid-waste", PracticeBasis::DocumentedResult)], priorities: Vec::new(), ..facts }
    }

    fn found(cities: Vec<CityFacts>, size: usize) -> Cohorts {
        let engine = engine(cities);
        let grouping = Grouping::of(&engine, Wish { groups: Some(2) }).unwrap();
        cohorts(&engine, &grouping, &theme("solid-waste"), size).unwrap()
    }

    fn two_groups(mentors: &[u128]) -> Vec<CityFacts> {
        (1..=16).map(|n| if mentors.contains(&n) { able(town(n, n > 8)) } else { town(n, n > 8) }).collect()
    }

    fn members(cohort: &Cohort) -> Vec<CityId> {
        cohort.mentors.iter().map(|mentor| mentor.id).chain(cohort.learners.iter().map(|learner| learner.city.id)).collect()
    }

    #[test]
    fn a_cohort_is_of_one_group_with_a_mentor_among_it_and_no_city_is_in_two() {
        let found = found(two_groups(&[3, 12]), 5);
        assert_eq!(found.cohorts.len(), 2, "{found:?}");
        for cohort in &found.cohorts {
            let members = members(cohort);
            assert!((LEAST..=5).contains(&members.len()) && !cohort.mentors.is_empty());
            let is_port = |id: &CityId| id.0.as_u128() > 8;
            assert!(members.iter().all(is_port) || !members.iter().any(is_port), "{members:?} are of two groups");
        }
        let mut all: Vec<CityId> = found.cohorts.iter().flat_map(members).chain(found.left.iter().map(|left| left.city.id)).collect();
        let named = all.len();
        all.sort();
        all.dedup();
        assert_eq!((all.len(), named), (16, 16), "each city once, in a cohort or left with a reason");
    }

    #[test]
    fn a_group_without_anybody_who_can_teach_has_no_cohort_and_its_cities_are_told_why() {
        let found = found(two_groups(&[3]), 8);
        assert_eq!(found.cohorts.len(), 1);
        assert_eq!(found.left.len(), 8);
        assert!(found.left.iter().all(|left| left.why.key == "cohort-left-no-mentor"), "{:?}", found.left);
    }

    #[test]
    fn a_large_cohort_has_two_mentors_and_each_learner_the_better_one() {
        let found = found(two_groups(&[3, 5]), 8);
        let cohort = &found.cohorts[0];
        assert_eq!(cohort.mentors.len(), 2);
        for learner in &cohort.learners {
            assert!(cohort.mentors.contains(&learner.mentor), "{learner:?}");
        }
        let mean = cohort.learners.iter().map(|learner| learner.score).sum::<f64>() / cohort.learners.len() as f64;
        assert_eq!(cohort.score, mean);
    }

    #[test]
    fn sizes_that_are_no_cohort_are_refused() {
        let engine = engine(two_groups(&[3]));
        let grouping = Grouping::of(&engine, Wish { groups: Some(2) }).unwrap();
        for size in [0, 2, 9] {
            assert!(matches!(cohorts(&engine, &grouping, &theme("solid-waste"), size), Err(MatchError::BadSize { .. })));
        }
    }
}
