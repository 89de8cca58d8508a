//! `factors.toml`: what counts for a pairing and every constant of the formulas. The reason for each value stands in the file.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::clusters::Method;
use super::error::ModelError;
use super::indicators::Transform;
use crate::domain::code::{IndicatorCode, ThemeCode};
use crate::domain::pairing::Kind;

/// Every constant of a model.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// What a fact is worth, by where it comes from.
    pub trust: Trust,
    /// What a city's own word is worth; absent in a model that takes every claim alike.
    pub claims: Option<ClaimSettings>,
    /// How priorities weigh.
    pub priority: PrioritySettings,
    /// What a practice says of a capacity.
    pub derivation: Derivation,
    /// Gaps.
    pub gap: GapSettings,
    /// Offers.
    pub offer: OfferSettings,
    /// Context.
    pub context: ContextSettings,
    /// Affinity.
    pub affinity: AffinitySettings,
    /// Proximity.
    pub proximity: ProximitySettings,
    /// Availability.
    pub availability: AvailabilitySettings,
    /// Hard rules and marks.
    pub rules: RuleSettings,
    /// Survival.
    pub survival: SurvivalSettings,
    /// Peer groups.
    pub clusters: ClusterSettings,
    /// Mutual aid.
    pub mutual_aid: AidSettings,
    /// The kinds, by name.
    pub kinds: BTreeMap<Kind, KindSettings>,
}

