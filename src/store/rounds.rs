//! Matching rounds, their runs and the pairings of these. A run is written once and never changed.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde_json::Value;

use super::connection::Db;
use super::error::StoreError;
use super::page::{Key, Page, PageAsk};
use super::schema::{round, round_pairing, round_run};
use super::types::{Id, Json, Time, parse};
use crate::domain::id::{CityId, JobId, RoundId};
use crate::domain::round::RoundState;
use crate::domain::round_plan::RoundPlan;

/// A round.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredRound {
    /// Its id.
    pub id: RoundId,
    /// What it asks for.
    pub plan: RoundPlan,
    /// Where it stands.
    pub state: RoundState,
    /// How often it has been computed; the number of the newest run.
    pub runs: i64,
    /// The newest job.
    pub job: Option<JobId>,
    /// Who set it up, as the audit log names them.
    pub created_by: String,
    /// When.
    pub created_at: DateTime<Utc>,
    /// When it was last changed.
    pub updated_at: DateTime<Utc>,
    /// When and by whom its pairings were put into the review queue.
    pub released: Option<(DateTime<Utc>, String)>,
    /// Counts every change; its `ETag`.
    pub version: i64,
}

#[derive(Debug, Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = round, treat_none_as_default_value = false, treat_none_as_null = true)]
struct Row {
    id: Id,
    name: String,
    kind: String,
    theme: Option<String>,
    state: String,
    plan: Json,
    runs: i64,
    job_id: Option<Id>,
    created_by: String,
    created_at: Time,
    updated_at: Time,
    released_at: Option<Time>,
    released_by: Option<String>,
    version: i64,
}

impl Row {
    fn of(round: &StoredRound) -> Row {
        Row {
            id: round.id.into(),
            name: round.plan.name.clone(),
            kind: round.plan.kind.to_string(),
            theme: round.plan.theme.as_ref().map(ToString::to_string),
            state: round.state.to_string(),
            plan: Json::of(&round.plan),
            runs: round.runs,
            job_id: round.job.map(Id::from),
            created_by: round.created_by.clone(),
            created_at: round.created_at.into(),
            updated_at: round.updated_at.into(),
            released_at: round.released.as_ref().map(|(at, _)| Time::from(*at)),
            released_by: round.released.as_ref().map(|(_, by)| by.clone()),
            version: round.version,
        }
    }
}

impl TryFrom<Row> for StoredRound {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self, StoreError> {
        let id = row.id.0;
        Ok(StoredRound {
            id: row.id.into(),
            plan: row.plan.read("round", "plan", id)?,
            state: parse(&row.state, "round", "state", id)?,
            runs: row.runs,
            job: row.job_id.map(JobId::from),
            created_by: row.created_by,
            created_at: row.created_at.get(),
            updated_at: row.updated_at.get(),
            released: row.released_at.map(Time::get).zip(row.released_by),
            version: row.version,
        })
    }
}

/// Adds a round.
///
/// # Errors
/// The database's failure.
pub fn insert(db: &mut Db, new: &StoredRound) -> Result<(), StoreError> {
    diesel::insert_into(round::table).values(Row::of(new)).execute(db)?;
    Ok(())
}

/// One round.
///
/// # Errors
/// The database's failure, or damage.
pub fn find(db: &mut Db, id: RoundId) -> Result<Option<StoredRound>, StoreError> {
    let row: Option<Row> = round::table.select(Row::as_select()).filter(round::id.eq(Id::from(id))).first(db).optional()?;
    row.map(StoredRound::try_from).transpose()
}

/// Writes a round over the version that it carries, and counts the version up. `false` where somebody else was faster.
///
/// # Errors
/// The database's failure.
pub fn update(db: &mut Db, changed: &StoredRound) -> Result<bool, StoreError> {
    let row = Row { version: changed.version + 1, ..Row::of(changed) };
    let seen = round::table.filter(round::id.eq(row.id)).filter(round::version.eq(changed.version));
    Ok(diesel::update(seen).set(&row).execute(db)? == 1)
}

