//! `GET /desk/rounds/{id}/compare?from=&to=`: the newest run with the one before it, where nothing is said.

use actix_web::HttpResponse;

use super::super::signed::Signed;
use super::{Named, book, id_of, run_asked};
use crate::actions::error::Error;
use crate::actions::rounds::read;
use crate::console::pages::rounds::{ComparePage, render_compare};
use crate::domain::access::Operation;
use crate::domain::id::RoundId;

pub(super) async fn show(signed: Signed, path: Named) -> HttpResponse {
    let asked = id_of(&path).and_then(|id| Ok((id, run_asked(&signed, "from")?, run_asked(&signed, "to")?)));
    let found = match asked {
        Ok(asked) => look(&signed, asked).await,
        Err(error) => Err(error),
    };
    signed.answer(found, |page| render_compare(&page))
}

async fn look(signed: &Signed, (id, from, to): (RoundId, Option<i64>, Option<i64>)) -> Result<ComparePage, Error> {
    let (app, frame) = (signed.visit.app.clone(), signed.visit.frame.clone());
    let found = signed.read(Operation::GetRoundComparison, Some(id.to_string()), move |db, _| {
        let (round, runs) = (crate::actions::rounds::plan::get(db, id)?, read::runs(db, id)?);
        let newest = runs.last().map(|run| run.number).unwrap_or_default();
        let is_named = from.is_some();
        let to = to.unwrap_or(newest);
        let from = from.unwrap_or(to - 1);
        // One run with itself is no question; neither is the first with none before it.
        let is_asked = from != to && (is_named || from > 0);
        let between = is_asked.then(|| Ok::<_, Error>((from, to, read::comparison(db, id, (from, to))?))).transpose()?;
        Ok(ComparePage {
            frame,
            id: id.to_string(),
            name: round.plan.name,
            kind: round.plan.kind,
            runs: runs.iter().map(|run| run.number).collect(),
            between,
            book: book(&*app.engine(db)?),
        })
    });
    found.await
}
