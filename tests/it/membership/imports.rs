//! Files into the database: whole, idempotent, and without losing what a person has entered.

use kembar::actions::audit;
use kembar::actions::context::Author;
use kembar::actions::importing::{Counts, Import, What};
use kembar::actions::indicators::{self, Entry};
use kembar::actions::membership_changes::{self as changes, CityPatch};
use kembar::actions::practices::{self, SeenPractice};
use kembar::actions::profiles;
use kembar::demo::data;
use kembar::domain::access::Operation;
use kembar::domain::city::CityStatus;
use kembar::domain::partnership::PartnershipState;
use kembar::domain::practice::PracticeState;
use kembar::store::partnerships::{self, Partner};
use rstest::rstest;

use super::world::World;
use crate::support::databases::Backend;

const MEMBERS: &str = "slug,name,country,lat,lon,population,population_year,languages,networks,geonames_id,status,source,from_memory\n";

fn inserted(n: u64) -> Counts {
    Counts { inserted: n, ..Counts::default() }
}

fn updated(n: u64) -> Counts {
    Counts { updated: n, ..Counts::default() }
}

#[rstest]
fn the_bundle_comes_in_whole_and_a_second_time_changes_nothing(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let mut world = World::empty(on);
    let first = world.seed().unwrap();
    for report in &first {
        assert!(report.records.inserted > 0 && report.records.updated == 0, "{report:?}");
    }
    assert_eq!(first[1].records, inserted(154));
    let countries: Vec<_> = first.iter().filter(|report| report.what == What::Countries).map(|report| report.values.inserted).collect();
    assert!(countries[0] > 400, "{countries:?}");
    let entries = world.audit();
    assert_eq!(entries.len(), 8, "one entry for each file");
    assert!(
        entries.iter().all(|entry| entry.actor == "import" && entry.after_hash.as_ref().is_some_and(|hash| hash.starts_with("sha256:")))
    );
    for report in world.seed().unwrap() {
        assert_eq!((report.records.inserted, report.records.updated), (0, 0), "{report:?}");
        assert_eq!((report.values.inserted, report.values.updated), (0, 0), "{report:?}");
        assert!(report.records.unchanged > 0);
    }
    assert_eq!(audit::verify(&mut world.db, None).unwrap().broken_at, None);
}

#[rstest]
fn a_dry_run_says_what_would_happen_and_leaves_no_trace(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let mut world = World::empty(on);
    let bytes = data::CITIES.text.as_bytes();
    let trial =
        Import { what: What::Cities, file: "cities.csv", bytes, is_dry_run: true, lists_changes: false, author: Author::CommandLine };
    let report = world.import_file(trial.clone()).unwrap();
    assert_eq!((report.is_dry_run, report.records), (true, inserted(154)));
    assert_eq!(world.audit(), vec![]);
    let real = world.import_file(Import { is_dry_run: false, ..trial }).unwrap();
    assert_eq!(real.records, report.records);
}

#[rstest]
fn the_progress_of_an_import_ends_at_its_total(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let mut world = World::empty(on);
    let mut seen = Vec::new();
    let bytes = data::CITIES.text.as_bytes();
    let import = Import { what: What::Cities, file: "cities.csv", bytes, is_dry_run: false, lists_changes: false, author: Author::Import };
    let tell = &mut |done, total| seen.push((done, total));
    world.write(|write, model| kembar::actions::importing::run(write, model, &import, tell)).unwrap();
    assert!(seen.is_sorted() && seen.len() >= 2);
    assert_eq!(seen.last(), Some(&(154, 154)));
}

#[rstest]
fn a_blank_erases_nothing_and_a_file_does_not_revive_a_city(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let mut world = World::seeded(on);
    let before = world.city("surabaya").record;
    let pass = world.officer(Operation::UpdateCity);
    let suspend = CityPatch { status: Some(CityStatus::Suspended), ..CityPatch::default() };
    world.write(|write, _| changes::update(write, &pass, 1, suspend)).unwrap();
    let report = world.import(What::Cities, &format!("{MEMBERS}surabaya,Surabaya,ID,-7.25,112.75,2900000,2023,,,,,a census,no\n")).unwrap();
    assert_eq!(report.records, updated(1));
    assert!(report.notes[0].reason.contains("does not revive"), "{report:?}");
    let after = world.city("surabaya").record;
    assert_eq!((after.population, after.population_year, after.status), (Some(2_900_000), Some(2023), CityStatus::Suspended));
    assert_eq!((after.languages, after.networks, after.external_ids), (before.languages, before.networks, before.external_ids));
}

