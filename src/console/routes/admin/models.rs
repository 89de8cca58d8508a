//! `GET /desk/models`, `GET` and `POST /desk/models/{name}`

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;
use serde_json::Value;

use crate::actions::error::Error;
use crate::actions::matching::registry::{self, StoredModel};
use crate::console::pages::admin::{ListFigures, ModelLine, ModelPage, ModelsPage, TieFigures, render_model, render_models};
use crate::console::reader::Done;
use crate::console::routes::lists::Paging;
use crate::console::routes::posted::Posted;
use crate::console::routes::signed::Signed;
use crate::domain::access::Operation;
use crate::domain::role::Role;

/// How many models a page shows.
const A_PAGE: i64 = 50;
/// The strata of the evaluation that say something to a member city.
const STRATA: [&str; 3] = ["world", "asean", "asean_not_capital"];

pub(super) async fn list(signed: Signed) -> HttpResponse {
    let paging = Paging::of(&signed, "/desk/models", &[], A_PAGE);
    let ask = match paging.ask() {
        Ok(ask) => ask,
        Err(lost) => return lost,
    };
    let found = signed.read(Operation::ListModels, None, move |db, _| registry::list(db, &ask)).await;
    signed.answer(found, |page| {
        let next = page.next.map(|key| paging.next(key));
        render_models(&ModelsPage { frame: signed.visit.frame.clone(), models: page.items.iter().map(line).collect(), next })
    })
}

fn line(model: &StoredModel) -> ModelLine {
    ModelLine { name: model.name.clone(), state: model.state, origin: model.origin, activated_at: model.activated_at }
}

pub(super) async fn show(signed: Signed, name: web::Path<String>) -> HttpResponse {
    page(&signed, StatusCode::OK, name.into_inner(), (String::new(), Vec::new())).await
}

async fn page(signed: &Signed, status: StatusCode, name: String, (reason, faults): (String, Vec<String>)) -> HttpResponse {
    let found = signed.read(Operation::GetModel, None, move |db, _| registry::get(db, &name)).await;
    signed.answer_with(status, found, |model| {
        let measured = model.evaluation.as_ref().filter(|figures| figures.is_object());
        let page = ModelPage {
            frame: signed.visit.frame.clone(),
            model: line(&model),
            measured: measured.and_then(|figures| figures["date"].as_str()).map(str::to_owned),
            lists: measured.map(lists).unwrap_or_default(),
            ties: measured.map(ties).unwrap_or_default(),
            may_activate: signed.actor.role == Role::Admin,
            hash: model.hash,
            version: model.version,
            reason,
            faults,
        };
        render_model(&page)
    })
}

/// The figures of the lists, as `kembar lists --json` prints them.
fn lists(figures: &Value) -> Vec<ListFigures> {
    let of = |list: &Value| {
        let number = |at: &str| list.pointer(at).and_then(Value::as_f64);
        Some(ListFigures {
            kind: list["kind"].as_str()?.parse().ok()?,
            covered: number("/coverage/with_suggestions"),
            suggested: number("/coverage/suggested"),
            gini: number("/exposure/gini"),
            stable: number("/stability/median"),
        })
    };
    figures["lists"].as_array().map(|lists| lists.iter().filter_map(of).collect()).unwrap_or_default()
}

/// The figures of known partnerships, as `kembar evaluate --json` prints them.
fn ties(figures: &Value) -> Vec<TieFigures> {
    let strata = &figures["partnerships"]["strata"];
    let of = |among: &&str| {
        let stratum = strata.get(*among)?;
        let interval = |measure: &str| {
            let part = |name: &str| stratum["model"][measure][name].as_f64();
            Some((part("value")?, part("low")?, part("high")?))
        };
        let baselines = stratum["baselines"].as_object().into_iter().flatten();
        let best = baselines
            .filter_map(|(_, baseline)| baseline["recall@10"]["value"].as_f64())
            .fold(None, |best: Option<f64>, next| Some(best.map_or(next, |best| best.max(next))));
        Some(TieFigures { among: (*among).to_owned(), recall: interval("recall@10"), best_baseline: best, auc: interval("auc") })
    };
    STRATA.iter().filter_map(of).collect()
}

/// Why a model is put in force.
#[derive(Debug, Deserialize)]
pub(super) struct Activation {
    version: i64,
    #[serde(default)]
    reason: String,
}

pub(super) async fn activate(posted: Posted<Activation>, name: web::Path<String>) -> HttpResponse {
    let Posted { signed, form: Activation { version, reason }, .. } = posted;
    let (wanted, why) = (name.clone(), reason.clone());
    let activated =
        signed.write(Operation::ActivateModel, None, move |write, pass| registry::activate(write, pass, (&wanted, version), &why));
    match activated.await {
        Ok(_) => signed.go_on(&format!("/desk/models/{name}"), Some(Done::Saved)),
        Err(Error::Invalid(faults)) => match signed.faults_of(Error::Invalid(faults)) {
            Ok(faults) => page(&signed, StatusCode::UNPROCESSABLE_ENTITY, name.into_inner(), (reason, faults)).await,
            Err(trouble) => trouble,
        },
        Err(error) => signed.failed(error),
    }
}
