//! What can go wrong in the engine, each text naming the thing and the way out.

use crate::domain::code::{Slug, ThemeCode};
use crate::domain::id::CityId;
use crate::domain::pairing::Kind;

/// A model that cannot be used.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum ModelError {
    /// A file is not what its format asks for.
    #[error("{file} of the model cannot be read: {detail}")]
    Unreadable {
        /// The file, such as `factors.toml`.
        file: &'static str,
        /// What the parser said.
        detail: String,
    },
    /// The files are readable and do not fit together; every fault is named.
    #[error("the model '{model}' is not sound: {}", faults.join("; "))]
    Unsound {
        /// Its name.
        model: String,
        /// Every fault found.
        faults: Vec<String>,
    },
}

/// A snapshot that cannot be used.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum EngineError {
    /// Facts that contradict one another or the taxonomy; every fault is named.
    #[error("the snapshot of cities cannot be used: {}", faults.join("; "))]
    BadFacts {
        /// Every fault found, with the city's slug.
        faults: Vec<String>,
    },
}

/// A question that cannot be answered.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MatchError {
    /// The snapshot has no such city.
    #[error("there is no city {0} in the snapshot; it may have been added after the snapshot was taken")]
    UnknownCity(CityId),
    /// The city takes no part: dissolved or suspended.
    #[error("{0} is not an active member and gets no suggestions; ask for its successor instead")]
    InactiveCity(Slug),
    /// The taxonomy has no such theme.
    #[error("the taxonomy has no theme '{0}'; GET /api/v1/taxonomy lists them")]
    UnknownTheme(ThemeCode),
    /// The model has no factors for this kind.
    #[error("the model '{model}' has no factors for {kind}; choose one of: {known}")]
    KindNotInModel {
        /// The model's name.
        model: String,
        /// What was asked.
        kind: Kind,
        /// What it has.
        known: String,
    },
    /// A limit outside 1 to 100.
    #[error("the limit must be between 1 and 100, not {0}")]
    BadLimit(usize),
    /// A cohort that would be too small or too large.
    #[error("a cohort has {least} to {most} cities, not {size}")]
    BadSize {
        /// What was asked.
        size: usize,
        /// The least.
        least: usize,
        /// The most.
        most: usize,
    },
}
