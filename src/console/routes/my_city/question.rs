//! What is asked about partners: a kind, and one theme or all.

use actix_web::HttpResponse;
use url::form_urlencoded;

use crate::actions::matching::suggest;
use crate::console::marks::Theme;
use crate::console::pages::{Trouble, my_city};
use crate::console::routes::visit::Visit;
use crate::console::word::MyCityWord;
use crate::console::words::Language;
use crate::domain::code::ThemeCode;
use crate::domain::pairing::Kind;
use crate::matching::{Model, Taxonomy};

/// A question about partners.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Question {
    /// The kind of pairing.
    pub(super) kind: Kind,
    /// One theme; all where absent.
    pub(super) theme: Option<ThemeCode>,
}

impl Question {
    /// From texts; none where there is no such theme or kind. Without a kind it is learning that is asked about.
    pub(super) fn read(model: &Model, kind: Option<&str>, theme: Option<&str>) -> Option<Question> {
        let kind = kind.map_or(Ok(Kind::PeerLearning), str::parse).ok().filter(|kind| model.kind(*kind).is_some())?;
        let theme = theme.map(str::parse::<ThemeCode>).transpose().ok()?;
        let is_known = theme.as_ref().is_none_or(|theme| model.taxonomy().has(theme));
        is_known.then_some(Question { kind, theme })
    }

    /// What the address asks.
    ///
    /// # Errors
    /// The page that says that there is no such theme or kind.
    pub(super) fn of(visit: &Visit) -> Result<Question, HttpResponse> {
        let (kind, theme) = (visit.asked("kind"), visit.asked("theme"));
        Question::read(visit.app.model(), kind.as_deref(), theme.as_deref()).ok_or_else(|| {
            let faults = vec![visit.frame.lang.say(MyCityWord::BadQuestion)];
            visit.trouble(Trouble::BadRequest(faults), Some(visit.frame.href("/my-city/suggestions")))
        })
    }

    /// As the engine is asked, for a list of that many.
    pub(super) fn to_engine(&self, limit: usize) -> suggest::Question {
        suggest::Question { kind: self.kind, theme: self.theme.clone(), limit }
    }

    /// As a page repeats it.
    pub(super) fn shown(&self, taxonomy: &Taxonomy, lang: Language) -> my_city::Question {
        my_city::Question { kind: self.kind, theme: self.theme.as_ref().and_then(|code| Theme::named(taxonomy, code, lang)) }
    }

    /// A path with the question in its query.
    pub(super) fn at(&self, path: &str) -> String {
        let theme = self.theme.as_ref().map(|theme| ("theme", theme.as_str()));
        let pairs = std::iter::once(("kind", self.kind.as_str())).chain(theme);
        format!("{path}?{}", form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish())
    }
}
