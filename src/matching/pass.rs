//! A pass of some asking cities over the snapshot: approximate scores, block after block, told to whoever searches or counts.

use std::ops::Range;

use super::bulk::columns::{BLOCK, Lanes};
use super::bulk::group::{FEW, Group};
use super::bulk::kernel::{Limits, Scratch, Tally, UNREACHED, approximate};
use super::bulk::shortlist::{Shortlist, lanes};
use super::ranking::{LARGE_SNAPSHOT, Ranking};

impl Ranking<'_> {
    /// The whole snapshot, for all of them. The groups hold their probes in the same order. A large one is shared out between two threads.
    pub fn pass<L: Listen>(&self, groups: &[Group], listeners: &mut [L]) {
        let blocks = self.block_count();
        if blocks * BLOCK < LARGE_SNAPSHOT {
            return self.pass_over(0..blocks, groups, listeners);
        }
        let mut others: Vec<L> = listeners.iter().map(Listen::beside).collect();
        let rest = || self.pass_over(blocks / 2..blocks, groups, &mut others);
        rayon::join(|| self.pass_over(0..blocks / 2, groups, listeners), rest);
        for (listener, other) in listeners.iter_mut().zip(others) {
            listener.absorb(other);
        }
    }

    /// Block by block for all of them, while the block lies in the nearest cache.
    pub fn pass_over(&self, blocks: Range<usize>, groups: &[Group], listeners: &mut [impl Listen]) {
        let mut scratch = Scratch::default();
        for (first, block) in self.blocks().skip(blocks.start).take(blocks.len()) {
            for (group, listeners) in groups.iter().zip(listeners.chunks_mut(FEW)) {
                let mut limits = [Limits::NONE; FEW];
                for (limits, listener) in limits.iter_mut().zip(&*listeners) {
                    *limits = listener.limits();
                }
                let tallies = approximate(group, block, (&limits, &UNREACHED), &mut scratch);
                for ((listener, scores), tally) in listeners.iter_mut().zip(&mut scratch.scores).zip(tallies) {
                    let tally = set_apart(listener.apart(), first, scores, tally);
                    listener.hear(first, scores, tally);
                }
            }
        }
    }
}

/// What a pass tells the scores to.
pub trait Listen: Send {
    /// One that hears the other blocks.
    fn beside(&self) -> Self;
    /// Takes over what that one has heard.
    fn absorb(&mut self, other: Self);
    /// Which scores matter.
    fn limits(&self) -> Limits;
    /// The cities about whom the scores say nothing, in order.
    fn apart(&self) -> &[usize];
    /// The scores of the block whose first city has this place.
    fn hear(&mut self, first: usize, scores: &Lanes, tally: Tally);
}

/// The search for the best of one city.
pub struct Search {
    /// Its place.
    pub asker: usize,
    /// The cities about whom the scores say nothing, in order.
    pub apart: Vec<usize>,
    /// Those found so far.
    pub list: Shortlist,
}

impl Listen for Search {
    fn beside(&self) -> Search {
        Search { asker: self.asker, apart: self.apart.clone(), list: self.list.beside() }
    }

    fn absorb(&mut self, other: Search) {
        self.list.absorb(other.list);
    }

    fn limits(&self) -> Limits {
        Limits { floor: self.list.floor(), ceiling: f32::MAX }
    }

    fn apart(&self) -> &[usize] {
        &self.apart
    }

    fn hear(&mut self, first: usize, scores: &Lanes, tally: Tally) {
        self.list.take(first, scores, tally);
    }
}

/// The count of those that go before a score.
pub struct Count {
    /// Which of the scores that were asked about.
    pub i: usize,
    /// The cities about whom the scores say nothing, in order.
    pub apart: Vec<usize>,
    /// Below the first a score is surely behind, above the second surely ahead.
    pub between: [f32; 2],
    /// How many surely go before it.
    pub ahead: usize,
    /// The places of those that may, or of nobody.
    pub unsure: Vec<usize>,
}

impl Listen for Count {
    fn beside(&self) -> Count {
        Count { i: self.i, apart: self.apart.clone(), between: self.between, ahead: 0, unsure: Vec::new() }
    }

    fn absorb(&mut self, other: Count) {
        self.ahead += other.ahead;
        self.unsure.extend(other.unsure);
    }

    fn limits(&self) -> Limits {
        Limits { floor: self.between[0], ceiling: self.between[1] }
    }

    fn apart(&self) -> &[usize] {
        &self.apart
    }

    fn hear(&mut self, first: usize, _: &Lanes, tally: Tally) {
        self.ahead += tally.above.count_ones() as usize;
        self.unsure.extend(lanes(tally.reaches & !tally.above).map(|lane| first + lane));
    }
}

/// Takes out what the scores say about some cities.
pub fn set_apart(apart: &[usize], first: usize, scores: &mut Lanes, mut tally: Tally) -> Tally {
    let start = apart.partition_point(|place| *place < first);
    for place in apart[start..].iter().take_while(|place| **place < first + BLOCK) {
        let bit = 1 << (place - first);
        scores[place - first] = f32::NAN;
        tally.out &= !bit;
        tally.reaches |= bit;
        tally.above &= !bit;
        tally.given |= bit;
    }
    tally
}
