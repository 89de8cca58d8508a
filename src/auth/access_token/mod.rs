//! Access tokens: short-lived JWTs that say which user acts in which session. They carry no role: what somebody may do is read from the database at
//! every call. Knows no database; whether the session still stands is for the caller to ask.

mod claims;
mod object;
mod realm;
mod sign;
mod verify;

#[cfg(test)]
mod forge;
#[cfg(test)]
mod hostile_claims;
#[cfg(test)]
mod hostile_headers;
#[cfg(test)]
mod vectors;

pub use claims::{Claims, LIFE_SECONDS};
pub use realm::Realm;
pub use sign::{SignError, sign};
pub use verify::{LEEWAY_SECONDS, MAX_TOKEN_BYTES, TokenError, verify};
