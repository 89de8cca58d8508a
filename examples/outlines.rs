//! Prints the outlines of South-East Asia that the maps show, as an SVG of one path per country, projected as the maps are.
//!
//! Its input is `countries-50m.json` of the package `world-atlas` 2.0.2: Natural Earth at 1 : 50 million, as TopoJSON.
//!
//! `npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz`
//! `cargo run --features server --example outlines -- package/countries-50m.json > src/console/assets/outlines.svg`
//!
//! Each stretch of coast or border is simplified once (Visvalingam and Whyatt) and then shared by the countries on both sides, so that no
//! gap opens between them. Islands that would be smaller than a dot are left out. What lies outside the map is cut off a little beyond its
//! edge, so that the cut itself is not seen.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;

use geo::{Area, BooleanOps, Coord, LineString, MultiPolygon, Polygon, Rect, SimplifyVw, coord};
use kembar::console::pictures::projection::{WIDTH, height, project};
use kembar::domain::geo::Place;
use serde::Deserialize;

/// The members of ASEAN: the number that the input knows a country by, and its code. ISO 3166-1.
const MEMBERS: [(&str, &str); 11] = [
    ("096", "BN"),
    ("116", "KH"),
    ("360", "ID"),
    ("418", "LA"),
    ("458", "MY"),
    ("104", "MM"),
    ("608", "PH"),
    ("702", "SG"),
    ("764", "TH"),
    ("626", "TL"),
    ("704", "VN"),
];
/// Everybody else shares one path.
const AROUND: &str = "around";

/// The least triangle, in square units of the map, that a corner must make to be kept.
const CORNER: f64 = 1.2;
/// The same for coasts of which whole countries are small.
const CORNER_OF_THE_SMALL: f64 = 0.4;
/// The least area of an island, in square units. Singapore has 23.
const ISLAND: f64 = 3.5;
/// The same where nobody of ASEAN lives.
const ISLAND_AROUND: f64 = 20.0;
/// How far beyond the edge the cut is, in units.
const BEYOND: f64 = 12.0;

#[derive(Deserialize)]
struct Topology {
    arcs: Vec<Vec<(f64, f64)>>,
    transform: Transform,
    objects: Objects,
}

#[derive(Deserialize)]
struct Transform {
    scale: (f64, f64),
    translate: (f64, f64),
}

#[derive(Deserialize)]
struct Objects {
    countries: Countries,
}

#[derive(Deserialize)]
struct Countries {
    geometries: Vec<Country>,
}

/// A country; those that no code of ISO 3166-1 exists for have no id.
#[derive(Deserialize)]
struct Country {
    id: Option<String>,
    #[serde(flatten)]
    shape: Shape,
}

#[derive(Deserialize)]
#[serde(tag = "type", content = "arcs")]
enum Shape {
    Polygon(Vec<Vec<i64>>),
    MultiPolygon(Vec<Vec<Vec<i64>>>),
}

impl Country {
    fn polygons(&self) -> &[Vec<Vec<i64>>] {
        match &self.shape {
            Shape::Polygon(rings) => std::slice::from_ref(rings),
            Shape::MultiPolygon(polygons) => polygons,
        }
    }

    fn code(&self) -> &'static str {
        let member = MEMBERS.iter().find(|(number, _)| self.id.as_deref() == Some(number));
        member.map_or(AROUND, |(_, code)| code)
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("usage: outlines countries-50m.json")?;
    let topology: Topology = serde_json::from_slice(&std::fs::read(path)?)?;
    let arcs = simplified_arcs(&topology);
    let mut outlines: BTreeMap<&str, MultiPolygon> = BTreeMap::new();
    for country in &topology.objects.countries.geometries {
        let shape = MultiPolygon::new(country.polygons().iter().map(|rings| polygon(rings, &arcs)).collect());
        let least = if country.code() == AROUND { ISLAND_AROUND } else { ISLAND };
        let seen = cut(&shape).into_iter().filter(|island| island.unsigned_area() >= least);
        outlines.entry(country.code()).or_insert_with(|| MultiPolygon::new(Vec::new())).0.extend(seen);
    }
    print!("{}", svg(&outlines));
    Ok(())
}

