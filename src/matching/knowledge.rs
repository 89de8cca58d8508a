//! Facts weighed by their evidence: for each theme what a city needs, what it can and what it would teach.
//!
//! | symbol | here | formula |
//! |---|---|---|
//! | p(i,t) | `priority` | 1 for the first rank, falling by a step; 0 for what a complete list leaves out |
//! | g(i,t) | `gap` | see `gaps` |
//! | n(i,t) | `need` | p · g |
//! | c(i,t) · e(i,t) | `own` | level / 5 times the evidence for it |
//! | o(i,t) | `offer` | own times openness: 1 where the city offers to teach, 0 where its list of offers leaves the theme out |
//!
//! **Claims.** A city's own word carries `own_word_capacities` capacities of level 5 in all: whoever claims more is believed less in each, and
//! never less than one who said nothing. A practice backs the level that it shows; what is claimed beyond it is the city's own word.

use chrono::{Datelike, NaiveDate};

use super::context::{TraitReading, raw_traits};
use super::estimate::Estimate;
use super::facts::{Basis, CityFacts, PracticeFact, ProfileEvidence};
use super::gaps::{GapReading, GapReadings};
use super::model::Model;
use super::placed::Placed;
use crate::domain::practice::PracticeBasis;

/// What a capacity rests on, weakest last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnBasis {
    /// The secretariat has verified it.
    Verified,
    /// The city states it.
    Stated,
    /// It is derived from practices.
    Practice,
    /// A good indicator of the city hints at it.
    CityIndicator,
    /// A good indicator of the country hints at it.
    CountryIndicator,
    /// Nothing is known.
    Unknown,
}

/// A capacity weighed by its evidence.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnReading {
    /// Capacity times evidence.
    pub estimate: Estimate,
    /// What it rests on.
    pub basis: OwnBasis,
    /// The level, 0 to 5, where there is one.
    pub level: Option<f64>,
    /// Places of the practices (in the city's list) that back it, strongest first.
    pub practices: Vec<usize>,
}

/// What is known of a city, weighed. Lists are in the taxonomy's order.
#[derive(Debug, Clone, PartialEq)]
pub struct Knowledge {
    /// How much each theme matters.
    pub priority: Vec<Estimate>,
    /// Some priority is known.
    pub has_priorities: bool,
    /// How much of the priorities is known.
    pub priority_coverage: f64,
    /// How far each theme is from target.
    pub gap: GapReadings,
    /// Priority times gap.
    pub need: Vec<Estimate>,
    /// Capacity times evidence.
    pub own: Vec<OwnReading>,
    /// What it would teach.
    pub offer: Vec<Estimate>,
    /// Whether it would teach, before its capacity.
    pub openness: Vec<Estimate>,
    /// Traits, not yet scaled.
    pub traits: Vec<Option<TraitReading>>,
}

impl Knowledge {
    /// Weighs the facts of a city.
    pub fn of(model: &Model, city: &CityFacts, as_of: NaiveDate) -> Knowledge {
        let placed = Placed::of(model, city);
        let gap = GapReadings::of(model, &placed, as_of);
        let (priority, has_priorities) = priorities(model, city);
        let own: Vec<OwnReading> = own_capacities(model, &placed, &gap, as_of);
        let openness = openness(model, city);
        let need = priority.iter().zip(gap.iter()).map(|(p, g)| p.times(g.estimate)).collect();
        let offer = openness.iter().zip(&own).map(|(open, own)| offer(*open, own.estimate)).collect();
        let priority_coverage = priority_coverage(model, city, has_priorities);
        Knowledge { priority, has_priorities, priority_coverage, gap, need, own, offer, openness, traits: raw_traits(model, &placed) }
    }

    /// Each theme's priority where it is known.
    pub fn known_priorities(&self) -> Vec<Option<f64>> {
        self.priority.iter().map(|p| (p.coverage > 0.0).then_some(p.value)).collect()
    }
}

/// A closed theme is known to be closed, whatever the city can do in it.
fn offer(open: Estimate, own: Estimate) -> Estimate {
    if open.high == 0.0 { Estimate::known(0.0, 1.0) } else { open.times(own) }
}

