//! Views of the review queue that a reader has given names: theirs alone.

use rstest::rstest;

use super::waiting;
use crate::browser::chromium::Browser;
use crate::browser::looks::look_at;
use crate::support::client::Answer;
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::pages::Visitor;
use crate::support::service::Service;

const QUEUE: &str = "/desk/proposals";
const NARROWED: &str = "/desk/proposals?state=review&kind=peer_learning&least=60";

/// The address of a view's form, which holds its id.
fn form_of(page: &Answer, deed: &str) -> String {
    let forms = page.text.split("action=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
    forms
        .into_iter()
        .find(|action| action.contains("/desk/views/") && action.contains(deed))
        .unwrap_or_else(|| panic!("no {deed}"))
        .to_owned()
}

#[rstest]
#[actix_web::test]
async fn a_reader_names_filters_finds_them_again_and_lets_them_go(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let mut officer = Visitor::signed_in(&service, "officer").await;
    let page = officer.get(NARROWED).await.expect(200);
    let saved = officer.fill(&page, "/desk/views", &[("name", " Round <b>Manila</b> ")]).await.expect(303);
    assert_eq!(saved.header("location"), "/desk/proposals?state=review&kind=peer_learning&least=60&done=saved");
    let page = officer.get(QUEUE).await.expect(200);
    let chip = "href=\"/desk/proposals?state=review&#38;kind=peer_learning&#38;least=60\">Round &#60;b&#62;Manila&#60;/b&#62;</a>";
    assert!(page.text.contains(chip) && !page.text.contains("<b>Manila"), "{}", page.text);
    let there = officer.get(NARROWED).await.expect(200);
    assert!(there.text.contains("aria-current=\"true\">Round &#60;b&#62;"), "the present view is marked");

    for (name, told) in
        [("round <B>MANILA</b>", "You have a view of this name"), ("  ", "Give the view a name"), ("a\u{202E}b", "Give the view a name")]
    {
        let refused = officer.fill(&there, "/desk/views", &[("name", name)]).await.expect(422);
        assert!(refused.text.contains(told), "{told}: {}", refused.text);
        assert!(refused.text.contains("name=\"kind\" value=\"peer_learning\""), "the filters stay");
    }
    let long = officer.fill(&there, "/desk/views", &[("name", &"x".repeat(61))]).await.expect(422);
    assert!(long.text.contains(&format!("value=\"{}\"", "x".repeat(61))), "what was typed stays");

    let renamed = officer.fill(&page, &form_of(&page, "/rename"), &[("name", "Overdue in Manila")]).await.expect(303);
    assert!(renamed.header("location").starts_with("/desk/proposals"));
    let page = officer.get(QUEUE).await.expect(200);
    assert!(page.text.contains(">Overdue in Manila</a>") && !page.text.contains("Manila&#60;/b&#62;</a>"), "{}", page.text);

    let mut other = Visitor::signed_in(&service, "officer2").await;
    let theirs = other.get(QUEUE).await.expect(200);
    assert!(!theirs.text.contains("Overdue in Manila"), "another's views are not shown");
    let own =
        crate::support::pages::hidden_fields(&theirs.text, "/desk/views").into_iter().find(|(name, _)| name == "form_token").unwrap().1;
    for deed in ["/rename", "/remove"] {
        other.post(&form_of(&page, deed), &[("form_token", &own), ("name", "mine")]).await.expect(404);
    }
    officer.fill(&page, &form_of(&page, "/remove"), &[]).await.expect(303);
    assert!(!officer.get(QUEUE).await.expect(200).text.contains("Overdue in Manila"));
    for outsider in ["admin", "surabaya"] {
        let mut visitor = Visitor::signed_in(&service, outsider).await;
        let page = visitor.get("/account").await.expect(200);
        let own =
            crate::support::pages::hidden_fields(&page.text, "/sign-out").into_iter().find(|(name, _)| name == "form_token").unwrap().1;
        visitor.post("/desk/views", &[("form_token", &own), ("name", "mine")]).await.expect(403);
    }
}

#[rstest]
#[actix_web::test]
async fn twenty_views_are_enough_for_anybody(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let mut officer = Visitor::signed_in(&service, "officer").await;
    let page = officer.get(NARROWED).await.expect(200);
    for number in 0..20 {
        officer.fill(&page, "/desk/views", &[("name", &format!("View {number}"))]).await.expect(303);
    }
    let refused = officer.fill(&page, "/desk/views", &[("name", "One more")]).await.expect(422);
    assert!(refused.text.contains("You have 20 views"), "{}", refused.text);
    assert_eq!(refused.text.matches("class=\"own\"").count(), 20);
}

#[actix_web::test]
async fn own_views_can_be_read_by_everybody_at_every_size() {
    let Some(browser) = Browser::start().await else { return };
    let service = Service::start(Sqlite).await;
    waiting(&service, 3).await;
    let mut officer = Visitor::signed_in(&service, "officer").await;
    let page = officer.get(NARROWED).await.expect(200);
    for name in ["Round Manila 2026", "Schools, over sixty"] {
        officer.fill(&page, "/desk/views", &[("name", name)]).await.expect(303);
    }
    super::browser::sign_in(&browser.client, &service, "officer").await;
    let pages = [("views", QUEUE), ("views-id", "/desk/proposals?state=review&lang=id"), ("members", "/desk/cities")];
    look_at(browser, &service.url, "kembar-views", &pages).await;
}
