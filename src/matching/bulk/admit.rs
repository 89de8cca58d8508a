//! The rules that need the factors, over a block of cities: who is surely admitted, who surely is not, and who must be looked at.

use fearless_simd::{f32x8, mask32x8, prelude::*};

use super::columns::Block;
use super::kernel::{Vectors, WIDE, load, splat};
use super::terms::Admission;

/// Capacities, gains and priorities may be off by so much: more than 4 u.
const SURE: f32 = 1e-6;

/// Minus infinity for who is not admitted by the factors, NaN where that is not sure.
#[inline(always)]
pub fn admit<S: Simd>(simd: S, admission: &Admission, block: &Block, (second, sums): (&Vectors<S>, &mut Vectors<S>)) {
    match *admission {
        Admission::All => {}
        Admission::Ahead { ref twins } => {
            let mut is_maybe = [mask32x8::splat(simd, false); WIDE];
            for twin in twins {
                let (row, own) = (load(simd, block.row(twin.row as usize)), splat(simd, twin.times));
                for k in 0..WIDE {
                    is_maybe[k] |= row[k].simd_eq(own);
                }
            }
            for k in 0..WIDE {
                sums[k] = admitted(simd, sums[k], [second[k].simd_gt(splat(simd, 0.0)), is_maybe[k]]);
            }
        }
        Admission::LearnerBar { row, own, bar } => {
            let row = load(simd, block.row(row));
            for k in 0..WIDE {
                let is_open = row[k].simd_gt(splat(simd, 0.0));
                let is_sure = row[k].simd_gt(splat(simd, own)) | (is_open & row[k].simd_gt(splat(simd, bar + SURE)));
                sums[k] = admitted(simd, sums[k], [is_sure, is_open & row[k].simd_gt(splat(simd, bar - SURE))]);
            }
        }
        Admission::TeacherBar { row, own, bar } => {
            let row = load(simd, block.row(row));
            for k in 0..WIDE {
                let is_sure = row[k].simd_lt(splat(simd, own)) | row[k].simd_lt(splat(simd, bar - SURE));
                sums[k] = admitted(simd, sums[k], [is_sure, row[k].simd_lt(splat(simd, bar + SURE))]);
            }
        }
        Admission::Shared { rows, here, least } => {
            let (need, offer, priority) = (load(simd, block.row(rows[0])), load(simd, block.row(rows[1])), load(simd, block.row(rows[2])));
            for k in 0..WIDE {
                let (gain, both) = ((offer[k] * here[0]).max(need[k] * here[1]), priority[k] * here[2]);
                let is_sure = gain.simd_gt(splat(simd, least[0] + SURE)) | both.simd_gt(splat(simd, least[1] + SURE));
                let is_maybe = gain.simd_gt(splat(simd, least[0] - SURE)) | both.simd_gt(splat(simd, least[1] - SURE));
                sums[k] = admitted(simd, sums[k], [is_sure, is_maybe]);
            }
        }
    }
}

/// The sum where the pair is surely admitted; elsewhere NaN where it may be and no rule has taken it out, and minus infinity where not.
#[inline(always)]
fn admitted<S: Simd>(simd: S, sum: f32x8<S>, [is_sure, is_maybe]: [mask32x8<S>; 2]) -> f32x8<S> {
    let is_open = is_maybe & sum.simd_gt(splat(simd, f32::MIN));
    is_sure.select(sum, is_open.select(splat(simd, f32::NAN), sum + f32::NEG_INFINITY))
}
