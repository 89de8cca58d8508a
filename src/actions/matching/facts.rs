//! Gathers from the database what the engine may know of a city. Decides nothing: the engine weighs.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime, TimeZone};
use chrono_tz::{OffsetComponents, Tz};

use crate::actions::error::Error;
use crate::domain::city::{City, CityStatus};
use crate::domain::id::CityId;
use crate::domain::pairing::Kind;
use crate::domain::practice::PracticeState;
use crate::domain::profile::{Profile, RevisionState};
use crate::matching::facts::{
    AssessmentFact, BarredFact, Basis, CapacityFact, CityFacts, DeclineFact, HazardFact, IndicatorFact, NeedFact, OfferFact, PracticeFact,
    PriorityFact, ProfileEvidence, QuotaFacts, TieFact,
};
use crate::matching::indicators::Scope;
use crate::store::connection::Db;
use crate::store::feedback::{Feedback, Verdict};
use crate::store::indicators::{IndicatorValue, Subject};
use crate::store::partnerships::{Partner, Partnership};
use crate::store::practices::StoredPractice;
use crate::store::profiles::{Origin, Revision};
use crate::store::{cities, feedback, indicators, partnerships, practices, profiles, proposals};

use crate::actions::words::codes::BARRED_PAIR;

/// The facts of these cities, or of all, as of a day.
///
/// # Errors
/// The database's failure, or damage.
pub fn gather(db: &mut Db, of: Option<&[CityId]>, as_of: NaiveDate) -> Result<Vec<CityFacts>, Error> {
    let found = match of {
        Some(ids) => cities::by_ids(db, ids)?,
        None => cities::all(db)?,
    };
    let mut facts: BTreeMap<CityId, CityFacts> = found.iter().map(|city| (city.id, of_record(city, as_of))).collect();
    add_revisions(&mut facts, profiles::standing(db, of)?);
    add_practices(&mut facts, practices::of_cities(db, of)?);
    add_indicators(&mut facts, indicators::of_cities(db, of)?, indicators::of_countries(db)?);
    for hazard in cities::hazards(db, of)? {
        if let Some(city) = facts.get_mut(&hazard.city) {
            city.hazards.push(HazardFact {
                hazard: hazard.name,
                level: f64::from(hazard.level),
                source: hazard.source,
                from_memory: hazard.from_memory,
            });
        }
    }
    add_ties(&mut facts, &partnerships::of_cities(db, of)?);
    add_refusals(&mut facts, db)?;
    add_feedback(&mut facts, feedback::of_cities(db, of)?);
    for (city, answered, asked) in proposals::invitations(db)? {
        if let Some(city) = facts.get_mut(&city) {
            city.requests_answered = Some((answered, asked));
        }
    }
    Ok(facts.into_values().collect())
}

fn of_record(city: &City, as_of: NaiveDate) -> CityFacts {
    let record = &city.record;
    CityFacts {
        suggestible: record.status == CityStatus::Active,
        place: record.place,
        utc_offset_hours: record.time_zone.as_deref().and_then(|zone| utc_offset_hours(zone, as_of)),
        level: record.level.clone(),
        // Populations run to a hundred million: far below where a double loses whole numbers.
        population: record.population.map(|n| n as f64),
        coastal: record.is_coastal,
        elevation_m: record.elevation_m,
        languages: record.languages.clone(),
        networks: record.networks.clone(),
        ..CityFacts::unknown(city.id, city.slug.clone(), record.name.clone(), record.country.clone())
    }
}

/// The offset of a time zone without summer time.
fn utc_offset_hours(zone: &str, as_of: NaiveDate) -> Option<f64> {
    let zone: Tz = zone.parse().ok()?;
    let offset = zone.offset_from_utc_datetime(&as_of.and_time(NaiveTime::MIN));
    // Seconds of a day: exact in a double.
    Some(offset.base_utc_offset().num_seconds() as f64 / 3_600.0)
}

/// Takes the newest verified revision of each city, or else the newest that was handed in.
fn add_revisions(facts: &mut BTreeMap<CityId, CityFacts>, revisions: Vec<Revision>) {
    let mut chosen: BTreeMap<CityId, Revision> = BTreeMap::new();
    for revision in revisions {
        let is_better = chosen.get(&revision.city).is_none_or(|held| {
            let rank = |r: &Revision| (r.state == RevisionState::Verified, r.number);
            rank(&revision) > rank(held)
        });
        if is_better {
            chosen.insert(revision.city, revision);
        }
    }
    for (city, revision) in chosen {
        if let Some(city) = facts.get_mut(&city) {
            add_profile(city, revision);
        }
    }
}

fn add_profile(city: &mut CityFacts, revision: Revision) {
    let is_import = revision.origin == Origin::Import;
    let is_verified = revision.state == RevisionState::Verified;
    city.profile_evidence = match (is_verified, is_import) {
        (true, _) => ProfileEvidence::Verified,
        (false, false) => ProfileEvidence::Submitted,
        (false, true) => ProfileEvidence::None,
    };
    // What an import found is never the whole list: a city may have priorities that nobody wrote about.
    city.priorities_complete = !is_import;
    city.offers_complete = !is_import;
    let Profile { priorities, capacities, self_assessment, offers, needs, quotas, has_international_office } = revision.body;
    city.priorities = priorities
        .into_iter()
        .map(|p| PriorityFact {
            theme: p.theme,
            rank: p.rank,
            basis: if p.source.is_some() { Basis::Derived } else { Basis::Stated },
            year: p.year,
            source: p.source,
            from_memory: p.from_memory,
        })
        .collect();
    city.capacities = capacities
        .into_iter()
        .map(|c| CapacityFact {
            theme: c.theme,
            level: f64::from(c.level),
            is_verified,
            year: None,
            source: c.link.or(c.evidence),
            from_memory: false,
        })
        .collect();
    city.assessments =
        self_assessment.into_iter().map(|a| AssessmentFact { theme: a.theme, level: f64::from(a.level), year: a.year }).collect();
    city.offers =
        offers.into_iter().map(|o| OfferFact { theme: o.theme, modes: o.modes, languages: o.languages, slots: o.slots }).collect();
    city.needs = needs.into_iter().map(|n| NeedFact { theme: n.theme, modes: n.modes }).collect();
    city.quotas =
        QuotaFacts { partners_max: quotas.partners, learners_max: quotas.learners, mentors_max: quotas.mentors, ..QuotaFacts::default() };
    city.has_international_office = has_international_office;
}

