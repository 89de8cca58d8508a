//! The one cookie: the key of a session of the pages.
//!
//! `__Host-` makes browsers refuse it without `Secure`, with a domain, or for another path, so that no neighbouring site can plant one.
//! `SameSite=Lax` and not `Strict`: a link in a mail leads to a page that knows its reader.

use actix_web::HttpRequest;
use actix_web::cookie::{Cookie, SameSite};

use crate::auth::secret::Secret;

/// Its name.
const NAME: &str = "__Host-sid";
/// A key has 43 characters; what is much longer is none of ours.
const LONGEST: usize = 64;

/// The key that the request brought; none where it brought none that can be one. Of two cookies of the name, neither is believed.
pub(super) fn key_of(request: &HttpRequest) -> Option<Secret> {
    let cookies = request.cookies().ok()?;
    let mut ours = cookies.iter().filter(|cookie| cookie.name() == NAME);
    let value = ours.next()?.value();
    (ours.next().is_none() && !value.is_empty() && value.len() <= LONGEST).then(|| Secret::from(value))
}

/// The cookie of a session. It has no end of its own: the session has.
pub(super) fn holding(key: &Secret) -> Cookie<'static> {
    Cookie::build(NAME, key.expose().to_owned()).path("/").secure(true).http_only(true).same_site(SameSite::Lax).finish()
}

/// What takes the cookie away.
pub(super) fn gone() -> Cookie<'static> {
    let mut cookie = holding(&Secret::from(""));
    cookie.make_removal();
    cookie
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    #[test]
    fn the_cookie_is_for_this_host_alone_and_no_script_reads_it() {
        let text = holding(&Secret::from("k")).to_string();
        for part in ["__Host-sid=k", "Path=/", "Secure", "HttpOnly", "SameSite=Lax"] {
            assert!(text.contains(part), "{text}");
        }
        assert!(!text.contains("Domain"), "{text}");
        assert!(gone().to_string().contains("Max-Age=0"));
    }

    #[test]
    fn of_two_keys_neither_is_believed() {
        let asked = |cookies: &str| TestRequest::get().insert_header(("cookie", cookies)).to_http_request();
        assert!(key_of(&asked("__Host-sid=abc; other=1")).is_some());
        for cookies in ["__Host-sid=abc; __Host-sid=def", "__Host-sid=", "sid=abc"] {
            assert!(key_of(&asked(cookies)).is_none(), "{cookies}");
        }
        assert!(key_of(&asked(&format!("__Host-sid={}", "x".repeat(65)))).is_none());
    }
}
