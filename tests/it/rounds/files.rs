//! A round as a file, and a run that never changes.

use kembar::domain::id::RoundId;
use kembar::store::connection::Db;
use reqwest::Method;
use rstest::rstest;

use super::table::{CITIES, address, computed};
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::service::Service;

#[rstest]
#[actix_web::test]
async fn the_pairings_of_a_run_come_as_csv_and_as_a_spreadsheet(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let id = computed(&service, &CITIES).await;
    let officer = service.as_("officer").await;
    let table = officer.get(&format!("{}/export?format=csv", address(&id))).await.expect(200);
    assert!(table.header("content-disposition").ends_with(&format!("\"round-{id}-run-1.csv\"")), "{:?}", table.headers);
    assert_eq!((table.text.lines().count(), table.text.starts_with("place,first,first_name,")), (4, true), "{}", table.text);
    let sheet = officer.request(Method::GET, &format!("{}/export?format=xlsx", address(&id))).send().await.unwrap();
    assert_eq!(sheet.headers()["content-type"], "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    let first = sheet.bytes().await.unwrap();
    let again = officer.request(Method::GET, &format!("{}/export?format=xlsx", address(&id))).send().await.unwrap().bytes().await.unwrap();
    assert!(first.starts_with(b"PK") && first == again, "the same run gives the same bytes");
    officer.get(&format!("{}/export?format=pdf", address(&id))).await.expect(422);
}

#[rstest]
#[actix_web::test]
async fn a_run_is_replayed_to_the_byte_and_the_database_keeps_it_as_it_was(#[values(Sqlite, Postgres)] on: Backend) {
    use kembar::actions::rounds::read;
    let service = Service::start(on).await;
    let id = RoundId(computed(&service, &CITIES).await.parse().unwrap());
    let mut db = service.database.connection();
    let replay = read::replay(&read::kept(&mut db, id, None).unwrap()).unwrap();
    assert!(replay.is_same && replay.input_is_whole && replay.result_is_whole, "{replay:?}");
    for change in
        ["UPDATE round_run SET result = '{}'", "DELETE FROM round_run", "UPDATE round_pairing SET score = 100", "DELETE FROM round_pairing"]
    {
        let refused = run_sql(&mut db, change).unwrap_err();
        assert!(refused.to_string().contains("immutable") || refused.to_string().contains("replay"), "{change}: {refused}");
    }
}

fn run_sql(db: &mut Db, statement: &str) -> Result<usize, diesel::result::Error> {
    use diesel::RunQueryDsl;
    kembar::each!(db, conn => diesel::sql_query(statement).execute(conn))
}
