//! Admitting a city, and correcting its record or status.

use std::collections::{BTreeMap, HashSet};

use super::access::Pass;
use super::audit::{self, Change};
use super::context::{Author, Write};
use super::error::Error;
use crate::domain::city::{City, CityRecord, CityStatus};
use crate::domain::code::{CountryCode, LanguageCode, Slug};
use crate::domain::fault::Faults;
use crate::domain::geo::Place;
use crate::domain::id::CityId;
use crate::exchange::slugs::{self, NamedPlace};
use crate::store::cities::{self, CityRef};
use crate::store::connection::Db;
use crate::store::error::StoreError;

/// A change of one field: left as it is, or set, to `None` where that means not known.
pub type Set<T> = Option<T>;

/// What to change of a city's record. A field that is `None` stays as it is; the inner `None` of an optional one makes it not known.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CityPatch {
    /// Name in English usage.
    pub name: Set<String>,
    /// Name in the local script.
    pub local_name: Set<Option<String>>,
    /// Country.
    pub country: Set<CountryCode>,
    /// Province, state or region.
    pub subdivision: Set<Option<String>>,
    /// Where it is.
    pub place: Set<Option<Place>>,
    /// Inhabitants.
    pub population: Set<Option<i64>>,
    /// The year of that figure.
    pub population_year: Set<Option<i32>>,
    /// Where that figure is written.
    pub population_source: Set<Option<String>>,
    /// Level of local government.
    pub level: Set<Option<String>>,
    /// Working languages.
    pub languages: Set<Vec<LanguageCode>>,
    /// IANA name of the time zone.
    pub time_zone: Set<Option<String>>,
    /// Whether it lies on the sea.
    pub is_coastal: Set<Option<bool>>,
    /// Height above the sea, in metres.
    pub elevation_m: Set<Option<f64>>,
    /// Networks and growth areas.
    pub networks: Set<Vec<String>>,
    /// Ids elsewhere: those named here are set, or removed where `None`.
    pub external_ids: BTreeMap<String, Option<String>>,
    /// Whether it takes part.
    pub status: Set<CityStatus>,
    /// The local government that took over, by id or slug.
    pub successor: Set<Option<CityRef>>,
    /// The successor in words.
    pub successor_note: Set<Option<String>>,
    /// Office to write to.
    pub contact: Set<Option<String>>,
    /// Caveats.
    pub notes: Set<Option<String>>,
    /// Where the record comes from.
    pub source: Set<Option<String>>,
    /// Whether it rests on background knowledge.
    pub from_memory: Set<bool>,
    /// The parts that do.
    pub unverified: Set<Vec<String>>,
}

/// A city to admit.
#[derive(Debug, Clone, PartialEq)]
pub struct NewCity {
    /// Its readable address; made from its name where absent.
    pub slug: Option<Slug>,
    /// Name in English usage.
    pub name: String,
    /// Country.
    pub country: CountryCode,
    /// Everything else that is known.
    pub rest: CityPatch,
}

/// Admits a city.
///
/// # Errors
/// `Invalid` with every fault; `Exists` for a slug that another city has.
pub fn create(write: &mut Write<'_>, pass: &Pass, new: NewCity) -> Result<City, Error> {
    let id = CityId(write.new_id());
    let mut faults = Faults::new();
    let blank = blank_record(new.name, new.country);
    let record = patched(write.db, &blank, new.rest, &mut faults)?;
    faults.nest("", record_faults(write.db, id, &record)?);
    faults.into_result(()).map_err(Error::from)?;
    let slug = match new.slug {
        Some(slug) => slug,
        None => free_slug(write.db, id, &record)?,
    };
    let city = City { id, slug, record, version: 1 };
    cities::insert(write.db, std::slice::from_ref(&city), write.now).map_err(|error| {
        let is_taken = matches!(error, StoreError::Duplicate);
        if is_taken { Error::Exists(format!("another city has the slug '{}'; choose a different one", city.slug)) } else { error.into() }
    })?;
    let change = Change::of("city.create", "city", id).touching([id]).to(&city.record);
    audit::record(write, &Author::from(&pass.actor), change)?;
    Ok(city)
}

/// Corrects a city's record or status.
///
/// # Errors
/// `Stale`; `Invalid` with every fault.
pub fn update(write: &mut Write<'_>, pass: &Pass, expected: i64, patch: CityPatch) -> Result<City, Error> {
    let id = pass.addressed_city()?;
    let before = cities::find(write.db, &CityRef::Id(id))?.ok_or(Error::NotFound("city"))?;
    if before.version != expected {
        return Err(Error::Stale);
    }
    let mut faults = Faults::new();
    let record = patched(write.db, &before.record, patch, &mut faults)?;
    faults.nest("", record_faults(write.db, id, &record)?);
    faults.into_result(()).map_err(Error::from)?;
    let after = City { record, ..before.clone() };
    if !cities::update(write.db, &after, write.now)? {
        return Err(Error::Stale);
    }
    let action = action_of(before.record.status, after.record.status);
    let change = Change::of(action, "city", id).touching([id]).from(&before.record).to(&after.record);
    audit::record(write, &Author::from(&pass.actor), change)?;
    Ok(City { version: after.version + 1, ..after })
}

fn action_of(before: CityStatus, after: CityStatus) -> &'static str {
    match after {
        _ if before == after => "city.update",
        CityStatus::Active => "city.activate",
        CityStatus::Suspended => "city.suspend",
        CityStatus::Dissolved => "city.dissolve",
    }
}