fn profile_trust(model: &Model, city: &CityFacts) -> f64 {
    let trust = &model.settings().trust;
    match city.profile_evidence {
        ProfileEvidence::Verified => trust.profile_verified,
        ProfileEvidence::Submitted => trust.profile_submitted,
        ProfileEvidence::None => trust.profile_none,
    }
}

fn priorities(model: &Model, city: &CityFacts) -> (Vec<Estimate>, bool) {
    let settings = &model.settings().priority;
    let mut stated: Vec<Option<f64>> = vec![None; model.taxonomy().themes().len()];
    let mut state = |theme, value: f64| {
        if let Some(place) = model.taxonomy().index_of(theme) {
            stated[place] = Some(stated[place].map_or(value, |before: f64| before.max(value)));
        }
    };
    for priority in &city.priorities {
        let by_rank = |rank: u32| (1.0 - settings.step * f64::from(rank - 1)).max(settings.floor);
        let by_basis = if priority.basis == Basis::Derived { settings.derived } else { 1.0 };
        let by_source = if priority.from_memory { model.settings().trust.from_memory } else { 1.0 };
        state(&priority.theme, priority.rank.map_or(settings.unranked, by_rank) * by_basis * by_source);
    }
    for need in &city.needs {
        state(&need.theme, settings.need);
    }
    let has_any = stated.iter().any(Option::is_some) || city.priorities_complete;
    // A theme that an incomplete list leaves out is reckoned as next to none, and may yet be the first: its bounds stay wide.
    let left_out = |mass: f64| match city.priorities_complete {
        true => Estimate::known(0.0, 1.0),
        false => Estimate::missing((settings.left_out * mass).min(1.0)),
    };
    let mass = model.taxonomy().pillar_mass();
    let estimate = |(value, mass): (Option<f64>, f64)| match value {
        Some(value) => Estimate::known(value, 1.0),
        None if has_any => left_out(mass),
        None => Estimate::missing((settings.expected * mass).min(1.0)),
    };
    (stated.into_iter().zip(mass.iter().copied()).map(estimate).collect(), has_any)
}

fn priority_coverage(model: &Model, city: &CityFacts, has_priorities: bool) -> f64 {
    if city.priorities_complete {
        profile_trust(model, city)
    } else if has_priorities {
        model.settings().priority.partial_coverage * profile_trust(model, city)
    } else {
        0.0
    }
}

fn openness(model: &Model, city: &CityFacts) -> Vec<Estimate> {
    let unsaid = if city.offers_complete { Estimate::known(0.0, 1.0) } else { Estimate::missing(model.settings().offer.expected_openness) };
    let mut open = vec![unsaid; model.taxonomy().themes().len()];
    for place in city.offers.iter().filter_map(|offer| model.taxonomy().index_of(&offer.theme)) {
        open[place] = Estimate::known(1.0, 1.0);
    }
    open
}

fn own_capacities(model: &Model, placed: &Placed<'_>, gaps: &GapReadings, as_of: NaiveDate) -> Vec<OwnReading> {
    let city = placed.city;
    let mut practices: Vec<Vec<usize>> = vec![Vec::new(); model.taxonomy().themes().len()];
    for (i, practice) in city.practices.iter().enumerate() {
        for place in practice.themes.iter().filter_map(|theme| model.taxonomy().index_of(theme)) {
            practices[place].push(i);
        }
    }
    let strength = |i: &usize| practice_evidence(model, city, &city.practices[*i], as_of);
    for list in &mut practices {
        list.sort_by(|a, b| strength(b).total_cmp(&strength(a)));
        list.dedup();
    }
    let claims: Vec<Option<Claim>> = practices.iter().enumerate().map(|(t, backing)| claim(model, placed, (t, backing), as_of)).collect();
    let belief = belief(model, claims.iter().flatten());
    let themes = practices.into_iter().zip(claims).zip(gaps.iter());
    themes.map(|((practices, claim), gap)| own_capacity(model, city, (claim, belief), gap, (practices, as_of))).collect()
}

/// A capacity that the city states.
#[derive(Debug, Clone, Copy)]
struct Claim {
    /// The level, 0 to 5.
    level: f64,
    /// The part of it that practices show, 0 to `level`.
    shown: f64,
    /// How far these practices show it, 0 to 1.
    backing: f64,
    /// Evidence of the rest, 0 to 1: the city's own word, or the secretariat's.
    evidence: f64,
    coverage: f64,
    basis: OwnBasis,
}

