//! The four pillars of one or two cities as a radar.
//!
//! What is not known stays open: no point stands on its axis, no line runs to it, nothing is filled, and the word for it is where the number
//! would be.

use askama::Template;

use super::projection::Point;
use super::text::{lines, width};
use super::{Amount, Heading, Tabled, shown_or, units};
use crate::console::marks::PillarMark;

/// One city's values.
#[derive(Debug, Clone, PartialEq)]
pub struct RadarSeries {
    /// Whose they are.
    pub name: String,
    /// A value for each pillar, in the order of [`PillarMark::ALL`]; none when not known.
    pub values: [Option<Amount>; 4],
}

/// The words of a radar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RadarWords {
    /// Heads the column of pillars.
    pub pillar: String,
    /// The names of the pillars, in the order of [`PillarMark::ALL`].
    pub pillars: [String; 4],
    /// What is not known.
    pub not_known: String,
}

/// A radar, ready to be printed.
#[derive(Debug, Clone, PartialEq, Template)]
#[template(path = "pictures/radar.html")]
pub struct RadarPicture {
    heading: Heading,
    words: RadarWords,
    rings: Vec<Amount>,
    series: Vec<RadarSeries>,
}

/// The middle of the drawing.
const MIDDLE: Point = Point { x: 220.0, y: 165.0 };
/// From the middle to the outer ring.
const REACH: f64 = 96.0;
/// From the middle to the middle of a pillar's mark.
const TO_MARK: f64 = 112.0;
/// The size of the letters, and from one line to the next.
const LETTERS: f64 = 15.0;
const LINE: f64 = 19.0;
/// From the middle to the names at the sides, and how wide these may be.
const TO_NAME: f64 = 130.0;
const NAME: f64 = 88.0;

/// What stands at the end of an axis.
struct AxisEnd<'a> {
    mark: PillarMark,
    mark_at: Point,
    lines: Vec<(Point, String)>,
    class: &'static str,
    /// The numbers in the order of the legend, in one line where there is room.
    numbers: Vec<(Point, &'a [String])>,
}

/// One city's line.
struct Drawn {
    /// All four are known: a closed line that can be filled.
    area: Option<String>,
    /// The lines between neighbours that are both known.
    edges: String,
    /// A mark for each known value.
    points: Vec<(Point, String)>,
}

impl RadarPicture {
    /// A radar of one or two cities; further ones are left out, for three lines over one another can be read by nobody. `rings` are the
    /// values at which rings are drawn; the greatest is the outer end of the axes.
    pub fn new(heading: Heading, words: RadarWords, (rings, mut series): (Vec<Amount>, Vec<RadarSeries>)) -> RadarPicture {
        series.truncate(2);
        RadarPicture { heading, words, rings, series }
    }

    fn most(&self) -> f64 {
        let most = self.rings.iter().map(|ring| ring.value).fold(0.0, f64::max);
        if most > 0.0 { most } else { 1.0 }
    }

    /// Where a value lies on an axis. What lies beyond the outer ring is drawn on it.
    fn at(&self, axis: usize, value: f64) -> Point {
        on_axis(axis, (value / self.most()).clamp(0.0, 1.0) * REACH)
    }

    fn ring(&self, ring: &Amount) -> String {
        closed((0..4).map(|axis| self.at(axis, ring.value)))
    }

    /// Where a ring's value is written: on its upper right side.
    fn ring_label(&self, ring: &Amount) -> Point {
        let (top, right) = (self.at(0, ring.value), self.at(1, ring.value));
        Point { x: (top.x + right.x) / 2.0 + 3.0, y: (top.y + right.y) / 2.0 - 3.0 }
    }

    /// The axes, each with whether some city's value on it is not known.
    fn axes(&self) -> impl Iterator<Item = (Point, bool)> {
        (0..4).map(|axis| (on_axis(axis, REACH), self.series.iter().any(|series| series.values[axis].is_none())))
    }

