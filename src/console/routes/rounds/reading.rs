//! From what somebody wrote into the form to a plan, with every fault by the field it is about.

use crate::console::pages::rounds::{Book, FieldFault, Meant, RoundForm};
use crate::console::word::RoundWord;
use crate::console::words::{Language, Part};
use crate::domain::code::{CountryCode, Slug, ThemeCode};
use crate::domain::pairing::Kind;
use crate::domain::round_plan::{
    CountryCap, CountryPairCap, Grouping, OwnQuota, RoundObjective, RoundPlan, RoundRules, RoundScope, ShareRule,
};

/// The form being read.
pub(super) struct Reading<'a> {
    book: &'a Book,
    lang: Language,
    faults: Vec<FieldFault>,
}

/// Reads a form. Where there is a fault the plan is without what it is about.
pub(super) fn read(form: &RoundForm, book: &Book, lang: Language) -> (RoundPlan, Vec<FieldFault>) {
    let mut reading = Reading { book, lang, faults: Vec::new() };
    let plan = RoundPlan {
        name: form.name.trim().to_owned(),
        kind: reading.chosen("kind", &form.kind, RoundWord::FaultKind).unwrap_or(Kind::SisterCity),
        theme: reading.theme(&form.theme),
        scope: reading.scope(form),
        candidates: reading.needed("candidates", &form.candidates, RoundWord::FaultCandidates, 30),
        alternates: reading.needed("alternates", &form.alternates, RoundWord::FaultAlternates, 3),
        objective: reading.chosen("objective", &form.objective, RoundWord::FaultObjective).unwrap_or(RoundObjective::CoverageThenScore),
        rules: reading.rules(form),
    };
    (plan, reading.faults)
}