/// How far a city's own word is believed, 0 to 1: 1 up to the capacities that it can carry in all, then its share of them. What the
/// secretariat has verified and what practices show does not count.
fn belief<'a>(model: &Model, claims: impl Iterator<Item = &'a Claim>) -> f64 {
    let Some(settings) = &model.settings().claims else { return 1.0 };
    let unproven = claims.filter(|claim| claim.basis == OwnBasis::Stated).map(|claim| (claim.level - claim.shown) / 5.0).sum::<f64>();
    if unproven > settings.own_word_capacities { settings.own_word_capacities / unproven } else { 1.0 }
}

impl Claim {
    /// Capacity times evidence.
    fn weighed(&self, model: &Model, belief: f64) -> f64 {
        let (shown, beyond) = (self.shown / 5.0 * self.backing.max(self.evidence), (self.level - self.shown) / 5.0 * self.evidence);
        if self.basis == OwnBasis::Verified {
            return shown + beyond;
        }
        // Whoever fills in the whole questionnaire must not stand below one who said nothing.
        let least = model.settings().offer.expected_own.min(beyond);
        shown + (beyond * belief).max(if self.shown > 0.0 { 0.0 } else { least })
    }
}

/// How far one practice shows a capacity, 0 to 1.
fn practice_evidence(model: &Model, city: &CityFacts, practice: &PracticeFact, as_of: NaiveDate) -> f64 {
    let trust = &model.settings().trust;
    let by_basis = match practice.basis {
        PracticeBasis::DocumentedResult => trust.documented_result,
        PracticeBasis::Described => trust.described,
        PracticeBasis::AwardOnly => trust.award_only,
    };
    // What nobody has checked is the city's own word, however well it is told.
    let checked = if practice.is_checked { by_basis } else { by_basis.min(trust.self_declared * profile_trust(model, city)) };
    let is_old = practice.year.is_some_and(|year| as_of.year() - year > trust.practice_old_after_years);
    let by_age = if is_old { trust.practice_old } else { 1.0 };
    let by_source = if practice.from_memory { trust.from_memory } else { 1.0 };
    checked * by_age * by_source
}

fn own_capacity(
    model: &Model,
    city: &CityFacts,
    (claim, belief): (Option<Claim>, f64),
    gap: &GapReading,
    (practices, as_of): (Vec<usize>, NaiveDate),
) -> OwnReading {
    if let Some(claim) = claim {
        let estimate = Estimate::known(claim.weighed(model, belief), claim.coverage);
        return OwnReading { estimate, basis: claim.basis, level: Some(claim.level), practices };
    }
    let backing = backing(model, city, &practices, as_of);
    if practices.is_empty() { hinted_capacity(model, gap) } else { derived_capacity(model, city, backing, practices) }
}

/// How far the strongest of some practices shows a capacity, 0 to 1.
fn backing(model: &Model, city: &CityFacts, practices: &[usize], as_of: NaiveDate) -> f64 {
    practices.iter().map(|&i| practice_evidence(model, city, &city.practices[i], as_of)).fold(0.0, f64::max)
}

fn claim(model: &Model, placed: &Placed<'_>, (theme, practices): (usize, &[usize]), as_of: NaiveDate) -> Option<Claim> {
    let (level, evidence, coverage, basis) = stated_capacity(model, placed, theme)?;
    // A model without the constant lets a practice back whatever is claimed.
    let shows = if model.settings().claims.is_some() { derived_level(model, placed.city, practices) } else { 5.0 };
    let shown = if practices.is_empty() { 0.0 } else { level.min(shows) };
    Some(Claim { level, shown, backing: backing(model, placed.city, practices, as_of), evidence, coverage, basis })
}

/// A capacity that the city states: level, evidence, coverage. Its self-assessment counts where it states no capacity.
fn stated_capacity(model: &Model, placed: &Placed<'_>, theme: usize) -> Option<(f64, f64, f64, OwnBasis)> {
    let trust = &model.settings().trust;
    let by_profile = profile_trust(model, placed.city);
    let stated = placed.capacities(theme).max_by_key(|c| (c.is_verified, c.level.to_bits()));
    if let Some(capacity) = stated {
        let by_source = if capacity.from_memory { trust.from_memory } else { 1.0 };
        return Some(if capacity.is_verified {
            (capacity.level, trust.verified * by_source, by_source, OwnBasis::Verified)
        } else {
            (capacity.level, trust.self_declared * by_profile * by_source, by_profile * by_source, OwnBasis::Stated)
        });
    }
    let assessed = placed.assessments(theme).max_by_key(|a| a.year)?;
    Some((assessed.level, trust.self_declared * by_profile, by_profile, OwnBasis::Stated))
}

