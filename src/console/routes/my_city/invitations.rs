//! Proposals as one of the two cities may see them: from the invitation on, and without what the other has said before the end.

use chrono::{DateTime, Utc};

use super::whole;
use crate::actions::error::Error;
use crate::actions::review::read::{self, ProposalView};
use crate::console::marks::Theme;
use crate::console::pages::my_city::{InvitationLine, InvitationStanding};
use crate::console::routes::signed::Signed;
use crate::domain::access::Operation;
use crate::domain::city::City;
use crate::domain::id::CityId;
use crate::domain::proposal::{AnswerWord, ProposalState};
use crate::store::proposals::ProposalFilter;

/// The invitations of the own city, the newest first.
///
/// # Errors
/// What the table of rights says; the database's failure.
pub(super) async fn all(signed: &Signed) -> Result<Vec<InvitationLine>, Error> {
    let city = signed.actor.city.ok_or(Error::NotFound("city"))?;
    let list = move |db: &mut _, actor: &_| whole(|ask| read::list(db, actor, ProposalFilter::default(), ask));
    let found = signed.read(Operation::ListProposals, None, move |db, pass| list(db, &pass.actor)).await?;
    let (taxonomy, lang, now) = (signed.visit.app.model().taxonomy(), signed.visit.frame.lang, signed.visit.app.clock().now());
    let line = |view: &ProposalView| {
        let proposal = &view.proposal;
        InvitationLine {
            id: proposal.id.to_string(),
            partner: other_of(view, city).record.name.clone(),
            kind: proposal.kind,
            theme: proposal.theme.as_ref().and_then(|code| Theme::named(taxonomy, code, lang)),
            standing: standing(view, city),
            invited: proposal.invited_at.map(|at| at.date_naive()),
            until: proposal.expires_at.map(|end| (end.date_naive(), days_left(end, now))),
        }
    };
    let mut lines: Vec<InvitationLine> = found.iter().map(line).collect();
    lines.reverse();
    Ok(lines)
}

/// Whole days until a moment; 0 where it is over.
pub(super) fn days_left(end: DateTime<Utc>, now: DateTime<Utc>) -> usize {
    usize::try_from((end - now).num_days()).unwrap_or_default()
}

/// The other one of the two cities.
pub(super) fn other_of(view: &ProposalView, city: CityId) -> &City {
    if view.first.id == city { &view.second } else { &view.first }
}

/// Where it stands for this city. What the other one has said shows only in what became of it.
pub(super) fn standing(view: &ProposalView, city: CityId) -> InvitationStanding {
    let has_said_yes = view.answers.iter().any(|answer| answer.city == city && answer.word == AnswerWord::Accept);
    match view.proposal.state {
        ProposalState::Invited if has_said_yes => InvitationStanding::Waiting,
        ProposalState::Invited => InvitationStanding::Unanswered,
        ProposalState::Accepted => InvitationStanding::Accepted,
        ProposalState::Published => InvitationStanding::Published,
        ProposalState::Declined => InvitationStanding::Declined,
        ProposalState::Expired => InvitationStanding::Expired,
        ProposalState::Withdrawn
        | ProposalState::Proposed
        | ProposalState::Recommended
        | ProposalState::Approved
        | ProposalState::Deferred
        | ProposalState::Returned
        | ProposalState::Rejected => InvitationStanding::Withdrawn,
    }
}
