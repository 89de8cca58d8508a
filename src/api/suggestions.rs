//! Live suggestions, the explanation of any pair, and a city's word on them.

use actix_web::{HttpResponse, get, post, web};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::call::{Call, Reply};
use super::edge::{Caching, EntityTag, JsonBody, Limit, PreferredLanguage, Problem, Query, UnreadJson, Validate};
use super::explanations::{self, PairDto, SuggestionsDto, Words};
use super::lists::ListAsk;
use crate::actions::access;
use crate::actions::error::{Error, invalid};
use crate::actions::feedback::{self, NewFeedback};
use crate::actions::matching::suggest::{self, Question};
use crate::domain::code::ThemeCode;
use crate::domain::pairing::Kind;
use crate::i18n::Language;
use crate::store::cities::CityRef;
use crate::store::feedback::{Feedback, Verdict};

/// How many suggestions an answer holds where nothing is said.
const USUAL: usize = 10;

/// A question about partners.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct AskQuery {
    /// The kind of pairing.
    pub kind: Kind,
    /// One theme of the taxonomy; all where absent.
    #[param(value_type = Option<String>)]
    pub theme: Option<ThemeCode>,
    /// How many; 10 where absent, 100 at most.
    #[param(value_type = Option<u32>, minimum = 1, maximum = 100)]
    pub limit: Option<Limit>,
    /// The language of the sentences; otherwise `Accept-Language` decides.
    pub lang: Option<String>,
}

impl AskQuery {
    fn question(&self) -> Question {
        let limit = self.limit.map_or(USUAL, |limit| limit.get() as usize);
        Question { kind: self.kind, theme: self.theme.clone(), limit }
    }
}

/// Partners for a city, explained.
///
/// Computed live from the newest verified profiles, or the newest submitted ones with less weight. Each suggestion says what speaks for
/// it and against it, what is not known, and how far that could move the score.
#[utoipa::path(operation_id = "list_suggestions", tag = "matching", params(("id" = String, Path, description = "id or slug"), AskQuery), responses((status = 200, body = SuggestionsDto)))]
#[get("/cities/{id}/suggestions")]
pub async fn list_suggestions(call: Call, asked: Query<AskQuery>, language: PreferredLanguage) -> Result<HttpResponse, Problem> {
    let (app, question) = (call.app.clone(), asked.question());
    let city = call.pass()?.city.ok_or_else(Problem::not_found)?;
    let found = call.read(move |db| suggest::suggestions(&*app.engine(db)?, city, &question)).await?;
    let language = Language::lookup(language.as_text().unwrap_or_default());
    let dto = explanations::suggestions(found, Words { catalogues: call.app.catalogues(), language });
    answer_in(&call, language, &dto)
}

/// Why a pair, or why not.
#[utoipa::path(operation_id = "explain_pair", tag = "matching", params(("id" = String, Path, description = "id or slug"), ("other" = String, Path, description = "id or slug of the other city"), AskQuery), responses((status = 200, body = PairDto)))]
#[get("/cities/{id}/suggestions/{other}")]
pub async fn explain_pair(
    call: Call,
    path: web::Path<(String, String)>,
    asked: Query<AskQuery>,
    language: PreferredLanguage,
) -> Result<HttpResponse, Problem> {
    let (app, question) = (call.app.clone(), asked.question());
    let city = call.pass()?.city.ok_or_else(Problem::not_found)?;
    let other: CityRef = path.1.parse().map_err(|_bad| Problem::not_found())?;
    let found = call
        .read(move |db| {
            let other = access::city_id(db, &other)?;
            suggest::explanation(&*app.engine(db)?, city, other, &question)
        })
        .await?;
    let language = Language::lookup(language.as_text().unwrap_or_default());
    let dto = explanations::pair(found, Words { catalogues: call.app.catalogues(), language });
    answer_in(&call, language, &dto)
}

