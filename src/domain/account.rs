//! People's accounts: who they are, what they may become, and the rules of changing them. Knows no passwords and no sessions.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::code::{CountryCode, LanguageCode};
use super::fault::{Faults, check_text};
use super::id::{CityId, UserId};
use super::role::Role;

crate::text_enum! {
    /// Whether a person can sign in.
    AccountState {
        /// Has not set a password yet.
        Invited = "invited",
        /// Can sign in.
        Active = "active",
        /// Cannot sign in until an administrator says so.
        Disabled = "disabled",
    }
}

/// The longest e-mail address, in bytes (RFC 5321 §4.5.3.1.3 less the angle brackets).
pub const EMAIL_MAX_BYTES: usize = 254;

/// An e-mail address in lower case: two spellings of one address are one account.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Email(String);

/// A text is not an e-mail address. The text is not repeated: people type passwords into the wrong field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("must be an e-mail address such as ana@cebucity.gov.ph, with one @, no spaces, and at most {EMAIL_MAX_BYTES} bytes")]
pub struct BadEmail;

impl Email {
    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Email {
    type Err = BadEmail;
    fn from_str(text: &str) -> Result<Self, BadEmail> {
        use unicode_normalization::UnicodeNormalization;
        // Looked at before anything is folded: what comes from a stranger may be long.
        let text = text.trim();
        if text.len() > EMAIL_MAX_BYTES {
            return Err(BadEmail);
        }
        let folded: String = text.nfkc().flat_map(char::to_lowercase).collect();
        let is_plain = |part: &str| !part.is_empty() && !part.chars().any(is_foreign);
        let is_address = folded.split_once('@').is_some_and(|(local, domain)| is_plain(local) && is_plain(domain) && is_host(domain));
        if is_address && folded.len() <= EMAIL_MAX_BYTES { Ok(Self(folded)) } else { Err(BadEmail) }
    }
}

/// A second @, or what hides, reorders or separates text.
fn is_foreign(c: char) -> bool {
    let is_invisible = matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}');
    c == '@' || c.is_control() || c.is_whitespace() || is_invisible || matches!(c, '<' | '>' | ',' | ';' | '"' | '(' | ')' | '\\')
}

fn is_host(domain: &str) -> bool {
    domain.split('.').all(|label| !label.is_empty() && !label.starts_with('-') && !label.ends_with('-'))
}

impl TryFrom<String> for Email {
    type Error = BadEmail;
    fn try_from(text: String) -> Result<Self, BadEmail> {
        text.parse()
    }
}

impl From<Email> for String {
    fn from(email: Email) -> String {
        email.0
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A person who signs in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// Its id.
    pub id: UserId,
    /// The address that they sign in with.
    pub email: Email,
    /// What the administrator sets.
    #[serde(flatten)]
    pub person: Person,
    /// Whether they can sign in.
    pub state: AccountState,
    /// Counts every change; its `ETag`.
    pub version: i64,
}

/// What an administrator sets of an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The person's name.
    pub name: String,
    /// What they are there to do.
    pub role: Role,
    /// The city of a focal point; nobody else has one.
    pub city: Option<CityId>,
    /// The country to which an observer is limited; nobody else is.
    pub country: Option<CountryCode>,
    /// The language that they read.
    pub language: Option<LanguageCode>,
}

impl Person {
    /// Every fault, with pointers into it.
    pub fn faults(&self) -> Faults {
        let mut faults = Faults::new();
        check_text(&mut faults, "/name", &self.name, 200);
        let is_focal_point = self.role == Role::FocalPoint;
        faults.require(!is_focal_point || self.city.is_some(), "/city", "is needed: a focal point acts for one city");
        faults.require(is_focal_point || self.city.is_none(), "/city", format!("must be absent: {} acts for no city", self.role));
        let is_observer = self.role == Role::Observer;
        faults.require(
            is_observer || self.country.is_none(),
            "/country",
            format!("must be absent: {} is limited to no country", self.role),
        );
        faults
    }

    /// Whether they reach other things than before, so that what was opened before must end.
    pub fn has_other_reach_than(&self, before: &Person) -> bool {
        (self.role, self.city, &self.country) != (before.role, before.city, &before.country)
    }
}

/// Why an account is not changed as asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AccountRefusal {
    /// An administrator changes their own rights.
    #[error("nobody changes their own role or state: ask another administrator")]
    Own,
    /// Nobody would be left to run the service.
    #[error("this is the last active administrator: make another one first")]
    LastAdmin,
    /// `invited → active` or back, which a password decides.
    #[error("an account becomes active when its owner sets a password: send a new invitation with POST /users/{{id}}/invitations")]
    NoPassword,
    /// There is a password.
    #[error("this account has a password, so it is active or disabled: use POST /users/{{id}}/invitations to let its owner set a new one")]
    HasPassword,
    /// Invitations do not open a closed account.
    #[error("this account is disabled: set its state to active or invited first")]
    Disabled,
}

/// What a change of an account meets, as it stands.
#[derive(Debug, Clone, Copy)]
pub struct Standing {
    /// Whether the account has a password.
    pub has_password: bool,
    /// Whether the one who asks owns it.
    pub is_own: bool,
    /// How many administrators can sign in, this one included where it is one.
    pub active_admins: i64,
}

