//! Every kind of fault, each named where it stands, and what is good beside it taken as it is.

use rstest::rstest;

use super::*;
use crate::exchange::fault_report::FaultReport;

const CITY_HEADER: &str = "slug,name,country,lat,lon,source,from_memory";

/// The faults of a file of cities as `line:column: detail`.
fn faults_of(text: &str) -> Vec<String> {
    lines(&cities("c.csv", text.as_bytes()).unwrap_err())
}

fn lines(report: &FaultReport) -> Vec<String> {
    report.faults.iter().map(ToString::to_string).collect()
}

#[test]
fn one_report_names_every_fault_of_a_file() {
    let text = format!(
        "{CITY_HEADER},level,population,population_year\n\
         surabaya,Surabaya,ID,-7.26,112.75,own knowledge,yes,city,2874000,2020\n\
         Bad Slug,,Indonesia,97,abc,,perhaps,hamlet,-5,1066\n\
         surabaya,Again,ID,0,0,x,no,city,,\n\
         short,row\n\
         nan,Nan,ID,NaN,inf,x,no,city,1.5,\n"
    );
    assert_eq!(
        faults_of(&text),
        [
            "3:slug: is not a slug: up to 80 lower-case letters, digits and inner hyphens (found 'Bad Slug')",
            "3:name: must not be blank",
            "3:country: is not an ISO 3166-1 code of two capital letters, such as ID (found 'Indonesia')",
            "3:lat: must be from -90 to 90 (found '97')",
            "3:lon: is not a number; write it with a point and without separators for thousands (found 'abc')",
            "3:source: must not be blank",
            "3:from_memory: must be yes or no (found 'perhaps')",
            "3:level: is not one of capital city municipality province regency special region (found 'hamlet')",
            "3:population: must be a whole number from 0 to 100000000 (found '-5')",
            "3:population_year: must be a whole number from 1800 to 2100 (found '1066')",
            "4:slug: stands already on line 2; every row may stand once (found 'surabaya')",
            "5: has 2 fields, the header has 10",
            "6:lat: is not a number; write it with a point and without separators for thousands (found 'NaN')",
            "6:lon: is not a number; write it with a point and without separators for thousands (found 'inf')",
            "6:population: must be a whole number from 0 to 100000000 (found '1.5')",
        ]
    );
}

#[test]
fn a_header_with_missing_unknown_double_and_nameless_columns_is_told_all_of_it() {
    let faults = faults_of("slug,name,name,colour,,lat,lon,source,from_memory\n");
    assert_eq!(faults.len(), 4, "{faults:?}");
    assert_eq!(faults[0], "1:name: this column stands twice in the header");
    assert!(faults[1].starts_with("1:colour: is not a column of cities; the columns are slug, name, country"));
    assert_eq!(faults[2], "1: column 5 has no name");
    assert_eq!(faults[3], "1:country: this column is missing from the header");
}

#[rstest]
#[case::nothing("", "1: the file is empty; its first line must name the columns of cities")]
#[case::only_a_mark("\u{FEFF}", "1: the file is empty; its first line must name the columns of cities")]
fn an_empty_file_is_refused(#[case] text: &str, #[case] expected: &str) {
    assert_eq!(faults_of(text), [expected]);
}

#[rstest]
#[case::spreadsheet(b"PK\x03\x04rest".to_vec(), "is a spreadsheet or an archive")]
#[case::utf_16(b"\xFF\xFEs\0l\0".to_vec(), "is UTF-16")]
#[case::semicolons(b"slug;name;country\na;A;ID\n".to_vec(), "separates its columns by semicolons")]
#[case::tabs(b"slug\tname\na\tA\n".to_vec(), "separates its columns by semicolons or tabs")]
#[case::commas_only(vec![b','; 1_000_000], "has more columns than any file")]
fn a_file_of_another_format_is_told_what_it_is(#[case] bytes: Vec<u8>, #[case] expected: &str) {
    let faults = lines(&cities("c.csv", &bytes).unwrap_err());
    assert!(faults.len() == 1 && faults[0].contains(expected), "{faults:?}");
}

