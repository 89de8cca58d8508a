//! Who may try a password now, and who must wait. Knows no passwords and nothing of whether an account exists: unknown addresses are braked alike.
//!
//! Each attempt counts as failed from its beginning, so that a thousand at once are not all let through before the first has failed; success takes it
//! back. Three counts are kept:
//!
//! - *client*: failures from one network address against all accounts (for IPv6 the /64, which one household or server holds whole);
//! - *account*: failures against one account from all networks that are strange to it;
//! - *familiar*: failures against one account from a network from which its owner has signed in before.
//!
//! Whoever attacks an account from elsewhere makes strangers wait, and never more than the ladder's longest wait at a time; its owner, on a familiar
//! network, is held up only by failures from that network. So nobody is locked out for good by others. Memory is bounded; what is remembered ends with
//! the process.

use std::net::{IpAddr, Ipv6Addr};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

use super::ladder::Ladder;
use super::table::{Failures, Table};

/// The waits, and how much is remembered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ThrottlePolicy {
    /// For one client network against all accounts.
    pub client: Ladder,
    /// For one account, from strange networks together, and from each familiar one.
    pub account: Ladder,
    /// How many keys each of the three tables remembers. A key takes about 250 bytes.
    pub capacity: usize,
    /// How long a network stays familiar after its last sign-in.
    pub familiar_for: Duration,
}

impl Default for ThrottlePolicy {
    /// Ten free failures an account and thirty a client (an office shares one address), then 1 s, 2 s, 4 s … 15 minutes: about a hundred guesses a day.
    fn default() -> Self {
        let account = Ladder {
            free: 10,
            first: Duration::from_secs(1),
            longest: Duration::from_secs(15 * 60),
            forget_after: Duration::from_secs(24 * 3_600),
        };
        let client = Ladder { free: 30, forget_after: Duration::from_secs(3_600), ..account };
        Self { client, account, capacity: 20_000, familiar_for: Duration::from_secs(30 * 24 * 3_600) }
    }
}

/// Too many failures: wait so long, then try again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("too many failed sign-ins: try again in {} seconds", self.seconds())]
pub struct RetryAfter(pub Duration);

impl RetryAfter {
    /// Whole seconds, rounded up, at least 1: the value of the `Retry-After` field.
    pub fn seconds(self) -> u64 {
        (self.0.as_secs() + u64::from(self.0.subsec_nanos() > 0)).max(1)
    }
}

/// An attempt that was let through. It counts as failed unless it is given to [`Throttle::succeeded`] or [`Throttle::cancelled`].
#[derive(Debug)]
#[must_use = "an attempt counts as failed until its success is reported"]
pub struct Attempt {
    account: Account,
    client: Network,
    counted: Place,
}

/// Where the attempt was counted.
#[derive(Debug, Clone, Copy)]
enum Place {
    Familiar(Counted),
    Strange { account: Counted, client: Counted },
}

/// One count: what stood there before, and what the attempt made of it.
#[derive(Debug, Clone, Copy)]
struct Counted {
    before: Option<Failures>,
    after: Failures,
}

/// The first half of the SHA-256 of an address as people write it: the same for `Ana@Cebu.PH ` and `ana@cebu.ph`, however long it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Account([u8; 16]);

/// An IPv4 address, or the /64 of an IPv6 one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Network(IpAddr);

/// Failed sign-ins, and who must wait for them. Put it behind a mutex; no call takes longer than a few microseconds.
#[derive(Debug)]
pub struct Throttle {
    policy: ThrottlePolicy,
    clients: Table<Network>,
    accounts: Table<Account>,
    familiar: Table<(Account, Network)>,
}

impl Throttle {
    /// A brake that remembers nothing yet.
    pub fn new(policy: ThrottlePolicy) -> Self {
        Self {
            policy,
            clients: Table::new(policy.capacity, policy.client.forget_after),
            accounts: Table::new(policy.capacity, policy.account.forget_after),
            familiar: Table::new(policy.capacity, policy.familiar_for),
        }
    }

    /// Asks to try a password for the account that somebody at `client` named. Call it before the account is looked up and before anything is hashed.
    ///
    /// # Errors
    /// How long to wait. Asking while waiting costs nothing and does not lengthen the wait.
    pub fn begin(&mut self, account: &str, client: IpAddr, now: DateTime<Utc>) -> Result<Attempt, RetryAfter> {
        let (account, client) = (Account::of(account), Network::of(client));
        let counted = match self.familiar.get(&(account, client), now) {
            Some(failures) => self.begin_familiar((account, client), failures, now)?,
            None => self.begin_strange(account, client, now)?,
        };
        Ok(Attempt { account, client, counted })
    }

    fn begin_familiar(&mut self, pair: (Account, Network), failures: Failures, now: DateTime<Utc>) -> Result<Place, RetryAfter> {
        check(&self.policy.account, Some(failures), now)?;
        Ok(Place::Familiar(count(&mut self.familiar, pair, &self.policy.account, now)))
    }

