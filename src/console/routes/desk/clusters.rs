//! `GET /desk/clusters`: which cities are alike.
//!
//! Groups take a second or more where nobody has asked since the data changed: they are made away from the threads that serve, without a
//! connection in hand, and kept by the app for everybody who asks next.

use std::time::Duration;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use tokio::time::timeout;

use super::explained::short;
use crate::actions::directory::{self, CountryNames};
use crate::actions::error::Error;
use crate::actions::matching::peers::Peers;
use crate::api::city_ref::CityRefDto;
use crate::api::clusters::{self, ClustersDto, GroupDto, MapDto, PointDto};
use crate::api::explanations::Words;
use crate::console::pages::desk::{
    AxisLine, ClustersPage, ClustersWaitPage, GroupLine, SoughtCity, TriedLine, render_clusters, render_clusters_wait,
};
use crate::console::pages::{Choice, CityLink};
use crate::console::pictures::{Heading, ScatterGroup, ScatterPicture, ScatterPoint, ScatterWords};
use crate::console::routes::facts;
use crate::console::routes::signed::Signed;
use crate::console::word::ClustersWord;
use crate::console::words::Language;
use crate::domain::access::Operation;
use crate::matching::clusters::{Direction, Wish};

/// How long a reader waits for groups before they are told that these are being made: well under the time an answer may take.
const PATIENCE: Duration = Duration::from_secs(4);
/// Cities that a group names.
const NAMED: usize = 60;
/// Points that a map can hold and still be read and sent over a slow line.
const MOST_POINTS: usize = 400;

pub(super) async fn show(signed: Signed) -> HttpResponse {
    let asked = signed.visit.asked("city").unwrap_or_default();
    let names = match names(&signed).await {
        Ok(names) => names,
        Err(error) => return signed.failed(error),
    };
    // What was begun goes on when nobody waits for it any more, and is there for who asks next.
    let Ok(found) = timeout(PATIENCE, signed.visit.app.peers(Wish::default())).await else {
        let again = signed.visit.frame.href_with("/desk/clusters", &[("city", asked.as_str())][..usize::from(!asked.is_empty())]);
        let frame = signed.visit.frame.clone();
        return signed.answer_with(StatusCode::ACCEPTED, Ok(()), |()| render_clusters_wait(&ClustersWaitPage { frame, again }));
    };
    let page = found.map(|peers| page(&signed, asked, &peers, &names));
    let is_unknown = page.as_ref().is_ok_and(|page| page.is_unknown);
    let status = if is_unknown { StatusCode::NOT_FOUND } else { StatusCode::OK };
    signed.answer_with(status, page, |page| render_clusters(&page))
}

/// The names of countries, for who may see both the groups and the map.
async fn names(signed: &Signed) -> Result<CountryNames, Error> {
    signed.read(Operation::GetMap, None, |_, _| Ok(())).await?;
    signed.read(Operation::GetClusters, None, |db, _| Ok(directory::countries(db)?.0)).await
}

fn page(signed: &Signed, asked: String, peers: &Peers, names: &CountryNames) -> ClustersPage {
    let frame = signed.visit.frame.clone();
    let lang = frame.lang;
    let words = Words { catalogues: signed.visit.app.catalogues(), language: lang };
    let (found, map) = (clusters::clusters(peers, words), clusters::map(peers, words));
    let sought = map.points.iter().find(|point| point.city.slug == asked).map(|point| sought(&found, point));
    let (picture, not_drawn) = picture(&found, &map, &asked, lang);
    let line = |group: &GroupDto| line(group, names, lang);
    ClustersPage {
        is_unknown: sought.is_none() && !asked.is_empty(),
        sought,
        choices: choices(&map, names, lang),
        cities: (found.cities, found.fitted_on),
        groups: found.groups.iter().filter(|group| !group.dissolved).map(line).collect(),
        dissolved: found.groups.iter().filter(|group| group.dissolved).map(line).collect(),
        ungrouped: found.ungrouped.iter().map(link).collect(),
        map: (!map.axes.is_empty()).then_some(picture),
        not_drawn,
        explained: map.explained,
        resamples: found.resamples,
        tried: (found.candidates.iter())
            .map(|tried| TriedLine {
                groups: tried.groups,
                held: tried.held,
                silhouette: tried.silhouette,
                rand: tried.rand,
                is_taken: tried.groups == found.chosen,
            })
            .collect(),
        made_of: (found.model.name, short(&found.snapshot), found.seed),
        why: found.why,
        axes: map
            .axes
            .into_iter()
            .map(|axis| AxisLine { explained: axis.explained, high: axis.toward_high, low: axis.toward_low })
            .collect(),
        asked,
        frame,
    }
}

