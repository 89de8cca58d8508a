//! Passwords: what may be one, how it is kept (Argon2id) and how many are computed at once. Knows no accounts and no database.

mod common;
mod hasher;
mod policy;
mod predictable;
mod queue;

pub use hasher::{Hasher, HashingCost, PasswordError, Verdict};
pub use policy::{MAX_CHARS, MIN_CHARS, Owner, check};
pub use queue::{BUSY_RETRY_AFTER, HashingQueue, QUEUE_PLACES, QueueError};
