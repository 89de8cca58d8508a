//! From a snapshot to its peer groups, and the place of a new city among them without dividing anything again.

use rand::SeedableRng;
use rand_xoshiro::Xoshiro256PlusPlus;

use super::agreement::silhouettes;
use super::answer::{Assignment, Candidate, CentreValue, Group, Groups, Member, Method};
use super::choice::{choose, said};
use super::describe::{Describer, countries, names, notes};
use super::fit::{Division, k_means, mixture, nearest};
use super::points::{Points, shared_weight, squared_distance};
use super::space::{Space, described, described_features};
use super::stability::{Stability, stability};
use crate::matching::answer::CityRef;
use crate::matching::engine::Engine;
use crate::matching::facts::CityFacts;
use crate::matching::knowledge::Knowledge;
use crate::matching::message::Message;
use crate::matching::settings::ClusterSettings;

/// What is wished for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Wish {
    /// So many groups; otherwise the number is chosen.
    pub groups: Option<usize>,
}

/// A wish that cannot be met.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadWish {
    /// So many groups cannot be made of these cities.
    #[error("{asked} groups cannot be made: with {cities} cities it must be between 2 and {most}; leave the number out to have it chosen")]
    Groups {
        /// What was asked.
        asked: usize,
        /// How many cities can be grouped.
        cities: usize,
        /// The greatest number of groups that they fill.
        most: usize,
    },
    /// There are too few cities for any groups.
    #[error("{cities} cities are too few for groups: it takes {least}")]
    TooFew {
        /// How many cities can be grouped.
        cities: usize,
        /// How many it takes.
        least: usize,
    },
}

/// The groups of a snapshot with what is needed to place further cities among them.
#[derive(Debug, Clone, PartialEq)]
pub struct Grouping {
    pub(super) groups: Groups,
    pub(super) space: Space,
    /// Places in the engine of the active cities.
    pub(super) cities: Vec<usize>,
    /// Their coordinates.
    pub(super) points: Points,
    /// For each the number of its group, of those that hold.
    pub(super) numbers: Vec<Option<usize>>,
    centres: Vec<Vec<f64>>,
}

/// The active cities of an engine as points, and those of them that are grouped.
struct Ground<'a> {
    engine: &'a Engine,
    settings: &'a ClusterSettings,
    space: Space,
    cities: Vec<usize>,
    points: Points,
    described: Points,
    /// Indices into `cities` of those of whom enough is known.
    placed: Vec<usize>,
    /// Indices into `cities` of those on whom the groups are found.
    fitted: Vec<usize>,
    seed: u64,
}

impl<'a> Ground<'a> {
    fn of(engine: &'a Engine) -> Self {
        let (model, space) = (engine.model(), Space::of(engine.model()));
        let settings = &model.settings().clusters;
        let cities: Vec<usize> = (0..engine.len()).filter(|&place| engine.city_at(place).suggestible).collect();
        let (mut points, mut values) = (Vec::new(), Vec::new());
        for &city in &cities {
            let knowledge = engine.knowledge(city);
            points.push(space.place(model, &knowledge));
            values.push(described(model, &knowledge));
        }
        let placed: Vec<usize> = (0..cities.len()).filter(|&i| space.known(&points[i]) >= settings.place_from).collect();
        let (points, values) = (Points::new(space.weights().len(), points), Points::new(described_features(model).len(), values));
        let fitted = drawn(&placed, settings.fit_at_most, model.seed());
        Self { engine, settings, space, cities, points, described: values, placed, fitted, seed: model.seed() }
    }

    fn divide(&self, points: &Points, groups: usize, starts: usize, seed: u64) -> Option<Division> {
        match self.settings.method {
            Method::KMeans => k_means(points, groups, starts, seed),
            Method::Mixture => mixture(points, groups, (starts, self.settings.mixture_axes), seed),
        }
    }

    fn most_groups(&self) -> usize {
        self.fitted.len() / self.settings.least_members
    }

    /// Distances between the fitted cities: over what both have, as far as they would be over everything. Two of whom nothing is known in
    /// common are as far apart as cities are in the mean.
    fn distances(&self, points: &Points) -> Vec<f64> {
        let (n, weights) = (points.len(), self.space.weights());
        let mut distances = vec![f64::NAN; n * n];
        let (mut sum, mut count) = (0.0, 0_usize);
        for i in 0..n {
            distances[i * n + i] = 0.0;
            for j in 0..i {
                let shared = shared_weight(weights, points.row(i), points.row(j));
                if shared > 0.0 {
                    let distance = self.space.distance(squared_distance(points.row(i), points.row(j)), shared);
                    (distances[i * n + j], distances[j * n + i]) = (distance, distance);
                    sum += distance;
                    count += 1;
                }
            }
        }
        let mean = sum / count.max(1) as f64;
        distances.into_iter().map(|distance| if distance.is_nan() { mean } else { distance }).collect()
    }

