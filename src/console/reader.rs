//! Who reads a page behind the sign-in: their name, their role, and the ways that are open to them.
//!
//! Knows no database: whether they may do something is decided by `actions::access` at each request. A way that is not offered here
//! is refused there.

use super::pages::CityLink;
use super::word::SignedInWord;
use super::words::Language;
use crate::domain::role::Role;

/// A reader who has signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reader {
    /// Their name.
    pub name: String,
    /// Their role at this moment.
    pub role: Role,
    /// The city of a focal point.
    pub city: Option<CityLink>,
    /// The language of their account.
    pub language: Option<Language>,
    /// What each form of the page brings back, so that it is believed to come from here.
    pub form_token: String,
    /// What the page's own scripts are known by; another one for each answer.
    pub nonce: String,
}

/// One way of the main navigation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Way {
    /// Its address.
    pub path: &'static str,
    /// What it is called.
    pub name: SignedInWord,
}

const fn way(path: &'static str, name: SignedInWord) -> Way {
    Way { path, name }
}

const DESK: Way = way("/desk", SignedInWord::NavDesk);
const REVIEW: Way = way("/desk/proposals", SignedInWord::NavReview);
const REQUESTS: Way = way("/desk/requests", SignedInWord::NavRequests);
const MY_CITY: Way = way("/my-city", SignedInWord::NavMyCity);
const ACCOUNT: Way = way("/account", SignedInWord::NavAccount);
const MEMBERS: Way = way("/desk/cities", SignedInWord::NavMembers);
const MODELS: Way = way("/desk/models", SignedInWord::NavModels);
const CLUSTERS: Way = way("/desk/clusters", SignedInWord::NavClusters);
const ROUNDS: Way = way("/desk/rounds", SignedInWord::NavRounds);

impl Reader {
    /// The ways of the main navigation, the reader's first page first.
    pub fn ways(&self) -> &'static [Way] {
        match self.role {
            Role::Officer => const { &[DESK, REVIEW, REQUESTS, ROUNDS, MEMBERS, CLUSTERS, MODELS, ACCOUNT] },
            Role::Approver => const { &[DESK, REVIEW, REQUESTS, ROUNDS, CLUSTERS, MODELS, ACCOUNT] },
            Role::Observer => const { &[DESK, REVIEW, REQUESTS, MODELS, ACCOUNT] },
            Role::FocalPoint => const { &[MY_CITY, ACCOUNT] },
            Role::Admin => {
                const { &[way("/admin/users", SignedInWord::NavUsers), MODELS, way("/admin/audit", SignedInWord::NavAudit), ACCOUNT] }
            }
        }
    }

    /// Whether a page belongs to this way: it is at its address or below, and below that of no other way.
    pub fn is_at(&self, way: &Way, path: &str) -> bool {
        let is_below = |root: &str| path.strip_prefix(root).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        let nearest = self.ways().iter().filter(|way| is_below(way.path)).max_by_key(|way| way.path.len());
        nearest == Some(way)
    }

    /// Where this reader begins.
    pub fn first_page(&self) -> &'static str {
        self.ways().first().map_or("/account", |way| way.path)
    }

    /// What they are called in the frame of the page: their role.
    pub fn role_name(&self, lang: Language) -> String {
        lang.name_of(SignedInWord::RoleName, self.role.as_str(), self.role.as_str())
    }
}

crate::text_enum! {
    /// What a reader has just done, told above the page that follows.
    Done {
        /// Something was saved.
        Saved = "saved",
        /// A profile was verified.
        ProfileVerified = "profile-verified",
        /// A profile was sent back.
        ProfileReturned = "profile-returned",
        /// A decision was taken back.
        Undone = "undone",
        /// The password was changed.
        PasswordChanged = "password-changed",
        /// A round was changed by one rule.
        PlanChanged = "plan-changed",
        /// The pairings of a round went into the review queue.
        RoundReleased = "round-released",
        /// They were taken back.
        RoundRecalled = "round-recalled",
        /// A city is interested in a suggested one.
        Interested = "interested",
        /// A city does not want a suggested one now.
        NotNow = "not-now",
        /// A city works together with a suggested one already.
        AlreadyPartners = "already-partners",
        /// A request went to the secretariat.
        Asked = "asked",
        /// A request was taken back.
        RequestWithdrawn = "request-withdrawn",
        /// A city has said yes to an invitation.
        SaidYes = "said-yes",
        /// A city has said no to an invitation.
        SaidNo = "said-no",
        /// A profile or a practice was handed in.
        HandedIn = "handed-in",
        /// The session was closed.
        SignedOut = "signed-out",
    }
}

impl Done {
    /// In words.
    pub fn said(self, lang: Language) -> String {
        lang.name_of(SignedInWord::Done, self.as_str(), self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_the_ways_only_the_nearest_is_the_present_one() {
        let reader = Reader {
            name: "Ana".to_owned(),
            role: Role::Officer,
            city: None,
            language: None,
            form_token: String::new(),
            nonce: String::new(),
        };
        let present =
            |path: &str| -> Vec<&str> { reader.ways().iter().filter(|way| reader.is_at(way, path)).map(|way| way.path).collect() };
        assert_eq!(present("/desk/proposals/1"), ["/desk/proposals"]);
        assert_eq!(present("/desk/explain"), ["/desk"]);
        assert_eq!(present("/desks"), Vec::<&str>::new());
    }
}
