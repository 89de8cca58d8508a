//! Everything the engine may know of a city. Missing is `None`, or an empty list whose flag does not say that it is complete; never zero.
//!
//! Facts are plain: who gathers them decides nothing, and the engine weighs them by the model's constants.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::indicators::Scope;
use crate::domain::code::{CountryCode, IndicatorCode, LanguageCode, Slug, ThemeCode};
use crate::domain::geo::Place;
use crate::domain::id::{CityId, PracticeId};
use crate::domain::pairing::Kind;
use crate::domain::practice::PracticeBasis;
use crate::domain::profile::Mode;

crate::text_enum! {
    /// How far the profile in use has been checked.
    ProfileEvidence {
        /// The secretariat stands behind it.
        Verified = "verified",
        /// The city has handed it in.
        Submitted = "submitted",
        /// There is none: what is known comes from public sources.
        None = "none",
    }
}

crate::text_enum! {
    /// Who says so.
    Basis {
        /// The city itself.
        Stated = "stated",
        /// It follows from something published.
        Derived = "derived",
    }
}

/// A theme that matters to the city.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PriorityFact {
    /// The theme.
    pub theme: ThemeCode,
    /// 1 is the most important.
    pub rank: Option<u32>,
    /// Who says so.
    pub basis: Basis,
    /// Year of the statement.
    pub year: Option<i32>,
    /// Where it is written.
    pub source: Option<String>,
    /// Background knowledge alone.
    pub from_memory: bool,
}

/// A capacity that the city claims.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CapacityFact {
    /// The theme.
    pub theme: ThemeCode,
    /// Maturity, 0 to 5.
    pub level: f64,
    /// The secretariat stands behind this level; otherwise it is the city's own word.
    pub is_verified: bool,
    /// Year of the statement.
    pub year: Option<i32>,
    /// Where it is written.
    pub source: Option<String>,
    /// Background knowledge alone.
    pub from_memory: bool,
}

/// How the city sees itself, by the guideline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AssessmentFact {
    /// The theme.
    pub theme: ThemeCode,
    /// 0 to 5.
    pub level: f64,
    /// The year.
    pub year: Option<i32>,
}

/// Something the city did.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PracticeFact {
    /// Its id, where it is stored.
    pub id: Option<PracticeId>,
    /// Its themes.
    pub themes: Vec<ThemeCode>,
    /// Its title.
    pub title: String,
    /// How strongly it shows a capacity.
    pub basis: PracticeBasis,
    /// Curated or published; what was only handed in counts as the city's own word.
    pub is_checked: bool,
    /// The year.
    pub year: Option<i32>,
    /// Where it is written.
    pub source: Option<String>,
    /// Background knowledge alone.
    pub from_memory: bool,
}

/// A theme in which the city has opened itself to teaching.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OfferFact {
    /// The theme.
    pub theme: ThemeCode,
    /// The ways; empty means any.
    pub modes: Vec<Mode>,
    /// Working languages beyond the city's own.
    pub languages: Vec<LanguageCode>,
    /// How many partners at a time.
    pub slots: Option<u32>,
}

/// A theme in which the city has asked for help.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NeedFact {
    /// The theme.
    pub theme: ThemeCode,
    /// The ways; empty means any.
    pub modes: Vec<Mode>,
}

/// How many partners the city can serve, and how many it has.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuotaFacts {
    /// Sister cities at most.
    pub partners_max: Option<u32>,
    /// Sister cities it has.
    pub partners_taken: u32,
    /// Learners at most: how many it can teach.
    pub learners_max: Option<u32>,
    /// Learners it has.
    pub learners_taken: u32,
    /// Mentors at most: from how many it can learn.
    pub mentors_max: Option<u32>,
    /// Mentors it has.
    pub mentors_taken: u32,
}

/// One value of an indicator.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IndicatorFact {
    /// Which.
    pub code: IndicatorCode,
    /// The value, in the definition's unit.
    pub value: f64,
    /// Its year.
    pub year: Option<i32>,
    /// Where it is written; the definition's source where absent.
    pub source: Option<String>,
    /// Whose value.
    pub scope: Scope,
    /// Background knowledge alone.
    pub from_memory: bool,
}

