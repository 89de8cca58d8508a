//! Random draws for several cities side by side: each lane is a generator of its own, xoshiro256++ as `rand_xoshiro` has it, and the lanes
//! make their steps together, as many at once as the processor can.

use rand::{RngCore, SeedableRng};
use rand_xoshiro::SplitMix64;

/// Generators side by side.
pub const LANES: usize = 8;

/// The generators.
#[derive(Debug, Clone)]
pub struct Streams {
    /// The four words of each state.
    state: [[u64; LANES]; 4],
}

impl Streams {
    /// Each seeded as `Xoshiro256PlusPlus::seed_from_u64` seeds it.
    pub fn of(seeds: [u64; LANES]) -> Streams {
        let mut state = [[0; LANES]; 4];
        for (lane, seed) in seeds.into_iter().enumerate() {
            let mut words = SplitMix64::seed_from_u64(seed);
            for word in &mut state {
                word[lane] = words.next_u64();
            }
        }
        Streams { state }
    }

    #[inline(always)]
    fn next(&mut self) -> [u64; LANES] {
        let [a, b, c, d] = &mut self.state;
        let mut drawn = [0; LANES];
        for lane in 0..LANES {
            drawn[lane] = a[lane].wrapping_add(d[lane]).rotate_left(23).wrapping_add(a[lane]);
            let shifted = b[lane] << 17;
            c[lane] ^= a[lane];
            d[lane] ^= b[lane];
            b[lane] ^= c[lane];
            a[lane] ^= d[lane];
            c[lane] ^= shifted;
            d[lane] = d[lane].rotate_left(45);
        }
        drawn
    }

    /// A normal draw of each.
    #[inline(always)]
    pub fn normal(&mut self) -> [f64; LANES] {
        let draws = [self.next(), self.next(), self.next(), self.next()];
        let mut drawn = [0.0; LANES];
        for lane in 0..LANES {
            drawn[lane] = normal([unit(draws[0][lane]), unit(draws[1][lane]), unit(draws[2][lane]), unit(draws[3][lane])]);
        }
        drawn
    }
}

/// A number from 0 to below 1 out of the upper 53 bits, as `rand` makes it. In two halves, which both fit the fraction of a number whose
/// exponent is set: processors convert 64 bits one at a time only.
#[inline(always)]
fn unit(bits: u64) -> f64 {
    const HIGH: f64 = 19_342_813_113_834_066_795_298_816.0; // 2^84
    const LOW: f64 = 4_503_599_627_370_496.0; // 2^52
    let bits = bits >> 11;
    let high = f64::from_bits(HIGH.to_bits() | (bits >> 32)) - HIGH;
    let low = f64::from_bits(LOW.to_bits() | (bits & 0xFFFF_FFFF)) - LOW;
    (high + low) * (1.0 / 9_007_199_254_740_992.0)
}

/// Nearly a standard normal draw: four uniform ones, which needs no logarithm or cosine and so gives the same bits on every machine.
#[inline(always)]
pub fn normal(uniform: [f64; 4]) -> f64 {
    const ROOT_OF_THREE: f64 = 1.732_050_807_568_877_2;
    (uniform[0] + uniform[1] + uniform[2] + uniform[3] - 2.0) * ROOT_OF_THREE
}

#[cfg(test)]
mod tests {
    use rand::Rng;
    use rand_xoshiro::Xoshiro256PlusPlus;

    use super::*;

    #[test]
    fn each_lane_draws_what_it_would_draw_alone() {
        let seeds = std::array::from_fn(|lane| 0x9E37_79B9_7F4A_7C15_u64.wrapping_mul(lane as u64 + 1));
        let mut together = Streams::of(seeds);
        let mut alone = seeds.map(Xoshiro256PlusPlus::seed_from_u64);
        for _ in 0..1_000 {
            let drawn = together.normal();
            for (lane, rng) in alone.iter_mut().enumerate() {
                let uniform: [f64; 4] = std::array::from_fn(|_| rng.r#gen());
                let sum: f64 = uniform.iter().sum();
                assert_eq!(drawn[lane].to_bits(), ((sum - 2.0) * 3.0_f64.sqrt()).to_bits());
            }
        }
    }

    #[test]
    fn the_ends_of_the_range_are_those_of_the_generator() {
        assert_eq!(unit(0), 0.0);
        assert_eq!(unit(u64::MAX), 1.0 - f64::EPSILON / 2.0);
    }
}
