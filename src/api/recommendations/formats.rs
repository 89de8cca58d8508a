//! The formats: their names, their media types, and which of them a caller takes.

use actix_web::http::header::HeaderMap;

use super::shown::Leaf;
use super::{atom, csv, geojson, json_feed, json_ld};
use crate::api::edge::{Problem, ProblemCode, choose};

crate::text_enum! {
    /// A format of a list of recommendations.
    Format {
        /// The service's own JSON.
        Json = "json",
        /// A table.
        Csv = "csv",
        /// A map: a line for each pairing.
        GeoJson = "geojson",
        /// schema.org, for search engines.
        JsonLd = "jsonld",
        /// A feed.
        Atom = "atom",
        /// A feed in JSON.
        JsonFeed = "jsonfeed",
    }
}

/// The media types in the order in which they are liked here where the caller likes them equally.
const OFFERS: [&str; 6] =
    ["application/json", "text/csv", "application/geo+json", "application/ld+json", "application/atom+xml", "application/feed+json"];

impl Format {
    /// The one that was asked for: by name, or by what is accepted.
    ///
    /// # Errors
    /// 406 where nothing fits.
    pub(super) fn of(asked: Option<Format>, headers: &HeaderMap) -> Result<Format, Problem> {
        let by_accept = || choose(headers, &OFFERS).and_then(|at| Format::ALL.get(at).copied());
        asked.or_else(by_accept).ok_or_else(|| {
            let detail = format!("This address answers with {}; accept one of these.", OFFERS.join(", "));
            Problem::new(ProblemCode::NotAcceptable, detail)
        })
    }

    /// What stands in `Content-Type`.
    pub(super) fn content_type(self) -> &'static str {
        match self {
            Format::Json => "application/json",
            Format::Csv => "text/csv; header=present; charset=utf-8",
            Format::GeoJson => "application/geo+json",
            Format::JsonLd => "application/ld+json",
            Format::Atom => "application/atom+xml; charset=utf-8",
            Format::JsonFeed => "application/feed+json; charset=utf-8",
        }
    }

    /// Whether anything in it is in the caller's language: names of themes and of kinds.
    pub(super) fn speaks(self) -> bool {
        self != Format::Json
    }

    /// The page in this format.
    ///
    /// # Errors
    /// 500 where it cannot be written.
    pub(super) fn write(self, leaf: &Leaf<'_>) -> Result<Vec<u8>, Problem> {
        match self {
            Format::Json => leaf.json(),
            Format::Csv => csv::write(leaf),
            Format::GeoJson => geojson::write(leaf),
            Format::JsonLd => json_ld::write(leaf),
            Format::Atom => Ok(atom::write(leaf)),
            Format::JsonFeed => json_feed::write(leaf),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_format_is_offered_by_the_media_type_that_it_answers_with() {
        assert_eq!(OFFERS.len(), Format::ALL.len());
        for (format, offer) in Format::ALL.iter().zip(OFFERS) {
            assert_eq!(format.content_type().split(';').next(), Some(offer));
        }
    }
}
