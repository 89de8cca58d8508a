//! A city's profile: written as a draft, handed in, then verified or returned.
//!
//! What was handed in is never changed: who writes again begins a new revision. The version counts every change of the profile as a whole,
//! so that nobody decides on a revision that they have not seen.

use std::collections::BTreeSet;

use super::access::Pass;
use super::audit::{self, Change};
use super::context::{Author, Write};
use super::error::{Error, invalid};
use super::themes;
use super::words;
use crate::domain::fault::Faults;
use crate::domain::id::{CityId, PracticeId, RevisionId};
use crate::domain::profile::{Profile, ProfileDeed, RevisionState};
use crate::domain::role::{Actor, Role};
use crate::matching::Taxonomy;
use crate::store::connection::Db;
use crate::store::{practices, profiles};

pub use crate::store::profiles::{Origin, Revision};

/// A city's profile.
#[derive(Debug, Clone, PartialEq)]
pub struct CurrentProfile {
    /// Counts every change; 0 before the first revision.
    pub version: i64,
    /// The newest revision, whatever its state.
    pub newest: Option<Revision>,
    /// The revision that matching uses.
    pub standing: Option<Revision>,
}

/// The profile of a city.
///
/// # Errors
/// The database's failure.
pub fn current(db: &mut Db, city: CityId) -> Result<CurrentProfile, Error> {
    let (version, newest) = profiles::newest(db, city)?;
    let standing = themes::standing(&profiles::standing(db, Some(&[city]))?).cloned();
    Ok(CurrentProfile { version, newest, standing })
}

/// Revisions of a city, newest first, below number `before`; one more than `limit` where more follow.
///
/// # Errors
/// The database's failure.
pub fn revisions(db: &mut Db, city: CityId, before: Option<i32>, limit: i64) -> Result<Vec<Revision>, Error> {
    Ok(profiles::revisions(db, city, before, limit + 1)?)
}

/// The newest revision of each of these cities that has one.
///
/// # Errors
/// The database's failure.
pub fn newest_of(db: &mut Db, cities: &[CityId]) -> Result<Vec<Revision>, Error> {
    Ok(profiles::newest_of(db, cities)?)
}

/// The revisions that wait for the secretariat, the longest waiting first.
///
/// # Errors
/// The database's failure.
pub fn waiting(db: &mut Db, limit: i64) -> Result<Vec<Revision>, Error> {
    Ok(profiles::waiting(db, limit)?)
}

/// The last revision of a city that the secretariat stood behind.
///
/// # Errors
/// The database's failure.
pub fn last_verified(db: &mut Db, city: CityId) -> Result<Option<Revision>, Error> {
    let handed_in = profiles::standing(db, Some(&[city]))?;
    Ok(handed_in.into_iter().rfind(|revision| revision.state == RevisionState::Verified))
}

/// Writes the draft: over itself, or as a new revision on top of one that was handed in.
///
/// # Errors
/// `Stale`, and `Invalid` with every fault of the body.
pub fn put(write: &mut Write<'_>, taxonomy: &Taxonomy, pass: &Pass, expected: i64, body: Profile) -> Result<CurrentProfile, Error> {
    let city = pass.addressed_city()?;
    let (version, newest) = profiles::newest(write.db, city)?;
    require_version(version, expected)?;
    faults_of(write.db, taxonomy, city, &body)?.into_result(()).map_err(Error::from)?;
    let draft = newest.as_ref().filter(|revision| revision.state == RevisionState::Draft);
    let revision = Revision {
        id: draft.map_or_else(|| RevisionId(write.new_id()), |draft| draft.id),
        city,
        number: draft.map_or_else(|| newest.as_ref().map_or(1, |newest| newest.number + 1), |draft| draft.number),
        state: RevisionState::Draft,
        body,
        origin: origin_of(&pass.actor),
        created_by: Some(pass.actor.user),
        created_at: draft.map_or(write.now, |draft| draft.created_at),
        submitted_at: None,
        decided_by: None,
        decided_at: None,
        reason: None,
    };
    advance(write, version, &revision)?;
    if draft.is_some() {
        profiles::update(write.db, &revision)?;
    } else {
        profiles::insert(write.db, &revision)?;
    }
    let change = Change::of("profile.write", "profile", city).touching([city]);
    record(write, &pass.actor, change, newest.as_ref(), &revision)?;
    current(write.db, city)
}

