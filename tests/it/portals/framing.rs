//! Who may frame what, as a real browser enforces it.

use serde_json::json;

use super::host::{Host, around, heading_in};
use super::{portal, publish};
use crate::browser::chromium::Browser;
use crate::support::databases::Backend::Sqlite;
use crate::support::service::Service;

/// A case: what it is about, the page to open, the way through the frames, and whether the pairings are shown.
struct Case {
    what: &'static str,
    page: String,
    frames: &'static [u16],
    is_shown: bool,
}

fn frame(address: &str, more: &str) -> String {
    around(&format!("<iframe src=\"{address}\" width=\"600\" height=\"400\" title=\"Inside\" {more}></iframe>"))
}

fn cases(service: &str, portal: &Host, other: &Host) -> Vec<Case> {
    let own = format!("{service}/embed/v1/acn/recommendations");
    let public = format!("{service}/embed/v1/public/recommendations");
    for site in [portal, other] {
        site.put("/own", &frame(&own, ""));
        site.put("/public", &frame(&public, ""));
        site.put("/sandboxed", &frame(&own, "sandbox=\"allow-scripts\""));
        site.put("/nobody", &frame(&format!("{service}/embed/v1/nobody/recommendations"), ""));
        site.put("/console", &frame(&format!("{service}/cities/surabaya"), ""));
        site.put("/nested", &frame(&format!("{}/own", portal.origin()), ""));
        site.put("/nested-null", &frame(&format!("{}/own", portal.origin()), "sandbox=\"allow-scripts\""));
        site.put("/nested-public", &frame(&format!("{}/public", other.origin()), ""));
    }
    let case = |what, site: &str, path: &str, frames, is_shown| Case { what, page: format!("{site}{path}"), frames, is_shown };
    let (one, two): (&[u16], &[u16]) = (&[0], &[0, 0]);
    vec![
        case("the registered site", &portal.origin(), "/own", one, true),
        case("the registered site, in a sandbox", &portal.origin(), "/sandboxed", one, true),
        case("another port", &other.origin(), "/own", one, false),
        case("another port, in a sandbox", &other.origin(), "/sandboxed", one, false),
        case("another host", &portal.other_name(), "/own", one, false),
        case("the site within itself", &portal.origin(), "/nested", two, true),
        case("the site within another", &other.origin(), "/nested", two, false),
        case("the site as nobody, within itself", &portal.origin(), "/nested-null", two, false),
        case("for anybody, on a stranger's site", &other.origin(), "/public", one, true),
        case("for anybody, under another name", &portal.other_name(), "/public", one, true),
        case("for anybody, nested", &portal.origin(), "/nested-public", two, true),
        case("a portal that is not there", &portal.origin(), "/nobody", one, false),
        case("a page that is no embed", &portal.origin(), "/console", one, false),
    ]
}

#[actix_web::test]
async fn a_frame_is_shown_only_where_every_site_around_it_is_registered() {
    let Some(browser) = Browser::start().await else { return };
    let service = Service::start(Sqlite).await;
    publish(&service, 1).await;
    let (site, other) = (Host::start(), Host::start());
    portal(&service, "acn", json!({"origins": [site.origin()]})).await;
    let (mut right, cases) = (0, cases(&service.url, &site, &other));
    for case in &cases {
        browser.client.goto(&case.page).await.expect("the page opens");
        let heading = heading_in(&browser, case.frames).await;
        assert_eq!(heading.is_some(), case.is_shown, "{}: {heading:?}", case.what);
        right += 1;
    }
    println!("framing: {right} of {} cases right", cases.len());
    browser.close().await;
}
