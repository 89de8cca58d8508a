//! The engine's explanation of a pair, ready to be shown: frozen with a proposal, or computed just now.

use super::line::{Sureness, bounds, points};
use crate::console::evidence::Evidence;
use crate::console::marks::Theme;
use crate::console::word::ReviewWord;
use crate::console::words::{Language, Part};

/// Why two cities, or why not.
#[derive(Debug, Clone, PartialEq)]
pub struct Explained {
    /// The city that asked.
    pub city: String,
    /// The other one.
    pub other: String,
    /// The pairing in one sentence, for a mayor.
    pub sentence: String,
    /// The rest of the paragraph.
    pub text: String,
    /// Why the pair is taken out, in words; empty where it is not.
    pub rules: Vec<String>,
    /// The score; none for a city with itself.
    pub score: Option<ScoreLine>,
    /// What the city that asked gains.
    pub city_gains: Vec<GainLine>,
    /// What the other one gains.
    pub other_gains: Vec<GainLine>,
    /// What speaks for it.
    pub reasons: Vec<String>,
    /// What speaks against it.
    pub against: Vec<String>,
    /// What carries the score, the greatest first.
    pub factors: Vec<FactorLine>,
    /// What is not known.
    pub missing: Vec<MissingLine>,
    /// What would change it.
    pub changes: Vec<ChangeLine>,
    /// The model.
    pub model: String,
    /// The hash of the data, as much of it as tells it apart.
    pub snapshot: String,
}

/// A score with all that it must not be shown without.
#[derive(Debug, Clone, PartialEq)]
pub struct ScoreLine {
    /// 0 to 100.
    pub score: f64,
    /// Within which it lies when what is missing becomes known.
    pub bounds: [f64; 2],
    /// 0 to 1: in how many of the perturbed runs the pair stays in the list.
    pub survival: f64,
    /// How much of what it rests on is known.
    pub sureness: Sureness,
    /// Where the other stands for the city that asked.
    pub rank: usize,
    /// Where the city that asked stands for the other.
    pub reverse_rank: usize,
    /// Whether no theme is known in which either gains.
    pub is_symbolic: bool,
}

impl ScoreLine {
    pub(super) fn said(&self, w: &Language) -> String {
        w.fill(ReviewWord::Score, &[("score", Part::Text(&points(self.score)))])
    }

    pub(super) fn bounds(&self, w: &Language) -> String {
        bounds(self.bounds[0], self.bounds[1], w)
    }

    /// *stays in the list in 93 of 100 runs with shaken data*
    pub(super) fn survival(&self, w: &Language) -> String {
        w.fill(ReviewWord::ProposalSurvival, &[("shown", Part::Text(&points(100.0 * self.survival)))])
    }

    /// *first for Surabaya, fourth for Iloilo*, in numbers.
    pub(super) fn ranks(&self, e: &Explained, w: &Language) -> String {
        let (rank, reverse) = (self.rank.to_string(), self.reverse_rank.to_string());
        let parts = [
            ("city", Part::Text(e.city.as_str())),
            ("other", Part::Text(e.other.as_str())),
            ("rank", Part::Text(&rank)),
            ("reverse", Part::Text(&reverse)),
        ];
        w.fill(ReviewWord::ProposalRanks, &parts)
    }
}

/// A theme in which one side gains.
#[derive(Debug, Clone, PartialEq)]
pub struct GainLine {
    /// The theme; its code where the taxonomy has it no more.
    pub theme: Option<Theme>,
    /// That code.
    pub code: String,
    /// How much it is needed, 0 to 1.
    pub need: f64,
    /// How much can be taught, 0 to 1.
    pub offer: f64,
    /// Why it is needed.
    pub needs: Vec<EvidenceLine>,
    /// Why it can be taught.
    pub offers: Vec<EvidenceLine>,
}

impl GainLine {
    pub(super) fn name(&self) -> &str {
        self.theme.as_ref().map_or(self.code.as_str(), |theme| theme.name.as_str())
    }

    /// *need 80 of 100 · offer 90 of 100*
    pub(super) fn meeting(&self, w: &Language) -> String {
        let (need, offer) = (points(100.0 * self.need), points(100.0 * self.offer));
        w.fill(ReviewWord::ProposalMeeting, &[("need", Part::Text(&need)), ("offer", Part::Text(&offer))])
    }
}

/// What a need or an offer rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct EvidenceLine {
    /// In words: *a practice with a documented result: Waste banks*.
    pub text: String,
    /// The year; none where it is not known.
    pub year: Option<i32>,
    /// Whether it is the country's figure, standing in for the city's.
    pub is_of_country: bool,
    /// Where it is written.
    pub evidence: Evidence,
}

/// A factor of the score.
#[derive(Debug, Clone, PartialEq)]
pub struct FactorLine {
    /// What it is called.
    pub name: String,
    /// How many points it brings.
    pub points: f64,
    /// How many it could bring at the most.
    pub most: f64,
    /// 0 to 1: how much of its inputs is known.
    pub known: f64,
    /// Between how many points it lies.
    pub bounds: [f64; 2],
}

/// How wide the drawing of a bar is, in units: one for each point of the heaviest factor.
pub(super) const BAR_WIDTH: f64 = 50.0;

impl FactorLine {
    pub(super) fn points(&self, w: &Language) -> String {
        w.measure((self.points * 10.0).round() / 10.0)
    }

    pub(super) fn most(&self, w: &Language) -> String {
        w.measure((self.most * 10.0).round() / 10.0)
    }

    pub(super) fn known(&self) -> String {
        format!("{} %", points(100.0 * self.known))
    }

    /// The bounds in points, where they are apart.
    pub(super) fn bounds(&self, w: &Language) -> Option<String> {
        (self.bounds[1] - self.bounds[0] >= 0.5).then(|| bounds(self.bounds[0], self.bounds[1], w))
    }

    /// How long its bar is, in units.
    pub(super) fn length(&self) -> String {
        format!("{:.2}", self.points.clamp(0.0, BAR_WIDTH))
    }

    /// How long the bar would be at the most.
    pub(super) fn room(&self) -> String {
        format!("{:.2}", self.most.clamp(0.0, BAR_WIDTH))
    }
}

/// Something that is not known.
#[derive(Debug, Clone, PartialEq)]
pub struct MissingLine {
    /// What.
    pub what: String,
    /// By how many points it could move the score.
    pub points: f64,
}

impl MissingLine {
    /// *would move the score by up to 9*
    pub(super) fn effect(&self, w: &Language) -> String {
        let shown = w.measure((self.points * 10.0).round() / 10.0);
        w.fill(ReviewWord::ProposalMissingMoves, &[("shown", Part::Text(&shown))])
    }
}

/// A change that would change the outcome; it was tried.
#[derive(Debug, Clone, PartialEq)]
pub struct ChangeLine {
    /// What.
    pub what: String,
    /// The score after it.
    pub score: f64,
    /// The rank after it.
    pub rank: usize,
}

impl ChangeLine {
    pub(super) fn effect(&self, w: &Language) -> String {
        let (score, rank) = (points(self.score), self.rank.to_string());
        w.fill(ReviewWord::ProposalChangeEffect, &[("score", Part::Text(&score)), ("rank", Part::Text(&rank))])
    }
}
