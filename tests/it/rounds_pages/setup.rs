//! A round is set up and changed by form.

use rstest::rstest;
use serde_json::json;

use super::{id_in, location, path, press, read, words};
use crate::rounds::table::{CITIES, draft, plan};
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::pages::Visitor;
use crate::support::service::Service;

const NEW: &str = "/desk/rounds/new";

#[rstest]
#[actix_web::test]
async fn a_round_is_set_up_by_form_and_stands_in_the_list(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let mut officer = Visitor::signed_in(&service, "officer").await;
    let empty = officer.get("/desk/rounds").await.expect(200);
    assert!(words(&empty.text).contains("There is no round yet."), "{}", empty.text);
    let filled = [
        ("name", "Manila <b>2026</b> & more"),
        ("kind", "peer_learning"),
        ("theme", "solid-waste"),
        ("countries", "ID"),
        ("countries", "VN"),
        ("networks", "ASCN"),
        ("cities", "Makassar\n hai-phong \n"),
        ("objective", "coverage_then_worst_then_score"),
        ("candidates", "20"),
        ("alternates", "2"),
        ("most_as_mentor", "3"),
        ("own_city", "Makassar"),
        ("own_least", ""),
        ("own_most", "2"),
        ("own_learner", ""),
        ("own_mentor", "1"),
        ("country_cap", "4"),
        ("cap_country", "ID"),
        ("cap_most", "2"),
        ("pair_a", "ID"),
        ("pair_b", "VN"),
        ("pair_most", "1"),
        ("locked_a", ""),
        ("locked_b", ""),
        ("barred_a", "Makassar"),
        ("barred_b", "Hai Phong"),
        ("share", ""),
        ("share", ""),
        ("share", "10,5"),
        ("share", ""),
        ("share", ""),
        ("minimum_score", "12.5"),
        ("same_level", "on"),
    ];
    let made = press(&mut officer, NEW, NEW, &filled).await.expect(303);
    let id = id_in(location(&made));
    assert!(location(&made).ends_with("?done=saved"), "{}", location(&made));
    let expected = json!({
        "name": "Manila <b>2026</b> & more", "kind": "peer_learning", "theme": "solid-waste", "candidates": 20, "alternates": 2,
        "objective": "coverage_then_worst_then_score",
        "scope": {"networks": ["ASCN"], "countries": ["ID", "VN"], "levels": [], "cities": ["makassar", "hai-phong"], "without": []},
        "rules": {
            "least": 0, "most": null, "most_as_learner": null, "most_as_mentor": 3,
            "own": [{"city": "makassar", "least": null, "most": 2, "most_as_learner": null, "most_as_mentor": 1}],
            "country_cap": 4, "country_caps": [{"country": "ID", "most": 2}],
            "country_pair_cap": null, "country_pair_caps": [{"a": "ID", "b": "VN", "most": 1}],
            "locked": [], "barred": [["makassar", "hai-phong"]], "shares": [{"grouping": "size", "at_least": 0.105}],
            "minimum_score": 12.5, "largest_size_ratio": null, "same_level": true,
        },
    });
    let round = read(&service, &id).await;
    assert_eq!((&round["plan"], round["state"].as_str()), (&expected, Some("draft")));
    for page in [officer.get("/desk/rounds").await, officer.get(&path(&id)).await, officer.get(&format!("{}/edit", path(&id))).await] {
        let page = page.expect(200);
        assert!(page.text.contains("Manila &#60;b&#62;2026&#60;/b&#62; &#38; more") && !page.text.contains("<b>2026"), "{}", page.text);
        assert_eq!(page.header("cache-control"), "no-store");
    }
    let said = words(&officer.get(&path(&id)).await.text);
    for part in [
        "Before it is computed",
        "Test officer",
        "Countries Indonesia, Viet Nam",
        "Makassar learns from Hai Phong",
        "Different sizes: 10.5 %",
    ] {
        assert!(said.contains(part), "{part} in {said}");
    }
    // What the form shows of it, sent again, is the same round.
    let edit = format!("{}/edit", path(&id));
    let form = officer.get(&edit).await.expect(200);
    for part in ["value=\"10.5\"", "value=\"Makassar\"", "<option value=\"peer_learning\" selected>", "value=\"ASCN\" checked"] {
        assert!(form.text.contains(part), "{part} in {}", form.text);
    }
}

