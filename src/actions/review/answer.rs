//! The cities' word: the second yes makes the partnership, a no brings up the next alternate.

use super::create::{self, Alternates, Draft, NewProposal};
use super::steps::{self, Deeds};
use crate::actions::access::Pass;
use crate::actions::context::{Author, Write};
use crate::actions::error::Error;
use crate::actions::partnerships;
use crate::actions::words::{Reason, codes};
use crate::domain::city::CityStatus;
use crate::domain::id::{AnswerId, ProposalId};
use crate::domain::proposal::{AnswerWord, Deed, ProposalState};
use crate::matching::engine::Engine;
use crate::store::cities::{self, CityRef};
use crate::store::proposal_steps::{self, StoredAnswer};
use crate::store::proposals::StoredProposal;

/// What became of an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Answered {
    /// The proposal as it stands now.
    pub proposal: StoredProposal,
    /// The proposal of the next alternate, which a decline brings up for the secretariat.
    pub next: Option<StoredProposal>,
}

/// Records a city's answer to the version that it has seen.
///
/// # Errors
/// `Invalid` for a decline without a reason, `Stale`, or the domain's refusal.
pub fn answer(
    write: &mut Write<'_>,
    pass: &Pass,
    engine: &Engine,
    (id, seen): (ProposalId, i64),
    (word, reason): (AnswerWord, Reason),
) -> Result<Answered, Error> {
    let before = steps::load(write, id, seen)?;
    let made = steps::view(write.db, &before)?.apply(Deed::Answer(word), &pass.actor)?;
    reason.check(codes::DECLINE, word == AnswerWord::Decline)?;
    let city = pass.actor.city.ok_or(Error::NotFound("proposal"))?;
    let given = StoredAnswer {
        id: AnswerId(write.new_id()),
        proposal: id,
        city,
        word,
        reason_code: reason.code.clone(),
        reason: reason.words.clone(),
        answered_by: pass.actor.user,
        at: write.now,
    };
    proposal_steps::add_answer(write.db, &given)?;
    let mut after = before.clone();
    let author = Author::from(&pass.actor);
    steps::save(
        write,
        &before,
        &mut after,
        &made,
        &Deeds { name: word.as_str(), author: &author, reason_code: reason.code, reason: reason.words },
    )?;
    if matches!(after.state, ProposalState::Accepted | ProposalState::Published) {
        partnerships::begin(write, &after)?;
    }
    let next = if after.state == ProposalState::Declined { bring_up_next(write, engine, &after)? } else { None };
    Ok(Answered { proposal: after, next })
}

/// Proposes the first alternate that is still possible, in the name of the officer who made the declined proposal. It starts at the
/// beginning: nobody has reviewed it.
fn bring_up_next(write: &mut Write<'_>, engine: &Engine, declined: &StoredProposal) -> Result<Option<StoredProposal>, Error> {
    let Ok(alternates) = serde_json::from_value::<Alternates>(declined.alternates.clone()) else { return Ok(None) };
    let Some(city) = cities::find(write.db, &CityRef::Id(alternates.city))? else { return Ok(None) };
    for alternate in alternates.items {
        let Some(partner) = cities::find(write.db, &CityRef::Id(alternate.city.id))? else { continue };
        if partner.record.status != CityStatus::Active || city.record.status != CityStatus::Active {
            continue;
        }
        let new = NewProposal {
            kind: declined.kind,
            theme: declined.theme.clone(),
            city: CityRef::Id(city.id),
            partner: CityRef::Id(partner.id),
            request: declined.request,
            summary: None,
            override_reason: None,
            is_held: declined.is_held,
        };
        let explanation = create::explain(engine, city.id, partner.id, &new)?;
        if !explanation.rules.is_empty() {
            continue;
        }
        let summary = create::summary_of(&new, &city, &partner, engine.model().taxonomy());
        let draft = Draft { new: &new, city: &city, partner: &partner, explanation, summary, by: declined.created_by };
        match create::assemble(write, engine, &draft) {
            Ok(next) => {
                let reason = format!("the next alternate after proposal {} was declined", declined.id);
                create::insert(write, &Author::Clock, &next, Some(reason))?;
                return Ok(Some(next));
            }
            // Somebody proposed this alternate already: the one after it is next.
            Err(Error::Exists(_)) => {}
            Err(other) => return Err(other),
        }
    }
    Ok(None)
}
