//! A third city for a pair, and cohorts around a theme, in the caller's language.

use actix_web::{HttpResponse, get, web};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::call::Call;
use super::city_ref::CityRefDto;
use super::edge::{Limit, PreferredLanguage, Problem, Query};
use super::explanations::Words;
use super::suggestions::answer_in;
use crate::actions::access;
use crate::actions::error::Error;
use crate::domain::code::ThemeCode;
use crate::i18n::Language;
use crate::matching::answer::ModelRef;
use crate::matching::clusters::Wish;
use crate::matching::cohort::{self, Cohort, Cohorts};
use crate::matching::trio::{self, Lack, LackKind, Trios};
use crate::store::cities::CityRef;

/// Thirds for each lack where nothing is said.
const USUAL: usize = 5;

/// A question about third cities.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ThirdsQuery {
    /// How many for each thing that the pair lacks; 5 where absent, 100 at most.
    #[param(value_type = Option<u32>, minimum = 1, maximum = 100)]
    pub limit: Option<Limit>,
    /// The language of the sentences; otherwise `Accept-Language` decides.
    pub lang: Option<String>,
}

/// A question about cohorts.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CohortsQuery {
    /// The theme around which they are to form.
    #[param(value_type = String)]
    pub theme: ThemeCode,
    /// The most cities of one cohort; 8 where absent.
    #[param(minimum = 3, maximum = 8)]
    pub size: Option<u8>,
    /// The language of the sentences; otherwise `Accept-Language` decides.
    pub lang: Option<String>,
}

/// What a pair lacks, each with those who would bring it.
#[derive(Debug, Serialize, ToSchema)]
pub struct TriosDto {
    /// The city that asked.
    pub city: CityRefDto,
    /// The other one.
    pub other: CityRefDto,
    /// The model that computed this.
    pub model: ModelRef,
    /// Hash of the data that it was computed from.
    pub snapshot: String,
    /// What is lacking; empty where nothing is known to be.
    pub lacks: Vec<LackDto>,
}

/// Something that a pair lacks.
#[derive(Debug, Serialize, ToSchema)]
pub struct LackDto {
    /// What sort of thing.
    pub kind: LackKind,
    /// The theme, where it is one.
    pub theme: Option<String>,
    /// In words.
    pub text: String,
    /// Those who would bring it, best first.
    pub thirds: Vec<ThirdDto>,
}

/// A city that would make the pair a trio.
#[derive(Debug, Serialize, ToSchema)]
pub struct ThirdDto {
    /// The city.
    pub city: CityRefDto,
    /// How much it brings, 0 to 1: its offer in the theme, or the weaker of the two languages.
    pub brings: f64,
    /// Its score with either, 0 to 100: as a mentor in the theme, or as a sister city.
    pub scores: [f64; 2],
    /// In words.
    pub text: String,
}

/// Cohort candidates for a theme.
#[derive(Debug, Serialize, ToSchema)]
pub struct CohortsDto {
    /// The theme.
    pub theme: String,
    /// The model that computed this.
    pub model: ModelRef,
    /// Hash of the data that it was computed from.
    pub snapshot: String,
    /// The cohorts, the strongest first.
    pub cohorts: Vec<CohortDto>,
    /// Cities that want the theme and are in none.
    pub left: Vec<LeftDto>,
}

/// A cohort.
#[derive(Debug, Serialize, ToSchema)]
pub struct CohortDto {
    /// The number of its peer group.
    pub group: usize,
    /// The group's name.
    pub group_name: String,
    /// Who can teach.
    pub mentors: Vec<CityRefDto>,
    /// Who wants to learn, the best served first.
    pub learners: Vec<LearnerDto>,
    /// Mean score of the learners with their mentors, 0 to 100.
    pub score: f64,
    /// How many countries come together.
    pub countries: usize,
}

/// A learner of a cohort.
#[derive(Debug, Serialize, ToSchema)]
pub struct LearnerDto {
    /// The city.
    pub city: CityRefDto,
    /// The mentor from whom it would gain most.
    pub mentor: CityRefDto,
    /// Its score with that mentor, 0 to 100.
    pub score: f64,
}

