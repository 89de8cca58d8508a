//! What the solver and its analysis say, in sentences: limits, rules, reasons, and the changes that would help.

use super::book::{Book, country, grouping};
use crate::console::word::RoundWord;
use crate::console::words::{Language, Part};
use crate::domain::code::BadCode;
use crate::domain::pairing::Kind;
use crate::domain::round_change::{PlanChange, RuleKind};
use crate::matching::rounds::analysis::{Constraint, Nearest, Price};
use crate::matching::rounds::{Limit, Relaxation, Shortfall, Why};

/// Says what the solver says, about the cities of one round.
#[derive(Clone, Copy)]
pub(super) struct Teller<'a> {
    pub(super) book: &'a Book,
    pub(super) kind: Kind,
    pub(super) lang: Language,
}

/// A change of the plan as a button offers it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Offer {
    /// What the button sends.
    pub(super) change: String,
    /// What it says.
    pub(super) label: String,
}

/// What leaving a rule out would bring, as a line of a table.
pub(super) struct PriceLine {
    pub(super) says: String,
    pub(super) cities: String,
    pub(super) pairings: String,
    pub(super) points: String,
    pub(super) is_proved: bool,
    pub(super) offer: Option<Offer>,
}

impl Teller<'_> {
    fn city(&self, word: RoundWord, slug: &str) -> String {
        self.lang.fill(word, &[("city", Part::Text(self.book.city(slug)))])
    }

    fn country(&self, word: RoundWord, code: &str) -> String {
        self.lang.fill(word, &[("country", Part::Text(&country(code, self.lang)))])
    }

    fn countries(&self, word: RoundWord, a: &str, b: &str) -> String {
        let (a, b) = (country(a, self.lang), country(b, self.lang));
        self.lang.fill(word, &[("first", Part::Text(&a)), ("second", Part::Text(&b))])
    }

    fn unlike(&self, word: RoundWord, of: &str) -> String {
        self.lang.fill(word, &[("what", Part::Text(&grouping(of, self.lang)))])
    }

    fn of_pair(&self, word: RoundWord, a: &str, b: &str) -> String {
        self.lang.fill(word, &[("pair", Part::Text(&self.book.two((a, b), self.lang)))])
    }

    /// Two cities.
    pub(super) fn pair(&self, a: &str, b: &str) -> String {
        self.book.pair(self.kind, (a, b), self.lang)
    }

    /// *A, B and C*
    pub(super) fn listed(&self, parts: &[String]) -> String {
        match parts {
            [] => String::new(),
            [only] => only.clone(),
            [first @ .., last] => {
                let first = first.join(", ");
                self.lang.fill(RoundWord::ListLast, &[("first", Part::Text(&first)), ("last", Part::Text(last))])
            }
        }
    }

    /// Why a city has no pairing, as a clause after *because*.
    pub(super) fn why(&self, why: Why) -> String {
        let code = match why {
            Why::NoCandidate => "no_candidate",
            Why::Barred => "barred",
            Why::NoQuota => "no_quota",
            Why::PartnersWithoutQuota => "partners_without_quota",
            Why::PartnersFull => "partners_full",
            Why::CountryPairCap => "country_pair_cap",
            Why::CountryCap => "country_cap",
            Why::Share => "share",
            Why::NoGain => "no_gain",
        };
        self.lang.name_of(RoundWord::WhySays, code, code)
    }

    /// What limits a round, as a noun.
    pub(super) fn limit(&self, limit: &Limit) -> String {
        match limit {
            Limit::Max { id } => self.city(RoundWord::LimitMax, id),
            Limit::LearnMax { id } => self.city(RoundWord::LimitLearn, id),
            Limit::MentorMax { id } => self.city(RoundWord::LimitMentor, id),
            Limit::CountryPairCap { a, b } => self.countries(RoundWord::LimitPairCap, a, b),
            Limit::CountryCap { country } => self.country(RoundWord::LimitCountryCap, country),
            Limit::Share { grouping } => self.unlike(RoundWord::LimitShare, grouping),
            Limit::Lock { a, b } => self.of_pair(RoundWord::LimitLock, a, b),
            Limit::Min { id } => self.city(RoundWord::LimitMin, id),
            Limit::TooFewCandidates { id } => self.city(RoundWord::LimitFew, id),
        }
    }

    /// The step by which a limit gives way.
    pub(super) fn relax(&self, limit: &Limit) -> Option<Offer> {
        change_of_limit(limit).ok().map(|change| self.offer(&change))
    }

    /// A change as a button offers it.
    pub(super) fn offer(&self, change: &PlanChange) -> Offer {
        Offer { change: change.to_string(), label: self.change(change) }
    }

    fn change(&self, change: &PlanChange) -> String {
        match change {
            PlanChange::Lock(_) => self.lang.say(RoundWord::DeedLock),
            PlanChange::Bar(_) => self.lang.say(RoundWord::DeedBar),
            PlanChange::Unlock([a, b]) => self.of_pair(RoundWord::ChangeUnlock, a.as_str(), b.as_str()),
            PlanChange::Unbar([a, b]) => self.of_pair(RoundWord::ChangeUnbar, a.as_str(), b.as_str()),
            PlanChange::RaiseMost(city) => self.city(RoundWord::ChangeRaiseMost, city.as_str()),
            PlanChange::RaiseLearner(city) => self.city(RoundWord::ChangeRaiseLearner, city.as_str()),
            PlanChange::RaiseMentor(city) => self.city(RoundWord::ChangeRaiseMentor, city.as_str()),
            PlanChange::LowerLeast(city) => self.city(RoundWord::ChangeLowerLeast, city.as_str()),
            PlanChange::RaiseCountry(code) => self.country(RoundWord::ChangeRaiseCountry, code.as_str()),
            PlanChange::RaiseCountries([a, b]) => self.countries(RoundWord::ChangeRaiseCountries, a.as_str(), b.as_str()),
            PlanChange::LowerShare(of) => self.unlike(RoundWord::ChangeLowerShare, of.as_str()),
            PlanChange::Drop(kind) => self.lang.name_of(RoundWord::ChangeDrop, kind.as_str(), kind.as_str()),
        }
    }

    /// Who is short, by how much, and what is in the way.
    pub(super) fn short(&self, short: &Shortfall) -> String {
        let held: Vec<String> = short.held_by.iter().map(|limit| self.limit(limit)).collect();
        let held = if held.is_empty() { self.lang.say(RoundWord::ShortNothing) } else { held.join("; ") };
        let missing = self.lang.count(RoundWord::CountPairings, short.short as usize);
        let parts = [("city", Part::Text(self.book.city(&short.id))), ("missing", Part::Text(&missing)), ("held", Part::Text(&held))];
        self.lang.fill(RoundWord::ShortSays, &parts)
    }

    /// What a change would help.
    pub(super) fn relaxed(&self, relaxation: &Relaxation) -> Option<(String, Offer)> {
        let offer = self.relax(&relaxation.limit)?;
        let missing = self.lang.count(RoundWord::CountPairings, relaxation.short as usize);
        let word = if relaxation.short == 0 { RoundWord::RelaxSolves } else { RoundWord::RelaxHelps };
        let says = self.lang.fill(word, &[("change", Part::Text(&offer.label)), ("missing", Part::Text(&missing))]);
        Some((says, offer))
    }

    /// A possible partner of a city that has none.
    pub(super) fn near(&self, near: &Nearest) -> String {
        let score = self.score(near.score);
        let parts = [("partner", Part::Text(self.book.city(&near.partner))), ("score", Part::Text(&score))];
        if near.barred {
            return self.lang.fill(RoundWord::NearBarred, &parts);
        }
        if near.in_the_way.is_empty() {
            return self.lang.fill(RoundWord::NearCosts, &parts);
        }
        let limits: Vec<String> = near.in_the_way.iter().map(|obstacle| self.limit(&obstacle.limit)).collect();
        let limits = self.listed(&limits);
        let [partner, score] = parts;
        self.lang.fill(RoundWord::NearBehind, &[partner, score, ("limits", Part::Text(&limits))])
    }

    /// A score with one decimal.
    pub(super) fn score(&self, score: f64) -> String {
        self.lang.measure((score * 10.0).round() / 10.0)
    }

    /// *+3*, *−2*, *0*
    pub(super) fn signed(&self, number: f64) -> String {
        let rounded = (number * 10.0).round() / 10.0;
        let sign = if rounded > 0.0 { "+" } else { "" };
        // There is no −0 to a reader.
        format!("{sign}{}", self.lang.measure(if rounded == 0.0 { 0.0 } else { rounded }))
    }

    fn rule(&self, constraint: &Constraint) -> String {
        match constraint {
            Constraint::Minima => self.lang.say(RoundWord::RuleMinima),
            Constraint::Locks => self.lang.say(RoundWord::RuleLocks),
            Constraint::Bars => self.lang.say(RoundWord::RuleBars),
            Constraint::CountryPairCaps => self.lang.say(RoundWord::RulePairCaps),
            Constraint::CountryCaps => self.lang.say(RoundWord::RuleCountryCaps),
            Constraint::Share { grouping } => self.unlike(RoundWord::RuleShare, grouping),
            Constraint::Quotas => String::new(),
            Constraint::CountryPairCap { a, b } => self.countries(RoundWord::RulePairCap, a, b),
            Constraint::CountryCap { country } => self.country(RoundWord::RuleCountryCap, country),
            Constraint::Lock { a, b } => self.of_pair(RoundWord::RuleLock, a, b),
            Constraint::Bar { a, b } => self.of_pair(RoundWord::RuleBar, a, b),
            Constraint::Minimum { id } => self.city(RoundWord::RuleMinimum, id),
        }
    }

    /// What a rule cost.
    pub(super) fn price(&self, price: &Price) -> PriceLine {
        let gains = self.amounts(price, 1.0);
        let says = match &price.constraint {
            Constraint::Quotas if gains.is_empty() => self.lang.say(RoundWord::PriceQuotasFree),
            Constraint::Quotas => self.lang.fill(RoundWord::PriceQuotas, &[("what", Part::Text(&self.listed(&gains)))]),
            Constraint::Minima
            | Constraint::Locks
            | Constraint::Bars
            | Constraint::CountryPairCaps
            | Constraint::CountryCaps
            | Constraint::Share { .. }
            | Constraint::CountryPairCap { .. }
            | Constraint::CountryCap { .. }
            | Constraint::Lock { .. }
            | Constraint::Bar { .. }
            | Constraint::Minimum { .. } => self.cost(price, &gains),
        };
        PriceLine {
            says,
            cities: self.signed(price.covered_gain as f64),
            pairings: self.signed(price.pairs_gain as f64),
            points: self.signed(price.score_gain),
            is_proved: price.proved,
            offer: change_of_constraint(&price.constraint).ok().flatten().map(|change| self.offer(&change)),
        }
    }

    fn cost(&self, price: &Price, gains: &[String]) -> String {
        let (rule, saved) = (self.rule(&price.constraint), self.amounts(price, -1.0));
        let (gains, saves) = (self.listed(gains), self.listed(&saved));
        let rule = ("rule", Part::Text(rule.as_str()));
        let what = ("what", Part::Text(gains.as_str()));
        match (gains.is_empty(), saved.is_empty()) {
            // What leaving it out would not bring in any figure cost nothing.
            (true, _) => self.lang.fill(RoundWord::PriceFree, &[rule]),
            (false, true) => self.lang.fill(RoundWord::PriceCost, &[rule, what]),
            (false, false) => self.lang.fill(RoundWord::PriceMixed, &[rule, what, ("saved", Part::Text(&saves))]),
        }
    }

    /// What a price brings in one direction: *one city, 2 pairings and 31 points*.
    fn amounts(&self, price: &Price, sign: f64) -> Vec<String> {
        let whole = |word: RoundWord, gain: i64| {
            let number = usize::try_from(gain * sign as i64).unwrap_or(0);
            (number > 0).then(|| self.lang.count(word, number))
        };
        let points = price.score_gain * sign;
        let points = (points >= 0.05).then(|| self.points(points));
        let counted = [whole(RoundWord::CountCities, price.covered_gain), whole(RoundWord::CountPairings, price.pairs_gain), points];
        counted.into_iter().flatten().collect()
    }

    /// *31 points*
    pub(super) fn points(&self, points: f64) -> String {
        self.lang.fill(RoundWord::CountPoints, &[("number", Part::Text(&self.score(points)))])
    }
}

