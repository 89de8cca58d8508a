//! The few that may be among the best: kept by approximate score, with a floor that rises. With the k-th best approximate score v, the
//! k-th best score is at least v less the margin, and so whoever is below v less twice the margin is not among the best k.

use super::columns::{BLOCK, Lanes};
use super::kernel;

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

    /// Lanes that held no candidate: cities taken out, and the lanes after the last city.
    pub fn out(&self) -> usize {
        self.out
    }

    /// Scores below it are of no interest any more.
    pub fn floor(&self) -> f32 {
        self.floor
    }

    /// Takes in the approximate scores of a block whose first city has this place.
    pub fn take(&mut self, first: usize, scores: &Lanes) {
        let (out, is_all_below) = kernel::out(scores, self.floor);
        self.out += out;
        // Hardly any block has a city above the floor.
        if !is_all_below {
            self.take_part(first, scores);
        }
    }

    fn take_part(&mut self, first: usize, scores: &Lanes) {
        for (place, score) in (first..).zip(scores) {
            if score.is_nan() {
                self.undecided.push(place as u32);
            } else if *score >= self.floor {
                self.likely.push((*score, place as u32));
            }
        }
        if self.likely.len() >= 2 * self.keep + 2 * BLOCK {
            self.cut();
        }
    }

    fn cut(&mut self) {
        if self.likely.len() >= self.keep.max(1) {
            let (_, last, _) = self.likely.select_nth_unstable_by(self.keep.max(1) - 1, |a, b| b.0.total_cmp(&a.0));
            self.floor = self.floor.max(last.0 - 2.0 * self.margin);
            self.likely.retain(|(score, _)| *score >= self.floor);
        }
    }

    /// The places of all that may be among the best, in order.
    pub fn into_places(mut self) -> Vec<usize> {
        self.cut();
        let mut places: Vec<usize> =
            self.likely.into_iter().map(|(_, place)| place).chain(self.undecided).map(|place| place as usize).collect();
        places.sort_unstable();
        places
    }
}
