//! What makes an exchange feasible: languages and networks in common, distance, and readiness.

use std::collections::{BTreeMap, BTreeSet};

use super::estimate::Estimate;
use super::facts::CityFacts;
use super::model::Model;
use super::settings::{AffinitySettings, ProximitySettings};
use crate::domain::code::LanguageCode;
use crate::domain::geo::EARTH_RADIUS_KM;

/// The words of a snapshot, each with a bit: languages, groups of close languages, networks. Bits decide no order, only equality.
#[derive(Debug, Clone, PartialEq)]
pub struct Vocabulary {
    languages: BTreeMap<String, usize>,
    networks: BTreeMap<String, usize>,
    /// Words of 64 bits that each part takes.
    language_words: usize,
    network_words: usize,
    bridges: Vec<u64>,
    growth_areas: Vec<u64>,
}

/// Groups of close languages fit in one word.
const CLOSE_WORDS: usize = 1;

/// The primary subtag: `ms-MY` is Malay.
fn primary(language: &str) -> &str {
    language.split('-').next().unwrap_or(language)
}

impl Vocabulary {
    /// The words of these cities.
    pub fn of<'a>(model: &Model, cities: impl Iterator<Item = &'a CityFacts>) -> Vocabulary {
        // The model's own words are always there, so that what can be said of a snapshot does not depend on who speaks English in it.
        let affinity = &model.settings().affinity;
        let mut languages: BTreeSet<String> = affinity.bridge_languages.iter().cloned().collect();
        let mut networks: BTreeSet<String> = affinity.growth_areas.iter().cloned().collect();
        for city in cities {
            languages.extend(working_languages(city).map(|l| primary(l).to_owned()));
            networks.extend(city.networks.iter().cloned());
        }
        let numbered = |words: BTreeSet<String>| words.into_iter().enumerate().map(|(i, word)| (word, i)).collect::<BTreeMap<_, _>>();
        let (languages, networks) = (numbered(languages), numbered(networks));
        let words = |n: usize| n.div_ceil(64).max(1);
        let (language_words, network_words) = (words(languages.len()), words(networks.len()));
        let bits = |known: &BTreeMap<String, usize>, wanted: &[String], width: usize| {
            let mut mask = vec![0; width];
            set_bits(&mut mask, wanted.iter().filter_map(|word| known.get(word)));
            mask
        };
        let bridges = bits(&languages, &affinity.bridge_languages, language_words);
        let growth_areas = bits(&networks, &affinity.growth_areas, network_words);
        Vocabulary { languages, networks, language_words, network_words, bridges, growth_areas }
    }

    /// Whether every word of a city has its bit.
    pub fn covers(&self, city: &CityFacts) -> bool {
        working_languages(city).all(|l| self.languages.contains_key(primary(l)))
            && city.networks.iter().all(|n| self.networks.contains_key(n))
    }

    /// Words of 64 bits in a mask.
    pub fn width(&self) -> usize {
        self.language_words + CLOSE_WORDS + self.network_words + 1
    }

    /// The mask of a city: languages, groups of close languages, networks, and a word of flags (1: languages known, 2: networks known).
    pub fn mask(&self, model: &Model, city: &CityFacts) -> Vec<u64> {
        let mut mask = vec![0; self.width()];
        let (languages, rest) = mask.split_at_mut(self.language_words);
        let (close, rest) = rest.split_at_mut(CLOSE_WORDS);
        let (networks, flags) = rest.split_at_mut(self.network_words);
        set_bits(languages, working_languages(city).filter_map(|l| self.languages.get(primary(l))));
        for (i, group) in model.settings().affinity.close_languages.iter().enumerate().take(64) {
            if working_languages(city).any(|l| group.iter().any(|close| close == primary(l))) {
                close[0] |= 1 << i;
            }
        }
        set_bits(networks, city.networks.iter().filter_map(|n| self.networks.get(n)));
        flags[0] = u64::from(!city.languages.is_empty()) | (u64::from(city.networks_complete || !city.networks.is_empty()) << 1);
        mask
    }

    /// What decides the language part of affinity, and what decides the network part.
    pub fn halves(&self, mask: &[u64]) -> [Vec<u64>; 2] {
        let Mask { languages, close, networks, flags } = self.parts(mask);
        let half = |words: &[&[u64]], flag: u64| words.iter().copied().flatten().copied().chain([flags & flag]).collect();
        [half(&[languages, close], LANGUAGES_KNOWN), half(&[networks], NETWORKS_KNOWN)]
    }

    fn parts<'a>(&self, mask: &'a [u64]) -> Mask<'a> {
        let (languages, rest) = mask.split_at(self.language_words);
        let (close, rest) = rest.split_at(CLOSE_WORDS);
        let (networks, flags) = rest.split_at(self.network_words);
        Mask { languages, close, networks, flags: flags[0] }
    }
}

