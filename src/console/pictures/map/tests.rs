use std::collections::BTreeMap;

use geo::{Contains, Coord, LineString, MultiPolygon, Polygon};

use super::*;
use crate::console::pictures::tests::{attribute, heading, texts};

/// The countries of the file that is served, read back from their paths.
fn outlines() -> BTreeMap<String, MultiPolygon> {
    let text = std::str::from_utf8(OUTLINES.bytes()).expect("the file is text");
    let paths = text.lines().filter_map(|line| line.strip_prefix("<path id=\"")?.split_once("\" d=\""));
    paths.map(|(code, data)| (code.to_owned(), shape(data.trim_end_matches("\"/>")))).collect()
}

/// Rings as the program that wrote them does: the first point, then steps. What has rings in it, none of our countries, is not told apart.
fn shape(data: &str) -> MultiPolygon {
    let ring = |part: &str| {
        let spaced = part.replace('-', " -").replace('l', " ");
        let numbers: Vec<f64> = spaced.split_whitespace().map(|number| number.parse().expect("a number")).collect();
        let mut at = Coord { x: 0.0, y: 0.0 };
        let points = numbers.chunks_exact(2).map(|step| {
            at = Coord { x: at.x + step[0], y: at.y + step[1] };
            at
        });
        Polygon::new(points.collect::<LineString>(), vec![])
    };
    MultiPolygon::new(data.split(['M', 'z']).filter(|part| !part.is_empty()).map(ring).collect())
}

const CITIES: [(&str, &str, f64, f64); 14] = [
    ("Jakarta", "ID", -6.2, 106.85),
    ("Surabaya", "ID", -7.3, 112.65),
    ("Jayapura", "ID", -2.6, 140.65),
    ("Manila", "PH", 14.6, 121.02),
    ("Davao", "PH", 7.15, 125.5),
    ("Hanoi", "VN", 21.03, 105.85),
    ("Kuala Lumpur", "MY", 3.139, 101.69),
    ("Kuching", "MY", 1.5, 110.35),
    ("Bangkok", "TH", 13.8, 100.5),
    ("Phnom Penh", "KH", 11.56, 104.92),
    ("Vientiane", "LA", 18.05, 102.65),
    ("Naypyidaw", "MM", 19.75, 96.1),
    ("Singapore", "SG", 1.35, 103.82),
    ("Bandar Seri Begawan", "BN", 4.8, 114.85),
];

#[test]
fn a_city_lies_in_the_outline_of_its_country_and_in_no_other() {
    let outlines = outlines();
    for (name, country, lat, lon) in CITIES {
        let at = project(Place { lat, lon });
        let point = geo::Point::new(at.x, at.y);
        let found: Vec<&str> = outlines.iter().filter(|(_, shape)| shape.contains(&point)).map(|(code, _)| code.as_str()).collect();
        assert_eq!(found, [country], "{name}");
    }
}

#[test]
fn the_file_of_outlines_has_every_member_and_its_neighbours_and_is_small() {
    let outlines = outlines();
    let codes: Vec<&str> = outlines.keys().map(String::as_str).collect();
    assert_eq!(codes, [&COUNTRIES[..], &["around"]].concat());
    assert!(OUTLINES.bytes().len() < 25 * 1024, "{} bytes", OUTLINES.bytes().len());
}

#[test]
fn a_place_at_sea_is_in_no_country() {
    let outlines = outlines();
    for (lat, lon) in [(12.0, 114.0), (-5.0, 110.5), (3.0, 121.0)] {
        let at = project(Place { lat, lon });
        assert!(!outlines.values().any(|shape| shape.contains(&geo::Point::new(at.x, at.y))), "{lat} {lon}");
    }
}

fn city(name: &str, lat: f64, lon: f64, people: Option<i64>) -> MapCity {
    MapCity {
        name: name.into(),
        country: "Somewhere".into(),
        place: Place { lat, lon },
        people,
        people_shown: people.map_or_else(|| "not known".into(), |people| people.to_string()),
        href: Some(format!("/cities/{}", name.to_lowercase().replace(' ', "-"))),
        is_named: true,
    }
}

fn words() -> MapWords {
    let sizes = SizeClass::ALL.iter().map(|size| (*size, format!("size {size}"))).collect();
    let lines = TieLine::ALL.iter().map(|line| (*line, format!("line {line}"))).collect();
    MapWords { city: "City".into(), country: "Country".into(), people: "People".into(), ties: "Partnerships".into(), sizes, lines }
}

fn tie(from: usize, to: usize, label: &str) -> MapTie {
    MapTie { from, to, line: TieLine::Solid, label: label.into() }
}

