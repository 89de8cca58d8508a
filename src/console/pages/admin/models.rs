//! Matching models: which one is in force, and what was measured of each.

use askama::Template;
use chrono::{DateTime, Utc};

use crate::console::frame::Frame;
use crate::console::word::{AdminWord, SignedInWord};
use crate::console::words::{Language, Part, Word};
use crate::domain::model_state::{ModelOrigin, ModelState};
use crate::domain::pairing::Kind;

/// A model in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModelLine {
    /// Its name.
    pub name: String,
    /// Whether it is in force.
    pub state: ModelState,
    /// Where it comes from.
    pub origin: ModelOrigin,
    /// When it was put in force last.
    pub activated_at: Option<DateTime<Utc>>,
}

/// What the list of models shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModelsPage {
    /// Its surroundings.
    pub frame: Frame,
    /// The models, by name.
    pub models: Vec<ModelLine>,
    /// The address of the next page of the list.
    pub next: Option<String>,
}

#[derive(Template)]
#[template(path = "admin/models.html")]
struct ModelsView<'a> {
    p: &'a ModelsPage,
    f: &'a Frame,
    w: Language,
}

impl ModelsView<'_> {
    fn lead(&self) -> String {
        match self.p.models.iter().find(|model| model.state == ModelState::Active) {
            Some(model) => self.w.fill(AdminWord::ModelsLead, &[("name", Part::Text(&model.name))]),
            None => self.w.say(AdminWord::ModelsLeadNone),
        }
    }
}

/// The list of models as HTML.
///
/// # Errors
/// Only when the template cannot be written out, which no context causes.
pub fn render_models(page: &ModelsPage) -> askama::Result<String> {
    ModelsView { p: page, f: &page.frame, w: page.frame.lang }.render()
}

/// What was measured of the lists of one kind. Shares are between 0 and 1.
#[derive(Debug, Clone, PartialEq)]
pub struct ListFigures {
    /// The kind of pairing.
    pub kind: Kind,
    /// Share of cities that get suggestions.
    pub covered: Option<f64>,
    /// Share of cities that are suggested to somebody.
    pub suggested: Option<f64>,
    /// Gini of how often they are; 0 is even.
    pub gini: Option<f64>,
    /// Median overlap of a city's list with its list under small errors in the data.
    pub stable: Option<f64>,
}

/// A figure with its 95 % interval.
pub type Interval = (f64, f64, f64);

/// How well known partnerships are found again among some cities.
#[derive(Debug, Clone, PartialEq)]
pub struct TieFigures {
    /// Code of which cities.
    pub among: String,
    /// Share of partners in the first ten.
    pub recall: Option<Interval>,
    /// The same of the best simple method.
    pub best_baseline: Option<f64>,
    /// Area under the curve.
    pub auc: Option<Interval>,
}

/// What the page of one model shows.
#[derive(Debug, Clone, PartialEq)]
pub struct ModelPage {
    /// Its surroundings.
    pub frame: Frame,
    /// Which one.
    pub model: ModelLine,
    /// Hash of its content.
    pub hash: String,
    /// Counts every change of its state.
    pub version: i64,
    /// The date of the measurements; none where nothing was measured.
    pub measured: Option<String>,
    /// What was measured of its lists.
    pub lists: Vec<ListFigures>,
    /// How well it finds known partnerships again.
    pub ties: Vec<TieFigures>,
    /// Whether the reader may put it in force.
    pub may_activate: bool,
    /// The reason as it was typed.
    pub reason: String,
    /// What is wrong with it.
    pub faults: Vec<String>,
}

#[derive(Template)]
#[template(path = "admin/model.html")]
struct ModelView<'a> {
    p: &'a ModelPage,
    f: &'a Frame,
    w: Language,
}

impl ModelView<'_> {
    fn share(&self, value: &Option<f64>) -> String {
        value.map_or_else(|| self.w.say(Word::NotKnown), |value| format!("{} %", self.w.measure((value * 1_000.0).round() / 10.0)))
    }

    fn plain(&self, value: &Option<f64>) -> String {
        value.map_or_else(|| self.w.say(Word::NotKnown), |value| self.w.measure(value))
    }

    fn interval(&self, value: &Option<Interval>) -> String {
        let shown = |(middle, low, high)| format!("{} ({}–{})", self.w.measure(middle), self.w.measure(low), self.w.measure(high));
        value.map_or_else(|| self.w.say(Word::NotKnown), shown)
    }

    fn action(&self) -> String {
        self.f.href(&format!("/desk/models/{}", self.p.model.name))
    }

    fn lists_of(&self, kind: &Kind) -> String {
        let name = self.w.name_of(Word::KindName, kind.as_str(), kind.as_str());
        self.w.fill(AdminWord::ModelListsOf, &[("kind", Part::Text(&name))])
    }
}

/// One model as HTML.
///
/// # Errors
/// As [`render_models`].
pub fn render_model(page: &ModelPage) -> askama::Result<String> {
    ModelView { p: page, f: &page.frame, w: page.frame.lang }.render()
}
