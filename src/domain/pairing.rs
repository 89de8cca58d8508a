//! The kinds of pairing.

use serde::{Deserialize, Serialize};

use super::id::CityId;

/// Declares an enum whose variants have one fixed text each, used in the database, in the API and on the command line alike.
#[macro_export]
macro_rules! text_enum {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $text)] $variant,)+ }

        impl $name {
            /// Every value, in order.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];

            /// The text of this value in the database, the API and the command line.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text,)+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::domain::code::BadCode;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $($text => Ok($name::$variant),)+
                    _ => Err($crate::domain::code::BadCode { text: text.to_owned(), expected: concat!("one of" $(, " ", $text)+) }),
                }
            }
        }
    };
}

text_enum! {
    /// What a pairing is for.
    Kind {
        /// One city (the learner, first) learns from another (the mentor, second).
        PeerLearning = "peer_learning",
        /// Two equal partners.
        SisterCity = "sister_city",
        /// Two cities that can help each other in a crisis.
        MutualAid = "mutual_aid",
    }
}

impl Kind {
    /// Whether both sides have the same part. Symmetric pairings are stored once, with the lower id first.
    pub fn is_symmetric(self) -> bool {
        match self {
            Kind::PeerLearning => false,
            Kind::SisterCity | Kind::MutualAid => true,
        }
    }
}

/// Two different cities. For a directed kind `first` learns from `second`; for a symmetric one `first` has the lower id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Pair {
    /// The learner, or the city of the lower id.
    pub first: CityId,
    /// The mentor, or the city of the higher id.
    pub second: CityId,
}

impl Pair {
    /// The pair in the order in which a pairing of this kind is stored; `None` for a city with itself.
    pub fn new(kind: Kind, a: CityId, b: CityId) -> Option<Pair> {
        if a == b {
            return None;
        }
        let swap = kind.is_symmetric() && b < a;
        Some(if swap { Pair { first: b, second: a } } else { Pair { first: a, second: b } })
    }

    /// Whether this city is one of the two.
    pub fn includes(&self, city: CityId) -> bool {
        self.first == city || self.second == city
    }

    /// The other one of the two; `None` for a city outside the pair.
    pub fn other(&self, city: CityId) -> Option<CityId> {
        if city == self.first {
            Some(self.second)
        } else if city == self.second {
            Some(self.first)
        } else {
            None
        }
    }
}