/// A page of rounds, newest first, of one state where that is said.
///
/// # Errors
/// The database's failure, or damage.
pub fn list(db: &mut Db, state: Option<RoundState>, ask: &PageAsk) -> Result<Page<StoredRound>, StoreError> {
    let mut query = round::table.select(Row::as_select()).into_boxed();
    if let Some(state) = state {
        query = query.filter(round::state.eq(state.as_str()));
    }
    if let Some(after) = &ask.after {
        query = query.filter(round::id.lt(Id(after.id)));
    }
    let rows: Vec<Row> = query.order(round::id.desc()).limit(ask.limit + 1).load(db)?;
    Page::cut(rows, ask.limit, |row| Key { sort: String::new(), id: row.id.0 }).try_map(StoredRound::try_from)
}

/// What one computation of a round gave, without its long texts.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredRun {
    /// Of which round.
    pub round: RoundId,
    /// 1 for the first.
    pub number: i64,
    /// By which job.
    pub job: JobId,
    /// What the round asked for then.
    pub plan: RoundPlan,
    /// The model.
    pub model_name: String,
    /// Its hash.
    pub model_hash: String,
    /// Hash of the data that the candidates were made from.
    pub snapshot_hash: String,
    /// Hash of the solver's input.
    pub input_hash: String,
    /// Steps that the solver was given.
    pub steps: i64,
    /// The program that computed it, with its version.
    pub program: String,
    /// Hash of its result.
    pub result_hash: String,
    /// How far the result is proved.
    pub status: String,
    /// Pairings.
    pub pairs: i64,
    /// Cities with at least one.
    pub covered: i64,
    /// Cities that took part.
    pub cities: i64,
    /// Total score.
    pub score: f64,
    /// When it was computed.
    pub created_at: DateTime<Utc>,
    /// How long that took.
    pub seconds: f64,
}

/// The long texts of a run, byte for byte.
#[derive(Debug, Clone, PartialEq)]
pub struct RunTexts {
    /// The solver's input.
    pub input: String,
    /// Its result.
    pub result: String,
    /// What the result is like.
    pub analysis: Value,
}

#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = round_run, treat_none_as_default_value = false)]
struct RunRow {
    round_id: Id,
    number: i64,
    job_id: Id,
    plan: Json,
    model_name: String,
    model_hash: String,
    snapshot_hash: String,
    input_hash: String,
    steps: i64,
    program: String,
    result_hash: String,
    status: String,
    pairs: i64,
    covered: i64,
    cities: i64,
    score: f64,
    created_at: Time,
    seconds: f64,
}

impl RunRow {
    fn of(run: &StoredRun) -> RunRow {
        RunRow {
            round_id: run.round.into(),
            number: run.number,
            job_id: run.job.into(),
            plan: Json::of(&run.plan),
            model_name: run.model_name.clone(),
            model_hash: run.model_hash.clone(),
            snapshot_hash: run.snapshot_hash.clone(),
            input_hash: run.input_hash.clone(),
            steps: run.steps,
            program: run.program.clone(),
            result_hash: run.result_hash.clone(),
            status: run.status.clone(),
            pairs: run.pairs,
            covered: run.covered,
            cities: run.cities,
            score: run.score,
            created_at: run.created_at.into(),
            seconds: run.seconds,
        }
    }
}

impl TryFrom<RunRow> for StoredRun {
    type Error = StoreError;
    fn try_from(row: RunRow) -> Result<Self, StoreError> {
        Ok(StoredRun {
            plan: row.plan.read("round_run", "plan", row.round_id.0)?,
            round: row.round_id.into(),
            number: row.number,
            job: row.job_id.into(),
            model_name: row.model_name,
            model_hash: row.model_hash,
            snapshot_hash: row.snapshot_hash,
            input_hash: row.input_hash,
            steps: row.steps,
            program: row.program,
            result_hash: row.result_hash,
            status: row.status,
            pairs: row.pairs,
            covered: row.covered,
            cities: row.cities,
            score: row.score,
            created_at: row.created_at.get(),
            seconds: row.seconds,
        })
    }
}

/// Keeps a run.
///
/// # Errors
/// [`StoreError::Duplicate`] where its job or its number has been kept before.
pub fn insert_run(db: &mut Db, run: &StoredRun, texts: &RunTexts) -> Result<(), StoreError> {
    let texts =
        (round_run::input.eq(&texts.input), round_run::result.eq(&texts.result), round_run::analysis.eq(Json(texts.analysis.clone())));
    diesel::insert_into(round_run::table).values((RunRow::of(run), texts)).execute(db)?;
    Ok(())
}

