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

const MY_CITY: Way = way("/my-city", SignedInWord::NavMyCity);
const ACCOUNT: Way = way("/account", SignedInWord::NavAccount);
const MODELS: Way = way("/desk/models", SignedInWord::NavModels);

impl Reader {
    /// The ways of the main navigation, the reader's first page first.
    pub fn ways(&self) -> &'static [Way] {
        match self.role {
            Role::Officer => const { &[way("/desk/cities", SignedInWord::NavMembers), MODELS, ACCOUNT] },
            Role::Approver | Role::Observer => const { &[MODELS, ACCOUNT] },
            Role::FocalPoint => const { &[MY_CITY, ACCOUNT] },
            Role::Admin => {
                const { &[way("/admin/users", SignedInWord::NavUsers), MODELS, way("/admin/audit", SignedInWord::NavAudit), ACCOUNT] }
            }
        }
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
        /// The password was changed.
        PasswordChanged = "password-changed",
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
