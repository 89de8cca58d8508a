//! What every deed on a proposal has in common: load, check the version, save by compare-and-set, record the steps and the audit entry.

use crate::actions::audit::{Change, record};
use crate::actions::context::{Author, Write};
use crate::actions::error::Error;
use crate::domain::id::ProposalId;
use crate::domain::proposal::{Proposal, ProposalState, Step};
use crate::store::connection::Db;
use crate::store::proposal_steps::{self, StoredStep};
use crate::store::proposals::{self, StoredProposal};
use crate::store::review_claims;

/// Who did what, and why.
pub(super) struct Deeds<'a> {
    pub(super) name: &'static str,
    pub(super) author: &'a Author,
    pub(super) reason_code: Option<String>,
    pub(super) reason: Option<String>,
}

/// The proposal, where it is still the version that the caller has seen.
pub(super) fn load(write: &mut Write<'_>, id: ProposalId, seen: i64) -> Result<StoredProposal, Error> {
    let proposal = proposals::find(write.db, id)?.ok_or(Error::NotFound("proposal"))?;
    if proposal.version == seen { Ok(proposal) } else { Err(Error::Stale) }
}

/// What the domain's rules need to know of it.
pub(super) fn view(db: &mut Db, proposal: &StoredProposal) -> Result<Proposal, Error> {
    Ok(Proposal {
        state: proposal.state,
        pair: proposal.pair,
        created_by: proposal.created_by,
        last_edited_by: proposal.last_edited_by,
        recommended_by: proposal_steps::recommenders(db, proposal.id)?,
        accepted_by: proposal_steps::accepted_by(db, proposal.id)?,
        is_held: proposal.is_held,
    })
}

/// Writes the proposal with the state that the steps end in, and records both.
pub(super) fn save(
    write: &mut Write<'_>,
    before: &StoredProposal,
    after: &mut StoredProposal,
    made: &[Step],
    deeds: &Deeds<'_>,
) -> Result<(), Error> {
    after.state = made.last().map_or(before.state, |step| step.to);
    after.updated_at = write.now;
    if after.state == ProposalState::Published {
        after.published_at = Some(write.now);
    }
    if !proposals::update(write.db, after)? {
        return Err(Error::Stale);
    }
    after.version += 1;
    // Whoever was looking at it looks at something else now.
    review_claims::release(write.db, after.id)?;
    add(write, after, made, deeds)?;
    let change = Change { action: action_of(deeds.name), ..Change::of("", "proposal", after.id) }
        .touching([after.pair.first, after.pair.second])
        .from(&(before.state, &before.content_hash))
        .to(&(after.state, &after.content_hash))
        .because(deeds.reason.clone().or_else(|| deeds.reason_code.clone()));
    record(write, deeds.author, change)
}

fn action_of(deed: &str) -> &'static str {
    match deed {
        "edit" => "proposal.edit",
        "recommend" => "proposal.recommend",
        "approve" => "proposal.approve",
        "reject" => "proposal.reject",
        "defer" => "proposal.defer",
        "return" => "proposal.return",
        "accept" => "proposal.accept",
        "decline" => "proposal.decline",
        "publish" => "proposal.publish",
        "withdraw" => "proposal.withdraw",
        "undo" => "proposal.undo",
        _ => "proposal.expire",
    }
}

/// Records steps after those that the proposal has.
pub(super) fn add(write: &mut Write<'_>, proposal: &StoredProposal, made: &[Step], deeds: &Deeds<'_>) -> Result<(), Error> {
    let held = proposal_steps::count(write.db, proposal.id)?;
    for (number, step) in (held + 1..).zip(made) {
        let actor = match deeds.author {
            Author::Person(actor) => Some(actor.user),
            Author::Import | Author::CommandLine | Author::Clock | Author::Worker | Author::Visitor => None,
        };
        let step = StoredStep {
            proposal: proposal.id,
            number,
            deed: deeds.name.to_owned(),
            from: step.from,
            to: step.to,
            version: proposal.version,
            actor,
            actor_role: deeds.author.role().to_owned(),
            reason_code: deeds.reason_code.clone(),
            reason: deeds.reason.clone(),
            seen_hash: proposal.content_hash.clone(),
            at: write.now,
        };
        proposal_steps::add_step(write.db, &step)?;
    }
    Ok(())
}
