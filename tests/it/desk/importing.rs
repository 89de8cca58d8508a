//! Files that an officer reads in through a page: looked at first, written at their word and never otherwise.

use std::sync::Arc;

use chrono::{TimeDelta, Utc};
use kembar::clock::{Clock, ManualClock};
use rstest::rstest;
use rust_xlsxwriter::Workbook;
use serde_json::json;

use crate::browser::chromium::Browser;
use crate::browser::looks::{LOOKS, look_here};
use crate::support::client::Answer;
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::ledger::Ledger;
use crate::support::pages::{Visitor, hidden_fields};
use crate::support::service::Service;

const PAGE: &str = "/desk/import";
const CONFIRM: &str = "/desk/import/confirm";

/// One city that is new, with a hostile name, and one that is here, with another number of people.
const CITIES: &str = "slug,name,country,lat,lon,population,population_year,source,from_memory\n\
    new-haven,New <b>Haven</b> & Co,ID,-7.5,112.5,120000,2024,https://example.org/a,no\n\
    surabaya,Surabaya,ID,-7.25,112.75,3000111,2025,https://example.org/b,no\n";

async fn token(visitor: &mut Visitor) -> String {
    let page = visitor.get(PAGE).await.expect(200);
    hidden_fields(&page.text, PAGE).into_iter().find(|(name, _)| name == "form_token").unwrap().1
}

async fn send(visitor: &mut Visitor, what: &str, (name, bytes): (&str, &[u8])) -> Answer {
    let token = token(visitor).await;
    visitor.upload(PAGE, &[("form_token", &token), ("what", what)], (name, bytes)).await
}

async fn audited(service: &Service) -> Vec<serde_json::Value> {
    let log = service.as_("admin").await.get("/api/v1/audit?limit=100").await.expect(200).body;
    log["items"].as_array().unwrap().iter().filter(|entry| entry["action"].as_str().unwrap().starts_with("import.")).cloned().collect()
}

#[rstest]
#[actix_web::test]
async fn a_file_is_looked_at_first_and_read_in_at_the_officers_word(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let before = audited(&service).await.len();
    let mut officer = Visitor::signed_in(&service, "officer").await;
    let looked = send(&mut officer, "cities", ("/data/cities <i>.csv", CITIES.as_bytes())).await.expect(200);
    assert!(looked.text.contains("cities &#60;i&#62;.csv would bring: one new, one changed, nothing as it is."), "{}", looked.text);
    for told in ["New &#60;b&#62;Haven&#60;/b&#62; &#38; Co (new-haven)", "<code>population</code>", "<ins>3000111</ins>", "Line 3"] {
        assert!(looked.text.contains(told), "{told}: {}", looked.text);
    }
    let old = looked.text.split("<code>population</code>").nth(1).unwrap().split("</del>").next().unwrap();
    assert!(old.ends_with(&format!("<del>{}", stored_people(&service))), "{old}");
    assert!(!looked.text.contains("<b>Haven"), "what was typed is text");
    service.as_("officer").await.get("/api/v1/cities/new-haven").await.expect(404);
    assert_eq!(audited(&service).await.len(), before, "nothing is written before the word");

    let done = officer.fill(&looked, CONFIRM, &[]).await.expect(200);
    assert!(done.text.contains("is read in: one new, one changed, nothing as it is."), "{}", done.text);
    service.as_("officer").await.get("/api/v1/cities/new-haven").await.expect(200);
    assert_eq!(stored_people(&service), 3_000_111);
    let log = audited(&service).await;
    assert_eq!(log.len(), before + 1);
    let me = service.as_("officer").await.get("/api/v1/me").await.expect(200).id();
    let entry = log.iter().find(|entry| entry.to_string().contains(&me)).unwrap_or_else(|| panic!("nothing by the officer in {log:?}"));
    assert_eq!(entry["action"], "import.cities");
    // The same word again brings the same answer and nothing else.
    let again = officer.fill(&looked, CONFIRM, &[]).await.expect(200);
    assert!(again.text.contains("is read in: one new, one changed"), "{}", again.text);
    assert_eq!(audited(&service).await.len(), before + 1);
    let same = send(&mut officer, "cities", ("cities.csv", CITIES.as_bytes())).await.expect(200);
    assert!(same.text.contains("cities.csv would change nothing") && !same.text.contains(CONFIRM), "{}", same.text);
}

