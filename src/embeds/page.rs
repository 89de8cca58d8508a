//! The document in a frame.

use askama::Template;
use chrono::NaiveDate;

use super::asked::Look;
use crate::console::frame::Discovery;
use crate::console::pages::PartnershipLine;
use crate::console::word::EmbedWord;
use crate::console::words::{Language, Part, Word};

/// Its style, in the document: one request for everything.
pub(super) const STYLE: &str = include_str!("assets/embed.css");

/// Its script: how high it is, and where a link leads.
pub(super) const SCRIPT: &str = include_str!("assets/embed.js");

/// What a frame shows.
pub(super) struct EmbedPage {
    pub(super) lang: Language,
    pub(super) look: Look,
    /// The public address of the service; every link leads there.
    pub(super) base: String,
    /// What stands above.
    pub(super) heading: String,
    /// What is said where there is no pairing to show.
    pub(super) note: Option<String>,
    /// The pairings, each with the names of its countries.
    pub(super) lines: Vec<Line>,
    /// Whether the one pairing is what the heading tells.
    pub(super) is_card: bool,
    /// The day on which this was so.
    pub(super) as_of: NaiveDate,
    /// How oEmbed is found; none where there is nothing to show.
    pub(super) discovery: Option<Discovery>,
}

/// A pairing.
pub(super) struct Line {
    pub(super) pairing: PartnershipLine,
    /// `Indonesia`, `Philippines`.
    pub(super) countries: [String; 2],
}

#[derive(Template)]
#[template(path = "embed.html")]
struct View<'a> {
    p: &'a EmbedPage,
    w: Language,
    style: &'static str,
    script: &'static str,
}

impl View<'_> {
    fn scheme(&self) -> &'static str {
        match self.p.look {
            Look::Light => "light",
            Look::Dark => "dark",
            Look::Auto => "light dark",
        }
    }

    /// An address of the service in the language of the frame.
    fn href(&self, path: &str) -> String {
        let (path, fragment) = path.split_once('#').map_or((path, String::new()), |(path, fragment)| (path, format!("#{fragment}")));
        format!("{}{path}?lang={}{fragment}", self.p.base, self.w)
    }

    fn from(&self) -> String {
        self.w.fill(EmbedWord::From, &[("site", Part::Text(&self.w.say(Word::SiteName)))])
    }

    fn as_of(&self) -> String {
        self.w.fill(EmbedWord::AsOf, &[("date", Part::Text(&self.w.date(self.p.as_of)))])
    }
}

/// The HTML of a frame.
///
/// # Errors
/// Where the template fails.
pub(super) fn render(page: &EmbedPage) -> askama::Result<String> {
    View { p: page, w: page.lang, style: STYLE, script: SCRIPT }.render()
}