    fn city(&self, i: usize) -> CityRef {
        self.engine.city_ref(self.cities[i])
    }
}

/// A number of groups with everything that was found out about it.
struct Tried {
    candidate: Candidate,
    division: Division,
    stability: Stability,
    silhouettes: Vec<f64>,
}

impl Tried {
    fn of(ground: &Ground<'_>, points: &Points, distances: &[f64], groups: usize) -> Option<Tried> {
        let settings = ground.settings;
        let division = ground.divide(points, groups, settings.starts, ground.seed)?;
        let silhouettes = silhouettes(distances, &division.labels, groups);
        let again = |drawn: &Points, seed: u64| ground.divide(drawn, groups, settings.resample_starts, seed);
        let stability = stability(points, &division, (settings.resamples, ground.seed), again);
        let sizes: Vec<usize> = (0..groups).map(|g| division.labels.iter().filter(|&&label| label == g).count()).collect();
        let holding = (0..groups).filter(|&g| holds(&stability, &sizes, g, settings));
        let held = holding.map(|g| sizes[g]).sum::<usize>() as f64 / points.len() as f64;
        let (silhouette, silhouette_error) = mean_and_error(&silhouettes);
        let smallest = sizes.iter().copied().min().unwrap_or_default();
        // The first group is the largest.
        let largest = sizes.first().copied().unwrap_or_default() as f64 / points.len() as f64;
        let candidate = Candidate { groups, silhouette, silhouette_error, rand: stability.rand, held, smallest, largest };
        Some(Tried { candidate, division, stability, silhouettes })
    }
}

/// A group holds where it is found again, and where it has enough cities for a cohort.
fn holds(stability: &Stability, sizes: &[usize], group: usize, settings: &ClusterSettings) -> bool {
    stability.jaccard[group] >= settings.dissolved_below && sizes[group] >= settings.least_members
}

fn mean_and_error(values: &[f64]) -> (f64, f64) {
    let n = values.len().max(1) as f64;
    let mean = values.iter().sum::<f64>() / n;
    let variance = values.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>() / n;
    (mean, (variance / n).sqrt())
}

/// At most so many of these, drawn by a seed, in order.
fn drawn(from: &[usize], most: usize, seed: u64) -> Vec<usize> {
    if from.len() <= most {
        return from.to_vec();
    }
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
    let mut chosen: Vec<usize> = rand::seq::index::sample(&mut rng, from.len(), most).into_iter().map(|i| from[i]).collect();
    chosen.sort_unstable();
    chosen
}

impl Grouping {
    /// The peer groups of an engine's active cities.
    ///
    /// Without a wish too few cities are no error: there are no groups then, and it is said why.
    ///
    /// # Errors
    /// [`BadWish`] where a number of groups is wished for that the cities do not fill.
    pub fn of(engine: &Engine, wish: Wish) -> Result<Grouping, BadWish> {
        let ground = Ground::of(engine);
        let (least, most) = (ground.settings.groups_min, ground.most_groups());
        let tried = match wish.groups {
            Some(_) if most < 2 => {
                let least = ground.settings.least_members * 2;
                return Err(BadWish::TooFew { cities: ground.fitted.len(), least });
            }
            Some(asked) if !(2..=most).contains(&asked) => {
                return Err(BadWish::Groups { asked, cities: ground.fitted.len(), most });
            }
            Some(asked) => asked..=asked,
            None => least..=most.min(ground.settings.groups_max),
        };
        let points = ground.points.pick(&ground.fitted);
        let distances = ground.distances(&points);
        let mut tried: Vec<Tried> = tried.filter_map(|groups| Tried::of(&ground, &points, &distances, groups)).collect();
        let candidates: Vec<Candidate> = tried.iter().map(|t| t.candidate.clone()).collect();
        let chosen = match wish.groups {
            Some(_) => candidates.first().map(|only| (0, said("groups-why-wished", only))),
            None => choose(&candidates, ground.settings),
        };
        let Some((place, why)) = chosen else { return Ok(Grouping::without_groups(ground, candidates)) };
        Ok(Grouping::with(ground, tried.swap_remove(place), why, (candidates, &distances)))
    }

