//! Horizontal bars: what carries a score, with its bounds, and to the left what speaks against it.

use askama::Template;

use super::text::lines;
use super::{Amount, Heading, Tabled, span_shown, units};

/// One bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// What it stands for.
    pub label: String,
    /// How long it is; below zero it goes to the left.
    pub amount: Amount,
    /// Between which bounds the amount may lie, the lower first; none when not known.
    pub bounds: Option<(Amount, Amount)>,
}

/// The words of bars.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BarsWords {
    /// Heads the column of labels.
    pub label: String,
    /// Heads the column of amounts.
    pub amount: String,
    /// Heads the column of bounds.
    pub bounds: String,
    /// What is not known.
    pub not_known: String,
}

/// Bars, ready to be printed.
#[derive(Debug, Clone, PartialEq, Template)]
#[template(path = "pictures/bars.html")]
pub struct BarsPicture {
    heading: Heading,
    words: BarsWords,
    bars: Vec<Bar>,
}

/// Units across.
const WIDTH: f64 = 400.0;
/// The size of the letters, and from one line to the next.
const LETTERS: f64 = 14.0;
const LINE: f64 = 18.0;
/// How wide a label may be beside its number.
const LABEL: f64 = 310.0;
/// How thick a bar is, and what is kept free under it.
const THICK: f64 = 12.0;
const BELOW: f64 = 16.0;
/// Half the height of a whisker's ends.
const WHISKER: f64 = 4.0;

/// A bar with its place.
struct Placed<'a> {
    bar: &'a Bar,
    lines: Vec<(f64, String)>,
    first_line: f64,
    top: f64,
    /// From where to where, in units.
    from: f64,
    to: f64,
    whisker: Option<String>,
}

impl BarsPicture {
    /// Bars in the order to show.
    pub fn new(heading: Heading, words: BarsWords, bars: Vec<Bar>) -> BarsPicture {
        BarsPicture { heading, words, bars }
    }

    /// The least and the greatest value drawn, zero among them.
    fn span(&self) -> (f64, f64) {
        let of_bar = |bar: &Bar| {
            let bounds = bar.bounds.as_ref().map_or([bar.amount.value; 2], |(low, high)| [low.value, high.value]);
            [bar.amount.value, bounds[0], bounds[1]]
        };
        self.bars.iter().flat_map(of_bar).fold((0.0, 0.0), |(least, most), value| (least.min(value), most.max(value)))
    }

    /// Units from the left for a value.
    fn across(&self, value: f64) -> f64 {
        let (least, most) = self.span();
        if most > least { (value - least) / (most - least) * WIDTH } else { 0.0 }
    }

    fn zero(&self) -> String {
        units(self.across(0.0))
    }

    fn placed(&self) -> Vec<Placed<'_>> {
        let mut top = 0.0;
        let mut placed = Vec::new();
        for bar in &self.bars {
            let texts = lines(&bar.label, LETTERS, LABEL);
            let bar_top = top + LINE * texts.len().max(1) as f64 + 4.0;
            let (a, b) = (self.across(0.0), self.across(bar.amount.value));
            placed.push(Placed {
                bar,
                lines: texts.into_iter().enumerate().map(|(at, text)| (top + LINE * at as f64 + LETTERS, text)).collect(),
                first_line: top + LETTERS,
                top: bar_top,
                from: a.min(b),
                to: a.max(b),
                whisker: bar.bounds.as_ref().map(|(low, high)| self.whisker((low.value, high.value), bar_top + THICK / 2.0)),
            });
            top = bar_top + THICK + BELOW;
        }
        placed
    }

    fn height(&self) -> f64 {
        self.placed().last().map_or(1.0, |last| last.top + THICK + WHISKER)
    }

    fn view_box(&self) -> String {
        format!("0 0 {WIDTH} {}", units(self.height()))
    }

    fn whisker(&self, (low, high): (f64, f64), middle: f64) -> String {
        let (low, high, middle) = (units(self.across(low)), units(self.across(high)), units(middle));
        let end = |x: &str| format!("M{x} {middle}m0 {}v{}", -WHISKER, 2.0 * WHISKER);
        format!("M{low} {middle}H{high}{}{}", end(&low), end(&high))
    }

    fn bounds(&self, bar: &Bar) -> String {
        bar.bounds.as_ref().map_or_else(|| self.words.not_known.clone(), |(low, high)| span_shown(low, high))
    }
}