/// Every arc on the map, decoded (each point is the difference to the one before), projected and simplified.
fn simplified_arcs(topology: &Topology) -> Vec<LineString> {
    let (scale, translate) = (topology.transform.scale, topology.transform.translate);
    let mut small = vec![false; topology.arcs.len()];
    for country in topology.objects.countries.geometries.iter().filter(|country| ["SG", "BN"].contains(&country.code())) {
        country.polygons().iter().flatten().flatten().for_each(|&arc| small[index(arc)] = true);
    }
    let decoded = |arc: &Vec<(f64, f64)>| -> LineString {
        let mut at = (0.0, 0.0);
        let points = arc.iter().map(|step| {
            at = (at.0 + step.0, at.1 + step.1);
            let point = project(Place { lon: at.0 * scale.0 + translate.0, lat: at.1 * scale.1 + translate.1 });
            coord! { x: point.x, y: point.y }
        });
        points.collect()
    };
    let corner = |small: bool| if small { CORNER_OF_THE_SMALL } else { CORNER };
    topology.arcs.iter().zip(small).map(|(arc, small)| decoded(arc).simplify_vw(corner(small))).collect()
}

/// The place of an arc in the list: a negative number means the same arc backwards.
fn index(arc: i64) -> usize {
    (if arc < 0 { !arc } else { arc }).unsigned_abs() as usize
}

fn polygon(rings: &[Vec<i64>], arcs: &[LineString]) -> Polygon {
    let ring = |numbers: &Vec<i64>| -> LineString {
        let mut points: Vec<Coord> = Vec::new();
        for &number in numbers {
            let mut arc = arcs[index(number)].0.clone();
            if number < 0 {
                arc.reverse();
            }
            // An arc begins where the one before it ended.
            points.extend(arc.into_iter().skip(usize::from(!points.is_empty())));
        }
        LineString::new(points)
    };
    let mut rings = rings.iter().map(ring);
    let outer = rings.next().unwrap_or_else(|| LineString::new(Vec::new()));
    Polygon::new(outer, rings.collect())
}

/// What of a shape is on the map or just beyond its edge.
fn cut(shape: &MultiPolygon) -> MultiPolygon {
    let map = Rect::new(coord! { x: -BEYOND, y: -BEYOND }, coord! { x: WIDTH + BEYOND, y: height() + BEYOND });
    // The far side of the world is not worth the reckoning, and what crosses the date line would be drawn across the map.
    let near = shape.iter().filter(|island| island.exterior().coords().all(|point| point.x.abs() < 1_700.0));
    MultiPolygon::new(near.cloned().collect()).intersection(&map.to_polygon())
}

fn svg(outlines: &BTreeMap<&str, MultiPolygon>) -> String {
    let mut out = String::from("<svg xmlns=\"http://www.w3.org/2000/svg\">\n");
    for (code, shape) in outlines {
        let rings = shape.iter().flat_map(|island| std::iter::once(island.exterior()).chain(island.interiors()));
        let data: String = rings.map(ring_data).collect();
        // Writing to a string cannot fail.
        let _ = writeln!(out, "<path id=\"{code}\" d=\"{data}\"/>");
    }
    out + "</svg>\n"
}

/// A ring as path data: its first point, then steps from point to point, all in whole units.
fn ring_data(ring: &LineString) -> String {
    let whole = |point: &Coord| (point.x.round() as i64, point.y.round() as i64);
    let mut points: Vec<(i64, i64)> = ring.coords().map(whole).collect();
    points.dedup();
    let Some(&first) = points.first() else { return String::new() };
    if points.last() == Some(&first) {
        points.pop();
    }
    if points.len() < 3 {
        return String::new();
    }
    let mut data = format!("M{}{}", first.0, spaced(first.1));
    for (at, pair) in points.windows(2).enumerate() {
        let step = (pair[1].0 - pair[0].0, pair[1].1 - pair[0].1);
        let x = if at == 0 { format!("l{}", step.0) } else { spaced(step.0) };
        data.push_str(&x);
        data.push_str(&spaced(step.1));
    }
    data.push('z');
    data
}

/// A number after another: a minus parts them as well as a space does.
fn spaced(number: i64) -> String {
    if number < 0 { number.to_string() } else { format!(" {number}") }
}
