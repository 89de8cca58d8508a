//! Which model is in force, and who put it there.
//!
//! A model's files lie in the database, so that every node uses the same one and an old one can be replayed after the program has moved
//! on. A program that brings a newer model only adds it as a candidate: no upgrade changes what is suggested; an administrator does.

use std::sync::Arc;

use super::models::{self, ModelTexts};
use crate::actions::access::Pass;
use crate::actions::audit::{self, Change};
use crate::actions::context::{Author, Write};
use crate::actions::error::Error;
use crate::domain::code::Slug;
use crate::domain::fault::{Faults, check_text};
use crate::domain::model_state::{ModelOrigin, ModelState};
use crate::matching::golden::Golden;
use crate::matching::model::Model;
use crate::store::connection::Db;
use crate::store::error::StoreError;
use crate::store::models as store;
use crate::store::page::{Page, PageAsk};

pub use crate::store::models::StoredModel;

const REASON_MAX_CHARS: usize = 2_000;

/// The model in force. `known` is taken as it is where it is the one; `bundled` where none was ever put in force.
///
/// # Errors
/// The database's failure, or files that this program cannot use.
pub fn in_force(db: &mut Db, known: Option<&Arc<Model>>, bundled: &Arc<Model>) -> Result<Arc<Model>, Error> {
    let Some(active) = store::active(db)? else { return Ok(Arc::clone(bundled)) };
    let same = known.into_iter().chain([bundled]).find(|model| model.hash() == active.hash);
    same.map_or_else(|| parsed(&active).map(Arc::new), |model| Ok(Arc::clone(model)))
}

fn parsed(stored: &StoredModel) -> Result<Model, Error> {
    let texts = ModelTexts(stored.files.clone());
    texts.parse().map_err(|error| Error::Internal(format!("the model {} cannot be used: {error}", stored.name)))
}

/// A page of models, by name.
///
/// # Errors
/// The database's failure, or damage.
pub fn list(db: &mut Db, ask: &PageAsk) -> Result<Page<StoredModel>, Error> {
    Ok(store::list(db, ask)?)
}

/// The model of a name.
///
/// # Errors
/// `NotFound`.
pub fn get(db: &mut Db, name: &str) -> Result<StoredModel, Error> {
    // What can be no name is not asked of the database: it may hold characters that a database does not take.
    if name.parse::<Slug>().is_err() {
        return Err(Error::NotFound("model"));
    }
    store::find(db, name)?.ok_or(Error::NotFound("model"))
}

/// What the start of the service did about models.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settled {
    /// Bundled models that were added.
    pub added: Vec<String>,
    /// Bundled models whose name the database knows with another content. The database's stays.
    pub differing: Vec<String>,
}

/// Adds the bundled models that the database does not have, as candidates. Where none is in force, `models/current` is.
///
/// # Errors
/// The database's failure, or a program built from a broken tree.
pub fn settle(write: &mut Write<'_>) -> Result<Settled, Error> {
    let broken = |error: models::NoModel| Error::Internal(error.to_string());
    let mut settled = Settled::default();
    for name in models::names() {
        let texts = models::bundled(&name).map_err(broken)?;
        let hash = texts.parse().map_err(broken)?.hash().to_owned();
        match store::find(write.db, &name)? {
            Some(known) if known.hash == hash => {}
            Some(_) => settled.differing.push(name),
            None => {
                add(write, &Author::Clock, NewModel { name: name.clone(), hash, origin: ModelOrigin::Bundled, texts, evaluation: None })?;
                settled.added.push(name);
            }
        }
    }
    if store::active(write.db)?.is_none() {
        let first = get(write.db, &models::current_name().map_err(broken)?)?;
        put_in_force(write, &Author::Clock, first, "the first model of this service")?;
    }
    Ok(settled)
}

/// A model that is to be added.
#[derive(Debug, Clone)]
pub struct NewModel {
    /// Its name.
    pub name: String,
    /// Hash of its content.
    pub hash: String,
    /// Where it comes from.
    pub origin: ModelOrigin,
    /// Its files.
    pub texts: ModelTexts,
    /// What was measured of it.
    pub evaluation: Option<serde_json::Value>,
}

