//! A matching round's states and the only ways between them.
//!
//! An officer drafts a round, has it computed, looks, changes it and computes again as often as needed. Nothing reaches the review queue
//! until the round is released, and a release can be taken back as long as nobody has decided on any of its proposals.

use serde::{Deserialize, Serialize};

crate::text_enum! {
    /// Where a round stands.
    RoundState {
        /// Being set up, or changed since it was last computed.
        Draft = "draft",
        /// A job is looking for the best set.
        Computing = "computing",
        /// The newest run is there to be looked at.
        Computed = "computed",
        /// Its pairings are in the review queue.
        InReview = "in_review",
        /// Put away.
        Closed = "closed",
        /// The last computation came to nothing.
        Failed = "failed",
    }
}

/// What somebody wants to do to a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum RoundDeed {
    /// Changes what it asks for.
    Edit,
    /// Has it computed.
    Compute,
    /// The job has its result.
    Finish,
    /// The job came to nothing.
    Fail,
    /// The job was cancelled.
    Stop,
    /// Puts its pairings into the review queue.
    Release,
    /// Takes them back.
    Recall,
    /// Puts it away.
    Close,
}

/// A deed that does not fit the state.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the round is {state}, and {wanted} is possible only when it is {allowed}")]
pub struct RoundRefusal {
    /// Where it stands.
    pub state: RoundState,
    /// What was wanted, in words.
    pub wanted: &'static str,
    /// Where it would have to stand.
    pub allowed: &'static str,
}

use RoundState::{Closed, Computed, Computing, Draft, Failed, InReview};

impl RoundState {
    /// The state after a deed.
    ///
    /// # Errors
    /// [`RoundRefusal`] where the deed does not fit.
    pub fn after(self, deed: RoundDeed) -> Result<RoundState, RoundRefusal> {
        let refuse = |wanted, allowed| Err(RoundRefusal { state: self, wanted, allowed });
        match (deed, self) {
            (RoundDeed::Edit, Draft | Computed | Failed) | (RoundDeed::Stop, Computing) => Ok(Draft),
            (RoundDeed::Compute, Draft | Computed | Failed) => Ok(Computing),
            (RoundDeed::Finish, Computing) | (RoundDeed::Recall, InReview) => Ok(Computed),
            (RoundDeed::Fail, Computing) => Ok(Failed),
            (RoundDeed::Release, Computed) => Ok(InReview),
            (RoundDeed::Close, Draft | Computed | Failed | InReview) => Ok(Closed),
            (RoundDeed::Edit, _) => refuse("changing it", "draft, computed or failed"),
            (RoundDeed::Compute, _) => refuse("computing it", "draft, computed or failed"),
            (RoundDeed::Finish | RoundDeed::Fail | RoundDeed::Stop, _) => refuse("ending its computation", "computing"),
            (RoundDeed::Release, _) => refuse("releasing it", "computed"),
            (RoundDeed::Recall, _) => refuse("taking its release back", "in_review"),
            (RoundDeed::Close, _) => refuse("closing it", "draft, computed, failed or in_review"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DEEDS: [RoundDeed; 8] = [
        RoundDeed::Edit,
        RoundDeed::Compute,
        RoundDeed::Finish,
        RoundDeed::Fail,
        RoundDeed::Stop,
        RoundDeed::Release,
        RoundDeed::Recall,
        RoundDeed::Close,
    ];

    #[test]
    fn a_closed_round_stays_closed() {
        assert!(DEEDS.iter().all(|deed| Closed.after(*deed).is_err()));
    }

    #[test]
    fn nothing_is_released_but_what_was_computed_as_it_stands() {
        let may_be_released: Vec<RoundState> =
            RoundState::ALL.iter().copied().filter(|state| state.after(RoundDeed::Release).is_ok()).collect();
        assert_eq!(may_be_released, [Computed]);
        assert_eq!(Computed.after(RoundDeed::Edit), Ok(Draft), "a changed round has to be computed again");
    }

    #[test]
    fn a_round_under_way_can_only_be_ended_by_its_job() {
        let allowed: Vec<&RoundDeed> = DEEDS.iter().filter(|deed| Computing.after(**deed).is_ok()).collect();
        assert_eq!(allowed, [&RoundDeed::Finish, &RoundDeed::Fail, &RoundDeed::Stop]);
    }
}
