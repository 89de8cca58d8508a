//! Files of Voluntary Local Reviews.

use std::collections::{BTreeSet, HashMap};

use super::directory::Directory;
use super::meter::Meter;
use super::report::Done;
use super::run::Import;
use crate::actions::context::Write;
use crate::actions::error::Error;
use crate::domain::id::{CityId, VlrId};
use crate::exchange::csv_in::{self, VlrRow};
use crate::exchange::fault_report::FaultReport;
use crate::store::cities::{self as store, Vlr};

pub(super) fn import(write: &mut Write<'_>, import: &Import<'_>, meter: &mut Meter<'_>) -> Result<Done, Error> {
    let rows = csv_in::vlrs(import.file, import.bytes)?;
    let directory = Directory::read(write.db)?;
    let known: HashMap<(CityId, Option<i32>, String), Vlr> =
        store::vlrs(write.db, None)?.into_iter().map(|vlr| ((vlr.city, vlr.year, vlr.title.clone()), vlr)).collect();
    let mut report = FaultReport::new(import.file);
    let mut done = Done { rows: rows.len() as u64, ..Done::default() };
    let (mut new, mut changed) = (Vec::new(), Vec::new());
    for row in &rows {
        let Some(city) = directory.require(&row.slug, (row.line, "slug"), &mut report) else { continue };
        let old = known.get(&(city, row.year.map(i32::from), row.title.clone()));
        let stated = vlr_of(row, city, old.map_or_else(|| VlrId(write.new_id()), |old| old.id));
        match old {
            Some(old) if *old == stated => done.records.unchanged += 1,
            Some(_) => changed.push(stated),
            None => new.push(stated),
        }
    }
    report.into_result(())?;
    meter.expect(rows.len());
    store::insert_vlrs(write.db, &new)?;
    for vlr in &changed {
        store::update_vlr(write.db, vlr)?;
    }
    meter.did(rows.len());
    (done.records.inserted, done.records.updated) = (new.len() as u64, changed.len() as u64);
    done.touched = new.iter().chain(&changed).map(|vlr| vlr.city).collect::<BTreeSet<_>>().into_iter().collect();
    Ok(done)
}

fn vlr_of(row: &VlrRow, city: CityId, id: VlrId) -> Vlr {
    Vlr {
        id,
        city,
        year: row.year.map(i32::from),
        title: row.title.clone(),
        sdgs: row.sdgs.clone(),
        source: Some(row.provenance.source.clone()),
        from_memory: row.provenance.from_memory,
    }
}
