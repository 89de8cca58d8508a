//! The pages of every format, walked by the format's own links while pairings come and go.

use rstest::rstest;

use super::formats::{FORMATS, read};
use super::{publish, publish_saying, withdraw};
use crate::support::databases::Backend::{self, Postgres, Sqlite};
use crate::support::service::Service;

#[rstest]
#[actix_web::test]
async fn every_format_leads_through_all_of_its_pages_without_double_or_gap(#[values(Sqlite, Postgres)] on: Backend) {
    let service = Service::start(on).await;
    let there_throughout = publish(&service, 5).await;
    for (number, (format, _, _)) in (5..).zip(FORMATS) {
        let passing = publish_saying(&service, number, "Here for a moment.").await;
        let mut next = Some(format!("{}/api/v1/recommendations?format={format}&limit=2&lang=vi", service.url));
        let (mut seen, mut pages) = (Vec::new(), 0);
        while let Some(address) = next {
            let path = address.strip_prefix(&service.url).unwrap_or(&address).to_owned();
            let answer = service.anonymous().get(&path).await.expect(200);
            let (found, leads_to) = read(format, &answer);
            assert!(found.len() <= 2, "{format}");
            seen.extend(found);
            next = leads_to;
            pages += 1;
            if pages == 1 {
                withdraw(&service, &passing).await;
            }
        }
        assert_eq!(pages, 3, "{format}");
        let kept: Vec<&String> = seen.iter().filter(|id| there_throughout.contains(id)).collect();
        assert_eq!(kept, there_throughout.iter().collect::<Vec<_>>(), "{format}");
    }
}