fn link(city: &CityRefDto) -> CityLink {
    CityLink { slug: city.slug.clone(), name: city.name.clone() }
}

fn country(code: &str, names: &CountryNames, lang: Language) -> String {
    code.parse().map_or_else(|_bad_code| code.to_owned(), |code| facts::country(&code, names).shown(&lang))
}

/// Every city that can be looked for, by name.
fn choices(map: &MapDto, names: &CountryNames, lang: Language) -> Vec<Choice> {
    let label = |city: &CityRefDto| format!("{}, {}", city.name, country(&city.country, names, lang));
    let mut choices: Vec<Choice> =
        map.points.iter().map(|point| Choice { value: point.city.slug.clone(), label: label(&point.city) }).collect();
    choices.sort_by(|a, b| a.label.cmp(&b.label));
    choices
}

fn sought(found: &ClustersDto, point: &PointDto) -> SoughtCity {
    let group = found.groups.iter().find(|group| point.group == Some(group.number));
    let member = group.and_then(|group| group.members.iter().find(|member| member.city.id == point.city.id));
    SoughtCity {
        city: link(&point.city),
        group: point.group,
        is_medoid: group.is_some_and(|group| group.medoid.id == point.city.id),
        is_between: member.and_then(|member| member.silhouette).is_some_and(|silhouette| silhouette < 0.0),
        distance: group.zip(member).map(|(group, member)| (member.distance, group.typical_distance)),
        known: point.known,
    }
}

fn line(group: &GroupDto, names: &CountryNames, lang: Language) -> GroupLine {
    let apart = group.sets_apart.iter();
    GroupLine {
        number: group.number,
        name: group.name.clone(),
        size: group.size,
        stability: group.stability,
        holds: !group.dissolved,
        medoid: link(&group.medoid),
        apart: apart.map(|found| (found.text.clone(), found.direction == Direction::Above, found.standardised, found.known)).collect(),
        countries: group.countries.iter().map(|share| (country(share.country.as_str(), names, lang), share.cities)).collect(),
        known: group.known,
        members: group.members.iter().take(NAMED).map(|member| link(&member.city)).collect(),
        more: group.members.len().saturating_sub(NAMED),
        notes: group.notes.clone(),
    }
}

/// The map, and how many cities are not on it. Whoever stands for a group and whoever is looked for are always on it.
fn picture(found: &ClustersDto, map: &MapDto, asked: &str, lang: Language) -> (ScatterPicture, usize) {
    let holding: Vec<&GroupDto> = found.groups.iter().filter(|group| !group.dissolved).collect();
    let place = |number: usize| holding.iter().position(|group| group.number == number);
    let is_medoid = |city: &CityRefDto| holding.iter().any(|group| group.medoid.id == city.id);
    let point = |point: &PointDto| ScatterPoint {
        name: point.city.name.clone(),
        at: (point.x, point.y),
        group: point.group.and_then(place),
        is_medoid: is_medoid(&point.city),
        is_sought: point.city.slug == asked,
    };
    let mut points: Vec<ScatterPoint> = map.points.iter().map(point).collect();
    let not_drawn = points.len().saturating_sub(MOST_POINTS);
    if not_drawn > 0 {
        // Stable: of the rest those that come first by id stay, whichever page they are on.
        points.sort_by_key(|point| !(point.is_sought || point.is_medoid));
        points.truncate(MOST_POINTS);
    }
    points.sort_by(|a, b| (a.group.is_none(), a.group, &a.name).cmp(&(b.group.is_none(), b.group, &b.name)));
    let heading = Heading { id: "likeness".to_owned(), title: lang.say(ClustersWord::MapTitle) };
    let words = ScatterWords {
        point: lang.say(ClustersWord::ColumnCity),
        group: lang.say(ClustersWord::ColumnGroup),
        no_group: lang.say(ClustersWord::NoGroup),
    };
    let groups = holding.iter().map(|group| ScatterGroup { name: format!("{} · {}", group.number, group.name) }).collect();
    (ScatterPicture::new(heading, words, (groups, points)), not_drawn)
}