#[test]
fn a_header_without_rows_is_an_empty_list() {
    assert_eq!(cities("c.csv", CITY_HEADER.as_bytes()), Ok(Vec::new()));
}

#[test]
fn text_that_hides_or_reorders_is_refused_in_any_column() {
    let row = |name: &str| format!("{CITY_HEADER}\na,\"{name}\",ID,1,2,x,no\n");
    for hostile in ["a\0b", "a\u{202E}b", "a\u{1b}[31m", "a\rb", "a\u{FEFF}b"] {
        let faults = faults_of(&row(hostile));
        assert!(faults.len() == 1 && faults[0].starts_with("2:name: must not contain"), "{faults:?}");
        assert!(faults[0].chars().all(|c| !c.is_control()), "the report itself is clean: {faults:?}");
    }
    let long = faults_of(&row(&"x".repeat(4_001)));
    assert!(long.iter().any(|fault| fault.starts_with("2:name: must have at most 4000 characters")), "{long:?}");
    assert!(cities("c.csv", row("two\nlines").as_bytes()).is_ok(), "a line break is no fault");
}

#[test]
fn bytes_that_are_not_utf_8_are_named_by_line_and_column() {
    let mut bytes = format!("{CITY_HEADER}\na,A,ID,1,2,x,no\nb,").into_bytes();
    bytes.extend(b"Bi\xF1an,PH,1,2,x,no\n");
    assert_eq!(lines(&cities("c.csv", &bytes).unwrap_err()), ["3:name: is not UTF-8; save the file as UTF-8 (found 'Bi\u{FFFD}an')"]);
}

#[test]
fn the_line_of_a_fault_is_where_its_record_starts_even_after_fields_of_several_lines() {
    for line_end in ["\n", "\r\n"] {
        let text = format!("{CITY_HEADER}\na,\"A{line_end}B{line_end}C\",ID,1,2,x,no\n\nb,B,ID,91,2,x,no\n").replace('\n', line_end);
        let text = text.replace("\r\r\n", "\r\n");
        assert_eq!(faults_of(&text), ["6:lat: must be from -90 to 90 (found '91')"], "{line_end:?}");
    }
}

#[test]
fn an_unclosed_quote_is_a_fault_and_not_a_very_long_name() {
    let faults = faults_of(&format!("{CITY_HEADER}\na,\"A,ID,1,2,x,no\nb,B,ID,1,2,x,no\n"));
    assert_eq!(faults, ["2:name: a quote is opened here and never closed", "2: has 2 fields, the header has 7"]);
}

#[test]
fn a_byte_order_mark_and_carriage_returns_change_nothing() {
    let unix = format!("{CITY_HEADER}\nbinan,Biñan,PH,14.34,121.08,own knowledge,yes\n");
    let windows = format!("\u{FEFF}{}", unix.replace('\n', "\r\n"));
    let rows = cities("c.csv", unix.as_bytes()).unwrap();
    assert_eq!(cities("c.csv", windows.as_bytes()).unwrap(), rows);
    assert_eq!((rows[0].name.as_str(), rows[0].line), ("Biñan", 2));
}

#[test]
fn more_rows_than_a_file_may_have_are_refused() {
    let row = "a,solid-waste,x,s,no\n";
    let text = format!("slug,theme,what,source,from_memory\n{}", row.repeat(MAX_ROWS + 2));
    let report = priorities("p.csv", text.as_bytes()).unwrap_err();
    let last = report.faults.iter().rfind(|fault| fault.detail.contains("a file may have 200000"));
    assert!(last.is_some() || report.unlisted > 0);
    assert_eq!(report.count(), MAX_ROWS as u64, "every row but the first is double, and one is too many");
}

