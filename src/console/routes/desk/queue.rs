//! `GET /desk/proposals`: the review queue; the address is the whole state.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use chrono::{DateTime, Utc};

use super::lines::Lines;
use crate::actions::error::Error;
use crate::actions::review::desk::{self, JustDecided};
use crate::actions::review::queue::{self, Queue};
use crate::actions::review::turns::UNDER_REVIEW;
use crate::actions::review::views;
use crate::actions::rounds::export::Format;
use crate::actions::tables;
use crate::console::pages::desk::{Naming, OwnView, QueuePage, QueueQuery, QueueWaiting, render_queue};
use crate::console::pages::{Choice, ThemeChoices, Trouble};
use crate::console::routes::attached;
use crate::console::routes::facts;
use crate::console::routes::lists::Paging;
use crate::console::routes::signed::Signed;
use crate::console::word::ReviewWord;
use crate::domain::access::Operation;
use crate::domain::id::ProposalId;
use crate::domain::role::{Actor, Role};
use crate::store::review_queue::{QueueFilter, QueueOrder, Whose};

/// A page of so many rows stays light.
const ROWS_A_PAGE: i64 = 40;

pub(super) async fn show(signed: Signed) -> HttpResponse {
    answer(&signed, StatusCode::OK, Naming::default()).await
}

/// The queue with the address of a form that was sent from it: its filters, and what could not be taken of a name.
pub(super) async fn with_naming(mut signed: Signed, status: StatusCode, (fields, naming): (Vec<(String, String)>, Naming)) -> HttpResponse {
    signed.visit.frame.path = "/desk/proposals".to_owned();
    signed.visit.frame.query = fields;
    answer(&signed, status, naming).await
}

async fn answer(signed: &Signed, status: StatusCode, naming: Naming) -> HttpResponse {
    let query = asked(signed);
    let (now, order) = (signed.visit.app.clock().now(), query.value("sort").parse().unwrap_or(QueueOrder::Age));
    let Ok(filter) = wanted(&query, &signed.actor, now) else { return lost(signed, &query) };
    let paging = Paging::of(signed, "/desk/proposals", &QueueQuery::NAMES, ROWS_A_PAGE);
    let ask = match paging.ask() {
        Ok(ask) => ask,
        Err(trouble) => return trouble,
    };
    let decided = signed.visit.asked("decided").and_then(|id| id.parse::<ProposalId>().ok());
    let is_later_page = ask.after.is_some();
    let found = signed.read(Operation::ListProposals, None, move |db, pass| {
        let found = queue::page(db, pass, (filter, order), &ask, now)?;
        let just = match decided {
            Some(id) => desk::just_decided(db, pass, id, now)?,
            None => None,
        };
        Ok((found, just, views::own(db, pass)?))
    });
    signed.answer_with(status, found.await, |(found, just, own)| {
        let next = found.page.next.clone().map(|key| paging.next(key));
        let own = own.into_iter().map(|view| OwnView { id: view.id.to_string(), name: view.name, query: query_of(&view.query) }).collect();
        render_queue(&page(signed, (found, just), (own, naming), Place { query, next, is_later_page }, now))
    })
}

/// What is asked of the queue, and where this page of it stands.
struct Place {
    query: QueueQuery,
    next: Option<String>,
    is_later_page: bool,
}

/// The fields that are filled in; what says the same as nothing is left out, so that a view has one address.
pub(super) fn asked(signed: &Signed) -> QueueQuery {
    filled(|name| signed.visit.asked(name))
}

/// The fields of a view that was saved.
fn query_of(saved: &str) -> QueueQuery {
    let fields: Vec<(String, String)> = url::form_urlencoded::parse(saved.as_bytes()).into_owned().collect();
    filled(|wanted| fields.iter().find(|(name, value)| name == wanted && !value.is_empty()).map(|(_, value)| value.clone()))
}

fn filled(value_of: impl Fn(&str) -> Option<String>) -> QueueQuery {
    let filled = QueueQuery::NAMES.iter().filter_map(|name| Some((*name, value_of(name)?)));
    let says_nothing = |(name, value): &(&str, String)| *name == "sort" && value == QueueOrder::Age.as_str();
    QueueQuery { fields: filled.filter(|field| !says_nothing(field)).collect() }
}

/// A field that no proposal can be like.
struct Unknown;

