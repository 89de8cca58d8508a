//! The pairs of a round as arcs beside a list of its cities.
//!
//! On a telephone a map of sixty pairs is a ball of wool over Java, and a drawing that lays the cities out by itself can name none of them.
//! A list of names with an arc from each to its partner is read with a thumb: every name is there, countries stand together, and it shows at
//! a glance which pairs cross borders and who is left out. The map of the same pairs stays possible with [`super::MapPicture`].

use askama::Template;

use super::map::TieLine;
use super::text::shortened;
use super::{Heading, Tabled, units};

/// A city of a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NetworkCity {
    /// Its name.
    pub name: String,
    /// What it is listed under: its country. Neighbours in the list of the same group come under one heading.
    pub group: String,
}

/// A pair of a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NetworkLink {
    /// One of the two: its number in the list of cities, counted from 0.
    pub from: usize,
    /// The other.
    pub to: usize,
    /// How it is drawn.
    pub line: TieLine,
    /// What it is, in words.
    pub label: String,
}

/// The words of a network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NetworkWords {
    /// Heads the column of cities.
    pub city: String,
    /// Heads the column of groups.
    pub group: String,
    /// Heads the column of partners.
    pub partners: String,
    /// A city without a partner.
    pub none: String,
}

/// The arcs of a round, ready to be printed.
#[derive(Debug, Clone, PartialEq, Template)]
#[template(path = "pictures/network.html")]
pub struct NetworkPicture {
    heading: Heading,
    words: NetworkWords,
    cities: Vec<NetworkCity>,
    links: Vec<NetworkLink>,
}

/// From one city to the next, and what the heading of a group takes.
const ROW: f64 = 22.0;
const GROUP: f64 = 32.0;
/// Where the dots are: names end to their left, arcs begin to their right.
const DOTS: f64 = 200.0;
/// How far arcs may reach to the right of the dots.
const REACH: f64 = 190.0;
/// The size of the names.
const LETTERS: f64 = 14.0;

/// A city with its place.
struct Placed<'a> {
    city: &'a NetworkCity,
    name: String,
    /// The height of the heading over it, where a group begins.
    heading: Option<f64>,
    y: f64,
    is_paired: bool,
}

impl NetworkPicture {
    /// The arcs of a round. A link whose number is none of a city, or that joins a city to itself, is left out.
    pub fn new(heading: Heading, words: NetworkWords, (cities, links): (Vec<NetworkCity>, Vec<NetworkLink>)) -> NetworkPicture {
        let is_sound = |link: &NetworkLink| link.from.max(link.to) < cities.len() && link.from != link.to;
        let links = links.into_iter().filter(is_sound).collect();
        NetworkPicture { heading, words, cities, links }
    }

