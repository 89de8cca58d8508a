//! What an action works with: the connection, the moment, new ids, and who acts.

use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, Utc};
use uuid::timestamp::context::ContextV7;
use uuid::{Timestamp, Uuid};

use super::error::Error;
use crate::domain::role::{Actor, Role};
use crate::store::connection::Db;

/// Makes ids that grow with time, also within one millisecond.
#[derive(Debug, Clone)]
pub struct Ids(Arc<Mutex<ContextV7>>);

impl Default for Ids {
    fn default() -> Self {
        Self(Arc::new(Mutex::new(ContextV7::new())))
    }
}

impl Ids {
    /// A new `UUIDv7` for this moment.
    pub fn next(&self, now: DateTime<Utc>) -> Uuid {
        let context = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let seconds = u64::try_from(now.timestamp()).unwrap_or_default();
        Uuid::new_v7(Timestamp::from_unix(&*context, seconds, now.timestamp_subsec_nanos()))
    }
}

/// A write under way: inside one transaction, at one moment.
pub struct Write<'a> {
    /// The connection, in its transaction.
    pub db: &'a mut Db,
    /// The moment of this write.
    pub now: DateTime<Utc>,
    /// The request, for the audit log.
    pub request_id: Option<String>,
    ids: Ids,
}

impl<'a> Write<'a> {
    /// A write on a connection that is in a transaction.
    pub fn new(db: &'a mut Db, now: DateTime<Utc>, ids: Ids, request_id: Option<String>) -> Self {
        Self { db, now, request_id, ids }
    }

    /// Does everything that `work` does and takes it back: what would happen, without it happening.
    ///
    /// # Errors
    /// What `work` gives, and the database's own failures.
    pub fn trial<T>(&mut self, work: impl FnOnce(&mut Write<'_>) -> Result<T, Error>) -> Result<T, Error> {
        let (now, ids, request_id) = (self.now, self.ids.clone(), self.request_id.clone());
        self.db.trial(|db| work(&mut Write::new(db, now, ids, request_id)))
    }

    /// A new id.
    pub fn new_id(&self) -> Uuid {
        self.ids.next(self.now)
    }
}

/// Who is behind a write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Author {
    /// A person.
    Person(Actor),
    /// A file that an operator read in.
    Import,
    /// An operator at the command line.
    CommandLine,
    /// Time itself: an invitation that ran out.
    Clock,
    /// The service at its long work.
    Worker,
    /// Somebody who has not signed in yet: a login, an invitation.
    Visitor,
}

impl Author {
    /// As the audit log names them.
    pub fn name(&self) -> String {
        match self {
            Author::Person(actor) => actor.user.to_string(),
            Author::Import => "import".to_owned(),
            Author::CommandLine => "command line".to_owned(),
            Author::Clock => "clock".to_owned(),
            Author::Worker => "worker".to_owned(),
            Author::Visitor => "visitor".to_owned(),
        }
    }

    /// The role in which they act.
    pub fn role(&self) -> &'static str {
        match self {
            Author::Person(actor) => match actor.role {
                Role::Admin => "admin",
                Role::Officer => "officer",
                Role::Approver => "approver",
                Role::FocalPoint => "focal_point",
                Role::Observer => "observer",
            },
            Author::Import | Author::CommandLine => "operator",
            Author::Clock | Author::Worker => "service",
            Author::Visitor => "none",
        }
    }
}

impl From<&Actor> for Author {
    fn from(actor: &Actor) -> Self {
        Author::Person(actor.clone())
    }
}