    fn begin_strange(&mut self, account: Account, client: Network, now: DateTime<Utc>) -> Result<Place, RetryAfter> {
        let by_account = check(&self.policy.account, self.accounts.get(&account, now), now);
        let by_client = check(&self.policy.client, self.clients.get(&client, now), now);
        if let Some(longest) = [by_account, by_client].into_iter().filter_map(Result::err).max_by_key(|wait| wait.0) {
            return Err(longest);
        }
        let by_account = count(&mut self.accounts, account, &self.policy.account, now);
        let by_client = count(&mut self.clients, client, &self.policy.client, now);
        Ok(Place::Strange { account: by_account, client: by_client })
    }

    /// The password was right. The network is familiar from now on and its failures against the account are forgotten; when it was a stranger's, those of
    /// all strangers are too. What stays: strangers' failures when the owner signs in from a familiar network, or each of its sign-ins would give an
    /// attacker new free guesses; and the client's failures against other accounts, or somebody with one account could guess at all others.
    #[expect(clippy::needless_pass_by_value, reason = "an attempt is reported once")]
    pub fn succeeded(&mut self, attempt: Attempt, now: DateTime<Utc>) {
        let Attempt { account, client, counted } = attempt;
        if let Place::Strange { client: by_client, .. } = counted {
            take_back(&mut self.clients, client, by_client, now);
            self.accounts.restore(account, None);
        }
        self.familiar.set((account, client), 0, now);
    }

    /// Nothing was compared, for instance because the hashing queue was full: the attempt counts neither way.
    #[expect(clippy::needless_pass_by_value, reason = "an attempt is reported once")]
    pub fn cancelled(&mut self, attempt: Attempt, now: DateTime<Utc>) {
        let Attempt { account, client, counted } = attempt;
        match counted {
            Place::Familiar(pair) => take_back(&mut self.familiar, (account, client), pair, now),
            Place::Strange { account: by_account, client: by_client } => {
                take_back(&mut self.accounts, account, by_account, now);
                take_back(&mut self.clients, client, by_client, now);
            }
        }
    }

    /// Forgets all failures against an account, for an administrator who helps its owner. Networks stay familiar.
    pub fn release(&mut self, account: &str) {
        self.accounts.restore(Account::of(account), None);
    }
}

/// How long to wait after the last failure.
fn check(ladder: &Ladder, failures: Option<Failures>, now: DateTime<Utc>) -> Result<(), RetryAfter> {
    let Some(failures) = failures else { return Ok(()) };
    let wait = ladder.wait(recent_count(ladder, failures, now));
    let until = failures.last + TimeDelta::from_std(wait).unwrap_or(TimeDelta::MAX);
    match (until - now).to_std() {
        // When the clock is set back the wait must not grow.
        Ok(rest) if !rest.is_zero() => Err(RetryAfter(rest.min(wait))),
        Ok(_) | Err(_) => Ok(()),
    }
}

/// The failures that the ladder still remembers: a familiar network is remembered longer than its failures.
fn recent_count(ladder: &Ladder, failures: Failures, now: DateTime<Utc>) -> u32 {
    let is_old = (now - failures.last).to_std().is_ok_and(|age| age >= ladder.forget_after);
    if is_old { 0 } else { failures.count }
}

fn count<K: Copy + Eq + std::hash::Hash + Ord>(table: &mut Table<K>, key: K, ladder: &Ladder, now: DateTime<Utc>) -> Counted {
    let before = table.get(&key, now);
    let after = Failures { count: before.map_or(0, |failures| recent_count(ladder, failures, now)).saturating_add(1), last: now };
    table.set(key, after.count, now);
    Counted { before, after }
}

/// Undoes a count. Where others have been counted since, theirs stay.
fn take_back<K: Copy + Eq + std::hash::Hash + Ord>(table: &mut Table<K>, key: K, counted: Counted, now: DateTime<Utc>) {
    match table.get(&key, now) {
        Some(failures) if failures == counted.after => table.restore(key, counted.before),
        Some(failures) => table.restore(key, Some(Failures { count: failures.count.saturating_sub(1), ..failures })),
        None => {}
    }
}

impl Account {
    fn of(address: &str) -> Self {
        let folded: String = address.trim().nfkc().flat_map(char::to_lowercase).collect();
        let digest: [u8; 32] = Sha256::digest(folded.as_bytes()).into();
        let mut half = [0; 16];
        half.copy_from_slice(&digest[..16]);
        Self(half)
    }
}

impl Network {
    fn of(address: IpAddr) -> Self {
        match address.to_canonical() {
            IpAddr::V4(v4) => Self(v4.into()),
            IpAddr::V6(v6) => Self(Ipv6Addr::from_bits(v6.to_bits() >> 64 << 64).into()),
        }
    }
}

#[cfg(test)]
#[path = "gate_tests.rs"]
mod tests;