    fn placed(&self) -> Vec<Placed<'_>> {
        let mut y = 0.0;
        let mut group = None;
        let mut placed = Vec::with_capacity(self.cities.len());
        for (number, city) in self.cities.iter().enumerate() {
            let begins = group != Some(&city.group);
            let heading = begins.then_some(y + 20.0);
            y += if begins { GROUP } else { 0.0 };
            group = Some(&city.group);
            placed.push(Placed {
                city,
                name: shortened(&city.name, LETTERS, DOTS - 16.0),
                heading,
                y: y + ROW / 2.0,
                is_paired: self.links.iter().any(|link| [link.from, link.to].contains(&number)),
            });
            y += ROW;
        }
        placed
    }

    fn view_box(&self) -> String {
        let bottom = self.placed().last().map_or(1.0, |last| last.y + ROW / 2.0);
        format!("0 0 400 {}", units(bottom))
    }

    /// Each pair as half an ellipse; the farther apart in the list, the farther it reaches.
    fn arcs(&self) -> Vec<(&NetworkLink, String)> {
        let placed = self.placed();
        let ends = |link: &NetworkLink| {
            let (from, to) = (placed.get(link.from)?.y, placed.get(link.to)?.y);
            Some((from.min(to), from.max(to)))
        };
        let farthest = self.links.iter().filter_map(ends).map(|(top, bottom)| bottom - top).fold(1.0, f64::max);
        let arc = |link| {
            let (top, bottom) = ends(link)?;
            // By the root, so that neighbours in the list still have an arc that can be seen.
            let across = REACH * ((bottom - top) / farthest).sqrt();
            let down = units((bottom - top) / 2.0);
            Some((link, format!("M{DOTS} {}A{} {down} 0 0 1 {DOTS} {}", units(top), units(across), units(bottom))))
        };
        self.links.iter().filter_map(arc).collect()
    }

    fn partners(&self, number: usize) -> String {
        let others = self.links.iter().filter_map(|link| match number {
            number if number == link.from => self.cities.get(link.to),
            number if number == link.to => self.cities.get(link.from),
            _ => None,
        });
        let names: Vec<&str> = others.map(|city| city.name.as_str()).collect();
        if names.is_empty() { self.words.none.clone() } else { names.join("; ") }
    }

    fn has_unpaired(&self) -> bool {
        self.placed().iter().any(|placed| !placed.is_paired)
    }
}

impl Tabled for NetworkPicture {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn columns(&self) -> Vec<String> {
        vec![self.words.city.clone(), self.words.group.clone(), self.words.partners.clone()]
    }

    fn rows(&self) -> Vec<Vec<String>> {
        let row = |(number, city): (usize, &NetworkCity)| vec![city.name.clone(), city.group.clone(), self.partners(number)];
        self.cities.iter().enumerate().map(row).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::console::pictures::tests::{attribute, heading, texts};

    fn network(links: &[(usize, usize)]) -> NetworkPicture {
        let cities = [("Phnom Penh", "Cambodia"), ("Bandung", "Indonesia"), ("Surabaya", "Indonesia"), ("Iloilo City", "Philippines")];
        let cities = cities.map(|(name, group)| NetworkCity { name: name.into(), group: group.into() }).to_vec();
        let link =
            |(from, to): &(usize, usize)| NetworkLink { from: *from, to: *to, line: TieLine::Solid, label: format!("{from} and {to}") };
        let words = NetworkWords { city: "City".into(), group: "Country".into(), partners: "Partner".into(), none: "left out".into() };
        NetworkPicture::new(heading("n", "Pairs"), words, (cities, links.iter().map(link).collect()))
    }

    #[test]
    fn each_pair_is_an_arc_between_its_two_names_and_a_row_of_each() {
        let picture = network(&[(0, 3), (2, 1)]);
        let rows = picture.rows();
        assert_eq!(rows.iter().map(|row| row[2].as_str()).collect::<Vec<_>>(), ["Iloilo City", "Surabaya", "Bandung", "Phnom Penh"]);
        let placed = picture.placed();
        for (link, arc) in picture.arcs() {
            let (from, to) = (placed[link.from].y, placed[link.to].y);
            assert!(arc.starts_with(&format!("M200 {}A", from.min(to))) && arc.ends_with(&format!(" 200 {}", from.max(to))), "{arc}");
        }
        let expected = ["Cambodia", "Phnom Penh", "Indonesia", "Bandung", "Surabaya", "Philippines", "Iloilo City"];
        assert_eq!(texts(&picture.to_string()), expected);
    }

    #[test]
    fn who_is_left_out_is_seen_and_said() {
        let picture = network(&[(0, 3)]);
        assert_eq!(picture.rows()[1][2], "left out");
        let classes = attribute(&picture.to_string(), "class");
        assert_eq!(classes.iter().filter(|class| class.as_str() == "node left-out").count(), 3, "two cities and the legend");
    }

    #[test]
    fn what_is_no_pair_is_not_drawn() {
        assert!(network(&[(1, 1), (0, 9)]).arcs().is_empty());
    }
}
