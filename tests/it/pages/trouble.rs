//! Pages that are not there, and failures.

use diesel::connection::SimpleConnection;
use reqwest::Method;
use rstest::rstest;

use super::{send, visit};
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::service::Service;

#[rstest]
#[actix_web::test]
async fn a_lost_browser_gets_a_page_and_a_lost_program_a_problem(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    for path in
        ["/citeis", "/cities/atlantis", "/cities/Surabaya!", "/cities/surabaya/more", "/cities/01938f6e-7c1a-7b3e-9d55-2f1c8a4e6b90"]
    {
        let page = visit(&service, &format!("{path}?lang=id"), &[]).await.expect(404);
        assert_eq!((page.header("content-type"), page.header("cache-control")), ("text/html; charset=utf-8", "no-store"), "{path}");
        assert!(page.header("content-security-policy").contains("default-src 'none'"), "{path}");
        assert!(page.text.contains("<html lang=\"id\">") && page.text.contains("Halaman ini tidak ada"), "{path}");
        let head = send(&service, Method::HEAD, path, &[]).await.expect(404);
        assert_eq!((head.text.as_str(), head.header("content-type")), ("", "text/html; charset=utf-8"));
    }
    for accept in ["application/json", "*/*"] {
        let anyone = service.anonymous();
        let problem = anyone.send(anyone.request(Method::GET, "/citeis").header("accept", accept)).await.expect(404);
        assert_eq!((problem.header("content-type"), &problem.body["code"]), ("application/problem+json", &"not_found".into()), "{accept}");
    }
    for path in ["/api/v1/citeis", "/api", "/problems/nothing", "/healthz/x", "/.well-known/x"] {
        let problem = visit(&service, path, &[]).await.expect(404);
        assert_eq!(problem.header("content-type"), "application/problem+json", "{path}");
    }
    let written = send(&service, Method::POST, "/citeis", &[]).await.expect(404);
    assert_eq!(written.header("content-type"), "application/problem+json");
}

#[rstest]
#[actix_web::test]
async fn a_page_that_is_not_there_leads_to_no_other_host(#[values(Sqlite)] on: Backend) {
    let service = Service::start(on).await;
    let page = visit(&service, "//elsewhere.org/x", &[]).await.expect(404);
    assert!(!page.text.contains("href=\"//"), "{}", page.text);
}

#[rstest]
#[actix_web::test]
async fn a_failure_of_ours_says_under_which_number_it_is_noted_and_nothing_of_its_cause(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let mut db = service.database.connection();
    kembar::each!(&mut db, conn => conn.batch_execute("ALTER TABLE hazard RENAME TO hazard_of_old")).unwrap();
    let page = visit(&service, "/cities/surabaya", &[]).await.expect(500);
    assert_eq!((page.header("content-type"), page.header("cache-control")), ("text/html; charset=utf-8", "no-store"));
    assert!(page.text.contains("Something went wrong on our side") && page.text.contains(page.header("x-request-id")), "{}", page.text);
    assert!(!page.text.contains("hazard"), "{}", page.text);
    visit(&service, "/cities", &[]).await.expect(200);
}