/// Hands the draft in.
///
/// # Errors
/// `Stale`; `Conflict` where there is no draft; `Invalid` for a draft that says nothing, or that the taxonomy has outrun.
pub fn submit(write: &mut Write<'_>, taxonomy: &Taxonomy, pass: &Pass, expected: i64) -> Result<CurrentProfile, Error> {
    let city = pass.addressed_city()?;
    let (version, before) = found(write.db, city, expected)?;
    let state = before.state.after(ProfileDeed::Submit)?;
    faults_of(write.db, taxonomy, city, &before.body)?.into_result(()).map_err(Error::from)?;
    if says_nothing(&before.body) {
        return Err(invalid("", "the draft says nothing yet: name at least one priority, capacity, offer or need"));
    }
    let after = Revision { state, submitted_at: Some(write.now), ..before.clone() };
    let change = Change::of("profile.submit", "profile", city).touching([city]);
    step(write, pass, version, change, (&before, &after))
}

/// The secretariat stands behind the revision that was handed in.
///
/// # Errors
/// `Stale`; `Conflict` where nothing waits.
pub fn verify(write: &mut Write<'_>, pass: &Pass, expected: i64) -> Result<CurrentProfile, Error> {
    let city = pass.addressed_city()?;
    let (version, before) = found(write.db, city, expected)?;
    let state = before.state.after(ProfileDeed::Verify)?;
    let after = Revision { state, decided_by: Some(pass.actor.user), decided_at: Some(write.now), ..before.clone() };
    let change = Change::of("profile.verify", "profile", city).touching([city]);
    step(write, pass, version, change, (&before, &after))
}

/// The secretariat sends the revision that was handed in back, and says why.
///
/// # Errors
/// `Invalid` without a reason; `Stale`; `Conflict` where nothing waits.
pub fn send_back(write: &mut Write<'_>, pass: &Pass, expected: i64, reason: &str) -> Result<CurrentProfile, Error> {
    let city = pass.addressed_city()?;
    let (version, before) = found(write.db, city, expected)?;
    let state = before.state.after(ProfileDeed::Return)?;
    words::required("/reason", reason)?;
    let reason = Some(reason.to_owned());
    let after =
        Revision { state, decided_by: Some(pass.actor.user), decided_at: Some(write.now), reason: reason.clone(), ..before.clone() };
    let change = Change::of("profile.return", "profile", city).touching([city]).because(reason);
    step(write, pass, version, change, (&before, &after))
}

fn require_version(found: i64, expected: i64) -> Result<(), Error> {
    if found == expected { Ok(()) } else { Err(Error::Stale) }
}

fn found(db: &mut Db, city: CityId, expected: i64) -> Result<(i64, Revision), Error> {
    let (version, newest) = profiles::newest(db, city)?;
    require_version(version, expected)?;
    let none = || Error::Conflict { state: "none".to_owned(), detail: "this city has no profile yet; write one first".to_owned() };
    Ok((version, newest.ok_or_else(none)?))
}

fn origin_of(actor: &Actor) -> Origin {
    match actor.role {
        Role::FocalPoint => Origin::City,
        Role::Officer | Role::Approver | Role::Admin | Role::Observer => Origin::Secretariat,
    }
}

fn says_nothing(body: &Profile) -> bool {
    body.priorities.is_empty() && body.capacities.is_empty() && body.offers.is_empty() && body.needs.is_empty()
}

/// What the body says wrong, and practices that are not the city's own.
fn faults_of(db: &mut Db, taxonomy: &Taxonomy, city: CityId, body: &Profile) -> Result<Faults, Error> {
    let mut faults = body.faults(&|theme| taxonomy.has(theme));
    if body.capacities.iter().all(|capacity| capacity.practice.is_none()) {
        return Ok(faults);
    }
    let own: BTreeSet<PracticeId> = practices::of_cities(db, Some(&[city]))?.into_iter().map(|practice| practice.id).collect();
    for (i, capacity) in body.capacities.iter().enumerate() {
        let is_own = capacity.practice.is_none_or(|practice| own.contains(&practice));
        faults.require(is_own, format!("/capacities/{i}/practice"), "is not a practice of this city");
    }
    Ok(faults)
}

fn advance(write: &mut Write<'_>, version: i64, revision: &Revision) -> Result<(), Error> {
    if profiles::advance(write.db, revision.city, version, revision.number)? { Ok(()) } else { Err(Error::Stale) }
}

fn step(
    write: &mut Write<'_>,
    pass: &Pass,
    version: i64,
    change: Change,
    (before, after): (&Revision, &Revision),
) -> Result<CurrentProfile, Error> {
    advance(write, version, after)?;
    profiles::update(write.db, after)?;
    themes::refresh(write, &[after.city])?;
    record(write, &pass.actor, change, Some(before), after)?;
    current(write.db, after.city)
}

fn record(write: &mut Write<'_>, actor: &Actor, change: Change, before: Option<&Revision>, after: &Revision) -> Result<(), Error> {
    let content = |revision: &Revision| (revision.number, revision.state, revision.body.clone());
    let change = change.to(&content(after));
    let change = match before {
        Some(before) => change.from(&content(before)),
        None => change,
    };
    audit::record(write, &Author::from(actor), change)
}
