//! What operators measure of the service, in the text format of Prometheus.
//!
//! Nothing of a caller is in it: an answer is counted under its operation and status. Everything that is no operation of the API counts as
//! `page`, so that made-up addresses make no series of their own.

use std::time::Duration;

use actix_web::http::StatusCode;
use prometheus::{Encoder, HistogramOpts, HistogramVec, IntGauge, Opts, Registry, TextEncoder};

/// Upper ends of the classes of durations, in seconds.
const CLASSES: [f64; 12] = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 5.0, 30.0];
/// What everything counts as that is no operation of the API.
pub(super) const PAGE: &str = "page";

/// The measurements of one process.
#[derive(Debug, Clone)]
pub struct Metrics {
    registry: Registry,
    answers: HistogramVec,
    in_flight: IntGauge,
}

/// Requests that are being answered; one fewer when this is dropped.
pub(super) struct InFlight(IntGauge);

impl Drop for InFlight {
    fn drop(&mut self) {
        self.0.dec();
    }
}

impl Metrics {
    /// Measurements that begin at nothing.
    ///
    /// # Errors
    /// Only where two series have the same name, which is a fault of this file.
    pub fn new() -> prometheus::Result<Self> {
        let registry = Registry::new();
        let about = HistogramOpts::new("kembar_http_answer_seconds", "Time from the head of a request to the head of its answer.");
        let answers = HistogramVec::new(about.buckets(CLASSES.to_vec()), &["operation", "status"])?;
        let in_flight = IntGauge::new("kembar_http_in_flight", "Requests that are being answered.")?;
        let about = Opts::new("kembar_build", "The program; always 1.").const_label("version", env!("CARGO_PKG_VERSION"));
        let build = IntGauge::with_opts(about)?;
        build.set(1);
        registry.register(Box::new(answers.clone()))?;
        registry.register(Box::new(in_flight.clone()))?;
        registry.register(Box::new(build))?;
        #[cfg(target_os = "linux")]
        registry.register(Box::new(prometheus::process_collector::ProcessCollector::for_self()))?;
        Ok(Metrics { registry, answers, in_flight })
    }

    pub(super) fn begin(&self) -> InFlight {
        self.in_flight.inc();
        InFlight(self.in_flight.clone())
    }

    pub(super) fn observe(&self, operation: &str, status: StatusCode, time: Duration) {
        self.answers.with_label_values(&[operation, status.as_str()]).observe(time.as_secs_f64());
    }

    /// The measurements as Prometheus reads them, with their media type.
    ///
    /// # Errors
    /// Where a series cannot be written out.
    pub fn text(&self) -> prometheus::Result<(String, &'static str)> {
        let mut bytes = Vec::new();
        TextEncoder::new().encode(&self.registry.gather(), &mut bytes)?;
        Ok((String::from_utf8_lossy(&bytes).into_owned(), "text/plain; version=0.0.4; charset=utf-8"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_counted_under_operation_and_status_and_nothing_else() {
        let metrics = Metrics::new().unwrap();
        metrics.observe("list_cities", StatusCode::OK, Duration::from_millis(3));
        metrics.observe("list_cities", StatusCode::OK, Duration::from_millis(300));
        metrics.observe(PAGE, StatusCode::NOT_FOUND, Duration::from_millis(1));
        let (text, _) = metrics.text().unwrap();
        assert!(text.contains("kembar_http_answer_seconds_count{operation=\"list_cities\",status=\"200\"} 2"), "{text}");
        assert!(text.contains("kembar_http_answer_seconds_bucket{operation=\"list_cities\",status=\"200\",le=\"0.005\"} 1"), "{text}");
        assert!(text.contains("kembar_http_answer_seconds_count{operation=\"page\",status=\"404\"} 1"), "{text}");
        assert!(text.contains(&format!("kembar_build{{version=\"{}\"}} 1", env!("CARGO_PKG_VERSION"))));
    }

    #[test]
    fn a_request_is_in_flight_until_it_is_answered_or_given_up() {
        let metrics = Metrics::new().unwrap();
        let first = metrics.begin();
        let second = metrics.begin();
        drop(first);
        assert!(metrics.text().unwrap().0.contains("kembar_http_in_flight 1"));
        drop(second);
        assert!(metrics.text().unwrap().0.contains("kembar_http_in_flight 0"));
    }
}