/// Adds a candidate.
///
/// # Errors
/// `Exists` where the name is taken.
pub fn add(write: &mut Write<'_>, author: &Author, new: NewModel) -> Result<StoredModel, Error> {
    let stored = StoredModel {
        name: new.name,
        hash: new.hash,
        origin: new.origin,
        state: ModelState::Candidate,
        files: new.texts.0,
        evaluation: new.evaluation,
        created_by: author.name(),
        created_at: write.now,
        activated_by: None,
        activated_at: None,
        version: 1,
    };
    match store::insert(write.db, &stored) {
        Err(StoreError::Duplicate) => return Err(Error::Exists(format!("there is a model {} already: choose another name", stored.name))),
        outcome => outcome?,
    }
    let mut change = Change::of("model.add", "model", &stored.name);
    change.after = Some(stored.hash.clone());
    audit::record(write, author, change)?;
    Ok(stored)
}

/// An administrator puts a model in force. The one before is kept, can be replayed and put in force again.
///
/// # Errors
/// `NotFound`, `Stale`, `Invalid` without a reason; `Conflict` where it is in force already, speaks of another taxonomy than the one in
/// force, or does not give its golden pairs the scores that it promises.
pub fn activate(write: &mut Write<'_>, pass: &Pass, (name, seen): (&str, i64), reason: &str) -> Result<StoredModel, Error> {
    let mut faults = Faults::default();
    check_text(&mut faults, "/reason", reason, REASON_MAX_CHARS);
    let reason = faults.into_result(reason)?;
    let wanted = get(write.db, name)?;
    if wanted.version != seen {
        return Err(Error::Stale);
    }
    put_in_force(write, &Author::from(&pass.actor), wanted, reason)
}

/// The same from the command line, by name alone.
///
/// # Errors
/// As [`activate`].
pub fn activate_here(write: &mut Write<'_>, name: &str, reason: &str) -> Result<StoredModel, Error> {
    let wanted = get(write.db, name)?;
    put_in_force(write, &Author::CommandLine, wanted, reason)
}

fn put_in_force(write: &mut Write<'_>, author: &Author, wanted: StoredModel, reason: &str) -> Result<StoredModel, Error> {
    let before = store::active(write.db)?;
    check(&wanted, before.as_ref())?;
    if let Some(before) = &before {
        save(write, StoredModel { state: ModelState::Retired, ..before.clone() })?;
    }
    let (by, at) = (Some(author.name()), Some(write.now));
    let after = save(write, StoredModel { state: ModelState::Active, activated_by: by, activated_at: at, ..wanted })?;
    let mut change = Change::of("model.activate", "model", &after.name).because(Some(reason.to_owned()));
    (change.before, change.after) = (before.map(|before| before.hash), Some(after.hash.clone()));
    audit::record(write, author, change)?;
    Ok(after)
}

fn save(write: &mut Write<'_>, changed: StoredModel) -> Result<StoredModel, Error> {
    match store::update_state(write.db, &changed) {
        Ok(true) => Ok(StoredModel { version: changed.version + 1, ..changed }),
        // A second one in force: somebody else was faster.
        Ok(false) | Err(StoreError::Duplicate) => Err(Error::Stale),
        Err(error) => Err(error.into()),
    }
}

fn check(wanted: &StoredModel, before: Option<&StoredModel>) -> Result<(), Error> {
    let conflict = |detail: String| Err(Error::Conflict { state: wanted.state.to_string(), detail });
    if wanted.state == ModelState::Active {
        return conflict(format!("{} is in force already", wanted.name));
    }
    let model = parsed(wanted)?;
    let taxonomy = model.taxonomy().version().to_owned();
    if let Some(before) = before.map(parsed).transpose()?
        && before.taxonomy().version() != taxonomy
    {
        return conflict(format!(
            "{} speaks of the taxonomy {taxonomy}, and what cities have said is in {}: a new taxonomy comes with a new version of the program",
            wanted.name,
            before.taxonomy().version()
        ));
    }
    let unusable = |error: crate::matching::ModelError| Error::Internal(error.to_string());
    let golden = Golden::parse(wanted.files.get("golden.json").map_or("", String::as_str)).map_err(unusable)?;
    if !golden.holds(&Arc::new(model)).map_err(unusable)? {
        return conflict(format!(
            "{} does not give its golden pairs the scores that it promises: this program computes otherwise",
            wanted.name
        ));
    }
    Ok(())
}
