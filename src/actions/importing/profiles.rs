//! Files of priorities: what published sources say that a city wants, as one revision of its profile.
//!
//! The revision counts as handed in, and its origin as an import that the city has not confirmed. Where the city or the secretariat has
//! written a revision, the file says nothing new, and the report says so.

use std::collections::BTreeMap;

use super::changes::Changes;
use super::directory::Directory;
use super::meter::Meter;
use super::report::Done;
use super::run::Import;
use crate::actions::context::Write;
use crate::actions::error::Error;
use crate::actions::themes;
use crate::domain::id::{CityId, RevisionId};
use crate::domain::profile::{Priority, Profile, RevisionState};
use crate::exchange::csv_in::{self, PriorityRow};
use crate::exchange::fault_report::{FaultReport, RowFault};
use crate::matching::{Model, Taxonomy};
use crate::store::profiles::{self, Origin, Revision};

const KEPT: &str = "the city or the secretariat has written a profile of its own; it is kept";

pub(super) fn import(write: &mut Write<'_>, model: &Model, import: &Import<'_>, meter: &mut Meter<'_>) -> Result<Done, Error> {
    let rows = csv_in::priorities(import.file, import.bytes)?;
    let directory = Directory::read(write.db)?;
    let mut report = FaultReport::new(import.file);
    let by_city = grouped(&directory, &rows, &mut report);
    let mut bodies = Vec::new();
    for (city, rows) in &by_city {
        bodies.push((*city, body_of(model.taxonomy(), rows, &mut report), rows[0].line));
    }
    report.into_result(())?;
    meter.expect(bodies.len());
    let mut done = Done { rows: rows.len() as u64, changes: Changes::new(import.lists_changes), ..Done::default() };
    let (known, versions) = (known_revisions(write, &bodies)?, profiles::versions(write.db)?);
    for (city, body, line) in bodies {
        let of_city = known.get(&city).map(Vec::as_slice).unwrap_or_default();
        let name = directory.city(city).map(|city| format!("{} ({})", city.record.name, city.slug)).unwrap_or_default();
        take(write, (city, versions.get(&city).copied().unwrap_or_default()), of_city, (body, line, &name), &mut done)?;
        meter.did(1);
    }
    themes::refresh(write, &done.touched)?;
    Ok(done)
}

fn grouped<'r>(directory: &Directory, rows: &'r [PriorityRow], report: &mut FaultReport) -> BTreeMap<CityId, Vec<&'r PriorityRow>> {
    let mut by_city: BTreeMap<CityId, Vec<&PriorityRow>> = BTreeMap::new();
    for row in rows {
        if let Some(city) = directory.require(&row.slug, (row.line, "slug"), report) {
            by_city.entry(city).or_default().push(row);
        }
    }
    by_city
}

fn body_of(taxonomy: &Taxonomy, rows: &[&PriorityRow], report: &mut FaultReport) -> Profile {
    let priority = |row: &&PriorityRow| Priority {
        theme: row.theme.clone(),
        rank: row.rank.map(u32::from),
        what: Some(row.what.clone()),
        year: row.year.map(i32::from),
        source: Some(row.provenance.source.clone()),
        from_memory: row.provenance.from_memory,
    };
    let body = Profile { priorities: rows.iter().map(priority).collect(), ..Profile::default() };
    for fault in body.faults(&|theme| taxonomy.has(theme)).into_vec() {
        let mut parts = fault.pointer.split('/').skip(2);
        let row = parts.next().and_then(|i| i.parse::<usize>().ok()).and_then(|i| rows.get(i));
        match (row, parts.next()) {
            (Some(row), Some(column)) => report.add(RowFault::of_field(row.line, column, "", fault.detail)),
            (_, _) => {
                let detail = format!("its priorities {}", fault.detail);
                report.add(RowFault::of_field(rows[0].line, "slug", rows[0].slug.as_str(), detail));
            }
        }
    }
    body
}

fn known_revisions(write: &mut Write<'_>, bodies: &[(CityId, Profile, u64)]) -> Result<BTreeMap<CityId, Vec<Revision>>, Error> {
    let cities: Vec<CityId> = bodies.iter().map(|(city, _, _)| *city).collect();
    let mut known: BTreeMap<CityId, Vec<Revision>> = BTreeMap::new();
    for revision in profiles::all_of(write.db, &cities)? {
        known.entry(revision.city).or_default().push(revision);
    }
    Ok(known)
}

fn take(
    write: &mut Write<'_>,
    (city, version): (CityId, i64),
    known: &[Revision],
    (body, line, name): (Profile, u64, &str),
    done: &mut Done,
) -> Result<(), Error> {
    if known.iter().any(|revision| revision.origin != Origin::Import) {
        done.notes.add(line, KEPT);
        return Ok(());
    }
    let newest = known.last();
    match newest {
        Some(newest) if newest.body == body => {
            done.records.unchanged += 1;
            return Ok(());
        }
        Some(newest) => {
            done.changes.note(line, || name.to_owned(), (Some(&newest.body), &body));
            done.records.updated += 1;
        }
        None => {
            done.changes.note(line, || name.to_owned(), (None, &body));
            done.records.inserted += 1;
        }
    }
    let revision = Revision {
        id: RevisionId(write.new_id()),
        city,
        number: newest.map_or(1, |newest| newest.number + 1),
        state: RevisionState::Submitted,
        body,
        origin: Origin::Import,
        created_by: None,
        created_at: write.now,
        submitted_at: Some(write.now),
        decided_by: None,
        decided_at: None,
        reason: None,
    };
    if !profiles::advance(write.db, city, version, revision.number)? {
        return Err(Error::Stale);
    }
    profiles::insert(write.db, &revision)?;
    done.touched.push(city);
    Ok(())
}
