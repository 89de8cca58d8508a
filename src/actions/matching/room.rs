//! Keeps the engine in step with the database.
//!
//! The engine is an immutable snapshot. Every write that may change matching leaves an audit entry that names the cities it touched; the
//! log's number tells every node, also one that did not make the change, what to read again. An entry about matching that names no city,
//! such as that of an import or of another model, makes a node read all.

use std::sync::{Arc, Mutex, PoisonError, RwLock};

use chrono::NaiveDate;

use super::{facts, registry};
use crate::actions::error::Error;
use crate::domain::id::CityId;
use crate::matching::engine::Engine;
use crate::matching::model::Model;
use crate::store::audit;
use crate::store::connection::Db;

/// More changed cities than this are read all together: a query for each would take longer.
const MANY: usize = 200;

/// Entries that one look at the log reads.
const LOOK: i64 = 500;

/// The objects whose change leaves matching as it is.
const BESIDE_MATCHING: &[&str] = &["account", "session", "portal", "portal_key", "request", "invitation", "round", "job"];

/// The engine and the state of the database that it knows.
#[derive(Clone)]
struct Known {
    engine: Arc<Engine>,
    seq: i64,
    as_of: NaiveDate,
}

/// The engine, kept in step.
pub struct EngineRoom {
    /// The bundled one: in force where the database names none.
    model: Arc<Model>,
    known: RwLock<Option<Known>>,
    /// One thread at a time brings it up to date; the others wait for that one's work.
    turn: Mutex<()>,
}

impl EngineRoom {
    /// An empty room: the engine is built at the first call.
    pub fn new(model: Arc<Model>) -> Self {
        Self { model, known: RwLock::new(None), turn: Mutex::new(()) }
    }

    /// The bundled model, in force until an administrator decides otherwise.
    pub fn model(&self) -> &Arc<Model> {
        &self.model
    }

    /// The engine on the database as it is now.
    ///
    /// # Errors
    /// The database's failure, or facts that the engine refuses.
    pub fn engine(&self, db: &mut Db, today: NaiveDate) -> Result<Arc<Engine>, Error> {
        let seq = audit::head(db)?.map_or(0, |(seq, _)| seq);
        if let Some(known) = self.known().filter(|known| known.seq >= seq && known.as_of == today) {
            return Ok(known.engine);
        }
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        // Somebody else may have done it while this thread waited.
        let known = self.known();
        if let Some(known) = known.as_ref().filter(|known| known.seq >= seq && known.as_of == today) {
            return Ok(Arc::clone(&known.engine));
        }
        let fresh = match known.filter(|known| known.as_of == today) {
            Some(known) => self.follow(db, known, seq)?,
            None => Known { engine: self.build(db, None, today)?, seq, as_of: today },
        };
        *self.known.write().unwrap_or_else(PoisonError::into_inner) = Some(fresh.clone());
        Ok(fresh.engine)
    }

    fn known(&self) -> Option<Known> {
        self.known.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn build(&self, db: &mut Db, known: Option<&Engine>, today: NaiveDate) -> Result<Arc<Engine>, Error> {
        let model = registry::in_force(db, known.map(Engine::shared_model), &self.model)?;
        let facts = facts::gather(db, None, today)?;
        Engine::new(model, facts, today).map(Arc::new).map_err(|error| Error::Internal(error.to_string()))
    }

    /// Reads the cities that the log names since the state that is known.
    fn follow(&self, db: &mut Db, known: Known, seq: i64) -> Result<Known, Error> {
        let entries = audit::after(db, known.seq, LOOK)?;
        let matters = entries.iter().filter(|entry| !BESIDE_MATCHING.contains(&entry.object_kind.as_str()));
        let mut changed: Vec<CityId> = Vec::new();
        let mut is_all = entries.last().is_none_or(|entry| entry.seq < seq);
        for entry in matters {
            is_all |= entry.cities.is_empty();
            changed.extend(&entry.cities);
        }
        changed.sort_unstable();
        changed.dedup();
        if is_all || changed.len() > MANY {
            return Ok(Known { engine: self.build(db, Some(&*known.engine), known.as_of)?, seq, as_of: known.as_of });
        }
        if changed.is_empty() {
            return Ok(Known { seq, ..known });
        }
        let facts = facts::gather(db, Some(&changed), known.as_of)?;
        let engine = known.engine.with_changed(facts).map_err(|error| Error::Internal(error.to_string()))?;
        Ok(Known { engine: Arc::new(engine), seq, as_of: known.as_of })
    }
}
