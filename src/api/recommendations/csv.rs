//! A table. The next page is in the `Link` field alone: a row that is none would be a row.

use super::shown::{Leaf, Pairing};
use crate::api::edge::Problem;
use crate::domain::city::City;
use crate::exchange::csv_out::{Cell, write_list};

const HEADER: [&str; 16] = [
    "id",
    "title",
    "kind",
    "theme",
    "theme_name",
    "first_id",
    "first_slug",
    "first_name",
    "first_country",
    "second_id",
    "second_slug",
    "second_name",
    "second_country",
    "summary",
    "published_at",
    "url",
];

/// The texts that a row borrows.
struct Row<'a> {
    pairing: &'a Pairing<'a>,
    texts: [String; 4],
    ids: [String; 2],
}

pub(super) fn write(leaf: &Leaf<'_>) -> Result<Vec<u8>, Problem> {
    let rows: Vec<Row<'_>> = leaf.pairings.iter().map(|pairing| Row::of(pairing, leaf)).collect();
    let mut out = Vec::new();
    write_list(&mut out, &HEADER, rows.iter().map(Row::cells)).map_err(|error| Problem::internal(&error))?;
    Ok(out)
}

impl<'a> Row<'a> {
    fn of(pairing: &'a Pairing<'a>, leaf: &Leaf<'_>) -> Self {
        let at = pairing.published_at.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true);
        let id_of = |at: usize| pairing.cities.get(at).map(|city| city.id.to_string()).unwrap_or_default();
        let url = format!("{}{}", leaf.base, pairing.path());
        Self { pairing, texts: [pairing.id.to_string(), pairing.title(), at, url], ids: [id_of(0), id_of(1)] }
    }

    fn cells(&self) -> Vec<Cell<'_>> {
        let [id, title, at, url] = &self.texts;
        let pairing = self.pairing;
        let (code, name) = pairing.theme.as_ref().map_or(("", ""), |(code, name)| (code, name));
        let mut cells = vec![Cell::Text(id), Cell::Text(title), Cell::Text(pairing.kind), Cell::Text(code), Cell::Text(name)];
        for (city, id) in [pairing.cities.first(), pairing.cities.get(1)].into_iter().zip(&self.ids) {
            cells.extend(city.map_or([Cell::Blank, Cell::Blank, Cell::Blank, Cell::Blank], |city| of_city(city, id)));
        }
        cells.extend([Cell::Text(pairing.summary), Cell::Text(at), Cell::Text(url)]);
        cells
    }
}

fn of_city<'a>(city: &'a City, id: &'a str) -> [Cell<'a>; 4] {
    [Cell::Text(id), Cell::Text(city.slug.as_str()), Cell::Text(&city.record.name), Cell::Text(city.record.country.as_str())]
}