macro_rules! constants {
    ($($(#[$doc:meta])* $name:ident { $($(#[$fdoc:meta])* $field:ident: $ty:ty,)+ })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name { $($(#[$fdoc])* pub $field: $ty,)+ }
    )*};
}

constants! {
    /// Evidence levels and trust, 0 to 1.
    Trust {
        /// A city's own word.
        self_declared: f64,
        /// An award alone.
        award_only: f64,
        /// Described, without a result.
        described: f64,
        /// With a written result.
        documented_result: f64,
        /// The secretariat stands behind it.
        verified: f64,
        /// The city's own indicator is good.
        indicator_city: f64,
        /// The country's indicator is good.
        indicator_country: f64,
        /// Multiplies what rests on background knowledge alone.
        from_memory: f64,
        /// Years after which a practice is old.
        practice_old_after_years: i32,
        /// Multiplies the evidence of an old practice.
        practice_old: f64,
        /// Multiplies what a verified profile states.
        profile_verified: f64,
        /// Multiplies what a submitted profile states.
        profile_submitted: f64,
        /// Multiplies what is known without a profile.
        profile_none: f64,
    }
    /// Claims without proof. With these a practice backs the level that it shows and no higher one.
    ClaimSettings {
        /// Capacities of level 5 that a city's own word can carry in all; claims beyond share it.
        own_word_capacities: f64,
    }
    /// Priorities.
    PrioritySettings {
        /// Loss from one rank to the next.
        step: f64,
        /// Least value of a ranked priority.
        floor: f64,
        /// Value of a priority without a rank.
        unranked: f64,
        /// Value of a theme that is asked for and not among the priorities.
        need: f64,
        /// Multiplies a derived priority.
        derived: f64,
        /// Value of each theme where no priority is known.
        expected: f64,
        /// Coverage of a list that may not be complete.
        partial_coverage: f64,
    }
    /// Levels derived from practices, 0 to 5.
    Derivation {
        /// From a documented result.
        documented_result_level: f64,
        /// From a description.
        described_level: f64,
        /// From an award alone.
        award_only_level: f64,
        /// For each further practice of the theme.
        further_practice_level: f64,
        /// At most so much for further practices.
        further_practices_max: f64,
        /// Error of a derived level, either way.
        error_levels: f64,
        /// Coverage of a derived level.
        coverage: f64,
    }
    /// Gaps.
    GapSettings {
        /// Where nothing is known.
        expected: f64,
        /// Error of a country's value for its city.
        country_error: f64,
        /// Coverage of a country's value.
        country_coverage: f64,
        /// Error of a self-assessment.
        assessment_error: f64,
        /// Coverage of a self-assessment.
        assessment_coverage: f64,
        /// Years after which a value is stale.
        stale_after_years: i32,
        /// Multiplies the coverage of a stale value.
        stale_coverage: f64,
        /// Multiplies the coverage of background knowledge.
        memory_coverage: f64,
    }
    /// Offers.
    OfferSettings {
        /// Capacity times evidence where nothing is known.
        expected_own: f64,
        /// Whether a city that was not asked would teach.
        expected_openness: f64,
    }
    /// Context.
    ContextSettings {
        /// Similarity in a trait that is not known of both.
        expected_similarity: f64,
        /// Groups of traits.
        groups: Vec<ContextGroup>,
        /// The rung of each level of government.
        levels: BTreeMap<String, f64>,
    }
    /// Traits that belong together.
    ContextGroup {
        /// Name.
        name: String,
        /// Share of the context.
        weight: f64,
        /// Why it has this weight.
        reason: String,
        /// The traits.
        features: Vec<ContextFeature>,
    }
    /// One trait.
    ContextFeature {
        /// Name.
        name: String,
        /// How a value is transformed.
        transform: Transform,
        /// Width of the kernel, in spreads.
        width: f64,
        /// Share of its group.
        share: f64,
        /// Where its value is looked for; the first that is known counts.
        sources: Vec<TraitSource>,
    }
    /// Affinity.
    AffinitySettings {
        /// Share of languages.
        language_share: f64,
        /// Share of networks.
        network_share: f64,
        /// Share of other ties.
        tie_share: f64,
        /// A shared language.
        shared_language: f64,
        /// A shared bridge language only.
        bridge_language: f64,
        /// A close language.
        close_language: f64,
        /// No language in common: interpreters.
        no_common_language: f64,
        /// Languages that bridge.
        bridge_languages: Vec<String>,
        /// Groups of mutually intelligible languages.
        close_languages: Vec<Vec<String>>,
        /// Where languages are not known.
        expected_language: f64,
        /// Where networks are not known.
        expected_network: f64,
        /// A shared network.
        network_worth: f64,
        /// A shared growth area.
        growth_area_worth: f64,
        /// The growth areas.
        growth_areas: Vec<String>,
    }
    /// Proximity.
    ProximitySettings {
        /// Share of distance.
        distance_share: f64,
        /// Distance over which it falls to 1/e.
        distance_km: f64,
        /// Share of clock time.
        hours_share: f64,
        /// Difference over which it falls to 1/e.
        hours: f64,
        /// Where a place or a clock is not known.
        expected: f64,
    }
    /// Availability.
    AvailabilitySettings {
        /// Share of free slots.
        slots_share: f64,
        /// This many free slots are as good as any more.
        slots_full: u32,
        /// Share of an office for international relations.
        office_share: f64,
        /// Share of answered requests.
        answered_share: f64,
        /// Where slots are not known.
        expected_slots: f64,
        /// Where it is not known whether there is an office.
        expected_office: f64,
        /// Where nothing was asked yet.
        expected_answered: f64,
        /// Weight of the expectation, in requests.
        answered_prior: f64,
    }
    /// Hard rules and marks.
    RuleSettings {
        /// Months after a decline.
        cooling_months: u32,
        /// Need times offer from which a side gains.
        joint_gain: f64,
        /// Product of priorities from which a theme is shared.
        joint_priority: f64,
        /// How far a mentor may be behind in a theme that was asked for by name, in capacity (0 to 1).
        parity_margin: f64,
    }
    /// Survival.
    SurvivalSettings {
        /// Perturbed runs.
        runs: u32,
        /// Pool, in lengths of the list.
        pool_times: usize,
        /// Least pool.
        pool_min: usize,
        /// Relative spread of weights.
        weight_spread: f64,
        /// Standard error, as a share of the width of the bounds.
        error_share: f64,
        /// Least standard error.
        error_floor: f64,
    }
    /// Peer groups and the map of likeness.
    ClusterSettings {
        /// How the groups are found.
        method: Method,
        /// Weight of the profile in a distance; the context has the rest.
        profile_share: f64,
        /// Widths at which a trait is drawn in.
        reach: f64,
        /// Least number of groups that is tried.
        groups_min: usize,
        /// Greatest number of groups that is tried.
        groups_max: usize,
        /// Least cities for each group that is tried.
        least_members: usize,
        /// Starts of the algorithm.
        starts: usize,
        /// Starts in each resample.
        resample_starts: usize,
        /// Resamples.
        resamples: usize,
        /// Mean Jaccard coefficient below which a group dissolves.
        dissolved_below: f64,
        /// Share of the cities that has to stand in groups which hold.
        held_share: f64,
        /// Share of the cities from which a group is too large to be of use.
        largest_share: f64,
        /// Mean silhouette from which cities part by themselves.
        clear_from: f64,
        /// Standard errors of the silhouette within which two numbers of groups are alike.
        silhouette_errors: f64,
        /// Groups are found on at most so many cities.
        fit_at_most: usize,
        /// Principal axes on which a mixture is fitted.
        mixture_axes: usize,
        /// Least standardised difference that is told.
        tell_from: f64,
        /// Differences told of a group.
        differences: usize,
        /// Share of a group's cities of which a feature must be known to be told.
        known_from: f64,
        /// Share of a group's cities in one country from which that is told.
        one_country_from: f64,
        /// Share of a city's coordinates below which it is not placed.
        place_from: f64,
    }
    /// Mutual aid.
    AidSettings {
        /// Joint exposure from which two cities do not complement each other at all.
        joint_full: f64,
        /// Distance over which the worth of help falls to 1/e.
        help_km: f64,
        /// Exposure where nothing is known.
        expected_exposure: f64,
        /// Reach where a place is not known.
        expected_reach: f64,
        /// How far a city's exposure may be from its country's.
        country_error: f64,
        /// How far a level judged from background knowledge may be off.
        memory_error: f64,
        /// The hazards.
        hazards: Vec<AidHazard>,
        /// The themes in which a city responds.
        themes: Vec<AidTheme>,
    }
    /// A hazard that strikes as an event.
    AidHazard {
        /// Name of the trait that holds the exposure, 0 to 3.
        name: String,
        /// Its weight in joint exposure.
        weight: f64,
        /// How far from where it strikes one event still does.
        event_km: f64,
        /// Why.
        reason: String,
    }
    /// A theme in which a city responds.
    AidTheme {
        /// The theme.
        theme: ThemeCode,
        /// Its share of the response.
        share: f64,
        /// Why.
        reason: String,
    }
    /// One kind of pairing.
    KindSettings {
        /// Both in one country is excluded.
        excludes_same_country: bool,
        /// The second must be ahead somewhere.
        needs_head_start: bool,
        /// Kinds of ties that stand in the way, lower case.
        blocking_ties: Vec<String>,
        /// The factors, in order.
        factors: Vec<FactorSettings>,
    }
    /// One factor of a kind.
    FactorSettings {
        /// Name.
        name: String,
        /// Weight.
        weight: f64,
        /// Which reading it belongs to.
        reading: Reading,
        /// Why it has this weight.
        reason: String,
    }
}

/// Where a trait's value comes from.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(untagged, deny_unknown_fields)]
pub enum TraitSource {
    /// A fact of the city's record.
    Fact {
        /// Which.
        fact: FactName,
    },
    /// An indicator, multiplied into the trait's unit.
    Indicator {
        /// Its code.
        indicator: IndicatorCode,
        /// By how much.
        #[serde(default = "one")]
        times: f64,
    },
    /// A hazard's level.
    Hazard {
        /// Its name.
        hazard: String,
    },
}

fn one() -> f64 {
    1.0
}

crate::text_enum! {
    /// Facts of the record that are traits.
    FactName {
        /// Inhabitants.
        Population = "population",
        /// Metres above the sea.
        ElevationM = "elevation_m",
        /// Degrees from the equator.
        AbsoluteLatitude = "absolute_latitude",
        /// 1 on the sea, else 0.
        Coastal = "coastal",
        /// The rung of its level of government.
        Level = "level",
    }
}

crate::text_enum! {
    /// The three readings that are kept apart.
    Reading {
        /// Traits that cannot soon change.
        Context = "context",
        /// Need meets evidenced offer.
        Complementarity = "complementarity",
        /// Language, distance, readiness.
        Feasibility = "feasibility",
    }
}

/// How many factors a kind has at most. Fixed, so that a pair's values need no allocation in the bulk pass: where a kind has fewer, the
/// last values are 0 and so are their weights.
pub const FACTORS: usize = 6;

/// Names of the factors of a kind, in the order in which the engine computes them.
pub fn factor_names(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::PeerLearning => &["benefit", "head_start", "transferability", "affinity", "proximity", "availability"],
        Kind::SisterCity => &["shared_priorities", "mutual_benefit", "context_similarity", "affinity", "proximity", "availability"],
        Kind::MutualAid => &["hazard_complementarity", "reach", "response_capacity", "affinity", "availability"],
    }
}

impl Settings {
    /// Reads and checks the settings.
    ///
    /// # Errors
    /// [`ModelError`], naming every fault.
    pub fn parse(text: &str) -> Result<Settings, ModelError> {
        let settings: Settings =
            toml::from_str(text).map_err(|e| ModelError::Unreadable { file: "factors.toml", detail: e.to_string() })?;
        let faults = settings.faults();
        if faults.is_empty() { Ok(settings) } else { Err(ModelError::Unsound { model: "factors.toml".to_owned(), faults }) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::samples::FACTORS as TEXT;

    #[test]
    fn weights_that_do_not_sum_to_one_are_refused_with_every_other_fault() {
        let text = TEXT.replacen("weight = 0.40", "weight = 0.50", 1).replacen("award_only = 0.45", "award_only = 0.90", 1);
        let Err(ModelError::Unsound { faults, .. }) = Settings::parse(&text) else { panic!("must be refused") };
        assert_eq!(faults.len(), 2, "{faults:?}");
    }

    #[test]
    fn an_unknown_constant_is_refused() {
        assert!(matches!(Settings::parse(&format!("surprise = 1\n{TEXT}")), Err(ModelError::Unreadable { .. })));
    }
}
