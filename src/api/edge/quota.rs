//! How many requests a caller may make, and what the answer says about it.
//!
//! A caller is whoever can be told apart: a person, a portal, or else an address on the network. Each has a bucket of as many requests as a
//! minute allows, which fills again evenly (the generic cell rate algorithm). The fields are those of draft-ietf-httpapi-ratelimit-headers-11,
//! which may still move: nothing outside of this file knows them. Each node counts for itself.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use actix_web::http::header::{HeaderMap, HeaderName, HeaderValue};
use governor::clock::{Clock, DefaultClock};
use governor::middleware::StateInformationMiddleware;
use governor::state::keyed::DashMapStateStore;
use governor::{Quota, RateLimiter};
use uuid::Uuid;

use super::problem::Problem;

/// The span that a quota is for.
const WINDOW_SECONDS: u64 = 60;
/// After so many requests, callers whose buckets are full again are forgotten.
const FORGET_AFTER: u32 = 4_096;

const POLICY: HeaderName = HeaderName::from_static("ratelimit-policy");
const STANDING: HeaderName = HeaderName::from_static("ratelimit");

/// Requests a minute, for those who have no quota of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuotaSettings {
    /// For an address from which nobody has signed in.
    pub address: NonZeroU32,
    /// For a person who has signed in.
    pub person: NonZeroU32,
}

impl Default for QuotaSettings {
    fn default() -> Self {
        let per_minute = |count| NonZeroU32::new(count).unwrap_or(NonZeroU32::MIN);
        Self { address: per_minute(120), person: per_minute(600) }
    }
}

/// Who makes a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Payer {
    /// Somebody at this address. Of IPv6 the first 64 bits count, which is what one household or office gets.
    Address(IpAddr),
    /// A person who has signed in.
    Person(Uuid),
    /// A portal with its key.
    Portal(Uuid),
}

impl Payer {
    /// Whoever calls from an address.
    pub fn at(address: IpAddr) -> Self {
        Payer::Address(match address {
            IpAddr::V4(_) => address,
            IpAddr::V6(address) => {
                let [a, b, c, d, ..] = address.segments();
                IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
            }
        })
    }
}

/// What a caller has left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Requests a minute.
    pub quota: u32,
    /// Requests that could be made at once.
    pub remaining: u32,
    /// Seconds until there are as many as the quota again; where nothing is left, until the refused request could be made.
    pub seconds: u64,
}

impl Standing {
    /// Writes the fields into an answer.
    pub fn write(&self, fields: &mut HeaderMap) {
        let policy = format!("\"default\";q={};w={WINDOW_SECONDS}", self.quota);
        let standing = format!("\"default\";r={};t={}", self.remaining, self.seconds);
        for (name, text) in [(POLICY, policy), (STANDING, standing)] {
            if let Ok(value) = HeaderValue::try_from(text) {
                fields.insert(name, value);
            }
        }
    }
}

/// A request that came too early, with what is to be said about it.
#[derive(Debug)]
pub struct TooMany(pub Standing);

impl TooMany {
    /// The answer.
    pub fn problem(&self) -> Problem {
        let detail = format!("{} requests a minute are answered. Try again in {} seconds.", self.0.quota, self.0.seconds);
        Problem::too_many_requests(detail, Duration::from_secs(self.0.seconds))
    }
}

type Buckets = RateLimiter<Payer, DashMapStateStore<Payer>, DefaultClock, StateInformationMiddleware>;

/// The buckets of all callers, by the size of their quota.
#[derive(Default)]
pub struct Quotas {
    settings: QuotaSettings,
    by_size: RwLock<BTreeMap<NonZeroU32, Arc<Buckets>>>,
    since_forgotten: AtomicU32,
}

impl std::fmt::Debug for Quotas {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Quotas").field("settings", &self.settings).finish_non_exhaustive()
    }
}

impl Quotas {
    /// Full buckets for everybody.
    pub fn new(settings: QuotaSettings) -> Self {
        Self { settings, ..Self::default() }
    }

    /// The quotas of those who have none of their own.
    pub fn settings(&self) -> QuotaSettings {
        self.settings
    }

    /// Takes `cost` requests from a caller's bucket of `quota` requests; a request that costs more than the whole bucket costs the bucket.
    ///
    /// # Errors
    /// `TooMany` where there are not so many, and then nothing is taken.
    pub fn pay(&self, payer: Payer, quota: NonZeroU32, cost: NonZeroU32) -> Result<Standing, TooMany> {
        let buckets = self.of_size(quota);
        self.forget(&buckets);
        let standing = |remaining: u32, seconds: u64| Standing { quota: quota.get(), remaining, seconds };
        match buckets.check_key_n(&payer, cost.min(quota)) {
            Ok(Ok(state)) => {
                let remaining = state.remaining_burst_capacity();
                let missing = u64::from(quota.get().saturating_sub(remaining));
                Ok(standing(remaining, (missing * WINDOW_SECONDS).div_ceil(u64::from(quota.get()))))
            }
            Ok(Err(too_early)) => {
                let wait = too_early.wait_time_from(DefaultClock::default().now());
                Err(TooMany(standing(0, wait.as_secs() + u64::from(wait.subsec_nanos() > 0).max(u64::from(wait.is_zero())))))
            }
            // The cost is at most the quota, which is the size of the bucket.
            Err(_larger_than_the_bucket) => Err(TooMany(standing(0, WINDOW_SECONDS))),
        }
    }

