//! The arithmetic of an approximate score, over a block of cities, with as many lanes as the processor has. Which instructions it has is
//! found out once; results may differ between processors in their last bits, within the margin, and so nothing that is shown does.
//!
//! Everything here is inlined into one function for each set of instructions, because a call would fall back to the least of them. Hence the
//! plain loops: closures with more than one use, and `map` and `from_fn` of arrays, are calls.
#![expect(clippy::needless_range_loop, reason = "several arrays of vectors are indexed side by side")]

use fearless_simd::{Level, dispatch, f32x8, mask32x8, prelude::*};

use super::admit::admit;
use super::columns::{BLOCK, Block, Lanes};
use super::group::{FEW, Group, Weighed, look_up, weigh};
use super::probe::Probe;
use super::series::{half_angle, power_of_half};
use super::terms::{Lead, Likeness, Linear, SUMS, Second, TOGETHER};

/// Numbers in a vector.
pub const WIDTH: usize = 8;
/// Vectors in a block.
pub const WIDE: usize = BLOCK / WIDTH;

/// The numbers of a block.
pub type Vectors<S> = [f32x8<S>; WIDE];

/// What is known of the scores of a block, each bit a city.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Surely no candidate.
    pub out: u32,
    /// Not below the floor, or unknown.
    pub reaches: u32,
    /// Above the ceiling.
    pub above: u32,
    /// Not below the floor of the block's own city, or unknown.
    pub given: u32,
}

/// What matters of scores.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limits {
    /// Not below it is said to reach. What cannot reach it, nor the floor of the block's own city, may have anything below both for a score.
    pub floor: f32,
    /// Above it is said to be above.
    pub ceiling: f32,
}

impl Limits {
    /// Nothing matters.
    pub const NONE: Limits = Limits { floor: f32::MAX, ceiling: f32::MAX };
}

/// Where a pass writes, block after block.
#[derive(Debug, Clone)]
#[repr(C, align(64))]
pub struct Scratch {
    weighed: Weighed,
    /// The scores of the last block, by asking city.
    pub scores: [Lanes; FEW],
}

impl Default for Scratch {
    fn default() -> Scratch {
        Scratch { weighed: [[[0.0; BLOCK]; SUMS]; FEW], scores: [[0.0; BLOCK]; FEW] }
    }
}

/// The approximate scores of a block for a few asking cities: minus infinity where the pair is surely no candidate, NaN where nothing can be
/// said. `floors` are what reaches the lists of the block's own cities.
pub fn approximate(group: &Group, block: &Block, (limits, floors): (&[Limits; FEW], &Lanes), scratch: &mut Scratch) -> [Tally; FEW] {
    let Scratch { weighed, scores } = scratch;
    dispatch!(Level::new(), simd => add_numbers(simd, (group, block), (limits, floors), (weighed, scores)))
}

/// Nobody's list is reached.
pub const UNREACHED: Lanes = [f32::INFINITY; BLOCK];

#[inline(always)]
fn add_numbers<S: Simd>(
    simd: S,
    (group, block): (&Group, &Block),
    (limits, floors): (&[Limits; FEW], &Lanes),
    (weighed, scores): (&mut Weighed, &mut [Lanes; FEW]),
) -> [Tally; FEW] {
    look_up(simd, group, block, scores);
    weigh(simd, group, block, weighed);
    let mut tallies = [Tally::default(); FEW];
    for (m, probe) in group.members().iter().enumerate() {
        let sums = add_rest(simd, (probe, block), (limits[m].floor, floors), (&weighed[m], &scores[m]));
        for (sum, lanes) in sums.iter().zip(scores[m].chunks_exact_mut(WIDTH)) {
            sum.store_slice(lanes);
        }
        tallies[m] = tally(simd, &sums, &limits[m], floors);
    }
    tallies
}

