//! What can be wrong with signing keys, each in one line that names the file and the way out.

use std::io;
use std::path::PathBuf;

use super::kid::{BadKid, Kid};
use crate::auth::random::RandomError;

/// Why the signing keys cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// A file or directory cannot be read or written.
    #[error("{path}: {source}; signing keys must be readable and the directory writable by this user only")]
    Io {
        /// The file or directory.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// No key file at all.
    #[error("{0} holds no <name>.pem: put an Ed25519 key in PKCS#8 PEM form there, or name an empty directory to have one made")]
    NoKeys(PathBuf),
    /// `create` would overwrite.
    #[error("{0} is not empty: a fresh key directory is made only where nothing is lost")]
    NotEmpty(PathBuf),
    /// The file that names the signing key is missing.
    #[error("{0} is missing: write into it the name of the key that signs, which is its file's name without .pem")]
    NoActive(PathBuf),
    /// The file that names the signing key names none of the keys.
    #[error("the active key '{active}' is not among the keys ({present}): name one of these")]
    UnknownActive {
        /// What was named.
        active: Kid,
        /// The keys that are there, separated by commas.
        present: String,
    },
    /// A file name or the content of `active` is not a key's name.
    #[error("{path}: {source}")]
    Name {
        /// The file.
        path: PathBuf,
        /// The rule.
        source: BadKid,
    },
    /// The content is not an Ed25519 private key.
    #[error("{0} is not an Ed25519 private key in PKCS#8 PEM form; `openssl genpkey -algorithm ed25519` makes one")]
    NotEd25519(PathBuf),
    /// The file is far larger than any key.
    #[error("{0} is too large to be a key (more than 4096 bytes)")]
    TooLarge(PathBuf),
    /// Other users of the machine can read or change a private key.
    #[error("{0} can be read or changed by other users of this machine: `chmod 600` it")]
    Exposed(PathBuf),
    /// Two names for one key: retiring one of them would not retire the key.
    #[error("'{first}' and '{second}' are the same key: remove one of the two")]
    SameKey {
        /// One name.
        first: Kid,
        /// The other.
        second: Kid,
    },
    /// No randomness for a new key.
    #[error(transparent)]
    Random(#[from] RandomError),
    /// A key that was made could not be written down as PKCS#8.
    #[error("a new key could not be encoded as PKCS#8 PEM: {0}")]
    Encode(#[from] ed25519_dalek::pkcs8::Error),
}
