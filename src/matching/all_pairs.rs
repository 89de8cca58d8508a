//! Every city's list at once: for rounds, evaluation and whatever else asks for all pairs. Neither time nor memory is spent on what no list
//! holds: time grows with the square of the number of cities, memory with the number of cities times the length of the lists.
//!
//! A panel of cities passes over the blocks of all. For a symmetric kind each pair is computed once, for both lists: a panel passes over its
//! own block and those after it, and gives the cities there what reaches their lists. How high that is, it reads once; another panel may
//! raise it meanwhile, and then a list is offered more than it needs. Which threads take which panels so changes what the lists go through,
//! and nothing of what they hold in the end.

use std::sync::{Mutex, MutexGuard, PoisonError};

use rayon::prelude::*;

use super::bulk::columns::{BLOCK, Block, Lanes};
use super::bulk::group::{FEW, Group};
use super::bulk::kernel::{Limits, Scratch, Tally, UNREACHED, approximate};
use super::bulk::shortlist::{Shortlist, lanes};
use super::engine::{Ask, Engine};
use super::error::MatchError;
use super::pass::set_apart;
use super::ranking::Ranking;
use super::rules::Seat;
use crate::domain::id::CityId;

/// Score and place, best first.
type Ranked = Vec<(f64, usize)>;

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
        let whole = if ask.kind.is_symmetric() { both_ways } else { one_way };
        let named = |ranked: Ranked| ranked.into_iter().map(|(score, place)| (self.city_at(place).id, score)).collect();
        Ok(whole(&ranking, self.len(), keep).into_iter().map(named).collect())
    }
}

fn panels(cities: usize) -> Vec<usize> {
    (0..cities).step_by(BLOCK).collect()
}

fn one_way(ranking: &Ranking<'_>, cities: usize, keep: usize) -> Vec<Ranked> {
    panels(cities).into_par_iter().flat_map_iter(|first| ranking.best_of_each(first..(first + BLOCK).min(cities), keep)).collect()
}

fn both_ways(ranking: &Ranking<'_>, cities: usize, keep: usize) -> Vec<Ranked> {
    let lists = Lists::new(ranking, cities, keep);
    panels(cities).into_par_iter().for_each(|first| {
        let mut panel = Panel::new(ranking, first, &lists);
        panel.pass(ranking);
        lists.take(panel);
    });
    let lists = lists.0.into_inner().unwrap_or_else(PoisonError::into_inner);
    let mute: Vec<usize> = (0..cities).filter(|place| !ranking.has_probe(*place)).collect();
    let ranked = |(asker, list): (usize, Shortlist)| ranking.best_of(asker, keep, places(ranking, asker, list, &mute)).ranked;
    lists.into_par_iter().enumerate().map(ranked).collect()
}

/// Who may be on a city's list. `mute` are those of whom single precision can say nothing: they have not asked, and so they have nothing on
/// their lists and are not yet on the lists of the blocks after theirs.
fn places(ranking: &Ranking<'_>, asker: usize, list: Shortlist, mute: &[usize]) -> [Vec<usize>; 2] {
    if mute.binary_search(&asker).is_ok() {
        return ranking.everyone();
    }
    let [sure, mut others] = list.into_places();
    let own_block = asker - asker % BLOCK;
    others.extend(mute.iter().take_while(|place| **place < own_block));
    [sure, others]
}

/// The lists of all cities.
struct Lists(Mutex<Vec<Shortlist>>);

impl Lists {
    fn new(ranking: &Ranking<'_>, cities: usize, keep: usize) -> Lists {
        Lists(Mutex::new(vec![Shortlist::new(keep, ranking.margin()); cities]))
    }

    fn locked(&self) -> MutexGuard<'_, Vec<Shortlist>> {
        // A list is whole after each offer, so one that a panicking thread has left is as good as any.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn take(&self, panel: Panel) {
        let mut lists = self.locked();
        for member in panel.members {
            lists[member.asker].absorb(member.list);
        }
        for (to, score, asker) in panel.given {
            lists[to as usize].offer(score, asker);
        }
    }
}

/// One city of a panel.
struct Member {
    asker: usize,
    apart: Vec<usize>,
    list: Shortlist,
}

/// The cities of one block, asking.
struct Panel {
    first: usize,
    members: Vec<Member>,
    groups: Vec<Group>,
    /// What reaches the list of each city from these on, by block, and the least of a block.
    floors: Vec<(Lanes, f32)>,
    /// For another's list: whose, the score, of whom.
    given: Vec<(u32, f32, u32)>,
}

/// Nothing reaches the lanes after the last city.
fn floors_of(lists: &[Shortlist]) -> (Lanes, f32) {
    let mut floors = UNREACHED;
    for (floor, list) in floors.iter_mut().zip(lists) {
        *floor = list.floor();
    }
    (floors, floors.into_iter().fold(f32::INFINITY, f32::min))
}

impl Panel {
    fn new(ranking: &Ranking<'_>, first: usize, lists: &Lists) -> Panel {
        let lists = lists.locked();
        // Only the blocks from its own on are passed over.
        let floors = lists[first..].chunks(BLOCK).map(floors_of).collect();
        let places = first..(first + BLOCK).min(lists.len());
        let fresh: Vec<Shortlist> = lists[places.clone()].iter().map(Shortlist::beside).collect();
        drop(lists);
        let mut panel = Panel { first, members: Vec::new(), groups: Vec::new(), floors, given: Vec::new() };
        let mut asking = Vec::new();
        for (asker, list) in places.zip(fresh) {
            if let Some(probe) = ranking.probe(Seat::First, asker) {
                asking.push((probe, Member { asker, apart: ranking.apart(asker, asker), list }));
            }
        }
        // Those who have stated priorities side by side: the other groups need not weigh any.
        asking.sort_by_key(|(probe, _)| probe.sums[0].terms.is_empty());
        let (probes, members): (Vec<_>, Vec<_>) = asking.into_iter().unzip();
        (panel.groups, panel.members) = (Group::all(probes), members);
        panel
    }

    fn pass(&mut self, ranking: &Ranking<'_>) {
        let mut scratch = Scratch::default();
        for (first, block) in ranking.blocks().skip(self.first / BLOCK) {
            self.pass_over(first, block, &mut scratch);
        }
    }

    fn pass_over(&mut self, first: usize, block: &Block, scratch: &mut Scratch) {
        let (floors, lowest) = &self.floors[(first - self.first) / BLOCK];
        for (group, members) in self.groups.iter().zip(self.members.chunks_mut(FEW)) {
            let mut limits = [Limits::NONE; FEW];
            for (limits, member) in limits.iter_mut().zip(&*members) {
                let floor = member.list.floor();
                *limits = Limits { least: floor.min(*lowest), floor, ceiling: f32::MAX };
            }
            let tallies: [Tally; FEW] = approximate(group, block, (&limits, floors), scratch);
            for ((member, scores), tally) in members.iter_mut().zip(&mut scratch.scores).zip(tallies) {
                let tally = set_apart(&member.apart, first, scores, tally);
                member.list.take(first, scores, tally);
                // In its own block each of two cities asks for itself.
                if first > self.first {
                    self.given.extend(lanes(tally.given).map(|lane| ((first + lane) as u32, scores[lane], member.asker as u32)));
                }
            }
        }
    }
}