#[inline(always)]
fn add_rest<S: Simd>(
    simd: S,
    (probe, block): (&Probe, &Block),
    floors: (f32, &Lanes),
    (weighed, scores): (&[Lanes; SUMS], &Lanes),
) -> Vectors<S> {
    let mut sums: Vectors<S> = load(simd, scores);
    if !probe.sums[0].terms.is_empty() {
        let (value, points) = (share(simd, &probe.sums[0], &weighed[0], block), splat(simd, probe.weights[0]));
        for k in 0..WIDE {
            sums[k] = value[k].mul_add(points, sums[k]);
        }
    }
    let second = second(simd, probe, weighed, block);
    let points = splat(simd, probe.weights[1]);
    for k in 0..WIDE {
        sums[k] = second[k].mul_add(points, sums[k]);
    }
    admit(simd, &probe.admission, block, (&second, &mut sums));
    if let Some(ready) = probe.ready {
        let (row, times) = (block.row(ready.row as usize), splat(simd, ready.times));
        for k in 0..WIDE {
            sums[k] = vector(simd, row, k).mul_add(times, sums[k]);
        }
    }
    if reaches(simd, &sums, floors, probe.rest[0]) {
        add_context(simd, &probe.context, block, &mut sums);
        if reaches(simd, &sums, floors, probe.rest[1]) {
            add_proximity(simd, probe, block, &mut sums);
        }
    }
    sums
}

#[inline(always)]
fn tally<S: Simd>(simd: S, sums: &Vectors<S>, limits: &Limits, floors: &Lanes) -> Tally {
    let [least, floor, ceiling] = [splat(simd, f32::MIN), splat(simd, limits.floor), splat(simd, limits.ceiling)];
    let mut tally = Tally::default();
    for k in 0..WIDE {
        tally.out |= bits(sums[k].simd_lt(least), k);
        tally.reaches |= bits(!sums[k].simd_lt(floor), k);
        tally.above |= bits(sums[k].simd_gt(ceiling), k);
        tally.given |= bits(!sums[k].simd_lt(vector(simd, floors, k)), k);
    }
    tally
}

#[inline(always)]
fn bits<S: Simd>(mask: mask32x8<S>, k: usize) -> u32 {
    (mask.to_bitmask() as u32) << (k * WIDTH)
}

/// Whether any may reach the floor, or that of the block's own city, with so much more; NaN may.
#[inline(always)]
fn reaches<S: Simd>(simd: S, sums: &Vectors<S>, (floor, floors): (f32, &Lanes), more: f32) -> bool {
    let (floor, more) = (splat(simd, floor), splat(simd, more));
    let mut are_below = mask32x8::splat(simd, true);
    for k in 0..WIDE {
        are_below &= sums[k].simd_lt(vector(simd, floors, k).min(floor) - more);
    }
    !are_below.all_true()
}

/// The vector at a place in a row.
#[inline(always)]
pub fn vector<S: Simd>(simd: S, row: &Lanes, k: usize) -> f32x8<S> {
    f32x8::from_slice(simd, &row[k * WIDTH..(k + 1) * WIDTH])
}

/// A row.
#[inline(always)]
pub fn load<S: Simd>(simd: S, row: &Lanes) -> Vectors<S> {
    [vector(simd, row, 0), vector(simd, row, 1), vector(simd, row, 2), vector(simd, row, 3)]
}

/// One number in every lane.
#[inline(always)]
pub fn splat<S: Simd>(simd: S, value: f32) -> f32x8<S> {
    f32x8::splat(simd, value)
}

/// A weighed sum over its scale, at most 1.
#[inline(always)]
fn share<S: Simd>(simd: S, sum: &Linear, weighed: &Lanes, block: &Block) -> Vectors<S> {
    let mut sums = load(simd, weighed);
    if let Some(scale) = sum.scale {
        let scale = block.row(scale);
        for k in 0..WIDE {
            sums[k] *= vector(simd, scale, k);
        }
    }
    let one = splat(simd, 1.0);
    for k in 0..WIDE {
        sums[k] = sums[k].min(one);
    }
    sums
}

