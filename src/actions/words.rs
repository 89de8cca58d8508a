//! The two parts of a reason: a code to count by, and words to understand it by.

use super::error::{Error, invalid};
use crate::domain::fault::{Faults, TEXT_MAX_CHARS, check_text};

/// Why somebody decided as they did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reason {
    /// One of the codes of the decision.
    pub code: Option<String>,
    /// In words, in any language.
    pub words: Option<String>,
}

/// The codes of reasons, by what they are for.
pub mod codes {
    /// Why a reviewer is against a proposal or sends it back.
    pub const REVIEW: &[&str] = &[
        "fits_need",
        "weak_evidence",
        "outdated_data",
        "better_alternative",
        "no_capacity",
        "political",
        "duplicate",
        "barred_pair",
        "other",
    ];
    /// Why a city says no.
    pub const DECLINE: &[&str] = &["no_capacity", "other_priorities", "already_partners", "not_a_fit", "legal", "other"];
    /// The reviewer's code that bars a pair from being suggested again.
    pub const BARRED_PAIR: &str = "barred_pair";
}

impl Reason {
    /// The reason, checked: a known code where there is one, and both parts where the decision needs them.
    ///
    /// # Errors
    /// Every fault, by pointer.
    pub fn check(&self, known: &[&str], is_needed: bool) -> Result<(), Error> {
        let mut faults = Faults::new();
        match &self.code {
            Some(code) => faults.require(known.contains(&code.as_str()), "/reason_code", format!("must be one of {}", known.join(", "))),
            None => faults.require(!is_needed, "/reason_code", format!("is needed here: one of {}", known.join(", "))),
        }
        match &self.words {
            Some(words) => check_text(&mut faults, "/reason", words, TEXT_MAX_CHARS),
            None => faults.require(!is_needed, "/reason", "is needed here: say why, in any language"),
        }
        faults.into_result(()).map_err(Error::from)
    }
}

/// A text that must be there.
///
/// # Errors
/// The faults of the text.
pub fn required(pointer: &str, text: &str) -> Result<(), Error> {
    if text.trim().is_empty() {
        return Err(invalid(pointer, "must not be blank"));
    }
    let mut faults = Faults::new();
    check_text(&mut faults, pointer, text, TEXT_MAX_CHARS);
    faults.into_result(()).map_err(Error::from)
}
