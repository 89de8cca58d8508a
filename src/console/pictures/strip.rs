//! One number, or a few, on a line with thresholds: where a score stands among *weak*, *fair* and *good*.

use askama::Template;

use super::text::width;
use super::{Amount, Heading, Tabled, units};

/// A named value on the line.
#[derive(Debug, Clone, PartialEq)]
pub struct StripMark {
    /// What it is.
    pub label: String,
    /// Where it is.
    pub at: Amount,
}

/// The words of a strip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StripWords {
    /// Heads the column of names.
    pub label: String,
    /// Heads the column of values.
    pub value: String,
}

/// A line with thresholds, ready to be printed.
#[derive(Debug, Clone, PartialEq, Template)]
#[template(path = "pictures/strip.html")]
pub struct StripPicture {
    heading: Heading,
    words: StripWords,
    ends: (Amount, Amount),
    thresholds: Vec<StripMark>,
    points: Vec<StripMark>,
}

/// Units across.
const WIDTH: f64 = 400.0;
/// The size of the letters, and from one line to the next.
const LETTERS: f64 = 13.0;
const LINE: f64 = 17.0;
/// From the line to the nearest text.
const CLEAR: f64 = 14.0;

/// A mark with its place.
struct Placed<'a> {
    mark: &'a StripMark,
    x: f64,
    text_x: f64,
    baseline: f64,
}

impl StripPicture {
    /// A line from the first end to the second, thresholds under it and points on it. What lies beyond an end is drawn on it.
    pub fn new(
        heading: Heading,
        words: StripWords,
        ends: (Amount, Amount),
        (thresholds, points): (Vec<StripMark>, Vec<StripMark>),
    ) -> StripPicture {
        StripPicture { heading, words, ends, thresholds, points }
    }

    fn across(&self, value: f64) -> f64 {
        let (least, most) = (self.ends.0.value, self.ends.1.value);
        if most > least { ((value - least) / (most - least)).clamp(0.0, 1.0) * WIDTH } else { 0.0 }
    }

    /// Each mark with the row of its text: the first in which it meets none before it.
    fn rows_of<'a>(&self, marks: &'a [StripMark]) -> Vec<(&'a StripMark, f64, f64, usize)> {
        let mut sorted: Vec<&StripMark> = marks.iter().collect();
        sorted.sort_by(|a, b| a.at.value.total_cmp(&b.at.value));
        let mut ends: Vec<f64> = Vec::new();
        let mut placed = Vec::new();
        for mark in sorted {
            let (x, half) = (self.across(mark.at.value), width(&text(mark), LETTERS) / 2.0);
            let middle = x.clamp(half.min(WIDTH / 2.0), (WIDTH - half).max(WIDTH / 2.0));
            let row = ends.iter().position(|end| middle - half > *end).unwrap_or(ends.len());
            match ends.get_mut(row) {
                Some(end) => *end = middle + half + 6.0,
                None => ends.push(middle + half + 6.0),
            }
            placed.push((mark, x, middle, row));
        }
        placed
    }

    /// Where the line is: under all the texts of the points.
    fn line(&self) -> f64 {
        self.rows_of(&self.points).iter().map(|(.., row)| (*row as f64 + 1.0) * LINE).fold(0.0, f64::max) + CLEAR
    }

    fn points_placed(&self) -> Vec<Placed<'_>> {
        let line = self.line();
        let up = |(mark, x, text_x, row)| Placed { mark, x, text_x, baseline: line - CLEAR - LINE * row as f64 };
        self.rows_of(&self.points).into_iter().map(up).collect()
    }

    fn thresholds_placed(&self) -> Vec<Placed<'_>> {
        let line = self.line();
        let down = |(mark, x, text_x, row)| Placed { mark, x, text_x, baseline: line + CLEAR + LETTERS + LINE * row as f64 };
        self.rows_of(&self.thresholds).into_iter().map(down).collect()
    }

    fn view_box(&self) -> String {
        let bottom = self.thresholds_placed().iter().map(|placed| placed.baseline).fold(self.line() + CLEAR, f64::max);
        format!("-6 0 {} {}", WIDTH + 12.0, units(bottom + 6.0))
    }
}

/// What is written beside a mark.
fn text(mark: &StripMark) -> String {
    format!("{} {}", mark.label, mark.at.shown)
}

impl Tabled for StripPicture {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn columns(&self) -> Vec<String> {
        vec![self.words.label.clone(), self.words.value.clone()]
    }

    fn rows(&self) -> Vec<Vec<String>> {
        self.points.iter().chain(&self.thresholds).map(|mark| vec![mark.label.clone(), mark.at.shown.clone()]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::console::pictures::tests::{amount, heading, texts};

    fn mark(label: &str, value: f64) -> StripMark {
        StripMark { label: label.into(), at: amount(value) }
    }

    fn strip(thresholds: Vec<StripMark>, points: Vec<StripMark>) -> StripPicture {
        let words = StripWords { label: "What".into(), value: "Score".into() };
        StripPicture::new(heading("l", "Where the score stands"), words, (amount(0.0), amount(100.0)), (thresholds, points))
    }

    #[test]
    fn a_score_stands_where_its_number_says_and_the_table_says_the_same() {
        let picture = strip(vec![mark("fair", 40.0), mark("good", 70.0)], vec![mark("Iloilo City", 78.0), mark("far out", 130.0)]);
        let at: Vec<f64> = picture.points_placed().iter().chain(&picture.thresholds_placed()).map(|placed| placed.x / 4.0).collect();
        assert_eq!(at, [78.0, 100.0, 40.0, 70.0]);
        let written: Vec<String> = picture.rows().iter().map(|row| row.join(" ")).collect();
        assert_eq!(texts(&picture.to_string()), written);
    }

    #[test]
    fn texts_that_would_meet_stand_in_rows() {
        let picture = strip((0..6).map(|at| mark("a threshold with a name", 50.0 + f64::from(at))).collect(), vec![]);
        let mut baselines: Vec<f64> = picture.thresholds_placed().iter().map(|placed| placed.baseline).collect();
        baselines.dedup();
        assert_eq!(baselines.len(), 6);
    }
}