#[rstest]
#[actix_web::test]
async fn a_form_that_is_sent_twice_sets_up_one_round(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let mut officer = Visitor::signed_in(&service, "officer").await;
    let form = officer.get(NEW).await.expect(200);
    let filled = [("name", "Once"), ("kind", "sister_city"), ("objective", "score"), ("candidates", "30"), ("alternates", "3")];
    let first = officer.fill(&form, NEW, &filled).await.expect(303);
    let again = officer.fill(&form, NEW, &filled).await.expect(303);
    assert_eq!(location(&first), location(&again));
    let rounds = service.as_("officer").await.get("/api/v1/rounds").await.expect(200).body;
    assert_eq!(rounds["items"].as_array().unwrap().len(), 1);
}

#[rstest]
#[actix_web::test]
async fn every_fault_stands_beside_its_field_in_the_readers_language_and_nothing_typed_is_lost(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let mut officer = Visitor::signed_in(&service, "officer").await;
    let hostile = "\"><script>alert(1)</script>";
    let filled = [
        ("name", " "),
        ("kind", "sister_city"),
        ("objective", "score"),
        ("candidates", "0"),
        ("alternates", "many"),
        ("cities", "Makassar\nAtlantis\n\"><script>alert(1)</script>"),
        ("least", "3"),
        ("most", "1"),
        ("minimum_score", "200"),
        ("largest_size_ratio", "0,5"),
        ("locked_a", "Makassar"),
        ("locked_b", "Lemuria"),
        ("barred_a", "Bangkok"),
        ("barred_b", ""),
        ("share", "half"),
    ];
    let page = press(&mut officer, &format!("{NEW}?lang=id"), NEW, &filled).await.expect(422);
    assert!(!page.text.contains("<script>alert") && page.text.contains("&#60;script&#62;alert(1)"), "{hostile} comes out escaped");
    let page = officer.get(&format!("{NEW}?lang=id")).await.expect(200);
    let hidden = crate::support::pages::hidden_fields(&page.text, NEW);
    let all: Vec<(&str, &str)> = hidden.iter().map(|(name, value)| (name.as_str(), value.as_str())).chain(filled).collect();
    let page = officer.post(&format!("{NEW}?lang=id"), &all).await.expect(422);
    let said = words(&page.text);
    for fault in [
        "Beri putaran nama paling panjang 120 karakter.",
        "Tulis bilangan bulat dari 1 sampai 100.",
        "Tulis bilangan bulat dari 0 sampai 10.",
        "Tidak ada kota bernama “Atlantis”.",
        "Sebuah kota tidak mungkin harus memiliki mitra lebih banyak",
        "Nilai adalah angka dari 0 sampai 100.",
        "Tulis 1 atau lebih",
        "Tidak ada kota bernama “Lemuria”.",
        "Isi seluruh baris, atau kosongkan.",
        "Tulis persentase dari 0 sampai 100",
    ] {
        assert!(said.contains(fault), "{fault} in {said}");
    }
    for kept in ["value=\"many\"", "value=\"0,5\"", "value=\"Lemuria\"", "value=\"Bangkok\"", "Makassar\nAtlantis", "value=\"half\""] {
        assert!(page.text.contains(kept), "{kept} in {}", page.text);
    }
    for field in ["candidates", "minimum_score", "locked-0", "barred-0", "share-income", "cities", "least"] {
        assert!(page.text.contains(&format!("id=\"fault-{field}\"")), "{field} in {}", page.text);
        assert!(page.text.contains(&format!("href=\"#{field}\"")) && page.text.contains(&format!("id=\"{field}\"")), "{field}");
    }
}

