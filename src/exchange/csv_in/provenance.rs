//! Where a row comes from. Shown wherever the row is shown.
//!
//! It must not judge: how far a source is trusted is the model's business.

use super::table::Cells;

/// The source of a fact, and whether it was checked against one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provenance {
    /// An address, a document or `own knowledge`.
    pub source: String,
    /// Whether it was written down from memory: shown as unverified.
    pub from_memory: bool,
}

impl Provenance {
    /// A fact that stands in a source.
    pub fn sourced(source: impl Into<String>) -> Self {
        Self { source: source.into(), from_memory: false }
    }
}

/// The longest source, in characters: several addresses fit.
const SOURCE_MAX_CHARS: usize = 2_000;

/// The columns `source` and `from_memory`, both of which must be filled.
pub(super) fn provenance(cells: &mut Cells<'_>) -> Option<Provenance> {
    let source = cells.required_text("source", SOURCE_MAX_CHARS);
    let from_memory = cells.required_flag("from_memory");
    Some(Provenance { source: source?, from_memory: from_memory? })
}
