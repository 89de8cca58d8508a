//! The two operations.

use actix_web::http::header::{self, HeaderValue};
use actix_web::{HttpResponse, get, web};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::formats::Format;
use super::shown::{Leaf, Pairing};
use crate::actions::error::invalid;
use crate::actions::partnerships::PartnershipView;
use crate::actions::recommendations::{self, Found, Showcase, Wish};
use crate::api::call::Call;
use crate::api::city_ref::CityRefDto;
use crate::api::edge::{self, Caching, EntityTag, Limit, PreferredLanguage, Problem, ProblemDocument, Query, answer_as, answer_value};
use crate::api::lists::ListAsk;
use crate::domain::code::{CountryCode, ThemeCode};
use crate::domain::id::PartnershipId;
use crate::i18n::Language;
use crate::matching::Taxonomy;
use crate::store::page::Page;

/// A published pairing. Never a score, a reviewer's word or a person.
#[derive(Debug, Serialize, ToSchema)]
pub struct RecommendationDto {
    id: Uuid,
    /// `sister_city`, `mutual_aid` or `peer_learning` (the first city learns from the second).
    kind: String,
    cities: Vec<CityRefDto>,
    themes: Vec<String>,
    /// What the two are doing together.
    summary: String,
    published_at: DateTime<Utc>,
    /// The first city's public page.
    url: String,
}

impl RecommendationDto {
    pub(super) fn of(pairing: &Pairing<'_>) -> Self {
        Self {
            id: pairing.id,
            kind: pairing.kind.to_owned(),
            url: pairing.path(),
            cities: pairing.cities.iter().map(|city| CityRefDto::from(*city)).collect(),
            themes: pairing.theme.iter().map(|(code, _)| code.clone()).collect(),
            summary: pairing.summary.to_owned(),
            published_at: pairing.published_at,
        }
    }
}

/// Which recommendations, and in which format.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct RecommendationQuery {
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
    /// Only under the themes of this pillar: its code in the taxonomy.
    pillar: Option<String>,
    /// Only what became public at this time or later, RFC 3339. What was taken back since is in no list: ask for it by its id.
    updated_since: Option<DateTime<Utc>>,
    /// Only what this portal shows: its slug.
    portal: Option<String>,
    /// The format; otherwise `Accept` decides.
    #[param(inline)]
    format: Option<Format>,
    /// The language of the names of themes and kinds; otherwise `Accept-Language` decides.
    #[param(value_type = Option<String>)]
    pub lang: Option<String>,
    #[serde(default)]
    #[param(value_type = Option<u32>, minimum = 1, maximum = 100)]
    limit: Limit,
    cursor: Option<String>,
}

impl RecommendationQuery {
    fn wish(&self, taxonomy: &Taxonomy) -> Result<Wish, Problem> {
        let city = self.city.as_deref().map(str::parse).transpose();
        Ok(Wish {
            portal: self.portal.clone(),
            city: city.map_err(|_bad| invalid("city", "must be the id or slug of a city"))?,
            country: self.country.clone(),
            kind: self.kind.clone(),
            themes: self.themes(taxonomy)?,
            since: self.updated_since,
        })
    }

    /// The themes that theme and pillar leave; none where neither is asked for.
    fn themes(&self, taxonomy: &Taxonomy) -> Result<Option<Vec<ThemeCode>>, Problem> {
        let Some(pillar) = &self.pillar else { return Ok(self.theme.clone().map(|theme| vec![theme])) };
        if !taxonomy.pillars().iter().any(|known| known.code == *pillar) {
            return Err(invalid("pillar", "must be the code of a pillar; see /api/v1/taxonomy").into());
        }
        let of_pillar = taxonomy.themes().iter().filter(|theme| theme.pillar == *pillar).map(|theme| theme.code.clone());
        Ok(Some(of_pillar.filter(|code| self.theme.as_ref().is_none_or(|theme| theme == code)).collect()))
    }
}