/// Exposure to a hazard, judged.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HazardFact {
    /// `flood`, `cyclone`, `earthquake`, `tsunami`, `volcano`, `drought`, `heat`, `landslide` or `sea_level`.
    pub hazard: String,
    /// 0 none to 3 high.
    pub level: f64,
    /// Where it is written.
    pub source: Option<String>,
    /// Background knowledge alone.
    pub from_memory: bool,
}

/// A tie that stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TieFact {
    /// With whom.
    pub other: CityId,
    /// Its kind, in the source's words: `sister city`, `peer_learning`, `cooperation agreement`.
    pub kind: String,
    /// Since which year.
    pub since: Option<i32>,
}

/// A proposal that either of the two declined.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DeclineFact {
    /// With whom.
    pub other: CityId,
    /// Of which kind.
    pub kind: Kind,
    /// When.
    pub on: NaiveDate,
}

/// A pair that the secretariat has barred.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BarredFact {
    /// With whom.
    pub other: CityId,
    /// Of which kind; every kind where absent.
    pub kind: Option<Kind>,
}

/// One city.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CityFacts {
    /// Its id.
    pub id: CityId,
    /// Its readable address.
    pub slug: Slug,
    /// Its name.
    pub name: String,
    /// Its country.
    pub country: CountryCode,
    /// An active member; otherwise it never appears and gets nothing.
    pub suggestible: bool,
    /// Where it is.
    pub place: Option<Place>,
    /// Standard offset of its clock from UTC.
    pub utc_offset_hours: Option<f64>,
    /// Level of local government, in the source's word.
    pub level: Option<String>,
    /// Inhabitants.
    pub population: Option<f64>,
    /// On the sea.
    pub coastal: Option<bool>,
    /// Height above the sea.
    pub elevation_m: Option<f64>,
    /// Working languages; empty means not known.
    pub languages: Vec<LanguageCode>,
    /// Networks and growth areas.
    pub networks: Vec<String>,
    /// The list of networks is complete, even where it is empty.
    pub networks_complete: bool,
    /// How far the profile has been checked.
    pub profile_evidence: ProfileEvidence,
    /// What matters.
    pub priorities: Vec<PriorityFact>,
    /// The list of priorities is the city's own and complete: what it does not name is no priority.
    pub priorities_complete: bool,
    /// What it claims it can do.
    pub capacities: Vec<CapacityFact>,
    /// How it sees itself.
    pub assessments: Vec<AssessmentFact>,
    /// What it did.
    pub practices: Vec<PracticeFact>,
    /// What it would teach.
    pub offers: Vec<OfferFact>,
    /// The list of offers is the city's own and complete: it does not teach what it does not name.
    pub offers_complete: bool,
    /// What it asked for.
    pub needs: Vec<NeedFact>,
    /// How many partners it can serve.
    pub quotas: QuotaFacts,
    /// Values of indicators, its own and its country's.
    pub indicators: Vec<IndicatorFact>,
    /// Hazards.
    pub hazards: Vec<HazardFact>,
    /// Has an office for international relations.
    pub has_international_office: Option<bool>,
    /// Requests and invitations it answered, of how many it was asked.
    pub requests_answered: Option<(u32, u32)>,
    /// Ties that stand.
    pub ties: Vec<TieFact>,
    /// Proposals that were declined.
    pub declined: Vec<DeclineFact>,
    /// Pairs the secretariat has barred.
    pub barred: Vec<BarredFact>,
    /// Cities it does not want to see suggested.
    pub not_interested: Vec<CityId>,
}