#[inline(always)]
fn second<S: Simd>(simd: S, probe: &Probe, weighed: &[Lanes; SUMS], block: &Block) -> Vectors<S> {
    match &probe.second {
        Second::Mutual => {
            let mut a = share(simd, &probe.sums[1], &weighed[1], block);
            let b = share(simd, &probe.sums[2], &weighed[2], block);
            // Where both are 0 the mean is 0, and not 0 / 0.
            let least = splat(simd, 1e-30);
            for k in 0..WIDE {
                a[k] = a[k] * b[k] * 2.0 / (a[k] + b[k]).max(least);
            }
            a
        }
        Second::Ahead { leads, scale } => {
            let mut best = greatest(simd, leads, block);
            if let Some(scale) = scale {
                let scale = load(simd, block.row(*scale));
                for k in 0..WIDE {
                    best[k] *= scale[k];
                }
            }
            best
        }
    }
}

/// The greatest lead, at least 0. It is above 0 exactly where the capacities differ so in single precision.
#[inline(always)]
fn greatest<S: Simd>(simd: S, leads: &[Lead], block: &Block) -> Vectors<S> {
    let mut best = [splat(simd, 0.0); WIDE];
    for lead in leads {
        let row = load(simd, block.row(lead.row as usize));
        let (here, times) = (splat(simd, lead.here), splat(simd, lead.times));
        match lead.times_row {
            None => {
                for k in 0..WIDE {
                    best[k] = best[k].max((row[k] - here) * times);
                }
            }
            Some(weights) => {
                let weights = load(simd, block.row(weights as usize));
                for k in 0..WIDE {
                    best[k] = best[k].max((row[k] - here) * times * weights[k]);
                }
            }
        }
    }
    best
}

/// Σ w / (1 + d²), four traits over one common denominator: a division costs as much as all that it saves.
#[inline(always)]
fn add_context<S: Simd>(simd: S, context: &[[Likeness; TOGETHER]], block: &Block, sums: &mut Vectors<S>) {
    let one = splat(simd, 1.0);
    for four in context {
        let rows: [&Lanes; TOGETHER] = four.map(|likeness| block.row(likeness.row as usize));
        let here = [splat(simd, four[0].here), splat(simd, four[1].here), splat(simd, four[2].here), splat(simd, four[3].here)];
        let weights = [splat(simd, four[0].weight), splat(simd, four[1].weight), splat(simd, four[2].weight), splat(simd, four[3].weight)];
        for k in 0..WIDE {
            let mut under = [one; TOGETHER];
            for i in 0..TOGETHER {
                let apart = vector(simd, rows[i], k) - here[i];
                under[i] = apart.mul_add(apart, one);
            }
            let left = under[1].mul_add(weights[0], under[0] * weights[1]);
            let right = under[3].mul_add(weights[2], under[2] * weights[3]);
            let (below_left, below_right) = (under[0] * under[1], under[2] * under[3]);
            sums[k] += left.mul_add(below_right, right * below_left) / (below_left * below_right);
        }
    }
}

/// The points of distance: e^(-2R/scale · asin(chord / 2)).
#[inline(always)]
fn add_proximity<S: Simd>(simd: S, probe: &Probe, block: &Block, sums: &mut Vectors<S>) {
    let Some(place) = probe.place else { return };
    let points = splat(simd, probe.proximity[0]);
    let rows: [&Lanes; 3] = probe.place_rows.map(|row| block.row(row));
    for k in 0..WIDE {
        let mut squared = splat(simd, 0.0);
        for (row, here) in rows.iter().zip(place) {
            let apart = vector(simd, row, k) - splat(simd, here);
            squared = apart.mul_add(apart, squared);
        }
        let decay = power_of_half(simd, half_angle(simd, squared) * probe.proximity[1]);
        sums[k] = decay.mul_add(points, sums[k]);
    }
}
