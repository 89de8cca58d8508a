//! For tests: hostile tokens whose header, form or signature is wrong. Their claims are good.

use serde_json::{Value, json};

use super::forge::{Forge, Vector, b64, claims, header, signed, vector, with, without};
use super::{MAX_TOKEN_BYTES, TokenError};

pub(super) fn all(forge: &Forge) -> Vec<Vector> {
    [algorithms(forge), hmac_confusion(forge), types(forge), foreign_headers(forge), names(forge), forms(forge), signatures(forge)]
        .into_iter()
        .flatten()
        .collect()
}

fn algorithms(forge: &Forge) -> Vec<Vector> {
    let mut vectors = Vec::new();
    for none in ["none", "None", "NONE", "nOnE", ""] {
        let message = format!("{}.{}", b64(with(header(), "alg", json!(none)).to_string()), b64(claims().to_string()));
        vectors.push(vector(format!("alg '{none}' with a good EdDSA signature"), signed(&forge.active, &message), TokenError::Algorithm));
        vectors.push(vector(format!("alg '{none}' with some signature"), format!("{message}.AA"), TokenError::Algorithm));
        vectors.push(vector(format!("alg '{none}' without a signature"), format!("{message}."), TokenError::Form));
    }
    for alg in ["RS256", "RS512", "PS256", "ES256", "ES384", "ES512", "Ed25519", "Ed448", "eddsa", "EDDSA", "EdDSA ", "HS384"] {
        vectors.push(vector(format!("alg {alg}"), forge.with_header("alg", json!(alg)), TokenError::Algorithm));
    }
    vectors.push(vector("no alg", forge.token(&without(header(), "alg"), &claims()), TokenError::Header));
    for value in [Value::Null, json!(1), json!(["EdDSA"]), json!({"EdDSA": null})] {
        vectors.push(vector(format!("alg {value}"), forge.with_header("alg", value), TokenError::Header));
    }
    vectors
}

/// The public key taken for a shared secret (RFC 8725 §2.1).
fn hmac_confusion(forge: &Forge) -> Vec<Vector> {
    let mut vectors = Vec::new();
    for (form, key) in forge.public_key_forms() {
        for alg in ["HS256", "HS512", "EdDSA"] {
            let stopped_by = if alg == "EdDSA" { TokenError::Signature } else { TokenError::Algorithm };
            vectors.push(vector(format!("alg {alg}, HMAC under the public key as {form}"), Forge::hmac(alg, &key), stopped_by));
        }
    }
    vectors.push(vector("HS256 under an empty key", Forge::hmac("HS256", b""), TokenError::Algorithm));
    vectors
}

fn types(forge: &Forge) -> Vec<Vector> {
    let mut vectors = Vec::new();
    for typ in ["JWT", "jwt", "refresh+jwt", "logout+jwt", "id+jwt", "AT+JWT", "application/at+jwt", "at+jwt ", "at", ""] {
        vectors.push(vector(format!("typ '{typ}'"), forge.with_header("typ", json!(typ)), TokenError::Type));
    }
    vectors.push(vector("no typ", forge.token(&without(header(), "typ"), &claims()), TokenError::Header));
    for value in [Value::Null, json!(["at+jwt"]), json!(true)] {
        vectors.push(vector(format!("typ {value}"), forge.with_header("typ", value), TokenError::Header));
    }
    vectors
}

fn foreign_headers(forge: &Forge) -> Vec<Vector> {
    let own_key = json!({"kty": "OKP", "crv": "Ed25519", "x": b64([9; 32])});
    [
        ("crit", json!(["exp"])),
        ("crit", json!([])),
        ("jku", json!("https://evil.example/jwks.json")),
        ("jwk", own_key),
        ("x5u", json!("https://evil.example/cert.pem")),
        ("x5c", json!(["MIIB"])),
        ("x5t", json!("AAAA")),
        ("x5t#S256", json!("AAAA")),
        ("zip", json!("DEF")),
        ("b64", json!(false)),
        ("cty", json!("JWT")),
        ("enc", json!("A128GCM")),
        ("nonce", json!("1")),
        ("url", json!("https://evil.example")),
        ("anything", Value::Null),
    ]
    .into_iter()
    .map(|(name, value)| vector(format!("header {name}: {value}"), forge.with_header(name, value), TokenError::Header))
    .collect()
}

