//! Countries of members and of their partners.

use diesel::prelude::*;

use super::connection::Db;
use super::error::StoreError;
use super::schema::country;
use super::types::{Json, parse};
use crate::domain::code::CountryCode;

/// A country.
#[derive(Debug, Clone, PartialEq)]
pub struct Country {
    /// ISO 3166-1 alpha-2.
    pub code: CountryCode,
    /// ISO 3166-1 alpha-3.
    pub iso3: Option<String>,
    /// Name in English.
    pub name: String,
    /// Region.
    pub region: Option<String>,
    /// Languages, as the source lists them.
    pub languages: Vec<String>,
    /// The World Bank's income group.
    pub income_group: Option<String>,
    /// Capital.
    pub capital: Option<String>,
    /// Where that is written.
    pub source: Option<String>,
}

type Row = (String, Option<String>, String, Option<String>, Json, Option<String>, Option<String>, Option<String>);

/// All countries, by code.
///
/// # Errors
/// The database's failure, or damage.
pub fn all(db: &mut Db) -> Result<Vec<Country>, StoreError> {
    let rows: Vec<Row> = country::table.order(country::code).load(db)?;
    rows.into_iter()
        .map(|(code, iso3, name, region, languages, income_group, capital, source)| {
            let languages = languages.read("country", "languages", &code)?;
            Ok(Country { code: parse(&code, "country", "code", &code)?, iso3, name, region, languages, income_group, capital, source })
        })
        .collect()
}

/// Adds a country or replaces what is known of it.
///
/// # Errors
/// The database's failure.
pub fn put(db: &mut Db, new: &Country) -> Result<(), StoreError> {
    let values = (
        country::iso3.eq(&new.iso3),
        country::name.eq(&new.name),
        country::region.eq(&new.region),
        country::languages.eq(Json::of(&new.languages)),
        country::income_group.eq(&new.income_group),
        country::capital.eq(&new.capital),
        country::source.eq(&new.source),
    );
    let changed = diesel::update(country::table.filter(country::code.eq(new.code.as_str()))).set(values.clone()).execute(db)?;
    if changed == 0 {
        diesel::insert_into(country::table).values((country::code.eq(new.code.as_str()), values)).execute(db)?;
    }
    Ok(())
}
