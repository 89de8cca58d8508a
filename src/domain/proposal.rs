//! A proposal's states and the only ways between them.
//!
//! Every decision on a proposal is a call of [`Proposal::apply`]: it takes what the proposal is, what somebody wants to do to it and who
//! they are, and gives the steps to record or the reason why not. It writes nothing.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::id::{CityId, UserId};
use super::pairing::Pair;
use super::role::{Actor, Role};

crate::text_enum! {
    /// Where a proposal stands.
    ProposalState {
        /// Put to the secretariat.
        Proposed = "proposed",
        /// The first reviewer is for it.
        Recommended = "recommended",
        /// The deciding reviewer is for it.
        Approved = "approved",
        /// Both cities have been asked.
        Invited = "invited",
        /// Both cities have said yes.
        Accepted = "accepted",
        /// It is public.
        Published = "published",
        /// Put off by a reviewer.
        Deferred = "deferred",
        /// Sent back for more work.
        Returned = "returned",
        /// Turned down by a reviewer.
        Rejected = "rejected",
        /// Taken back.
        Withdrawn = "withdrawn",
        /// Not answered in time.
        Expired = "expired",
        /// A city said no.
        Declined = "declined",
    }
}

crate::text_enum! {
    /// A reviewer's word.
    Decision {
        /// First review: for it.
        Recommend = "recommend",
        /// Deciding review: for it.
        Approve = "approve",
        /// Against it.
        Reject = "reject",
        /// Not now.
        Defer = "defer",
        /// Back for more work.
        Return = "return",
    }
}

crate::text_enum! {
    /// A city's word.
    AnswerWord {
        /// Yes.
        Accept = "accept",
        /// No.
        Decline = "decline",
    }
}

/// What somebody wants to do to a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// A reviewer decides.
    Review(Decision),
    /// An officer changes it; approvals start again.
    Edit,
    /// A city answers.
    Answer(AnswerWord),
    /// The approver makes an accepted pairing public.
    Publish,
    /// The secretariat takes it back.
    Withdraw,
    /// The time to answer is over.
    Expire,
}

/// What the rules need to know of a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Where it stands.
    pub state: ProposalState,
    /// The two cities.
    pub pair: Pair,
    /// Who put it to the secretariat.
    pub created_by: UserId,
    /// Who changed it last.
    pub last_edited_by: UserId,
    /// Everyone who recommended the version that stands.
    pub recommended_by: Vec<UserId>,
    /// The cities that have said yes.
    pub accepted_by: Vec<CityId>,
    /// Whether the approver held publication back.
    pub is_held: bool,
}

/// One step that a deed makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Where it stood.
    pub from: ProposalState,
    /// Where it stands now. Equal to `from` where a first acceptance waits for the second.
    pub to: ProposalState,
}

/// Why a deed is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The deed does not fit the state.
    #[error("the proposal is {state}, and {wanted} is possible only when it is {}", list(allowed))]
    WrongState {
        /// Where it stands.
        state: ProposalState,
        /// What was wanted, in words.
        wanted: &'static str,
        /// Where it would have to stand.
        allowed: &'static [ProposalState],
    },
    /// The same person had a hand in it before.
    #[error("four eyes: you {hand} this proposal, so another approver has to decide")]
    FourEyes {
        /// What they did to it.
        hand: &'static str,
    },
    /// The role does not carry this deed.
    #[error("{wanted} belongs to the role {needed}")]
    WrongRole {
        /// What was wanted, in words.
        wanted: &'static str,
        /// Who may.
        needed: Role,
    },
    /// The city is not one of the two.
    #[error("your city is not one of the two cities of this proposal")]
    NotAParty,
    /// The city has answered.
    #[error("your city has accepted already; to take it back ask the secretariat to withdraw the proposal")]
    AlreadyAnswered,
    /// A decision that cannot be undone any more, or not by this person.
    #[error("{}", .0.why())]
    NoUndo(NoUndo),
}

/// Why a decision stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoUndo {
    /// The last step was no reviewer's word.
    NoDecision,
    /// Somebody else's word.
    NotYours,
    /// The time is over.
    TooLate,
    /// A city has answered.
    CityAnswered,
}

impl NoUndo {
    fn why(self) -> &'static str {
        match self {
            NoUndo::NoDecision => "the last step of this proposal was no decision of a reviewer, so there is nothing to undo",
            NoUndo::NotYours => "only the reviewer who decided can undo a decision",
            NoUndo::TooLate => "a decision can be undone for 10 minutes; after that decide anew, or withdraw the proposal",
            NoUndo::CityAnswered => "a city has answered already; withdraw the proposal instead",
        }
    }
}

/// A reviewer's word that was the last step of a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LastWord {
    /// The word.
    pub decision: Decision,
    /// Whose.
    pub by: UserId,
    /// When.
    pub at: DateTime<Utc>,
    /// Where the proposal stood before it.
    pub from: ProposalState,
}

fn list(states: &[ProposalState]) -> String {
    states.iter().map(|state| state.as_str()).collect::<Vec<_>>().join(" or ")
}

use ProposalState::{
    Accepted, Approved, Declined, Deferred, Expired, Invited, Proposed, Published, Recommended, Rejected, Returned, Withdrawn,
};

/// Days that the cities have to answer an invitation.
pub const DAYS_TO_ANSWER: i64 = 60;

/// How long a reviewer may undo their own word, in minutes.
pub const MINUTES_TO_UNDO: i64 = 10;