fn names(forge: &Forge) -> Vec<Vector> {
    let mut vectors = vec![
        vector("no kid", forge.token(&without(header(), "kid"), &claims()), TokenError::Header),
        vector("kid null", forge.with_header("kid", Value::Null), TokenError::Header),
        vector("kid in a list", forge.with_header("kid", json!(["now"])), TokenError::Header),
        vector("kid 0", forge.with_header("kid", json!(0)), TokenError::Header),
        vector("kid of 1 MB", forge.with_header("kid", json!("k".repeat(1 << 20))), TokenError::TooLong),
        vector("kid of another key of the service", forge.with_header("kid", json!("before")), TokenError::Signature),
    ];
    let strange = [
        "",
        "../../../dev/null",
        "/dev/null",
        "' OR 1=1--",
        "now.pem",
        "now\u{0}",
        " now",
        "NOW",
        "https://evil.example/key",
        "unknown",
        "retired",
        "nоw",
    ];
    for kid in strange {
        vectors.push(vector(format!("kid {kid:?}"), forge.with_header("kid", json!(kid)), TokenError::UnknownKey));
    }
    for length in [65, 1_000] {
        vectors.push(vector(
            format!("kid of {length} characters"),
            forge.with_header("kid", json!("k".repeat(length))),
            TokenError::UnknownKey,
        ));
    }
    vectors
}