fn add_practices(facts: &mut BTreeMap<CityId, CityFacts>, practices: Vec<StoredPractice>) {
    for practice in practices {
        if let Some(city) = facts.get_mut(&practice.city) {
            city.practices.push(PracticeFact {
                id: Some(practice.id),
                themes: practice.body.themes,
                title: practice.body.title,
                basis: practice.body.basis,
                is_checked: practice.state != PracticeState::Submitted,
                year: practice.body.year,
                source: practice.body.source.or(practice.body.evidence_link),
                from_memory: practice.body.from_memory,
            });
        }
    }
}

/// Each city's own values, and its country's for every indicator of which it has none.
fn add_indicators(facts: &mut BTreeMap<CityId, CityFacts>, own: Vec<IndicatorValue>, of_countries: Vec<IndicatorValue>) {
    for value in own {
        if let Subject::City(id) = value.subject
            && let Some(city) = facts.get_mut(&id)
        {
            city.indicators.push(fact_of(value, Scope::City));
        }
    }
    let mut by_country: BTreeMap<String, Vec<IndicatorFact>> = BTreeMap::new();
    for value in of_countries {
        if let Subject::Country(country) = &value.subject {
            by_country.entry(country.to_string()).or_default().push(fact_of(value, Scope::Country));
        }
    }
    for city in facts.values_mut() {
        let Some(stand_ins) = by_country.get(city.country.as_str()) else { continue };
        let missing: Vec<IndicatorFact> =
            stand_ins.iter().filter(|value| !city.indicators.iter().any(|own| own.code == value.code)).cloned().collect();
        city.indicators.extend(missing);
    }
}

fn fact_of(value: IndicatorValue, scope: Scope) -> IndicatorFact {
    IndicatorFact { code: value.code, value: value.value, year: value.year, source: value.source, scope, from_memory: value.from_memory }
}

/// Ties that stand, and the places that those from here on have taken. A tie that is only recorded somewhere takes no place: whether it is
/// alive is not known.
fn add_ties(facts: &mut BTreeMap<CityId, CityFacts>, all: &[Partnership]) {
    for tie in all.iter().filter(|tie| tie.state.stands() && tie.withdrawn_at.is_none()) {
        let Partner::Member(other) = tie.partner else { continue };
        let takes_place = tie.proposal.is_some();
        for (own, its_partner, is_first) in [(tie.city, other, true), (other, tie.city, false)] {
            let Some(city) = facts.get_mut(&own) else { continue };
            city.ties.push(TieFact { other: its_partner, kind: tie.kind.clone(), since: tie.since_year });
            if takes_place && tie.kind == Kind::PeerLearning.as_str() {
                let taken = if is_first { &mut city.quotas.mentors_taken } else { &mut city.quotas.learners_taken };
                *taken += 1;
            } else if takes_place {
                city.quotas.partners_taken += 1;
            }
        }
    }
}

fn add_refusals(facts: &mut BTreeMap<CityId, CityFacts>, db: &mut Db) -> Result<(), Error> {
    for no in proposals::declined(db)? {
        for (own, other) in [(no.pair.first, no.pair.second), (no.pair.second, no.pair.first)] {
            if let Some(city) = facts.get_mut(&own) {
                city.declined.push(DeclineFact { other, kind: no.kind, on: no.at.date_naive() });
            }
        }
    }
    for no in proposals::barred(db, BARRED_PAIR)? {
        for (own, other) in [(no.pair.first, no.pair.second), (no.pair.second, no.pair.first)] {
            if let Some(city) = facts.get_mut(&own) {
                city.barred.push(BarredFact { other, kind: Some(no.kind) });
            }
        }
    }
    Ok(())
}

/// The newest word of a city on another one of a kind counts.
fn add_feedback(facts: &mut BTreeMap<CityId, CityFacts>, words: Vec<Feedback>) {
    let newest: BTreeMap<(CityId, CityId, Kind), Verdict> =
        words.into_iter().map(|word| ((word.city, word.other, word.kind), word.verdict)).collect();
    for ((own, other, kind), verdict) in newest {
        let Some(city) = facts.get_mut(&own) else { continue };
        match verdict {
            Verdict::NotInterested if !city.not_interested.contains(&other) => city.not_interested.push(other),
            Verdict::AlreadyPartners => city.ties.push(TieFact { other, kind: kind.as_str().to_owned(), since: None }),
            Verdict::NotInterested | Verdict::Interested => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_zone_gives_its_standard_offset() {
        let winter = NaiveDate::from_ymd_opt(2026, 7, 1).unwrap();
        assert_eq!(utc_offset_hours("Asia/Yangon", winter), Some(6.5));
        assert_eq!(utc_offset_hours("Asia/Jakarta", winter), Some(7.0));
        assert_eq!(utc_offset_hours("Europe/Paris", winter), Some(1.0), "summer time does not count");
        assert_eq!(utc_offset_hours("Atlantis/Capital", winter), None);
    }
}
