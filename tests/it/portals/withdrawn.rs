//! What was taken back: out of every format at once, thin for 90 days, and then as if it had never been.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use kembar::clock::{Clock, ManualClock, SystemClock};
use rstest::rstest;
use serde_json::json;

use super::formats::FORMATS;
use super::{ids, portal, publish_saying, withdraw};
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::service::Service;

#[rstest]
#[actix_web::test]
async fn a_pairing_that_was_taken_back_is_thin_for_90_days_and_in_no_list(#[values(Sqlite, Postgres)] on: Backend) {
    let clock = Arc::new(ManualClock::at(SystemClock.now()));
    let service = Service::start_at(on, Arc::clone(&clock) as Arc<dyn Clock>).await;
    let proposal = publish_saying(&service, 0, "A canary of a summary").await;
    portal(&service, "thai", json!({"countries": ["TH"], "origins": ["https://th.example"]})).await;
    let id = ids(&service).await.remove(0);
    let api = format!("/api/v1/recommendations/{id}");
    let frames = [
        format!("/embed/v1/public/recommendations/{id}"),
        "/embed/v1/public/recommendations".to_owned(),
        "/embed/v1/public/cities/surabaya".to_owned(),
    ];
    let anyone = service.anonymous();
    assert_eq!(anyone.get(&api).await.expect(200).header("cache-control"), "public, max-age=60, s-maxage=240, must-revalidate");
    for frame in &frames {
        assert!(anyone.get(frame).await.expect(200).text.contains("A canary of a summary"), "{frame}");
    }
    withdraw(&service, &proposal).await;

    let gone = anyone.get(&api).await.expect(410);
    assert_eq!((gone.body["id"].as_str(), gone.body["code"].as_str()), (Some(id.as_str()), Some("gone")));
    let at: DateTime<Utc> = gone.body["withdrawn_at"].as_str().unwrap().parse().unwrap();
    assert!((clock.now() - at).abs() < TimeDelta::minutes(1));
    for word in ["canary", "Surabaya", "Iloilo", "Tried by a test"] {
        assert!(!gone.text.contains(word), "{}", gone.text);
    }
    for (format, _, _) in FORMATS {
        let list = anyone.get(&format!("/api/v1/recommendations?format={format}")).await.expect(200);
        assert!(!list.text.contains(&id) && !list.text.contains("canary"), "{format}: {}", list.text);
    }
    let frame = anyone.get(&format!("{}?lang=id", frames[0])).await.expect(410);
    assert!(frame.text.contains("Kemitraan ini telah ditarik kembali") && !frame.text.contains("canary"), "{}", frame.text);
    assert!(frame.header("content-security-policy").ends_with("frame-ancestors *"));
    for frame in &frames[1..] {
        assert!(!anyone.get(frame).await.expect(200).text.contains("canary"), "{frame}");
    }
    anyone.get(&format!("/embed/v1/thai/recommendations/{id}")).await.expect(404);

    clock.advance(TimeDelta::days(90) - TimeDelta::minutes(1));
    anyone.get(&api).await.expect(410);
    clock.advance(TimeDelta::minutes(2));
    anyone.get(&api).await.expect(404);
    let frame = anyone.get(&frames[0]).await.expect(404);
    assert!(frame.text.contains("There is nothing to show here"), "{}", frame.text);
}
