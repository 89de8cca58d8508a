//! A new proposal, and changes to one that is under review.

use serde::{Deserialize, Serialize};

use super::steps::{self, Deeds};
use crate::actions::access::Pass;
use crate::actions::audit::{Change, content_hash, record};
use crate::actions::context::{Author, Write};
use crate::actions::error::{Error, invalid};
use crate::actions::matching::suggest::Question;
use crate::actions::requests;
use crate::actions::words::required;
use crate::domain::city::{City, CityStatus};
use crate::domain::code::ThemeCode;
use crate::domain::fault::{Faults, TEXT_MAX_CHARS, check_optional_text};
use crate::domain::id::{CityId, ProposalId, RequestId, UserId};
use crate::domain::pairing::{Kind, Pair};
use crate::domain::proposal::{Deed, ProposalState, Step};
use crate::domain::request::RequestDeed;
use crate::matching::answer::PairExplanation;
use crate::matching::engine::{Ask, Engine};
use crate::matching::taxonomy::Taxonomy;
use crate::store::cities::{self, CityRef};
use crate::store::proposals::{self, ProposalFilter, StoredProposal};

/// How many next-best partners a proposal carries.
const ALTERNATES: usize = 5;

/// The pairing that an officer puts to the secretariat.
#[derive(Debug, Clone)]
pub struct NewProposal {
    /// What for.
    pub kind: Kind,
    /// Under which theme; absent for all.
    pub theme: Option<ThemeCode>,
    /// The city for whose sake it is made: the learner of a peer learning.
    pub city: CityRef,
    /// Its partner: the mentor of a peer learning.
    pub partner: CityRef,
    /// The request that it answers.
    pub request: Option<RequestId>,
    /// What the public will read; made from the pairing where absent.
    pub summary: Option<String>,
    /// Why a pair that a hard rule takes out is proposed all the same.
    pub override_reason: Option<String>,
    /// Whether publication is to wait for the approver.
    pub is_held: bool,
}

/// The next best partners, frozen with a proposal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Alternates {
    /// The city for whose sake the proposal was made.
    pub city: CityId,
    /// Its next best partners, best first.
    pub items: Vec<Alternate>,
}

/// A next best partner.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Alternate {
    /// The partner.
    pub city: crate::matching::answer::CityRef,
    /// Its rank when the proposal was made.
    pub rank: usize,
    /// Its score then.
    pub score: f64,
}

/// Makes a proposal with the engine's explanation of the pair.
///
/// # Errors
/// `Invalid` with every fault: unknown or inactive cities, a theme or kind that the model does not have, a request of another city, a
/// pair that a hard rule takes out without a reason; `Exists` where the same pairing is under way.
pub fn propose(write: &mut Write<'_>, pass: &Pass, engine: &Engine, new: NewProposal) -> Result<StoredProposal, Error> {
    let (city, partner) = cities_of(write, &new)?;
    let explanation = explain(engine, city.id, partner.id, &new)?;
    if !explanation.rules.is_empty() && new.override_reason.is_none() {
        let rules: Vec<&str> = explanation.rules.iter().map(|hit| hit.rule.as_str()).collect();
        let detail = format!("the rule {} takes this pair out; say in override_reason why it is proposed all the same", rules.join(", "));
        return Err(invalid("/partner", detail));
    }
    let summary = new.summary.clone().unwrap_or_else(|| summary_of(&new, &city, &partner, engine.model().taxonomy()));
    let proposal =
        assemble(write, engine, &Draft { new: &new, city: &city, partner: &partner, explanation, summary, by: pass.actor.user })?;
    let author = Author::from(&pass.actor);
    insert(write, &author, &proposal, new.override_reason)?;
    if let Some(request) = new.request {
        requests::follow_proposal(write, request, RequestDeed::TakeUp, &pass.actor)?;
    }
    Ok(proposal)
}

/// Everything that a new proposal is made of.
pub(super) struct Draft<'a> {
    pub(super) new: &'a NewProposal,
    pub(super) city: &'a City,
    pub(super) partner: &'a City,
    pub(super) explanation: PairExplanation,
    pub(super) summary: String,
    pub(super) by: UserId,
}

