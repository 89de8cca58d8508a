//! The smallest changes of the other city that would have changed the outcome. Each is applied to its facts, the pair is computed again, and it
//! is reported only if the rank really moves. A change of the city that asks would move every pair of its list and is none.

use super::affinity::{Slot, free_slots};
use super::answer::{Counterfactual, ThemeMatch, ThemeSide};
use super::engine::Engine;
use super::facts::{CapacityFact, CityFacts, OfferFact};
use super::knowledge::{Knowledge, OwnBasis};
use super::message::{Arg, Message};
use super::pairing::Side;
use super::ranking::{Listed, Ranking, is_before};
use super::rules::Seat;
use super::table::Rows;
use crate::domain::code::LanguageCode;
use crate::domain::pairing::Kind;

/// At most this many are shown with a pairing.
const SHOWN: usize = 3;

/// A pair whose outcome may change.
#[derive(Debug, Clone, Copy)]
pub struct Outcome<'a> {
    /// The question.
    pub ranking: &'a Ranking<'a>,
    /// The snapshot.
    pub engine: &'a Engine,
    /// Place and side of the city that asked.
    pub asker: (usize, &'a Side<'a>),
    /// Place and side of the other.
    pub other: (usize, &'a Side<'a>),
    /// Its rank as things are.
    pub rank: usize,
    /// The first of the list, best first.
    pub ranked: &'a [(f64, usize)],
    /// The list holds every candidate.
    pub is_whole: bool,
}

/// A change: its words, and the facts of the other city after it.
struct Change {
    words: Message,
    facts: CityFacts,
    bears_on: BearsOn,
}

/// What a change bears on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum BearsOn {
    /// Needs, capacities or offers: the facts are weighed anew.
    Knowledge,
    /// Slots, office or languages alone: what is known of the themes stays as it is.
    Feasibility,
}

/// The changes that would move the pair up, the greatest gain first; for the first of the list, what would cost it that place.
pub fn counterfactuals(outcome: &Outcome<'_>, themes: &[ThemeMatch]) -> Vec<Counterfactual> {
    let mut found: Vec<Counterfactual> = if outcome.rank == 1 {
        losses(outcome, themes).into_iter().filter_map(|change| outcome.after(change)).filter(|after| after.rank > 1).collect()
    } else {
        gains(outcome, themes).into_iter().filter_map(|change| outcome.after(change)).filter(|after| after.rank < outcome.rank).collect()
    };
    found.sort_by(|a, b| a.rank.cmp(&b.rank).then(b.score.total_cmp(&a.score)).then_with(|| a.change.cmp(&b.change)));
    found.truncate(SHOWN);
    found
}

impl Outcome<'_> {
    /// The outcome after a change; `None` where the change brings a word that the snapshot does not know.
    fn after(&self, change: Change) -> Option<Counterfactual> {
        let other = self.changed(&change.facts, change.bears_on)?;
        let views = self.ranking.in_order(Seat::First, (self.asker.0, self.asker.1.view), (self.other.0, other.view(0)));
        let has_tie = self.ranking.has_tie(self.asker.0, self.other.0);
        let score = self.ranking.score(views, has_tie);
        let rank = self.rank_of(score)?;
        Some(Counterfactual { change: change.words, score, rank })
    }

    /// The place of a new score of the other city. Only its own score has changed, so whoever goes before it stands in the list already;
    /// `None` where it falls below the end of the list that is known, unless it was below it before.
    fn rank_of(&self, score: f64) -> Option<usize> {
        let others = || self.ranked.iter().filter(|(_, place)| *place != self.other.0);
        let ahead = others().filter(|other| is_before(**other, (score, self.other.0))).count();
        let is_sure = score >= self.ranked.last().map_or(f64::MIN, |last| last.0) || ahead < others().count() || self.is_whole;
        if is_sure {
            return Some(ahead + 1);
        }
        let listed = Listed { seat: Seat::First, asker: self.asker.0, score, target: self.other.0 };
        (self.rank > self.ranked.len()).then(|| self.ranking.place_of(&listed))
    }

    /// The other city's row after a change; nothing where the snapshot does not know a word of it.
    fn changed(&self, facts: &CityFacts, bears_on: BearsOn) -> Option<Rows> {
        let (model, words) = (self.engine.model(), self.engine.words());
        words.covers(facts).then(|| match bears_on {
            BearsOn::Knowledge => Rows::of_one(model, words, facts, &Knowledge::of(model, facts, self.engine.as_of())),
            BearsOn::Feasibility => Rows::of_one(model, words, facts, self.other.1.knowledge),
        })
    }

    /// A change of what the other city can do or would teach.
    fn of_giver(&self, words: Message, change: impl Fn(&mut CityFacts)) -> Change {
        let mut facts = self.other.1.city.clone();
        change(&mut facts);
        Change { words: words.city("city", &self.other.1.city.name), facts, bears_on: BearsOn::Knowledge }
    }
}

/// The themes in which the other city gives.
fn given(themes: &[ThemeMatch]) -> impl Iterator<Item = &ThemeMatch> {
    themes.iter().filter(|theme| theme.side == ThemeSide::Learns)
}