#[test]
fn a_file_larger_than_the_limit_is_refused_before_it_is_read() {
    let bytes = vec![b'x'; usize::try_from(MAX_FILE_BYTES).unwrap() + 1];
    let faults = lines(&vlrs("v.csv", &bytes).unwrap_err());
    assert_eq!(faults, ["1: has 67108865 bytes; a file may have 67108864; split it"]);
}

#[test]
fn blank_is_not_known_and_never_zero() {
    let text = format!("{CITY_HEADER},population,coastal,timezone,languages,networks\na,A,ID,0,0,x,no,,,,,\nb,B,ID,0,0,x,no,0,no,,,\n");
    let rows = cities("c.csv", text.as_bytes()).unwrap();
    assert_eq!((rows[0].population.as_ref(), rows[0].coastal, rows[0].time_zone), (None, None, None));
    assert_eq!((rows[1].population.as_ref().map(|population| population.people), rows[1].coastal), (Some(0), Some(false)));
    let hazard = hazards("h.csv", b"slug,flood,heat,basis,from_memory\na,,0,judged,yes\n").unwrap();
    assert_eq!(hazard[0].scores, [(Hazard::Heat, 0)], "a blank score is missing, a zero is none");
}

#[test]
fn na_is_namibia() {
    let rows = countries("k.csv", b"iso2,name,languages,ldc,hdi,hdi_year\nNA,Namibia,\"en-NA,af\",x,0.61,2022.0\n").unwrap();
    assert_eq!((rows[0].code.as_str(), rows[0].is_least_developed, rows[0].indicators[0].year), ("NA", Some(true), Some(2022)));
}

#[test]
fn a_value_of_a_country_without_its_year_or_out_of_range_is_a_fault() {
    let text = b"iso2,name,hdi,hdi_year,wdi_gini,wdi_gini_year,inform2025_risk\nID,Indonesia,1.2,2022,38.1,,11\nID,Twice,,,,,\n";
    assert_eq!(
        lines(&countries("k.csv", text).unwrap_err()),
        [
            "2:hdi: must be from 0 to 1 (found '1.2')",
            "2:inform2025_risk: must be from 0 to 10 (found '11')",
            "2:wdi_gini_year: wdi_gini has a value here, so its year must not be blank",
            "3:iso2: stands already on line 2; every row may stand once (found 'ID')",
        ]
    );
}

#[test]
fn a_dissolved_city_must_have_a_successor_and_a_standing_one_must_not() {
    let text = format!(
        "{CITY_HEADER},status,successor,successor_note\n\
         a,A,VN,1,2,x,no,dissolved,,\nb,B,VN,1,2,x,no,,c,\nc,C,VN,1,2,x,no,dissolved,c,\nd,D,VN,1,2,x,no,dissolved,,Wards of a province.\n"
    );
    assert_eq!(
        faults_of(&text),
        [
            "2:successor: a dissolved city must name its successor here or in successor_note",
            "3:successor: only a dissolved city has a successor (found 'c')",
            "4:successor: a city cannot succeed itself (found 'c')",
        ]
    );
}

#[test]
fn fields_of_a_list_and_codes_of_outside_are_checked_one_by_one() {
    let text = format!(
        "{CITY_HEADER},languages,networks,sourced_fields,timezone,wikidata_id,geonames_id\n\
         a,A,ID,1,2,x,yes,id;INDONESIAN;id,ASCN,\"networks(C40);height\",Asia/Surabaya,11462,0\n"
    );
    assert_eq!(
        faults_of(&text),
        [
            "2:sourced_fields: 'height' is not one of population, networks(NAME,NAME) (found 'networks(C40);height')",
            "2:languages: 'id' stands twice in the list (found 'id;INDONESIAN;id')",
            "2:languages: 'INDONESIAN' is not a BCP 47 language code, such as id or zh-Hans (found 'id;INDONESIAN;id')",
            "2:sourced_fields: 'C40' is not among the networks of this row (found 'networks(C40);height')",
            "2:timezone: is not an IANA time zone, such as Asia/Jakarta (found 'Asia/Surabaya')",
            "2:geonames_id: must be a whole number from 1 to 1000000000 (found '0')",
            "2:wikidata_id: is not a Wikidata item, such as Q11462 (found '11462')",
        ]
    );
}

