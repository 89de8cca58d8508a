//! The review queue and the directory as files: whole, as they are narrowed, harmless to a spreadsheet.

use kembar::exchange::xlsx_in::first_sheet;
use rstest::rstest;
use serde_json::json;

use super::waiting;
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::pages::{Visitor, hidden_fields};
use crate::support::service::Service;

fn records(csv: &[u8]) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(csv);
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

async fn bytes(visitor: &Visitor, path: &str) -> Vec<u8> {
    let answer = visitor.request(reqwest::Method::GET, path).send().await.unwrap();
    assert_eq!(answer.status(), 200, "{path}");
    assert!(answer.headers()["content-disposition"].to_str().unwrap().starts_with("attachment; filename=\""));
    answer.bytes().await.unwrap().to_vec()
}

/// Gives a city a name that a spreadsheet would run.
async fn rename(service: &Service, slug: &str, name: &str) {
    let staff = service.as_("officer").await;
    let (path, city) = (format!("/api/v1/cities/{slug}"), staff.get(&format!("/api/v1/cities/{slug}")).await.expect(200));
    staff.patch(&path, city.etag(), &json!({"name": name})).await.expect(200);
}

#[rstest]
#[actix_web::test]
async fn the_queue_is_written_out_as_it_is_narrowed_all_pages_of_it(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let ids = waiting(&service, 45).await;
    rename(&service, "surabaya", "=HYPERLINK(\"http://x\")").await;
    let mut officer = Visitor::signed_in(&service, "officer").await;
    let page = officer.get("/desk/proposals?state=review").await.expect(200).text;
    assert!(page.contains("/desk/proposals/export?state=review&#38;format=csv\">CSV</a>"), "{page}");
    let csv = records(&bytes(&officer, "/desk/proposals/export?state=review&format=csv").await);
    assert_eq!(csv.len(), 46, "more than one page of the queue");
    assert!(ids.iter().all(|id| csv.iter().any(|record| record[0] == *id)));
    let first = csv.iter().find(|record| record[0] == ids[0]).unwrap();
    assert_eq!((first[1].as_str(), first[2].as_str()), ("surabaya", "'=HYPERLINK(\"http://x\")"));
    assert_eq!((first[7].as_str(), first[9].as_str(), first[15].as_str()), ("peer_learning", "proposed", "Test officer"));
    let xlsx = bytes(&officer, "/desk/proposals/export?state=review&format=xlsx").await;
    let sheet = records(&first_sheet("x.xlsx", &xlsx).unwrap());
    assert_eq!((sheet.len(), &sheet[0]), (46, &csv[0]));
    assert!(sheet.iter().any(|record| record[2] == "'=HYPERLINK(\"http://x\")"));
    let none = records(&bytes(&officer, "/desk/proposals/export?state=published&format=csv").await);
    assert_eq!(none.len(), 1);
    officer.get("/desk/proposals/export?format=exe").await.expect(404);
    let thai = Visitor::signed_in(&service, "observer-th").await;
    let seen = records(&bytes(&thai, "/desk/proposals/export?state=all&format=csv").await);
    assert!(seen.iter().skip(1).all(|record| record[3] == "TH" || record[6] == "TH"), "an observer's file is as narrow as their queue");
    for outsider in ["admin", "surabaya"] {
        Visitor::signed_in(&service, outsider).await.get("/desk/proposals/export?format=csv").await.expect(403);
    }
}

#[rstest]
#[actix_web::test]
async fn the_directory_that_was_written_out_is_known_again_when_it_is_read_in(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let mut officer = Visitor::signed_in(&service, "officer").await;
    for (format, name) in [("csv", "cities.csv"), ("xlsx", "cities.xlsx")] {
        let file = bytes(&officer, &format!("/desk/cities/export?format={format}")).await;
        let page = officer.get("/desk/import").await.expect(200);
        let token = hidden_fields(&page.text, "/desk/import").into_iter().find(|(name, _)| name == "form_token").unwrap().1;
        let looked = officer.upload("/desk/import", &[("form_token", &token), ("what", "cities")], (name, &file)).await.expect(200);
        assert!(looked.text.contains(&format!("{name} would change nothing")), "{}", looked.text);
    }
    let philippine = records(&bytes(&officer, "/desk/cities/export?country=PH&format=csv").await);
    assert!(philippine.len() > 10 && philippine.iter().skip(1).all(|record| record[3] == "PH"));
    rename(&service, "kep", "+Kep").await;
    let kep = records(&bytes(&officer, "/desk/cities/export?q=kep&format=csv").await);
    assert!(kep.iter().any(|record| record[0] == "kep" && record[1] == "'+Kep"), "{kep:?}");
    for outsider in ["approver", "observer-id", "admin", "surabaya"] {
        Visitor::signed_in(&service, outsider).await.get("/desk/cities/export?format=csv").await.expect(403);
    }
}
