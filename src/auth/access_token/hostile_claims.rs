//! For tests: hostile tokens with a good header and signature whose claims are wrong.

use serde_json::{Value, json};

use super::TokenError;
use super::forge::{AUDIENCE, Forge, ISSUER, JTI, NOW, SID, SUB, Vector, claims, header, vector, with, without};

const TEXTS: [&str; 5] = ["iss", "aud", "sub", "sid", "jti"];
const TIMES: [&str; 3] = ["iat", "nbf", "exp"];

pub(super) fn all(forge: &Forge) -> Vec<Vector> {
    [missing_and_mistyped(forge), identifiers(forge), realms(forge), times(forge), shapes(forge)].into_iter().flatten().collect()
}

fn missing_and_mistyped(forge: &Forge) -> Vec<Vector> {
    let mut vectors = Vec::new();
    for name in TEXTS.into_iter().chain(TIMES) {
        vectors.push(vector(format!("{name} missing"), forge.token(&header(), &without(claims(), name)), TokenError::Claims));
        for value in [Value::Null, json!(true), json!(1.5), json!([]), json!({}), json!([claims()[name].clone()])] {
            vectors.push(vector(format!("{name} {value}"), forge.with_claim(name, value), TokenError::Claims));
        }
        let upper = with(without(claims(), name), &name.to_uppercase(), claims()[name].clone());
        vectors.push(vector(format!("{name} in upper case"), forge.token(&header(), &upper), TokenError::Claims));
    }
    for name in TEXTS {
        for number in ["0", "5", "-1", "1e300", "18446744073709551615"] {
            vectors.push(vector(format!("{name} {number}"), raw_claim(forge, name, number), TokenError::Claims));
        }
    }
    for name in TIMES {
        let now = NOW.to_string();
        for number in [
            &format!("{now}.0"),
            &format!("{now}.5"),
            &format!("\"{now}\""),
            "1e300",
            "1e9",
            "-1",
            "-0",
            "18446744073709551616",
            "NaN",
            "Infinity",
            "1e999",
            "\"\"",
        ] {
            vectors.push(vector(format!("{name} {number}"), raw_claim(forge, name, number), TokenError::Claims));
        }
    }
    vectors
}

fn identifiers(forge: &Forge) -> Vec<Vector> {
    let mut vectors = Vec::new();
    for (name, id) in [("sub", SUB), ("sid", SID), ("jti", JTI)] {
        let spellings = [
            String::new(),
            "admin".to_owned(),
            id.to_uppercase(),
            id.replace('-', ""),
            format!("{{{id}}}"),
            format!("urn:uuid:{id}"),
            format!("{id} "),
            id[1..].to_owned(),
        ];
        for text in spellings {
            vectors.push(vector(format!("{name} '{text}'"), forge.with_claim(name, json!(text)), TokenError::Claims));
        }
    }
    vectors
}

fn realms(forge: &Forge) -> Vec<Vector> {
    let mut vectors = Vec::new();
    for iss in [
        "",
        "https://evil.example",
        "https://kembar.example/",
        "HTTPS://KEMBAR.EXAMPLE",
        "https://kembar.example.evil.example",
        " https://kembar.example",
    ] {
        vectors.push(vector(format!("iss '{iss}'"), forge.with_claim("iss", json!(iss)), TokenError::Issuer));
    }
    for aud in ["", "other", "KEMBAR-API", "kembar-api ", "kembar", "kembar-api,other", ISSUER] {
        vectors.push(vector(format!("aud '{aud}'"), forge.with_claim("aud", json!(aud)), TokenError::Audience));
    }
    for list in [json!(["https://evil.example", ISSUER]), json!([ISSUER, "https://evil.example"])] {
        vectors.push(vector(format!("iss {list}"), forge.with_claim("iss", list), TokenError::Claims));
    }
    for list in [json!(["other", AUDIENCE]), json!([AUDIENCE, AUDIENCE])] {
        vectors.push(vector(format!("aud {list}"), forge.with_claim("aud", list), TokenError::Claims));
    }
    vectors
}

