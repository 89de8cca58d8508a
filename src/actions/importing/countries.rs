//! Files of countries: what a country is, and its values, which stand in for its cities'.

use std::collections::{BTreeMap, BTreeSet};

use super::meter::Meter;
use super::report::{Counts, Done};
use super::run::Import;
use super::values::{Columns, KnownValues, Stated, ValuePlan};
use crate::actions::context::Write;
use crate::actions::error::Error;
use crate::domain::code::CountryCode;
use crate::domain::country::is_known_country;
use crate::domain::id::CityId;
use crate::exchange::csv_in::{self, CountryRow};
use crate::exchange::fault_report::{FaultReport, RowFault};
use crate::matching::Model;
use crate::store::cities;
use crate::store::connection::Db;
use crate::store::countries::{self as store, Country};
use crate::store::indicators::Subject;

pub(super) fn import(write: &mut Write<'_>, model: &Model, import: &Import<'_>, meter: &mut Meter<'_>) -> Result<Done, Error> {
    let rows = csv_in::countries(import.file, import.bytes)?;
    let known = KnownValues::of_countries(write.db)?;
    let (mut report, mut values) = (FaultReport::new(import.file), ValuePlan::new(import.lists_changes));
    for row in &rows {
        if !is_known_country(&row.code) {
            report.add(RowFault::of_field(row.line, "iso2", row.code.as_str(), "is not a country code of ISO 3166-1 that is in use"));
        }
        for reading in &row.indicators {
            let (subject, whose) = (Subject::Country(row.code.clone()), row.code.as_str());
            let stated = Stated { line: row.line, subject, reading, columns: Columns::Wide, whose };
            values.take(write, (model, &known), stated, &mut report);
        }
    }
    report.into_result(())?;
    meter.expect(rows.len() + values.steps());
    let (records, mut changed) = put_all(write, import.file, &rows)?;
    meter.did(rows.len());
    changed.extend(values.countries());
    let touched = cities_of(write.db, &changed)?;
    let written = values.write(write, meter)?;
    Ok(Done { rows: rows.len() as u64, records, values: written, notes: values.notes, changes: values.changes, touched })
}

fn put_all<'r>(write: &mut Write<'_>, file: &str, rows: &'r [CountryRow]) -> Result<(Counts, BTreeSet<&'r str>), Error> {
    let known: BTreeMap<CountryCode, Country> = store::all(write.db)?.into_iter().map(|country| (country.code.clone(), country)).collect();
    let (mut counts, mut changed) = (Counts::default(), BTreeSet::new());
    for row in rows {
        let old = known.get(&row.code);
        let new = country_of(row, file, old);
        match old {
            Some(old) if *old == new => {
                counts.unchanged += 1;
                continue;
            }
            Some(_) => counts.updated += 1,
            None => counts.inserted += 1,
        }
        store::put(write.db, &new)?;
        changed.insert(row.code.as_str());
    }
    Ok((counts, changed))
}

/// What the row states, and of the rest what was known.
fn country_of(row: &CountryRow, file: &str, old: Option<&Country>) -> Country {
    let keep = |new: &Option<String>, old: Option<&Option<String>>| new.clone().or_else(|| old.cloned().flatten());
    let languages: Vec<String> = row.languages.iter().map(ToString::to_string).collect();
    let known_languages = old.map(|old| old.languages.clone()).unwrap_or_default();
    Country {
        code: row.code.clone(),
        iso3: keep(&row.iso3, old.map(|old| &old.iso3)),
        name: row.name.clone(),
        region: keep(&row.subregion.clone().or_else(|| row.region.clone()), old.map(|old| &old.region)),
        languages: if languages.is_empty() { known_languages } else { languages },
        income_group: keep(&row.income_group, old.map(|old| &old.income_group)),
        capital: keep(&row.capital, old.map(|old| &old.capital)),
        source: Some(format!("file {file}")),
    }
}

fn cities_of(db: &mut Db, countries: &BTreeSet<&str>) -> Result<Vec<CityId>, Error> {
    let all = cities::ids_by_country(db)?;
    Ok(all.into_iter().filter(|(_, country)| countries.contains(country.as_str())).map(|(id, _)| id).collect())
}
