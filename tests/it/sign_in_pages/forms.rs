//! Forms that are not believed, and forms whose session has ended.

use std::sync::Arc;

use chrono::{TimeDelta, Utc};
use kembar::clock::{Clock, ManualClock};
use reqwest::Method;
use rstest::rstest;

use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::pages::{Visitor, hidden_fields};
use crate::support::service::{PASSWORD, Service, email};

/// What the form to change the password brings, as it came with the page.
async fn form(visitor: &mut Visitor) -> Vec<(String, String)> {
    let page = visitor.get("/account").await.expect(200);
    let mut fields = hidden_fields(&page.text, "/account/password");
    fields.push(("current_password".to_owned(), PASSWORD.to_owned()));
    fields.push(("new_password".to_owned(), "perahu di atas bukit 7".to_owned()));
    fields
}

fn encoded(fields: &[(String, String)]) -> String {
    url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish()
}

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

#[rstest]
#[actix_web::test]
async fn a_form_from_elsewhere_changes_nothing(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let mut visitor = Visitor::signed_in(&service, "officer").await;
    let mut other = Visitor::signed_in(&service, "approver").await;
    let fields = form(&mut visitor).await;
    let (good, without) = (encoded(&fields), encoded(&fields[1..]));
    let of_another = encoded(&[form(&mut other).await[..1].to_vec(), fields[1..].to_vec()].concat());
    let json = r#"{"current_password":"x","new_password":"y"}"#;
    for (headers, body, status) in [
        (vec![FORM, ("sec-fetch-site", "same-origin")], without.clone(), 403),
        (vec![FORM, ("sec-fetch-site", "same-origin")], of_another, 403),
        (vec![FORM, ("sec-fetch-site", "cross-site")], good.clone(), 403),
        (vec![FORM, ("sec-fetch-site", "same-site")], good.clone(), 403),
        (vec![FORM, ("origin", "https://elsewhere.example")], good.clone(), 403),
        (vec![FORM, ("origin", "null")], good.clone(), 403),
        (vec![("content-type", "text/plain")], good.clone(), 415),
        (vec![("content-type", "application/json")], json.to_owned(), 415),
    ] {
        let request = visitor.request(Method::POST, "/account/password").body(body);
        let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
        visitor.send(request).await.expect(status);
    }
    let by_get = visitor.request(Method::GET, &format!("/account/password?{good}"));
    visitor.send(by_get).await.expect(405);
    // Nothing of all this changed the password, and the form itself is good.
    Visitor::signed_in(&service, "officer").await;
    visitor
        .post("/account/password", &fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect::<Vec<_>>())
        .await
        .expect(303);
}

#[rstest]
#[actix_web::test]
async fn nobody_is_signed_in_or_out_by_another_site(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let mut visitor = Visitor::new(&service);
    let fields = encoded(&[("email".to_owned(), email("officer")), ("password".to_owned(), PASSWORD.to_owned())]);
    let request = visitor.request(Method::POST, "/sign-in").header(FORM.0, FORM.1).header("sec-fetch-site", "cross-site").body(fields);
    visitor.send(request).await.expect(403);
    assert!(visitor.cookie.is_none());
    let mut signed_in = Visitor::signed_in(&service, "officer").await;
    signed_in.post("/sign-out", &[]).await.expect(403);
    signed_in.get("/account").await.expect(200);
}

#[rstest]
#[actix_web::test]
async fn what_was_written_is_kept_through_a_session_that_has_ended(#[values(Sqlite, Postgres)] on: Backend) {
    let clock = Arc::new(ManualClock::at(Utc::now()));
    let service = Service::start_at(on, Arc::clone(&clock) as Arc<dyn Clock>).await;
    let mut visitor = Visitor::signed_in(&service, "officer").await;
    let page = visitor.get("/account").await.expect(200);
    clock.advance(TimeDelta::minutes(31));
    let secret = visitor.fill(&page, "/account/password", &[("new_password", "perahu di atas bukit 7")]).await.expect(401);
    assert!(!secret.text.contains("perahu"), "a password is written into no page");
    let ended = visitor.fill(&page, "/sign-out", &[("note", "<b>until tomorrow")]).await.expect(401);
    assert!(ended.text.contains("What you wrote is kept"), "{}", ended.text);
    let again = visitor.fill(&ended, "/sign-in", &[("email", &email("officer")), ("password", PASSWORD)]).await.expect(200);
    assert!(again.text.contains("You are signed in") && again.text.contains("&#60;b&#62;until tomorrow"), "{}", again.text);
    let sent = visitor.fill(&again, "/sign-out", &[]).await.expect(303);
    assert_eq!(sent.header("location"), "/sign-in?done=signed-out");
}
