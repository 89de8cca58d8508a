//! Faults of an input, collected so that one answer names them all.

use serde::{Deserialize, Serialize};

/// One thing that is wrong with an input.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Fault {
    /// RFC 6901 pointer into the body (`/priorities/2/theme`), or the name of a query field or column.
    pub pointer: String,
    /// What is wrong and what would be right.
    pub detail: String,
}

/// A list of faults under construction. Empty means that the input is good.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Faults(Vec<Fault>);

impl Faults {
    /// No fault yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a fault.
    pub fn add(&mut self, pointer: impl Into<String>, detail: impl Into<String>) {
        self.0.push(Fault { pointer: pointer.into(), detail: detail.into() });
    }

    /// Adds a fault where `is_good` does not hold.
    pub fn require(&mut self, is_good: bool, pointer: impl Into<String>, detail: impl Into<String>) {
        if !is_good {
            self.add(pointer, detail);
        }
    }

    /// Takes over the faults of a part of the input, whose pointers are relative to `prefix`.
    pub fn nest(&mut self, prefix: &str, inner: Faults) {
        self.0.extend(inner.0.into_iter().map(|fault| Fault { pointer: format!("{prefix}{}", fault.pointer), detail: fault.detail }));
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// `Ok(value)` where nothing is wrong.
    ///
    /// # Errors
    /// All collected faults.
    pub fn into_result<T>(self, value: T) -> Result<T, Faults> {
        if self.0.is_empty() { Ok(value) } else { Err(self) }
    }

    /// The faults in the order in which they were found.
    pub fn into_vec(self) -> Vec<Fault> {
        self.0
    }
}

/// The longest free text that is stored, in characters.
pub const TEXT_MAX_CHARS: usize = 4_000;

/// Checks a text that a person wrote: not blank, at most `max_chars` characters, and free of the characters that hide or reorder text
/// (control characters but for line breaks and tabs, and the bidirectional overrides of Unicode TR 36).
pub fn check_text(faults: &mut Faults, pointer: &str, text: &str, max_chars: usize) {
    faults.require(!text.trim().is_empty(), pointer, "must not be blank");
    faults.require(text.chars().count() <= max_chars, pointer, format!("must have at most {max_chars} characters"));
    faults.require(!text.chars().any(is_hostile), pointer, "must not contain control or text-direction override characters");
}

/// Like [`check_text`], for a text that may be absent.
pub fn check_optional_text(faults: &mut Faults, pointer: &str, text: Option<&str>, max_chars: usize) {
    if let Some(text) = text {
        check_text(faults, pointer, text, max_chars);
    }
}

fn is_hostile(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\r' | '\t')) || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_of_a_text_is_named_at_once() {
        let mut faults = Faults::new();
        check_text(&mut faults, "/name", "\u{202E}\0", 1);
        assert_eq!(faults.into_vec().len(), 2, "too long and hostile");
    }
}
