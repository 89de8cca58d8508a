//! Every city's list at once: for rounds, evaluation and whatever else asks for all pairs. Time grows with the square of the number of
//! cities, memory with the number of cities times the length of the lists: no list holds more than it needs, and nothing holds all pairs.

use rayon::prelude::*;

use super::engine::{Ask, Engine};
use super::error::MatchError;
use super::ranking::Ranking;
use crate::domain::id::CityId;

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
        let list = |asker: usize| {
            let ranked = ranking.best(asker, keep).ranked;
            ranked.into_iter().map(|(score, place)| (self.city_at(place).id, score)).collect()
        };
        Ok((0..self.len()).into_par_iter().map(list).collect())
    }
}
