//! Good practices: handed in by a city, curated and published by the secretariat.

use super::access::Pass;
use super::audit::{self, Change};
use super::context::{Author, Write};
use super::error::{Error, invalid};
use super::themes;
use crate::domain::fault::{Faults, TEXT_MAX_CHARS, check_optional_text};
use crate::domain::id::{CityId, PracticeId};
use crate::domain::practice::{Practice, PracticeState};
use crate::domain::role::Role;
use crate::matching::Taxonomy;
use crate::store::connection::Db;
use crate::store::page::{Page, PageAsk};
use crate::store::practices as store;

pub use crate::store::practices::StoredPractice;

/// A page of a city's practices, in every state, in the order in which they came.
///
/// # Errors
/// The database's failure.
pub fn list(db: &mut Db, city: CityId, ask: &PageAsk) -> Result<Page<StoredPractice>, Error> {
    Ok(store::list(db, city, ask)?)
}

/// One practice of a city.
///
/// # Errors
/// `NotFound`.
pub fn find(db: &mut Db, city: CityId, id: PracticeId) -> Result<StoredPractice, Error> {
    store::find(db, city, id)?.ok_or(Error::NotFound("practice"))
}

/// Hands a practice in.
///
/// # Errors
/// `Invalid` with every fault.
pub fn create(write: &mut Write<'_>, taxonomy: &Taxonomy, pass: &Pass, body: Practice) -> Result<StoredPractice, Error> {
    let city = pass.addressed_city()?;
    check(taxonomy, &body)?;
    let new = StoredPractice {
        id: PracticeId(write.new_id()),
        city,
        state: PracticeState::Submitted,
        body,
        reason: None,
        version: 1,
        created_by: Some(pass.actor.user),
        created_at: write.now,
        updated_at: write.now,
    };
    store::insert(write.db, std::slice::from_ref(&new))?;
    let change = Change::of("practice.create", "practice", new.id).touching([city]).to(&new.body);
    audit::record(write, &Author::from(&pass.actor), change)?;
    Ok(new)
}

/// A practice and the version of it that the caller has seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeenPractice {
    /// Which practice.
    pub id: PracticeId,
    /// Which version.
    pub version: i64,
}

/// Corrects a practice. What the city itself changes is handed in anew, whatever the secretariat thought of it before.
///
/// # Errors
/// `NotFound`, `Stale`, and `Invalid` with every fault.
pub fn update(
    write: &mut Write<'_>,
    taxonomy: &Taxonomy,
    pass: &Pass,
    seen: SeenPractice,
    body: Practice,
) -> Result<StoredPractice, Error> {
    let before = found(write.db, pass, seen)?;
    check(taxonomy, &body)?;
    let is_city = pass.actor.role == Role::FocalPoint;
    let after = StoredPractice {
        body,
        state: if is_city { PracticeState::Submitted } else { before.state },
        reason: if is_city { None } else { before.reason.clone() },
        created_by: before.created_by.or(Some(pass.actor.user)),
        updated_at: write.now,
        ..before.clone()
    };
    save(write, pass, Change::of("practice.update", "practice", seen.id), (&before, after))
}

/// What the secretariat makes of a practice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Where it goes: one step on, or one back.
    pub state: PracticeState,
    /// Why; needed for sending it back to the city.
    pub reason: Option<String>,
}

/// Curates or publishes a practice, or takes it one step back.
///
/// # Errors
/// `NotFound`, `Stale`; `Conflict` for a step that does not exist from where it stands; `Invalid` without a needed reason.
pub fn decide(write: &mut Write<'_>, pass: &Pass, seen: SeenPractice, verdict: Verdict) -> Result<StoredPractice, Error> {
    let before = found(write.db, pass, seen)?;
    if !before.state.may_become(verdict.state) {
        let detail = format!("this practice is {}, and from there it cannot become {}", before.state, verdict.state);
        return Err(Error::Conflict { state: before.state.to_string(), detail });
    }
    check_reason(&verdict)?;
    let action = match verdict.state {
        PracticeState::Submitted => "practice.return",
        PracticeState::Curated => "practice.curate",
        PracticeState::Published => "practice.publish",
    };
    let after = StoredPractice { state: verdict.state, reason: verdict.reason.clone(), updated_at: write.now, ..before.clone() };
    save(write, pass, Change::of(action, "practice", seen.id).because(verdict.reason), (&before, after))
}

fn check_reason(verdict: &Verdict) -> Result<(), Error> {
    if verdict.state == PracticeState::Submitted && verdict.reason.is_none() {
        return Err(invalid("/reason", "is needed here: say what the city should change"));
    }
    let mut faults = Faults::new();
    check_optional_text(&mut faults, "/reason", verdict.reason.as_deref(), TEXT_MAX_CHARS);
    faults.into_result(()).map_err(Error::from)
}

fn check(taxonomy: &Taxonomy, body: &Practice) -> Result<(), Error> {
    body.faults(&|theme| taxonomy.has(theme)).into_result(()).map_err(Error::from)
}

fn found(db: &mut Db, pass: &Pass, seen: SeenPractice) -> Result<StoredPractice, Error> {
    let practice = find(db, pass.addressed_city()?, seen.id)?;
    if practice.version == seen.version { Ok(practice) } else { Err(Error::Stale) }
}

fn save(
    write: &mut Write<'_>,
    pass: &Pass,
    change: Change,
    (before, after): (&StoredPractice, StoredPractice),
) -> Result<StoredPractice, Error> {
    if !store::update(write.db, &after)? {
        return Err(Error::Stale);
    }
    themes::refresh(write, &[after.city])?;
    let change = change.touching([after.city]).from(&(before.state, &before.body)).to(&(after.state, &after.body));
    audit::record(write, &Author::from(&pass.actor), change)?;
    Ok(StoredPractice { version: after.version + 1, ..after })
}