/// The filter that the address asks for.
fn wanted(query: &QueueQuery, actor: &Actor, now: DateTime<Utc>) -> Result<QueueFilter, Unknown> {
    fn read<T: std::str::FromStr>(query: &QueueQuery, name: &str) -> Result<Option<T>, Unknown> {
        Some(query.value(name)).filter(|value| !value.is_empty()).map(|value| value.parse().map_err(|_unknown_code| Unknown)).transpose()
    }
    let mut filter = match query.value("state") {
        "" => queue::waiting_for(actor),
        "review" => QueueFilter { states: UNDER_REVIEW.to_vec(), ..QueueFilter::default() },
        "all" => QueueFilter::default(),
        one => QueueFilter { states: vec![one.parse().map_err(|_unknown_code| Unknown)?], ..QueueFilter::default() },
    };
    filter.kind = read(query, "kind")?;
    filter.theme = read(query, "theme")?;
    filter.countries.extend(read(query, "country")?);
    filter.round = read(query, "round")?;
    filter.least_score = read::<f64>(query, "least")?.filter(|score| score.is_finite());
    match query.value("whose") {
        "" => {}
        "made" => filter.whose = Some(Whose::MadeBy(actor.user)),
        "claimed" => filter.whose = Some(Whose::ClaimedBy(actor.user, now)),
        _ => return Err(Unknown),
    }
    if query.value("overdue") == "1" {
        filter.made_before = queue::overdue(now).made_before;
    }
    Ok(filter)
}

/// An address that this list did not give.
fn lost(signed: &Signed, query: &QueueQuery) -> HttpResponse {
    let frame = &signed.visit.frame;
    let kept: Vec<_> = query.as_query().into_iter().filter(|(name, _)| *name == "state").collect();
    let first_page = frame.href_with("/desk/proposals", if fits(&kept) { &kept } else { &[] });
    signed.visit.trouble(Trouble::BadRequest(vec![frame.lang.say(ReviewWord::QueueReload)]), Some(first_page))
}

fn fits(kept: &[(&str, &str)]) -> bool {
    kept.iter().all(|(_, state)| ["review", "all"].contains(state) || state.parse::<crate::domain::proposal::ProposalState>().is_ok())
}

fn page(
    signed: &Signed,
    (found, just): (Queue, Option<JustDecided>),
    (own, naming): (Vec<OwnView>, Naming),
    place: Place,
    now: DateTime<Utc>,
) -> QueuePage {
    let (frame, taxonomy) = (signed.visit.frame.clone(), signed.visit.app.model().taxonomy());
    let lines = Lines { taxonomy, lang: frame.lang, reader: signed.actor.user, people: &found.people, now };
    let mut countries: Vec<Choice> = (found.countries.keys())
        .map(|code| Choice { value: code.to_string(), label: facts::country(code, &found.countries).shown(&frame.lang) })
        .collect();
    countries.sort_by(|a, b| a.label.cmp(&b.label));
    QueuePage {
        waiting: QueueWaiting {
            count: usize::try_from(found.waiting.count).unwrap_or_default(),
            oldest_days: found.waiting.oldest.map(|oldest| (now - oldest).num_days()),
            is_for_reader: signed.actor.role != Role::Observer,
        },
        query: place.query,
        themes: ThemeChoices::all(taxonomy, frame.lang),
        countries,
        rounds: found.rounds.iter().map(|(id, name)| Choice { value: id.to_string(), label: name.clone() }).collect(),
        lines: found.page.items.iter().map(|row| lines.line(row)).collect(),
        total: usize::try_from(found.total).unwrap_or_default(),
        next: place.next,
        is_later_page: place.is_later_page,
        bulk: match signed.actor.role {
            Role::Officer => vec!["recommend", "defer", "return", "reject"],
            Role::Approver => vec!["approve", "defer", "return", "reject"],
            Role::Admin | Role::Observer | Role::FocalPoint => Vec::new(),
        },
        just: just.map(|just| lines.just(just)),
        own,
        naming,
        frame,
    }
}

/// `GET /desk/proposals/export?format=`: the whole list as it is narrowed, as a file.
pub(super) async fn export(signed: Signed) -> HttpResponse {
    let query = asked(&signed);
    let (now, order) = (signed.visit.app.clock().now(), query.value("sort").parse().unwrap_or(QueueOrder::Age));
    let Ok(filter) = wanted(&query, &signed.actor, now) else { return lost(&signed, &query) };
    let Some(format) = signed.visit.asked("format").and_then(|text| text.parse::<Format>().ok()) else {
        return signed.failed(Error::NotFound("file"));
    };
    let made = signed.read(Operation::ListProposals, None, move |db, pass| tables::queue_file(db, pass, (filter, order), now, format));
    match made.await {
        Ok(bytes) => attached(bytes, &format!("review-queue-{}.{format}", now.date_naive()), format),
        Err(error) => signed.failed(error),
    }
}
