//! The map of likeness: cities as points, near one another where they are alike, each group with a shape and a colour of its own.
//!
//! Neither direction has a meaning, so there are no axes; both are drawn to the same scale, since distances are what is read.

use askama::Template;

use super::labels::{self, Label, Setting};
use super::projection::Point;
use super::{Heading, Tabled, units};

/// A city of the map of likeness.
#[derive(Debug, Clone, PartialEq)]
pub struct ScatterPoint {
    /// Its name.
    pub name: String,
    /// Where it lies, on scales that only this map has; finite.
    pub at: (f64, f64),
    /// Its group: a number in the list of groups, counted from 0; none for a city that is in none.
    pub group: Option<usize>,
    /// Whether it stands for its group, and so has its name written beside it.
    pub is_medoid: bool,
    /// Whether the reader looks for it: it is drawn last, with a ring around it and its name.
    pub is_sought: bool,
}

/// A group of cities.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScatterGroup {
    /// What the page calls it.
    pub name: String,
}

impl ScatterGroup {
    fn name(&self) -> &str {
        &self.name
    }
}

/// The words of a map of likeness.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScatterWords {
    /// Heads the column of cities.
    pub point: String,
    /// Heads the column of groups.
    pub group: String,
    /// A city that is in no group.
    pub no_group: String,
}

/// A map of likeness, ready to be printed.
#[derive(Debug, Clone, PartialEq, Template)]
#[template(path = "pictures/scatter.html")]
pub struct ScatterPicture {
    heading: Heading,
    words: ScatterWords,
    groups: Vec<ScatterGroup>,
    points: Vec<ScatterPoint>,
}

/// Units across and down, and how far points keep from the edge.
const EDGE: Point = Point { x: 400.0, y: 320.0 };
const MARGIN: f64 = 14.0;
const NAMES: Setting = Setting { size: 13.0, gap: 9.0, edge: EDGE };

/// Shapes around a point, as steps of a path. With the six colours of the style they repeat after 42 groups.
const SHAPES: [&str; 7] = [
    "m-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z",
    "m-4-4h8v8h-8z",
    "m0-5.4 5 9.2h-10z",
    "m0-5.6 5.6 5.6-5.6 5.6-5.6-5.6z",
    "m-1.8-5.4h3.6v3.6h3.6v3.6h-3.6v3.6h-3.6v-3.6h-3.6v-3.6h3.6z",
    "m0 5.4-5-9.2h10z",
    "m-5.6-2.6h11.2v5.2h-11.2z",
];
/// A city in no group: a small ring.
const NO_SHAPE: &str = "m-2.5 0a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0z";
/// How many colours the style has for groups.
pub(in crate::console) const COLOURS: usize = 6;

impl ScatterPicture {
    /// A map of likeness. A group whose number is none of the list counts as none.
    pub fn new(heading: Heading, words: ScatterWords, (groups, points): (Vec<ScatterGroup>, Vec<ScatterPoint>)) -> ScatterPicture {
        let known = |group: Option<usize>| group.filter(|group| *group < groups.len());
        let points = points.into_iter().map(|point| ScatterPoint { group: known(point.group), ..point }).collect();
        ScatterPicture { heading, words, groups, points }
    }

    /// Points of the drawing in the order of the cities: everything fits, and one scale serves both directions.
    fn placed(&self) -> Vec<Point> {
        let (left, right) = span(self.points.iter().map(|point| point.at.0));
        let (low, high) = span(self.points.iter().map(|point| point.at.1));
        let (wide, tall) = (EDGE.x - 2.0 * MARGIN, EDGE.y - 2.0 * MARGIN);
        let fits = |room: f64, needed: f64| if needed > 0.0 { room / needed } else { f64::INFINITY };
        let scale = fits(wide, right - left).min(fits(tall, high - low));
        let scale = if scale.is_finite() { scale } else { 0.0 };
        let place = |point: &ScatterPoint| Point {
            x: EDGE.x / 2.0 + (point.at.0 - (left + right) / 2.0) * scale,
            y: EDGE.y / 2.0 - (point.at.1 - (low + high) / 2.0) * scale,
        };
        self.points.iter().map(place).collect()
    }

    /// Every city with its place, those in no group first, so that none of the others is hidden.
    fn drawn(&self) -> Vec<(&ScatterPoint, Point)> {
        let mut drawn: Vec<(&ScatterPoint, Point)> = self.points.iter().zip(self.placed()).collect();
        drawn.sort_by_key(|(point, _)| (point.is_sought, point.group.is_some(), point.is_medoid));
        drawn
    }