/// Published pairings, for portals and everybody, the newest first. Only what both cities accepted and nobody took back.
///
/// The same pairings in six formats, by `Accept` or `?format=`; each leads to its next page in its own way, and all do by the `Link` field
/// (CSV by that alone). A pairing that is taken back is out of every cache within five minutes.
#[utoipa::path(operation_id = "list_recommendations", tag = "recommendations", params(RecommendationQuery), responses(
    (status = 200, content(
        (edge::Page<RecommendationDto> = "application/json"),
        (String = "text/csv"),
        (serde_json::Value = "application/geo+json"),
        (serde_json::Value = "application/ld+json"),
        (String = "application/atom+xml"),
        (serde_json::Value = "application/feed+json"),
    )),
))]
#[get("/recommendations")]
pub async fn list_recommendations(
    call: Call,
    asked: Query<RecommendationQuery>,
    language: PreferredLanguage,
) -> Result<HttpResponse, Problem> {
    let format = Format::of(asked.format, call.request.headers())?;
    let language = Language::lookup(language.as_text().unwrap_or_default());
    let wish = asked.wish(call.app.model().taxonomy())?;
    // The list is the same for everybody, and so are its cursors: it may be kept by caches.
    let everybody = crate::domain::role::Caller::Anonymous;
    let list = ListAsk { list: "list_recommendations", filters: asked.fingerprint(), caller: &everybody };
    let ask = list.page(&call.app, asked.limit, asked.cursor.as_deref())?;
    let page = call.read(move |db| recommendations::list(db, wish, &ask)).await?;
    let next_cursor = page.next.clone().map(|key| list.seal(&call.app, key)).transpose()?;
    answer(&call, (&page, next_cursor), format, language)
}

fn answer(
    call: &Call,
    (page, next_cursor): (&Page<PartnershipView>, Option<String>),
    format: Format,
    language: Language,
) -> Result<HttpResponse, Problem> {
    let (request, base) = (&call.request, call.app.public_url());
    let leaf = Leaf {
        pairings: page.items.iter().filter_map(|view| Pairing::of(view, call.app.catalogues(), language)).collect(),
        base,
        here: format!("{base}{}", request.uri().path_and_query().map_or("", |address| address.as_str())),
        first: format!("{base}{}", edge::address(request, None)),
        next: next_cursor.as_deref().map(|cursor| format!("{base}{}", edge::address(request, Some(cursor)))),
        next_cursor,
        language,
    };
    let body = format.write(&leaf)?;
    let mut response = answer_as(format.content_type(), request, (&EntityTag::of_content(&body), Caching::Revocable), body);
    let headers = response.headers_mut();
    if let Ok(link) = HeaderValue::from_str(&edge::links(request, leaf.next_cursor.as_deref())) {
        headers.insert(header::LINK, link);
    }
    if format.speaks() {
        headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(language.as_str()));
    }
    Ok(response)
}

/// One published pairing. 410 with its id and the time for 90 days after it was taken back, 404 afterwards.
#[utoipa::path(operation_id = "get_recommendation", tag = "recommendations", params(("id" = Uuid, Path)), responses(
    (status = 200, body = RecommendationDto),
    (status = 410, description = "Taken back", body = ProblemDocument, content_type = "application/problem+json"),
))]
#[get("/recommendations/{id}")]
pub async fn get_recommendation(call: Call, id: web::Path<Uuid>) -> Result<HttpResponse, Problem> {
    let (id, now) = (PartnershipId(id.into_inner()), call.app.clock().now());
    let found = call.read(move |db| recommendations::get(db, &Showcase::of_anybody(), id, now)).await?;
    let view = match found {
        Found::Standing(view) => view,
        Found::Withdrawn { id, at } => return Err(Problem::withdrawn(id.0, at)),
    };
    let tag = EntityTag::of_version(view.partnership.version);
    let pairing = Pairing::of(&view, call.app.catalogues(), Language::DEFAULT).ok_or_else(Problem::not_found)?;
    answer_value(&call.request, &tag, Caching::Revocable, &RecommendationDto::of(&pairing))
}
