//! A page of recommendations as the formats write it: the pairings, named in the caller's language, and where the page lies.

use chrono::{DateTime, Utc};
use serde::Serialize;
use uuid::Uuid;

use super::read::RecommendationDto;
use crate::actions::partnerships::PartnershipView;
use crate::actions::recommendations::cities_of;
use crate::api::edge::{Page, Problem};
use crate::domain::city::City;
use crate::i18n::{Catalogues, Language};

/// What the service is called where a format asks who speaks.
pub(super) const PUBLISHER: &str = "Kembar";

/// One page.
pub(super) struct Leaf<'a> {
    /// Its pairings.
    pub(super) pairings: Vec<Pairing<'a>>,
    /// The public address of the service.
    pub(super) base: &'a str,
    /// The address of the page.
    pub(super) here: String,
    /// The address of the list's first page.
    pub(super) first: String,
    /// The address of the page after this one.
    pub(super) next: Option<String>,
    /// The cursor of the page after this one.
    pub(super) next_cursor: Option<String>,
    /// The language of the words.
    pub(super) language: Language,
}

impl Leaf<'_> {
    /// The page as the rest of the API writes pages.
    pub(super) fn json(&self) -> Result<Vec<u8>, Problem> {
        let items: Vec<RecommendationDto> = self.pairings.iter().map(RecommendationDto::of).collect();
        json(&Page { items, next_cursor: self.next_cursor.clone() })
    }

    /// When the newest of the page became public; a page of nothing is as old as time.
    pub(super) fn updated(&self) -> DateTime<Utc> {
        self.pairings.iter().map(|pairing| pairing.published_at).max().unwrap_or(DateTime::UNIX_EPOCH)
    }

    /// The public page of a city.
    pub(super) fn page_of(&self, city: &City) -> String {
        format!("{}/cities/{}", self.base, city.slug)
    }

    /// What is said of sources and terms.
    pub(super) fn terms(&self) -> String {
        format!("{}/about-data", self.base)
    }
}

/// One pairing.
pub(super) struct Pairing<'a> {
    /// Its id.
    pub(super) id: Uuid,
    /// `sister_city`, …
    pub(super) kind: &'a str,
    /// The name of the kind.
    pub(super) kind_name: String,
    /// The cities: for peer learning the learner first.
    pub(super) cities: Vec<&'a City>,
    /// Code and name of its theme.
    pub(super) theme: Option<(String, String)>,
    /// What the two do together.
    pub(super) summary: &'a str,
    /// When it became public.
    pub(super) published_at: DateTime<Utc>,
}

impl<'a> Pairing<'a> {
    /// `None` for what is not public; the store leaves it out already.
    pub(super) fn of(view: &'a PartnershipView, words: &Catalogues, language: Language) -> Option<Self> {
        let found = &view.partnership;
        Some(Self {
            id: found.id.0,
            kind: &found.kind,
            kind_name: words.label(language, "kind", &found.kind),
            cities: cities_of(view),
            theme: found.theme.as_ref().map(|code| (code.to_string(), words.theme(language, code))),
            summary: found.summary.as_deref().unwrap_or_default(),
            published_at: found.published_at?,
        })
    }

    /// `Surabaya – Iloilo City: Solid waste and plastics (peer learning)`.
    pub(super) fn title(&self) -> String {
        let names: Vec<&str> = self.cities.iter().map(|city| city.record.name.as_str()).collect();
        let about = self.theme.as_ref().map(|(_, name)| format!(": {name}")).unwrap_or_default();
        format!("{}{about} ({})", names.join(" – "), self.kind_name)
    }

    /// Its name as a URN.
    pub(super) fn urn(&self) -> String {
        self.id.urn().to_string()
    }

    /// Its page.
    pub(super) fn path(&self) -> String {
        format!("/partnerships/{}", self.id)
    }
}

/// JSON, or a fault of ours.
pub(super) fn json<T: Serialize>(value: &T) -> Result<Vec<u8>, Problem> {
    serde_json::to_vec(value).map_err(|error| Problem::internal(&error))
}
