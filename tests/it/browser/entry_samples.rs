//! A context for each page around the sign-in.

use kembar::console::frame::Frame;
use kembar::console::pages::{
    AccountPage, CityLink, InvitationPage, KeptForm, KeptPage, SignInPage, SignInRefusal, render_account, render_invitation, render_kept,
    render_sign_in,
};
use kembar::console::reader::Reader;
use kembar::domain::role::Role;

/// What a page of it is called, and its HTML.
pub type Entry = (&'static str, askama::Result<String>);

/// Every one, with surroundings made by `at`.
pub fn all(at: &dyn Fn(&str) -> Frame) -> Vec<Entry> {
    let waiting = |count| Some(SignInRefusal::Wait { seconds: count });
    vec![
        ("sign-in", render_sign_in(&sign_in(at("/sign-in"), None))),
        ("sign-in again", render_sign_in(&SignInPage { kept: Some(form()), ..sign_in(at("/sign-in"), Some(SignInRefusal::Wrong)) })),
        ("sign-in to wait for", render_sign_in(&sign_in(at("/sign-in"), waiting(42)))),
        ("busy sign-in", render_sign_in(&sign_in(at("/sign-in"), Some(SignInRefusal::Busy)))),
        ("kept", render_kept(&kept(at("/sign-in")))),
        ("invitation", render_invitation(&invitation(at("/invitation")))),
        ("account", render_account(&account(at("/account")))),
    ]
}

/// The page of a name, where it is one of these.
pub fn named(name: &str, at: &dyn Fn(&str) -> Frame) -> Option<askama::Result<String>> {
    all(at).into_iter().find(|(known, _)| *known == name).map(|(_, html)| html)
}

fn sign_in(frame: Frame, refused: Option<SignInRefusal>) -> SignInPage {
    SignInPage { frame, email: "focal.point@surabaya.example".to_owned(), next: String::new(), kept: None, refused }
}

fn form() -> KeptForm {
    let fields = vec![("note".to_owned(), "Kami mencari kota dengan pengalaman bank sampah.".to_owned())];
    KeptForm { path: "/account".to_owned(), fields }
}

fn kept(frame: Frame) -> KeptPage {
    KeptPage { frame: frame.for_reader(reader()), form: form(), form_token: "token".to_owned() }
}

fn invitation(frame: Frame) -> InvitationPage {
    InvitationPage { frame, faults: vec![] }
}

fn account(frame: Frame) -> AccountPage {
    AccountPage { frame: frame.for_reader(reader()), email: "focal.point@surabaya.example".to_owned(), faults: vec![] }
}

fn reader() -> Reader {
    Reader {
        name: "Dewi Lestari".to_owned(),
        role: Role::FocalPoint,
        city: Some(CityLink { slug: "surabaya".to_owned(), name: "Surabaya".to_owned() }),
        language: None,
        form_token: "token".to_owned(),
        nonce: "nonce".to_owned(),
    }
}
