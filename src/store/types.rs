//! Three SQL types that are native on PostgreSQL and text on SQLite: `uuid`, `jsonb`, `timestamptz`.
//!
//! diesel's derived two-backend connection knows only numbers, text, booleans and dates. These three are taught to it here, once.

use std::io::Write;

use chrono::{DateTime, SubsecRound, Utc};
use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::pg::Pg;
use diesel::query_builder::QueryId;
use diesel::serialize::{self, IsNull, Output, ToSql};
use diesel::sql_types::{HasSqlType, SqlType};
use diesel::sqlite::Sqlite;
use uuid::Uuid;

use super::connection::MultiBackend;

/// `uuid` on PostgreSQL, `TEXT` on SQLite.
#[derive(Debug, Clone, Copy, SqlType, QueryId)]
#[diesel(postgres_type(oid = 2950, array_oid = 2951), sqlite_type(name = "Text"))]
pub struct DbUuid;

/// `jsonb` on PostgreSQL, `TEXT` on SQLite.
#[derive(Debug, Clone, Copy, SqlType, QueryId)]
#[diesel(postgres_type(oid = 3802, array_oid = 3807), sqlite_type(name = "Text"))]
pub struct DbJson;

/// `timestamptz` on PostgreSQL; on SQLite RFC 3339 text in UTC with six decimals, so that the order of texts is the order of times.
#[derive(Debug, Clone, Copy, SqlType, QueryId)]
#[diesel(postgres_type(oid = 1184, array_oid = 1185), sqlite_type(name = "Text"))]
pub struct DbTime;

impl diesel::sql_types::SqlOrd for DbUuid {}
impl diesel::sql_types::SqlOrd for DbTime {}

/// An id in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, AsExpression, FromSqlRow)]
#[diesel(sql_type = DbUuid)]
pub struct Id(pub Uuid);

/// A JSON value in a row.
#[derive(Debug, Clone, PartialEq, AsExpression, FromSqlRow)]
#[diesel(sql_type = DbJson)]
pub struct Json(pub serde_json::Value);

/// A moment in a row, cut to microseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, AsExpression, FromSqlRow)]
#[diesel(sql_type = DbTime)]
pub struct Time(DateTime<Utc>);

impl Time {
    /// The moment in UTC.
    pub fn get(self) -> DateTime<Utc> {
        self.0
    }
}

impl From<DateTime<Utc>> for Time {
    fn from(at: DateTime<Utc>) -> Self {
        Self(at.trunc_subsecs(6))
    }
}

const SQLITE_TIME: &str = "%Y-%m-%dT%H:%M:%S%.6fZ";

impl ToSql<DbUuid, Pg> for Id {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        out.write_all(self.0.as_bytes())?;
        Ok(IsNull::No)
    }
}

impl FromSql<DbUuid, Pg> for Id {
    fn from_sql(value: diesel::pg::PgValue<'_>) -> deserialize::Result<Self> {
        Ok(Self(Uuid::from_slice(value.as_bytes())?))
    }
}

impl ToSql<DbUuid, Sqlite> for Id {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
        out.set_value(self.0.hyphenated().to_string());
        Ok(IsNull::No)
    }
}

impl FromSql<DbUuid, Sqlite> for Id {
    fn from_sql(value: <Sqlite as Backend>::RawValue<'_>) -> deserialize::Result<Self> {
        let text = <String as FromSql<diesel::sql_types::Text, Sqlite>>::from_sql(value)?;
        Ok(Self(Uuid::try_parse(&text)?))
    }
}

/// The version byte that PostgreSQL puts before the text of a `jsonb`.
const JSONB_VERSION: u8 = 1;

impl ToSql<DbJson, Pg> for Json {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        out.write_all(&[JSONB_VERSION])?;
        serde_json::to_writer(out, &self.0)?;
        Ok(IsNull::No)
    }
}

impl FromSql<DbJson, Pg> for Json {
    fn from_sql(value: diesel::pg::PgValue<'_>) -> deserialize::Result<Self> {
        match value.as_bytes() {
            [JSONB_VERSION, text @ ..] => Ok(Self(serde_json::from_slice(text)?)),
            _ => Err("this jsonb is of a version that is not known here".into()),
        }
    }
}

impl ToSql<DbJson, Sqlite> for Json {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
        out.set_value(serde_json::to_string(&self.0)?);
        Ok(IsNull::No)
    }
}

