//! `GET /desk/rounds`

use actix_web::HttpResponse;
use sha2::{Digest, Sha256};

use super::super::facts;
use super::super::signed::Signed;
use super::{may_act, run_line};
use crate::actions::rounds::desk::{self, Listed};
use crate::api::lists::ListAsk;
use crate::console::pages::Trouble;
use crate::console::pages::rounds::{RoundLine, RoundListPage, render_round_list};
use crate::console::words::Word;
use crate::domain::access::Operation;
use crate::domain::role::Caller;
use crate::domain::round::RoundState;
use crate::store::page::PageAsk;

/// Rounds on one page.
const ROUNDS_A_PAGE: i64 = 30;

pub(super) async fn show(signed: Signed) -> HttpResponse {
    let visit = &signed.visit;
    let (state, cursor) = (visit.asked("state"), visit.asked("cursor"));
    // An unknown state is that of no round; the list of all is what the reader is after.
    let state: Option<RoundState> = state.and_then(|state| state.parse().ok());
    let caller = Caller::Person(signed.actor.clone());
    let filters: [u8; 32] = Sha256::digest(state.map_or("", RoundState::as_str)).into();
    let list = ListAsk { list: "pages.rounds", filters, caller: &caller };
    let Ok(after) = cursor.as_deref().map(|cursor| list.open(&visit.app, cursor)).transpose() else {
        let bad = Trouble::BadRequest(vec![visit.frame.lang.say(Word::ErrorBadCursor)]);
        return visit.trouble(bad, Some(visit.frame.href("/desk/rounds")));
    };
    let ask = PageAsk { limit: ROUNDS_A_PAGE, after };
    let found = signed.read(Operation::ListRounds, None, move |db, _| desk::listing(db, state, &ask)).await;
    signed.answer(found, |found| {
        let next_cursor = found.next.clone().and_then(|key| list.seal(&visit.app, key).ok());
        render_round_list(&RoundListPage {
            frame: visit.frame.clone(),
            state,
            rounds: found.items.iter().map(|listed| line(&signed, listed)).collect(),
            next_cursor,
            is_later_page: cursor.is_some(),
            may_act: may_act(&signed),
        })
    })
}

fn line(signed: &Signed, listed: &Listed) -> RoundLine {
    let (round, visit) = (&listed.round, &signed.visit);
    let theme = round.plan.theme.as_ref();
    RoundLine {
        id: round.id.to_string(),
        name: round.plan.name.clone(),
        kind: round.plan.kind,
        theme: theme.and_then(|code| facts::theme(code, visit.app.model().taxonomy(), visit.frame.lang)),
        state: round.state,
        newest: listed.newest.as_ref().map(run_line),
        made_by: listed.made_by.clone(),
        made_on: round.created_at.date_naive(),
    }
}
