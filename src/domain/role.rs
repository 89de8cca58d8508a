//! Who somebody is.

use serde::{Deserialize, Serialize};

use super::code::CountryCode;
use super::id::{CityId, PortalId, UserId};

crate::text_enum! {
    /// What a signed-in person is there to do.
    Role {
        /// Runs the service: users, portals, models, settings. No say in matches.
        Admin = "admin",
        /// Secretariat staff: cities, profiles, practices, first review.
        Officer = "officer",
        /// Secretariat lead: the second, deciding review.
        Approver = "approver",
        /// A city's appointed officer: the own city only.
        FocalPoint = "focal_point",
        /// Reads what the secretariat reads; writes nothing.
        Observer = "observer",
    }
}

/// Who is asking, as the service established it: never taken from the request's body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Caller {
    /// Nobody has signed in.
    Anonymous,
    /// A person with a session or at the command line.
    Person(Actor),
    /// An external site with its key.
    Portal(PortalId),
}

impl Caller {
    /// The person, where it is one.
    pub fn person(&self) -> Option<&Actor> {
        match self {
            Caller::Person(actor) => Some(actor),
            Caller::Anonymous | Caller::Portal(_) => None,
        }
    }
}

/// A person who acts, with the role in force at this moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// The account.
    pub user: UserId,
    /// Its role, read from the database for this call.
    pub role: Role,
    /// The own city of a focal point.
    pub city: Option<CityId>,
    /// The country to which an observer is limited.
    pub country: Option<CountryCode>,
}
