//! What a caller asked for in the way of languages, as text. Choosing among the languages that there are is the work of `i18n`.
//!
//! The one choice made here is the title of a problem, because problems arise before anything else is known about a request.

use std::convert::Infallible;
use std::future::{Ready, ready};

use actix_web::dev::{Payload, RequestHead};
use actix_web::http::header::ACCEPT_LANGUAGE;
use actix_web::{FromRequest, HttpRequest};

/// The longest `Accept-Language` that is looked at, in bytes. Longer ones are cut: the languages that matter come first.
const ACCEPT_LANGUAGE_MAX_BYTES: usize = 256;

/// The languages in which problems have titles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TitleLanguage {
    /// English, which is also what everyone else gets.
    #[default]
    English,
    /// Bahasa Indonesia.
    Indonesian,
    /// Vietnamese.
    Vietnamese,
    /// Thai.
    Thai,
    /// Khmer.
    Khmer,
}

impl TitleLanguage {
    /// Each of them.
    pub const ALL: &'static [Self] = &[Self::English, Self::Indonesian, Self::Vietnamese, Self::Thai, Self::Khmer];

    /// Its BCP 47 code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Indonesian => "id",
            Self::Vietnamese => "vi",
            Self::Thai => "th",
            Self::Khmer => "km",
        }
    }

    fn of_range(range: &str) -> Option<Self> {
        let primary = range.split('-').next().unwrap_or_default();
        Self::ALL.iter().copied().find(|language| primary.eq_ignore_ascii_case(language.code()))
    }
}

/// What the caller asked for, unjudged: `?lang=` comes before `Accept-Language`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PreferredLanguage {
    /// The value of `?lang=`.
    pub query: Option<String>,
    /// The field `Accept-Language` as it came (several are joined), at most 256 bytes.
    pub header: Option<String>,
}

impl PreferredLanguage {
    /// Reads it from the head of a request.
    pub fn of(head: &RequestHead) -> Self {
        let query = head.uri.query().unwrap_or_default();
        let query = url::form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "lang").map(|(_, value)| value.into_owned());
        let fields: Vec<_> = head.headers.get_all(ACCEPT_LANGUAGE).filter_map(|value| value.to_str().ok()).collect();
        let header = (!fields.is_empty()).then(|| fields.join(", ").chars().take(ACCEPT_LANGUAGE_MAX_BYTES).collect());
        Self { query, header }
    }

    /// The text to choose by: a language tag, or a priority list in the form of `Accept-Language`.
    pub fn as_text(&self) -> Option<&str> {
        self.query.as_deref().or(self.header.as_deref())
    }

    /// In which language a problem is titled.
    pub fn for_titles(&self) -> TitleLanguage {
        let mut ranked: Vec<_> =
            self.as_text().unwrap_or_default().split(',').map(range_and_quality).filter(|(_, quality)| *quality > 0).collect();
        ranked.sort_by_key(|(_, quality)| std::cmp::Reverse(*quality)); // stable: among equals the first stays first
        ranked.into_iter().find_map(|(range, _)| TitleLanguage::of_range(range)).unwrap_or_default()
    }
}

/// A language range with its weight in thousandths; an unreadable weight counts as none.
fn range_and_quality(item: &str) -> (&str, u16) {
    let mut parts = item.split(';').map(str::trim);
    let range = parts.next().unwrap_or_default();
    let quality = parts.find_map(|part| part.strip_prefix("q=")).map_or(1_000, thousandths);
    (range, quality)
}

/// A weight of RFC 9110 (`0.7`, `1`, `.5`) in thousandths.
pub(super) fn thousandths(weight: &str) -> u16 {
    match weight.trim().parse::<f32>() {
        Ok(number) if (0.0..=1.0).contains(&number) => (number * 1_000.0).round() as u16,
        Ok(_) | Err(_) => 0,
    }
}

impl FromRequest for PreferredLanguage {
    type Error = Infallible;
    type Future = Ready<Result<Self, Infallible>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(Self::of(request.head())))
    }
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    fn asked(uri: &str, accept: Option<&str>) -> PreferredLanguage {
        let mut request = TestRequest::get().uri(uri);
        if let Some(accept) = accept {
            request = request.insert_header((ACCEPT_LANGUAGE, accept));
        }
        PreferredLanguage::of(request.to_http_request().head())
    }

    #[test]
    fn problems_are_titled_in_every_language_of_the_service() {
        let spoken: Vec<&str> = crate::i18n::Language::ALL.iter().map(|language| language.as_str()).collect();
        assert_eq!(TitleLanguage::ALL.iter().map(|language| language.code()).collect::<Vec<_>>(), spoken);
    }

    #[test]
    fn the_query_comes_before_the_header() {
        let asked = asked("/cities?lang=id", Some("en-GB,en;q=0.9"));
        assert_eq!((asked.as_text(), asked.for_titles()), (Some("id"), TitleLanguage::Indonesian));
    }

    #[test]
    fn titles_follow_the_weights_and_fall_back_to_english() {
        for (accept, expected) in [
            ("id-ID,id;q=0.9,en;q=0.8", TitleLanguage::Indonesian),
            ("en;q=0.3, id;q=0.9", TitleLanguage::Indonesian),
            ("th;q=0.4, vi;q=0.5", TitleLanguage::Vietnamese),
            ("lo, km", TitleLanguage::Khmer),
            ("fr, my;q=0.5", TitleLanguage::English),
            ("id;q=0", TitleLanguage::English),
            (";;;,=,q=9", TitleLanguage::English),
        ] {
            assert_eq!(asked("/", Some(accept)).for_titles(), expected, "{accept}");
        }
        assert_eq!(asked("/", None).for_titles(), TitleLanguage::English);
    }
}
