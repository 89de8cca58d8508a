//! The map of South-East Asia with cities as dots and partnerships as great circles.
//!
//! The outlines are no part of the page: each country is a reference into a file that browsers keep, and takes its colours from the style of
//! the page. Without that file the dots and lines are still there, and the list beside the map says the same.
//!
//! Dots are links for those who point at them. They are left out of the order of the keyboard, where a hundred of them would stand between
//! a reader and the list that has the same links.

use std::collections::BTreeMap;

use askama::Template;

use super::labels::{self, Label, Setting};
use super::projection::{self, Point, great_circle, height, is_on_map, project};
use super::{Heading, Tabled, units};
use crate::console::assets::OUTLINES;
use crate::domain::geo::Place;

/// The members of ASEAN, each an outline of its own in the file of outlines; ISO 3166-1 alpha-2.
pub(super) const COUNTRIES: [&str; 11] = ["BN", "ID", "KH", "LA", "MM", "MY", "PH", "SG", "TH", "TL", "VN"];

crate::text_enum! {
    /// How large a city is drawn.
    SizeClass {
        /// Its population is not known: a ring.
        Unknown = "0",
        /// Fewer than 250,000 people.
        Small = "1",
        /// Fewer than a million.
        Medium = "2",
        /// Fewer than five million.
        Large = "3",
        /// Five million or more.
        Huge = "4",
    }
}

impl SizeClass {
    /// The class of a population.
    pub fn of(people: Option<i64>) -> SizeClass {
        match people {
            None => SizeClass::Unknown,
            Some(..250_000) => SizeClass::Small,
            Some(..1_000_000) => SizeClass::Medium,
            Some(..5_000_000) => SizeClass::Large,
            Some(_) => SizeClass::Huge,
        }
    }
}

crate::text_enum! {
    /// How a tie is drawn, so that its kind can be told without colour.
    TieLine {
        /// An unbroken line.
        Solid = "solid",
        /// A line of dashes.
        Dashed = "dashed",
        /// A line of dots.
        Dotted = "dotted",
    }
}

/// A city on the map.
#[derive(Debug, Clone, PartialEq)]
pub struct MapCity {
    /// Its name.
    pub name: String,
    /// Its country, as the page calls it.
    pub country: String,
    /// Where it is.
    pub place: Place,
    /// People; none when not known.
    pub people: Option<i64>,
    /// People as the page writes them, or its word for what is not known.
    pub people_shown: String,
    /// Where its dot leads; none for a dot that is no link.
    pub href: Option<String>,
    /// Whether its name is written on the map, where there is room.
    pub is_named: bool,
}

/// A tie between two cities of the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapTie {
    /// One of them: its number in the list of cities, counted from 0.
    pub from: usize,
    /// The other.
    pub to: usize,
    /// How it is drawn.
    pub line: TieLine,
    /// What it is, in words: *Surabaya learns from Iloilo City*.
    pub label: String,
}

/// The words of a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapWords {
    /// Heads the column of cities.
    pub city: String,
    /// Heads the column of countries.
    pub country: String,
    /// Heads the column of populations.
    pub people: String,
    /// Heads the column of ties.
    pub ties: String,
    /// Says the size of a city in the legend.
    pub sizes: BTreeMap<SizeClass, String>,
    /// Says the kind of a tie in the legend.
    pub lines: BTreeMap<TieLine, String>,
}

/// A map, ready to be printed.
#[derive(Debug, Clone, PartialEq, Template)]
#[template(path = "pictures/map.html")]
pub struct MapPicture {
    heading: Heading,
    words: MapWords,
    cities: Vec<MapCity>,
    ties: Vec<MapTie>,
    lit: Vec<String>,
}

/// Names on a map that is wide on the screen: 22 units are 14 px where the map is 640 px wide.
const WIDE: Setting = Setting { size: 22.0, gap: 15.0, edge: Point { x: projection::WIDTH, y: 0.0 } };
/// Names on a map that is as wide as a telephone: 36 units are 13 px where it is 360 px wide.
const NARROW: Setting = Setting { size: 36.0, gap: 24.0, edge: Point { x: projection::WIDTH, y: 0.0 } };

impl MapPicture {
    /// A map of cities and the ties between them. What lies outside the map, with its ties, is left out; so is a tie whose number is none
    /// of a city.
    pub fn new(heading: Heading, words: MapWords, (cities, ties): (Vec<MapCity>, Vec<MapTie>)) -> MapPicture {
        let is_drawn = |number: usize| cities.get(number).is_some_and(|city| is_on_map(city.place));
        let new_number = |number: usize| (0..number).filter(|before| is_drawn(*before)).count();
        let kept = ties.into_iter().filter(|tie| is_drawn(tie.from) && is_drawn(tie.to));
        let ties = kept.map(|tie| MapTie { from: new_number(tie.from), to: new_number(tie.to), ..tie }).collect();
        let cities = cities.into_iter().filter(|city| is_on_map(city.place)).collect();
        MapPicture { heading, words, cities, ties, lit: Vec::new() }
    }

