//! The pages of a focal point over real HTTP: what they say, what they take, and whom they turn away.

mod ask;
mod assistant;
mod home;
mod proposals;
mod profile;
mod suggestions;

use crate::support::client::Answer;
use crate::support::pages::Visitor;
use crate::support::service::Service;

/// What nobody may write into a page.
const HOSTILE: &str = "<script>alert('x')</script>\"><img src=x onerror=alert(1)>";

/// A page that came well: as light as it has to be, with nothing of what people wrote let through, and for its reader alone.
#[track_caller]
fn good(page: Answer) -> Answer {
    let page = page.expect(200);
    assert!(page.text.len() < 150 * 1024, "{} bytes", page.text.len());
    assert!(!page.text.contains("<script>alert") && !page.text.contains("<img src=x"), "hostile text came through");
    assert!(!page.text.contains(" style=\""), "an inline style");
    assert_eq!(page.header("cache-control"), "no-store");
    page
}

/// Where a form that was taken leads.
#[track_caller]
fn leads_to(answer: &Answer) -> String {
    assert_eq!(answer.status, 303, "{}", answer.text);
    answer.header("location").to_owned()
}

/// The page after a form that was taken.
async fn follow(visitor: &mut Visitor, answer: &Answer) -> Answer {
    let to = leads_to(answer);
    good(visitor.get(to.split('#').next().unwrap()).await)
}

/// Surabaya's focal point.
async fn surabaya(service: &Service) -> Visitor {
    Visitor::signed_in(service, "surabaya").await
}
