//! The arithmetic of an approximate score, over a block of cities, with as many lanes as the processor has. Which instructions it has is
//! found out once; results may differ between processors in their last bits, within the margin, and so nothing that is shown does.
//!
//! Everything here is inlined into one function for each set of instructions: a call would fall back to the least of them.

use fearless_simd::{Level, dispatch, f32x8, i32x8, mask32x8, prelude::*};

use super::columns::{BLOCK, Block, Lanes};
use super::probe::{Admission, Lead, Likeness, Linear, Probe, Second, TOGETHER, Term};

/// Numbers in a vector.
const WIDTH: usize = 8;
/// Vectors in a block.
const WIDE: usize = BLOCK / WIDTH;

type Vectors<S> = [f32x8<S>; WIDE];

/// The approximate scores of a block: minus infinity where the pair is surely no candidate, NaN where nothing can be said. Where no score of
/// the block can reach the floor, something below the floor may stand in place of each.
pub fn approximate(probe: &Probe, block: &Block, floor: f32, out: &mut Lanes) {
    for (sum, class) in out.iter_mut().zip(&block.classes) {
        // The lanes after the last city have no class.
        *sum = probe.fixed.get(*class as usize).copied().unwrap_or(f32::NEG_INFINITY);
    }
    dispatch!(Level::new(), simd => add_numbers(simd, (probe, floor), block, out));
}

/// How many scores are above `high`, and whether all others are below `low`; NaN is neither.
pub fn ahead(scores: &Lanes, low: f32, high: f32) -> (usize, bool) {
    let (above, below) = dispatch!(Level::new(), _ => count(scores, low, high));
    (above as usize, (above + below) as usize == BLOCK)
}

/// How many scores are minus infinity, and whether all are below the floor; NaN is not.
pub fn out(scores: &Lanes, floor: f32) -> (usize, bool) {
    let (out, below) = dispatch!(Level::new(), _ => (count(scores, f32::MIN, f32::MAX).1, count(scores, floor, f32::MAX).1));
    (out as usize, below as usize == BLOCK)
}

#[inline(always)]
fn count(scores: &Lanes, low: f32, high: f32) -> (u32, u32) {
    scores.iter().fold((0, 0), |(above, below), score| (above + u32::from(*score > high), below + u32::from(*score < low)))
}

#[inline(always)]
fn add_numbers<S: Simd>(simd: S, (probe, floor): (&Probe, f32), block: &Block, out: &mut Lanes) {
    let mut sums: Vectors<S> = load(simd, out);
    if !probe.first.terms.is_empty() {
        let (value, points) = (linear(simd, &probe.first, block), f32x8::splat(simd, probe.weights[0]));
        each(|k| sums[k] = value[k].mul_add(points, sums[k]));
    }
    let second = second(simd, &probe.second, block);
    let points = f32x8::splat(simd, probe.weights[1]);
    each(|k| sums[k] = second[k].mul_add(points, sums[k]));
    admit(simd, &probe.admission, block, (&second, &mut sums));
    if let Some(ready) = probe.ready {
        add(simd, &mut sums, ready, block);
    }
    // The context costs half of all and is worth a fifth: hardly any block gets that far once the list is full.
    if reaches(simd, &sums, floor - probe.rest) {
        add_context(simd, &probe.context, block, &mut sums);
        add_proximity(simd, probe, block, &mut sums);
    }
    for (sum, lanes) in sums.iter().zip(out.chunks_exact_mut(WIDTH)) {
        sum.store_slice(lanes);
    }
}

/// Whether any is not below the floor; NaN is not.
#[inline(always)]
fn reaches<S: Simd>(simd: S, sums: &Vectors<S>, floor: f32) -> bool {
    let floor = f32x8::splat(simd, floor);
    let mut are_below = mask32x8::splat(simd, true);
    each(|k| are_below = are_below & sums[k].simd_lt(floor));
    !are_below.all_true()
}

#[inline(always)]
fn each(mut at: impl FnMut(usize)) {
    for k in 0..WIDE {
        at(k);
    }
}

