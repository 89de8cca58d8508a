//! The four pillar gaps of a city.

use actix_web::{HttpResponse, get};

use super::call::Call;
use super::edge::{Caching, EntityTag, Problem, answer};
use crate::actions::matching::suggest;
use crate::matching::answer::Gaps;

/// The gaps by pillar and theme, each with the indicators or the assessment that it was computed from.
#[utoipa::path(operation_id = "get_gaps", tag = "matching", params(("id" = String, Path, description = "id or slug")), responses((status = 200, body = Gaps)))]
#[get("/cities/{id}/gaps")]
pub async fn get_gaps(call: Call) -> Result<HttpResponse, Problem> {
    let city = call.pass()?.city.ok_or_else(Problem::not_found)?;
    let app = call.app.clone();
    let gaps = call.read(move |db| suggest::gaps(&*app.engine(db)?, city)).await?;
    let json = serde_json::to_vec(&gaps).map_err(|error| Problem::internal(&error))?;
    Ok(answer(&call.request, &EntityTag::of_content(&json), Caching::NoStore, json))
}
