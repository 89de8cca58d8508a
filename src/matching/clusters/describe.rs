//! What sets a group apart, and what it is called: the features in which its mean is farthest from that of all cities, in standard
//! deviations, as message keys.
//!
//! Only what is known of enough of a group's cities is told. That a theme is named seldom is never told: most cities name few.

use std::collections::BTreeMap;

use super::answer::{CountryShare, Difference, Direction, Feature, FeatureKind};
use super::points::Points;
use crate::domain::code::CountryCode;
use crate::matching::message::{Arg, Message};
use crate::matching::settings::ClusterSettings;

/// Phrases that a name begins with; more are taken only where two groups would have one name.
const PHRASES: usize = 2;

/// Describes groups of the same cities.
pub struct Describer<'a> {
    features: &'a [Feature],
    values: &'a Points,
    settings: &'a ClusterSettings,
    means: Vec<f64>,
    deviations: Vec<f64>,
}

impl<'a> Describer<'a> {
    /// `values` has one row for each city and one column for each feature.
    pub fn new(features: &'a [Feature], values: &'a Points, settings: &'a ClusterSettings) -> Self {
        let means = values.means();
        let deviations = (0..features.len()).map(|f| deviation(values, f, means[f])).collect();
        Self { features, values, settings, means, deviations }
    }

    /// What sets these cities apart from all, the greatest difference first; of equals in the order of the features.
    pub fn differences(&self, members: &[usize]) -> Vec<Difference> {
        let means = self.values.means_of(members.iter().copied());
        let mut found: Vec<Difference> = (0..self.features.len()).filter_map(|f| self.difference(f, means[f]?, members)).collect();
        found.sort_by(|a, b| b.standardised.abs().total_cmp(&a.standardised.abs()));
        found.truncate(self.settings.differences);
        found
    }

    fn difference(&self, f: usize, mean: f64, members: &[usize]) -> Option<Difference> {
        if self.deviations[f] <= 0.0 {
            return None;
        }
        let known = members.iter().filter(|&&i| !self.values.row(i)[f].is_nan()).count() as f64 / members.len() as f64;
        let standardised = (mean - self.means[f]) / self.deviations[f];
        let direction = if standardised > 0.0 { Direction::Above } else { Direction::Below };
        let feature = &self.features[f];
        let is_told = feature.kind != FeatureKind::Theme || direction == Direction::Above;
        let is_known = known >= self.settings.known_from && standardised.abs() >= self.settings.tell_from;
        let phrase = phrase(feature, direction);
        (is_told && is_known).then(|| Difference { feature: feature.clone(), direction, standardised, known, phrase })
    }
}

fn deviation(values: &Points, f: usize, mean: f64) -> f64 {
    let squares: Vec<f64> = values.rows().map(|row| row[f]).filter(|v| !v.is_nan()).map(|v| (v - mean) * (v - mean)).collect();
    if squares.is_empty() { 0.0 } else { (squares.iter().sum::<f64>() / squares.len() as f64).sqrt() }
}

/// More or less of a feature, as a phrase: `group-above-population`, `group-below-pillar-ec`, `group-above-theme`.
pub fn phrase(feature: &Feature, direction: Direction) -> Message {
    let name = feature.name.to_lowercase().replace('_', "-");
    match feature.kind {
        FeatureKind::Trait => Message::new(&format!("group-{direction}-{name}")),
        FeatureKind::Pillar => Message::new(&format!("group-{direction}-pillar-{name}")),
        FeatureKind::Theme => Message::new(&format!("group-{direction}-theme")).theme(&feature.name),
    }
}

/// A name for each group: its greatest differences, as few as tell the groups apart. Where differences do not, the medoid's name does.
pub fn names(differences: &[Vec<Difference>], medoids: &[&str]) -> Vec<Vec<Message>> {
    let most = differences.iter().map(Vec::len).max().unwrap_or_default();
    let name = |group: usize, phrases: usize| differences[group].iter().take(phrases).map(|d| d.phrase.clone()).collect::<Vec<_>>();
    let mut names: Vec<Vec<Message>> = (0..differences.len()).map(|group| name(group, PHRASES)).collect();
    for phrases in PHRASES + 1..=most {
        for group in shared(&names) {
            names[group] = name(group, phrases);
        }
    }
    for group in shared(&names) {
        names[group].push(Message::new("group-around").city("city", medoids[group]));
    }
    for name in names.iter_mut().filter(|name| name.is_empty()) {
        name.push(Message::new("group-ordinary"));
    }
    names
}

/// The groups whose name another one has too.
fn shared(names: &[Vec<Message>]) -> Vec<usize> {
    (0..names.len()).filter(|&a| (0..names.len()).any(|b| a != b && names[a] == names[b])).collect()
}

/// How many cities each country has among these, most first, then by code.
pub fn countries<'c>(members: impl Iterator<Item = &'c CountryCode>) -> Vec<CountryShare> {
    let mut counts: BTreeMap<&CountryCode, usize> = BTreeMap::new();
    for country in members {
        *counts.entry(country).or_default() += 1;
    }
    let mut shares: Vec<CountryShare> =
        counts.into_iter().map(|(country, cities)| CountryShare { country: country.clone(), cities }).collect();
    // Stable: of equal counts the codes stay in order.
    shares.sort_by_key(|share| std::cmp::Reverse(share.cities));
    shares
}

/// What to keep in mind about a group.
pub fn notes(countries: &[CountryShare], size: usize, dissolved: bool, settings: &ClusterSettings) -> Vec<Message> {
    let mut notes = Vec::new();
    if dissolved {
        notes.push(Message::new("group-note-dissolved"));
    }
    if let Some(first) = countries.first().filter(|first| first.cities as f64 >= settings.one_country_from * size as f64) {
        let note = Message::new("group-note-one-country").with("country", Arg::Country(first.country.to_string()));
        notes.push(note.number("cities", first.cities as f64, 0).number("size", size as f64, 0));
    }
    notes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::samples::model;

    fn feature(kind: FeatureKind, name: &str) -> Feature {
        Feature { kind, name: name.to_owned() }
    }

    #[test]
    fn what_is_known_of_too_few_members_is_not_told() {
        let features = [feature(FeatureKind::Trait, "population"), feature(FeatureKind::Trait, "elevation")];
        let hole = f64::NAN;
        let rows = [vec![2.0, 5.0], vec![2.0, hole], vec![2.0, hole], vec![-2.0, -5.0], vec![-2.0, -5.0], vec![-2.0, -5.0]];
        let values = Points::new(2, rows);
        let model = model();
        let found = Describer::new(&features, &values, &model.settings().clusters).differences(&[0, 1, 2]);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!((found[0].standardised, found[0].phrase.key.as_str()), (1.0, "group-above-population"));
    }

    #[test]
    fn two_groups_never_have_one_name() {
        let difference = |name: &str| Difference {
            feature: feature(FeatureKind::Trait, name),
            direction: Direction::Above,
            standardised: 1.0,
            known: 1.0,
            phrase: phrase(&feature(FeatureKind::Trait, name), Direction::Above),
        };
        let (a, b, c) = (difference("flood"), difference("heat"), difference("volcano"));
        let apart = [vec![a.clone(), b.clone(), c], vec![a.clone(), b.clone()], vec![a.clone()], vec![a], Vec::new()];
        let names = names(&apart, &["M", "N", "O", "P", "Q"]);
        for (i, name) in names.iter().enumerate() {
            assert!(!name.is_empty() && !names[i + 1..].contains(name), "{names:?}");
        }
    }
}
