//! Ways to get a body wrong, derived from one that is right.

use serde_json::{Value, json};

use super::samples::Sample;

/// A wrong body and what has to come of it.
pub struct Attack {
    pub name: String,
    pub body: Vec<u8>,
    pub status: u16,
    /// The fault that has to be named.
    pub pointer: Option<String>,
    /// Whether the shape is right and only a text is bad.
    pub is_well_formed: bool,
}

/// All of them.
pub fn attacks(sample: &Sample, required: &[String]) -> Vec<Attack> {
    let body = &sample.body;
    let mut found = unreadable(body);
    found.extend(misshapen(body, required));
    let mut leaves = Vec::new();
    texts(body, String::new(), &mut leaves);
    for pointer in leaves {
        for (name, text) in hostile_texts() {
            found.push(shaped(format!("{name} in {pointer}"), &with(body, &pointer, text.into()), &pointer, true));
        }
    }
    found
}

fn shaped(name: String, body: &Value, pointer: &str, is_well_formed: bool) -> Attack {
    Attack { name, body: body.to_string().into_bytes(), status: 422, pointer: Some(pointer.to_owned()), is_well_formed }
}

fn hostile_texts() -> Vec<(&'static str, String)> {
    vec![
        ("NUL", "a\0b".to_owned()),
        ("ESC", "a\u{1b}b".to_owned()),
        ("a text-direction override", "a\u{202E}b".to_owned()),
        ("10,000 combining marks", format!("a{}", "\u{301}".repeat(10_000))),
        ("100,000 letters", "x".repeat(100_000)),
    ]
}

/// Bytes that are no JSON, or JSON that is no object.
fn unreadable(body: &Value) -> Vec<Attack> {
    let first = body.as_object().unwrap().keys().next().unwrap();
    let whole = body.to_string();
    let raw: Vec<(&str, Vec<u8>, u16)> = vec![
        ("nothing", Vec::new(), 400),
        ("half of it", whole.as_bytes()[..whole.len() / 2].to_vec(), 400),
        ("something after it", format!("{whole}{{}}").into_bytes(), 400),
        ("100,000 brackets", vec![b'['; 100_000], 400),
        ("nested too deep", format!("{{\"{first}\":{}1{}}}", "[".repeat(40), "]".repeat(40)).into_bytes(), 400),
        ("invalid UTF-8", [format!("{{\"{first}\":\"").as_bytes(), b"\xff\xfe\"}"].concat(), 400),
        ("a lone surrogate", format!("{{\"{first}\":\"\\ud800\"}}").into_bytes(), 400),
        ("a bare NUL", format!("{{\"{first}\":\"\0\"}}").into_bytes(), 400),
        ("a byte-order mark", [b"\xef\xbb\xbf", whole.as_bytes()].concat(), 400),
        ("NaN", format!("{{\"{first}\":NaN}}").into_bytes(), 400),
        ("1e999", format!("{{\"{first}\":1e999}}").into_bytes(), 400),
        ("null", b"null".to_vec(), 422),
        ("a list", format!("[{whole}]").into_bytes(), 422),
        ("a text", b"\"text\"".to_vec(), 422),
    ];
    raw.into_iter()
        .map(|(name, body, status)| Attack { name: name.to_owned(), body, status, pointer: None, is_well_formed: false })
        .collect()
}

/// Objects with the wrong members.
fn misshapen(body: &Value, required: &[String]) -> Vec<Attack> {
    let members = body.as_object().unwrap();
    let (first, value) = members.iter().next().unwrap();
    let doubled = format!("{{\"{first}\":{value},{}", &body.to_string()[1..]);
    let mut found = vec![
        shaped("an unknown member".to_owned(), &with(body, "/zzz_unknown", json!(1)), "/zzz_unknown", false),
        Attack { body: doubled.into_bytes(), ..shaped("a doubled member".to_owned(), body, &format!("/{first}"), false) },
    ];
    for (name, value) in members {
        let wrong = if value.is_string() { json!(5) } else { json!("no") };
        found.push(shaped(format!("another type of {name}"), &with(body, &format!("/{name}"), wrong), &format!("/{name}"), false));
        let wrong = if value.is_object() { json!([]) } else { json!({"a": 1}) };
        found.push(shaped(format!("an object for {name}"), &with(body, &format!("/{name}"), wrong), &format!("/{name}"), false));
    }
    for name in required {
        let mut less = body.clone();
        less.as_object_mut().unwrap().remove(name);
        found.push(shaped(format!("no {name}"), &less, &format!("/{name}"), false));
    }
    found
}

/// Pointers to every text.
fn texts(value: &Value, at: String, found: &mut Vec<String>) {
    match value {
        Value::String(_) => found.push(at),
        Value::Object(members) => members.iter().for_each(|(name, value)| texts(value, format!("{at}/{name}"), found)),
        Value::Array(items) => items.iter().enumerate().for_each(|(i, item)| texts(item, format!("{at}/{i}"), found)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn with(body: &Value, pointer: &str, value: Value) -> Value {
    let mut changed = body.clone();
    match changed.pointer_mut(pointer) {
        Some(place) => *place = value,
        None => changed[pointer.trim_start_matches('/')] = value,
    }
    changed
}