/// An answer with sentences of one language in it.
pub(super) fn answer_in<T: Serialize>(call: &Call, language: Language, dto: &T) -> Result<HttpResponse, Problem> {
    let json = serde_json::to_vec(dto).map_err(|error| Problem::internal(&error))?;
    let mut response = super::edge::answer(&call.request, &EntityTag::of_content(&json), Caching::NoStore, json);
    if let Ok(value) = actix_web::http::header::HeaderValue::from_str(language.as_str()) {
        response.headers_mut().insert(actix_web::http::header::CONTENT_LANGUAGE, value);
    }
    Ok(response)
}

/// A city's word on a suggested partner.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FeedbackInput {
    /// Id or slug of the suggested city.
    city: String,
    /// As what it was suggested.
    kind: Kind,
    /// Under which theme.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    theme: Option<ThemeCode>,
    /// The word.
    verdict: Verdict,
    /// Why, in any language.
    #[serde(default)]
    reason: Option<String>,
}

impl Validate for FeedbackInput {}

impl FeedbackInput {
    fn read(self) -> Result<NewFeedback, Error> {
        let other = self.city.parse().map_err(|_bad| invalid("/city", "must be the id or slug of a city"))?;
        Ok(NewFeedback { other, kind: self.kind, theme: self.theme, verdict: self.verdict, reason: self.reason })
    }
}

/// A word that was recorded.
#[derive(Debug, Serialize, ToSchema)]
pub struct FeedbackDto {
    /// Its id.
    id: Uuid,
    /// Id of the suggested city.
    city_id: Uuid,
    /// As what.
    kind: Kind,
    /// Under which theme.
    theme: Option<String>,
    /// The word.
    verdict: Verdict,
    /// Why.
    reason: Option<String>,
    /// When.
    created_at: chrono::DateTime<chrono::Utc>,
}

impl From<Feedback> for FeedbackDto {
    fn from(word: Feedback) -> Self {
        Self {
            id: word.id.0,
            city_id: word.other.0,
            kind: word.kind,
            theme: word.theme.map(String::from),
            verdict: word.verdict,
            reason: word.reason,
            created_at: word.created_at,
        }
    }
}

/// Interested, not now, or already partners: the newest word on a pair counts.
#[utoipa::path(operation_id = "create_feedback", tag = "matching", request_body = FeedbackInput, params(("id" = String, Path, description = "id or slug"), ("Idempotency-Key" = Uuid, Header)), responses((status = 201, body = FeedbackDto)))]
#[post("/cities/{id}/feedback")]
pub async fn create_feedback(call: Call, body: UnreadJson<FeedbackInput>) -> Result<HttpResponse, Problem> {
    let JsonBody { value, sha256 } = body.read().await?;
    let (model, new) = (call.app.model().clone(), value.read()?);
    call.once(&sha256, move |write, pass| {
        let word = feedback::give(write, pass, model.taxonomy(), new)?;
        Ok(Reply::created(format!("/api/v1/cities/{}/feedback", word.city), None, FeedbackDto::from(word)))
    })
    .await
}

/// A page.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PageQuery {
    #[serde(default)]
    #[param(value_type = Option<u32>, minimum = 1, maximum = 100)]
    limit: Limit,
    cursor: Option<String>,
}

/// What a city has said about suggestions, oldest first.
#[utoipa::path(operation_id = "list_feedback", tag = "matching", params(("id" = String, Path, description = "id or slug"), PageQuery), responses((status = 200, body = super::edge::Page<FeedbackDto>)))]
#[get("/cities/{id}/feedback")]
pub async fn list_feedback(call: Call, asked: Query<PageQuery>) -> Result<HttpResponse, Problem> {
    let city = call.pass()?.city.ok_or_else(Problem::not_found)?;
    let list = ListAsk { list: "list_feedback", filters: asked.fingerprint(), caller: &call.caller };
    let ask = list.page(&call.app, asked.limit, asked.cursor.as_deref())?;
    let page = call.read(move |db| feedback::list(db, city, &ask)).await?;
    list.answer(&call.app, &call.request, (page, Caching::NoStore), FeedbackDto::from)
}