#[test]
fn the_smaller_files_name_their_own_faults() {
    let priority = b"slug,theme,pillar,what,rank,year,source,from_memory\na,Solid Waste,XX,,41,1,s,no\na,energy,EC,Sun,,,s,no\na,energy,EC,Sun,,,s,no\n";
    let report = priorities("p.csv", priority).unwrap_err();
    let columns: Vec<_> = report.faults.iter().map(|fault| (fault.line, fault.column.clone().unwrap())).collect();
    assert_eq!(
        columns,
        [(2, "theme".into()), (2, "pillar".into()), (2, "what".into()), (2, "rank".into()), (2, "year".into()), (4, "what".to_owned())]
    );
    let indicator = b"slug,indicator,year,value,source,from_memory\na,PM25,2020,1,s,no\na,pm25,2020,,s,no\na,pm25,2020,1e999,s,no\n";
    assert_eq!(indicators("i.csv", indicator).unwrap_err().count(), 3);
    assert_eq!(hazards("h.csv", b"slug,flood,basis,from_memory\na,4,x,yes\nb,1,x,yes\nb,2,x,yes\n").unwrap_err().count(), 2);
    assert_eq!(vlrs("v.csv", b"slug,title,SDGs,source,from_memory\na,Review,0;18;x;5,s,no\n").unwrap_err().count(), 3);
    let tie = b"slug_a,slug_b,city_b,country_b,kind,source,from_memory\na,a,A,ID,sister city,s,no\nb,,X,ID,sister city,s,no\nb,,X,ID,sister city,s,no\n";
    assert_eq!(
        lines(&ties("t.csv", tie).unwrap_err()),
        [
            "2:slug_b: a city cannot have a tie with itself (found 'a')",
            "4:city_b: stands already on line 3; every row may stand once (found 'X')"
        ]
    );
    let practice = b"slug,theme,title,what_was_done,basis,source,from_memory\na,energy,T,W,prize,s,no\n";
    assert!(lines(&practices("q.csv", practice).unwrap_err())[0].contains("one of documented_result described award_only"));
}

#[test]
fn a_pair_of_the_world_file_stands_once_in_either_order() {
    let text = b"city_a_id,city_b_id,confidence,wikidata,distance_km\n1,2,high,1,5\n2,1,high,1,5\n3,3,sure,1,-1\n";
    assert_eq!(
        lines(&ties("t.csv", text).unwrap_err()),
        [
            "3:city_b_id: stands already on line 2; every row may stand once (found '1')",
            "4:confidence: is not one of high medium low (found 'sure')",
            "4:distance_km: must be from 0 to 20100 (found '-1')",
            "4:city_b_id: a city cannot have a tie with itself (found '3')",
        ]
    );
}

#[test]
fn two_cities_cannot_be_the_same_place() {
    let text = format!("{CITY_HEADER},geonames_id\na,A,ID,1,2,x,no,7\nb,B,ID,1,2,x,no,7\nc,C,ID,1,2,x,no,\nd,D,ID,1,2,x,no,\n");
    assert_eq!(faults_of(&text), ["3:geonames_id: stands already on line 2; every row may stand once (found '7')"]);
}

#[test]
fn a_network_has_the_rows_word_for_its_source_where_the_file_says_nothing_of_fields() {
    let from_memory = |flag: &str| {
        let text = format!("{CITY_HEADER},networks\na,A,ID,1,2,x,{flag},ASCN\n");
        cities("c.csv", text.as_bytes()).unwrap().remove(0).networks.remove(0).from_memory
    };
    assert_eq!((from_memory("no"), from_memory("yes")), (false, true));
}