fn forms(forge: &Forge) -> Vec<Vector> {
    let good = forge.token(&header(), &claims());
    let parts: Vec<&str> = good.split('.').collect();
    let (head, body, signature) = (parts[0], parts[1], parts[2]);
    let nested = forge.raw(&header().to_string(), &good);
    let latin = signed(&forge.active, &format!("{}.{body}", b64(b"\xff\xfe{}")));
    let mut vectors: Vec<Vector> = [
        ("empty", String::new()),
        ("dots", "..".to_owned()),
        ("one part", head.to_owned()),
        ("two parts", format!("{head}.{body}")),
        ("no signature", format!("{head}.{body}.")),
        ("no header", format!(".{body}.{signature}")),
        ("no claims", signed(&forge.active, &format!("{head}."))),
        ("four parts", format!("{good}.{signature}")),
        ("four parts, the last empty", format!("{good}.")),
        ("five parts, as encrypted tokens have", format!("{good}.{head}.{body}")),
        ("padded header", signed(&forge.active, &format!("{}.{body}", pad(head)))),
        ("padded claims", signed(&forge.active, &format!("{head}.{}", pad(body)))),
        ("padded signature", format!("{head}.{body}.{signature}==")),
        ("standard alphabet", format!("{head}.{body}.{}", "+/".repeat(43))),
        ("spaces around", format!(" {good} ")),
        ("line break at the end", format!("{good}\n")),
        ("with its scheme", format!("Bearer {good}")),
        ("unused bits of the signature's last letter set", non_canonical(&good)),
        ("JSON form instead of compact", json!({"payload": body, "protected": head, "signature": signature}).to_string()),
        ("letters beyond ASCII", good.replace('e', "е")),
    ]
    .into_iter()
    .map(|(name, token)| vector(name, token, TokenError::Form))
    .collect();
    vectors.push(vector("header not UTF-8", latin, TokenError::Header));
    vectors.push(vector("a token inside a token", nested, TokenError::Claims));
    vectors.push(vector("one character too long", format!("{good}{}", "A".repeat(MAX_TOKEN_BYTES + 1 - good.len())), TokenError::TooLong));
    for (name, head) in [
        ("alg twice", r#"{"alg":"none","alg":"EdDSA","typ":"at+jwt","kid":"now"}"#),
        ("kid twice", r#"{"alg":"EdDSA","typ":"at+jwt","kid":"evil","kid":"now"}"#),
        ("header a list", r#"["EdDSA","at+jwt","now"]"#),
        ("header a text", r#""EdDSA""#),
        ("header null", "null"),
        ("header followed by more", r#"{"alg":"EdDSA","typ":"at+jwt","kid":"now"}{}"#),
        ("byte order mark before the header", "\u{FEFF}{\"alg\":\"EdDSA\",\"typ\":\"at+jwt\",\"kid\":\"now\"}"),
        ("upper-case ALG", r#"{"ALG":"EdDSA","typ":"at+jwt","kid":"now"}"#),
    ] {
        vectors.push(vector(name, forge.raw(head, &claims().to_string()), TokenError::Header));
    }
    vectors
}

fn signatures(forge: &Forge) -> Vec<Vector> {
    let good = forge.token(&header(), &claims());
    let (message, signature) = good.rsplit_once('.').unwrap();
    let bytes = base64::Engine::decode(&base64::engine::general_purpose::URL_SAFE_NO_PAD, signature).unwrap();
    let mut vectors = Vec::new();
    for bit in (0..512).step_by(37) {
        let mut flipped = bytes.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        vectors.push(vector(format!("signature with bit {bit} flipped"), format!("{message}.{}", b64(flipped)), TokenError::Signature));
    }
    for length in [1, 32, 63] {
        vectors.push(vector(
            format!("signature cut to {length} bytes"),
            format!("{message}.{}", b64(&bytes[..length])),
            TokenError::Signature,
        ));
    }
    vectors.push(vector(
        "signature with a byte more",
        format!("{message}.{}", b64([bytes.as_slice(), &[0]].concat())),
        TokenError::Signature,
    ));
    vectors.push(vector("signature of zeros", format!("{message}.{}", b64([0; 64])), TokenError::Signature));
    vectors.push(vector(
        "signature with S + L, the same to a lax verifier",
        format!("{message}.{}", b64(plus_order(&bytes))),
        TokenError::Signature,
    ));
    vectors.push(vector("signed by the other key under this one's name", signed(&forge.passive, message), TokenError::Signature));
    vectors.push(vector(
        "signed by a stranger's key",
        signed(&ed25519_dalek::SigningKey::from_bytes(&[9; 32]), message),
        TokenError::Signature,
    ));
    let other = forge.with_claim("sub", json!("0190a5b2-c3d4-7e6f-8a9b-000000000000"));
    let swapped = format!("{}.{}.{signature}", good.split('.').next().unwrap(), other.split('.').nth(1).unwrap());
    vectors.push(vector("claims of one token, signature of another", swapped, TokenError::Signature));
    let spaced = format!("{}.{}.{signature}", b64(format!("{} ", header())), b64(claims().to_string()));
    vectors.push(vector("header with a space more, signature unchanged", spaced, TokenError::Signature));
    vectors
}

fn pad(part: &str) -> String {
    // A length that needs no padding gets some all the same.
    let missing = (4 - part.len() % 4) % 4;
    format!("{part}{}", "=".repeat(if missing == 0 { 4 } else { missing }))
}

/// 64 bytes are 86 letters of which the last has 4 bits to spare: the next letter of the alphabet decodes to the same bytes in a lax decoder.
fn non_canonical(token: &str) -> String {
    let last = token.bytes().last().unwrap();
    let alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let at = alphabet.iter().position(|b| *b == last).unwrap();
    assert_eq!(at % 16, 0, "the spare bits of an honest signature are 0");
    format!("{}{}", &token[..token.len() - 1], char::from(alphabet[at + 1]))
}

/// Adds the order of the group (RFC 8032 §5.1, L = 2²⁵² + 27742317777372353535851937790883648493) to the second half, little-endian.
fn plus_order(signature: &[u8]) -> Vec<u8> {
    let mut order = [0_u8; 32];
    order[..16].copy_from_slice(&27_742_317_777_372_353_535_851_937_790_883_648_493_u128.to_le_bytes());
    order[31] = 0x10;
    let mut sum = signature.to_vec();
    let mut carry = 0_u16;
    for (byte, add) in sum[32..].iter_mut().zip(order) {
        carry += u16::from(*byte) + u16::from(add);
        *byte = carry.to_le_bytes()[0];
        carry >>= 8;
    }
    sum
}