#[derive(Clone, Copy)]
struct Mask<'a> {
    languages: &'a [u64],
    close: &'a [u64],
    networks: &'a [u64],
    flags: u64,
}

const LANGUAGES_KNOWN: u64 = 1;
const NETWORKS_KNOWN: u64 = 2;

/// The languages a city works in: its own, and those it offers to teach in.
fn working_languages(city: &CityFacts) -> impl Iterator<Item = &str> {
    let offered = city.offers.iter().flat_map(|offer| &offer.languages);
    city.languages.iter().chain(offered).map(LanguageCode::as_str)
}

fn set_bits<'a>(mask: &mut [u64], bits: impl Iterator<Item = &'a usize>) {
    for bit in bits {
        mask[bit / 64] |= 1 << (bit % 64);
    }
}

/// The parts of affinity: language, networks, other ties; `None` where an input is not known.
pub fn affinity_parts(settings: &AffinitySettings, words: &Vocabulary, masks: [&[u64]; 2], has_tie: bool) -> [Option<f64>; 3] {
    let [a, b] = masks.map(|mask| words.parts(mask));
    let both = a.flags & b.flags;
    let language = (both & LANGUAGES_KNOWN != 0).then(|| language_value(settings, words, a, b));
    let network = (both & NETWORKS_KNOWN != 0).then(|| network_value(settings, words, a, b));
    [language, network, Some(if has_tie { 1.0 } else { 0.0 })]
}

fn language_value(settings: &AffinitySettings, words: &Vocabulary, a: Mask<'_>, b: Mask<'_>) -> f64 {
    let (mut own, mut bridge) = (0, 0);
    for ((x, y), bridges) in a.languages.iter().zip(b.languages).zip(&words.bridges) {
        own |= x & y & !bridges;
        bridge |= x & y & bridges;
    }
    let of = |holds: bool, value: f64| if holds { value } else { 0.0 };
    let close = a.close.iter().zip(b.close).any(|(x, y)| x & y != 0);
    let common =
        of(own != 0, settings.shared_language).max(of(close, settings.close_language)).max(of(bridge != 0, settings.bridge_language));
    common.max(settings.no_common_language)
}

/// `1 - Π (1 - worth)` over the shared networks: each further one adds less.
fn network_value(settings: &AffinitySettings, words: &Vocabulary, a: Mask<'_>, b: Mask<'_>) -> f64 {
    let (mut plain, mut growth) = (0_u32, 0_u32);
    for ((x, y), areas) in a.networks.iter().zip(b.networks).zip(&words.growth_areas) {
        plain += (x & y & !areas).count_ones();
        growth += (x & y & areas).count_ones();
    }
    let left = |worth: f64, count: u32| (1.0 - worth).powi(i32::try_from(count).unwrap_or(i32::MAX));
    1.0 - left(settings.network_worth, plain) * left(settings.growth_area_worth, growth)
}

/// Affinity: the weighted parts, with the model's expectation where one is missing.
pub fn affinity_value(settings: &AffinitySettings, parts: [Option<f64>; 3]) -> f64 {
    settings.language_share * parts[0].unwrap_or(settings.expected_language)
        + settings.network_share * parts[1].unwrap_or(settings.expected_network)
        + settings.tie_share * parts[2].unwrap_or_default()
}

