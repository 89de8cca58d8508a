//! Hard rules: what takes a pair out before it is scored. An explanation names each rule that holds; a list counts the first one.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{Months, NaiveDate};

use super::affinity::{Slot, free_slots};
use super::facts::{CityFacts, TieFact};
use super::message::{Arg, Message};
use super::model::Model;
use super::settings::KindSettings;
use crate::domain::id::CityId;
use crate::domain::pairing::Kind;

crate::text_enum! {
    /// Why a pair is no candidate. In the order in which they are counted.
    Rule {
        /// A city is no partner of its own.
        SameCity = "same_city",
        /// One of them takes no part: suspended or dissolved.
        InactiveMember = "inactive_member",
        /// Both are in one country, for a kind that joins countries.
        SameCountry = "same_country",
        /// A tie of that kind stands already.
        ExistingTie = "existing_tie",
        /// The secretariat has barred the pair.
        Barred = "barred",
        /// One of them declined the same not long ago.
        CoolingPeriod = "cooling_period",
        /// The city that asks does not want to see the other.
        NotInterested = "not_interested",
        /// The city that asks has no slot left.
        NoOwnSlot = "no_own_slot",
        /// The other has no slot left.
        NoSlot = "no_slot",
        /// The mentor is not ahead in any theme that the learner needs.
        NoHeadStart = "no_head_start",
        /// Neither gains in the theme that was asked for, nor is it a priority of both.
        ThemeNotShared = "theme_not_shared",
    }
}

/// Which part the asking city has in a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seat {
    /// The learner; or an equal partner.
    First,
    /// The mentor.
    Second,
}

impl Seat {
    /// The slots that the asking city and the other one need.
    pub fn slots(self, kind: Kind) -> (Slot, Slot) {
        match (kind, self) {
            (Kind::PeerLearning, Seat::First) => (Slot::Learner, Slot::Mentor),
            (Kind::PeerLearning, Seat::Second) => (Slot::Mentor, Slot::Learner),
            (Kind::SisterCity | Kind::MutualAid, _) => (Slot::Partner, Slot::Partner),
        }
    }
}

/// What the rules ask of one city beside who it is; many cities are alike in it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Eligibility {
    suggestible: bool,
    country: [u8; 2],
    /// No free slot as partner, mentor, learner.
    full: [bool; 3],
}

impl Eligibility {
    fn is_full(&self, slot: Slot) -> bool {
        self.full[slot as usize]
    }
}

/// What the rules ask of one city, worked out once: a pass asks it for every pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Brief {
    /// As a number: comparing sixteen bytes calls a function, and this is asked for every pair.
    id: u128,
    /// The rest.
    pub eligibility: Eligibility,
}

impl Brief {
    /// The brief of a city.
    pub fn of(city: &CityFacts) -> Brief {
        // A country code is two ASCII letters by its type.
        let country = city.country.as_str().as_bytes().try_into().unwrap_or_default();
        let full = [Slot::Partner, Slot::Mentor, Slot::Learner].map(|slot| free_slots(city, slot) == Some(0));
        Brief { id: city.id.0.as_u128(), eligibility: Eligibility { suggestible: city.suggestible, country, full } }
    }
}

/// What two cities have between them, gathered from both sides.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Relation {
    /// The kinds of ties that stand, lower case.
    pub ties: Vec<String>,
    /// Declines, by kind.
    pub declined: Vec<(Kind, NaiveDate)>,
    /// Barred: for one kind or for every kind.
    pub barred: Vec<Option<Kind>>,
    /// The city whose list this is does not want to see the other.
    pub is_unwanted: bool,
}

/// Each city's relations, by the place of the other. Who has something on one list has an entry on both, and so a pass that meets a pair
/// from either side knows of it.
pub type Relations = Vec<Arc<BTreeMap<usize, Relation>>>;

