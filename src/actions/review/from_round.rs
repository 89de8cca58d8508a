//! A proposal out of a round: with the explanation, the hashes and the alternates of the run that chose the pairing.

use super::create::{NewProposal, content_hash_of, insert, refuse_twin, summary_of};
use crate::actions::access::Pass;
use crate::actions::context::{Author, Write};
use crate::actions::error::Error;
use crate::domain::city::{City, CityStatus};
use crate::domain::id::{CityId, ProposalId};
use crate::domain::pairing::Pair;
use crate::domain::proposal::ProposalState;
use crate::matching::taxonomy::Taxonomy;
use crate::store::cities::{self, CityRef};
use crate::store::proposals::StoredProposal;
use crate::store::rounds::{StoredPairing, StoredRun};

/// Proposes a pairing of a run; the words inside say why not, where it cannot be proposed any more.
///
/// # Errors
/// The database's failure.
pub fn propose(
    write: &mut Write<'_>,
    pass: &Pass,
    taxonomy: &Taxonomy,
    (run, pairing): (&StoredRun, &StoredPairing),
) -> Result<Result<StoredProposal, String>, Error> {
    let new = NewProposal {
        kind: run.plan.kind,
        theme: run.plan.theme.clone(),
        city: CityRef::Id(pairing.first),
        partner: CityRef::Id(pairing.second),
        request: None,
        summary: None,
        override_reason: None,
        is_held: false,
    };
    let (first, second) = (city(write, pairing.first)?, city(write, pairing.second)?);
    if let Some(gone) = [&first, &second].into_iter().find(|city| city.record.status != CityStatus::Active) {
        return Ok(Err(format!("{} is {}", gone.record.name, gone.record.status)));
    }
    let pair = Pair { first: pairing.first, second: pairing.second };
    match refuse_twin(write, &new, pair) {
        Err(Error::Exists(words)) => return Ok(Err(words)),
        other => other?,
    }
    let summary = summary_of(&new, &first, &second, taxonomy);
    let by = pass.actor.user;
    let proposal = StoredProposal {
        id: ProposalId(write.new_id()),
        kind: new.kind,
        theme: new.theme.clone(),
        pair,
        state: ProposalState::Proposed,
        version: 1,
        request: None,
        content_hash: content_hash_of(new.kind, new.theme.as_ref(), pair, &summary, &pairing.explanation),
        summary,
        model_name: run.model_name.clone(),
        model_hash: run.model_hash.clone(),
        snapshot_hash: run.snapshot_hash.clone(),
        score: Some(pairing.score),
        explanation: pairing.explanation.clone(),
        alternates: pairing.alternates.clone(),
        is_held: false,
        created_by: by,
        last_edited_by: by,
        recommended_by: None,
        approved_by: None,
        created_at: write.now,
        updated_at: write.now,
        invited_at: None,
        expires_at: None,
        published_at: None,
        round: Some(run.round),
    };
    insert(write, &Author::from(&pass.actor), &proposal, None)?;
    Ok(Ok(proposal))
}

fn city(write: &mut Write<'_>, id: CityId) -> Result<City, Error> {
    cities::find(write.db, &CityRef::Id(id))?.ok_or(Error::NotFound("city"))
}