fn map(cities: Vec<MapCity>, ties: Vec<MapTie>) -> MapPicture {
    MapPicture::new(heading("m", "Partnerships"), words(), (cities, ties))
}

#[test]
fn the_table_has_a_row_for_each_dot_and_names_each_line_at_both_its_ends() {
    let picture = map(
        vec![
            city("Surabaya", -7.3, 112.7, Some(2_874_000)),
            city("Kep", 10.5, 104.3, None),
            city("Iloilo City", 10.7, 122.6, Some(458_000)),
        ],
        vec![tie(0, 2, "Surabaya learns from Iloilo City")],
    );
    let svg = picture.to_string();
    let rows = picture.rows();
    assert_eq!(rows.len(), svg.matches("class=\"dot s").count() - picture.legend_of_sizes().len());
    assert_eq!(rows[0], ["Surabaya", "Somewhere", "2874000", "Surabaya learns from Iloilo City"]);
    assert_eq!((rows[1][3].as_str(), rows[2][3].as_str()), ("–", "Surabaya learns from Iloilo City"));
    assert_eq!(svg.matches("<path class=\"tie solid\"").count(), 2, "one line and its key in the legend");
    for row in &rows {
        assert!(svg.contains(&format!("<title>{}, {} · {}</title>", row[0], row[1], row[2])), "{row:?}");
    }
    let names = texts(&svg);
    assert_eq!(names.len(), 6, "each name once for wide screens and once for narrow ones: {names:?}");
}

#[test]
fn a_line_ends_at_its_two_dots() {
    let picture = map(vec![city("A", 20.0, 96.0, None), city("B", -8.0, 125.0, None)], vec![tie(0, 1, "A and B")]);
    let line = picture.line(&picture.ties[0]);
    let dots: Vec<String> = picture.cities.iter().map(|city| MapPicture::dot(city).trim_end_matches("h0").to_owned()).collect();
    assert!(line.starts_with(&format!("{}L", dots[0])) && line.ends_with(&dots[1][1..]), "{line} {dots:?}");
}

#[test]
fn what_is_off_the_map_is_left_out_with_its_lines_and_the_others_keep_theirs() {
    let cities = vec![city("Daegu", 35.9, 128.6, None), city("A", 20.0, 96.0, None), city("B", -8.0, 125.0, None)];
    let picture = map(cities, vec![tie(0, 1, "gone"), tie(1, 2, "A and B"), tie(2, 7, "to nowhere")]);
    let rows = picture.rows();
    assert_eq!(rows.iter().map(|row| (row[0].as_str(), row[3].as_str())).collect::<Vec<_>>(), [("A", "A and B"), ("B", "A and B")]);
}

#[test]
fn a_city_is_drawn_by_the_class_of_its_population() {
    for (people, class) in
        [(None, "0"), (Some(0), "1"), (Some(249_999), "1"), (Some(250_000), "2"), (Some(1_000_000), "3"), (Some(5_000_000), "4")]
    {
        assert_eq!(SizeClass::of(people).as_str(), class, "{people:?}");
    }
}

#[test]
fn a_map_of_links_is_no_single_image_and_keeps_out_of_the_order_of_the_keyboard() {
    let linked = map(vec![city("Kep", 10.5, 104.3, None)], vec![]).to_string();
    assert!(linked.contains("role=\"group\"") && linked.contains("<a href=\"/cities/kep\" tabindex=\"-1\" aria-label=\"Kep\">"));
    let plain = map(vec![MapCity { href: None, ..city("Kep", 10.5, 104.3, None) }], vec![]).to_string();
    assert!(plain.contains("role=\"img\"") && !plain.contains("<a "));
}

#[test]
fn countries_can_be_set_off() {
    let picture = map(vec![], vec![]).with_lit(&["KH"]);
    let lit: Vec<String> = attribute(&picture.to_string(), "class").into_iter().filter(|class| class.contains("lit")).collect();
    assert_eq!(lit, ["land lit KH"]);
}

#[test]
fn every_member_city_and_eighty_lines_stay_light() {
    let at = |number: usize| (f64::from(number as u32 % 15) * 2.5 - 10.0, 95.0 + f64::from(number as u32 / 15) * 4.5);
    let cities =
        (0..150).map(|number| city(&format!("City Number {number}"), at(number).0, at(number).1, Some(number as i64 * 40_000))).collect();
    let ties = (0..80)
        .map(|number| tie(number, 149 - number, &format!("City Number {number} learns from City Number {}", 149 - number)))
        .collect();
    let size = map(cities, ties).to_string().len();
    assert!(size < 60 * 1024, "{size} bytes");
}
