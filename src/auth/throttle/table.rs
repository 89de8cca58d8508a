//! Failures by key, in bounded memory. Knows nothing of what a key stands for.

use std::collections::{BTreeSet, HashMap};
use std::hash::Hash;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

/// Failures of at most `capacity` keys. Forgotten ones leave first; then the key with the fewest failures, of these the one that failed longest ago:
/// whoever floods the table with new keys pushes out the flood, not the accounts under attack.
#[derive(Debug)]
pub(super) struct Table<K> {
    entries: HashMap<K, Failures>,
    by_weight: BTreeSet<(Failures, K)>,
    by_time: BTreeSet<(DateTime<Utc>, K)>,
    capacity: usize,
    forget_after: TimeDelta,
}

/// How often a key failed, and when last. Ordered by how easily it may be forgotten.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Failures {
    pub(super) count: u32,
    pub(super) last: DateTime<Utc>,
}

impl<K: Copy + Eq + Hash + Ord> Table<K> {
    pub(super) fn new(capacity: usize, forget_after: Duration) -> Self {
        let forget_after = TimeDelta::from_std(forget_after).unwrap_or(TimeDelta::MAX);
        Self { entries: HashMap::new(), by_weight: BTreeSet::new(), by_time: BTreeSet::new(), capacity: capacity.max(1), forget_after }
    }

    /// What is remembered of a key.
    pub(super) fn get(&self, key: &K, now: DateTime<Utc>) -> Option<Failures> {
        self.entries.get(key).copied().filter(|failures| !self.is_forgotten(failures.last, now))
    }

    /// Sets the count of a key, seen now.
    pub(super) fn set(&mut self, key: K, count: u32, now: DateTime<Utc>) {
        self.restore(key, Some(Failures { count, last: now }));
        self.forget(now, &key);
    }

    /// Puts back what was there before.
    pub(super) fn restore(&mut self, key: K, failures: Option<Failures>) {
        if let Some(old) = self.entries.remove(&key) {
            self.by_weight.remove(&(old, key));
            self.by_time.remove(&(old.last, key));
        }
        if let Some(new) = failures {
            self.entries.insert(key, new);
            self.by_weight.insert((new, key));
            self.by_time.insert((new.last, key));
        }
    }

    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        assert!(self.entries.len() == self.by_weight.len() && self.entries.len() == self.by_time.len(), "the three views agree");
        self.entries.len()
    }

    fn is_forgotten(&self, last: DateTime<Utc>, now: DateTime<Utc>) -> bool {
        now - last >= self.forget_after
    }

    fn forget(&mut self, now: DateTime<Utc>, newest: &K) {
        while let Some((last, key)) = self.by_time.first().copied()
            && self.is_forgotten(last, now)
        {
            self.restore(key, None);
        }
        while self.entries.len() > self.capacity
            && let Some((_, lightest)) = self.by_weight.iter().find(|(_, key)| key != newest).copied()
        {
            self.restore(lightest, None);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_795_305_600 + seconds, 0).unwrap()
    }

    fn table() -> Table<u32> {
        Table::new(3, Duration::from_secs(100))
    }

    #[test]
    fn a_flood_of_new_keys_pushes_out_the_flood() {
        let mut table = table();
        table.set(1, 7, at(0));
        (100..200).for_each(|key| table.set(key, 1, at(i64::from(key) - 100)));
        assert_eq!(table.len(), 3);
        assert_eq!(table.get(&1, at(99)).unwrap().count, 7);
        assert!(table.get(&199, at(99)).is_some() && table.get(&198, at(99)).is_some(), "the newest of the flood");
    }

    #[test]
    fn a_full_table_still_takes_a_new_key() {
        let mut table = table();
        (1..=3).for_each(|key| table.set(key, 9, at(0)));
        table.set(4, 1, at(1));
        assert_eq!((table.get(&4, at(1)).map(|f| f.count), table.len()), (Some(1), 3));
    }

    #[test]
    fn what_was_forgotten_makes_room_even_when_it_was_heavy() {
        let mut table = table();
        (1..=3).for_each(|key| table.set(key, 9, at(0)));
        assert!(table.get(&1, at(99)).is_some() && table.get(&1, at(100)).is_none());
        (4..=5).for_each(|key| table.set(key, 1, at(100)));
        assert_eq!(table.len(), 2);
    }
}