/// Whether an account may go from one state to the other: an administrator closes and opens accounts, and its owner's password makes one active.
///
/// # Errors
/// What stands against it.
pub fn check_change(before: &Account, after: &Account, standing: Standing) -> Result<(), AccountRefusal> {
    let has_new_rights = before.person.role != after.person.role || before.state != after.state;
    if standing.is_own && has_new_rights {
        return Err(AccountRefusal::Own);
    }
    let is_admin = |account: &Account| account.person.role == Role::Admin && account.state == AccountState::Active;
    if is_admin(before) && !is_admin(after) && standing.active_admins <= 1 {
        return Err(AccountRefusal::LastAdmin);
    }
    match (after.state, standing.has_password) {
        (AccountState::Active, false) => Err(AccountRefusal::NoPassword),
        (AccountState::Invited, true) => Err(AccountRefusal::HasPassword),
        (AccountState::Active | AccountState::Invited | AccountState::Disabled, _) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account(role: Role, state: AccountState) -> Account {
        let person = Person { name: "Ana".to_owned(), role, city: None, country: None, language: None };
        Account { id: UserId(uuid::Uuid::nil()), email: "ana@cebu.ph".parse().unwrap(), person, state, version: 1 }
    }

    const FREE: Standing = Standing { has_password: true, is_own: false, active_admins: 2 };

    #[test]
    fn two_spellings_of_an_address_are_one() {
        let email: Email = " Ana.Reyes@CebuCity.gov.ph ".parse().unwrap();
        assert_eq!(email.as_str(), "ana.reyes@cebucity.gov.ph");
        assert_eq!("ngân@đànẵng.vn".parse::<Email>().unwrap().as_str(), "ngân@đànẵng.vn");
    }

    #[test]
    fn what_is_no_address_is_refused_and_not_repeated() {
        let long = format!("{}@cebu.ph", "a".repeat(250));
        for bad in [
            "",
            "ana",
            "@cebu.ph",
            "ana@",
            "ana@b@c",
            "a na@cebu.ph",
            "ana@cebu\0.ph",
            "ana@cebu..ph",
            "ana@-cebu.ph",
            "a\u{202E}@b.ph",
            &long,
        ] {
            assert_eq!(bad.parse::<Email>(), Err(BadEmail), "{bad}");
        }
        let typed = "a password in the wrong field".parse::<Email>().unwrap_err();
        assert!(!typed.to_string().contains("wrong field"));
    }

    #[test]
    fn a_focal_point_has_a_city_and_an_observer_may_have_a_country() {
        let with = |role, city: Option<CityId>, country: Option<&str>| {
            let country = country.map(|code| code.parse().unwrap());
            Person { name: "Ana".to_owned(), role, city, country, language: None }.faults().into_vec().len()
        };
        let city = Some(CityId(uuid::Uuid::nil()));
        assert_eq!((with(Role::FocalPoint, city, None), with(Role::FocalPoint, None, None)), (0, 1));
        assert_eq!((with(Role::Observer, None, Some("PH")), with(Role::Observer, None, None)), (0, 0));
        assert_eq!(with(Role::Officer, city, Some("PH")), 2);
    }

    #[test]
    fn nobody_changes_their_own_rights() {
        let before = account(Role::Admin, AccountState::Active);
        let own = Standing { is_own: true, ..FREE };
        assert_eq!(check_change(&before, &account(Role::Officer, AccountState::Active), own), Err(AccountRefusal::Own));
        assert_eq!(check_change(&before, &account(Role::Admin, AccountState::Disabled), own), Err(AccountRefusal::Own));
        assert_eq!(check_change(&before, &before, own), Ok(()), "the own name may be corrected");
    }

    #[test]
    fn the_last_active_administrator_stays() {
        let before = account(Role::Admin, AccountState::Active);
        let last = Standing { active_admins: 1, ..FREE };
        for after in [account(Role::Admin, AccountState::Disabled), account(Role::Officer, AccountState::Active)] {
            assert_eq!(check_change(&before, &after, last), Err(AccountRefusal::LastAdmin));
            assert_eq!(check_change(&before, &after, FREE), Ok(()));
        }
        let disabled = account(Role::Admin, AccountState::Disabled);
        assert_eq!(check_change(&disabled, &account(Role::Officer, AccountState::Disabled), last), Ok(()), "it is not that one");
    }

    #[test]
    fn only_a_password_makes_an_account_active() {
        let (closed, open) = (account(Role::Officer, AccountState::Disabled), account(Role::Officer, AccountState::Active));
        let without = Standing { has_password: false, ..FREE };
        assert_eq!(check_change(&closed, &open, FREE), Ok(()));
        assert_eq!(check_change(&closed, &open, without), Err(AccountRefusal::NoPassword));
        assert_eq!(check_change(&closed, &account(Role::Officer, AccountState::Invited), without), Ok(()));
        assert_eq!(check_change(&open, &account(Role::Officer, AccountState::Invited), FREE), Err(AccountRefusal::HasPassword));
    }
}
