//! Partnerships for readers.

use actix_web::{HttpResponse, get, web};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::call::Call;
use super::city_ref::CityRefDto;
use super::edge::{Caching, EntityTag, Limit, Problem, Query, answer_value};
use super::lists::ListAsk;
use crate::actions::access;
use crate::actions::partnerships::{self, PartnershipQuestion, PartnershipView};
use crate::domain::code::{CountryCode, ThemeCode};
use crate::domain::id::PartnershipId;
use crate::domain::partnership::PartnershipState;
use crate::store::cities::CityRef;
use crate::store::partnerships::Partner;

/// A partnership, or a tie that stood before.
#[derive(Debug, Serialize, ToSchema)]
pub struct PartnershipDto {
    id: Uuid,
    /// `sister_city`, `peer_learning`, or the words of the source of an older tie.
    kind: String,
    theme: Option<String>,
    /// The first partner; the learner of a peer learning.
    city: CityRefDto,
    /// The second partner, where it is a member.
    partner: Option<CityRefDto>,
    /// The second partner, where it is none.
    other: Option<OtherPartnerDto>,
    /// `recorded`: found in a source; whether it is alive is not known.
    state: PartnershipState,
    since_year: Option<i32>,
    source: Option<String>,
    /// Background knowledge alone: unverified.
    from_memory: bool,
    summary: Option<String>,
    /// Why these two were chosen: the proposal that it came from. Only the two cities and the secretariat can read it.
    proposal_id: Option<Uuid>,
    published_at: Option<DateTime<Utc>>,
    version: i64,
}

/// A partner that is no member.
#[derive(Debug, Serialize, ToSchema)]
pub struct OtherPartnerDto {
    name: String,
    country: Option<String>,
}

impl PartnershipDto {
    fn of(view: PartnershipView, is_signed_in: bool) -> Self {
        let found = view.partnership;
        let other = match found.partner {
            Partner::Other { name, country } => Some(OtherPartnerDto { name, country: country.map(String::from) }),
            Partner::Member(_) => None,
        };
        Self {
            id: found.id.0,
            kind: found.kind,
            theme: found.theme.map(String::from),
            city: (&view.city).into(),
            partner: view.partner.as_ref().map(CityRefDto::from),
            other,
            state: found.state,
            since_year: found.since_year,
            source: found.source,
            from_memory: found.from_memory,
            summary: found.summary,
            proposal_id: found.proposal.filter(|_| is_signed_in).map(|id| id.0),
            published_at: found.published_at,
            version: found.version,
        }
    }
}

/// Which partnerships.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PartnershipQuery {
    /// Only with this city: id or slug.
    city: Option<String>,
    /// Only with a member of this country.
    #[param(value_type = Option<String>)]
    country: Option<CountryCode>,
    /// Only of this kind.
    kind: Option<String>,
    /// Only under this theme.
    #[param(value_type = Option<String>)]
    theme: Option<ThemeCode>,
    #[serde(default)]
    #[param(value_type = Option<u32>, minimum = 1, maximum = 100)]
    limit: Limit,
    cursor: Option<String>,
}

impl PartnershipQuery {
    /// The question, with the city still to be looked up.
    fn read(&self) -> Result<(Option<CityRef>, PartnershipQuestion), Problem> {
        let city = self.city.as_deref().map(str::parse).transpose();
        let city = city.map_err(|_bad| crate::actions::error::invalid("city", "must be the id or slug of a city"))?;
        let question =
            PartnershipQuestion { city: None, country: self.country.clone(), kind: self.kind.clone(), theme: self.theme.clone() };
        Ok((city, question))
    }
}

/// Partnerships that the caller can see: recorded ties and published ones for everybody, its own for a city, all for the secretariat.
#[utoipa::path(operation_id = "list_partnerships", tag = "partnerships", params(PartnershipQuery), responses((status = 200, body = super::edge::Page<PartnershipDto>)))]
#[get("/partnerships")]
pub async fn list_partnerships(call: Call, asked: Query<PartnershipQuery>) -> Result<HttpResponse, Problem> {
    let (city, mut question) = asked.read()?;
    let list = ListAsk { list: "list_partnerships", filters: asked.fingerprint(), caller: &call.caller };
    let ask = list.page(&call.app, asked.limit, asked.cursor.as_deref())?;
    let caller = call.caller.clone();
    let page = call
        .read(move |db| {
            question.city = city.map(|city| access::city_id(db, &city)).transpose()?;
            partnerships::list(db, &caller, question, &ask)
        })
        .await?;
    let is_signed_in = call.caller.person().is_some();
    list.answer(&call.app, &call.request, (page, Caching::NoStore), |view| PartnershipDto::of(view, is_signed_in))
}

/// One partnership.
#[utoipa::path(operation_id = "get_partnership", tag = "partnerships", params(("id" = Uuid, Path)), responses((status = 200, body = PartnershipDto)))]
#[get("/partnerships/{id}")]
pub async fn get_partnership(call: Call, id: web::Path<Uuid>) -> Result<HttpResponse, Problem> {
    let (id, caller) = (PartnershipId(id.into_inner()), call.caller.clone());
    let view = call.read(move |db| partnerships::get(db, &caller, id)).await?;
    let tag = EntityTag::of_version(view.partnership.version);
    answer_value(&call.request, &tag, Caching::NoStore, &PartnershipDto::of(view, call.caller.person().is_some()))
}
