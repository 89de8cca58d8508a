//! What is published, for portals and everybody: the same pairings in six formats.

mod atom;
mod csv;
mod formats;
mod geojson;
mod json_feed;
mod json_ld;
mod read;
mod shown;

pub use formats::Format;
pub use read::{
    __path_get_recommendation, __path_list_recommendations, RecommendationDto, RecommendationQuery, get_recommendation,
    list_recommendations,
};
