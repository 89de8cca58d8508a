//! `GET /desk/rounds/{id}/export?format=&run=`: the same files as the interface gives.

use actix_web::HttpResponse;

use super::super::attached;
use super::super::signed::Signed;
use super::{Named, id_of};
use crate::actions::error::Error;
use crate::actions::rounds::export::{Format, file};
use crate::actions::rounds::read;
use crate::domain::access::Operation;

pub(super) async fn show(signed: Signed, path: Named) -> HttpResponse {
    match found(&signed, &path).await {
        Err(error) => signed.failed(error),
        Ok((bytes, name, format)) => attached(bytes, &name, format),
    }
}

async fn found(signed: &Signed, path: &Named) -> Result<(Vec<u8>, String, Format), Error> {
    let id = id_of(path)?;
    let format: Format = signed.visit.asked("format").and_then(|text| text.parse().ok()).ok_or(Error::NotFound("file"))?;
    let run = super::run_asked(signed, "run")?;
    let made = signed.read(Operation::GetRoundExport, Some(id.to_string()), move |db, _| {
        let run = read::run(db, id, run)?;
        let views = read::all_pairings(db, &run)?;
        Ok((file(&run, &views, format)?, format!("round-{id}-run-{}.{format}", run.number), format))
    });
    made.await
}
