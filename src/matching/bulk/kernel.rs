//! The arithmetic of an approximate score, over a block of cities, with as many lanes as the processor has. Which instructions it has is
//! found out once; results may differ between processors in their last bits, within the margin, and so nothing that is shown does.
//!
//! Everything here is inlined into one function for each set of instructions: a call would fall back to the least of them.

use fearless_simd::{Level, dispatch, f32x8, i32x8, mask32x8, prelude::*};

use super::columns::{BLOCK, Block, Lanes};
use super::group::{FEW, Group, Weighed, weigh};
use super::probe::{Admission, Lead, Likeness, Linear, Probe, SUMS, Second, TOGETHER};

/// Numbers in a vector.
const WIDTH: usize = 8;
/// Vectors in a block.
const WIDE: usize = BLOCK / WIDTH;

type Vectors<S> = [f32x8<S>; WIDE];

/// What is known of the scores of a block, each bit a city.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// Surely no candidate.
    pub out: u32,
    /// Not below the floor, or unknown.
    pub reaches: u32,
    /// Above the ceiling.
    pub above: u32,
}

/// What matters of scores.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limits {
    /// Where no score of a block can reach this, something below it may stand in place of each.
    pub least: f32,
    /// Not below it is said to reach.
    pub floor: f32,
    /// Above it is said to be above.
    pub ceiling: f32,
}

impl Limits {
    /// Nothing matters.
    pub const NONE: Limits = Limits { least: f32::MAX, floor: f32::MAX, ceiling: f32::MAX };
}

/// The approximate scores of a block for a few asking cities: minus infinity where the pair is surely no candidate, NaN where nothing can be
/// said.
pub fn approximate(group: &Group, block: &Block, limits: &[Limits; FEW], scores: &mut [Lanes; FEW]) -> [Tally; FEW] {
    for (probe, scores) in group.members().iter().zip(&mut *scores) {
        let [by_words, by_others] = &probe.fixed;
        for (sum, [words, others]) in scores.iter_mut().zip(&block.classes) {
            // The lanes after the last city have no class.
            let others = by_others.get(*others as usize).copied().unwrap_or(f32::NEG_INFINITY);
            *sum = others + by_words.get(*words as usize).copied().unwrap_or_default();
        }
    }
    dispatch!(Level::new(), simd => add_numbers(simd, group, block, (limits, scores)))
}

/// Which scores are not below the floors; NaN is not.
pub fn reaching(scores: &Lanes, floors: &[f32]) -> u32 {
    dispatch!(Level::new(), simd => {
        let mut reaching = 0;
        for k in 0..WIDE {
            let floors = f32x8::from_slice(simd, &floors[k * WIDTH..(k + 1) * WIDTH]);
            reaching |= ((!vector(simd, scores, k).simd_lt(floors)).to_bitmask() as u32) << (k * WIDTH);
        }
        reaching
    })
}

#[inline(always)]
fn add_numbers<S: Simd>(simd: S, group: &Group, block: &Block, (limits, scores): (&[Limits; FEW], &mut [Lanes; FEW])) -> [Tally; FEW] {
    let mut weighed: Weighed = [[[0.0; BLOCK]; SUMS]; FEW];
    weigh(simd, group, block, &mut weighed);
    let mut tallies = [Tally { out: 0, reaches: 0, above: 0 }; FEW];
    for (m, probe) in group.members().iter().enumerate() {
        tallies[m] = add_rest(simd, probe, block, &weighed[m], (&limits[m], &mut scores[m]));
    }
    tallies
}

