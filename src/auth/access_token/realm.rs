//! Who issues access tokens and for whom: the same two texts when signing and when verifying. Knows no keys and no time.

use jsonwebtoken::{Algorithm, Validation};

/// The issuer and the one audience of this service's access tokens, with the rules the JWT library is to apply.
#[derive(Debug, Clone)]
pub struct Realm {
    issuer: String,
    audience: String,
    validation: Validation,
}

impl Realm {
    /// A realm: `issuer` is usually the service's public address, `audience` the name of its API. Both are compared byte for byte.
    pub fn new(issuer: impl Into<String>, audience: impl Into<String>) -> Self {
        let (issuer, audience) = (issuer.into(), audience.into());
        let validation = strict_validation(&issuer, &audience);
        Self { issuer, audience, validation }
    }

    /// The `iss` of every token.
    pub fn issuer(&self) -> &str {
        &self.issuer
    }

    /// The `aud` of every token.
    pub fn audience(&self) -> &str {
        &self.audience
    }

    pub(super) fn validation(&self) -> &Validation {
        &self.validation
    }
}

/// By default the library wants `exp` alone and lets a token without issuer or audience pass. `exp` and `nbf` are switched off here because the library
/// compares them with the machine's clock: `verify` does it, strictly, with the time it is given.
fn strict_validation(issuer: &str, audience: &str) -> Validation {
    let mut validation = Validation::new(Algorithm::EdDSA);
    validation.set_required_spec_claims(&["exp", "nbf", "iss", "aud", "sub"]);
    validation.set_issuer(&[issuer]);
    validation.set_audience(&[audience]);
    validation.validate_exp = false;
    validation.validate_nbf = false;
    validation.leeway = 0;
    validation
}