/// What the database holds of Surabaya's people.
fn stored_people(service: &Service) -> i64 {
    let mut db = service.database.connection();
    let all = kembar::store::cities::all(&mut db).unwrap();
    all.into_iter().find(|city| city.slug.as_str() == "surabaya").unwrap().record.population.unwrap()
}

#[rstest]
#[actix_web::test]
async fn every_fault_is_named_by_line_and_column_and_nothing_is_kept(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let mut officer = Visitor::signed_in(&service, "officer").await;
    let looked = send(&mut officer, "cities", ("cities.csv", CITIES.as_bytes())).await.expect(200);
    let faulty = "slug,name,country,lat,lon,source,from_memory\nx-1,X,ID,95,<img>,s,no\nx-2,,ZZ,1,1,s,perhaps\n";
    let answer = send(&mut officer, "cities", ("cities.csv", faulty.as_bytes())).await.expect(422);
    for told in
        ["must be from -90 to 90", "<code>&#60;img&#62;</code>", "<code>from_memory</code>", "<code>perhaps</code>", "must not be blank"]
    {
        assert!(answer.text.contains(told), "{told}: {}", answer.text);
    }
    assert!(answer.text.contains("Line </span>2</th>") && answer.text.contains("Line </span>3</th>"), "{}", answer.text);
    assert!(!answer.text.contains("<img>") && !answer.text.contains(CONFIRM));
    let before = officer.fill(&looked, CONFIRM, &[]).await.expect(200);
    assert!(before.text.contains("is read in: one new, one changed"), "what was looked at before still waits: {}", before.text);
    for (what, bytes, told) in [("models", CITIES, "Choose what the file holds"), ("cities", "", "the file is empty")] {
        let answer = send(&mut officer, what, ("x.csv", bytes.as_bytes())).await.expect(422);
        assert!(answer.text.contains(told), "{told}: {}", answer.text);
    }
    let token = token(&mut officer).await;
    let none = officer.upload(PAGE, &[("form_token", &token), ("what", "cities")], ("", b"")).await.expect(422);
    assert!(none.text.contains("Choose a file."), "{}", none.text);
}

fn sheet(rows: &[&[&str]]) -> Vec<u8> {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(*cells) {
            match cell.parse::<f64>() {
                Ok(number) => page.write_number(row, column, number).unwrap(),
                Err(_) if cell.is_empty() => page,
                Err(_) => page.write_string(row, column, *cell).unwrap(),
            };
        }
    }
    book.save_to_buffer().unwrap()
}

#[rstest]
#[actix_web::test]
async fn a_spreadsheet_is_read_like_a_file_with_commas_and_told_by_its_rows(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let mut officer = Visitor::signed_in(&service, "officer").await;
    let header: &[&str] = &["slug", "theme", "title", "what_was_done", "source", "from_memory", "year"];
    let good = sheet(&[header, &[], &["ambon", "solid-waste", "Two\nlines", "Sorted =1+1", "https://example.org", "no", "2024"]]);
    let looked = send(&mut officer, "practices", ("practices.xlsx", &good)).await.expect(200);
    assert!(looked.text.contains("would bring: one new") && looked.text.contains("Row 3"), "{}", looked.text);
    officer.fill(&looked, CONFIRM, &[]).await.expect(200);
    let practices = service.as_("officer").await.get("/api/v1/cities/ambon/practices").await.expect(200).text;
    assert!(practices.contains("Sorted =1+1"), "{practices}");
    let bad = sheet(&[
        header,
        &["ambon", "solid-waste", "T", "a\nb", "s", "no", "2024"],
        &["nowhere-at-all", "no-theme", "T", "d", "s", "no", "x"],
    ]);
    let faults = send(&mut officer, "practices", ("practices.xlsx", &bad)).await.expect(422).text;
    assert!(faults.contains("Row </span>3</th>") && !faults.contains("Row </span>4</th>"), "{faults}");
    let broken = send(&mut officer, "practices", ("practices.xlsx", b"PK\x03\x04broken")).await.expect(422).text;
    assert!(broken.contains("is not a spreadsheet that can be read"), "{broken}");
}

