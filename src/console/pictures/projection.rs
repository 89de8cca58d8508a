//! From places on the globe to points of the map of South-East Asia, and the great circles between them.
//!
//! Equirectangular with the standard parallel φ₁ = 8.5° N, the middle of the map: `x = k · (λ − 91°) · cos φ₁` and `y = k · (29° − φ)`,
//! with `k` such that 51 degrees of longitude are 1,000 units. Distances are true along meridians and along φ₁; at the northern edge
//! what runs east and west is drawn 13 % too long, at the southern edge 1 %. Nothing on the map is measured, so the simplest formula that
//! can be checked by hand was taken.

use crate::domain::geo::Place;

/// The western edge of the map, in degrees of longitude.
const WEST: f64 = 91.0;
/// The eastern edge.
const EAST: f64 = 142.0;
/// The northern edge, in degrees of latitude.
const NORTH: f64 = 29.0;
/// The southern edge.
const SOUTH: f64 = -12.0;
/// The parallel along which the map is true to scale.
const STANDARD_PARALLEL: f64 = 8.5;

/// Units across the map.
pub const WIDTH: f64 = 1_000.0;

/// A point of a picture: units to the right and down.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

impl Point {
    /// How far apart two points are.
    pub(super) fn distance(self, other: Point) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }
}

/// Units to the degree of latitude.
fn units_to_the_degree() -> f64 {
    WIDTH / ((EAST - WEST) * STANDARD_PARALLEL.to_radians().cos())
}

/// Units from the top of the map to its bottom.
pub fn height() -> f64 {
    ((NORTH - SOUTH) * units_to_the_degree()).round()
}

/// Where a place is on the map. A place outside gets a point outside.
pub fn project(place: Place) -> Point {
    let scale = units_to_the_degree();
    // The shorter way round the globe, so that a place just west of the edge is drawn just left of it.
    let east = (place.lon - WEST + 180.0).rem_euclid(360.0) - 180.0;
    Point { x: east * STANDARD_PARALLEL.to_radians().cos() * scale, y: (NORTH - place.lat) * scale }
}

/// Whether a place lies within the map.
pub fn is_on_map(place: Place) -> bool {
    (WEST..=EAST).contains(&place.lon) && (SOUTH..=NORTH).contains(&place.lat)
}

/// How many stretches of a great circle are looked at. One of 5,500 km, the longest between two cities of ASEAN, gives 86 km each.
const STRETCHES: u32 = 64;
/// How far, in units, the drawn line may lie from the great circle: less than a pixel at any size that the map is shown.
const TOLERANCE: f64 = 0.5;

/// The great circle between two places as points of the map, both ends among them, and no more of them than the curve needs.
pub fn great_circle(from: Place, to: Place) -> Vec<Point> {
    let points: Vec<Point> = (0..=STRETCHES).map(|step| project(between(from, to, f64::from(step) / f64::from(STRETCHES)))).collect();
    let mut kept = Vec::new();
    keep_what_bends(&points, &mut kept);
    kept.extend(points.last());
    kept
}

/// The place that lies at a part (0 to 1) of the great circle from one place to another, by spherical interpolation.
fn between(from: Place, to: Place, part: f64) -> Place {
    let (a, b) = (unit_vector(from), unit_vector(to));
    let cosine = (a[0] * b[0] + a[1] * b[1] + a[2] * b[2]).clamp(-1.0, 1.0);
    let angle = cosine.acos();
    if angle < 1e-9 {
        return from;
    }
    let (of_a, of_b) = (((1.0 - part) * angle).sin() / angle.sin(), (part * angle).sin() / angle.sin());
    let [x, y, z] = [0, 1, 2].map(|axis| of_a * a[axis] + of_b * b[axis]);
    Place { lat: z.atan2(x.hypot(y)).to_degrees(), lon: y.atan2(x).to_degrees() }
}

fn unit_vector(place: Place) -> [f64; 3] {
    let (lat, lon) = (place.lat.to_radians(), place.lon.to_radians());
    [lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()]
}