/// A city that is in no cohort.
#[derive(Debug, Serialize, ToSchema)]
pub struct LeftDto {
    /// The city.
    pub city: CityRefDto,
    /// Why.
    pub why: String,
}

/// Third cities for a pair that lacks one thing: somebody to teach what both want and neither knows, or a bridge between their languages.
#[utoipa::path(operation_id = "list_thirds", tag = "matching", params(("id" = String, Path, description = "id or slug"), ("other" = String, Path, description = "id or slug of the other city"), ThirdsQuery), responses((status = 200, body = TriosDto)))]
#[get("/cities/{id}/suggestions/{other}/thirds")]
pub async fn list_thirds(
    call: Call,
    path: web::Path<(String, String)>,
    asked: Query<ThirdsQuery>,
    language: PreferredLanguage,
) -> Result<HttpResponse, Problem> {
    let (app, limit) = (call.app.clone(), asked.limit.map_or(USUAL, |limit| limit.get() as usize));
    let city = call.pass()?.city.ok_or_else(Problem::not_found)?;
    let other: CityRef = path.1.parse().map_err(|_bad| Problem::not_found())?;
    let found = call
        .read(move |db| {
            let other = access::city_id(db, &other)?;
            Ok(trio::trios(&*app.engine(db)?, city, other, limit)?)
        })
        .await?;
    let language = Language::lookup(language.as_text().unwrap_or_default());
    answer_in(&call, language, &trios(found, Words { catalogues: call.app.catalogues(), language }))
}

/// Cohort candidates: 3 to 8 cities of one peer group around a theme, with at least one among them that can teach it.
#[utoipa::path(operation_id = "get_cohorts", tag = "matching", params(CohortsQuery), responses((status = 200, body = CohortsDto)))]
#[get("/cohorts")]
pub async fn get_cohorts(call: Call, asked: Query<CohortsQuery>, language: PreferredLanguage) -> Result<HttpResponse, Problem> {
    let peers = call.app.peers(Wish::default()).await?;
    let size = asked.size.map_or(cohort::MOST, usize::from);
    let found = cohort::cohorts(&peers.engine, &peers.grouping, &asked.theme, size).map_err(Error::from)?;
    let language = Language::lookup(language.as_text().unwrap_or_default());
    answer_in(&call, language, &cohorts(found, Words { catalogues: call.app.catalogues(), language }))
}

/// Trios in words.
pub fn trios(found: Trios, words: Words<'_>) -> TriosDto {
    let [city, other] = found.cities.map(CityRefDto::from);
    let lacks = found.lacks.into_iter().map(|lack| lack_in(lack, words)).collect();
    TriosDto { city, other, model: found.model, snapshot: found.snapshot, lacks }
}

fn lack_in(lack: Lack, words: Words<'_>) -> LackDto {
    let third = |third: trio::Third| ThirdDto {
        city: third.city.into(),
        brings: third.brings,
        scores: third.scores,
        text: words.of(&third.message),
    };
    LackDto {
        kind: lack.kind,
        theme: lack.theme.map(String::from),
        text: words.of(&lack.message),
        thirds: lack.thirds.into_iter().map(third).collect(),
    }
}

/// Cohorts in words.
pub fn cohorts(found: Cohorts, words: Words<'_>) -> CohortsDto {
    let left = |left: cohort::Left| LeftDto { city: left.city.into(), why: words.of(&left.why) };
    CohortsDto {
        theme: found.theme.into(),
        model: found.model,
        snapshot: found.snapshot,
        cohorts: found.cohorts.into_iter().map(|cohort| cohort_in(cohort, words)).collect(),
        left: found.left.into_iter().map(left).collect(),
    }
}

fn cohort_in(found: Cohort, words: Words<'_>) -> CohortDto {
    let learner = |one: cohort::Learner| LearnerDto { city: one.city.into(), mentor: one.mentor.into(), score: one.score };
    CohortDto {
        group: found.group,
        group_name: words.list(&found.group_name),
        mentors: found.mentors.into_iter().map(CityRefDto::from).collect(),
        learners: found.learners.into_iter().map(learner).collect(),
        score: found.score,
        countries: found.countries,
    }
}
