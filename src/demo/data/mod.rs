//! The bundled cities, as the very files that the import reads: what the demo shows went through the same checks as a user's file.
//!
//! It must not parse or store anything. How the files were made stands in `README.md` beside them, where the facts come from in
//! `../SOURCES.md`.

#[cfg(test)]
mod integrity_tests;

/// One bundled file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BundledFile {
    /// Its name, for messages.
    pub name: &'static str,
    /// Its text: CSV in UTF-8.
    pub text: &'static str,
}

macro_rules! bundled {
    ($($(#[$doc:meta])* $constant:ident = $name:literal;)*) => {
        $($(#[$doc])* pub const $constant: BundledFile = BundledFile { name: $name, text: include_str!($name) };)*

        /// Every bundled file, in the order in which they refer to one another: countries, cities, then what hangs on cities.
        pub const ALL: &[BundledFile] = &[$($constant,)*];
    };
}

bundled! {
    /// The countries that occur in the bundle, with their own indicators ([`countries`](crate::exchange::csv_in::countries)).
    COUNTRIES = "countries.csv";
    /// 154 local governments of 11 states, 7 of them dissolved ([`cities`](crate::exchange::csv_in::cities)).
    CITIES = "cities.csv";
    /// Stated priorities ([`priorities`](crate::exchange::csv_in::priorities)).
    PRIORITIES = "priorities.csv";
    /// Indicators of the cities themselves ([`indicators`](crate::exchange::csv_in::indicators)).
    INDICATORS = "indicators.csv";
    /// Good practices, each with its basis ([`practices`](crate::exchange::csv_in::practices)).
    PRACTICES = "practices.csv";
    /// Ties that already exist or are intended ([`ties`](crate::exchange::csv_in::ties)).
    TIES = "ties.csv";
    /// Hazards, as judged ([`hazards`](crate::exchange::csv_in::hazards)).
    HAZARDS = "hazards.csv";
    /// Voluntary Local Reviews ([`vlrs`](crate::exchange::csv_in::vlrs)).
    VLRS = "vlrs.csv";
}
