//! The directory and membership.

mod dto;
mod input;
mod read;
mod write;

pub use dto::{CityDto, CityViewDto, HazardDto, VlrDto};
pub use read::{get_city, list_cities};
pub use write::{create_city, update_city};