    fn drawn(&self) -> Vec<Drawn> {
        self.series.iter().map(|series| self.drawn_of(series)).collect()
    }

    fn drawn_of(&self, series: &RadarSeries) -> Drawn {
        let at: Vec<Option<Point>> = (0..4).map(|axis| series.values[axis].as_ref().map(|amount| self.at(axis, amount.value))).collect();
        let edge = |(from, to): (usize, usize)| {
            let (from, to) = (at[from]?, at[to]?);
            Some(format!("M{} {}L{} {}", units(from.x), units(from.y), units(to.x), units(to.y)))
        };
        let named = |(axis, point): (usize, &Option<Point>)| {
            let shown = shown_or(series.values[axis].as_ref(), &self.words.not_known);
            point.map(|point| (point, format!("{}: {} {shown}", series.name, self.words.pillars[axis])))
        };
        Drawn {
            area: at.iter().all(Option::is_some).then(|| closed(at.iter().flatten().copied())),
            edges: (0..4).filter_map(|axis| edge((axis, (axis + 1) % 4))).collect(),
            points: at.iter().enumerate().filter_map(named).collect(),
        }
    }

    /// The numbers of an axis in the order of the legend.
    fn numbers(&self) -> Vec<Vec<String>> {
        let of_axis =
            |axis: usize| self.series.iter().map(|series| shown_or(series.values[axis].as_ref(), &self.words.not_known)).collect();
        (0..4).map(of_axis).collect()
    }

    fn ends<'a>(&self, numbers: &'a [Vec<String>]) -> Vec<AxisEnd<'a>> {
        let end = |(axis, mark): (usize, &PillarMark)| {
            let name = &self.words.pillars[axis];
            let names = if axis % 2 == 0 { vec![name.clone()] } else { lines(name, LETTERS, NAME) };
            let is_narrow = axis % 2 == 1 && width(&numbers[axis].join(" · "), LETTERS) > NAME;
            let parts: Vec<&[String]> = if is_narrow { numbers[axis].chunks(1).collect() } else { vec![&numbers[axis]] };
            let (class, first) = first_line(axis, names.len() + parts.len());
            let line = |number: usize| Point { y: first.y + LINE * number as f64, ..first };
            let below = names.len();
            AxisEnd {
                mark: *mark,
                mark_at: on_axis(axis, TO_MARK),
                lines: names.into_iter().enumerate().map(|(number, text)| (line(number), text)).collect(),
                class,
                numbers: parts.into_iter().enumerate().map(|(number, part)| (line(below + number), part)).collect(),
            }
        };
        PillarMark::ALL.iter().enumerate().map(end).collect()
    }
}

/// The class of the text at the end of an axis, and the baseline of the first of its lines.
fn first_line(axis: usize, lines: usize) -> (&'static str, Point) {
    let half = LINE * lines as f64 / 2.0;
    match axis {
        0 => ("name middle", Point { x: MIDDLE.x, y: 15.0 }),
        1 => ("name", Point { x: MIDDLE.x + TO_NAME, y: MIDDLE.y - half + LINE * 0.75 }),
        2 => ("name middle", Point { x: MIDDLE.x, y: MIDDLE.y + TO_MARK + 32.0 }),
        _ => ("name end", Point { x: MIDDLE.x - TO_NAME, y: MIDDLE.y - half + LINE * 0.75 }),
    }
}

/// The point of an axis so many units from the middle. The first goes up, the others follow clockwise.
fn on_axis(axis: usize, distance: f64) -> Point {
    match axis {
        0 => Point { y: MIDDLE.y - distance, ..MIDDLE },
        1 => Point { x: MIDDLE.x + distance, ..MIDDLE },
        2 => Point { y: MIDDLE.y + distance, ..MIDDLE },
        _ => Point { x: MIDDLE.x - distance, ..MIDDLE },
    }
}

fn closed(points: impl Iterator<Item = Point>) -> String {
    let points: Vec<String> = points.map(|point| format!("{} {}", units(point.x), units(point.y))).collect();
    format!("M{}z", points.join("L"))
}

