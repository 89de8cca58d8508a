//! Files of good practices.
//!
//! A practice that stands in a named source was public before it came here, and is published at once; one from background knowledge alone
//! waits for the secretariat.

use std::collections::{BTreeSet, HashMap};

use super::changes::Changes;
use super::directory::Directory;
use super::meter::Meter;
use super::report::Done;
use super::run::Import;
use crate::actions::context::Write;
use crate::actions::error::Error;
use crate::actions::themes;
use crate::domain::code::ThemeCode;
use crate::domain::id::{CityId, PracticeId};
use crate::domain::practice::{Practice, PracticeState};
use crate::exchange::csv_in::{self, PracticeRow};
use crate::exchange::fault_report::{FaultReport, RowFault};
use crate::matching::Model;
use crate::store::practices::{self as store, StoredPractice};

const KEPT: &str = "somebody has corrected this practice since; their words are kept";

/// Under which a practice is known again.
type Key = (CityId, Option<ThemeCode>, String);

/// What to do with the practices of a file.
#[derive(Default)]
struct Plan {
    new: Vec<StoredPractice>,
    changed: Vec<StoredPractice>,
}

pub(super) fn import(write: &mut Write<'_>, model: &Model, import: &Import<'_>, meter: &mut Meter<'_>) -> Result<Done, Error> {
    let rows = csv_in::practices(import.file, import.bytes)?;
    let directory = Directory::read(write.db)?;
    let key = |known: &StoredPractice| (known.city, known.body.themes.first().cloned(), known.body.title.clone());
    let known: HashMap<Key, StoredPractice> =
        store::of_cities(write.db, None)?.into_iter().map(|practice| (key(&practice), practice)).collect();
    let (mut report, mut plan) = (FaultReport::new(import.file), Plan::default());
    let mut done = Done { rows: rows.len() as u64, changes: Changes::new(import.lists_changes), ..Done::default() };
    for row in &rows {
        let body = body_of(row);
        let faults = body.faults(&|theme| model.taxonomy().has(theme)).into_vec();
        faults.into_iter().for_each(|fault| report.add(RowFault::of_field(row.line, column_of(&fault.pointer), "", fault.detail)));
        if let Some(city) = directory.require(&row.slug, (row.line, "slug"), &mut report) {
            let old = known.get(&(city, Some(row.theme.clone()), row.title.clone()));
            plan.take(write, (city, old), (body, row.line), &mut done);
        }
    }
    report.into_result(())?;
    meter.expect(plan.new.len() + plan.changed.len());
    plan.write(write, meter)?;
    done.touched = plan.new.iter().chain(&plan.changed).map(|practice| practice.city).collect::<BTreeSet<_>>().into_iter().collect();
    themes::refresh(write, &done.touched)?;
    Ok(done)
}

fn body_of(row: &PracticeRow) -> Practice {
    let source = &row.provenance.source;
    let is_page = (source.starts_with("https://") || source.starts_with("http://")) && !source.contains(char::is_whitespace);
    Practice {
        themes: vec![row.theme.clone()],
        title: row.title.clone(),
        problem: None,
        what_was_done: Some(row.what_was_done.clone()),
        result: row.result.clone(),
        basis: row.basis,
        year: row.year.map(i32::from),
        cost_band: None,
        transferability: None,
        evidence_link: is_page.then(|| source.clone()),
        source: Some(source.clone()),
        from_memory: row.provenance.from_memory,
    }
}

fn column_of(pointer: &str) -> &str {
    match pointer.trim_start_matches('/').split('/').next().unwrap_or_default() {
        "themes" => "theme",
        "evidence_link" => "source",
        other => other,
    }
}

impl Plan {
    fn take(&mut self, write: &Write<'_>, (city, old): (CityId, Option<&StoredPractice>), (body, line): (Practice, u64), done: &mut Done) {
        let Some(old) = old else {
            done.changes.note(line, || body.title.clone(), (None, &body));
            done.records.inserted += 1;
            self.new.push(new_practice(write, city, body));
            return;
        };
        if old.body == body {
            done.records.unchanged += 1;
        } else if old.created_by.is_some() {
            done.notes.add(line, KEPT);
        } else {
            done.changes.note(line, || body.title.clone(), (Some(&old.body), &body));
            done.records.updated += 1;
            self.changed.push(StoredPractice { body, updated_at: write.now, ..old.clone() });
        }
    }

    fn write(&self, write: &mut Write<'_>, meter: &mut Meter<'_>) -> Result<(), Error> {
        store::insert(write.db, &self.new)?;
        for practice in &self.changed {
            if !store::update(write.db, practice)? {
                return Err(Error::Stale);
            }
        }
        meter.did(self.new.len() + self.changed.len());
        Ok(())
    }
}

fn new_practice(write: &Write<'_>, city: CityId, body: Practice) -> StoredPractice {
    StoredPractice {
        id: PracticeId(write.new_id()),
        city,
        state: if body.from_memory { PracticeState::Submitted } else { PracticeState::Published },
        body,
        reason: None,
        version: 1,
        created_by: None,
        created_at: write.now,
        updated_at: write.now,
    }
}