    fn shape(group: Option<usize>) -> &'static str {
        group.map_or(NO_SHAPE, |group| SHAPES[group % SHAPES.len()])
    }

    fn class(group: Option<usize>) -> String {
        group.map_or_else(|| "spot none".to_owned(), |group| format!("spot group-{}", group % COLOURS))
    }

    fn class_of(point: &ScatterPoint) -> String {
        let medoid = if point.is_medoid { " medoid" } else { "" };
        format!("{}{medoid}", Self::class(point.group))
    }

    fn outline(point: &ScatterPoint, at: &Point) -> String {
        format!("M{} {}{}", units(at.x), units(at.y), Self::shape(point.group))
    }

    /// The legend: the class, the shape and the name of each group, and of those in none where there are such.
    fn legend(&self) -> Vec<(String, &'static str, &str)> {
        let entry = |(number, group)| (Self::class(Some(number)), Self::shape(Some(number)), ScatterGroup::name(group));
        let loose = (Self::class(None), NO_SHAPE, self.words.no_group.as_str());
        self.groups.iter().enumerate().map(entry).chain(self.has_loose().then_some(loose)).collect()
    }

    fn group_name(&self, point: &ScatterPoint) -> &str {
        point.group.and_then(|group| self.groups.get(group)).map_or(self.words.no_group.as_str(), |group| group.name.as_str())
    }

    /// Where the cities lie that the reader looks for.
    fn sought(&self) -> Vec<Point> {
        self.points.iter().zip(self.placed()).filter(|(point, _)| point.is_sought).map(|(_, at)| at).collect()
    }

    fn names(&self) -> Vec<Label> {
        let mut named: Vec<(&ScatterPoint, Point)> =
            self.points.iter().zip(self.placed()).filter(|(point, _)| point.is_medoid || point.is_sought).collect();
        // Where names would lie over one another, the first of them stays.
        named.sort_by_key(|(point, _)| !point.is_sought);
        let named: Vec<(Point, &str)> = named.into_iter().map(|(point, at)| (at, point.name.as_str())).collect();
        labels::place(&named, NAMES)
    }

    fn has_loose(&self) -> bool {
        self.points.iter().any(|point| point.group.is_none())
    }
}

fn span(values: impl Iterator<Item = f64>) -> (f64, f64) {
    let (least, most) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(least, most), value| (least.min(value), most.max(value)));
    if least <= most { (least, most) } else { (0.0, 0.0) }
}

impl Tabled for ScatterPicture {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn columns(&self) -> Vec<String> {
        vec![self.words.point.clone(), self.words.group.clone()]
    }

    fn rows(&self) -> Vec<Vec<String>> {
        self.points.iter().map(|point| vec![point.name.clone(), self.group_name(point).to_owned()]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::console::pictures::tests::{attribute, heading, texts};

    fn scatter(points: &[(f64, f64, Option<usize>)]) -> ScatterPicture {
        let point = |(at, (x, y, group)): (usize, &(f64, f64, Option<usize>))| ScatterPoint {
            name: format!("city {at}"),
            at: (*x, *y),
            group: *group,
            is_medoid: at == 0,
            is_sought: at == 3,
        };
        let words = ScatterWords { point: "City".into(), group: "Group".into(), no_group: "in no group".into() };
        let groups = ["Ports", "Capitals"].map(|name| ScatterGroup { name: name.into() }).to_vec();
        ScatterPicture::new(heading("s", "Likeness"), words, (groups, points.iter().enumerate().map(point).collect()))
    }

    #[test]
    fn cities_twice_as_unlike_are_drawn_twice_as_far_apart_in_any_direction() {
        let placed = scatter(&[(0.0, 0.0, None), (1.0, 0.0, None), (0.0, 2.0, None)]).placed();
        let (one, two) = (placed[0].distance(placed[1]), placed[0].distance(placed[2]));
        assert!((two / one - 2.0).abs() < 1e-9);
        assert!(placed.iter().all(|at| (MARGIN..=EDGE.x - MARGIN).contains(&at.x) && (MARGIN..=EDGE.y - MARGIN).contains(&at.y)));
        assert!(placed[2].y < placed[0].y, "up is up");
    }

    #[test]
    fn groups_differ_in_shape_and_colour_and_only_who_stands_for_one_is_named() {
        let picture = scatter(&[(0.0, 0.0, Some(0)), (1.0, 0.0, Some(1)), (0.0, 2.0, None), (1.0, 1.0, Some(9))]);
        let groups: Vec<String> = picture.rows().into_iter().map(|row| row[1].clone()).collect();
        assert_eq!(groups, ["Ports", "Capitals", "in no group", "in no group"]);
        let svg = picture.to_string();
        assert_eq!(attribute(&svg, "class").iter().filter(|class| class.starts_with("spot group-")).count(), 4, "two points, two keys");
        assert_eq!(texts(&svg), ["city 3", "city 0"], "who stands for a group, and first who is looked for");
        assert_eq!(attribute(&svg, "class").iter().filter(|class| *class == "sought").count(), 1);
        let mut shapes = SHAPES.to_vec();
        shapes.dedup();
        assert_eq!(shapes.len(), 7);
    }

    #[test]
    fn one_city_alone_or_none_is_drawn_without_a_fault() {
        assert_eq!(scatter(&[(5.0, 5.0, None)]).placed(), [Point { x: 200.0, y: 160.0 }]);
        assert!(!scatter(&[]).to_string().contains("NaN"));
    }
}