impl FromSql<DbJson, Sqlite> for Json {
    fn from_sql(value: <Sqlite as Backend>::RawValue<'_>) -> deserialize::Result<Self> {
        let text = <String as FromSql<diesel::sql_types::Text, Sqlite>>::from_sql(value)?;
        Ok(Self(serde_json::from_str(&text)?))
    }
}

impl ToSql<DbTime, Pg> for Time {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        <DateTime<Utc> as ToSql<diesel::sql_types::Timestamptz, Pg>>::to_sql(&self.0, &mut out.reborrow())
    }
}

impl FromSql<DbTime, Pg> for Time {
    fn from_sql(value: diesel::pg::PgValue<'_>) -> deserialize::Result<Self> {
        <DateTime<Utc> as FromSql<diesel::sql_types::Timestamptz, Pg>>::from_sql(value).map(Self)
    }
}

impl ToSql<DbTime, Sqlite> for Time {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
        out.set_value(self.0.format(SQLITE_TIME).to_string());
        Ok(IsNull::No)
    }
}

impl FromSql<DbTime, Sqlite> for Time {
    fn from_sql(value: <Sqlite as Backend>::RawValue<'_>) -> deserialize::Result<Self> {
        let text = <String as FromSql<diesel::sql_types::Text, Sqlite>>::from_sql(value)?;
        Ok(Self(DateTime::parse_from_rfc3339(&text)?.with_timezone(&Utc)))
    }
}

macro_rules! on_both_backends {
    ($($sql:ident => $rust:ident),*) => {$(
        impl HasSqlType<$sql> for MultiBackend {
            fn metadata(lookup: &mut Self::MetadataLookup) -> Self::TypeMetadata {
                MultiBackend::lookup_sql_type::<$sql>(lookup)
            }
        }

        impl ToSql<$sql, MultiBackend> for $rust {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, MultiBackend>) -> serialize::Result {
                out.set_value(($sql, self));
                Ok(IsNull::No)
            }
        }

        impl FromSql<$sql, MultiBackend> for $rust {
            fn from_sql(value: <MultiBackend as Backend>::RawValue<'_>) -> deserialize::Result<Self> {
                value.from_sql::<Self, $sql>()
            }
        }
    )*};
}

on_both_backends!(DbUuid => Id, DbJson => Json, DbTime => Time);

macro_rules! row_ids {
    ($($name:ident),*) => {$(
        impl From<crate::domain::id::$name> for Id {
            fn from(id: crate::domain::id::$name) -> Self {
                Self(id.0)
            }
        }

        impl From<Id> for crate::domain::id::$name {
            fn from(id: Id) -> Self {
                Self(id.0)
            }
        }
    )*};
}

row_ids!(
    CityId,
    UserId,
    SessionId,
    RevisionId,
    IndicatorValueId,
    PracticeId,
    RequestId,
    ProposalId,
    ReviewId,
    AnswerId,
    PartnershipId,
    FeedbackId,
    PortalId,
    PortalKeyId,
    VlrId,
    RoundId,
    JobId
);

impl Json {
    /// A value as JSON. Every type that is stored this way is made of plain fields, for which this cannot fail; should one ever, the
    /// column holds `null` and reading it back is reported as damage.
    pub fn of<T: serde::Serialize + ?Sized>(value: &T) -> Self {
        Self(serde_json::to_value(value).unwrap_or(serde_json::Value::Null))
    }

    /// The value back as what it was.
    ///
    /// # Errors
    /// `Damaged` with the place and serde's words.
    pub fn read<T: serde::de::DeserializeOwned>(
        self,
        table: &'static str,
        column: &'static str,
        id: impl ToString,
    ) -> Result<T, super::error::StoreError> {
        serde_json::from_value(self.0).map_err(|error| super::error::StoreError::damaged(table, column, id, error))
    }
}

/// A text column back as the code or state that it holds.
///
/// # Errors
/// `Damaged` with the place and what was expected.
pub fn parse<T>(text: &str, table: &'static str, column: &'static str, id: impl ToString) -> Result<T, super::error::StoreError>
where
    T: std::str::FromStr<Err: std::fmt::Display>,
{
    text.parse().map_err(|error| super::error::StoreError::damaged(table, column, id, error))
}

/// Like [`parse`], for a column that may be empty.
///
/// # Errors
/// As [`parse`].
pub fn parse_optional<T>(
    text: Option<&str>,
    table: &'static str,
    column: &'static str,
    id: impl ToString,
) -> Result<Option<T>, super::error::StoreError>
where
    T: std::str::FromStr<Err: std::fmt::Display>,
{
    text.map(|text| parse(text, table, column, id)).transpose()
}
