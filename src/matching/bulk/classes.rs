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
    pub words: &'a [u64],
    /// Offset of the clock; NaN where missing.
    pub clock: f64,
    /// What is not known.
    pub unknown: Unknown,
    /// What the rules ask.
    pub eligibility: Eligibility,
}

/// The classes of a snapshot. Classes are never taken away; one that a change has left empty costs a few additions.
#[derive(Debug, Clone, Default)]
pub struct Classes {
    words: Distinct<Vec<u64>>,
    clocks: Distinct<u64>,
    unknown: Distinct<Unknown>,
    eligible: Distinct<Eligibility>,
    classes: Distinct<[u32; 4]>,
    members: Vec<usize>,
}

/// One value for each number of a respect.
#[derive(Debug, Clone)]
pub struct Parts<'a> {
    /// By languages and networks.
    pub words: &'a [f64],
    /// By clock.
    pub clocks: &'a [f64],
    /// By what is unknown.
    pub unknown: &'a [f64],
    /// By eligibility.
    pub eligible: &'a [f64],
}

impl Classes {
    /// The class of a city that joins.
    pub fn join(&mut self, city: &Traits<'_>) -> u32 {
        let class = self.classes.number([
            self.words.number(city.words.to_vec()),
            self.clocks.number(city.clock.to_bits()),
            self.unknown.number(city.unknown.clone()),
            self.eligible.number(city.eligibility),
        ]);
        self.members.resize(self.classes.values().len(), 0);
        self.members[class as usize] += 1;
        class
    }

    /// A city leaves its class.
    pub fn leave(&mut self, class: u32) {
        self.members[class as usize] -= 1;
    }

    /// Bits of languages and networks that occur.
    pub fn words(&self) -> &[Vec<u64>] {
        self.words.values()
    }

    /// Clocks that occur.
    pub fn clocks(&self) -> impl Iterator<Item = f64> {
        self.clocks.values().iter().map(|bits| f64::from_bits(*bits))
    }

    /// What may be unknown.
    pub fn unknown(&self) -> &[Unknown] {
        self.unknown.values()
    }

    /// Eligibilities that occur.
    pub fn eligible(&self) -> &[Eligibility] {
        self.eligible.values()
    }

    /// The sum of the four parts for every class; minus infinity for who is not eligible, whatever else may be unknown.
    pub fn sums(&self, parts: &Parts<'_>) -> Vec<f32> {
        let sum = |[w, c, u, e]: &[u32; 4]| match parts.eligible[*e as usize] {
            f64::NEG_INFINITY => f32::NEG_INFINITY,
            eligible => (parts.words[*w as usize] + parts.clocks[*c as usize] + parts.unknown[*u as usize] + eligible) as f32,
        };
        self.classes.values().iter().map(sum).collect()
    }

    /// How many cities have each eligibility.
    pub fn members_by_eligibility(&self) -> Vec<usize> {
        let mut members = vec![0; self.eligible.values().len()];
        for (class, count) in self.classes.values().iter().zip(&self.members) {
            members[class[3] as usize] += count;
        }
        members
    }
}