impl Relation {
    fn tidied(mut self) -> Relation {
        self.ties.sort();
        self.ties.dedup();
        self.declined.sort();
        self.declined.dedup();
        self.barred.sort();
        self.barred.dedup();
        self
    }

    /// What stands on the list of the first of two cities. A tie, a decline or a bar that only one side records counts for both.
    fn between(here: &CityFacts, there: &CityFacts) -> Relation {
        let sides = [(here, there.id), (there, here.id)];
        Relation {
            ties: sides.iter().flat_map(|(city, other)| city.ties.iter().filter(|tie| tie.other == *other)).map(kind_of_tie).collect(),
            declined: sides
                .iter()
                .flat_map(|(city, other)| city.declined.iter().filter(|decline| decline.other == *other))
                .map(|decline| (decline.kind, decline.on))
                .collect(),
            barred: sides
                .iter()
                .flat_map(|(city, other)| city.barred.iter().filter(|barred| barred.other == *other))
                .map(|barred| barred.kind)
                .collect(),
            is_unwanted: here.not_interested.contains(&there.id),
        }
        .tidied()
    }
}

fn kind_of_tie(tie: &TieFact) -> String {
    tie.kind.trim().to_lowercase()
}

/// Every city that a city's facts name.
fn named(city: &CityFacts) -> impl Iterator<Item = CityId> {
    let ties = city.ties.iter().map(|tie| tie.other);
    let refused = city.declined.iter().map(|decline| decline.other).chain(city.barred.iter().map(|barred| barred.other));
    ties.chain(refused).chain(city.not_interested.iter().copied())
}

/// Gathers what cities have between them.
pub fn relations(cities: &[Arc<CityFacts>], place_of: &BTreeMap<CityId, usize>) -> Relations {
    let mut pairs: BTreeSet<[usize; 2]> = BTreeSet::new();
    for (here, city) in cities.iter().enumerate() {
        let others = named(city).filter_map(|id| place_of.get(&id).copied()).filter(|there| *there != here);
        pairs.extend(others.map(|there| [here.min(there), here.max(there)]));
    }
    // Those who have nothing with anybody share one empty list.
    let nothing = Arc::new(BTreeMap::new());
    let mut all = vec![nothing; cities.len()];
    for pair in pairs {
        relate(&mut all, cities, pair);
    }
    all
}

/// Gathers anew what one city has with others, after its facts have changed.
pub fn relate_anew(all: &mut Relations, here: usize, cities: &[Arc<CityFacts>], place_of: &BTreeMap<CityId, usize>) {
    let now = named(&cities[here]).filter_map(|id| place_of.get(&id).copied()).filter(|there| *there != here);
    let others: BTreeSet<usize> = now.chain(all[here].keys().copied()).collect();
    for there in others {
        relate(all, cities, [here, there]);
    }
}

/// Sets what two cities have between them on both lists, or on neither.
fn relate(all: &mut Relations, cities: &[Arc<CityFacts>], [a, b]: [usize; 2]) {
    let both = [(a, b), (b, a)].map(|(here, there)| (here, there, Relation::between(&cities[here], &cities[there])));
    let is_nothing = both.iter().all(|(_, _, relation)| *relation == Relation::default());
    for (here, there, relation) in both {
        if !is_nothing {
            Arc::make_mut(&mut all[here]).insert(there, relation);
        } else if all[here].contains_key(&there) {
            Arc::make_mut(&mut all[here]).remove(&there);
        }
    }
}

/// The question whether a rule takes a pair out.
#[derive(Debug, Clone, Copy)]
pub struct RuleContext<'a> {
    /// The model.
    pub model: &'a Model,
    /// Which kind.
    pub kind: Kind,
    /// Its settings.
    pub settings: &'a KindSettings,
    /// The part of the asking city.
    pub seat: Seat,
    /// Today, for the cooling period.
    pub as_of: NaiveDate,
}

