//! How far an approximate score can be off, in points.
//!
//! With u = 2⁻²⁴, the relative error of one rounding in single precision, to first order and rounded up:
//!
//! | part | error | because |
//! |---|---|---|
//! | a sum of products over 40 themes, none negative | 60 u | two roundings of the inputs, one of the product, 40 of the sum, three of the scales |
//! | harmonic mean of two such sums | 70 u | homogeneous of degree 1, and five operations |
//! | greatest lead | 16 u | a difference of two numbers below 1, two products |
//! | context | 200 u + 2·10⁻⁸ | difference of traits up to 64: 4·64 u; the kernel's slope is at most 0.65; 20 operations on positive numbers; a missing trait stands so far away that its likeness is below 10⁻⁸ |
//! | decay with distance, e^(-yθ), y = R / scale | 16 u y + 2·10⁻⁴ | the chord is off by 4 u and the angle by 5·10⁻⁷ (9 u) more; near the other end of the Earth, where θ = 2 asin(chord / 2) is steep, θ is off by 1.4·10⁻³ and y·e^(-πy) is at most 0.117; the power is within 2·10⁻⁷ |
//! | the rest | 32 u | what is looked up by class or taken from a row, and the sums of the parts |
//!
//! Everything is doubled, which also covers second-order terms and the rounding of the numbers that scores are compared with.

use super::super::settings::{FACTORS, Settings};
use crate::domain::geo::EARTH_RADIUS_KM;

const U: f64 = 1.0 / 16_777_216.0;

/// The margin for these weights.
pub fn margin(settings: &Settings, weights: &[f64; FACTORS]) -> f32 {
    let steepness = EARTH_RADIUS_KM / settings.proximity.distance_km;
    let by_distance = settings.proximity.distance_share * (16.0 * U * steepness + 2e-4);
    let complementarity = (weights[0] + weights[1]) * 70.0 * U;
    let context = weights[2] * (200.0 * U + 2e-8);
    (2.0 * 100.0 * (complementarity + context + weights[4] * by_distance + 32.0 * U)) as f32
}