#[rstest]
fn a_member_file_names_a_city_that_came_as_a_place(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let mut world = World::empty(on);
    let places = "id,name,country,lat,lon,population\n1717512,Cebu City,PH,10.31672,123.89071,964169\n";
    world.import(What::Cities, places).unwrap();
    let id = world.id("cebu-city");
    let members = format!("{MEMBERS}cebu,Cebu,PH,10.32,123.89,,,ceb;fil,ASCN,1717512,,the city's site,no\n");
    let report = world.import(What::Cities, &members).unwrap();
    assert_eq!(report.records, updated(1));
    assert!(report.notes[0].reason.contains("'cebu-city' is no longer valid"), "{report:?}");
    let city = world.city("cebu");
    assert_eq!((city.id, city.record.population, city.record.networks.as_slice()), (id, Some(964_169), &["ASCN".to_owned()][..]));
    let again = world.import(What::Cities, places).unwrap();
    assert_eq!(again.records.unchanged, 1, "the place adds nothing to the member: {again:?}");
}

#[rstest]
fn what_a_person_wrote_is_kept(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let mut world = World::seeded(on);
    let pass = world.focal(Operation::PutProfile);
    let city = world.id("surabaya");
    world.write(|write, model| profiles::put(write, model.taxonomy(), &pass, 1, Default::default())).unwrap();

    let code = "elevation_m".parse().unwrap();
    let entry = Entry { value: Some(5.0), year: Some(2024), source: Some("a survey".to_owned()), ..Entry::default() };
    world.write(|write, model| indicators::put(write, model, &pass, (&code, 1), entry)).unwrap();

    let old = kembar::store::practices::of_cities(&mut world.db, Some(&[city])).unwrap().remove(0);
    let seen = SeenPractice { id: old.id, version: old.version };
    let mut body = old.body.clone();
    body.result = Some("Half of the landfill's gas".to_owned());
    world.write(|write, model| practices::update(write, model.taxonomy(), &pass, seen, body.clone())).unwrap();

    let reports = world.seed().unwrap();
    let notes: Vec<_> = reports.iter().flat_map(|report| &report.notes).map(|notes| (notes.reason.as_str(), notes.count)).collect();
    assert_eq!(notes.iter().filter(|(reason, count)| reason.ends_with("kept") && *count == 1).count(), 2, "{notes:?}");
    assert_eq!(practices::find(&mut world.db, city, old.id).unwrap().body, body);
    assert_eq!(profiles::current(&mut world.db, city).unwrap().version, 2);

    let file = "slug,indicator,year,value,unit,source,from_memory\nsurabaya,elevation_m,2024,8,m,a map,no\n";
    let report = world.import(What::Indicators, file).unwrap();
    assert_eq!((report.records, report.notes[0].lines.as_slice()), (Counts::default(), &[2][..]));
}

#[rstest]
fn a_changed_file_updates_what_it_states(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let mut world = World::seeded(on);
    let priorities = "slug,theme,what,year,source,from_memory\nsurabaya,tourism,More visitors,2025,the mayor's plan,no\n";
    assert_eq!(world.import(What::Profiles, priorities).unwrap().records, updated(1));
    let city = world.id("surabaya");
    let current = profiles::current(&mut world.db, city).unwrap();
    assert_eq!((current.newest.as_ref().unwrap().number, current.standing), (2, current.newest.clone()));

    let values =
        |value: f64| format!("slug,indicator,year,value,unit,source,from_memory\nsurabaya,nang_temp_c,2019,{value},°C,a station,no\n");
    assert_eq!(world.import(What::Indicators, &values(27.5)).unwrap().records, inserted(1));
    assert_eq!(world.import(What::Indicators, &values(27.5)).unwrap().records.unchanged, 1);
    assert_eq!(world.import(What::Indicators, &values(28.5)).unwrap().records, updated(1));
    let (code, World { db, model, .. }) = ("nang_temp_c".parse().unwrap(), &mut world);
    let history = indicators::one_of_city(db, model, city, &code).unwrap().history;
    assert_eq!(history.iter().map(|value| (value.value, value.is_current)).collect::<Vec<_>>(), [(28.5, true), (27.5, false)]);

    let hazards = "slug,flood,heat,basis,from_memory\nsurabaya,3,2,a risk map,no\n";
    assert_eq!(world.import(What::Hazards, hazards).unwrap().records, updated(1));
    let known = kembar::store::cities::hazards(&mut world.db, Some(&[city])).unwrap();
    assert_eq!(known.iter().map(|hazard| (hazard.name.as_str(), hazard.level)).collect::<Vec<_>>(), [("flood", 3), ("heat", 2)]);
}

