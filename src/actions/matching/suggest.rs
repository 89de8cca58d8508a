//! Asking the engine for a city.

use crate::actions::error::{Error, invalid};
use crate::domain::code::ThemeCode;
use crate::domain::id::CityId;
use crate::domain::pairing::Kind;
use crate::matching::answer::{Gaps, PairExplanation, Suggestions};
use crate::matching::engine::{Ask, Engine};
use crate::matching::error::MatchError;

/// A question about partners.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The kind of pairing.
    pub kind: Kind,
    /// One theme; all where absent.
    pub theme: Option<ThemeCode>,
    /// How many suggestions.
    pub limit: usize,
}

impl From<&Question> for Ask {
    fn from(question: &Question) -> Self {
        Ask { kind: question.kind, theme: question.theme.clone(), limit: question.limit }
    }
}

impl From<MatchError> for Error {
    fn from(error: MatchError) -> Self {
        let words = error.to_string();
        match error {
            MatchError::UnknownCity(_) => Error::NotFound("city"),
            MatchError::InactiveCity(_) => Error::Conflict { state: "inactive".to_owned(), detail: words },
            MatchError::UnknownTheme(_) => invalid("theme", words),
            MatchError::KindNotInModel { .. } => invalid("kind", words),
            MatchError::BadLimit(_) => invalid("limit", words),
            MatchError::BadSize { .. } => invalid("size", words),
        }
    }
}

/// Partners for a city, explained.
///
/// # Errors
/// An unknown or inactive city; a theme, kind or limit that the model does not have.
pub fn suggestions(engine: &Engine, city: CityId, question: &Question) -> Result<Suggestions, Error> {
    Ok(engine.suggest(city, &question.into())?)
}

/// Why a pair, or why not.
///
/// # Errors
/// As [`suggestions`].
pub fn explanation(engine: &Engine, city: CityId, other: CityId, question: &Question) -> Result<PairExplanation, Error> {
    Ok(engine.explain(city, other, &question.into())?)
}

/// The four pillar gaps of a city, by theme, with how each was computed.
///
/// # Errors
/// An unknown city.
pub fn gaps(engine: &Engine, city: CityId) -> Result<Gaps, Error> {
    Ok(engine.gaps(city)?)
}
