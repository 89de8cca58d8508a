//! `GET /admin/audit`

use actix_web::HttpResponse;

use crate::actions::{accounts, audit};
use crate::console::pages::admin::{AuditFilterForm, AuditLine, AuditPage, ChainVerdict, render_audit};
use crate::console::routes::lists::Paging;
use crate::console::routes::signed::Signed;
use crate::domain::access::Operation;
use crate::store::audit::AuditFilter;

/// How many entries a page shows.
const A_PAGE: i64 = 50;

pub(super) async fn show(signed: Signed) -> HttpResponse {
    let asked = |name| signed.visit.asked(name);
    let text = |name| asked(name).unwrap_or_default();
    let filter = AuditFilterForm { kind: text("kind"), object: text("object"), actor: text("actor") };
    let paging = Paging::of(&signed, "/admin/audit", &["kind", "object", "actor"], A_PAGE);
    let ask = match paging.ask() {
        Ok(ask) => ask,
        Err(lost) => return lost,
    };
    let verdict = match asked("verify") {
        Some(_) => match signed.read(Operation::VerifyAudit, None, |db, _| audit::verify(db, None)).await {
            Ok(found) => Some(verdict(found)),
            Err(error) => return signed.failed(error),
        },
        None => None,
    };
    let wanted = AuditFilter { object_kind: asked("kind"), object_id: asked("object"), actor: asked("actor") };
    let found = signed.read(Operation::ListAudit, None, move |db, _| {
        let page = audit::page(db, &wanted, &ask)?;
        let names = accounts::names(db, page.items.iter().map(|entry| &entry.actor))?;
        Ok((page, names))
    });
    let found = found.await;
    signed.answer(found, |(page, names)| {
        let next = page.next.map(|key| paging.next(key));
        let entries = page.items.into_iter().map(|entry| AuditLine {
            actor: names.get(&entry.actor).cloned().unwrap_or(entry.actor),
            seq: entry.seq,
            at: entry.at,
            role: entry.role,
            action: entry.action,
            kind: entry.object_kind,
            object: entry.object_id,
            reason: entry.reason,
        });
        let entries = entries.collect();
        render_audit(&AuditPage { frame: signed.visit.frame.clone(), filter, entries, next, verdict })
    })
}

fn verdict(found: audit::Verdict) -> ChainVerdict {
    match found.broken_at {
        Some(at) => ChainVerdict::Broken { at },
        None => {
            let entries = usize::try_from(found.entries).unwrap_or_default();
            ChainVerdict::Whole { entries, seq: found.head_seq, hash: found.head_hash }
        }
    }
}