impl Reading<'_> {
    fn fault(&mut self, field: impl Into<String>, word: RoundWord, parts: &[(&'static str, Part<'_>)]) {
        self.faults.push(FieldFault { field: field.into(), words: self.lang.fill(word, parts) });
    }

    fn chosen<T: std::str::FromStr>(&mut self, field: &str, text: &str, word: RoundWord) -> Option<T> {
        let chosen = text.trim().parse().ok();
        if chosen.is_none() {
            self.fault(field, word, &[]);
        }
        chosen
    }

    fn theme(&mut self, text: &str) -> Option<ThemeCode> {
        if text.trim().is_empty() { None } else { self.chosen("theme", text, RoundWord::FaultTheme) }
    }

    fn scope(&mut self, form: &RoundForm) -> RoundScope {
        let countries: Vec<CountryCode> =
            form.countries.iter().filter_map(|code| self.chosen("countries", code, RoundWord::FaultHalf)).collect();
        RoundScope {
            networks: form.networks.clone(),
            countries,
            levels: form.levels.clone(),
            cities: self.list("cities", &form.cities),
            without: self.list("without", &form.without),
        }
    }

    /// Cities one a line; one that is named twice counts once.
    fn list(&mut self, field: &str, text: &str) -> Vec<Slug> {
        let mut found: Vec<Slug> = Vec::new();
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            if let Some(slug) = self.city(field, line) {
                found.extend((!found.contains(&slug)).then_some(slug));
            }
        }
        found
    }

    fn city(&mut self, field: &str, text: &str) -> Option<Slug> {
        let name = text.trim();
        match self.book.meant(name) {
            Meant::City(slug) => slug.parse().ok(),
            Meant::None => {
                self.fault(field, RoundWord::FaultUnknown, &[("name", Part::Text(name))]);
                None
            }
            Meant::Several(slugs) => {
                let choices = slugs.join(", ");
                self.fault(field, RoundWord::FaultAmbiguous, &[("name", Part::Text(name)), ("choices", Part::Text(&choices))]);
                None
            }
        }
    }

    fn whole(&mut self, field: &str, text: &str) -> Option<u32> {
        let text = text.trim();
        if text.is_empty() { None } else { self.chosen(field, text, RoundWord::FaultWhole) }
    }

    fn needed(&mut self, field: &str, text: &str, word: RoundWord, usual: u32) -> u32 {
        self.chosen(field, text, word).unwrap_or(usual)
    }

    /// A number with a comma or a point, as people write it.
    fn number(&mut self, field: &str, text: &str, word: RoundWord) -> Option<f64> {
        let text = text.trim().trim_end_matches('%').trim_end().replace(',', ".");
        if text.is_empty() {
            return None;
        }
        let number: Option<f64> = self.chosen(field, &text, word);
        number.filter(|number| number.is_finite())
    }

    fn rules(&mut self, form: &RoundForm) -> RoundRules {
        RoundRules {
            least: self.whole("least", &form.least).unwrap_or(0),
            most: self.whole("most", &form.most),
            most_as_learner: self.whole("most_as_learner", &form.most_as_learner),
            most_as_mentor: self.whole("most_as_mentor", &form.most_as_mentor),
            own: form.own().into_iter().enumerate().filter_map(|(at, line)| self.own(at, &line)).collect(),
            country_cap: self.whole("country_cap", &form.country_cap),
            country_caps: form.caps().into_iter().enumerate().filter_map(|(at, line)| self.cap(at, &line)).collect(),
            country_pair_cap: self.whole("country_pair_cap", &form.country_pair_cap),
            country_pair_caps: form.pair_caps().into_iter().enumerate().filter_map(|(at, line)| self.pair_cap(at, &line)).collect(),
            locked: form.locked().into_iter().enumerate().filter_map(|(at, line)| self.pair("locked", at, &line)).collect(),
            barred: form.barred().into_iter().enumerate().filter_map(|(at, line)| self.pair("barred", at, &line)).collect(),
            shares: form.share.iter().zip(Grouping::ALL).filter_map(|(text, grouping)| self.share(*grouping, text)).collect(),
            minimum_score: self.number("minimum_score", &form.minimum_score, RoundWord::FaultNumber),
            largest_size_ratio: self.number("largest_size_ratio", &form.largest_size_ratio, RoundWord::FaultNumber),
            same_level: !form.same_level.is_empty(),
        }
    }

    fn own(&mut self, at: usize, [city, least, most, learner, mentor]: &[String; 5]) -> Option<OwnQuota> {
        let field = format!("own-{at}");
        let [least, most, learner, mentor] = [least, most, learner, mentor].map(|text| self.whole(&field, text));
        if city.is_empty() {
            self.fault(field, RoundWord::FaultHalf, &[]);
            return None;
        }
        Some(OwnQuota { city: self.city(&field, city)?, least, most, most_as_learner: learner, most_as_mentor: mentor })
    }

    fn cap(&mut self, at: usize, [country, most]: &[String; 2]) -> Option<CountryCap> {
        let field = format!("cap-{at}");
        match (country.parse(), self.whole(&field, most)) {
            (Ok(country), Some(most)) => Some(CountryCap { country, most }),
            _ => {
                self.half(field, most);
                None
            }
        }
    }

    fn pair_cap(&mut self, at: usize, [a, b, most]: &[String; 3]) -> Option<CountryPairCap> {
        let field = format!("pair-{at}");
        match (a.parse(), b.parse(), self.whole(&field, most)) {
            (Ok(a), Ok(b), Some(most)) => Some(CountryPairCap { a, b, most }),
            _ => {
                self.half(field, most);
                None
            }
        }
    }

    /// A line that is not full, unless its number was named already.
    fn half(&mut self, field: String, number: &str) {
        if number.is_empty() || number.parse::<u32>().is_ok() {
            self.fault(field, RoundWord::FaultHalf, &[]);
        }
    }

    fn pair(&mut self, name: &str, at: usize, [a, b]: &[String; 2]) -> Option<[Slug; 2]> {
        let field = format!("{name}-{at}");
        if a.is_empty() || b.is_empty() {
            self.fault(field, RoundWord::FaultHalf, &[]);
            return None;
        }
        let (a, b) = (self.city(&field, a), self.city(&field, b));
        Some([a?, b?])
    }

    /// Percent as thousandths: what has more decimals is left to the plan's own check.
    fn share(&mut self, grouping: Grouping, text: &str) -> Option<ShareRule> {
        let percent = self.number(&format!("share-{grouping}"), text, RoundWord::FaultShare)?;
        let tenths = percent * 10.0;
        let is_whole = (tenths - tenths.round()).abs() < 1e-6;
        let at_least = if is_whole { tenths.round() / 1_000.0 } else { percent / 100.0 };
        Some(ShareRule { grouping, at_least })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::console::pages::rounds::BookedCity;

    fn book() -> Book {
        let cities = [("surabaya", "Surabaya", "ID"), ("da-nang", "Da Nang", "VN"), ("hue", "Hue", "VN")];
        let city = |(slug, name, country): (&str, &str, &str)| BookedCity {
            slug: slug.into(),
            name: name.into(),
            country: country.into(),
            is_active: true,
        };
        Book::new(cities.map(city))
    }

    fn texts<const N: usize>(list: [&str; N]) -> Vec<String> {
        list.map(str::to_owned).to_vec()
    }

    #[test]
    fn a_plan_comes_back_from_its_own_form_in_both_languages() {
        let plan: RoundPlan = serde_json::from_value(serde_json::json!({
            "name": "Manila 2026", "kind": "peer_learning", "theme": "solid-waste", "candidates": 12, "alternates": 0, "objective": "score",
            "scope": {"countries": ["ID", "VN"], "networks": ["ASCN"], "levels": ["city"], "cities": ["hue"], "without": ["da-nang"]},
            "rules": {
                "least": 1, "most": 3, "most_as_learner": 1, "most_as_mentor": 2,
                "own": [{"city": "surabaya", "most": 4, "most_as_mentor": 3}],
                "country_cap": 5, "country_caps": [{"country": "ID", "most": 2}],
                "country_pair_cap": 4, "country_pair_caps": [{"a": "ID", "b": "VN", "most": 1}],
                "locked": [["surabaya", "hue"]], "barred": [["hue", "surabaya"]],
                "shares": [{"grouping": "income", "at_least": 0.335}, {"grouping": "capital", "at_least": 0.1}],
                "minimum_score": 42.5, "largest_size_ratio": 5.0, "same_level": true,
            },
        }))
        .unwrap();
        for lang in Language::ALL {
            let (read, faults) = read(&RoundForm::of(&plan, &book(), *lang), &book(), *lang);
            assert_eq!(faults, []);
            assert_eq!(read, plan, "{lang}");
        }
    }

    #[test]
    fn every_field_that_cannot_be_read_is_named_beside_itself() {
        let form = RoundForm {
            kind: "friendship".into(),
            cities: "Surabaya\nAtlantis\n\nsurabaya".into(),
            least: "-1".into(),
            minimum_score: "much".into(),
            own_city: texts(["", "Hue"]),
            own_most: texts(["2", "two"]),
            cap_country: texts(["ID", ""]),
            cap_most: texts(["", "3"]),
            locked_a: texts(["Surabaya"]),
            locked_b: texts(["Lemuria"]),
            share: texts(["half"]),
            ..RoundForm::empty()
        };
        let (plan, faults) = read(&form, &book(), Language::En);
        let fields: Vec<&str> = faults.iter().map(|fault| fault.field.as_str()).collect();
        let expected = ["kind", "cities", "least", "own-0", "own-1", "cap-0", "cap-1", "locked-0", "share-income", "minimum_score"];
        assert_eq!(fields, expected);
        assert_eq!(plan.scope.cities.len(), 1, "what can be read is read");
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        let form = RoundForm { share: texts(["33,5 %"]), minimum_score: " 40,25 ".into(), ..RoundForm::empty() };
        let (plan, faults) = read(&form, &book(), Language::Id);
        assert_eq!(faults, []);
        assert_eq!((plan.rules.shares[0].at_least, plan.rules.minimum_score), (0.335, Some(40.25)));
    }
}
