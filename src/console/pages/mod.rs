//! One context and one render function per page.
//!
//! A context is plain data that a handler has already fetched; the functions here only turn it into HTML. They escape everything,
//! keep every link in the reader's language and never reach for anything by themselves.

mod about_data;
pub mod admin;
mod city;
mod city_list;
pub mod desk;
mod error;
mod home;
mod map;
pub mod narrowed;
pub mod members;
pub mod my_city;
mod partnership;
pub mod published;
pub mod rounds;
mod sign_in;

pub use about_data::{AboutDataPage, DataSource, DataUse, known_sources, render_about_data};
pub use city::{
    CityLink, CityPage, CityStanding, Contact, ContactLine, FigureOf, HazardLine, IndicatorLine, LocalName, NetworkLine, Population,
    PracticeCity, PracticeLine, PriorityLine, ReviewLine, TieLine, render_city,
};
pub use city_list::{Choice, CityFilter, CityLine, CityListPage, MOST_DOTS, ThemeChoices, ThemeSign, render_city_list};
pub use error::{ErrorPage, Trouble, render_error};
pub use home::{CountryEntry, HomePage, PillarEntry, ThemeEntry, render_home};
pub use map::CityDot;
pub use partnership::PartnershipLine;
pub use sign_in::{
    AccountPage, InvitationPage, KeptForm, KeptPage, SignInPage, SignInRefusal, render_account, render_invitation, render_kept,
    render_sign_in,
};
