//! What a run is like, for somebody who is no mathematician: the answer first, then who, why, and what each rule cost.

use std::collections::BTreeMap;

use askama::Template;

use super::book::Book;
use super::round::RunLine;
use super::told::{Offer, PriceLine, Teller};
use crate::actions::rounds::compute::RunAnalysis;
use crate::console::frame::Frame;
use crate::console::word::RoundWord;
use crate::console::words::{Language, Part, Word};
use crate::domain::code::Slug;
use crate::domain::pairing::Kind;
use crate::domain::proposal::ProposalState;
use crate::domain::round_change::PlanChange;
use crate::domain::round_plan::{RoundObjective, RoundPlan};
use crate::matching::rounds::analysis::{Analysis, LeftOut};
use crate::matching::rounds::{Solution, Status, Why};

mod figures;

use figures::{Bar, FairTable, Way};

/// Pairings that the page lists; the file has all.
const LISTED: usize = 400;
/// Cities without a partner that the page lists.
const LEFT_LISTED: usize = 100;
/// Possible partners that are named for each of them.
const NEAR_SHOWN: usize = 2;
/// The least sure pairings that are named.
const WEAKEST: usize = 3;

/// A pairing of the run.
#[derive(Debug, Clone, PartialEq)]
pub struct PairingLine {
    /// Its place in the run, from 1.
    pub place: i64,
    /// The learner, or either city, by slug.
    pub a: String,
    /// The mentor, or the other.
    pub b: String,
    /// 0 to 100.
    pub score: f64,
    /// Share of redraws in which it stays, 0 to 1.
    pub kept: Option<f64>,
    /// What became of it.
    pub proposal: Option<ProposalState>,
}

/// How a run came about.
#[derive(Debug, Clone, PartialEq)]
pub struct Method {
    /// Name of the model.
    pub model: String,
    /// The program with its version.
    pub program: String,
    /// How long it took.
    pub seconds: f64,
    /// Hash of the data.
    pub data: String,
    /// Hash of the result.
    pub result: String,
}

/// The analysis of a run.
#[derive(Debug, Clone, PartialEq)]
pub struct AnalysisPage {
    /// Its surroundings.
    pub frame: Frame,
    /// The round.
    pub id: String,
    /// Its version.
    pub version: i64,
    /// Makes what is done by a form happen once.
    pub once: String,
    /// The run.
    pub run: RunLine,
    /// The numbers of all runs, newest first.
    pub runs: Vec<i64>,
    /// The plan of the round as it is now.
    pub plan: RoundPlan,
    /// The plan that the run was computed of.
    pub of_run: RoundPlan,
    /// What the solver said.
    pub solution: Solution,
    /// What the set is like.
    pub analysis: RunAnalysis,
    /// The pairings.
    pub pairings: Vec<PairingLine>,
    /// Names of the themes in the page's language, by code.
    pub themes: BTreeMap<String, String>,
    /// How the run came about.
    pub method: Method,
    /// The cities by name.
    pub book: Book,
    /// Whether the reader may change the plan as the round stands.
    pub may_change: bool,
    /// Whether the reader may have the round computed as it stands.
    pub may_compute: bool,
    /// Whether the reader may release this run.
    pub is_releasable: bool,
}

/// A pairing as a line of the table.
struct Paired<'a> {
    of: &'a PairingLine,
    pair: String,
    countries: String,
    score: String,
    kept: Option<String>,
    state: Option<String>,
    mark: Option<String>,
    lock: Option<Offer>,
    bar: Option<Offer>,
}

/// A city without a partner as a line of the table.
struct LeftLine {
    city: String,
    slug: String,
    why: String,
    near: Vec<String>,
    help: Vec<Offer>,
}

#[derive(Template)]
#[template(path = "rounds/analysis.html")]
struct View<'a> {
    p: &'a AnalysisPage,
    f: &'a Frame,
    w: Language,
}