#[rstest]
#[actix_web::test]
async fn profiles_figures_and_ties_are_told_field_by_field_too(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let mut officer = Visitor::signed_in(&service, "officer").await;
    let files = [
        ("profiles", "slug,theme,what,source,from_memory\nkep,solid-waste,Less plastic on the beach,s,no\n", "(kep)"),
        ("indicators", "slug,indicator,year,value,unit,source,from_memory\nkep,elevation_m,2031,12.5,m,s,no\n", "kep · elevation_m 2031"),
        (
            "ties",
            "slug_a,slug_b,city_b,country_b,kind,since,source,from_memory\nambon,,Havana,CU,sister city,1999,https://example.org,no\n",
            "<ins>1999</ins>",
        ),
    ];
    for (what, text, told) in files {
        let looked = send(&mut officer, what, ("file.csv", text.as_bytes())).await.expect(200);
        assert!(looked.text.contains(told), "{what}: {}", looked.text);
        let done = officer.fill(&looked, CONFIRM, &[]).await.expect(200);
        assert!(done.text.contains("file.csv is read in"), "{what}: {}", done.text);
        let again = send(&mut officer, what, ("file.csv", text.as_bytes())).await.expect(200);
        assert!(again.text.contains("file.csv would change nothing"), "{what}: {}", again.text);
    }
}

#[rstest]
#[actix_web::test]
async fn data_that_changed_in_between_is_told_and_nothing_is_read_in(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let mut officer = Visitor::signed_in(&service, "officer").await;
    let looked = send(&mut officer, "cities", ("cities.csv", CITIES.as_bytes())).await.expect(200);
    let staff = service.as_("officer2").await;
    let city = staff.get("/api/v1/cities/surabaya").await.expect(200);
    staff.patch("/api/v1/cities/surabaya", city.etag(), &json!({"notes": "somebody was faster"})).await.expect(200);
    let still = officer.fill(&looked, CONFIRM, &[]).await;
    // The file says nothing of notes, so it still changes exactly what was looked at.
    still.expect(200);

    let second = CITIES.replace("3000111", "3000222").replace("new-haven", "newer-haven");
    let looked = send(&mut officer, "cities", ("cities.csv", second.as_bytes())).await.expect(200);
    let third = CITIES.replace("3000111", "3000333");
    let mut other = Visitor::signed_in(&service, "officer2").await;
    let theirs = send(&mut other, "cities", ("theirs.csv", third.as_bytes())).await.expect(200);
    other.fill(&theirs, CONFIRM, &[]).await.expect(200);
    let stale = officer.fill(&looked, CONFIRM, &[]).await.expect(409);
    assert!(stale.text.contains("Data has changed since you looked, so nothing was read in."), "{}", stale.text);
    assert!(stale.text.contains("<del>3000333</del>") && stale.text.contains("<ins>3000222</ins>"), "{}", stale.text);
    assert_eq!(stored_people(&service), 3_000_333);
    service.as_("officer").await.get("/api/v1/cities/newer-haven").await.expect(404);
    officer.fill(&stale, CONFIRM, &[]).await.expect(200);
    assert_eq!(stored_people(&service), 3_000_222);
}

