//! The directory of signing keys: reading it, making a fresh one, adding the next key, changing the one that signs. Knows nothing of tokens.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use ed25519_dalek::SigningKey;
use ed25519_dalek::pkcs8::spki::der::pem::LineEnding;
use ed25519_dalek::pkcs8::{DecodePrivateKey, EncodePrivateKey};
use zeroize::Zeroizing;

use super::error::KeyError;
use super::kid::Kid;
use super::ring::{KeyRing, make_key};

/// The file that holds the name of the key that signs.
pub const ACTIVE_FILE: &str = "active";
const MAX_FILE_BYTES: u64 = 4_096;

/// Reads the keys of a directory. Files that do not end in `.pem` are left alone, but for `active`.
///
/// # Errors
/// Where anything about the keys is not as it must be; the error's text is one line naming the file.
pub fn load(dir: &Path) -> Result<KeyRing, KeyError> {
    let keys: BTreeMap<Kid, SigningKey> =
        key_files(dir)?.into_iter().map(|path| Ok((kid_of_file(&path)?, read_key(&path)?))).collect::<Result<_, KeyError>>()?;
    if keys.is_empty() {
        return Err(KeyError::NoKeys(dir.to_owned()));
    }
    KeyRing::from_keys(read_active(&dir.join(ACTIVE_FILE))?, &keys)
}

/// Makes a directory (mode 0700) with one fresh key (0600) that signs, and reads it.
///
/// # Errors
/// Where the directory is there and not empty, or cannot be written.
pub fn create(dir: &Path) -> Result<KeyRing, KeyError> {
    make_private_dir(dir)?;
    if fs::read_dir(dir).map_err(at(dir))?.next().is_some() {
        return Err(KeyError::NotEmpty(dir.to_owned()));
    }
    let kid = add_key(dir)?;
    set_active(dir, &kid)?;
    load(dir)
}

/// Reads the keys, or makes the first one where the directory is missing or empty: for the demo and a first start.
///
/// # Errors
/// As for [`load`] and [`create`].
pub fn open_or_create(dir: &Path) -> Result<KeyRing, KeyError> {
    match fs::read_dir(dir).map(|mut entries| entries.next().is_none()) {
        Ok(false) => load(dir),
        Ok(true) => create(dir),
        Err(error) if error.kind() == io::ErrorKind::NotFound => create(dir),
        Err(source) => Err(KeyError::Io { path: dir.to_owned(), source }),
    }
}

/// Adds a fresh key that verifies only, and tells its name.
///
/// # Errors
/// Where there is no randomness or the directory cannot be written.
pub fn add_key(dir: &Path) -> Result<Kid, KeyError> {
    let key = make_key()?;
    let kid = Kid::of_key(&key.verifying_key());
    let path = dir.join(format!("{kid}.pem"));
    write_private(&path, key.to_pkcs8_pem(LineEnding::LF)?.as_bytes())?;
    Ok(kid)
}

/// Lets another key of the directory sign. A running service reads this at its next start.
///
/// # Errors
/// Where there is no such key, or the directory cannot be written.
pub fn set_active(dir: &Path, kid: &Kid) -> Result<(), KeyError> {
    read_key(&dir.join(format!("{kid}.pem")))?;
    // Written aside and moved over, so that a crash leaves the old name or the new one, never half of it.
    let aside = dir.join(format!(".{ACTIVE_FILE}.{kid}"));
    if let Err(source) = fs::remove_file(&aside)
        && source.kind() != io::ErrorKind::NotFound
    {
        return Err(KeyError::Io { path: aside, source });
    }
    write_private(&aside, format!("{kid}\n").as_bytes())?;
    let active = dir.join(ACTIVE_FILE);
    fs::rename(&aside, &active).map_err(at(&active))?;
    sync_dir(dir)
}

fn key_files(dir: &Path) -> Result<Vec<PathBuf>, KeyError> {
    let mut files = Vec::new();
    for entry in fs::read_dir(dir).map_err(at(dir))? {
        let path = entry.map_err(at(dir))?.path();
        let is_hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
        if path.extension() == Some(OsStr::new("pem")) && !is_hidden {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn kid_of_file(path: &Path) -> Result<Kid, KeyError> {
    let stem = path.file_stem().and_then(OsStr::to_str).unwrap_or_default();
    stem.parse().map_err(|source| KeyError::Name { path: path.to_owned(), source })
}

fn read_key(path: &Path) -> Result<SigningKey, KeyError> {
    let pem = read_private(path)?;
    // The cause is dropped on purpose: the libraries' words ("ASN.1 …") do not help, and the content is a secret.
    let Ok(key) = SigningKey::from_pkcs8_pem(&pem) else {
        return Err(KeyError::NotEd25519(path.to_owned()));
    };
    Ok(key)
}

fn read_active(path: &Path) -> Result<Kid, KeyError> {
    match fs::read_to_string(path) {
        Ok(text) => text.trim().parse().map_err(|source| KeyError::Name { path: path.to_owned(), source }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(KeyError::NoActive(path.to_owned())),
        Err(source) => Err(KeyError::Io { path: path.to_owned(), source }),
    }
}

fn read_private(path: &Path) -> Result<Zeroizing<String>, KeyError> {
    let file = File::open(path).map_err(at(path))?;
    let metadata = file.metadata().map_err(at(path))?;
    if is_exposed(&metadata) {
        return Err(KeyError::Exposed(path.to_owned()));
    }
    if metadata.len() > MAX_FILE_BYTES {
        return Err(KeyError::TooLarge(path.to_owned()));
    }
    let mut bytes = Zeroizing::new(Vec::with_capacity(MAX_FILE_BYTES as usize));
    file.take(MAX_FILE_BYTES).read_to_end(&mut bytes).map_err(at(path))?;
    match std::str::from_utf8(&bytes) {
        Ok(text) => Ok(Zeroizing::new(text.to_owned())),
        Err(_) => Err(KeyError::NotEd25519(path.to_owned())),
    }
}

/// The group may read (orchestrators mount secrets so); it may not write, and others may do nothing.
#[cfg(unix)]
fn is_exposed(metadata: &fs::Metadata) -> bool {
    std::os::unix::fs::MetadataExt::mode(metadata) & 0o027 != 0
}

#[cfg(not(unix))]
fn is_exposed(_metadata: &fs::Metadata) -> bool {
    false
}

fn make_private_dir(dir: &Path) -> Result<(), KeyError> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(dir).map_err(at(dir))?;
    // Where it was there before and empty, the mode above was not applied.
    #[cfg(unix)]
    fs::set_permissions(dir, std::os::unix::fs::PermissionsExt::from_mode(0o700)).map_err(at(dir))?;
    Ok(())
}

fn write_private(path: &Path, content: &[u8]) -> Result<(), KeyError> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path).map_err(at(path))?;
    file.write_all(content).and_then(|()| file.sync_all()).map_err(at(path))
}

/// Makes the names in a directory as durable as the contents of its files.
fn sync_dir(dir: &Path) -> Result<(), KeyError> {
    #[cfg(unix)]
    File::open(dir).and_then(|handle| handle.sync_all()).map_err(at(dir))?;
    Ok(())
}

fn at(path: &Path) -> impl FnOnce(io::Error) -> KeyError {
    move |source| KeyError::Io { path: path.to_owned(), source }
}

#[cfg(test)]
#[path = "directory_tests.rs"]
mod tests;
