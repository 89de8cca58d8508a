//! A real browser for the tests: chromedriver, what it is told beyond WebDriver, and what it noticed.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use crate::support::service::{PASSWORD, email};

/// A running chromedriver with one browser; both end when this is dropped.
pub struct Browser {
    pub client: Client,
    session_url: String,
    http: reqwest::Client,
    driver: Driver,
}

struct Driver(Child);

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended by itself; there is nobody left to tell.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// How a page is looked at.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// Pixels across.
    pub width: u32,
    /// `light` or `dark`.
    pub scheme: &'static str,
}

impl Browser {
    /// Starts a browser; none when chromedriver is not installed, which is a failure where `CI` is set.
    pub async fn start() -> Option<Browser> {
        let Some((driver, port)) = start_driver() else {
            assert!(option_env!("CI").is_none(), "chromedriver is not installed: apt-get install chromium chromium-driver");
            println!("skipped: chromedriver is not installed");
            return None;
        };
        let address = format!("http://127.0.0.1:{port}");
        // Without its sandbox, because a container's root may not make one; it opens nothing but our own pages.
        let arguments = [
            "--headless=new",
            "--no-sandbox",
            "--disable-dev-shm-usage",
            "--disable-gpu",
            "--hide-scrollbars",
            "--lang=en",
            // A click would land where the page still scrolls to.
            "--force-prefers-reduced-motion",
        ];
        let wanted = json!({
            "goog:chromeOptions": {"args": arguments},
            "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
        });
        let capabilities = wanted.as_object().expect("an object").clone();
        let client = ClientBuilder::new(HttpConnector::new()).capabilities(capabilities).connect(&address).await.expect("a browser");
        let session = client.session_id().await.expect("a session").expect("a session has an id");
        Some(Browser { client, session_url: format!("{address}/session/{session}"), http: reqwest::Client::new(), driver })
    }

    /// Sets the size of the window and the colours asked for.
    pub async fn look(&self, look: Look) {
        let media = json!({"features": [{"name": "prefers-color-scheme", "value": look.scheme}]});
        self.devtools("Emulation.setEmulatedMedia", media).await;
        let metrics = json!({"width": look.width, "height": 844, "deviceScaleFactor": 1, "mobile": look.width < 600});
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await;
    }

    /// Shows pages as `print` does, or on the `screen` with the few colours that a reader's system forces on every page.
    pub async fn look_as(&self, media: &str, forced: bool) {
        let forced = if forced { "active" } else { "none" };
        let features = json!([{"name": "prefers-color-scheme", "value": "light"}, {"name": "forced-colors", "value": forced}]);
        self.devtools("Emulation.setEmulatedMedia", json!({"media": media, "features": features})).await;
    }

    /// A picture of the whole page, PNG in base64.
    pub async fn picture(&self) -> String {
        let metrics = self.devtools("Page.getLayoutMetrics", json!({})).await;
        let size = &metrics["cssContentSize"];
        let clip = json!({"x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1});
        let picture = self.devtools("Page.captureScreenshot", json!({"captureBeyondViewport": true, "clip": clip})).await;
        picture["data"].as_str().expect("a picture").to_owned()
    }

    /// What the browser's console has said since it was last asked.
    pub async fn console(&self) -> Vec<String> {
        let entries = self.log("browser").await;
        entries.iter().map(|entry| format!("{}: {}", entry["level"], entry["message"])).collect()
    }

    /// The addresses that were fetched since this was last asked.
    pub async fn fetched(&self) -> Vec<String> {
        let entries = self.log("performance").await;
        let events = entries.iter().filter_map(|entry| serde_json::from_str::<Value>(entry["message"].as_str()?).ok());
        let sent = events.filter(|event| event["message"]["method"] == "Network.requestWillBeSent");
        sent.filter_map(|event| event["message"]["params"]["request"]["url"].as_str().map(str::to_owned)).collect()
    }

    /// Signs one of the people of the tests in at the service under `url`.
    pub async fn sign_in(&self, url: &str, name: &str) {
        self.client.goto(&format!("{url}/sign-in")).await.expect("the sign-in opens");
        for (field, text) in [("email", email(name)), ("password", PASSWORD.to_owned())] {
            self.client.find(Locator::Id(field)).await.expect("a field").send_keys(&text).await.expect("keys");
        }
        self.client.find(Locator::Css(".fields button")).await.expect("a button").click().await.expect("a click");
        self.client.wait().for_element(Locator::Css("form[action='/sign-out']")).await.expect("somebody is signed in");
    }

    /// Ends the browser before its driver.
    pub async fn close(self) {
        self.client.close().await.expect("the browser closes");
        drop(self.driver);
    }

    async fn log(&self, kind: &str) -> Vec<Value> {
        self.post("se/log", json!({"type": kind})).await.as_array().expect("a list").clone()
    }

    /// A command of the developer tools, and its answer.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.post("goog/cdp/execute", json!({"cmd": command, "params": parameters})).await
    }

    async fn post(&self, path: &str, body: Value) -> Value {
        let answer = self.http.post(format!("{}/{path}", self.session_url)).json(&body).send().await.expect("chromedriver answers");
        let mut answer: Value = answer.json().await.expect("chromedriver speaks JSON");
        assert!(answer["value"]["error"].is_null(), "{path} {body}: {}", answer["value"]["message"]);
        answer["value"].take()
    }
}

/// Starts chromedriver and waits until it has said its port; none when there is no such program.
fn start_driver() -> Option<(Driver, u16)> {
    let mut child = Command::new("chromedriver").arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null()).spawn().ok()?;
    let mut lines = BufReader::new(child.stdout.take()?).lines();
    let driver = Driver(child);
    let port = lines.by_ref().map_while(Result::ok).find_map(|line| {
        let (_, port) = line.split_once("started successfully on port ")?;
        port.trim_end_matches('.').parse().ok()
    })?;
    // A full pipe would stop it.
    std::thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
    Some((driver, port))
}
