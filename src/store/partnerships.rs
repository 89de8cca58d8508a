//! Partnerships: accepted proposals, and ties that stood before.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::cities::ids;
use super::connection::{Db, MultiBackend};
use super::error::StoreError;
use super::page::{Key, Page, PageAsk};
use super::schema::{city, partnership};
use super::types::{Id, Time, parse, parse_optional};
use crate::domain::code::{CountryCode, ThemeCode};
use crate::domain::id::{CityId, PartnershipId, ProposalId};
use crate::domain::partnership::PartnershipState;
use crate::each;

const BATCH: usize = 1_000;

/// Who the second partner is.
#[derive(Debug, Clone, PartialEq)]
pub enum Partner {
    /// One of ours.
    Member(CityId),
    /// Somebody else.
    Other {
        /// Name.
        name: String,
        /// Country.
        country: Option<CountryCode>,
    },
}

/// A partnership.
#[derive(Debug, Clone, PartialEq)]
pub struct Partnership {
    /// Its id.
    pub id: PartnershipId,
    /// `sister_city`, `peer_learning`, or the words of the source for an older tie (`friendship`, `MoU`, …).
    pub kind: String,
    /// Under which theme.
    pub theme: Option<ThemeCode>,
    /// The first partner; the learner of a peer learning.
    pub city: CityId,
    /// The second partner.
    pub partner: Partner,
    /// Where it stands.
    pub state: PartnershipState,
    /// Since when.
    pub since_year: Option<i32>,
    /// Where it is written.
    pub source: Option<String>,
    /// Whether it rests on background knowledge.
    pub from_memory: bool,
    /// The proposal that it came from; why these two were chosen stays readable there.
    pub proposal: Option<ProposalId>,
    /// What the public reads.
    pub summary: Option<String>,
    /// When it became public; recorded ties are public by their source.
    pub published_at: Option<DateTime<Utc>>,
    /// When it was taken back.
    pub withdrawn_at: Option<DateTime<Utc>>,
    /// Counts every change; its `ETag`.
    pub version: i64,
    /// When it was recorded here.
    pub created_at: DateTime<Utc>,
}

#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = partnership, treat_none_as_default_value = false, treat_none_as_null = true)]
struct Row {
    id: Id,
    kind: String,
    theme: Option<String>,
    city_a_id: Id,
    city_b_id: Option<Id>,
    other_name: Option<String>,
    other_country: Option<String>,
    state: String,
    since_year: Option<i32>,
    source: Option<String>,
    from_memory: bool,
    proposal_id: Option<Id>,
    summary: Option<String>,
    published_at: Option<Time>,
    withdrawn_at: Option<Time>,
    version: i64,
    created_at: Time,
}

impl Row {
    fn of(p: &Partnership) -> Self {
        let (city_b_id, other_name, other_country) = match &p.partner {
            Partner::Member(city) => (Some(Id::from(*city)), None, None),
            Partner::Other { name, country } => (None, Some(name.clone()), country.as_ref().map(ToString::to_string)),
        };
        Row {
            id: p.id.into(),
            kind: p.kind.clone(),
            theme: p.theme.as_ref().map(ToString::to_string),
            city_a_id: p.city.into(),
            city_b_id,
            other_name,
            other_country,
            state: p.state.to_string(),
            since_year: p.since_year,
            source: p.source.clone(),
            from_memory: p.from_memory,
            proposal_id: p.proposal.map(Id::from),
            summary: p.summary.clone(),
            published_at: p.published_at.map(Time::from),
            withdrawn_at: p.withdrawn_at.map(Time::from),
            version: p.version,
            created_at: p.created_at.into(),
        }
    }
}

impl TryFrom<Row> for Partnership {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self, StoreError> {
        let id = row.id.0;
        let partner = match (row.city_b_id, row.other_name) {
            (Some(city), _) => Partner::Member(city.into()),
            (None, Some(name)) => {
                Partner::Other { name, country: parse_optional(row.other_country.as_deref(), "partnership", "other_country", id)? }
            }
            (None, None) => return Err(StoreError::damaged("partnership", "city_b_id", id, "names no second partner")),
        };
        Ok(Partnership {
            id: row.id.into(),
            kind: row.kind,
            theme: parse_optional(row.theme.as_deref(), "partnership", "theme", id)?,
            city: row.city_a_id.into(),
            partner,
            state: parse(&row.state, "partnership", "state", id)?,
            since_year: row.since_year,
            source: row.source,
            from_memory: row.from_memory,
            proposal: row.proposal_id.map(ProposalId::from),
            summary: row.summary,
            published_at: row.published_at.map(Time::get),
            withdrawn_at: row.withdrawn_at.map(Time::get),
            version: row.version,
            created_at: row.created_at.get(),
        })
    }
}