#[rstest]
#[actix_web::test]
async fn nobody_else_reads_files_in_and_no_page_but_ours_sends_them(#[values(Sqlite, Postgres)] on: Backend) {
    let clock = Arc::new(ManualClock::at(Utc::now()));
    let service = Service::start_at(on, Arc::clone(&clock) as Arc<dyn Clock>).await;
    let mut officer = Visitor::signed_in(&service, "officer").await;
    let ours = token(&mut officer).await;
    let file = ("cities.csv", CITIES.as_bytes());
    let mut outsiders = Vec::new();
    for outsider in ["approver", "observer-id", "admin", "surabaya"] {
        outsiders.push(Visitor::signed_in(&service, outsider).await);
    }
    let before = Ledger::of(&mut service.database.connection());
    for mut visitor in outsiders {
        visitor.get(PAGE).await.expect(403);
        let page = visitor.get("/account").await.expect(200);
        let own = hidden_fields(&page.text, "/sign-out").into_iter().find(|(name, _)| name == "form_token").unwrap().1;
        visitor.upload(PAGE, &[("form_token", &own), ("what", "cities")], file).await.expect(403);
        visitor.post(CONFIRM, &[("form_token", &own), ("digest", "x"), ("once", "1")]).await.expect(403);
    }
    let away = Visitor::new(&service).upload(PAGE, &[("form_token", &ours), ("what", "cities")], file).await.expect(303);
    assert!(away.header("location").starts_with("/sign-in?next="), "{}", away.header("location"));
    let forgeries: [&[(&str, &str)]; 3] =
        [&[("what", "cities")], &[("what", "cities"), ("form_token", &ours)], &[("form_token", "no"), ("what", "cities")]];
    for fields in forgeries {
        let refused = officer.upload(PAGE, fields, file).await.expect(403);
        assert!(refused.text.contains("This did not come from a page of yours"), "{}", refused.text);
    }
    let large = vec![b'x'; (10 << 20) + 1];
    let refused = officer.upload(PAGE, &[("form_token", &ours), ("what", "cities")], ("cities.csv", &large)).await.expect(413);
    assert!(refused.text.contains("The file has more than 10 MB"), "{}", refused.text);
    before.assert_unchanged(&mut service.database.connection(), "what was refused");

    let looked = officer.upload(PAGE, &[("form_token", &ours), ("what", "cities")], file).await.expect(200);
    let mut elsewhere = Visitor::signed_in(&service, "officer").await;
    let its_own = token(&mut elsewhere).await;
    let digest = hidden_fields(&looked.text, CONFIRM).into_iter().find(|(name, _)| name == "digest").unwrap().1;
    let gone = elsewhere.post(CONFIRM, &[("form_token", &its_own), ("digest", &digest), ("once", "2")]).await.expect(409);
    assert!(gone.text.contains("The file is no longer here"), "another session has another file: {}", gone.text);
    clock.advance(TimeDelta::minutes(29));
    officer.get(PAGE).await.expect(200);
    clock.advance(TimeDelta::minutes(2));
    let late = officer.fill(&looked, CONFIRM, &[]).await.expect(409);
    assert!(late.text.contains("waited longer than half an hour"), "{}", late.text);
    let all = kembar::store::cities::all(&mut service.database.connection()).unwrap();
    assert!(all.iter().all(|city| city.slug.as_str() != "new-haven"), "nothing was read in");
}

#[actix_web::test]
async fn a_file_can_be_chosen_looked_at_and_read_in_by_everybody_at_every_size() {
    use fantoccini::Locator;
    let Some(browser) = Browser::start().await else { return };
    let service = Service::start(Sqlite).await;
    super::browser::sign_in(&browser.client, &service, "officer").await;
    let folder = std::env::temp_dir().join("kembar-import");
    std::fs::create_dir_all(&folder).unwrap();
    let files = tempfile::tempdir().unwrap();
    let kept = |name: &str, text: &str| {
        let path = files.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let good = kept("cities.csv", CITIES);
    let bad = kept("faulty.csv", "slug,name,country,lat,lon,source,from_memory\nx-1,X,ID,95,here,s,no\nx-2,,ZZ,1,1,s,perhaps\n");
    let client = &browser.client;
    let mut found = Vec::new();
    for (lang, name, file, mark) in [("en", "look", &good, "ins"), ("id", "faults", &bad, ".found-faults"), ("id", "look-id", &good, "ins")]
    {
        for look in LOOKS {
            browser.look(look).await;
            client.goto(&format!("{}{PAGE}?lang={lang}", service.url)).await.unwrap();
            if name == "look" {
                found.extend(look_here(&browser, &folder, ("choose", look)).await);
            }
            client.find(Locator::Id("file")).await.unwrap().send_keys(file).await.unwrap();
            client.find(Locator::Css(".importing form button")).await.unwrap().send_keys("\u{E007}").await.unwrap();
            client.wait().for_element(Locator::Css(mark)).await.unwrap();
            found.extend(look_here(&browser, &folder, (name, look)).await);
        }
    }
    client.find(Locator::Css("form.deciding button")).await.unwrap().send_keys("\u{E007}").await.unwrap();
    client.wait().for_element(Locator::XPath("//*[contains(text(), 'telah dimuat')]")).await.unwrap();
    found.extend(look_here(&browser, &folder, ("done", LOOKS[0])).await);
    let complaints = browser.console().await;
    browser.close().await;
    assert!(found.is_empty(), "{found:#?}");
    assert!(complaints.iter().all(|line| line.contains("422")), "the console says: {complaints:#?}");
}
