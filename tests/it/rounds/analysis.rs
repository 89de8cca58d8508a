//! What is told of a round: fairness, who is left out, why the impossible is impossible.

use kembar::actions::rounds::{ground, input};
use kembar::domain::round_plan::RoundPlan;
use kembar::matching::rounds::analysis::{AnalysisOptions, analyse};
use kembar::matching::rounds::{self, Status, USUAL_STEPS};
use rstest::rstest;
use serde_json::{Value, json};

use super::table::{CITIES, address, compute, computed, draft, plan};
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::service::Service;

async fn analysis(service: &Service, id: &str) -> Value {
    service.as_("officer").await.get(&format!("{}/analysis", address(id))).await.expect(200).body
}

/// The whole membership in one round, as a secretariat would before a forum. Without the explanations and redraws, which the others show.
#[rstest]
#[actix_web::test]
async fn one_round_covers_every_member_that_can_be_covered_and_is_even(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let plan: RoundPlan = serde_json::from_value(json!({"name": "All members", "kind": "sister_city"})).unwrap();
    let app = service.app.clone();
    let told = actix_web::web::block(move || {
        let engine = app.read_here(|db| app.engine(db)).unwrap();
        let ground = app.read_here(|db| ground::survey(db, engine, plan.kind)).unwrap();
        let drawn = input::draw_up(&ground, &plan).unwrap();
        let solution = rounds::solve(&drawn.instance, USUAL_STEPS, &mut || false).unwrap();
        assert_eq!(solution.status, Status::Optimal);
        analyse(&drawn.instance, &solution, &AnalysisOptions { steps: 0, draws: 0, seed: 1 }, &mut || false)
    });
    let told = told.await.unwrap();
    let (cities, covered) = (told.coverage.cities, told.coverage.covered);
    // An odd number of cities with one partner each leaves one over.
    assert!(cities >= 80 && covered >= cities - cities % 2, "{covered} of {cities}");
    assert!(told.exposure.gini <= 0.15, "Gini of exposure {}", told.exposure.gini);
    println!("{on:?}: {covered} of {cities} cities covered, Gini {:.3}", told.exposure.gini);
}

#[rstest]
#[actix_web::test]
async fn the_impossible_is_explained_and_a_relaxation_makes_it_possible(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    // Cities of one country are not paired, and so both have only the third.
    let cities = ["makassar", "palembang", "hai-phong"];
    let id = draft(&service, &plan(&cities, json!({"least": 1}))).await;
    let seen = service.as_("officer").await.get(&format!("{}/outlook", address(&id))).await.expect(200).body;
    assert_eq!(
        (&seen["cities"], &seen["candidates"], &seen["without"]),
        (&json!(3), &json!(2), &json!([])),
        "counting alone does not see it"
    );
    assert_eq!(compute(&service, &id).await.body["state"], "succeeded");
    let told = analysis(&service, &id).await;
    assert_eq!((told["solution"]["status"].as_str(), told["run"]["pairs"].as_i64()), (Some("infeasible"), Some(0)));
    assert_eq!(told["solution"]["shortfalls"].as_array().unwrap().len(), 1, "{told}");
    let changes = told["solution"]["relaxations"].as_array().unwrap();
    assert!(changes.contains(&json!({"limit": "max", "id": "hai-phong", "short": 0})), "{changes:?}");
    let raised = json!({"least": 1, "own": [{"city": "hai-phong", "most": 2}]});
    let possible = draft(&service, &plan(&cities, raised)).await;
    compute(&service, &possible).await;
    assert_eq!(analysis(&service, &possible).await["solution"]["status"], "optimal", "the change that was offered helps");
    super::table::act(&service, &id, "release", &Value::Null).await.expect(409);
}

#[rstest]
#[actix_web::test]
async fn an_analysis_says_what_a_layperson_asks(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let told = analysis(&service, &computed(&service, &CITIES).await).await;
    for part in [
        "coverage",
        "scores",
        "greedy",
        "unconstrained",
        "prices",
        "left_out",
        "blocking_pairs",
        "exposure",
        "stability",
        "thirds",
        "cohorts",
    ] {
        assert!(!told["analysis"][part].is_null(), "{part} is missing: {}", told["analysis"]);
    }
    assert_eq!(told["analysis"]["coverage"]["covered"], 6);
}