/// The runs of a round, oldest first.
///
/// # Errors
/// The database's failure, or damage.
pub fn runs(db: &mut Db, of: RoundId) -> Result<Vec<StoredRun>, StoreError> {
    let own = round_run::table.select(RunRow::as_select()).filter(round_run::round_id.eq(Id::from(of)));
    let rows: Vec<RunRow> = own.order(round_run::number).load(db)?;
    rows.into_iter().map(StoredRun::try_from).collect()
}

/// One run.
///
/// # Errors
/// The database's failure, or damage.
pub fn run(db: &mut Db, of: RoundId, number: i64) -> Result<Option<StoredRun>, StoreError> {
    let own = round_run::table.select(RunRow::as_select()).filter(round_run::round_id.eq(Id::from(of)));
    let row: Option<RunRow> = own.filter(round_run::number.eq(number)).first(db).optional()?;
    row.map(StoredRun::try_from).transpose()
}

/// The long texts of a run.
///
/// # Errors
/// The database's failure.
pub fn texts(db: &mut Db, of: RoundId, number: i64) -> Result<Option<RunTexts>, StoreError> {
    let own = round_run::table.filter(round_run::round_id.eq(Id::from(of))).filter(round_run::number.eq(number));
    let row: Option<(String, String, Json)> =
        own.select((round_run::input, round_run::result, round_run::analysis)).first(db).optional()?;
    Ok(row.map(|(input, result, analysis)| RunTexts { input, result, analysis: analysis.0 }))
}

/// A pairing of a run, explained on the data of that run.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredPairing {
    /// The learner, or the city of the lower id.
    pub first: CityId,
    /// The mentor, or the other city.
    pub second: CityId,
    /// 0 to 100.
    pub score: f64,
    /// The engine's explanation.
    pub explanation: Value,
    /// The next best partners of either city.
    pub alternates: Value,
}

#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = round_pairing)]
struct PairingRow {
    round_id: Id,
    run: i64,
    place: i64,
    first_id: Id,
    second_id: Id,
    score: f64,
    explanation: Json,
    alternates: Json,
}

/// Keeps the pairings of a run, in their order.
///
/// # Errors
/// The database's failure.
pub fn insert_pairings(db: &mut Db, of: RoundId, run: i64, pairings: &[StoredPairing]) -> Result<(), StoreError> {
    for (pairing, place) in pairings.iter().zip(1..) {
        let row = PairingRow {
            round_id: of.into(),
            run,
            place,
            first_id: pairing.first.into(),
            second_id: pairing.second.into(),
            score: pairing.score,
            explanation: Json(pairing.explanation.clone()),
            alternates: Json(pairing.alternates.clone()),
        };
        diesel::insert_into(round_pairing::table).values(row).execute(db)?;
    }
    Ok(())
}

/// A page of the pairings of a run with their places, in order.
///
/// # Errors
/// The database's failure.
pub fn pairings(db: &mut Db, of: RoundId, run: i64, ask: &PageAsk) -> Result<Page<(i64, StoredPairing)>, StoreError> {
    let after: i64 = ask.after.as_ref().and_then(|key| key.sort.parse().ok()).unwrap_or(0);
    let own = round_pairing::table.select(PairingRow::as_select()).filter(round_pairing::round_id.eq(Id::from(of)));
    let rows: Vec<PairingRow> = own
        .filter(round_pairing::run.eq(run))
        .filter(round_pairing::place.gt(after))
        .order(round_pairing::place)
        .limit(ask.limit.saturating_add(1))
        .load(db)?;
    Page::cut(rows, ask.limit, |row| Key { sort: row.place.to_string(), id: uuid::Uuid::nil() }).try_map(|row| {
        let (first, second) = (row.first_id.into(), row.second_id.into());
        let pairing = StoredPairing { first, second, score: row.score, explanation: row.explanation.0, alternates: row.alternates.0 };
        Ok((row.place, pairing))
    })
}