fn times(forge: &Forge) -> Vec<Vector> {
    let at = |iat: u64, nbf: u64, exp: u64| {
        forge.token(&header(), &with(with(with(claims(), "iat", json!(iat)), "nbf", json!(nbf)), "exp", json!(exp)))
    };
    vec![
        vector("expired by the leeway", at(NOW - 900, NOW - 900, NOW - 5), TokenError::Expired),
        vector("expired a second more", at(NOW - 900, NOW - 900, NOW - 6), TokenError::Expired),
        vector("expired 30 seconds ago", at(NOW - 930, NOW - 930, NOW - 30), TokenError::Expired),
        vector("expired a year ago", at(NOW - 31_536_900, NOW - 31_536_900, NOW - 31_536_000), TokenError::Expired),
        vector("of 1970", at(0, 0, 900), TokenError::Expired),
        vector("issued six seconds ahead", at(NOW + 6, NOW, NOW + 900), TokenError::NotYetValid),
        vector("good from six seconds ahead", at(NOW, NOW + 6, NOW + 900), TokenError::NotYetValid),
        vector("good from an hour ahead", at(NOW + 3_600, NOW + 3_600, NOW + 4_500), TokenError::NotYetValid),
        vector("a life of 15 minutes and a second", at(NOW, NOW, NOW + 901), TokenError::Life),
        vector("a life of a day", at(NOW, NOW, NOW + 86_400), TokenError::Life),
        vector("a life from 1970 on", at(0, 0, NOW + 900), TokenError::Life),
        vector("exp u64::MAX", at(NOW, NOW, u64::MAX), TokenError::Life),
        vector("exp i64::MAX", at(NOW, NOW, i64::MAX.unsigned_abs()), TokenError::Life),
        vector("exp 0", at(NOW, NOW, 0), TokenError::Life),
        vector("ends when it begins", at(NOW, NOW, NOW), TokenError::Life),
        vector("ends before it begins", at(NOW + 5, NOW, NOW + 4), TokenError::Life),
        vector("good from after its end", at(NOW, NOW + 900, NOW + 900), TokenError::Life),
        vector("nbf u64::MAX", at(NOW, u64::MAX, NOW + 900), TokenError::Life),
        vector("iat u64::MAX", at(u64::MAX, NOW, NOW + 900), TokenError::Life),
        vector("all u64::MAX", at(u64::MAX, u64::MAX, u64::MAX), TokenError::Life),
        vector("at the end of time", at(u64::MAX - 900, u64::MAX - 900, u64::MAX), TokenError::NotYetValid),
    ]
}

fn shapes(forge: &Forge) -> Vec<Vector> {
    let good = claims().to_string();
    let double = |name: &str, value: &str| good.replacen('{', &format!("{{\"{name}\":{value},"), 1);
    let in_order = json!([ISSUER, AUDIENCE, SUB, SID, JTI, NOW, NOW, NOW + 900]).to_string();
    let mut vectors = vec![vector("the claims' values as a list", forge.raw(&header().to_string(), &in_order), TokenError::Claims)];
    for (name, value) in [
        ("sub", format!("\"{SID}\"")),
        ("aud", "\"other\"".to_owned()),
        ("iss", format!("\"{ISSUER}\"")),
        ("exp", "1".to_owned()),
        ("jti", format!("\"{JTI}\"")),
    ] {
        vectors.push(vector(format!("{name} twice"), forge.raw(&header().to_string(), &double(name, &value)), TokenError::Claims));
    }
    for (name, value) in [
        ("role", json!("admin")),
        ("roles", json!(["admin"])),
        ("scope", json!("all")),
        ("nonce", json!("n")),
        ("azp", json!("x")),
        ("", json!(0)),
    ] {
        vectors.push(vector(format!("a claim more: {name}"), forge.with_claim(name, value), TokenError::Claims));
    }
    for body in [
        "null",
        "[]",
        "{}",
        "\"\"",
        "1",
        "{",
        &format!("{good}{good}"),
        &format!("[{good}]"),
        "\u{0}",
        &format!("\u{FEFF}{good}"),
        &good.replace('"', "'"),
    ] {
        vectors.push(vector(
            format!("claims {}", body.chars().take(20).collect::<String>()),
            forge.raw(&header().to_string(), body),
            TokenError::Claims,
        ));
    }
    vectors
}

/// A good token in which a claim is this piece of text, which `serde_json` might not even write.
fn raw_claim(forge: &Forge, name: &str, text: &str) -> String {
    let marked = with(claims(), name, json!("<here>")).to_string();
    forge.raw(&header().to_string(), &marked.replace("\"<here>\"", text))
}
