//! A few asking cities at once: their weighted sums over one block share the loads of its rows.

use fearless_simd::{f32x4, f32x8, prelude::*};

use super::columns::{BLOCK, Block, Lanes};
use super::probe::Probe;
use super::terms::{Linear, SUMS, Second};

/// Asking cities that share the loads: as many sums as a processor has registers for.
pub const FEW: usize = 4;
/// Numbers in a vector.
const WIDTH: usize = 8;
/// Vectors of one sum that are in flight at once: two for each of a few cities, or four for one alone.
const PAIR: usize = 2;
const ALONE: usize = 4;

/// The sums of a few asking cities, by city and sum.
pub type Weighed = [[Lanes; SUMS]; FEW];

/// A row and what it is multiplied with for each of a few cities.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Shared {
    row: u32,
    times: [f32; FEW],
}

/// At most [`FEW`] asking cities.
#[derive(Debug, Clone)]
pub struct Group {
    members: Vec<Probe>,
    /// By sum: every row that any of them needs, in order.
    shared: [Vec<Shared>; SUMS],
    /// The first sum is of priorities.
    is_of_priorities: bool,
    /// What follows from each class, for all of them side by side.
    fixed: [Vec<[f32; FEW]>; 3],
}

impl Group {
    /// The asking cities, put into groups in their order.
    pub fn all(probes: impl IntoIterator<Item = Probe>) -> Vec<Group> {
        let mut probes = probes.into_iter().peekable();
        let mut groups = Vec::new();
        while probes.peek().is_some() {
            groups.push(Group::of(probes.by_ref().take(FEW).collect()));
        }
        groups
    }

    fn of(members: Vec<Probe>) -> Group {
        let shared = std::array::from_fn(|sum| share(&members.iter().map(|probe| &probe.sums[sum]).collect::<Vec<_>>()));
        let fixed = std::array::from_fn(|respect| side_by_side(&members, respect));
        let is_of_priorities = members.iter().all(|probe| probe.second == Second::Mutual);
        Group { members, shared, is_of_priorities, fixed }
    }

    /// The asking cities.
    pub fn members(&self) -> &[Probe] {
        &self.members
    }
}

fn side_by_side(members: &[Probe], respect: usize) -> Vec<[f32; FEW]> {
    let classes = members.first().map_or(0, |probe| probe.fixed[respect].len());
    (0..classes).map(|class| std::array::from_fn(|m| members.get(m).map_or(0.0, |probe| probe.fixed[respect][class]))).collect()
}

fn share(sums: &[&Linear]) -> Vec<Shared> {
    let mut shared: Vec<Shared> = Vec::new();
    for (member, sum) in sums.iter().enumerate() {
        for term in &sum.terms {
            let place = shared.partition_point(|other| other.row < term.row);
            if shared.get(place).is_none_or(|other| other.row != term.row) {
                shared.insert(place, Shared { row: term.row, times: [0.0; FEW] });
            }
            shared[place].times[member] = term.times;
        }
    }
    shared
}

/// What follows from the classes of a block's cities, by asking city. The tables have the asking cities side by side, and so four of the
/// block's cities are turned from columns into rows.
#[inline(always)]
pub fn look_up<S: Simd>(simd: S, group: &Group, block: &Block, out: &mut [Lanes; FEW]) {
    for at in (0..BLOCK).step_by(FEW) {
        let (even_low, even_high) = simd.interleave_f32x4(of_classes(simd, group, block, at), of_classes(simd, group, block, at + 2));
        let (odd_low, odd_high) = simd.interleave_f32x4(of_classes(simd, group, block, at + 1), of_classes(simd, group, block, at + 3));
        let (first, second) = simd.interleave_f32x4(even_low, odd_low);
        let (third, fourth) = simd.interleave_f32x4(even_high, odd_high);
        for (row, out) in [first, second, third, fourth].iter().zip(&mut *out) {
            row.store_slice(&mut out[at..at + FEW]);
        }
    }
}

/// What follows from the classes of one city, for each of the asking ones.
#[inline(always)]
fn of_classes<S: Simd>(simd: S, group: &Group, block: &Block, lane: usize) -> f32x4<S> {
    let [languages, networks, others] = &block.classes;
    // The lanes after the last city have no class.
    let Some(others) = group.fixed[2].get(others[lane] as usize) else { return f32x4::splat(simd, f32::NEG_INFINITY) };
    let (languages, networks) = (&group.fixed[0][languages[lane] as usize], &group.fixed[1][networks[lane] as usize]);
    f32x4::from_slice(simd, languages) + f32x4::from_slice(simd, networks) + f32x4::from_slice(simd, others)
}

/// Every sum of every member over a block.
#[inline(always)]
pub fn weigh<S: Simd>(simd: S, group: &Group, block: &Block, out: &mut Weighed) {
    for (sum, shared) in group.shared.iter().enumerate() {
        // The first sum is of priorities; most cities of the world have stated none.
        if shared.is_empty() || (sum == 0 && group.is_of_priorities && !block.has_priorities) {
            for of_member in &mut *out {
                of_member[sum] = [0.0; BLOCK];
            }
        } else if group.members.len() == 1 {
            weigh_alone(simd, shared, block, &mut out[0][sum]);
        } else {
            for at in (0..BLOCK).step_by(PAIR * WIDTH) {
                let sums = weigh_few(simd, shared, block, at);
                for (member, vectors) in sums.iter().enumerate() {
                    for (k, vector) in vectors.iter().enumerate() {
                        vector.store_slice(&mut out[member][sum][at + k * WIDTH..at + (k + 1) * WIDTH]);
                    }
                }
            }
        }
    }
}

#[inline(always)]
fn weigh_few<S: Simd>(simd: S, shared: &[Shared], block: &Block, at: usize) -> [[f32x8<S>; PAIR]; FEW] {
    let mut sums = [[f32x8::splat(simd, 0.0); PAIR]; FEW];
    for term in shared {
        let row = &block.row(term.row as usize)[at..at + PAIR * WIDTH];
        let (left, right) = (f32x8::from_slice(simd, &row[..WIDTH]), f32x8::from_slice(simd, &row[WIDTH..]));
        for (sum, times) in sums.iter_mut().zip(&term.times) {
            let times = f32x8::splat(simd, *times);
            *sum = [left.mul_add(times, sum[0]), right.mul_add(times, sum[1])];
        }
    }
    sums
}

/// The rows two by two: one sum alone would wait for each multiplication to end.
#[inline(always)]
fn weigh_alone<S: Simd>(simd: S, shared: &[Shared], block: &Block, out: &mut Lanes) {
    let mut sums = [[f32x8::splat(simd, 0.0); ALONE]; PAIR];
    let pairs = shared.chunks_exact(PAIR);
    for last in pairs.remainder() {
        add(simd, &mut sums[0], last, block);
    }
    for pair in pairs {
        add(simd, &mut sums[0], &pair[0], block);
        add(simd, &mut sums[1], &pair[1], block);
    }
    for (k, lanes) in out.chunks_exact_mut(WIDTH).enumerate() {
        (sums[0][k] + sums[1][k]).store_slice(lanes);
    }
}

#[inline(always)]
fn add<S: Simd>(simd: S, sums: &mut [f32x8<S>; ALONE], term: &Shared, block: &Block) {
    let (row, times) = (block.row(term.row as usize), f32x8::splat(simd, term.times[0]));
    for (k, sum) in sums.iter_mut().enumerate() {
        *sum = f32x8::from_slice(simd, &row[k * WIDTH..(k + 1) * WIDTH]).mul_add(times, *sum);
    }
}
