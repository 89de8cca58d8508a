//! What a database holds, in numbers: to see that a refused request changed nothing.

use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Text};
use kembar::store::audit;
use kembar::store::connection::Db;

/// Every table, and whether its rows count their versions.
const TABLES: &[(&str, bool)] = &[
    ("country", false),
    ("city", true),
    ("city_theme", false),
    ("city_network", false),
    ("hazard", false),
    ("vlr", false),
    ("indicator_value", false),
    ("indicator_target", true),
    ("profile", true),
    ("profile_revision", false),
    ("practice", true),
    ("account", true),
    ("invitation", false),
    ("session", false),
    ("portal", true),
    ("portal_key", false),
    ("setting", false),
    ("idempotency", false),
    ("request", true),
    ("feedback", false),
    ("proposal", true),
    ("proposal_step", false),
    ("review", false),
    ("answer", false),
    ("partnership", true),
    ("audit_entry", false),
    ("model", true),
];

#[derive(Debug, Clone, PartialEq, Eq, QueryableByName)]
struct Count {
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = BigInt)]
    rows: i64,
    #[diesel(sql_type = BigInt)]
    versions: i64,
}

/// Rows and versions of every table, and the head of the audit log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ledger {
    head: Option<(i64, String)>,
    counts: Vec<Count>,
}

impl Ledger {
    /// The numbers of this moment.
    pub fn of(db: &mut Db) -> Self {
        let parts: Vec<_> = TABLES
            .iter()
            .map(|(name, has_version)| {
                let versions = if *has_version { "CAST(COALESCE(SUM(version), 0) AS BIGINT)" } else { "CAST(0 AS BIGINT)" };
                format!("SELECT '{name}' AS name, COUNT(*) AS rows, {versions} AS versions FROM {name}")
            })
            .collect();
        let query = parts.join(" UNION ALL ");
        let mut counts: Vec<Count> = kembar::each!(db, conn => sql_query(&query).load(conn)).unwrap();
        counts.sort_by(|a, b| a.name.cmp(&b.name));
        Self { head: audit::head(db).unwrap(), counts }
    }

    /// The number of the newest audit entry.
    pub fn entries(&self) -> i64 {
        self.head.as_ref().map_or(0, |(seq, _)| *seq)
    }

    /// Rows of a table.
    pub fn rows(&self, table: &str) -> i64 {
        self.counts.iter().find(|count| count.name == table).unwrap_or_else(|| panic!("no table {table}")).rows
    }

    /// The tables that differ, for the words of a failed test.
    pub fn difference(&self, later: &Self) -> String {
        let tables = self.counts.iter().zip(&later.counts).filter(|(before, after)| before != after);
        let mut words: Vec<_> = tables.map(|(before, after)| format!("{before:?} became {after:?}")).collect();
        if self.head != later.head {
            words.push(format!("the audit log went from {:?} to {:?}", self.head, later.head));
        }
        words.join("; ")
    }

    /// Fails where the database has changed since.
    #[track_caller]
    pub fn assert_unchanged(&self, db: &mut Db, by: &str) {
        let now = Self::of(db);
        assert_eq!(*self, now, "{by} changed the database: {}", self.difference(&now));
    }
}
