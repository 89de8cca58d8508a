//! What the address of a frame asks for.

use url::{Url, form_urlencoded};
use uuid::Uuid;

use crate::actions::recommendations::ANYBODY;
use crate::domain::code::{CountryCode, Slug, ThemeCode};
use crate::domain::id::PartnershipId;
use crate::i18n::Language;
use crate::matching::Taxonomy;

/// How many pairings a frame lists where nobody says.
const LIMIT_DEFAULT: i64 = 10;
/// How many it lists at the most; so many stay well below 60 KB.
const LIMIT_MAX: i64 = 20;

crate::text_enum! {
    /// In which colours a frame is drawn.
    Look {
        /// Dark letters on light ground.
        Light = "light",
        /// Light letters on dark ground.
        Dark = "dark",
        /// As the reader's system asks for.
        Auto = "auto",
    }
}

/// What a frame shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What {
    /// The newest pairings.
    List,
    /// One pairing.
    One(PartnershipId),
    /// The pairings of one city.
    City(Slug),
}

/// How it is narrowed and drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Filter {
    pub(super) theme: Option<ThemeCode>,
    pub(super) country: Option<CountryCode>,
    pub(super) lang: Option<Language>,
    pub(super) look: Look,
    pub(super) limit: i64,
}

/// A frame as its address asks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Asked {
    pub(super) portal: String,
    pub(super) what: What,
    pub(super) filter: Filter,
}

/// A value that nothing here can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unreadable;

impl Default for Filter {
    fn default() -> Self {
        Self { theme: None, country: None, lang: None, look: Look::Auto, limit: LIMIT_DEFAULT }
    }
}

impl Filter {
    /// Reads a query. A name that is not known is passed over: sites add names of their own to whatever they link to. An empty value is none.
    pub(super) fn read(query: &str, taxonomy: &Taxonomy) -> Result<Filter, Unreadable> {
        let mut filter = Filter::default();
        for (name, value) in form_urlencoded::parse(query.as_bytes()).filter(|(_, value)| !value.is_empty()) {
            match &*name {
                "theme" => filter.theme = Some(value.parse().ok().filter(|code| taxonomy.theme(code).is_some()).ok_or(Unreadable)?),
                "country" => filter.country = Some(value.parse().map_err(|_bad| Unreadable)?),
                // A language that is not spoken here is a wish that cannot be granted, and no fault.
                "lang" => filter.lang = value.parse().ok(),
                "look" => filter.look = Look::ALL.iter().copied().find(|look| look.as_str() == value).ok_or(Unreadable)?,
                "limit" => filter.limit = value.parse::<i64>().ok().filter(|limit| (1..=LIMIT_MAX).contains(limit)).ok_or(Unreadable)?,
                _ => {}
            }
        }
        Ok(filter)
    }

    /// The query in one spelling: only what is not as usual, in one order.
    fn query(&self) -> String {
        let usual = Filter::default();
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(self.theme.iter().map(|theme| ("theme", theme.as_str())));
        query.extend_pairs(self.country.iter().map(|country| ("country", country.as_str())));
        query.extend_pairs(self.lang.iter().map(|lang| ("lang", lang.as_str())));
        query.extend_pairs((self.look != usual.look).then_some(("look", self.look.as_str())));
        query.extend_pairs((self.limit != usual.limit).then(|| ("limit", self.limit.to_string())));
        query.finish()
    }
}

impl Asked {
    /// The frame's address below that of the service.
    pub(super) fn path(&self) -> String {
        let portal = &self.portal;
        let path = match &self.what {
            What::List => format!("/embed/v1/{portal}/recommendations"),
            What::One(id) => format!("/embed/v1/{portal}/recommendations/{id}"),
            What::City(slug) => format!("/embed/v1/{portal}/cities/{slug}"),
        };
        let query = self.filter.query();
        if query.is_empty() { path } else { format!("{path}?{query}") }
    }

    /// Reads the whole address of a frame, or of the public page of a city or of partnerships, of the service under `base`. `None` for any other address.
    pub(super) fn of_address(address: &str, base: &str, taxonomy: &Taxonomy) -> Option<Asked> {
        let (address, base) = (Url::parse(address).ok()?, Url::parse(base).ok()?);
        let is_ours = matches!(address.scheme(), "http" | "https") && address.origin() == base.origin();
        if !is_ours || !address.username().is_empty() || address.password().is_some() {
            return None;
        }
        let parts: Vec<&str> = address.path_segments()?.collect();
        let (portal, what) = match parts.as_slice() {
            ["cities", slug] => (ANYBODY, What::City(slug.parse().ok()?)),
            ["partnerships"] => (ANYBODY, What::List),
            ["partnerships", id] => (ANYBODY, What::One(PartnershipId(Uuid::try_parse(id).ok()?))),
            ["embed", "v1", portal, "recommendations"] => (*portal, What::List),
            ["embed", "v1", portal, "recommendations", id] => (*portal, What::One(PartnershipId(Uuid::try_parse(id).ok()?))),
            ["embed", "v1", portal, "cities", slug] => (*portal, What::City(slug.parse().ok()?)),
            _ => return None,
        };
        let portal: Slug = portal.parse().ok()?;
        let filter = Filter::read(address.query().unwrap_or_default(), taxonomy).ok()?;
        Some(Asked { portal: portal.to_string(), what, filter })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::samples::model;

    const BASE: &str = "https://kembar.example";

    fn read(address: &str) -> Option<String> {
        Asked::of_address(address, BASE, model().taxonomy()).map(|asked| asked.path())
    }

    #[test]
    fn an_address_of_ours_is_read_into_its_one_spelling() {
        for (address, expected) in [
            ("https://kembar.example/cities/surabaya", "/embed/v1/public/cities/surabaya"),
            ("https://kembar.example:443/cities/surabaya?lang=id&utm_source=x#a", "/embed/v1/public/cities/surabaya?lang=id"),
            (
                "https://kembar.example/embed/v1/acn/recommendations?limit=10&look=dark&theme=solid-waste&country=",
                "/embed/v1/acn/recommendations?theme=solid-waste&look=dark",
            ),
        ] {
            assert_eq!(read(address).as_deref(), Some(expected), "{address}");
        }
    }

    #[test]
    fn no_other_address_is_taken_for_ours() {
        for address in [
            "https://kembar.example.evil.example/cities/surabaya",
            "https://kembar.example@evil.example/cities/surabaya",
            "https://user@kembar.example/cities/surabaya",
            "http://kembar.example/cities/surabaya",
            "https://kembar.example:8443/cities/surabaya",
            "//kembar.example/cities/surabaya",
            "javascript:alert(1)//kembar.example/cities/surabaya",
            "https://kembar.example/cities/surabaya/x",
            "https://kembar.example/cities/\"><script>",
            "https://kembar.example/desk",
            "https://kembar.example/embed/v1/acn/recommendations/12",
            "https://kembar.example/embed/v1/acn/recommendations?limit=1000",
            "",
        ] {
            assert_eq!(read(address), None, "{address}");
        }
    }
}