/// The same with bounds.
pub fn affinity_estimate(settings: &AffinitySettings, parts: [Option<f64>; 3]) -> Estimate {
    let of = |part: Option<f64>, expected: f64| part.map_or(Estimate::missing(expected), |value| Estimate::known(value, 1.0));
    let mixed = Estimate::mix(&[
        (settings.language_share, of(parts[0], settings.expected_language)),
        (settings.network_share, of(parts[1], settings.expected_network)),
        (settings.tie_share, of(parts[2], 0.0)),
    ]);
    Estimate { value: affinity_value(settings, parts), ..mixed }
}

/// Where a city lies for the purpose of proximity: a unit vector from the Earth's centre, and the offset of its clock. NaN is missing.
pub fn position(city: &CityFacts) -> [f64; 4] {
    let hours = city.utc_offset_hours.unwrap_or(f64::NAN);
    let Some(place) = city.place else { return [f64::NAN, f64::NAN, f64::NAN, hours] };
    let (lat, lon) = (place.lat.to_radians(), place.lon.to_radians());
    [lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin(), hours]
}

/// Great-circle distance in kilometres from two unit vectors, by the chord; NaN where a place is missing. Symmetric to the bit.
pub fn distance_km(a: &[f64], b: &[f64]) -> f64 {
    let squared = |i: usize| (a[i] - b[i]) * (a[i] - b[i]);
    let half_chord = (squared(0) + squared(1) + squared(2)).sqrt() / 2.0;
    // `min` would turn NaN into 1, and a missing place into the other end of the Earth.
    if half_chord.is_nan() { f64::NAN } else { 2.0 * EARTH_RADIUS_KM * half_chord.min(1.0).asin() }
}

/// Difference of clocks in hours, the shorter way round the day; NaN where a clock is missing.
pub fn hours_apart(a: f64, b: f64) -> f64 {
    let apart = (a - b).abs();
    if apart > 12.0 { 24.0 - apart } else { apart }
}

/// The parts of proximity, `e^(-d/scale)` each: distance and clock time; `None` where an input is not known.
pub fn proximity_parts(settings: &ProximitySettings, a: &[f64], b: &[f64]) -> [Option<f64>; 2] {
    let decay = |amount: f64, scale: f64| (!amount.is_nan()).then(|| (-amount / scale).exp());
    [decay(distance_km(a, b), settings.distance_km), decay(hours_apart(a[3], b[3]), settings.hours)]
}

/// Proximity: the weighted parts, with the model's expectation where one is missing.
pub fn proximity_value(settings: &ProximitySettings, parts: [Option<f64>; 2]) -> f64 {
    settings.distance_share * parts[0].unwrap_or(settings.expected) + settings.hours_share * parts[1].unwrap_or(settings.expected)
}

/// The same with bounds.
pub fn proximity_estimate(settings: &ProximitySettings, parts: [Option<f64>; 2]) -> Estimate {
    let of = |part: Option<f64>| part.map_or(Estimate::missing(settings.expected), |value| Estimate::known(value, 1.0));
    let mixed = Estimate::mix(&[(settings.distance_share, of(parts[0])), (settings.hours_share, of(parts[1]))]);
    Estimate { value: proximity_value(settings, parts), ..mixed }
}

/// Which slots of a city are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slot {
    /// As an equal partner.
    Partner,
    /// As a mentor: room for learners.
    Mentor,
    /// As a learner: room for mentors.
    Learner,
}

/// Free slots of a city; `None` where its quota is not known.
pub fn free_slots(city: &CityFacts, slot: Slot) -> Option<u32> {
    let q = &city.quotas;
    let offered: Vec<u32> = city.offers.iter().filter_map(|offer| offer.slots).collect();
    // A city that states slots with each offer and no quota has said how many it can teach.
    let by_offers = (!offered.is_empty() && offered.len() == city.offers.len()).then(|| offered.iter().sum());
    let (max, taken) = match slot {
        Slot::Partner => (q.partners_max, q.partners_taken),
        Slot::Mentor => (q.learners_max.or(by_offers), q.learners_taken),
        Slot::Learner => (q.mentors_max, q.mentors_taken),
    };
    max.map(|max| max.saturating_sub(taken))
}