/// Adds partnerships.
///
/// # Errors
/// [`StoreError::Duplicate`] for a second partnership of one proposal.
pub fn insert(db: &mut Db, new: &[Partnership]) -> Result<(), StoreError> {
    for batch in new.chunks(BATCH) {
        let rows: Vec<Row> = batch.iter().map(Row::of).collect();
        each!(db, conn => diesel::insert_into(partnership::table).values(&rows).execute(conn))?;
    }
    Ok(())
}

/// Writes a partnership over the version that it carries, and counts the version up. `false` where somebody else was faster.
///
/// # Errors
/// The database's failure.
pub fn update(db: &mut Db, changed: &Partnership) -> Result<bool, StoreError> {
    let row = Row { version: changed.version + 1, ..Row::of(changed) };
    let rows = diesel::update(partnership::table.filter(partnership::id.eq(row.id)).filter(partnership::version.eq(changed.version)))
        .set(&row)
        .execute(db)?;
    Ok(rows == 1)
}

/// One partnership.
///
/// # Errors
/// The database's failure, or damage.
pub fn find(db: &mut Db, id: PartnershipId) -> Result<Option<Partnership>, StoreError> {
    let row: Option<Row> = partnership::table.select(Row::as_select()).filter(partnership::id.eq(Id::from(id))).first(db).optional()?;
    row.map(Partnership::try_from).transpose()
}

/// The partnership of a proposal.
///
/// # Errors
/// The database's failure, or damage.
pub fn of_proposal(db: &mut Db, proposal: ProposalId) -> Result<Option<Partnership>, StoreError> {
    let row: Option<Row> =
        partnership::table.select(Row::as_select()).filter(partnership::proposal_id.eq(Some(Id::from(proposal)))).first(db).optional()?;
    row.map(Partnership::try_from).transpose()
}

/// Every partnership of these cities, or of all; by id.
///
/// # Errors
/// The database's failure, or damage.
pub fn of_cities(db: &mut Db, cities: Option<&[CityId]>) -> Result<Vec<Partnership>, StoreError> {
    let mut query = partnership::table.select(Row::as_select()).into_boxed();
    if let Some(cities) = cities {
        let second: Vec<Option<Id>> = ids(cities).into_iter().map(Some).collect();
        query = query.filter(partnership::city_a_id.eq_any(ids(cities)).or(partnership::city_b_id.eq_any(second)));
    }
    let rows: Vec<Row> = query.order(partnership::id).load(db)?;
    rows.into_iter().map(Partnership::try_from).collect()
}

/// How many partnerships of a city are public.
///
/// # Errors
/// The database's failure.
pub fn count_public(db: &mut Db, of: CityId) -> Result<i64, StoreError> {
    let own = Id::from(of);
    let is_recorded = partnership::state.eq(PartnershipState::Recorded.as_str());
    let is_published = partnership::published_at.is_not_null().and(partnership::withdrawn_at.is_null());
    Ok(partnership::table
        .filter(partnership::city_a_id.eq(own).or(partnership::city_b_id.eq(Some(own))))
        .filter(is_recorded.or(is_published))
        .count()
        .get_result(db)?)
}

/// The newest published pairings that came through Kembar.
///
/// # Errors
/// The database's failure, or damage.
pub fn newest_published(db: &mut Db, limit: i64) -> Result<Vec<Partnership>, StoreError> {
    let rows: Vec<Row> = partnership::table
        .select(Row::as_select())
        .filter(partnership::proposal_id.is_not_null())
        .filter(partnership::published_at.is_not_null())
        .filter(partnership::withdrawn_at.is_null())
        .order((partnership::published_at.desc(), partnership::id.desc()))
        .limit(limit)
        .load(db)?;
    rows.into_iter().map(Partnership::try_from).collect()
}

/// Those with a member of one of these countries.
macro_rules! with_member_in {
    ($countries:expr) => {{
        let countries: Vec<String> = $countries;
        let there = || city::table.filter(city::country.eq_any(countries.clone()));
        let second = partnership::city_b_id.eq_any(there().select(city::id.nullable()));
        partnership::city_a_id.eq_any(there().select(city::id)).or(partnership::city_b_id.is_not_null().and(second))
    }};
}

/// Which published pairings to list. Whatever is given has to hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PublishedFilter {
    /// Only with this city.
    pub city: Option<CityId>,
    /// Only with a member of one of each of these groups of countries.
    pub countries: Vec<Vec<CountryCode>>,
    /// Only of this kind.
    pub kind: Option<String>,
    /// Only under one of these themes.
    pub themes: Option<Vec<ThemeCode>>,
    /// Only those that became public at this moment or later.
    pub since: Option<DateTime<Utc>>,
}