fn gains(outcome: &Outcome<'_>, themes: &[ThemeMatch]) -> Vec<Change> {
    let model = outcome.engine.model();
    let mut changes = Vec::new();
    let knowledge = outcome.other.1.knowledge;
    for theme in given(themes).take(2) {
        let Some(t) = model.taxonomy().index_of(&theme.code) else { continue };
        let code = theme.code.as_str();
        if let Some(level) = knowledge.own[t].level.filter(|_| knowledge.own[t].basis != OwnBasis::Verified) {
            // As it is told, so that what is promised is what was tried.
            let level = (level * 10.0).round() / 10.0;
            let words = Message::new("change-verify").theme(code).number("level", level, 1);
            changes.push(outcome.of_giver(words, |facts| verify(facts, theme, level)));
        }
        if knowledge.openness[t].low < 1.0 {
            let open = OfferFact { theme: theme.code.clone(), modes: Vec::new(), languages: Vec::new(), slots: None };
            changes.push(outcome.of_giver(Message::new("change-open").theme(code), |facts| facts.offers.push(open.clone())));
        }
    }
    changes.extend(slots(outcome));
    changes.extend(office(outcome));
    changes.extend(bridge_language(outcome));
    changes
}

fn verify(facts: &mut CityFacts, theme: &ThemeMatch, level: f64) {
    facts.capacities.retain(|c| c.theme != theme.code);
    facts.capacities.push(CapacityFact {
        theme: theme.code.clone(),
        level,
        is_verified: true,
        year: None,
        source: None,
        from_memory: false,
    });
}

/// What would cost the first its place: its strongest theme without the evidence behind it.
fn losses(outcome: &Outcome<'_>, themes: &[ThemeMatch]) -> Vec<Change> {
    let without = |theme: &ThemeMatch| {
        let words = Message::new("change-without-evidence").theme(theme.code.as_str());
        outcome.of_giver(words, |facts| {
            facts.capacities.retain(|c| c.theme != theme.code);
            facts.assessments.retain(|a| a.theme != theme.code);
            for practice in &mut facts.practices {
                practice.themes.retain(|code| *code != theme.code);
            }
        })
    };
    given(themes).take(1).map(without).collect()
}

/// A city without what has been weighed already: a change of feasibility leaves that as it is, and copying it would take longer than the rest.
fn without_evidence(city: &CityFacts) -> CityFacts {
    let CityFacts { id, slug, name, country, .. } = city;
    CityFacts {
        suggestible: city.suggestible,
        place: city.place,
        utc_offset_hours: city.utc_offset_hours,
        languages: city.languages.clone(),
        networks: city.networks.clone(),
        networks_complete: city.networks_complete,
        offers: city.offers.clone(),
        quotas: city.quotas.clone(),
        has_international_office: city.has_international_office,
        requests_answered: city.requests_answered,
        ..CityFacts::unknown(*id, slug.clone(), name.clone(), country.clone())
    }
}

fn slots(outcome: &Outcome<'_>) -> Option<Change> {
    let full = outcome.engine.model().settings().availability.slots_full;
    let slot = if outcome.ranking.setting.kind == Kind::PeerLearning { Slot::Mentor } else { Slot::Partner };
    let other = outcome.other.1.city;
    if free_slots(other, slot).is_some_and(|free| free >= full) {
        return None;
    }
    let mut facts = without_evidence(other);
    match slot {
        Slot::Partner => facts.quotas.partners_max = Some(facts.quotas.partners_taken + full),
        Slot::Mentor => facts.quotas.learners_max = Some(facts.quotas.learners_taken + full),
        Slot::Learner => facts.quotas.mentors_max = Some(facts.quotas.mentors_taken + full),
    }
    let words = Message::new("change-slots").city("city", &other.name).number("slots", f64::from(full), 0);
    Some(Change { words, facts, bears_on: BearsOn::Feasibility })
}

fn office(outcome: &Outcome<'_>) -> Option<Change> {
    let other = outcome.other.1.city;
    if other.has_international_office == Some(true) {
        return None;
    }
    let facts = CityFacts { has_international_office: Some(true), ..without_evidence(other) };
    let words = Message::new("change-office").city("city", &other.name);
    Some(Change { words, facts, bears_on: BearsOn::Feasibility })
}

/// Only where the city that asks works in the bridge language already.
fn bridge_language(outcome: &Outcome<'_>) -> Option<Change> {
    let bridge: LanguageCode = outcome.engine.model().settings().affinity.bridge_languages.first()?.parse().ok()?;
    let other = outcome.other.1.city;
    if !outcome.asker.1.city.languages.contains(&bridge) || other.languages.contains(&bridge) {
        return None;
    }
    let mut facts = without_evidence(other);
    facts.languages.push(bridge.clone());
    let words = Message::new("change-language").with("language", Arg::Language(bridge.to_string())).city("city", &other.name);
    Some(Change { words, facts, bears_on: BearsOn::Feasibility })
}
