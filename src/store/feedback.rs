//! What cities say about suggestions. The newest word on a pair and kind counts.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::connection::Db;
use super::error::StoreError;
use super::page::{Key, Page, PageAsk};
use super::schema::feedback;
use super::types::{Id, Time, parse, parse_optional};
use crate::domain::code::ThemeCode;
use crate::domain::id::{CityId, FeedbackId, UserId};
use crate::domain::pairing::Kind;

crate::text_enum! {
    /// A city's word on a suggested partner.
    Verdict {
        /// Tell the secretariat.
        Interested = "interested",
        /// Not now.
        NotInterested = "not_interested",
        /// The two work together already.
        AlreadyPartners = "already_partners",
    }
}

/// One word of a city.
#[derive(Debug, Clone, PartialEq)]
pub struct Feedback {
    /// Its id.
    pub id: FeedbackId,
    /// The city that speaks.
    pub city: CityId,
    /// The city that was suggested.
    pub other: CityId,
    /// As what.
    pub kind: Kind,
    /// Under which theme.
    pub theme: Option<ThemeCode>,
    /// The word.
    pub verdict: Verdict,
    /// Why.
    pub reason: Option<String>,
    /// The focal point.
    pub created_by: UserId,
    /// When.
    pub created_at: DateTime<Utc>,
}

#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = feedback, treat_none_as_default_value = false)]
struct Row {
    id: Id,
    city_id: Id,
    other_id: Id,
    kind: String,
    theme: Option<String>,
    verdict: String,
    reason: Option<String>,
    created_by: Id,
    created_at: Time,
}

impl TryFrom<Row> for Feedback {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self, StoreError> {
        let id = row.id.0;
        Ok(Feedback {
            id: row.id.into(),
            city: row.city_id.into(),
            other: row.other_id.into(),
            kind: parse(&row.kind, "feedback", "kind", id)?,
            theme: parse_optional(row.theme.as_deref(), "feedback", "theme", id)?,
            verdict: parse(&row.verdict, "feedback", "verdict", id)?,
            reason: row.reason,
            created_by: row.created_by.into(),
            created_at: row.created_at.get(),
        })
    }
}

/// Adds a word.
///
/// # Errors
/// The database's failure.
pub fn insert(db: &mut Db, new: &Feedback) -> Result<(), StoreError> {
    let row = Row {
        id: new.id.into(),
        city_id: new.city.into(),
        other_id: new.other.into(),
        kind: new.kind.to_string(),
        theme: new.theme.as_ref().map(ToString::to_string),
        verdict: new.verdict.to_string(),
        reason: new.reason.clone(),
        created_by: new.created_by.into(),
        created_at: new.created_at.into(),
    };
    diesel::insert_into(feedback::table).values(row).execute(db)?;
    Ok(())
}

/// A page of a city's words, oldest first.
///
/// # Errors
/// The database's failure, or damage.
pub fn list(db: &mut Db, city: CityId, ask: &PageAsk) -> Result<Page<Feedback>, StoreError> {
    let mut query = feedback::table.select(Row::as_select()).filter(feedback::city_id.eq(Id::from(city))).into_boxed();
    if let Some(after) = &ask.after {
        query = query.filter(feedback::id.gt(Id(after.id)));
    }
    let rows: Vec<Row> = query.order(feedback::id).limit(ask.limit + 1).load(db)?;
    Page::cut(rows, ask.limit, |row| Key { sort: String::new(), id: row.id.0 }).try_map(Feedback::try_from)
}

/// All words of these cities, or of all, in the order in which they were said.
///
/// # Errors
/// The database's failure, or damage.
pub fn of_cities(db: &mut Db, cities: Option<&[CityId]>) -> Result<Vec<Feedback>, StoreError> {
    let mut query = feedback::table.select(Row::as_select()).into_boxed();
    if let Some(cities) = cities {
        query = query.filter(feedback::city_id.eq_any(super::cities::ids(cities)));
    }
    let rows: Vec<Row> = query.order((feedback::created_at, feedback::id)).load(db)?;
    rows.into_iter().map(Feedback::try_from).collect()
}
