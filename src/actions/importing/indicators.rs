//! Files of indicator values in long form: one row for each city, indicator and year.

use std::borrow::Cow;

use super::directory::Directory;
use super::meter::Meter;
use super::report::{Counts, Done};
use super::run::Import;
use super::values::{Columns, KnownValues, Stated, ValuePlan};
use crate::actions::context::Write;
use crate::actions::error::Error;
use crate::exchange::csv_in::{self, IndicatorReading, IndicatorRow};
use crate::exchange::fault_report::FaultReport;
use crate::matching::Model;
use crate::store::indicators::Subject;

pub(super) fn import(write: &mut Write<'_>, model: &Model, import: &Import<'_>, meter: &mut Meter<'_>) -> Result<Done, Error> {
    let rows = csv_in::indicators(import.file, import.bytes)?;
    let (directory, known) = (Directory::read(write.db)?, KnownValues::of_cities(write.db)?);
    let (mut report, mut plan) = (FaultReport::new(import.file), ValuePlan::new(import.lists_changes));
    for row in &rows {
        if let Some(city) = directory.require(&row.slug, (row.line, "slug"), &mut report) {
            let reading = reading_of(row);
            let (subject, whose) = (Subject::City(city), row.slug.as_str());
            let stated = Stated { line: row.line, subject, reading: &reading, columns: Columns::Long, whose };
            plan.take(write, (model, &known), stated, &mut report);
        }
    }
    report.into_result(())?;
    meter.expect(plan.steps());
    let records = plan.write(write, meter)?;
    let touched = plan.touched.iter().copied().collect();
    Ok(Done { rows: rows.len() as u64, records, values: Counts::default(), notes: plan.notes, changes: plan.changes, touched })
}

fn reading_of(row: &IndicatorRow) -> IndicatorReading {
    IndicatorReading {
        code: row.code.clone(),
        year: row.year,
        value: row.value,
        unit: row.unit.clone().map(Cow::Owned),
        source: Cow::Owned(row.provenance.source.clone()),
        from_memory: row.provenance.from_memory,
    }
}
