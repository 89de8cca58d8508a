//! Files of hazards: one row for each city. A city's scores are replaced as a whole.

use std::collections::{BTreeMap, BTreeSet};

use super::directory::Directory;
use super::meter::Meter;
use super::report::Done;
use super::run::Import;
use crate::actions::context::Write;
use crate::actions::error::Error;
use crate::domain::id::CityId;
use crate::exchange::csv_in::{self, HazardRow};
use crate::exchange::fault_report::FaultReport;
use crate::store::cities::{self as store, Hazard};

pub(super) fn import(write: &mut Write<'_>, import: &Import<'_>, meter: &mut Meter<'_>) -> Result<Done, Error> {
    let rows = csv_in::hazards(import.file, import.bytes)?;
    let directory = Directory::read(write.db)?;
    let mut known: BTreeMap<CityId, Vec<Hazard>> = BTreeMap::new();
    for hazard in store::hazards(write.db, None)? {
        known.entry(hazard.city).or_default().push(hazard);
    }
    let mut report = FaultReport::new(import.file);
    let mut done = Done { rows: rows.len() as u64, ..Done::default() };
    let mut changed = Vec::new();
    for row in &rows {
        let Some(city) = directory.require(&row.slug, (row.line, "slug"), &mut report) else { continue };
        let (new, old) = (hazards_of(row, city), known.get(&city));
        match old {
            Some(old) if *old == new => done.records.unchanged += 1,
            _ if new.is_empty() => done.notes.add(row.line, "states no score; what is known is kept"),
            Some(_) => done.records.updated += 1,
            None => done.records.inserted += 1,
        }
        if old != Some(&new) {
            changed.extend(new);
        }
    }
    report.into_result(())?;
    meter.expect(rows.len());
    store::replace_hazards(write.db, &changed)?;
    meter.did(rows.len());
    done.touched = changed.iter().map(|hazard| hazard.city).collect::<BTreeSet<_>>().into_iter().collect();
    Ok(done)
}

/// By name, as the store reads them.
fn hazards_of(row: &HazardRow, city: CityId) -> Vec<Hazard> {
    let hazard = |(hazard, score): &(csv_in::Hazard, u8)| Hazard {
        city,
        name: hazard.to_string(),
        level: i32::from(*score),
        source: Some(row.basis.clone()),
        from_memory: row.from_memory,
    };
    let mut hazards: Vec<Hazard> = row.scores.iter().map(hazard).collect();
    hazards.sort_by(|a, b| a.name.cmp(&b.name));
    hazards
}
