//! Every city's list at once: for rounds, evaluation and whatever else asks for all pairs. Neither time nor memory is spent on what no list
//! holds: time grows with the square of the number of cities, memory with the number of cities times the length of the lists.

use rayon::prelude::*;

use super::engine::{Ask, Engine};
use super::error::MatchError;
use super::ranking::Ranking;
use crate::domain::id::CityId;

/// Cities whose lists are made in one pass: enough that fetching a block of the others costs little beside computing with it, few enough that
/// what is computed with stays near.
const PANEL: usize = 16;

impl Engine {
    /// For every city of the snapshot, in the order of ids, its first `keep` partners with their scores: what [`Engine::ranked`] says of each,
    /// to the bit. A city that takes no part has an empty list. For peer learning each city is the learner.
    ///
    /// The work is shared out in the thread pool in which this is called (`rayon::ThreadPool::install`; without one, a pool of as many threads
    /// as the machine has). The result does not depend on their number.
    ///
    /// # Errors
    /// A theme or kind that the model does not have, a limit outside 1 to 100.
    pub fn all_ranked(&self, ask: &Ask, keep: usize) -> Result<Vec<Vec<(CityId, f64)>>, MatchError> {
        let ranking = Ranking::new(self, ask)?;
        let panels: Vec<usize> = (0..self.len()).step_by(PANEL).collect();
        let lists = panels.into_par_iter().flat_map_iter(|first| ranking.best_of_each(first..(first + PANEL).min(self.len()), keep));
        let named = |ranked: Vec<(f64, usize)>| ranked.into_iter().map(|(score, place)| (self.city_at(place).id, score)).collect();
        Ok(lists.map(named).collect())
    }
}
