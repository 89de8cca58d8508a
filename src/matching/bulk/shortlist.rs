//! The few that may be among the best: kept by approximate score, with a floor that rises. With the k-th best approximate score v, the
//! k-th best score is at least v less the margin, and so whoever is below v less twice the margin is not among the best k.

use super::columns::Lanes;
use super::kernel::Tally;

/// The candidates that are still in.
#[derive(Debug, Clone)]
pub struct Shortlist {
    keep: usize,
    margin: f32,
    floor: f32,
    likely: Vec<(f32, u32)>,
    undecided: Vec<u32>,
    out: usize,
}

impl Shortlist {
    /// An empty list of `keep` places.
    pub fn new(keep: usize, margin: f32) -> Shortlist {
        // The floor leaves minus infinity out, and nothing else.
        Shortlist { keep, margin, floor: f32::MIN, likely: Vec::new(), undecided: Vec::new(), out: 0 }
    }

    /// An empty list for adding to this one later: what is below this one's floor stays out.
    pub fn beside(&self) -> Shortlist {
        Shortlist { floor: self.floor, ..Shortlist::new(self.keep, self.margin) }
    }

    /// Takes over another list of the same city.
    pub fn absorb(&mut self, other: Shortlist) {
        self.out += other.out;
        self.undecided.extend(other.undecided);
        for (score, place) in other.likely {
            self.offer(score, place);
        }
    }

    /// Takes in one city by its approximate score.
    pub fn offer(&mut self, score: f32, place: u32) {
        if score.is_nan() {
            self.undecided.push(place);
        } else if score >= self.floor {
            self.likely.push((score, place));
            // Often enough for a floor that keeps most out, seldom enough to cost nothing.
            if self.likely.len() >= 2 * self.keep + 16 {
                self.cut();
            }
        }
    }

    /// Lanes that held no candidate: cities taken out, and the lanes after the last city.
    pub fn out(&self) -> usize {
        self.out
    }

    /// Scores below it are of no interest any more.
    pub fn floor(&self) -> f32 {
        self.floor
    }

    /// Takes in the approximate scores of a block whose first city has this place.
    pub fn take(&mut self, first: usize, scores: &Lanes, tally: Tally) {
        self.out += tally.out.count_ones() as usize;
        for lane in lanes(tally.reaches) {
            self.offer(scores[lane], (first + lane) as u32);
        }
    }

    fn cut(&mut self) {
        if self.likely.len() >= self.keep.max(1) {
            let (_, last, _) = self.likely.select_nth_unstable_by(self.keep.max(1) - 1, |a, b| b.0.total_cmp(&a.0));
            self.floor = self.floor.max(last.0 - 2.0 * self.margin);
            self.likely.retain(|(score, _)| *score >= self.floor);
        }
    }

    /// The places of those that surely are candidates and may be among the best, and of those of whom nothing is known.
    pub fn into_places(mut self) -> [Vec<usize>; 2] {
        self.cut();
        [
            self.likely.into_iter().map(|(_, place)| place as usize).collect(),
            self.undecided.into_iter().map(|place| place as usize).collect(),
        ]
    }
}

/// The lanes whose bits are set.
pub fn lanes(mut bits: u32) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let lane = (bits != 0).then(|| bits.trailing_zeros() as usize);
        bits &= bits.wrapping_sub(1);
        lane
    })
}