pub(super) fn assemble(write: &mut Write<'_>, engine: &Engine, draft: &Draft<'_>) -> Result<StoredProposal, Error> {
    let new = draft.new;
    let pair = Pair::new(new.kind, draft.city.id, draft.partner.id).ok_or_else(|| invalid("/partner", "is the same city"))?;
    refuse_twin(write, new, pair)?;
    let alternates = alternates(engine, draft)?;
    let explanation = json(&draft.explanation)?;
    let content_hash = content_hash_of(new.kind, new.theme.as_ref(), pair, &draft.summary, &explanation);
    Ok(StoredProposal {
        id: ProposalId(write.new_id()),
        kind: new.kind,
        theme: new.theme.clone(),
        pair,
        state: ProposalState::Proposed,
        version: 1,
        request: new.request,
        summary: draft.summary.clone(),
        content_hash,
        model_name: draft.explanation.model.name.clone(),
        model_hash: draft.explanation.model.hash.clone(),
        snapshot_hash: draft.explanation.snapshot.clone(),
        score: draft.explanation.suggestion.as_ref().map(|suggestion| suggestion.score),
        explanation,
        alternates: json(&alternates)?,
        is_held: new.is_held,
        created_by: draft.by,
        last_edited_by: draft.by,
        recommended_by: None,
        approved_by: None,
        created_at: write.now,
        updated_at: write.now,
        invited_at: None,
        expires_at: None,
        published_at: None,
        round: None,
    })
}

pub(super) fn insert(write: &mut Write<'_>, author: &Author, proposal: &StoredProposal, reason: Option<String>) -> Result<(), Error> {
    proposals::insert(write.db, proposal)?;
    let born = [Step { from: ProposalState::Proposed, to: ProposalState::Proposed }];
    steps::add(write, proposal, &born, &Deeds { name: "create", author, reason_code: None, reason: reason.clone() })?;
    let change = Change::of("proposal.create", "proposal", proposal.id)
        .touching([proposal.pair.first, proposal.pair.second])
        .to(&proposal.content_hash)
        .because(reason);
    record(write, author, change)
}

fn json<T: Serialize>(value: &T) -> Result<serde_json::Value, Error> {
    serde_json::to_value(value).map_err(|error| Error::Internal(error.to_string()))
}

/// What a reviewer sees and signs.
pub(super) fn content_hash_of(kind: Kind, theme: Option<&ThemeCode>, pair: Pair, summary: &str, explanation: &serde_json::Value) -> String {
    content_hash(&(kind, theme, pair, summary, explanation))
}

fn cities_of(write: &mut Write<'_>, new: &NewProposal) -> Result<(City, City), Error> {
    let mut faults = Faults::new();
    check_optional_text(&mut faults, "/summary", new.summary.as_deref(), 500);
    check_optional_text(&mut faults, "/override_reason", new.override_reason.as_deref(), TEXT_MAX_CHARS);
    let city = active_city(write, &mut faults, "/city", &new.city)?;
    let partner = active_city(write, &mut faults, "/partner", &new.partner)?;
    if let (Some(city), Some(partner)) = (&city, &partner) {
        faults.require(city.id != partner.id, "/partner", "is the same city");
    }
    if let Some(id) = new.request {
        let request = crate::store::requests::find(write.db, id)?;
        faults.require(request.is_some(), "/request", "there is no such request");
        let is_own = request.zip(city.as_ref()).is_none_or(|(request, city)| request.city == city.id);
        faults.require(is_own, "/city", "is not the city that asked");
    }
    faults.into_result(())?;
    city.zip(partner).ok_or(Error::NotFound("city"))
}

fn active_city(write: &mut Write<'_>, faults: &mut Faults, pointer: &str, wanted: &CityRef) -> Result<Option<City>, Error> {
    let Some(city) = cities::find(write.db, wanted)? else {
        faults.add(pointer, "there is no such city");
        return Ok(None);
    };
    let is_active = city.record.status == CityStatus::Active;
    faults.require(is_active, pointer, format!("{} is {}, so nothing can be proposed to it", city.record.name, city.record.status));
    Ok(is_active.then_some(city))
}