#[rstest]
fn a_practice_with_a_source_is_public_and_one_from_memory_waits(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let mut world = World::seeded(on);
    for practice in kembar::store::practices::of_cities(&mut world.db, None).unwrap() {
        let expected = if practice.body.from_memory { PracticeState::Submitted } else { PracticeState::Published };
        assert_eq!(practice.state, expected, "{}", practice.body.title);
    }
}

const TIES: &str = "slug_a,slug_b,city_b,country_b,kind,since,source,from_memory\n";

#[rstest]
fn a_tie_finds_its_partner_by_name_and_is_stored_once(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let mut world = World::seeded(on);
    let file = format!(
        "{TIES}surabaya,,Iloilo City,PH,sister city,2031,a paper,no\nsurabaya,,Kochi,JP,sister city (proposed),,a paper,no\niloilo-city,,Lipa,PH,other (cultural MoU),,a paper,no\n"
    )
    .replace("2031", "2019");
    let report = world.import(What::Ties, &file).unwrap();
    assert_eq!(report.records, inserted(3), "{report:?}");
    let (surabaya, iloilo) = (world.id("surabaya"), world.id("iloilo-city"));
    let ties = partnerships::of_cities(&mut world.db, Some(&[surabaya])).unwrap();
    let found = |kind: &str, partner: &dyn Fn(&Partner) -> bool| ties.iter().find(|tie| tie.kind == kind && partner(&tie.partner)).unwrap();
    let sister = found("sister_city", &|partner| [Partner::Member(surabaya), Partner::Member(iloilo)].contains(partner));
    assert_eq!((sister.city, sister.partner.clone()), (surabaya.min(iloilo), Partner::Member(surabaya.max(iloilo))));
    assert_eq!((sister.state, sister.since_year), (PartnershipState::Recorded, Some(2019)));
    let proposed = found("sister city (proposed)", &|partner| matches!(partner, Partner::Other { name, .. } if name == "Kochi"));
    assert_eq!(proposed.state, PartnershipState::Exploring, "an intention is no tie");
    assert!(proposed.published_at.is_some(), "its source has made it public");
    assert_eq!(world.import(What::Ties, &file).unwrap().records.unchanged, 3);
    let from_the_other_side = format!("{TIES}iloilo-city,surabaya,Surabaya,ID,sister city,2019,a paper,no\n");
    assert_eq!(world.import(What::Ties, &from_the_other_side).unwrap().records.unchanged, 1);
}

#[rstest]
fn the_world_file_of_ties_gives_those_of_cities_that_are_here(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let mut world = World::seeded(on);
    let geonames = |world: &mut World, slug: &str| world.city(slug).record.external_ids["geonames"].clone();
    let (a, b, c) = (geonames(&mut world, "surabaya"), geonames(&mut world, "iloilo-city"), geonames(&mut world, "malang"));
    let file = format!(
        "city_a_id,city_b_id,n_sources,confidence,wikidata,domestic,distance_km\n{a},{b},2,high,1,0,2275\n{a},99,2,high,1,0,1\n98,97,2,high,1,0,1\n{b},{c},1,low,1,0,1\n{a},{c},2,medium,0,1,90\n"
    );
    let report = world.import(What::Ties, &file).unwrap();
    assert_eq!(report.records, inserted(1));
    let notes: Vec<_> = report.notes.iter().map(|notes| (notes.count, notes.lines.clone())).collect();
    assert_eq!(notes, [(1, vec![6]), (2, vec![3, 4]), (1, vec![5])], "{report:?}");
}

#[rstest]
fn a_review_comes_in_once(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let mut world = World::seeded(on);
    let file = |source: &str| format!("slug,year,title,SDGs,source,from_memory\nsurabaya,2024,Surabaya VLR,3;11,{source},no\n");
    assert_eq!(world.import(What::Vlrs, &file("a page")).unwrap().records, inserted(1));
    assert_eq!(world.import(What::Vlrs, &file("a page")).unwrap().records.unchanged, 1);
    assert_eq!(world.import(What::Vlrs, &file("a better page")).unwrap().records, updated(1));
    let city = world.id("surabaya");
    let known = kembar::store::cities::vlrs(&mut world.db, Some(city)).unwrap();
    let newest = known.iter().find(|vlr| vlr.title == "Surabaya VLR").unwrap();
    assert_eq!((newest.sdgs.as_slice(), newest.source.as_deref()), (&[3, 11][..], Some("a better page")));
}
