//! The addresses of the pages.

use actix_web::web::ServiceConfig;

/// Registers the pages and their assets.
pub fn configure(_service: &mut ServiceConfig) {}