impl CityFacts {
    /// A city of which nothing is known but who it is.
    pub fn unknown(id: CityId, slug: Slug, name: impl Into<String>, country: CountryCode) -> Self {
        Self {
            id,
            slug,
            name: name.into(),
            country,
            suggestible: true,
            place: None,
            utc_offset_hours: None,
            level: None,
            population: None,
            coastal: None,
            elevation_m: None,
            languages: Vec::new(),
            networks: Vec::new(),
            networks_complete: false,
            profile_evidence: ProfileEvidence::None,
            priorities: Vec::new(),
            priorities_complete: false,
            capacities: Vec::new(),
            assessments: Vec::new(),
            practices: Vec::new(),
            offers: Vec::new(),
            offers_complete: false,
            needs: Vec::new(),
            quotas: QuotaFacts::default(),
            indicators: Vec::new(),
            hazards: Vec::new(),
            has_international_office: None,
            requests_answered: None,
            ties: Vec::new(),
            declined: Vec::new(),
            barred: Vec::new(),
            not_interested: Vec::new(),
        }
    }

    /// Puts every list into one order, so that the order of arrival changes neither the hash nor a result.
    pub(super) fn normalise(&mut self) {
        self.languages.sort();
        self.networks.sort();
        self.not_interested.sort();
        self.priorities.sort_by_cached_key(|p| (p.rank.unwrap_or(u32::MAX), text_of(p)));
        self.capacities.sort_by_cached_key(text_of);
        self.assessments.sort_by_cached_key(text_of);
        self.practices.sort_by_cached_key(text_of);
        self.offers.sort_by_cached_key(text_of);
        self.needs.sort_by_cached_key(text_of);
        self.indicators.sort_by_cached_key(text_of);
        self.hazards.sort_by_cached_key(text_of);
        self.ties.sort_by_cached_key(text_of);
        self.declined.sort_by_cached_key(text_of);
        self.barred.sort_by_cached_key(text_of);
    }

    /// Every theme that the facts name, for checking against the taxonomy.
    pub(super) fn themes(&self) -> impl Iterator<Item = &ThemeCode> {
        let priorities = self.priorities.iter().map(|p| &p.theme);
        let levels = self.capacities.iter().map(|c| &c.theme).chain(self.assessments.iter().map(|a| &a.theme));
        let practices = self.practices.iter().flat_map(|p| &p.themes);
        let exchanges = self.offers.iter().map(|o| &o.theme).chain(self.needs.iter().map(|n| &n.theme));
        priorities.chain(levels).chain(practices).chain(exchanges)
    }

    /// What is wrong with the numbers, each fault with the city's slug.
    pub(super) fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        let mut require = |holds: bool, what: &str| {
            if !holds {
                faults.push(format!("{}: {what}", self.slug));
            }
        };
        let is_place = |p: &Place| (-90.0..=90.0).contains(&p.lat) && (-180.0..=180.0).contains(&p.lon);
        require(self.place.as_ref().is_none_or(is_place), "its place is not on the globe");
        let numbers = [self.utc_offset_hours, self.population, self.elevation_m];
        require(numbers.iter().flatten().all(|n| n.is_finite()), "offset, population and elevation must be numbers");
        require(self.population.is_none_or(|n| n >= 0.0), "its population is below zero");
        require(self.indicators.iter().all(|i| i.value.is_finite()), "an indicator's value is not a number");
        let levels = self.capacities.iter().map(|c| c.level).chain(self.assessments.iter().map(|a| a.level));
        require(levels.into_iter().all(|level| (0.0..=5.0).contains(&level)), "levels must be between 0 and 5");
        require(self.hazards.iter().all(|h| (0.0..=3.0).contains(&h.level)), "hazards must be between 0 and 3");
        require(self.requests_answered.is_none_or(|(answered, asked)| answered <= asked), "it answered more requests than it was asked");
        require(self.priorities.iter().all(|p| p.rank != Some(0)), "ranks of priorities begin at 1");
        faults
    }
}

/// A stable text of a fact, only for putting a list in order. Facts are plain structs of texts and finite numbers, which always serialise.
fn text_of<T: Serialize>(fact: &T) -> String {
    serde_json::to_string(fact).unwrap_or_default()
}
