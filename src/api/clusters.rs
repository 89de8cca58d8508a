//! Peer groups and the map of likeness, in the caller's language.

use actix_web::{HttpResponse, get};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::call::Call;
use super::city_ref::CityRefDto;
use super::edge::{PreferredLanguage, Problem, Query};
use super::explanations::Words;
use super::suggestions::answer_in;
use crate::actions::matching::peers::Peers;
use crate::i18n::Language;
use crate::matching::answer::ModelRef;
use crate::matching::clusters::answer::{CentreValue, CountryShare, Loading, MapAxis, MapPoint};
use crate::matching::clusters::{Assignment, Candidate, Difference, Direction, Feature, Group, Groups, LikenessMap, Member, Method, Wish};

/// A question about groups.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ClustersQuery {
    /// So many groups; where absent the number is chosen by silhouette and stability.
    #[param(minimum = 2)]
    pub groups: Option<u16>,
    /// The language of the words; otherwise `Accept-Language` decides.
    pub lang: Option<String>,
}

/// A question about the map.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct MapQuery {
    /// The language of the words; otherwise `Accept-Language` decides.
    pub lang: Option<String>,
}

/// Peer groups of the active cities.
#[derive(Debug, Serialize, ToSchema)]
pub struct ClustersDto {
    /// The model that computed this.
    pub model: ModelRef,
    /// Hash of the data that it was computed from.
    pub snapshot: String,
    /// How the groups were found.
    pub method: Method,
    /// Where every draw began.
    pub seed: u64,
    /// How many times the cities were drawn anew to see what holds.
    pub resamples: usize,
    /// Active cities.
    pub cities: usize,
    /// On how many of them the groups were found; the others were placed afterwards.
    pub fitted_on: usize,
    /// How many groups there are, those included that dissolve.
    pub chosen: usize,
    /// Why this many.
    pub why: String,
    /// Every number of groups that was tried, with what speaks for it.
    pub candidates: Vec<Candidate>,
    /// The groups, the largest first.
    pub groups: Vec<GroupDto>,
    /// Cities without a group.
    pub ungrouped: Vec<CityRefDto>,
}

/// A group of cities that are of a kind.
#[derive(Debug, Serialize, ToSchema)]
pub struct GroupDto {
    /// 1 for the largest.
    pub number: usize,
    /// Its name.
    pub name: String,
    /// It is not found again when the cities are drawn anew: not a group, and its cities have none.
    pub dissolved: bool,
    /// Mean Jaccard coefficient with the group most like it in each resample: below 0.6 not to be trusted, from 0.75 stable.
    pub stability: f64,
    /// Mean silhouette of its cities.
    pub silhouette: Option<f64>,
    /// Share of what is compared that is known of its cities, by weight.
    pub known: f64,
    /// The city that is nearest to all others of the group.
    pub medoid: CityRefDto,
    /// Cities that were found together, also where the group dissolves.
    pub size: usize,
    /// Its cities, the most typical first; empty where it dissolves.
    pub members: Vec<MemberDto>,
    /// Median distance of its cities from its centre.
    pub typical_distance: f64,
    /// Distance of its farthest city from its centre.
    pub farthest: f64,
    /// How many cities each country has in it, most first.
    pub countries: Vec<CountryShare>,
    /// What sets it apart, the greatest difference first.
    pub sets_apart: Vec<DifferenceDto>,
    /// Its centre in each feature, in the feature's own scale.
    pub centre: Vec<CentreValue>,
    /// What to keep in mind.
    pub notes: Vec<String>,
}

/// A city of a group.
#[derive(Debug, Serialize, ToSchema)]
pub struct MemberDto {
    /// The city.
    pub city: CityRefDto,
    /// From the group's centre.
    pub distance: f64,
    /// Near 1 well inside, near 0 between two groups, below 0 nearer to another; absent for a city that was placed afterwards.
    pub silhouette: Option<f64>,
    /// Share of what is compared that is known of it, by weight.
    pub known: f64,
}

/// A feature in which a group differs from all cities.
#[derive(Debug, Serialize, ToSchema)]
pub struct DifferenceDto {
    /// The feature.
    pub feature: Feature,
    /// More or less than the mean of all.
    pub direction: Direction,
    /// In standard deviations of all cities.
    pub standardised: f64,
    /// Share of the group's cities of which it is known.
    pub known: f64,
    /// In words.
    pub text: String,
}

/// The active cities on a plane, near where they are alike.
#[derive(Debug, Serialize, ToSchema)]
pub struct MapDto {
    /// The model that computed this.
    pub model: ModelRef,
    /// Hash of the data that it was computed from.
    pub snapshot: String,
    /// The part of all differences between cities that the plane shows.
    pub explained: f64,
    /// The two axes; empty where there are too few cities or they do not differ.
    pub axes: Vec<AxisDto>,
    /// The cities.
    pub points: Vec<PointDto>,
    /// The groups that hold.
    pub groups: Vec<GroupNameDto>,
}

/// An axis of the map.
#[derive(Debug, Serialize, ToSchema)]
pub struct AxisDto {
    /// The part of all differences between cities that it shows, 0 to 1.
    pub explained: f64,
    /// What cities on its upper end are like.
    pub toward_high: String,
    /// What cities on its lower end are like.
    pub toward_low: String,
    /// What makes the axis, the greatest share first.
    pub loadings: Vec<Loading>,
}

/// A city on the map.
#[derive(Debug, Serialize, ToSchema)]
pub struct PointDto {
    /// The city.
    pub city: CityRefDto,
    /// Along the first axis.
    pub x: f64,
    /// Along the second axis.
    pub y: f64,
    /// The number of its group; absent where it has none.
    pub group: Option<usize>,
    /// Share of what is compared that is known of it, by weight; what is not known stands at the mean of all.
    pub known: f64,
}

