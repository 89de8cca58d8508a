//! Rounds are set up, changed and put away.

use std::sync::Arc;

use super::ground::survey;
use super::input;
use crate::actions::audit::{Change, record};
use crate::actions::context::{Author, Write};
use crate::actions::error::Error;
use crate::domain::id::RoundId;
use crate::domain::round::{RoundDeed, RoundState};
use crate::domain::round_plan::RoundPlan;
use crate::matching::engine::Engine;
use crate::store::connection::Db;
use crate::store::page::{Page, PageAsk};
use crate::store::rounds::{self, StoredRound};

/// Sets a round up.
///
/// # Errors
/// `Invalid` with every fault of the plan.
pub fn create(write: &mut Write<'_>, author: &Author, engine: &Arc<Engine>, plan: RoundPlan) -> Result<StoredRound, Error> {
    input::check(&survey(write.db, Arc::clone(engine), plan.kind)?, &plan)?;
    let round = StoredRound {
        id: RoundId(write.new_id()),
        plan,
        state: RoundState::Draft,
        runs: 0,
        job: None,
        created_by: author.name(),
        created_at: write.now,
        updated_at: write.now,
        released: None,
        version: 1,
    };
    rounds::insert(write.db, &round)?;
    record(write, author, Change::of("round.create", "round", round.id).to(&round.plan))?;
    Ok(round)
}

/// Changes what a round asks for. What was computed stays, as a run of the plan that it had.
///
/// # Errors
/// `Stale`; `Conflict` where it is being computed, released or closed; `Invalid` with every fault.
pub fn edit(
    write: &mut Write<'_>,
    author: &Author,
    (id, seen): (RoundId, i64),
    engine: &Arc<Engine>,
    plan: RoundPlan,
) -> Result<StoredRound, Error> {
    let mut round = seen_round(write, id, seen)?;
    let before = round.plan.clone();
    round.state = round.state.after(RoundDeed::Edit)?;
    input::check(&survey(write.db, Arc::clone(engine), plan.kind)?, &plan)?;
    round.plan = plan;
    save(write, &mut round)?;
    record(write, author, Change::of("round.edit", "round", id).from(&before).to(&round.plan))?;
    Ok(round)
}

/// Puts a round away. Its proposals go their own way.
///
/// # Errors
/// `Stale`; `Conflict` where it is being computed or closed already.
pub fn close(write: &mut Write<'_>, author: &Author, (id, seen): (RoundId, i64)) -> Result<StoredRound, Error> {
    let mut round = seen_round(write, id, seen)?;
    round.state = round.state.after(RoundDeed::Close)?;
    save(write, &mut round)?;
    record(write, author, Change::of("round.close", "round", id))?;
    Ok(round)
}

/// One round.
///
/// # Errors
/// `NotFound`.
pub fn get(db: &mut Db, id: RoundId) -> Result<StoredRound, Error> {
    rounds::find(db, id)?.ok_or(Error::NotFound("round"))
}

/// Rounds, newest first.
///
/// # Errors
/// The database's failure.
pub fn list(db: &mut Db, state: Option<RoundState>, ask: &PageAsk) -> Result<Page<StoredRound>, Error> {
    Ok(rounds::list(db, state, ask)?)
}

/// The round, where it is still the version that the caller has seen.
pub(super) fn seen_round(write: &mut Write<'_>, id: RoundId, seen: i64) -> Result<StoredRound, Error> {
    let round = get(write.db, id)?;
    if round.version == seen { Ok(round) } else { Err(Error::Stale) }
}

/// Writes a round by compare-and-set.
pub(super) fn save(write: &mut Write<'_>, round: &mut StoredRound) -> Result<(), Error> {
    round.updated_at = write.now;
    if !rounds::update(write.db, round)? {
        return Err(Error::Stale);
    }
    round.version += 1;
    Ok(())
}
