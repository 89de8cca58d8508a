//! Values of indicators: a city's own, and its country's where it has none, each with year and source.
//!
//! A corrected value stays in the history. A value outside of the model's plausible range is a mistake or of another unit, and is refused
//! where it enters.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;

use super::access::Pass;
use super::audit::{self, Change};
use super::context::{Author, Write};
use super::error::Error;
use crate::domain::code::IndicatorCode;
use crate::domain::fault::{Faults, check_optional_text, check_text};
use crate::domain::id::{CityId, IndicatorValueId};
use crate::domain::profile::check_year;
use crate::matching::{IndicatorDefinition, Model};
use crate::store::connection::Db;
use crate::store::{cities, indicators};

pub use crate::matching::indicators::Scope;
pub use crate::store::indicators::{IndicatorValue, Subject, Target};

/// The longest source of a value, in characters.
const SOURCE_MAX_CHARS: usize = 2_000;
/// The longest unit that a source may state, in characters.
const UNIT_MAX_CHARS: usize = 80;

/// A value, and whose it is.
#[derive(Debug, Clone, PartialEq)]
pub struct ScopedValue {
    /// The value.
    pub value: IndicatorValue,
    /// The city's own, or its country's standing in.
    pub scope: Scope,
}

/// For each indicator the newest value of the city, or else the newest of its country; by code.
///
/// # Errors
/// `NotFound` for an unknown city.
pub fn of_city(db: &mut Db, city: CityId) -> Result<Vec<ScopedValue>, Error> {
    let own = newest_by_code(indicators::of_cities(db, Some(&[city]))?);
    let code = country_of(db, city)?;
    let country = newest_by_code(indicators::of_country(db, &code)?);
    let codes: BTreeSet<IndicatorCode> = own.keys().chain(country.keys()).cloned().collect();
    let scoped = |code: &IndicatorCode| match own.get(code) {
        Some(value) => Some(ScopedValue { value: value.clone(), scope: Scope::City }),
        None => country.get(code).map(|value| ScopedValue { value: value.clone(), scope: Scope::Country }),
    };
    Ok(codes.iter().filter_map(scoped).collect())
}

/// Everything that is known of one indicator of a city.
#[derive(Debug, Clone, PartialEq)]
pub struct CityIndicator {
    /// What it is.
    pub definition: IndicatorDefinition,
    /// Every value that the city ever had, newest entry first.
    pub history: Vec<IndicatorValue>,
    /// The newest value of the country.
    pub country: Option<IndicatorValue>,
    /// What the city set itself.
    pub target: Target,
    /// Counts every change of values and target: what a writer has to have seen.
    pub version: i64,
}

/// One indicator of a city.
///
/// # Errors
/// `NotFound` for an indicator that the model does not have, and for an unknown city.
pub fn one_of_city(db: &mut Db, model: &Model, city: CityId, code: &IndicatorCode) -> Result<CityIndicator, Error> {
    let definition = definition_of(model, code)?.clone();
    let country = country_of(db, city)?;
    let of_country = indicators::of_country(db, &country)?;
    let country = newest_by_code(of_country.into_iter().filter(|value| value.code == *code).collect()).remove(code);
    let (target, history) = (indicators::target(db, city, code)?, indicators::history(db, city, code)?);
    Ok(CityIndicator { definition, version: version_of(&target, &history), history, country, target })
}

/// What somebody enters for an indicator. The target is replaced as a whole: what is absent is no longer set.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Entry {
    /// A value, in the indicator's unit; absent where only the target changes.
    pub value: Option<f64>,
    /// The year that the value speaks of; needed with a value.
    pub year: Option<i32>,
    /// Where it is written; needed with a value.
    pub source: Option<String>,
    /// The unit as the source states it.
    pub unit: Option<String>,
    /// Where the city started.
    pub baseline: Option<f64>,
    /// The year of the start.
    pub baseline_year: Option<i32>,
    /// Where it wants to be.
    pub target: Option<f64>,
    /// The year by which.
    pub target_year: Option<i32>,
}

/// Adds a value, or corrects the one of its year, and sets the target.
///
/// # Errors
/// `NotFound` for an indicator that the model does not have; `Stale`; `Invalid` with every fault.
pub fn put(
    write: &mut Write<'_>,
    model: &Model,
    pass: &Pass,
    (code, expected): (&IndicatorCode, i64),
    entry: Entry,
) -> Result<CityIndicator, Error> {
    let city = pass.addressed_city()?;
    let before = one_of_city(write.db, model, city, code)?;
    if before.version != expected {
        return Err(Error::Stale);
    }
    faults_of(&entry, &before.definition, write.now.year()).into_result(()).map_err(Error::from)?;
    let target = Target {
        baseline: entry.baseline,
        baseline_year: entry.baseline_year,
        target: entry.target,
        target_year: entry.target_year,
        version: before.target.version,
    };
    if !indicators::put_target(write.db, city, code, &target)? {
        return Err(Error::Stale);
    }
    if let Some(value) = value_of(write, pass, code, entry)? {
        indicators::add(write.db, &[value])?;
    }
    let after = one_of_city(write.db, model, city, code)?;
    let change = Change::of("indicator.write", "indicator", format!("{city}/{code}")).touching([city]);
    audit::record(write, &Author::from(&pass.actor), change.from(&content_of(&before)).to(&content_of(&after)))?;
    Ok(after)
}

