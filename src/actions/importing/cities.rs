//! Files of cities: records, and in the world file their indicator values.

use std::collections::{BTreeSet, HashMap};

use super::changes::Changes;
use super::city_match::{Dialect, Identity, identify, note_new_slugs};
use super::city_record::{merged, new_record};
use super::directory::Directory;
use super::meter::Meter;
use super::report::{Counts, Done, Notes};
use super::run::Import;
use super::values::{Columns, KnownValues, Stated, ValuePlan};
use crate::actions::context::Write;
use crate::actions::error::Error;
use crate::domain::city::{City, CityStatus};
use crate::domain::code::Slug;
use crate::domain::fault::Fault;
use crate::domain::id::CityId;
use crate::exchange::csv_in::{self, CityRow};
use crate::exchange::fault_report::{FaultReport, RowFault};
use crate::matching::Model;
use crate::store::cities as store;
use crate::store::indicators::Subject;

/// Cities that one step of the progress covers.
const STEP: usize = 1_000;

/// What to do with the cities of a file.
#[derive(Default)]
struct Plan {
    new: Vec<City>,
    changed: Vec<City>,
    counts: Counts,
    notes: Notes,
    changes: Changes,
}

pub(super) fn import(write: &mut Write<'_>, model: &Model, import: &Import<'_>, meter: &mut Meter<'_>) -> Result<Done, Error> {
    let rows = csv_in::cities(import.file, import.bytes)?;
    let dialect = if csv_in::is_world_file(import.bytes) { Dialect::World } else { Dialect::Members };
    let (directory, known) = (Directory::read(write.db)?, KnownValues::of_cities(write.db)?);
    let mut report = FaultReport::new(import.file);
    let identities = identify(write, &directory, dialect, &rows, &mut report);
    let mut plan = plan_of(&directory, dialect, (&rows, &identities), (import.lists_changes, &mut report));
    let mut values = ValuePlan::new(import.lists_changes);
    for (row, identity) in rows.iter().zip(&identities) {
        for reading in &row.indicators {
            let whose = identity.slug.as_str();
            let stated = Stated { line: row.line, subject: Subject::City(identity.id), reading, columns: Columns::Wide, whose };
            values.take(write, (model, &known), stated, &mut report);
        }
    }
    report.into_result(())?;
    note_new_slugs(&directory, &rows, &identities, &mut plan.notes);
    meter.expect(plan.new.len() + plan.changed.len() + values.steps());
    write_plan(write, &mut plan, meter)?;
    let touched: BTreeSet<CityId> =
        plan.new.iter().chain(&plan.changed).map(|city| city.id).chain(values.touched.iter().copied()).collect();
    let written = values.write(write, meter)?;
    let (mut notes, mut changes) = (plan.notes, plan.changes);
    notes.absorb(values.notes);
    changes.absorb(values.changes);
    Ok(Done { rows: rows.len() as u64, records: plan.counts, values: written, notes, changes, touched: touched.into_iter().collect() })
}

fn plan_of(
    directory: &Directory,
    dialect: Dialect,
    (rows, identities): (&[CityRow], &[Identity]),
    (lists_changes, report): (bool, &mut FaultReport),
) -> Plan {
    let slugs: HashMap<&Slug, CityId> = identities.iter().map(|identity| (&identity.slug, identity.id)).collect();
    let known_as: HashMap<CityId, &Slug> = identities.iter().map(|identity| (identity.id, &identity.slug)).collect();
    let slug_of = |id: CityId| known_as.get(&id).copied().or_else(|| directory.city(id).map(|city| &city.slug));
    let mut plan = Plan { changes: Changes::new(lists_changes), ..Plan::default() };
    let mut successors = HashMap::new();
    for (row, identity) in rows.iter().zip(identities) {
        let successor = successor_of(directory, &slugs, row, report);
        successors.extend(successor.map(|successor| (identity.id, successor)));
        let old = directory.city(identity.id).filter(|_| !identity.is_new);
        let record = old.map_or_else(|| new_record(row, successor), |old| merged(&old.record, row, dialect, successor));
        // A successor that the row names and nobody knows was reported already.
        let is_new = |fault: &Fault| row.successor.is_none() || fault.pointer != "/successor";
        let faults = record.faults().into_vec().into_iter().filter(is_new);
        faults.for_each(|fault| report.add(fault_of(row.line, fault)));
        let city = City { id: identity.id, slug: identity.slug.clone(), record, version: old.map_or(1, |old| old.version) };
        if lists_changes && old != Some(&city) {
            let (before, after) = (old.map(|old| told(old, &slug_of)), told(&city, &slug_of));
            plan.changes.note(row.line, || format!("{} ({})", city.record.name, city.slug), (before.as_ref(), &after));
        }
        plan.take(old, city, row);
    }
    check_successors(directory, (rows, identities), &successors, report);
    plan
}

