//! A round's pairings become proposals, and can be taken back as long as nobody has decided on any of them.

use serde::Serialize;

use super::plan::{save, seen_round};
use crate::actions::access::Pass;
use crate::actions::audit::{Change, record};
use crate::actions::context::{Author, Write};
use crate::actions::error::Error;
use crate::actions::review::{decide, from_round};
use crate::actions::words::Reason;
use crate::domain::id::{CityId, RoundId};
use crate::domain::proposal::ProposalState;
use crate::domain::round::RoundDeed;
use crate::matching::taxonomy::Taxonomy;
use crate::store::page::PageAsk;
use crate::store::proposals::{self, Brief};
use crate::store::rounds::{self, StoredRound};

/// More pairings than any round has.
const ALL: i64 = 1_000_000;

/// A released round.
#[derive(Debug)]
pub struct Released {
    /// The round.
    pub round: StoredRound,
    /// How many proposals were made.
    pub proposals: usize,
    /// Pairings of which none was made.
    pub skipped: Vec<Skipped>,
}

/// A pairing of which no proposal was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Skipped {
    /// The two cities.
    pub pair: [CityId; 2],
    /// Why not, in words.
    pub why: String,
}

/// Makes a proposal of every pairing of the newest run, each with the explanation that was computed with it. What cannot be proposed any more
/// is skipped and said; the others go out.
///
/// # Errors
/// `Stale`; `Conflict` where the newest run is not of the present plan, has no pairings, or the round is released already.
pub fn release(write: &mut Write<'_>, pass: &Pass, taxonomy: &Taxonomy, (id, seen): (RoundId, i64)) -> Result<Released, Error> {
    let mut round = seen_round(write, id, seen)?;
    round.state = round.state.after(RoundDeed::Release)?;
    let run = rounds::run(write.db, id, round.runs)?.ok_or(Error::NotFound("run"))?;
    let pairings = rounds::pairings(write.db, id, run.number, &PageAsk { limit: ALL, after: None })?.items;
    if pairings.is_empty() {
        let detail = "the newest run has no pairings; look at its analysis, change the round and compute it again".to_owned();
        return Err(Error::Conflict { state: "computed".to_owned(), detail });
    }
    let (mut made, mut skipped) = (0, Vec::new());
    for (_, pairing) in &pairings {
        match from_round::propose(write, pass, taxonomy, (&run, pairing))? {
            Ok(_) => made += 1,
            Err(why) => skipped.push(Skipped { pair: [pairing.first, pairing.second], why }),
        }
    }
    round.released = Some((write.now, pass.actor.user.to_string()));
    save(write, &mut round)?;
    record(write, &Author::from(&pass.actor), Change::of("round.release", "round", id).to(&(run.number, made, &skipped)))?;
    Ok(Released { round, proposals: made, skipped })
}

/// What a release would make, without making it.
///
/// # Errors
/// As [`release`].
pub fn preview(write: &mut Write<'_>, pass: &Pass, taxonomy: &Taxonomy, seen: (RoundId, i64)) -> Result<Released, Error> {
    write.trial(|write| release(write, pass, taxonomy, seen))
}

/// Takes a release back: every proposal is withdrawn, and the round stands as it was computed.
///
/// # Errors
/// `Stale`; `Conflict` where anybody has decided on or changed one of the proposals.
pub fn recall(write: &mut Write<'_>, pass: &Pass, (id, seen): (RoundId, i64), reason: &str) -> Result<StoredRound, Error> {
    let mut round = seen_round(write, id, seen)?;
    round.state = round.state.after(RoundDeed::Recall)?;
    let made = proposals::of_round(write.db, id)?;
    let live: Vec<Brief> = made.into_iter().filter(|proposal| proposal.state != ProposalState::Withdrawn).collect();
    let touched = live.iter().filter(|proposal| proposal.state != ProposalState::Proposed || proposal.version != 1).count();
    if touched > 0 {
        let detail = format!("{touched} of its {} proposals have been decided on or changed; withdraw the others one by one", live.len());
        return Err(Error::Conflict { state: "in_review".to_owned(), detail });
    }
    for proposal in live {
        let why = Reason { code: Some("other".to_owned()), words: Some(reason.to_owned()) };
        decide::withdraw(write, pass, proposal.id, proposal.version, why)?;
    }
    round.released = None;
    save(write, &mut round)?;
    record(write, &Author::from(&pass.actor), Change::of("round.recall", "round", id).because(Some(reason.to_owned())))?;
    Ok(round)
}
