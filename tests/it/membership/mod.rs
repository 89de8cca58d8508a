//! Cities, profiles, indicators, practices, and the files that they come from; on both databases.

mod directory;
mod import_faults;
mod import_world;
mod imports;
mod indicators;
mod over_http;
mod practices;
mod profiles;
mod records;
mod world;
