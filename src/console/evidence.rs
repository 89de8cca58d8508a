//! Where a statement comes from, read from the source texts of the data.
//!
//! Knows no page. Only `http` and `https` addresses become links: whatever else a source text holds stays text.

use url::Url;

/// One source of a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// What to show: the site's name for an address, else the text of the source.
    pub text: String,
    /// Where it can be read.
    pub url: Option<String>,
}

/// Where a statement comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Evidence {
    /// Its sources; none when nothing is given.
    pub citations: Vec<Citation>,
    /// Written from memory: shown as unverified.
    pub from_memory: bool,
}

impl Evidence {
    /// Reads a source text as the data files have it: sources parted by ` ; `, each an address, a text, or a text with an address in it.
    /// `own knowledge` is no source, and one that is named twice is shown once.
    pub fn read(source: Option<&str>, from_memory: bool) -> Evidence {
        let parts = source.unwrap_or_default().split(" ; ").map(str::trim);
        let named = parts.filter(|part| !part.is_empty() && !part.ends_with("own knowledge"));
        let mut citations: Vec<Citation> = Vec::new();
        for citation in named.map(Citation::read) {
            if !citations.contains(&citation) {
                citations.push(citation);
            }
        }
        Evidence { citations, from_memory }
    }
}

/// A caveat in words, and where it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The words.
    pub text: String,
    /// The page that says so.
    pub citation: Option<Citation>,
}

impl Note {
    /// Reads a caveat as the data files have it: words, a colon, and the address of the page that says so.
    pub fn read(text: &str) -> Note {
        let address = text.find("http").and_then(|at| web_address(&text[at..]).map(|url| (at, url)));
        let (words, citation) = match address {
            Some((at, url)) => (&text[..at], Some(Citation { text: site_name(&url), url: Some(url.into()) })),
            None => (text, None),
        };
        Note { text: words.trim_end().trim_end_matches(':').to_owned(), citation }
    }
}

impl Citation {
    /// Reads one source.
    fn read(text: &str) -> Citation {
        let linked = text.find("http").and_then(|at| web_address(&text[at..]).map(|url| (text[..at].trim_end(), url)));
        match linked {
            Some((before, url)) => {
                let site = site_name(&url);
                let shown = if before.is_empty() { site } else { format!("{before} {site}") };
                Citation { text: shown, url: Some(url.into()) }
            }
            None => Citation { text: text.to_owned(), url: None },
        }
    }
}

/// An address that a browser may be sent to: a page on the web and nothing that runs.
pub fn web_address(text: &str) -> Option<Url> {
    let address = text.split_whitespace().next()?;
    Url::parse(address).ok().filter(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
}

/// The host without `www.`, as a reader would name the site.
fn site_name(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    host.strip_prefix("www.").unwrap_or(host).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_shown_by_the_name_of_its_site() {
        let evidence = Evidence::read(Some("https://www.panaynews.net/a-page"), false);
        assert_eq!(evidence.citations, [Citation { text: "panaynews.net".into(), url: Some("https://www.panaynews.net/a-page".into()) }]);
    }

    #[test]
    fn several_sources_and_words_around_them_are_kept_apart() {
        let evidence = Evidence::read(
            Some("flood: https://hok.com/plan ; AMF Phnom Penh Declaration 2022 ; all scores judged from own knowledge"),
            true,
        );
        let shown: Vec<_> = evidence.citations.iter().map(|citation| (citation.text.as_str(), citation.url.is_some())).collect();
        assert_eq!(shown, [("flood: hok.com", true), ("AMF Phnom Penh Declaration 2022", false)]);
        assert!(evidence.from_memory);
    }

    #[test]
    fn a_source_that_is_named_twice_is_shown_once() {
        let evidence = Evidence::read(Some("https://a.org/x ; https://a.org/y ; https://a.org/x"), false);
        let urls: Vec<_> = evidence.citations.iter().filter_map(|citation| citation.url.as_deref()).collect();
        assert_eq!(urls, ["https://a.org/x", "https://a.org/y"]);
    }

    #[test]
    fn a_caveat_is_words_and_the_page_that_says_so() {
        let note = Note::read("Merged with Quang Nam on 1 July 2025: https://vietnamnews.vn/a.html");
        assert_eq!(note.text, "Merged with Quang Nam on 1 July 2025");
        assert_eq!(note.citation.map(|citation| citation.text).as_deref(), Some("vietnamnews.vn"));
        assert_eq!(
            Note::read("Population is of the old boundary."),
            Note { text: "Population is of the old boundary.".into(), citation: None }
        );
    }

    #[test]
    fn own_knowledge_is_no_source() {
        assert_eq!(Evidence::read(Some("own knowledge"), true), Evidence { citations: vec![], from_memory: true });
        assert_eq!(Evidence::read(None, false), Evidence::default());
    }

    #[test]
    fn nothing_that_runs_becomes_a_link() {
        for text in ["javascript:alert(1)", "data:text/html,x", "httpx://a.b", "http:", "see http://"] {
            let evidence = Evidence::read(Some(text), false);
            assert_eq!(evidence.citations, [Citation { text: text.into(), url: None }], "{text}");
        }
    }
}
