//! The brake on guessing passwords: waits that double with each failure, for each account and each client. Pure and in memory: the time is a parameter,
//! nothing is stored, and several nodes brake each on their own. Knows no passwords and no HTTP.

mod gate;
mod ladder;
mod table;

pub use gate::{Attempt, RetryAfter, Throttle, ThrottlePolicy};
pub use ladder::Ladder;
