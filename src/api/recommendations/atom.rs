//! A feed (RFC 4287), in pages (RFC 5005).

use atom_syndication::{Category, Entry, Feed, Link, Person, Text};

use super::shown::{Leaf, PUBLISHER, Pairing};

pub(super) fn write(leaf: &Leaf<'_>) -> Vec<u8> {
    let atom = |rel: &str, href: &str| link(rel, href, "application/atom+xml");
    let mut links = vec![atom("self", &leaf.here), atom("first", &leaf.first), link("alternate", leaf.base, "text/html")];
    links.extend(leaf.next.iter().map(|next| atom("next", next)));
    let feed = Feed {
        title: Text::plain(PUBLISHER),
        id: leaf.first.clone(),
        updated: leaf.updated().fixed_offset(),
        authors: vec![Person { name: PUBLISHER.to_owned(), uri: Some(leaf.base.to_owned()), ..Person::default() }],
        rights: Some(Text::plain(leaf.terms())),
        links,
        entries: leaf.pairings.iter().map(|pairing| entry(pairing, leaf)).collect(),
        lang: Some(leaf.language.to_string()),
        ..Feed::default()
    };
    feed.to_string().into_bytes()
}

fn entry(pairing: &Pairing<'_>, leaf: &Leaf<'_>) -> Entry {
    let at = pairing.published_at.fixed_offset();
    let category =
        |(term, label): &(String, String)| Category { term: term.clone(), label: Some(label.clone()), scheme: Some(leaf.base.to_owned()) };
    Entry {
        title: Text::plain(pairing.title()),
        id: pairing.urn(),
        updated: at,
        published: Some(at),
        summary: Some(Text::plain(pairing.summary)),
        categories: pairing.theme.iter().map(category).collect(),
        links: vec![link("alternate", &format!("{}{}", leaf.base, pairing.path()), "text/html")],
        ..Entry::default()
    }
}

fn link(rel: &str, href: &str, kind: &str) -> Link {
    Link { rel: rel.to_owned(), href: href.to_owned(), mime_type: Some(kind.to_owned()), ..Link::default() }
}