impl RuleContext<'_> {
    /// Every rule that takes the pair out, in order. Rules that need the factors (`NoHeadStart`, `ThemeNotShared`) are the engine's.
    pub fn hits<'a>(&'a self, asker: &'a Brief, other: &'a Brief, relation: Option<&'a Relation>) -> impl Iterator<Item = Rule> + 'a {
        Rule::ALL.iter().copied().filter(move |rule| self.holds(*rule, asker, other, relation))
    }

    fn holds(&self, rule: Rule, asker: &Brief, other: &Brief, relation: Option<&Relation>) -> bool {
        match rule {
            Rule::SameCity => asker.id == other.id,
            Rule::ExistingTie => relation.is_some_and(|r| r.ties.iter().any(|kind| self.settings.blocking_ties.contains(kind))),
            Rule::Barred => relation.is_some_and(|r| r.barred.iter().any(|kind| kind.is_none_or(|kind| kind == self.kind))),
            Rule::CoolingPeriod => self.cooling_until(relation).is_some(),
            Rule::NotInterested => relation.is_some_and(|r| r.is_unwanted),
            Rule::InactiveMember | Rule::SameCountry | Rule::NoOwnSlot | Rule::NoSlot => {
                self.holds_by_eligibility(rule, &asker.eligibility, &other.eligibility)
            }
            Rule::NoHeadStart | Rule::ThemeNotShared => false,
        }
    }

    fn holds_by_eligibility(&self, rule: Rule, asker: &Eligibility, other: &Eligibility) -> bool {
        let (own_slot, others_slot) = self.seat.slots(self.kind);
        match rule {
            Rule::InactiveMember => !asker.suggestible || !other.suggestible,
            Rule::SameCountry => self.settings.excludes_same_country && asker.country == other.country,
            Rule::NoOwnSlot => asker.is_full(own_slot),
            Rule::NoSlot => other.is_full(others_slot),
            Rule::SameCity
            | Rule::ExistingTie
            | Rule::Barred
            | Rule::CoolingPeriod
            | Rule::NotInterested
            | Rule::NoHeadStart
            | Rule::ThemeNotShared => false,
        }
    }

    /// The first rule that takes out a pair of different cities that have nothing between them, before the factors are asked.
    pub fn of_eligibility(&self, asker: &Eligibility, other: &Eligibility) -> Option<Rule> {
        Rule::ALL.iter().copied().find(|rule| self.holds_by_eligibility(*rule, asker, other))
    }

    /// The day on which the cooling period ends, where one runs.
    pub fn cooling_until(&self, relation: Option<&Relation>) -> Option<NaiveDate> {
        let last = relation?.declined.iter().filter(|(kind, on)| *kind == self.kind && *on <= self.as_of).map(|(_, on)| *on).max()?;
        let until = last.checked_add_months(Months::new(self.model.settings().rules.cooling_months))?;
        (self.as_of < until).then_some(until)
    }

    /// The rule in words.
    pub fn message(&self, rule: Rule, asker: &CityFacts, other: &CityFacts, relation: Option<&Relation>) -> Message {
        let inactive = if asker.suggestible { other } else { asker };
        let named = Message::new(&format!("rule-{}", rule.as_str().replace('_', "-")));
        match rule {
            Rule::SameCity => named.city("city", &asker.name),
            Rule::InactiveMember => named.city("city", &inactive.name),
            Rule::SameCountry => named.with("country", Arg::Country(asker.country.to_string())),
            Rule::NoOwnSlot => named.city("city", &asker.name),
            Rule::NoSlot => named.city("city", &other.name),
            Rule::CoolingPeriod => {
                let until = self.cooling_until(relation).unwrap_or(self.as_of);
                named.city("city", &asker.name).city("other", &other.name).with("until", Arg::Date(until.to_string()))
            }
            Rule::ExistingTie | Rule::Barred | Rule::NotInterested | Rule::NoHeadStart | Rule::ThemeNotShared => {
                named.city("city", &asker.name).city("other", &other.name)
            }
        }
    }
}
