//! What surrounds each page: the language it is read in, its own address, who reads it, and whether the service is a demonstration.
//!
//! Knows nothing of what the page shows.

use url::form_urlencoded;

use super::reader::{Done, Reader};
use super::word::languages_at;
use super::words::Language;

/// The surroundings of one page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// The language of the page.
    pub lang: Language,
    /// The languages that the page is there in.
    pub spoken: Vec<Language>,
    /// The language that the reader would like, which is that of the page wherever the page is there in it.
    pub wanted: Language,
    /// Whether the address asked for a language; if so, every link of the page keeps the one that is wanted.
    pub lang_asked: bool,
    /// The path of this page, such as `/cities`.
    pub path: String,
    /// The query of this page without `lang` and `done`, decoded, in its order.
    pub query: Vec<(String, String)>,
    /// What the reader has just done, to be said above the page.
    pub done: Option<Done>,
    /// Who reads it; none on a public page, which is the same for everybody.
    pub reader: Option<Reader>,
    /// Whether to say above each page that this is a demonstration.
    pub demo: bool,
    /// Where other sites learn how to show this page; none where they cannot.
    pub discovery: Option<Discovery>,
}

/// The links by which oEmbed is found (oembed.com, section 4).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Discovery {
    /// What the page is called there.
    pub title: String,
    /// The whole address of its answer in JSON.
    pub json: String,
    /// The same in XML, as HTML: one consumer reads `&amp;` and no other spelling of the sign.
    pub xml: String,
}

impl Discovery {
    /// For the page at `path` of the service under the address `base`.
    pub fn of(base: &str, path: &str, title: String) -> Discovery {
        let url: String = form_urlencoded::byte_serialize(format!("{base}{path}").as_bytes()).collect();
        Discovery { title, json: format!("{base}/oembed?url={url}"), xml: format!("{base}/oembed?format=xml&amp;url={url}") }
    }
}

/// This page in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LanguageLink {
    /// The language.
    pub lang: Language,
    /// The address of the page in it.
    pub href: String,
    /// Whether the page is in it now.
    pub is_current: bool,
}

impl Frame {
    /// The surroundings for a request: its path, its raw query (`""` for none) and its `Accept-Language`. However many slashes the path
    /// begins with, one is kept: `//elsewhere.org` in a link would lead to another host.
    pub fn new(path: &str, query: &str, accept_language: Option<&str>) -> Frame {
        let pairs: Vec<(String, String)> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        let asked = pairs.iter().find(|(name, _)| name == "lang").and_then(|(_, value)| value.parse().ok());
        let spoken = languages_at(path);
        Frame {
            lang: Language::choose(asked, accept_language, &spoken),
            spoken,
            wanted: Language::choose(asked, accept_language, Language::ALL),
            lang_asked: asked.is_some(),
            path: format!("/{}", path.trim_start_matches(['/', '\\'])),
            done: pairs.iter().find(|(name, _)| name == "done").and_then(|(_, value)| value.parse().ok()),
            query: pairs.into_iter().filter(|(name, _)| name != "lang" && name != "done").collect(),
            reader: None,
            demo: false,
            discovery: None,
        }
    }

    /// The same for a reader who has signed in; in the language of their account, unless the address asks for another.
    pub fn for_reader(self, reader: Reader) -> Frame {
        let own = reader.language.filter(|_| !self.lang_asked);
        let lang = own.filter(|language| self.spoken.contains(language)).unwrap_or(self.lang);
        Frame { lang, wanted: own.unwrap_or(self.wanted), reader: Some(reader), ..self }
    }

    /// The same with the notice of a demonstration switched on or off.
    pub fn with_demo_notice(self, demo: bool) -> Frame {
        Frame { demo, ..self }
    }

    /// The same for a page that other sites can show.
    pub fn with_discovery(self, discovery: Discovery) -> Frame {
        Frame { discovery: Some(discovery), ..self }
    }

    /// The address of another page, in this page's language where the reader asked for it.
    pub fn href(&self, path: &str) -> String {
        self.href_with(path, &[])
    }

