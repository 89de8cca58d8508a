//! Indicator values of a file, held against the model and against what is known.

use std::collections::{BTreeSet, HashMap};

use serde_json::json;

use super::changes::Changes;
use super::meter::Meter;
use super::report::{Counts, Notes};
use crate::actions::context::Write;
use crate::actions::error::Error;
use crate::domain::code::IndicatorCode;
use crate::domain::id::{CityId, IndicatorValueId};
use crate::exchange::csv_in::IndicatorReading;
use crate::exchange::fault_report::{FaultReport, RowFault};
use crate::matching::{IndicatorDefinition, Model};
use crate::store::connection::Db;
use crate::store::indicators::{self, IndicatorValue, Subject};

/// Values that one step of the progress covers.
const STEP: usize = 4_000;

const KEPT: &str = "somebody has entered another value for this year since; theirs is kept";

type Key = (Subject, IndicatorCode, Option<i32>);

/// The current values, prepared for look-ups.
pub(super) struct KnownValues(HashMap<Key, IndicatorValue>);

impl KnownValues {
    pub(super) fn of_cities(db: &mut Db) -> Result<Self, Error> {
        Ok(Self::new(indicators::of_cities(db, None)?))
    }

    pub(super) fn of_countries(db: &mut Db) -> Result<Self, Error> {
        Ok(Self::new(indicators::of_countries(db)?))
    }

    fn new(values: Vec<IndicatorValue>) -> Self {
        Self(values.into_iter().map(|value| ((value.subject.clone(), value.code.clone(), value.year), value)).collect())
    }
}

/// A value as a file states it.
pub(super) struct Stated<'a> {
    pub(super) line: u64,
    pub(super) subject: Subject,
    pub(super) reading: &'a IndicatorReading,
    pub(super) columns: Columns,
    /// Whose it is, for readers: a slug or a code.
    pub(super) whose: &'a str,
}

/// In which columns a file has code and value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Columns {
    /// One column for each indicator.
    Wide,
    /// One row for each value.
    Long,
}

/// What to do with the values of a file.
#[derive(Default)]
pub(super) struct ValuePlan {
    add: Vec<IndicatorValue>,
    retire: Vec<IndicatorValueId>,
    counts: Counts,
    /// Codes of wide columns that were reported already: one fault for the column, not one for each row.
    unknown: BTreeSet<IndicatorCode>,
    pub(super) touched: BTreeSet<CityId>,
    pub(super) notes: Notes,
    pub(super) changes: Changes,
}

impl ValuePlan {
    /// An empty plan.
    pub(super) fn new(lists_changes: bool) -> Self {
        Self { changes: Changes::new(lists_changes), ..Self::default() }
    }

    /// Takes a value into the plan, or notes its fault.
    pub(super) fn take(&mut self, write: &Write<'_>, (model, known): (&Model, &KnownValues), stated: Stated<'_>, report: &mut FaultReport) {
        let Some(definition) = model.indicator(&stated.reading.code) else {
            return self.note_unknown(model, &stated, report);
        };
        if !definition.is_plausible(stated.reading.value) {
            return self.note_implausible(definition, &stated, report);
        }
        let reading = stated.reading;
        let year = reading.year.map(i32::from);
        let old = known.0.get(&(stated.subject.clone(), reading.code.clone(), year));
        match old {
            Some(old) if is_same(old, reading) => self.counts.unchanged += 1,
            Some(old) if old.entered_by.is_some() => self.notes.add(stated.line, KEPT),
            Some(old) => {
                self.note(&stated, Some(old));
                self.counts.updated += 1;
                self.retire.push(old.id);
                self.add(write, stated);
            }
            None => {
                self.note(&stated, None);
                self.counts.inserted += 1;
                self.add(write, stated);
            }
        }
    }

    fn note(&mut self, stated: &Stated<'_>, old: Option<&IndicatorValue>) {
        let reading = stated.reading;
        let told = |value: f64, unit: Option<&str>, source: Option<&str>, from_memory: bool| json!({"value": value, "unit": unit, "source": source, "from_memory": from_memory});
        let old = old.map(|old| told(old.value, old.unit.as_deref(), old.source.as_deref(), old.from_memory));
        let new = told(reading.value, reading.unit.as_deref(), Some(&reading.source), reading.from_memory);
        let year = || reading.year.map(|year| format!(" {year}")).unwrap_or_default();
        self.changes.note(stated.line, || format!("{} · {}{}", stated.whose, reading.code, year()), (old.as_ref(), &new));
    }

    fn add(&mut self, write: &Write<'_>, stated: Stated<'_>) {
        if let Subject::City(city) = stated.subject {
            self.touched.insert(city);
        }
        let reading = stated.reading;
        self.add.push(IndicatorValue {
            id: IndicatorValueId(write.new_id()),
            subject: stated.subject,
            code: reading.code.clone(),
            year: reading.year.map(i32::from),
            value: reading.value,
            unit: reading.unit.as_ref().map(ToString::to_string),
            source: Some(reading.source.to_string()),
            from_memory: reading.from_memory,
            is_current: true,
            entered_by: None,
            entered_at: write.now,
        });
    }

    fn note_unknown(&mut self, model: &Model, stated: &Stated<'_>, report: &mut FaultReport) {
        let code = &stated.reading.code;
        let detail = format!("the model {} has no such indicator; see /api/v1/indicators", model.name());
        let is_first = self.unknown.insert(code.clone());
        match stated.columns {
            Columns::Long => report.add(RowFault::of_field(stated.line, "indicator", code.as_str(), detail)),
            Columns::Wide if is_first => report.add(RowFault::of_field(1, code.as_str(), "", detail)),
            Columns::Wide => {}
        }
    }

    /// Who enters values one by one can correct one. In an open data set of thousands of rows that nobody here keeps, a value that cannot
    /// be true is left out, and the rest is worth having.
    fn note_implausible(&mut self, definition: &IndicatorDefinition, stated: &Stated<'_>, report: &mut FaultReport) {
        let ([low, high], unit, code) = (definition.plausible, &definition.unit, &definition.code);
        match stated.columns {
            Columns::Long => {
                let (value, detail) = (stated.reading.value.to_string(), format!("must be from {low} to {high} {unit}"));
                report.add(RowFault::of_field(stated.line, "value", &value, detail));
            }
            Columns::Wide => {
                let reason = format!("the value of {code} is not from {low} to {high} {unit}: a mistake, or of another unit");
                self.notes.add(stated.line, &reason);
            }
        }
    }

    /// How many steps writing takes.
    pub(super) fn steps(&self) -> usize {
        self.add.len()
    }

    /// Countries whose values change.
    pub(super) fn countries(&self) -> BTreeSet<&str> {
        self.add
            .iter()
            .filter_map(|value| match &value.subject {
                Subject::Country(country) => Some(country.as_str()),
                Subject::City(_) => None,
            })
            .collect()
    }

    /// Writes the plan.
    pub(super) fn write(&self, write: &mut Write<'_>, meter: &mut Meter<'_>) -> Result<Counts, Error> {
        indicators::retire_all(write.db, &self.retire)?;
        for batch in self.add.chunks(STEP) {
            indicators::add_first(write.db, batch)?;
            meter.did(batch.len());
        }
        Ok(self.counts)
    }
}

fn is_same(old: &IndicatorValue, new: &IndicatorReading) -> bool {
    old.value == new.value
        && old.unit.as_deref() == new.unit.as_deref()
        && old.source.as_deref() == Some(new.source.as_ref())
        && old.from_memory == new.from_memory
}