fn value_of(write: &Write<'_>, pass: &Pass, code: &IndicatorCode, entry: Entry) -> Result<Option<IndicatorValue>, Error> {
    let Some(value) = entry.value else { return Ok(None) };
    Ok(Some(IndicatorValue {
        id: IndicatorValueId(write.new_id()),
        subject: Subject::City(pass.addressed_city()?),
        code: code.clone(),
        year: entry.year,
        value,
        unit: entry.unit,
        source: entry.source,
        from_memory: false,
        is_current: true,
        entered_by: Some(pass.actor.user),
        entered_at: write.now,
    }))
}

fn faults_of(entry: &Entry, definition: &IndicatorDefinition, this_year: i32) -> Faults {
    let mut faults = Faults::new();
    let [low, high] = definition.plausible;
    for (pointer, value) in [("/value", entry.value), ("/baseline", entry.baseline), ("/target", entry.target)] {
        let is_good = value.is_none_or(|value| definition.is_plausible(value));
        faults.require(is_good, pointer, format!("must be from {low} to {high} {}", definition.unit));
    }
    let says_something = entry.value.is_some() || entry.baseline.is_some() || entry.target.is_some();
    faults.require(says_something, "/value", "give a value, a baseline or a target");
    for (pointer, year) in [("/year", entry.year), ("/baseline_year", entry.baseline_year)] {
        check_year(&mut faults, pointer, year);
        faults.require(year.is_none_or(|year| year <= this_year), pointer, "must not lie in the future");
    }
    check_year(&mut faults, "/target_year", entry.target_year);
    check_pairs(&mut faults, entry);
    faults
}

/// What must come together: a number with its year, a value with its source.
fn check_pairs(faults: &mut Faults, entry: &Entry) {
    let pairs = [
        ("/year", "value", entry.value.is_some(), entry.year.is_some()),
        ("/baseline_year", "baseline", entry.baseline.is_some(), entry.baseline_year.is_some()),
        ("/target_year", "target", entry.target.is_some(), entry.target_year.is_some()),
    ];
    for (pointer, number, has_number, has_year) in pairs {
        faults.require(has_year || !has_number, pointer, format!("is needed with a {number}"));
        faults.require(has_number || !has_year, pointer, format!("stands here without a {number}"));
    }
    match &entry.source {
        Some(source) => check_text(faults, "/source", source, SOURCE_MAX_CHARS),
        None => faults.require(entry.value.is_none(), "/source", "is needed with a value: where is it written?"),
    }
    check_optional_text(faults, "/unit", entry.unit.as_deref(), UNIT_MAX_CHARS);
}

fn definition_of<'m>(model: &'m Model, code: &IndicatorCode) -> Result<&'m IndicatorDefinition, Error> {
    model.indicator(code).ok_or(Error::NotFound("indicator"))
}

fn country_of(db: &mut Db, city: CityId) -> Result<crate::domain::code::CountryCode, Error> {
    let found = cities::by_ids(db, &[city])?.pop();
    found.map(|city| city.record.country).ok_or(Error::NotFound("city"))
}

/// The newest year of each indicator; a value without a year comes before every year.
fn newest_by_code(values: Vec<IndicatorValue>) -> BTreeMap<IndicatorCode, IndicatorValue> {
    let mut newest: BTreeMap<IndicatorCode, IndicatorValue> = BTreeMap::new();
    for value in values {
        let is_newer = newest.get(&value.code).is_none_or(|known| value.year >= known.year);
        if is_newer {
            newest.insert(value.code.clone(), value);
        }
    }
    newest
}

/// Both only ever grow, so that the sum counts every change, also one by an import, which knows of no target.
fn version_of(target: &Target, history: &[IndicatorValue]) -> i64 {
    target.version + i64::try_from(history.len()).unwrap_or(i64::MAX)
}

/// What the audit log's hash covers.
fn content_of(indicator: &CityIndicator) -> serde_json::Value {
    let current = indicator.history.iter().filter(|value| value.is_current);
    let values: Vec<_> = current.map(|value| (value.year, value.value, value.source.clone())).collect();
    let Target { baseline, baseline_year, target, target_year, version: _ } = indicator.target;
    serde_json::json!({ "values": values, "baseline": [baseline, baseline_year.map(f64::from)], "target": [target, target_year.map(f64::from)] })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::indicators::{Better, Transform, Use};
    use crate::matching::taxonomy::Labels;

    fn definition() -> IndicatorDefinition {
        let text = |text: &str| Labels { en: text.to_owned(), id: text.to_owned() };
        IndicatorDefinition {
            code: "households_connected_pct".parse().unwrap(),
            scope: Scope::City,
            name: text("Households connected"),
            unit: "%".to_owned(),
            source: "a census".to_owned(),
            year_column: None,
            year: Some(2020),
            plausible: [0.0, 100.0],
            used_for: Use::Shown,
            better: Better::Higher,
            transform: Transform::Identity,
            theme: None,
            target: None,
            worst: None,
            basis: None,
        }
    }

    fn pointers(entry: &Entry) -> Vec<String> {
        let mut pointers: Vec<String> = faults_of(entry, &definition(), 2026).into_vec().into_iter().map(|fault| fault.pointer).collect();
        pointers.sort();
        pointers
    }

    #[test]
    fn an_entry_names_all_its_faults_at_once() {
        let entry = Entry { value: Some(101.0), year: Some(2027), target: Some(f64::NAN), baseline_year: Some(2020), ..Entry::default() };
        assert_eq!(pointers(&entry), ["/baseline_year", "/source", "/target", "/target_year", "/value", "/year"]);
    }

    #[test]
    fn a_target_alone_is_an_entry_and_nothing_at_all_is_none() {
        let entry = Entry { target: Some(95.0), target_year: Some(2030), ..Entry::default() };
        assert_eq!(pointers(&entry), Vec::<String>::new());
        assert_eq!(pointers(&Entry::default()), ["/value"]);
    }
}
