//! Views of the review queue that a person has given names: theirs alone, a convenience and no decision, so without an entry in the audit
//! log.

use uuid::Uuid;

use super::queue::require_desk;
use crate::actions::access::Pass;
use crate::actions::context::Write;
use crate::actions::error::Error;
use crate::store::connection::Db;
use crate::store::saved_views;
pub use crate::store::saved_views::SavedView;

/// How many a person may have.
pub const MOST: usize = 20;
/// How long a name may be, in characters.
pub const NAME_MAX_CHARS: usize = 60;
/// How long the filters may be as an address, in bytes; ours are far shorter.
const QUERY_MAX: usize = 1_000;

/// Why a view was not saved.
#[derive(Debug, thiserror::Error)]
pub enum NotSaved {
    /// The name is empty, too long, or holds what cannot be seen.
    #[error("the name is empty, too long or not readable")]
    Name,
    /// They have one of this name.
    #[error("there is a view of this name")]
    Exists,
    /// They have as many as they may.
    #[error("there are as many views as there may be")]
    TooMany,
    /// Anything else.
    #[error(transparent)]
    Other(#[from] Error),
}

impl From<crate::store::error::StoreError> for NotSaved {
    fn from(error: crate::store::error::StoreError) -> Self {
        NotSaved::Other(error.into())
    }
}

/// The views of the reader, by name.
///
/// # Errors
/// `Forbidden` for whoever has no desk; the database's failure.
pub fn own(db: &mut Db, pass: &Pass) -> Result<Vec<SavedView>, Error> {
    require_desk(&pass.actor)?;
    Ok(saved_views::of(db, pass.actor.user)?)
}

/// Saves filters under a name.
///
/// # Errors
/// [`NotSaved`].
pub fn save(write: &mut Write<'_>, pass: &Pass, (name, query): (&str, &str)) -> Result<(), NotSaved> {
    let known = own(write.db, pass)?;
    let name = checked(name, &known, None)?;
    if known.len() >= MOST {
        return Err(NotSaved::TooMany);
    }
    if query.len() > QUERY_MAX {
        return Err(NotSaved::Name);
    }
    let view = SavedView { id: write.new_id(), name, query: query.to_owned() };
    Ok(saved_views::insert(write.db, pass.actor.user, &view, write.now)?)
}

/// Gives a view another name.
///
/// # Errors
/// [`NotSaved`]; `NotFound` for a view that is not the reader's.
pub fn rename(write: &mut Write<'_>, pass: &Pass, id: Uuid, name: &str) -> Result<(), NotSaved> {
    let known = own(write.db, pass)?;
    let name = checked(name, &known, Some(id))?;
    let is_there = saved_views::rename(write.db, pass.actor.user, id, &name)?;
    if is_there { Ok(()) } else { Err(Error::NotFound("view").into()) }
}

/// Takes a view away.
///
/// # Errors
/// `NotFound` for a view that is not the reader's; the database's failure.
pub fn remove(write: &mut Write<'_>, pass: &Pass, id: Uuid) -> Result<(), Error> {
    require_desk(&pass.actor)?;
    let was_there = saved_views::remove(write.db, pass.actor.user, id)?;
    if was_there { Ok(()) } else { Err(Error::NotFound("view")) }
}

/// A name that can be read and that no other view has, however its letters are written.
fn checked(name: &str, known: &[SavedView], but: Option<Uuid>) -> Result<String, NotSaved> {
    let name = name.trim();
    let is_readable =
        !name.is_empty() && name.chars().count() <= NAME_MAX_CHARS && !name.chars().any(crate::exchange::fault_report::is_unseen);
    if !is_readable {
        return Err(NotSaved::Name);
    }
    let is_taken = known.iter().any(|view| Some(view.id) != but && view.name.to_lowercase() == name.to_lowercase());
    if is_taken { Err(NotSaved::Exists) } else { Ok(name.to_owned()) }
}
