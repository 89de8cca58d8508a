//! A database with two cities, a clock to set, and people to act.

use chrono::{DateTime, TimeDelta, Utc};
use kembar::actions::accounts::{self, NewAccount, StoredAccount};
use kembar::actions::audit;
use kembar::actions::context::{Author, Ids, Write};
use kembar::actions::error::Error;
use kembar::auth::password::{Hasher, HashingCost};
use kembar::domain::city::{City, CityRecord, CityStatus};
use kembar::domain::fault::Fault;
use kembar::domain::id::CityId;
use kembar::domain::role::{Actor, Role};
use kembar::store::audit::{AuditEntry, AuditFilter};
use kembar::store::connection::Db;
use kembar::store::{cities, countries};

use crate::support::databases::{Backend, Database};

pub const PASSWORD: &str = "three boats upriver";

pub struct World {
    pub database: Database,
    pub db: Db,
    pub now: DateTime<Utc>,
    pub surabaya: CityId,
    ids: Ids,
}

impl World {
    pub fn new(on: Backend) -> Self {
        let database = Database::fresh(on);
        let db = database.connection();
        let now = "2026-11-22T08:00:00Z".parse().unwrap();
        let mut world = Self { database, db, now, surabaya: CityId(uuid::Uuid::nil()), ids: Ids::default() };
        world.surabaya = world.city("surabaya", CityStatus::Active);
        world.city("hoi-an", CityStatus::Dissolved);
        let indonesia = countries::Country {
            code: "ID".parse().unwrap(),
            iso3: None,
            name: "Indonesia".to_owned(),
            region: None,
            languages: Vec::new(),
            income_group: None,
            capital: None,
            source: None,
        };
        countries::put(&mut world.db, &indonesia).unwrap();
        world
    }

    fn city(&mut self, slug: &str, status: CityStatus) -> CityId {
        let id = CityId(self.ids.next(self.now));
        let record = CityRecord {
            name: slug.to_owned(),
            local_name: None,
            country: "ID".parse().unwrap(),
            subdivision: None,
            place: None,
            population: None,
            population_year: None,
            population_source: None,
            level: None,
            languages: Vec::new(),
            time_zone: None,
            is_coastal: None,
            elevation_m: None,
            networks: Vec::new(),
            external_ids: Default::default(),
            status,
            successor: None,
            successor_note: None,
            contact: None,
            notes: None,
            source: None,
            from_memory: false,
            unverified: Vec::new(),
        };
        cities::insert(&mut self.db, &[City { id, slug: slug.parse().unwrap(), record, version: 1 }], self.now).unwrap();
        id
    }

    /// Another connection to the same database, for races.
    pub fn another(&self) -> Db {
        self.database.connection()
    }

    pub fn write<T>(&mut self, work: impl FnOnce(&mut Write<'_>) -> Result<T, Error>) -> Result<T, Error> {
        write_on(&mut self.db, self.now, &self.ids, work)
    }

    pub fn wait(&mut self, seconds: i64) {
        self.now += TimeDelta::seconds(seconds);
    }

    /// An active account with [`PASSWORD`].
    pub fn person(&mut self, email: &str, role: Role) -> StoredAccount {
        let new = NewAccount { city: (role == Role::FocalPoint).then(|| "surabaya".to_owned()), ..new_account(email, role) };
        self.write(|write| accounts::create_with_password(write, &Author::CommandLine, new, &cheap_hash(PASSWORD))).unwrap()
    }

    /// All audit entries, the oldest first: what was done, and why.
    pub fn audit(&mut self) -> Vec<AuditEntry> {
        let mut entries = audit::list(&mut self.db, &AuditFilter::default(), None, 1_000).unwrap();
        entries.reverse();
        entries
    }

    pub fn actions(&mut self) -> Vec<String> {
        self.audit().into_iter().map(|entry| entry.action).collect()
    }
}

pub fn write_on<T>(db: &mut Db, now: DateTime<Utc>, ids: &Ids, work: impl FnOnce(&mut Write<'_>) -> Result<T, Error>) -> Result<T, Error> {
    db.write(|db| work(&mut Write::new(db, now, ids.clone(), None)))
}

pub fn cheap() -> HashingCost {
    HashingCost { memory_kib: 8, passes: 1, lanes: 1 }
}

pub fn cheap_hash(password: &str) -> String {
    Hasher::new(cheap()).unwrap().hash(&password.into()).unwrap()
}

pub fn new_account(email: &str, role: Role) -> NewAccount {
    NewAccount { email: email.to_owned(), name: "Ana Reyes".to_owned(), role, city: None, country: None, language: None }
}

pub fn actor(stored: &StoredAccount) -> Actor {
    let person = &stored.account.person;
    Actor { user: stored.account.id, role: person.role, city: person.city, country: person.country.clone() }
}

pub fn author(stored: &StoredAccount) -> Author {
    Author::Person(actor(stored))
}

/// Where an input is at fault.
pub fn pointers<T: std::fmt::Debug>(outcome: Result<T, Error>) -> Vec<String> {
    let refusal = outcome.unwrap_err();
    let Error::Invalid(faults) = refusal else { panic!("{refusal:?}") };
    faults.into_vec().into_iter().map(|Fault { pointer, .. }| pointer).collect()
}