/// Douglas and Peucker: of a run of points the first, and those without which the line would leave the curve.
fn keep_what_bends(points: &[Point], kept: &mut Vec<Point>) {
    let (Some(&first), Some(&last)) = (points.first(), points.last()) else { return };
    let farthest = (1..points.len().saturating_sub(1)).map(|at| (at, off_line(points[at], first, last))).max_by(|a, b| a.1.total_cmp(&b.1));
    match farthest {
        Some((at, distance)) if distance > TOLERANCE => {
            keep_what_bends(&points[..=at], kept);
            keep_what_bends(&points[at..], kept);
        }
        Some(_) | None => kept.push(first),
    }
}

/// How far a point lies from the line through two others; from the first where these are one.
fn off_line(point: Point, first: Point, last: Point) -> f64 {
    let length = first.distance(last);
    if length == 0.0 {
        return point.distance(first);
    }
    ((last.x - first.x) * (first.y - point.y) - (first.x - point.x) * (last.y - first.y)).abs() / length
}

#[cfg(test)]
mod tests {
    use geo::{Haversine, InterpolatePoint};

    use super::*;

    const JAKARTA: Place = Place { lat: -6.2, lon: 106.8 };
    const MANDALAY: Place = Place { lat: 21.98, lon: 96.08 };

    #[test]
    fn the_corners_of_the_map_are_where_the_formula_says() {
        let [top_left, bottom_right] = [(29.0, 91.0), (-12.0, 142.0)].map(|(lat, lon)| project(Place { lat, lon }));
        assert_eq!(top_left, Point { x: 0.0, y: 0.0 });
        assert!((bottom_right.x - WIDTH).abs() < 1e-9 && (bottom_right.y - height()).abs() < 0.5, "{bottom_right:?}");
        assert_eq!(height(), 813.0);
    }

    #[test]
    fn a_kilometre_is_as_long_to_the_north_as_to_the_east_at_the_standard_parallel() {
        let here = Place { lat: 8.5, lon: 110.0 };
        let (north, east) = (Place { lat: 9.5, ..here }, Place { lon: 111.0, ..here });
        let scale = |other: Place| project(here).distance(project(other)) / here.distance_km(other);
        assert!((scale(north) / scale(east) - 1.0).abs() < 1e-3);
    }

    #[test]
    fn a_great_circle_goes_where_an_independent_reckoning_says() {
        let point = |place: Place| geo::Point::new(place.lon, place.lat);
        for part in [0.1, 0.37, 0.5, 0.9] {
            let (ours, theirs) =
                (between(JAKARTA, MANDALAY, part), Haversine.point_at_ratio_between(point(JAKARTA), point(MANDALAY), part));
            assert!((ours.lon - theirs.x()).abs() < 1e-9 && (ours.lat - theirs.y()).abs() < 1e-9, "{part}: {ours:?} {theirs:?}");
        }
    }

    #[test]
    fn a_great_circle_is_curved_and_its_drawing_keeps_the_curve() {
        let far = [Place { lat: 28.0, lon: 93.0 }, Place { lat: 28.0, lon: 141.0 }];
        let drawn = great_circle(far[0], far[1]);
        assert_eq!((drawn[0], drawn[drawn.len() - 1]), (project(far[0]), project(far[1])));
        let highest = drawn.iter().map(|point| point.y).fold(f64::INFINITY, f64::min);
        assert!(highest < project(far[0]).y - 30.0, "the shortest way along 28° N bends to the north");
        for step in 0..=100 {
            let point = project(between(far[0], far[1], f64::from(step) / 100.0));
            let off =
                drawn.windows(2).filter(|ends| (ends[0].x..=ends[1].x).contains(&point.x)).map(|ends| off_line(point, ends[0], ends[1]));
            assert!(off.fold(f64::INFINITY, f64::min) <= 2.0 * TOLERANCE, "the line leaves the curve at {point:?}");
        }
    }

    #[test]
    fn the_way_from_a_place_to_itself_is_a_point_and_no_fault() {
        assert_eq!(great_circle(JAKARTA, JAKARTA), [project(JAKARTA); 2]);
    }
}
