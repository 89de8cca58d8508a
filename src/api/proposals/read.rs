//! Reading proposals.

use actix_web::{HttpResponse, get, web};
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

use super::dto::{HistoryDto, ProposalDto};
use crate::actions::review::read as review;
use crate::api::call::Call;
use crate::api::edge::{Caching, EntityTag, Limit, PreferredLanguage, Problem, Query, answer_value};
use crate::api::explanations::Words;
use crate::api::lists::ListAsk;
use crate::domain::code::{CountryCode, ThemeCode};
use crate::domain::id::{CityId, ProposalId, RequestId, RoundId};
use crate::domain::pairing::Kind;
use crate::domain::proposal::ProposalState;
use crate::i18n::Language;
use crate::store::proposals::ProposalFilter;

/// Which proposals.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ProposalQuery {
    /// Only in this state.
    state: Option<ProposalState>,
    /// Only of this kind.
    kind: Option<Kind>,
    /// Only under this theme.
    #[param(value_type = Option<String>)]
    theme: Option<ThemeCode>,
    /// Only with this city, by id.
    city: Option<Uuid>,
    /// Only with a city of this country.
    #[param(value_type = Option<String>)]
    country: Option<CountryCode>,
    /// Only for this request.
    request: Option<Uuid>,
    /// Only from this round.
    round: Option<Uuid>,
    #[serde(default)]
    #[param(value_type = Option<u32>, minimum = 1, maximum = 100)]
    limit: Limit,
    cursor: Option<String>,
    /// The language of the sentences; otherwise `Accept-Language` decides.
    #[expect(dead_code, reason = "read from the request by PreferredLanguage; named here because unknown fields are refused")]
    lang: Option<String>,
}

impl ProposalQuery {
    fn filter(&self) -> ProposalFilter {
        ProposalFilter {
            states: self.state.map(|state| vec![state]),
            kind: self.kind,
            theme: self.theme.clone(),
            city: self.city.map(CityId),
            country: self.country.clone(),
            request: self.request.map(RequestId),
            round: self.round.map(RoundId),
        }
    }
}

/// The review queue for the secretariat, the invitations of the own city for a focal point. Oldest first.
#[utoipa::path(operation_id = "list_proposals", tag = "proposals", params(ProposalQuery), responses((status = 200, body = crate::api::edge::Page<ProposalDto>)))]
#[get("/proposals")]
pub async fn list_proposals(call: Call, asked: Query<ProposalQuery>, language: PreferredLanguage) -> Result<HttpResponse, Problem> {
    let (actor, filter) = (call.pass()?.actor, asked.filter());
    let list = ListAsk { list: "list_proposals", filters: asked.fingerprint(), caller: &call.caller };
    let ask = list.page(&call.app, asked.limit, asked.cursor.as_deref())?;
    let reader = actor.clone();
    let page = call.read(move |db| review::list(db, &reader, filter, &ask)).await?;
    let catalogues = call.app.catalogues();
    let words = Words { catalogues, language: Language::lookup(language.as_text().unwrap_or_default()) };
    let page = page.try_map(|view| ProposalDto::of(view, &actor, words))?;
    list.answer(&call.app, &call.request, (page, Caching::NoStore), |dto| dto)
}

/// One proposal, with its frozen explanation. Its `ETag` is what a decision has to name in `If-Match`.
#[utoipa::path(operation_id = "get_proposal", tag = "proposals", params(("id" = Uuid, Path)), responses((status = 200, body = ProposalDto)))]
#[get("/proposals/{id}")]
pub async fn get_proposal(call: Call, id: web::Path<Uuid>, language: PreferredLanguage) -> Result<HttpResponse, Problem> {
    let (id, actor) = (ProposalId(id.into_inner()), call.pass()?.actor);
    let view = call.read(move |db| review::get(db, id)).await?;
    let tag = EntityTag::of_version(view.proposal.version);
    let catalogues = call.app.catalogues();
    let words = Words { catalogues, language: Language::lookup(language.as_text().unwrap_or_default()) };
    answer_value(&call.request, &tag, Caching::NoStore, &ProposalDto::of(view, &actor, words)?)
}

/// Every step, review and answer of a proposal.
#[utoipa::path(operation_id = "get_proposal_history", tag = "proposals", params(("id" = Uuid, Path)), responses((status = 200, body = HistoryDto)))]
#[get("/proposals/{id}/history")]
pub async fn get_proposal_history(call: Call, id: web::Path<Uuid>) -> Result<HttpResponse, Problem> {
    let id = ProposalId(id.into_inner());
    let history = call.read(move |db| review::history(db, id)).await?;
    let json = serde_json::to_vec(&HistoryDto::from(history)).map_err(|error| Problem::internal(&error))?;
    Ok(crate::api::edge::answer(&call.request, &EntityTag::of_content(&json), Caching::NoStore, json))
}