    fn without_groups(ground: Ground<'_>, candidates: Vec<Candidate>) -> Grouping {
        let needed = ground.settings.groups_min * ground.settings.least_members;
        let why = Message::new("groups-why-too-few").number("cities", ground.placed.len() as f64, 0).number("least", needed as f64, 0);
        let ungrouped = (0..ground.cities.len()).map(|i| ground.city(i)).collect();
        let groups = head(&ground, why, candidates, (Vec::new(), ungrouped));
        let numbers = vec![None; ground.cities.len()];
        Grouping { groups, space: ground.space, cities: ground.cities, points: ground.points, numbers, centres: Vec::new() }
    }

    fn with(ground: Ground<'_>, tried: Tried, why: Message, (candidates, distances): (Vec<Candidate>, &[f64])) -> Grouping {
        let labels = labels_of(&ground, &tried.division);
        let mut groups = groups_of(&ground, &tried, &labels, distances);
        let numbers: Vec<Option<usize>> =
            labels.iter().map(|label| label.filter(|&group| !groups[group].dissolved).map(|group| group + 1)).collect();
        let ungrouped = (0..numbers.len()).filter(|&i| numbers[i].is_none()).map(|i| ground.city(i)).collect();
        for group in groups.iter_mut().filter(|group| group.dissolved) {
            group.members.clear();
        }
        let groups = head(&ground, why, candidates, (groups, ungrouped));
        let centres = tried.division.centres;
        Grouping { groups, space: ground.space, cities: ground.cities, points: ground.points, numbers, centres }
    }

    /// The groups.
    pub fn groups(&self) -> &Groups {
        &self.groups
    }

    /// The active cities by the number of their group, as places in the engine; last those without a group.
    pub(in crate::matching) fn members(&self) -> Vec<(Option<usize>, Vec<usize>)> {
        let of = |number: Option<usize>| {
            let members = self.cities.iter().zip(&self.numbers).filter(|(_, group)| **group == number).map(|(place, _)| *place);
            (number, members.collect())
        };
        let held = self.groups.groups.iter().filter(|group| !group.dissolved).map(|group| Some(group.number));
        held.chain([None]).map(of).collect()
    }

    /// Where a city would stand among these groups. Nothing is divided again; the city need not be in the snapshot.
    ///
    /// Distances run over what is known of the city, as far as they would be over everything.
    pub fn assign(&self, engine: &Engine, city: &CityFacts) -> Assignment {
        let knowledge = Knowledge::of(engine.model(), city, engine.as_of());
        let point = self.space.place(engine.model(), &knowledge);
        let (known, settings) = (self.space.known(&point), &engine.model().settings().clusters);
        let distances = self.groups.groups.iter().zip(&self.centres).filter(|(group, _)| !group.dissolved);
        let distances = distances.map(|(group, centre)| (self.space.distance(squared_distance(&point, centre), known), group));
        let distances: Vec<(f64, &Group)> = distances.collect();
        // The first of equals, which is the larger group.
        let near = distances.iter().min_by(|a, b| a.0.total_cmp(&b.0));
        let is_far = distances.iter().all(|(distance, group)| *distance > group.farthest);
        let slug = CityRef { id: city.id, slug: city.slug.clone(), name: city.name.clone(), country: city.country.clone() };
        let key = match near {
            None => "assignment-no-groups",
            Some(_) if known < settings.place_from => "assignment-little-known",
            Some(_) if is_far => "assignment-far",
            Some(_) => "assignment-in",
        };
        let nearest = near.map(|(_, group)| group.number);
        let mut text = Message::new(key).city("city", &city.name).number("known", known * 100.0, 0);
        if let Some((distance, group)) = near {
            text =
                text.number("group", group.number as f64, 0).number("distance", *distance, 2).number("typical", group.typical_distance, 2);
        }
        Assignment {
            city: slug,
            group: nearest.filter(|_| key == "assignment-in"),
            nearest,
            distance: near.map_or(0.0, |(distance, _)| *distance),
            typical_distance: near.map_or(0.0, |(_, group)| group.typical_distance),
            farthest: near.map_or(0.0, |(_, group)| group.farthest),
            known,
            is_far,
            text,
        }
    }
}

fn head(ground: &Ground<'_>, why: Message, candidates: Vec<Candidate>, (groups, ungrouped): (Vec<Group>, Vec<CityRef>)) -> Groups {
    Groups {
        model: ground.engine.model_ref(),
        snapshot: ground.engine.snapshot_hash().to_owned(),
        method: ground.settings.method,
        seed: ground.seed,
        resamples: ground.settings.resamples,
        cities: ground.cities.len(),
        fitted_on: ground.fitted.len(),
        chosen: groups.len(),
        why,
        candidates,
        groups,
        ungrouped,
    }
}