pub(super) fn explain(engine: &Engine, city: CityId, partner: CityId, new: &NewProposal) -> Result<PairExplanation, Error> {
    let question = Question { kind: new.kind, theme: new.theme.clone(), limit: ALTERNATES };
    crate::actions::matching::suggest::explanation(engine, city, partner, &question)
}

fn alternates(engine: &Engine, draft: &Draft<'_>) -> Result<Alternates, Error> {
    let ask = Ask { kind: draft.new.kind, theme: draft.new.theme.clone(), limit: ALTERNATES + 1 };
    let others = engine.suggest(draft.city.id, &ask)?.items.into_iter().filter(|item| item.city.id != draft.partner.id);
    let items = others.take(ALTERNATES).map(|item| Alternate { city: item.city, rank: item.rank, score: item.score }).collect();
    Ok(Alternates { city: draft.city.id, items })
}

/// Two live proposals of one pairing would go out as two invitations.
pub(super) fn refuse_twin(write: &mut Write<'_>, new: &NewProposal, pair: Pair) -> Result<(), Error> {
    let live: Vec<ProposalState> = ProposalState::ALL.iter().copied().filter(|state| !state.is_final()).collect();
    let filter = ProposalFilter { states: Some(live), kind: Some(new.kind), city: Some(pair.first), ..ProposalFilter::default() };
    let ask = crate::store::page::PageAsk { limit: 1_000, after: None };
    let twin = proposals::list(write.db, &filter, &ask)?.items.into_iter().find(|other| other.pair == pair && other.theme == new.theme);
    match twin {
        Some(twin) => Err(Error::Exists(format!("this pairing is under way as proposal {} ({})", twin.id, twin.state))),
        None => Ok(()),
    }
}

/// The sentence that the public reads where nobody wrote a better one. Never a score.
pub(super) fn summary_of(new: &NewProposal, city: &City, partner: &City, taxonomy: &Taxonomy) -> String {
    let (a, b) = (&city.record.name, &partner.record.name);
    let theme = new.theme.as_ref().and_then(|code| taxonomy.theme(code)).map(|theme| theme.label.of("en").to_lowercase());
    let about = theme.map(|theme| format!(" on {theme}")).unwrap_or_default();
    match new.kind {
        Kind::PeerLearning => format!("{a} learns from {b}{about}."),
        Kind::SisterCity => format!("{a} and {b} become sister cities{about}."),
        Kind::MutualAid => format!("{a} and {b} help each other in a crisis{about}."),
    }
}

/// What an officer changes in a proposal under review. Absent means unchanged.
#[derive(Debug, Clone, Default)]
pub struct Edit {
    /// What the public will read.
    pub summary: Option<String>,
    /// Whether publication waits for the approver.
    pub is_held: Option<bool>,
}

/// Changes a proposal; its approvals start again.
///
/// # Errors
/// `Invalid`, `Stale`, or the domain's refusal.
pub fn edit(write: &mut Write<'_>, pass: &Pass, id: ProposalId, seen: i64, edit: Edit) -> Result<StoredProposal, Error> {
    let before = steps::load(write, id, seen)?;
    let made = steps::view(write.db, &before)?.apply(Deed::Edit, &pass.actor)?;
    if let Some(summary) = &edit.summary {
        required("/summary", summary)?;
    }
    let mut after = before.clone();
    after.summary = edit.summary.unwrap_or(after.summary);
    after.is_held = edit.is_held.unwrap_or(after.is_held);
    after.last_edited_by = pass.actor.user;
    after.recommended_by = None;
    after.content_hash = content_hash_of(after.kind, after.theme.as_ref(), after.pair, &after.summary, &after.explanation);
    let author = Author::from(&pass.actor);
    steps::save(write, &before, &mut after, &made, &Deeds { name: "edit", author: &author, reason_code: None, reason: None })?;
    Ok(after)
}