impl Tabled for RadarPicture {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn columns(&self) -> Vec<String> {
        std::iter::once(self.words.pillar.clone()).chain(self.series.iter().map(|series| series.name.clone())).collect()
    }

    fn rows(&self) -> Vec<Vec<String>> {
        let row = |(name, numbers): (&String, Vec<String>)| std::iter::once(name.clone()).chain(numbers).collect();
        self.words.pillars.iter().zip(self.numbers()).map(row).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::console::pictures::tests::{amount, attribute, heading, texts};

    fn radar(first: [Option<f64>; 4], second: Option<[Option<f64>; 4]>) -> RadarPicture {
        let series = |name: &str, values: [Option<f64>; 4]| RadarSeries { name: name.into(), values: values.map(|v| v.map(amount)) };
        let words = RadarWords {
            pillar: "Pillar".into(),
            pillars: ["Political-Security", "Economic", "Socio-Cultural", "Connectivity"].map(str::to_owned),
            not_known: "not known".into(),
        };
        let all = std::iter::once(series("Surabaya", first)).chain(second.map(|second| series("Iloilo", second))).collect();
        RadarPicture::new(heading("r", "Pillars"), words, (vec![amount(50.0), amount(100.0)], all))
    }

    #[test]
    fn each_value_of_the_table_is_drawn_at_its_distance_and_written_at_its_axis() {
        let values = [72.0, 58.0, 100.0, 0.0];
        let picture = radar(values.map(Some), None);
        let points = picture.drawn().remove(0).points;
        for (axis, (value, (point, _))) in values.into_iter().zip(points).enumerate() {
            assert!((point.distance(MIDDLE) / REACH * 100.0 - value).abs() < 1e-9, "axis {axis}");
            assert_eq!(picture.rows()[axis][1], picture.numbers()[axis][0]);
        }
        let svg = picture.to_string();
        let written = texts(&svg);
        for row in picture.rows() {
            assert!(written.contains(&row[0]) && written.contains(&row[1]), "{row:?} in {written:?}");
        }
    }

    #[test]
    fn what_is_not_known_is_left_open_and_said() {
        let picture = radar([Some(72.0), None, Some(31.0), Some(55.0)], None);
        let drawn = picture.drawn().remove(0);
        assert_eq!((drawn.area, drawn.points.len(), drawn.edges.matches('M').count()), (None, 3, 2));
        assert_eq!(picture.rows()[1], ["Economic", "not known"]);
        assert!(texts(&picture.to_string()).contains(&"not known".to_owned()));
        assert_eq!(radar([None; 4], None).drawn().remove(0).points.len(), 0);
    }

    #[test]
    fn two_cities_are_told_apart_by_line_and_mark_and_a_third_is_left_out() {
        let picture = radar([Some(10.0); 4], Some([Some(90.0), None, Some(20.0), Some(30.0)]));
        let svg = picture.to_string();
        assert_eq!(attribute(&svg, "class").iter().filter(|class| class.as_str() == "series second").count(), 2, "its line and its key");
        assert_eq!(picture.rows()[0], ["Political-Security", "10", "90"]);
        assert_eq!(picture.rows()[1], ["Economic", "10", "not known"]);
        let third = RadarSeries { name: "x".into(), values: [None, None, None, None] };
        let three = RadarPicture::new(heading("r", "x"), picture.words, (vec![], vec![third.clone(), third.clone(), third]));
        assert_eq!(three.series.len(), 2);
    }

    #[test]
    fn a_value_beyond_the_outer_ring_stays_inside_the_drawing() {
        let picture = radar([Some(140.0), Some(-3.0), Some(50.0), Some(50.0)], None);
        let points = picture.drawn().remove(0).points;
        assert_eq!((points[0].0.distance(MIDDLE), points[1].0.distance(MIDDLE)), (REACH, 0.0));
    }
}
