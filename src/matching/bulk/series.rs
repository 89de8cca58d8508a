//! Functions that processors do not have, by their series: the angle within 5·10⁻⁷ of its sine, the power within 2·10⁻⁷ of itself.

use fearless_simd::{f32x8, i32x8, prelude::*};

use super::kernel::splat;

/// asin(√q / 2) for the square q of a chord of the unit sphere; more than a diameter counts as one. For z = q / 4 up to one half asin √z / √z
/// is a polynomial in z (through its values at the eight Chebyshev nodes of 0 to 1/2, within 2.1·10⁻⁸); above it asin √z is π/2 − asin √(1 − z).
#[inline(always)]
pub fn half_angle<S: Simd>(simd: S, squared: f32x8<S>) -> f32x8<S> {
    const POLYNOMIAL: [f32; 8] =
        [0.109_673_984, -0.090_086_214, 0.075_539_75, 0.016_731_389, 0.046_480_85, 0.074_881_144, 0.166_669_55, 1.0];
    let one = splat(simd, 1.0);
    let quarter = (squared * 0.25).min(one);
    let is_large = quarter.simd_gt(splat(simd, 0.5));
    let z = is_large.select(one - quarter, quarter);
    let mut sum = splat(simd, POLYNOMIAL[0]);
    for coefficient in &POLYNOMIAL[1..] {
        sum = sum.mul_add(z, splat(simd, *coefficient));
    }
    let angle = sum * z.sqrt();
    is_large.select(splat(simd, std::f32::consts::FRAC_PI_2) - angle, angle)
}

/// 2^(-x) for x of 0 and more: the whole part goes into the exponent, the rest into the series of 2^f.
#[inline(always)]
pub fn power_of_half<S: Simd>(simd: S, x: f32x8<S>) -> f32x8<S> {
    const SERIES: [f32; 7] = [1.540_353_1e-4, 1.333_355_8e-3, 9.618_129e-3, 5.550_411e-2, 2.402_265e-1, std::f32::consts::LN_2, 1.0];
    let exponent = -(x.min(splat(simd, 126.0)));
    let whole = exponent.round_ties_even();
    let part = exponent - whole;
    let mut sum = splat(simd, SERIES[0]);
    for coefficient in &SERIES[1..] {
        sum = sum.mul_add(part, splat(simd, *coefficient));
    }
    let bits: i32x8<S> = (whole + 127.0).to_int();
    let power: f32x8<S> = (bits << 23_u32).bitcast();
    sum * power
}

#[cfg(test)]
mod tests {
    use fearless_simd::{Level, dispatch};

    use super::*;

    fn both(squared: f32, x: f32) -> (f32, f32) {
        dispatch!(Level::new(), simd => {
            let (angle, power) = (half_angle(simd, splat(simd, squared)), power_of_half(simd, splat(simd, x)));
            (angle.as_slice()[0], power.as_slice()[0])
        })
    }

    #[test]
    fn the_series_are_within_a_two_millionth() {
        for step in 0..=4_000 {
            let share = f64::from(step) / 4_000.0;
            // Near the other end of the Earth the angle is steep in the chord; there it is compared by its sine.
            let angle = f64::from(both((4.0 * share * share) as f32, 0.0).0);
            assert!((angle.sin() - share).abs() < 5e-7, "asin of {share}");
            assert!(share > 0.9 || (angle - share.asin()).abs() < 5e-7, "asin of {share}");
            let power = f64::from(both(0.0, (30.0 * share) as f32).1);
            assert!((power - (-30.0 * share).exp2()).abs() < 2e-7 * (1.0 + 30.0 * share), "2^-{}", 30.0 * share);
        }
        assert_eq!(both(1e6, 0.0).0, std::f32::consts::FRAC_PI_2, "farther than a diameter is the other end");
    }
}