/// The level, 0 to 5, that practices show.
fn derived_level(model: &Model, city: &CityFacts, practices: &[usize]) -> f64 {
    let derivation = &model.settings().derivation;
    let level_of = |i: &usize| match city.practices[*i].basis {
        PracticeBasis::DocumentedResult => derivation.documented_result_level,
        PracticeBasis::Described => derivation.described_level,
        PracticeBasis::AwardOnly => derivation.award_only_level,
    };
    let further = derivation.further_practice_level * practices.len().saturating_sub(1) as f64;
    practices.iter().map(level_of).fold(0.0, f64::max) + further.min(derivation.further_practices_max)
}

fn derived_capacity(model: &Model, city: &CityFacts, backing: f64, practices: Vec<usize>) -> OwnReading {
    let derivation = &model.settings().derivation;
    let level = derived_level(model, city, &practices);
    let is_sourced = practices.iter().any(|&i| !city.practices[i].from_memory);
    let coverage = derivation.coverage * if is_sourced { 1.0 } else { model.settings().trust.from_memory };
    let estimate = Estimate::within(level / 5.0 * backing, derivation.error_levels / 5.0 * backing, coverage);
    OwnReading { estimate, basis: OwnBasis::Practice, level: Some(level), practices }
}

/// A good indicator hints at a capacity: `(1 - gap)` with little evidence, and anything may be true.
fn hinted_capacity(model: &Model, gap: &GapReading) -> OwnReading {
    use super::answer::GapBasis;
    let trust = &model.settings().trust;
    let (evidence, basis) = match gap.basis {
        GapBasis::CityIndicators => (trust.indicator_city, OwnBasis::CityIndicator),
        GapBasis::CountryIndicators => (trust.indicator_country, OwnBasis::CountryIndicator),
        GapBasis::Assessment | GapBasis::Missing => {
            let estimate = Estimate::missing(model.settings().offer.expected_own);
            return OwnReading { estimate, basis: OwnBasis::Unknown, level: None, practices: Vec::new() };
        }
    };
    let estimate = Estimate { value: (1.0 - gap.estimate.value) * evidence, low: 0.0, high: 1.0, coverage: evidence };
    OwnReading { estimate, basis, level: None, practices: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::samples::{capacity, city, model, offer as offer_of, practice, theme, today};

    fn own(city: &CityFacts) -> f64 {
        let model = model();
        let place = model.taxonomy().index_of(&theme("solid-waste")).unwrap();
        Knowledge::of(&model, city, today()).own[place].estimate.value
    }

    #[test]
    fn evidence_rises_from_own_word_over_award_and_result_to_verified() {
        let with = |basis| CityFacts {
            capacities: vec![capacity("solid-waste", 4.0)],
            practices: vec![practice("solid-waste", basis)],
            profile_evidence: ProfileEvidence::Verified,
            ..city(1, "ID")
        };
        let declared =
            CityFacts { capacities: vec![capacity("solid-waste", 4.0)], profile_evidence: ProfileEvidence::Verified, ..city(1, "ID") };
        let mut verified = declared.clone();
        verified.capacities[0].is_verified = true;
        let ladder = [own(&declared), own(&with(PracticeBasis::AwardOnly)), own(&with(PracticeBasis::DocumentedResult)), own(&verified)];
        assert!(ladder.is_sorted_by(|a, b| a < b), "{ladder:?}");
        assert!((ladder[3] - 0.8).abs() < 1e-12, "level 4 of 5, verified");
    }

    #[test]
    fn a_city_gains_little_by_overstating_itself() {
        let claim = |level| CityFacts {
            capacities: vec![capacity("solid-waste", level)],
            profile_evidence: ProfileEvidence::Submitted,
            ..city(1, "ID")
        };
        let gain = own(&claim(5.0)) - own(&claim(3.0));
        assert!(gain <= 2.0 / 5.0 * 0.4, "two levels claimed without evidence bring {gain}");
    }

    #[test]
    fn an_award_alone_shows_less_than_a_documented_result() {
        let with = |basis| CityFacts { practices: vec![practice("solid-waste", basis)], ..city(1, "ID") };
        assert!(own(&with(PracticeBasis::AwardOnly)) < own(&with(PracticeBasis::Described)));
        assert!(own(&with(PracticeBasis::Described)) < own(&with(PracticeBasis::DocumentedResult)));
    }

    #[test]
    fn a_practice_backs_the_level_that_it_shows_and_no_higher_one() {
        let with = |level| CityFacts {
            capacities: vec![capacity("solid-waste", level)],
            practices: vec![practice("solid-waste", PracticeBasis::DocumentedResult)],
            profile_evidence: ProfileEvidence::Verified,
            ..city(1, "ID")
        };
        assert!((own(&with(3.5)) - 0.7 * 0.8).abs() < 1e-12);
        assert!((own(&with(5.0)) - (0.7 * 0.8 + 0.3 * 0.4)).abs() < 1e-12, "what is claimed beyond is the city's own word");
        assert!((own(&with(2.0)) - 0.4 * 0.8).abs() < 1e-12, "a city may say less than its practice shows");
    }

    #[test]
    fn whoever_claims_everything_is_believed_no_more_than_one_who_said_nothing() {
        let model = model();
        let themes = || model.taxonomy().themes().iter().map(|theme| theme.code.as_str());
        let claiming = |count: usize| CityFacts {
            capacities: ["solid-waste"]
                .into_iter()
                .chain(themes().filter(|code| *code != "solid-waste"))
                .take(count)
                .map(|code| capacity(code, 5.0))
                .collect(),
            ..city(1, "ID")
        };
        let alone = own(&claiming(1));
        assert_eq!(own(&claiming(5)), alone, "a few strengths are believed");
        assert!(own(&claiming(10)) < alone);
        assert_eq!(own(&claiming(40)), own(&city(1, "ID")));
        let modest = CityFacts { capacities: themes().map(|code| capacity(code, 1.0)).collect(), ..city(1, "ID") };
        assert!(own(&modest) > 0.0 && own(&modest) <= own(&city(1, "ID")), "level 1 everywhere is not worth less than it says");
    }

    #[test]
    fn background_knowledge_counts_less_and_an_unchecked_practice_is_the_citys_own_word() {
        let mut known = practice("solid-waste", PracticeBasis::DocumentedResult);
        let sourced = own(&CityFacts { practices: vec![known.clone()], ..city(1, "ID") });
        known.from_memory = true;
        let remembered = own(&CityFacts { practices: vec![known.clone()], ..city(1, "ID") });
        assert!((remembered / sourced - 0.6).abs() < 1e-9);
        known.from_memory = false;
        known.is_checked = false;
        let unchecked = own(&CityFacts { practices: vec![known], ..city(1, "ID") });
        assert!(unchecked <= 0.4 * 0.7 * 0.85 + 1e-9, "{unchecked}");
    }

    #[test]
    fn a_city_does_not_teach_what_its_complete_list_of_offers_leaves_out() {
        let model = model();
        let mut mentor = CityFacts { practices: vec![practice("solid-waste", PracticeBasis::DocumentedResult)], ..city(1, "ID") };
        let place = model.taxonomy().index_of(&theme("solid-waste")).unwrap();
        let offer_in = |mentor: &CityFacts| Knowledge::of(&model, mentor, today()).offer[place].value;
        let unsaid = offer_in(&mentor);
        mentor.offers.push(offer_of("traffic"));
        mentor.offers_complete = true;
        assert_eq!(offer_in(&mentor), 0.0);
        mentor.offers.push(offer_of("solid-waste"));
        assert!(offer_in(&mentor) > unsaid, "said yes is more than not asked");
    }

    #[test]
    fn without_priorities_every_pillar_has_equal_mass() {
        let model = model();
        let knowledge = Knowledge::of(&model, &city(1, "ID"), today());
        let mass = |k: usize| (0..40).filter(|&t| model.taxonomy().pillar_of(t) == k).map(|t| knowledge.priority[t].value).sum::<f64>();
        for pillar in 1..4 {
            assert!((mass(pillar) - mass(0)).abs() < 1e-9);
        }
        assert_eq!(knowledge.priority_coverage, 0.0);
    }
}
