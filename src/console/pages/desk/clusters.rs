//! Which cities are alike: the groups that hold, what is no group, and the map of likeness.
//!
//! Takes shares as they come from the engine, 0 to 1, and writes them as whole per cent.

use askama::Template;

use crate::console::frame::Frame;
use crate::console::pages::{Choice, CityLink};
use crate::console::pictures::{ScatterPicture, Tabled};
use crate::console::word::ClustersWord;
use crate::console::words::{Language, Part, Word};

/// Stays together so far that it can be told of, and from here on that it can be leaned on.
const STABLE_FROM: f64 = 0.75;

/// Which cities are alike.
#[derive(Debug, Clone, PartialEq)]
pub struct ClustersPage {
    /// Its surroundings.
    pub frame: Frame,
    /// The city that is looked for, by slug; empty for none.
    pub asked: String,
    /// The cities to choose from.
    pub choices: Vec<Choice>,
    /// What is found of it; none where nobody is looked for.
    pub sought: Option<SoughtCity>,
    /// Whether the city that was asked for is none of these.
    pub is_unknown: bool,
    /// Active cities, and those on which the groups were found.
    pub cities: (usize, usize),
    /// Why there are so many groups.
    pub why: String,
    /// The groups that hold, the largest first.
    pub groups: Vec<GroupLine>,
    /// What came out together and does not hold.
    pub dissolved: Vec<GroupLine>,
    /// Cities in no group.
    pub ungrouped: Vec<CityLink>,
    /// The map; none where there can be none.
    pub map: Option<ScatterPicture>,
    /// How many cities are not drawn on it.
    pub not_drawn: usize,
    /// What its two directions mean: across, then up.
    pub axes: Vec<AxisLine>,
    /// The part of all differences that the map shows, 0 to 1.
    pub explained: f64,
    /// How many times the cities were drawn anew.
    pub resamples: usize,
    /// The numbers of groups that were tried.
    pub tried: Vec<TriedLine>,
    /// The model, the data and the seed.
    pub made_of: (String, String, u64),
}

/// The city that is looked for.
#[derive(Debug, Clone, PartialEq)]
pub struct SoughtCity {
    /// The city.
    pub city: CityLink,
    /// The number of its group; none where it has none.
    pub group: Option<usize>,
    /// Whether it stands for the group.
    pub is_medoid: bool,
    /// Whether it is nearer to another group.
    pub is_between: bool,
    /// Its distance from the middle of the group, and the median distance.
    pub distance: Option<(f64, f64)>,
    /// The share of what is compared that is known of it, 0 to 1.
    pub known: f64,
}

/// A group, or what is none.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupLine {
    /// 1 for the largest.
    pub number: usize,
    /// Its name.
    pub name: String,
    /// How many cities were found together.
    pub size: usize,
    /// How much of it stays together when the cities are drawn anew, 0 to 1.
    pub stability: f64,
    /// Whether it is a group at all.
    pub holds: bool,
    /// The city that stands for it.
    pub medoid: CityLink,
    /// What sets it apart: in words, whether above the mean, by how many standard deviations, and known of which share of it.
    pub apart: Vec<(String, bool, f64, f64)>,
    /// Countries by name, each with its cities.
    pub countries: Vec<(String, usize)>,
    /// The share of what is compared that is known of its cities, 0 to 1.
    pub known: f64,
    /// The first of its cities, the most typical first; none where it does not hold.
    pub members: Vec<CityLink>,
    /// How many more there are.
    pub more: usize,
    /// What to keep in mind.
    pub notes: Vec<String>,
}

/// A direction of the map.
#[derive(Debug, Clone, PartialEq)]
pub struct AxisLine {
    /// The part of all differences that lies along it, 0 to 1.
    pub explained: f64,
    /// What cities are like at its right or upper end; empty where nothing stands out.
    pub high: String,
    /// And at its left or lower end.
    pub low: String,
}

/// A number of groups that was tried.
#[derive(Debug, Clone, PartialEq)]
pub struct TriedLine {
    /// How many.
    pub groups: usize,
    /// The share of the cities in groups that hold, 0 to 1.
    pub held: f64,
    /// How well they part, -1 to 1.
    pub silhouette: f64,
    /// How much they are the same when drawn anew, 1 the same.
    pub rand: f64,
    /// Whether this number was taken.
    pub is_taken: bool,
}

#[derive(Template)]
#[template(path = "desk/clusters.html")]
struct ClustersView<'a> {
    p: &'a ClustersPage,
    f: &'a Frame,
    w: Language,
}

/// An end of a direction: where it is, and what cities are like there.
type End = (String, String);

