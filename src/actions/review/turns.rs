//! Whose turn it is: what a person may do to a proposal as it stands.
//!
//! Nothing is decided here. Each deed is put to the domain's rules, which answer what the pages offer.

use crate::domain::proposal::{Decision, Deed, Proposal, ProposalState, Refusal};
use crate::domain::role::{Actor, Role};

crate::text_enum! {
    /// What a reviewer can do to a proposal on its page.
    DeskDeed {
        /// First review: for it.
        Recommend = "recommend",
        /// Deciding review: for it.
        Approve = "approve",
        /// Makes a pairing public that was held back.
        Publish = "publish",
        /// Not now.
        Defer = "defer",
        /// Back for more work.
        Return = "return",
        /// Against it.
        Reject = "reject",
        /// Takes it back.
        Withdraw = "withdraw",
        /// Changes it; approvals start again.
        Edit = "edit",
    }
}

impl DeskDeed {
    /// The same for the domain.
    pub fn deed(self) -> Deed {
        match self {
            DeskDeed::Recommend => Deed::Review(Decision::Recommend),
            DeskDeed::Approve => Deed::Review(Decision::Approve),
            DeskDeed::Publish => Deed::Publish,
            DeskDeed::Defer => Deed::Review(Decision::Defer),
            DeskDeed::Return => Deed::Review(Decision::Return),
            DeskDeed::Reject => Deed::Review(Decision::Reject),
            DeskDeed::Withdraw => Deed::Withdraw,
            DeskDeed::Edit => Deed::Edit,
        }
    }

    /// Whether it has to be said why.
    pub fn needs_reason(self) -> bool {
        matches!(self, DeskDeed::Defer | DeskDeed::Return | DeskDeed::Reject | DeskDeed::Withdraw)
    }
}

crate::text_enum! {
    /// Whose turn it is, seen by one person.
    Turn {
        /// Theirs, to recommend it.
        Recommend = "recommend",
        /// Theirs, to approve it.
        Approve = "approve",
        /// Theirs, to make it public.
        Publish = "publish",
        /// Theirs, to work on it: it was sent back.
        Rework = "rework",
        /// It waits for an approver, and it passed through this person's own hands.
        OwnHands = "own_hands",
        /// Another's.
        Other = "other",
    }
}

/// What a person may do to a proposal, in the order in which it is offered.
pub fn open_deeds(proposal: &Proposal, actor: &Actor) -> Vec<DeskDeed> {
    if !matches!(actor.role, Role::Officer | Role::Approver) {
        return Vec::new();
    }
    DeskDeed::ALL.iter().copied().filter(|deed| proposal.apply(deed.deed(), actor).is_ok()).collect()
}

/// Whose turn it is.
pub fn turn(proposal: &Proposal, actor: &Actor) -> Turn {
    let open = open_deeds(proposal, actor);
    let has_own_hands = matches!(proposal.apply(Deed::Review(Decision::Approve), actor), Err(Refusal::FourEyes { .. }));
    match proposal.state {
        ProposalState::Proposed if open.contains(&DeskDeed::Recommend) => Turn::Recommend,
        ProposalState::Returned if open.contains(&DeskDeed::Edit) => Turn::Rework,
        ProposalState::Recommended if open.contains(&DeskDeed::Approve) => Turn::Approve,
        ProposalState::Recommended if has_own_hands => Turn::OwnHands,
        ProposalState::Accepted if open.contains(&DeskDeed::Publish) => Turn::Publish,
        ProposalState::Proposed
        | ProposalState::Recommended
        | ProposalState::Approved
        | ProposalState::Invited
        | ProposalState::Accepted
        | ProposalState::Published
        | ProposalState::Deferred
        | ProposalState::Returned
        | ProposalState::Rejected
        | ProposalState::Withdrawn
        | ProposalState::Expired
        | ProposalState::Declined => Turn::Other,
    }
}

/// The states in which a proposal waits for the secretariat.
pub const UNDER_REVIEW: [ProposalState; 4] =
    [ProposalState::Proposed, ProposalState::Recommended, ProposalState::Deferred, ProposalState::Returned];

/// The states in which a proposal waits for somebody of this role.
pub fn waiting_states(role: Role) -> Vec<ProposalState> {
    match role {
        Role::Officer => vec![ProposalState::Proposed, ProposalState::Returned],
        Role::Approver => vec![ProposalState::Recommended],
        Role::Observer | Role::Admin | Role::FocalPoint => UNDER_REVIEW.to_vec(),
    }
}
