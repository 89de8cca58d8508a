//! Identifiers: `UUIDv7` behind one newtype for each noun, so that a city's id cannot be passed for a proposal's.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.hyphenated().fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::try_parse(text).map(Self)
            }
        }
    )*};
}

ids! {
    /// A member local government.
    CityId;
    /// A person who signs in.
    UserId;
    /// A signed-in session (the `sid` of its tokens).
    SessionId;
    /// One revision of a city's profile.
    RevisionId;
    /// One value of an indicator.
    IndicatorValueId;
    /// A good practice.
    PracticeId;
    /// A city's request for partners.
    RequestId;
    /// A pairing put to the secretariat.
    ProposalId;
    /// A reviewer's decision.
    ReviewId;
    /// A city's answer to a proposal.
    AnswerId;
    /// A partnership or an existing tie.
    PartnershipId;
    /// A city's word on a suggestion.
    FeedbackId;
    /// An external site.
    PortalId;
    /// A portal's key.
    PortalKeyId;
    /// A Voluntary Local Review.
    VlrId;
    /// A matching round.
    RoundId;
    /// A piece of long work.
    JobId;
}