    /// The same map with some countries, by ISO 3166-1 alpha-2, set off from the others.
    pub fn with_lit(self, countries: &[&str]) -> MapPicture {
        MapPicture { lit: countries.iter().map(|&code| code.to_owned()).collect(), ..self }
    }

    /// Whether there is nothing on it.
    pub fn is_empty(&self) -> bool {
        self.cities.is_empty()
    }

    #[expect(clippy::unused_self, reason = "a template calls it on itself")]
    fn view_box(&self) -> String {
        format!("0 0 {} {}", projection::WIDTH, height())
    }

    /// A picture whose parts can be followed is no single image to those who hear it.
    fn role(&self) -> &'static str {
        if self.cities.iter().any(|city| city.href.is_some()) { "group" } else { "img" }
    }

    fn outlines(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        COUNTRIES.into_iter().map(|code| (code, if self.lit.iter().any(|lit| lit == code) { "land lit" } else { "land" }))
    }

    #[expect(clippy::unused_self, reason = "a template calls it on itself")]
    fn outline_url(&self) -> String {
        OUTLINES.url()
    }

    /// The larger dots first, so that no smaller one is hidden under them.
    fn dots(&self) -> Vec<&MapCity> {
        let mut cities: Vec<&MapCity> = self.cities.iter().collect();
        cities.sort_by_key(|city| std::cmp::Reverse(city.people));
        cities
    }

    fn size(city: &MapCity) -> SizeClass {
        SizeClass::of(city.people)
    }

    /// A point as a line of no length, which the style makes a dot that is as large on a small screen as on a wide one.
    fn dot(city: &MapCity) -> String {
        let at = project(city.place);
        format!("M{} {}h0", units(at.x), units(at.y))
    }

    fn about(city: &MapCity) -> String {
        format!("{}, {} · {}", city.name, city.country, city.people_shown)
    }

    fn line(&self, tie: &MapTie) -> String {
        match (self.cities.get(tie.from), self.cities.get(tie.to)) {
            (Some(from), Some(to)) => path(&great_circle(from.place, to.place)),
            _ => String::new(),
        }
    }

    /// The names as they stand on a wide screen and on a narrow one; the style shows those of one.
    fn name_sets(&self) -> Vec<(&'static str, Vec<Label>)> {
        vec![("at-wide", self.names(WIDE)), ("at-narrow", self.names(NARROW))]
    }

    fn names(&self, setting: Setting) -> Vec<Label> {
        let named = self.cities.iter().filter(|city| city.is_named);
        let named: Vec<(Point, &str)> = named.map(|city| (project(city.place), city.name.as_str())).collect();
        labels::place(&named, Setting { edge: Point { y: height(), ..setting.edge }, ..setting })
    }

    /// The sizes and lines that occur, with their words.
    fn legend_of_sizes(&self) -> Vec<(SizeClass, &str)> {
        let occurs = |class: &SizeClass| self.cities.iter().any(|city| Self::size(city) == *class);
        self.words.sizes.iter().filter(|(class, _)| occurs(class)).map(|(class, word)| (*class, word.as_str())).collect()
    }

    fn legend_of_lines(&self) -> Vec<(TieLine, &str)> {
        let occurs = |line: &TieLine| self.ties.iter().any(|tie| tie.line == *line);
        self.words.lines.iter().filter(|(line, _)| occurs(line)).map(|(line, word)| (*line, word.as_str())).collect()
    }
}

/// A run of points as path data: the first, then steps.
fn path(points: &[Point]) -> String {
    let Some(first) = points.first() else { return String::new() };
    let mut data = format!("M{} {}L", units(first.x), units(first.y));
    let rest: Vec<String> = points.iter().skip(1).map(|point| format!("{} {}", units(point.x), units(point.y))).collect();
    data.push_str(&rest.join(" "));
    data
}

impl Tabled for MapPicture {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn columns(&self) -> Vec<String> {
        let words = &self.words;
        let mut columns = vec![words.city.clone(), words.country.clone(), words.people.clone()];
        columns.extend((!self.ties.is_empty()).then(|| words.ties.clone()));
        columns
    }

    fn rows(&self) -> Vec<Vec<String>> {
        let ties_of = |number: usize| {
            let ties = self.ties.iter().filter(|tie| [tie.from, tie.to].contains(&number));
            let labels: Vec<&str> = ties.map(|tie| tie.label.as_str()).collect();
            if labels.is_empty() { "–".to_owned() } else { labels.join("; ") }
        };
        let row = |(number, city): (usize, &MapCity)| {
            let mut row = vec![city.name.clone(), city.country.clone(), city.people_shown.clone()];
            row.extend((!self.ties.is_empty()).then(|| ties_of(number)));
            row
        };
        self.cities.iter().enumerate().map(row).collect()
    }
}

#[cfg(test)]
mod tests;