fn blank_record(name: String, country: CountryCode) -> CityRecord {
    CityRecord {
        name,
        local_name: None,
        country,
        subdivision: None,
        place: None,
        population: None,
        population_year: None,
        population_source: None,
        level: None,
        languages: Vec::new(),
        time_zone: None,
        is_coastal: None,
        elevation_m: None,
        networks: Vec::new(),
        external_ids: BTreeMap::new(),
        status: CityStatus::Active,
        successor: None,
        successor_note: None,
        contact: None,
        notes: None,
        source: None,
        from_memory: false,
        unverified: Vec::new(),
    }
}

/// The record with the patch on it. A successor that is not one of ours is a fault.
fn patched(db: &mut Db, old: &CityRecord, patch: CityPatch, faults: &mut Faults) -> Result<CityRecord, Error> {
    let old = old.clone();
    let successor = match &patch.successor {
        None => old.successor,
        Some(None) => None,
        Some(Some(wanted)) => {
            let found = cities::find_id(db, wanted)?;
            faults.require(found.is_some(), "/successor", "is not one of the cities; name it in successor_note instead");
            found
        }
    };
    let mut external_ids = old.external_ids;
    for (whose, id) in patch.external_ids {
        match id {
            Some(id) => external_ids.insert(whose, id),
            None => external_ids.remove(&whose),
        };
    }
    let states_parts = patch.unverified.is_some();
    let mut record = CityRecord {
        name: patch.name.unwrap_or(old.name),
        local_name: patch.local_name.unwrap_or(old.local_name),
        country: patch.country.unwrap_or(old.country),
        subdivision: patch.subdivision.unwrap_or(old.subdivision),
        place: patch.place.unwrap_or(old.place),
        population: patch.population.unwrap_or(old.population),
        population_year: patch.population_year.unwrap_or(old.population_year),
        population_source: patch.population_source.unwrap_or(old.population_source),
        level: patch.level.unwrap_or(old.level),
        languages: patch.languages.unwrap_or(old.languages),
        time_zone: patch.time_zone.unwrap_or(old.time_zone),
        is_coastal: patch.is_coastal.unwrap_or(old.is_coastal),
        elevation_m: patch.elevation_m.unwrap_or(old.elevation_m),
        networks: patch.networks.unwrap_or(old.networks),
        external_ids,
        status: patch.status.unwrap_or(old.status),
        successor,
        successor_note: patch.successor_note.unwrap_or(old.successor_note),
        contact: patch.contact.unwrap_or(old.contact),
        notes: patch.notes.unwrap_or(old.notes),
        source: patch.source.unwrap_or(old.source),
        from_memory: patch.from_memory.unwrap_or(old.from_memory),
        unverified: patch.unverified.unwrap_or(old.unverified),
    };
    if !states_parts {
        // What is no longer there is no longer unverified either.
        let gone = record.clone();
        record.unverified.retain(|part| gone.has_part(part));
    }
    Ok(record)
}

/// The faults of the record itself, and those that only the directory can show.
fn record_faults(db: &mut Db, id: CityId, record: &CityRecord) -> Result<Faults, Error> {
    let mut faults = record.faults();
    let is_zone = record.time_zone.as_ref().is_none_or(|zone| zone.parse::<chrono_tz::Tz>().is_ok());
    faults.require(is_zone, "/time_zone", "is not an IANA time zone, such as Asia/Jakarta");
    if let Some(geonames) = record.external_ids.get("geonames") {
        let other = cities::all(db)?.into_iter().find(|city| city.id != id && city.record.external_ids.get("geonames") == Some(geonames));
        let detail = other.as_ref().map(|other| format!("is the id of {} already", other.slug)).unwrap_or_default();
        faults.require(other.is_none(), "/external_ids/geonames", detail);
    }
    if let Some(successor) = record.successor {
        let leads_back = leads_to(db, successor, id)?;
        faults.require(!leads_back, "/successor", "leads back to this city");
    }
    Ok(faults)
}

/// Whether the chain of successors from `start` on reaches `wanted`.
fn leads_to(db: &mut Db, start: CityId, wanted: CityId) -> Result<bool, Error> {
    let (mut seen, mut next) = (HashSet::new(), Some(start));
    while let Some(id) = next {
        if id == wanted {
            return Ok(true);
        }
        if !seen.insert(id) {
            return Ok(false);
        }
        next = cities::find(db, &CityRef::Id(id))?.and_then(|city| city.record.successor);
    }
    Ok(false)
}

fn free_slug(db: &mut Db, id: CityId, record: &CityRecord) -> Result<Slug, Error> {
    let taken: HashSet<Slug> = cities::ids_by_slug(db)?.into_keys().filter_map(|slug| slug.parse().ok()).collect();
    let number = record.external_ids.get("geonames").and_then(|id| id.parse().ok());
    // The last bits of an id are random: as good a number as any for the one name in a thousand that is taken in every other form.
    let number = number.unwrap_or_else(|| u64::try_from(id.0.as_u128() & 0xFFFF_FFFF).unwrap_or_default());
    let place = NamedPlace { id: number, name: &record.name, country: &record.country, admin1: record.subdivision.as_deref() };
    slugs::assign(&[place], &taken).pop().ok_or_else(|| Error::Internal("no slug was made for the city".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_of_status_is_told_apart_in_the_log() {
        assert_eq!(action_of(CityStatus::Active, CityStatus::Dissolved), "city.dissolve");
        assert_eq!(action_of(CityStatus::Dissolved, CityStatus::Dissolved), "city.update");
    }
}