impl<'a> View<'a> {
    fn told(&self) -> Teller<'a> {
        Teller { book: &self.p.book, kind: self.p.of_run.kind, lang: self.w }
    }

    fn set(&self) -> &'a Analysis {
        &self.p.analysis.analysis
    }

    fn title(&self) -> String {
        let number = self.p.run.number.to_string();
        self.w.fill(RoundWord::AnalysisTitle, &[("name", Part::Text(&self.p.of_run.name)), ("number", Part::Text(&number))])
    }

    fn to(&self, deed: &str) -> String {
        self.f.href(&format!("/desk/rounds/{}/{deed}", self.p.id))
    }

    fn run_number(&self) -> String {
        self.p.run.number.to_string()
    }

    fn is_infeasible(&self) -> bool {
        self.p.solution.status == Status::Infeasible
    }

    fn has_changed(&self) -> bool {
        self.p.plan != self.p.of_run
    }

    /// The answer in one sentence.
    fn headline(&self) -> String {
        if self.is_infeasible() {
            let short = self.p.solution.shortfalls.len();
            let cities = self.w.count(RoundWord::CountCities, short);
            let word = if short > 0 { RoundWord::HeadInfeasible } else { RoundWord::HeadInfeasibleRules };
            return self.w.fill(word, &[("short", Part::Text(&cities))]);
        }
        let coverage = &self.set().coverage;
        let cities = self.w.count(RoundWord::CountCities, coverage.cities);
        let covered = self.w.quantity(coverage.covered);
        let all = [("cities", Part::Text(cities.as_str())), ("covered", Part::Text(&covered))];
        match self.set().left_out.as_slice() {
            [] => self.w.fill(RoundWord::HeadAll, &all[..1]),
            [one] => {
                let why = self.told().why(one.why);
                let [cities, covered] = all;
                let city = ("city", Part::Text(self.p.book.city(&one.id)));
                self.w.fill(RoundWord::HeadOne, &[covered, cities, city, ("why", Part::Text(&why))])
            }
            several => {
                let (why, most) = most_common(several);
                let (why, left, most) = (self.told().why(why), self.w.quantity(several.len()), self.w.quantity(most));
                let [cities, covered] = all;
                let word = if most == left { RoundWord::HeadAlike } else { RoundWord::HeadSome };
                let counted = [("left", Part::Text(left.as_str())), ("most", Part::Text(&most)), ("why", Part::Text(&why))];
                self.w.fill(word, &[&[covered, cities], counted.as_slice()].concat())
            }
        }
    }

    /// How far that is proved.
    fn proof(&self) -> String {
        let solution = &self.p.solution;
        let percent = self.told().score(100.0 * solution.gap);
        match solution.status {
            Status::Optimal => self.w.say(RoundWord::ProofOptimal),
            Status::Infeasible => self.w.say(RoundWord::ProofInfeasible),
            Status::Feasible if self.p.of_run.objective == RoundObjective::Score => {
                self.w.fill(RoundWord::ProofScore, &[("percent", Part::Text(&percent))])
            }
            Status::Feasible => {
                let bound = self.w.count(RoundWord::CountCities, solution.covered_bound);
                self.w.fill(RoundWord::ProofCoverage, &[("bound", Part::Text(&bound)), ("percent", Part::Text(&percent))])
            }
        }
    }

    fn paired(&self) -> Vec<Paired<'a>> {
        self.p.pairings.iter().take(LISTED).map(|line| self.pairing(line)).collect()
    }

    fn pairing(&self, line: &'a PairingLine) -> Paired<'a> {
        let (told, book) = (self.told(), &self.p.book);
        let state = |state: ProposalState| self.w.name_of(RoundWord::ProposalStateName, state.as_str(), state.as_str());
        let percent = |kept: f64| self.w.quantity((100.0 * kept).round() as usize);
        let [was_locked, is_locked, is_barred] = [
            has(&self.p.of_run.rules.locked, self.p.of_run.kind, line),
            has(&self.p.plan.rules.locked, self.p.plan.kind, line),
            has(&self.p.plan.rules.barred, self.p.plan.kind, line),
        ];
        let mark = match () {
            () if is_barred => Some(RoundWord::PairedBarred),
            () if is_locked && was_locked => Some(RoundWord::PairedLocked),
            () if is_locked => Some(RoundWord::PairedLockedNext),
            () => None,
        };
        let two = || Some([line.a.parse::<Slug>().ok()?, line.b.parse().ok()?]);
        let may = self.p.may_change;
        Paired {
            of: line,
            pair: told.pair(&line.a, &line.b),
            countries: format!("{} – {}", book.country_of(&line.a, self.w), book.country_of(&line.b, self.w)),
            score: told.score(line.score),
            kept: line.kept.map(|kept| self.w.fill(RoundWord::PairedKeptSays, &[("percent", Part::Text(&percent(kept)))])),
            state: line.proposal.map(state),
            mark: mark.map(|word| self.w.say(word)),
            lock: two().filter(|_| may && !is_locked).map(|two| told.offer(&PlanChange::Lock(two))),
            bar: two().filter(|_| may && !is_barred).map(|two| told.offer(&PlanChange::Bar(two))),
        }
    }

    /// What a button does, with the pair that it does it to, for those who hear the page.
    fn deed_of(&self, offer: &Offer, pair: &str) -> String {
        self.w.fill(RoundWord::DeedOf, &[("deed", Part::Text(&offer.label)), ("pair", Part::Text(pair))])
    }

    fn paired_more(&self) -> Option<String> {
        let more = self.p.pairings.len().saturating_sub(LISTED);
        (more > 0).then(|| self.w.count(RoundWord::PairedMore, more))
    }

    fn has_proposals(&self) -> bool {
        self.p.pairings.iter().any(|line| line.proposal.is_some())
    }

    fn left(&self) -> Vec<LeftLine> {
        self.set().left_out.iter().take(LEFT_LISTED).map(|left| self.left_line(left)).collect()
    }

    fn left_line(&self, left: &LeftOut) -> LeftLine {
        let told = self.told();
        let mut help: Vec<Offer> = Vec::new();
        let obstacles = left.nearest.iter().flat_map(|near| &near.in_the_way);
        for offer in obstacles.filter(|way| way.brings_in == Some(true)).filter_map(|way| told.relax(&way.limit)) {
            if !help.contains(&offer) {
                help.push(offer);
            }
        }
        LeftLine {
            city: self.p.book.city(&left.id).to_owned(),
            slug: left.id.clone(),
            why: told.why(left.why),
            near: left.nearest.iter().take(NEAR_SHOWN).map(|near| told.near(near)).collect(),
            help,
        }
    }

    fn left_more(&self) -> Option<String> {
        let more = self.set().left_out.len().saturating_sub(LEFT_LISTED);
        (more > 0).then(|| self.w.count(RoundWord::LeftMore, more))
    }

    /// Whether the one that is left out is only the odd one: each other city has exactly one partner.
    fn is_odd_one(&self) -> bool {
        let (coverage, exposure) = (&self.set().coverage, &self.set().exposure);
        let all_but_one = coverage.covered + 1 == coverage.cities && coverage.cities % 2 == 1;
        self.p.of_run.kind.is_symmetric() && all_but_one && exposure.maximum == 1 && self.p.of_run.rules.most.unwrap_or(1) == 1
    }

    fn short(&self) -> Vec<String> {
        self.p.solution.shortfalls.iter().map(|short| self.told().short(short)).collect()
    }

    fn relaxations(&self) -> Vec<(String, Offer)> {
        self.p.solution.relaxations.iter().filter_map(|relaxation| self.told().relaxed(relaxation)).collect()
    }

    fn prices(&self) -> Vec<PriceLine> {
        self.set().prices.iter().map(|price| self.told().price(price)).collect()
    }

    fn not_tried(&self) -> Option<String> {
        let number = self.set().prices_not_tried;
        (number > 0).then(|| self.w.count(RoundWord::PriceNotTried, number))
    }

    /// How the three ways compare.
    fn ways(&self) -> Vec<Way> {
        figures::ways(self)
    }

    /// What picking by hand would give, in words.
    fn against(&self) -> String {
        figures::against(self)
    }

    fn evenness(&self) -> String {
        figures::evenness(self.set(), self.w)
    }

    fn fairness(&self) -> Vec<FairTable> {
        figures::fairness(self.set(), self.w)
    }

    fn stable(&self) -> Option<(String, Option<String>)> {
        let stability = self.set().stability.as_ref().filter(|_| !self.p.pairings.is_empty())?;
        let (percent, draws) = (self.told().score(100.0 * stability.jaccard), stability.draws.to_string());
        let says = self.w.fill(RoundWord::StableSays, &[("percent", Part::Text(&percent)), ("draws", Part::Text(&draws))]);
        let mut pairs: Vec<_> = stability.pairs.iter().filter(|pair| pair.kept < 0.5).collect();
        pairs.sort_by(|a, b| a.kept.total_cmp(&b.kept));
        let weakest: Vec<String> = pairs.into_iter().take(WEAKEST).map(|pair| self.told().pair(&pair.a, &pair.b)).collect();
        let named = (!weakest.is_empty()).then(|| self.w.fill(RoundWord::StableWeakest, &[("pairs", Part::Text(&weakest.join("; ")))]));
        Some((says, named))
    }

    fn blocking(&self) -> Option<(String, Vec<String>)> {
        let found = &self.set().blocking_pairs;
        let one = |pair: &crate::matching::rounds::analysis::BlockingPair| {
            let told = self.told();
            let [first, second] = [pair.gain_a, pair.gain_b].map(|gain| told.points(gain));
            let gains = self.w.fill(RoundWord::BlockingGain, &[("first", Part::Text(&first)), ("second", Part::Text(&second))]);
            format!("{} ({}): {gains}", told.pair(&pair.a, &pair.b), told.score(pair.score))
        };
        (found.count > 0).then(|| (self.w.count(RoundWord::BlockingSays, found.count), found.pairs.iter().map(one).collect()))
    }

    fn blocking_shown(&self) -> String {
        self.w.count(RoundWord::BlockingShown, self.set().blocking_pairs.pairs.len())
    }

    fn scores(&self) -> Option<String> {
        figures::scores(self.set(), &self.told())
    }

    fn histogram(&self) -> Vec<Bar> {
        figures::histogram(self.set(), self.w)
    }

    fn thirds(&self) -> Vec<String> {
        let theme = |code: &str| self.p.themes.get(code).cloned().unwrap_or_else(|| code.to_owned());
        let one = |third: &crate::actions::rounds::compute::ThirdFor| {
            let lacks = third.theme.as_ref().map_or_else(|| self.w.say(RoundWord::MoreLanguage), |code| theme(code.as_str()));
            let pair = self.p.book.two((&third.pair[0], &third.pair[1]), self.w);
            let third = self.p.book.city(&third.third);
            let parts = [("pair", Part::Text(pair.as_str())), ("lacks", Part::Text(&lacks)), ("third", Part::Text(third))];
            self.w.fill(RoundWord::MoreThird, &parts)
        };
        self.p.analysis.thirds.iter().map(one).collect()
    }

    fn cohorts(&self) -> Vec<String> {
        let names = |slugs: &[String]| {
            let named: Vec<String> = slugs.iter().map(|slug| self.p.book.city(slug).to_owned()).collect();
            self.told().listed(&named)
        };
        let one = |cohort: &crate::actions::rounds::compute::CohortOf| {
            let (learners, mentors, score) = (names(&cohort.learners), names(&cohort.mentors), self.told().score(cohort.score));
            let parts = [("learners", Part::Text(learners.as_str())), ("mentors", Part::Text(&mentors)), ("score", Part::Text(&score))];
            self.w.fill(RoundWord::MoreCohort, &parts)
        };
        self.p.analysis.cohorts.iter().map(one).collect()
    }

    fn other_runs(&self) -> Vec<(String, String)> {
        let others = self.p.runs.iter().filter(|number| **number != self.p.run.number);
        let path = format!("/desk/rounds/{}/analysis", self.p.id);
        let way = |number: &i64| {
            let text = number.to_string();
            (self.f.href_with(&path, &[("run", text.as_str())]), self.w.fill(RoundWord::Run, &[("number", Part::Text(&text))]))
        };
        others.map(way).collect()
    }

    fn comparison(&self) -> Option<(String, String)> {
        let (before, after) = ((self.p.run.number - 1).to_string(), self.p.run.number.to_string());
        let path = format!("/desk/rounds/{}/compare", self.p.id);
        let label = self.w.fill(RoundWord::RunCompare, &[("before", Part::Text(&before)), ("number", Part::Text(&after))]);
        (self.p.run.number > 1).then(|| (self.f.href_with(&path, &[("from", before.as_str()), ("to", after.as_str())]), label))
    }

    fn file(&self, format: &str) -> String {
        let path = format!("/desk/rounds/{}/export", self.p.id);
        self.f.href_with(&path, &[("run", self.run_number().as_str()), ("format", &format.to_lowercase())])
    }

    fn file_name(&self, format: &str) -> String {
        let number = self.run_number();
        self.w.fill(RoundWord::RunFile, &[("format", Part::Text(format)), ("number", Part::Text(&number))])
    }

    fn took(&self) -> String {
        let date = self.w.date(self.p.run.at.date_naive());
        let seconds = self.told().score(self.p.method.seconds);
        format!("{date}, {}", self.w.fill(RoundWord::MethodTook, &[("seconds", Part::Text(&seconds))]))
    }
}

/// Whether a list of pairs has this one.
fn has(list: &[[Slug; 2]], kind: Kind, line: &PairingLine) -> bool {
    let is_it = |a: &str, b: &str| list.iter().any(|[x, y]| x.as_str() == a && y.as_str() == b);
    is_it(&line.a, &line.b) || (kind.is_symmetric() && is_it(&line.b, &line.a))
}

/// The reason that most cities have, and how many; of several the one closest to giving way.
fn most_common(left_out: &[LeftOut]) -> (Why, usize) {
    let mut counts: BTreeMap<Why, usize> = BTreeMap::new();
    for left in left_out {
        *counts.entry(left.why).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(why, count)| (*count, *why)).unwrap_or((Why::NoGain, 0))
}

/// The analysis as HTML.
///
/// # Errors
/// Only when the template cannot be written out, which no context causes.
pub fn render_analysis(page: &AnalysisPage) -> askama::Result<String> {
    View { p: page, f: &page.frame, w: page.frame.lang }.render()
}
