//! How long to wait after so many failures. Knows no accounts and no clock.

use std::time::Duration;

/// Waits that double: none after fewer than `free` failures, `first` after `free`, twice that after one more, never more than `longest`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ladder {
    /// Failures that cost nothing; at least 1.
    pub free: u32,
    /// The first wait.
    pub first: Duration,
    /// The longest wait, which is also the longest that an owner is kept out by others.
    pub longest: Duration,
    /// After so long without a failure all failures are forgotten.
    pub forget_after: Duration,
}

impl Ladder {
    /// The wait after the last of so many failures: `first · 2^(failures − free)`, at most `longest`.
    pub fn wait(&self, failures: u32) -> Duration {
        match failures.checked_sub(self.free.max(1)) {
            None => Duration::ZERO,
            Some(doublings) => 2_u32
                .checked_pow(doublings)
                .and_then(|factor| self.first.checked_mul(factor))
                .map_or(self.longest, |wait| wait.min(self.longest)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_from_the_first_to_the_longest() {
        let ladder =
            Ladder { free: 3, first: Duration::from_secs(1), longest: Duration::from_secs(10), forget_after: Duration::from_secs(60) };
        let waits: Vec<u64> = (0..9).map(|failures| ladder.wait(failures).as_secs()).collect();
        assert_eq!(waits, [0, 0, 0, 1, 2, 4, 8, 10, 10]);
        assert_eq!(ladder.wait(u32::MAX), ladder.longest);
    }
}