/// The parts of a city's availability: free slots, an office, answered requests; `None` where not known.
pub fn availability_parts(model: &Model, city: &CityFacts, slot: Slot) -> [Option<f64>; 3] {
    let settings = &model.settings().availability;
    let slots = free_slots(city, slot).map(|free| (f64::from(free) / f64::from(settings.slots_full)).min(1.0));
    let office = city.has_international_office.map(|has| if has { 1.0 } else { 0.0 });
    let prior = settings.answered_prior;
    let answered = city.requests_answered.filter(|(_, asked)| *asked > 0);
    let rate = answered.map(|(yes, asked)| (f64::from(yes) + prior * settings.expected_answered) / (f64::from(asked) + prior));
    [slots, office, rate]
}

/// How ready a city is, with bounds.
pub fn availability(model: &Model, city: &CityFacts, slot: Slot) -> Estimate {
    let settings = &model.settings().availability;
    let of = |part: Option<f64>, expected: f64| part.map_or(Estimate::missing(expected), |value| Estimate::known(value, 1.0));
    let [slots, office, answered] = availability_parts(model, city, slot);
    Estimate::mix(&[
        (settings.slots_share, of(slots, settings.expected_slots)),
        (settings.office_share, of(office, settings.expected_office)),
        (settings.answered_share, of(answered, settings.expected_answered)),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::geo::Place;
    use crate::matching::samples::{city, model};

    fn speaking(n: u128, languages: &[&str]) -> CityFacts {
        CityFacts { languages: languages.iter().map(|l| l.parse().unwrap()).collect(), ..city(n, "ID") }
    }

    fn language_of(a: &CityFacts, b: &CityFacts) -> Option<f64> {
        let model = model();
        let words = Vocabulary::of(&model, [a, b].into_iter());
        let masks = [words.mask(&model, a), words.mask(&model, b)];
        affinity_parts(&model.settings().affinity, &words, [&masks[0], &masks[1]], false)[0]
    }

    #[test]
    fn a_shared_language_is_worth_more_than_a_close_one_and_a_close_one_more_than_english() {
        assert_eq!(language_of(&speaking(1, &["id", "jv"]), &speaking(2, &["id"])), Some(1.0));
        assert_eq!(language_of(&speaking(1, &["id", "en"]), &speaking(2, &["ms-MY", "en"])), Some(0.8));
        assert_eq!(language_of(&speaking(1, &["id", "en"]), &speaking(2, &["vi", "en"])), Some(0.65));
        assert_eq!(language_of(&speaking(1, &["id"]), &speaking(2, &["vi"])), Some(0.2), "with interpreters");
        assert_eq!(language_of(&speaking(1, &["id"]), &speaking(2, &[])), None, "not known is not none");
    }

    #[test]
    fn the_distance_by_the_chord_is_the_great_circle() {
        let (surabaya, iloilo) = (Place { lat: -7.25, lon: 112.75 }, Place { lat: 10.72, lon: 122.56 });
        let [a, b] = [surabaya, iloilo].map(|place| position(&CityFacts { place: Some(place), ..city(1, "ID") }));
        assert!((distance_km(&a, &b) - surabaya.distance_km(iloilo)).abs() < 1e-6);
        assert!(distance_km(&a, &position(&city(2, "PH"))).is_nan());
        assert_eq!(hours_apart(-11.0, 13.0), 0.0, "the date line lies between them, their clocks agree");
    }

    #[test]
    fn a_few_requests_say_little_about_a_city() {
        let model = model();
        let answered = |yes, asked| {
            let city = CityFacts { requests_answered: Some((yes, asked)), ..city(1, "ID") };
            availability_parts(&model, &city, Slot::Partner)[2].unwrap()
        };
        assert!(answered(1, 1) < answered(9, 10));
        assert!(answered(0, 1) > answered(0, 10));
    }
}