#[inline(always)]
fn add_rest<S: Simd>(simd: S, probe: &Probe, block: &Block, weighed: &[Lanes; SUMS], (limits, scores): (&Limits, &mut Lanes)) -> Tally {
    let mut sums: Vectors<S> = load(simd, scores);
    if !probe.sums[0].terms.is_empty() {
        let (value, points) = (share(simd, &probe.sums[0], &weighed[0], block), f32x8::splat(simd, probe.weights[0]));
        each(|k| sums[k] = value[k].mul_add(points, sums[k]));
    }
    let second = second(simd, probe, weighed, block);
    let points = f32x8::splat(simd, probe.weights[1]);
    each(|k| sums[k] = second[k].mul_add(points, sums[k]));
    admit(simd, &probe.admission, block, (&second, &mut sums));
    if let Some(ready) = probe.ready {
        let (row, times) = (&block.rows[ready.row as usize], f32x8::splat(simd, ready.times));
        each(|k| sums[k] = vector(simd, row, k).mul_add(times, sums[k]));
    }
    if reaches(simd, &sums, limits.least - probe.rest) {
        add_context(simd, &probe.context, block, &mut sums);
        add_proximity(simd, probe, block, &mut sums);
    }
    for (sum, lanes) in sums.iter().zip(scores.chunks_exact_mut(WIDTH)) {
        sum.store_slice(lanes);
    }
    tally(simd, &sums, limits)
}

#[inline(always)]
fn tally<S: Simd>(simd: S, sums: &Vectors<S>, limits: &Limits) -> Tally {
    let all = |limit: f32| f32x8::splat(simd, limit);
    let (least, floor, ceiling) = (all(f32::MIN), all(limits.floor), all(limits.ceiling));
    let mut tally = Tally { out: 0, reaches: 0, above: 0 };
    each(|k| {
        let bits = |mask: mask32x8<S>| (mask.to_bitmask() as u32) << (k * WIDTH);
        tally.out |= bits(sums[k].simd_lt(least));
        tally.reaches |= bits(!sums[k].simd_lt(floor));
        tally.above |= bits(sums[k].simd_gt(ceiling));
    });
    tally
}

/// Whether any is not below the floor; NaN is not.
#[inline(always)]
fn reaches<S: Simd>(simd: S, sums: &Vectors<S>, floor: f32) -> bool {
    let floor = f32x8::splat(simd, floor);
    let mut are_below = mask32x8::splat(simd, true);
    each(|k| are_below &= sums[k].simd_lt(floor));
    !are_below.all_true()
}

#[inline(always)]
fn each(mut at: impl FnMut(usize)) {
    // Written out, so that no compiler makes calls of them.
    at(0);
    at(1);
    at(2);
    at(3);
}

#[inline(always)]
fn vector<S: Simd>(simd: S, row: &Lanes, k: usize) -> f32x8<S> {
    f32x8::from_slice(simd, &row[k * WIDTH..(k + 1) * WIDTH])
}

#[inline(always)]
fn load<S: Simd>(simd: S, row: &Lanes) -> Vectors<S> {
    // Written out, here and below: `map` and `from_fn` of an array are calls.
    [vector(simd, row, 0), vector(simd, row, 1), vector(simd, row, 2), vector(simd, row, 3)]
}

#[inline(always)]
fn splat<S: Simd>(simd: S, value: f32) -> Vectors<S> {
    [f32x8::splat(simd, value); WIDE]
}

/// A weighed sum over its scale, at most 1.
#[inline(always)]
fn share<S: Simd>(simd: S, sum: &Linear, weighed: &Lanes, block: &Block) -> Vectors<S> {
    let mut sums = load(simd, weighed);
    if let Some(scale) = sum.scale {
        let scale = &block.rows[scale];
        each(|k| sums[k] *= vector(simd, scale, k));
    }
    let one = f32x8::splat(simd, 1.0);
    each(|k| sums[k] = sums[k].min(one));
    sums
}

#[inline(always)]
fn second<S: Simd>(simd: S, probe: &Probe, weighed: &[Lanes; SUMS], block: &Block) -> Vectors<S> {
    match &probe.second {
        Second::Mutual => {
            let mut a = share(simd, &probe.sums[1], &weighed[1], block);
            let b = share(simd, &probe.sums[2], &weighed[2], block);
            // Where both are 0 the mean is 0, and not 0 / 0.
            let least = f32x8::splat(simd, 1e-30);
            each(|k| a[k] = a[k] * b[k] * 2.0 / (a[k] + b[k]).max(least));
            a
        }
        Second::Ahead { leads, scale } => {
            let mut best = greatest(simd, leads, block);
            if let Some(scale) = scale {
                let scale = load(simd, &block.rows[*scale]);
                each(|k| best[k] *= scale[k]);
            }
            best
        }
    }
}

