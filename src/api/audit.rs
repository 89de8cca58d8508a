//! The audit log, for administrators: reading it, and recomputing its chain.

use actix_web::{HttpResponse, get};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::call::Call;
use super::edge::{Caching, Limit, Problem, Query};
use super::lists::ListAsk;
use crate::actions::audit::{self, Checkpoint, Verdict};
use crate::domain::fault::Faults;
use crate::store::audit::{AuditEntry, AuditFilter};

/// An entry of the log.
#[derive(Debug, Serialize, ToSchema)]
pub struct AuditEntryDto {
    /// 1, 2, 3, … without a gap.
    seq: i64,
    at: DateTime<Utc>,
    /// An account's id, or `import`, `clock`, `command line`, `visitor`.
    actor: String,
    /// The role in which they acted.
    role: String,
    /// What was done, such as `proposal.approve`.
    action: String,
    object_kind: String,
    object_id: String,
    /// Cities whose matching it may change.
    cities: Vec<Uuid>,
    /// Hash of the thing before.
    before_hash: Option<String>,
    /// Hash of the thing after.
    after_hash: Option<String>,
    reason: Option<String>,
    request_id: Option<String>,
    /// The hash of the entry before.
    previous_hash: String,
    hash: String,
}

impl From<AuditEntry> for AuditEntryDto {
    fn from(entry: AuditEntry) -> Self {
        Self {
            seq: entry.seq,
            at: entry.at,
            actor: entry.actor,
            role: entry.role,
            action: entry.action,
            object_kind: entry.object_kind,
            object_id: entry.object_id,
            cities: entry.cities.into_iter().map(|city| city.0).collect(),
            before_hash: entry.before_hash,
            after_hash: entry.after_hash,
            reason: entry.reason,
            request_id: entry.request_id,
            previous_hash: entry.previous_hash,
            hash: entry.hash,
        }
    }
}

/// Which entries.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct AuditQuery {
    /// Only about this kind of thing, such as `proposal`.
    object_kind: Option<String>,
    /// Only about this thing.
    object_id: Option<String>,
    /// Only by this actor.
    actor: Option<String>,
    #[serde(default)]
    #[param(value_type = Option<u32>, minimum = 1, maximum = 100)]
    limit: Limit,
    cursor: Option<String>,
}

/// The log, the newest entry first.
#[utoipa::path(operation_id = "list_audit", tag = "administration", params(AuditQuery), responses((status = 200, body = super::edge::Page<AuditEntryDto>)))]
#[get("/audit")]
pub async fn list_audit(call: Call, asked: Query<AuditQuery>) -> Result<HttpResponse, Problem> {
    let list = ListAsk { list: "list_audit", filters: asked.fingerprint(), caller: &call.caller };
    let ask = list.page(&call.app, asked.limit, asked.cursor.as_deref())?;
    let filter = AuditFilter { object_kind: asked.object_kind.clone(), object_id: asked.object_id.clone(), actor: asked.actor.clone() };
    let page = call.read(move |db| audit::page(db, &filter, &ask)).await?;
    list.answer(&call.app, &call.request, (page, Caching::NoStore), AuditEntryDto::from)
}

/// A head of the log that was kept elsewhere.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct VerificationQuery {
    /// `head_seq` of an earlier verification. A log that was cut or written anew cannot show the same head.
    seq: Option<i64>,
    /// `head_hash` of the same.
    hash: Option<String>,
}

/// Recomputes the chain of the log. Keep the head that it answers outside of the service, and give it the next time.
#[utoipa::path(operation_id = "verify_audit", tag = "administration", params(VerificationQuery), responses((status = 200, body = Verdict)))]
#[get("/audit/verification")]
pub async fn verify_audit(call: Call, asked: Query<VerificationQuery>) -> Result<HttpResponse, Problem> {
    let VerificationQuery { seq, hash } = asked.into_inner();
    let checkpoint = match (seq, hash) {
        (Some(seq), Some(hash)) => Some(Checkpoint { seq, hash }),
        (None, None) => None,
        (None, Some(_)) => return Err(missing("seq")),
        (Some(_), None) => return Err(missing("hash")),
    };
    let verdict = call.read(move |db| audit::verify(db, checkpoint.as_ref())).await?;
    Ok(HttpResponse::Ok().json(verdict))
}

fn missing(name: &str) -> Problem {
    let mut faults = Faults::new();
    faults.add(name, "is missing: an earlier head is a number and a hash, so give both or neither");
    Problem::invalid_input(faults)
}
