//! The directory of signing keys, on a real file system.

use std::os::unix::fs::PermissionsExt;

use super::*;

/// RFC 8410 §10.3, the example private key.
const RFC_8410_KEY: &str =
    "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n-----END PRIVATE KEY-----\n";
/// A P-256 key in the same form, made for this test.
const P256_KEY: &str = "-----BEGIN PRIVATE KEY-----\nMIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgmh4CtDarqAwivx7L\nW4ao2dGv4a8pF+ugf16TwqrNVJuhRANCAAS6IGEHGpOMqvZdP8VWv6VyXvuN6tNO\nYIo909yCrtruEIhinKoACf6AndyuzzD7i9WSzHL0LdFL65oe29+04kFg\n-----END PRIVATE KEY-----\n";

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

fn put(dir: &Path, name: &str, content: &str) -> PathBuf {
    let path = dir.join(name);
    fs::write(&path, content).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
    path
}

fn refusal(dir: &Path) -> String {
    let text = load(dir).unwrap_err().to_string();
    assert!(!text.contains('\n') && text.contains(dir.to_str().unwrap()), "one line that names the file: {text}");
    text
}

#[test]
fn a_first_start_makes_one_private_key_and_the_next_start_reads_it() {
    let home = tempfile::tempdir().unwrap();
    let dir = home.path().join("data/keys");
    let made = open_or_create(&dir).unwrap();
    assert_eq!((made.kids().count(), mode(&dir)), (1, 0o700));
    for name in [format!("{}.pem", made.active()), ACTIVE_FILE.to_owned()] {
        assert_eq!(mode(&dir.join(&name)), 0o600, "{name}");
    }
    assert_eq!(fs::read_dir(&dir).unwrap().count(), 2, "nothing is left lying about");
    assert_eq!(open_or_create(&dir).unwrap().jwks(), made.jwks());
}

#[test]
fn an_empty_directory_that_all_could_read_becomes_private() {
    let dir = tempfile::tempdir().unwrap();
    fs::set_permissions(dir.path(), fs::Permissions::from_mode(0o755)).unwrap();
    open_or_create(dir.path()).unwrap();
    assert_eq!(mode(dir.path()), 0o700);
}

#[test]
fn keys_are_never_made_where_something_is() {
    let dir = tempfile::tempdir().unwrap();
    put(dir.path(), "notes.txt", "do not touch");
    assert!(matches!(create(dir.path()), Err(KeyError::NotEmpty(_))));
    assert!(matches!(open_or_create(dir.path()), Err(KeyError::NoKeys(_))));
}

#[test]
fn a_next_key_verifies_first_and_signs_when_it_is_made_active() {
    let dir = tempfile::tempdir().unwrap();
    let first = create(dir.path()).unwrap().active().clone();
    let next = add_key(dir.path()).unwrap();
    let ring = load(dir.path()).unwrap();
    assert_eq!((ring.active(), ring.kids().count()), (&first, 2));
    set_active(dir.path(), &next).unwrap();
    let ring = load(dir.path()).unwrap();
    assert_eq!((ring.active(), ring.kids().any(|kid| *kid == first)), (&next, true), "the retired key still verifies");
}

#[test]
fn a_key_that_is_not_there_cannot_be_made_active() {
    let dir = tempfile::tempdir().unwrap();
    let first = create(dir.path()).unwrap().active().clone();
    assert!(matches!(set_active(dir.path(), &"absent".parse().unwrap()), Err(KeyError::Io { .. })));
    assert_eq!(load(dir.path()).unwrap().active(), &first);
}

#[test]
fn an_interrupted_change_of_the_active_key_can_be_repeated() {
    let dir = tempfile::tempdir().unwrap();
    let kid = create(dir.path()).unwrap().active().clone();
    put(dir.path(), &format!(".active.{kid}"), "half a na");
    set_active(dir.path(), &kid).unwrap();
    assert_eq!(load(dir.path()).unwrap().active(), &kid);
}

#[test]
fn a_key_made_by_openssl_is_read() {
    let dir = tempfile::tempdir().unwrap();
    put(dir.path(), "from-openssl.pem", RFC_8410_KEY);
    put(dir.path(), ACTIVE_FILE, "from-openssl\n");
    put(dir.path(), "README", "not a key");
    let ring = load(dir.path()).unwrap();
    // The public half that RFC 8410 §10.1 gives for this key.
    let public = super::super::ring::from_base64url(&ring.jwks().keys[0].x);
    assert_eq!(crate::auth::random::hex(&public), "19bf44096984cdfe8541bac167dc3b96c85086aa30b6b6cb0c5c38ad703166e1");
}

#[test]
fn a_missing_directory_and_one_without_keys_are_refused() {
    let dir = tempfile::tempdir().unwrap();
    assert!(refusal(dir.path()).contains("holds no <name>.pem"));
    assert!(refusal(&dir.path().join("absent")).contains("No such file"));
}

#[test]
fn what_is_not_an_ed25519_private_key_is_refused() {
    let public = "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END PUBLIC KEY-----\n";
    let cut = &RFC_8410_KEY[..RFC_8410_KEY.len() - 40];
    for (what, content) in
        [("empty", ""), ("P-256", P256_KEY), ("public", public), ("cut", cut), ("text", "hello"), ("bytes", "\u{0}\u{1}")]
    {
        let dir = tempfile::tempdir().unwrap();
        put(dir.path(), "key.pem", content);
        put(dir.path(), ACTIVE_FILE, "key");
        assert!(refusal(dir.path()).contains("key.pem is not an Ed25519 private key"), "{what}");
    }
}

#[test]
fn a_file_far_larger_than_a_key_is_not_read() {
    let dir = tempfile::tempdir().unwrap();
    put(dir.path(), "key.pem", &"A".repeat(5_000));
    assert!(refusal(dir.path()).contains("too large"));
}

#[test]
fn the_active_key_must_be_named() {
    let dir = tempfile::tempdir().unwrap();
    put(dir.path(), "key.pem", RFC_8410_KEY);
    assert!(refusal(dir.path()).contains("active is missing"));
    put(dir.path(), ACTIVE_FILE, "../key");
    assert!(refusal(dir.path()).contains("letters, digits, hyphens"));
    put(dir.path(), ACTIVE_FILE, "other");
    assert!(matches!(load(dir.path()), Err(KeyError::UnknownActive { .. })));
}

#[test]
fn a_file_name_that_cannot_be_a_key_s_name_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    put(dir.path(), "my key.pem", RFC_8410_KEY);
    assert!(refusal(dir.path()).contains("my key.pem: a key's name has"));
}

#[test]
fn the_same_key_under_two_names_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    put(dir.path(), "a.pem", RFC_8410_KEY);
    put(dir.path(), "b.pem", RFC_8410_KEY);
    put(dir.path(), ACTIVE_FILE, "a");
    assert!(matches!(load(dir.path()), Err(KeyError::SameKey { .. })));
}

#[test]
fn a_key_that_others_can_read_or_change_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    let path = put(dir.path(), "key.pem", RFC_8410_KEY);
    put(dir.path(), ACTIVE_FILE, "key");
    for (mode, is_good) in [(0o600, true), (0o400, true), (0o440, true), (0o644, false), (0o620, false), (0o601, false)] {
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        let result = load(dir.path());
        assert_eq!(result.is_ok(), is_good, "{mode:o}: {result:?}");
        assert!(is_good || matches!(result, Err(KeyError::Exposed(_))), "{mode:o}");
    }
}
