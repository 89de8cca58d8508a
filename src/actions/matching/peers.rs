//! Peer groups and the map of likeness for callers, kept for as long as the data stays as it is.
//!
//! Groups take a second or two and change only with the snapshot, so what was made of a snapshot is kept until there is another one. Two who
//! ask at the same time wait for one computation.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use crate::actions::error::{Error, invalid};
use crate::matching::clusters::{BadWish, Grouping, LikenessMap, Wish, likeness};
use crate::matching::engine::Engine;

/// Wishes that are kept of one snapshot; of more the oldest goes.
const KEPT: usize = 8;

/// The groups of a snapshot and the map they stand on.
#[derive(Debug)]
pub struct Peers {
    /// The snapshot that was grouped.
    pub engine: Engine,
    /// The groups, able to place further cities.
    pub grouping: Grouping,
    /// The map.
    pub map: LikenessMap,
}

type Made = Arc<OnceLock<Result<Arc<Peers>, BadWish>>>;

/// What was made of the newest snapshot that was asked about.
#[derive(Default)]
struct Shelf {
    snapshot: String,
    made: Vec<(Wish, Made)>,
}

/// Makes groups once for each snapshot and wish.
#[derive(Default)]
pub struct PeerRoom {
    shelf: Mutex<Shelf>,
}

impl PeerRoom {
    /// The peer groups of an engine. Takes a second or two where nobody has asked before: call it away from threads that serve, and
    /// without a connection to the database in hand.
    ///
    /// # Errors
    /// `Invalid` where so many groups cannot be made.
    pub fn peers(&self, engine: &Engine, wish: Wish) -> Result<Arc<Peers>, Error> {
        let made = self.place(engine.snapshot_hash(), wish);
        let found = made.get_or_init(|| {
            let grouping = Grouping::of(engine, wish)?;
            let map = likeness::map(engine, &grouping);
            Ok(Arc::new(Peers { engine: engine.clone(), grouping, map }))
        });
        found.clone().map_err(|bad| invalid("groups", bad.to_string()))
    }

    /// Where the answer is, or will be. The lock is not held while it is made.
    fn place(&self, snapshot: &str, wish: Wish) -> Made {
        let mut shelf = self.shelf.lock().unwrap_or_else(PoisonError::into_inner);
        if shelf.snapshot != snapshot {
            *shelf = Shelf { snapshot: snapshot.to_owned(), made: Vec::new() };
        }
        if let Some((_, made)) = shelf.made.iter().find(|(known, _)| *known == wish) {
            return Arc::clone(made);
        }
        if shelf.made.len() >= KEPT {
            shelf.made.remove(0);
        }
        let made = Made::default();
        shelf.made.push((wish, Arc::clone(&made)));
        made
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::facts::CityFacts;
    use crate::matching::samples::{engine, port};

    fn room_of(count: u128) -> Engine {
        engine((1..=count).map(|n| CityFacts { population: Some(1e5 * n as f64), ..port(n, "ID") }).collect())
    }

    #[test]
    fn groups_are_made_once_for_a_snapshot_and_anew_for_the_next() {
        let (room, first, second) = (PeerRoom::default(), room_of(7), room_of(8));
        let wish = Wish { groups: Some(2) };
        let made = room.peers(&first, wish).unwrap();
        assert!(Arc::ptr_eq(&made, &room.peers(&first, wish).unwrap()));
        let next = room.peers(&second, wish).unwrap();
        assert_ne!(next.map.points.len(), made.map.points.len());
        assert!(!Arc::ptr_eq(&made, &room.peers(&first, wish).unwrap()), "what is past is not kept");
    }

    #[test]
    fn an_impossible_wish_is_refused_each_time_with_the_way_out() {
        let room = PeerRoom::default();
        let engine = room_of(7);
        for _ in 0..2 {
            let refused = room.peers(&engine, Wish { groups: Some(50) }).map(|_| ()).unwrap_err();
            assert!(matches!(refused, Error::Invalid(_)), "{refused}");
        }
    }

    #[test]
    fn a_shelf_of_wishes_does_not_grow_without_end() {
        let (room, engine) = (PeerRoom::default(), room_of(2));
        for groups in 0..40 {
            let _refused = room.peers(&engine, Wish { groups: Some(groups) });
        }
        assert!(room.shelf.lock().unwrap().made.len() <= KEPT);
    }
}
