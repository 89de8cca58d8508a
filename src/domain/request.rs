//! A city's request for partners: its states.

use serde::{Deserialize, Serialize};

crate::text_enum! {
    /// Where a request stands.
    RequestState {
        /// Nobody has looked at it yet.
        Open = "open",
        /// The secretariat works on it.
        InReview = "in_review",
        /// The city has been answered: by an invitation or in words.
        Answered = "answered",
        /// The city took it back.
        Withdrawn = "withdrawn",
    }
}

/// What somebody wants to do to a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum RequestDeed {
    /// A proposal was made from it.
    TakeUp,
    /// The city got its first answer.
    Answer,
    /// The city takes it back.
    Withdraw,
}

/// A deed that does not fit the state.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the request is {state} already")]
pub struct RequestIsOver {
    /// Where it stands.
    pub state: RequestState,
}

impl RequestState {
    /// The state after a deed.
    ///
    /// # Errors
    /// [`RequestIsOver`] for an answered or withdrawn request; taking up or answering an answered one again changes nothing.
    pub fn after(self, deed: RequestDeed) -> Result<RequestState, RequestIsOver> {
        match (self, deed) {
            (RequestState::Open | RequestState::InReview, RequestDeed::TakeUp) => Ok(RequestState::InReview),
            (RequestState::Open | RequestState::InReview, RequestDeed::Answer) => Ok(RequestState::Answered),
            (RequestState::Open | RequestState::InReview, RequestDeed::Withdraw) => Ok(RequestState::Withdrawn),
            // A second proposal of an answered request is welcome: the first may have been declined.
            (RequestState::Answered, RequestDeed::TakeUp | RequestDeed::Answer) => Ok(RequestState::Answered),
            (RequestState::Answered, RequestDeed::Withdraw) | (RequestState::Withdrawn, _) => Err(RequestIsOver { state: self }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_withdrawn_request_stays_withdrawn() {
        for deed in [RequestDeed::TakeUp, RequestDeed::Answer, RequestDeed::Withdraw] {
            assert!(RequestState::Withdrawn.after(deed).is_err());
        }
    }

    #[test]
    fn a_request_is_answered_from_any_live_state() {
        assert_eq!(RequestState::Open.after(RequestDeed::Answer), Ok(RequestState::Answered));
        assert_eq!(RequestState::InReview.after(RequestDeed::Answer), Ok(RequestState::Answered));
    }
}
