//! The Ed25519 keys that sign access tokens: read from a directory, held in memory, published without their private parts. Knows nothing of what is
//! signed with them.
//!
//! A directory holds `<kid>.pem` for each key and the text file `active`, which names the one that signs. All others verify only, so that a key can be
//! changed without a signed-in person noticing: [`add_key`] publishes the next key, [`set_active`] lets it sign once every verifier has had the time to
//! learn it, and the file of the retired one is deleted after the last of its tokens has expired.

mod directory;
mod error;
mod kid;
mod ring;

pub use directory::{ACTIVE_FILE, add_key, create, load, open_or_create, set_active};
pub use error::KeyError;
pub use kid::{BadKid, Kid};
pub use ring::{Jwk, Jwks, KeyRing};
