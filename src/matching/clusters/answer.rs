//! What is said of groups and of the map. Words are message keys; distances are in the units of the space (`space`), 0 for the same.

use serde::{Deserialize, Serialize};

use crate::domain::code::CountryCode;
use crate::matching::answer::{CityRef, ModelRef};
use crate::matching::message::Message;

crate::text_enum! {
    /// How the groups were found.
    Method {
        /// k-means over known coordinates.
        KMeans = "k_means",
        /// A mixture of Gaussians on the first principal axes.
        Mixture = "mixture",
    }
}

crate::text_enum! {
    /// What sort of thing a feature is.
    FeatureKind {
        /// A trait of the context, such as the population.
        Trait = "trait",
        /// A pillar of the taxonomy: how much of what a city cares for or works on lies there.
        Pillar = "pillar",
        /// A theme that a city cares for or works on.
        Theme = "theme",
    }
}

crate::text_enum! {
    /// On which side of the mean of all cities.
    Direction {
        /// More than the mean.
        Above = "above",
        /// Less than the mean.
        Below = "below",
    }
}

macro_rules! shapes {
    ($($(#[$doc:meta])* $name:ident { $($(#[$fdoc:meta])* $field:ident: $ty:ty,)+ })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
        pub struct $name { $($(#[$fdoc])* pub $field: $ty,)+ }
    )*};
}

shapes! {
    /// Something by which cities are compared.
    Feature {
        /// What sort of thing.
        kind: FeatureKind,
        /// Its name: a trait of the model, the code of a pillar or of a theme.
        name: String,
    }

    /// The peer groups of a snapshot.
    Groups {
        /// The model.
        model: ModelRef,
        /// Hash of the snapshot: facts and date.
        snapshot: String,
        /// How the groups were found.
        method: Method,
        /// Where every draw began.
        seed: u64,
        /// How many times the cities were drawn anew to see what holds.
        resamples: usize,
        /// Active cities.
        cities: usize,
        /// On how many of them the groups were found; the others were placed afterwards.
        fitted_on: usize,
        /// How many groups there are, those included that dissolve; 0 where there are too few cities.
        chosen: usize,
        /// Why this many.
        why: Message,
        /// Every number of groups that was tried, with what speaks for it.
        candidates: Vec<Candidate>,
        /// The groups, the largest first.
        groups: Vec<Group>,
        /// Cities without a group: those whose group dissolves, or all where no groups were made.
        ungrouped: Vec<CityRef>,
    }

    /// A number of groups that was tried.
    Candidate {
        /// How many groups.
        groups: usize,
        /// Mean silhouette of the cities, -1 to 1.
        silhouette: f64,
        /// Its standard error over the cities.
        silhouette_error: f64,
        /// Mean adjusted Rand index with the groups of the resamples: 1 the same, 0 chance.
        rand: f64,
        /// Share of the cities that stand in groups which hold.
        held: f64,
        /// Cities in the smallest group.
        smallest: usize,
        /// Share of the cities in the largest group.
        largest: f64,
    }

    /// A group of cities that are of a kind.
    Group {
        /// 1 for the largest.
        number: usize,
        /// Its name, as phrases for a list.
        name: Vec<Message>,
        /// It is not found again in the resamples: not a group, and its cities have none.
        dissolved: bool,
        /// Mean Jaccard coefficient with the group most like it in each resample.
        stability: f64,
        /// Mean silhouette of its cities; absent where the groups were found on a part of them and none of these is here.
        silhouette: Option<f64>,
        /// Share of its cities' coordinates that is known, by weight; the rest entered no distance.
        known: f64,
        /// The city that is nearest to all others of the group.
        medoid: CityRef,
        /// Its cities, the most typical first; empty where it dissolves.
        members: Vec<Member>,
        /// Cities that were found together, also where the group dissolves.
        size: usize,
        /// Median distance of its cities from its centre.
        typical_distance: f64,
        /// Distance of its farthest city from its centre.
        farthest: f64,
        /// How many cities each country has in it, most first.
        countries: Vec<CountryShare>,
        /// What sets it apart, the greatest difference first.
        sets_apart: Vec<Difference>,
        /// Its centre in each feature, in the feature's own scale; absent where it is known of none of its cities.
        centre: Vec<CentreValue>,
        /// What to keep in mind.
        notes: Vec<Message>,
    }

    /// A city of a group.
    Member {
        /// The city.
        city: CityRef,
        /// From the group's centre.
        distance: f64,
        /// Silhouette: near 1 well inside, near 0 between two groups, below 0 nearer to another. Absent for a city that was placed afterwards.
        silhouette: Option<f64>,
        /// Share of its coordinates that is known, by weight.
        known: f64,
    }

    /// A country's part in a group.
    CountryShare {
        /// The country.
        #[cfg_attr(feature = "server", schema(value_type = String))]
        country: CountryCode,
        /// Its cities.
        cities: usize,
    }

    /// A feature in which a group differs from all cities.
    Difference {
        /// The feature.
        feature: Feature,
        /// More or less than the mean of all.
        direction: Direction,
        /// (mean of the group - mean of all) / standard deviation of all, over the cities of which it is known.
        standardised: f64,
        /// Share of the group's cities of which it is known.
        known: f64,
        /// In words.
        phrase: Message,
    }

    /// The centre of a group in one feature.
    CentreValue {
        /// The feature.
        feature: Feature,
        /// The mean of what is known of its cities.
        value: Option<f64>,
    }

    /// The place of one city among groups that were found without it.
    Assignment {
        /// The city.
        city: CityRef,
        /// The number of the nearest group that holds; absent where the city is far from every one, too little is known of it, or none holds.
        group: Option<usize>,
        /// The nearest group that holds, whether or not it is near enough.
        nearest: Option<usize>,
        /// Its distance from that group's centre.
        distance: f64,
        /// Median distance of that group's own cities.
        typical_distance: f64,
        /// Distance of that group's farthest city.
        farthest: f64,
        /// Share of the coordinates that is known, by weight.
        known: f64,
        /// It is farther from every group than any of their own cities.
        is_far: bool,
        /// In words.
        text: Message,
    }

    /// The cities on a plane, near where they are alike.
    LikenessMap {
        /// The model.
        model: ModelRef,
        /// Hash of the snapshot.
        snapshot: String,
        /// The two axes; empty where there are too few cities or they do not differ.
        axes: Vec<MapAxis>,
        /// The part of all differences between cities that the plane shows.
        explained: f64,
        /// The cities, in the order of their ids.
        points: Vec<MapPoint>,
    }

    /// An axis of the map.
    MapAxis {
        /// The part of all differences between cities that it shows, 0 to 1.
        explained: f64,
        /// What a city has more of on its upper end, in words.
        toward_high: Vec<Message>,
        /// What a city has more of on its lower end, in words.
        toward_low: Vec<Message>,
        /// What makes the axis, the greatest share first.
        loadings: Vec<Loading>,
    }

    /// A feature's part in an axis.
    Loading {
        /// The feature.
        feature: Feature,
        /// -1 to 1; the squares of all loadings of an axis sum to 1.
        loading: f64,
    }

    /// A city on the map.
    MapPoint {
        /// The city.
        city: CityRef,
        /// Along the first axis.
        x: f64,
        /// Along the second axis.
        y: f64,
        /// Its group; absent where it has none.
        group: Option<usize>,
        /// Share of its coordinates that is known, by weight; what is not known stands at the mean of all.
        known: f64,
    }
}