/// A city as its changes are told: by what readers know, not by ids.
fn told<'s>(city: &City, slug_of: &impl Fn(CityId) -> Option<&'s Slug>) -> serde_json::Value {
    let mut told = serde_json::to_value(&city.record).unwrap_or_default();
    if let Some(fields) = told.as_object_mut() {
        fields.insert("slug".to_owned(), city.slug.as_str().into());
        fields.insert("successor".to_owned(), city.record.successor.and_then(slug_of).map(Slug::as_str).into());
    }
    told
}

impl Plan {
    fn take(&mut self, old: Option<&City>, city: City, row: &CityRow) {
        match old {
            None => {
                self.counts.inserted += 1;
                self.new.push(city);
            }
            Some(old) if *old == city => self.counts.unchanged += 1,
            Some(_) => {
                self.counts.updated += 1;
                self.changed.push(city);
            }
        }
        if old.is_some_and(|old| old.record.status != CityStatus::Active) && row.status == CityStatus::Active {
            self.notes.add(row.line, "the city is suspended or dissolved here, and a file does not revive it: an officer can");
        }
    }
}

fn successor_of(directory: &Directory, slugs: &HashMap<&Slug, CityId>, row: &CityRow, report: &mut FaultReport) -> Option<CityId> {
    let wanted = row.successor.as_ref()?.slug.as_ref()?;
    let found = slugs.get(wanted).copied().or_else(|| directory.by_slug(wanted).map(|city| city.id));
    if found.is_none() {
        let detail = "is the slug of no city, here or in the file; name it in successor_note instead";
        report.add(RowFault::of_field(row.line, "successor", wanted.as_str(), detail));
    }
    found
}

/// A chain of successors must end.
fn check_successors(
    directory: &Directory,
    (rows, identities): (&[CityRow], &[Identity]),
    stated: &HashMap<CityId, CityId>,
    report: &mut FaultReport,
) {
    let next = |id: CityId| stated.get(&id).copied().or_else(|| directory.city(id).and_then(|city| city.record.successor));
    for (row, identity) in rows.iter().zip(identities).filter(|(_, identity)| stated.contains_key(&identity.id)) {
        let mut seen = BTreeSet::new();
        let mut at = next(identity.id);
        while let Some(id) = at {
            if id == identity.id || !seen.insert(id) {
                report.add(RowFault::of_field(row.line, "successor", "", "leads in a circle"));
                break;
            }
            at = next(id);
        }
    }
}

/// A fault of the record as a fault of the column that it came from.
fn fault_of(line: u64, fault: Fault) -> RowFault {
    let column = match fault.pointer.trim_start_matches('/') {
        "place/lat" => "lat",
        "place/lon" => "lon",
        "is_coastal" => "coastal",
        "time_zone" => "timezone",
        "external_ids/geonames" => "geonames_id",
        "external_ids/geonames_seat" => "seat_geonames_id",
        "external_ids/wikidata" => "wikidata_id",
        other => other.split('/').next().unwrap_or_default(),
    };
    RowFault::of_field(line, column, "", fault.detail)
}

fn write_plan(write: &mut Write<'_>, plan: &mut Plan, meter: &mut Meter<'_>) -> Result<(), Error> {
    // Who takes over has to be there first.
    sort_by_chain(&mut plan.new);
    for batch in plan.new.chunks(STEP) {
        store::insert(write.db, batch, write.now)?;
        meter.did(batch.len());
    }
    for batch in plan.changed.chunks(STEP) {
        for city in batch {
            if !store::update(write.db, city, write.now)? {
                return Err(Error::Stale);
            }
        }
        meter.did(batch.len());
    }
    Ok(())
}

fn sort_by_chain(cities: &mut [City]) {
    let successors: HashMap<CityId, CityId> = cities.iter().filter_map(|city| Some((city.id, city.record.successor?))).collect();
    let depth = |city: &City| std::iter::successors(successors.get(&city.id), |id| successors.get(*id)).count();
    cities.sort_by_cached_key(depth);
}
