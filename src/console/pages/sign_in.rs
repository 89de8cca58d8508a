//! Signing in, what was kept through it, an invitation, and the own account.

use askama::Template;
use url::form_urlencoded;

use crate::console::frame::Frame;
use crate::console::word::SignedInWord;
use crate::console::words::{Language, Word};

/// A form that was filled in and could not be taken, because its session had ended.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KeptForm {
    /// Where it was to go.
    pub path: String,
    /// What was filled in, in its order.
    pub fields: Vec<(String, String)>,
}

impl KeptForm {
    /// Its fields as one text.
    pub fn encoded(&self) -> String {
        form_urlencoded::Serializer::new(String::new()).extend_pairs(&self.fields).finish()
    }
}

/// Why nobody was signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignInRefusal {
    /// The same for every reason.
    Wrong,
    /// Too many tries.
    Wait {
        /// For how long.
        seconds: u64,
    },
    /// Too many at once.
    Busy,
}

/// What the sign-in shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignInPage {
    /// Its surroundings.
    pub frame: Frame,
    /// What was filled in before.
    pub email: String,
    /// Where to go afterwards; empty for the reader's first page.
    pub next: String,
    /// What is sent again afterwards.
    pub kept: Option<KeptForm>,
    /// Why the last try failed.
    pub refused: Option<SignInRefusal>,
}

#[derive(Template)]
#[template(path = "sign_in.html")]
struct SignInView<'a> {
    p: &'a SignInPage,
    f: &'a Frame,
    w: Language,
}

impl SignInView<'_> {
    fn refusal(&self) -> Option<String> {
        Some(match self.p.refused? {
            SignInRefusal::Wrong => self.w.say(SignedInWord::SignInWrong),
            SignInRefusal::Wait { seconds } => self.w.count(SignedInWord::SignInWait, usize::try_from(seconds).unwrap_or(usize::MAX)),
            SignInRefusal::Busy => self.w.say(SignedInWord::SignInBusy),
        })
    }
}

/// The sign-in as HTML.
///
/// # Errors
/// Only when the template cannot be written out, which no context causes.
pub fn render_sign_in(page: &SignInPage) -> askama::Result<String> {
    SignInView { p: page, f: &page.frame, w: page.frame.lang }.render()
}

/// What is shown after the sign-in where a form was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptPage {
    /// Its surroundings.
    pub frame: Frame,
    /// The form.
    pub form: KeptForm,
    /// What makes it believed in the new session.
    pub form_token: String,
}

impl KeptPage {
    /// What somebody wrote or chose, to be shown; not what the form brings by itself.
    fn shown(&self) -> impl Iterator<Item = &str> {
        let by_itself = ["once", "version", "next"];
        let written = self.form.fields.iter().filter(move |(name, value)| !by_itself.contains(&name.as_str()) && !value.trim().is_empty());
        written.map(|(_, value)| value.as_str())
    }
}

#[derive(Template)]
#[template(path = "kept.html")]
struct KeptView<'a> {
    p: &'a KeptPage,
    f: &'a Frame,
    w: Language,
}

/// The form that was kept, as HTML.
///
/// # Errors
/// As [`render_sign_in`].
pub fn render_kept(page: &KeptPage) -> askama::Result<String> {
    KeptView { p: page, f: &page.frame, w: page.frame.lang }.render()
}

/// What the page of an invitation shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvitationPage {
    /// Its surroundings.
    pub frame: Frame,
    /// What stands against it, in words.
    pub faults: Vec<String>,
}

#[derive(Template)]
#[template(path = "invitation.html")]
struct InvitationView<'a> {
    p: &'a InvitationPage,
    f: &'a Frame,
    w: Language,
}

/// The page of an invitation as HTML.
///
/// # Errors
/// As [`render_sign_in`].
pub fn render_invitation(page: &InvitationPage) -> askama::Result<String> {
    InvitationView { p: page, f: &page.frame, w: page.frame.lang }.render()
}

/// What the own account shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountPage {
    /// Its surroundings.
    pub frame: Frame,
    /// The e-mail address.
    pub email: String,
    /// Why the password was not changed.
    pub faults: Vec<String>,
}

#[derive(Template)]
#[template(path = "account.html")]
struct AccountView<'a> {
    p: &'a AccountPage,
    f: &'a Frame,
    w: Language,
}

/// The own account as HTML.
///
/// # Errors
/// As [`render_sign_in`].
pub fn render_account(page: &AccountPage) -> askama::Result<String> {
    AccountView { p: page, f: &page.frame, w: page.frame.lang }.render()
}