    fn of_size(&self, quota: NonZeroU32) -> Arc<Buckets> {
        if let Some(known) = self.by_size.read().unwrap_or_else(PoisonError::into_inner).get(&quota) {
            return Arc::clone(known);
        }
        let mut by_size = self.by_size.write().unwrap_or_else(PoisonError::into_inner);
        let new = || Arc::new(RateLimiter::dashmap(Quota::per_minute(quota)).with_middleware());
        Arc::clone(by_size.entry(quota).or_insert_with(new))
    }

    /// Addresses are many: those whose bucket is full again need no place.
    fn forget(&self, buckets: &Buckets) {
        if self.since_forgotten.fetch_add(1, Ordering::Relaxed) >= FORGET_AFTER {
            self.since_forgotten.store(0, Ordering::Relaxed);
            buckets.retain_recent();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: NonZeroU32 = NonZeroU32::MIN;

    fn of(count: u32) -> NonZeroU32 {
        NonZeroU32::new(count).unwrap()
    }

    fn someone(last: u8) -> Payer {
        Payer::at(IpAddr::from([203, 0, 113, last]))
    }

    #[test]
    fn a_burst_of_one_too_many_is_refused_once_and_what_is_left_falls_by_one_each_time() {
        let quotas = Quotas::new(QuotaSettings::default());
        let left: Vec<Option<u32>> = (0..6).map(|_| quotas.pay(someone(1), of(5), ONE).ok().map(|standing| standing.remaining)).collect();
        assert_eq!(left, [Some(4), Some(3), Some(2), Some(1), Some(0), None]);
        assert!(quotas.pay(someone(2), of(5), ONE).is_ok(), "somebody else is not concerned");
        let TooMany(standing) = quotas.pay(someone(1), of(5), ONE).unwrap_err();
        assert_eq!((standing.quota, standing.remaining), (5, 0));
        assert!((1..=12).contains(&standing.seconds), "a fifth of a minute at the most: {}", standing.seconds);
    }

    #[test]
    fn what_costs_more_takes_more_and_what_cannot_be_paid_takes_nothing() {
        let quotas = Quotas::new(QuotaSettings::default());
        assert_eq!(quotas.pay(someone(1), of(7), of(5)).unwrap().remaining, 2);
        assert!(quotas.pay(someone(1), of(7), of(5)).is_err());
        assert_eq!(quotas.pay(someone(1), of(7), of(2)).unwrap().remaining, 0, "the refused request took nothing");
        assert_eq!(quotas.pay(someone(2), of(3), of(5)).unwrap().remaining, 0, "at most the whole bucket");
    }

    #[test]
    fn one_household_is_one_caller_however_many_addresses_it_has() {
        let at = |text: &str| Payer::at(text.parse().unwrap());
        assert_eq!(at("2001:db8:1:2::7"), at("2001:db8:1:2:ffff::1"));
        assert_ne!(at("2001:db8:1:2::7"), at("2001:db8:1:3::7"));
        assert_ne!(at("203.0.113.7"), at("203.0.113.8"));
    }

    #[test]
    fn the_fields_are_structured_as_the_draft_says() {
        let mut fields = HeaderMap::new();
        Standing { quota: 100, remaining: 42, seconds: 30 }.write(&mut fields);
        let shown = |name| fields.get(name).and_then(|value| value.to_str().ok());
        assert_eq!(shown("ratelimit-policy"), Some("\"default\";q=100;w=60"));
        assert_eq!(shown("ratelimit"), Some("\"default\";r=42;t=30"));
    }

    #[test]
    fn callers_whose_bucket_is_full_again_are_forgotten() {
        let quotas = Quotas::new(QuotaSettings::default());
        // A bucket of this size is full again within microseconds.
        let large = of(u32::MAX);
        for n in 0..=FORGET_AFTER {
            quotas.pay(Payer::at(IpAddr::from(n.to_be_bytes())), large, ONE).unwrap();
        }
        quotas.pay(someone(1), large, ONE).unwrap();
        assert!(quotas.of_size(large).len() < FORGET_AFTER as usize / 2, "{}", quotas.of_size(large).len());
    }
}
