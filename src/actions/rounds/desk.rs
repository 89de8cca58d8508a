//! Rounds as the secretariat has them on its desk: each with its newest run, its job, who set it up, and what became of its pairings.

use crate::actions::accounts;
use crate::actions::error::Error;
use crate::actions::jobs;
use crate::domain::id::RoundId;
use crate::domain::proposal::ProposalState;
use crate::domain::round::RoundState;
use crate::store::connection::Db;
use crate::store::jobs::StoredJob;
use crate::store::page::{Page, PageAsk};
use crate::store::proposals;
use crate::store::rounds::{self, StoredRound, StoredRun};

/// A round in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    /// The round.
    pub round: StoredRound,
    /// Its newest run.
    pub newest: Option<StoredRun>,
    /// Who set it up, by name; none where no person did.
    pub made_by: Option<String>,
}

/// Rounds, newest first.
///
/// # Errors
/// The database's failure.
pub fn listing(db: &mut Db, state: Option<RoundState>, ask: &PageAsk) -> Result<Page<Listed>, Error> {
    let page = super::plan::list(db, state, ask)?;
    page.try_map(|round| {
        let newest = rounds::run(db, round.id, round.runs)?;
        let made_by = person(db, &round.created_by)?;
        Ok(Listed { round, newest, made_by })
    })
}

/// What became of the proposals of a round.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Standing {
    /// Proposals that were not withdrawn.
    pub live: usize,
    /// Of these, those that somebody has decided on or changed.
    pub touched: usize,
}

/// One round with everything around it.
#[derive(Debug, Clone, PartialEq)]
pub struct OnDesk {
    /// The round.
    pub round: StoredRound,
    /// Its runs, newest first.
    pub runs: Vec<StoredRun>,
    /// Its newest job.
    pub job: Option<StoredJob>,
    /// Who set it up, by name; none where no person did.
    pub made_by: Option<String>,
    /// Who released it, where it is released.
    pub released_by: Option<String>,
    /// What became of its proposals.
    pub standing: Standing,
}

/// One round.
///
/// # Errors
/// `NotFound`.
pub fn open(db: &mut Db, id: RoundId) -> Result<OnDesk, Error> {
    let round = super::plan::get(db, id)?;
    let mut runs = rounds::runs(db, id)?;
    runs.reverse();
    let job = round.job.map(|job| jobs::get(db, job)).transpose()?;
    let made_by = person(db, &round.created_by)?;
    let released_by = match &round.released {
        Some((_, by)) => person(db, by)?,
        None => None,
    };
    let standing = standing(db, id)?;
    Ok(OnDesk { round, runs, job, made_by, released_by, standing })
}

fn standing(db: &mut Db, id: RoundId) -> Result<Standing, Error> {
    let made = proposals::of_round(db, id)?;
    let live = made.iter().filter(|proposal| proposal.state != ProposalState::Withdrawn);
    let is_touched = |proposal: &&proposals::Brief| proposal.state != ProposalState::Proposed || proposal.version != 1;
    Ok(Standing { live: live.clone().count(), touched: live.filter(is_touched).count() })
}

/// The name of a person whom the audit log names by their id.
fn person(db: &mut Db, named: &str) -> Result<Option<String>, Error> {
    let Ok(id) = named.parse() else { return Ok(None) };
    match accounts::get(db, id) {
        Ok(account) => Ok(Some(account.account.person.name)),
        Err(Error::NotFound(_)) => Ok(None),
        Err(error) => Err(error),
    }
}