    /// The address of another page with query parameters, which are encoded here.
    pub fn href_with(&self, path: &str, query: &[(&str, &str)]) -> String {
        let lang = self.lang_asked.then_some(("lang", self.wanted.as_str()));
        address(path, query.iter().copied().chain(lang))
    }

    /// This same page in another language.
    pub fn in_language(&self, lang: Language) -> String {
        let kept = self.query.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        address(&self.path, kept.chain([("lang", lang.as_str())]))
    }

    /// Every language that the page is there in, for the switch.
    pub fn languages(&self) -> Vec<LanguageLink> {
        let link = |lang: &Language| LanguageLink { lang: *lang, href: self.in_language(*lang), is_current: *lang == self.lang };
        self.spoken.iter().map(link).collect()
    }
}

/// A path and its encoded query, added to the one that the path may bring. A fragment in the path stays at the end, where it belongs.
fn address<'a>(path: &str, query: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let (path, fragment) = path.split_once('#').map_or((path, None), |(path, fragment)| (path, Some(fragment)));
    let encoded = form_urlencoded::Serializer::new(String::new()).extend_pairs(query).finish();
    let mark = match (encoded.is_empty(), path.contains('?')) {
        (true, _) => "",
        (false, true) => "&",
        (false, false) => "?",
    };
    let fragment = fragment.map(|name| format!("#{name}")).unwrap_or_default();
    format!("{path}{mark}{encoded}{fragment}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn switching_the_language_keeps_the_page() {
        let frame = Frame::new("/cities", "q=da+nang&lang=id&country=VN", None);
        assert_eq!(frame.in_language(Language::En), "/cities?q=da+nang&country=VN&lang=en");
    }

    #[test]
    fn links_keep_a_language_that_was_asked_for_and_only_then() {
        assert_eq!(Frame::new("/", "lang=id", None).href("/cities"), "/cities?lang=id");
        assert_eq!(Frame::new("/", "", Some("id")).href("/cities"), "/cities");
        assert_eq!(Frame::new("/", "lang=id", None).href("/about-data#unverified"), "/about-data?lang=id#unverified");
        assert_eq!(Frame::new("/", "lang=id", None).href("/cities?q=a#b"), "/cities?q=a&lang=id#b");
    }

    #[test]
    fn what_a_reader_typed_is_encoded_in_links() {
        let frame = Frame::new("/cities", "q=%22%3E%3Cscript%3E", None);
        assert_eq!(frame.in_language(Language::Id), "/cities?q=%22%3E%3Cscript%3E&lang=id");
        assert_eq!(frame.href_with("/cities", &[("q", "a&b=c")]), "/cities?q=a%26b%3Dc");
    }

    #[test]
    fn no_address_that_was_asked_for_turns_into_a_link_to_another_host() {
        for path in ["//elsewhere.org/x", "/\\elsewhere.org/x", "///elsewhere.org/x"] {
            assert_eq!(Frame::new(path, "", None).in_language(Language::Id), "/elsewhere.org/x?lang=id");
        }
    }

    #[test]
    fn a_language_that_is_not_written_here_is_passed_over() {
        let frame = Frame::new("/", "lang=xx", Some("id"));
        assert_eq!((frame.lang, frame.lang_asked), (Language::Id, false));
    }

    #[test]
    fn a_page_that_lacks_a_language_says_which_one_it_is_in_and_links_keep_the_wish() {
        let everywhere = Frame::new("/", "lang=th", Some("id"));
        assert_eq!(everywhere.lang, Language::Th);
        let spoken = vec![Language::En, Language::Id];
        let lang = Language::choose(Some(everywhere.wanted), Some("id"), &spoken);
        let here = Frame { spoken, lang, ..everywhere };
        let offered: Vec<_> = here.languages().into_iter().map(|link| (link.lang, link.is_current)).collect();
        assert_eq!(offered, [(Language::En, false), (Language::Id, true)]);
        assert_eq!(here.href("/cities"), "/cities?lang=th");
    }
}
