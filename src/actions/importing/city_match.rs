//! Which rows of a file of cities are cities that are here already, and which are new.
//!
//! The profile file knows a city by its slug, then by its GeoNames id: a city that came with the world file takes the slug that the profile
//! file gives it. The world file knows cities by GeoNames id alone.

use std::collections::{HashMap, HashSet};

use super::directory::Directory;
use super::report::Notes;
use crate::actions::context::Write;
use crate::domain::code::Slug;
use crate::domain::id::CityId;
use crate::exchange::csv_in::CityRow;
use crate::exchange::fault_report::{FaultReport, RowFault};
use crate::exchange::slugs::{self, NamedPlace};

/// Which of the two files of cities.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dialect {
    /// Members, by slug.
    Members,
    /// Places, by GeoNames id.
    World,
}

/// The city that a row speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Identity {
    /// Its id; a fresh one where the city is new.
    pub(super) id: CityId,
    /// Its slug from now on.
    pub(super) slug: Slug,
    /// Whether it is not here yet.
    pub(super) is_new: bool,
}

/// The city of every row, in their order. Where rows cannot be told apart, that is a fault, and what comes back must not be used.
pub(super) fn identify(
    write: &Write<'_>,
    directory: &Directory,
    dialect: Dialect,
    rows: &[CityRow],
    report: &mut FaultReport,
) -> Vec<Identity> {
    let found: Vec<Option<CityId>> = rows
        .iter()
        .map(|row| match dialect {
            Dialect::Members => member(directory, row, report),
            Dialect::World => row.geonames_id.and_then(|id| directory.by_geonames(id)).map(|city| city.id),
        })
        .collect();
    check_once(rows, &found, report);
    let slugs = match dialect {
        Dialect::Members => rows.iter().map(|row| row.slug.clone()).collect(),
        Dialect::World => world_slugs(directory, rows, &found),
    };
    let identity = |(found, slug): (Option<CityId>, Slug)| match found {
        Some(id) => Identity { id, slug, is_new: false },
        None => Identity { id: CityId(write.new_id()), slug, is_new: true },
    };
    found.into_iter().zip(slugs).map(identity).collect()
}

fn member(directory: &Directory, row: &CityRow, report: &mut FaultReport) -> Option<CityId> {
    let by_slug = directory.by_slug(&row.slug);
    let by_geonames = row.geonames_id.and_then(|id| directory.by_geonames(id));
    if let Some(other) = by_slug.filter(|city| city.record.country != row.country) {
        let detail = format!("is the slug of {}, {} already; choose another", other.record.name, other.record.country);
        report.add(RowFault::of_field(row.line, "slug", row.slug.as_str(), detail));
    }
    if let (Some(own), Some(other)) = (by_slug, by_geonames)
        && own.id != other.id
    {
        let detail = format!("is the id of '{}' already, which is another city than '{}'", other.slug, own.slug);
        let id = row.geonames_id.map(|id| id.to_string()).unwrap_or_default();
        report.add(RowFault::of_field(row.line, "geonames_id", &id, detail));
    }
    by_slug.or(by_geonames).map(|city| city.id)
}

fn check_once(rows: &[CityRow], found: &[Option<CityId>], report: &mut FaultReport) {
    let mut lines: HashMap<CityId, u64> = HashMap::new();
    for (row, id) in rows.iter().zip(found) {
        let Some(id) = id else { continue };
        let first = *lines.entry(*id).or_insert(row.line);
        if first != row.line {
            report.add(RowFault::of_record(row.line, format!("is the same city as line {first}, by slug or GeoNames id")));
        }
    }
}

/// Cities that are here keep their slug. A new one gets the one that the file gives it, or a longer form of it where another city has that.
fn world_slugs(directory: &Directory, rows: &[CityRow], found: &[Option<CityId>]) -> Vec<Slug> {
    let mut taken: HashSet<Slug> = directory.all().map(|city| city.slug.clone()).collect();
    let is_free = |row: &CityRow, found: &Option<CityId>| found.is_none() && directory.by_slug(&row.slug).is_none();
    let free: HashSet<Slug> = rows.iter().zip(found).filter(|(row, found)| is_free(row, found)).map(|(row, _)| row.slug.clone()).collect();
    taken.extend(free.iter().cloned());
    let slug = |(row, found): (&CityRow, &Option<CityId>)| match found.and_then(|id| directory.city(id)) {
        Some(city) => city.slug.clone(),
        None if free.contains(&row.slug) => row.slug.clone(),
        None => {
            let slug = longer_slug(row, &taken);
            taken.insert(slug.clone());
            slug
        }
    };
    rows.iter().zip(found).map(slug).collect()
}

fn longer_slug(row: &CityRow, taken: &HashSet<Slug>) -> Slug {
    let id = row.geonames_id.unwrap_or_default();
    let place = NamedPlace { id, name: row.slug.as_str(), country: &row.country, admin1: row.subdivision.as_deref() };
    slugs::assign(&[place], taken).pop().unwrap_or_else(|| row.slug.clone())
}

/// Says in the report which cities take another slug.
pub(super) fn note_new_slugs(directory: &Directory, rows: &[CityRow], identities: &[Identity], notes: &mut Notes) {
    for (row, identity) in rows.iter().zip(identities) {
        let old = directory.city(identity.id).filter(|city| city.slug != identity.slug);
        if let Some(old) = old {
            notes.add(row.line, &format!("the slug '{}' is no longer valid: the file calls this city '{}'", old.slug, identity.slug));
        }
    }
}
