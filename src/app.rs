//! The service itself: the pool, the clock, and the only two ways to the database.
//!
//! Built once at the start and handed to everybody. Transactions begin and end here, never in an action: an action is called with a
//! transaction around it.

pub mod bell;
pub mod sign_in;

use std::sync::{Arc, OnceLock};

use actix_web::web::block;
use chrono::TimeDelta;

use crate::actions::context::{Ids, Write};
use crate::actions::error::Error;
use crate::actions::importing::upload;
use crate::actions::matching::peers::{PeerRoom, Peers};
use crate::actions::matching::room::EngineRoom;
use crate::actions::review::decide;
use crate::app::bell::Bell;
use crate::auth::identity::Identity;
use crate::clock::Clock;
use crate::i18n::Catalogues;
use crate::matching::clusters::Wish;
use crate::matching::engine::Engine;
use crate::matching::model::Model;
use crate::store::connection::{Db, Pool};
use crate::store::idempotency::{self, Kept, KeyOf};
use crate::store::{import_uploads, migrations, sessions};

/// How long a session that is over is kept, for questions about it.
const SESSIONS_KEPT: TimeDelta = TimeDelta::days(30);

/// How long a retry gets the first answer again: as the interface promises.
const ANSWERS_KEPT: TimeDelta = TimeDelta::hours(24);

/// What every part of the service works with. Cheap to clone.
#[derive(Clone)]
pub struct App {
    pool: Pool,
    ids: Ids,
    room: Arc<EngineRoom>,
    peers: Arc<PeerRoom>,
    bell: Arc<Bell>,
    public_url: Arc<OnceLock<String>>,
    parts: Arc<Parts>,
}

/// What the service is built from, beside its database.
pub struct Parts {
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// The matching model in force.
    pub model: Arc<Model>,
    /// Keys, passwords, and the brake on guessing.
    pub identity: Identity,
    /// The words of explanations.
    pub catalogues: Catalogues,
    /// What signs the cursors of lists; the same on every node.
    pub cursor_secret: [u8; 32],
}

/// A `POST` whose retry must not act twice.
#[derive(Debug, Clone)]
pub struct Once {
    /// Whose key, for which operation.
    pub key: KeyOf,
    /// Hash of the request.
    pub fingerprint: String,
}

/// An answer in its two forms: as the first request gets it, and as it is kept for a retry, without any secret.
#[derive(Debug)]
pub struct Shown {
    /// For now.
    pub now: Kept,
    /// For a retry.
    pub later: Kept,
}

impl Shown {
    /// An answer that holds no secret.
    pub fn same(kept: Kept) -> Self {
        Self { now: kept.clone(), later: kept }
    }
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
    pub fn new(pool: Pool, parts: Parts) -> Self {
        let room = EngineRoom::new(Arc::clone(&parts.model));
        let parts = Arc::new(parts);
        Self {
            pool,
            ids: Ids::default(),
            room: Arc::new(room),
            peers: Arc::default(),
            bell: Arc::default(),
            public_url: Arc::default(),
            parts,
        }
    }

    /// Says, once, under which address people reach the service: `https://kembar.example`. What a request claims of it is never believed,
    /// because answers with addresses in them are kept by caches.
    pub fn is_reached_at(&self, url: &str) {
        // A second word about it changes nothing.
        let _first = self.public_url.set(url.trim_end_matches('/').to_owned());
    }

    /// The address under which people reach the service, without a slash at its end.
    pub fn public_url(&self) -> &str {
        self.public_url.get().map_or("http://localhost", String::as_str)
    }

    /// The service's clock.
    pub fn clock(&self) -> &dyn Clock {
        &*self.parts.clock
    }

    /// The matching model in force.
    pub fn model(&self) -> &Arc<Model> {
        &self.parts.model
    }

    /// Keys, passwords, and the brake on guessing.
    pub fn identity(&self) -> &Identity {
        &self.parts.identity
    }

    /// The words of explanations.
    pub fn catalogues(&self) -> &Catalogues {
        &self.parts.catalogues
    }

    /// What signs the cursors of lists.
    pub fn cursor_secret(&self) -> &[u8; 32] {
        &self.parts.cursor_secret
    }

    /// What wakes this node's worker.
    pub fn bell(&self) -> &Bell {
        &self.bell
    }

    /// A name that nothing else has.
    pub fn fresh_name(&self) -> String {
        self.ids.next(self.clock().now()).to_string()
    }

    /// The engine on the database as it is now.
    ///
    /// # Errors
    /// The database's failure.
    pub fn engine(&self, db: &mut Db) -> Result<Arc<Engine>, Error> {
        self.room.engine(db, self.clock().now().date_naive())
    }

    /// The peer groups and the map of the database as it is now, on this thread.
    ///
    /// # Errors
    /// As [`App::engine`]; `Invalid` where so many groups cannot be made.
    pub fn peers_here(&self, wish: Wish) -> Result<Arc<Peers>, Error> {
        // The connection goes back before the work begins, which is long.
        let engine = self.read_here(|db| self.engine(db))?;
        self.peers.peers(&engine, wish)
    }

    /// [`App::peers_here`], away from the threads that serve requests.
    ///
    /// # Errors
    /// As [`App::peers_here`].
    pub async fn peers(&self, wish: Wish) -> Result<Arc<Peers>, Error> {
        let app = self.clone();
        aside(move || app.peers_here(wish)).await
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
        let now = self.clock().now();
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
        work: impl FnOnce(&mut Write<'_>) -> Result<Shown, Error> + Send + 'static,
    ) -> Result<Answered, Error> {
        self.write(request_id, move |write| {
            if idempotency::claim(write.db, &once.key, &once.fingerprint, write.now)? {
                let shown = work(write)?;
                idempotency::keep(write.db, &once.key, &Kept { fingerprint: once.fingerprint, ..shown.later })?;
                return Ok(Answered { kept: shown.now, is_replay: false });
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

impl App {
    /// Ends the invitations whose time to answer is over, each in a transaction of its own, and says how many there were.
    ///
    /// # Errors
    /// The database's failure.
    pub async fn expire_overdue(&self) -> Result<usize, Error> {
        let now = self.clock().now();
        let overdue = self.read(move |db| decide::overdue(db, now)).await?;
        let mut ended = 0;
        for id in overdue {
            ended += usize::from(self.write(None, move |write| decide::expire(write, id)).await?.is_some());
        }
        Ok(ended)
    }

    /// Forgets sessions that ended a month ago and answers that no retry gets any more. The audit log keeps what was done.
    ///
    /// # Errors
    /// The database's failure.
    pub async fn forget_old(&self) -> Result<usize, Error> {
        self.write(None, |write| {
            let sessions = sessions::forget(write.db, write.now - SESSIONS_KEPT)?;
            let uploads = import_uploads::forget(write.db, write.now - upload::KEPT)?;
            Ok(sessions + uploads + idempotency::forget(write.db, write.now - ANSWERS_KEPT)?)
        })
        .await
    }

    /// Whether the service can serve: the database answers and has this program's schema.
    ///
    /// # Errors
    /// `Store` or `Busy` where it cannot.
    pub async fn check_ready(&self) -> Result<(), Error> {
        let app = self.clone();
        aside(move || Ok(migrations::check_current(&mut *app.connection()?)?)).await
    }
}
