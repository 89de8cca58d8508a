//! External sites that show what is published.

use serde::{Deserialize, Serialize};

use super::code::{CountryCode, LanguageCode, ThemeCode};
use super::fault::{Faults, check_text};

/// What the administrator sets for a site.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct PortalSettings {
    /// What the site is called.
    pub name: String,
    /// Web origins (`https://host[:port]`) that may show embeds and call with the key from a browser.
    #[serde(default)]
    pub origins: Vec<String>,
    /// Languages in which it shows things; empty means all.
    #[serde(default)]
    #[cfg_attr(feature = "server", schema(value_type = Vec<String>))]
    pub languages: Vec<LanguageCode>,
    /// Only pairings of these countries; empty means all.
    #[serde(default)]
    #[cfg_attr(feature = "server", schema(value_type = Vec<String>))]
    pub countries: Vec<CountryCode>,
    /// Only pairings under these themes; empty means all.
    #[serde(default)]
    #[cfg_attr(feature = "server", schema(value_type = Vec<String>))]
    pub themes: Vec<ThemeCode>,
    /// Requests a minute.
    #[serde(default = "default_rate")]
    #[cfg_attr(feature = "server", schema(minimum = 1, maximum = 10_000))]
    pub requests_per_minute: u32,
    /// Whether it may call at all.
    #[serde(default = "yes")]
    pub is_active: bool,
}

fn default_rate() -> u32 {
    100
}

fn yes() -> bool {
    true
}

impl PortalSettings {
    /// Every fault of the settings, with pointers into them.
    pub fn faults(&self, is_theme: &dyn Fn(&ThemeCode) -> bool) -> Faults {
        let mut faults = Faults::new();
        check_text(&mut faults, "/name", &self.name, 200);
        faults.require(self.origins.len() <= 20, "/origins", "must have at most 20 entries");
        for (i, origin) in self.origins.iter().enumerate() {
            faults.require(is_origin(origin), format!("/origins/{i}"), "must be an origin such as https://portal.example, without a path");
        }
        for (i, theme) in self.themes.iter().enumerate() {
            faults.require(is_theme(theme), format!("/themes/{i}"), format!("the taxonomy has no theme '{theme}'; see /api/v1/taxonomy"));
        }
        faults.require((1..=10_000).contains(&self.requests_per_minute), "/requests_per_minute", "must be between 1 and 10000");
        faults
    }
}

/// Whether this is a serialised web origin: scheme, host in lower case, an optional port, nothing else.
pub fn is_origin(text: &str) -> bool {
    let is_own = |host: &&str| *host == "localhost" || host.starts_with("localhost:");
    let Some(host) = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://").filter(is_own)) else {
        return false;
    };
    let (name, port) = host.split_once(':').unwrap_or((host, "443"));
    let is_label = |label: &str| !label.is_empty() && label.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    !name.is_empty() && name.len() <= 253 && name.split('.').all(is_label) && is_port(port)
}

fn is_port(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit()) && text.parse::<u16>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_has_no_path_no_wildcard_and_no_user() {
        for good in ["https://portal.example", "https://portal.example:8443", "http://localhost:3000"] {
            assert!(is_origin(good), "{good}");
        }
        for bad in [
            "https://portal.example/",
            "https://*.example",
            "http://portal.example",
            "https://a@b.example",
            "null",
            "https://",
            "https://A.example",
            "http://localhost.evil.example",
            "http://localhost *; script-src *",
            "https://portal.example:+80",
            "https://portal.example:99999",
        ] {
            assert!(!is_origin(bad), "{bad}");
        }
    }
}