#[inline(always)]
fn vector<S: Simd>(simd: S, row: &Lanes, k: usize) -> f32x8<S> {
    f32x8::from_slice(simd, &row[k * WIDTH..(k + 1) * WIDTH])
}

#[inline(always)]
fn load<S: Simd>(simd: S, row: &Lanes) -> Vectors<S> {
    std::array::from_fn(
        #[inline(always)]
        |k| vector(simd, row, k),
    )
}

#[inline(always)]
fn splat<S: Simd>(simd: S, value: f32) -> Vectors<S> {
    [f32x8::splat(simd, value); WIDE]
}

#[inline(always)]
fn add<S: Simd>(simd: S, sums: &mut Vectors<S>, term: Term, block: &Block) {
    let (row, times) = (&block.rows[term.row as usize], f32x8::splat(simd, term.times));
    each(|k| sums[k] = vector(simd, row, k).mul_add(times, sums[k]));
}

/// A weighted sum of rows, at most 1. Two sums run side by side: one alone would wait for each multiplication to end.
#[inline(always)]
fn linear<S: Simd>(simd: S, sum: &Linear, block: &Block) -> Vectors<S> {
    let (mut sums, mut others) = (splat(simd, 0.0), splat(simd, 0.0));
    let pairs = sum.terms.chunks_exact(2);
    for last in pairs.remainder() {
        add(simd, &mut sums, *last, block);
    }
    for pair in pairs {
        add(simd, &mut sums, pair[0], block);
        add(simd, &mut others, pair[1], block);
    }
    each(|k| sums[k] = sums[k] + others[k]);
    if let Some(scale) = sum.scale {
        let scale = load(simd, &block.rows[scale]);
        each(|k| sums[k] = sums[k] * scale[k]);
    }
    let one = f32x8::splat(simd, 1.0);
    each(|k| sums[k] = sums[k].min(one));
    sums
}

#[inline(always)]
fn second<S: Simd>(simd: S, second: &Second, block: &Block) -> Vectors<S> {
    match second {
        Second::Mutual { learns, teaches } => {
            let (mut a, b) = (linear(simd, learns, block), linear(simd, teaches, block));
            // Where both are 0 the mean is 0, and not 0 / 0.
            let least = f32x8::splat(simd, 1e-30);
            each(|k| a[k] = a[k] * b[k] * 2.0 / (a[k] + b[k]).max(least));
            a
        }
        Second::Ahead { leads, scale } => {
            let mut best = greatest(simd, leads, block);
            if let Some(scale) = scale {
                let scale = load(simd, &block.rows[*scale]);
                each(|k| best[k] = best[k] * scale[k]);
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
        let here: [f32x8<S>; TOGETHER] = four.map(|likeness| f32x8::splat(simd, likeness.here));
        let weights: [f32x8<S>; TOGETHER] = four.map(|likeness| f32x8::splat(simd, likeness.weight));
        each(|k| {
            let under: [f32x8<S>; TOGETHER] = std::array::from_fn(
                #[inline(always)]
                |i| {
                    let apart = vector(simd, rows[i], k) - here[i];
                    apart.mul_add(apart, one)
                },
            );
            let left = under[1].mul_add(weights[0], under[0] * weights[1]);
            let right = under[3].mul_add(weights[2], under[2] * weights[3]);
            let (below_left, below_right) = (under[0] * under[1], under[2] * under[3]);
            sums[k] = sums[k] + left.mul_add(below_right, right * below_left) / (below_left * below_right);
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
        let [x, y, z]: [f32x8<S>; 3] = std::array::from_fn(
            #[inline(always)]
            |axis| vector(simd, rows[axis], k) - f32x8::splat(simd, place[axis]),
        );
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
    const SERIES: [f32; 7] = [1.540_353_1e-4, 1.333_355_8e-3, 9.618_129e-3, 5.550_411e-2, 2.402_265_1e-1, std::f32::consts::LN_2, 1.0];
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
                each(|k| is_maybe[k] = is_maybe[k] | row[k].simd_eq(own));
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
            let [need, offer, priority] = rows.map(|row| load(simd, &block.rows[row]));
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
