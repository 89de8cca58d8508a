//! Files of ties that exist already.
//!
//! A concluded tie is *recorded*: whether it is alive is not known. One that is only intended, or informal, is *exploring*, and keeps the
//! words of its source as its kind, so that it is not taken for the real thing. Ties are mutual: between two members they are stored once,
//! with the lower id first.

use std::collections::{BTreeSet, HashMap};

use super::changes::Changes;
use super::directory::Directory;
use super::meter::Meter;
use super::report::Done;
use super::run::Import;
use crate::actions::context::Write;
use crate::actions::error::Error;
use crate::domain::code::CountryCode;
use crate::domain::id::{CityId, PartnershipId};
use crate::domain::pairing::{Kind, Pair};
use crate::domain::partnership::PartnershipState;
use crate::exchange::csv_in::{self, CityRef, TieConfidence, TieKind, TieRow, TieStanding};
use crate::exchange::fault_report::{FaultReport, RowFault};
use crate::exchange::names::CityNames;
use crate::store::partnerships::{self as store, Partner, Partnership};

const NOT_HERE: &str = "one of the two cities is not here";
const NOT_OPEN: &str = "its source allows evaluation only, not storing";
const TOO_WEAK: &str = "only one weak source says so";
const OURS: &str = "this pairing was agreed through Kembar; the file adds nothing to it";

/// Under which a tie is known again.
type Key = (CityId, Other, String);

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Other {
    Member(CityId),
    Named(String, Option<CountryCode>),
}

pub(super) fn import(write: &mut Write<'_>, import: &Import<'_>, meter: &mut Meter<'_>) -> Result<Done, Error> {
    let rows = csv_in::ties(import.file, import.bytes)?;
    let directory = Directory::read(write.db)?;
    let names = directory.names();
    let known: HashMap<Key, Partnership> = store::of_cities(write.db, None)?.into_iter().map(|tie| (key_of(&tie), tie)).collect();
    let mut report = FaultReport::new(import.file);
    let mut done = Done { rows: rows.len() as u64, changes: Changes::new(import.lists_changes), ..Done::default() };
    let mut plan = Plan::default();
    for row in &rows {
        if let Some(tie) = tie_of(write, &directory, &names, row, (&mut report, &mut done)) {
            plan.take((&directory, &known), tie, row.line, (&mut report, &mut done));
        }
    }
    report.into_result(())?;
    meter.expect(plan.new.len() + plan.changed.len());
    plan.write(write, meter)?;
    done.touched = plan.touched();
    Ok(done)
}

/// The tie of a row; `None` where it is notes or at fault.
fn tie_of(
    write: &Write<'_>,
    directory: &Directory,
    names: &CityNames,
    row: &TieRow,
    (report, done): (&mut FaultReport, &mut Done),
) -> Option<Partnership> {
    let reason = match row.confidence {
        _ if !row.is_open => Some(NOT_OPEN),
        Some(TieConfidence::Low) => Some(TOO_WEAK),
        Some(TieConfidence::High | TieConfidence::Medium) | None => None,
    };
    if let Some(reason) = reason {
        done.notes.add(row.line, reason);
        return None;
    }
    let (city, partner) = partners_of(directory, names, row, (report, done))?;
    let kind = kind_of(row);
    let is_concluded = row.standing == TieStanding::Concluded;
    Some(Partnership {
        id: PartnershipId(write.new_id()),
        kind,
        theme: None,
        city,
        partner,
        state: if is_concluded { PartnershipState::Recorded } else { PartnershipState::Exploring },
        since_year: row.since.map(i32::from),
        source: Some(row.provenance.source.clone()),
        from_memory: row.provenance.from_memory,
        proposal: None,
        summary: Some(row.words.clone()),
        // Its source has made it public; a recorded tie is public by its state.
        published_at: (!is_concluded).then_some(write.now),
        withdrawn_at: None,
        version: 1,
        created_at: write.now,
    })
}

/// Sister cities as a pairing of ours; another tie by what it is called.
fn kind_of(row: &TieRow) -> String {
    match (row.standing, row.kind) {
        (TieStanding::Concluded, TieKind::SisterCity) => Kind::SisterCity.to_string(),
        (TieStanding::Concluded, TieKind::Friendship) => "friendship".to_owned(),
        (TieStanding::Concluded, TieKind::Cooperation) => "cooperation agreement".to_owned(),
        (TieStanding::Concluded, TieKind::Other) | (TieStanding::Intended | TieStanding::Informal, _) => row.words.clone(),
    }
}