/// A page of the pairings that came through Kembar and are public, the newest first.
///
/// # Errors
/// The database's failure, or damage; a key that no page gave is damage too.
pub fn published(db: &mut Db, filter: &PublishedFilter, ask: &PageAsk) -> Result<Page<Partnership>, StoreError> {
    let mut query = published_by(filter).select(Row::as_select());
    if let Some(after) = &ask.after {
        let at: DateTime<Utc> = parse(&after.sort, "cursor", "published_at", after.id)?;
        let at = Some(Time::from(at));
        let is_older = partnership::published_at.eq(at).and(partnership::id.lt(Id(after.id)));
        query = query.filter(partnership::published_at.lt(at).or(is_older));
    }
    let rows: Vec<Row> = query.order((partnership::published_at.desc(), partnership::id.desc())).limit(ask.limit + 1).load(db)?;
    let sort = |row: &Row| row.published_at.map(|at| at.get().to_rfc3339()).unwrap_or_default();
    Page::cut(rows, ask.limit, |row| Key { sort: sort(row), id: row.id.0 }).try_map(Partnership::try_from)
}

/// How many pairings a filter lets through.
///
/// # Errors
/// The database's failure.
pub fn count_published(db: &mut Db, filter: &PublishedFilter) -> Result<i64, StoreError> {
    Ok(published_by(filter).count().get_result(db)?)
}

fn published_by(filter: &PublishedFilter) -> partnership::BoxedQuery<'static, MultiBackend> {
    let mut query = partnership::table
        .filter(partnership::proposal_id.is_not_null())
        .filter(partnership::published_at.is_not_null())
        .filter(partnership::withdrawn_at.is_null())
        .into_boxed();
    if let Some(of) = filter.city {
        query = query.filter(partnership::city_a_id.eq(Id::from(of)).or(partnership::city_b_id.eq(Some(Id::from(of)))));
    }
    for group in &filter.countries {
        query = query.filter(with_member_in!(group.iter().map(ToString::to_string).collect()));
    }
    if let Some(kind) = &filter.kind {
        query = query.filter(partnership::kind.eq(kind.clone()));
    }
    if let Some(themes) = &filter.themes {
        query = query.filter(partnership::theme.eq_any(themes.iter().map(ToString::to_string).map(Some).collect::<Vec<_>>()));
    }
    if let Some(since) = filter.since {
        query = query.filter(partnership::published_at.ge(Some(Time::from(since))));
    }
    query
}

/// Who is looking at partnerships.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sight {
    /// What is public: recorded ties, and published ones that were not taken back.
    Public,
    /// What is public, and everything of this city.
    City(CityId),
    /// What is public, and everything with a member of this country.
    Country(CountryCode),
    /// Everything.
    All,
}

/// Which partnerships to list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartnershipFilter {
    /// What the caller can see.
    pub sight: Sight,
    /// Only with this city.
    pub city: Option<CityId>,
    /// Only with a member of this country.
    pub country: Option<CountryCode>,
    /// Only of this kind.
    pub kind: Option<String>,
    /// Only under this theme.
    pub theme: Option<ThemeCode>,
}

/// A page of partnerships, by id.
///
/// # Errors
/// The database's failure, or damage.
pub fn list(db: &mut Db, filter: &PartnershipFilter, ask: &PageAsk) -> Result<Page<Partnership>, StoreError> {
    let mut query = partnership::table.select(Row::as_select()).into_boxed();
    let is_public = || {
        partnership::state
            .eq(PartnershipState::Recorded.as_str())
            .or(partnership::published_at.is_not_null().and(partnership::withdrawn_at.is_null()))
    };
    let with_member_in = |country: &CountryCode| with_member_in!(vec![country.to_string()]);
    match &filter.sight {
        Sight::All => {}
        Sight::Public => query = query.filter(is_public()),
        Sight::City(own) => {
            let own = Id::from(*own);
            query = query.filter(is_public().or(partnership::city_a_id.eq(own)).or(partnership::city_b_id.eq(Some(own))));
        }
        Sight::Country(own) => query = query.filter(is_public().or(with_member_in(own))),
    }
    if let Some(of) = filter.city {
        query = query.filter(partnership::city_a_id.eq(Id::from(of)).or(partnership::city_b_id.eq(Some(Id::from(of)))));
    }
    if let Some(country) = &filter.country {
        query = query.filter(with_member_in(country));
    }
    if let Some(kind) = &filter.kind {
        query = query.filter(partnership::kind.eq(kind.clone()));
    }
    if let Some(theme) = &filter.theme {
        query = query.filter(partnership::theme.eq(Some(theme.to_string())));
    }
    if let Some(after) = &ask.after {
        query = query.filter(partnership::id.gt(Id(after.id)));
    }
    let rows: Vec<Row> = query.order(partnership::id).limit(ask.limit + 1).load(db)?;
    Page::cut(rows, ask.limit, |row| Key { sort: String::new(), id: row.id.0 }).try_map(Partnership::try_from)
}
