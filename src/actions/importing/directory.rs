//! The cities as files name them: by slug, by GeoNames id, by name and country.

use std::collections::{BTreeMap, HashMap};

use crate::actions::error::Error;
use crate::domain::city::City;
use crate::domain::code::Slug;
use crate::domain::id::CityId;
use crate::exchange::csv_in::CityRef;
use crate::exchange::fault_report::{FaultReport, RowFault};
use crate::exchange::names::CityNames;
use crate::store::cities;
use crate::store::connection::Db;

/// All cities, prepared for look-ups.
pub(super) struct Directory {
    cities: BTreeMap<CityId, City>,
    by_slug: HashMap<Slug, CityId>,
    by_geonames: HashMap<u64, CityId>,
}

impl Directory {
    pub(super) fn read(db: &mut Db) -> Result<Self, Error> {
        let cities: BTreeMap<CityId, City> = cities::all(db)?.into_iter().map(|city| (city.id, city)).collect();
        let by_slug = cities.values().map(|city| (city.slug.clone(), city.id)).collect();
        let by_geonames = cities.values().filter_map(|city| Some((geonames_of(city)?, city.id))).collect();
        Ok(Self { cities, by_slug, by_geonames })
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &City> {
        self.cities.values()
    }

    pub(super) fn city(&self, id: CityId) -> Option<&City> {
        self.cities.get(&id)
    }

    pub(super) fn by_slug(&self, slug: &Slug) -> Option<&City> {
        self.by_slug.get(slug).and_then(|id| self.cities.get(id))
    }

    pub(super) fn by_geonames(&self, id: u64) -> Option<&City> {
        self.by_geonames.get(&id).and_then(|id| self.cities.get(id))
    }

    /// The names of all cities, to find one that a source names.
    pub(super) fn names(&self) -> CityNames {
        let mut names = CityNames::new();
        for city in self.all() {
            for name in [Some(&city.record.name), city.record.local_name.as_ref()].into_iter().flatten() {
                names.add(&city.slug, name, &city.record.country);
            }
        }
        names
    }

    /// The city that a row names; with its name looked up in `names`.
    pub(super) fn resolve(&self, wanted: &CityRef, names: &CityNames) -> Option<CityId> {
        match wanted {
            CityRef::Slug(slug) => self.by_slug.get(slug).copied(),
            CityRef::GeoNames(id) => self.by_geonames.get(id).copied(),
            CityRef::Named { name, country } => names.find(name, country).and_then(|slug| self.by_slug.get(slug).copied()),
        }
    }

    /// The city of a slug that a file gives; a fault where there is none.
    pub(super) fn require(&self, slug: &Slug, (line, column): (u64, &str), report: &mut FaultReport) -> Option<CityId> {
        let found = self.by_slug.get(slug).copied();
        if found.is_none() {
            let detail = "is the slug of no city; import the cities first, or correct it";
            report.add(RowFault::of_field(line, column, slug.as_str(), detail));
        }
        found
    }
}

/// The GeoNames id of a city.
pub(super) fn geonames_of(city: &City) -> Option<u64> {
    city.record.external_ids.get("geonames")?.parse().ok()
}
