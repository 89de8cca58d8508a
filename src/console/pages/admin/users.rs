//! Accounts: the list, one account, and the code of an invitation.

use askama::Template;
use chrono::{DateTime, Utc};

use crate::console::frame::Frame;
use crate::console::word::{AdminWord, SignedInWord};
use crate::console::words::{Language, Part, Word};
use crate::domain::account::AccountState;
use crate::domain::role::Role;

/// An account in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UserLine {
    /// Its id.
    pub id: String,
    /// The person's name.
    pub name: String,
    /// The address that they sign in with.
    pub email: String,
    /// Their role.
    pub role: Role,
    /// The city or country that they are limited to.
    pub limited_to: Option<String>,
    /// Whether they can sign in.
    pub state: AccountState,
    /// When they last did.
    pub last_login_at: Option<DateTime<Utc>>,
}

/// What the list of accounts shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsersPage {
    /// Its surroundings.
    pub frame: Frame,
    /// Only of this role.
    pub role: Option<Role>,
    /// Only in this state.
    pub state: Option<AccountState>,
    /// The accounts, by e-mail address.
    pub users: Vec<UserLine>,
    /// The address of the next page of the list.
    pub next: Option<String>,
}

#[derive(Template)]
#[template(path = "admin/users.html")]
struct UsersView<'a> {
    p: &'a UsersPage,
    f: &'a Frame,
    w: Language,
}

/// The list of accounts as HTML.
///
/// # Errors
/// Only when the template cannot be written out, which no context causes.
pub fn render_users(page: &UsersPage) -> askama::Result<String> {
    UsersView { p: page, f: &page.frame, w: page.frame.lang }.render()
}

/// An account as it is filled in. All as text: what is wrong is said, and stays as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UserForm {
    /// The address that they sign in with.
    pub email: String,
    /// The person's name.
    pub name: String,
    /// Code of the role.
    pub role: String,
    /// Slug of a focal point's city.
    pub city: String,
    /// Code of the country to which an observer is limited.
    pub country: String,
    /// Code of the language that they read; empty for what their browser says.
    pub language: String,
    /// Code of the state.
    pub state: String,
}

/// What the page of one account shows, or that of one to be invited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UserPage {
    /// Its surroundings.
    pub frame: Frame,
    /// The account's id and version; none for one to be invited.
    pub known: Option<(String, i64)>,
    /// Whether it is the reader's own, which they may not change.
    pub is_own: bool,
    /// What is filled in.
    pub form: UserForm,
    /// What is wrong with it.
    pub faults: Vec<String>,
}

#[derive(Template)]
#[template(path = "admin/user.html")]
struct UserView<'a> {
    p: &'a UserPage,
    f: &'a Frame,
    w: Language,
}

impl UserView<'_> {
    fn title(&self) -> String {
        match self.p.known {
            Some(_) => self.w.fill(AdminWord::UserTitle, &[("name", Part::Text(&self.p.form.name))]),
            None => self.w.say(AdminWord::NewUserTitle),
        }
    }

    fn action(&self) -> String {
        let id = self.p.known.as_ref().map_or("new", |(id, _)| id.as_str());
        self.f.href(&format!("/admin/users/{id}"))
    }
}

/// One account as HTML.
///
/// # Errors
/// As [`render_users`].
pub fn render_user(page: &UserPage) -> askama::Result<String> {
    UserView { p: page, f: &page.frame, w: page.frame.lang }.render()
}

/// What is shown once an invitation was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvitedPage {
    /// Its surroundings.
    pub frame: Frame,
    /// Whom it is for.
    pub name: String,
    /// Its code, shown this once.
    pub code: String,
    /// Until when it works.
    pub expires_at: DateTime<Utc>,
}

#[derive(Template)]
#[template(path = "admin/invited.html")]
struct InvitedView<'a> {
    p: &'a InvitedPage,
    f: &'a Frame,
    w: Language,
}

/// The code of an invitation as HTML.
///
/// # Errors
/// As [`render_users`].
pub fn render_invited(page: &InvitedPage) -> askama::Result<String> {
    InvitedView { p: page, f: &page.frame, w: page.frame.lang }.render()
}