/// The step by which a limit gives way.
fn change_of_limit(limit: &Limit) -> Result<PlanChange, BadCode> {
    Ok(match limit {
        Limit::Max { id } => PlanChange::RaiseMost(id.parse()?),
        Limit::LearnMax { id } => PlanChange::RaiseLearner(id.parse()?),
        Limit::MentorMax { id } => PlanChange::RaiseMentor(id.parse()?),
        Limit::CountryPairCap { a, b } => PlanChange::RaiseCountries([a.parse()?, b.parse()?]),
        Limit::CountryCap { country } => PlanChange::RaiseCountry(country.parse()?),
        Limit::Share { grouping } => PlanChange::LowerShare(grouping.parse()?),
        Limit::Lock { a, b } => PlanChange::Unlock([a.parse()?, b.parse()?]),
        Limit::Min { id } | Limit::TooFewCandidates { id } => PlanChange::LowerLeast(id.parse()?),
    })
}

/// The change that gives a rule way; none for the places of all cities, which the form sets.
fn change_of_constraint(constraint: &Constraint) -> Result<Option<PlanChange>, BadCode> {
    Ok(Some(match constraint {
        Constraint::Minima => PlanChange::Drop(RuleKind::Minima),
        Constraint::Locks => PlanChange::Drop(RuleKind::Locks),
        Constraint::Bars => PlanChange::Drop(RuleKind::Bars),
        Constraint::CountryPairCaps => PlanChange::Drop(RuleKind::CountryPairCaps),
        Constraint::CountryCaps => PlanChange::Drop(RuleKind::CountryCaps),
        Constraint::Share { grouping } => PlanChange::LowerShare(grouping.parse()?),
        Constraint::Quotas => return Ok(None),
        Constraint::CountryPairCap { a, b } => PlanChange::RaiseCountries([a.parse()?, b.parse()?]),
        Constraint::CountryCap { country } => PlanChange::RaiseCountry(country.parse()?),
        Constraint::Lock { a, b } => PlanChange::Unlock([a.parse()?, b.parse()?]),
        Constraint::Bar { a, b } => PlanChange::Unbar([a.parse()?, b.parse()?]),
        Constraint::Minimum { id } => PlanChange::LowerLeast(id.parse()?),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::console::pages::rounds::BookedCity;

    fn book() -> Book {
        let city = |(slug, name, country): (&str, &str, &str)| BookedCity {
            slug: slug.into(),
            name: name.into(),
            country: country.into(),
            is_active: true,
        };
        Book::new([("hue", "Hue", "VN"), ("ipoh", "Ipoh", "MY")].map(city))
    }

    fn price(constraint: Constraint, (cities, pairs, score): (i64, i64, f64)) -> Price {
        Price { constraint, covered_gain: cities, score_gain: score, pairs_gain: pairs, proved: true }
    }

    #[test]
    fn the_cost_of_a_rule_is_told_in_words() {
        let book = book();
        let teller = Teller { book: &book, kind: Kind::SisterCity, lang: Language::En };
        let cap = || Constraint::CountryCap { country: "ID".into() };
        let says = |gains| teller.price(&price(cap(), gains)).says;
        assert_eq!(says((0, 2, 31.02)), "The cap on Indonesia cost 2 pairings and 31 points.");
        assert_eq!(says((1, 1, -3.0)), "The cap on Indonesia cost one city and one pairing, and brought 3 points.");
        assert_eq!(says((0, 0, 0.01)), "The cap on Indonesia cost nothing.");
        let indonesian = Teller { lang: Language::Id, ..teller };
        assert_eq!(indonesian.price(&price(cap(), (0, 2, 31.5))).says, "Batas untuk Indonesia menimbulkan biaya 2 pasangan dan 31,5 poin.");
        let free = teller.price(&price(Constraint::Quotas, (0, 0, 0.0)));
        assert_eq!(
            (free.says.as_str(), free.points.as_str(), free.offer),
            ("One place more for every city would bring nothing.", "0", None)
        );
    }

    #[test]
    fn every_limit_has_a_step_by_which_it_gives_way() {
        let book = book();
        let teller = Teller { book: &book, kind: Kind::PeerLearning, lang: Language::En };
        let (hue, ipoh) = ("hue".to_owned(), "ipoh".to_owned());
        let limits = [
            (Limit::Max { id: hue.clone() }, "raise_most hue", "One place more for Hue"),
            (Limit::LearnMax { id: hue.clone() }, "raise_learner hue", "Hue may learn from one city more"),
            (Limit::MentorMax { id: hue.clone() }, "raise_mentor hue", "Hue may teach one city more"),
            (
                Limit::CountryPairCap { a: "ID".into(), b: "VN".into() },
                "raise_countries ID VN",
                "One pairing more between Indonesia and Viet Nam",
            ),
            (Limit::CountryCap { country: "VN".into() }, "raise_country VN", "One pairing more with Viet Nam"),
            (Limit::Share { grouping: "size".into() }, "lower_share size", "Lower the share that differs (size) to the next 5 %"),
            (Limit::Lock { a: hue.clone(), b: ipoh }, "unlock hue ipoh", "Give up the lock of Hue and Ipoh"),
            (Limit::Min { id: hue.clone() }, "lower_least hue", "Hue must have one partner fewer"),
            (Limit::TooFewCandidates { id: hue }, "lower_least hue", "Hue must have one partner fewer"),
        ];
        for (limit, change, label) in limits {
            let offer = teller.relax(&limit).unwrap();
            assert_eq!((offer.change.as_str(), offer.label.as_str()), (change, label));
            assert!(offer.change.parse::<PlanChange>().is_ok());
        }
    }
}
