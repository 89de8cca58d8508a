//! Passwords against their hashes.

use std::time::{Duration, Instant};

use super::*;

const CHEAP: HashingCost = HashingCost { memory_kib: 8, passes: 1, lanes: 1 };

fn cheap() -> Hasher {
    Hasher::new(CHEAP).unwrap()
}

const RIGHT: Verdict = Verdict::Right { needs_rehash: false };

#[test]
fn the_right_password_passes_and_every_other_does_not() {
    let hasher = cheap();
    let stored = hasher.hash(&"three boats upriver".into()).unwrap();
    assert_eq!(hasher.verify(&"three boats upriver".into(), Some(&stored)).unwrap(), RIGHT);
    for wrong in ["", "three boats upriveR", "three boats upriver ", " three boats upriver", "three boats upriver\0"] {
        assert_eq!(hasher.verify(&wrong.into(), Some(&stored)).unwrap(), Verdict::Wrong, "{wrong:?}");
    }
}

#[test]
fn a_stored_hash_states_the_default_cost() {
    let stored = Hasher::new(HashingCost::default()).unwrap().hash(&"three boats upriver".into()).unwrap();
    assert!(stored.starts_with("$argon2id$v=19$m=47104,t=1,p=1$"), "{stored}");
}

#[test]
fn one_password_has_another_hash_each_time() {
    let hasher = cheap();
    assert_ne!(hasher.hash(&"three boats upriver".into()).unwrap(), hasher.hash(&"three boats upriver".into()).unwrap());
}

#[test]
fn the_two_ways_of_writing_a_vietnamese_letter_are_one_password() {
    let hasher = cheap();
    let stored = hasher.hash(&"thành phố Huế xưa".into()).unwrap();
    let decomposed: String = "thành phố Huế xưa".nfd().collect();
    assert_eq!(hasher.verify(&decomposed.as_str().into(), Some(&stored)).unwrap(), RIGHT);
}

#[test]
fn the_longest_password_passes_in_its_longest_form_and_nothing_is_cut_off() {
    let hasher = cheap();
    let longest = "ế".repeat(MAX_CHARS);
    let stored = hasher.hash(&longest.as_str().into()).unwrap();
    let decomposed: String = longest.nfd().collect();
    assert_eq!(hasher.verify(&decomposed.as_str().into(), Some(&stored)).unwrap(), RIGHT);
    for longer in [format!("{decomposed}x"), format!("{longest}x"), "ế".repeat(1_000_000)] {
        assert_eq!(hasher.verify(&longer.as_str().into(), Some(&stored)).unwrap(), Verdict::Wrong);
    }
}

#[test]
fn nobody_can_sign_in_to_an_account_that_is_not_there() {
    let mut hasher = cheap();
    // Even somebody who knew the password of nobody.
    hasher.nobody = hasher.hash(&"three boats upriver".into()).unwrap();
    for password in ["", "three boats upriver", &hasher.nobody.clone()] {
        assert_eq!(hasher.verify(&password.into(), None).unwrap(), Verdict::Wrong);
    }
}

#[test]
fn an_unknown_account_is_compared_at_the_same_cost_as_a_known_one() {
    let hasher = cheap();
    let stored = hasher.hash(&"three boats upriver".into()).unwrap();
    let params = |hash: &str| Params::try_from(&PasswordHash::new(hash).unwrap()).unwrap();
    assert_eq!((params(&hasher.nobody).m_cost(), params(&hasher.nobody).t_cost()), (params(&stored).m_cost(), params(&stored).t_cost()));
}

#[test]
fn the_time_to_refuse_does_not_tell_whether_an_account_exists() {
    let hasher = Hasher::new(HashingCost { memory_kib: 2_048, ..CHEAP }).unwrap();
    let stored = hasher.hash(&"three boats upriver".into()).unwrap();
    let time = |stored: Option<&str>| {
        let start = Instant::now();
        assert_eq!(hasher.verify(&"four boats downriver".into(), stored).unwrap(), Verdict::Wrong);
        start.elapsed()
    };
    let is_close = || {
        // Turn by turn, so that whatever else the machine does hits both alike.
        let (mut known, mut unknown): (Vec<Duration>, Vec<Duration>) = (0..200).map(|_| (time(Some(&stored)), time(None))).unzip();
        known.sort();
        unknown.sort();
        let ratio = unknown[100].as_secs_f64() / known[100].as_secs_f64();
        println!("median of 200 refusals: known account {:?}, unknown {:?}, ratio {ratio:.3}", known[100], unknown[100]);
        (0.9..=1.1).contains(&ratio)
    };
    assert!((0..3).any(|_| is_close()), "medians differ by more than 10 % in three rounds");
}

#[test]
fn a_hash_of_a_lower_cost_is_to_be_made_again_and_one_of_a_higher_is_kept() {
    let password = Secret::from("three boats upriver");
    let base = HashingCost { memory_kib: 32, passes: 2, lanes: 2 };
    let hasher = Hasher::new(base).unwrap();
    let rehash = |cost: HashingCost| match hasher.verify(&password, Some(&Hasher::new(cost).unwrap().hash(&password).unwrap())).unwrap() {
        Verdict::Right { needs_rehash } => needs_rehash,
        Verdict::Wrong => panic!("the password is right"),
    };
    assert!(rehash(HashingCost { memory_kib: 31, ..base }));
    assert!(rehash(HashingCost { passes: 1, ..base }));
    assert!(rehash(HashingCost { lanes: 1, ..base }));
    assert!(rehash(HashingCost { memory_kib: 64, passes: 1, lanes: 2 }), "more memory does not make up for fewer passes");
    assert!(!rehash(base));
    assert!(!rehash(HashingCost { memory_kib: 64, passes: 3, lanes: 2 }));
}

#[test]
fn a_hash_by_another_variant_of_argon2_is_to_be_made_again() {
    let other = Argon2::new(Algorithm::Argon2i, Version::V0x13, Params::new(8, 1, 1, None).unwrap());
    let stored = hash_with(&other, "three boats upriver").unwrap();
    let verdict = cheap().verify(&"three boats upriver".into(), Some(&stored)).unwrap();
    assert_eq!(verdict, Verdict::Right { needs_rehash: true });
}

#[test]
fn a_damaged_hash_is_an_error_and_not_a_wrong_password() {
    let hasher = cheap();
    let good = hasher.hash(&"three boats upriver".into()).unwrap();
    for damaged in ["", "x", "three boats upriver", "$argon2id$", &good.replace("argon2id", "scrypt"), &good.replace("m=8", "m=1")] {
        assert!(matches!(hasher.verify(&"three boats upriver".into(), Some(damaged)), Err(PasswordError::Stored(_))), "{damaged}");
    }
}

#[test]
fn a_cost_that_argon2_does_not_know_is_refused_with_its_numbers() {
    let error = Hasher::new(HashingCost { memory_kib: 1, ..CHEAP }).unwrap_err().to_string();
    assert!(error.starts_with("password hashing cannot use 1 KiB, 1 passes and 1 lanes"), "{error}");
}
