//! A file that cannot be taken over: every fault by line and column, and nothing written.

use kembar::actions::importing::What;
use kembar::store::{cities, indicators, partnerships, practices};
use rstest::rstest;

use super::world::{World, faults};
use crate::support::databases::Backend;

/// Everything that an import can write, counted.
fn inventory(world: &mut World) -> [usize; 6] {
    let db = &mut world.db;
    let values = usize::try_from(indicators::count(db).unwrap()).unwrap();
    let counts = [
        cities::all(db).unwrap().len(),
        values,
        practices::of_cities(db, None).unwrap().len(),
        partnerships::of_cities(db, None).unwrap().len(),
        cities::hazards(db, None).unwrap().len() + cities::vlrs(db, None).unwrap().len(),
    ];
    let [a, b, c, d, e] = counts;
    [a, b, c, d, e, world.audit().len()]
}

/// Files that only their rows' meaning is wrong with, and where.
const CASES: [(What, &str, &[&str]); 8] = [
    (
        What::Cities,
        "slug,name,country,lat,lon,geonames_id,status,successor,source,from_memory\n\
        surabaya,Surabaya,MY,3,101,,,,a map,no\n\
        new-town,New Town,ZZ,3,101,,,,a map,no\n\
        old-town,Old Town,ID,3,101,,dissolved,atlantis,a map,no\n\
        malang,Malang,ID,-7.97,112.63,1625822,,,a map,no\n\
        north,North,ID,1,101,,dissolved,south,a map,no\n\
        south,South,ID,1,101,,dissolved,north,a map,no\n",
        &["2:slug", "3:country", "4:successor", "5:geonames_id", "6:successor", "7:successor"],
    ),
    (
        What::Countries,
        "iso2,name,wdi_happiness_pct,wdi_happiness_pct_year,hdi,hdi_year\nID,Indonesia,1,2020,0.7,2022\nZZ,Nowhere,2,2020,0.8,2022\n",
        &["1:wdi_happiness_pct", "3:iso2"],
    ),
    (
        What::Profiles,
        "slug,theme,what,rank,year,source,from_memory\n\
        atlantis,traffic,Less of it,,,a book,no\n\
        surabaya,nonsense,More of it,1,,a book,no\n\
        surabaya,traffic,Less of it,1,1950,a book,no\n",
        &["2:slug", "3:theme", "4:rank", "4:year"],
    ),
    (
        What::Indicators,
        "slug,indicator,year,value,unit,source,from_memory\n\
        atlantis,nang_temp_c,2020,25,,a book,no\n\
        surabaya,no_such_code,2020,25,,a book,no\n\
        surabaya,wdi_urban_slum_pct,2020,101,,a book,no\n",
        &["2:slug", "3:indicator", "4:value"],
    ),
    (
        What::Practices,
        "slug,theme,title,what_was_done,result,basis,year,source,from_memory\n\
        atlantis,traffic,A,B,C,,2020,a book,no\n\
        surabaya,nonsense,A,B,C,,2020,a book,no\n\
        surabaya,traffic,A,B,,documented_result,1950,a book,no\n",
        &["2:slug", "3:theme", "4:year", "4:result"],
    ),
    (
        What::Ties,
        "slug_a,slug_b,city_b,country_b,kind,since,source,from_memory\n\
        atlantis,,Kochi,JP,sister city,,a book,no\n\
        surabaya,utopia,Utopia,PH,sister city,,a book,no\n\
        surabaya,,Surabaya,ID,sister city,,a book,no\n\
        surabaya,malang,Malang,ID,twinning,,a book,no\n\
        malang,surabaya,Surabaya,ID,sister city,,a book,no\n",
        &["2:slug_a", "3:slug_b", "4:city_b", "6:"],
    ),
    (What::Hazards, "slug,flood,basis,from_memory\natlantis,3,a book,no\nsurabaya,2,a book,no\n", &["2:slug"]),
    (
        What::Vlrs,
        "slug,year,title,SDGs,source,from_memory\natlantis,2024,A VLR,3,a book,no\nsurabaya,2024,B VLR,3,a book,no\n",
        &["2:slug"],
    ),
];

#[rstest]
fn what_only_the_database_can_know_is_reported_like_a_typing_error(#[values(Backend::Sqlite, Backend::Postgres)] on: Backend) {
    let mut world = World::seeded(on);
    let before = inventory(&mut world);
    for (what, file, expected) in CASES {
        assert_eq!(faults(world.import(what, file)), expected, "{what}");
        assert_eq!(inventory(&mut world), before, "{what}");
    }
}

#[test]
fn a_report_reads_like_a_compilers() {
    let mut world = World::seeded(Backend::Sqlite);
    let file =
        "slug,indicator,year,value,unit,source,from_memory\nsurabaya,wdi_urban_slum_pct,2020,101,,a book,no\natlantis,hdi,x,1,,,no\n";
    let syntax = world.import(What::Indicators, file).unwrap_err().to_string();
    assert!(syntax.contains("test.csv:3:year: must be a whole number from 1800 to 2100 (found 'x')"), "{syntax}");
    let meaning = world.import(What::Indicators, &file.replace("x,1,,,no", "2020,1,,a book,no")).unwrap_err().to_string();
    let expected = "test.csv:2:value: must be from 0 to 100 % of urban people (found '101')\n\
                    test.csv:3:slug: is the slug of no city; import the cities first, or correct it (found 'atlantis')\n\
                    test.csv: 2 faults; nothing was taken over";
    assert_eq!(meaning, expected);
}
