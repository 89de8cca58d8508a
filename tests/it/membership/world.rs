//! A database, the model, and people who act on cities: an officer, and the focal point of a city.

use chrono::{DateTime, TimeDelta, Utc};
use kembar::actions::access::{self, Pass};
use kembar::actions::audit;
use kembar::actions::context::{Author, Ids, Write};
use kembar::actions::error::Error;
use kembar::actions::importing::{self, Import, ImportReport, What};
use kembar::actions::matching::models;
use kembar::actions::seeding;
use kembar::domain::access::Operation;
use kembar::domain::city::City;
use kembar::domain::id::{CityId, UserId};
use kembar::domain::role::{Actor, Caller, Role};
use kembar::exchange::fault_report::FaultReport;
use kembar::matching::Model;
use kembar::store::audit::{AuditEntry, AuditFilter};
use kembar::store::cities;
use kembar::store::connection::Db;

use crate::support::databases::{Backend, Database};

pub struct World {
    pub database: Database,
    pub db: Db,
    pub now: DateTime<Utc>,
    pub model: Model,
    ids: Ids,
}

impl World {
    /// With nothing in it.
    pub fn empty(on: Backend) -> Self {
        let database = Database::fresh(on);
        let db = database.connection();
        let now = "2026-11-22T08:00:00Z".parse().unwrap();
        Self { database, db, now, model: models::current().unwrap(), ids: Ids::default() }
    }

    /// With the bundled cities.
    pub fn seeded(on: Backend) -> Self {
        let mut world = Self::empty(on);
        world.seed().unwrap();
        world
    }

    pub fn seed(&mut self) -> Result<Vec<ImportReport>, Error> {
        let (now, ids, model) = (self.now, self.ids.clone(), &self.model);
        self.db.write(|db| seeding::bundle(&mut Write::new(db, now, ids, None), model, &mut |_, _| {}))
    }

    pub fn write<T>(&mut self, work: impl FnOnce(&mut Write<'_>, &Model) -> Result<T, Error>) -> Result<T, Error> {
        self.now += TimeDelta::seconds(1);
        let (now, ids, model) = (self.now, self.ids.clone(), &self.model);
        self.db.write(|db| work(&mut Write::new(db, now, ids, Some("req-1".to_owned())), model))
    }

    /// Another connection to the same database, for races.
    pub fn another(&self) -> Db {
        self.database.connection()
    }

    pub fn city(&mut self, slug: &str) -> City {
        cities::find(&mut self.db, &slug.parse().unwrap()).unwrap().unwrap_or_else(|| panic!("no city {slug}"))
    }

    pub fn id(&mut self, slug: &str) -> CityId {
        self.city(slug).id
    }

    /// A person of a role; a focal point of Surabaya.
    pub fn person(&mut self, role: Role) -> Caller {
        let city = (role == Role::FocalPoint).then(|| self.id("surabaya"));
        Caller::Person(Actor { user: UserId(self.ids.next(self.now)), role, city, country: None })
    }

    /// What the gate gives to a person who asks for an operation on a city.
    pub fn pass_of(&mut self, caller: &Caller, operation: Operation, slug: Option<&str>) -> Result<Pass, Error> {
        access::check(&mut self.db, caller, operation, slug).map(|pass| pass.expect("not a public operation"))
    }

    /// The pass of Surabaya's focal point.
    pub fn focal(&mut self, operation: Operation) -> Pass {
        let caller = self.person(Role::FocalPoint);
        self.pass_of(&caller, operation, Some("surabaya")).unwrap()
    }

    /// An officer's pass for Surabaya.
    pub fn officer(&mut self, operation: Operation) -> Pass {
        self.officer_for(operation, "surabaya")
    }

    pub fn officer_for(&mut self, operation: Operation, slug: &str) -> Pass {
        let caller = self.person(Role::Officer);
        self.pass_of(&caller, operation, Some(slug)).unwrap()
    }

    pub fn import(&mut self, what: What, text: &str) -> Result<ImportReport, Error> {
        self.import_file(Import {
            what,
            file: "test.csv",
            bytes: text.as_bytes(),
            is_dry_run: false,
            lists_changes: false,
            author: Author::CommandLine,
        })
    }

    pub fn import_file(&mut self, import: Import<'_>) -> Result<ImportReport, Error> {
        self.write(|write, model| importing::run(write, model, &import, &mut |_, _| {}))
    }

    /// All audit entries, the oldest first.
    pub fn audit(&mut self) -> Vec<AuditEntry> {
        let mut entries = audit::list(&mut self.db, &AuditFilter::default(), None, 1_000).unwrap();
        entries.reverse();
        entries
    }

    pub fn last_entry(&mut self) -> AuditEntry {
        self.audit().pop().expect("an audit entry")
    }
}

/// The faults of a refused file: `line:column`.
pub fn faults(refused: Result<ImportReport, Error>) -> Vec<String> {
    let report: FaultReport = match refused {
        Err(Error::File(report)) => *report,
        Err(other) => panic!("refused for another reason: {other:?}"),
        Ok(report) => panic!("taken over: {report:?}"),
    };
    report.faults.iter().map(|fault| format!("{}:{}", fault.line, fault.column.as_deref().unwrap_or_default())).collect()
}

/// The pointers of a refused input, sorted.
pub fn pointers<T: std::fmt::Debug>(refused: Result<T, Error>) -> Vec<String> {
    match refused {
        Err(Error::Invalid(faults)) => {
            let mut pointers: Vec<String> = faults.into_vec().into_iter().map(|fault| fault.pointer).collect();
            pointers.sort();
            pointers
        }
        other => panic!("{other:?}"),
    }
}

/// The state that a refusal names.
pub fn conflict<T: std::fmt::Debug>(refused: Result<T, Error>) -> String {
    match refused {
        Err(Error::Conflict { state, .. }) => state,
        other => panic!("{other:?}"),
    }
}
