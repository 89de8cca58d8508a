//! A published partnership as one line of a page.

use chrono::NaiveDate;

use crate::console::marks::Theme;
use crate::console::words::{Language, Part, Word};
use crate::domain::pairing::Kind;

use super::city::CityLink;
use super::map::CityDot;

/// A partnership that both cities have agreed to and that is public.
#[derive(Debug, Clone, PartialEq)]
pub struct PartnershipLine {
    /// Its lasting id, which is its address.
    pub id: String,
    /// For peer learning the one who learns.
    pub first: CityLink,
    /// For peer learning the one who is learnt from.
    pub second: CityLink,
    /// Both on a map, in the same order; none where the place of one is not known.
    pub dots: Option<(CityDot, CityDot)>,
    /// What the pairing is for.
    pub kind: Kind,
    /// What it is about, where it is about one thing.
    pub theme: Option<Theme>,
    /// When it became public.
    pub since: NaiveDate,
    /// Why these two, in one sentence in the page's language; none when it is not public.
    pub why: Option<String>,
}

impl PartnershipLine {
    /// The two in a sentence: *Surabaya learns from Iloilo City*.
    pub fn sentence(&self, lang: &Language) -> String {
        let word = if self.kind.is_symmetric() { Word::PartnershipEqual } else { Word::PartnershipLearns };
        lang.fill(word, &[("first", Part::Text(&self.first.name)), ("second", Part::Text(&self.second.name))])
    }

    /// *about solid waste and plastics*, or nothing.
    pub fn about(&self, lang: &Language) -> String {
        let about = |theme: &Theme| lang.fill(Word::PartnershipAbout, &[("theme", Part::Text(&theme.in_sentence()))]);
        self.theme.as_ref().map(about).unwrap_or_default()
    }

    /// *since 2 November 2026*.
    pub fn since(&self, lang: &Language) -> String {
        lang.fill(Word::PartnershipSince, &[("date", Part::Text(&lang.date(self.since)))])
    }

    /// *peer learning*.
    pub fn kind(&self, lang: &Language) -> String {
        lang.fill(Word::KindName, &[("code", Part::Text(self.kind.as_str()))])
    }
}
