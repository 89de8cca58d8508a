//! Access tokens against everything that is known to have been tried, and the good ones that must pass.

use std::collections::{BTreeMap, HashSet};

use chrono::TimeDelta;
use serde_json::json;

use super::forge::{AUDIENCE, Forge, ISSUER, JTI, NOW, SID, SUB, Vector, b64, claims, header, kid, now, signed, with};
use super::verify::read_claims;
use super::{Claims, LIFE_SECONDS, MAX_TOKEN_BYTES, Realm, TokenError, hostile_claims, hostile_headers, sign, verify};
use crate::auth::keys::KeyRing;

/// Good tokens, with the second (from [`NOW`]) at which they are shown.
fn controls(forge: &Forge) -> Vec<(String, String, i64)> {
    let good = forge.token(&header(), &claims());
    let mut controls: Vec<(String, String, i64)> =
        [("fresh", 0), ("in its last second", 899), ("late by less than the leeway", 904), ("early by the leeway", -5)]
            .map(|(name, at)| (name.to_owned(), good.clone(), at))
            .into();
    let passive = with(header(), "kid", json!("before"));
    controls.push((
        "signed by a key that only verifies".to_owned(),
        signed(&forge.passive, &format!("{}.{}", b64(passive.to_string()), b64(claims().to_string()))),
        0,
    ));
    let reordered = r#"{"kid":"now","typ":"at+jwt","alg":"EdDSA"}"#;
    controls.push(("header in another order".to_owned(), forge.raw(reordered, &claims().to_string()), 0));
    controls.push(("a life of one second".to_owned(), forge.with_claim("exp", json!(NOW + 1)), 0));
    controls.push(("good since before it was issued".to_owned(), forge.with_claim("nbf", json!(NOW - 60)), 0));
    for user in ["0190a5b2-c3d4-7e6f-8a9b-000000000001", "00000000-0000-0000-0000-000000000001"] {
        controls.push((format!("user {user}"), forge.with_claim("sub", json!(user)), 0));
    }
    let issued = Claims::issue(&forge.realm, SUB.parse().unwrap(), SID.parse().unwrap(), now()).unwrap();
    controls.push(("written by the service".to_owned(), sign(&forge.ring, &issued).unwrap().expose().to_owned(), 0));
    controls
}

#[test]
fn no_hostile_token_is_accepted_and_every_good_one_is() {
    let forge = Forge::new();
    let vectors: Vec<Vector> = hostile_headers::all(&forge).into_iter().chain(hostile_claims::all(&forge)).collect();
    let mut wrong = Vec::new();
    for Vector { name, token, stopped_by } in &vectors {
        match verify(&forge.ring, &forge.realm, token, now()) {
            Err(error) if error == *stopped_by => {}
            other => wrong.push(format!("{name}: {other:?} instead of {stopped_by:?}")),
        }
    }
    let controls = controls(&forge);
    let refused: Vec<_> = controls
        .iter()
        .filter_map(|(name, token, at)| Some((name, verify(&forge.ring, &forge.realm, token, now() + TimeDelta::seconds(*at)).err()?)))
        .collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), vectors.len(), wrong.join("\n"));
    assert!(refused.is_empty(), "{refused:?}");
    assert_eq!(vectors.iter().map(|v| &v.token).collect::<HashSet<_>>().len(), vectors.len(), "no vector counts twice");
    assert!(vectors.len() >= 80 && controls.len() >= 10);
    println!("{} JWT vectors, 0 accepted; {} valid controls, all accepted", vectors.len(), controls.len());
}

#[test]
fn what_was_signed_is_what_is_read() {
    let (ring, realm) = (KeyRing::generate().unwrap(), Realm::new(ISSUER, AUDIENCE));
    let issued = Claims::issue(&realm, SUB.parse().unwrap(), SID.parse().unwrap(), now()).unwrap();
    assert_eq!((issued.iat, issued.nbf, issued.exp), (NOW, NOW, NOW + LIFE_SECONDS));
    let token = sign(&ring, &issued).unwrap();
    assert!(token.expose().len() < MAX_TOKEN_BYTES / 3, "{} characters", token.expose().len());
    assert_eq!(verify(&ring, &realm, token.expose(), now()), Ok(issued));
}

#[test]
fn each_token_has_an_id_of_its_own() {
    let realm = Realm::new(ISSUER, AUDIENCE);
    let ids: HashSet<_> = (0..100).map(|_| Claims::issue(&realm, SUB.parse().unwrap(), SID.parse().unwrap(), now()).unwrap().jti).collect();
    assert_eq!(ids.len(), 100);
}

#[test]
fn changing_the_signing_key_refuses_no_good_token_until_the_old_key_is_gone() {
    let forge = Forge::new();
    let old = forge.token(&header(), &claims());
    let next = ed25519_dalek::SigningKey::from_bytes(&[10; 32]);
    let published = BTreeMap::from([(kid("now"), forge.active.clone()), (kid("next"), next.clone())]);
    for active in ["now", "next"] {
        let ring = KeyRing::from_keys(kid(active), &published).unwrap();
        let fresh = sign(&ring, &Claims::issue(&forge.realm, SUB.parse().unwrap(), SID.parse().unwrap(), now()).unwrap()).unwrap();
        assert!(verify(&ring, &forge.realm, &old, now()).is_ok(), "{active}");
        assert!(verify(&ring, &forge.realm, fresh.expose(), now()).is_ok(), "{active}");
    }
    let ring = KeyRing::from_keys(kid("next"), &BTreeMap::from([(kid("next"), next)])).unwrap();
    assert_eq!(verify(&ring, &forge.realm, &old, now()), Err(TokenError::UnknownKey), "{JTI} outlived its key");
}

#[test]
fn the_library_alone_refuses_other_algorithms_too() {
    let forge = Forge::new();
    let key = forge.ring.verifying(&kid("now")).unwrap();
    assert!(read_claims(&forge.token(&header(), &claims()), key, &forge.realm).is_ok());
    for (form, public) in forge.public_key_forms() {
        for alg in ["HS256", "HS512"] {
            assert_eq!(read_claims(&Forge::hmac(alg, &public), key, &forge.realm), Err(TokenError::Algorithm), "{alg} under {form}");
        }
    }
    for alg in ["none", "RS256", "ES256"] {
        assert!(read_claims(&forge.with_header("alg", json!(alg)), key, &forge.realm).is_err(), "{alg}");
    }
}