impl Tabled for BarsPicture {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn columns(&self) -> Vec<String> {
        let words = &self.words;
        let has_bounds = self.bars.iter().any(|bar| bar.bounds.is_some());
        [words.label.clone(), words.amount.clone()].into_iter().chain(has_bounds.then(|| words.bounds.clone())).collect()
    }

    fn rows(&self) -> Vec<Vec<String>> {
        let width = self.columns().len();
        let row = |bar: &Bar| [bar.label.clone(), bar.amount.shown.clone(), self.bounds(bar)].into_iter().take(width).collect();
        self.bars.iter().map(row).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::console::pictures::tests::{amount, heading, texts};

    fn bar(label: &str, value: f64, bounds: Option<(f64, f64)>) -> Bar {
        Bar { label: label.into(), amount: amount(value), bounds: bounds.map(|(low, high)| (amount(low), amount(high))) }
    }

    fn bars(bars: Vec<Bar>) -> BarsPicture {
        let words = BarsWords { label: "Factor".into(), amount: "Points".into(), bounds: "Between".into(), not_known: "not known".into() };
        BarsPicture::new(heading("b", "Factors"), words, bars)
    }

    #[test]
    fn bars_are_as_long_as_their_numbers_and_what_speaks_against_goes_to_the_left() {
        let picture = bars(vec![bar("Benefit", 30.0, None), bar("Ties", 15.0, None), bar("Distance", -10.0, None)]);
        let placed = picture.placed();
        let zero = picture.across(0.0);
        assert!((zero - 100.0).abs() < 1e-9);
        assert_eq!((placed[0].from, placed[0].to - placed[0].from), (zero, 2.0 * (placed[1].to - placed[1].from)));
        assert!(placed[2].from == 0.0 && placed[2].to == zero);
    }

    #[test]
    fn the_table_says_what_is_drawn() {
        let picture = bars(vec![
            bar("Benefit", 33.2, Some((28.0, 36.0))),
            bar("A factor <of> & \"more\"", -4.0, None),
            bar("Far", -4.0, Some((-5.0, -3.0))),
        ]);
        assert_eq!(
            picture.rows(),
            [["Benefit", "33.2", "28–36"], ["A factor <of> & \"more\"", "-4", "not known"], ["Far", "-4", "-5 … -3"]]
        );
        let svg = picture.to_string();
        assert_eq!(texts(&svg), ["Benefit", "33.2 (28–36)", "A factor <of> & \"more\"", "-4", "Far", "-4 (-5 … -3)"]);
        assert_eq!(svg.matches("class=\"whisker\"").count(), 2);
        assert_eq!(bars(vec![bar("Benefit", 1.0, None)]).columns(), ["Factor", "Points"]);
    }

    #[test]
    fn bars_of_nothing_are_drawn_without_a_fault() {
        assert!(bars(vec![]).to_string().contains("<svg"));
        assert!(!bars(vec![bar("x", 0.0, None)]).to_string().contains("NaN"));
    }

    #[test]
    fn a_long_label_pushes_what_is_below_it_down() {
        let long = "The partner has documented results in three of the five themes in which this city has stated a need";
        let short = bars(vec![bar("x", 1.0, None), bar("y", 1.0, None)]);
        let picture = bars(vec![bar(long, 1.0, None), bar("y", 1.0, None)]);
        assert!(picture.placed()[0].lines.len() == 3 && picture.placed()[1].top > short.placed()[1].top + 30.0);
    }
}
