//! Content negotiation: which of the offered formats a caller takes (RFC 9110, section 12.5.1). `?format=` comes before `Accept`, for links.

use actix_web::dev::RequestHead;
use actix_web::http::header::{self, HeaderMap};

use super::language::thousandths;
use super::problem::Problem;
use super::problem_code::ProblemCode;

/// The most ranges of an `Accept` that are looked at.
const RANGES_MAX: usize = 32;

/// The index of the offered media type that the caller likes best; among equals the earlier offer. No `Accept` means that all are fine.
/// `None` where none is acceptable.
pub fn choose(headers: &HeaderMap, offers: &[&str]) -> Option<usize> {
    let fields: Vec<&str> = headers.get_all(header::ACCEPT).filter_map(|value| value.to_str().ok()).collect();
    let accept = fields.join(",");
    if accept.trim().is_empty() {
        return (!offers.is_empty()).then_some(0);
    }
    let ranges: Vec<Range<'_>> = accept.split(',').take(RANGES_MAX).map(Range::read).collect();
    let weighed = offers.iter().enumerate().map(|(index, offer)| (weight(&ranges, offer), std::cmp::Reverse(index)));
    weighed.filter(|(weight, _)| *weight > 0).max().map(|(_, index)| index.0)
}

/// Refuses with 406 where the caller takes none of `offers`. A request with `?format=` has chosen by that, and an operation whose answers have no body offers nothing.
pub(super) fn check(head: &RequestHead, offers: &[String]) -> Result<(), Problem> {
    let has_format = head.uri.query().unwrap_or_default().split('&').any(|pair| pair.starts_with("format="));
    let offers: Vec<&str> = offers.iter().map(String::as_str).collect();
    if has_format || offers.is_empty() || choose(&head.headers, &offers).is_some() {
        return Ok(());
    }
    Err(Problem::new(ProblemCode::NotAcceptable, format!("This address answers with {}; accept one of these.", offers.join(", "))))
}

/// One media range with its weight in thousandths.
struct Range<'a> {
    kind: &'a str,
    subtype: &'a str,
    weight: u16,
}

impl<'a> Range<'a> {
    fn read(text: &'a str) -> Self {
        let mut parts = text.split(';').map(str::trim);
        let (kind, subtype) = parts.next().and_then(|range| range.split_once('/')).unwrap_or_default();
        let weight = parts.find_map(|part| part.strip_prefix("q=").or(part.strip_prefix("Q="))).map_or(1_000, thousandths);
        Self { kind, subtype, weight }
    }

    /// How exactly it names the offer: 3 fully, 2 by its kind, 1 by `*/*`, 0 not at all.
    fn precision(&self, kind: &str, subtype: &str) -> u8 {
        match (self.kind, self.subtype) {
            ("*", "*") => 1,
            (own, "*") if own.eq_ignore_ascii_case(kind) => 2,
            (own, part) if own.eq_ignore_ascii_case(kind) && part.eq_ignore_ascii_case(subtype) => 3,
            _ => 0,
        }
    }
}

/// The weight that the most exact range gives to an offer.
fn weight(ranges: &[Range<'_>], offer: &str) -> u16 {
    let essence = offer.split(';').next().unwrap_or_default().trim();
    let Some((kind, subtype)) = essence.split_once('/') else { return 0 };
    let fitting = ranges.iter().map(|range| (range.precision(kind, subtype), range.weight)).filter(|(precision, _)| *precision > 0);
    fitting.max().map_or(0, |(_, weight)| weight)
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::HeaderValue;

    use super::*;

    const OFFERS: [&str; 3] = ["application/json", "text/csv; header=present", "application/geo+json"];

    fn chosen(accept: &str) -> Option<&'static str> {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT, HeaderValue::from_str(accept).expect("a field value"));
        choose(&headers, &OFFERS).map(|index| OFFERS[index])
    }

    #[test]
    fn the_weights_of_the_caller_are_honoured() {
        for (accept, expected) in [
            ("text/csv", Some(OFFERS[1])),
            ("application/json;q=0.1, text/csv;q=0.2", Some(OFFERS[1])),
            ("*/*", Some(OFFERS[0])),
            ("text/*, application/json;q=0.9", Some(OFFERS[1])),
            ("application/json;q=0, */*;q=0.1", Some(OFFERS[1])),
            ("APPLICATION/GEO+JSON", Some(OFFERS[2])),
            ("text/html, application/xml", None),
            ("application/json;q=0", None),
            ("application/json;q=nonsense", None),
            ("rubbish", None),
        ] {
            assert_eq!(chosen(accept), expected, "{accept}");
        }
    }

    #[test]
    fn who_accepts_nothing_in_particular_gets_the_first_offer() {
        assert_eq!(choose(&HeaderMap::new(), &OFFERS), Some(0));
        assert_eq!(chosen(" "), Some(OFFERS[0]));
    }
}