/// The place of one city among groups that were found without looking at it again.
#[derive(Debug, Serialize, ToSchema)]
pub struct AssignmentDto {
    /// The city.
    pub city: CityRefDto,
    /// The number of its group; absent where it is far from every group or too little is known of it.
    pub group: Option<usize>,
    /// The number of the nearest group, near enough or not.
    pub nearest: Option<usize>,
    /// From that group's centre.
    pub distance: f64,
    /// Median distance of that group's own cities.
    pub typical_distance: f64,
    /// Distance of that group's farthest city.
    pub farthest: f64,
    /// Share of what is compared that is known of it, by weight.
    pub known: f64,
    /// It is farther from every group than any of their own cities.
    pub is_far: bool,
    /// In words.
    pub text: String,
}

/// A group's number and name.
#[derive(Debug, Serialize, ToSchema)]
pub struct GroupNameDto {
    /// Its number.
    pub number: usize,
    /// Its name.
    pub name: String,
}

/// Peer groups: which active cities are of a kind, what sets each group apart, and how far to believe it.
///
/// Computed from the data as it is now, and kept until that changes. A group that is not found again when the cities are drawn anew is
/// marked `dissolved`; its cities stand under `ungrouped`.
#[utoipa::path(operation_id = "get_clusters", tag = "matching", params(ClustersQuery), responses((status = 200, body = ClustersDto)))]
#[get("/clusters")]
pub async fn get_clusters(call: Call, asked: Query<ClustersQuery>, language: PreferredLanguage) -> Result<HttpResponse, Problem> {
    let peers = call.app.peers(Wish { groups: asked.groups.map(usize::from) }).await?;
    let language = Language::lookup(language.as_text().unwrap_or_default());
    answer_in(&call, language, &clusters(&peers, Words { catalogues: call.app.catalogues(), language }))
}

/// The map of likeness: the active cities on the plane that shows most of their differences, with the groups they are in.
#[utoipa::path(operation_id = "get_map", tag = "matching", params(MapQuery), responses((status = 200, body = MapDto)))]
#[get("/map")]
pub async fn get_map(call: Call, _asked: Query<MapQuery>, language: PreferredLanguage) -> Result<HttpResponse, Problem> {
    let peers = call.app.peers(Wish::default()).await?;
    let language = Language::lookup(language.as_text().unwrap_or_default());
    answer_in(&call, language, &map(&peers, Words { catalogues: call.app.catalogues(), language }))
}

/// The groups in words.
pub fn clusters(peers: &Peers, words: Words<'_>) -> ClustersDto {
    let found: Groups = peers.grouping.groups().clone();
    ClustersDto {
        model: found.model,
        snapshot: found.snapshot,
        method: found.method,
        seed: found.seed,
        resamples: found.resamples,
        cities: found.cities,
        fitted_on: found.fitted_on,
        chosen: found.chosen,
        why: words.of(&found.why),
        candidates: found.candidates,
        groups: found.groups.into_iter().map(|group| group_in(group, words)).collect(),
        ungrouped: found.ungrouped.into_iter().map(CityRefDto::from).collect(),
    }
}

fn group_in(group: Group, words: Words<'_>) -> GroupDto {
    let member = |m: Member| MemberDto { city: m.city.into(), distance: m.distance, silhouette: m.silhouette, known: m.known };
    GroupDto {
        number: group.number,
        name: words.list(&group.name),
        dissolved: group.dissolved,
        stability: group.stability,
        silhouette: group.silhouette,
        known: group.known,
        medoid: group.medoid.into(),
        size: group.size,
        members: group.members.into_iter().map(member).collect(),
        typical_distance: group.typical_distance,
        farthest: group.farthest,
        countries: group.countries,
        sets_apart: group.sets_apart.into_iter().map(|difference| difference_in(difference, words)).collect(),
        centre: group.centre,
        notes: words.all(&group.notes),
    }
}

fn difference_in(found: Difference, words: Words<'_>) -> DifferenceDto {
    let Difference { feature, direction, standardised, known, phrase } = found;
    DifferenceDto { feature, direction, standardised, known, text: words.of(&phrase) }
}

/// A city's place in words.
pub fn assignment(found: Assignment, words: Words<'_>) -> AssignmentDto {
    AssignmentDto {
        group: found.group,
        nearest: found.nearest,
        distance: found.distance,
        typical_distance: found.typical_distance,
        farthest: found.farthest,
        known: found.known,
        is_far: found.is_far,
        text: words.of(&found.text),
        city: found.city.into(),
    }
}

/// The map in words.
pub fn map(peers: &Peers, words: Words<'_>) -> MapDto {
    let found: LikenessMap = peers.map.clone();
    let holding = peers.grouping.groups().groups.iter().filter(|group| !group.dissolved);
    let point = |p: MapPoint| PointDto { city: p.city.into(), x: p.x, y: p.y, group: p.group, known: p.known };
    MapDto {
        model: found.model,
        snapshot: found.snapshot,
        explained: found.explained,
        axes: found.axes.into_iter().map(|axis| axis_in(axis, words)).collect(),
        points: found.points.into_iter().map(point).collect(),
        groups: holding.map(|group| GroupNameDto { number: group.number, name: words.list(&group.name) }).collect(),
    }
}

fn axis_in(axis: MapAxis, words: Words<'_>) -> AxisDto {
    let MapAxis { explained, toward_high, toward_low, loadings } = axis;
    AxisDto { explained, toward_high: words.list(&toward_high), toward_low: words.list(&toward_low), loadings }
}
