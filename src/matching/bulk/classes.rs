//! Cities that a pass cannot tell apart in some respect: same languages and networks, same clock, same things unknown, same country and
//! slots. What follows from these alone is worked out once for a class and not once for each of its cities.

use std::collections::BTreeMap;

use super::super::rules::Eligibility;

/// Different values, numbered in the order in which they came.
#[derive(Debug, Clone, Default)]
pub struct Distinct<K> {
    numbers: BTreeMap<K, u32>,
    values: Vec<K>,
}

impl<K: Ord + Clone> Distinct<K> {
    /// The number of a value; a new one where it was not there.
    fn number(&mut self, value: K) -> u32 {
        let next = u32::try_from(self.values.len()).unwrap_or(u32::MAX);
        *self.numbers.entry(value).or_insert_with_key(|value| {
            self.values.push(value.clone());
            next
        })
    }

    /// The values, by number.
    pub fn values(&self) -> &[K] {
        &self.values
    }
}

/// What is not known of a city.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unknown {
    /// Places of the traits that are missing.
    pub traits: Vec<usize>,
    /// No place.
    pub place: bool,
    /// No priority.
    pub priorities: bool,
    /// Some number is too large or too small for single precision: nothing approximate may be said of this city.
    pub is_coarse: bool,
}

/// The respects in which cities are put together.
#[derive(Debug, Clone)]
pub struct Traits<'a> {
    /// Bits of languages and networks.
    pub mask: &'a [u64],
    /// The same, those of the languages and those of the networks apart.
    pub words: [Vec<u64>; 2],
    /// Offset of the clock; NaN where missing.
    pub clock: f64,
    /// What is not known.
    pub unknown: Unknown,
    /// What the rules ask.
    pub eligibility: Eligibility,
}

/// The class of a city by languages, by networks, and by everything else. Three small tables and not one of all that occurs together: they
/// are looked into for every pair, and must lie in the nearest cache beside the rows.
pub type Class = [u32; 3];

/// What is nobody's class.
pub const NOBODY: Class = [u32::MAX; 3];

/// The classes of a snapshot. Classes are never taken away; one that a change has left empty costs a few additions.
#[derive(Debug, Clone, Default)]
pub struct Classes {
    languages: Distinct<Vec<u64>>,
    networks: Distinct<Vec<u64>>,
    /// For each number of a language or network part a mask that has it.
    masks: [Vec<Vec<u64>>; 2],
    clocks: Distinct<u64>,
    unknown: Distinct<Unknown>,
    eligible: Distinct<Eligibility>,
    others: Distinct<[u32; 3]>,
    /// Cities of each eligibility.
    members: Vec<usize>,
}

/// One value for each number of a respect.
#[derive(Debug, Clone)]
pub struct Parts {
    /// By languages, and by networks.
    pub words: [Vec<f64>; 2],
    /// By clock.
    pub clocks: Vec<f64>,
    /// By what is unknown.
    pub unknown: Vec<f64>,
    /// By eligibility.
    pub eligible: Vec<f64>,
}

impl Classes {
    /// The class of a city that joins.
    pub fn join(&mut self, city: &Traits<'_>) -> Class {
        let [languages, networks] = city.words.clone();
        let words = [self.languages.number(languages), self.networks.number(networks)];
        for (masks, number) in self.masks.iter_mut().zip(words) {
            if masks.len() == number as usize {
                masks.push(city.mask.to_vec());
            }
        }
        let eligible = self.eligible.number(city.eligibility);
        self.members.resize(self.eligible.values().len(), 0);
        self.members[eligible as usize] += 1;
        let others = [self.clocks.number(city.clock.to_bits()), self.unknown.number(city.unknown.clone()), eligible];
        [words[0], words[1], self.others.number(others)]
    }

    /// A city leaves its class.
    pub fn leave(&mut self, [_, _, others]: Class) {
        let [_, _, eligible] = self.others.values()[others as usize];
        self.members[eligible as usize] -= 1;
    }

    /// For each set of languages, and for each set of networks, a mask that has it.
    pub fn masks(&self) -> &[Vec<Vec<u64>>; 2] {
        &self.masks
    }

    /// Clocks that occur.
    pub fn clocks(&self) -> impl Iterator<Item = f64> {
        self.clocks.values().iter().map(|bits| f64::from_bits(*bits))
    }

    /// What may be unknown.
    pub fn unknown(&self) -> &[Unknown] {
        self.unknown.values()
    }

    /// Eligibilities that occur, with the number of cities that have each.
    pub fn eligible(&self) -> impl Iterator<Item = (&Eligibility, usize)> {
        self.eligible.values().iter().zip(self.members.iter().copied())
    }

    /// What the parts bring to every class, by languages, by networks and by everything else; minus infinity for who is not eligible,
    /// whatever else may be unknown.
    pub fn sums(&self, parts: &Parts) -> [Vec<f32>; 3] {
        let others = |[c, u, e]: &[u32; 3]| match parts.eligible[*e as usize] {
            f64::NEG_INFINITY => f32::NEG_INFINITY,
            eligible => (parts.clocks[*c as usize] + parts.unknown[*u as usize] + eligible) as f32,
        };
        let [languages, networks] = [0, 1].map(|half| parts.words[half].iter().map(|points| *points as f32).collect());
        [languages, networks, self.others.values().iter().map(others).collect()]
    }
}
