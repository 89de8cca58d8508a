//! Proposals turned into the lines of the desk.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use crate::actions::review::desk::JustDecided;
use crate::actions::review::queue::Row;
use crate::console::marks::PillarMark;
use crate::console::pages::desk::{ClaimLine, JustLine, ProposalLine, Sureness};
use crate::console::routes::facts;
use crate::console::words::Language;
use crate::domain::code::ThemeCode;
use crate::domain::id::UserId;
use crate::matching::Taxonomy;
use crate::matching::answer::PairExplanation;

/// For whom lines are made, and when.
pub(super) struct Lines<'a> {
    pub(super) taxonomy: &'a Taxonomy,
    pub(super) lang: Language,
    pub(super) reader: UserId,
    pub(super) people: &'a BTreeMap<UserId, String>,
    pub(super) now: DateTime<Utc>,
}

impl Lines<'_> {
    pub(super) fn line(&self, row: &Row) -> ProposalLine {
        let proposal = &row.proposal;
        let explained: Option<PairExplanation> = serde_json::from_value(proposal.explanation.clone()).ok();
        let found = explained.as_ref().and_then(|explained| explained.suggestion.as_ref());
        let carrying = found.map(|found| found.themes.iter().map(|theme| theme.code.clone()).collect()).unwrap_or_default();
        ProposalLine {
            id: proposal.id,
            version: proposal.version,
            first: facts::link(&row.first),
            second: facts::link(&row.second),
            kind: proposal.kind,
            theme: proposal.theme.as_ref().and_then(|code| facts::theme(code, self.taxonomy, self.lang)),
            score: proposal.score,
            bounds: found.map(|found| found.bounds),
            sureness: found.map(|found| Sureness::of(found.confidence)),
            pillars: self.pillars(proposal.theme.clone().into_iter().chain::<Vec<ThemeCode>>(carrying)),
            days: (self.now - proposal.created_at).num_days(),
            state: proposal.state,
            turn: row.turn.as_str(),
            recommended_by: proposal.recommended_by.map(|id| self.name(id)),
            is_own: proposal.created_by == self.reader,
            claim: row.claim.map(|claim| ClaimLine { by: (claim.by != self.reader).then(|| self.name(claim.by)), until: claim.until }),
        }
    }

    pub(super) fn just(&self, just: JustDecided) -> JustLine {
        JustLine { line: self.line(&just.row), deed: just.deed, undo_until: just.undo_until }
    }

    fn name(&self, id: UserId) -> String {
        self.people.get(&id).cloned().unwrap_or_default()
    }

    /// The pillars of themes, each once, in their own order.
    fn pillars(&self, themes: impl Iterator<Item = ThemeCode>) -> Vec<PillarMark> {
        let mut marks: Vec<PillarMark> = themes.filter_map(|code| Some(facts::theme(&code, self.taxonomy, self.lang)?.pillar)).collect();
        marks.sort();
        marks.dedup();
        marks
    }
}
