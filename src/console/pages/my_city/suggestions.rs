//! Partners for the own city: the answer in words, the list with what speaks for and against each, and a word on each.

use askama::Template;
use chrono::NaiveDate;

use super::{AreaWay, Question, kind_choices, kind_name, number_word, ways};
use crate::console::frame::Frame;
use crate::console::marks::Country;
use crate::console::pages::{CityLink, ThemeChoices};
use crate::console::word::MyCityWord;
use crate::console::words::{Language, Part, Word};
use crate::domain::pairing::Kind;
use crate::store::feedback::Verdict;

/// What the list of suggestions shows.
#[derive(Debug, Clone, PartialEq)]
pub struct SuggestionsPage {
    /// Its surroundings.
    pub frame: Frame,
    /// The own city.
    pub city: CityLink,
    /// What was asked.
    pub question: Question,
    /// Themes to choose from.
    pub themes: Vec<ThemeChoices>,
    /// Whether the city takes part; one that does not is suggested nothing.
    pub is_active: bool,
    /// Those in whose case a theme is known in which a side would gain, the best first.
    pub items: Vec<SuggestedCity>,
    /// How many such cities were found, those of the list among them.
    pub substantial: usize,
    /// The symbolic ones: cities of like kind, with nothing known that either side would gain; the best first.
    pub alike: Vec<SuggestedCity>,
    /// How many of the candidates were looked at for it, the best first.
    pub looked_at: usize,
    /// How many cities could be suggested, by the rules.
    pub candidates: usize,
    /// Who is left out, and why.
    pub left_out: Vec<LeftOut>,
    /// What the city could tell to make the list better, what moves most first.
    pub improvements: Vec<Improvement>,
    /// What the city has said about others of this kind, the newest first.
    pub spoken: Vec<GivenWord>,
}

/// A suggested city.
#[derive(Debug, Clone, PartialEq)]
pub struct SuggestedCity {
    /// 1 is the best.
    pub rank: usize,
    /// Which one.
    pub city: CityLink,
    /// Its country.
    pub country: Country,
    /// No theme is known in which either side would gain.
    pub is_symbolic: bool,
    /// 0 to 100.
    pub score: i64,
    /// How much of it is known.
    pub sure: Sure,
    /// What speaks most for it.
    pub reason: Option<String>,
    /// What speaks most against it.
    pub against: Option<String>,
    /// How far it is, in kilometres; none where a place is not known.
    pub km: Option<i64>,
    /// Codes of the languages that both have.
    pub languages: Vec<String>,
    /// What the city has said about it.
    pub said: Option<GivenWord>,
}

/// How much of a score is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sure {
    /// Nearly everything.
    Well,
    /// Most of it.
    Partly,
    /// Little.
    Little,
}

impl Sure {
    /// From the share of the inputs that are known, at the same marks at which explanations change their words.
    pub fn of(confidence: f64) -> Sure {
        match confidence {
            c if c >= 0.7 => Sure::Well,
            c if c >= 0.4 => Sure::Partly,
            _ => Sure::Little,
        }
    }

    /// In words.
    pub(super) fn said(self, lang: Language) -> String {
        let code = match self {
            Sure::Well => "well",
            Sure::Partly => "partly",
            Sure::Little => "little",
        };
        lang.name_of(MyCityWord::Sure, code, code)
    }
}

/// How many cities a rule leaves out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeftOut {
    /// The rule's name.
    pub rule: &'static str,
    /// Cities.
    pub count: usize,
}

/// Something that the own city could tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Improvement {
    /// What, in words.
    pub what: String,
    /// By how many points it could move a score.
    pub points: String,
    /// Where it can be told; none where only the secretariat can enter it.
    pub path: Option<&'static str>,
}

/// A word that the city has given on another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenWord {
    /// The other city.
    pub city: CityLink,
    /// As what.
    pub kind: Kind,
    /// The word.
    pub verdict: Verdict,
    /// When.
    pub on: NaiveDate,
}

impl GivenWord {
    /// The word and its date.
    pub(super) fn said(&self, lang: Language) -> String {
        let date = lang.date(self.on);
        lang.fill(MyCityWord::Said, &[("code", Part::Text(self.verdict.as_str())), ("date", Part::Text(&date))])
    }
}

/// The words that can be given: the text of each and its name; without the one that was.
pub(super) fn words_to_give(said: Option<&GivenWord>, lang: Language) -> Vec<(&'static str, String)> {
    let others = Verdict::ALL.iter().filter(|verdict| said.is_none_or(|said| said.verdict != **verdict));
    others.map(|verdict| (verdict.as_str(), lang.name_of(MyCityWord::Say, verdict.as_str(), verdict.as_str()))).collect()
}

#[derive(Template)]
#[template(path = "my_city/suggestions.html")]
struct View<'a> {
    p: &'a SuggestionsPage,
    f: &'a Frame,
    w: Language,
}