/// Days within which a proposal or a request should have its answer.
pub const DAYS_AIMED_AT: i64 = 28;

impl ProposalState {
    /// Whether no reviewer, city or clock can change it any more.
    pub fn is_final(self) -> bool {
        matches!(self, Rejected | Withdrawn | Expired | Declined)
    }

    /// Whether the two cities may know of it (rule 2 of the domain: not before the approver's word).
    pub fn is_known_to_cities(self) -> bool {
        matches!(self, Invited | Accepted | Published | Declined | Expired)
    }
}

impl Proposal {
    /// The steps that this deed makes, in order; never empty.
    ///
    /// # Errors
    /// [`Refusal`] where role, four eyes, party or state stand against it, asked in that order.
    pub fn apply(&self, deed: Deed, actor: &Actor) -> Result<Vec<Step>, Refusal> {
        match deed {
            Deed::Review(decision) => self.review(decision, actor),
            Deed::Edit => {
                require_role(actor, "editing", Role::Officer)?;
                self.go("editing", &[Proposed, Recommended, Deferred, Returned], &[Proposed])
            }
            Deed::Answer(word) => self.answer(word, actor),
            Deed::Publish => {
                require_role(actor, "publishing", Role::Approver)?;
                self.go("publishing", &[Accepted], &[Published])
            }
            Deed::Withdraw => self.withdraw(actor),
            Deed::Expire => self.go("expiry", &[Invited], &[Expired]),
        }
    }

    /// The step back over the last word, by the reviewer who spoke it, as long as nothing has followed.
    ///
    /// # Errors
    /// [`Refusal::NoUndo`] with the reason.
    pub fn undo(&self, last: Option<LastWord>, actor: &Actor, now: DateTime<Utc>) -> Result<Step, Refusal> {
        let refused = |why| Err(Refusal::NoUndo(why));
        let Some(last) = last else { return refused(NoUndo::NoDecision) };
        if last.by != actor.user {
            return refused(NoUndo::NotYours);
        }
        if now - last.at >= TimeDelta::minutes(MINUTES_TO_UNDO) {
            return refused(NoUndo::TooLate);
        }
        if !self.accepted_by.is_empty() {
            return refused(NoUndo::CityAnswered);
        }
        Ok(Step { from: self.state, to: last.from })
    }

    fn review(&self, decision: Decision, actor: &Actor) -> Result<Vec<Step>, Refusal> {
        let in_review = &[Proposed, Recommended, Deferred, Returned];
        match decision {
            Decision::Recommend => {
                require_role(actor, "recommending", Role::Officer)?;
                self.go("recommending", &[Proposed, Deferred], &[Recommended])
            }
            Decision::Approve => {
                require_role(actor, "approving", Role::Approver)?;
                self.require_other_eyes(actor)?;
                self.go("approving", &[Recommended], &[Approved, Invited])
            }
            Decision::Reject => self.go("rejecting", in_review, &[Rejected]),
            Decision::Defer => self.go("deferring", &[Proposed, Recommended], &[Deferred]),
            Decision::Return => self.go("returning", &[Proposed, Recommended, Deferred], &[Returned]),
        }
    }

    fn require_other_eyes(&self, actor: &Actor) -> Result<(), Refusal> {
        let hand = if self.created_by == actor.user {
            "created"
        } else if self.last_edited_by == actor.user {
            "last edited"
        } else if self.recommended_by.contains(&actor.user) {
            "recommended"
        } else {
            return Ok(());
        };
        Err(Refusal::FourEyes { hand })
    }

    fn answer(&self, word: AnswerWord, actor: &Actor) -> Result<Vec<Step>, Refusal> {
        require_role(actor, "answering", Role::FocalPoint)?;
        let city = actor.city.filter(|city| self.pair.includes(*city)).ok_or(Refusal::NotAParty)?;
        if self.state == Invited && self.accepted_by.contains(&city) {
            return Err(Refusal::AlreadyAnswered);
        }
        match word {
            AnswerWord::Decline => self.go("declining", &[Invited], &[Declined]),
            AnswerWord::Accept if self.accepted_by.is_empty() => self.go("accepting", &[Invited], &[Invited]),
            AnswerWord::Accept if self.is_held => self.go("accepting", &[Invited], &[Accepted]),
            AnswerWord::Accept => self.go("accepting", &[Invited], &[Accepted, Published]),
        }
    }

    fn withdraw(&self, actor: &Actor) -> Result<Vec<Step>, Refusal> {
        if self.state == Published {
            require_role(actor, "withdrawing a published pairing", Role::Approver)?;
        }
        self.go("withdrawing", &[Proposed, Recommended, Approved, Invited, Accepted, Published, Deferred, Returned], &[Withdrawn])
    }

    fn go(&self, wanted: &'static str, allowed: &'static [ProposalState], through: &[ProposalState]) -> Result<Vec<Step>, Refusal> {
        if !allowed.contains(&self.state) {
            return Err(Refusal::WrongState { state: self.state, wanted, allowed });
        }
        let mut from = self.state;
        Ok(through.iter().map(|&to| Step { from: std::mem::replace(&mut from, to), to }).collect())
    }
}

fn require_role(actor: &Actor, wanted: &'static str, needed: Role) -> Result<(), Refusal> {
    if actor.role == needed { Ok(()) } else { Err(Refusal::WrongRole { wanted, needed }) }
}

#[cfg(test)]
#[path = "proposal_tests.rs"]
mod tests;