/// The group of each active city: by the division where it was part of it, otherwise by the nearest centre; `None` where too little is
/// known of it.
fn labels_of(ground: &Ground<'_>, division: &Division) -> Vec<Option<usize>> {
    let mut labels = vec![None; ground.cities.len()];
    for &i in &ground.placed {
        labels[i] = Some(nearest(&division.centres, ground.points.row(i)).0);
    }
    for (&i, &label) in ground.fitted.iter().zip(&division.labels) {
        labels[i] = Some(label);
    }
    labels
}

fn groups_of(ground: &Ground<'_>, tried: &Tried, labels: &[Option<usize>], distances: &[f64]) -> Vec<Group> {
    let features = described_features(ground.engine.model());
    let of_placed = ground.described.pick(&ground.placed);
    let describer = Describer::new(&features, &of_placed, ground.settings);
    let place_of = |i: usize| ground.placed.binary_search(&i).ok();
    let mut groups: Vec<Group> = (0..tried.division.groups()).map(|g| group_of(ground, tried, labels, (g, distances))).collect();
    for (g, group) in groups.iter_mut().enumerate() {
        let members = (0..labels.len()).filter(|&i| labels[i] == Some(g)).filter_map(place_of).collect::<Vec<_>>();
        group.sets_apart = describer.differences(&members);
    }
    let apart: Vec<_> = groups.iter().map(|group| group.sets_apart.clone()).collect();
    let medoids: Vec<String> = groups.iter().map(|group| group.medoid.name.clone()).collect();
    let medoids: Vec<&str> = medoids.iter().map(String::as_str).collect();
    for (group, name) in groups.iter_mut().zip(names(&apart, &medoids)) {
        group.name = name;
    }
    groups
}

fn group_of(ground: &Ground<'_>, tried: &Tried, labels: &[Option<usize>], (g, distances): (usize, &[f64])) -> Group {
    let centre = &tried.division.centres[g];
    let fitted: Vec<usize> = (0..ground.fitted.len()).filter(|&f| tried.division.labels[f] == g).collect();
    let silhouette_of = |i: usize| ground.fitted.binary_search(&i).ok().map(|f| tried.silhouettes[f]);
    let member = |i: usize| {
        let (point, known) = (ground.points.row(i), ground.space.known(ground.points.row(i)));
        let distance = ground.space.distance(squared_distance(point, centre), known);
        Member { city: ground.city(i), distance, silhouette: silhouette_of(i), known }
    };
    let mut members: Vec<Member> = (0..labels.len()).filter(|&i| labels[i] == Some(g)).map(member).collect();
    // Stable: of equal distances the ids stay in order.
    members.sort_by(|a, b| a.distance.total_cmp(&b.distance));
    let sizes: Vec<usize> = (0..tried.division.groups()).map(|g| tried.division.labels.iter().filter(|&&l| l == g).count()).collect();
    let dissolved = !holds(&tried.stability, &sizes, g, ground.settings);
    let countries = countries(members.iter().map(|member| &member.city.country));
    let silhouettes: Vec<f64> = fitted.iter().map(|&f| tried.silhouettes[f]).collect();
    Group {
        number: g + 1,
        name: Vec::new(),
        dissolved,
        stability: tried.stability.jaccard[g],
        silhouette: (!silhouettes.is_empty()).then(|| mean_and_error(&silhouettes).0),
        known: members.iter().map(|member| member.known).sum::<f64>() / members.len().max(1) as f64,
        medoid: ground.city(ground.fitted[medoid(&fitted, distances, ground.fitted.len())]),
        size: members.len(),
        typical_distance: members.get(members.len() / 2).map_or(0.0, |member| member.distance),
        farthest: members.last().map_or(0.0, |member| member.distance),
        sets_apart: Vec::new(),
        centre: centre_values(ground, labels, g),
        notes: notes(&countries, members.len(), dissolved, ground.settings),
        countries,
        members,
    }
}

/// Of these fitted cities the one that is nearest to all others, the first of equals.
fn medoid(fitted: &[usize], distances: &[f64], n: usize) -> usize {
    let to_all = |&f: &usize| fitted.iter().map(|&other| distances[f * n + other]).sum::<f64>();
    fitted.iter().copied().min_by(|a, b| to_all(a).total_cmp(&to_all(b))).unwrap_or_default()
}

fn centre_values(ground: &Ground<'_>, labels: &[Option<usize>], g: usize) -> Vec<CentreValue> {
    let means = ground.points.means_of((0..labels.len()).filter(|&i| labels[i] == Some(g)));
    let features = ground.space.features().iter().zip(means).enumerate();
    features
        .map(|(t, (feature, mean))| CentreValue { feature: feature.clone(), value: mean.map(|m| ground.space.unweighted(t, m)) })
        .collect()
}
