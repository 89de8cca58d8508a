//! The audit log, and whether its chain is whole.

use askama::Template;
use chrono::{DateTime, Utc};

use crate::console::frame::Frame;
use crate::console::word::AdminWord;
use crate::console::words::{Language, Part, Word};

/// An entry of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditLine {
    /// Its number.
    pub seq: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom: a person's name, or the part of the service.
    pub actor: String,
    /// In which role.
    pub role: String,
    /// What was done, such as `proposal.approve`.
    pub action: String,
    /// The kind of thing.
    pub kind: String,
    /// Which one.
    pub object: String,
    /// Why, in the actor's words.
    pub reason: Option<String>,
}

/// What the chain is like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChainVerdict {
    /// Nothing was changed from outside.
    Whole {
        /// How many entries.
        entries: usize,
        /// The number of the newest.
        seq: i64,
        /// Its hash.
        hash: String,
    },
    /// The log was changed.
    Broken {
        /// Where it shows.
        at: i64,
    },
}

/// What the list is narrowed to, as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AuditFilterForm {
    /// The kind of thing.
    pub kind: String,
    /// Its id.
    pub object: String,
    /// Who.
    pub actor: String,
}

/// What the page of the audit log shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditPage {
    /// Its surroundings.
    pub frame: Frame,
    /// What it is narrowed to.
    pub filter: AuditFilterForm,
    /// The entries, the newest first.
    pub entries: Vec<AuditLine>,
    /// The address of the next page of the list.
    pub next: Option<String>,
    /// What the chain is like, where it was asked.
    pub verdict: Option<ChainVerdict>,
}

#[derive(Template)]
#[template(path = "admin/audit.html")]
struct View<'a> {
    p: &'a AuditPage,
    f: &'a Frame,
    w: Language,
}

impl View<'_> {
    fn head(&self, seq: &i64, hash: &str) -> String {
        self.w.fill(AdminWord::AuditHead, &[("seq", Part::Text(&seq.to_string())), ("hash", Part::Text(hash))])
    }

    fn broken(&self, at: &i64) -> String {
        self.w.fill(AdminWord::AuditBroken, &[("seq", Part::Text(&at.to_string()))])
    }
}

/// The audit log as HTML.
///
/// # Errors
/// Only when the template cannot be written out, which no context causes.
pub fn render_audit(page: &AuditPage) -> askama::Result<String> {
    View { p: page, f: &page.frame, w: page.frame.lang }.render()
}