/// The greatest lead, at least 0. It is above 0 exactly where the capacities differ so in single precision.
#[inline(always)]
fn greatest<S: Simd>(simd: S, leads: &[Lead], block: &Block) -> Vectors<S> {
    let mut best = splat(simd, 0.0);
    for lead in leads {
        let row = load(simd, &block.rows[lead.row as usize]);
        let (here, times) = (f32x8::splat(simd, lead.here), f32x8::splat(simd, lead.times));
        match lead.times_row {
            None => each(|k| best[k] = best[k].max((row[k] - here) * times)),
            Some(weights) => {
                let weights = load(simd, &block.rows[weights as usize]);
                each(|k| best[k] = best[k].max((row[k] - here) * times * weights[k]));
            }
        }
    }
    best
}

/// Σ w / (1 + d²), four traits over one common denominator: a division costs as much as all that it saves.
#[inline(always)]
fn add_context<S: Simd>(simd: S, context: &[[Likeness; TOGETHER]], block: &Block, sums: &mut Vectors<S>) {
    let one = f32x8::splat(simd, 1.0);
    for four in context {
        let rows: [&Lanes; TOGETHER] = four.map(|likeness| &block.rows[likeness.row as usize]);
        let likeness = |i: usize| (f32x8::splat(simd, four[i].here), f32x8::splat(simd, four[i].weight));
        let (likeness_0, likeness_1, likeness_2, likeness_3) = (likeness(0), likeness(1), likeness(2), likeness(3));
        let here = [likeness_0.0, likeness_1.0, likeness_2.0, likeness_3.0];
        let weights = [likeness_0.1, likeness_1.1, likeness_2.1, likeness_3.1];
        each(|k| {
            let apart = |i: usize| vector(simd, rows[i], k) - here[i];
            let apart = [apart(0), apart(1), apart(2), apart(3)];
            let under = |i: usize| apart[i].mul_add(apart[i], one);
            let under = [under(0), under(1), under(2), under(3)];
            let left = under[1].mul_add(weights[0], under[0] * weights[1]);
            let right = under[3].mul_add(weights[2], under[2] * weights[3]);
            let (below_left, below_right) = (under[0] * under[1], under[2] * under[3]);
            sums[k] += left.mul_add(below_right, right * below_left) / (below_left * below_right);
        });
    }
}

/// The points of distance: e^(-2R/scale · asin(chord / 2)).
#[inline(always)]
fn add_proximity<S: Simd>(simd: S, probe: &Probe, block: &Block, sums: &mut Vectors<S>) {
    let Some(place) = probe.place else { return };
    let points = f32x8::splat(simd, probe.proximity[0]);
    let rows: [&Lanes; 3] = probe.place_rows.map(|row| &block.rows[row]);
    each(|k| {
        let apart = |axis: usize| vector(simd, rows[axis], k) - f32x8::splat(simd, place[axis]);
        let (x, y, z) = (apart(0), apart(1), apart(2));
        let squared = x.mul_add(x, y.mul_add(y, z * z));
        let decay = power_of_half(simd, half_angle(simd, squared) * probe.proximity[1]);
        sums[k] = decay.mul_add(points, sums[k]);
    });
}

/// asin(√q / 2) for the square q of a chord of the unit sphere; more than a diameter counts as one. By the series of asin up to x¹⁷ below
/// one half, and by asin x = π/2 − 2 asin √((1 − x) / 2) above it.
#[inline(always)]
fn half_angle<S: Simd>(simd: S, squared: f32x8<S>) -> f32x8<S> {
    const SERIES: [f32; 8] =
        [6435.0 / 557_056.0, 143.0 / 10_240.0, 231.0 / 13_312.0, 63.0 / 2_816.0, 35.0 / 1_152.0, 5.0 / 112.0, 3.0 / 40.0, 1.0 / 6.0];
    let (half, one) = (f32x8::splat(simd, 0.5), f32x8::splat(simd, 1.0));
    let quarter = (squared * 0.25).min(one);
    let x = quarter.sqrt();
    let is_large = x.simd_gt(half);
    let z = is_large.select((one - x) * half, quarter);
    let root = is_large.select(z.sqrt(), x);
    let mut sum = f32x8::splat(simd, SERIES[0]);
    for coefficient in &SERIES[1..] {
        sum = sum.mul_add(z, f32x8::splat(simd, *coefficient));
    }
    let angle = (sum * z).mul_add(root, root);
    is_large.select(f32x8::splat(simd, std::f32::consts::FRAC_PI_2) - angle - angle, angle)
}

