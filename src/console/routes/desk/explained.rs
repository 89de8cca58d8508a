//! An explanation turned into what the pages show.

use crate::console::evidence::Evidence as Written;
use crate::console::marks::HazardMark;
use crate::console::pages::desk::{ChangeLine, EvidenceLine, Explained, FactorLine, GainLine, MissingLine, ScoreLine, Sureness};
use crate::console::routes::facts;
use crate::console::words::Language;
use crate::i18n::Catalogues;
use crate::matching::Model;
use crate::matching::answer::{Evidence, EvidenceKind, EvidenceSide, Factor, PairExplanation, Suggestion, ThemeMatch, ThemeSide};
use crate::matching::indicators::Scope;
use crate::matching::message::Message;

/// In which words.
#[derive(Clone, Copy)]
pub(super) struct Told<'a> {
    pub(super) catalogues: &'a Catalogues,
    pub(super) model: &'a Model,
    pub(super) lang: Language,
}

/// How many digits of a hash tell two apart for a reader.
const HASH_SHOWN: usize = 19;

/// The first digits of a hash.
pub(super) fn short(hash: &str) -> String {
    hash.chars().take(HASH_SHOWN).collect()
}

impl Told<'_> {
    fn say(self, message: &Message) -> String {
        self.catalogues.render(self.lang, message)
    }

    fn all(self, messages: &[Message]) -> Vec<String> {
        messages.iter().map(|message| begin_large(&self.say(message))).collect()
    }

    pub(super) fn explained(self, found: &PairExplanation) -> Explained {
        let item = found.suggestion.as_ref();
        let gains = |side| item.map(|item| self.gains(item, side)).unwrap_or_default();
        Explained {
            city: found.city.name.clone(),
            other: found.other.name.clone(),
            sentence: item.and_then(|item| item.text.first()).map(|first| self.say(first)).unwrap_or_default(),
            text: item.and_then(|item| item.text.get(1..)).map(|rest| self.catalogues.paragraph(self.lang, rest)).unwrap_or_default(),
            rules: found.rules.iter().map(|hit| self.say(&hit.message)).collect(),
            score: item.map(score),
            city_gains: gains(ThemeSide::Learns),
            other_gains: gains(ThemeSide::Teaches),
            reasons: item.map(|item| self.all(&item.reasons)).unwrap_or_default(),
            against: item.map(|item| self.all(&item.against)).unwrap_or_default(),
            factors: item.map(|item| self.factors(item)).unwrap_or_default(),
            missing: item.map(|item| self.missing(item)).unwrap_or_default(),
            changes: item.map(|item| self.changes(item)).unwrap_or_default(),
            model: format!("{} {}", found.model.name, short(&found.model.hash)),
            snapshot: short(&found.snapshot),
        }
    }

    fn gains(self, item: &Suggestion, side: ThemeSide) -> Vec<GainLine> {
        item.themes.iter().filter(|theme| theme.side == side).map(|theme| self.gain(theme)).collect()
    }

    fn gain(self, theme: &ThemeMatch) -> GainLine {
        let of = |side| theme.evidence.iter().filter(move |evidence| evidence.of == side).map(|evidence| self.evidence(evidence)).collect();
        GainLine {
            theme: facts::theme(&theme.code, self.model.taxonomy(), self.lang),
            code: theme.code.to_string(),
            need: theme.need,
            offer: theme.offer,
            needs: of(EvidenceSide::Need),
            offers: of(EvidenceSide::Offer),
        }
    }

    fn evidence(self, evidence: &Evidence) -> EvidenceLine {
        let kind = self.catalogues.label(self.lang, "evidence", evidence.kind.as_str());
        EvidenceLine {
            text: match self.what(evidence) {
                Some(what) => format!("{}: {what}", begin_large(&kind)),
                None => begin_large(&kind),
            },
            year: evidence.year,
            is_of_country: evidence.scope == Some(Scope::Country),
            evidence: Written::read(evidence.source.as_deref(), evidence.from_memory),
        }
    }

    /// The title of a practice, the name and value of an indicator, the name and level of a hazard.
    fn what(self, evidence: &Evidence) -> Option<String> {
        let hazard = evidence.hazard.as_ref().map(|name| {
            let mark: Option<HazardMark> = name.parse().ok();
            mark.map_or_else(|| name.clone(), |mark| mark.name(&self.lang))
        });
        let indicator = evidence.indicator.as_ref().map(|code| {
            let known = self.model.indicators().iter().find(|known| known.code == *code);
            known.map_or_else(|| code.to_string(), |known| known.name.of(self.lang.as_str()).to_owned())
        });
        let name = evidence.title.clone().or(indicator).or(hazard);
        let value = evidence.value.filter(|_| evidence.kind != EvidenceKind::Priority).map(|value| self.lang.measure(value));
        match (name, value) {
            (Some(name), Some(value)) => Some(format!("{name}, {value}")),
            (name, value) => name.or(value),
        }
    }

    fn factors(self, item: &Suggestion) -> Vec<FactorLine> {
        let mut factors: Vec<&Factor> = item.factors.iter().collect();
        factors.sort_by(|a, b| b.contribution.total_cmp(&a.contribution));
        let line = |factor: &Factor| FactorLine {
            name: begin_large(&self.catalogues.label(self.lang, "factor", &factor.name)),
            points: factor.contribution,
            most: 100.0 * factor.weight,
            known: factor.coverage,
            bounds: factor.bounds.map(|bound| 100.0 * factor.weight * bound),
        };
        factors.into_iter().map(line).collect()
    }

    fn missing(self, item: &Suggestion) -> Vec<MissingLine> {
        let line = |missing: &crate::matching::answer::MissingInput| MissingLine {
            what: begin_large(&self.say(&missing.what)),
            points: missing.points,
        };
        item.missing.iter().map(line).collect()
    }

    fn changes(self, item: &Suggestion) -> Vec<ChangeLine> {
        let changes = item.counterfactuals.iter();
        changes.map(|one| ChangeLine { what: begin_large(&self.say(&one.change)), score: one.score, rank: one.rank }).collect()
    }
}

fn score(item: &Suggestion) -> ScoreLine {
    ScoreLine {
        score: item.score,
        bounds: item.bounds,
        survival: item.survival,
        sureness: Sureness::of(item.confidence),
        rank: item.rank,
        reverse_rank: item.reverse_rank,
        is_symbolic: item.symbolic,
    }
}

/// A phrase that stands alone.
fn begin_large(phrase: &str) -> String {
    let mut letters = phrase.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
