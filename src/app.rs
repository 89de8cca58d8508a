//! The service itself: the pool, the clock, and the only two ways to the database.
//!
//! Built once at the start and handed to everybody. Transactions begin and end here, never in an action: an action is called with a
//! transaction around it.

use std::sync::Arc;

use actix_web::web::block;

use crate::actions::context::{Ids, Write};
use crate::actions::error::Error;
use crate::clock::Clock;
use crate::store::connection::{Db, Pool};
use crate::store::idempotency::{self, Kept, KeyOf};

/// What every part of the service works with. Cheap to clone.
#[derive(Clone)]
pub struct App {
    pool: Pool,
    clock: Arc<dyn Clock>,
    ids: Ids,
}

/// A `POST` whose retry must not act twice.
#[derive(Debug, Clone)]
pub struct Once {
    /// Whose key, for which operation.
    pub key: KeyOf,
    /// Hash of the request.
    pub fingerprint: String,
}

/// An answer, and whether it is that of an earlier request.
#[derive(Debug, Clone)]
pub struct Answered {
    /// Status, headers and body.
    pub kept: Kept,
    /// Whether an earlier request got it first.
    pub is_replay: bool,
}

impl App {
    /// The service on an open, migrated database.
    pub fn new(pool: Pool, clock: Arc<dyn Clock>) -> Self {
        Self { pool, clock, ids: Ids::default() }
    }

    /// The service's clock.
    pub fn clock(&self) -> &dyn Clock {
        &*self.clock
    }

    /// Reads, on this thread, one state of the database throughout.
    ///
    /// # Errors
    /// What `work` gives; `Busy` where no connection is free in time.
    pub fn read_here<T>(&self, work: impl FnOnce(&mut Db) -> Result<T, Error>) -> Result<T, Error> {
        self.connection()?.read(work)
    }

    /// Writes, on this thread, in one transaction.
    ///
    /// # Errors
    /// What `work` gives; `Busy` where no connection is free in time.
    pub fn write_here<T>(&self, request_id: Option<String>, work: impl FnOnce(&mut Write<'_>) -> Result<T, Error>) -> Result<T, Error> {
        let now = self.clock.now();
        self.connection()?.write(|db| work(&mut Write::new(db, now, self.ids.clone(), request_id)))
    }

    /// [`App::read_here`], away from the threads that serve requests.
    ///
    /// # Errors
    /// As [`App::read_here`].
    pub async fn read<T: Send + 'static>(&self, work: impl FnOnce(&mut Db) -> Result<T, Error> + Send + 'static) -> Result<T, Error> {
        let app = self.clone();
        aside(move || app.read_here(work)).await
    }

    /// [`App::write_here`], away from the threads that serve requests.
    ///
    /// # Errors
    /// As [`App::write_here`].
    pub async fn write<T: Send + 'static>(
        &self,
        request_id: Option<String>,
        work: impl FnOnce(&mut Write<'_>) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let app = self.clone();
        aside(move || app.write_here(request_id, work)).await
    }

    /// Writes once for each key: a retry gets the first answer again, and the key, the effect and the answer share one transaction.
    ///
    /// # Errors
    /// What `work` gives; `KeyReused` where the key came with another request. A refused request keeps no key.
    pub async fn write_once(
        &self,
        once: Once,
        request_id: Option<String>,
        work: impl FnOnce(&mut Write<'_>) -> Result<Kept, Error> + Send + 'static,
    ) -> Result<Answered, Error> {
        self.write(request_id, move |write| {
            if idempotency::claim(write.db, &once.key, &once.fingerprint, write.now)? {
                let kept = Kept { fingerprint: once.fingerprint, ..work(write)? };
                idempotency::keep(write.db, &once.key, &kept)?;
                return Ok(Answered { kept, is_replay: false });
            }
            let kept =
                idempotency::find(write.db, &once.key)?.ok_or(Error::Busy("the first request with this key has just ended; try again"))?;
            if kept.fingerprint != once.fingerprint {
                return Err(Error::KeyReused);
            }
            Ok(Answered { kept, is_replay: true })
        })
        .await
    }

    fn connection(&self) -> Result<crate::store::connection::Pooled, Error> {
        self.pool.get().map_err(|error| {
            tracing::warn!(%error, "no database connection was free in time");
            Error::Busy("the database is busy; try again in a few seconds")
        })
    }
}

/// Runs work that waits for a disk or a lock on a thread that may wait.
async fn aside<T: Send + 'static>(work: impl FnOnce() -> Result<T, Error> + Send + 'static) -> Result<T, Error> {
    block(work).await.map_err(|cancelled| Error::Internal(cancelled.to_string()))?
}
