//! Files that commands read and write: read whole within the limit, written whole or not at all.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::failure::Failure;
use crate::exchange::csv_in::check_size;

/// A file that was read, with its name for messages.
pub struct ReadFile {
    /// The name, as it was given.
    pub name: String,
    /// All of it.
    pub bytes: Vec<u8>,
}

/// Reads a file that is not larger than any import may be.
///
/// # Errors
/// Where it is not there, cannot be read or is too large.
pub fn read(path: &Path) -> Result<ReadFile, Failure> {
    let name = path.display().to_string();
    let length = std::fs::metadata(path).map_err(|error| Failure::because(&name, error))?.len();
    check_size(&name, length).map_err(|report| Failure::Failed(report.to_string()))?;
    let bytes = std::fs::read(path).map_err(|error| Failure::because(&name, error))?;
    Ok(ReadFile { name, bytes })
}

/// Writes a file by way of a draft beside it, so that nobody ever sees half of it. What is no plain file (a pipe) is written to directly.
///
/// # Errors
/// Where it cannot be written.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let because = |error| Failure::because(&path.display().to_string(), error);
    if std::fs::metadata(path).is_ok_and(|found| !found.is_file()) {
        return std::fs::OpenOptions::new().write(true).open(path).and_then(|mut out| out.write_all(bytes)).map_err(because);
    }
    let draft = draft_of(path);
    let mut out = std::fs::File::create(&draft).map_err(because)?;
    out.write_all(bytes).and_then(|()| out.sync_all()).and_then(|()| std::fs::rename(&draft, path)).map_err(because)
}

fn draft_of(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".new");
    path.with_file_name(name)
}
