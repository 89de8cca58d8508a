//! `GET /desk/rounds/{id}/analysis?run=`

use std::collections::BTreeMap;

use actix_web::HttpResponse;

use super::super::signed::Signed;
use super::{Named, book, id_of, may_act, run_asked, run_line};
use crate::actions::error::Error;
use crate::actions::rounds::desk::{self, OnDesk};
use crate::actions::rounds::read::{self, Analysed, PairingView};
use crate::console::pages::rounds::{AnalysisPage, Book, Method, PairingLine, render_analysis};
use crate::domain::access::Operation;
use crate::domain::id::RoundId;
use crate::domain::round::{RoundDeed, RoundState};

pub(super) async fn show(signed: Signed, path: Named) -> HttpResponse {
    let asked = id_of(&path).and_then(|id| Ok((id, run_asked(&signed, "run")?)));
    let found = match asked {
        Ok((id, run)) => look(&signed, id, run).await,
        Err(error) => Err(error),
    };
    signed.answer(found, |found| render_analysis(&page(&signed, found)))
}

/// What the page is made of.
struct Found {
    desk: OnDesk,
    analysed: Analysed,
    views: Vec<PairingView>,
    book: Book,
}

async fn look(signed: &Signed, id: RoundId, run: Option<i64>) -> Result<Found, Error> {
    let app = signed.visit.app.clone();
    let found = signed.read(Operation::GetRoundAnalysis, Some(id.to_string()), move |db, _| {
        let desk = desk::open(db, id)?;
        let analysed = read::analysis(db, id, run)?;
        let views = read::all_pairings(db, &analysed.run)?;
        let book = book(&*app.engine(db)?);
        Ok(Found { desk, analysed, views, book })
    });
    found.await
}

fn page(signed: &Signed, found: Found) -> AnalysisPage {
    let Found { desk, analysed, views, book } = found;
    let (visit, round, run) = (&signed.visit, desk.round, analysed.run);
    let stays: BTreeMap<(&str, &str), f64> = analysed
        .analysis
        .analysis
        .stability
        .iter()
        .flat_map(|stability| &stability.pairs)
        .map(|pair| ((pair.a.as_str(), pair.b.as_str()), pair.kept))
        .collect();
    let pairings = views.iter().map(|view| pairing(view, &stays)).collect();
    let language = visit.frame.lang;
    let codes = analysed.analysis.thirds.iter().filter_map(|third| third.theme.as_ref());
    let themes = codes.map(|code| (code.to_string(), visit.app.catalogues().theme(language, code))).collect();
    AnalysisPage {
        frame: visit.frame.clone(),
        id: round.id.to_string(),
        version: round.version,
        once: visit.app.fresh_name(),
        run: run_line(&run),
        runs: desk.runs.iter().map(|run| run.number).collect(),
        may_change: may_act(signed) && round.state.after(RoundDeed::Edit).is_ok(),
        may_compute: may_act(signed) && round.state.after(RoundDeed::Compute).is_ok(),
        is_releasable: may_act(signed) && round.state == RoundState::Computed && run.number == round.runs,
        plan: round.plan,
        of_run: run.plan,
        pairings,
        themes,
        method: Method {
            model: run.model_name,
            program: run.program,
            seconds: run.seconds,
            data: run.snapshot_hash,
            result: run.result_hash,
        },
        solution: analysed.solution,
        analysis: analysed.analysis,
        book,
    }
}

fn pairing(view: &PairingView, stays: &BTreeMap<(&str, &str), f64>) -> PairingLine {
    let (a, b) = (view.first.slug.as_str(), view.second.slug.as_str());
    // The solver names the lower slug first, the store the lower id.
    let kept = stays.get(&(a, b)).or_else(|| stays.get(&(b, a))).copied();
    PairingLine {
        place: view.place,
        a: a.to_owned(),
        b: b.to_owned(),
        score: view.pairing.score,
        kept,
        proposal: view.proposal.map(|proposal| proposal.state),
    }
}
