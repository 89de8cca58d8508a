//! Whether the settings of a model make sense together: shares that sum to 1, evidence that rises, scales above 0.

use super::settings::{Settings, factor_names};

impl Settings {
    /// Every fault, empty where the settings are sound.
    pub(super) fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        let mut sums_to_one = |what: String, sum: f64| {
            if (sum - 1.0).abs() > 1e-9 {
                faults.push(format!("{what} sum to {sum}, and must sum to 1"));
            }
        };
        sums_to_one("weights of the context's groups".to_owned(), self.context.groups.iter().map(|g| g.weight).sum());
        for group in &self.context.groups {
            sums_to_one(format!("shares of the group {}", group.name), group.features.iter().map(|f| f.share).sum());
        }
        let (affinity, proximity, availability) = (&self.affinity, &self.proximity, &self.availability);
        sums_to_one("shares of affinity".to_owned(), affinity.language_share + affinity.network_share + affinity.tie_share);
        sums_to_one("shares of proximity".to_owned(), proximity.distance_share + proximity.hours_share);
        sums_to_one(
            "shares of availability".to_owned(),
            availability.slots_share + availability.office_share + availability.answered_share,
        );
        for (kind, settings) in &self.kinds {
            sums_to_one(format!("weights of {kind}"), settings.factors.iter().map(|f| f.weight).sum());
        }
        self.check_kinds(&mut faults);
        self.check_constants(&mut faults);
        self.check_clusters(&mut faults);
        self.check_mutual_aid(&mut faults);
        faults
    }

    fn check_kinds(&self, faults: &mut Vec<String>) {
        for (kind, settings) in &self.kinds {
            let names: Vec<&str> = settings.factors.iter().map(|f| f.name.as_str()).collect();
            let known = factor_names(*kind);
            if names != known {
                faults.push(format!("factors of {kind} must be {}", known.join(", ")));
            }
            if settings.factors.iter().any(|f| f.weight.is_nan() || f.weight < 0.0 || f.reason.trim().is_empty()) {
                faults.push(format!("every factor of {kind} needs a weight of at least 0 and a reason"));
            }
        }
    }

    fn check_clusters(&self, faults: &mut Vec<String>) {
        let c = &self.clusters;
        let shares = [c.dissolved_below, c.held_share, c.largest_share, c.clear_from, c.known_from, c.one_country_from, c.place_from];
        let share_of_profile = c.profile_share > 0.0 && c.profile_share < 1.0;
        if !share_of_profile || shares.iter().any(|share| !(0.0..=1.0).contains(share)) {
            faults.push("the shares of [clusters] must be between 0 and 1, and profile_share neither".to_owned());
        }
        let counts = [c.least_members, c.starts, c.resample_starts, c.resamples, c.fit_at_most, c.mixture_axes];
        let is_positive = c.reach > 0.0 && c.silhouette_errors >= 0.0 && c.tell_from >= 0.0;
        if c.groups_min < 2 || c.groups_max < c.groups_min || counts.contains(&0) || !is_positive {
            faults.push("[clusters] must try at least 2 groups, and its counts and reach must be above 0".to_owned());
        }
    }

    fn check_mutual_aid(&self, faults: &mut Vec<String>) {
        let aid = &self.mutual_aid;
        let traits: Vec<&str> = self.context.groups.iter().flat_map(|g| &g.features).map(|f| f.name.as_str()).collect();
        for hazard in &aid.hazards {
            if !traits.contains(&hazard.name.as_str()) {
                faults.push(format!("[mutual_aid] names the hazard {}, which is no trait of the context", hazard.name));
            }
            if hazard.weight.is_nan()
                || hazard.weight <= 0.0
                || hazard.event_km.is_nan()
                || hazard.event_km <= 0.0
                || hazard.reason.trim().is_empty()
            {
                faults.push(format!("the hazard {} needs a weight and a reach above 0 and a reason", hazard.name));
            }
        }
        let shares = [aid.expected_exposure, aid.expected_reach, aid.country_error, aid.memory_error];
        let is_positive = aid.joint_full > 0.0 && aid.help_km > 0.0;
        if aid.hazards.is_empty() || !is_positive || shares.iter().any(|share| !(0.0..=1.0).contains(share)) {
            faults.push("[mutual_aid] needs hazards, joint_full and help_km above 0, and expectations between 0 and 1".to_owned());
        }
        for (what, sum) in [
            ("weights of the hazards", aid.hazards.iter().map(|hazard| hazard.weight).sum::<f64>()),
            ("shares of the themes of response", aid.themes.iter().map(|theme| theme.share).sum()),
        ] {
            if (sum - 1.0).abs() > 1e-9 {
                faults.push(format!("{what} sum to {sum}, and must sum to 1"));
            }
        }
    }

    fn check_constants(&self, faults: &mut Vec<String>) {
        if self.claims.as_ref().is_some_and(|claims| claims.own_word_capacities.is_nan() || claims.own_word_capacities <= 0.0) {
            faults.push("own_word_capacities must be above 0".to_owned());
        }
        let t = &self.trust;
        let ladder = [t.self_declared, t.award_only, t.documented_result, t.verified];
        if !(ladder.is_sorted_by(|a, b| a < b) && t.self_declared < t.described && t.described < t.documented_result) {
            faults.push("evidence must rise: self-declared, award or description, documented result, verified".to_owned());
        }
        let shares = [
            t.indicator_city,
            t.indicator_country,
            t.from_memory,
            t.practice_old,
            t.profile_verified,
            t.profile_submitted,
            t.profile_none,
            t.self_declared,
            t.verified,
            self.priority.expected,
            self.priority.floor,
            self.priority.unranked,
            self.priority.need,
            self.priority.derived,
            self.priority.partial_coverage,
            self.derivation.coverage,
            self.gap.expected,
            self.gap.country_coverage,
            self.gap.assessment_coverage,
            self.gap.stale_coverage,
            self.gap.memory_coverage,
            self.offer.expected_own,
            self.offer.expected_openness,
            self.context.expected_similarity,
            self.affinity.expected_language,
            self.affinity.expected_network,
            self.affinity.network_worth,
            self.affinity.growth_area_worth,
            self.affinity.bridge_language,
            self.affinity.close_language,
            self.affinity.shared_language,
            self.affinity.no_common_language,
            self.proximity.expected,
            self.availability.expected_slots,
            self.availability.expected_office,
            self.availability.expected_answered,
        ];
        if shares.iter().any(|share| !(0.0..=1.0).contains(share)) {
            faults.push("evidence levels, expectations and coverages must be between 0 and 1".to_owned());
        }
        let widths = self.context.groups.iter().flat_map(|g| &g.features).map(|f| f.width);
        let scales = widths.chain([self.proximity.distance_km, self.proximity.hours, self.availability.answered_prior]);
        if scales.into_iter().any(|scale| scale.is_nan() || scale <= 0.0) || self.availability.slots_full == 0 || self.survival.runs == 0 {
            faults.push("widths, scales, slots_full and the number of runs must be above 0".to_owned());
        }
    }
}
