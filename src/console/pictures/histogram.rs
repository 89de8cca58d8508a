//! How often values fall where: the scores of a round.

use askama::Template;

use super::{Amount, Heading, Tabled, span_shown};

/// One step of the scale and how many fall into it.
#[derive(Debug, Clone, PartialEq)]
pub struct Bin {
    /// Where it begins.
    pub from: Amount,
    /// Where it ends; the next one begins there.
    pub to: Amount,
    /// How many fall into it.
    pub count: Amount,
}

/// The words of a histogram.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistogramWords {
    /// Heads the column of steps, and stands under the scale: *score, of 100*.
    pub scale: String,
    /// Heads the column of counts: *pairings*.
    pub count: String,
}

/// A histogram, ready to be printed.
#[derive(Debug, Clone, PartialEq, Template)]
#[template(path = "pictures/histogram.html")]
pub struct HistogramPicture {
    heading: Heading,
    words: HistogramWords,
    bins: Vec<Bin>,
}

/// Units across, from the top to the tallest bar, and to the foot of all.
const WIDTH: f64 = 400.0;
const TOP: f64 = 20.0;
const FOOT: f64 = 180.0;
/// What is kept free between two bars.
const APART: f64 = 2.0;
/// Numbers under the scale stand at least so far apart.
const BETWEEN_NUMBERS: f64 = 36.0;

/// A bar with its place.
struct Column<'a> {
    bin: &'a Bin,
    left: f64,
    width: f64,
    top: f64,
}

impl Column<'_> {
    fn middle(&self) -> f64 {
        self.left + self.width / 2.0
    }

    fn height(&self) -> f64 {
        FOOT - self.top
    }
}

impl HistogramPicture {
    /// A histogram of steps in the order of the scale. A step as wide as two others is drawn as wide as these, and as high as its count.
    pub fn new(heading: Heading, words: HistogramWords, bins: Vec<Bin>) -> HistogramPicture {
        HistogramPicture { heading, words, bins }
    }

    fn span(&self) -> (f64, f64) {
        let least = self.bins.iter().map(|bin| bin.from.value).fold(f64::INFINITY, f64::min);
        let most = self.bins.iter().map(|bin| bin.to.value).fold(f64::NEG_INFINITY, f64::max);
        if most > least { (least, most) } else { (0.0, 1.0) }
    }

    fn across(&self, value: f64) -> f64 {
        let (least, most) = self.span();
        (value - least) / (most - least) * WIDTH
    }

    fn columns_drawn(&self) -> Vec<Column<'_>> {
        let most = self.bins.iter().map(|bin| bin.count.value).fold(1.0, f64::max);
        self.bins.iter().map(|bin| self.column(bin, most)).collect()
    }

    fn column<'a>(&self, bin: &'a Bin, most: f64) -> Column<'a> {
        let (left, right) = (self.across(bin.from.value), self.across(bin.to.value));
        let top = FOOT - bin.count.value.max(0.0) / most * (FOOT - TOP);
        Column { bin, left: left + APART / 2.0, width: (right - left - APART).max(0.0), top }
    }

    /// The numbers under the scale: as many as there is room for, the first and the last among them.
    fn edges(&self) -> Vec<(f64, &str)> {
        let all = self.bins.iter().map(|bin| &bin.from).chain(self.bins.last().map(|bin| &bin.to));
        let all: Vec<(f64, &str)> = all.map(|edge| (self.across(edge.value), edge.shown.as_str())).collect();
        let Some(&last) = all.last() else { return Vec::new() };
        let mut shown: Vec<(f64, &str)> = Vec::new();
        for &edge in &all {
            let is_clear = shown.last().is_none_or(|before| edge.0 - before.0 >= BETWEEN_NUMBERS);
            if is_clear && (edge == last || last.0 - edge.0 >= BETWEEN_NUMBERS) {
                shown.push(edge);
            }
        }
        shown
    }

    /// Counts over the bars are left out where a bar is narrower than its number; the table has them.
    fn has_counts(&self) -> bool {
        self.columns_drawn().iter().all(|column| column.width >= super::text::width(&column.bin.count.shown, 13.0))
    }
}

impl Tabled for HistogramPicture {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn columns(&self) -> Vec<String> {
        vec![self.words.scale.clone(), self.words.count.clone()]
    }

    fn rows(&self) -> Vec<Vec<String>> {
        self.bins.iter().map(|bin| vec![span_shown(&bin.from, &bin.to), bin.count.shown.clone()]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::console::pictures::tests::{amount, heading, texts};

    fn histogram(counts: &[f64]) -> HistogramPicture {
        let bin = |(at, count): (usize, &f64)| {
            let from = at as f64 * 10.0;
            Bin { from: amount(from), to: amount(from + 10.0), count: amount(*count) }
        };
        let words = HistogramWords { scale: "Score".into(), count: "Pairings".into() };
        HistogramPicture::new(heading("h", "Scores"), words, counts.iter().enumerate().map(bin).collect())
    }

    #[test]
    fn bars_are_as_high_as_their_counts_and_say_them() {
        let picture = histogram(&[0.0, 3.0, 12.0, 6.0]);
        let heights: Vec<f64> = picture.columns_drawn().iter().map(|column| column.height() / (FOOT - TOP) * 12.0).collect();
        assert!(heights.iter().zip([0.0, 3.0, 12.0, 6.0]).all(|(drawn, count)| (drawn - count).abs() < 1e-9), "{heights:?}");
        assert_eq!(picture.rows()[2], ["20–30", "12"]);
        assert_eq!(texts(&picture.to_string()), ["0", "3", "12", "6", "0", "10", "20", "30", "40", "Score"]);
    }

    #[test]
    fn a_step_that_is_wider_is_drawn_wider() {
        let mut picture = histogram(&[1.0, 1.0]);
        picture.bins[1].to = amount(30.0);
        let columns = picture.columns_drawn();
        assert!(((columns[1].width + APART) / (columns[0].width + APART) - 2.0).abs() < 1e-9);
    }

    #[test]
    fn numbers_under_a_fine_scale_keep_apart_and_keep_its_ends() {
        let picture = histogram(&[1.0; 40]);
        let edges = picture.edges();
        assert!(edges.windows(2).all(|pair| pair[1].0 - pair[0].0 >= BETWEEN_NUMBERS));
        assert_eq!((edges[0].1, edges[edges.len() - 1].1), ("0", "400"));
        assert!(!histogram(&[]).to_string().contains("NaN"));
    }
}