/// What the actions find wrong comes with English words: none of them reaches an Indonesian page.
#[rstest]
#[actix_web::test]
async fn what_does_not_fit_the_cities_is_told_by_line(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let mut officer = Visitor::signed_in(&service, "officer").await;
    let page = officer.get(NEW).await.expect(200);
    let hidden = crate::support::pages::hidden_fields(&page.text, NEW);
    let filled = [
        ("name", "Alike"),
        ("kind", "sister_city"),
        ("objective", "score"),
        ("candidates", "30"),
        ("alternates", "3"),
        ("cities", "makassar\nsemarang\nkuching\nhoi-an"),
        ("without", "kuching"),
        ("own_city", "bangkok"),
        ("own_most", "2"),
        ("locked_a", "makassar"),
        ("locked_b", "makassar"),
        ("locked_a", "makassar"),
        ("locked_b", "bangkok"),
        ("barred_a", "semarang"),
        ("barred_b", "makassar"),
        ("locked_a", "makassar"),
        ("locked_b", "semarang"),
        ("cap_country", "ID"),
        ("cap_most", "1"),
        ("cap_country", "ID"),
        ("cap_most", "2"),
        ("most_as_learner", "1"),
        ("share", "101"),
    ];
    let all: Vec<(&str, &str)> = hidden.iter().map(|(name, value)| (name.as_str(), value.as_str())).chain(filled).collect();
    let first = officer.post(&format!("{NEW}?lang=id"), &all).await.expect(422);
    let said = words(&first.text);
    for fault in [
        "Kuching (North and South) dipilih sekaligus dikeluarkan.",
        "Ini satu kota yang disebut dua kali.",
        "Pasangan ini dikunci sekaligus dilarang.",
        "Ini disebut dua kali.",
        "Belajar dan mengajar hanya ada pada pembelajaran sejawat.",
        "Tulis persentase dari 0 sampai 100",
    ] {
        assert!(said.contains(fault), "{fault} in {said}");
    }
    let mended = all.iter().filter(|(name, value)| {
        !["without", "barred_a", "barred_b", "most_as_learner", "cap_country", "cap_most"].contains(name) && *value != "101"
    });
    let mut mended: Vec<(&str, &str)> = mended.copied().collect();
    let same_city = mended.iter().position(|field| *field == ("locked_b", "makassar")).unwrap();
    mended[same_city].1 = "kuching";
    mended.extend([("share", ""), ("share", ""), ("share", ""), ("share", "20")]);
    let second = officer.post(&format!("{NEW}?lang=id"), &mended).await.expect(422);
    let said = words(&second.text);
    for fault in ["bukan anggota aktif", "Bangkok tidak ikut dalam putaran ini."] {
        assert!(said.contains(fault), "{fault} in {said}");
    }
    for english in ["must", "there is no", "does not take part", "is there twice", "of the round"] {
        assert!(!said.contains(english), "{english} in {said}");
    }
}

#[rstest]
#[actix_web::test]
async fn a_form_that_somebody_overtook_loses_nothing(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let id = draft(&service, &plan(&CITIES, json!({}))).await;
    let edit = format!("{}/edit", path(&id));
    let mut first = Visitor::signed_in(&service, "officer").await;
    let mut second = Visitor::signed_in(&service, "officer2").await;
    let filled = |name: &'static str| {
        let cities = ("cities", "makassar\nkuching\nhai-phong");
        [("name", name), ("kind", "sister_city"), ("objective", "score"), ("candidates", "30"), ("alternates", "3"), cities]
    };
    let (of_first, of_second) = (first.get(&edit).await.expect(200), second.get(&edit).await.expect(200));
    second.fill(&of_second, &edit, &filled("The faster one")).await.expect(303);
    let late = first.fill(&of_first, &edit, &filled("The slower one")).await.expect(409);
    assert!(words(&late.text).contains("Somebody was faster") && late.text.contains("value=\"The slower one\""), "{}", late.text);
    assert_eq!(read(&service, &id).await["plan"]["name"], "The faster one", "nothing was saved");
    let again = first.fill(&late, &edit, &filled("The slower one")).await.expect(303);
    assert!(location(&again).starts_with(&path(&id)));
    assert_eq!(read(&service, &id).await["plan"]["name"], "The slower one", "saved knowingly");
}

#[rstest]
#[actix_web::test]
async fn more_lines_are_given_without_saving_anything(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let mut officer = Visitor::signed_in(&service, "officer").await;
    let filled = [("name", "Long"), ("locked_a", "Hue"), ("locked_b", "Ipoh"), ("press", "more")];
    let page = press(&mut officer, NEW, NEW, &filled).await.expect(200);
    assert!(page.text.matches("name=\"locked_a\"").count() >= 6 && page.text.contains("value=\"Ipoh\""), "{}", page.text);
    let rounds = service.as_("officer").await.get("/api/v1/rounds").await.expect(200).body;
    assert!(rounds["items"].as_array().unwrap().is_empty());
}
