//! Every city's list at once: for rounds, evaluation and whatever else asks for all pairs. Neither time nor memory is spent on what no list
//! holds: time grows with the square of the number of cities, memory with the number of cities times the length of the lists.
//!
//! A panel of cities passes over the blocks of all. For a symmetric kind each pair is computed once, for both lists: a panel passes over its
//! own blocks and those after them, and gives the cities there what reaches their lists. How high that is, it reads from time to time;
//! another panel may raise it meanwhile, and then a list is offered more than it needs. Which threads take which panels so changes what the
//! lists go through, and nothing of what they hold in the end.

use std::ops::Range;
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

/// Cities that ask side by side: so many that the rows of the others are seldom fetched from afar, so few that their own coefficients stay
/// near, and whole blocks.
pub(super) const PANEL: usize = 4 * BLOCK;
/// Blocks between two looks at the lists: as many as have lists that stay near.
const STRETCH: usize = 32;

fn panels(cities: usize) -> Vec<Range<usize>> {
    (0..cities).step_by(PANEL).map(|first| first..(first + PANEL).min(cities)).collect()
}

fn one_way(ranking: &Ranking<'_>, cities: usize, keep: usize) -> Vec<Ranked> {
    panels(cities).into_par_iter().flat_map_iter(|places| ranking.best_of_each(places, keep)).collect()
}

fn both_ways(ranking: &Ranking<'_>, cities: usize, keep: usize) -> Vec<Ranked> {
    let lists = Lists::new(ranking, cities, keep);
    panels(cities).into_par_iter().for_each(|places| Panel::new(ranking, places, &lists).pass(ranking, &lists));
    let lists = lists.0.into_inner().unwrap_or_else(PoisonError::into_inner);
    let mute: Vec<usize> = (0..cities).filter(|place| !ranking.has_probe(*place)).collect();
    let ranked = |(asker, list): (usize, Shortlist)| ranking.best_of(asker, keep, places(ranking, asker, list, &mute)).ranked;
    lists.into_par_iter().enumerate().map(ranked).collect()
}

/// Who may be on a city's list. `mute` are those of whom single precision can say nothing: they have not asked, and so they have nothing on
/// their lists and are not yet on the lists of the panels after theirs.
fn places(ranking: &Ranking<'_>, asker: usize, list: Shortlist, mute: &[usize]) -> [Vec<usize>; 2] {
    if mute.binary_search(&asker).is_ok() {
        return ranking.everyone();
    }
    let [sure, mut others] = list.into_places();
    let own_panel = asker - asker % PANEL;
    others.extend(mute.iter().take_while(|place| **place < own_panel));
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

    /// What reaches the lists of so many blocks from a city on.
    fn floors(&self, first: usize, blocks: usize) -> Vec<Lanes> {
        let lists = self.locked();
        lists[first..].chunks(BLOCK).take(blocks).map(floors_of).collect()
    }

    fn take(&self, given: &mut Vec<Given>) {
        let mut lists = self.locked();
        for Given { to, score, asker } in given.drain(..) {
            lists[to as usize].offer(score, asker);
        }
    }

    fn absorb(&self, members: Vec<Member>) {
        let mut lists = self.locked();
        for member in members {
            lists[member.asker].absorb(member.list);
        }
    }
}

/// What reaches the list of each city of a block. Nothing reaches the lanes after the last city.
fn floors_of(lists: &[Shortlist]) -> Lanes {
    let mut floors = UNREACHED;
    for (floor, list) in floors.iter_mut().zip(lists) {
        *floor = list.floor();
    }
    floors
}

/// For another's list.
struct Given {
    to: u32,
    score: f32,
    asker: u32,
}

/// One city of a panel.
struct Member {
    asker: usize,
    apart: Vec<usize>,
    list: Shortlist,
}

/// The cities of a few blocks, asking.
struct Panel {
    places: Range<usize>,
    members: Vec<Member>,
    groups: Vec<Group>,
    given: Vec<Given>,
}

impl Panel {
    fn new(ranking: &Ranking<'_>, places: Range<usize>, lists: &Lists) -> Panel {
        let fresh: Vec<Shortlist> = lists.locked()[places.clone()].iter().map(Shortlist::beside).collect();
        let mut asking = Vec::new();
        for (asker, list) in places.clone().zip(fresh) {
            if let Some(probe) = ranking.probe(Seat::First, asker) {
                asking.push((probe, Member { asker, apart: ranking.apart(asker, asker), list }));
            }
        }
        // Those who have stated priorities side by side: the other groups need not weigh any.
        asking.sort_by_key(|(probe, _)| probe.sums[0].terms.is_empty());
        let (probes, members): (Vec<_>, Vec<_>) = asking.into_iter().unzip();
        Panel { places, members, groups: Group::all(probes), given: Vec::new() }
    }

    fn pass(mut self, ranking: &Ranking<'_>, lists: &Lists) {
        let mut scratch = Scratch::default();
        let blocks: Vec<(usize, &Block)> = ranking.blocks().skip(self.places.start / BLOCK).collect();
        for stretch in blocks.chunks(STRETCH) {
            let floors = lists.floors(stretch[0].0, stretch.len());
            for ((first, block), floors) in stretch.iter().zip(&floors) {
                self.pass_over((*first, block), floors, &mut scratch);
            }
            lists.take(&mut self.given);
        }
        lists.absorb(self.members);
    }

    fn pass_over(&mut self, (first, block): (usize, &Block), floors: &Lanes, scratch: &mut Scratch) {
        // In its own panel each of two cities asks for itself.
        let is_own = first < self.places.end;
        let floors = if is_own { &UNREACHED } else { floors };
        for (group, members) in self.groups.iter().zip(self.members.chunks_mut(FEW)) {
            let mut limits = [Limits::NONE; FEW];
            for (limits, member) in limits.iter_mut().zip(&*members) {
                *limits = Limits { floor: member.list.floor(), ceiling: f32::MAX };
            }
            let tallies: [Tally; FEW] = approximate(group, block, (&limits, floors), scratch);
            for ((member, scores), tally) in members.iter_mut().zip(&mut scratch.scores).zip(tallies) {
                let tally = set_apart(&member.apart, first, scores, tally);
                member.list.take(first, scores, tally);
                if !is_own {
                    let given = |lane| Given { to: (first + lane) as u32, score: scores[lane], asker: member.asker as u32 };
                    self.given.extend(lanes(tally.given).map(given));
                }
            }
        }
    }
}