impl View<'_> {
    fn ways(&self) -> Vec<AreaWay> {
        ways(self.f)
    }

    fn title(&self) -> String {
        let Question { kind, theme } = &self.p.question;
        match theme {
            Some(theme) if *kind == Kind::PeerLearning => {
                self.w.fill(MyCityWord::SuggestTitleAbout, &[("theme", Part::Text(&theme.in_sentence()))])
            }
            _ => self.w.fill(MyCityWord::SuggestTitle, &[("kind", Part::Text(kind.as_str()))]),
        }
    }

    /// The answer of the page.
    fn lead(&self) -> String {
        let theme = self.p.question.about(self.w);
        let common = [
            ("city", Part::Text(self.p.city.name.as_str())),
            ("theme", Part::Text(&theme)),
            ("kind", Part::Text(self.p.question.kind.as_str())),
        ];
        let Some(best) = self.p.items.first().filter(|_| self.p.is_active) else {
            let word = if self.p.is_active { MyCityWord::SuggestNone } else { MyCityWord::SuggestInactive };
            return self.w.fill(word, &common);
        };
        let (number, best) = (number_word(self.p.substantial, self.w), self.place(best));
        let more = [("number", Part::Text(&number)), ("count", Part::Number(self.p.substantial)), ("best", Part::Text(&best))];
        self.w.fill(MyCityWord::SuggestLead, &[common.as_slice(), &more].concat())
    }

    fn place(&self, item: &SuggestedCity) -> String {
        format!("{}, {}", item.city.name, item.country.shown(&self.w))
    }

    /// That the list is shorter than what was found, and what was found less than what there is.
    fn extent(&self) -> Option<String> {
        let (shown, looked_at, all) = (self.p.items.len(), self.p.looked_at, self.p.candidates);
        let first = (self.p.substantial > shown && shown > 0)
            .then(|| self.w.fill(MyCityWord::SuggestFirst, &[("shown", Part::Text(&self.w.quantity(shown)))]));
        let among = (all > looked_at).then(|| {
            let (looked_at, all) = (self.w.quantity(looked_at), self.w.quantity(all));
            self.w.fill(MyCityWord::SuggestAmong, &[("shown", Part::Text(&looked_at)), ("all", Part::Text(&all))])
        });
        let told: Vec<String> = first.into_iter().chain(among).collect();
        (!told.is_empty()).then(|| told.join(" "))
    }

    /// How the cities without a known gain are headed.
    fn alike_title(&self) -> String {
        let (kind, shown) = (self.p.question.kind.as_str(), self.w.quantity(self.p.alike.len()));
        let parts = [("kind", Part::Text(kind)), ("count", Part::Number(self.p.alike.len())), ("shown", Part::Text(&shown))];
        self.w.fill(MyCityWord::SuggestAlike, &parts)
    }

    fn kinds(&self) -> Vec<(&'static str, String, bool)> {
        kind_choices(Some(self.p.question.kind), self.w)
    }

    fn kind_name(&self, kind: &Kind) -> String {
        kind_name(*kind, self.w)
    }

    fn score(&self, item: &SuggestedCity) -> String {
        self.w.fill(MyCityWord::OfHundred, &[("shown", Part::Text(&self.w.whole(item.score)))])
    }

    fn sure(&self, item: &SuggestedCity) -> String {
        item.sure.said(self.w)
    }

    /// How far it is and which languages both have.
    fn between(&self, item: &SuggestedCity) -> String {
        let km = item.km.map_or_else(
            || self.w.say(MyCityWord::SuggestKmUnknown),
            |km| self.w.fill(MyCityWord::SuggestKm, &[("shown", Part::Text(&self.w.whole(km)))]),
        );
        let names: Vec<String> = item.languages.iter().map(|code| self.w.name_of(Word::LanguageName, code, code)).collect();
        let shared = if names.is_empty() {
            self.w.say(MyCityWord::SuggestSharesNone)
        } else {
            self.w.fill(MyCityWord::SuggestShares, &[("languages", Part::Text(&names.join(", ")))])
        };
        format!("{km} · {shared}")
    }

    fn why_href(&self, city: &CityLink) -> String {
        self.f.href_with(&format!("/my-city/suggestions/{}", city.slug), &self.p.question.as_query())
    }

    fn ask_href(&self, city: &CityLink) -> String {
        let query = self.p.question.as_query();
        self.f.href_with("/my-city/ask", &[query.as_slice(), &[("city", city.slug.as_str())]].concat())
    }

    fn ask_city(&self, city: &CityLink) -> String {
        self.w.fill(MyCityWord::SuggestAskCity, &[("city", Part::Text(&city.name))])
    }

    fn say_about(&self, city: &CityLink) -> String {
        self.w.fill(MyCityWord::SayAbout, &[("city", Part::Text(&city.name))])
    }

    fn to_give(&self, said: Option<&GivenWord>) -> Vec<(&'static str, String)> {
        words_to_give(said, self.w)
    }

    fn given(&self, word: &GivenWord) -> String {
        word.said(self.w)
    }

    fn theme_code(&self) -> &str {
        self.p.question.theme.as_ref().map_or("", |theme| theme.code.as_str())
    }

    fn left(&self, line: &LeftOut) -> String {
        let shown = self.w.quantity(line.count);
        let parts = [("count", Part::Number(line.count)), ("shown", Part::Text(&shown)), ("code", Part::Text(line.rule))];
        self.w.fill(MyCityWord::SuggestLeftRule, &parts)
    }

    fn points(&self, points: &str) -> String {
        self.w.fill(MyCityWord::SuggestImprovePoints, &[("shown", Part::Text(points))])
    }
}

/// The list of suggestions as HTML.
///
/// # Errors
/// Only when the template cannot be written out, which no context causes.
pub fn render_suggestions(page: &SuggestionsPage) -> askama::Result<String> {
    View { p: page, f: &page.frame, w: page.frame.lang }.render()
}