fn partners_of(
    directory: &Directory,
    names: &CityNames,
    row: &TieRow,
    (report, done): (&mut FaultReport, &mut Done),
) -> Option<(CityId, Partner)> {
    let first = end(directory, names, &row.first, (row.line, "slug_a"), report);
    let second = match (end(directory, names, &row.second, (row.line, "slug_b"), report), &row.second) {
        (Some(id), _) => Some(Partner::Member(id)),
        (None, CityRef::Named { name, country }) => Some(Partner::Other { name: name.clone(), country: Some(country.clone()) }),
        (None, CityRef::Slug(_) | CityRef::GeoNames(_)) => None,
    };
    let is_of_the_world = matches!(row.first, CityRef::GeoNames(_));
    if is_of_the_world && (first.is_none() || second.is_none()) {
        done.notes.add(row.line, NOT_HERE);
    }
    let (first, second) = (first?, second?);
    let Partner::Member(second) = second else { return Some((first, second)) };
    // Every tie that a file can name is mutual.
    let Some(pair) = Pair::new(Kind::SisterCity, first, second) else {
        report.add(RowFault::of_field(row.line, "city_b", "", "is the city itself"));
        return None;
    };
    Some((pair.first, Partner::Member(pair.second)))
}

/// The city of one end: a slug that no city has is a fault; of the world's places only some are here.
fn end(
    directory: &Directory,
    names: &CityNames,
    wanted: &CityRef,
    (line, column): (u64, &str),
    report: &mut FaultReport,
) -> Option<CityId> {
    match wanted {
        CityRef::Slug(slug) => directory.require(slug, (line, column), report),
        CityRef::GeoNames(_) | CityRef::Named { .. } => directory.resolve(wanted, names),
    }
}

fn key_of(tie: &Partnership) -> Key {
    let other = match &tie.partner {
        Partner::Member(city) => Other::Member(*city),
        Partner::Other { name, country } => Other::Named(name.clone(), country.clone()),
    };
    (tie.city, other, tie.kind.clone())
}

/// What to do with the ties of a file.
#[derive(Default)]
struct Plan {
    new: Vec<Partnership>,
    changed: Vec<Partnership>,
    lines: HashMap<Key, u64>,
}

impl Plan {
    fn take(
        &mut self,
        (directory, known): (&Directory, &HashMap<Key, Partnership>),
        tie: Partnership,
        line: u64,
        (report, done): (&mut FaultReport, &mut Done),
    ) {
        let key = key_of(&tie);
        let first = *self.lines.entry(key.clone()).or_insert(line);
        if first != line {
            report.add(RowFault::of_record(line, format!("is the same tie as line {first}; every tie may stand once, from either side")));
            return;
        }
        match known.get(&key) {
            None => {
                done.changes.note(line, || name_of(directory, &tie), (None, &told(&tie)));
                done.records.inserted += 1;
                self.new.push(tie);
            }
            Some(old) if old.proposal.is_some() => done.notes.add(line, OURS),
            Some(old) if is_same(old, &tie) => done.records.unchanged += 1,
            Some(old) => {
                let new = with_facts_of(old, tie);
                done.changes.note(line, || name_of(directory, &new), (Some(&told(old)), &told(&new)));
                done.records.updated += 1;
                self.changed.push(new);
            }
        }
    }

    fn write(&self, write: &mut Write<'_>, meter: &mut Meter<'_>) -> Result<(), Error> {
        store::insert(write.db, &self.new)?;
        meter.did(self.new.len());
        for tie in &self.changed {
            if !store::update(write.db, tie)? {
                return Err(Error::Stale);
            }
        }
        meter.did(self.changed.len());
        Ok(())
    }

    fn touched(&self) -> Vec<CityId> {
        let both = |tie: &Partnership| match tie.partner {
            Partner::Member(other) => vec![tie.city, other],
            Partner::Other { .. } => vec![tie.city],
        };
        self.new.iter().chain(&self.changed).flat_map(both).collect::<BTreeSet<_>>().into_iter().collect()
    }
}

/// What the file knows of a tie; where it stands is for the cities to say, once it is here.
fn is_same(old: &Partnership, new: &Partnership) -> bool {
    let facts = |tie: &Partnership| (tie.since_year, tie.source.clone(), tie.from_memory, tie.summary.clone());
    facts(&with_facts_of(old, new.clone())) == facts(old)
}

fn with_facts_of(old: &Partnership, new: Partnership) -> Partnership {
    Partnership {
        since_year: new.since_year.or(old.since_year),
        source: new.source,
        from_memory: new.from_memory,
        summary: new.summary,
        ..old.clone()
    }
}

/// *Surabaya – Kochi (Japan) · sister_city*
fn name_of(directory: &Directory, tie: &Partnership) -> String {
    let member = |id: CityId| directory.city(id).map(|city| city.record.name.clone()).unwrap_or_default();
    let other = match &tie.partner {
        Partner::Member(id) => member(*id),
        Partner::Other { name, country } => country.as_ref().map_or_else(|| name.clone(), |country| format!("{name} ({country})")),
    };
    format!("{} – {other} · {}", member(tie.city), tie.kind)
}

/// What a file can say of a tie.
fn told(tie: &Partnership) -> serde_json::Value {
    serde_json::json!({
        "since": tie.since_year,
        "state": tie.state.as_str(),
        "source": tie.source,
        "from_memory": tie.from_memory,
        "summary": tie.summary,
    })
}
