//! A text that must not be seen: a password, a refresh token, a portal key. Knows nothing of what it is for.

use std::fmt;

use serde::Deserialize;
use utoipa::ToSchema;
use zeroize::Zeroizing;

/// A secret text: wiped from memory when dropped, never printed, never serialised. Comparing two is for [`super::random::is_equal`].
#[derive(Clone, Deserialize, ToSchema)]
#[serde(from = "String")]
#[schema(value_type = String, format = Password)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// The text itself. Each use of this method is a place to look at when asking where a secret goes.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(Zeroizing::new(text))
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[secret]")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_read_from_a_body_and_not_shown_in_a_log() {
        #[derive(Debug, Deserialize)]
        struct Login {
            password: Secret,
        }
        let login: Login = serde_json::from_str(r#"{"password": "under-the-bridge"}"#).unwrap();
        assert_eq!(login.password.expose(), "under-the-bridge");
        assert_eq!(format!("{login:?}"), "Login { password: [secret] }");
    }
}
