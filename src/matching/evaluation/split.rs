//! Which ties are open and which cities are held out. Cities are split, not pairs: of a city that is asked about, nothing was seen.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::world::World;

/// A tie as a file has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RawTie {
    /// GeoNames ids of the two cities.
    pub cities: [u64; 2],
    /// Whether its confidence is low: one weak source.
    pub is_doubtful: bool,
}

/// Ties that were not used, by the reason.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    /// Of low confidence.
    pub low_confidence: usize,
    /// Within one country.
    pub domestic: usize,
    /// With a city that the universe does not have.
    pub unknown_city: usize,
    /// Named before.
    pub repeated: usize,
}

/// A city that is asked about, and the partners it really has, sorted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldOut {
    /// Place of the city in the world.
    pub city: usize,
    /// Places of its partners.
    pub partners: Vec<usize>,
}

/// Which cities an own split holds out. It depends on the seed and on the city's id alone.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OwnSplit {
    /// The share of cities.
    pub share: f64,
    /// Which share of them: the parts 0, 1, … of one seed have no city in common.
    pub part: u32,
    /// Shuffles the cities.
    pub seed: u64,
}

/// Open ties and held-out cities. Places are those of the world.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    /// What may be learned from: pairs, the smaller place first, sorted.
    pub open: Vec<(usize, usize)>,
    /// What is asked, by place.
    pub held_out: Vec<HeldOut>,
    /// What was not used.
    pub left_out: LeftOut,
}

impl Split {
    /// The split of two files. A city is held out when a held-out tie touches it and no open tie does; a tie that stands in both files
    /// is open.
    pub fn of_files(world: &World, open: &[RawTie], held_out: &[RawTie]) -> Split {
        let mut left_out = LeftOut::default();
        let open = usable(world, open, &mut left_out);
        let asked = usable(world, held_out, &mut left_out);
        let known: BTreeSet<usize> = open.iter().flat_map(|(a, b)| [*a, *b]).collect();
        let mut partners: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        for (a, b) in asked.difference(&open) {
            for (city, partner) in [(*a, *b), (*b, *a)] {
                if !known.contains(&city) {
                    partners.entry(city).or_default().insert(partner);
                }
            }
        }
        let held_out = partners.into_iter().map(|(city, partners)| HeldOut { city, partners: partners.into_iter().collect() }).collect();
        Split { open: open.into_iter().collect(), held_out, left_out }
    }

    /// An own split of one file: some of the cities with ties are held out, with all their ties. A city all of whose partners are held out
    /// is left without an open tie and is held out as well, so that somewhat more than the share is asked about.
    pub fn own(world: &World, ties: &[RawTie], choice: OwnSplit) -> Split {
        let mut left_out = LeftOut::default();
        let from = f64::from(choice.part) * choice.share;
        let is_held_out = |city: usize| (from..from + choice.share).contains(&share_of(world.city(city).id, choice.seed));
        let (asked, open): (Vec<_>, Vec<_>) =
            usable(world, ties, &mut left_out).into_iter().partition(|(a, b)| is_held_out(*a) || is_held_out(*b));
        let raw = |ties: Vec<(usize, usize)>| {
            let raw = |(a, b): (usize, usize)| RawTie { cities: [world.city(a).id, world.city(b).id], is_doubtful: false };
            ties.into_iter().map(raw).collect::<Vec<_>>()
        };
        Split { left_out, ..Split::of_files(world, &raw(open), &raw(asked)) }
    }

    /// The open partners of every city, sorted.
    pub fn open_partners(&self, world: &World) -> Vec<Vec<usize>> {
        let mut partners = vec![Vec::new(); world.cities().len()];
        for (a, b) in &self.open {
            partners[*a].push(*b);
            partners[*b].push(*a);
        }
        for list in &mut partners {
            list.sort_unstable();
        }
        partners
    }
}

fn usable(world: &World, ties: &[RawTie], left_out: &mut LeftOut) -> BTreeSet<(usize, usize)> {
    let mut kept = BTreeSet::new();
    for tie in ties {
        let [a, b] = tie.cities.map(|id| world.place_of(id));
        let (Some(a), Some(b)) = (a, b) else {
            left_out.unknown_city += 1;
            continue;
        };
        if tie.is_doubtful {
            left_out.low_confidence += 1;
        } else if !world.is_foreign(a, b) {
            left_out.domestic += 1;
        } else if !kept.insert((a.min(b), a.max(b))) {
            left_out.repeated += 1;
        }
    }
    kept
}

/// A number from 0 to below 1 that depends on an id and a seed alone (SplitMix64).
pub fn share_of(id: u64, seed: u64) -> f64 {
    let mut mixed = id.wrapping_add(seed.wrapping_mul(0xD1B5_4A32_D192_ED03)).wrapping_add(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    ((mixed ^ (mixed >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::evaluation::made_world::{city, tie};

    fn world() -> World {
        World::new((1..=8).map(|id| city(id, ["ID", "MY", "TH", "VN"][id as usize % 4], id as f64, 0.0)).collect(), Vec::new())
    }

    #[test]
    fn a_city_is_held_out_when_only_held_out_ties_touch_it() {
        let world = world();
        let split = Split::of_files(&world, &[tie(1, 2), tie(2, 3)], &[tie(1, 4), tie(4, 5), tie(2, 1)]);
        assert_eq!(split.open, [(0, 1), (1, 2)]);
        let held: Vec<(usize, Vec<usize>)> = split.held_out.into_iter().map(|held| (held.city, held.partners)).collect();
        // City 5 lies in the country of city 1, so the tie of 4 and 5 counts and city 1 is only a partner: an open tie touches it.
        assert_eq!(held, [(3, vec![0, 4]), (4, vec![3])]);
    }

    #[test]
    fn what_is_left_out_is_counted_by_its_reason() {
        let world = world();
        let doubtful = RawTie { is_doubtful: true, ..tie(1, 2) };
        let split = Split::of_files(&world, &[doubtful, tie(1, 5), tie(1, 99), tie(1, 2), tie(2, 1)], &[]);
        assert_eq!(split.left_out, LeftOut { low_confidence: 1, domestic: 1, unknown_city: 1, repeated: 1 });
        assert_eq!((split.open.len(), split.held_out.len()), (1, 0));
    }

    #[test]
    fn an_own_split_holds_out_whole_cities_and_the_seed_says_which() {
        let countries = ["ID", "MY", "TH"];
        let world = World::new((1..=300).map(|id| city(id, countries[id as usize % 3], 0.0, id as f64 / 10.0)).collect(), Vec::new());
        let ties: Vec<RawTie> = (1..300).map(|id| tie(id, id + 1)).collect();
        let by = |seed, part| Split::own(&world, &ties, OwnSplit { share: 0.1, part, seed });
        let split = by(1, 0);
        let held: BTreeSet<usize> = split.held_out.iter().map(|held| held.city).collect();
        assert!(split.open.iter().all(|(a, b)| !held.contains(a) && !held.contains(b)));
        assert!((15..60).contains(&held.len()), "{}", held.len());
        assert_eq!(split, by(1, 0));
        assert_ne!(split.held_out, by(2, 0).held_out);
        let asked: BTreeSet<usize> = (0..10).flat_map(|part| by(1, part).held_out).map(|held| held.city).collect();
        assert_eq!(asked.len(), 300, "ten parts of a tenth ask about every city");
    }
}
