//! Who somebody is, proven: secrets from the operating system, signing keys, access and refresh tokens, passwords, portal keys, and the brake
//! on guessing.
//!
//! A leaf: it knows no database, no HTTP and no clock (the time is a parameter), and nothing of what a caller may do. Callers store hashes and
//! states, this module decides what they mean. Nothing here prints a secret: [`secret::Secret`] shows itself as `[secret]`.

pub mod access_token;
pub mod client_address;
pub mod identity;
pub mod keys;
pub mod password;
pub mod portal_key;
pub mod random;
pub mod refresh;
pub mod refresh_token;
pub mod secret;
pub mod throttle;
