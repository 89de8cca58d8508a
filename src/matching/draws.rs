//! Random draws for several cities side by side: each lane is a generator of its own, xoshiro256++ as `rand_xoshiro` has it, and the lanes
//! make their steps together, as many at once as the processor can.

use fearless_simd::{f64x4, prelude::*, u64x4};
use rand::{RngCore, SeedableRng};
use rand_xoshiro::SplitMix64;

/// Lanes of a vector.
pub const WIDTH: usize = 4;
/// Vectors side by side: each waits for its last step, and so there are two.
pub const PAIR: usize = 2;
/// Generators side by side.
pub const LANES: usize = WIDTH * PAIR;

/// One word of the states, or one draw of each.
type Words<S> = [u64x4<S>; PAIR];
/// One number of each.
pub type Numbers<S> = [f64x4<S>; PAIR];

/// The states, seeded as `Xoshiro256PlusPlus::seed_from_u64` seeds them.
pub fn states(seeds: [u64; LANES]) -> [[u64; LANES]; 4] {
    let mut states = [[0; LANES]; 4];
    for (lane, seed) in seeds.into_iter().enumerate() {
        let mut words = SplitMix64::seed_from_u64(seed);
        for word in &mut states {
            word[lane] = words.next_u64();
        }
    }
    states
}

/// The generators.
#[derive(Debug, Clone, Copy)]
pub struct Streams<S: Simd> {
    state: [Words<S>; 4],
}

impl<S: Simd> Streams<S> {
    /// From their states.
    #[inline(always)]
    pub fn of(simd: S, states: &[[u64; LANES]; 4]) -> Self {
        Self { state: [words(simd, &states[0]), words(simd, &states[1]), words(simd, &states[2]), words(simd, &states[3])] }
    }

    #[inline(always)]
    fn next(&mut self) -> Words<S> {
        let [mut a, mut b, mut c, mut d] = self.state;
        let mut drawn = a;
        for half in 0..PAIR {
            drawn[half] = rotated::<S, 23>(a[half] + d[half]) + a[half];
            let shifted = b[half] << 17_u32;
            c[half] ^= a[half];
            d[half] ^= b[half];
            b[half] ^= c[half];
            a[half] ^= d[half];
            c[half] ^= shifted;
            d[half] = rotated::<S, 45>(d[half]);
        }
        self.state = [a, b, c, d];
        drawn
    }

    /// A normal draw of each: the steps of [`normal`].
    #[inline(always)]
    pub fn normal(&mut self) -> Numbers<S> {
        let draws = [self.next(), self.next(), self.next(), self.next()];
        let mut sums = [unit(draws[0][0]), unit(draws[0][1])];
        for draw in &draws[1..] {
            for half in 0..PAIR {
                sums[half] += unit(draw[half]);
            }
        }
        [(sums[0] - 2.0) * ROOT_OF_THREE, (sums[1] - 2.0) * ROOT_OF_THREE]
    }
}

#[inline(always)]
fn words<S: Simd>(simd: S, lanes: &[u64; LANES]) -> Words<S> {
    [u64x4::from_slice(simd, &lanes[..WIDTH]), u64x4::from_slice(simd, &lanes[WIDTH..])]
}

/// The numbers of all lanes.
#[inline(always)]
pub fn numbers<S: Simd>(simd: S, lanes: &[f64; LANES]) -> Numbers<S> {
    [f64x4::from_slice(simd, &lanes[..WIDTH]), f64x4::from_slice(simd, &lanes[WIDTH..])]
}

#[inline(always)]
fn rotated<S: Simd, const BY: u32>(bits: u64x4<S>) -> u64x4<S> {
    (bits << BY) | (bits >> (64 - BY))
}

/// A number from 0 to below 1 out of the upper 53 bits, as `rand` makes it. In two halves, which both fit the fraction of a number whose
/// exponent is set: processors convert 64 bits one at a time only.
#[inline(always)]
fn unit<S: Simd>(bits: u64x4<S>) -> f64x4<S> {
    const HIGH: f64 = 19_342_813_113_834_066_795_298_816.0; // 2^84
    const LOW: f64 = 4_503_599_627_370_496.0; // 2^52
    let high: f64x4<S> = ((bits >> 43_u32) | HIGH.to_bits()).bitcast();
    let low: f64x4<S> = (((bits >> 11_u32) & 0xFFFF_FFFF) | LOW.to_bits()).bitcast();
    ((high - HIGH) + (low - LOW)) * (1.0 / 9_007_199_254_740_992.0)
}

const ROOT_OF_THREE: f64 = 1.732_050_807_568_877_2;

/// Nearly a standard normal draw: four uniform ones, which needs no logarithm or cosine and so gives the same bits on every machine.
pub fn normal(uniform: [f64; 4]) -> f64 {
    (uniform[0] + uniform[1] + uniform[2] + uniform[3] - 2.0) * ROOT_OF_THREE
}

#[cfg(test)]
mod tests {
    use fearless_simd::{Level, dispatch};
    use rand::Rng;
    use rand_xoshiro::Xoshiro256PlusPlus;

    use super::*;

    #[test]
    fn each_lane_draws_what_it_would_draw_alone() {
        const DRAWS: usize = 1_000;
        let seeds = std::array::from_fn(|lane| 0x9E37_79B9_7F4A_7C15_u64.wrapping_mul(lane as u64 + 1));
        let drawn = dispatch!(Level::new(), simd => {
            let mut streams = Streams::of(simd, &states(seeds));
            (0..DRAWS).map(|_| streams.normal().map(|half| half.as_slice().to_vec()).concat()).collect::<Vec<_>>()
        });
        for (lane, seed) in seeds.into_iter().enumerate() {
            let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
            for together in &drawn {
                let alone: [f64; 4] = std::array::from_fn(|_| rng.r#gen());
                let sum: f64 = alone.iter().sum();
                assert_eq!(together[lane].to_bits(), ((sum - 2.0) * 3.0_f64.sqrt()).to_bits());
            }
        }
    }
}