/// 2^(-x) for x of 0 and more: the whole part goes into the exponent, the rest into the series of 2^f.
#[inline(always)]
fn power_of_half<S: Simd>(simd: S, x: f32x8<S>) -> f32x8<S> {
    const SERIES: [f32; 7] = [1.540_353_1e-4, 1.333_355_8e-3, 9.618_129e-3, 5.550_411e-2, 2.402_265e-1, std::f32::consts::LN_2, 1.0];
    let exponent = -(x.min(f32x8::splat(simd, 126.0)));
    let whole = exponent.round_ties_even();
    let part = exponent - whole;
    let mut sum = f32x8::splat(simd, SERIES[0]);
    for coefficient in &SERIES[1..] {
        sum = sum.mul_add(part, f32x8::splat(simd, *coefficient));
    }
    let bits: i32x8<S> = (whole + 127.0).to_int();
    let power: f32x8<S> = (bits << 23_u32).bitcast();
    sum * power
}

/// Capacities, gains and priorities may be off by so much: more than 4 u.
const SURE: f32 = 1e-6;

/// Minus infinity for who is not admitted by the factors, NaN where that is not sure.
#[inline(always)]
fn admit<S: Simd>(simd: S, admission: &Admission, block: &Block, (second, sums): (&Vectors<S>, &mut Vectors<S>)) {
    let all = |value: f32| f32x8::splat(simd, value);
    match *admission {
        Admission::All => {}
        Admission::Ahead { ref twins } => {
            let mut is_maybe = [mask32x8::splat(simd, false); WIDE];
            for twin in twins {
                let (row, own) = (load(simd, &block.rows[twin.row as usize]), all(twin.times));
                each(|k| is_maybe[k] |= row[k].simd_eq(own));
            }
            each(|k| sums[k] = admitted(simd, sums[k], [second[k].simd_gt(all(0.0)), is_maybe[k]]));
        }
        Admission::LearnerBar { row, own, bar } => {
            let row = load(simd, &block.rows[row]);
            each(|k| {
                let is_open = row[k].simd_gt(all(0.0));
                let is_sure = row[k].simd_gt(all(own)) | (is_open & row[k].simd_gt(all(bar + SURE)));
                sums[k] = admitted(simd, sums[k], [is_sure, is_open & row[k].simd_gt(all(bar - SURE))]);
            });
        }
        Admission::TeacherBar { row, own, bar } => {
            let row = load(simd, &block.rows[row]);
            each(|k| {
                let is_sure = row[k].simd_lt(all(own)) | row[k].simd_lt(all(bar - SURE));
                sums[k] = admitted(simd, sums[k], [is_sure, row[k].simd_lt(all(bar + SURE))]);
            });
        }
        Admission::Shared { rows, here, least } => {
            let [need, offer, priority] =
                [load(simd, &block.rows[rows[0]]), load(simd, &block.rows[rows[1]]), load(simd, &block.rows[rows[2]])];
            each(|k| {
                let (gain, both) = ((offer[k] * here[0]).max(need[k] * here[1]), priority[k] * here[2]);
                let reaches = |slack: f32| gain.simd_gt(all(least[0] + slack)) | both.simd_gt(all(least[1] + slack));
                sums[k] = admitted(simd, sums[k], [reaches(SURE), reaches(-SURE)]);
            });
        }
    }
}

/// The sum where the pair is surely admitted; elsewhere NaN where it may be and no rule has taken it out, and minus infinity where not.
#[inline(always)]
fn admitted<S: Simd>(simd: S, sum: f32x8<S>, [is_sure, is_maybe]: [mask32x8<S>; 2]) -> f32x8<S> {
    let is_open = is_maybe & sum.simd_gt(f32x8::splat(simd, f32::MIN));
    is_sure.select(sum, is_open.select(f32x8::splat(simd, f32::NAN), sum + f32::NEG_INFINITY))
}
