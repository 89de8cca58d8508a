//! The numbers of an analysis as tables, bars and sentences.

use super::View;
use crate::console::pages::rounds::book::{group_value, grouping};
use crate::console::pages::rounds::told::Teller;
use crate::console::word::RoundWord;
use crate::console::words::{Language, Part};
use crate::matching::rounds::analysis::{Analysis, GroupRow, GroupingExposure};

/// One way of choosing pairings.
pub(super) struct Way {
    pub(super) name: String,
    pub(super) covered: String,
    pub(super) pairings: String,
    pub(super) score: String,
}

/// A bar of a picture, with its row of the table.
pub(super) struct Bar {
    pub(super) label: String,
    pub(super) shown: String,
    /// Length, 0 to 100.
    pub(super) length: usize,
}

/// How partners are spread over the groups of one grouping.
pub(super) struct FairTable {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) rows: Vec<FairRow>,
}

/// One group.
pub(super) struct FairRow {
    pub(super) group: String,
    pub(super) covered: String,
    /// Share of its cities that have a partner, 0 to 100.
    pub(super) length: usize,
    pub(super) pairings: String,
    pub(super) score: String,
}

pub(super) fn ways(view: &View<'_>) -> Vec<Way> {
    let (set, lang, told) = (view.set(), view.w, view.told());
    let way = |word: RoundWord, (covered, pairs, score): (usize, usize, f64)| Way {
        name: lang.say(word),
        covered: lang.quantity(covered),
        pairings: lang.quantity(pairs),
        score: told.score(score),
    };
    let greedy = &set.greedy.figures;
    let own = way(RoundWord::AgainstThis, (set.coverage.covered, view.p.pairings.len(), set.scores.total));
    let greedy = way(RoundWord::AgainstGreedy, (greedy.covered, greedy.pairs, greedy.score));
    let free = set.unconstrained.as_ref().map(|free| way(RoundWord::AgainstFree, (free.covered, free.pairs, free.score)));
    [own, greedy].into_iter().chain(free).collect()
}

pub(super) fn against(view: &View<'_>) -> String {
    let (greedy, lang, told) = (&view.set().greedy, view.w, view.told());
    let cities = lang.count(RoundWord::CountCities, usize::try_from(greedy.covered_gain.unsigned_abs()).unwrap_or(usize::MAX));
    let (signed, points) = (told.signed(greedy.score_gain), told.points(greedy.score_gain));
    let says = match greedy.covered_gain {
        1.. => lang.fill(RoundWord::AgainstMore, &[("cities", Part::Text(&cities)), ("points", Part::Text(&signed))]),
        0 if greedy.score_gain >= 0.05 => lang.fill(RoundWord::AgainstPoints, &[("points", Part::Text(&points))]),
        0 => lang.say(RoundWord::AgainstSame),
        _ => lang.fill(RoundWord::AgainstFewer, &[("cities", Part::Text(&cities))]),
    };
    if greedy.keeps_all { says } else { format!("{says} {}", lang.say(RoundWord::AgainstBreaks)) }
}

/// How even a Gini coefficient is to a layperson. Where nobody has more than one partner, it only says how many have none.
fn evenness_code(gini: f64, most: usize) -> &'static str {
    match gini {
        gini if gini < 0.05 => "very",
        gini if gini < 0.15 => "quite",
        _ if most <= 1 => "one",
        gini if gini < 0.35 => "somewhat",
        _ => "not",
    }
}

/// A number with two decimals, as the language writes it.
fn hundredths(number: f64, lang: Language) -> String {
    lang.measure((number * 100.0).round() / 100.0)
}

pub(super) fn evenness(set: &Analysis, lang: Language) -> String {
    let exposure = &set.exposure;
    let (gini, mean, most) = (hundredths(exposure.gini, lang), hundredths(exposure.mean, lang), lang.quantity(exposure.maximum));
    let code = evenness_code(exposure.gini, exposure.maximum);
    let even = lang.fill(RoundWord::FairEven, &[("code", Part::Text(code)), ("number", Part::Text(&gini))]);
    format!("{even} {}", lang.fill(RoundWord::FairMost, &[("mean", Part::Text(&mean)), ("most", Part::Text(&most))]))
}

pub(super) fn fairness(set: &Analysis, lang: Language) -> Vec<FairTable> {
    let one = |exposure: &GroupingExposure| {
        let of = exposure.grouping.as_str();
        FairTable {
            id: format!("by-{of}"),
            title: lang.fill(RoundWord::FairBy, &[("what", Part::Text(&grouping(of, lang)))]),
            rows: exposure.rows.iter().map(|row| fair_row(of, row, lang)).collect(),
        }
    };
    // A grouping of one value says nothing.
    set.exposure.groupings.iter().filter(|exposure| exposure.rows.len() > 1).map(one).collect()
}

fn fair_row(of: &str, row: &GroupRow, lang: Language) -> FairRow {
    let (covered, cities) = (lang.quantity(row.covered), lang.quantity(row.cities));
    let parts = [("covered", Part::Text(covered.as_str())), ("cities", Part::Text(&cities))];
    FairRow {
        group: row.value.as_deref().map_or_else(|| lang.say(RoundWord::NotKnown), |value| group_value(of, value, lang)),
        covered: lang.fill(RoundWord::FairCoveredSays, &parts),
        length: 100 * row.covered / row.cities.max(1),
        pairings: lang.quantity(row.pairs),
        score: row.mean_score.map_or_else(|| "–".to_owned(), |score| lang.measure((score * 10.0).round() / 10.0)),
    }
}

pub(super) fn scores(set: &Analysis, told: &Teller<'_>) -> Option<String> {
    let scores = &set.scores;
    let ([low, median, high], least, most) = (scores.quartiles?, scores.minimum?, scores.maximum?);
    let [low, median, high, least, most] = [low, median, high, least, most].map(|score| told.score(score));
    let parts = [
        ("least", Part::Text(least.as_str())),
        ("most", Part::Text(&most)),
        ("median", Part::Text(&median)),
        ("low", Part::Text(&low)),
        ("high", Part::Text(&high)),
    ];
    Some(told.lang.fill(RoundWord::ScoresSays, &parts))
}

pub(super) fn histogram(set: &Analysis, lang: Language) -> Vec<Bar> {
    let histogram = &set.scores.histogram;
    let tallest = histogram.counts.iter().copied().max().unwrap_or(0).max(1);
    let bar = |(count, edges): (&usize, &[f64])| {
        let [from, to] = [edges.first(), edges.last()].map(|edge| lang.measure(edge.copied().unwrap_or_default()));
        Bar {
            label: lang.fill(RoundWord::ScoresFromTo, &[("from", Part::Text(&from)), ("to", Part::Text(&to))]),
            shown: lang.quantity(*count),
            length: 100 * count / tallest,
        }
    };
    histogram.counts.iter().zip(histogram.edges.windows(2)).map(bar).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gini_coefficient_is_told_in_words_of_which_each_stands_for_more_unevenness_than_the_last() {
        let codes: Vec<&str> = [0.0, 0.049, 0.1, 0.2, 0.6].into_iter().map(|gini| evenness_code(gini, 3)).collect();
        assert_eq!(codes, ["very", "very", "quite", "somewhat", "not"]);
        assert_eq!((evenness_code(0.02, 1), evenness_code(0.44, 1)), ("very", "one"), "with one partner each some have none");
        assert_eq!((hundredths(0.1449, Language::En), hundredths(0.1449, Language::Id)), ("0.14".to_owned(), "0,14".to_owned()));
    }
}