impl ClustersView<'_> {
    fn lead(&self) -> String {
        let cities = self.w.quantity(self.p.cities.0);
        let count = self.p.groups.len();
        if count == 0 {
            return self.w.fill(ClustersWord::LeadNone, &[("cities", Part::Text(&cities))]);
        }
        let shown = self.w.quantity(count);
        let parts = [("count", Part::Number(count)), ("shown", Part::Text(&shown)), ("cities", Part::Text(&cities))];
        let groups = self.w.fill(ClustersWord::LeadGroups, &parts);
        format!("{groups} {}", self.w.count(ClustersWord::LeadUngrouped, self.p.ungrouped.len()))
    }

    /// A share in whole per cent, without the sign.
    fn percent(&self, share: &f64) -> String {
        self.w.measure((share * 100.0).round())
    }

    fn two_decimals(&self, value: &f64) -> String {
        self.w.measure((value * 100.0).round() / 100.0)
    }

    fn said_of_sought(&self, sought: &SoughtCity) -> Vec<String> {
        let (city, known) = (Part::Text(&sought.city.name), self.percent(&sought.known));
        let Some(number) = sought.group else {
            return vec![self.w.fill(ClustersWord::SoughtOut, &[("city", city), ("known", Part::Text(&known))])];
        };
        let group = self.p.groups.iter().find(|group| group.number == number).map_or_else(|| number.to_string(), |group| self.name(group));
        let parts = [("city", city), ("group", Part::Text(&group)), ("known", Part::Text(&known))];
        let mut said = vec![self.w.fill(ClustersWord::SoughtIn, &parts)];
        if sought.is_medoid {
            said.push(self.w.fill(ClustersWord::SoughtMedoid, &[("city", city)]));
        }
        if sought.is_between {
            said.push(self.w.fill(ClustersWord::SoughtBetween, &[("city", city)]));
        }
        if let Some((distance, typical)) = sought.distance {
            let (distance, typical) = (self.two_decimals(&distance), self.two_decimals(&typical));
            let parts = [("distance", Part::Text(&distance)), ("typical", Part::Text(&typical))];
            said.push(self.w.fill(ClustersWord::SoughtDistance, &parts));
        }
        said
    }

    fn name(&self, group: &GroupLine) -> String {
        let number = self.w.quantity(group.number);
        self.w.fill(ClustersWord::GroupName, &[("number", Part::Text(&number)), ("name", Part::Text(&group.name))])
    }

    fn stays(&self, group: &GroupLine) -> String {
        let code = match group.holds {
            true if group.stability >= STABLE_FROM => "stable",
            true => "pattern",
            false => "none",
        };
        let stability = self.percent(&group.stability);
        self.w.fill(ClustersWord::Stays, &[("code", Part::Text(code)), ("stability", Part::Text(&stability))])
    }

    fn apart(&self, is_above: &bool, deviations: &f64, known: &f64) -> String {
        let (deviations, known) = (self.two_decimals(&deviations.abs()), self.percent(known));
        let code = if *is_above { "above" } else { "below" };
        let parts = [("code", Part::Text(code)), ("deviations", Part::Text(&deviations)), ("known", Part::Text(&known))];
        self.w.fill(ClustersWord::ApartBy, &parts)
    }

    fn countries(&self, group: &GroupLine) -> String {
        let one = |(name, cities): &(String, usize)| {
            let shown = self.w.quantity(*cities);
            self.w.fill(ClustersWord::CountryCities, &[("country", Part::Text(name)), ("shown", Part::Text(&shown))])
        };
        group.countries.iter().map(one).collect::<Vec<_>>().join(" · ")
    }

    fn known(&self, group: &GroupLine) -> String {
        self.w.fill(ClustersWord::KnownShare, &[("known", Part::Text(&self.percent(&group.known)))])
    }

    fn honest(&self) -> String {
        let shown = (self.p.explained * 100.0).round();
        let (shown, rest) = (self.w.measure(shown), self.w.measure(100.0 - shown));
        self.w.fill(ClustersWord::MapHonest, &[("shown", Part::Text(&shown)), ("rest", Part::Text(&rest))])
    }

    /// The directions in words, each with its two ends.
    fn directions(&self) -> Vec<(String, [End; 2])> {
        let words = [
            (ClustersWord::AxisAcross, ClustersWord::AxisRight, ClustersWord::AxisLeft),
            (ClustersWord::AxisUp, ClustersWord::AxisTop, ClustersWord::AxisBottom),
        ];
        let end = |word, says: &String| {
            let says = if says.is_empty() { self.w.say(ClustersWord::AxisNothing) } else { says.clone() };
            (self.w.say(word), says)
        };
        let direction = |((name, high, low), axis): ((ClustersWord, ClustersWord, ClustersWord), &AxisLine)| {
            let name = self.w.fill(name, &[("shown", Part::Text(&self.percent(&axis.explained)))]);
            (name, [end(high, &axis.high), end(low, &axis.low)])
        };
        words.into_iter().zip(&self.p.axes).map(direction).collect()
    }

    fn how(&self) -> String {
        let (cities, fitted) = (self.w.quantity(self.p.cities.0), self.w.quantity(self.p.cities.1));
        let resamples = self.w.quantity(self.p.resamples);
        let parts = [("fitted", Part::Text(&fitted)), ("cities", Part::Text(&cities)), ("resamples", Part::Text(&resamples))];
        self.w.fill(ClustersWord::HowWhat, &parts)
    }

    fn made_of(&self) -> String {
        let (model, data, seed) = &self.p.made_of;
        let seed = seed.to_string();
        let parts = [("model", Part::Text(model)), ("data", Part::Text(data)), ("seed", Part::Text(&seed))];
        self.w.fill(ClustersWord::HowModel, &parts)
    }
}

/// The page of alike cities as HTML.
///
/// # Errors
/// Only when the template cannot be written out, which no context causes.
pub fn render_clusters(page: &ClustersPage) -> askama::Result<String> {
    ClustersView { p: page, f: &page.frame, w: page.frame.lang }.render()
}

/// The groups are being made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClustersWaitPage {
    /// Its surroundings.
    pub frame: Frame,
    /// Where to look again.
    pub again: String,
}

#[derive(Template)]
#[template(path = "desk/clusters_wait.html")]
struct WaitView<'a> {
    p: &'a ClustersWaitPage,
    f: &'a Frame,
    w: Language,
}

/// That the groups are being made, as HTML.
///
/// # Errors
/// Only when the template cannot be written out, which no context causes.
pub fn render_clusters_wait(page: &ClustersWaitPage) -> askama::Result<String> {
    WaitView { p: page, f: &page.frame, w: page.frame.lang }.render()
}
