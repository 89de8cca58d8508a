//! The maps of the pages: what a page knows of its cities, turned into a picture in the words of its language.

use crate::console::frame::Frame;
use crate::console::marks::Country;
use crate::console::pictures::{Heading, MapCity, MapPicture, MapTie, MapWords, SizeClass, TieLine};
use crate::console::words::{Language, Part, Word};
use crate::domain::geo::Place;
use crate::domain::pairing::Kind;

use super::partnership::PartnershipLine;

/// A city as the maps of the pages show it.
#[derive(Debug, Clone, PartialEq)]
pub struct CityDot {
    /// Its address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Its country.
    pub country: Country,
    /// Where it is.
    pub place: Place,
    /// People; none when not known.
    pub people: Option<i64>,
}

/// The map of partnerships with both cities of each; none where no partnership has two cities whose places are known.
pub(super) fn map_of_partnerships(frame: &Frame, lines: &[PartnershipLine]) -> Option<MapPicture> {
    let lang = frame.lang;
    let mut dots: Vec<&CityDot> = Vec::new();
    let mut ties = Vec::new();
    for line in lines {
        let Some((first, second)) = &line.dots else { continue };
        let [from, to] = [first, second].map(|dot| number_of(dot, &mut dots));
        ties.push(MapTie { from, to, line: drawn_as(line.kind), label: line.sentence(&lang) });
    }
    let cities = dots.into_iter().map(|dot| MapCity { is_named: true, ..city(dot, frame) }).collect();
    let map = MapPicture::new(heading(Word::MapPartnerships, lang), words(lang), (cities, ties));
    Some(map).filter(|map| !map.is_empty())
}

/// The map of the cities of a list; none where no place is known.
pub(super) fn map_of_cities(frame: &Frame, dots: &[CityDot]) -> Option<MapPicture> {
    let cities = dots.iter().map(|dot| city(dot, frame)).collect();
    let map = MapPicture::new(heading(Word::MapCities, frame.lang), words(frame.lang), (cities, vec![]));
    Some(map).filter(|map| !map.is_empty())
}

/// The number of a city among those that are drawn; a new one is put at their end.
fn number_of<'a>(dot: &'a CityDot, dots: &mut Vec<&'a CityDot>) -> usize {
    let known = dots.iter().position(|known| known.slug == dot.slug);
    known.unwrap_or_else(|| {
        dots.push(dot);
        dots.len() - 1
    })
}

fn drawn_as(kind: Kind) -> TieLine {
    match kind {
        Kind::SisterCity => TieLine::Solid,
        Kind::PeerLearning => TieLine::Dashed,
        Kind::MutualAid => TieLine::Dotted,
    }
}

fn city(dot: &CityDot, frame: &Frame) -> MapCity {
    let lang = frame.lang;
    MapCity {
        name: dot.name.clone(),
        country: dot.country.shown(&lang),
        place: dot.place,
        people: dot.people,
        people_shown: dot.people.map_or_else(|| lang.say(Word::NotKnown), |people| lang.whole(people)),
        href: Some(frame.href(&format!("/cities/{}", dot.slug))),
        is_named: false,
    }
}

fn heading(title: Word, lang: Language) -> Heading {
    Heading { id: "map".to_owned(), title: lang.say(title) }
}

fn words(lang: Language) -> MapWords {
    let size = |(number, class): (usize, &SizeClass)| (*class, lang.fill(Word::MapSize, &[("class", Part::Number(number))]));
    let line = |kind: &Kind| (drawn_as(*kind), lang.fill(Word::KindName, &[("code", Part::Text(kind.as_str()))]));
    MapWords {
        city: lang.say(Word::MapCity),
        country: lang.say(Word::CityCountry),
        people: lang.say(Word::CityPopulation),
        ties: lang.say(Word::CityPartnerships),
        sizes: SizeClass::ALL.iter().enumerate().map(size).collect(),
        lines: Kind::ALL.iter().map(line).collect(),
    }
}
